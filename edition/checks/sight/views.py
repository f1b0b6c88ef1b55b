"""From lines to the stories of each page: by the words of the copy, else by geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from edition.checks.sight.align import HEAD_PARTS, Owner
from edition.checks.sight.blocks import Block, View, columns, down, line_box, union
from edition.checks.sight.guess import HEAD, guess
from edition.checks.sight.lines import Frame, Line
from edition.checks.sight.sheet import Box, Sheet

_BAND = 0.6
"""share of the live width a section band's rule spans"""


def views(
    pages: Sequence[Sheet], found: Sequence[Line], legs: Sequence[Frame], size: float,
    pitch: float, told: Sequence[Owner | None] | None, titles: frozenset[str],
    spaces: Mapping[int, tuple[Box, ...]], briefs: frozenset[int],
) -> tuple[View, ...]:
    """Every page with body text.

    `told` gives the owners of `found`, `titles` name sections, `spaces` are frames for
    advertisements by page, `briefs` the stories that are items of a briefs column.
    """
    result = []
    for sheet in pages:
        own = [(i, line) for i, line in enumerate(found) if line.page == sheet.number]
        if told is None:
            blocks = guess(sheet, own, [f for f in legs if f.page == sheet.number], size, pitch)
        else:
            blocks = _gathered(_by_words(own, told, size), briefs, size)
        if not blocks:
            continue
        taken = {id(line) for block in blocks for line in block.lines}
        loose = tuple(line for _, line in own if id(line) not in taken)
        live = union(block.box for block in blocks)
        bands = _bands(sheet, loose, live, size, pitch, titles)
        result.append(View(sheet, blocks, loose, bands, live, size, pitch,
                           spaces.get(sheet.number, ())))
    return tuple(result)


def _by_words(
    own: Sequence[tuple[int, Line]], told: Sequence[Owner | None], size: float
) -> tuple[Block, ...]:
    """The stories of one page; a head without text, as in a list of contents, is none."""
    stories: dict[int, list[tuple[int, Line, Owner]]] = {}
    for i, line in own:
        owner = told[i]
        aside = owner is not None and owner.again and abs(line.size - size) > 0.05
        if owner is not None and not aside:
            stories.setdefault(owner.story, []).append((i, line, owner))
    blocks = []
    for story, lines in sorted(stories.items()):
        heads = [(ln, o) for _, ln, o in lines if o.part in HEAD_PARTS]
        largest = max((ln.size for ln, o in heads if o.part == "headline"), default=0.0)
        head = tuple(ln for ln, o in heads if o.part != "headline" or ln.size > 0.8 * largest)
        captions = tuple(ln for _, ln, o in lines if o.part == "caption")
        text = [(ln, o) for _, ln, o in lines if o.part not in (*HEAD_PARTS, "caption")]
        legs = columns([ln for ln, _ in text], size)
        body = [(o.at, ln) for ln, o in text if abs(ln.size - size) < 0.05 and not o.again]
        opener = min(body, key=lambda pair: pair[0])[1] if body else None
        if not legs:
            continue
        first = next((n for n, leg in enumerate(legs) if opener in leg.lines), None)
        blocks.append(Block(own[0][1].page, story, head, legs, captions, lines[0][0], first))
    return tuple(blocks)


def _gathered(
    blocks: Sequence[Block], briefs: frozenset[int], size: float
) -> tuple[Block, ...]:
    """Briefs that follow each other in the file made one block; their heads run in."""
    told = sorted(blocks, key=lambda b: b.begins)
    found: list[Block] = []
    for short, run in groupby(told, key=lambda b: _run_in(b, b.story in briefs, size)):
        members = tuple(run)
        found += [_column(members, size)] if short else members
    return tuple(sorted(found, key=lambda b: b.story))


def _run_in(block: Block, brief: bool, size: float) -> bool:
    """True for a brief, and for a story whose head is hardly larger than the body, in its leg."""
    if not block.head:
        return brief
    narrow = block.head_box[2] - block.head_box[0] <= max(
        leg.box[2] - leg.box[0] for leg in block.legs) + size
    return block.head_size < HEAD * size and narrow


def _column(members: tuple[Block, ...], size: float) -> Block:
    lines = [line for block in members for line in block.lines]
    captions = tuple(line for block in members for line in block.captions)
    aside = {id(line) for line in captions}
    legs = columns([line for line in lines if id(line) not in aside], size)
    return Block(members[0].page, min(b.story for b in members), (), legs, captions,
                 min(b.begins for b in members), None, members)


def _bands(
    sheet: Sheet, loose: Sequence[Line], live: Box, size: float, pitch: float,
    titles: frozenset[str],
) -> tuple[float, ...]:
    """Heights of loose lines that name a section and of those beside a rule right across."""
    found = []
    wide = [
        mark.box for mark in sheet.marks
        if mark.box[2] - mark.box[0] >= _BAND * (live[2] - live[0])
        and mark.box[3] - mark.box[1] < 4 * pitch
    ]
    for line in loose:
        box = line_box(line)
        inside = live[1] < line.y < live[3] and line.size >= 1.2 * size
        ruled = any(down((0, r[1] - 2 * pitch, 0, r[3] + 2 * pitch), box) > 0 for r in wide)
        if inside and (ruled or line.text in titles):
            found.append((box[1] + box[3]) / 2)
    return tuple(sorted(set(found), reverse=True))
