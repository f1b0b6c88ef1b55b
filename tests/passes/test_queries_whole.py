"""Each question whole: its kind, its line, its story, the words it shows, and how sure it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.errors import Confidence, Diagnostic
from edition.model import Byline, Crosshead, Paragraph, Story
from edition.passes import ask_places as places
from edition.passes.ask_missing import ask_for_missing_characters
from edition.passes.raise_queries import raise_queries
from passes_copy import edition, story
from told import told_whole

CERTAIN, PROBABLE, WEAK = Confidence.CERTAIN, Confidence.PROBABLE, Confidence.WEAK
Asked = tuple[str, int | None, int | None, str | None, Confidence | None]


def asked(*stories: Story) -> list[Asked]:
    remarks = raise_queries(edition(*stories))[1]
    assert all(map(told_whole, remarks))
    return [(r.kind, r.line, r.story, r.text, r.confidence) for r in remarks]


def missing(*stories: Story) -> list[Diagnostic]:
    return list(ask_for_missing_characters(edition(*stories))[1])


def test_a_mark_that_closes_another_has_no_partner() -> None:
    found = asked(story("雨停了。", "他说，“路’通了，大家都来了。"))
    assert found == [("unbalanced_quote", 5, 1, "“路’", CERTAIN)]
    assert asked(story("他说，“路‘通’了”，“大家都来了”。")) == []


def test_the_clause_of_an_opening_mark_ends_twelve_characters_on() -> None:
    found = asked(story("雨停了，“路通了，大家都出来了，孩子跑在前面。"))
    assert found == [("unbalanced_quote", 3, 1, "“路通了，大家都出来了，", CERTAIN)]


def test_the_clause_of_a_closing_mark_begins_where_its_clause_does() -> None:
    shown = [text for kind, _, _, text, _ in asked(story("集体归村里”的办法，大家都赞成。"))
             if kind == "unbalanced_quote"]
    assert shown == ["集体归村里”"]
    long = "雨后青山如洗" * 5
    assert asked(story(f"晴，{long}”了。"))[0][3] == f"{long}”"[-24:]


def test_speech_may_open_each_paragraph_anew_but_only_with_its_own_mark() -> None:
    assert asked(story("“雨停了。", "“路通了。”")) == []
    assert asked(story("“雨停了。", "‘路通了。’"))[0][:3] == ("unbalanced_quote", 3, 1)
    assert asked(story("“雨停了。", "路通了。"))[0][:3] == ("unbalanced_quote", 3, 1)


def test_german_marks_open_low_and_close_with_the_chinese_opening_one() -> None:
    text = "Der Kai ist „endlich offen“, sagte sie. „Er sagte ‚gut‘ dazu“, und „so”."
    assert asked(story(text)) == []
    assert asked(story("„Früher zog ich umher.", "„Jetzt nicht mehr.“")) == []
    found = asked(story("Der Kai ist „endlich offen, sagte sie."))
    assert [one[:3] for one in found] == [("unbalanced_quote", 3, 1)]
    assert asked(story("10‚5 公里的路，昨天通了车。")) == []


def test_an_apostrophe_is_no_mark() -> None:
    assert asked(story("他说，It’s ok，路通了。")) == []
    assert asked(story("他说，路a’s路通了。")) == []
    found = asked(story("雨停了。", "路a路’通了。"))
    assert found == [("unbalanced_quote", 5, 1, "路a路’", CERTAIN)]


@pytest.mark.parametrize(
    ("text", "kind", "shown", "confidence"),
    [
        ("集体归村里”的办法，大家都赞成。", "lost_opening", "集体归村里”", CERTAIN),
        ("”的办法，大家都赞成。", "lost_opening", "”", CERTAIN),
        ("走路要半天，现在要十分钟。”老人说，路好了。", "lost_opening_unsure",
         "走路要半天，现在要十分钟。”", WEAK),
        ("，大家都赞成这个办法，说得好。", "lost_opening", "，大家都赞成这个办法，说", CERTAIN),
        ("工建设，今年11月建成投入使用，方便村民。", "lost_opening", "工建设，今年11月建成投",
         CERTAIN),
        ("工建设，今年11月在青山县建成投入使用。", "lost_opening", "工建设，今年11月在青山",
         PROBABLE),
        ("工建设，村民们都说好。", "lost_opening_unsure", "工建设，村民们都说好。", PROBABLE),
        ("工建设，村民们都说这条路修得又快又好，很高兴。", "lost_opening_unsure",
         "工建设，村民们都说这条路", PROBABLE),
    ],
)
def test_a_lost_opening(text: str, kind: str, shown: str, confidence: Confidence) -> None:
    assert (kind, 3, 1, shown, confidence) in asked(story(text))


@pytest.mark.parametrize(
    "text",
    ["工建设，村民都说好。", "工建设得又快又好，今年11月建成。", "工好，今年11月建成投入使用了。",
     "雨山路，今年11月建成投入使用了。", "大建设，今年11月建成投入使用了。"],
)
def test_a_whole_word_or_no_verb_after_one_character_opens_a_story(text: str) -> None:
    assert asked(story(text)) == []


def test_an_opening_is_looked_at_in_the_first_paragraph_only() -> None:
    assert asked(story("雨停了。", "，大家都赞成这个办法。")) == []
    assert asked(story("#路通了", "，大家都赞成。", byline=Byline("方晴", ("方晴",)))) == []


def test_half_width_marks_are_all_named_and_the_first_is_shown() -> None:
    (found,) = raise_queries(edition(story("民宿业者说,路一断,订房取消了七成!大家都来了。")))[1]
    assert (found.kind, found.text) == ("half_width_punctuation", "宿业者说,路一断,订")
    assert found.message == "Half-width marks stand in Chinese text, 3 in all: ,×2 !."
    (near,) = raise_queries(edition(story("他说,路断了。")))[1]
    assert near.text == "他说,路断了。"


def test_an_adverb_before_its_subject() -> None:
    text = "还有不少老人，该村都已登记，一共一百多人。"
    assert asked(story("雨停了。", text)) == [("suspect_opening", 5, 1, text[:14], WEAK)]


def test_a_crosshead_may_be_a_headline_where_nothing_parts_the_stories() -> None:
    bare = ("雨停了。", "#路通了", "大家都来了。")
    assert asked(story(*bare)) == [("crossheads_or_headlines", 5, 1, "路通了", WEAK)]
    assert asked(story(*bare, byline=Byline("方晴", ("方晴",)))) == []
    assert asked(story(*bare, dateline="本报讯")) == []
    assert asked(story("本报讯（记者 方晴）雨停了。", *bare[1:])) == []
    assert asked(story("雨停了。", "#一、路通了", "晴了。", "#（二）桥通了")) == []
    both = story("雨停了。", "#一、路通了", "晴了。", "#桥通了", "#渠通了")
    assert asked(both) == [("crossheads_or_headlines", 5, 1, "一、路通了", WEAK)]
    parts = replace(both, body=(both.body[0], Crosshead(("桥通了", "渠也通了"), (5, 6), "s01b02")))
    assert asked(parts) == []
    assert len(asked(story("雨停了。", "#一、路通了", "晴了。", "#桥通了"))) == 1


def test_questions_come_in_the_order_of_the_copy() -> None:
    first = story("还有不少老人，该村都已登记。", "民宿业者说,路断了。", "“雨停了。")
    second = story("“路通了。", id="s02", first=11)
    assert [(kind, line) for kind, line, *_ in asked(first, second)] == [
        ("suspect_opening", 3), ("half_width_punctuation", 5), ("unbalanced_quote", 7),
        ("unbalanced_quote", 11),
    ]


HERE = (
    "近日，石城县龙岗乡的检查组走进山里，看望该县的老人。",
    "安远县组织人员对全县的水井做了检查。",
)
LOST = "集体归村里”的办法，石城县龙岗乡大家都赞成。"
CONFLICT = "The story is set in 石城县 in line {} and in 安远县 in line {}."


def test_what_has_no_line_is_asked_before_what_has_one() -> None:
    page = story("他说，“路通了。", "还有不少老人，该村都已登记，一共一百多人。", first=1)
    lineless = replace(page.body[1], lines=())
    found = asked(replace(page, body=(page.body[0], lineless)))
    assert [(kind, line) for kind, line, *_ in found] == [
        ("suspect_opening", None), ("unbalanced_quote", 1)]


def test_a_county_is_told_by_a_name_of_three_characters() -> None:
    back = "的路通了，该县的人都来了。"
    assert "place_conflict" not in {kind for kind, *_ in asked(story(f"费县{back}", f"莒县{back}"))}
    (one,) = [said for said in asked(story(f"沂水县{back}", f"青田县{back}"))
              if said[0] == "place_conflict"]
    assert one == ("place_conflict", 5, 1, "青田县", CERTAIN)
    three = story(f"沂水县{back}", f"青田县{back}", f"沂水县{back}")
    assert "place_conflict" not in {kind for kind, *_ in asked(three)}


@pytest.mark.parametrize("before", [True, False])
def test_a_place_strayed_in_from_the_neighbour_whose_opening_is_lost(before: bool) -> None:
    own, other = (11, 3) if before else (3, 11)
    stories = [story(*HERE, first=own), story(LOST, first=other, headline="石城的路")]
    remarks = raise_queries(edition(*(reversed(stories) if before else stories)))[1]
    strayed, conflict = (r for r in remarks if r.story == (2 if before else 1))
    assert (strayed.kind, strayed.line, strayed.text) == ("mixed_in_text", own, "石城县龙岗乡")
    assert (strayed.suggestion, strayed.confidence) == ("安远县", PROBABLE)
    assert "“石城的路”" in strayed.message
    assert (conflict.kind, conflict.line, conflict.text) == ("place_conflict", own + 2, "安远县")
    assert conflict.message == CONFLICT.format(own, own + 2)


@pytest.mark.parametrize(
    "lost",
    ["集体归村里”的办法，石城县大家都赞成。", "集体归村里”的办法，龙岗乡大家都赞成。",
     "石城县龙岗乡大家都赞成。"],
)
def test_a_neighbour_must_name_county_and_township_and_have_lost_its_opening(lost: str) -> None:
    remarks = raise_queries(edition(story(*HERE), story(lost, first=11)))[1]
    assert [r.kind for r in remarks if r.story == 1] == ["place_conflict"]


def test_a_story_two_places_away_is_no_neighbour() -> None:
    stories = (story(*HERE), story("雨停了。", first=11), story(LOST, first=21))
    assert "mixed_in_text" not in {kind for kind, *_ in asked(*stories)}
    assert "mixed_in_text" not in {kind for kind, *_ in asked(*reversed(stories))}


def test_a_missing_character_is_shown_with_what_stands_around_it() -> None:
    (found,) = missing(story("大家都知道雨停的时大家都出来了看看。"))
    assert (found.kind, found.line, found.story) == ("missing_character", 3, 1)
    assert (found.text, found.suggestion) == ("道雨停的时大家都出", "道雨停的时候大家都出")
    assert found.confidence is PROBABLE and told_whole(found)
    (early,) = missing(story("雨停的时大家都出来了。"))
    assert (early.text, early.suggestion) == ("雨停的时大家都出", "雨停的时候大家都出")
    (other,) = missing(story("雨停了。"), story("上午检查设备运行是否正、水质是否达标。", first=9))
    assert (other.line, other.story, other.text) == (9, 2, "运行是否正、水质是")
    assert other.suggestion is None


@pytest.mark.parametrize(
    "text", ["大家守正、创新。", "雨停的时候，路通了。", "他正要走。", "他们工作的时长都一样。"]
)
def test_whole_words_are_not_missed(text: str) -> None:
    assert missing(story(text)) == []


@pytest.mark.parametrize("text", [
    "南康县修路，该县去年通车。", "修路的南康县，全县通车。", "南康县、上犹县修路，该县去年通车。",
    "全县都修路。", "据县志记载，全县都修路。", "路。南康县通，该县去年通车。",
    "积石山保安族东乡族撒拉族自治县，全县。",
    "，南康县全县", "南康县", "乙甲县，该县", "全县" * 3000,
])
def test_words_are_told_apart_only_where_a_county_may_stand(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = story(text).body
    assert isinstance(block, Paragraph)
    short = list(places._claim(block))
    monkeypatch.setattr(places, "_may_name_one", lambda text: True)
    assert short == list(places._claim(block))
