"""Lines that tell of one another, what only weights set aside, and what training shows of it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

import edition
from bench.train.corpus import MarkedPage, invented
from bench.train.examples import example, manner_of, shown_examples
from bench.train.variants import variants
from edition.readers.labelling.labeller import label, label_scored, scored
from edition.readers.labelling.mates import Mates
from edition.readers.labelling.states import STATES, LineState
from edition.readers.labelling.surroundings import LabelLine
from edition.readers.labelling.weighttable import FORBIDDEN, read_weights, weights
from edition.readers.pasted.classified import classified_page
from edition.readers.pasted.copylines import CopyLine, page_lines
from edition.readers.pasted.doubts import asked_lines
from edition.readers.pasted.firmlines import firm, hardly_aside
from edition.readers.pasted.formsigns import signs
from edition.trade.bylines import own_line

S = LineState
COPY = "昨天上午，石湾村的渡槽修好了，三百亩旱地重新浇上了水，村里的老人都来看。"


def lines_of(*rows: str) -> tuple[CopyLine, ...]:
    return page_lines("\n".join(rows), "a")[0]


# --- mates

def test_mates_are_short_lines_of_one_shape_and_about_one_length() -> None:
    heads = ("渡槽修好了", "夜班公交进了新区", "新桥通车了", "老茶馆搬家了", "大雪封山七天")
    (group,) = Mates.of([text for head in heads for text in (head, COPY)]).groups
    places, shares = group
    assert list(places) == [0, 2, 4, 6, 8]
    assert shares[0, 1] == 0 and shares[0, 0] == 0 and shares[0, 2:].tolist() == [1 / 3] * 3


def test_lines_over_short_ones_and_families_are_mates_of_their_own() -> None:
    heads = ("渡槽修好了", "新桥通车了", "茶馆搬家了", "公交进新区")
    kickers = ("石湾村水利", "城东交通事", "老街百年店", "新区百姓事")
    lists = ("农业界（８人）", "教育界（９人）", "卫生界（７人）", "工会界（６人）")
    texts = [text for three in zip(kickers, heads, lists, strict=True)
             for text in (three[0], three[1], COPY, three[2], COPY)]
    groups = [list(places) for places, _ in Mates.of(texts).groups]
    assert sorted(groups) == [[0, 5, 10, 15], [1, 6, 11, 16], [3, 8, 13, 18]]


def test_three_lines_are_no_mates_and_add_nothing() -> None:
    three = ["渡槽修好了", COPY, "新桥通车了", COPY, "茶馆搬家了", COPY]
    assert Mates.of(three).groups == []
    lines = [LabelLine(text) for text in three]
    page = label_scored(scored(lines, weights()), {}, weights())
    assert not page.told.any()


def test_what_three_mates_are_makes_the_fourth_likelier_to_be_it() -> None:
    rows = ("渡槽修好了", COPY, "新桥通车了", COPY, "茶馆搬家了", COPY, "大雪封山了", COPY)
    lines = [LabelLine(text) for text in rows]
    free = label(lines)[6]
    told = {at: frozenset({S.CAPTION}) for at in (0, 2, 4)}
    given = scored(lines, weights())
    at = STATES.index(S.CAPTION)
    alone = label_scored(given, {}, weights()).chances[6, at]
    assert label_scored(given, told, weights()).chances[6, at] > alone
    assert free == label(lines)[6]


# --- what only weights set aside

FURNITURE = read_weights("menu=6\tF 9.00\nalways\tP 1.00\n")
MENU = "首页 新闻 体育 财经 图片 视频 天气 地图"


def test_weights_set_a_line_aside_that_no_form_does() -> None:
    lines = lines_of("渡槽修好了", COPY, MENU, COPY)
    assert S.FURNITURE not in firm(lines, signs(lines))[2]
    assert 2 in hardly_aside(lines, signs(lines), ())
    assert 1 not in hardly_aside(lines, signs(lines), ())
    assert 2 not in hardly_aside(lines, signs(lines), (2,))


def test_what_only_weights_set_aside_is_always_asked_about() -> None:
    rows = ("渡槽修好了", COPY, COPY, MENU, COPY, COPY)
    page = classified_page(lines_of(*rows), (), {})
    asked = {at for question in asked_lines(page) for at in question.places}
    looks = firm(page.lines, page.signs)
    for at, found in enumerate(page.found):
        if found.state is S.FURNITURE and S.FURNITURE not in looks[at]:
            assert at in asked


def test_a_date_before_words_over_the_copy_is_no_furniture() -> None:
    rows = ("2025年3月3日大雪封山", "水库今起蓄水", COPY, COPY)
    assert classified_page(lines_of(*rows), (), {}).state(0) is not S.FURNITURE


def test_no_line_that_form_settles_is_set_aside() -> None:
    lines = lines_of("渡槽修好了", "本报讯", COPY)
    assert firm(lines, signs(lines))[1] == {S.DATELINE}
    assert classified_page(lines, (), {}).state(1) is S.DATELINE


# --- heads of lists of names

NAMES = "、".join(map("".join, itertools.product("方林高陈孙王", ("晴", "小舟", "远", "国强"))))


def test_a_line_over_a_list_of_names_is_no_item_of_it() -> None:
    rows = ("理事会名单", "渔业界（２４人）", NAMES, "林业界（２４人）", NAMES,
            "教育界（２４人）", NAMES)
    lines = lines_of(*rows)
    allowed = firm(lines, signs(lines))
    assert all(S.ITEM not in allowed[at] for at in (1, 3, 5))
    assert all(S.ITEM in allowed[at] for at in (2, 4, 6))
    page = classified_page(lines, (), {})
    assert {page.state(at) for at in (1, 3, 5)} <= {S.CROSSHEAD, S.HEADLINE}


# --- pen names

@pytest.mark.parametrize(("text", "names"), [
    ("作者 | 阿七、小田", ("阿七", "小田")), ("作者：阿七", ("阿七",)), ("作者：新华社", None),
    ("作者：一个普通读者", None), ("作者：不详", None),
])
def test_pen_names_behind_a_role_and_a_rule(text: str, names: tuple[str, ...] | None) -> None:
    found = own_line(text)
    assert (found.names if found else None) == names


# --- a few sentences under a head

@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", [
    "春天来了", "新书出版", "小城的桥", "大风", "短讯一则", "市政府开会", "我的家乡", "天气转冷",
])
@pytest.mark.parametrize("copy", [
    ("今天天气很好。", "明天会下雨。"), ("桥修好了。", "人们很高兴。"),
])
def test_two_short_sentences_under_a_head_are_a_story(
    head: str, gap: str, copy: tuple[str, str]
) -> None:
    read = edition.read(edition.Source("toy.txt", gap.join((head, *copy)).encode()))
    (section,) = read.edition.sections
    (story,) = section.stories
    assert (section.title, story.headline, len(story.body)) == (None, head, 2)
    assert read.edition.furniture == ()


# --- training

def test_a_page_shows_where_its_paper_prints_bylines() -> None:
    assert manner_of("HpPBHpB") == "after" and manner_of("HbpHbp") == "before"
    assert manner_of("HpPHp") == "none"
    assert manner_of("HbpHpB") == "" and manner_of("HpB") == ""


def test_every_third_example_tells_the_manner() -> None:
    pages = list(itertools.islice(invented(), 12))
    told = [one.manner for one in shown_examples(pages)]
    wanted = [manner_of(example(page).letters) for page in pages]
    assert told == [manner if at % 3 == 0 else "" for at, manner in enumerate(wanted)]
    assert any(told)


def test_the_manner_of_a_house_has_weights_of_its_own() -> None:
    found = weights().features
    under, over = STATES.index(S.BYLINE_UNDER), STATES.index(S.BYLINE_OVER)
    after, before = found["house-bylines=after"], found["house-bylines=before"]
    assert after[under] - after[over] > before[under] - before[over]
    assert found["house-bylines=none"][[under, over]].max() <= 0


def test_tiny_copies_are_a_headline_and_two_clauses() -> None:
    tiny = [
        copy for page in invented() for copy in variants(page, 1, 0) if copy.name.endswith("~tiny")
    ]
    assert len(tiny) > 30
    for page in tiny:
        assert [line.letter for line in page.lines] == ["H", "P", "P"]
        assert all(line.text.count("。") == 1 for line in page.lines[1:])
    assert tiny == [
        copy for page in invented() for copy in variants(page, 1, 0) if copy.name.endswith("~tiny")
    ]
    assert isinstance(tiny[0], MarkedPage)


def test_a_forbidden_step_is_taken_where_the_editor_asks_for_it() -> None:
    lines = [LabelLine(text) for text in ("渡槽修好了", COPY)]
    told = {0: frozenset({S.CROSSHEAD}), 1: frozenset({S.HEADLINE})}
    page = label_scored(scored(lines, weights()), told, weights())
    assert [found.state for found in page.found] == [S.CROSSHEAD, S.HEADLINE]
    assert np.isfinite(page.chances).all() and FORBIDDEN < 0
