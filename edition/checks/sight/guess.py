"""The stories of a page told from its geometry, for want of the copy.

A story is a head and the legs under it. Legs that stand in one row, no upright rule between, share
the heads above that row: each goes to the head whose letters stand over it, or the nearest. A leg
without a head above goes with the leg it stands under, or to the story the file was at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.checks.sight.blocks import Block, across, columns, down, line_box, union
from edition.checks.sight.lines import Frame, Line
from edition.checks.sight.sheet import Box, Sheet

HEAD = 1.35
"""a line so many times the body's size is a head"""
_NEAR = 4.5
"""rows a head may stand above the row of legs it belongs to"""


@dataclass(slots=True)
class _Head:
    lines: list[Line]
    begins: int
    box: Box
    legs: list[list[Line]] = field(default_factory=list)


def guess(
    sheet: Sheet, own: Sequence[tuple[int, Line]], legs: Sequence[Frame], size: float,
    pitch: float,
) -> tuple[Block, ...]:
    """The stories of one page; `own` are its lines with their places in the text stream."""
    heads = _heads(sheet, own, size)
    pieces = sorted(
        (piece for leg in legs for piece in _parted(leg, heads)),
        key=lambda p: (-p[0].y, p[0].x),
    )
    order = {id(line): i for i, line in own}
    given: dict[int, _Head] = {}
    for row in _rows(pieces, sheet, pitch):
        _give(row, heads, given, pieces, sheet, pitch)
    heads += _left_over([p for p in pieces if id(p) not in given], heads, order)
    held = {id(line) for piece in pieces for line in piece}
    blocks = []
    for number, head in enumerate(sorted(heads, key=lambda h: h.begins)):
        if not head.legs:
            continue
        lines = [line for piece in head.legs for line in piece]
        box = union(map(line_box, lines))
        box = box[0], box[1] - 1.2 * pitch, box[2], box[3]
        lines += [
            ln for _, ln in own
            if id(ln) not in held and ln.size < HEAD * size and _inside(line_box(ln), box)
        ]
        found = columns(lines, size)
        first = min(lines, key=lambda ln: order[id(ln)])
        blocks.append(Block(
            sheet.number, number, tuple(head.lines), found, (), head.begins,
            next((n for n, leg in enumerate(found) if first in leg.lines), None),
        ))
    return tuple(blocks)


def _inside(box: Box, whole: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return whole[0] <= x <= whole[2] and whole[1] <= y <= whole[3]


def _heads(sheet: Sheet, own: Sequence[tuple[int, Line]], size: float) -> list[_Head]:
    """Large lines; those close above each other, no rule or tint parting them, are one head."""
    heads: list[_Head] = []
    for i, line in own:
        if line.size < HEAD * size:
            continue
        box = line_box(line)
        near = next(
            (h for h in heads if _one_head(h, line, box) and not _ruled(sheet, h.box, box)), None
        )
        if near is None:
            heads.append(_Head([line], i, box))
        else:
            near.lines.append(line)
            near.box = union([near.box, box])
    return heads


def _one_head(head: _Head, line: Line, box: Box) -> bool:
    apart = -down(head.box, box)
    least = min([line.size, *(ln.size for ln in head.lines)])
    return across(head.box, box) > 0 and apart <= 0.8 * least


def _ruled(sheet: Sheet, upper: Box, lower: Box) -> bool:
    """True when a level rule runs between two boxes, or a tint holds one of them alone."""
    top, foot = max(upper[1], lower[1]), min(upper[3], lower[3])
    for mark in sheet.marks:
        left, low, right, high = mark.box
        if mark.kind == "rule" and right - left > high - low:
            middle = (low + high) / 2
            between = min(top, foot) - 1 <= middle <= max(top, foot) + 1
            if between and across(mark.box, upper) > 0 and across(mark.box, lower) > 0:
                return True
        if mark.kind == "tint" and _inside(upper, mark.box) != _inside(lower, mark.box):
            return True
    return False


def _parted(leg: Frame, heads: Sequence[_Head]) -> list[list[Line]]:
    """A frame cut where a head stands between two of its lines."""
    pieces: list[list[Line]] = [[leg.lines[0]]]
    for before, line in zip(leg.lines, leg.lines[1:], strict=False):
        column = leg.left, line.y, leg.right, before.y
        if any(h.box[1] < before.y and h.box[3] > line.y and across(h.box, column) > 0
               and line.y < (h.box[1] + h.box[3]) / 2 < before.y for h in heads):
            pieces.append([])
        pieces[-1].append(line)
    return pieces


def _rows(
    pieces: Sequence[list[Line]], sheet: Sheet, pitch: float
) -> list[list[list[Line]]]:
    """Legs whose first lines stand level, side by side with no upright rule between."""
    rows: list[list[list[Line]]] = []
    upright = [m.box for m in sheet.marks
               if m.kind == "rule" and m.box[3] - m.box[1] > m.box[2] - m.box[0]]
    for piece in sorted(pieces, key=lambda p: (-round(p[0].y / (1.5 * pitch)), p[0].x)):
        for row in rows:
            last = row[-1]
            level = abs(last[0].y - piece[0].y) <= 1.5 * pitch
            left, right = union(map(line_box, last))[2], union(map(line_box, piece))[0]
            parted = any(left - pitch <= r[0] <= right + pitch and r[1] < piece[0].y < r[3]
                         for r in upright)
            if level and -pitch < right - left < 4 * pitch and not parted:
                row.append(piece)
                break
        else:
            rows.append([piece])
    return rows


def _give(
    row: Sequence[list[Line]], heads: Sequence[_Head], given: dict[int, _Head],
    pieces: Sequence[list[Line]], sheet: Sheet, pitch: float,
) -> None:
    """Give each leg of a row to its head."""
    text = union(line_box(line) for piece in row for line in piece)
    top = max(piece[0].y for piece in row)
    over = (_over(text, top, heads, sheet, pitch)
            or _over(*_with_art(text, top, sheet, pitch), heads, sheet, pitch))
    if over:
        lowest = min(h.box[1] for h in over)
        over = [h for h in over if h.box[1] - lowest < 3 * pitch]
    for piece in row:
        box = union(map(line_box, piece))
        head = min(over, key=lambda h: (-across(h.box, box) if across(h.box, box) > 0 else 1e6
                                        - across(h.box, box))) if over else None
        head = head or _above(piece, box, pieces, given)
        if head is not None:
            head.legs.append(piece)
            given[id(piece)] = head


def _over(
    whole: Box, top: float, heads: Sequence[_Head], sheet: Sheet, pitch: float
) -> list[_Head]:
    """Heads close above a place, their middle over it, no rule between."""
    return [
        h for h in heads
        if 0 <= h.box[1] - top <= _NEAR * pitch + h.box[3] - h.box[1]
        and whole[0] <= (h.box[0] + h.box[2]) / 2 <= whole[2]
        and not _ruled(sheet, h.box, (whole[0], top, whole[2], top))
    ]


def _with_art(text: Box, top: float, sheet: Sheet, pitch: float) -> tuple[Box, float]:
    """A row of legs and its top with the pictures that stand level beside it or right above it."""
    whole = text
    for picture in sorted(sheet.pictures, key=lambda p: p[0]):
        beside = picture[0] - whole[2] < 4 * pitch and whole[0] - picture[2] < 4 * pitch
        if beside and abs(picture[3] - text[3]) <= 2 * pitch:
            whole = union([whole, picture])
    over = [p for p in sheet.pictures
            if 0 < p[1] - text[3] <= _NEAR * pitch and text[0] - pitch <= p[0]
            and p[2] <= text[2] + pitch]
    return whole, max([top, *(p[3] for p in over)])


def _above(
    piece: list[Line], box: Box, pieces: Sequence[list[Line]], given: dict[int, _Head]
) -> _Head | None:
    """The story of the leg this one goes on under, a picture or a quotation between."""
    over = [p for p in pieces if id(p) in given and p[-1].y > piece[0].y
            and abs(union(map(line_box, p))[0] - box[0]) < 3]
    if not over:
        return None
    nearest = min(over, key=lambda p: p[-1].y)
    head = given[id(nearest)]
    return head if head.box[1] > piece[0].y else None


def _left_over(
    pieces: Sequence[list[Line]], heads: Sequence[_Head], order: dict[int, int]
) -> list[_Head]:
    """Legs without a head above go to the head with legs that stands last before them in the file.

    Those before any such head are the rest of a story of an earlier page: a part without a head.
    """
    real = [h for h in heads if h.legs]
    orphans = []
    for piece in pieces:
        before = [h for h in real if h.begins < order[id(piece[0])]]
        if before:
            max(before, key=lambda h: h.begins).legs.append(piece)
        else:
            orphans.append(piece)
    if not orphans:
        return []
    begins = min(order[id(piece[0])] for piece in orphans)
    box = union(line_box(line) for piece in orphans for line in piece)
    return [_Head([], begins, box, orphans)]
