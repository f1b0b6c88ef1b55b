"""Glyphs where none may be: on each other, off the page, in another story (IDs H2, H3, H4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.boxes import across, down, union
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.checks.sight.sheet import Glyph, Sheet
from edition.checks.targets import MOST_OVERLAP
from edition.messages.texts import Phrase

_NARROW = 0.3
"""em; marks no wider are left out (H2)"""
_OVERPRINT = 2.5
"""pairs of glyphs an overprint counts for beyond its own: a word printed over another is few"""
_LIGATURE = 3
"""letters that may be one glyph: they come one after the other and have one box"""
_CELL = 12
"""pt; glyphs are sought among those of their own and the neighbouring cells"""


def glyphs_apart(paper: SeenPaper) -> Finding:
    """H2: no glyph lies on another by more than 35 % of the size, marks left out."""
    broken: list[FaultPlace] = []
    total = 0
    for sheet in paper.sheets:
        inked = [g for g in sheet.glyphs
                 if not g.char.isspace() and g.right - g.left > _NARROW * g.size]
        total += len(inked)
        broken += [FaultPlace(sheet.number, upper.x, upper.y, lower.char + upper.char)
                   for lower, upper in _overlapping(inked)]
    over = _OVERPRINT + len(broken) / max(1, len(paper.sheets)) if broken else 0.0
    return Finding("H2", "must", len(broken), total, None, tuple(broken), over)


def _overlapping(inked: Sequence[Glyph]) -> Iterator[tuple[Glyph, Glyph]]:
    """Pairs of glyphs that lie on each other, the earlier first."""
    cells: dict[tuple[int, int], list[int]] = {}
    for i, g in enumerate(inked):
        column, row = int(g.left // _CELL), int(g.bottom // _CELL)
        for near in ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            for j in cells.get(near, ()):
                h = inked[j]
                ligature = i - j < _LIGATURE and (g.left, g.right) == (h.left, h.right)
                if not ligature and _overlap(g, h):
                    yield h, g
        cells.setdefault((column, row), []).append(i)


def _overlap(g: Glyph, h: Glyph) -> bool:
    wide = min(g.right, h.right) - max(g.left, h.left)
    deep = min(g.top, h.top) - max(g.bottom, h.bottom)
    limit = MOST_OVERLAP * min(g.size, h.size)
    return wide > limit and deep > limit


def glyphs_on_page(paper: SeenPaper) -> Finding:
    """H3: every glyph lies on the page and is seen whole, a head between the edges of the type."""
    broken = [
        FaultPlace(sheet.number, g.x, g.y, g.char)
        for sheet in paper.sheets for g in sheet.glyphs
        if not g.char.isspace() and not _on_page(g, sheet)
    ]
    broken += [
        FaultPlace(sheet.number, g.x, g.y, Phrase("glyph_clipped", {"char": g.char}))
        for sheet in paper.sheets for g in sheet.clipped
    ]
    for page in paper.pages:
        broken += _beyond(page)
    return Finding("H3", "must", len(broken), sum(len(s.glyphs) for s in paper.sheets), None,
                   tuple(broken))


def _on_page(g: Glyph, sheet: Sheet) -> bool:
    return g.left >= -1 and g.right <= sheet.width + 1 and -1 <= g.y <= sheet.height + 1


def _beyond(page: SeenPage) -> Iterator[FaultPlace]:
    """Glyphs of heads left or right of everything else on the page: legs, rules, furniture."""
    if len(page.stories) < 2:
        return
    rules = (mark.box for mark in page.sheet.marks if mark.kind == "rule")
    left, _, right, _ = union([
        *(story.span for story in page.stories), *(line.box for line in page.loose), *rules,
    ])
    for g in (g for story in page.stories for line in story.head for g in line.glyphs):
        if g.left < left - 0.5 * page.size or g.right > right + page.size:
            words = Phrase("glyph_beyond_type_area", {"char": g.char})
            yield FaultPlace(page.number, g.x, g.y, words)


def stories_apart(paper: SeenPaper) -> Finding:
    """H4: no glyph of one story lies in the box of another. A guessed story is no failure."""
    count, total, found = 0, 0, []
    for page in paper.pages:
        total += sum(len(line.glyphs) for story in page.stories for line in story.lines)
        for host, guest in permutations(page.stories, 2):
            inside = _inside(host, guest, 0.3 * page.size)
            if inside:
                box = guest.place_box
                found.append(FaultPlace(page.number, box[0], box[3], Phrase("story_in_story", {
                    "count": inside, "guest": guest.title, "host": host.title,
                })))
                count += inside
    return Finding("H4", "must" if paper.has_copy else "should", count, total, None, tuple(found),
                   len(found) / max(1, len(paper.pages)))


def _inside(host: SeenStory, guest: SeenStory, slack: float) -> int:
    """Glyphs of the guest's head and legs whose middle lies in the host's box."""
    box = host.box
    room = box[0] + slack, box[1] + slack, box[2] - slack, box[3] - slack
    if across(room, guest.box) <= 0 or down(room, guest.box) <= 0:
        return 0
    lines = (*guest.head, *(line for leg in guest.legs for line in leg.lines))
    return sum(
        room[0] < (g.left + g.right) / 2 < room[2] and room[1] < g.y + 0.38 * g.size < room[3]
        for line in lines for g in line.glyphs
    )
