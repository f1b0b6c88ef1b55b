"""A finished paper as its reader sees it: pages of stories, lines of type, white and ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.checks.given_copy import GROUP, ROWS, GivenCopy
from edition.checks.pdf_objects import active_objects
from edition.checks.sight.boxes import Box, down, union
from edition.checks.sight.by_geometry import stories_by_geometry
from edition.checks.sight.by_words import stories_by_words
from edition.checks.sight.cells import PageCells, page_cells
from edition.checks.sight.glyphs import container, sheets
from edition.checks.sight.live_area import live_areas
from edition.checks.sight.paper_lines import PaperLines, paper_lines
from edition.checks.sight.seen_lines import BodyType, SeenLine
from edition.checks.sight.seen_stories import SeenPage
from edition.checks.sight.sheet import Container, Sheet
from edition.checks.sight.tongues import language_of
from edition.checks.sight.type_lines import OtherLines, TypeLine, type_lines

_FOOT = 30.0
"""pt above the foot of the live area within which lines below all stories are furniture, and
above such furniture within which the text ends at its foot"""
_ACROSS = 0.6
"""share of the live width the rule of a section head spans"""


@dataclass(frozen=True, slots=True)
class SeenPaper:
    """All the rules may look at."""

    sheets: tuple[Sheet, ...]
    container: Container
    active: int
    """scripts and actions in the file"""
    text: PaperLines
    pages: tuple[SeenPage, ...]
    """those with body text"""
    type_lines: tuple[TypeLine, ...]
    cells: tuple[PageCells, ...]

    @property
    def body(self) -> BodyType:
        return self.text.body

    @property
    def has_copy(self) -> bool:
        """True when the copy says which story a line is of, and the rank of stories."""
        return self.text.copy is not None


def see_paper(data: bytes, copy: GivenCopy | None) -> SeenPaper:
    """Read a PDF. Raises UnreadableInput when it cannot be opened."""
    drawn, about = sheets(data), container(data)
    active = about.scripts or active_objects(data)
    return see_sheets(drawn, about, active, copy)


def see_sheets(
    drawn: tuple[Sheet, ...], about: Container, active: int, copy: GivenCopy | None
) -> SeenPaper:
    """Make out lines, stories and white on drawn pages."""
    text = paper_lines(drawn, copy)
    areas = live_areas(drawn)
    pages = tuple(
        page for sheet in drawn if (page := _page(sheet, text, areas.get(sheet.number))) is not None
    )
    lines = type_lines(
        text.frames, text.body.pitch, copy=copy.running if copy else "",
        language=language_of(about.language, copy.language if copy else ""),
        other=OtherLines(_lines_in(text, ROWS), _lines_in(text, "caption")),
    )
    cells = page_cells(drawn, pages, text.frames, text.body)
    return SeenPaper(drawn, about, active, text, pages, lines, cells)


def _lines_in(text: PaperLines, part: str) -> frozenset[int]:
    """Identities of the lines the copy has in a part of its stories."""
    return frozenset(
        id(line) for line, owner in zip(text.lines, text.owners or (), strict=False)
        if owner is not None and owner.part == part
    )


def _page(sheet: Sheet, text: PaperLines, area: Box | None) -> SeenPage | None:
    """A page by its stories; None for one without."""
    own = [(i, line) for i, line in enumerate(text.lines) if line.page == sheet.number]
    if text.owners is None:
        frames = [frame for frame in text.frames if frame.page == sheet.number]
        stories = stories_by_geometry(sheet, own, frames, text.body)
    else:
        briefs = frozenset(story.rank for story in text.texts if story.brief)
        stories = stories_by_words(own, text.owners, briefs, text.body)
    if not stories:
        return None
    taken = {id(line) for story in stories for line in story.lines}
    loose = tuple(line for _, line in own if id(line) not in taken)
    live = union(story.box for story in stories)
    titles = text.copy.titles if text.copy else frozenset()
    heads = _section_heads(sheet, loose, live, text.body, titles)
    spaces = text.spaces.get(sheet.number, ())
    area = None if area is None else _between(sheet, loose, live, area)
    over = tuple(
        line for i, line in own
        if text.owners is not None and (owner := text.owners[i]) and owner.part == GROUP
    )
    return SeenPage(sheet, stories, loose, heads, live, text.body, spaces, area, over)


def _between(sheet: Sheet, loose: Sequence[SeenLine], live: Box, area: Box) -> Box:
    """The live area without furniture above all stories, and without that at its very foot."""
    wide = _ACROSS * (area[2] - area[0])
    rules = [mark.box for mark in sheet.marks
             if mark.kind == "rule" and mark.box[2] - mark.box[0] >= wide]
    boxes = [*(line.box for line in loose), *rules]
    over = [box[1] for box in boxes if box[1] >= live[3] - 1]
    near = area[1] + _FOOT
    under = [box[3] for box in boxes if box[3] <= live[1] + 1 and box[1] < near]
    foot = max([area[1], *under])
    foot = live[1] if under and live[1] - foot < _FOOT else foot
    return area[0], foot, area[2], min([area[3], *over])


def _section_heads(
    sheet: Sheet, loose: Sequence[SeenLine], live: Box, body: BodyType, titles: frozenset[str]
) -> tuple[float, ...]:
    """Heights of loose lines that name a section and of those beside a rule right across."""
    found = []
    pitch = body.pitch
    wide = [
        mark.box for mark in sheet.marks
        if mark.box[2] - mark.box[0] >= _ACROSS * (live[2] - live[0])
        and mark.box[3] - mark.box[1] < 4 * pitch
    ]
    for line in loose:
        box = line.box
        inside = live[1] < line.y < live[3] and line.size >= 1.2 * body.size
        ruled = any(down((0, r[1] - 2 * pitch, 0, r[3] + 2 * pitch), box) > 0 for r in wide)
        if inside and (ruled or line.text in titles):
            found.append((box[1] + box[3]) / 2)
    return tuple(sorted(set(found), reverse=True))
