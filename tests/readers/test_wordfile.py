"""The ZIP of a Word file at each of its bounds, and the words of its parts as Word shows them."""

from __future__ import annotations

import io
import zipfile

import pytest

from edition.errors import UnreadableInput
from edition.readers import read_bytes
from edition.readers.word import wordfile, wordxml
from edition.readers.word.wordcensus import paragraphs_of
from edition.readers.word.wordfile import check_word_file
from readers.word_parts import MAIN, W, docx, para, relations, run

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
    assert "word/document.xml" in check_word_file(data, "a.docx").parts


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
    found = read_bytes(docx(para("字。"), rels=rels), "a.docx")
    assert {"template_left_out", "outside_left_out"} & {r.kind for r in found.diagnostics} == {
        "template_left_out"}


@pytest.mark.parametrize(("kind", "told"), [
    ("oleObject", "outside_left_out"), ("subDocument", "subdocument_left_out"),
    ("frame", "outside_left_out"),
])
def test_what_lies_outside_is_named_and_the_text_kept(kind: str, told: str) -> None:
    rels = relations(("o", kind, "file:///D:/part2.docx", True))
    found = read_bytes(docx(para("水库今起蓄水。"), rels=rels), "a.docx")
    assert [r.text for r in found.diagnostics if r.kind == told] == ["file:///D:/part2.docx"]
    assert "水库今起蓄水。" in found.edition.sections[0].stories[0].text


def test_a_linked_picture_is_named_and_the_text_kept() -> None:
    blip = ('<w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            '<pic:blipFill><a:blip r:link="i"/></pic:blipFill></pic:pic></w:drawing></w:r>')
    rels = relations(("i", "image", "http://a.cn/x.png", True))
    found = read_bytes(docx(para("水库今起蓄水。") + para(blip), rels=rels), "a.docx")
    said = [r for r in found.diagnostics if r.kind == "picture_outside"]
    assert [r.values["src"] for r in said] == ["http://a.cn/x.png"]
    assert "水库今起蓄水。" in found.edition.sections[0].stories[0].text


def test_the_part_with_the_text_is_the_one_the_file_names() -> None:
    main = MAIN.replace("word/document.xml", "/word/document2.xml")
    whole = zipfile.ZipFile(io.BytesIO(docx(para("水库今起蓄水。"))))
    parts = {n: whole.read(n) for n in whole.namelist()}
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    parts["_rels/.rels"] = main.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    found = read_bytes(out.getvalue(), "a.docx")
    assert "水库今起蓄水。" in found.edition.sections[0].stories[0].text


def words(body: str) -> list[str]:
    return list(paragraphs_of(check_word_file(docx(body), "a.docx").parts["word/document.xml"]))


def test_the_census_counts_what_is_deleted_too() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{run("原处")}</w:moveFrom>'
    assert words(para(run("甲") + gone + run("乙")) + para(moved + run("丙"))) == [
        "甲旧乙", "原处丙"]


def test_of_a_choice_and_its_fallback_one_is_read() -> None:
    def alternate(fallback: str, needs: str = "x") -> str:
        return (f'<mc:AlternateContent xmlns:mc="{FALLBACK}"><mc:Choice Requires="{needs}">'
                f'{para("新")}</mc:Choice>{fallback}</mc:AlternateContent>')

    old = f"<mc:Fallback>{para('旧')}</mc:Fallback>"
    assert words(alternate(old)) == ["旧"]
    assert words(alternate(old, "wps wpg")) == ["新"]
    assert words(alternate("")) == ["新"]
    assert words(alternate(old) + alternate("") + para("后")) == ["旧", "新", "后"]


def test_text_in_elements_no_one_knows_counts_as_text() -> None:
    body = f'<x:p xmlns:x="{W}x"><x:t>别的</x:t></x:p>{para("字。")}'
    assert "".join(words(body)) == "字。别的"
    remarks = read_bytes(docx(body), "a.docx").diagnostics
    assert [(d.kind, d.text) for d in remarks if d.kind == "words_unknown"] == [
        ("words_unknown", "别的")]


def test_a_file_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordxml, "NODES", 6)
    with pytest.raises(UnreadableInput, match="too large") as caught:
        check_word_file(package(), "a.docx")
    assert caught.value.kind == "word_many_nodes"
