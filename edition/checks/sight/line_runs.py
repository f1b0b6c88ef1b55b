"""Runs: lines that follow each other on the page and in the copy, and which of them hold.

The same paragraph may stand in many stories. What a line says is therefore settled for the
longest run of lines first, a headline before all, and each character of the copy is given away
once while there is another copy of it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edition.checks.sight.seen_lines import SeenLine, common_size

_SURE = 6
"""characters a run must have to be sought anywhere, if it is no whole part of a story"""
_SEED = 3
"""characters a line must have to begin a run, if it begins no whole head"""
_NEXT, _AFTER = 100_000, 200
"""characters a run is worth more that goes on from the line before, or from another page"""
_ALIKE = 0.05
"""pt two sizes may differ and still be one"""
_STEP = 2.5
"""sizes between two lines of which one stands under the other"""


@dataclass(frozen=True, slots=True)
class JoinedCopy:
    """All copy as one string, and which places of it may be a headline's."""

    master: str
    heads: Sequence[tuple[int, int]]
    """beginning and end of each kicker, headline and deck, in order"""
    parts: frozenset[tuple[int, int]]
    """beginning and end of every part"""
    floats: frozenset[int] = frozenset()
    """beginnings of captions, which stand anywhere in their story"""
    quotes: Sequence[tuple[int, int]] = ()
    """beginning and end of each quotation in display, which says again what the text says"""


@dataclass(frozen=True, slots=True)
class LineRun:
    """Lines that follow each other in the file and say the copy on without a break."""

    first: int
    """line"""
    ats: tuple[int, ...]
    """where each of its lines begins in the copy"""
    end: int

    @property
    def chars(self) -> int:
        return self.end - self.ats[0]


@dataclass(slots=True)
class Settling:
    """What has been given away so far."""

    text: JoinedCopy
    found: Sequence[SeenLine]
    words: Sequence[str]
    large: Sequence[bool]
    at: list[int]
    """of each line; -1 for one that has no place"""
    said: bytearray
    placeless: list[bool]
    """lines the copy says nowhere"""
    ends: dict[int, int] = field(default_factory=dict)
    """line that ends at a place of the copy"""
    starts: dict[int, int] = field(default_factory=dict)
    """line that begins at a place"""
    shown: frozenset[int] = frozenset()
    """the lines of another size than the body"""
    displayed: Sequence[tuple[int, int]] = ()
    """quotations that lines of another size begin to say: no line of the body says those"""


def settle(
    text: JoinedCopy, found: Sequence[SeenLine], words: Sequence[str], large: Sequence[bool]
) -> tuple[list[int], list[bool]]:
    """Where each line stands in the copy, or -1, and whether another line says the same."""
    placeless = [word not in text.master for word in words]
    size = common_size(found)
    shown = frozenset(i for i, line in enumerate(found) if abs(line.size - size) > _ALIKE)
    now = Settling(
        text, found, words, large, [-1] * len(words), bytearray(len(text.master)), placeless,
        shown=shown, displayed=[quote for quote in text.quotes if any(
            not large[i] and len(words[i]) >= _SEED and text.master.startswith(words[i], quote[0])
            for i in shown
        )],
    )
    runs = list(_runs(now))
    _spread(now, [head for run in runs if (head := _head_of(now, run)) is not None], True)
    _spread(now, runs, True)
    first = list(now.at)
    _spread(now, runs, False)
    again = [at >= 0 and before < 0 for at, before in zip(now.at, first, strict=True)]
    return now.at, again


def _runs(now: Settling) -> Iterator[LineRun]:
    """Every longest run: no line before or after it goes on."""
    seen: set[tuple[int, int]] = set()
    for i, word in enumerate(now.words):
        if len(word) < _SEED and not _short_head(now, i):
            continue
        for at in _places(now, i):
            if (i, at) not in seen:
                run = _grown(now, i, at)
                seen.update((run.first + n, place) for n, place in enumerate(run.ats))
                yield run


def _short_head(now: Settling, i: int) -> bool:
    """True for a large line that begins a head said whole by it and the large lines behind it."""
    word, master = now.words[i], now.text.master
    return bool(word) and now.large[i] and any(
        master.startswith(word, begin) and _says(now, i, begin, end)
        for begin, end in now.text.heads
    )


def _says(now: Settling, i: int, at: int, end: int) -> bool:
    """True where line `i` and the large ones behind it say a stretch of the copy and no more."""
    while at < end and i < len(now.words) and now.large[i]:
        word = now.words[i]
        if not word or not now.text.master.startswith(word, at):
            return False
        at, i = at + len(word), i + 1
    return at == end


def _places(now: Settling, i: int) -> list[int]:
    """Where a line may stand: a large one in heads, if any head says it, one in another size than
    the body in quotations, one of the body beside those in display."""
    word, master, found = now.words[i], now.text.master, []
    at = master.find(word)
    while at >= 0:
        found.append(at)
        at = master.find(word, at + 1)
    if now.large[i]:
        heads = [at for at in found if _head_at(now, at, at + len(word)) is not None]
        return heads or found
    if i in now.shown:
        return [at for at in found if _within(at, now.text.quotes)] or found
    return [at for at in found if not _within(at, now.displayed)] or found


def _within(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(begin <= at < end for begin, end in stretches)


def _head_at(now: Settling, at: int, end: int) -> tuple[int, int] | None:
    """The kicker, headline or deck that holds a stretch of the copy whole."""
    return next((h for h in now.text.heads if h[0] <= at and end <= h[1]), None)


def _grown(now: Settling, i: int, at: int) -> LineRun:
    master, words = now.text.master, now.words
    ats, end, j = [at], at + len(words[i]), i + 1
    while j < len(words) and words[j] and master.startswith(words[j], end) and (
        not (j in now.shown or _within(end, now.displayed)) or end in _places(now, j)
    ):
        ats.append(end)
        end += len(words[j])
        j += 1
    while i and 0 < len(words[i - 1]) < _SEED and master.endswith(words[i - 1], 0, ats[0]):
        i -= 1
        ats.insert(0, ats[0] - len(words[i]))
    return LineRun(i, tuple(ats), end)


def _head_of(now: Settling, run: LineRun) -> LineRun | None:
    """The large lines a run opens with, where they are whole parts of a head."""
    n = 0
    while n < len(run.ats) and now.large[run.first + n]:
        n += 1
    if not n:
        return None
    end = run.ats[n] if n < len(run.ats) else run.end
    opens = any(begin == run.ats[0] for begin, _ in now.text.heads)
    closes = any(last == end for _, last in now.text.heads)
    whole = (run.ats[0], end) in now.text.heads
    sure = whole or (opens and closes and end - run.ats[0] >= _SEED)
    return LineRun(run.first, run.ats[:n], end) if sure else None


def _spread(now: Settling, runs: Sequence[LineRun], once: bool) -> None:
    """Give runs their lines, the worthiest first; `once` while a place of the copy is free."""
    heap: list[tuple[int, int, int, int, LineRun]] = []
    by_start: dict[int, list[LineRun]] = {}
    by_end: dict[int, list[LineRun]] = {}

    def push(run: LineRun) -> None:
        worth = _worth(now, run)
        if worth:
            heapq.heappush(heap, (-worth, run.first, run.ats[0], run.end, run))

    def add(run: LineRun) -> None:
        by_start.setdefault(run.ats[0], []).append(run)
        by_end.setdefault(run.end, []).append(run)
        push(run)

    for run in runs:
        for piece in _free(now, run, once):
            add(piece)
    while heap:
        worth, _, _, _, run = heapq.heappop(heap)
        pieces = _free(now, run, once)
        if pieces != [run]:
            for piece in pieces:
                add(piece)
        elif _worth(now, run) != -worth:
            push(run)
        else:
            _give(now, run)
            for near in (*by_start.get(run.end, ()), *by_end.get(run.ats[0], ())):
                push(near)


def _free(now: Settling, run: LineRun, once: bool) -> list[LineRun]:
    """What is left of a run: stretches whose lines and, when `once`, whose copy are free."""
    left: list[LineRun] = []
    begin: int | None = None
    bounds = [*run.ats, run.end]
    for n in range(len(run.ats) + 1):
        free = n < len(run.ats) and now.at[run.first + n] < 0 and not (
            once and any(now.said[bounds[n] : bounds[n + 1]])
        )
        if free and begin is None:
            begin = n
        elif not free and begin is not None:
            left.append(LineRun(run.first + begin, run.ats[begin:n], bounds[n]))
            begin = None
    return left


def _worth(now: Settling, run: LineRun) -> int:
    """Characters, more where the run joins what is known; 0 for a run no one can be sure of."""
    if run.ats[0] in now.text.floats and (run.ats[0], run.end) in now.text.parts:
        return run.chars + (_AFTER if _amid(now, run) else 0)
    before, after = now.ends.get(run.ats[0], -1), now.starts.get(run.end, -1)
    last = run.first + len(run.ats) - 1
    left = _bond(now, before, run.first) if before >= 0 else 0
    right = _bond(now, last, after) if after >= 0 else 0
    if not left and not right:
        if run.chars < _SURE and (run.ats[0], run.end) not in now.text.parts:
            return 0
        if now.large[run.first] and not _whole_head(now, run):
            return 0
    return run.chars + left + right


def _amid(now: Settling, run: LineRun) -> bool:
    """True for a run whose neighbour in the file is a line of the same story."""
    for i in (run.first - 1, run.first + len(run.ats)):
        at = now.at[i] if 0 <= i < len(now.at) else -1
        if at >= 0 and "\0" not in now.text.master[min(at, run.end) : max(at, run.end)]:
            return True
    return False


def _whole_head(now: Settling, run: LineRun) -> bool:
    """True unless a run of large lines is but a piece out of a head."""
    n = 0
    while n < len(run.ats) and now.large[run.first + n]:
        n += 1
    end = run.ats[n] if n < len(run.ats) else run.end
    part = _head_at(now, run.ats[0], run.ats[0] + 1)
    if part is None:
        return True
    return run.ats[0] == part[0] and (end >= part[1] or n < len(run.ats))


def _bond(now: Settling, i: int, j: int) -> int:
    """How close line `j` follows line `i`: in the file but for lines of no place, or under it.

    A line between them that only waits for its place keeps them apart.
    """
    if i > j:
        return 1
    if all(now.placeless[n] for n in range(i + 1, j)):
        return _NEXT
    a, b = now.found[i], now.found[j]
    size = max(a.size, b.size)
    under = (a.page == b.page and 0 < a.y - b.y < _STEP * size
             and a.x < b.glyphs[-1].right and b.x < a.glyphs[-1].right)
    return _NEXT if under else _AFTER


def _give(now: Settling, run: LineRun) -> None:
    for n, at in enumerate(run.ats):
        end = run.ats[n + 1] if n + 1 < len(run.ats) else run.end
        i = run.first + n
        now.at[i] = at
        if not any(now.said[at:end]):
            now.starts[at], now.ends[end] = i, i
        now.said[at:end] = b"\1" * (end - at)
