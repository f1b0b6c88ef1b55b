"""Masthead, ears, index, folio and section heads on the finished page, and themes over them."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pypdfium2
import pytest

from edition import build, pressroom
from edition.build import Built
from edition.checks.sight.glyphs import Glyph, Sheet, sheets
from edition.makeup.furnish.folio import page_name
from edition.makeup.furnish.index import index_of
from edition.makeup.paper import Paper
from edition.model import Ear, Edition, Imprint, Paragraph, Run, Section, Story
from edition.packs import shelf, shipped
from edition.packs.themes import furniture_faces
from edition.render.page.audit import face_characters

SENTENCE = "村里人都来看新修的石桥，桥头立着一块碑，上面刻着捐款人家的名字。"
EARS = (
    Ear("天气预报", ("今天多云，3℃至12℃", "明天小雨转阴，4℃至9℃，北风三到四级")),
    Ear("新闻热线", ("0791-86847200", "投稿邮箱 news@example.org", "地址：南昌市红谷滩区")),
)

# -- on the page ------------------------------------------------------------------------------


def issue(ears: tuple[Ear, ...] = (), **imprint: str) -> Edition:
    """A newsletter's worth of copy: two sections, enough for three pages."""
    def story(number: int) -> Story:
        body = tuple(
            Paragraph((Run(SENTENCE * 6),), id=f"s{number:02d}b{k:02d}") for k in (1, 2)
        )
        return Story(f"s{number:02d}", f"南湖村第{number}座石桥修好了", body)

    sections = (
        Section(None, tuple(map(story, range(1, 5))), id="sec1"),
        Section("乡村振兴", tuple(map(story, range(5, 16))), id="sec2"),
    )
    fields = Imprint(paper="社区与乡村", date=date(2023, 11, 14), page="B2", page_title="基层治理")
    return Edition("x", sections, imprint=replace(fields, **imprint), ears=ears)  # type: ignore[arg-type]  # text fields only


class Drawn:
    """The issue on the newsletter: plan, file and glyphs."""

    layout = shelf.layout("newsletter")

    def __init__(self, edition: Edition, theme: str | None = None) -> None:
        self.edition = edition
        self.paper: Paper = pressroom.plan(edition, self.layout)[0]
        self.layout = self.paper.set_in(self.layout)
        self.built: Built = build.to_pdf(edition, "newsletter", theme)
        self.sheets: tuple[Sheet, ...] = sheets(self.built.data)

    def head(self, number: int) -> list[Glyph]:
        """The glyphs of the furniture at the head of page `number`."""
        grid, page = self.layout.grid, self.paper.pages[number - 1]
        top = grid.margin_top / 25.4 * 72 + page.head_rows * grid.pitch
        sheet = self.sheets[number - 1]
        return [g for g in sheet.glyphs if g.y > sheet.height - top]


@lru_cache(maxsize=4)
def drawn(theme: str | None = None, ears: bool = False) -> Drawn:
    return Drawn(issue(EARS if ears else ()), theme)


def said(glyphs: list[Glyph]) -> str:
    return "".join(glyph.char for glyph in glyphs if not glyph.char.isspace())


def edges() -> tuple[float, float]:
    """Left and right edge of the newsletter's type area in pt."""
    grid = Drawn.layout.grid
    left = (grid.page_width / 25.4 * 72 - grid.width * grid.em) / 2
    return left, left + grid.width * grid.em


def run_of(text: str, glyphs: list[Glyph]) -> list[Glyph]:
    """The consecutive glyphs that read `text`."""
    shown = [g for g in glyphs if not g.char.isspace()]
    at = "".join(g.char for g in shown).find(text)
    assert at >= 0, f"{text} is not in {said(shown)}"
    return shown[at : at + len(text)]


def test_the_folio_turns_with_the_page() -> None:
    page = drawn()
    assert len(page.sheets) >= 3
    left, right = edges()
    for number in range(2, len(page.sheets) + 1):
        head = page.head(number)
        label = run_of(page.paper.pages[number - 1].label, head)
        day = run_of("2023年11月14日星期二", head)
        name = run_of("社区与乡村", head)
        # The printed number decides, as a reader opens the paper: B3 is a right-hand page.
        if int(page.paper.pages[number - 1].label.lstrip("B")) % 2:
            assert label[-1].right == pytest.approx(right, abs=2)
            assert day[0].left == pytest.approx(left, abs=2)
        else:
            assert label[0].left == pytest.approx(left, abs=2)
            assert day[-1].right == pytest.approx(right, abs=2)
        middle = (name[0].left + name[-1].right) / 2
        assert middle == pytest.approx((left + right) / 2, abs=1.5)
        assert {round(g.y, 1) for g in (*label, *day, *name)} == {round(label[0].y, 1)}


def test_a_page_is_named_after_what_opens_it() -> None:
    page = drawn()
    last = page.paper.pages[-1]
    assert page_name(page.edition, last) == "乡村振兴"
    assert "乡村振兴" in said(page.head(last.number))
    bare = replace(page.edition, sections=(replace(page.edition.sections[0], title=None),))
    only = replace(last, frames=(), sections=())
    assert page_name(bare, only) == "基层治理"


def test_the_index_leads_to_the_best_of_each_page() -> None:
    page = drawn()
    found = dict(index_of(page.edition, page.paper.pages))
    assert list(found) == [p.label for p in page.paper.pages[1:]]
    head = said(page.head(1))
    assert "今日导读" in head
    for planned in page.paper.pages[1:]:
        best = found[planned.label][0]
        sizes = {
            frame.story: max((h.heading.size for h in frame.headings), default=0)
            for frame in planned.frames
        }
        headlines = {story.headline: story.id for story in page.edition.stories}
        assert sizes[headlines[best]] == max(sizes.values())
        assert planned.label + best in head


def test_the_editor_s_rank_decides_who_is_best() -> None:
    page = drawn()
    label = page.paper.pages[1].label
    second = dict(index_of(page.edition, page.paper.pages))[label][1]
    ranked = replace(
        page.edition,
        sections=tuple(
            replace(s, stories=tuple(
                replace(story, rank=1) if story.headline == second else story
                for story in s.stories
            ))
            for s in page.edition.sections
        ),
    )
    assert dict(index_of(ranked, page.paper.pages))[label][0] == second


def test_a_single_page_without_ears_has_neither_index_nor_ear() -> None:
    edition = issue()
    alone = replace(edition, sections=(
        replace(edition.sections[0], stories=edition.sections[0].stories[:1]),
    ))
    page = Drawn(alone)
    assert len(page.sheets) == 1
    assert "今日导读" not in said(page.head(1))


def test_ears_are_printed_whole() -> None:
    head = said(drawn(ears=True).head(1))
    assert "今日导读" not in head
    for ear in EARS:
        for text in (ear.title, *ear.lines):
            assert text.replace(" ", "") in head
    assert not [d for d in drawn(ears=True).built.diagnostics if d.kind == "ear_cut"]


@pytest.mark.parametrize("ears", [False, True])
def test_every_character_of_the_furniture_is_asked_of_its_face(ears: bool) -> None:
    page = drawn(ears=ears)
    asked = {character for _, character in face_characters(page.paper)}
    for planned in page.paper.pages:
        assert {g.char for g in page.head(planned.number)} - {" "} <= asked
    assert not [d for d in page.built.diagnostics if d.kind == "missing_glyph"]


def test_what_is_drawn_in_the_head_is_what_was_composed() -> None:
    """Each line of the furniture stands on the page with its size, where the plan puts it."""
    page = drawn(ears=True)
    grid = page.layout.grid
    left, _ = edges()
    for planned in page.paper.pages:
        for piece in planned.furniture:
            for text in (t for t in piece.texts if t.align == "left"):
                for line in text.lines:
                    run = run_of("".join(line.text.split()), page.sheets[planned.number - 1].glyphs)
                    assert run[0].size == pytest.approx(text.size * grid.em, abs=0.05)
                    at = left + (text.x + line.origins[0] * text.size) * grid.em
                    assert run[0].x == pytest.approx(at, abs=0.1)


def test_the_index_speaks_the_language_of_the_edition() -> None:
    paper = pressroom.plan(build.convert(issue(), "zh-Hant-TW").edition, Drawn.layout)[0]
    texts = [t for piece in paper.pages[0].furniture for t in piece.texts]
    assert any("今日導讀" in line.text for text in texts for line in text.lines)


# -- section heads ----------------------------------------------------------------------------


def test_beside_the_tab_the_band_is_not_blank() -> None:
    """Ink in the middle of the band on the rest of its width, so that no row of it is white."""
    page = drawn()
    grid = page.layout.grid
    planned = next(p for p in page.paper.pages if p.sections)
    band = planned.sections[0]
    scale = 2
    document = pypdfium2.PdfDocument(page.built.data)
    image = document[planned.number - 1].render(scale=scale, grayscale=True).to_pil()
    left, right = edges()
    top = grid.margin_top / 25.4 * 72 + band.row * grid.pitch
    title = [g for g in page.sheets[planned.number - 1].glyphs if g.char == "兴"]
    assert title
    for x in (right - 3, (left + right) / 2, left + 0.35 * (right - left)):
        column = [
            image.getpixel((int(x * scale), int((top + y / scale) * scale))) < 160
            for y in range(int(band.rows * grid.pitch * scale))
        ]
        assert any(column), f"no rule at {x:.0f} pt"
        blanks = [len(list(run)) for dark, run in itertools.groupby(column) if not dark]
        over, under = blanks[0] / scale, blanks[-1] / scale
        assert abs(over - under) <= 1, "as much white under the rule as over it"
        assert max(blanks) / scale <= 1.5 * grid.pitch
    assert image.getpixel((int((right + 2) * scale), int((top + grid.pitch) * scale))) > 200


# -- themes -----------------------------------------------------------------------------------


def places(page: Drawn) -> list[tuple[str, float, float, float]]:
    return [(g.char, g.x, g.y, g.size) for sheet in page.sheets for g in sheet.glyphs]


def test_a_theme_moves_no_line() -> None:
    plain, blue = drawn(), drawn("blue")
    assert plain.built.data != blue.built.data
    assert places(plain) == places(blue)


@pytest.mark.parametrize("pack", ["broadsheet", "tabloid"])
def test_red_moves_no_line_of_the_newspapers(pack: str) -> None:
    edition = issue()
    short = replace(edition, sections=(
        replace(edition.sections[1], stories=edition.sections[1].stories[:3]),
    ))
    plain, red = (sheets(build.to_pdf(short, pack, theme).data) for theme in (None, "red"))
    assert [s.glyphs for s in plain] == [s.glyphs for s in red]


def test_the_same_issue_gives_the_same_bytes_in_a_theme() -> None:
    assert build.to_pdf(issue(), "newsletter", "blue").data == drawn("blue").built.data


def test_a_face_changed_in_the_furniture_leaves_the_copy_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = shipped.shipped
    shutil.copytree(theirs("layouts"), tmp_path / "layouts")
    theme = tmp_path / "layouts" / "newsletter" / "themes" / "bold.css"
    theme.write_text(".masthead h1 { font-family: var(--hei-heavy); color: #060 }", "utf-8")
    monkeypatch.setattr(
        shipped, "shipped", lambda n: tmp_path / n if n == "layouts" else theirs(n)
    )
    plain, bold = drawn(), Drawn(issue(), "bold")
    assert plain.head(1) != bold.head(1)
    for number in range(1, len(plain.sheets) + 1):
        above = len(plain.head(number))
        assert len(bold.head(number)) == above
        assert plain.sheets[number - 1].glyphs[above:] == bold.sheets[number - 1].glyphs[above:]


@pytest.mark.parametrize(
    ("css", "faces"),
    [
        (".masthead h1 { font-family: var(--hei-heavy) }", {"name": "hei-heavy"}),
        (".folio .label, .section { font-family: var(--song) }",
         {"folio-label": "song", "section": "song"}),
        (".masthead .ear { font-family: var(--hei-bold) }", {"ear": "hei-bold"}),
        (".masthead .ear .title { font-family: var(--song) }", {"ear-title": "song"}),
        (".section .tab { font-family: var(--song-heavy) } .section .tab { color: red }",
         {"section": "song-heavy"}),
        (".masthead { font-family: var(--song) } .headline { font-family: var(--song) }", {}),
        (".masthead h1:first-child { font-family: var(--song) } h1 { color: red }", {}),
    ],
)
def test_the_composer_learns_the_faces_a_theme_gives(css: str, faces: dict[str, str]) -> None:
    assert furniture_faces(css) == faces
