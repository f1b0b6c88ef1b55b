"""The stories of a page told from its geometry, for want of the copy.

A story is a head and the legs under it. Legs that stand in one row, no upright rule between, share
the heads above that row: each goes to the head whose letters stand over it, or the nearest. A leg
without a head above goes with the leg it stands under, or to the story the file was at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.checks.sight.beside_stories import HEAD
from edition.checks.sight.boxes import Box, across, centred_in, down, union
from edition.checks.sight.seen_lines import BodyType, SeenLine, TextFrame
from edition.checks.sight.seen_stories import SeenStory, legs_of
from edition.checks.sight.sheet import Sheet

_NEAR = 4.5
"""rows a head may stand above the row of legs it belongs to"""
_ASIDE = 5.0
"""rows' depths a head at the side of a row of legs stands off it at most"""

Piece = list[SeenLine]
"""lines of a frame with no head between them"""


@dataclass(slots=True)
class _GuessedHead:
    lines: list[SeenLine]
    begins: int
    """place of the first line in the text stream"""
    box: Box
    legs: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Guess:
    """A page while its legs are given to heads."""

    sheet: Sheet
    heads: Sequence[_GuessedHead]
    pieces: Sequence[Piece]
    """from head to foot, then from left to right"""
    pitch: float
    given: dict[int, _GuessedHead] = field(default_factory=dict)
    """the head of a piece, by its identity"""


def stories_by_geometry(
    sheet: Sheet, own: Sequence[tuple[int, SeenLine]], frames: Sequence[TextFrame],
    body: BodyType,
) -> tuple[SeenStory, ...]:
    """The stories of one page; `own` are its lines with their places in the text stream."""
    heads = _heads(sheet, own, body.size)
    pieces = sorted(
        (piece for frame in frames for piece in _parted(frame, heads)),
        key=lambda p: (-p[0].y, p[0].x),
    )
    order = {id(line): i for i, line in own}
    guess = _Guess(sheet, heads, pieces, body.pitch)
    for row in _rows(guess):
        _give(row, guess)
    left_over = [piece for piece in pieces if id(piece) not in guess.given]
    every = [*heads, *_left_over(left_over, heads, order)]
    held = {id(line) for piece in pieces for line in piece}
    small = [line for _, line in own if id(line) not in held and line.size < HEAD * body.size]
    stories = []
    for number, head in enumerate(sorted(every, key=lambda h: h.begins)):
        if head.legs:
            lines = _lines(head, small, body)
            legs = legs_of(lines, body)
            first = min(lines, key=lambda line: order[id(line)])
            opener = next((n for n, leg in enumerate(legs) if first in leg.lines), None)
            stories.append(SeenStory(
                sheet.number, number, tuple(head.lines), legs, (), head.begins, opener
            ))
    return tuple(stories)


def _lines(head: _GuessedHead, small: Sequence[SeenLine], body: BodyType) -> list[SeenLine]:
    """The lines of a head's legs, with the small ones among and close under them."""
    lines = [line for piece in head.legs for line in piece]
    box = union(line.box for line in lines)
    box = box[0], box[1] - 1.2 * body.pitch, box[2], box[3]
    return [*lines, *(line for line in small if centred_in(line.box, box))]


def _heads(
    sheet: Sheet, own: Sequence[tuple[int, SeenLine]], size: float
) -> list[_GuessedHead]:
    """Large lines; those close above each other, no rule or tint parting them, are one head."""
    heads: list[_GuessedHead] = []
    for i, line in own:
        if line.size < HEAD * size:
            continue
        box = line.box
        near = next(
            (h for h in heads if _one_head(h, line, box) and not _ruled(sheet, h.box, box)), None
        )
        if near is None:
            heads.append(_GuessedHead([line], i, box))
        else:
            near.lines.append(line)
            near.box = union([near.box, box])
    return heads


def _one_head(head: _GuessedHead, line: SeenLine, box: Box) -> bool:
    if line.upright:
        beside = -across(head.box, box)
        return down(head.box, box) > 0 and beside <= line.size and any(
            other.upright for other in head.lines
        )
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
        if mark.kind == "tint" and centred_in(upper, mark.box) != centred_in(lower, mark.box):
            return True
    return False


def _parted(frame: TextFrame, heads: Sequence[_GuessedHead]) -> list[Piece]:
    """A frame cut where a head stands between two of its lines."""
    pieces: list[Piece] = [[frame.lines[0]]]
    for before, line in zip(frame.lines, frame.lines[1:], strict=False):
        column = frame.left, line.y, frame.right, before.y
        if any(h.box[1] < before.y and h.box[3] > line.y and across(h.box, column) > 0
               and line.y < (h.box[1] + h.box[3]) / 2 < before.y for h in heads):
            pieces.append([])
        pieces[-1].append(line)
    return pieces


def _box(piece: Piece) -> Box:
    return union(line.box for line in piece)


def _rows(guess: _Guess) -> list[list[Piece]]:
    """Legs whose first lines stand level, side by side with no upright rule between."""
    rows: list[list[Piece]] = []
    pitch = guess.pitch
    upright = [m.box for m in guess.sheet.marks
               if m.kind == "rule" and m.box[3] - m.box[1] > m.box[2] - m.box[0]]
    for piece in sorted(guess.pieces, key=lambda p: (-round(p[0].y / (1.5 * pitch)), p[0].x)):
        for row in rows:
            last = row[-1]
            level = abs(last[0].y - piece[0].y) <= 1.5 * pitch
            left, right = _box(last)[2], _box(piece)[0]
            parted = any(left - pitch <= r[0] <= right + pitch and r[1] < piece[0].y < r[3]
                         for r in upright)
            if level and -pitch < right - left < 4 * pitch and not parted:
                row.append(piece)
                break
        else:
            rows.append([piece])
    return rows


def _give(row: Sequence[Piece], guess: _Guess) -> None:
    """Give each leg of a row to its head."""
    text = union(line.box for piece in row for line in piece)
    top = max(piece[0].y for piece in row)
    over = (
        _over(text, top, guess) or _over(*_with_art(text, top, guess), guess)
        or _beside(text, guess)
    )
    if over:
        lowest = min(h.box[1] for h in over)
        over = [h for h in over if h.box[1] - lowest < 3 * guess.pitch]
    for piece in row:
        box = _box(piece)
        head = min(over, key=lambda h: _far(h.box, box)) if over else None
        head = head or _above(piece, box, guess)
        if head is not None:
            head.legs.append(piece)
            guess.given[id(piece)] = head


def _far(head: Box, leg: Box) -> float:
    """Less for a head with more of its width over a leg; any such before those beside it."""
    shared = across(head, leg)
    return -shared if shared > 0 else 1e6 - shared


def _over(whole: Box, top: float, guess: _Guess) -> list[_GuessedHead]:
    """Heads close above a place, their middle over it, no rule between."""
    return [
        h for h in guess.heads
        if 0 <= h.box[1] - top <= _NEAR * guess.pitch + h.box[3] - h.box[1]
        and whole[0] <= (h.box[0] + h.box[2]) / 2 <= whole[2]
        and not _ruled(guess.sheet, h.box, (whole[0], top, whole[2], top))
    ]


def _beside(text: Box, guess: _Guess) -> list[_GuessedHead]:
    """Heads at the side of a row of legs, no deeper than it, no rule between (竖题, 旁题).

    A head with text of its own under it is none, though a leg may rise beside it (半盖文题).
    """
    found = []
    for head in guess.heads:
        box = head.box
        gap = max(text[0] - box[2], box[0] - text[2])
        within = text[1] - guess.pitch <= box[1] and box[3] <= text[3] + guess.pitch
        if within and 0 <= gap <= _ASIDE * guess.pitch and _bare(head, guess) and not any(
            mark.kind == "rule" and mark.box[3] - mark.box[1] > mark.box[2] - mark.box[0]
            and down(mark.box, box) > 0 and min(box[2], text[2]) - 1 <= mark.box[0]
            and mark.box[2] <= max(box[0], text[0]) + 1
            for mark in guess.sheet.marks
        ):
            found.append(head)
    return found


def _bare(head: _GuessedHead, guess: _Guess) -> bool:
    """True for a head without text, so far and close under it."""
    low = head.box[1]
    return not head.legs and not any(
        0 <= low - piece[0].y <= _NEAR * guess.pitch and across(head.box, _box(piece)) > 0
        and not any(piece[0].y < other.box[1] < low and across(other.box, head.box) > 0
                    for other in guess.heads)
        for piece in guess.pieces
    )


def _with_art(text: Box, top: float, guess: _Guess) -> tuple[Box, float]:
    """A row of legs and its top with the pictures that stand level beside it or right above it."""
    whole, pitch = text, guess.pitch
    for picture in sorted(guess.sheet.pictures, key=lambda p: p[0]):
        beside = picture[0] - whole[2] < 4 * pitch and whole[0] - picture[2] < 4 * pitch
        if beside and abs(picture[3] - text[3]) <= 2 * pitch:
            whole = union([whole, picture])
    over = [p for p in guess.sheet.pictures
            if 0 < p[1] - text[3] <= _NEAR * pitch and text[0] - pitch <= p[0]
            and p[2] <= text[2] + pitch]
    return whole, max([top, *(p[3] for p in over)])


def _above(piece: Piece, box: Box, guess: _Guess) -> _GuessedHead | None:
    """The story of the leg this one goes on under, a picture or a quotation between."""
    over = [p for p in guess.pieces if id(p) in guess.given and p[-1].y > piece[0].y
            and abs(_box(p)[0] - box[0]) < 3]
    if not over:
        return None
    head = guess.given[id(min(over, key=lambda p: p[-1].y))]
    return head if head.box[1] > piece[0].y else None


def _left_over(
    pieces: Sequence[Piece], heads: Sequence[_GuessedHead], order: dict[int, int]
) -> list[_GuessedHead]:
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
    box = union(line.box for piece in orphans for line in piece)
    return [_GuessedHead([], begins, box, orphans)]
