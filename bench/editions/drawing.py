"""Random editions by seed and number: pack, pages, sections and all that a paper may hold.

The reports are those of `bench.pairs.news`; notices, letters, tables, verse, service lines, briefs,
picture stories and advertisements stand among them. Every edition holds about as much as its
pages do, as a desk would have it.
"""

from __future__ import annotations

import random
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.editions import english, oddments
from bench.editions.copyfitting import advert_room, room, taken
from bench.pairs import news
from bench.pairs.news import copy, proof
from edition import build
from edition.model import (
    Advertisement,
    Ear,
    Edition,
    Figure,
    HouseItem,
    Picture,
    Section,
    Story,
)
from edition.packs import shelf
from edition.packs.layout import Layout

EXAMPLES = Path(__file__).resolve().parents[2] / "layouts" / "examples"
LETTERS = "letters"
PACKS: dict[str, tuple[str, int]] = {
    "newsletter": ("newsletter", 26), "tabloid": ("tabloid", 26), "broadsheet": ("broadsheet", 18),
    "red-masthead": ("tabloid", 12), "wide-facing": ("tabloid", 10), LETTERS: ("newsletter", 8),
}
"""pack → the pack of `news` whose pages hold as much, and of how many in a hundred it is"""
PAGES = {"broadsheet": (1, 1, 1, 2), "tabloid": (1, 1, 1, 2, 2, 4), "newsletter": (1, 1, 2, 2, 4)}
TITLES = ("赣州之窗", "民生", "乡村", "文化", "副刊")
TITLES_EN = ("The parish", "From the school", "Notices")
FULL = (0.86, 0.94)
"""least and most of what its pages hold"""
LEAST_REPORT = 26
"""rows of a base column that must be left for a report more"""
SPARE = 0.02
"""of the room, by which copy may run over"""
Part = tuple[str | None, list[Story]]
"""a section: its title and its stories"""
SHOPS = (
    "江岸百货冬季家电节\n全场满减 以旧换新", "江岸职业学院\n招生咨询开放日",
    "大剧院新年音乐会\n售票热线", "城南驾校 冬季班开班",
)


@dataclass(frozen=True)
class Drawn:
    """A random edition and the pack it is for."""

    number: int
    pack: str
    place: str | Path
    """as `edition.to_pdf` takes it"""
    edition: Edition
    kinds: tuple[str, ...]
    """what it holds beside reports"""


def editions(seed: int, count: int, only: Container[int] | None = None) -> Iterator[Drawn]:
    """As many random editions, the packs dealt out in their shares; or `only` some of them."""
    dealt = [pack for pack, (_, share) in PACKS.items() for _ in range(share)]
    random.Random(f"packs {seed}").shuffle(dealt)
    for number in range(count):
        if only is None or number in only:
            yield drawn(seed, number, dealt[number % len(dealt)])


def drawn(seed: int, number: int, pack: str) -> Drawn:
    """One random edition of a pack."""
    rng = random.Random(f"edition {seed} {number}")
    like = PACKS[pack][0]
    place = pack if pack == like else EXAMPLES / pack
    pages = rng.choice(PAGES[like])
    make = _latin if pack == LETTERS else _chinese
    made, kinds = make(rng, like, pages, shelf.layout(place))
    made = replace(made, name=f"random{seed}-{number}")
    if pack != LETTERS and rng.random() < 0.2:
        made, kinds = build.convert(made, "zh-Hant-TW").edition, (*kinds, "TW")
    return Drawn(number, pack, place, made, (f"{pages} p.", *kinds))


def _chinese(
    rng: random.Random, like: str, pages: int, layout: Layout
) -> tuple[Edition, tuple[str, ...]]:
    """A Chinese paper: sections of reports, what stands beside them, advertisements, an ear."""
    adverts = tuple(_adverts(rng, pages, layout))
    extra, pictures = _extra(rng, like)
    whole = room(layout, pages)
    wanted = whole * rng.uniform(*FULL) - sum(advert_room(ad, layout) for ad in adverts)
    left = wanted - sum(taken(story, layout) for story in extra)
    sections, shown = _sections(rng, like, max(0.3, left / whole) * pages, pages)
    titled = sum(title is not None for title, _ in sections)
    wanted -= titled * layout.furnishing.section * whole / layout.grid.rows
    sections = _filled(_joined(sections, extra, rng), wanted, layout, rng)
    house = proof.house() if rng.random() < 0.85 else ()
    ears = (Ear("天气", ("今天多云转晴", "3℃～12℃ 北风三级")),) if rng.random() < 0.3 else ()
    made = _edition(rng, sections, _of(sections, (*shown, *pictures)), adverts, house)
    kinds = [*(f"{n} {what}" for what, n in (
        ("sections", len(sections)), ("stories", sum(len(s) for _, s in sections)),
        ("pictures", len(made.pictures)), ("ads", len(adverts)), ("ears", len(ears)),
        ("briefs", sum(s.brief for s in extra))) if n)]
    return replace(made, ears=ears), tuple(kinds)


def _sections(
    rng: random.Random, like: str, room: float, pages: int
) -> tuple[list[Part], list[Picture]]:
    """Reports for so many pages under one to three section heads, and their pictures."""
    most = 3 if pages > 1 and like != "newsletter" else 2
    parts = rng.choice((1, 1, *range(1, most + 1))) if room > 0.8 else 1
    few, many = news.COUNTS[like]
    titles = iter(rng.sample(TITLES, len(TITLES)))
    found, pictures = [], []
    for part in range(parts):
        share = room / parts
        count = max(2, round(rng.randint(few, many) * share))
        made = news.edition(rng.randrange(10**6), like, share, count)
        untitled = part == 0 and (parts == 1 or rng.random() < 0.6)
        found.append((None if untitled else next(titles), list(made.stories)))
        pictures += made.pictures
    return found, pictures


def _extra(rng: random.Random, like: str) -> tuple[list[Story], list[Picture]]:
    """What stands beside the reports: up to two kinds of things, briefs, a picture story."""
    kinds = rng.sample(oddments.KINDS, rng.choice((0, 1, 1, 2) if like != "broadsheet"
                                                  else (1, 1, 2, 3)))
    found = [oddments.oddment(kind, rng) for kind in kinds]
    if rng.random() < 0.35:
        found.append(oddments.feature(rng, rng.randint(500, 1100)))
    if rng.random() < 0.35:
        found += [oddments.brief(rng) for _ in range(rng.randint(3, 6))]
    if like != "newsletter" and rng.random() < 0.12:
        story, pictures = oddments.photo_story(
            rng, f"pictures/photo{rng.randrange(10**6)}", rng.randint(3, 4))
        return [*found, story], list(pictures)
    return found, []


def _of(sections: Iterable[Part], pictures: Iterable[Picture]) -> list[Picture]:
    """The pictures that the stories show."""
    named = {b.src for _, stories in sections for story in stories for b in story.body
             if isinstance(b, Figure)}
    return [picture for picture in pictures if picture.name in named]


def _joined(
    sections: list[Part], extra: list[Story], rng: random.Random
) -> list[Part]:
    """The sections, the extra stories behind the reports of one of them, briefs in the last."""
    told = [(title, list(stories)) for title, stories in sections]
    for story in extra:
        told[-1 if story.brief else rng.randrange(len(told))][1].append(story)
    return [(title, sorted(stories, key=lambda s: s.brief)) for title, stories in told]


def _filled(
    sections: list[Part], wanted: float, layout: Layout, rng: random.Random
) -> list[Part]:
    """The sections with a report more where room is left, without their last where it is not."""
    told = [(title, list(stories)) for title, stories in sections]

    def left() -> float:
        return wanted - sum(taken(s, layout) for _, stories in told for s in stories)

    while left() > LEAST_REPORT * layout.grid.measure:
        rows = left() / layout.grid.measure
        _, stories = rng.choice(told)
        briefs = sum(story.brief for story in stories)
        one = oddments.feature(rng, round(min(60.0, rows - 14) * 0.8 * layout.grid.measure))
        stories.insert(len(stories) - briefs, one)
    while left() < -SPARE * wanted:
        _, stories = max(told, key=lambda part: len(part[1]))
        plain = [s for s in stories[1:] if not any(isinstance(b, Figure) for b in s.body)]
        if not plain:
            break
        stories.remove(min(plain, key=lambda s: abs(taken(s, layout) + left())))
    return told


def _adverts(rng: random.Random, pages: int, layout: Layout) -> Iterator[Advertisement]:
    """None, or one or two: a strip across the foot or a corner of half the columns."""
    grid = layout.grid
    if rng.random() < 0.6:
        return
    for number, page in enumerate(rng.sample(range(1, pages + 1), min(pages, rng.randint(1, 2)))):
        strip = rng.random() < 0.5
        columns = grid.columns if strip else grid.columns // 2
        rows = round(grid.rows * (rng.uniform(0.1, 0.16) if strip else rng.uniform(0.18, 0.28)))
        yield Advertisement(f"ad{number + 1}", page, columns, rows, rng.choice(SHOPS))


def _latin(
    rng: random.Random, like: str, pages: int, layout: Layout
) -> tuple[Edition, tuple[str, ...]]:
    """An English village newsletter."""
    room = pages * rng.uniform(*FULL)
    told, pictures = english.stories(rng, room, f"pictures/en{rng.randrange(10**6)}")
    sections: list[Part] = [(None, told)]
    if len(told) > 5 and rng.random() < 0.5:
        half = len(told) // 2
        sections = [(None, told[:half]), (rng.choice(TITLES_EN), told[half:])]
    made = _edition(rng, sections, pictures, (), ())
    return replace(made, language="en", imprint=english.IMPRINT), (
        f"{len(told)} stories", f"{len(pictures)} pictures")


def _edition(
    rng: random.Random, sections: list[Part],
    pictures: Iterable[Picture], adverts: tuple[Advertisement, ...], house: tuple[HouseItem, ...],
) -> Edition:
    """An edition whose stories are numbered, no headline standing twice."""
    number, told, seen = 0, [], set()
    spare = iter(rng.sample(news.HEADLINES, len(news.HEADLINES)))
    for order, (title, stories) in enumerate(sections, 1):
        numbered = []
        for rank, story in enumerate(stories, 1):
            number += 1
            head = story.headline
            while head in seen:
                head = next(spare)
            seen.add(head)
            kicker = rng.choice(tuple(copy.KICKERS.values())) if rng.random() < 0.1 else None
            numbered.append(_numbered(story, number, rank, head, kicker))
        told.append(Section(title, tuple(numbered), id=f"sec{order}"))
    return Edition("random", tuple(told), imprint=proof.IMPRINT, pictures=tuple(pictures),
                   advertisements=adverts, house_copy=house)


def _numbered(story: Story, number: int, rank: int, head: str, kicker: str | None) -> Story:
    name = f"s{number:02}"
    body = tuple(replace(block, id=f"{name}b{i:02}") for i, block in enumerate(story.body, 1))
    latin = head.isascii() or any("’" in char for char in head)
    return replace(story, id=name, headline=head, body=body, rank=rank,
                   kicker=None if story.brief or latin or number > 3 else kicker)


def figures(edition: Edition, optional: bool = True) -> int:
    """How many pictures the stories show, with those the page may go without."""
    return sum(isinstance(block, Figure) and block.src is not None
               and (optional or not block.optional)
               for story in edition.stories for block in story.body)
