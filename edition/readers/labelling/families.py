"""Short lines of one pattern are one part of their page: 《明报》 and 《商报》, １、… and ２、…."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.readers.labelling.labeller import (
    Labelled,
    LabelledPage,
    ScoredLines,
    held,
    label_scored,
    lattice,
    scored,
)
from edition.readers.labelling.linepatterns import is_marked, pattern_of
from edition.readers.labelling.states import OF_PART, PARTS, STATES, LineState
from edition.readers.labelling.surroundings import LabelLine
from edition.readers.labelling.weighttable import Weights, weights

_LEAST = 3
"""lines that make a family"""
_LENGTH = 32
"""characters of the longest line in one"""
_TOLD = 10
"""lines that one whose part is known weighs as much as"""

_LIKELY, _ALIKE, _HEADING = 0.7, 0.5, 0.95
"""probability above which weights alone may set a line aside, of a family, and of a line that else
is a heading"""
_NEAR = 3.0
"""how far below its best score a line that may be furniture may lie"""
_FEW = 2
"""states of a line that form and place have settled as good as wholly"""
_APART = frozenset((LineState.FURNITURE, LineState.JUMP))
_EVERY, _ASIDE = frozenset(STATES), STATES.index(LineState.FURNITURE)

Allowed = Mapping[int, frozenset[LineState]]


@dataclass(frozen=True, slots=True)
class FamilyTie:
    """What a line is because of the lines like it."""

    states: frozenset[LineState]
    lines: int
    """how many the family has"""
    chance: float
    """probability of the part over the whole family"""
    other: LineState
    other_chance: float


def label_alike(
    lines: Sequence[LabelLine], allowed: Allowed, told: Collection[int],
    known: Weights | None = None, hardly: Collection[int] = (),
) -> list[Labelled]:
    """The state of every line, families of lines read as one.

    `allowed` as in `label`; `told` are places whose part is known and not guessed. Lines at the
    places `hardly` may be furniture too where that is likely.
    """
    if not lines:
        return []
    known = known or weights()
    given = scored(lines, known)
    allowed = with_asides(given, allowed, hardly, known)
    page = label_scored(given, allowed, known)
    tied = _ties(given.texts, page, allowed, told)
    if not tied:
        return page.found
    again = label_scored(
        given, {**allowed, **{at: tie.states for at, tie in tied.items()}}, known
    ).found
    for at, tie in tied.items():
        again[at] = replace(
            again[at], chance=tie.chance, other=tie.other, other_chance=tie.other_chance
        )
    return again


def with_asides(
    given: ScoredLines, allowed: Allowed, hardly: Collection[int], known: Weights
) -> Allowed:
    """What lines may be, furniture too at those places of `hardly` where that is likely.

    A site's lines come in numbers: one that alone looks like one, inside a story, is printed.
    """
    scores = given.scores
    doubted = [
        at for at in hardly
        if len(allowed.get(at, _EVERY)) > _FEW and scores[at, _ASIDE] + _NEAR > scores[at].max()
    ]
    if not doubted:
        return allowed
    wider = {at: allowed.get(at, _EVERY) | {LineState.FURNITURE} for at in doubted}
    paths = lattice(held(scores, {**allowed, **wider}), known, known.sharpness)
    chances = paths.chances()[:, _ASIDE]
    kin: dict[str, list[int]] = defaultdict(list)
    for at in doubted:
        pattern = pattern_of(given.texts[at])
        kin[pattern if is_marked(pattern) else str(at)].append(at)
    likely: dict[int, frozenset[LineState]] = {}
    for places in kin.values():
        many = len(places) >= _LEAST and chances[places].mean() > _ALIKE
        likely.update(
            (at, wider[at]) for at in places
            if many or chances[at] > (_LIKELY if LineState.PARAGRAPH in wider[at] else _HEADING)
        )
    apart = sum(states <= _APART for states in allowed.values())
    return {**allowed, **likely} if len(likely) + apart >= _LEAST else allowed


def families(
    given: ScoredLines, allowed: Allowed, told: Collection[int]
) -> dict[int, FamilyTie]:
    """The ties by which `label_alike` reads the lines of a page."""
    if not given.texts:
        return {}
    return _ties(given.texts, label_scored(given, allowed, weights()), allowed, told)


def _ties(
    texts: Sequence[str], page: LabelledPage, allowed: Allowed, told: Collection[int]
) -> dict[int, FamilyTie]:
    """What the lines of each family are by what they were read as one by one."""
    kin: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        pattern = pattern_of(text) if len(text) <= _LENGTH else ""
        if is_marked(pattern) and (at in told or len(allowed.get(at, STATES)) > 1):
            kin[pattern].append(at)
    tied: dict[int, FamilyTie] = {}
    for places in kin.values():
        known = {PARTS[page.found[at].state] for at in places if at in told}
        if len(places) >= _LEAST and len(known) < 2:
            tied.update(_tied(places, page, allowed, told))
    return tied


def _tied(
    places: Sequence[int], page: LabelledPage, allowed: Allowed, told: Collection[int]
) -> dict[int, FamilyTie]:
    """The ties of one family, without the lines whose part is known or cannot be the family's."""
    shares = dict.fromkeys(PARTS.values(), 0.0)
    weight = 0
    for at in places:
        own = _TOLD if at in told else 1
        weight += own
        for state, chance in zip(STATES, page.chances[at], strict=True):
            shares[PARTS[state]] += own * float(chance)
    part, other = sorted(shares, key=lambda name: -shares[name])[:2]
    tied = {}
    for at in places:
        states = frozenset(
            state for state in allowed.get(at, STATES) if PARTS[state] == part
        )
        if at not in told and states:
            tied[at] = FamilyTie(
                states, len(places), shares[part] / weight, OF_PART[other], shares[other] / weight
            )
    return tied
