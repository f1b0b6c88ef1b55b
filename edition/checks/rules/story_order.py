"""Rank of stories against their places and their order in the file (IDs S7, S7P, S7Z, S9)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations, pairwise
from math import sqrt

from edition.checks.report import FaultPlace, Finding, unmeasured
from edition.checks.sight.boxes import Box, union
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.checks.targets import LEAST_TAU
from edition.makeup.search.score import place_strength
from edition.messages.texts import Phrase


def strong_places(paper: SeenPaper) -> Finding:
    """S7: rank against strength of place, over the whole edition."""
    if not paper.has_copy:
        return unmeasured("S7")
    whole, stories = _whole_tau(paper.pages)
    short = max(0.0, LEAST_TAU - whole)
    where = (FaultPlace(0, 0, 0, Phrase("tau_of_edition", {"value": whole})),) if short else ()
    return Finding("S7", "should", len(where), stories, round(whole, 3), where, short)


def strong_places_by_page(paper: SeenPaper) -> Finding:
    """S7P: the same page by page, the mean."""
    found = [(page, _tau(page, page.stories, page.live))
             for page in paper.pages if len(page.stories) > 1]
    return _mean_tau("S7P", found) if paper.has_copy else unmeasured("S7P")


def strong_places_by_zone(paper: SeenPaper) -> Finding:
    """S7Z: the same zone by zone, the mean."""
    found = [(page, _tau(page, zone, union(story.box for story in zone)))
             for page in paper.pages for zone in page.zones() if len(zone) > 1]
    return _mean_tau("S7Z", found) if paper.has_copy else unmeasured("S7Z")


def _mean_tau(code: str, found: Sequence[tuple[SeenPage, float]]) -> Finding:
    low = tuple(FaultPlace(page.number, 0, 0, Phrase("tau", {"value": tau}))
                for page, tau in found if tau < LEAST_TAU)
    mean = sum(tau for _, tau in found) / len(found) if found else 1.0
    return Finding(code, "info", len(low), len(found), round(mean, 3), low)


def _tau(page: SeenPage, stories: Sequence[SeenStory], live: Box) -> float:
    order = sorted(story.story for story in stories)
    return max(tau_b([places[n] for n in order]) for places in _places(page, live))


def _places(page: SeenPage, live: Box) -> tuple[dict[int, float], dict[int, float]]:
    """Strength of the place of each story of a page, told by its head, and by all it has.

    A story whose picture stands over its head is higher to one eye than to another; make-up goes
    by the picture.
    """
    heads = {s.story: strength(s.box, s.place_box, live) for s in page.stories}
    wholes = {s.story: strength(whole, whole, live)
              for s, whole in zip(page.stories, page.extents(), strict=True)}
    return heads, wholes


def _whole_tau(pages: Sequence[SeenPage]) -> tuple[float, int]:
    """Tau-b of rank against page, then strength, each story where it begins; and the stories."""
    found: tuple[dict[int, tuple[float, float]], ...] = ({}, {})
    for page in pages:
        for places, told in zip(found, _places(page, page.live), strict=True):
            for story, here in told.items():
                places.setdefault(story, (-page.number, here))
    taus = []
    for places in found:
        falling = sorted(set(places.values()))
        taus.append(tau_b([float(bisect_left(falling, places[s])) for s in sorted(places)]))
    return max(taus), len(found[0])


def strength(box: Box, head: Box, live: Box) -> float:
    """Strength of a place on a page, 0 to 2: high and left counts for more than large.

    `box` is the story, `head` what its place is told by, `live` all stories of the page.
    """
    wide, deep = max(1e-9, live[2] - live[0]), max(1e-9, live[3] - live[1])
    top, left = (live[3] - head[3]) / deep, (box[0] - live[0]) / wide
    share = (box[2] - box[0]) * (box[3] - box[1]) / (wide * deep)
    return place_strength(top, left, share)


def tau_b(values: Sequence[float]) -> float:
    """Kendall's tau-b of falling values against their order: 1 when each is below the last."""
    pairs = list(combinations(values, 2))
    signs = [(a > b + 1e-9) - (b > a + 1e-9) for a, b in pairs]
    untied = sum(sign != 0 for sign in signs)
    return sum(signs) / sqrt(len(pairs) * untied) if untied else 1.0


def stream_in_order(paper: SeenPaper) -> Finding:
    """S9: the file tells the stories of a page in the order of their rank."""
    if not paper.has_copy:
        return unmeasured("S9")
    broken, total = [], 0
    for page in paper.pages:
        stream = sorted(page.stories, key=lambda story: story.begins)
        total += max(0, len(stream) - 1)
        for a, b in pairwise(stream):
            if b.story < a.story:
                words = Phrase("told_after", {"second": b.title, "first": a.title})
                box = b.place_box
                broken.append(FaultPlace(page.number, box[0], box[3], words))
    share = 1 - len(broken) / total if total else 1.0
    return Finding("S9", "should", len(broken), total, round(share, 3), tuple(broken), 1 - share)
