"""What the passes say at their bounds: of several places the right one, windows of exact width."""

from __future__ import annotations

import pytest

from edition.errors import CannotSet
from edition.passes.ask_missing import ask_for_missing_characters
from edition.passes.find_pull_quotes import find_pull_quotes
from edition.passes.raise_queries import _clause, _unbalanced, raise_queries
from edition.passes.script import conversion
from edition.passes.script.conversion import Conversion
from edition.passes.script.housewords import HouseWords, house_words
from edition.passes.settle_forms import settle_forms
from edition.trade.regions import region_of
from edition.walk import Place
from passes_copy import edition, story, texts

HERE = (
    "近日，石城县龙岗乡的检查组走进山里，看望该县的老人。",
    "安远县组织人员对全县的水井做了检查。",
)


def kinds(*paragraphs: str) -> list[tuple[str, int | None]]:
    return [(r.kind, r.line) for r in raise_queries(edition(story(*paragraphs)))[1]]


@pytest.mark.parametrize("other", [
    "石城县龙岗乡大家说，“都赞成。", "石城县龙岗乡的人说,都赞成。",
    "还有不少老人，该村石城县龙岗乡都已登记。",
])
def test_only_a_neighbour_with_a_lost_opening_may_have_lost_a_place(other: str) -> None:
    remarks = raise_queries(edition(story(*HERE), story(other, first=11)))[1]
    assert any(r.story == 2 for r in remarks), "it raises another question"
    assert "mixed_in_text" not in {r.kind for r in remarks}


def test_a_paragraph_that_balances_hides_none_after_it() -> None:
    wrong = "雨停了，“路通了。"
    for first in ("雨停了。", "“雨停了。”", "”路通了，大家说“都来了。"):
        assert ("unbalanced_quote", 5) in kinds(first, wrong), first
    assert kinds("“雨停了。", "“路通了。”", wrong) == [("unbalanced_quote", 7)]
    assert kinds("“雨停了。”", wrong, "路通了。", "“晴。”", wrong) == [
        ("unbalanced_quote", 5), ("unbalanced_quote", 11)]


@pytest.mark.parametrize(("text", "at"), [
    ("", None), ("路通了", None), ("“路”", None), ("”路", 0), ("“路", 0), ("路“”“", 3),
    ("“‘路”", 3), ("“‘路’", 0), ("it’s ok”", 7), ("路’", 1), ("’路", None),
    ("“it’s”“", 6), ("《「路」》』", 5),
    ("（路", None),
])
def test_the_first_mark_without_a_partner(text: str, at: int | None) -> None:
    assert _unbalanced(text) == at


@pytest.mark.parametrize(("text", "at", "clause"), [
    ("晴，雨”了", 3, "雨”"), ("雨”了", 1, "雨”"), ("晴，雨；风”了，", 5, "风”"),
    ("晴，“一二三四五六七八九十一二三", 2, "“一二三四五六七八九十一"), ("晴，“一二", 2, "“一二"),
    ("晴" * 30 + "“一二三四五六七八九十一二", 30, "晴" * 12 + "“一二三四五六七八九十一"),
    ("晴" * 30 + "”", 30, "晴" * 23 + "”"),
])
def test_the_clause_shown_with_a_mark(text: str, at: int, clause: str) -> None:
    assert _clause(text, at) == clause


@pytest.mark.parametrize(("first", "second", "line"), [
    ("山里⼈。", "⽔流", 11), ("山里人。", "⽔流", 13), ("⼈", "水流", 11),
])
def test_radicals_are_told_at_the_first_line_that_has_one(
    first: str, second: str, line: int
) -> None:
    made, (told,) = settle_forms(edition(story("雨。"), story(first, second, id="s2", first=11)))
    assert (told.line, told.story, told.values["count"]) == (line, 2, (first + second).count("⼈")
                                                            + (first + second).count("⽔"))
    assert texts(list(made.stories)[1]) == [first.replace("⼈", "人"), second.replace("⽔", "水")]


@pytest.mark.parametrize(("same", "asked"), [(20, True), (19, False)])
def test_four_fifths_may_stand_at_the_end_of_both(same: int, asked: bool) -> None:
    whole = "路通了心就通了我们盼这条路盼了二十年孩子每天都能回家大家都很高兴"
    repeat = "雨后青山如洗"[: 25 - same] + whole[-same:]
    remarks = find_pull_quotes(edition(story(whole, repeat)))[1]
    assert bool(remarks) is asked


@pytest.mark.parametrize(("before", "asked"), [
    ("上午检查设备运行是否", True), ("守", False), ("", False),
])
def test_an_adverb_asks_after_a_whole_word(before: str, asked: bool) -> None:
    found = ask_for_missing_characters(edition(story(f"{before}正、水质是否达标。")))[1]
    assert bool(found) is asked


@pytest.mark.parametrize("length", [1, 39, 40, 41, 90])
def test_a_dictionary_that_changes_a_length_is_refused_and_shown(
    length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Conversion(region_of("zh-Hans"), region_of("zh-Hant-TW"), HouseWords())
    text = ("一二三四五六七八九十" * 9)[:length]
    monkeypatch.setattr(conversion, "in_script", lambda _, text: text.replace("一", "一一"))
    assert work.change("十二三", Place.TEXT) == "十二三"
    with pytest.raises(CannotSet) as refused:
        work.prepare([("二三四", Place.TEXT), (text, Place.TEXT), ("五", Place.TEXT)])
    assert text[:40] in str(refused.value) and (length < 41 or text[:41] not in str(refused.value))


@pytest.mark.parametrize("form", ["字", "十十十", "三個字母"])
def test_a_word_of_the_house_alone_may_have_another_length(form: str) -> None:
    house = house_words((("一二", form),), region_of("zh-Hant-TW"))
    work = Conversion(region_of("zh-Hans"), region_of("zh-Hant-TW"), house)
    changed = work.change("十一二三", Place.TEXT)
    assert len(changed) == 4, "every character keeps its place until all are changed"
    assert work.longer.written_out(changed) == f"十{form}三"
