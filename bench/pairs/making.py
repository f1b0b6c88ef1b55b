"""Pages made for the pairs: sound ones, twins with a fault, and editions that no page suits."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from bench.pairs import news
from bench.pairs.spoilers import SPOILERS, left_on, spoiled
from edition import pressroom
from edition.makeup.prices import PRICES
from edition.model import Edition
from edition.packs import shelf
from edition.steps import untold
from edition.storyjson.write import stories_json

PACKS = ("broadsheet", "tabloid", "newsletter")
COPIES: Mapping[str, Callable[[int, str], Edition]] = {
    "grey": news.grey, "mostly_house": news.mostly_house, "many_small": news.many_small,
}
"""other copy than an edition's own, planned as it is"""
EDITED: Mapping[str, Callable[[Edition], Edition]] = {
    "swapped": news.swapped, "reversed": news.reversed_rank,
}
"""the copy planned otherwise than it says"""
WRONG_PRICES: Mapping[str, Mapping[str, float]] = {
    "tombstones": {"bump": -60.0}, "cut_through": {"cut_through": -60.0},
    "small_lead": {"size_step": 0.0, "lead_step": 0.0, "inversion": -8.0},
}
KINDS = (*SPOILERS, *COPIES, *EDITED, *WRONG_PRICES)


@dataclass(frozen=True)
class MadePage:
    """A finished file, and the copy it is held against."""

    kind: str
    """`sound`, or the fault"""
    seed: int
    pack: str
    data: bytes
    stories: str
    """JSON of `edition stories`"""


def page(kind: str, seed: int, pack: str) -> MadePage:
    """A page of one kind; `sound` has no fault put in."""
    given = COPIES[kind](seed, pack) if kind in COPIES else news.edition(seed, pack)
    planned = EDITED[kind](given) if kind in EDITED else given
    with _prices(WRONG_PRICES.get(kind, {})):
        shelved = shelf.pack(pack)
        made = pressroom.made_up(planned, shelved.layout, untold)
    if kind in SPOILERS:
        rng = random.Random(seed)
        made = (spoiled(made[0], SPOILERS[kind], rng), *made[1:])
        given = planned = left_on(given, made[0])
    data = pressroom.dressed(planned, shelved, shelved.style(None), made, untold).data
    return MadePage(kind, seed, pack, data, json.dumps(stories_json(given, ())))


@contextmanager
def _prices(wrong: Mapping[str, float]) -> Iterator[None]:
    kept = {name: getattr(PRICES, name) for name in wrong}
    try:
        for name, value in wrong.items():
            object.__setattr__(PRICES, name, value)
        yield
    finally:
        for name, value in kept.items():
            object.__setattr__(PRICES, name, value)


def kinds_of(count: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Kinds of the two pages of each pair: mostly a sound page and a spoiled one."""
    every = list(KINDS)
    rng.shuffle(every)
    for n in range(count):
        one = every[n % len(every)]
        other = "sound" if n % 5 < 4 else rng.choice([k for k in KINDS if k != one])
        yield one, other
