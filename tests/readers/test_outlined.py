"""Headings and blocks become stories by one rule; runs are joined and line ends settled."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from edition.model import (
    Crosshead,
    Mark,
    Note,
    Paragraph,
    Run,
    Runs,
    Section,
    Story,
    Verse,
    block_text,
)
from edition.readers.outlined.headings import Above, Below, End, Head, Item
from edition.readers.outlined.outline import build_outline
from edition.readers.outlined.runs import flat, paragraph_of, rows_of, tidy, with_marks

SIGNED = "（方晴）"


def text(words: str, line: int) -> Paragraph:
    return Paragraph((Run(words),), (line,))


def sections(*items: Item, one_story: bool = False) -> tuple[Section, ...]:
    return build_outline(items, "a", one_story).sections


def story(*items: Item) -> Story:
    ((only,),) = (section.stories for section in sections(*items))
    return only


def body(found: Story) -> list[tuple[type, str]]:
    return [(type(block), block_text(block)) for block in found.body]


# --- which heading begins what

def shape(*items: Item) -> list[tuple[str | None, list[str]]]:
    return [(s.title, [story.headline for story in s.stories]) for s in sections(*items)]


def part(headline: str, line: int, last: str, level: int = 2) -> list[Item]:
    return [Head(level, headline, line), text("字。", line + 1), text(last, line + 2)]


def test_a_section_has_two_stories_that_stand_alone() -> None:
    top = Head(1, "栏", 1)
    two = [*part("甲", 2, SIGNED), *part("乙", 5, SIGNED)]
    assert shape(top, *two) == [("栏", ["甲", "乙"])]
    assert shape(top, *part("甲", 2, SIGNED), *part("乙", 5, "字。")) == [(None, ["栏"])]
    assert shape(top, text("先有一段。", 2), *two) == [(None, ["栏"])]
    dated = [Head(2, "乙", 5), text("本报讯（记者 方晴）路修通了。", 6), text("字。", 7)]
    assert shape(top, *part("甲", 2, SIGNED), *dated) == [("栏", ["甲", "乙"])]


def test_stories_of_a_section_end_where_the_next_top_heading_begins() -> None:
    found = shape(
        Head(1, "栏", 1), *part("甲", 2, SIGNED), *part("乙", 5, SIGNED),
        Head(1, "丙", 8), text("字。", 9), Head(2, "丁", 10), text("字。", 11),
    )
    assert found == [("栏", ["甲", "乙", "丙"])]


def test_below_a_story_of_a_section_headings_are_crossheads() -> None:
    (found,) = sections(
        Head(1, "栏", 1), Head(2, "甲", 2), text("字。", 3), Head(3, "小题", 4),
        text("字。", 5), text(SIGNED, 6), *part("乙", 7, SIGNED),
    )
    assert (found.title, found.line) == ("栏", 1)
    assert body(found.stories[0])[1] == (Crosshead, "小题")


def test_a_section_name_without_a_story_is_a_headline() -> None:
    found = sections(Head(1, "栏", 1), *part("甲", 2, SIGNED), *part("乙", 5, SIGNED))
    assert [s.headline for s in found[0].stories] == ["甲", "乙"]
    assert [s.headline_line for s in found[0].stories] == [2, 5]


# --- the parts of one story

def test_a_kicker_belongs_to_the_headline_below_it() -> None:
    found = story(Above("引题", 1), Head(1, "题", 2), text("字。", 3))
    assert (found.kicker, found.headline, found.source_lines) == ("引题", "题", (1, 3))


@pytest.mark.parametrize(("items", "kept"), [
    ([Head(1, "题", 1), text("字。", 2), Above("引题", 3)], ["字。", "引题"]),
    ([Head(1, "题", 1), Above("引题", 2), text("字。", 3)], ["引题", "字。"]),
    ([Head(1, "题", 1), text("字。", 2), Above("一", 3), Above("二", 4)], ["字。", "一 二"]),
    ([Head(1, "题", 1), text("字。", 2), Above("一", 3), Head(2, "小", 4)], ["字。", "一 小"]),
])
def test_a_kicker_no_headline_follows_is_text(items: Sequence[Item], kept: list[str]) -> None:
    assert [words for _, words in body(story(*items))] == kept


def test_a_kicker_before_a_section_is_text_of_the_story_before_it() -> None:
    found = sections(
        *part("丙", 1, SIGNED, 1), Above("引题", 4), Head(1, "栏", 5), *part("甲", 6, SIGNED),
        *part("乙", 9, SIGNED),
    )
    assert body(found[0].stories[0])[-1] == (Crosshead, "引题")
    assert [s.kicker for s in found[1].stories] == [None, None]


def test_a_deck_stands_right_below_its_headline_and_once() -> None:
    found = story(Head(1, "题", 1), Below("副题", 2), Below("再一行", 3), text("字。", 4))
    assert (found.deck, found.deck_line) == ("副题", 2)
    assert body(found) == [(Crosshead, "再一行"), (Paragraph, "字。")]
    found = story(Head(1, "题", 1), text("字。", 2), Below("副题", 3))
    assert found.deck is None and body(found)[1] == (Crosshead, "副题")


def test_a_deck_before_any_headline_is_text() -> None:
    found = story(Below("副题", 1), text("字。", 2))
    assert (found.headline, found.deck, body(found)[0]) == ("", None, (Crosshead, "副题"))


def test_crossheads_that_touch_are_one_of_two_parts() -> None:
    found = story(Head(1, "题", 1), text("字。", 2), Head(2, "上", 3), Head(2, "下", 4))
    assert found.body[1] == Crosshead(("上", "下"), (3, 4))


def test_what_stands_at_the_end_of_its_story_stays_behind_what_comes_later() -> None:
    note = Note((Run("注"),), (3,))
    found = story(Head(1, "题", 1), text("甲。", 2), End(note), text("乙。", 4))
    assert body(found) == [(Paragraph, "甲。"), (Paragraph, "乙。"), (Note, "注")]
    outline = build_outline([End(note)], "a")
    assert outline.sections[0].stories[0].body == (note,)
    assert [remark.kind for remark in outline.diagnostics] == ["headline_missing"]


def test_without_a_headline_one_remark_names_line_and_story() -> None:
    outline = build_outline([text("甲。", 3), text("乙。", 4)], "a")
    (said,) = outline.diagnostics
    assert (said.kind, said.line, said.story, said.source) == ("headline_missing", 3, 1, "a")
    assert outline.sections[0].stories[0].source_lines == (3, 4)
    assert build_outline([text("甲。", 1)], "a", one_story=True).diagnostics == ()


@pytest.mark.parametrize(("words", "is_deck"), [
    ("——一条公路", True), ("—" * 2 + "字" * 38, True), ("—" * 2 + "字" * 39, False),
    ("——一条公路。", False), ("一条公路", False),
])
def test_a_short_first_paragraph_with_a_dash_is_the_deck(words: str, is_deck: bool) -> None:
    found = story(Head(1, "题", 1), text(words, 2), text("字。", 3))
    assert (found.deck, found.deck_line) == ((words, 2) if is_deck else (None, None))
    assert len(found.body) == (1 if is_deck else 2)


def test_only_the_first_paragraph_under_a_headline_may_be_a_deck() -> None:
    assert story(Head(1, "题", 1), text("字。", 2), text("——一条公路", 3)).deck is None
    assert story(text("——一条公路", 1), text("字。", 2)).deck is None
    found = story(Head(1, "题", 1), Below("副题", 2), text("——一条公路", 3), text("字。", 4))
    assert found.deck == "副题" and len(found.body) == 2


def test_the_byline_is_the_last_paragraph_or_the_first_or_the_end_of_the_last() -> None:
    head = Head(1, "题", 1)
    for items, line, glued, left in (
        ([head, text("字。", 2), text(SIGNED, 3)], 3, False, ["字。"]),
        ([head, text(SIGNED, 2), text("字。", 3)], 2, False, ["字。"]),
        ([head, text("字。" + SIGNED, 2)], 2, True, ["字。"]),
    ):
        found = story(*items)
        assert found.byline is not None
        assert (found.byline.raw, found.byline.line, found.byline.glued) == (SIGNED, line, glued)
        assert [words for _, words in body(found)] == left


def test_a_lone_paragraph_is_no_byline_and_neither_is_half_a_line() -> None:
    assert story(Head(1, "题", 1), text(SIGNED, 2)).byline is None
    beside = Paragraph((Run("字。"),), (2,))
    assert story(Head(1, "题", 1), text(SIGNED, 2), beside, text("字。", 3)).byline is None


# --- runs

def test_a_line_end_is_a_space_only_between_latin_words() -> None:
    def joined(left: str, right: str) -> str:
        return "".join(run.text for run in tidy([Run(left), Run("\r"), Run(right)]))

    assert joined("one", "two") == "one two"
    assert joined("路", "修") == "路修"
    assert joined("路", "two") == "路two" and joined("one", "修") == "one修"
    assert tidy([Run("\r"), Run("a")]) == (Run("a"),)
    assert tidy([Run("a"), Run(""), Run("\r"), Run(""), Run("b")]) == (Run("a b"),)


def test_neighbours_set_alike_are_one() -> None:
    strong = (Mark.STRONG,)
    assert tidy([Run("甲"), Run("乙"), Run("丙", strong), Run("丁", strong), Run("戊")]) == (
        Run("甲乙"), Run("丙丁", strong), Run("戊"))
    assert tidy([Run("甲", href="https://a.cn"), Run("乙")]) == (
        Run("甲", href="https://a.cn"), Run("乙"))
    assert with_marks((Mark.SUPER,), Mark.CODE, Mark.SUPER) == (Mark.CODE, Mark.SUPER)


@pytest.mark.parametrize(("runs", "done"), [
    ((Run(" 甲\n"), Run("乙 ")), (Run("甲 "), Run("乙"))),
    ((Run("  "), Run("甲"), Run(" "), Run("\n")), (Run("甲"),)),
    ((Run(" "),), ()), ((), ()),
])
def test_flat_runs_have_no_white_at_their_ends(runs: Runs, done: Runs) -> None:
    assert flat(runs) == done


def test_short_lines_with_hard_ends_are_verse() -> None:
    runs = (Run("春风\n新"), Run("路", (Mark.STRONG,)), Run("\n"))
    assert rows_of(runs) == ((Run("春风"),), (Run("新"), Run("路", (Mark.STRONG,))))
    assert paragraph_of(runs, (1,)) == Verse(rows_of(runs), (1,))
    for length, kind in ((30, Verse), (31, Paragraph)):
        assert isinstance(paragraph_of((Run("字" * length + "\n短"),), (1,)), kind)
    assert paragraph_of((Run("甲\n"),), (1,)) == Paragraph((Run("甲"),), (1,))
    assert paragraph_of((Run(" 甲"),), (1,)) == Paragraph((Run("甲"),), (1,))


def test_a_story_reaches_from_its_first_line_to_the_last_of_its_last_block() -> None:
    long = Paragraph((Run("长。"),), (3, 4, 5))
    first, second = shape_of_lines(Head(1, "甲", 2), long, Head(1, "乙", 7), text("字。", 9))
    assert (first, second) == ((2, 5), (7, 9))
    assert shape_of_lines(long) == [(3, 5)]
    assert shape_of_lines(Paragraph((Run("无行。"),))) == [(1, 1)]


def shape_of_lines(*items: Item) -> list[tuple[int, int] | None]:
    return [one.source_lines for part in sections(*items) for one in part.stories]


def test_text_before_every_heading_is_a_story_whose_headline_is_missed() -> None:
    made = build_outline([text("没有题。", 4), Head(1, "甲", 6), text("字。", 7)], "a")
    (remark,) = made.diagnostics
    assert (remark.kind, remark.line, remark.story) == ("headline_missing", 4, 1)
    assert [one.headline for s in made.sections for one in s.stories] == ["", "甲"]
    (none,) = build_outline([Paragraph((Run("无行。"),))], "a").diagnostics
    assert (none.line, none.story) == (1, 1)
