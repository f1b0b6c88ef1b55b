"""The index of the edition (要目) beside the paper's name: the best stories of every inner page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.compose.composed import Line
from edition.makeup.furnish.ears import (
    EAR_TOP,
    EarPlace,
    below_head,
    ear_depth,
    ear_leading,
    ear_room,
    headed,
    lines_held,
)
from edition.makeup.furnish.means import Means
from edition.makeup.paper import Page, PlacedFurniture, StoryFrame
from edition.model import Edition, Story

INDEX_SIZES = tuple(round(1.2 - 0.05 * step, 2) for step in range(9))
"""em: sizes the index is tried at, 1.2 to 0.8"""
INDEX_CUT = 0.9
"""em: its size when a headline has to be cut all the same"""
AFTER_LABEL = 0.8
"""em of the index's size between the widest page label and the headlines"""

Index = tuple[tuple[str, tuple[str, ...]], ...]
"""(page label, headlines, the best first) of every inner page"""


def index_of(edition: Edition, pages: Sequence[Page]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(page label, headlines of the stories that begin there, the best first) after page 1."""
    stories = {story.id: story for story in edition.stories}
    for page in pages[1:]:
        fresh = [
            frame for frame in page.frames
            if frame.continued_from is None and not frame.briefs and stories[frame.story].headline
        ]
        if fresh:
            ranked = sorted(fresh, key=lambda frame: _standing(frame, stories[frame.story]))
            yield page.label, tuple(stories[frame.story].headline for frame in ranked)


def _standing(frame: StoryFrame, story: Story) -> tuple[float, float, float]:
    """Smaller for the better story: the editor's rank first, then the size of its headline."""
    rank = float("inf") if story.rank is None else float(story.rank)
    size = max((p.heading.size for p in frame.headings if p.heading.role == "headline"), default=0)
    return rank, -size, -frame.width


def set_index(means: Means, title: str, pages: Index, right: float) -> PlacedFurniture:
    """The best of each inner page, then the second best of each, as far as the depth goes.

    A headline that fits at no size takes a second line where the depth holds it, else it is cut.
    """
    deep = ear_depth(means)
    most = lines_held(means, deep, 1.0)
    if most < len(pages):
        most = lines_held(means, deep, INDEX_SIZES[-1])
    entries = _turns(pages, most)
    labels = _labels(means, entries)
    size = _size(means, entries, labels)
    broken = None
    if any(means.cut("index", e[1], ear_room(means, size) - labels)[1] for e in entries):
        broken = _broken(means, pages, most)
    if broken is not None:
        entries, size, labels = broken
    at = EarPlace(right - means.layout.furnishing.ear, EAR_TOP, deep, size)
    texts, rules = headed(means, title, at)
    spot, leading = below_head(means, at), ear_leading(means, size)
    room = ear_room(means, size) - labels
    seen: set[str] = set()
    for label, text in entries:
        if label not in seen:  # it stands once, before the first of its page
            line = means.line("index-label", label)
            texts.append(means.text("index-label", (line,), spot, size, leading))
        line, cut = means.cut("index", text, room)
        lines = _running(means, text, room) if broken else (line,)
        beside = replace(spot, x=spot.x + labels * size, width=spot.width - labels * size)
        entry = means.text("index", lines, beside, size, leading)
        texts.append(replace(entry, runs_on=label not in seen, cut=cut and not broken))
        seen.add(label)
        spot = replace(spot, y=spot.y + leading * len(lines))
    return PlacedFurniture("index", title, tuple(texts), rules)


def _broken(
    means: Means, pages: Index, most: int
) -> tuple[tuple[tuple[str, str], ...], float, float] | None:
    """Entries, size and width of the labels where long headlines go over to a second line.

    The last turns make place for them; None where even the best of each page do not fit whole.
    """
    for count in range(most, len(pages) - 1, -1):
        entries = _turns(pages, count)
        labels = _labels(means, entries)
        for size in INDEX_SIZES[INDEX_SIZES.index(INDEX_CUT):]:
            room = ear_room(means, size) - labels
            deep = sum(len(_running(means, text, room)) for _, text in entries)
            if deep <= lines_held(means, ear_depth(means), size):
                return entries, size, labels
    return None


def _labels(means: Means, entries: Sequence[tuple[str, str]]) -> float:
    """em of the index's size that the page labels take, with the white behind them."""
    widest = max((means.line("index-label", label).width for label, _ in entries), default=0)
    return widest + AFTER_LABEL


def _running(means: Means, text: str, room: float) -> tuple[Line, ...]:
    return means.setter.running(text, means.face("index"), room)


def _size(means: Means, entries: Sequence[tuple[str, str]], labels: float) -> float:
    """em: the largest size at which no headline is cut, or else the usual one for that."""
    deep = ear_depth(means)
    able = [s for s in INDEX_SIZES if lines_held(means, deep, s) >= len(entries)]
    able = able or [INDEX_SIZES[-1]]
    widest = max((means.line("index", text).width for _, text in entries), default=0)
    whole = [s for s in able if labels + widest <= ear_room(means, s)]
    return whole[0] if whole else min(able, key=lambda s: abs(s - INDEX_CUT))


def _turns(pages: Index, most: int) -> tuple[tuple[str, str], ...]:
    """At most `most` (label, headline) pairs: a first of each page, a second of each, in order."""
    ranked = sorted(
        (turn, place) for place, (_, heads) in enumerate(pages) for turn in range(len(heads))
    )
    # What the depth cannot hold is dropped from the last turn; the rest stands by page.
    kept = sorted((place, turn) for turn, place in ranked[:most])
    return tuple((pages[place][0], pages[place][1][turn]) for place, turn in kept)
