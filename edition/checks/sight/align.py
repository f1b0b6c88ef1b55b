"""Which story a line of the page belongs to, told from the words alone (make-up ID H1).

Every line is sought in the copy: first where the line before it left off, else anywhere. So it
does not matter who made the page, in what order its file holds the lines, or where a story goes
on. White space and hyphens are left out on both sides.
"""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from edition.checks.sight.lines import Line
from edition.checks.sight.runs import Text, settle

HEAD_PARTS = ("kicker", "headline", "deck")
_HYPHENS = str.maketrans("", "", "-\u00ad\u2010\u2011")


def even(text: str) -> str:
    """Text without white space and hyphens: a setter may add one at a line end."""
    return "".join(text.split()).translate(_HYPHENS)


@dataclass(frozen=True, slots=True)
class Copy:
    """The text of one story in order, its parts with where they begin."""

    rank: int
    """from 0, over the whole paper"""
    name: str
    text: str
    parts: tuple[tuple[str, int], ...]
    brief: bool = False
    """True for an item of a briefs column"""

    def part_at(self, at: int) -> str:
        return next((part for part, begin in reversed(self.parts) if begin <= at), "")


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
    copies: Sequence[Copy]
    owners: list[Owner | None]
    covered: list[bytearray]
    """characters of each story said: 1 by a line, 2 between two pieces of one"""


def copies(stories: Mapping[str, Any]) -> tuple[Copy, ...]:
    """The stories of `edition stories --json` in rank order, section after section."""
    found: list[Copy] = []
    for section in stories.get("sections", ()):
        own = list(section.get("stories", ()))
        for story in sorted(own, key=lambda s: _rank(s, len(own))):
            found.append(_copy(len(found), story))
    return tuple(found)


def _rank(story: Mapping[str, Any], last: int) -> float:
    rank = story.get("rank")
    return float(rank) if isinstance(rank, int | float) and rank else last + 1e6


def _copy(rank: int, story: Mapping[str, Any]) -> Copy:
    pieces = [(part, story.get(part)) for part in (*HEAD_PARTS, "dateline")]
    for block in story.get("body", ()):
        part = {"figure": "caption", "pullquote": "quote"}.get(str(block.get("type")), "body")
        pieces += [(part, block.get("text")), (part, block.get("speaker"))]
    pieces += [("byline", story.get("byline_raw"))]
    pieces += [("credits", text) for text in story.get("credits", ())]
    text, parts = "", []
    for part, piece in pieces:
        if piece and even(piece):
            parts.append((part, len(text)))
            text += even(piece)
    name = str(story.get("headline") or story.get("id") or text[:12])
    return Copy(rank, name, text, tuple(parts), story.get("brief") is True)


def owners(found: Sequence[Line], wanted: Sequence[Copy]) -> tuple[Owner | None, ...]:
    """The owner of each line; None for furniture and what no story says."""
    begins, parts, master = [], [], ""
    for copy in wanted:
        begins.append(len(master))
        parts += [(part, len(master) + at, len(master) + end) for part, at, end in bounds(copy)]
        master += copy.text + "\0"
    size = common_size(found)
    words = [even(line.text) for line in found]
    large = [line.size > 1.2 * size for line in found]
    heads = [(at, end) for part, at, end in parts if part in HEAD_PARTS]
    text = Text(master, heads, frozenset((at, end) for _, at, end in parts))
    places, again = settle(text, found, words, large)
    search = _Search(wanted, [None] * len(found), [bytearray(len(c.text)) for c in wanted])
    for i, at in enumerate(places):
        if at >= 0:
            story = bisect_right(begins, at) - 1
            begin = at - begins[story]
            end = begin + len(words[i])
            search.owners[i] = Owner(story, wanted[story].part_at(begin), begin, end, again[i])
            search.covered[story][begin:end] = b"\1" * (end - begin)
    _fill(search, found)
    return tuple(search.owners)


def common_size(found: Sequence[Line]) -> float:
    counts: dict[float, int] = {}
    for line in found:
        counts[line.size] = counts.get(line.size, 0) + len(line.glyphs)
    return max(counts, key=lambda size: counts[size], default=0.0)


def _fill(search: _Search, found: Sequence[Line]) -> None:
    """Lines left over: into the gap between their neighbours, whole or as far as they agree."""
    for i, line in enumerate(found):
        text = even(line.text)
        if search.owners[i] is not None or not text:
            continue
        before = next((o for o in reversed(search.owners[max(0, i - 3) : i]) if o), None)
        after = next((o for o in search.owners[i + 1 : i + 4] if o), None)
        for near, lower in ((before, True), (after, False)):
            if near is None:
                continue
            low = near.end if lower else max(0, near.at - len(text) - 4)
            high = near.end + len(text) + 4 if lower else near.at
            if _agree(search, i, near.story, low, high, text):
                break


def _agree(search: _Search, i: int, story: int, low: int, high: int, text: str) -> bool:
    """True when most of `text` stands in a stretch of the story's copy no line has said."""
    copy = search.copies[story]
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


def bounds(copy: Copy) -> Iterator[tuple[str, int, int]]:
    ends = [*(at for _, at in copy.parts[1:]), len(copy.text)]
    for (part, begin), end in zip(copy.parts, ends, strict=True):
        yield part, begin, end
