"""Repairs and questions, each with copy that should set them off and copy that should not."""

from __future__ import annotations

import pytest

from edition import passes
from edition.model import Paragraph, PullQuote, block_text
from edition.passes.ask_missing import ask_for_missing_characters
from edition.readers import read_bytes
from told import told_whole


def kinds(*paragraphs: str, head: str = "山里的新路") -> list[str]:
    copy = "\n\n".join([head, *paragraphs, "（方晴）"])
    remarks = passes.run(read_bytes(copy.encode(), "a.txt").edition)[1]
    assert all(map(told_whole, remarks))
    return [remark.kind for remark in remarks]


def texts(*paragraphs: str) -> list[str]:
    copy = "\n\n".join(["山里的新路", *paragraphs, "（方晴）"])
    edition = passes.run(read_bytes(copy.encode(), "a.txt").edition)[0]
    return [block_text(block) for story in edition.stories for block in story.body]


LONG = "班车每天两趟，早上一趟送学生，傍晚一趟接学生，司机认得每一个孩子，孩子们也认得司机"


# --- wraps

def test_three_pieces_become_one_paragraph() -> None:
    pieces = ("路修通了，班车来了，大家都说是最好的", "一年，老人也", "愿意出门，看看外面的集市。")
    assert texts(*pieces) == ["".join(pieces)]


def test_latin_joins_with_a_space() -> None:
    assert texts("他说，这条路的名字叫作，", "新路。") == ["他说，这条路的名字叫作，新路。"]
    opening = "雨停了，路通了，大家都出来了，孩子跑在前面，老人跟在后面，走了很远很远。"
    pieces = ("班车上装了新的设备，型号是，也就是所谓的 GPS", "Plus 第二代。")
    assert texts(opening, *pieces) == [opening, " ".join(pieces)]


def test_paragraphs_a_format_declares_are_never_joined() -> None:
    pieces = ("路修通了，班车来了，大家都说是最好的", "一年，老人也", "愿意出门，看看外面的集市。")
    copy = "\n\n".join(["# 山里的新路", *pieces])
    edition = passes.run(read_bytes(copy.encode(), "a.md").edition)[0]
    assert [block_text(b) for story in edition.stories for b in story.body] == list(pieces)


@pytest.mark.parametrize("after", ["本报讯 雨停了。", "新华社青山3月4日电 雨停了。"])
def test_never_across_a_dateline(after: str) -> None:
    opening = "雨停了，路通了，大家都出来了，孩子跑在前面，老人跟在后面，走了很远很远。"
    assert len(texts(opening, LONG + "，", after)) == 3


def test_never_across_furniture_or_after_a_colon() -> None:
    assert len(texts(LONG + "，", "第3版", "雨停了。")) == 2
    assert len(texts(LONG + "，他说：", "雨停了。")) == 2


def test_without_punctuation_inside_it_is_left_and_asked_about() -> None:
    text = "班车每天两趟送学生接学生司机认得每一个孩子孩子们也认得司机大家都很高兴"
    rows = (f"{LONG}。", text, "老人也愿意出门，看看外面的集市。")
    assert len(texts(*rows)) == 3
    assert "unfinished_paragraph" in kinds(*rows)


# --- pull quotes

SPEECH = "路通了，心就通了。我们盼这条路盼了二十年，现在孩子们每天都能回家吃晚饭"


def test_a_repeat_of_speech_is_a_pull_quote_with_its_speaker() -> None:
    said = f"“{SPEECH}。”村里的老人方大爷说。"
    copy = "\n\n".join(["山里的新路", said, f"{SPEECH}。", "雨停了。", "（方晴）"])
    edition, remarks = passes.run(read_bytes(copy.encode(), "a.txt").edition)
    body = next(edition.stories).body
    assert [type(block) for block in body] == [Paragraph, PullQuote, Paragraph]
    assert isinstance(body[1], PullQuote)
    assert body[1].speaker == "村里的老人方大爷"
    assert [r.kind for r in remarks] == ["near_duplicate_pullquote"]


def test_a_repeat_of_plain_text_is_only_asked_about() -> None:
    found = kinds(f"{SPEECH}，大家都这么说。", f"{SPEECH}。")
    assert found == ["near_duplicate_paragraph"]


def test_paragraphs_that_share_a_phrase_are_no_repeat() -> None:
    said = f"“{SPEECH}。”老人说。"
    assert kinds(said, "我们盼这条路盼了二十年，年轻人却说，路只是一个开始。") == []


# --- questions

@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("集体归村里”的办法，大家都赞成。", "lost_opening"),
        ("，大家都赞成。", "lost_opening"),
        ("“雨停了，他说。", "unbalanced_quote"),
        ("雨停的时大家都出来了。", "missing_character"),
        ("设备运行是否正、水质是否达标，都要检查。", "missing_character"),
    ],
)
def test_questions(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "“雨停了。”他说，“路通了。”",
        "他说：“人家叫它‘新路’，我们叫它‘心路’。”",
        "雨停的时候，大家都出来了，那是最好的时间，也是最好的时代。",
        "大家守正、创新，做事公正、用心。",
        "春回大地，万物生长。",
        "党建引领，村里的事好办了。",
        "书记带头，修通了路。",
        "水清岸绿，鸟也来了。",
        "人勤春早，地里都是人。",
        "开工建设的第三年，路修通了。",
        "雪落无声，山路上只有一行脚印。",
        "稻丰收，果飘香，山里人笑了。",
        "铁匠铺开张，街坊都来道喜。",
    ],
)
def test_no_questions(text: str) -> None:
    assert kinds(text) == []


def test_speech_over_several_paragraphs_is_understood() -> None:
    assert kinds("“雨停了，路通了。", "“学生不用再翻山，我很高兴。”他说。") == []


def test_two_counties_under_one_name() -> None:
    first = "近日，石城县的检查组走进山里，看望该县的老人。"
    assert "place_conflict" in kinds(first, "安远县组织人员对全县的水井做了检查。")
    assert "place_conflict" not in kinds(first, "安远县的客人也来参观。")
    assert "place_conflict" not in kinds(first, "石城县组织人员对全县的水井做了检查。")


def test_questions_change_nothing() -> None:
    edition = read_bytes("山里的新路\n\n“雨停的时大家都笑。\n".encode(), "a.txt").edition
    assert ask_for_missing_characters(edition)[0] == edition
    assert passes.PASSES["queries"](edition)[0] == edition
