"""Random editions of one page or two, by seed: the copy the pairs are made of."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

from edition.model import Block, Edition, Figure, Picture, Section, Story

# The proof editions are fixtures of the tests; they are not part of the package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))

import proof_copy as copy
import proof_editions as proof

ROOM = {"broadsheet": 7600, "tabloid": 4300, "newsletter": 1500}
"""characters of copy that about fill a page of each pack, heads and pictures beside them"""
COUNTS = {"broadsheet": (6, 10), "tabloid": (4, 7), "newsletter": (2, 4)}
"""least and most stories of a page"""
HEADLINES = (*copy.MORE, *(head for _, entries in copy.SECTIONS for head, _ in entries))


def lengths(total: int, count: int, rng: random.Random) -> list[int]:
    """Characters of each story from the first to the last, falling with the rank on the whole."""
    shares = [rng.uniform(0.6, 1.4) / (n + 1.6) ** 0.8 for n in range(count)]
    return [max(90, round(total * share / sum(shares))) for share in shares]


def edition(seed: int, pack: str, pages: float = 1.0, count: int | None = None) -> Edition:
    """News for about so many pages of a pack, in `count` stories or in as many as a page has."""
    rng = random.Random(seed)
    few, many = COUNTS[pack]
    usual = rng.randint(few, many)
    count = count or usual
    pictured = sorted(rng.sample(range(count), min(count, rng.randint(1, 3))))
    fill = rng.uniform(0.9, 1.02) - 0.09 * len(pictured)
    headlines = rng.sample(HEADLINES, count)
    pictures: list[Picture] = []
    stories = []
    for number, characters in enumerate(lengths(round(ROOM[pack] * pages * fill), count, rng), 1):
        body: list[Block] = list(proof._body(characters, rng))
        if number - 1 in pictured:
            shape = rng.choice(("wide", "plain", "wide", "tall"))
            made, figure = proof._pictured(f"pictures/{seed}-{number}", shape, rng.randint(0, 40))
            pictures.append(made)
            body.insert(0, figure)
        stories.append(proof._story(
            number, headlines[number - 1], body, rank=number, byline=proof._byline(rng),
            deck=rng.choice((*copy.DECKS.values(), None)) if number < 3 else None,
        ))
    return Edition(
        f"pair{seed}", (Section(None, tuple(stories), id="sec1"),), imprint=proof.IMPRINT,
        pictures=tuple(pictures), house_copy=proof.house() if rng.random() < 0.5 else (),
    )


def grey(seed: int, pack: str) -> Edition:
    """One long story without a picture, a crosshead or a quotation."""
    rng = random.Random(seed)
    one = edition(seed, pack)
    body: list[Block] = []
    while sum(map(len, (b.runs[0].text for b in body))) < 0.86 * ROOM[pack]:
        body += proof._body(1100, rng)
    first = proof._story(1, next(one.stories).headline, body, rank=1, byline=proof._byline(rng))
    return replace(one, sections=(Section(None, (first,), id="sec1"),), pictures=(),
                   house_copy=())


def mostly_house(seed: int, pack: str) -> Edition:
    """Two short stories and the house copy, which has to fill the rest."""
    one = edition(seed, pack)
    short = [bare(story, 260) for story in list(one.stories)[-2:]]
    return replace(one, sections=(Section(None, tuple(short), id="sec1"),), pictures=(),
                   house_copy=proof.house())


def bare(story: Story, most: int) -> Story:
    """The story without pictures, cut to about so many characters."""
    kept: list[Block] = []
    for block in story.body:
        if isinstance(block, Figure):
            continue
        kept.append(block)
        if sum(len(run.text) for b in kept for run in getattr(b, "runs", ())) > most:
            break
    return replace(story, body=tuple(kept), deck=None)


def many_small(seed: int, pack: str) -> Edition:
    """Many short stories of about one length."""
    rng = random.Random(seed)
    one = edition(seed, pack)
    count = {"broadsheet": 20, "tabloid": 13, "newsletter": 7}[pack]
    each = round(0.72 * ROOM[pack] / count)
    heads = rng.sample(HEADLINES, count)
    stories = [
        proof._story(n, heads[n - 1], proof._body(each, rng), rank=n, byline=proof._byline(rng))
        for n in range(1, count + 1)
    ]
    return replace(one, sections=(Section(None, tuple(stories), id="sec1"),), pictures=(),
                   house_copy=())


def swapped(one: Edition) -> Edition:
    """The pictures, captions and all, each with the next story that has any."""
    figures = [next((b for b in s.body if isinstance(b, Figure)), None) for s in one.stories]
    shown = [f for f in figures if f is not None]
    if len(shown) == 1:
        return _moved(one, shown[0])
    turned = iter([*shown[1:], shown[0]])
    stories = tuple(
        s if f is None else replace(s, body=(next(turned), *(b for b in s.body if b is not f)))
        for s, f in zip(one.stories, figures, strict=True)
    )
    return _numbered(one, stories)


def _moved(one: Edition, figure: Figure) -> Edition:
    """The only picture with the longest other story."""
    others = [s for s in one.stories if figure not in s.body]
    host = max(others, key=lambda s: len(s.body))
    stories = tuple(
        replace(s, body=(figure, *s.body)) if s is host
        else replace(s, body=tuple(b for b in s.body if b is not figure))
        for s in one.stories
    )
    return _numbered(one, stories)


def _numbered(one: Edition, stories: tuple[Story, ...]) -> Edition:
    told = tuple(
        replace(s, body=tuple(replace(b, id=f"{s.id}b{i:02}") for i, b in enumerate(s.body, 1)))
        for s in stories
    )
    return replace(one, sections=(replace(one.sections[0], stories=told),))


def reversed_rank(one: Edition) -> Edition:
    """The least story first."""
    stories = tuple(replace(s, rank=n) for n, s in enumerate(reversed(list(one.stories)), 1))
    return replace(one, sections=(replace(one.sections[0], stories=stories),))
