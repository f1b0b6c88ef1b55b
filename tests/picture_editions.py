"""Editions drawn by lot whose pictures are of every shape and size, for make-up to place.

Pure functions of a seed: stories of the words of `golden_copy`, pictures as flat fields of colour.
"""

from __future__ import annotations

import io
import random
from dataclasses import replace
from functools import cache

from PIL import Image

import golden_copy as copy
from edition.model import (
    Advertisement,
    Byline,
    Edition,
    Figure,
    Imprint,
    Paragraph,
    Picture,
    Run,
    Section,
    Story,
)

PACKS = ("broadsheet", "tabloid", "newsletter")
SHAPES = (
    (1500, 1000), (1200, 900), (1000, 1000), (900, 1200), (800, 1200), (2400, 800), (600, 3000),
    (3000, 60), (700, 1400), (320, 240), (48, 48), (160, 240), (1800, 1200), (1600, 1067),
)
"""pixels: usual ones, portraits, strips, a panorama, and some too small to print large"""
HEADS = tuple(f"{first} {second}" for first in copy.FIRST for second in copy.SECOND)


@cache
def field(width: int, height: int, shade: int) -> bytes:
    """A picture of one colour with a line of another across it."""
    image = Image.new("RGB", (width, height), (60 + shade * 20, 120, 180 - shade * 15))
    image.paste((250, 210, 60), (0, height // 2, width, height // 2 + max(1, height // 40)))
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def edition(seed: int) -> tuple[Edition, str]:
    """An edition with pictures, and the pack it is made up in."""
    rng = random.Random(seed)
    pictures: list[Picture] = []
    stories, heads = [], list[str]()
    for number in range(1, rng.randint(3, 9) + 1):
        count = rng.choice((0, 0, 0, 1, 1, 2, 3)) if number > 1 else rng.choice((1, 2, 3, 6))
        length = rng.choice((60, 150, 300, 450, 700, 1100))
        figures = [_figure(rng, pictures, number, at) for at in range(count)]
        paragraphs = [Paragraph((Run(text),)) for text in copy._body(rng, length, "")
                      if "\n" not in text]
        blocks = [*figures, *paragraphs]
        name = f"s{number:02}"
        body = tuple(_named(block, f"{name}b{at:02}") for at, block in enumerate(blocks, 1))
        who = rng.choice(copy.PEOPLE)
        head = f"{rng.choice(copy.FIRST)} {rng.choice(copy.SECOND)}"
        heads.append(next(one for one in (head, *HEADS) if one not in heads))
        byline = Byline(f"（{who}）", (who,))
        stories.append(Story(name, heads[-1], body, byline=byline, rank=number))
    halves = rng.randint(1, len(stories))
    sections = (Section(None, tuple(stories[:halves]), id="sec1"),
                Section("乡村新闻", tuple(stories[halves:]), id="sec2"))
    made = Edition(
        f"pictures{seed}", tuple(s for s in sections if s.stories),
        imprint=Imprint(paper="江岸日报", page="1"), pictures=tuple(pictures),
        advertisements=(Advertisement("ad1", 1, rng.choice((2, 8)), 8, "江岸茶馆\n新茶上市"),)
        if rng.random() < 0.5 else (),
    )
    return made, PACKS[seed % 3]


def _figure(rng: random.Random, pictures: list[Picture], story: int, at: int) -> Figure:
    width, height = rng.choice(SHAPES)
    name = f"p{story:02}-{at}.png"
    pictures.append(
        Picture(name, "image/png", width, height, field(width, height, len(pictures) % 8))
    )
    focus = rng.choice((None, None, (0.2, 0.1, 0.8, 0.9), (0.0, 0.0, 1.0, 1.0)))
    return Figure(
        name, (Run(f"{rng.choice(copy.PLACES)}{rng.choice(copy.DEEDS)}。"),),
        f"{rng.choice(copy.PEOPLE)} 摄" if rng.random() < 0.7 else None, "田地",
        pixels=(width, height), focus=focus, optional=rng.random() < 0.15,
    )


def _named(block: Paragraph | Figure, name: str) -> Paragraph | Figure:
    return replace(block, id=name)
