"""The ears of the masthead (报眼): two at most, beside each other or one over the other.

Sizes fall before a line is broken, lines are broken before anything is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from edition.compose.composed import Line
from edition.compose.furniture import most_characters
from edition.makeup.furnish.means import GAP, Means, Spot
from edition.makeup.paper import PlacedFurniture, PlacedText, Rule
from edition.model import Ear

EAR_TOP, EAR_FOOT = 0.5, 0.7
"""em left free above an ear, and below it down to the rule"""
TITLE = 1.15
"""size of an ear's title against its lines"""
TITLE_DEPTH = 1.35
"""lines that a title takes, with the hairline below it"""
UNDER_TITLE = 0.18
"""em of an ear's size between the hairline and its lines"""
INSET = 0.8
"""em between the hairline of an ear and its text"""
EAR_SIZES = (1.14, *(round(0.92 - 0.04 * step, 2) for step in range(9)))
"""em: sizes an ear is tried at, 1.14 to 0.6; none near the body's own, which keeps to the grid"""
BETWEEN = 0.6
"""em between two ears that stand one over the other"""


def ear_depth(means: Means) -> float:
    """em down that ears and the index may take."""
    return means.depth - EAR_TOP - EAR_FOOT


def ears_width(means: Means, count: int) -> float:
    """em that `count` ears take beside each other, with the gap before each."""
    return count * (means.layout.furnishing.ear + GAP)


def ear_width(means: Means) -> float:
    """em of the body that the lines of an ear may take."""
    return means.layout.furnishing.ear - INSET


def ear_room(means: Means, size: float) -> float:
    """em of `size` that the lines of an ear may take."""
    return ear_width(means) / size


def ear_leading(means: Means, size: float) -> float:
    """em between lines of an ear set at `size` em."""
    return size * min(means.row, 1.35)


def lines_held(means: Means, deep: float, size: float) -> int:
    """Lines an ear `deep` em deep holds below its title."""
    leading = ear_leading(means, size)
    return max(int((deep - leading * TITLE_DEPTH) / leading + 1e-6), 0)


@dataclass(frozen=True, slots=True)
class EarPlace:
    """Where an ear, or the index, stands in the masthead; lengths in em of the body."""

    x: float
    y: float
    deep: float
    size: float
    """of its lines"""


def side_by_side(
    means: Means, ears: Sequence[Ear], right: float
) -> tuple[PlacedFurniture, ...]:
    """Ears beside each other, ranged right against `right` em, at one size."""
    deep = ear_depth(means)
    size = _size(means, ears, lambda depths: max(depths) <= deep)
    left = right - ears_width(means, len(ears)) + GAP
    step = means.layout.furnishing.ear + GAP
    return tuple(
        _ear(means, ear, EarPlace(left + number * step, EAR_TOP, deep, size))
        for number, ear in enumerate(ears)
    )


def stacked(means: Means, ears: Sequence[Ear], right: float) -> tuple[PlacedFurniture, ...]:
    """Two ears one over the other, each as deep as its lines ask, ranged right against `right`."""
    x, deep = right - means.layout.furnishing.ear, ear_depth(means)
    size = _size(means, ears, lambda depths: sum(depths) + BETWEEN <= deep)
    shares = [_depth(means, ear, size) for ear in ears]
    scale = min(1.0, (deep - BETWEEN) / sum(shares)) if sum(shares) else 1.0
    rest = max(0.0, (deep - BETWEEN - sum(shares)) / len(ears))
    found, y = [], EAR_TOP
    for ear, share in zip(ears, shares, strict=True):
        own = share * scale + rest
        found.append(_ear(means, ear, EarPlace(x, y, own, size)))
        y += own + BETWEEN
    return tuple(found)


def _size(means: Means, ears: Sequence[Ear], fits: Callable[[list[float]], bool]) -> float:
    """em: the largest size all ears fit at without a broken line, else with, else the least."""
    if any(_is_endless(means, ear) for ear in ears):
        return EAR_SIZES[-1]
    for whole, sizes in ((True, EAR_SIZES[:7]), (False, EAR_SIZES[3:])):
        for size in sizes:
            if whole and any(len(_lines(means, e, size)) > len(e.lines) for e in ears):
                continue
            if fits([_depth(means, ear, size) for ear in ears]):
                return size
    return EAR_SIZES[-1]


def _is_endless(means: Means, ear: Ear) -> bool:
    """True when an ear has more characters than the masthead could hold at the least size."""
    least = EAR_SIZES[-1]
    most = most_characters(ear_room(means, least), _most_lines(means))
    return sum(len(line) for line in ear.lines) > most


def _most_lines(means: Means) -> int:
    return int(means.depth / ear_leading(means, EAR_SIZES[-1])) + 2


def _set(means: Means, text: str, size: float) -> tuple[Line, ...]:
    """One of an ear's lines, broken where it is wider than the ear; no more than it can hold."""
    room = ear_room(means, size)
    some = text[: most_characters(room, _most_lines(means))]
    return means.setter.running(some, means.face("ear"), room)


def _lines(means: Means, ear: Ear, size: float) -> list[Line]:
    return [line for text in ear.lines for line in _set(means, text, size)]


def _depth(means: Means, ear: Ear, size: float) -> float:
    lines = len(_lines(means, ear, size)) + (TITLE_DEPTH if ear.title else 0)
    return lines * ear_leading(means, size)


def _ear(means: Means, ear: Ear, at: EarPlace) -> PlacedFurniture:
    size, leading = at.size, ear_leading(means, at.size)
    held = lines_held(means, at.deep, size) if ear.title else int(at.deep / leading + 1e-6)
    texts, rules = headed(means, ear.title, at)
    kept, short = _kept(means, ear, size, held)
    spot = below_head(means, at) if ear.title else Spot(at.x + INSET, at.y, ear_width(means))
    for lines in kept:
        texts.append(means.text("ear", lines, spot, size, leading))
        spot = replace(spot, y=spot.y + len(lines) * leading)
    if short and texts:
        texts[-1] = replace(texts[-1], cut=True)
    return PlacedFurniture("ear", ear.title, tuple(texts), rules)


def headed(
    means: Means, title: str, at: EarPlace
) -> tuple[list[PlacedText], tuple[Rule, ...]]:
    """The title of an ear or index, and its hairlines."""
    row, x = means.row, round(at.x, 4)
    upright = Rule(x, round(at.y / row, 4), round(at.deep / row, 4), "vertical")
    if not title:
        return [], (upright,)
    leading, size = ear_leading(means, at.size), at.size * TITLE
    line, cut = means.cut("ear-title", title, ear_width(means) / size)
    spot = Spot(at.x + INSET, at.y, ear_width(means))
    under = Rule(
        round(spot.x, 4), round((at.y + leading) / row, 4), round(spot.width, 4), "horizontal"
    )
    text = means.text("ear-title", (line,), spot, size, leading)
    return [replace(text, cut=cut)], (upright, under)


def below_head(means: Means, at: EarPlace) -> Spot:
    """Where the lines below the title of an ear or index begin."""
    down = ear_leading(means, at.size) + UNDER_TITLE * at.size
    return Spot(at.x + INSET, at.y + down, ear_width(means))


def _kept(
    means: Means, ear: Ear, size: float, held: int
) -> tuple[list[tuple[Line, ...]], bool]:
    """The lines of each line of an ear as far as `held` of them go, and whether some are cut."""
    found: list[tuple[Line, ...]] = []
    for number, text in enumerate(ear.lines):
        lines = _set(means, text, size)
        more = number + 1 < len(ear.lines)
        if len(lines) < held or (len(lines) == held and not more):
            found.append(lines)
            held -= len(lines)
            continue
        if held:
            before = lines[: held - 1]
            rest = text[sum(len(line.text) for line in before) :]
            face, room = means.face("ear"), ear_room(means, size)
            found.append((*before, means.setter.cut(rest, face, room, always=True)))
        return found, True
    return found, False

