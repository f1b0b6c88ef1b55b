"""The editor's answers at work on a made edition: applied, settled, or named as unused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.answering import Answer, Do
from edition.errors import Diagnostic
from edition.model import (
    Block,
    Byline,
    Closing,
    ClosingLine,
    Crosshead,
    Edition,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    Furniture,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Section,
    Story,
    Table,
    Verse,
    unlabelled,
)
from edition.passes.apply_answers import apply_answers
from edition.passes.rewording import reworded
from edition.passes.settle_answers import settle_answers
from passes_copy import edition, story, texts
from told import told_whole

OLD, NEW = Run("雨停了"), Run("雪停了")


def answer(line: int, do: Do, text: str = "雨", words: str = "", **given: str) -> Answer:
    return Answer("[[answers]] 1", line, text, do, words, **given)


def settled(of: Edition, *asked: Diagnostic) -> tuple[Edition, list[tuple[str, int | None]]]:
    made, remarks = settle_answers(of, asked)
    assert all(map(told_whole, (r for r in remarks if r not in asked))) and made.answers == ()
    return made, [(r.kind, r.story) for r in remarks]


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        (Paragraph((OLD,), (3,)), Paragraph((NEW,), (3,))),
        (Note((OLD,), (3,)), Note((NEW,), (3,))),
        (PullQuote((OLD,), (3,)), PullQuote((NEW,), (3,))),
        (Crosshead(("路", "雨停了"), (3,)), Crosshead(("路", "雪停了"), (3,))),
        (Figure("a.png", (OLD,), lines=(3,)), Figure("a.png", (NEW,), lines=(3,))),
        (ListBlock(unlabelled([(OLD,), (Run("路"),)]), lines=(3,)),
         ListBlock(unlabelled([(NEW,), (Run("路"),)]), lines=(3,))),
        (Closing((ClosingLine((OLD,)),), (3,)), Closing((ClosingLine((NEW,)),), (3,))),
        (Entries((EntryRow((OLD,), (Run("路"),)),), (3,)),
         Entries((EntryRow((NEW,), (Run("路"),)),), (3,))),
        (Footnote("1", (OLD,), (3,)), Footnote("1", (NEW,), (3,))),
        (Verse(((OLD,),), (3,)), Verse(((NEW,),), (3,))),
        (Table((((OLD,), (Run("路"),)),), lines=(3,)),
         Table((((NEW,), (Run("路"),)),), lines=(3,))),
    ],
)
def test_words_are_put_into_every_kind_of_block(block: Block, wanted: Block) -> None:
    other = Paragraph((OLD,), (5,))
    given = Story("s01", "路", (other, block, other))
    assert reworded(given, answer(3, Do.REPLACE, "雨", "雪")).body == (other, wanted, other)


def test_words_are_put_into_the_parts_of_a_heading() -> None:
    given = Story(
        "s01", "雨停了", (), kicker="雨", deck="雨后", byline=Byline("（雨生）", ("雨生",), 9),
        source_lines=(1, 9), headline_line=2, deck_line=3,
    )
    change = [reworded(given, answer(n, Do.REPLACE, "雨", "雪")) for n in (1, 2, 3, 9, 4)]
    assert change == [
        replace(given, kicker="雪"), replace(given, headline="雪停了"), replace(given, deck="雪后"),
        replace(given, byline=Byline("（雪生）", ("雪生",), 9)), given,
    ]


def test_words_that_stand_twice_in_a_part_are_left() -> None:
    given = story("雨停了，又下雨。")
    assert reworded(given, answer(3, Do.REPLACE, "雨", "雪")) == given


def test_what_was_put_in_or_left_out_is_named_whole() -> None:
    answers = (answer(3, Do.REPLACE, "雨停", "雪停"), answer(5, Do.DROP), answer(9, Do.DROP))
    made, remarks = apply_answers(edition(story("雨停了。", "路通了。", "晴。"), answers=answers))
    assert texts(next(made.stories)) == ["雪停了。", "晴。"]
    assert [(r.kind, r.line, r.story, r.text) for r in remarks] == [
        ("answer_replaced", 3, 1, "雨停"), ("answer_dropped", 5, 1, "路通了。"),
    ]
    assert all(map(told_whole, remarks)) and "“雪停”" in remarks[0].message


THREE = (story("一。"), story("二。", id="s02", first=9), story("三。", id="s03", first=15))


def test_a_held_story_goes_and_the_remarks_of_the_others_are_numbered_anew() -> None:
    page = edition(*THREE, answers=(answer(9, Do.HOLD),))
    asked = [Diagnostic("missing_character", line=n * 6 - 3, story=n) for n in (1, 2, 3)]
    none = Diagnostic("converted")
    made, said = settled(page, *asked, none, Diagnostic("answer_dropped", line=9, story=2))
    assert [s.id for s in made.stories] == ["s01", "s03"] and [s.id for s in made.held] == ["s02"]
    assert said == [
        ("missing_character", 1), ("missing_character", 2), ("converted", None),
        ("answer_dropped", None), ("story_held", None),
    ]


def test_a_section_whose_stories_are_all_held_goes_too() -> None:
    page = Edition(
        "a", (Section("一", THREE[:1]), Section("二", THREE[1:])), answers=(answer(1, Do.HOLD),)
    )
    made, said = settled(page)
    assert [section.title for section in made.sections] == ["二"]
    assert said == [("story_held", None)]


@pytest.mark.parametrize(("line", "held"), [(1, True), (3, True), (4, False), (0, False)])
def test_a_story_is_held_by_any_of_its_lines(line: int, held: bool) -> None:
    made, said = settled(edition(*THREE, answers=(answer(line, Do.HOLD),)))
    assert bool(made.held) is held
    (last,) = settle_answers(edition(*THREE, answers=(answer(line, Do.HOLD),)), ())[1]
    assert (last.line, "lines 1 to 3" in last.message) == (1 if held else line, held)
    assert said == [("story_held" if held else "answer_stale", None)]


@pytest.mark.parametrize(
    ("do", "query", "left"),
    [
        (Do.KEEP, None, ["answer_dropped"]),
        (Do.KEEP, "wrap_joined", ["section_guessed", "answer_dropped"]),
        (Do.SPLIT, None, ["section_guessed", "answer_dropped"]),
        (Do.PARAGRAPH, None, ["wrap_joined", "answer_dropped"]),
    ],
)
def test_what_an_answer_settles_on_its_line(do: Do, query: str | None, left: list[str]) -> None:
    given = {"query": query} if query else {}
    page = edition(story("雨停了。"), answers=(answer(3, do, **given),))
    here = [Diagnostic(kind, line=3, story=1)
            for kind in ("wrap_joined", "section_guessed", "answer_dropped")]
    elsewhere = Diagnostic("wrap_joined", line=5, story=1)
    _, said = settled(page, *here, elsewhere)
    assert [kind for kind, _ in said] == [*left, "wrap_joined"]


USED: list[tuple[Do, int]] = [
    (Do.JOIN, 3), (Do.SPLIT, 5), (Do.HEADLINE, 1), (Do.DECK, 2), (Do.KICKER, 1),
    (Do.CROSSHEAD, 7), (Do.PARAGRAPH, 3), (Do.FURNITURE, 20),
]
UNUSED: list[tuple[Do, int, str]] = [
    (Do.JOIN, 4, "no paragraph follows"), (Do.JOIN, 7, "no paragraph follows"),
    (Do.JOIN, 5, "no paragraph follows"), (Do.SPLIT, 4, "begins no paragraph"),
    (Do.HEADLINE, 3, "cannot be a headline"), (Do.DECK, 1, "cannot be a deck"),
    (Do.KICKER, 3, "cannot be a kicker"), (Do.CROSSHEAD, 3, "cannot be a crosshead"),
    (Do.PARAGRAPH, 7, "cannot be a paragraph"), (Do.FURNITURE, 3, "cannot be a furniture"),
    (Do.REPLACE, 3, "just once"), (Do.DROP, 3, "no block"), (Do.HOLD, 30, "no story"),
    (Do.KEEP, 3, "nothing is asked"),
]


def page_with(*answers: Answer) -> Edition:
    blocks = (Paragraph((Run("雨停了路通。"),), (3, 5)), Paragraph((Run("晴。"),), (5,)),
              Crosshead(("路",), (7,)))
    whole = Story("s01", "路", blocks, kicker="山里", deck="雨停", source_lines=(1, 7),
                  headline_line=1, deck_line=2)
    return Edition("a", (Section(None, (whole,)),), furniture=(Furniture(20, "第3版"),),
                   answers=answers)


@pytest.mark.parametrize(("do", "line"), USED)
def test_an_answer_seen_at_work_is_not_named(do: Do, line: int) -> None:
    assert settled(page_with(answer(line, do)))[1] == []


@pytest.mark.parametrize(("do", "line", "why"), UNUSED)
def test_an_answer_that_did_nothing_says_why(do: Do, line: int, why: str) -> None:
    (stale,) = settle_answers(page_with(answer(line, do)), ())[1]
    assert (stale.kind, stale.line, stale.text) == ("answer_stale", line, "雨")
    assert stale.message.startswith(f"[[answers]] 1 (line {line}, {do}) was not used: ")
    assert why in stale.message and told_whole(stale)


def test_what_was_put_in_or_left_out_counts_as_used() -> None:
    done = [Diagnostic("answer_replaced", line=3), Diagnostic("answer_dropped", line=5)]
    page = page_with(answer(3, Do.REPLACE), answer(5, Do.DROP))
    assert [kind for kind, _ in settled(page, *done)[1]] == ["answer_replaced", "answer_dropped"]
    assert len(settled(page, *reversed([replace(d, line=8 - (d.line or 0)) for d in done]))[1]) == 4


def test_what_the_editor_calls_a_paragraph_is_no_pull_quote() -> None:
    quotes = (PullQuote((OLD,), (3,), "s01b01"), PullQuote((OLD,), (5,), "s01b02"))
    page = Edition(
        "a", (Section(None, (Story("s01", "路", quotes),)),), answers=(answer(3, Do.PARAGRAPH),)
    )
    (made,) = settled(page)[0].stories
    assert made.body == (Paragraph((OLD,), (3,), "s01b01"), quotes[1])


def test_without_answers_all_is_as_it_was() -> None:
    asked = (Diagnostic("wrap_joined", line=3, story=1),)
    assert settle_answers(edition(*THREE), asked) == (edition(*THREE), asked)
