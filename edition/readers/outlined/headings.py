"""Headings as structured formats give them, and the rule that says what each of them begins.

The rule, which docs/reading.md states: the highest level of heading there is begins stories.
One that has its own stories below it, told by their bylines or datelines, is a section. With a
single heading of the highest level the file is one story; what is lower is a crosshead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from edition.model import Block, Byline, Figure, Paragraph, plain
from edition.trade.bylines import glued, own_line
from edition.trade.datelines import dateline_of

CROSSHEAD_LEVEL = 20
"""level of a heading that only parts a story: below Heading 1 … 9"""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of the source, level 1 the highest."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Above:
    """A kicker, named as such by the source: it belongs to the headline that follows."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Below:
    """A deck, named as such by the source: it belongs to the headline before it."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class End:
    """A block that stands at the end of its story, behind what is still to come: a footnote."""

    block: Block


Item = Head | Above | Below | End | Byline | Block


class Role(Enum):
    """What a heading is to the stories."""

    SECTION = auto()
    STORY = auto()
    CROSSHEAD = auto()


def heading_roles(items: Sequence[Item], one_story: bool) -> dict[int, Role]:
    """What each heading is, by its place among the items."""
    heads = [(at, item) for at, item in enumerate(items) if isinstance(item, Head)]
    if one_story or not heads:
        return {at: Role.CROSSHEAD for at, _ in heads}
    top = min(head.level for _, head in heads)
    roles: dict[int, Role] = {}
    below: int | None = None
    for n, (at, head) in enumerate(heads):
        if head.level == top:
            stop = next((a for a, h in heads[n + 1 :] if h.level == top), len(items))
            below = _story_level(items, at, stop)
            roles[at] = Role.STORY if below is None else Role.SECTION
        else:
            roles[at] = Role.STORY if head.level == below else Role.CROSSHEAD
    return roles


def _story_level(items: Sequence[Item], at: int, stop: int) -> int | None:
    """The level of the stories under the heading at `at`, or None when it is a story itself.

    They follow it at once, are two or more, and at least two are signed or dated themselves.
    """
    follower = items[at + 1] if at + 1 < stop else None
    if not isinstance(follower, Head):
        return None
    level = follower.level
    starts = [
        n for n in range(at + 1, stop) if isinstance(h := items[n], Head) and h.level == level
    ]
    ends = [*starts[1:], stop]
    signed = sum(
        _stands_alone([i for i in items[a + 1 : b] if isinstance(i, Paragraph)])
        for a, b in zip(starts, ends, strict=True)
    )
    return level if signed >= 2 else None


def _stands_alone(paragraphs: Sequence[Paragraph]) -> bool:
    if not paragraphs:
        return False
    first, last = plain(paragraphs[0].runs), plain(paragraphs[-1].runs)
    signed = own_line(last) or own_line(first) or glued(last)
    return signed is not None or dateline_of(first) is not None


def add_caption(items: list[Item], caption: Figure) -> None:
    """A caption goes to the picture before it that has none, else it stands alone."""
    before = items[-1] if items else None
    if isinstance(before, Figure) and before.src and not before.caption:
        items[-1] = replace(
            before, caption=caption.caption, lines=(*before.lines, *caption.lines)
        )
    else:
        items.append(caption)
