"""Editions to try make-up on: the seed's own paragraphs under new headlines, drawn pictures.

Pure functions of a fixed seed: the same edition at every run. `planned` keeps each made-up
paper, so that a session makes up the large one once.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import proof_copy as copy
from edition.build import read
from edition.compose.room import Desk
from edition.errors import Diagnostic
from edition.makeup.paper import Paper
from edition.model import (
    Advertisement,
    Block,
    Byline,
    Crosshead,
    Edition,
    Figure,
    HouseItem,
    Imprint,
    Paragraph,
    Picture,
    PullQuote,
    Run,
    Runs,
    Section,
    Story,
    plain,
)
from edition.packs import shelf
from edition.pressroom import compose, plan
from proof_pictures import picture

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_ff888278d800d57a.txt"
START = 2026
LONG = 1200
"""characters from which a story is parted by crossheads"""
MORE = 1.16
"""by how much longer than its entry says a story of the large edition is"""
JUMPING = ("s01", "s22")
DOUBLE = ("s01", "s09", "s35")
"""stories with two pictures"""
SINGLE = (
    "s02", "s03", "s05", "s10", "s12", "s14", "s16", "s22", "s23", "s24", "s28", "s36",
    "s38", "s41", "s44", "s48", "s50", "s52", "s56",
)
"""stories with one picture"""
TALL = ("s14", "s24", "s44", "s52")
"""stories whose picture is a portrait, 3:4"""
FACE = (0.25, 0.1, 0.75, 0.7)
IMPRINT = Imprint(
    paper="江岸日报", date=date(2023, 12, 6), issue="8126", page="1",
    editors=(("责任编辑", "林一鸣"), ("美术编辑", "苏青"), ("校对", "丁宁")),
)


def seed() -> Edition:
    """The seed as the program reads it."""
    return read(SEED).edition


@cache
def _paragraphs() -> tuple[tuple[Runs, ...], tuple[Runs, ...]]:
    """The seed's paragraphs: those that open a story, and the others."""
    openers, others = [], []
    for story in seed().stories:
        body = [block.runs for block in story.body if isinstance(block, Paragraph)]
        openers.append(body[0])
        others.extend(body[1:])
    return tuple(openers), tuple(others)


def _body(characters: int, rng: random.Random) -> list[Block]:
    """Paragraphs of about `characters` characters, none twice, with crossheads when long."""
    openers, others = _paragraphs()
    fitting = [runs for runs in openers if len(plain(runs)) <= characters]
    opener = rng.choice(fitting or [min(openers, key=lambda runs: len(plain(runs)))])
    blocks: list[Block] = [Paragraph(opener)]
    left = characters - len(plain(opener))
    for runs in rng.sample(others, len(others)):
        if len(plain(runs)) <= left:
            blocks.append(Paragraph(runs))
            left -= len(plain(runs))
    return _parted(blocks, rng) if characters >= LONG else blocks


def _parted(blocks: list[Block], rng: random.Random) -> list[Block]:
    """The blocks with a crosshead before every fourth, never the last."""
    heads = iter(rng.sample(copy.CROSSHEADS, len(copy.CROSSHEADS)))
    found: list[Block] = []
    for number, block in enumerate(blocks):
        if number % 4 == 3 and number < len(blocks) - 1:
            found.append(Crosshead(next(heads, copy.CROSSHEADS[0])))
        found.append(block)
    return found


def _story(number: int, headline: str, blocks: Sequence[Block], **more: object) -> Story:
    """A story numbered as the reader numbers it."""
    name = f"s{number:02}"
    body = tuple(replace(block, id=f"{name}b{i:02}") for i, block in enumerate(blocks, 1))
    return replace(Story(name, headline, body), **more)  # type: ignore[arg-type]


def _byline(rng: random.Random) -> Byline:
    names = tuple(rng.sample(copy.NAMES, rng.choice((1, 1, 2))))
    return Byline(f"（{' '.join(names)}）", names)


def _pictured(name: str, shape: str, number: int) -> tuple[Picture, Figure]:
    """A picture and the figure that shows it; `number` chooses motif and caption."""
    motif = "portrait" if shape == "tall" else copy.MOTIFS[number % 3]
    suffix = ("jpg", "png", "jpg", "webp")[number % 4]
    made = picture(f"{name}.{suffix}", shape, motif, START + number)
    caption = copy.CAPTIONS[motif][number // 3 % 4]
    return made, Figure(
        made.name, (Run(caption),), f"{copy.NAMES[number % len(copy.NAMES)]} 摄",
        copy.ALTS[motif], pixels=(made.width, made.height),
        focus=FACE if motif == "portrait" else None, optional=number % 5 == 4,
    )


def _figures() -> tuple[tuple[Picture, ...], dict[str, list[Figure]]]:
    """The 25 pictures of the large edition, and the figures of each story."""
    pictures: list[Picture] = []
    figures: dict[str, list[Figure]] = {}
    for story in sorted((*DOUBLE, *DOUBLE, *SINGLE)):
        number = len(pictures)
        shape = "tall" if story in TALL else ("wide", "plain", "wide")[number % 3]
        if story == "s01" and number == 0:
            shape = "large"
        made, figure = _pictured(f"pictures/{story}-{number:02}", shape, number)
        pictures.append(made)
        figures.setdefault(story, []).append(figure)
    return tuple(pictures), figures


@cache
def big() -> Edition:
    """Eight broadsheet pages: 60 stories in five sections, 25 pictures, three advertisements."""
    rng = random.Random(START)
    pictures, figures = _figures()
    sections, number = [], 0
    for order, (title, entries) in enumerate(copy.SECTIONS, 1):
        stories = []
        for rank, (headline, characters) in enumerate(entries, 1):
            number += 1
            brief = title == copy.BRIEFS and rank > len(entries) - 6
            body = _body(characters if brief else round(characters * MORE), rng)
            if number == 1:
                body.insert(9, _quote())
            name = f"s{number:02}"
            stories.append(_story(
                number, headline, [*figures.get(name, ()), *body], rank=rank, brief=brief,
                kicker=copy.KICKERS.get(name), deck=copy.DECKS.get(name),
                byline=None if brief else _byline(rng), jump=name in JUMPING,
            ))
        sections.append(Section(title, tuple(stories), id=f"sec{order}"))
    return Edition(
        "big", tuple(sections), imprint=IMPRINT, pictures=pictures, house_copy=house(),
        advertisements=(
            Advertisement("ad1", 2, 8, 14, "江岸百货冬季家电节，全场满减"),
            Advertisement("ad2", 3, 4, 25, "江岸职业学院招生咨询开放日"),
            Advertisement("ad3", 8, 4, 30, "江岸大剧院新年音乐会售票"),
        ),
    )


def part() -> Edition:
    """The first two sections of the large edition: three pages with pictures and two
    advertisements."""
    whole = big()
    kept = replace(whole, name="part", sections=whole.sections[:2],
                   advertisements=whole.advertisements[:2])
    shown = {b.src for story in kept.stories for b in story.body if isinstance(b, Figure)}
    return replace(kept, pictures=tuple(p for p in whole.pictures if p.name in shown))


def _quote() -> PullQuote:
    """The pull quote the seed's lead carries."""
    found = [block for story in seed().stories for block in story.body]
    return next(block for block in found if isinstance(block, PullQuote))


def house() -> tuple[HouseItem, ...]:
    """Six pieces of house copy, short and long."""
    return tuple(
        HouseItem(f"house{i}", text, title) for i, (title, text) in enumerate(copy.HOUSE, 1)
    )


def _one_section(name: str, stories: Sequence[Story], **more: object) -> Edition:
    made = Edition(name, (Section(None, tuple(stories), id="sec1"),), imprint=IMPRINT)
    return replace(made, **more)  # type: ignore[arg-type]


def short() -> Edition:
    """A page with far too little copy: three stories of the seed and the house copy."""
    chosen = list(seed().stories)[1:4]
    stories = [
        _story(i, story.headline, story.body, byline=story.byline)
        for i, story in enumerate(chosen, 1)
    ]
    return _one_section("short", stories, house_copy=house())


def long() -> Edition:
    """Twice a page: the seed's stories, and once more under other headlines."""
    once = list(seed().stories)
    heads = [story.headline for story in once] + list(copy.MORE[: len(once)])
    stories = [
        _story(i, headline, story.body, byline=story.byline, deck=story.deck)
        for i, (headline, story) in enumerate(zip(heads, once * 2, strict=True), 1)
    ]
    return _one_section("long", stories)


def giant() -> Edition:
    """One story of 20,000 characters, which may go on from page to page."""
    rng = random.Random(START)
    blocks: list[Block] = []
    for _ in range(9):
        blocks.extend(_body(2220, rng))
    return _one_section("giant", [_story(1, copy.MORE[0], blocks, byline=_byline(rng), jump=True)])


def briefs() -> Edition:
    """Thirty briefs of 60 to 160 characters."""
    rng = random.Random(START)
    openers, others = _paragraphs()
    fitting = [runs for runs in (*openers, *others) if 60 <= len(plain(runs)) <= 160]
    texts = rng.sample(fitting, 15) + rng.sample(fitting, 15)
    heads = [*copy.MORE, *(h for _, entries in copy.SECTIONS for h, _ in entries[-3:])]
    stories = [
        _story(i, headline, [Paragraph(runs)], brief=True)
        for i, (headline, runs) in enumerate(zip(heads, texts, strict=False), 1)
    ]
    return _one_section("briefs", stories)


def one_picture() -> Edition:
    """Four stories with one dominant picture, in the lead."""
    rng = random.Random(START)
    made, figure = _pictured("pictures/dominant", "large", 0)
    stories = [
        _story(i, copy.MORE[i], [*([figure] if i == 1 else []), *_body(characters, rng)],
               byline=_byline(rng), rank=i)
        for i, characters in enumerate((2200, 1500, 1100, 700), 1)
    ]
    return _one_section("one_picture", stories, pictures=(made,), house_copy=house())


EDITIONS: dict[str, Callable[[], Edition]] = {
    "short": short, "long": long, "giant": giant, "briefs": briefs, "one_picture": one_picture,
    "part": part, "big": big,
}


@cache
def desk() -> Desk:
    """One desk for all editions: they share language and layout."""
    return compose(seed(), shelf.layout("broadsheet"))


@cache
def planned(name: str) -> tuple[Paper, tuple[Diagnostic, ...]]:
    """The broadsheet of one of `EDITIONS`, made up once per session."""
    return plan(EDITIONS[name](), shelf.layout("broadsheet"))
