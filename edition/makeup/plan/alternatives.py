"""Other plans of a page: whole papers whose lead or first cut is another than that of the best.

Each shape of the page has one cheapest plan. Shapes are tried in the order of what they must cost
at least, and no further once none that is left can come among the cheapest, or `TRIED` times as
many are tried as plans are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.makeup.paper import Page
from edition.makeup.plan.pinned import in_shape
from edition.makeup.plan.planner import Planner, Trial
from edition.makeup.plan.work import Work
from edition.makeup.search.floor import least_price
from edition.makeup.search.score import head_size, terms
from edition.makeup.search.shape import CutWay, PageShape, quarters
from edition.makeup.search.zones import Ways, Zone
from edition.messages.texts import Phrase

EPS = 1e-9
TRIED = 5
"""shapes tried for each plan that is asked for"""
TOLD = ("bumps", "through_cuts", "size_inversions", "filler_rows", "jumps")
"""terms of the score that are told where a plan differs in them"""


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A whole paper with one page of another shape."""

    key: str
    work: Work
    differs: tuple[Phrase, ...]


def other_plans(
    planner: Planner, work: Work, page: int, most: int
) -> tuple[Work, tuple[OtherPlan, ...]]:
    """The best paper, and up to `most` others in which `page` has another shape, cheapest first.

    Pins of other pages hold in all of them.
    """
    planner = replace(planner, pins={n: s for n, s in planner.pins.items() if n != page})
    while work.waiting and work.number < page:
        work = planner.next_page(work)
    chosen = planner.chosen(work) if work.waiting else Trial(work, 0, None)
    if chosen.plan is None or chosen.plan.shape is None:
        return planner.run(work), ()
    best = _whole(planner, chosen)
    found = [
        (_whole(planner, trial), _key(trial, page))
        for trial in _cheapest(planner, chosen, most)
    ]
    return best, tuple(
        OtherPlan(key, whole, tuple(_differing(planner, best, whole, page)))
        for whole, key in sorted(found, key=lambda pair: (round(pair[0].price, 6), pair[1]))
    )


def _whole(planner: Planner, trial: Trial) -> Work:
    """The paper whose next page is that of a trial."""
    assert trial.plan is not None
    return planner.run(planner.settled(trial.work, trial.plan, trial.count))


def _key(trial: Trial, page: int) -> str:
    assert trial.plan is not None and trial.plan.shape is not None
    return trial.plan.shape.key(page)


def _cheapest(planner: Planner, chosen: Trial, most: int) -> Sequence[Trial]:
    """The cheapest trials of shapes other than the chosen one, cheapest first."""
    found: list[Trial] = []
    for floor, shape in sorted(_shapes(planner, chosen))[: TRIED * most]:
        if len(found) >= most and floor >= _price(found[most - 1]) - EPS:
            break
        trial = planner.shaped(chosen, shape)
        if trial is not None:
            found = sorted([*found, trial], key=_price)
    return found[:most]


def _price(trial: Trial) -> float:
    assert trial.plan is not None
    return trial.plan.price


def _shapes(planner: Planner, chosen: Trial) -> Iterator[tuple[float, PageShape]]:
    """Every shape the lead of the page may have, with what such a page costs at least.

    House copy may come in where the news does not fill the page, and is not in that price: a
    page without it bounds one with it but for the white it saves.
    """
    blank = planner.blank(chosen.work)
    items = chosen.work.waiting[: chosen.count]
    zones = planner.zones(items, blank)
    section = planner.room.layout.furnishing.section
    cuts: tuple[CutWay, ...] = ("down", "across") if len(zones[0].items) > 1 else ("none",)
    for columns, deep in sorted({
        (columns, quarters(rows, blank.free)) for columns, rows in zones[0].options[0]
    }):
        for cut in cuts:
            shape = PageShape(columns, deep, cut)
            yield _floor(zones, shape, blank.free, section, bool(chosen.work.house)), shape


def _floor(
    zones: Sequence[Zone], shape: PageShape, free: int, section: int, house: bool
) -> float:
    if house:
        return 0.0
    lead = in_shape(zones[0], shape, free)
    return least_price(Ways([lead, *zones[1:]], free, section))


def _differing(planner: Planner, best: Work, other: Work, page: int) -> Iterator[Phrase]:
    """What differs on a page, in words, the most visible first."""
    before, after = best.pages[page - 1], other.pages[page - 1]
    yield from _lead(before, after)
    was, now = best.outcomes[page - 1].shape, other.outcomes[page - 1].shape
    if was is not None and now is not None and was.cut != now.cut:
        yield Phrase(f"differs_cut_{now.cut}")
    em = planner.room.grid.em
    sizes = [head_size(p.frames[0]) * em for p in (before, after)]
    if abs(sizes[0] - sizes[1]) > 0.05:
        yield Phrase("differs_size", {"points": sizes[1], "before": sizes[0]})
    moved = _moved(before, after)
    if moved:
        yield Phrase("differs_places", {"count": moved})
    columns = planner.room.grid.columns
    found: list[Mapping[str, float]] = [dict(terms([p], columns)) for p in (before, after)]
    for name in TOLD:
        if found[0][name] != found[1][name]:
            yield Phrase("differs_term", {
                "name": Phrase(f"term_{name}"), "value": found[1][name], "before": found[0][name],
            })


def _lead(before: Page, after: Page) -> Iterator[Phrase]:
    one, other = before.frames[0], after.frames[0]
    if (one.columns, one.rows) != (other.columns, other.rows):
        yield Phrase("differs_lead", {
            "columns": other.columns, "rows": other.rows,
            "was_columns": one.columns, "was_rows": one.rows,
        })


def _moved(before: Page, after: Page) -> int:
    """Stories that begin in another place, the lead left out."""
    places = {frame.story: (frame.column, frame.row) for frame in before.frames}
    return sum(
        places.get(frame.story) != (frame.column, frame.row) for frame in after.frames[1:]
    )
