"""Which lines are rows of a label and its text, and which close a letter or a notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.readers.pasted.copylines import CopyLine, ended
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.readers.pasted.rows import OF_A_SITE
from edition.trade.asides import sign_of
from edition.trade.entries import EntryShape, entry_of

_OPEN = (*HEADS, LineKind.TEXT, LineKind.TABLE, LineKind.LIST)
_INSIDE = (LineKind.TEXT, LineKind.ENTRY, LineKind.LIST, LineKind.TABLE)
"""what a lone row stands under"""
_BRIDGE = 24
"""characters of a line between two rows that is one of them whatever its form"""


def mark_entries(
    lines: Sequence[CopyLine], kinds: list[LineKind], usual: int, *, signs: bool
) -> None:
    """Mark rows of label and text. Without `signs`, lines that may be furniture alone are no rows.
    """
    shapes = [_shape(lines[at], kinds[at]) for at in range(len(lines))]
    for at, end in _runs(lines, kinds, shapes, usual):
        found = [shapes[n] for n in range(at, end)]
        if any(OF_A_SITE.search(lines[n].text) for n in range(at, end)):
            continue
        own = any(
            shapes[n] and (signs or sign_of(lines[n].text) is None) for n in range(at, end)
        )
        if not own or not _is_rows(lines, kinds, at, end, [s for s in found if s]):
            continue
        if set(kinds[at:end]) not in ({LineKind.TABLE}, {LineKind.LIST}):
            kinds[at:end] = [LineKind.ENTRY] * (end - at)
    for at in range(1, len(lines)):
        shape = shapes[at]
        if shape is None or kinds[at] not in (*HEADS, LineKind.TEXT):
            continue
        plain = (signs or sign_of(lines[at].text) is None) and not OF_A_SITE.search(lines[at].text)
        under = kinds[at - 1] in _INSIDE and ended(lines[at - 1].text)
        if plain and under and shape.sure and any(map(str.isdigit, shape.text)):
            kinds[at] = LineKind.ENTRY


def _shape(line: CopyLine, kind: LineKind) -> EntryShape | None:
    if len(line.numbers) > 1 or kind not in _OPEN or "\t" in line.text:
        return None
    found = entry_of(line.text)
    return found if kind is not LineKind.LIST or (found and found.sure) else None


def _runs(
    lines: Sequence[CopyLine], kinds: Sequence[LineKind], shapes: Sequence[EntryShape | None],
    usual: int,
) -> Iterator[tuple[int, int]]:
    """Places of two or more rows that stand together, what stands between two of them included."""
    at = 0
    while at < len(lines):
        if shapes[at] is None:
            at += 1
            continue
        end = last = at + 1
        while end < len(lines) and lines[end].gap <= usual:
            if shapes[end] is not None:
                last = end + 1
            elif end - last > _bridges(kinds[end]) or not _may_bridge(lines[end], kinds[end]):
                break
            end += 1
        if last - at > 1:
            yield at, last
        at = last


def _bridges(kind: LineKind) -> int:
    """How many lines may stand between two rows: one, or a few of a table."""
    return 4 if kind is LineKind.TABLE else 1


def _may_bridge(line: CopyLine, kind: LineKind) -> bool:
    """True for a short line close under a row that does not end as a sentence."""
    close = kind in _OPEN and line.gap == 0 and "\t" not in line.text
    return close and len(line.text) <= _BRIDGE and not ended(line.text)


def _is_rows(
    lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int, end: int,
    found: Sequence[EntryShape],
) -> bool:
    """At least one known label, and more rows than what stands between them."""
    known = sum(shape.sure for shape in found)
    loose = sum(kinds[n] is not LineKind.TABLE for n in range(at, end)) - len(found)
    if loose >= len(found):
        return False
    if known:
        return True
    above = at > 0 and kinds[at - 1] is LineKind.TEXT
    introduced = above and lines[at - 1].text[-1] in "：:"
    return introduced or (above and len(found) > 2 and all(len(s.text) <= _BRIDGE for s in found))
