"""The masthead as a place for every text: name, imprint, ears and page plate side by side.

From the right edge leftwards stand the plate, then the ears or the index; what is left of the
width belongs to the paper's name and the imprint. Widths of texts are estimated from above, so
that nothing can touch; sizes fall before anything is cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.options import Layout

FOOT = 0.78
"""share of the masthead's depth above the rule at its foot"""
GAP = 1.0
"""em between neighbours"""
SMALL = 0.94
"""em: type of the imprint"""
CUT = "…"
WIDE_LATIN = frozenset("MWmw@%&—…")


@dataclass(frozen=True, slots=True)
class TextView:
    """Lines of one size, set one below the other from a corner of the masthead."""

    lines: tuple[str, ...]
    style: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of the index: the page it leads to, and the headline."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class EarView:
    """报眼: a title over lines, or over the entries of the index."""

    title: str
    lines: tuple[str, ...]
    entries: tuple[EntryView, ...]
    style: str
    cut: bool = False
    """True when not all of it could be set"""


@dataclass(frozen=True, slots=True)
class MastheadView:
    """What stands at the head of the first page; every style is a place in pt."""

    name: TextView
    imprint: TextView
    plate: str
    """style of the page plate; empty when there is none"""
    label_style: str
    title: TextView
    ears: tuple[EarView, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The texts of a masthead before they have places."""

    name: str
    imprint: tuple[tuple[str, ...], ...]
    """lines of pieces; a piece is not broken while there is another way"""
    label: str
    title: str
    ears: tuple[tuple[str, tuple[str, ...]], ...] = ()
    index: tuple[tuple[str, str], ...] = ()
    """(page label, headline); stands only where there are no ears"""
    index_title: str = ""


def breadth(text: str) -> float:
    """Upper estimate in em of the width of `text` in the heaviest face of the furniture."""
    return sum(map(_breadth, text))


def _breadth(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA" or character in WIDE_LATIN:
        return 1.0 if character not in "MWmw@%&" else 1.1
    if unicodedata.combining(character):
        return 0.0
    if character in " .,:;'|!":
        return 0.4
    return 0.82 if character.isupper() else 0.68


def cut(text: str, room: float) -> str:
    """`text`, or as much of it as fits `room` em with an ellipsis after it."""
    if breadth(text) <= room:
        return text
    while text and breadth(text) + 1 > room:
        text = text[:-1]
    return text.rstrip("，、：；。 ") + CUT


def wrap(pieces: Sequence[str], room: float) -> tuple[str, ...]:
    """Pieces joined by an ideographic space into lines of at most `room` em."""
    lines: list[str] = []
    for piece in pieces:
        if lines and breadth(lines[-1]) + 1 + breadth(piece) <= room:
            lines[-1] += "\u3000" + piece
            continue
        lines.append("")
        for character in piece:
            if lines[-1] and breadth(lines[-1] + character) > room:
                lines.append("")
            lines[-1] += character
    return tuple(lines)


class _Bench:
    """Lengths of one layout, and styles in pt made from them."""

    def __init__(self, layout: Layout) -> None:
        self.em = layout.grid.em
        self.row = layout.grid.pitch / layout.grid.em
        """em in a row"""
        self.furnishing = layout.furnishing
        self.width = layout.grid.width
        self.depth = layout.furnishing.masthead * FOOT * self.row
        """em above the rule at the foot"""

    def place(self, x: float, y: float, width: float, size: float, leading: float) -> str:
        """Style of a box at (x, y) em of the masthead; `size` and `leading` in em too."""
        return (
            f"left:{x * self.em:.2f}pt;top:{y * self.em:.2f}pt;width:{width * self.em:.2f}pt;"
            f"font-size:{size * self.em:.2f}pt;line-height:{leading * self.em:.2f}pt"
        )


def masthead(wanted: Wanted, layout: Layout) -> MastheadView:
    """Give every text of the masthead its place; nothing overlaps, whatever its length."""
    bench = _Bench(layout)
    plate, label_style, title, right = _plate(bench, wanted)
    ears, room = _ears(bench, wanted, right)
    name, imprint = _name(bench, wanted, room)
    return MastheadView(name, imprint, plate, label_style, title, ears)


def _plate(bench: _Bench, wanted: Wanted) -> tuple[str, str, TextView, float]:
    """Style of the plate, of its label, its title, and the em left of it."""
    if not (wanted.label or wanted.title):
        return "", "", TextView((), ""), bench.width
    width = bench.furnishing.plate
    room = width - 0.8
    size = min(width * 0.49, room / max(breadth(wanted.label), 1), bench.depth * 0.36)
    for count in (1, 2, 3):
        lines = wrap([wanted.title], max(-(-breadth(wanted.title) // count), 1))
        across = max(map(breadth, lines), default=1.0)
        small = min(1.33, room / max(across, 1), bench.depth * 0.42 / (1.2 * max(len(lines), 1)))
        if small >= 0.95:
            break
    deep = size * 1.06 + len(lines) * small * 1.25
    top = max(0.0, min(2.44, bench.depth - deep - 0.6))
    style = bench.place(bench.width - width, top, width, 1, 1) + f";height:{deep * bench.em:.2f}pt"
    label = f"font-size:{size * bench.em:.2f}pt;line-height:{size * 1.06 * bench.em:.2f}pt"
    under = f"font-size:{small * bench.em:.2f}pt;line-height:{small * 1.25 * bench.em:.2f}pt"
    return style, label, TextView(lines, under), bench.width - width - GAP


def _name(bench: _Bench, wanted: Wanted, room: float) -> tuple[TextView, TextView]:
    """The name, with the imprint at its right where that costs no size, else below it."""
    largest, across = bench.furnishing.name, max(breadth(wanted.name), 1.0)
    beside = tuple(line for pieces in wanted.imprint for line in wrap(pieces, 18.0))
    wide = max(map(breadth, beside), default=0.0) * SMALL
    at_side = min(largest, bench.depth * 0.7, (room - wide - 2 * GAP) / across)
    lines, small = _strip(bench, wanted, room)
    leading = min(1.0, small / SMALL) * bench.row * 0.96
    under = len(lines) * leading
    above = min(largest, (bench.depth - under - 0.9) / 1.1, room / across)
    if len(beside) * bench.row * 0.96 <= bench.depth - 1 and at_side >= 0.85 * above:
        top = bench.depth - 0.85 - len(beside) * bench.row * 0.96
        name = _set_name(bench, wanted.name, at_side, 0.0, bench.depth * 0.9)
        place = bench.place(room - wide, top, wide, SMALL, bench.row * 0.96)
        return name, TextView(beside, place + ";text-align:right")
    name = _set_name(bench, wanted.name, above, 0.0, bench.depth - under - 0.5)
    place = bench.place(0, bench.depth - under - 0.5, room, small, leading)
    return name, TextView(lines, place)


def _strip(bench: _Bench, wanted: Wanted, room: float) -> tuple[tuple[str, ...], float]:
    """The imprint as lines below the name, at the largest size that leaves the name its half."""
    pieces = [piece for line in wanted.imprint for piece in line]
    for size in (SMALL, 0.85, 0.75, 0.66, 0.58, 0.5, 0.42):
        lines = wrap(pieces, room / size)
        if len(lines) * min(1.0, size / SMALL) * bench.row <= bench.depth * 0.5:
            break
    return lines, size


def _set_name(bench: _Bench, name: str, size: float, top: float, depth: float) -> TextView:
    leading = size * 1.06
    at = top + max(0.0, (depth - leading) / 2)
    return TextView((name,), bench.place(0, at, breadth(name) * size, size, leading))


def _ears(bench: _Bench, wanted: Wanted, right: float) -> tuple[tuple[EarView, ...], float]:
    """The ears or the index, ranged right against `right` em, and the em left of them."""
    width, top = bench.furnishing.ear, 0.5
    deep = bench.depth - top - 0.7
    if not wanted.ears:
        if not wanted.index:
            return (), right
        return (_index(bench, wanted, right - width, top, deep),), right - width - GAP
    ears = wanted.ears[:2]
    count = len(ears)
    room = right - count * (width + GAP)
    stacked = count == 2 and room < max(bench.width * 0.4, breadth(wanted.name) * 3)
    if stacked:
        half = (deep - 0.6) / 2
        views = [
            _ear(bench, ear, right - width, top + place * (half + 0.6), half)
            for place, ear in enumerate(ears)
        ]
        return tuple(views), right - width - GAP
    views = [
        _ear(bench, ear, right - (count - place) * (width + GAP) + GAP, top, deep)
        for place, ear in enumerate(ears)
    ]
    return tuple(views), room


TITLE = 1.15
"""size of an ear's title against its lines"""
INSET = 0.8
"""em between the hairline of an ear and its text"""


def _ear(
    bench: _Bench, ear: tuple[str, tuple[str, ...]], x: float, y: float, deep: float
) -> EarView:
    title, lines = ear
    room = bench.furnishing.ear - INSET - 0.2
    for step in range(10):
        size = 1.0 - step * 0.05
        leading = size * min(bench.row, 1.4)
        held = max(int((deep - (leading * 1.3 if title else 0)) / leading), 0)
        found = tuple(part for line in lines for part in wrap([line], room / size))
        if len(found) <= held and breadth(title) * TITLE * size <= room:
            break
    lost = len(found) > held
    kept = found[:held]
    if lost and kept:
        kept = (*kept[:-1], cut(kept[-1] + CUT * 2, room / size))
    short = cut(title, room / size / TITLE)
    style = bench.place(x, y, bench.furnishing.ear, size, leading) + _depth(bench, deep)
    return EarView(short, kept, (), style, lost or short != title)


def _index(bench: _Bench, wanted: Wanted, x: float, y: float, deep: float) -> EarView:
    """One line for each inner page, as many as the depth holds."""
    room, entries = bench.furnishing.ear - INSET - 0.2, wanted.index
    for step in range(6):
        size = 1.0 - step * 0.05
        leading = size * min(bench.row, 1.4)
        held = max(int((deep - leading * 1.3) / leading), 0)
        if len(entries) <= held:
            break
    widest = max(breadth(label) for label, _ in entries) + 0.8
    views = tuple(
        EntryView(label, cut(text, room / size - widest)) for label, text in entries[:held]
    )
    style = bench.place(x, y, bench.furnishing.ear, size, leading) + _depth(bench, deep)
    return EarView(wanted.index_title, (), views, style + f";--label:{widest:.2f}em")


def _depth(bench: _Bench, deep: float) -> str:
    return f";height:{deep * bench.em:.2f}pt"


def texts(wanted: Wanted) -> Iterable[tuple[str, str]]:
    """(face role, text) of all a masthead may print, whatever the layout leaves room for."""
    yield "song-heavy", wanted.name
    yield "hei-heavy", wanted.label
    yield "hei-bold", wanted.title
    yield "song", CUT + "\u3000" + "".join(piece for line in wanted.imprint for piece in line)
    for title, lines in wanted.ears:
        yield "hei-bold", title + CUT
        yield "song", "".join(lines) + CUT
    if not wanted.ears and wanted.index:
        yield "hei-bold", wanted.index_title + "".join(label for label, _ in wanted.index)
        yield "song", "".join(text for _, text in wanted.index)
