"""A small EPUB: clean it passes, and each planted fault is found by its ID and no other."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from edition.checks import Report, check
from edition.errors import UnreadableInput, WrongUse

OPF = '<package><manifest><item id="a" href="a.xhtml"/><item href="b.xhtml"/></manifest></package>'
A = (
    '<html lang="zh"><head><title>页</title></head><body><p id="t">桥修好了</p>'
    '<a href="b.xhtml#u">乙</a></body></html>'
)
B = '<html lang="zh"><body><p id="u">孩子们 &amp; 货郎</p><a href="http://a.example/">网</a></body></html>'
CODES = ["FILE", "MAN", "XML", "ID", "LINK", "ADDR", "LANG", "MEDIA", "SIZE", "ACT"]
COPY = json.dumps({"sections": [{"title": None, "stories": [{
    "headline": "桥修好了", "body": [{"type": "paragraph", "text": "孩子们 & 货郎"}], "credits": [],
}]}]}).encode()
CLEAN = {"mimetype": "application/epub+zip", "OEBPS/c.opf": OPF, "OEBPS/a.xhtml": A,
         "OEBPS/b.xhtml": B}


def packed(files: dict[str, str], stored: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in files.items():
            how = zipfile.ZIP_STORED if name == "mimetype" and stored else zipfile.ZIP_DEFLATED
            book.writestr(zipfile.ZipInfo(name), text, how)
    return out.getvalue()


def faults(report: Report) -> dict[str, int]:
    return {f.id: f.count for f in report.findings if f.count}


def test_a_clean_book_passes_with_the_copy_and_without() -> None:
    with_copy, without = (check(packed(CLEAN), "b.epub", copy) for copy in (COPY, None))
    assert faults(with_copy) == faults(without) == {}
    assert with_copy.score == 100
    assert [f.id for f in with_copy.findings] == [*CODES, "TX1"]
    assert [f.id for f in without.findings] == CODES
    of = {f.id: f.of for f in with_copy.findings}
    assert (of["MAN"], of["LINK"], of["ADDR"], of["ID"], of["TX1"]) == (2, 1, 1, 3, 2)
    assert dict(with_copy.figures) == {"files": 4}


@pytest.mark.parametrize(("files", "fault"), [
    ({**CLEAN, "mimetype": "application/zip"}, "FILE"),
    ({k: CLEAN[k] for k in reversed(CLEAN)}, "FILE"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace("</body>", "")}, "XML"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace('<p id="t">', '<p id="t"><i id="t"/>')}, "ID"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace('id="t"', 'id="1"')}, "ID"),
    ({**CLEAN, "OEBPS/b.xhtml": B.replace("a.example/", "a.example/|")}, "ADDR"),
    ({**CLEAN, "OEBPS/b.xhtml": B.replace('lang="zh"', 'lang="zh_TW"')}, "LANG"),
    ({**CLEAN, "OEBPS/b.xhtml": B.replace(' lang="zh"', "")}, "LANG"),
    ({**CLEAN, "OEBPS/d.css": "p {}"}, "MEDIA"),
    ({**CLEAN, "OEBPS/c.opf": OPF.replace("b.xhtml", "b.xhtml\" media-type=\"image/png")},
     "MEDIA"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace("#u", "#v")}, "LINK"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace("b.xhtml", "c.xhtml")}, "LINK"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace("b.xhtml#u", "#u")}, "LINK"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace("<p id", '<p onclick="x()" id')}, "ACT"),
    ({**CLEAN, "OEBPS/b.xhtml": B.replace("<body>", "<body><script>x</script>")}, "ACT"),
    ({**CLEAN, "OEBPS/b.xhtml": B.replace("货郎", "货")}, "TX1"),
    ({**CLEAN, "OEBPS/a.xhtml": A.replace("桥修好了", "").replace("页", "桥修好了")}, "TX1"),
])
def test_a_planted_fault_is_found_alone(files: dict[str, str], fault: str) -> None:
    assert faults(check(packed(files), "b.epub", COPY)) == {fault: 1}


@pytest.mark.parametrize(("package", "lost", "unlisted"), [
    (OPF.replace("b.xhtml", "c.xhtml"), 1, 1), ("<package/>", 1, 2),
])
def test_a_file_that_is_listed_and_not_there_is_found(
    package: str, lost: int, unlisted: int
) -> None:
    report = check(packed({**CLEAN, "OEBPS/c.opf": package}), "b.epub")
    assert faults(report) == {"MAN": lost, "MEDIA": unlisted}


def test_a_picture_no_shop_takes_is_found() -> None:
    heavy = b"\xff\xd8\xff" + bytes(5_000_000)
    opf = OPF.replace("</manifest>", '<item href="p.jpg" media-type="image/jpeg"/></manifest>')
    out = io.BytesIO(packed({**CLEAN, "OEBPS/c.opf": opf}))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("OEBPS/p.jpg", heavy)
    (found,) = (f for f in check(out.getvalue(), "b.epub").findings if f.count)
    assert (found.id, found.level, found.worst) == ("SIZE", "should", 5.0)


def test_a_mimetype_that_is_packed_is_found() -> None:
    assert faults(check(packed(CLEAN, stored=False), "b.epub")) == {"FILE": 1}


def test_a_link_within_the_page_leads_there() -> None:
    files = {**CLEAN, "OEBPS/a.xhtml": A.replace("b.xhtml#u", "#t")}
    assert faults(check(packed(files), "b.epub")) == {}


@pytest.mark.parametrize("name", ["../out.xhtml", "/etc/out.xhtml", "OEBPS/../../out"])
def test_a_name_that_leads_outside_is_not_opened(name: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        check(packed({**CLEAN, name: "x"}), "b.epub")
    assert caught.value.kind == "epub_unsafe"


def test_what_is_too_large_unpacked_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.checks.epub_file.MOST_BYTES", 100)
    with pytest.raises(UnreadableInput, match="not safe to open"):
        check(packed(CLEAN), "b.epub")
    monkeypatch.setattr("edition.checks.epub_file.MOST_BYTES", 10**6)
    monkeypatch.setattr("edition.checks.epub_file.MOST_ENTRIES", 3)
    with pytest.raises(UnreadableInput, match="not safe to open"):
        check(packed(CLEAN), "b.epub")
    monkeypatch.setattr("edition.checks.epub_file.MOST_ENTRIES", 4)
    assert check(packed(CLEAN), "b.epub").passed


@pytest.mark.parametrize(("data", "name", "copy", "kind"), [
    (b"no zip", "b.epub", None, "epub_unreadable"),
    (b"no pdf", "p.pdf", None, "pdf_unreadable"),
    (b"", "p.pdf", b"{", "stories_no_json"),
    (b"", "p.pdf", b"\xff\xfe{", "stories_no_json"),
    (b"", "p.pdf", b"{}", "stories_without_sections"),
    (b"", "p.pdf", b'{"sections": [{"stories": [{"headline": 1}]}]}', "stories_without_sections"),
    (b"", "p.pdf", b'{"sections": [{"stories": [{"body": {}}]}]}', "stories_without_sections"),
])
def test_what_cannot_be_judged_says_so_in_the_language_asked_for(
    data: bytes, name: str, copy: bytes | None, kind: str
) -> None:
    with pytest.raises(UnreadableInput) as caught:
        check(data, name, copy)
    assert caught.value.kind == kind
    told = caught.value.told("zh-Hans")
    assert not {"file", "damaged", "Failed", "Expecting"} & set(told.split()), told
    assert "{" not in told


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(WrongUse, match=r"page\.doc: .* The kinds are \.pdf, \.epub\."):
        check(b"", "page.doc")
