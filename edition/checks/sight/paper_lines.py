"""All lines of a paper: which are body, jumps, advertisements, furniture, and who says what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.checks.given_copy import HEAD_PARTS, GivenCopy, StoryText
from edition.checks.sight.beside_stories import Owned, furniture, is_sign, spaces
from edition.checks.sight.boxes import Box, centred_in
from edition.checks.sight.jump_lines import SeenJump, jump_lines
from edition.checks.sight.owners import Owner, owners
from edition.checks.sight.seen_lines import (
    BodyType,
    SeenLine,
    TextFrame,
    body_type,
    lines_of,
    text_frames,
)
from edition.checks.sight.sheet import Sheet


@dataclass(frozen=True, slots=True)
class PaperLines:
    """The lines of all pages in the order of the file, and what they are."""

    jumps: tuple[SeenJump, ...]
    lines: tuple[SeenLine, ...]
    """without jump lines and what stands in spaces for advertisements"""
    body: BodyType
    frames: tuple[TextFrame, ...]
    """the legs of body text, furniture left out"""
    copy: GivenCopy | None
    owners: tuple[Owner | None, ...] | None
    """the owner of each line; None without the copy"""
    spaces: Mapping[int, tuple[Box, ...]]
    """frames for advertisements and house copy, by page"""

    @property
    def texts(self) -> tuple[StoryText, ...]:
        """The stories of the copy; none without it."""
        return self.copy.stories if self.copy else ()


def paper_lines(sheets: Sequence[Sheet], copy: GivenCopy | None) -> PaperLines:
    """Read the lines of all pages."""
    every = [line for sheet in sheets for line in lines_of(sheet)]
    jumps = jump_lines(every)
    sent = {id(jump.line) for jump in jumps}
    found = [line for line in every if id(line) not in sent and not is_sign(line)]
    body = body_type(found)
    told = owners(found, copy.stories) if copy else None
    owned = None if told is None else _owned(found, told)
    declared: dict[int, tuple[Box, ...]] = {}
    aside: set[int] = set()
    for sheet in sheets:
        own = [line for line in every if line.page == sheet.number and id(line) not in sent]
        declared[sheet.number] = spaces(sheet, own, body, owned)
        aside |= {id(line) for line in own
                  if any(centred_in(line.box, box) for box in declared[sheet.number])}
    kept = [i for i, line in enumerate(found) if id(line) not in aside]
    told = None if told is None else tuple(told[i] for i in kept)
    found = [found[i] for i in kept]
    above = {
        id(line) for sheet in sheets
        for line in furniture(sheet, [ln for ln in found if ln.page == sheet.number], body, owned)
    }
    frames = text_frames([line for line in found if id(line) not in above], body)
    return PaperLines(jumps, tuple(found), body, frames, copy, told, declared)


def _owned(found: Sequence[SeenLine], told: Sequence[Owner | None]) -> Owned:
    """True for lines of stories; a head said again, as in a list of contents, is none."""
    said = frozenset(
        id(line) for line, owner in zip(found, told, strict=True)
        if owner is not None and not (owner.again and owner.part in HEAD_PARTS)
    )
    return lambda line: id(line) in said
