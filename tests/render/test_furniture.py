"""Masthead, ears, index, folio and section heads: every text has its place, none touches."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pypdfium2
import pytest

from edition import build
from edition.build import Built
from edition.checks.sight.glyphs import Glyph, Sheet, sheets
from edition.compose.metrics import Metrics
from edition.makeup.paper import Paper, SectionHead
from edition.model import Ear, Edition, Imprint, Paragraph, Run, Section, Story
from edition.packs import shelf
from edition.packs.faces import face_of
from edition.packs.layout import Layout
from edition.render.page.bench import breadth, cut, wrap
from edition.render.page.furniture import (
    furniture_remarks,
    furniture_texts,
    index,
    page_name,
    section_size,
)
from edition.render.page.masthead import MastheadView, Wanted, masthead
from edition.trade.regions import MAINLAND

PACKS = shelf.layouts()
SENTENCE = "村里人都来看新修的石桥，桥头立着一块碑，上面刻着捐款人家的名字。"
NAMES = [
    *("江西社区与乡村治理通讯周报"[:n] for n in range(2, 13)),
    "WWWWWWWW", "Nanchang Daily", "《报》", "12",
]
LIGHT = (("2023年11月14日 星期二",), ("责任编辑 何文", "美术编辑 江南"))
HEAVY = (
    *LIGHT, ("社区与乡村杂志社 第1024期",), ("国内统一刊号 CN 36-0000",),
    ("主管 江西省某某厅", "主办 江西省某某协会", "协办 某某报业集团有限责任公司发行中心"),
)
EARS = (
    Ear("天气预报", ("今天多云，3℃至12℃", "明天小雨转阴，4℃至9℃，北风三到四级")),
    Ear("新闻热线", ("0791-86847200", "投稿邮箱 news@example.org", "地址：南昌市红谷滩区")),
)
INDEX = tuple(
    (f"B{page}", tuple("乡村夜话话出乡风文明新气象"[: 4 + k * 4] for k in range(3)))
    for page in range(3, 7)
)

Box = tuple[str, float, float, float, float]


@lru_cache(maxsize=8)
def metrics(role: str) -> Metrics:
    return Metrics(face_of(role, MAINLAND).path)


def points(style: str, name: str) -> float:
    found = re.search(rf"(?:^|;){name}:([\d.-]+)pt", style)
    assert found, f"{name} in {style}"
    return float(found.group(1))


def boxes(view: MastheadView, layout: Layout) -> Iterator[Box]:
    """(what, left, top, right, bottom) in pt of every text, as wide as its face draws it."""
    width = layout.grid.width * layout.grid.em
    for what, text, role in (
        ("name", view.name, "song-heavy"), ("imprint", view.imprint, "song"),
    ):
        left, top = points(text.style, "left"), points(text.style, "top")
        size, leading = points(text.style, "font-size"), points(text.style, "line-height")
        wide = max((metrics(role).total(line) for line in text.lines), default=0) * size
        if "text-align:right" in text.style:
            left = left + points(text.style, "width") - wide
        yield what, left, top, left + wide, top + leading * len(text.lines)
    for number, ear in enumerate(view.ears):
        left, top = points(ear.style, "left"), points(ear.style, "top")
        yield (
            f"ear {number}", left, top, left + points(ear.style, "width"),
            top + points(ear.style, "height"),
        )
    if view.plate:
        left, top = points(view.plate, "left"), points(view.plate, "top")
        yield "plate", left, top, width, top + points(view.plate, "height")


def wanted(name: str, ears: int, pages: int, heavy: bool) -> Wanted:
    return Wanted(
        name=name,
        imprint=HEAVY if heavy else LIGHT,
        label="B2",
        title="基层治理与乡村振兴专刊" if heavy else "基层治理",
        ears=tuple((ear.title, ear.lines) for ear in EARS[:ears]),
        index=INDEX[:pages],
        index_title="今日导读",
    )


@pytest.mark.parametrize("pack", PACKS)
def test_nothing_in_the_masthead_touches_whatever_the_name(pack: str) -> None:
    layout = shelf.layout(pack)
    grid = layout.grid
    depth = layout.furnishing.masthead * 0.78 * grid.pitch
    cases = itertools.product(NAMES, ((0, 0), (0, 1), (0, 4), (1, 0), (2, 0)), (False, True))
    for name, (ears, pages), heavy in cases:
        view = masthead(wanted(name, ears, pages, heavy), layout)
        found = list(boxes(view, layout))
        case = (name, ears, pages, heavy)
        for what, left, top, right, bottom in found:
            assert -0.1 <= left < right <= grid.width * grid.em + 0.1, (case, what)
            assert -0.1 <= top < bottom <= depth + 0.1, (case, what)
        for a, b in itertools.combinations(found, 2):
            apart = a[3] <= b[1] + 0.1 or b[3] <= a[1] + 0.1
            apart = apart or a[4] <= b[2] + 0.1 or b[4] <= a[2] + 0.1
            assert apart, (case, a, b)


@pytest.mark.parametrize("pack", PACKS)
def test_ears_and_plate_hold_their_lines(pack: str) -> None:
    """What stands in an ear is neither wider nor deeper than it, drawn in its own face."""
    layout = shelf.layout(pack)
    for ears, pages in ((0, 1), (0, 4), (1, 0), (2, 0)):
        view = masthead(wanted("社区与乡村", ears, pages, True), layout)
        for ear in view.ears:
            size, leading = points(ear.style, "font-size"), points(ear.style, "line-height")
            room = points(ear.style, "width") / size - 0.8 * layout.grid.em / size
            assert metrics("hei-bold").total(ear.title) * 1.15 <= room
            for line in ear.lines:
                assert metrics("song").total(line) <= room
            lines = len(ear.lines) + len(ear.entries) + (1.35 if ear.title else 0)
            assert lines * leading <= points(ear.style, "height") + 0.1
            assert not ear.cut
        for line in view.title.lines:
            wide = metrics("hei-bold").total(line) * points(view.title.style, "font-size")
            assert wide <= layout.furnishing.plate * layout.grid.em


@pytest.mark.parametrize("pack", PACKS)
def test_every_inner_page_is_in_the_index_before_any_comes_twice(pack: str) -> None:
    view = masthead(wanted("社区与乡村", 0, 4, False), shelf.layout(pack))
    (ear,) = view.ears
    labels = [entry.label for entry in ear.entries if entry.label]
    assert labels == ["B3", "B4", "B5", "B6"]
    firsts = [entry.text for entry in ear.entries if entry.label]
    for text, (_, heads) in zip(firsts, INDEX, strict=True):
        assert text == heads[0]


def test_ears_leave_no_room_for_the_index() -> None:
    view = masthead(wanted("社区与乡村", 1, 4, False), shelf.layout("tabloid"))
    assert [ear.title for ear in view.ears] == ["天气预报"]


def test_a_headline_is_cut_with_an_ellipsis_and_only_then() -> None:
    assert cut("石桥修好了", 5) == "石桥修好了"
    assert cut("石桥修好了", 4.9) == "石桥修…"
    assert cut("石桥，修好", 4.5) == "石桥…"
    assert breadth(cut("石桥修好了" * 9, 7)) <= 7


def test_wrapping_keeps_every_character() -> None:
    lines = wrap(["责任编辑 何文", "美术编辑 江南", "某" * 30], 12)
    assert all(breadth(line) <= 12 for line in lines)
    assert "".join(lines).replace("\u3000", "") == "责任编辑 何文美术编辑 江南" + "某" * 30


def test_widths_are_never_underestimated() -> None:
    letters = "".join(map(chr, range(0x20, 0x7F))) + "，。《》“”—…·℃°éÉ№①报"
    for role in ("song", "song-heavy", "hei-bold", "hei-heavy"):
        for character in letters:
            assert metrics(role).advance(character) <= breadth(character) + 1e-6, (role, character)
            assert breadth(character) <= metrics(role).advance(character) * 1.5 + 0.7


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
        self.paper: Paper = build.plan(edition, self.layout)[0]
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
    found = dict(index(page.edition, page.paper))
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
    second = dict(index(page.edition, page.paper))[label][1]
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
    assert dict(index(ranked, page.paper))[label][0] == second


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


@pytest.mark.parametrize("pack", PACKS)
def test_an_ear_that_is_cut_or_left_out_is_named(pack: str) -> None:
    long = Ear("公告", tuple(SENTENCE for _ in range(30)))
    edition = issue((long, EARS[0], EARS[1]))
    remarks = furniture_remarks(edition, drawn().paper, shelf.layout(pack))
    assert {remark.text for remark in remarks} >= {"公告", "新闻热线"}
    assert {remark.kind for remark in remarks} == {"ear_cut"}


@pytest.mark.parametrize("ears", [False, True])
def test_every_character_of_the_furniture_is_asked_of_its_face(ears: bool) -> None:
    page = drawn(ears=ears)
    for planned in page.paper.pages:
        asked = {c for _, text in furniture_texts(page.edition, page.paper, planned) for c in text}
        assert {g.char for g in page.head(planned.number)} - {" "} <= asked
    assert not [d for d in page.built.diagnostics if d.kind == "missing_glyph"]


def test_the_index_speaks_the_language_of_the_edition() -> None:
    edition = build.convert(issue(), "zh-Hant-TW")
    texts = [text for _, text in furniture_texts(edition, drawn().paper, drawn().paper.pages[0])]
    assert any("今日導讀" in text for text in texts)


# -- section heads ----------------------------------------------------------------------------


@pytest.mark.parametrize("pack", PACKS)
def test_a_section_tab_stays_inside_its_band(pack: str) -> None:
    layout = shelf.layout(pack)
    for length in (1, 4, 12, 40, 120):
        for width in (layout.grid.measure, layout.grid.width):
            head = SectionHead("sec1", "栏" * length, 0, 0, width, layout.furnishing.section)
            size = section_size(head, layout)
            assert (length + 2) * size <= width
            assert size * 1.5 * layout.grid.em <= head.rows * layout.grid.pitch


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
        assert max(blanks) / scale <= grid.pitch
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
    shipped = shelf.shipped
    shutil.copytree(shipped("layouts"), tmp_path / "layouts")
    theme = tmp_path / "layouts" / "newsletter" / "themes" / "bold.css"
    theme.write_text(".masthead h1 { font-family: var(--hei-heavy); color: #060 }", "utf-8")
    monkeypatch.setattr(
        shelf, "shipped", lambda n: tmp_path / n if n == "layouts" else shipped(n)
    )
    plain, bold = drawn(), Drawn(issue(), "bold")
    assert plain.head(1) != bold.head(1)
    for number in range(1, len(plain.sheets) + 1):
        above = len(plain.head(number))
        assert len(bold.head(number)) == above
        assert plain.sheets[number - 1].glyphs[above:] == bold.sheets[number - 1].glyphs[above:]
