"""What a plan rules off is ruled off on the finished page: hairlines, boxes, spaces and tabs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from edition import build, pressroom
from edition.makeup.paper import Paper, Rule
from edition.model import (
    Advertisement,
    Ear,
    Edition,
    HouseItem,
    Imprint,
    Paragraph,
    Run,
    Section,
    Story,
)
from edition.packs import shelf
from edition.packs.layout import Layout

PACKS = shelf.layouts()
SENTENCE = "村里人都来看新修的石桥，桥头立着一块碑，上面刻着捐款人家的名字。"
NEAR, THICKEST = 0.6, 5.0
"""pt"""

Box = tuple[float, float, float, float]
"""left, top, right, bottom in pt from the head of the page"""


def issue() -> Edition:
    """Two sections, ears, a corner advertisement, a strip, and house copy for what is left."""
    def story(number: int) -> Story:
        body = tuple(
            Paragraph((Run(SENTENCE * (5 + number % 4)),), id=f"s{number:02d}b{k:02d}")
            for k in (1, 2)
        )
        return Story(f"s{number:02d}", f"南湖村第{number}座石桥修好了", body)

    sections = (
        Section(None, tuple(map(story, range(1, 6))), id="sec1"),
        Section("乡村振兴", tuple(map(story, range(6, 14))), id="sec2"),
    )
    return Edition(
        "x", sections,
        imprint=Imprint(paper="社区与乡村", date=date(2023, 11, 14), page="B2"),
        ears=(Ear("天气预报", ("今天多云",)),),
        advertisements=(
            Advertisement("ad1", 1, 2, 10, "山城茶馆"), Advertisement("ad2", 2, 99, 6, "桥"),
        ),
        house_copy=tuple(HouseItem(f"house{n}", "节约用水，从点滴做起。") for n in (1, 2, 3)),
    )


@dataclass(frozen=True)
class Drawn:
    layout: Layout
    paper: Paper
    strokes: tuple[tuple[Box, ...], ...]
    """the painted paths of each page"""

    def x(self, em: float) -> float:
        grid = self.layout.grid
        return (grid.page_width / 25.4 * 72 - grid.width * grid.em) / 2 + em * grid.em

    def y(self, row: float) -> float:
        return self.layout.grid.margin_top / 25.4 * 72 + row * self.layout.grid.pitch

    def holds(self, page: int, box: Box) -> bool:
        """True when one painted path, or several end to end, cover a line from edge to edge."""
        left, top, right, bottom = box
        across = right - left > bottom - top
        found = sorted(
            ((s[0], s[2]) if across else (s[1], s[3])) for s in self.strokes[page]
            if (s[1] - NEAR < top < s[3] + NEAR and s[3] - s[1] < THICKEST if across
                else s[0] - NEAR < left < s[2] + NEAR and s[2] - s[0] < THICKEST)
        )
        reached, end = (left, right) if across else (top, bottom)
        for first, last in found:
            if first <= reached + NEAR:
                reached = max(reached, last)
        return reached >= end - NEAR

    def rule(self, rule: Rule) -> Box:
        across = rule.direction == "horizontal"
        x, y = self.x(rule.x), self.y(rule.row)
        return (
            x, y, self.x(rule.x + rule.length) if across else x,
            y if across else self.y(rule.row + rule.length),
        )

    def framed(self, page: int, box: Box) -> bool:
        """True when one path runs round a box, or a line along each of its four sides."""
        left, top, right, foot = box
        sides = (
            (left, top, right, top), (left, foot, right, foot),
            (left, top, left, foot), (right, top, right, foot),
        )
        round_it = any(
            all(abs(a - b) < 2 * NEAR for a, b in zip(s, box, strict=True))
            for s in self.strokes[page]
        )
        return round_it or all(self.holds(page, side) for side in sides)

    def box(self, box: Box) -> Box:
        """left, top, right, bottom in pt of a box of the plan: x, row, width, rows."""
        x, row, width, rows = box
        return self.x(x), self.y(row), self.x(x + width), self.y(row + rows)


@lru_cache(maxsize=3)
def drawn(pack: str) -> Drawn:
    layout, edition = shelf.layout(pack), issue()
    paper = pressroom.plan(edition, layout)[0]
    document = pypdfium2.PdfDocument(build.to_pdf(edition, pack).data)
    strokes = []
    for page in document:
        height = page.get_height()
        strokes.append(tuple(
            (left, height - top, right, height - bottom)
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
            for left, bottom, right, top in [item.get_bounds()]
        ))
    document.close()
    return Drawn(paper.set_in(layout), paper, tuple(strokes))


@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_of_the_plan_is_drawn(pack: str) -> None:
    page = drawn(pack)
    rules = [(n, rule) for n, p in enumerate(page.paper.pages) for rule in p.rules]
    assert {rule.direction for _, rule in rules} == {"vertical", "horizontal"}
    for number, rule in rules:
        assert page.holds(number, page.rule(rule)), (number, rule)


@pytest.mark.parametrize("pack", ["broadsheet", "tabloid"])
def test_stories_side_by_side_are_parted_by_a_rule_or_a_frame(pack: str) -> None:
    """From the plan's rectangles, not from its rules: between two stories stands ink."""
    page = drawn(pack)
    grid, parted = page.layout.grid, 0
    for number, planned in enumerate(page.paper.pages):
        for a in planned.frames:
            for b in planned.frames:
                head, foot = max(a.row, b.row), min(a.row + a.rows, b.row + b.rows)
                if a.column + a.columns != b.column or foot - head < 6 or a.box or b.box:
                    continue
                x, middle = page.x(b.x - grid.gutter / 2), page.y((head + foot) / 2)
                assert page.holds(number, (x, middle - 20, x, middle + 20)), (a.story, b.story)
                parted += 1
    assert parted, "no two stories stand side by side: the page tests nothing"


@pytest.mark.parametrize("pack", PACKS)
def test_boxes_and_spaces_have_their_four_sides(pack: str) -> None:
    page = drawn(pack)
    seen = 0
    for number, planned in enumerate(page.paper.pages):
        boxes = [frame.box for frame in planned.frames if frame.box]
        boxes += [filler.box for filler in planned.fillers if filler.box and filler.item]
        boxes += [(ad.x, ad.row, ad.width, ad.rows) for ad in planned.adverts]
        for box in boxes:
            assert page.framed(number, page.box(box)), (number, box)
            seen += 1
    assert seen >= 2


@pytest.mark.parametrize("pack", PACKS)
def test_hairlines_of_the_masthead_and_tabs_of_sections_are_drawn(pack: str) -> None:
    page = drawn(pack)
    tabs = 0
    for number, planned in enumerate(page.paper.pages):
        for piece in planned.furniture:
            for rule in piece.rules:
                assert page.holds(number, page.rule(rule)), (piece.kind, rule)
            if piece.box:
                assert page.framed(number, page.box(piece.box))
                tabs += 1
    assert tabs


@pytest.mark.parametrize("pack", PACKS)
def test_a_rule_stands_under_the_head_of_every_page(pack: str) -> None:
    page = drawn(pack)
    furnishing, width = page.layout.furnishing, page.layout.grid.width
    for number, planned in enumerate(page.paper.pages):
        row = furnishing.masthead * 0.78 if planned.first else furnishing.folio - 1.1
        y = page.y(row) + 0.6
        assert page.holds(number, (page.x(0), y, page.x(width), y))


def test_a_rule_that_is_not_drawn_is_missed() -> None:
    page = drawn("newsletter")
    bare = replace(page, strokes=tuple(() for _ in page.strokes))
    rule = next(rule for p in page.paper.pages for rule in p.rules)
    assert not bare.holds(0, bare.rule(rule))
