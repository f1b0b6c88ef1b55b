"""The masthead (报头): name, imprint, ears and page plate side by side, every text with its place.

From the right edge leftwards stand the plate, then the ears or the index; what is left of the
width belongs to the paper's name and the imprint. Sizes fall before anything is cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from edition.compose.composed import Line
from edition.makeup.furnish.ears import EAR_FOOT, EAR_TOP, ears_width, side_by_side, stacked
from edition.makeup.furnish.index import Index, set_index
from edition.makeup.furnish.means import GAP, Means, Spot
from edition.makeup.paper import PlacedFurniture, PlacedText, Rule
from edition.model import Ear

SMALL = 0.94
"""em: type of the imprint"""
LEAST = 0.6
"""share of its largest size the name keeps beside two ears; else they stand one over the other"""
BESIDE = 18.0
"""em of its own size that a line of the imprint beside the name may take"""
STRIP_SIZES = (SMALL, 0.85, 0.75, 0.66, 0.58, 0.5, 0.42)
"""em: sizes the imprint below the name is tried at"""
PLATE_EDGE = 0.8
"""em left free in the width of the plate"""
PLATE_TITLE = 1.33
"""em: largest size of the page's title on the plate"""
NAME_LEADING, LABEL_LEADING, TITLE_LEADING, IMPRINT_LEADING = 1.06, 1.06, 1.25, 0.96
"""em of their own size that lines of name, page label and page title take; rows for the imprint"""

SINK = 0.05
"""em of its own size by which the name stands below the middle, nearer its rule"""


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


def masthead(means: Means, wanted: Wanted) -> tuple[PlacedFurniture, ...]:
    """Give every text of the masthead its place; nothing overlaps, whatever its length."""
    plate, right = _plate(means, wanted)
    beside: tuple[PlacedFurniture, ...] = ()
    one = right - ears_width(means, 1)
    if not wanted.ears:
        if wanted.index:
            listed = set_index(means, wanted.index_title, wanted.index, right)
            if any(text.cut for text in listed.texts):
                # Half a headline sends nobody to a page: the index stands whole or not at all.
                return masthead(means, replace(wanted, index=()))
            beside = (listed,)
        _, name = _name(means, wanted, one if wanted.index else right)
        return (*name, *beside, *plate)
    count = len(wanted.ears)
    beside = side_by_side(means, wanted.ears, right)
    size, name = _name(means, wanted, right - ears_width(means, count))
    if count == 2 and size < means.layout.furnishing.name * LEAST:
        beside = stacked(means, wanted.ears, right)
        _, name = _name(means, wanted, one)
    return (*name, *beside, *plate)


def _plate(means: Means, wanted: Wanted) -> tuple[tuple[PlacedFurniture, ...], float]:
    """The plate with the page's label and title, and the em left of it."""
    if not (wanted.label or wanted.title):
        return (), means.width
    width = means.layout.furnishing.plate
    room, x = width - PLATE_EDGE, means.width - width
    label = means.line("plate-label", wanted.label)
    size = min(width * 0.49, room / max(label.width, 1), means.depth * 0.36)
    lines, small = _plate_title(means, wanted.title, room)
    ink = size * LABEL_LEADING + len(lines) * small * TITLE_LEADING
    top, deep = _stand(means, wanted, ink)
    y = top + max(0.0, (deep - ink) / 2)
    spot = Spot(x, y, width, "center")
    texts = [means.text("plate-label", (label,), spot, size, size * LABEL_LEADING)]
    if lines:
        under = replace(spot, y=y + size * LABEL_LEADING)
        texts.append(means.text("plate-title", lines, under, small, small * TITLE_LEADING))
    rule = Rule(round(x, 4), round(top / means.row, 4), round(deep / means.row, 4), "vertical")
    return (PlacedFurniture("plate", "", tuple(texts), (rule,)),), x - GAP


def _plate_title(means: Means, title: str, room: float) -> tuple[tuple[Line, ...], float]:
    """The page's title in one to three lines, and its size in em."""
    if not title:
        return (), 0.0
    lines: tuple[Line, ...] = ()
    size = 0.0
    for count in (1, 2, 3):
        lines = means.setter.divided(title, means.face("plate-title"), count)
        across = max(max(line.width for line in lines), 1)
        deepest = means.depth * 0.42 / (1.2 * len(lines))
        size = min(PLATE_TITLE, room / across, deepest)
        if size >= 0.95:
            break
    return lines, size


def _stand(means: Means, wanted: Wanted, ink: float) -> tuple[float, float]:
    """Head and depth of the plate in em: as deep as the ears, if there are any, else as its ink."""
    if wanted.ears or wanted.index:
        return EAR_TOP, means.depth - EAR_TOP - EAR_FOOT
    return max(0.0, min(2.44, means.depth - ink - 0.6)), ink


def _name(
    means: Means, wanted: Wanted, room: float
) -> tuple[float, tuple[PlacedFurniture, ...]]:
    """The name's size in em, and the name and the imprint in `room` em.

    The imprint stands at the right of the name where that costs the name no size, else below it.
    """
    name, depth = means.line("name", wanted.name), means.depth
    left = means.layout.logo
    room -= left
    largest, across = means.layout.furnishing.name, max(name.width, 1.0)
    face = means.face("imprint")
    beside = [li for one in wanted.imprint for li in means.setter.joined(one, face, BESIDE)]
    wide = max((line.width for line in beside), default=0.0) * SMALL
    at_side = min(largest, depth * 0.7, (room - wide - 2 * GAP) / across)
    strip, small = _strip(means, wanted, room)
    leading = min(1.0, small / SMALL) * means.row * IMPRINT_LEADING
    under = len(strip) * leading
    above = min(largest, (depth - under - 0.9) / 1.1, (room - GAP / 2) / across)
    deep = len(beside) * means.row * IMPRINT_LEADING
    if deep <= depth - 1 and at_side >= 0.95 * above:
        spot = Spot(left + room - wide, depth - 0.85 - deep, wide, "right")
        imprint = means.text("imprint", beside, spot, SMALL, means.row * IMPRINT_LEADING)
        return at_side, (_set_name(means, name, at_side, depth * 0.9), _piece(imprint))
    spot = Spot(left, depth - under - 0.5, room)
    imprint = means.text("imprint", strip, spot, small, leading)
    return above, (_set_name(means, name, above, depth - under - 0.5), _piece(imprint))


def _piece(imprint: PlacedText) -> PlacedFurniture:
    return PlacedFurniture("imprint", "", (imprint,))


def _set_name(means: Means, name: Line, size: float, deep: float) -> PlacedFurniture:
    """The name in the middle of the `deep` em at the masthead's head, at its left edge.

    A logo has its room before it.
    """
    leading = size * NAME_LEADING
    spot = Spot(means.layout.logo, max(0.0, (deep - leading) / 2) + SINK * size, name.width * size)
    return PlacedFurniture("name", "", (means.text("name", (name,), spot, size, leading),))


def _strip(means: Means, wanted: Wanted, room: float) -> tuple[Sequence[Line], float]:
    """The imprint as lines below the name, at the largest size that leaves the name its half."""
    pieces = [piece for line in wanted.imprint for piece in line]
    lines: Sequence[Line] = ()
    for size in STRIP_SIZES:
        lines = means.setter.joined(pieces, means.face("imprint"), room / size)
        if len(lines) * min(1.0, size / SMALL) * means.row <= means.depth * 0.5:
            break
    return lines, size
