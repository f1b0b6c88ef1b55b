"""Front matter: each key does what it says, values stay as written, and what is wrong is named."""

from __future__ import annotations

from datetime import date

import pytest

from edition.errors import UnreadableInput
from edition.model import Imprint, Paragraph, Story, plain
from edition.readers import Read, read_bytes
from edition.readers.outlined import frontmatter
from edition.readers.outlined.frontmatter import split_front_matter
from edition.readers.outlined.frontvalues import imprint_of


def read(front: str, body: str = "路修通了。\n", sidecar: str | None = None) -> Read:
    data = f"---\ntitle: 山里的新路\n{front}\n---\n{body}".encode()
    return read_bytes(data, "a.md", sidecar.encode() if sidecar else None)


def story(front: str, body: str = "路修通了。\n") -> Story:
    (found,) = read(front, body).edition.stories
    return found


@pytest.mark.parametrize("yes", ["true", "True", "yes", "1", "是"])
def test_flags_are_set_where_they_are_true(yes: str) -> None:
    found = story(f"jump: {yes}")
    assert found.jump and not found.brief
    found = story(f"brief: {yes}")
    assert found.brief and not found.jump


@pytest.mark.parametrize("no", ["false", "no", "0", "否", "''"])
def test_flags_stay_down_where_they_are_not(no: str) -> None:
    found = story(f"jump: {no}\nbrief: {no}")
    assert not found.jump and not found.brief


def test_without_flags_and_wishes_the_story_has_none() -> None:
    found = story("")
    assert (found.jump, found.brief, found.rank, found.columns) == (False, False, None, None)
    assert (found.kicker, found.deck, found.dateline, found.byline) == (None, None, None, None)


def test_every_part_of_the_heading_comes_from_its_key() -> None:
    found = story("kicker: 山城见闻\nsubtitle: 三个村子\ndateline: 本报讯\nrank: 2\ncolumns: 3")
    assert (found.headline, found.kicker, found.deck) == ("山里的新路", "山城见闻", "三个村子")
    assert (found.dateline, found.rank, found.columns) == ("本报讯", 2, 3)


def test_numbers_are_whole_and_from_one() -> None:
    assert story("rank: 9999").rank == 9999
    for wrong in ("0", "-1", "1.5", "10000", "一"):
        with pytest.raises(UnreadableInput, match="whole number from 1"):
            read(f"rank: {wrong}")


def test_every_line_of_the_imprint_has_its_key() -> None:
    lines = {"paper": "山城晚报", "issue": "1024", "page": "B2", "page_title": "社区",
             "publisher": "某社", "rights": "版权所有"}
    found = read("\n".join(f"{key}: {value}" for key, value in lines.items())
                 + "\ndate: 2026-03-05T08:00:00").edition.imprint
    assert found == Imprint(date=date(2026, 3, 5), **lines)


def test_the_sidecar_stands_before_the_front_matter() -> None:
    found = read("paper: 山城晚报\nissue: 7", sidecar='paper = "乡村日报"\n').edition.imprint
    assert (found.paper, found.issue) == ("乡村日报", "7")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="the front matter's date is “某日”"):
        imprint_of({"date": "某日"}, "a.md")


def test_the_byline_of_the_front_matter_and_of_the_story() -> None:
    assert (signed := story("byline: 方晴 丁一诺").byline)
    assert (signed.raw, signed.names, signed.line) == ("方晴 丁一诺", ("方晴", "丁一诺"), 1)
    again = read("byline: 方晴", "路修通了。\n\n车也通了。\n\n（方晴）\n")
    assert [s.byline.raw for s in again.edition.stories if s.byline] == ["（方晴）"]
    assert not again.diagnostics
    other = read("byline: 丁一诺", "路修通了。\n\n车也通了。\n\n（方晴）\n")
    (said,) = other.diagnostics
    assert (said.kind, said.text, said.line) == ("byline_at_odds", "丁一诺", 1)
    assert "“丁一诺”" in said.message and "“（方晴）”" in said.message


def test_a_deck_of_the_front_matter_leaves_a_dashed_line_in_the_text() -> None:
    found = read("deck: 三个村子", "——一条公路\n\n路修通了。\n")
    (only,) = found.edition.stories
    assert only.deck == "三个村子"
    assert [plain(b.runs) for b in only.body if isinstance(b, Paragraph)] == [
        "——一条公路", "路修通了。"
    ]
    assert not found.diagnostics


def test_of_several_stories_front_matter_says_nothing() -> None:
    data = "---\nkicker: 见闻\nrank: 3\n---\n# 甲\n\n字。\n\n# 乙\n\n字。\n".encode()
    found = read_bytes(data, "a.md")
    assert [(s.headline, s.kicker, s.rank) for s in found.edition.stories] == [
        ("甲", None, None), ("乙", None, None)
    ]
    (said,) = found.diagnostics
    assert (said.kind, said.text) == ("front_matter_unused", "kicker: 见闻; rank: 3")


def test_only_a_first_heading_of_the_first_level_repeats_the_headline() -> None:
    found = read("", "# 山里的新路\n\n路修通了。\n")
    (said,) = found.diagnostics
    assert (said.kind, said.line, said.text) == ("headline_repeated", 5, "山里的新路")
    for body in ("## 山里的新路\n\n路修通了。\n", "# 别的\n\n路修通了。\n",
                 "路修通了。\n\n# 山里的新路\n"):
        assert "headline_repeated" not in {d.kind for d in read("", body).diagnostics}


def test_lines_count_from_the_top_of_the_file() -> None:
    (found,) = read("kicker: 见闻").edition.stories
    assert found.body[0].lines == (5,)


def test_values_stay_the_strings_that_were_written() -> None:
    front, rest = split_front_matter(
        "---\na: 010\nb: [x, 'y']\nc: {d: e, f: [g]}\nno: on\n# 批注\n---\n字。\n", "a.md"
    )
    assert front.values == {"a": "010", "b": ["x", "y"], "no": "on"}
    assert front.deeper == (("c", "d e f g"), ("a comment", "# 批注"))
    assert (front.lines, rest) == (7, "字。\n")
    front, rest = split_front_matter("+++\na = true\nb = [1, 2]\nc = {d = 1}\n+++\n字", "a.md")
    assert front.values == {"a": "true", "b": ["1", "2"]}
    assert [key for key, _ in front.deeper] == ["c"] and (front.lines, rest) == (5, "字")


@pytest.mark.parametrize("text", ["字。\n", "---\n字。\n---\n字。\n", "---\nkey: 甲\n", "--- 甲\n"])
def test_what_is_no_front_matter_is_text(text: str) -> None:
    front, rest = split_front_matter(text, "a.md")
    assert (front.values, front.lines, rest) == ({}, 0, text)


def test_an_end_in_dots_and_an_empty_front_matter() -> None:
    assert split_front_matter("---\na: 甲\n...\n字", "a.md")[1] == "字"
    front, rest = split_front_matter("---\n---\n字", "a.md")
    assert (front.values, front.lines, rest) == ({}, 2, "字")


def test_bounds_of_the_front_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontmatter, "_LARGEST", 5)
    assert split_front_matter("---\na: b\n---\n", "a.md")[0].values == {"a": "b"}
    with pytest.raises(UnreadableInput, match="too large"):
        split_front_matter("---\na: bb\n---\n", "a.md")


@pytest.mark.parametrize(("level", "fits"), [(59, True), (60, False)])
def test_front_matter_nests_sixty_levels(level: int, fits: bool) -> None:
    text = f"---\na: {'[' * level}{']' * level}\n---\n"
    if fits:
        split_front_matter(text, "a.md")
        return
    with pytest.raises(UnreadableInput, match="nests too deep"):
        split_front_matter(text, "a.md")


@pytest.mark.parametrize(("text", "kind", "chinese"), [
    ("---\na: 甲\na: 乙\n---\n", "front_matter_twice", "“a”写了两次"),
    ("---\na: &x 甲\nb: *x\n---\n", "front_matter_alias", "别名"),
    ("---\na: 甲\nb: ]\n---\n", "front_matter_broken", "第 3 行"),
    ("+++\na = 1\nb = \n+++\n", "front_matter_broken", "第 3 行"),
])
def test_wrong_front_matter_is_one_clear_error(text: str, kind: str, chinese: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        split_front_matter(text, "a.md")
    assert caught.value.kind == kind
    assert chinese in caught.value.told("zh-Hans")


def test_unknown_keys_are_named_with_their_words() -> None:
    (said,) = read("layout: post\nTags: [甲, 乙]\nmore: {a: b}\nheadline: 另一题").diagnostics
    assert said.message.endswith("more: a b; layout: post; Tags: 甲 乙; headline: 另一题")


@pytest.mark.parametrize("length", [39, 40, 41])
def test_a_date_that_is_none_is_named_by_its_first_forty_characters(length: int) -> None:
    with pytest.raises(UnreadableInput) as fault:
        imprint_of({"date": "9" * length}, "a.md")
    assert (fault.value.kind, fault.value.values["value"]) == (
        "front_matter_date", "9" * min(length, 40))


@pytest.mark.parametrize("length", [39, 40, 41])
def test_a_rank_that_is_no_number_is_named_by_its_first_forty_characters(length: int) -> None:
    with pytest.raises(UnreadableInput) as fault:
        read("rank: " + "九" * length)
    assert fault.value.values["value"] == "九" * min(length, 40)
