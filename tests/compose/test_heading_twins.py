"""A Traditional headline is broken where its Simplified twin is, and no compound is parted."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

import opencc
import pytest

import proof_copy as copy
from edition.compose.heading import COMPOUND, boundaries, in_dictionary, set_heading
from edition.compose.typesetter import Typesetter
from edition.passes.script.engines import simplified
from edition.trade.headwords import BOUND
from edition.trade.regions import TAIWAN

PAGES = Path(__file__).resolve().parent.parent.parent / "bench" / "pages"
WIDTHS = (5, 6, 7, 9, 11, 13, 18)
KINDS = ("headline", "deck", "kicker", "crosshead", "caption", "section", "furniture")


def _of_pages() -> Iterator[str]:
    """Heads and other short lines of the pages the reading is measured with."""
    for told in sorted(PAGES.glob("*.toml")):
        lines = told.with_suffix(".txt").read_text(encoding="utf-8", errors="replace").splitlines()
        for kind in tomllib.loads(told.read_text(encoding="utf-8"))["kinds"]:
            number, name = kind.split()[:2]
            if name in KINDS and number.isdigit():
                yield lines[int(number) - 1].strip()


@cache
def headlines() -> tuple[str, ...]:
    """Over two hundred headlines in the Simplified script."""
    written = [head for _, entries in copy.SECTIONS for head, _ in entries]
    written += [*copy.MORE, *copy.DECKS.values(), *copy.KICKERS.values()]
    written += [line for head in copy.CROSSHEADS for line in head]
    written += [caption for some in copy.CAPTIONS.values() for caption in some]
    found = (simplified(text) for text in (*written, *_of_pages()))
    return tuple(sorted({t for t in found if re.search("[\u4e00-\u9fff]{4}", t) and len(t) < 31}))


def lines_of(typesetter: Typesetter, text: str, width: float) -> list[str] | None:
    found = set_heading(typesetter, text, "song", width)
    return None if found is None else [line.text for line in found[0]]


def test_a_traditional_headline_is_broken_where_its_twin_is(typesetter: Typesetter) -> None:
    """Their marks are of other widths: a headline with any is compared by its words alone."""
    taiwan = replace(typesetter, region=TAIWAN)
    change = opencc.OpenCC("s2tw").convert
    pairs = [(text, change(text)) for text in headlines()]
    pairs = [(text, twin) for text, twin in pairs if len(text) == len(twin)]
    assert len(pairs) >= 200 and sum(text != twin for text, twin in pairs) >= 180
    compared = 0
    for text, twin in pairs:
        assert boundaries(in_dictionary(twin)).keys() == boundaries(text).keys(), (text, twin)
        if re.search("[^\u4e00-\u9fff\u3000 0-9]", text):
            continue
        for width in WIDTHS:
            one, other = lines_of(typesetter, text, width), lines_of(taiwan, twin, width)
            lengths = [None if x is None else list(map(len, x)) for x in (one, other)]
            assert lengths[0] == lengths[1], (one, other)
            compared += one is not None and len(one) > 1
    assert compared >= 300


def test_no_line_of_a_headline_is_one_character(typesetter: Typesetter) -> None:
    """But where a column is narrower than a compound, which costs what it is worth."""
    seen = 0
    for text in (text for text in headlines() if not re.search("[（！]", text)):
        for width in WIDTHS:
            found = set_heading(typesetter, text, "song", width)
            if found is not None and len(found[0]) > 1 and found[1] < COMPOUND:
                han = [len(re.findall("[\u4e00-\u9fff]", line.text)) for line in found[0]]
                assert min(han) != 1, [line.text for line in found[0]]
                seen += 1
    assert seen >= 300


@pytest.mark.parametrize(("text", "parts"), [
    ("邻里节上百家宴 一碗热汤暖人心", ("邻里|节", "百|家")),
    ("因地制宜 推进清廉村建设", ("清廉|村",)),
    ("从有房住到住得好 保障房交付记", ("保障|房",)),
    ("老旧小区加装电梯", ("老|旧",)),
    ("一条路通向富裕好光景", ("一条|路",)),
])
def test_a_compound_is_kept_whole_though_no_dictionary_holds_it(
    typesetter: Typesetter, text: str, parts: tuple[str, ...]
) -> None:
    seams = {text.index(part.replace("|", "")) + part.index("|") for part in parts}
    for width in WIDTHS:
        lines = lines_of(typesetter, text, width)
        if lines is not None:
            ends = set(accumulate(map(len, lines)))
            assert not ends & seams, lines


def test_a_heading_takes_a_line_more_rather_than_miss_its_own_pause(
    typesetter: Typesetter,
) -> None:
    text = "跨江大桥 万名志愿者上岗护航"
    lines = lines_of(typesetter, text, 9)
    assert lines is not None and lines[0].strip() == "跨江大桥"
    assert all(a.strip() and b.strip() for a, b in pairwise(lines))
    assert "村" in BOUND
