"""How much of a paragraph must stand in another, and what is said of it."""

from __future__ import annotations

import random
from importlib import import_module

import pytest

from edition.errors import Confidence
from edition.model import Paragraph, PullQuote
from edition.passes.find_pull_quotes import find_pull_quotes
from passes_copy import edition, story
from told import told_whole

SPEECH = "路通了心就通了我们盼这条路盼了二十年"
"""18 characters."""


def found(*paragraphs: str) -> list[tuple[str, int | None, str | None, Confidence | None]]:
    remarks = find_pull_quotes(edition(story(*paragraphs)))[1]
    assert all(map(told_whole, remarks))
    return [(r.kind, r.line, r.text, r.confidence) for r in remarks]


def test_a_repeat_names_its_original_and_keeps_its_place() -> None:
    whole = f"{SPEECH}孩子每天都能回家"
    page = edition(story("雨停了。", f"“{whole}。”方大爷说。", f"{whole}。"))
    changed, (remark,) = find_pull_quotes(page)
    (made,) = changed.stories
    assert made.body[2] == PullQuote(page_body(page)[2].runs, (7,), "s01b03", "方大爷")
    assert made.body[:2] == page_body(page)[:2]
    assert (remark.kind, remark.line, remark.story) == ("near_duplicate_pullquote", 7, 1)
    assert (remark.text, remark.confidence) == (f"{whole}。"[:20], Confidence.CERTAIN)
    assert "of line 5" in remark.message


def page_body(page: object) -> tuple[Paragraph, ...]:
    (only,) = page.stories  # type: ignore[attr-defined]  # an edition
    return only.body


@pytest.mark.parametrize(("repeat", "asked"), [(f"{SPEECH}孩子", True), (f"{SPEECH}孩", False)])
def test_a_repeat_has_twenty_characters_beside_its_marks(repeat: str, asked: bool) -> None:
    whole = f"{SPEECH}孩子每天都能回家大家都很高兴。"
    assert bool(found(whole, f"，{repeat}。")) is asked
    if asked:
        assert found(whole, f"，{repeat}。") == [
            ("near_duplicate_paragraph", 5, f"，{repeat}。"[:20], Confidence.PROBABLE)
        ]


@pytest.mark.parametrize(("same", "asked"), [(20, True), (19, False)])
def test_four_fifths_of_it_stand_in_the_original(same: int, asked: bool) -> None:
    whole = f"{SPEECH}孩子每天都能回家大家都很高兴。"
    repeat = whole[:same] + "雨后青山如洗"[: 25 - same] + "。"
    assert bool(found(whole, repeat + "")) is asked


def test_the_shorter_is_the_repeat_and_of_two_alike_the_second() -> None:
    long, short = f"{SPEECH}孩子每天都能回家吃饭。", f"{SPEECH}孩子每天。"
    assert [line for _, line, *_ in found(short, long)] == [3]
    assert [line for _, line, *_ in found(long, long)] == [5]
    remarks = find_pull_quotes(edition(story(long, long, long)))[1]
    assert [(r.line, r.values["original"]) for r in remarks] == [(5, 3), (7, 3)]


def test_two_speakers_are_none() -> None:
    said = f"“{SPEECH}孩子每天都能回家。”方大爷说。“是的。”何大妈介绍。"
    changed, _ = find_pull_quotes(edition(story(said, f"{SPEECH}孩子每天都能回家。")))
    (made,) = changed.stories
    assert isinstance(made.body[1], PullQuote) and made.body[1].speaker is None


def test_a_repeat_of_a_pull_quote_is_left_as_it_is() -> None:
    speech = f"{SPEECH}孩子每天都能回家大家都很高兴"
    page = edition(story(f"{speech[:26]}。", f"{speech[:22]}。", f"“{speech}。”方大爷说。"))
    changed, remarks = find_pull_quotes(page)
    (made,) = changed.stories
    assert [type(block) for block in made.body] == [PullQuote, Paragraph, Paragraph]
    assert [r.line for r in remarks] == [3]


def test_speech_is_what_stands_between_the_marks() -> None:
    whole = f"{SPEECH}孩子每天都能回家"
    assert found(f"“{whole[:20]}”{whole[20:]}，方大爷说。", f"{whole}。")[0][0] == (
        "near_duplicate_paragraph"
    )
    assert found(f"“{whole[:24]}”{whole[24:]}，方大爷说。", f"{whole}。")[0][0] == (
        "near_duplicate_pullquote"
    )


def test_a_paragraph_passed_over_repeats_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only paragraphs that others cover as far as they must are held against each of them."""
    chance, signs = random.Random(18), "路通了心就我们盼这条二十年雨停"
    parts = ["".join(chance.choices(signs, k=chance.randint(6, 14))) for _ in range(12)]
    pages = [
        ["".join(chance.choices(parts, k=chance.randint(1, 5))) for _ in range(6)]
        for _ in range(200)
    ]
    passed = [found(*page) for page in pages]
    quotes = import_module("edition.passes.find_pull_quotes")
    monkeypatch.setattr(quotes, "_covered", lambda grams, often: 10**6)
    assert passed == [found(*page) for page in pages]
    assert sum(map(bool, passed)) > 20
