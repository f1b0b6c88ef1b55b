"""Many issues as one finished book."""

from __future__ import annotations

import io
import re
import tracemalloc
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import edition
import epub_gates as gates
from bench.books.told import article_text, link_faults
from book_shelf import picture_of
from edition import BookForm, Edition, Story
from edition.checks import check
from edition.cli import main
from edition.errors import WrongUse
from edition.render.book.volume import span

FIRST = date(2026, 9, 1)


def issue(number: int, size: int = 3) -> Edition:
    stories = [
        Story.of(f"第{number}期第{n}篇", [f"第{number}期第{n}篇的正文。" * size, "第二段。"])
        for n in (1, 2, 3)
    ]
    imprint = {"paper": "山城日报", "date": FIRST + timedelta(days=number), "publisher": "山城社"}
    return Edition.build(f"issue{number}", [edition.Section("要闻", tuple(stories))],
                         imprint=imprint)


def volume(count: int) -> bytes:
    out = io.BytesIO()
    assert edition.to_volume((issue(n) for n in range(count)), out) == ()
    return out.getvalue()


@pytest.fixture(scope="module")
def month() -> bytes:
    return volume(5)


def test_every_story_of_every_issue_stands_in_it_in_order(month: bytes) -> None:
    files = gates.files(month)
    spine = re.findall(r'<itemref idref="([^"]+)"', files["EPUB/content.opf"].decode())
    paths = dict(re.findall(r'<item href="([^"]+)" id="([^"]+)"',
                            files["EPUB/content.opf"].decode()))
    href = {id: path for path, id in paths.items()}
    texts = [article_text(files[f"EPUB/{href[one]}"]) for one in spine if "/text/" in href[one]]
    wanted = ["".join(s.text.split()) for n in range(5) for s in issue(n).stories]
    assert texts == wanted
    assert link_faults(month) == [] and gates.dead_links(month) == []
    assert check(month, "a.epub").passed


def test_title_identifier_and_dates_are_those_of_the_span(month: bytes) -> None:
    told = gates.metadata(month)
    assert told["title"] == ["山城日报 2026年9月"]
    assert told["publisher"] == ["山城社"] and told["language"] == ["zh-Hans"]
    assert told["date"] == ["2026-09-05T12:00:00Z"]
    assert told["dcterms:modified"] == ["2026-09-05T12:00:00Z"]
    assert told["identifier"] == gates.metadata(volume(3))["identifier"]
    assert volume(3) == volume(3) and volume(3) != month


def test_the_contents_have_two_levels(month: bytes) -> None:
    files = gates.files(month)
    nav = gates.documents(month)["EPUB/nav.xhtml"]
    toc = next(nav.iter(f"{gates.X}nav"))
    issues = toc.findall(f"{gates.X}ol/{gates.X}li")[1:]
    assert ["".join(i.find(f"{gates.X}a").itertext()) for i in issues] == [
        f"山城日报 2026年9月{n}日" for n in range(1, 6)
    ]
    assert [len(i.findall(f"{gates.X}ol/{gates.X}li")) for i in issues] == [3] * 5
    page = files["EPUB/contents.xhtml"].decode()
    links = re.findall(r'<a href="(i[0-9a-f]{10}/contents.xhtml)">', page)
    assert len(links) == 5 and all(f"EPUB/{link}" in files for link in links)


def test_an_issue_added_changes_no_file_of_the_others(month: bytes) -> None:
    fewer, more = gates.files(volume(4)), gates.files(month)
    own = {"content.opf", "nav.xhtml", "toc.ncx", "contents.xhtml", "cover.xhtml", "cover.png"}
    changed = {name for name in fewer if fewer[name] != more.get(name)}
    assert {name.rpartition("/")[2] for name in changed} <= own
    assert not any(re.search("/i[0-9a-f]{10}/", name) for name in changed)


@pytest.mark.skipif(bool(gates.why_no_epubcheck()), reason=gates.why_no_epubcheck() or "-")
def test_epubcheck_is_silent_on_a_volume(month: bytes, tmp_path: Path) -> None:
    assert gates.epubcheck(month, tmp_path) == ""


def test_the_memory_is_that_of_one_issue(tmp_path: Path) -> None:
    def most(count: int) -> int:
        with (tmp_path / "v.epub").open("wb") as out:
            tracemalloc.start()
            edition.to_volume((issue(n, 1_900) for n in range(count)), out)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return peak

    most(1)
    assert most(9) < 1.3 * most(2)


def test_one_issue_twice_and_none_are_refused() -> None:
    with pytest.raises(WrongUse, match="twice"):
        edition.to_volume([issue(1), issue(1)], io.BytesIO())
    with pytest.raises(WrongUse, match="no issue"):
        edition.to_volume([], io.BytesIO())


def test_a_form_no_volume_has_is_refused() -> None:
    out = io.BytesIO()
    with pytest.raises(WrongUse, match="hold faces"):
        edition.to_volume([issue(1)], out, form=BookForm(embed_fonts=True))
    assert out.getvalue() == b""


def vertical(issues: Iterable[Edition]) -> bytes:
    out = io.BytesIO()
    edition.to_volume(issues, out, form=BookForm(vertical=True))
    return out.getvalue()


def test_a_vertical_volume_is_vertical_through_and_through() -> None:
    issues = [edition.convert(issue(n), "zh-Hant-TW").edition for n in (0, 1)]
    out = io.BytesIO()
    edition.to_volume(issues, out)
    upright, level = vertical(issues), out.getvalue()
    files = gates.files(upright)
    opf = files["EPUB/content.opf"].decode()
    assert 'page-progression-direction="rtl"' in opf and "vertical-rl" in opf
    for name, data in files.items():
        if name.endswith(".xhtml"):
            flat = name.rpartition("/")[2] in ("nav.xhtml", "cover.xhtml")
            assert (b"vertical.css" in data) is not flat, name
    page = next(data.decode() for name, data in files.items() if "/text/" in name)
    assert "二〇二六年九月一日" in page
    assert '<span class="stood">2026</span>年' in files["EPUB/contents.xhtml"].decode()
    named = [gates.metadata(book)["identifier"] for book in (upright, level)]
    assert named[0] != named[1] and named[0][0] in files["EPUB/toc.ncx"].decode()
    assert gates.dead_links(upright) == [] and check(upright, "a.epub").passed
    assert vertical(issues) == upright
    with pytest.raises(WrongUse, match="Traditional"):
        vertical([issue(0)])


def test_pictures_of_a_volume_are_kept_where_that_is_asked(tmp_path: Path) -> None:
    wide = picture_of("PNG", (1_700, 20))
    shown = edition.Picture.from_bytes("a.png", wide)
    story = Story.of("新路", [edition.Figure.of("a.png", "图一"), "通车了。"])
    whole = Edition.build("a", [story], imprint={"paper": "山城日报", "date": FIRST},
                          pictures=(shown,))
    for keep in (False, True):
        out = io.BytesIO()
        told = edition.to_volume([whole], out, form=BookForm(keep_pictures=keep))
        held = [data for name, data in gates.files(out.getvalue()).items() if "/images/p" in name]
        assert (held == [wide]) is keep
        assert [one.kind for one in told] == ([] if keep else ["book_pictures_smaller"])


def test_the_cover_of_a_volume_stands_on_its_ground_and_is_told_in_short_heads() -> None:
    out = io.BytesIO()
    head = "农田水利建设成效显著展新颜百姓生活越来越好奔小康道路越走越宽广幸福日子比蜜甜" * 2
    whole = Edition.build("a", [Story.of(head, "修好了。")],
                          imprint={"paper": "山城日报", "date": FIRST})
    edition.to_volume([whole], out)
    files = gates.files(out.getvalue())
    assert "body.cover { background-color: #" in files["EPUB/style/book.css"].decode()
    (told,) = re.findall('alt="([^"]*)"', files["EPUB/cover.xhtml"].decode())
    assert told.startswith("山城日报 2026年9月1日；农田水利") and told.endswith("…")


@pytest.mark.parametrize(("days", "tag", "said"), [
    ((), "zh-Hans", ""), ((0,), "zh-Hans", "2026年9月1日"), ((0, 29), "zh-Hans", "2026年9月"),
    ((0, 40), "zh-Hans", "2026年9月至10月"), ((0, 150), "zh-Hans", "2026年9月至2027年1月"),
    ((-243, 121), "zh-Hant-TW", "2026年"), ((0, 29), "en", "2026-09"),
    ((0, 40), "en", "2026-09 – 2026-10"), ((0,), "de", "2026-09-01"), ((-243, 121), "fr", "2026"),
])
def test_a_span_is_said_as_shortly_as_it_can_be(
    days: tuple[int, ...], tag: str, said: str
) -> None:
    assert span([FIRST + timedelta(days=n) for n in days], tag) == said


def sources(folder: Path) -> Iterator[str]:
    for n in (1, 2):
        path = folder / f"d{n}.txt"
        path.write_text(f"第{n}天的新路\n\n　　山里的新路第{n}天通车，三个村子来了人。\n",
                        "utf-8")
        path.with_suffix(".toml").write_text(
            f'paper = "山城日报"\ndate = 2026-09-0{n}\n', "utf-8"
        )
        yield str(path)


def test_the_command_binds_what_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, book = [*sources(tmp_path)], tmp_path / "v.epub"
    assert main(["epub", *given, "--volume", "-o", str(book), "--lang", "en"]) == 0
    assert f"wrote {book}" in capsys.readouterr().err
    files = gates.files(book.read_bytes())
    assert sum("/text/" in name for name in files) == 2
    assert main(["epub", *given, "--volume", "--lang", "en"]) != 0
    assert "-o" in capsys.readouterr().err
    before = book.read_bytes()
    assert main(["epub", given[0], given[0], str(tmp_path / "none.txt"), "--volume", "-o",
                 str(book), "--lang", "en"]) != 0
    assert "Traceback" not in capsys.readouterr().err and book.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "d1.toml", "d1.txt", "d2.toml", "d2.txt", "v.epub",
    ]
