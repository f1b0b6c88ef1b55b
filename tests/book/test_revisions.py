"""What a finished book says of its time and its revision, and what the command says of the old one.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edition
import epub_gates as gates
from edition.cli import main
from edition.errors import WrongUse
from edition.printed import PrintedPage
from edition.sidecar.parse import parse_sidecar
from edition.sidecar.rewriting import with_revision

COPY = "新路通车\n\n　　山里的新路昨日通车，沿线的三个村子都派了代表。\n"
SIDECAR = """# 山城日报的随稿
paper = "山城日报"
date = 2026-09-01  # 星期二

[[extra]]
label = "x"
text = "revision = 1"
"""
PAGES = (PrintedPage(1, "A1", ("s01", "s01-headline", "s01b01")),)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(COPY, "utf-8")
    path.with_suffix(".toml").write_text(SIDECAR, "utf-8")
    return path


def modified(data: bytes) -> str:
    return gates.metadata(data)["dcterms:modified"][0]


def run(*words: object) -> int:
    return main([str(word) for word in words])


def test_the_time_of_a_book_is_its_date_and_revision() -> None:
    imprint = edition.Imprint(paper="山城日报", date=date(2026, 9, 1))
    one = edition.Edition.build("a", [edition.Story.of("新路", "通车了。")], imprint=imprint)
    times, names = [], []
    for revision in (None, 1, 2, 3):
        state = replace(one, imprint=replace(imprint, revision=revision))
        for pages in ((), PAGES):
            data = edition.to_epub(state, pages).data
            assert data == edition.to_epub(state, pages).data
            times.append(modified(data))
            names += gates.metadata(data)["identifier"]
            told = gates.metadata(data).get("schema:version", [])
            assert told == ([] if revision is None else [str(revision)])
            assert gates.metadata(data)["date"] == ["2026-09-01T12:00:00Z"]
    assert times == [f"2026-09-01T12:00:0{second}Z" for second in (0, 1, 0, 1, 2, 3, 4, 5)]
    assert len(set(names)) == 1


def test_another_book_of_the_same_revision_is_told(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    book = source.with_suffix(".epub")
    command = ("epub", source, "-o", book, "--lang", "en")
    for _ in range(2):
        assert run(*command) == 0
        assert "same revision" not in capsys.readouterr().err
    source.write_text(COPY.replace("三个", "四个"), "utf-8")
    assert run(*command) == 0
    assert "unlike and of the same revision 1" in capsys.readouterr().err
    assert run(*command) == 0
    assert "same revision" not in capsys.readouterr().err


def test_revise_raises_the_revision_in_the_sidecar_and_keeps_the_rest_of_it(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    book, sidecar = source.with_suffix(".epub"), source.with_suffix(".toml")
    command = ("epub", source, "-o", book, "--revise", "--lang", "en")
    assert run(*command) == 0 and sidecar.read_text("utf-8") == SIDECAR
    first = book.read_bytes()
    for revision in (2, 3):
        source.write_text(COPY.replace("三个", f"{revision}个"), "utf-8")
        assert run(*command) == 0
        told = capsys.readouterr().err
        assert "same revision" not in told and "a.toml" in told
        wanted = SIDECAR.replace("# 星期二\n", f"# 星期二\nrevision = {revision}\n")
        assert sidecar.read_text("utf-8") == wanted
        assert gates.metadata(book.read_bytes())["schema:version"] == [str(revision)]
        assert modified(book.read_bytes()) == f"2026-09-01T12:00:0{2 * revision - 2}Z"
    assert gates.metadata(first)["identifier"] == gates.metadata(book.read_bytes())["identifier"]
    after = book.read_bytes()
    assert run(*command) == 0 and book.read_bytes() == after


def test_copy_without_paper_and_date_is_another_book_at_every_change(source: Path) -> None:
    sidecar = source.with_suffix(".toml")
    sidecar.unlink()
    book = source.with_suffix(".epub")
    assert run("epub", source, "-o", book, "--revise") == 0 and not sidecar.exists()
    source.write_text(COPY.replace("三个", "四个"), "utf-8")
    assert run("epub", source, "-o", book, "--revise") == 0 and not sidecar.exists()


@given(st.sampled_from(["\n", "\r\n"]), st.sampled_from([
    "", "revision = 4  # 四\n", "revision=0x4\n", "date = 2026-09-01\n",
    'paper = """\nrevision = 1\n"""\n', '"revision" = 4\npaper = "x"\n', "[plan]\npages = 1\n",
]), st.integers(1, 10_000), st.booleans())
def test_the_number_is_written_and_nothing_else_changes(
    end: str, text: str, revision: int, mark: bool
) -> None:
    data = (b"\xef\xbb\xbf" if mark else b"") + f"# 头\n{text}# 尾\n".replace("\n", end).encode()
    made = with_revision(data, revision, "a.toml")
    before, after = (tomllib.loads(d.decode("utf-8-sig")) for d in (data, made))
    assert after == {**before, "revision": revision}
    rows = made.decode("utf-8-sig").splitlines(keepends=True)
    old = data.decode("utf-8-sig").splitlines(keepends=True)
    if "revision" in before:
        assert [a for a, b in zip(old, rows, strict=True) if a != b] in ([], [old[1]])
    else:
        assert [row for row in rows if row != f"revision = {revision}{end}"] == [
            row for row in old if row != f"revision = {revision}{end}"
        ]


@pytest.mark.parametrize("value", ["0", "true", '"2"', "10001", "1.5"])
def test_a_revision_is_a_whole_number(value: str) -> None:
    with pytest.raises(WrongUse, match="revision"):
        parse_sidecar(f"revision = {value}\n".encode(), "a.toml")
    assert parse_sidecar(b"revision = 3\n", "a.toml").imprint.revision == 3


def test_the_revision_goes_through_json() -> None:
    stories = [edition.Story.of("新路", "通车了。")]
    one = edition.Edition.build("a", stories, imprint={"revision": 7})
    assert b'"revision": 7' in edition.to_json(one).encode()


def test_epub_and_build_differ_in_the_page_list_alone(source: Path, tmp_path: Path) -> None:
    book = tmp_path / "own.epub"
    pack = ("--layout", "newsletter")
    assert run("epub", source, "-o", book, *pack) == 0
    assert run("build", source, "--out", tmp_path / "made", *pack) == 0
    own, made = gates.files(book.read_bytes()), gates.files((tmp_path / "made/a.epub").read_bytes())
    assert own.keys() == made.keys()
    unlike = {name for name in own if own[name] != made[name]}
    (story,) = (name for name in own if "/text/" in name)
    contents = "EPUB/contents.xhtml"
    assert unlike == {"EPUB/content.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx", story, contents}
    page = b"<span>\xe7\xac\xac1\xe7\x89\x88</span> "
    assert made[contents].replace(page, b"") == own[contents] and made[contents].count(page) == 1
    assert gates.metadata(book.read_bytes())["identifier"] == gates.metadata(
        (tmp_path / "made/a.epub").read_bytes())["identifier"]
    told = [gates.metadata(one.read_bytes()) for one in (book, tmp_path / "made/a.epub")]
    assert "pageBreakSource" in told[1] and "pageBreakSource" not in told[0]
    assert "pageNavigation" in told[1]["schema:accessibilityFeature"]
    assert told[0]["dcterms:modified"] != told[1]["dcterms:modified"]


def test_traditional_copy_makes_a_book_in_its_own_script_and_words(tmp_path: Path) -> None:
    source, book = tmp_path / "a.txt", tmp_path / "a.epub"
    source.write_text(
        "山裡的新路通車\n\n　　連接三個村莊的環山公路昨日正式通車，沿線居民燃放鞭炮慶祝，"
        "學生們從此不必再翻過兩座山去上學，運送蔬果的貨車也能直接開到村口。\n", "utf-8",
    )
    assert run("epub", source, "-o", book) == 0
    data = book.read_bytes()
    (tag,) = gates.metadata(data)["language"]
    assert tag.startswith("zh-Hant")
    assert all(tree.get("lang") == tag for tree in gates.documents(data).values())
    nav = gates.files(data)["EPUB/nav.xhtml"].decode()
    assert "目錄" in nav and "目录" not in nav
