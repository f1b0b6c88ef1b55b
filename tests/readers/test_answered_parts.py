"""Answers that say what a line is, one verb each; answers whose line has moved."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable

import pytest

from each_file import read_each
from edition import build
from edition.answering import ROLES, Answer, Do
from edition.errors import Confidence, Diagnostic, Severity
from edition.messages.texts import Phrase
from edition.model import (
    Edition,
    Entries,
    Figure,
    ListBlock,
    Note,
    Story,
    Verse,
    block_text,
    plain,
)
from edition.readers import Read
from edition.readers.labelling.asking import NAMED
from edition.readers.labelling.states import PARTS
from edition.readers.sources import Source
from edition.render.editor.snippets import snippet
from edition.storyjson.jsontext import from_json, to_json

LONG = "清早的雾还没有散，村口已经站满了人，大家都在等第一辆班车开进山来，路边摆了三张桌子。"
MORE = "新路有十二公里长，翻过两道山梁，把六个村子同镇上的集市连在了一起，运菜的车再不用绕过河谷。"
PAGE = f"""\
山里的新路修好了

{LONG}

柳河镇的早晨

{MORE}

（方晴）

镇上的集市搬进了新棚

{LONG}

{MORE}

（李明）
"""
AT = 5
WORDS = "柳河镇的早晨"


def read(answers: str, page: str = PAGE) -> Read:
    return build.repair(read_each([Source("page.txt", page.encode(), answers.encode())])[0])


def answer(line: int, text: str, do: str) -> str:
    return f'[[answers]]\nline = {line}\ntext = "{text}"\ndo = "{do}"\n'


def kinds(found: Read) -> set[str]:
    return {remark.kind for remark in found.diagnostics}


def holds(edition: Edition, *types: type) -> bool:
    return any(
        isinstance(block, types) and WORDS in block_text(block)
        for story in edition.stories for block in story.body
    )


SHOWN: dict[Do, Callable[[Edition], bool]] = {
    Do.SECTION: lambda e: any(section.title == WORDS for section in e.sections),
    Do.BYLINE: lambda e: any(s.byline and WORDS in s.byline.raw for s in e.stories),
    Do.CAPTION: lambda e: any(
        isinstance(block, Figure) and plain(block.caption) == WORDS
        for s in e.stories for block in s.body
    ),
    Do.CREDIT: lambda e: any(
        isinstance(block, Figure) and block.credit == WORDS for s in e.stories for block in s.body
    ),
    Do.NOTE: lambda e: holds(e, Note),
    Do.LIST: lambda e: holds(e, ListBlock, Entries),
    Do.VERSE: lambda e: holds(e, Verse),
}


@pytest.mark.parametrize("do", sorted(SHOWN))
def test_every_verb_makes_the_line_what_it_names(do: Do) -> None:
    found = read(answer(AT, WORDS[:3], do))
    assert SHOWN[do](found.edition)
    assert not {"answer_stale", "not_conserved", "part_unsure"} & {
        r.kind for r in found.diagnostics if r.line == AT
    }
    assert all(not SHOWN[other](found.edition) for other in SHOWN if other is not do)


def test_every_verb_that_names_a_part_has_states_and_the_json_knows_all() -> None:
    assert set(NAMED) == set(ROLES)
    given = tuple(Answer("[[answers]] 1", 1, "题", do) for do in Do if do is not Do.REPLACE)
    page = Edition.build("page", [Story.of("题", ["一段。"])], answers=given)
    assert from_json(to_json(page)).answers == given


def test_an_answer_that_cannot_be_carried_out_is_stale() -> None:
    last = PAGE.rstrip("\n").count("\n") + 1
    found = read(answer(last, "李明", "section"))
    assert "answer_stale" in kinds(found) and "not_conserved" not in kinds(found)


def test_an_answer_moves_with_its_line_and_is_told() -> None:
    for do in ("note", "crosshead", "verse"):
        told = answer(AT, WORDS, do)
        found, moved = read(told), read(told, f"山城日报\n\n{PAGE}")
        (said,) = (r for r in moved.diagnostics if r.kind == "answer_moved")
        assert (said.severity, said.line, said.text) == (Severity.INFO, AT + 2, WORDS)
        assert {"5", "7"} <= set(re.findall(r"\d+", said.message))
        assert "answer_stale" not in kinds(moved) and "answer_moved" not in kinds(found)
        where = {b.lines: type(b) for s in moved.edition.stories for b in s.body}
        here = {b.lines: type(b) for s in found.edition.stories for b in s.body}
        assert where[AT + 2,] is here[AT,]


def test_an_answer_beyond_the_end_of_a_shorter_copy_moves_too() -> None:
    found = read(answer(400, "柳河镇", "note"))
    assert SHOWN[Do.NOTE](found.edition) and "answer_moved" in kinds(found)


@pytest.mark.parametrize("text", ["清早的雾", "没有的字"])
def test_text_in_several_lines_or_in_none_is_stale(text: str) -> None:
    found = read(answer(1, text, "note"))
    assert "answer_stale" in kinds(found) and "answer_moved" not in kinds(found)


def test_a_moved_answer_keeps_its_line_in_the_copy_of_a_mail() -> None:
    head = "From: a@b.cn\nTo: c@d.cn\nSubject: 稿件\nDate: Mon, 2 Nov 2026 08:00:00 +0800\n\n"
    side = 'copied_from = "mail"\n' + answer(1, "Subject", "paragraph")
    found = read(side, f"X-Note: a\n{head}{PAGE}")
    assert "not_conserved" not in kinds(found) and "answer_moved" in kinds(found)
    assert any("Subject: 稿件" in s.text or "Subject" in s.headline for s in found.edition.stories)


def unsure(part: str, other: str) -> Diagnostic:
    return Diagnostic("part_unsure", {
        "part": Phrase(f"as_{part}"), "other": Phrase(f"as_{other}"), "chance": 40,
        "other_chance": 30,
    }, 1, text="题", confidence=Confidence.WEAK)


@pytest.mark.parametrize(("part", "other", "first"), [
    ("crosshead", "headline", ["crosshead", "headline"]), ("item", "verse", ["list", "verse"]),
    ("row", "note", ["list", "note"]), ("jump", "byline", ["byline", "headline"]),
])
def test_the_likely_parts_are_offered_first(part: str, other: str, first: list[str]) -> None:
    told = snippet(unsure(part, other), ["题"], None)
    offered = [line.split('"')[1] for line in told.splitlines() if line.startswith("# do")]
    assert offered[:2] == first and sorted(offered) == sorted(ROLES)
    assert {part, other} <= set(PARTS.values())
    for do in offered:
        rows = [row for row in told.splitlines() if row[0] != "#" and "query" not in row]
        table = "\n".join(f'do = "{do}"' if row.startswith("do") else row for row in rows)
        assert tomllib.loads(table)["answers"][0]["do"] == do


def test_an_answer_mends_its_neighbours() -> None:
    """A deck stands under a headline: what is above it is read again."""
    page = f"{WORDS}\n\n{PAGE}"

    def top(side: str) -> str:
        return build.explain(Source("page.txt", page.encode(), side.encode()), 1)[0].part

    assert top("") != "headline"
    assert top(answer(3, "山里", "deck")) == "headline"
    assert next(read(answer(3, "山里", "deck"), page).edition.stories).headline == WORDS


def test_the_model_still_shows_what_an_answer_is() -> None:
    assert Answer("[[answers]] 1", 1, "题", Do.NOTE).do is Do("note")
