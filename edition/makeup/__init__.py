"""Make-up (组版): stories and galleys to a paper. Pure and deterministic.

`make_up` is the whole door; `docs/makeup.md` explains the cost and the planned score.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from edition.errors import Diagnostic
from edition.makeup.composer import Composer
from edition.makeup.paper import Paper
from edition.makeup.plan.alternatives import other_plans
from edition.makeup.plan.gather import ranked, standing
from edition.makeup.plan.memo import ChoiceMemo
from edition.makeup.plan.planner import Planner, planner_of, work_of
from edition.makeup.plan.promises import remarks_on_plan
from edition.makeup.plan.work import Work
from edition.makeup.remarks import remarks_on
from edition.makeup.search.score import terms
from edition.makeup.search.zones import PagePlan
from edition.makeup.shortcopy import ends_white
from edition.model import Edition
from edition.packs.layout import Layout
from edition.printed import PROVED_GAP, Alternative, Score


def make_up(
    edition: Edition, memo: ChoiceMemo, first_label: str | None = None,
    pulse: Callable[[float], None] = lambda _: None,
) -> tuple[Paper, tuple[Diagnostic, ...]]:
    """The cheapest pages for `edition`, and what the planner has to say about them.

    Always returns a paper: what cannot be avoided is priced. Empty sections are dropped with a
    warning. `memo` has the desk they are set on, and may have the choices of papers before; it
    changes no page. Raises CannotSet when one block of the copy is taller than a page. `pulse` is
    called with the share of the items that stand on pages, for each page that is tried.
    """
    layout = memo.room.layout
    work = work_of(edition)
    tell = _told(len(work.waiting), pulse)
    planner = planner_of(edition, memo, first_label, tell)
    work = _evened(planner, layout, work, planner.run(work))
    if not work.pages:
        work = _without_news(planner, work)
    said = remarks_on(edition, layout, work.pages, planner.advertisements)
    promised = remarks_on_plan(edition.planning, work)
    score = score_of(work, layout, planner.tally.steps)
    return Paper(work.pages, score), (*said, *promised)


def alternatives_in(
    edition: Edition, memo: ChoiceMemo, page: int, most: int,
    pulse: Callable[[float], None] = lambda _: None,
) -> tuple[Alternative, ...]:
    """Up to `most` other plans of `edition`, in which `page` has another shape, cheapest first.

    Fewer where the page has no more shapes; none where one item fills it. Raises as `make_up`.
    """
    work = work_of(edition)
    tell = _told(len(work.waiting), pulse)
    planner = planner_of(edition, memo, edition.imprint.page, tell)
    best, others = other_plans(planner, work, page, most)
    columns = memo.room.grid.columns
    return tuple(
        Alternative(
            one.key, page, round(one.work.price, 4), round(one.work.price - best.price, 4),
            one.differs, terms(one.work.pages, columns),
        )
        for one in others
    )


def score_of(work: Work, layout: Layout, steps: int = 0) -> Score:
    """The planned quality of finished work."""
    return Score(
        cost=round(work.price, 4),
        proved=(
            len(work.pages) == 1 and bool(work.pages[0].frames)
            and work.exact and work.gap < PROVED_GAP
        ),
        gap=round(work.gap, 4),
        terms=terms(work.pages, layout.grid.columns),
        bound=round(work.price - work.gap, 4),
        steps=steps,
    )


def _evened(planner: Planner, layout: Layout, start: Work, done: Work) -> Work:
    """The work done, or with its copy shared out evenly over as many pages where that is cheaper.

    Tried where the last page is largely white.
    """
    count = len(done.pages)
    if count < 2 or not ends_white(done.pages[-1], layout.grid) or planner.runs_on:
        return done
    even = replace(planner, pages=count).run(start)
    return even if len(even.pages) <= count and even.price < done.price else done


def _told(total: int, pulse: Callable[[float], None]) -> Callable[[int | None], None]:
    """Tells what share of `total` items stands on pages, the last again where none is said."""
    share = 0.0

    def tell(waiting: int | None) -> None:
        nonlocal share
        if waiting is not None and waiting <= total:
            share = max(share, 1 - waiting / total)
        pulse(share)

    return tell


def _without_news(planner: Planner, work: Work) -> Work:
    """The work with a page that holds only what fills it."""
    return planner.settled(work, PagePlan((), planner.blank(work).free, 0.0), 0)


__all__ = [
    "Composer", "alternatives_in", "make_up", "ranked", "score_of", "standing",
]
