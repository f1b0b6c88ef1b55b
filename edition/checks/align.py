"""Which story a line of the page belongs to, told from the words alone (make-up ID H1).

Every line is sought in the copy: first where the line before it left off, else anywhere. So it
does not matter who made the page, in what order its file holds the lines, or where a story goes
on. White space and hyphens are left out on both sides.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from edition.checks.lines import Line
from edition.checks.report import Finding, Place

HEAD_PARTS = ("kicker", "headline", "deck")
_SURE = 6
"""characters a line must have to be sought anywhere in the copy"""
_TWICE = 8
"""characters of body text that, set again, count as doubled"""
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
    master: str
    begins: Sequence[int]
    owners: list[Owner | None]
    covered: list[bytearray] = field(default_factory=list)


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
    pieces += [
        ("caption" if block.get("type") == "figure" else "body", block.get("text"))
        for block in story.get("body", ())
    ]
    pieces += [("byline", story.get("byline_raw"))]
    pieces += [("credits", text) for text in story.get("credits", ())]
    text, parts = "", []
    for part, piece in pieces:
        if piece and even(piece):
            parts.append((part, len(text)))
            text += even(piece)
    name = str(story.get("headline") or story.get("id") or text[:12])
    return Copy(rank, name, text, tuple(parts))


def owners(found: Sequence[Line], wanted: Sequence[Copy]) -> tuple[Owner | None, ...]:
    """The owner of each line; None for furniture and what no story says."""
    begins, master = [], ""
    for copy in wanted:
        begins.append(len(master))
        master += copy.text + "\0"
    search = _Search(wanted, master, begins, [None] * len(found),
                     [bytearray(len(copy.text)) for copy in wanted])
    size = _common_size(found)
    expected = 0
    for i, line in enumerate(found):
        large = line.size > 1.2 * size
        after = even(found[i + 1].text) if large and i + 1 < len(found) else ""
        at = _seek(search, even(line.text), expected, after if large else None)
        if at >= 0:
            expected = _take(search, i, at, len(even(line.text)))
    _fill(search, found)
    return tuple(search.owners)


def _common_size(found: Sequence[Line]) -> float:
    counts: dict[float, int] = {}
    for line in found:
        counts[line.size] = counts.get(line.size, 0) + len(line.glyphs)
    return max(counts, key=lambda size: counts[size], default=0.0)


def _seek(search: _Search, text: str, expected: int, after: str | None) -> int:
    """Where in the master copy a line stands; -1 when no one can tell.

    `after` is the next line's text when this line is a large one: it is then sought in the heads.
    """
    if not text:
        return -1
    if after is not None:
        heads = [at for at in _all(search.master, text) if _in_head(search, at, text, after,
                                                                   expected)]
        if heads:
            return _best(search, heads, len(text), expected)
    for at in (expected, expected + 1):
        if search.master.startswith(text, at):
            return at
    if len(text) < _SURE:
        return -1
    places = list(_all(search.master, text))
    return _best(search, places, len(text), expected) if places else -1


def _all(master: str, text: str) -> Iterator[int]:
    at = master.find(text)
    while at >= 0:
        yield at
        at = master.find(text, at + 1)


def _story_at(search: _Search, at: int) -> int:
    low, high = 0, len(search.begins)
    while high - low > 1:
        middle = (low + high) // 2
        if search.begins[middle] <= at:
            low = middle
        else:
            high = middle
    return low


def _in_head(search: _Search, at: int, text: str, after: str, expected: int) -> bool:
    """True when a large line is a head's part, or its beginning or the rest of one begun."""
    story = _story_at(search, at)
    copy, begin = search.copies[story], at - search.begins[story]
    part, end = copy.part_at(begin), begin + len(text)
    if part not in HEAD_PARTS or copy.part_at(end - 1) != part:
        return False
    starts = any(begin == first for _, first in copy.parts)
    ends = end == len(copy.text) or any(end == first for _, first in copy.parts)
    goes_on = bool(after) and copy.text.startswith(after, end)
    return at == expected or (starts and (ends or goes_on))


def _best(search: _Search, places: Sequence[int], length: int, expected: int) -> int:
    """Of several places one not said yet, then the next after what was said last."""
    def key(at: int) -> tuple[bool, bool, int]:
        story = _story_at(search, at)
        begin = at - search.begins[story]
        said = any(search.covered[story][begin : begin + length])
        return said, at < expected, abs(at - expected)

    return min(places, key=key)


def _take(search: _Search, i: int, at: int, length: int) -> int:
    story = _story_at(search, at)
    begin = at - search.begins[story]
    said = search.covered[story][begin : begin + length]
    again = sum(said) > length // 2
    part = search.copies[story].part_at(begin)
    search.owners[i] = Owner(story, part, begin, begin + length, again)
    search.covered[story][begin : begin + length] = b"\1" * length
    return at + length


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


def text_in_order(
    found: Sequence[Line], told: Sequence[Owner | None], wanted: Sequence[Copy]
) -> Finding:
    """H1: no character of a story is missing, doubled or out of order, continuations joined."""
    size = _common_size(found)
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
        body = owner.part not in HEAD_PARTS and abs(line.size - size) < 0.05
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
