"""Is the text whole: nothing missing, doubled or out of order (IDs H1 and TX1)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from edition.checks.report import Finding, Place
from edition.checks.sight.align import HEAD_PARTS, Copy, Owner, bounds, common_size, even
from edition.checks.sight.lines import Line

_FLOATS = ("caption", "quote")
"""parts that may stand anywhere in the legs of their story"""
_TWICE = 8
"""characters of body text that, set again, count as doubled"""


def text_in_order(
    found: Sequence[Line], told: Sequence[Owner | None], wanted: Sequence[Copy]
) -> Finding:
    """H1: no character of a story is missing, doubled or out of order, continuations joined."""
    size = common_size(found)
    broken: list[Place] = []
    missing = [bytearray(b"\1") * len(copy.text) for copy in wanted]
    last: dict[int, Owner] = {}
    for line, owner in zip(found, told, strict=True):
        if owner is None:
            continue
        where = line.page, line.x, line.y
        for at in _said(line, owner, wanted[owner.story]):
            missing[owner.story][at] = 0
        before = last.get(owner.story)
        body = owner.part not in (*HEAD_PARTS, *_FLOATS) and abs(line.size - size) < 0.05
        if owner.again and body and owner.end - owner.at >= _TWICE:
            broken.append(Place(*where, f"doubled: {line.text[:24]}"))
        elif body and before is not None and owner.at < before.at:
            broken.append(Place(*where, f"out of order: {line.text[:24]}"))
        if body and not owner.again:
            last[owner.story] = owner
    for copy, gaps in zip(wanted, missing, strict=True):
        broken += [
            Place(0, 0, 0, f"missing in “{copy.name[:12]}”: {copy.text[a:b][:24]}")
            for a, b in _runs(gaps)
        ]
    return Finding("H1", "must", "no character of a story is missing, doubled or out of order",
                   len(broken), sum(len(copy.text) for copy in wanted), None, tuple(broken))


_LONG = 24
"""characters from which a piece said too often counts as doubled"""


def text_whole(
    found: Sequence[Line], told: Sequence[Owner | None], wanted: Sequence[Copy]
) -> Finding:
    """TX1: every piece of every story stands in its lines once, whole and in order.

    Captions and quotations in display stand anywhere among them.
    """
    said, bare = [""] * len(wanted), [""] * len(wanted)
    for line, owner in zip(found, told, strict=True):
        if owner is not None:
            said[owner.story] += even(line.text)
            bare[owner.story] += even(line.text) if owner.part not in _FLOATS else ""
    broken: list[Place] = []
    total = 0
    for copy, text, running in zip(wanted, said, bare, strict=True):
        total += len(copy.parts)
        broken += [Place(0, 0, 0, fault) for fault in _pieces(copy, text, running)]
    return Finding("TX1", "must", "the text of every story is whole, once and in order",
                   len(broken), total, None, tuple(broken))


def _pieces(copy: Copy, text: str, bare: str) -> Iterator[str]:
    """Faults of the pieces of a story in what its lines say, all and those that run on."""
    at = 0
    for part, begin, end in bounds(copy):
        piece = copy.text[begin:end]
        if len(piece) > _LONG and text.count(piece) > copy.text.count(piece):
            yield f"doubled: {piece[:24]}"
        if part in _FLOATS:
            if piece not in text:
                yield f"missing: {piece[:24]}"
            continue
        here = bare.find(piece, at)
        if here < 0:
            yield f"{'out of order' if piece in bare else 'missing'}: {piece[:24]}"
        else:
            at = here + len(piece)


def _said(line: Line, owner: Owner, copy: Copy) -> Iterator[int]:
    """Positions of the copy a line really says."""
    text, wanted = even(line.text), copy.text[owner.at : owner.end]
    if text == wanted:
        yield from range(owner.at, owner.end)
        return
    match = difflib.SequenceMatcher(None, wanted, text, autojunk=False)
    for run in match.get_matching_blocks():
        yield from range(owner.at + run.a, owner.at + run.a + run.size)


def _runs(flags: bytearray) -> Iterator[tuple[int, int]]:
    begin = -1
    for i, flag in enumerate([*flags, 0]):
        if flag and begin < 0:
            begin = i
        elif not flag and begin >= 0:
            yield begin, i
            begin = -1
