"""Whole pages in another script: persons, words across borders, Traditional copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import build
from edition.model import Edition

PAGES = Path(__file__).resolve().parent.parent / "cases" / "whole"


def text_of(edition: Edition) -> str:
    return "\n".join(story.text for story in edition.stories)


def converted(name: str, tag: str) -> tuple[str, list[str]]:
    done = build.convert(build.read(PAGES / name).edition, tag)
    return text_of(done.edition), [d.kind for d in done.diagnostics]


@pytest.mark.parametrize("tag", ["zh-Hant-TW", "zh-Hant-HK"])
def test_a_person_has_one_name_in_head_byline_and_text(tag: str) -> None:
    text, kinds = converted("trad_persons.txt", tag)
    for name, times in (
        ("于海濤", 5), ("余國強", 1), ("范玉芝", 2), ("岳長松", 2), ("干國棟", 2), ("游松齡", 2),
        ("郁文志", 3), ("涂小雲", 1), ("黨委宣傳部 余秀蘭", 1), ("沈松濤", 1), ("雲中岳", 1),
    ):
        assert text.count(name) == times, name
    assert not set("於餘範嶽遊鬱塗") & set(text.replace("於是", "").replace("範圍", ""))
    assert "一條是別只在發" in text and "人云亦云" in text
    assert kinds.count("name_form") == 1, "云 is asked about once"


def test_words_are_whole_across_the_phrases_of_the_dictionary() -> None:
    text, kinds = converted("trad_words.txt", "zh-Hant-TW")
    for words in (
        "八點贊成的人", "參加比賽", "麵粉和面貌，方便麵和對面", "曬乾的蘿蔔乾分給幹活的人，若干人",
        "製造廠制定了制度，複製的圖紙複查了三遍，複雜的地方答覆得很清楚", "茶几很小",
        "颱風過後，台州的舞臺", "瞭解情況的人了了幾句，明瞭的事", "（鍾　準）",
    ):
        assert words in text, words
    assert kinds.count("name_form") == 1


def test_traditional_copy_is_said_once_and_left_as_it_is() -> None:
    read = build.read(PAGES / "trad_source.txt")
    assert read.edition.language == "zh-Hant-TW"
    assert [d.kind for d in read.diagnostics if d.kind == "script_seen"] == ["script_seen"]
    done = build.convert(read.edition, "zh-Hant-TW")
    assert (text_of(done.edition), done.diagnostics) == (text_of(read.edition), ())


def test_traditional_copy_becomes_simplified_and_hong_kong() -> None:
    text, kinds = converted("trad_source.txt", "zh-Hans")
    assert kinds == ["converted"]
    for words in (
        "台中旧城的修钟人", "“只要舍得花时间", "范增祥的孙女了解祖父", "着急不得", "干净的布",
    ):
        assert words in text, words
    text, _ = converted("trad_source.txt", "zh-Hant-HK")
    for words in ("老街裏", "范增祥説", "吃麪只吃寬麪", "着急不得", "北斗鎮的麪線"):
        assert words in text, words
