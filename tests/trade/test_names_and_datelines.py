"""The vocabulary of the trade: bylines, names, datelines, words, surnames in a change of script."""

from __future__ import annotations

import pytest

from edition.trade.bylines import bare_names, bracketed_names, glued, names_in, own_line
from edition.trade.datelines import dateline_of, opens_report, opens_signed
from edition.trade.names import is_name
from edition.trade.script.surnames import TRADITIONAL, surname_starts, surnames_in
from edition.trade.words import spans_word, words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（方晴 何江）", ("方晴", "何江")),
        ("【记者 方晴】", ("方晴",)),
        ("■方晴", ("方晴",)),
        ("□ 方晴", ("方晴",)),
        ("本报记者 方晴 何江 文/图", ("方晴", "何江")),
        ("记者林美玲台北報導", ("林美玲",)),
        ("本报记者 方晴/台北报道", ("方晴",)),
        ("记者：方晴", ("方晴",)),
        ("记者 刘 晨", ("刘晨",)),
        ("记者刘 晨 何江", ("刘晨", "何江")),
        ("文/方晴 图/何江", ("方晴", "何江")),
        ("方晴 编译", ("方晴",)),
        ("（作者系退休教师）", ()),
        ("本报评论员", ()),
    ],
)
def test_a_byline_on_a_line_of_its_own(text: str, names: tuple[str, ...]) -> None:
    found = own_line(text)
    assert found is not None and (found.raw, found.names, found.glued) == (text, names, False)


@pytest.mark.parametrize(
    "text",
    ["方晴", "【方晴】", "（方晴）吧", "■方晴 何江 张云 李明", "记者", "（雨停了）"],
)
def test_what_is_no_byline_by_itself(text: str) -> None:
    assert own_line(text) is None


def test_names_alone_are_weak_and_short() -> None:
    found = bare_names("方晴 何江")
    assert found is not None and found.names == ("方晴", "何江")
    row = " ".join(["方晴"] * 7)
    assert len(row) == 20 and bare_names(row) is not None
    assert bare_names(f"{row}晴") is None and bare_names("雨停了吧") is None


@pytest.mark.parametrize(
    ("token", "wanted"),
    [
        ("方晴", True), ("方小晴", True), ("方大小晴", False), ("张王小明", True), ("欧阳明", True),
        ("欧阳明月", True), ("约翰·史密斯", True), ("路", False), ("了通路", False), ("·方", False),
    ],
)
def test_what_a_name_looks_like(token: str, wanted: bool) -> None:
    assert is_name(token) is wanted
    assert (names_in(token) is not None) is wanted


def test_a_byline_at_the_end_of_a_paragraph() -> None:
    text, byline = glued("路通了。 （记者 方晴）") or ("", None)
    assert text == "路通了。" and byline is not None
    assert (byline.raw, byline.names, byline.glued) == ("（记者 方晴）", ("方晴",), True)
    for whole in ("路通了（方晴）", "（方晴）", "路通了。（完）", "路通了。（方晴）吧"):
        assert glued(whole) is None


@pytest.mark.parametrize(
    ("text", "dateline", "names", "signed"),
    [
        ("本报讯（记者 方晴）雨停了。", "本报讯（记者 方晴）", ("方晴",), True),
        ("本报讯 雨停了。", "本报讯", (), False),
        ("新华社北京1月1日电（记者 方晴 何江）雨。", "新华社北京1月1日电（记者 方晴 何江）",
         ("方晴", "何江"), True),
        ("本报北京3日电 雨。", "本报北京3日电", (), False),
        ("（中央社台北電）雨。", "（中央社台北電）", (), False),
    ],
)
def test_a_dateline(text: str, dateline: str, names: tuple[str, ...], signed: bool) -> None:
    assert dateline_of(text) == (dateline, names)
    assert opens_signed(text) is signed


def test_how_a_report_opens_is_asked_more_loosely_than_for_its_dateline() -> None:
    assert opens_report("新华社记者说，路通了。") and dateline_of("新华社记者说，路通了。") is None
    assert opens_report("【本報訊】雨停了。") and not opens_report("雨停了，本报讯。")
    assert dateline_of("雨停了，本报讯。") is None and not opens_signed("雨停了。")


def test_names_in_brackets_stand_anywhere() -> None:
    assert bracketed_names("本报讯（方晴 何江）雨停了（完）") == ("方晴", "何江")
    assert bracketed_names("本报讯（雨停了）") == bracketed_names("本报讯") == ()


def test_words_are_whole_and_a_seam_may_cut_one() -> None:
    text = "孩子们也认得司机"
    assert "".join(words(text)) == text and "司机" in words(text)
    assert spans_word("大家赞", "成这个") and not spans_word("大家", "赞成")
    assert not spans_word("新的GP", "S二代") and not spans_word("", "大家")


@pytest.mark.parametrize(("text", "names"), [
    ("他姓于，于是走了。", "于"), ("姓范的和姓钟的", "范钟"), ("百姓于，老百姓余。", ""),
    ("随夫姓后，", ""), ("姓于是", ""), ("于经理说", "于"), ("于教授而言", ""), ("范教授", "范"),
    ("其余经理", ""), ("他于所长任上", ""),
])
def test_a_surname_is_told_by_the_word_for_it_and_by_titles(text: str, names: str) -> None:
    assert "".join(text[at] for at in surnames_in(text)) == names


def test_where_surnames_stand() -> None:
    assert [at for at in surname_starts("（记者 余明 摄影于海）") if at in (4, 9)] == [4, 9]
    assert surname_starts("余明") == (0,) and surname_starts("") == ()
    text = "记者余明说，余先生和于某来了，于是都笑了"
    assert surnames_in(text) == (2, 6, 10)
    assert TRADITIONAL["余"] == "余" and TRADITIONAL["叶"] == "葉"
