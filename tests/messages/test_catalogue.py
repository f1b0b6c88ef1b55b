"""The catalogue: one home for a key, the same places in every language, each in its own script."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

import opencc
import pytest

from edition.errors import Confidence
from edition.messages import catalogue
from edition.messages.texts import LANGS, Fault, Kind, RuleText, Severity, Text
from edition.steps import Step

BOTH = frozenset("里后台准干松于只了系表面制致征才布卷采折余云丰借累并占周克向吃回症升冲仆游斗范")
"""Characters that are Traditional too, beside their use for another in Simplified."""


def texts() -> Iterator[tuple[str, Text]]:
    """Every text of the catalogue with its key."""
    for table in (catalogue.KINDS, catalogue.FAULTS, catalogue.PHRASES, catalogue.RULES):
        entries: dict[str, Kind | Fault | Text | RuleText] = dict(table)
        for key, entry in entries.items():
            if isinstance(entry, Text):
                yield key, entry
                continue
            for field in fields(entry):
                value = getattr(entry, field.name)
                if isinstance(value, Text):
                    yield f"{key}.{field.name}", value


def places(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


@pytest.mark.parametrize("table", ["KINDS", "FAULTS", "PHRASES"])
def test_a_key_has_one_home(table: str) -> None:
    counts = Counter(key for room in catalogue.ROOMS for key in getattr(room, table))
    assert [key for key, count in counts.items() if count > 1] == []


def test_chinese_has_the_same_places_in_both_scripts_and_no_others_than_english() -> None:
    for key, text in texts():
        assert places(text.hans) == places(text.hant), key
        # What a library said in English is told to Chinese readers by its place alone.
        told = places(text.en) | {"kind", "number", "command", "place", "line", "rule"}
        assert places(text.hans) <= told, key


def test_each_script_is_its_own() -> None:
    simpler, fuller = opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
    for key, text in texts():
        traditional = {c for c in text.hans if simpler.convert(c) != c}
        simplified = {c for c in text.hant if fuller.convert(c) != c} - BOTH
        assert not traditional, (key, traditional)
        assert not simplified, (key, simplified)
        assert "“" not in text.hant and "「" not in text.hans, key


def test_no_text_is_empty_and_chinese_uses_its_own_marks() -> None:
    for key, text in texts():
        # A verb that agrees in English may need no word in Chinese.
        assert text.en and ((text.hans and text.hant) or len(text.en) < 8), key
        assert not re.search(r"[\u4e00-\u9fff] ?[,;:?!](?!\d)", text.hans + text.hant), key


def test_words_chosen_by_value_are_all_there() -> None:
    wanted = [f"step_{step}" for step in Step]
    wanted += [f"severity_{severity}" for severity in Severity]
    wanted += [f"confidence_{confidence}" for confidence in Confidence]
    assert set(wanted) <= set(catalogue.PHRASES)
    assert LANGS == ("zh-Hans", "zh-Hant", "en")
