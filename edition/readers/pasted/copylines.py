"""A page of copy as lines, each with its number and the white above it; hard wraps undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.trade.bylines import own_line

_WHITE = " \t\u3000\u00a0"
_STOPS = "。！？!?…"
_CLOSERS = "”’」』）)】〕》"
_TAIL = re.compile(r"(?<=[。！？…”’」』])\s*[（(][^（()）]{1,20}[）)]$")
"""A remark in brackets after the full stop: （完）, （待续）, （下转第三版）."""
_LEAST_LINES = 8
_WRAP_SHARE = 0.6
_SENTENCE_SHARE = 0.9
_LEAST_MARKED = 5
_MARKED_SHARE = 0.4
_LONGER_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One unit of copy: a line, or the lines of one paragraph whose ends mean nothing."""

    number: int
    text: str
    """Without white at either end."""
    gap: int = 0
    """Blank lines above it."""
    indented: bool = False
    numbers: tuple[int, ...] = ()
    """Every source line in it."""
    indent: int = 0
    """em of white before it in the copy"""

    @property
    def last(self) -> int:
        return self.numbers[-1]


def page_lines(
    text: str, name: str, starts: frozenset[int] = frozenset(),
    numbers: Sequence[tuple[int, ...]] = (),
) -> tuple[tuple[CopyLine, ...], tuple[Diagnostic, ...]]:
    """The lines of `text` that hold something. Lines the machine broke are joined.

    A line whose number is in `starts` is never joined to the one before it. `numbers` are the
    source lines of each line of `text`, where they are not counted from 1.
    """
    lines: list[CopyLine] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip(_WHITE)
        if not stripped:
            gap += 1
            continue
        own = numbers[number - 1] if numbers else (number,)
        if "\t" in raw:  # a row of cells, the empty ones at its ends among them
            stripped = raw.strip(" ")
        lines.append(CopyLine(own[0], stripped, gap, raw[0] in _WHITE, own, _indent(raw)))
        gap = 0
    how = _broken_by(lines)
    if how is None:
        return tuple(lines), ()
    joined = _join(lines, how, starts)
    query = Diagnostic(
        "line_ends_joined", {"count": len(lines) - len(joined), "reason": how.reason},
        joined[0].number, confidence=Confidence.PROBABLE, source=name,
    )
    return tuple(joined), (query,)


def _indent(raw: str) -> int:
    """em before the first character: a wide blank is one, two narrow ones are one."""
    white = raw[: len(raw) - len(raw.lstrip(_WHITE))]
    return sum(2 if blank == "\u3000" else 1 for blank in white) // 2


def usual_gap(lines: Sequence[CopyLine]) -> int:
    """The number of blank lines this file puts between two lines of copy, rows of cells apart."""
    counts = Counter(line.gap for line in lines[1:] if "\t" not in line.text)
    return min(counts, key=lambda gap: (-counts[gap], gap), default=0)


def ended(text: str) -> bool:
    """True when `text` ends as a sentence ends."""
    text = _TAIL.sub("", text) or text
    return text.rstrip(_CLOSERS)[-1:] in (*_STOPS, ".") or (
        text[-1:] in _CLOSERS and not text.rstrip(_CLOSERS)
    )


@dataclass(frozen=True, slots=True)
class _Breaks:
    """How the file breaks its lines, decided once for the whole of it."""

    reason: Phrase
    width: int
    """Longest full line in characters; 0 when every sentence has a line."""


def _broken_by(lines: Sequence[CopyLine]) -> _Breaks | None:
    if len(lines) < _LEAST_LINES or usual_gap(lines) > 0:
        return None
    width = _full_width(lines)
    if width:
        return _Breaks(Phrase("wraps_at", {"width": width}), width)
    return _sentences(lines)


def _full_width(lines: Sequence[CopyLine]) -> int:
    """Width at which a machine broke the lines, or 0. Hardly a line may be longer than that.

    Indents that part the paragraphs are evidence too, so that fewer full lines will do.
    """
    marked = sum(line.indented for line in lines) > 1
    least = _LEAST_MARKED if marked else _LEAST_LINES
    share = _MARKED_SHARE if marked else _WRAP_SHARE
    open_ended = [line for line in lines if not ended(line.text)]
    widths = Counter(len(line.text) for line in open_ended if len(line.text) >= 10)
    if not widths:
        return 0
    width = max(widths, key=lambda w: sum(widths[n] for n in (w - 1, w, w - 2)))
    full = sum(widths[n] for n in (width - 2, width - 1, width))
    longer = sum(len(line.text) > width + 1 for line in lines)
    fits = full >= max(least, share * len(lines)) and longer <= _LONGER_SHARE * len(lines)
    return width if fits else 0


def _sentences(lines: Sequence[CopyLine]) -> _Breaks | None:
    """One sentence a line: groups parted by white, each line holding exactly one full stop."""
    body = [line for line in lines if ended(line.text)]
    inner = [line for line in body if line.gap == 0]
    single = sum(1 for line in body if sum(line.text.count(s) for s in "。！？") == 1)
    indents = {line.indented for line in body}
    if len(inner) < _LEAST_LINES // 2 or single < _SENTENCE_SHARE * len(body):
        return None
    opens = [line for line in body if line.gap > 0]
    if len(opens) < 2 and len(indents) < 2:
        return None
    return _Breaks(Phrase("sentence_a_line"), 0)


def _join(lines: Sequence[CopyLine], how: _Breaks, starts: frozenset[int]) -> list[CopyLine]:
    joined: list[CopyLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        follows = line.gap == 0 and not line.indented and own_line(line.text) is None
        follows = follows and line.number not in starts and "\t" not in line.text
        if before is not None and follows and _runs_on(before, line, how):
            between = " " if _latin(before.text[-1]) and _latin(line.text[0]) else ""
            joined[-1] = replace(
                before,
                text=before.text + between + line.text,
                numbers=before.numbers + line.numbers,
            )
        else:
            joined.append(line)
    return joined


def _runs_on(before: CopyLine, line: CopyLine, how: _Breaks) -> bool:
    if "\t" in before.text:
        return False
    if how.width:
        last = len(before.text) if len(before.numbers) == 1 else _tail(before, how.width)
        return how.width - 2 <= last or (len(before.numbers) > 1 and not ended(before.text))
    return ended(before.text) and ended(line.text)


def _tail(line: CopyLine, width: int) -> int:
    """Length of the last line joined, from the total and the width of the others."""
    rest = len(line.text) - (len(line.numbers) - 1) * width
    return max(rest, 0) if rest < width - 2 else width


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
