"""From runs to units: the pieces of a paragraph between which a line may break or a gap open."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from edition.compose.classes import (
    JOINER,
    PREFIXES,
    STACKED,
    SUFFIXES,
    CharCell,
    CharClass,
    cell,
    extends,
    is_western,
    kind_of,
)
from edition.compose.whole import WHOLE
from edition.model import Mark, Run, Runs
from edition.trade.regions import Region

Advance = Callable[[str, bool, bool, tuple[Mark, ...]], float]
"""(characters, wide, narrow, marks) → advance in em of the size of the line."""
Hyphenate = Callable[[str, str | None], tuple[int, ...]]
"""(word, language) → offsets at which a hyphen may be added."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One item of a line. Widths in em; `offset` leads from the body's left edge to the origin."""

    text: str
    kind: CharClass
    before: float
    body: float
    after: float
    offset: float
    advances: tuple[float, ...]
    run: int
    """Index of the run it comes from."""
    steps: tuple[float, ...] = ()
    """Distances between the origins of stacked marks, where they are not the advances."""
    space: str = ""
    """Word spaces that follow it; they open a gap and are never a unit."""
    space_advance: float = 0.0
    """the font's advance of U+0020 in em"""
    glue: bool = False
    """True when no line may end after it."""
    price: float = 0.0
    """Price of ending a line after it."""
    hyphen: bool = False
    """True when a hyphen is added if a line ends after it."""
    number: bool = False
    wide: bool = False
    narrow: bool = False
    address: bool = False
    """True for a character of a web or mail address, which may be letter-spaced."""
    faces: tuple[str, ...] = ()
    """the role that draws each character, where it is not the one of the line"""


_WORD = re.compile(r"[^\W\d_]{6,}", re.UNICODE)
_COUNTERS = frozenset("年月日时分秒号万亿千百")
_ADDRESS = re.compile(r"://|www\.|\w@\w")
_URL_BREAK = frozenset("/.?&=_-#")
SUPER_SIZE = 0.6
"""Size of a superscript or subscript, em of its line."""
HYPHEN_PRICE = 3.0
RANGE_PRICE = 8.0
ADDRESS_PRICE = 4.0
LETTER_PRICE = 900.0
DISTRESS_PRICE = 200.0


def is_small(marks: tuple[Mark, ...]) -> bool:
    """True for a superscript or subscript."""
    return Mark.SUPER in marks or Mark.SUB in marks


class _Joined:
    """Characters of a paragraph with the run each belongs to."""

    def __init__(self, runs: Runs) -> None:
        self.text = "".join(run.text for run in runs)
        self.owner = [i for i, run in enumerate(runs) for _ in run.text]
        self.runs = runs


def units(runs: Runs, region: Region, advance: Advance, hyphenate: Hyphenate) -> tuple[Unit, ...]:
    """Split `runs` into units; every character is in exactly one unit or its `space`."""
    joined = _Joined(runs)
    found: list[Unit] = []
    cells: dict[tuple[str, int, CharClass], Unit] = {}
    for start, end, kind in _spans(joined):
        text, run = joined.text[start:end], joined.owner[start]
        if kind is CharClass.SPACE:
            if found:
                blank = advance(" ", False, False, runs[found[-1].run].marks)
                found[-1] = replace(found[-1], space=found[-1].space + text, space_advance=blank)
            else:
                found.append(_space(text, run, advance, runs[run].marks))
        elif kind is CharClass.WESTERN:
            found.extend(_western(text, run, runs[run], advance, hyphenate))
        else:
            if (made := cells.get((text, run, kind))) is None:
                made = _cell_unit(text, kind, run, runs[run].marks, region, advance)
                cells[text, run, kind] = made
            found.append(made)
    return tuple(_glued(found, joined.text))


def _spans(joined: _Joined) -> Iterator[tuple[int, int, CharClass]]:
    """(start, end, kind) of each span of one kind; a span never crosses a run."""
    text, owner = joined.text, joined.owner
    at, size = 0, len(text)
    while at < size:
        end, kind = _span(text, at)
        while end - at > 1 and owner[end - 1] != owner[at]:
            end -= 1
        if end - at == 1 and kind in (CharClass.LONG, CharClass.STACK):
            kind = _alone(text[at])
        yield at, end, kind
        at = end


def _alone(character: str) -> CharClass:
    if character in STACKED:
        return CharClass.STACK
    if character in "…⋯":
        return CharClass.LONG
    return kind_of(character)


def _span(text: str, at: int) -> tuple[int, CharClass]:
    character = text[at]
    pair = text[at : at + 2]
    if pair in ("——", "……", "⋯⋯"):
        return at + 2, CharClass.LONG
    if character in "…⋯":
        return at + 1, CharClass.LONG
    if character in "！？":
        end = at
        while end < len(text) and text[end] in "！？" and end - at < 3:
            end += 1
        if end - at > 1:
            return end, CharClass.STACK
    if _is_inner_apostrophe(text, at):
        return _western_end(text, at), CharClass.WESTERN
    kind = kind_of(character)
    if kind is CharClass.WESTERN:
        return _western_end(text, at), kind
    if kind is CharClass.SPACE:
        end = at
        while end < len(text) and kind_of(text[end]) is CharClass.SPACE:
            end += 1
        return end, kind
    end = at + 1
    while end < len(text) and (extends(text[end]) or text[end - 1] == JOINER):
        end += 1
    return end, kind


def _western_end(text: str, at: int) -> int:
    return next((
        end for end in range(at, len(text))
        if kind_of(text[end]) is not CharClass.WESTERN and not _is_inner_apostrophe(text, end)
    ), len(text))


def _is_inner_apostrophe(text: str, at: int) -> bool:
    """True for ’ between Latin letters, as in it’s; it is no closing quotation mark there."""
    return (
        text[at] == "’"
        and 0 < at < len(text) - 1
        and text[at - 1].isalnum()
        and is_western(text[at - 1])
        and text[at + 1].isalpha()
        and is_western(text[at + 1])
    )


def _space(text: str, run: int, advance: Advance, marks: tuple[Mark, ...]) -> Unit:
    widths = tuple(advance(c, False, False, marks) for c in text)
    return Unit(text, CharClass.SPACE, 0, sum(widths), 0, 0, widths, run)


def _cell_unit(
    text: str, kind: CharClass, run: int, marks: tuple[Mark, ...], region: Region, advance: Advance
) -> Unit:
    wide = (kind in (CharClass.LONG, CharClass.CONNECTOR) and "—" in text) or text == "⸺"
    place = _place(text, kind, region)
    if is_small(marks):
        place = CharCell(*(w * SUPER_SIZE for w in (place.before, place.body, place.after)))
    if len(text) > 1 and (wide or extends(text[1])):
        # A ligature or a cluster has one advance; it is given to the first character.
        widths = (advance(text, wide, False, marks),) + (0.0,) * (len(text) - 1)
    else:
        widths = tuple(advance(c, wide, False, marks) for c in text)
    steps: tuple[float, ...] = ()
    offset = _offset(kind, place, sum(widths))
    if kind is CharClass.STACK and len(text) > 1:
        # ？！ share one em: each mark takes half, drawn on the ink of its cell.
        steps = (place.body / len(text),) * len(text)
        offset = -0.25 if region.centred else 0.0
    if kind is CharClass.HAN and sum(widths) > place.body + 0.02:
        # Boxes of a cluster stand side by side.
        place, offset = CharCell(0.0, sum(widths), 0.0), 0.0
    return Unit(
        text, kind, place.before, place.body, place.after, offset, widths, run, steps, wide=wide,
        price=RANGE_PRICE if kind is CharClass.CONNECTOR else 0.0,
    )


def _place(text: str, kind: CharClass, region: Region) -> CharCell:
    if kind is CharClass.STACK:
        # Three take two em (GB 5.1.4): half an em each, and a blank that a bracket closes up.
        return CharCell(0.0, 1.5, 0.5) if len(text) > 2 else CharCell(0.0, 1.0, 0.0)
    if kind is CharClass.LONG and len(text) == 1 and text != "⸺":
        return CharCell(0.0, 1.0, 0.0)
    return cell(kind, region, text)


def _offset(kind: CharClass, place: CharCell, advance: float) -> float:
    """Origin of the glyph from the left edge of the body.

    Cells whose blanks belong to the glyph start a blank to the left; the others are centred.
    """
    whole = place.before + place.body + place.after
    if abs(advance - whole) < 0.02:
        return -place.before
    if kind in (CharClass.OPEN, CharClass.CLOSE, CharClass.COMMA, CharClass.FULL, CharClass.COLON):
        return -place.before if advance > place.body + 0.02 else (place.body - advance) / 2
    return (place.body - advance) / 2


def _western(
    text: str, run: int, source: Run, advance: Advance, hyphenate: Hyphenate
) -> Iterator[Unit]:
    """Pieces of a Latin run: whole numbers, words between hyphenation points, addresses."""
    if _ADDRESS.search(text):
        yield from _address(text, run, source, advance)
        return
    cuts: dict[int, tuple[float, bool]] = {}
    for word in _WORD.finditer(text):
        if not word.group().isupper():
            for cut in hyphenate(word.group(), source.lang):
                cuts[word.start() + cut] = (HYPHEN_PRICE, True)
    for at in range(1, len(text)):
        if text[at - 1] == "-" and text[at].isalpha():
            cuts[at] = (HYPHEN_PRICE, False)
        elif text[at - 1] == "_" or (text[at - 1] == "/" and not text[at].isdigit()):
            cuts[at] = (ADDRESS_PRICE, False)
    edges = [0, *sorted(c for c in cuts if 0 < c < len(text) and _may_start(text[c])), len(text)]
    for start, end in itertools.pairwise(edges):
        yield _piece(text[start:end], run, source.marks, advance, cuts.get(end, _WHOLE_WORD))


def _address(text: str, run: int, source: Run, advance: Advance) -> Iterator[Unit]:
    """A web or mail address, a unit a character: it takes no hyphen, breaks after its own marks,
    between letters only where it must, and its letters may be spaced to reach the edge."""
    for at, character in enumerate(text):
        after = text[at + 1] if at + 1 < len(text) else ""
        price = 0.0 if not after else ADDRESS_PRICE if character in _URL_BREAK else LETTER_PRICE
        digits = character.isdigit() and after.isdigit()
        glue = bool(after) and (digits or not _may_start(after))
        piece = _piece(character, run, source.marks, advance, (price, False))
        yield replace(piece, glue=glue, address=True)


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < at < end for start, end in spans)


_WHOLE_WORD = (0.0, False)
_NEVER_FIRST = frozenset(",.!?:;)]}%'\"’")


def _may_start(character: str) -> bool:
    return character not in _NEVER_FIRST and character not in "/-_.?&=#"


def _piece(
    text: str, run: int, marks: tuple[Mark, ...], advance: Advance, end: tuple[float, bool]
) -> Unit:
    """A part of a word; `end` is the price of a break after it, and whether it takes a hyphen."""
    narrow = "’" in text
    widths = tuple(advance(c, False, narrow, marks) for c in text)
    return Unit(
        text, CharClass.WESTERN, 0.0, sum(widths), 0.0, 0.0, widths, run,
        price=end[0], hyphen=end[1], number=text[-1].isdigit(), narrow=narrow,
    )


def _glued(found: list[Unit], text: str) -> Iterator[Unit]:
    """Mark the units that must keep what follows: LB5, years, document numbers."""
    spans = [m.span() for kept in WHOLE for m in kept.finditer(text)]
    at = 0
    previous: Unit | None = None
    for unit, after in itertools.zip_longest(found, found[1:]):
        end = at + len(unit.text) + len(unit.space)
        glue = after is not None and (
            _keeps(unit, after) if unit.space else
            unit.glue or _within(end, spans) or _binds(unit, after)
            or _between_digits(previous, unit, after)
        )
        price = unit.price
        if after is not None and unit.number and after.text[0] in _COUNTERS:
            price = max(price, 2.0)
        yield replace(unit, glue=glue, price=price) if glue or price != unit.price else unit
        at, previous = end, unit


def _keeps(unit: Unit, after: Unit) -> bool:
    """True when a space binds: a no-break space, or the one between a sign and its number."""
    if "\u00a0" in unit.space:
        return True
    sign = unit.text[-1] in "￥¥$£€№≥≤≈" and after.text[0].isdigit()
    return len(unit.space) == 1 and (sign or (unit.number and after.text[0] in SUFFIXES))


def _between_digits(previous: Unit | None, unit: Unit, after: Unit) -> bool:
    """True for a colon or ratio sign that stands between two figures: 8：30, 3∶1."""
    return (
        unit.text in ("：", "∶")
        and previous is not None
        and previous.text[-1].isdigit()
        and after.text[0].isdigit()
    )


_WIDE_DIGITS = frozenset("０１２３４５６７８９")


def _binds(unit: Unit, after: Unit) -> bool:
    if len(unit.text) == 1 and unit.text == after.text and unit.text in "…⋯—":
        return True
    if unit.text in ("！", "？") and after.text in ("！", "？"):
        return True
    if unit.text[-1] in _WIDE_DIGITS and after.text[0] in _WIDE_DIGITS | set("．，％"):
        return True
    if unit.text in ("．", "，") and after.text[0] in _WIDE_DIGITS:
        return True
    if unit.text[-1] in "′″°" and after.text[0].isdigit():
        return True
    if unit.number and (after.text[0] in SUFFIXES or after.text[0] in "∶年"):
        return True
    first = after.text[0]
    if unit.text[-1] in PREFIXES and (first.isdigit() or first in PREFIXES):
        return True
    if after.kind is CharClass.WESTERN and unit.kind is CharClass.WESTERN:
        return unit.price == 0.0
    return (after.kind is CharClass.WESTERN and first in _NEVER_FIRST) or (
        unit.kind is CharClass.WESTERN and unit.text[-1] in "([{"
    )


def split_overwide(found: tuple[Unit, ...], measure: float) -> tuple[Unit, ...]:
    """Let a word or number wider than `measure` em be broken anywhere, at a price of distress."""
    if all(unit.body <= measure for unit in found):
        return found
    return tuple(
        piece
        for unit in found
        for piece in (_letters(unit, measure) if _is_splittable(unit, measure) else (unit,))
    )


def _advance_of(unit: Unit, part: str) -> float:
    """Width of `part` if it were set in the widest of the unit's characters, em."""
    return len(part) * max(unit.advances)


def _is_splittable(unit: Unit, measure: float) -> bool:
    return unit.kind is CharClass.WESTERN and unit.body > measure


def _letters(unit: Unit, measure: float) -> Iterator[Unit]:
    """The pieces of a word as units of their own; digits stay together (LB5) while they fit."""
    whole = unit
    parts = [
        part
        for found in re.findall(r"\d+|\D", unit.text)
        for part in ([found] if _advance_of(unit, found) <= measure else found)
    ]
    at = 0
    for number, part in enumerate(parts):
        widths = unit.advances[at : at + len(part)]
        unit = replace(whole, faces=whole.faces[at : at + len(part)])
        at += len(part)
        if number == len(parts) - 1:
            yield replace(unit, text=part, body=sum(widths), advances=widths)
        else:
            yield replace(
                unit, text=part, body=sum(widths), advances=widths, space="", glue=False,
                price=DISTRESS_PRICE, hyphen=False, number=False,
            )
