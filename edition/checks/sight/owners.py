"""Which story a line of the page belongs to, told from the words alone (make-up ID H1).

Every line is sought in the copy: first where the line before it left off, else anywhere. So it
does not matter who made the page, in what order its file holds the lines, or where a story goes
on. White space and hyphens are left out on both sides.
"""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from edition.checks.given_copy import HEAD_PARTS, StoryText, even
from edition.checks.sight.line_runs import JoinedCopy, settle
from edition.checks.sight.seen_lines import SeenLine, common_size
from edition.checks.sight.table_heads import repeated


@dataclass(frozen=True, slots=True)
class Owner:
    """What a line says: `text[at:end]` of the story of rank `story`."""

    story: int
    part: str
    at: int
    end: int
    again: bool = False
    """True when an earlier line says the same"""


@dataclass(slots=True)
class _Search:
    """What has been settled so far, line by line and character by character."""

    copies: Sequence[StoryText]
    owners: list[Owner | None]
    covered: list[bytearray]
    """characters of each story said: 1 by a line, 2 between two pieces of one"""


def owners(found: Sequence[SeenLine], wanted: Sequence[StoryText]) -> tuple[Owner | None, ...]:
    """The owner of each line; None for furniture and what no story says."""
    begins, parts, master = [], [], ""
    for copy in wanted:
        begins.append(len(master))
        parts += [(part, len(master) + at, len(master) + end) for part, at, end in copy.bounds()]
        master += copy.text + "\0"
    size = common_size(found)
    words = [even(line.text) for line in found]
    twice = repeated(words, [head for copy in wanted for head in copy.heads])
    words = ["" if i in twice else word for i, word in enumerate(words)]
    large = [line.size > 1.2 * size for line in found]
    heads = [(at, end) for part, at, end in parts if part in HEAD_PARTS]
    text = JoinedCopy(
        master, heads, frozenset((at, end) for _, at, end in parts),
        frozenset(at for part, at, _ in parts if part == "caption"),
    )
    places, again = settle(text, found, words, large)
    search = _Search(wanted, [None] * len(found), [bytearray(len(c.text)) for c in wanted])
    for i, at in enumerate(places):
        if at >= 0:
            story = bisect_right(begins, at) - 1
            begin = at - begins[story]
            end = begin + len(words[i])
            search.owners[i] = Owner(story, wanted[story].part_at(begin), begin, end, again[i])
            search.covered[story][begin:end] = b"\1" * (end - begin)
    _fill(search, words)
    return tuple(search.owners)


def _fill(search: _Search, words: Sequence[str]) -> None:
    """Lines left over: into the gap between their neighbours, whole or as far as they agree."""
    for i, text in enumerate(words):
        if search.owners[i] is not None or not text:
            continue
        before = next((o for o in reversed(search.owners[max(0, i - 3) : i]) if o), None)
        after = next((o for o in search.owners[i + 1 : i + 4] if o), None)
        for near, lower in ((before, True), (after, False)):
            if near is None:
                continue
            low = near.end if lower else max(0, near.at - len(text) - 4)
            high = near.end + len(text) + 4 if lower else near.at
            if _agree(search, i, text, near.story, (low, high)):
                break


def _agree(
    search: _Search, i: int, text: str, story: int, stretch: tuple[int, int]
) -> bool:
    """True when most of line `i` stands in a stretch of the story's copy no line has said."""
    copy, (low, high) = search.copies[story], stretch
    match = difflib.SequenceMatcher(None, copy.text[low:high], text, autojunk=False)
    runs = [run for run in match.get_matching_blocks() if run.size]
    if sum(run.size for run in runs) < max(1, 0.6 * len(text)):
        return False
    if any(search.covered[story][low + r.a] for r in runs):
        return False
    for run in runs:
        at = low + run.a
        search.covered[story][at : at + run.size] = b"\1" * run.size
    begin, end = low + runs[0].a, low + runs[-1].a + runs[-1].size
    search.owners[i] = Owner(story, copy.part_at(begin), begin, end)
    for at in range(begin, end):
        search.covered[story][at] = search.covered[story][at] or 2
    return True
