"""What stands over a later page and between its stories: folio, section tabs, jump lines
(报眉, 栏题, 转版)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edition.compose.composed import EM_BOX_ASCENT, Line
from edition.makeup.furnish.means import Means, Spot
from edition.makeup.paper import Page, PlacedFurniture, SectionHead, StoryFrame
from edition.model import Edition
from edition.packs.layout import TypeRole
from edition.trade.phrases import day, short_day
from edition.trade.printed_words import PrintedWords

FOLIO_LABEL, FOLIO_TITLE, FOLIO_NAME, FOLIO_DATE = 1.9, 1.15, 1.45, 1.0
"""em: sizes of the parts of a folio"""
SMALLER = (0.9, 0.8, 0.7)
"""of its size, what a date is set at before it is cut"""
AFTER_LABEL = 0.6
"""em between the page's label and its name"""
ABOVE_RULE = 1.2
"""rows of the folio's depth that its line leaves free at the foot"""
SECTION_TYPE = TypeRole("hei-heavy", 1.6)
SECTION_REST = 3.2
"""em of the title's own size that the tab takes beside the title, the white after it counted"""
TAB_EDGE, TAB_DEPTH = 1.0, 1.38
"""em of the title's own size: black beside the title, and depth of the tab"""
TAB_LOW = 1.0
"""pt by which the tab stands below the middle of its band, as its rules do"""


def page_name(edition: Edition, page: Page) -> str:
    """版名 of a later page: the section with most of its ground, else the imprint's.

    Stories under no section count too: where they take most of the page it bears no section's name.
    """
    titles = {story.id: section.title for section in edition.sections for story in section.stories}
    ground: dict[str, int] = {}
    for frame in page.frames:
        title = titles.get((frame.briefs or (frame.story,))[0]) or ""
        ground[title] = ground.get(title, 0) + frame.columns * frame.rows
    most = max(ground, key=lambda title: ground[title], default="")
    return most or edition.imprint.page_title or ""


def folio(means: Means, edition: Edition, page: Page, name: str) -> Iterator[PlacedFurniture]:
    """报眉: label and page name outside, the paper's name in the middle, the date inside.

    All stand on one baseline. Each has a third of the width; the name stands in the middle of
    the page whatever is beside it, and what it leaves of its third is the date's.
    """
    third = means.width / 3 - 1
    line = means.row * (means.layout.furnishing.folio - ABOVE_RULE)
    baseline = line / 2 + EM_BOX_ASCENT - 0.5
    recto = page.recto
    yield _outer(means, page.label, page_name(edition, page), baseline, recto)
    middle = means.line("folio-name", name)
    size = min(FOLIO_NAME, third / max(middle.width, 1))
    x = (means.width - middle.width * size) / 2
    yield PlacedFurniture(
        "middle", "", (means.on_baseline("folio-name", middle, x, baseline, size),)
    )
    if edition.imprint.date:
        room = max(third, (means.width - middle.width * size) / 2 - 1)
        inner, small, cut = _date(means, edition, third, room)
        x = 0.0 if recto else means.width - inner.width * small
        text = means.on_baseline("folio-date", inner, x, baseline, small)
        yield PlacedFurniture("inner", "", (replace(text, cut=cut),))


def _date(means: Means, edition: Edition, third: float, room: float) -> tuple[Line, float, bool]:
    """The date, its size in em, and whether it is cut: smaller or without its weekday before."""
    assert edition.imprint.date is not None
    whole = day(edition.imprint.date, edition.language)
    short = short_day(edition.imprint.date, edition.language)
    tries = [(whole, FOLIO_DATE, third), (whole, FOLIO_DATE, room), (whole, SMALLER[0], room)]
    tries += [(short, FOLIO_DATE, room), *((short, small, room) for small in SMALLER)]
    for text, small, wide in tries:
        line = means.line("folio-date", text)
        if line.width * small <= wide:
            return line, small, False
    line, cut = means.cut("folio-date", short, room / SMALLER[-1])
    return line, SMALLER[-1], cut


def _outer(
    means: Means, label: str, title: str, baseline: float, recto: bool
) -> PlacedFurniture:
    """The page's label at the outer edge and its name beside it, in a third of the width."""
    third = means.width / 3 - 1
    mark = means.line("folio-label", label)
    size = min(FOLIO_LABEL, third / max(mark.width, 1))
    wide = mark.width * size + AFTER_LABEL
    x = means.width - mark.width * size if recto else 0.0
    number = means.on_baseline("folio-label", mark, x, baseline, size)
    if not title:
        return PlacedFurniture("outer", "", (number,))
    room = max((third - wide) / FOLIO_TITLE, 2)
    name, cut = means.cut("folio-title", title, room)
    x = means.width - wide - name.width * FOLIO_TITLE if recto else wide
    beside = replace(means.on_baseline("folio-title", name, x, baseline, FOLIO_TITLE), cut=cut)
    first, second = (beside, number) if recto else (number, beside)
    return PlacedFurniture("outer", "", (first, replace(second, runs_on=True)))


def section_tab(means: Means, head: SectionHead) -> PlacedFurniture:
    """栏题: the title in its tab; a long one is set smaller, so that the tab stays inside."""
    role = means.layout.roles.get("section", SECTION_TYPE)
    title = means.line("section", head.title)
    deepest = head.rows * means.row * 0.66
    size = min(role.size, deepest, head.width / (title.width + SECTION_REST))
    wide, deep = (title.width + 2 * TAB_EDGE) * size, TAB_DEPTH * size
    y = (head.row + head.rows / 2) * means.row - deep / 2 + TAB_LOW / means.em
    text = means.text("section", (title,), Spot(head.x, y, wide, "center"), size, deep)
    box = (head.x, round(y / means.row, 4), round(wide, 4), round(deep / means.row, 4))
    return PlacedFurniture("section", head.section, (text,), box=box)


def jumps(means: Means, frame: StoryFrame, say: PrintedWords) -> Iterator[PlacedFurniture]:
    """上接 over the continuation of a story, 下转 under its first part."""
    if frame.continued_from is not None:
        line = means.line("jump", say.jump_from.format(frame.continued_from))
        spot = Spot(frame.x, frame.row * means.row, frame.width)
        text = means.text("jump", (line,), spot, 1.0, means.row)
        yield PlacedFurniture("jump-from", frame.story, (text,))
    if frame.continued_on is not None and frame.legs:
        line = means.line("jump", say.jump_on.format(frame.continued_on))
        foot = max(leg.row + leg.rows for leg in frame.legs)
        spot = Spot(frame.x, foot * means.row, frame.width, "right")
        text = means.text("jump", (line,), spot, 1.0, means.row)
        yield PlacedFurniture("jump-on", frame.story, (text,))
