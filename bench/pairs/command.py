"""Make pairs of pages, show them, and hold the score against votes.

`python -m bench pairs make FOLDER --seed 1 --count 60` writes a picture of each pair, its pages
A and B side by side without a word of what is wrong with them, and READ-ME-FIRST.md for their
readers; the files and what is which stand in FOLDER/key. Votes go into FOLDER/votes.txt, or
votes-NAME.txt for each of several readers, a line for a pair: its number and A, B or none.
`python -m bench pairs score FOLDER` then says how often the score agrees with most of the
readers, with the copy and without.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from bench.pairs.making import PACKS, MadePage, kinds_of, page
from bench.pairs.spoilers import SPOILERS
from edition.checks import Report, check_data

DEEP = 1040
"""pixels a page is deep on a picture"""
KEY = "key"
"""the folder beside the pictures that their readers leave shut"""
SIDES = {"a": "l", "l": "l", "b": "r", "r": "r"}
"""the side of a vote; any other word is no preference"""
TO_THE_READER = """# {count} pairs of pages

You are the night editor. Each picture NN.png shows two finished pages (or two papers of two pages
each), A on the left and B on the right. Say of each pair which you would rather print.

* Look at the whole page from two metres first, then read the heads, then a column. Judge what is
  drawn: order of the news, heads, white, legs, pictures and captions, boxes, rules, balance. What
  the stories say does not matter; the copy of A and B may differ.
* Do not look into the folder `key`, and do not measure anything with a program.
* If you would print either as gladly, write none; but where it is merely close, look again.

Write your votes into `votes-NAME.txt` beside the pictures, NAME a word of your own, a line for
each pair, its number, then A, B or none, then the reason in a few words:

    0 A heads of B hardly larger than its text
    1 none
"""
NEAR = 0.5
"""points two scores may differ and still say nothing"""


def make(folder: Path, seed: int, count: int) -> None:
    """Write the pages, their pictures and the index."""
    rng = random.Random(seed)
    key = folder / KEY
    key.mkdir(parents=True, exist_ok=True)
    index: list[dict[str, Any]] = []
    for number, kinds in enumerate(kinds_of(count, rng)):
        pack = PACKS[number % len(PACKS)]
        same = kinds[1] == "sound"
        seeds = (seed * 1000 + number, seed * 1000 + number + (0 if same else 500))
        pair = [page(kind, own, pack) for kind, own in zip(kinds, seeds, strict=True)]
        while pair[0].data == pair[1].data:
            pair[0] = page(rng.choice(tuple(SPOILERS)), seeds[0], pack)
        rng.shuffle(pair)
        for side, made in zip("lr", pair, strict=True):
            name = key / f"{number:02}{side}"
            name.with_suffix(".pdf").write_bytes(made.data)
            name.with_suffix(".json").write_text(made.stories, encoding="utf-8")
        _picture(pair, number).save(folder / f"{number:02}.png")
        index.append({"pair": number, "pack": pack,
                      **{side: made.kind for side, made in zip("lr", pair, strict=True)}})
        print(number, flush=True)
    (key / "index.json").write_text(json.dumps(index, indent=1), encoding="utf-8")
    (folder / "READ-ME-FIRST.md").write_text(TO_THE_READER.format(count=count), encoding="utf-8")


def _picture(pair: Sequence[MadePage], number: int) -> Image.Image:
    """Both pages side by side, at most two of each file."""
    views: list[Image.Image] = []
    for made in pair:
        document = pdfium.PdfDocument(made.data)
        shown = [document[n] for n in range(min(2, len(document)))]
        deep = DEEP / len(shown)
        drawn = [p.render(scale=deep / p.get_height()).to_pil().convert("RGB") for p in shown]
        whole = Image.new("RGB", (max(d.width for d in drawn), DEEP), "#888")
        for n, one in enumerate(drawn):
            whole.paste(one, (0, round(n * deep)))
        views.append(whole)
    wide = sum(view.width for view in views) + 30
    both = Image.new("RGB", (wide, DEEP + 24), "#335")
    write = ImageDraw.Draw(both)
    write.text((6, 4), f"pair {number}   A", fill="white")
    write.text((views[0].width + 26, 4), "B", fill="white")
    both.paste(views[0], (5, 20))
    both.paste(views[1], (views[0].width + 25, 20))
    return both


def votes(folder: Path) -> dict[int, str]:
    """The side most readers would rather print of each pair; `-` where no side has most."""
    every: dict[int, list[str]] = {}
    for path in sorted(folder.glob("votes*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, word in (line.split()[:2] for line in lines if line[:1].isdigit()):
            every.setdefault(int(number), []).append(SIDES.get(word.strip(".,:;").lower(), "-"))
    return {number: next((side for side in "lr" if 2 * given.count(side) > len(given)), "-")
            for number, given in sorted(every.items())}


def report_of(folder: Path, number: int, side: str, copy: bool) -> Report:
    """What the preflight says of one page of a pair."""
    name = folder / KEY / f"{number:02}{side}"
    told = json.loads(name.with_suffix(".json").read_text(encoding="utf-8")) if copy else None
    return check_data(name.with_suffix(".pdf").read_bytes(), told)


def score(folder: Path, copy: bool) -> tuple[int, int]:
    """(pairs in which the score agrees, pairs with a preference); prints the others."""
    index = {entry["pair"]: entry
             for entry in json.loads((folder / KEY / "index.json").read_text(encoding="utf-8"))}
    agree = total = 0
    for number, side in votes(folder).items():
        if side not in "lr":
            continue
        left, right = (report_of(folder, number, s, copy) for s in "lr")
        total += 1
        step = left.score - right.score
        told = "l" if step > NEAR else "r" if step < -NEAR else "="
        agree += told == side
        if told != side:
            entry = index[number]
            print(f"pair {number}: vote {side}, l {entry['l']} {left.score}, "
                  f"r {entry['r']} {right.score}")
    return agree, total


def main(arguments: Sequence[str] | None = None) -> int:
    """Make pairs, or hold the score against the votes on them."""
    parser = argparse.ArgumentParser(prog="python -m bench pairs", description=__doc__)
    parser.add_argument("do", choices=("make", "score"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args(arguments)
    if options.do == "make":
        make(options.folder, options.seed, options.count)
        return 0
    for copy in (True, False):
        agree, total = score(options.folder, copy)
        print(f"{'with' if copy else 'without'} the copy: {agree} of {total} pairs "
              f"({100 * agree / max(1, total):.0f} %)")
    return 0
