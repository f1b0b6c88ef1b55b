"""The ZIP of a Word file at each of its bounds, and the words of its parts as Word shows them."""

from __future__ import annotations

import io
import zipfile

import pytest

from edition.errors import UnreadableInput
from edition.readers import read_bytes
from edition.readers.outlined import wordfile
from edition.readers.outlined.wordfile import check_word_file
from readers.word_parts import W, docx, para, relations, run

FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def package() -> bytes:
    return docx(para("路修通了。"))


def entries(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return found.infolist()


def bounded(monkeypatch: pytest.MonkeyPatch, bound: str, value: int) -> None:
    """Read the package with a bound of `value`."""
    monkeypatch.setattr(wordfile, bound, value)
    check_word_file(package(), "a.docx")


def test_too_many_parts_or_too_many_bytes_are_each_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = entries(package())
    for bound, value in (("_ENTRIES", len(parts)),
                         ("_ALL_BYTES", sum(part.file_size for part in parts))):
        with monkeypatch.context() as patched:
            bounded(patched, bound, value)
            with pytest.raises(UnreadableInput, match="unpacks to too much") as caught:
                bounded(patched, bound, value - 1)
            assert caught.value.kind == "word_too_much"


def test_all_xml_together_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    xml = sum(part.file_size for part in entries(package()))
    bounded(monkeypatch, "_XML_BYTES", xml)
    with pytest.raises(UnreadableInput, match=f"{xml - 1} bytes of XML"):
        bounded(monkeypatch, "_XML_BYTES", xml - 1)


def test_what_is_no_xml_does_not_count_as_xml(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(para("字。"), {"word/media/a.bin": bytes(range(256)) * 40})
    xml = sum(p.file_size for p in entries(data) if not p.filename.endswith(".bin"))
    monkeypatch.setattr(wordfile, "_XML_BYTES", xml)
    assert "word/document.xml" in check_word_file(data, "a.docx").words


def test_a_large_part_may_be_packed_well_and_no_better(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(para("字。"), {"word/media/a.bin": b"\0" * 4_000})
    (part,) = [p for p in entries(data) if p.filename.endswith(".bin")]
    ratio = -(-part.file_size // part.compress_size)
    monkeypatch.setattr(wordfile, "_RATIO", ratio)
    monkeypatch.setattr(wordfile, "_SMALL", 10)
    check_word_file(data, "a.docx")
    monkeypatch.setattr(wordfile, "_RATIO", ratio - 1)
    with pytest.raises(UnreadableInput, match="is a bomb"):
        check_word_file(data, "a.docx")
    monkeypatch.setattr(wordfile, "_SMALL", part.file_size)
    check_word_file(data, "a.docx")


@pytest.mark.parametrize("name", ["a/../b.xml", "/a.xml", "a\\b.xml", "C:/a.xml"])
def test_no_part_leads_out(name: str) -> None:
    # The library writes every name with forward slashes and no drive; a hostile file does not.
    plain = "x" * len(name)
    data = docx(para("字。"), {plain: "<a/>"}).replace(plain.encode(), name.encode())
    with pytest.raises(UnreadableInput, match="leads out of the file"):
        check_word_file(data, "a.docx")


def test_two_parts_of_one_name_are_refused() -> None:
    data = docx(para("字。"), {"word/aa.xml": "<a/>", "word/bb.xml": "<a/>"})
    with pytest.raises(UnreadableInput, match="one name"):
        check_word_file(data.replace(b"word/bb.xml", b"word/aa.xml"), "a.docx")


@pytest.mark.parametrize("gone", ["word/document.xml", "[Content_Types].xml"])
def test_a_zip_without_the_parts_of_word_is_none(gone: str) -> None:
    renamed = gone.replace("o", "0").encode()
    with pytest.raises(UnreadableInput, match=r"It holds no word/document\.xml"):
        check_word_file(package().replace(gone.encode(), renamed), "a.docx")


def test_a_part_that_unpacks_to_more_than_it_declares_lies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with zipfile.ZipFile(io.BytesIO(package())) as whole:
        entry = whole.getinfo("word/styles.xml")
        assert len(wordfile._unpacked(whole, entry, "a.docx")) == entry.file_size
        # The library stops at the size it is told of; a part that does not is caught here.
        monkeypatch.setattr(
            whole, "open", lambda _: io.BytesIO(b" " * (entry.file_size + 1)), raising=False
        )
        with pytest.raises(UnreadableInput, match="lies about its size"):
            wordfile._unpacked(whole, entry, "a.docx")


def nested(depth: int) -> bytes:
    return docx("", {"word/more.xml": "<a>" * depth + "</a>" * depth})


def test_parts_nest_sixty_levels_and_no_deeper() -> None:
    check_word_file(nested(60), "a.docx")
    with pytest.raises(UnreadableInput, match="nests too deep"):
        check_word_file(nested(61), "a.docx")


def test_targets_go_up_as_far_as_the_file_and_no_farther() -> None:
    check_word_file(docx("", rels=relations(("i", "x", "../../a.xml", False))), "a.docx")
    with pytest.raises(UnreadableInput, match="leads out"):
        check_word_file(docx("", rels=relations(("i", "x", "../../../a.xml", False))), "a.docx")
    with pytest.raises(UnreadableInput, match="leads out"):
        check_word_file(docx("", rels=relations(("i", "x", "..\\..\\..\\a", False))), "a.docx")


def test_hyperlinks_and_a_template_outside_are_harmless() -> None:
    rels = relations(("h", "hyperlink", "https://example.cn/", True),
                     ("t", "attachedTemplate", "file:///a.dot", True))
    assert check_word_file(docx(para("字。"), rels=rels), "a.docx").templates == 1
    found = read_bytes(docx(para("字。"), rels=rels), "a.docx")
    assert "template_left_out" in {remark.kind for remark in found.diagnostics}


def words(body: str) -> tuple[list[str], list[str]]:
    found = check_word_file(docx(body), "a.docx").words["word/document.xml"]
    return found.text, found.deleted


def test_words_are_those_that_word_shows() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{run("原处")}</w:moveFrom>'
    text, deleted = words(para(run("甲") + gone + run("乙")) + para(moved + run("丙")))
    assert text == ["甲乙", "丙"] and deleted == ["旧", "原处"]
    text, deleted = words(para("<w:tab/>" + gone + run("甲")))
    assert "".join(text) == "甲" and deleted == ["旧"]


def test_of_a_choice_and_its_fallback_one_is_read() -> None:
    def alternate(fallback: str) -> str:
        return (f'<w:p><mc:AlternateContent xmlns:mc="{FALLBACK}"><mc:Choice Requires="x">'
                f'{para("新")}</mc:Choice>{fallback}</mc:AlternateContent></w:p>')

    both = alternate(f"<mc:Fallback>{para('旧')}</mc:Fallback>")
    assert "".join(words(both)[0]) == "旧"
    assert "".join(words(alternate(""))[0]) == "新"
    assert "".join(words(both + alternate("") + para("后"))[0]) == "旧新后"


def test_text_outside_words_own_elements_is_no_copy() -> None:
    assert words(f'<x:p xmlns:x="{W}x"><x:t>别的</x:t></x:p>{para("字。")}')[0] == ["字。"]
