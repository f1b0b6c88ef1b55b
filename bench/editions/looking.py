"""Pages to be looked at before a threshold is fixed, and what was said of them.

`draw` writes pages of random editions and spoiled ones in a mixed order, without a word of what
they are or score; KEY beside them is opened when a verdict stands for each.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium

from bench.editions.drawing import editions
from bench.editions.judged import page_scores
from bench.pairs.making import KINDS, PACKS, page
from edition import build
from edition.checks.given_copy import copy_of
from edition.checks.sight.seen_paper import see_paper
from edition.storyjson.write import stories_json

KEY = "key.json"
DEEP = 1300
"""pixels a page is deep"""
SPOILED = 18
"""spoiled pages among the others"""


def draw(folder: Path, seed: int, count: int) -> None:
    """Write so many editions' pages, one of each, and spoiled ones, and the key."""
    folder.mkdir(parents=True, exist_ok=True)
    found = [*_pages(seed, count), *_spoiled(seed)]
    random.Random(seed).shuffle(found)
    key = {}
    for number, (data, at, score, what) in enumerate(found):
        one = pdfium.PdfDocument(data)[at]
        image = one.render(scale=DEEP / one.get_height()).to_pil()
        image.save(folder / f"{number:02}.png")
        key[f"{number:02}"] = {"what": what, "score": score}
    (folder / KEY).write_text(json.dumps(key, indent=1), encoding="utf-8")


def _pages(seed: int, count: int) -> Iterator[tuple[bytes, int, float, str]]:
    for one in editions(seed, count):
        data = build.to_pdf(one.edition, one.place).data
        scores = _scores(data, json.dumps(stories_json(one.edition, ())))
        at = random.Random(f"{seed} {one.number}").randrange(len(scores))
        yield data, at, scores[at], f"{one.number} {one.pack} p. {at + 1}"
        print(one.number, flush=True)


def _spoiled(seed: int) -> Iterator[tuple[bytes, int, float, str]]:
    for number, kind in enumerate(random.Random(seed).sample(KINDS, min(SPOILED, len(KINDS)))):
        made = page(kind, seed * 1000 + number, PACKS[number % len(PACKS)])
        yield made.data, 0, _scores(made.data, made.stories)[0], f"{kind} {made.pack}"
        print(kind, flush=True)


def _scores(data: bytes, stories: str) -> list[float]:
    paper = see_paper(data, copy_of(json.loads(stories)))
    return [score for score, _ in page_scores(paper)]
