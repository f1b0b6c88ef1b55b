"""The masthead as a place for every text: name, imprint, ears and page plate side by side.

From the right edge leftwards stand the plate, then the ears or the index; what is left of the
width belongs to the paper's name and the imprint. Widths of texts are estimated from above, so
that nothing can touch; sizes fall before anything is cut.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edition.packs.layout import Layout
from edition.render.page.bench import CUT, GAP, Bench, breadth, wrap
from edition.render.page.ears import (
    EAR_FOOT,
    EAR_TOP,
    Ear,
    EarView,
    Index,
    ears_width,
    index_ear,
    side_by_side,
    stacked,
)

SMALL = 0.94
"""em: type of the imprint"""
LEAST = 0.6
"""share of its largest size the name keeps beside two ears; else they stand one over the other"""


@dataclass(frozen=True, slots=True)
class TextView:
    """Lines of one size, set one below the other from a corner of the masthead."""

    lines: tuple[str, ...]
    style: str


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
    ears: tuple[Ear, ...] = ()
    """at most two"""
    index: Index = ()
    """stands only where there are no ears"""
    index_title: str = ""


def masthead(wanted: Wanted, layout: Layout) -> MastheadView:
    """Give every text of the masthead its place; nothing overlaps, whatever its length."""
    bench = Bench(layout)
    plate, label_style, title, right = _plate(bench, wanted)
    one = right - ears_width(bench, 1)
    if not wanted.ears:
        found = (index_ear(bench, wanted.index_title, wanted.index, right),) if wanted.index else ()
        size, name, imprint = _name(bench, wanted, one if wanted.index else right)
        return MastheadView(name, imprint, plate, label_style, title, found)
    count = len(wanted.ears)
    ears = side_by_side(bench, wanted.ears, right)
    size, name, imprint = _name(bench, wanted, right - ears_width(bench, count))
    if count == 2 and size < bench.furnishing.name * LEAST:
        ears = stacked(bench, wanted.ears, right)
        size, name, imprint = _name(bench, wanted, one)
    return MastheadView(name, imprint, plate, label_style, title, ears)


def _plate(bench: Bench, wanted: Wanted) -> tuple[str, str, TextView, float]:
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
    ink = size * 1.06 + len(lines) * small * 1.25
    style = bench.place(bench.width - width, 0, width, 1, 1) + _stand(bench, wanted, ink)
    label = f"font-size:{size * bench.em:.2f}pt;line-height:{size * 1.06 * bench.em:.2f}pt"
    under = f"font-size:{small * bench.em:.2f}pt;line-height:{small * 1.25 * bench.em:.2f}pt"
    return style, label, TextView(lines, under), bench.width - width - GAP


def _stand(bench: Bench, wanted: Wanted, ink: float) -> str:
    """Style of the depth of the plate: as deep as the ears, if there are any, `ink` em in it."""
    if wanted.ears or wanted.index:
        top, deep = EAR_TOP, bench.depth - EAR_TOP - EAR_FOOT
    else:
        top, deep = max(0.0, min(2.44, bench.depth - ink - 0.6)), ink
    head = max(0.0, (deep - ink) / 2)
    return (
        f";top:{top * bench.em:.2f}pt;height:{deep * bench.em:.2f}pt;"
        f"padding-top:{head * bench.em:.2f}pt"
    )


def _name(bench: Bench, wanted: Wanted, room: float) -> tuple[float, TextView, TextView]:
    """The name's size in em, the name and the imprint in `room` em.

    The imprint stands at the right of the name where that costs the name no size, else below it.
    """
    largest, across = bench.furnishing.name, max(breadth(wanted.name), 1.0)
    beside = tuple(line for pieces in wanted.imprint for line in wrap(pieces, 18.0))
    wide = max(map(breadth, beside), default=0.0) * SMALL
    at_side = min(largest, bench.depth * 0.7, (room - wide - 2 * GAP) / across)
    lines, small = _strip(bench, wanted, room)
    leading = min(1.0, small / SMALL) * bench.row * 0.96
    under = len(lines) * leading
    above = min(largest, (bench.depth - under - 0.9) / 1.1, (room - GAP / 2) / across)
    if len(beside) * bench.row * 0.96 <= bench.depth - 1 and at_side >= 0.95 * above:
        top = bench.depth - 0.85 - len(beside) * bench.row * 0.96
        name = _set_name(bench, wanted.name, at_side, 0.0, bench.depth * 0.9)
        place = bench.place(room - wide, top, wide, SMALL, bench.row * 0.96)
        return at_side, name, TextView(beside, place + ";text-align:right")
    name = _set_name(bench, wanted.name, above, 0.0, bench.depth - under - 0.5)
    place = bench.place(0, bench.depth - under - 0.5, room, small, leading)
    return above, name, TextView(lines, place)


def _strip(bench: Bench, wanted: Wanted, room: float) -> tuple[tuple[str, ...], float]:
    """The imprint as lines below the name, at the largest size that leaves the name its half."""
    pieces = [piece for line in wanted.imprint for piece in line]
    for size in (SMALL, 0.85, 0.75, 0.66, 0.58, 0.5, 0.42):
        lines = wrap(pieces, room / size)
        if len(lines) * min(1.0, size / SMALL) * bench.row <= bench.depth * 0.5:
            break
    return lines, size


def _set_name(bench: Bench, name: str, size: float, top: float, depth: float) -> TextView:
    leading = size * 1.06
    at = top + max(0.0, (depth - leading) / 2)
    return TextView((name,), bench.place(0, at, breadth(name) * size, size, leading))


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
        yield "song", "".join(text for _, heads in wanted.index for text in heads)
