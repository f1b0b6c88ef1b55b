"""Is the text whole: nothing missing, doubled or out of order (IDs H1 and TX1)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import groupby

from edition.checks.given_copy import FLOATS, GROUP, HEAD_PARTS, ROWS, StoryText, even
from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.owners import Owner
from edition.checks.sight.paper_lines import PaperLines
from edition.checks.sight.seen_lines import SeenLine, common_size
from edition.checks.sight.seen_paper import SeenPaper
from edition.messages.texts import Phrase

_TWICE = 8
"""characters of body text that, set again, count as doubled"""
_LONG = 24
"""characters from which a piece said too often counts as doubled"""
_SHOWN = 24
"""characters of the copy a report shows"""


def _owned(text: PaperLines) -> Iterator[tuple[SeenLine, Owner]]:
    """Lines of stories with what they say."""
    for line, owner in zip(text.lines, text.owners or (), strict=True):
        if owner is not None:
            yield line, owner


def _by_cells(text: PaperLines) -> Iterator[tuple[SeenLine, Owner]]:
    """The same; neighbours set in rows as the copy has them, since cells stand side by side."""
    for rows, group in groupby(_owned(text), key=lambda pair: pair[1].part == ROWS):
        yield from sorted(group, key=lambda pair: (pair[1].story, pair[1].at) if rows else (0, 0))


def text_in_order(paper: SeenPaper) -> Finding:
    """H1: no character of a story is missing, doubled or out of order, continuations joined."""
    wanted = paper.text.texts
    missing = [bytearray(b"\1") * len(copy.text) for copy in wanted]
    for line, owner in _owned(paper.text):
        for at in _said(line, owner, wanted[owner.story]):
            missing[owner.story][at] = 0
    for copy, gaps in zip(wanted, missing, strict=True):
        _allow(copy, gaps)
    broken = list(_misplaced(paper.text))
    for copy, gaps in zip(wanted, missing, strict=True):
        broken += [
            FaultPlace(0, 0, 0, Phrase("missing_in_story", {
                "story": copy.name[:12], "words": copy.text[a:b][:_SHOWN],
            }))
            for a, b in _stretches(gaps)
        ]
    return Finding("H1", "must", len(broken), sum(len(copy.text) for copy in wanted), None,
                   tuple(broken))


def _allow(copy: StoryText, gaps: bytearray) -> None:
    """Take out of what is missing the captions of optional pictures that are left out with all of
    theirs, and a head over stories that stand apart."""
    for part, begin, end in copy.bounds():
        if part in ("caption", GROUP) and begin in copy.optional and all(gaps[begin:end]):
            gaps[begin:end] = bytes(end - begin)


def _misplaced(text: PaperLines) -> Iterator[FaultPlace]:
    """Body lines said twice, and those that stand before what they follow in the copy."""
    size = common_size(text.lines)
    last: dict[int, Owner] = {}
    for line, owner in _owned(text):
        if owner.part in (*HEAD_PARTS, *FLOATS) or not abs(line.size - size) < 0.05:
            continue
        before = last.get(owner.story)
        words = {"words": line.text[:_SHOWN]}
        if owner.again and owner.end - owner.at >= _TWICE:
            yield FaultPlace(line.page, line.x, line.y, Phrase("text_doubled", words))
        elif before is not None and owner.at < before.at:
            yield FaultPlace(line.page, line.x, line.y, Phrase("text_out_of_order", words))
        if not owner.again:
            last[owner.story] = owner


def text_whole(paper: SeenPaper) -> Finding:
    """TX1: every piece of every story stands in its lines once, whole and in order.

    Captions and quotations in display stand anywhere among them.
    """
    wanted = paper.text.texts
    running, floating = [""] * len(wanted), [""] * len(wanted)
    for line, owner in _by_cells(paper.text):
        if owner.again and owner.part in HEAD_PARTS:
            continue  # A long headline stands again in an index, and is no headline there.
        said = floating if owner.part in FLOATS else running
        said[owner.story] += even(line.text)
    broken = [
        FaultPlace(0, 0, 0, fault)
        for copy, *said in zip(wanted, running, floating, strict=True)
        for fault in _faults(copy, *said)
    ]
    return Finding("TX1", "must", len(broken), sum(len(copy.parts) for copy in wanted), None,
                   tuple(broken))


def _faults(copy: StoryText, running: str, floating: str) -> Iterator[Phrase]:
    """Faults of the pieces of a story in what its lines say: those that run on, and the others.

    What floats is left out on both sides before a piece is counted: where it stood between two
    pieces, their seam says nothing on one side and perhaps a third piece on the other.
    """
    at = 0
    once = {floats: _joined(copy, floats) for floats in (True, False)}
    for part, begin, end in copy.bounds():
        piece, floats = copy.text[begin:end], part in FLOATS
        words = {"words": piece[:_SHOWN]}
        said = floating if floats else running
        if len(piece) > _LONG and said.count(piece) > once[floats].count(piece):
            yield Phrase("text_doubled", words)
        if floats:
            said_at_all = piece in floating or piece in running
            if not said_at_all and begin not in copy.optional:
                yield Phrase("text_missing", words)
            continue
        here = running.find(piece, at)
        if here < 0:
            yield Phrase("text_out_of_order" if piece in running else "text_missing", words)
        else:
            at = here + len(piece)


def _joined(copy: StoryText, floats: bool) -> str:
    """All parts of a story that float, or all that do not, one behind the other."""
    return "".join(
        copy.text[begin:end] for part, begin, end in copy.bounds() if (part in FLOATS) == floats
    )


def _said(line: SeenLine, owner: Owner, copy: StoryText) -> Iterator[int]:
    """Positions of the copy a line really says."""
    text, wanted = even(line.text), copy.text[owner.at : owner.end]
    if text == wanted:
        yield from range(owner.at, owner.end)
        return
    match = difflib.SequenceMatcher(None, wanted, text, autojunk=False)
    for run in match.get_matching_blocks():
        yield from range(owner.at + run.a, owner.at + run.a + run.size)


def _stretches(flags: bytearray) -> Iterator[tuple[int, int]]:
    """(begin, end) of every run of set flags."""
    begin = -1
    for i, flag in enumerate([*flags, 0]):
        if flag and begin < 0:
            begin = i
        elif not flag and begin >= 0:
            yield begin, i
            begin = -1
