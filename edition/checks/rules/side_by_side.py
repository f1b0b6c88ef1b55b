"""Heads of two stories side by side: whether they stand level, and what parts them."""

from __future__ import annotations

from collections.abc import Iterable

from edition.checks.sight.boxes import Box, down, union
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.trade.page_bounds import LEVEL_ROWS


def level(page: SeenPage, a: Box, b: Box) -> bool:
    """True for two heads that begin at one height."""
    return abs(a[3] - b[3]) <= LEVEL_ROWS * page.pitch


def parted(
    page: SeenPage, stories: tuple[SeenStory, SeenStory], heads: tuple[Box, Box],
    things: Iterable[Box],
) -> bool:
    """True where a leg of the left story, or one of the things, stands between two heads."""
    left, right = stories
    head, both = heads[0], union(heads)
    # The last leg of a story may stand beside its head, not under it.
    leg_beside = any(
        head[2] <= leg.box[0] + page.size and down(leg.box, head) > page.pitch
        for leg in left.legs
    )
    return leg_beside or any(
        left.span[2] - page.size <= box[0] and box[2] <= right.box[0] + page.size
        and down(box, both) > 0
        for box in things
    )
