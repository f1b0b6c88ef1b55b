"""Ban levels (CLREQ #prohibition_rules_for_line_start_end), regions, and hyphens by language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.compose.typesetter import Typesetter, hyphenate
from edition.model import Run
from edition.packs.layout import BanLevel
from edition.trade.regions import HONG_KONG, MAINLAND, TAIWAN, Region


def price(typesetter: Typesetter, level: BanLevel, before: str, after: str) -> float | None:
    """Price of ending a line between the last unit of `before` and the first of `after`."""
    runs = (Run(before + after),)
    source = replace(typesetter, ban=level).prepare(runs, "song")
    at = 0
    for unit, gap in zip(source.units, source.gaps, strict=False):
        at += len(unit.text) + len(unit.space)
        if at == len(before):
            return gap.price
    raise AssertionError(f"{before}|{after} is inside a unit")


@pytest.mark.parametrize(
    ("before", "after", "forbidden"),
    [
        ("天", "，", {"basic", "gb", "strict"}),
        ("天", "·", {"basic", "gb", "strict"}),
        ("3", "～", {"basic", "gb", "strict"}),
        ("天", "／", {"basic", "gb", "strict"}),
        ("（", "天", {"basic", "gb", "strict"}),
        ("／", "天", {"gb", "strict"}),
        ("天", "——", {"strict"}),
        ("天", "……", {"strict"}),
        ("天", "地", set()),
        ("”", "天", set()),
        ("天", "《", set()),
    ],
)
def test_each_level_forbids_what_it_says(
    typesetter: Typesetter, before: str, after: str, forbidden: set[str]
) -> None:
    levels: tuple[BanLevel, ...] = ("none", "basic", "gb", "strict")
    for level in levels:
        found = price(typesetter, level, "甲" + before, after + "乙")
        assert (found is None) == (level in forbidden), level


@pytest.mark.parametrize("level", ["none", "basic", "gb", "strict"])
def test_no_level_splits_a_number_from_its_unit(
    typesetter: Typesetter, level: BanLevel
) -> None:
    assert price(typesetter, level, "合格率99.5", "％以上") is None
    assert price(typesetter, level, "￥", "35元") is None


@pytest.mark.parametrize(
    ("region", "wanted"), [(MAINLAND, 0.5), (TAIWAN, 0.75), (HONG_KONG, 0.75)]
)
def test_a_comma_at_the_line_end_keeps_its_place_in_the_cell(
    typesetter: Typesetter, region: Region, wanted: float
) -> None:
    """PW2 by region: the ink is half an em, lower left or centred (RG1)."""
    text = "天地玄黄宇宙洪荒日月，盈昃辰宿列张寒来暑往"
    lines, _ = replace(typesetter, region=region).set((Run(text),), 11)
    assert lines[0].text.endswith("，")
    assert 11 - lines[0].origins[-1] == pytest.approx(wanted)


def test_words_are_hyphenated_in_their_own_language() -> None:
    assert hyphenate("Entwicklung", "de") != hyphenate("Entwicklung", "en")
    assert all(2 <= at <= len("responsibility") - 3 for at in hyphenate("responsibility", None))


def test_an_address_never_gets_a_hyphen(typesetter: Typesetter) -> None:
    text = "见https://www.example.org/communication/responsibility/internationalization处"
    lines, _ = typesetter.set((Run(text),), 11)
    assert not [s for line in lines for s in line.segments if s.added]
    assert "".join(line.text for line in lines) == text


def test_an_added_hyphen_is_no_character_of_the_copy(typesetter: Typesetter) -> None:
    text = "这是responsibility和internationalization两个词的用例"
    lines, _ = typesetter.set((Run(text),), 11)
    added = [s for line in lines for s in line.segments if s.added]
    assert added and all(s.text == "-" for s in added)
    assert "".join(line.text for line in lines) == text
