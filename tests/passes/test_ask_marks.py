"""Marks that are not those of Chinese print: which are asked about, how many, what is shown."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from edition.model import Crosshead, Story
from edition.passes import ask_marks as marks
from edition.passes.ask_marks import ask_marks, turned_round
from passes_copy import story

Said = tuple[str, object, object, str | None]


def said(*stories: Story) -> list[Said]:
    return [(d.kind, d.values["marks"], d.values["count"], d.text) for d in ask_marks(stories)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("看x(ab)y看", []),
    ("看(ab)y看", [("half_width_pairs", "( )", 1, "看(ab)y看")]),
    ("看x(ab)看", [("half_width_pairs", "( )", 1, "看x(ab)看")]),
    ("y(ab)x", []),
    ("看x(路)y看", [("half_width_pairs", "( )", 1, "看x(路)y看")]),
    ("(ab)看", [("half_width_pairs", "( )", 1, "(ab)看")]),
    ("(ab)y看", []),
    ("看'ab'看", []), ("看[ab]看", []),
    ("看'路'看", [("half_width_pairs", "' '", 1, "看'路'看")]),
    ("看[路]看", [("half_width_pairs", "[ ]", 1, "看[路]看")]),
])
def test_pairs_are_asked_about_round_chinese_words_or_right_beside_them(
    text: str, wanted: list[Said]
) -> None:
    assert said(story(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("一.路通了", []), ("（十二.路通了", []),
    ("路十二.路", [("half_width_punctuation", ".", 1, "路十二.路")]),
    ("一.路.通", [("half_width_punctuation", ".", 1, "一.路.通")]),
    ("他说...路通--了,真好!!", [("half_width_punctuation", "!×2 ... -- ,", 5, "他说...路通-")]),
    ("O二〇O九年", [("letter_for_zero", "O", 1, "O二〇O九年")]),
    ("，。路通！！", [("marks_doubled", "，。", 1, "，。路通！！")]),
    ("”路通“了", [("quotes_turned", "”“", 1, "”路通“了")]),
    ("路﹐通", [("odd_mark_forms", "﹐", 1, "路﹐通")]),
])
def test_marks_are_counted_and_the_first_is_shown(text: str, wanted: list[Said]) -> None:
    found = said(story(text))
    assert [(kind, count, shown) for kind, _, count, shown in found] == [
        (kind, count, shown) for kind, _, count, shown in wanted]
    assert [sorted(str(marks).split(" ")) for _, marks, _, _ in found] == [
        sorted(str(marks).split(" ")) for _, marks, _, _ in wanted]


@pytest.mark.parametrize(("text", "shown"), [
    ("“甲“乙”丙”丁“戊”。", "“甲“乙”丙”丁"), ("“甲“乙“丙”丁”戊”", "“甲“乙“丙”丁"),
    ("“甲乙丙丁“戊”己”", "甲乙丙丁“戊”己”"), ("“甲”乙“丙”", None), ("甲”乙”丙", None),
    ("“甲‘乙’丙”", None), ("“甲“乙", None), ("”“甲”“乙", None),
])
def test_a_quotation_in_another_of_the_same_marks_is_shown(text: str, shown: str | None) -> None:
    found = [one for kind, _, _, one in said(story(text)) if kind == "quotes_nested"]
    assert found == ([] if shown is None else [shown])


@pytest.mark.parametrize(("text", "turned"), [
    ("”路通了“", True), ("他说：”路通了“", True), ("”路通了”", False), ("”路通了‘", False),
    ("“路”：”通了“", True), ("“甲：”乙“", False), ("“甲“乙”丙：”丁“", False), ("他”路通了“", False),
])
def test_a_quotation_turned_round_opens_with_its_closing_mark(text: str, turned: bool) -> None:
    assert turned_round(text) is turned


def test_one_question_of_a_kind_stands_where_its_first_place_is() -> None:
    heads = Crosshead(("路通,了", "桥.通"), (7, 8), "s01b09")
    first = story("雨停了。", headline="雨,停", deck="路!通", deck_line=2)
    second = story("雨。", first=21)
    found = ask_marks([story("雨停了。"), first, second])
    assert [(d.line, d.story, d.text) for d in found] == [(1, 2, "雨,停")]
    (one,) = ask_marks([Story("s01", "雨停", (heads,))])
    assert (one.line, one.story, one.text, one.values["count"]) == (7, 1, "路通,了", 2)


def test_at_most_twelve_marks_are_named() -> None:
    signs = [chr(0xFE50 + n) for n in (0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)]
    ((_, marks, count, _),) = [one for one in said(story("路".join(signs)))
                               if one[0] == "odd_mark_forms"]
    assert (str(marks).split(" "), count) == (signs[:12], 13)


def test_a_text_passed_over_has_no_such_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text without the signs of a kind is not searched for it: searched, it gives the same."""
    signs = "山城一〇2O0Oo\"'()[]<>,.;:?!-“”‘’「」『』„（(：:．，。！？…︰﹐｡ a年"
    chance = random.Random(18)
    texts = ["".join(chance.choices(signs, k=chance.randint(1, 9))) for _ in range(10_000)]
    passed = [said(story(text)) for text in texts]
    every = frozenset(map(chr, range(0x10000)))
    monkeypatch.setattr(marks, "_WANTED", defaultdict(lambda: every))
    assert passed == [said(story(text)) for text in texts]
    assert {kind for some in passed for kind, *_ in some} == set(marks._FINDERS)
