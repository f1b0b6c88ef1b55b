"""Rank of stories against the strength of their places (make-up ID S7)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from edition.checks.report import Finding, Place, skipped
from edition.checks.sight.blocks import Block, View, union
from edition.checks.sight.sheet import Box
from edition.makeup.search.score import place_strength

LEAST_TAU = 0.8
"""Kendall's tau of rank against strength of place (S7)"""


def strength(box: Box, head: Box, live: Box) -> float:
    """Strength of a place on a page, 0 to 2: high and left counts for more than large.

    `box` is the story, `head` what its place is told by, `live` all stories of the page.
    """
    wide, deep = max(1e-9, live[2] - live[0]), max(1e-9, live[3] - live[1])
    top, left = (live[3] - head[3]) / deep, (box[0] - live[0]) / wide
    area = (box[2] - box[0]) * (box[3] - box[1]) / (wide * deep)
    return place_strength(top, left, area)


def tau_b(values: Sequence[float]) -> float:
    """Kendall's tau-b of falling values against their order: 1 when each is below the last."""
    pairs = list(combinations(values, 2))
    signs = [(a > b + 1e-9) - (b > a + 1e-9) for a, b in pairs]
    untied = sum(sign != 0 for sign in signs)
    return sum(signs) / sqrt(len(pairs) * untied) if untied else 1.0


def _tau(blocks: Sequence[Block], live: Box) -> float:
    ordered = sorted(blocks, key=lambda b: b.story)
    return tau_b([strength(b.box, b.head_box if b.head else b.box, live) for b in ordered])


def strengths(views: Sequence[View], ranked: bool) -> tuple[Finding, ...]:
    """S7 over the whole edition; S7P, mean over pages, and S7Z, mean over zones, to tell where."""
    if not ranked:
        return (skipped("S7", "rank against strength of place"), skipped("S7P", "the same by page"),
                skipped("S7Z", "the same by zone"))
    whole, stories = _whole_tau(views)
    short = max(0.0, LEAST_TAU - whole)
    where = (Place(0, 0, 0, f"tau {whole:.2f} over the edition"),) if short else ()
    pages = [(v, _tau(v.blocks, v.live)) for v in views if len(v.blocks) > 1]
    zones = [(v, _tau(z, union(b.box for b in z))) for v in views for z in v.zones()
             if len(z) > 1]
    return (
        Finding("S7", "should", "strong places go to stories of high rank (Kendall's tau-b)",
                len(where), stories, round(whole, 3), where, short),
        _mean_tau("S7P", "the same, page by page (Kendall's tau-b)", pages),
        _mean_tau("S7Z", "the same, zone by zone (Kendall's tau-b)", zones),
    )


def _whole_tau(views: Sequence[View]) -> tuple[float, int]:
    """Tau-b of rank against page, then strength, each story where it begins; and the stories."""
    places: dict[int, tuple[float, float]] = {}
    for view in views:
        for block in view.blocks:
            head = block.head_box if block.head else block.box
            places.setdefault(
                block.story, (-view.sheet.number, strength(block.box, head, view.live))
            )
    falling = sorted(set(places.values()))
    order = [float(bisect_left(falling, places[story])) for story in sorted(places)]
    return tau_b(order), len(order)


def _mean_tau(name: str, rule: str, found: Sequence[tuple[View, float]]) -> Finding:
    low = tuple(Place(v.sheet.number, 0, 0, f"tau {tau:.2f}") for v, tau in found
                if tau < LEAST_TAU)
    mean = sum(tau for _, tau in found) / len(found) if found else 1.0
    return Finding(name, "info", rule, len(low), len(found), round(mean, 3), low)
