"""What is to be said of the plan itself: how good it is, and what was asked of it and is not so."""

from __future__ import annotations

from collections.abc import Iterator

from edition.errors import Diagnostic
from edition.makeup.plan.work import Work
from edition.makeup.search.shape import shape_in
from edition.planning import Planning
from edition.printed import percent_of


def remarks_on_plan(asked: Planning, work: Work) -> Iterator[Diagnostic]:
    """Pages that are not proved, each with what it could gain at most; wishes not met."""
    for page, outcome in zip(work.pages, work.outcomes, strict=False):
        percent = percent_of(outcome.gap, outcome.price)
        if percent and page.frames and outcome.shape not in _pinned(asked, page.number):
            yield Diagnostic("plan_gap", {"page": page.label, "percent": percent})
    yield from _loose_pins(asked, work)
    if asked.pages is not None and len(work.pages) < asked.pages:
        yield Diagnostic("pages_fewer", {"pages": len(work.pages), "asked": asked.pages})


def _pinned(asked: Planning, page: int) -> list[object]:
    found = (shape_in(key) for key in asked.pinned)
    return [shape for number, shape in filter(None, found) if number == page]


def _loose_pins(asked: Planning, work: Work) -> Iterator[Diagnostic]:
    """Shapes that were pinned and that the copy no longer has."""
    shapes = {page.number: one.shape for page, one in zip(work.pages, work.outcomes, strict=False)}
    for key in asked.pinned:
        found = shape_in(key)
        if found is None or shapes.get(found[0]) != found[1]:
            yield Diagnostic("pin_unmet", {"key": key}, text=key)
