"""Families of short lines read alike, pages of many doubts, and what only weights set aside."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

import edition
from edition.messages.texts import Phrase
from edition.readers.labelling.families import FamilyTie, families, label_alike
from edition.readers.labelling.labeller import label, scored
from edition.readers.labelling.states import PARTS, LineState
from edition.readers.labelling.storysigns import may_be_of_a_site
from edition.readers.labelling.surroundings import LabelLine, features
from edition.readers.labelling.weighttable import SURE, read_weights, weights
from edition.readers.pasted.classified import classified_page
from edition.readers.pasted.copylines import page_lines
from edition.readers.pasted.doubts import asked_lines

S = LineState
COPY = "昨天上午，石湾村的渡槽修好了，三百亩旱地重新浇上了水，村里的老人都来看。"
ROWS = ("名单公布", COPY, "农业界（８人）", COPY, "教育界（９人）", COPY, "卫生界（１２人）", COPY)
LINES = [LabelLine(text, int(at > 0)) for at, text in enumerate(ROWS)]
KIN = (2, 4, 6)


def _ties(
    lines: Sequence[LabelLine], allowed: Mapping[int, frozenset[LineState]], told: Collection[int]
) -> dict[int, FamilyTie]:
    return families(scored(lines, weights()), allowed, told)


def test_lines_of_one_pattern_are_one_part() -> None:
    found = label_alike(LINES, {}, ())
    assert len({PARTS[found[at].state] for at in KIN}) == 1
    assert len({found[at].chance for at in KIN}) == 1
    tied = _ties(LINES, {}, ())
    assert set(tied) == set(KIN) and {tie.lines for tie in tied.values()} == {3}


def test_two_lines_and_lines_without_marks_are_no_family() -> None:
    assert _ties(LINES[:6], {}, ()) == {}
    plain = [replace(line, text=line.text.partition("（")[0]) for line in LINES]
    assert _ties(plain, {}, ()) == {}
    assert label_alike(plain, {}, ()) == label(plain)
    assert label_alike([], {}, ()) == [] and _ties([], {}, ()) == {}


@pytest.mark.parametrize("state", [S.CROSSHEAD, S.ITEM, S.CAPTION])
def test_one_answer_settles_the_family(state: LineState) -> None:
    found = label_alike(LINES, {2: frozenset({state})}, {2})
    assert [PARTS[found[at].state] for at in KIN] == 3 * [PARTS[state]]


def test_answers_that_differ_part_the_family() -> None:
    told = {2: frozenset({S.CROSSHEAD}), 4: frozenset({S.ITEM})}
    assert _ties(LINES, told, told) == {}


def test_a_line_that_cannot_be_what_its_family_is_stays_what_it_may_be() -> None:
    allowed = {4: frozenset({S.VERSE, S.NOTE})}
    found = label_alike(LINES, {**allowed, 2: frozenset({S.CROSSHEAD})}, {2})
    assert found[4].state in allowed[4] and PARTS[found[6].state] == "crosshead"


# --- doubt

def test_a_page_of_many_doubts_is_judged_less_sharply() -> None:
    known = replace(weights(), sharpness=0.6, dulling=1.0)
    assert known.sharpness_at(SURE) == known.sharpness_at(1.0) == 0.6
    assert known.sharpness_at(SURE - 0.1) == pytest.approx(0.5)
    assert known.sharpness_at(0.0) == 0.4
    assert replace(known, dulling=0.0).sharpness_at(0.1) == 0.6
    assert replace(known, sharpness=0.3).sharpness_at(0.1) == 0.3


def test_the_table_says_how_much_less() -> None:
    found = read_weights("# sharpness 0.5\n# dulling 1.3\n# pages 3, lines 9\n>H\tp 1.25\n")
    assert (found.sharpness, found.dulling) == (0.5, 1.3)
    assert read_weights("# made by hand\n").dulling == 0.0


def test_less_sharpness_changes_no_reading_and_states_less() -> None:
    sharp = replace(weights(), dulling=0.0)
    dull = replace(sharp, dulling=5.0)
    lines = [LabelLine(text, 0) for text in ("渡口副刊", "谜语", "第二版", "古越", COPY, "十七")]
    one, two = (label(lines, {}, known) for known in (sharp, dull))
    assert [line.state for line in one] == [line.state for line in two]
    assert np.mean([line.chance for line in two]) < np.mean([line.chance for line in one]) < SURE


# --- what a site adds

@pytest.mark.parametrize(("text", "may"), [
    ("责任编辑｜张玥", True), ("2019-03-18 23:59", False), ("更新 2019-03-18 23:59", True),
    ("（点击查看更多）", True),
    ("作者：余乐　（来源：羊城晚报）", False), ("本报记者　林向晴　编辑：周平", False),
    ("渡槽修好了", False), ("他说，点击量一天就过了万。网站的人都没想到。", False),
])
def test_words_of_a_site(text: str, may: bool) -> None:
    assert may_be_of_a_site([COPY, text, COPY], 1, inner=False) is may


def test_a_short_line_beside_one_of_a_site_may_be_of_it_too() -> None:
    rows = ["突發", "更新 2019-03-18 23:59", "2019-03-18 23:59"]
    for at in range(3):
        assert may_be_of_a_site(rows, at, inner=True) and may_be_of_a_site(rows, at, inner=False)
    assert not may_be_of_a_site([COPY, "更新 2019-03-18 23:59"], 0, inner=False)


def test_inside_a_story_one_word_of_a_site_sets_nothing_aside() -> None:
    for text in ("上一篇", "（点击查看更多）"):
        assert may_be_of_a_site([COPY, text, COPY], 1, inner=False)
    assert not may_be_of_a_site([COPY, "上一篇", COPY], 1, inner=True)
    assert not may_be_of_a_site([COPY, "分享到最后一碗粥", COPY], 1, inner=False)


def test_what_only_weights_set_aside_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(("渡槽修好了", COPY, "更多内容请点击查看原文", COPY, COPY))
    lines, _ = page_lines(text, "page")
    page = classified_page(lines, (), {})
    aside = replace(page.found[2], state=S.FURNITURE, chance=0.8)
    page = replace(page, found=(*page.found[:2], aside, *page.found[3:]))
    assert 2 in {at for asked in asked_lines(page) for at in asked.places}
    page = replace(page, told={2: frozenset({S.FURNITURE})})
    assert 2 not in {at for asked in asked_lines(page) for at in asked.places}
    monkeypatch.setattr("edition.readers.pasted.doubts._ASIDE", 0.7)
    page = replace(page, told={})
    assert 2 not in {at for asked in asked_lines(page) for at in asked.places}


# --- how stories open, what a caption shows

def named(rows: list[str], at: int) -> set[str]:
    return set(features([LabelLine(row) for row in rows])[at])


@pytest.mark.parametrize(("opening", "name"), [
    ("昨天上午，", "day"), ("他说，", "goes-on"), ("此外，", "goes-on"), ("据本报报道，", "news"),
    ("“我不走，", "quote"), ("王某说，", "known"),
])
def test_how_the_copy_below_opens(opening: str, name: str) -> None:
    assert f"opens={name}" in named([COPY, "渡槽修好了", opening + COPY[5:]], 1)


@pytest.mark.parametrize(("text", "name"), [
    ("阿玫（中）和兒子在店裡。", "side"), ("兩人在會晤前握手。美聯社", "agency"),
    ("村民正在采摘茶叶。", "scene"),
])
def test_what_a_caption_shows(text: str, name: str) -> None:
    assert name in named([COPY, text, COPY], 1)
    assert not {"side", "agency", "scene"} & named([COPY, "渡槽修好了", COPY], 1)


def test_a_family_is_told_as_what_decided() -> None:
    source = edition.Source("page.txt", "\n\n".join(ROWS).encode())
    (found,) = edition.explain(source, 2 * KIN[0] + 1)
    assert isinstance(found.decided, Phrase)
    assert (found.decided.key, found.decided.values) == ("decided_family", {"count": 3})
    (other,) = edition.explain(source, 2 * KIN[1] + 1)
    assert (other.part, other.chance) == (found.part, found.chance)
