"""The ears of the masthead (报眼), or the index of the edition (要目) that stands in their place.

Sizes fall before a line is broken, lines are broken before anything is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from edition.render.page.bench import GAP, Bench, breadth, cut, wrap

EAR_TOP, EAR_FOOT = 0.5, 0.7
"""em left free above an ear, and below it down to the rule"""
TITLE = 1.15
"""size of an ear's title against its lines"""
TITLE_DEPTH = 1.35
"""lines that a title takes, with the hairline below it"""
INSET = 0.8
"""em between the hairline of an ear and its text"""
EAR_SIZES = (1.14, *(round(0.92 - 0.04 * step, 2) for step in range(9)))
"""em: sizes an ear is tried at, 1.14 to 0.6; none near the body's own, which keeps to the grid"""
BETWEEN = 0.6
"""em between two ears that stand one over the other"""

Ear = tuple[str, tuple[str, ...]]
"""title and lines"""
Index = tuple[tuple[str, tuple[str, ...]], ...]
"""(page label, headlines, the best first) of every inner page"""


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


def side_by_side(bench: Bench, ears: Sequence[Ear], right: float) -> tuple[EarView, ...]:
    """Ears beside each other, ranged right against `right` em, at one size."""
    deep = bench.depth - EAR_TOP - EAR_FOOT
    size = _ear_size(bench, ears, lambda depths: max(depths) <= deep)
    left = right - ears_width(bench, len(ears)) + GAP
    return tuple(
        _ear(bench, ear, left + place * (bench.furnishing.ear + GAP), EAR_TOP, deep, size)
        for place, ear in enumerate(ears)
    )


def ears_width(bench: Bench, count: int) -> float:
    """em that `count` ears take beside each other, with the gap before each."""
    return count * (bench.furnishing.ear + GAP)


def stacked(bench: Bench, ears: Sequence[Ear], right: float) -> tuple[EarView, ...]:
    """Two ears one over the other, each as deep as its lines ask, ranged right against `right`."""
    x, deep = right - bench.furnishing.ear, bench.depth - EAR_TOP - EAR_FOOT
    size = _ear_size(bench, ears, lambda depths: sum(depths) + BETWEEN <= deep)
    shares = [_ear_depth(bench, ear, size) for ear in ears]
    scale = min(1.0, (deep - BETWEEN) / sum(shares)) if sum(shares) else 1.0
    rest = max(0.0, (deep - BETWEEN - sum(shares)) / len(ears))
    views, y = [], EAR_TOP
    for ear, share in zip(ears, shares, strict=True):
        views.append(_ear(bench, ear, x, y, share * scale + rest, size))
        y += share * scale + rest + BETWEEN
    return tuple(views)


def _ear_size(
    bench: Bench, ears: Sequence[Ear], fits: Callable[[list[float]], bool]
) -> float:
    """em: the largest size all ears fit at without a broken line, else with, else the least."""
    for whole, sizes in ((True, EAR_SIZES[:7]), (False, EAR_SIZES[3:])):
        for size in sizes:
            if whole and any(len(_ear_lines(bench, e, size)) > len(e[1]) for e in ears):
                continue
            if fits([_ear_depth(bench, ear, size) for ear in ears]):
                return size
    return EAR_SIZES[-1]


def _ear_room(bench: Bench, size: float) -> float:
    """em of `size` in the width of an ear."""
    return (bench.furnishing.ear - INSET - 0.2) / size


def _ear_lines(bench: Bench, ear: Ear, size: float) -> tuple[str, ...]:
    return tuple(part for line in ear[1] for part in wrap([line], _ear_room(bench, size)))


def _ear_depth(bench: Bench, ear: Ear, size: float) -> float:
    lines = len(_ear_lines(bench, ear, size)) + (TITLE_DEPTH if ear[0] else 0)
    return lines * bench.leading(size)


def _ear(
    bench: Bench, ear: Ear, x: float, y: float, deep: float, size: float
) -> EarView:
    leading, room = bench.leading(size), _ear_room(bench, size)
    held = _held(bench, deep, size) if ear[0] else int(deep / leading + 1e-6)
    lines = _ear_lines(bench, ear, size)
    kept = lines[:held]
    if len(lines) > held and kept:
        kept = (*kept[:-1], cut(kept[-1] + lines[held], room))
    title = cut(ear[0], room / TITLE)
    style = bench.place(x, y, bench.furnishing.ear, size, leading) + _depth(bench, deep)
    return EarView(title, kept, (), style, len(lines) > held or title != ear[0])


INDEX_SIZES = tuple(round(1.2 - 0.05 * step, 2) for step in range(9))
"""em: sizes the index is tried at, 1.2 to 0.8"""
INDEX_CUT = 0.9
"""em: its size when a headline has to be cut all the same"""


def index_ear(bench: Bench, title: str, pages: Index, right: float) -> EarView:
    """The best of each inner page, then the second best of each, as far as the depth goes."""
    deep = bench.depth - EAR_TOP - EAR_FOOT
    most = _held(bench, deep, 1.0)
    if most < len(pages):
        most = _held(bench, deep, INDEX_SIZES[-1])
    entries = _turns(pages, most)
    labels = max((breadth(label) for label, _ in entries), default=0) + 0.8
    widest = max((breadth(text) for _, text in entries), default=0)
    able = [s for s in INDEX_SIZES if _held(bench, deep, s) >= len(entries)] or [INDEX_SIZES[-1]]
    whole = [s for s in able if labels + widest <= _ear_room(bench, s)]
    size = whole[0] if whole else min(able, key=lambda s: abs(s - INDEX_CUT))
    room = _ear_room(bench, size) - labels
    seen: set[str] = set()
    views: list[EntryView] = []
    for label, text in entries:
        # The label stands once, before the first of its page.
        views.append(EntryView("" if label in seen else label, cut(text, room)))
        seen.add(label)
    x, width = right - bench.furnishing.ear, bench.furnishing.ear
    style = bench.place(x, EAR_TOP, width, size, bench.leading(size))
    style += _depth(bench, deep) + f";--label:{labels:.2f}em"
    return EarView(title, (), tuple(views), style)


def _held(bench: Bench, deep: float, size: float) -> int:
    """Lines an ear `deep` em deep holds below its title."""
    leading = bench.leading(size)
    return max(int((deep - leading * TITLE_DEPTH) / leading + 1e-6), 0)


def _turns(pages: Index, most: int) -> tuple[tuple[str, str], ...]:
    """At most `most` (label, headline) pairs: a first of each page, a second of each, in order."""
    ranked = sorted(
        (turn, place) for place, (_, heads) in enumerate(pages) for turn in range(len(heads))
    )
    # What the depth cannot hold is dropped from the last turn; the rest stands by page.
    kept = sorted((place, turn) for turn, place in ranked[:most])
    return tuple((pages[place][0], pages[place][1][turn]) for place, turn in kept)


def _depth(bench: Bench, deep: float) -> str:
    return f";height:{deep * bench.em:.2f}pt"
