"""Markdown: front matter, headings by one rule, marks kept, nothing lost, nothing unsafe."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition import build
from edition.errors import Severity, UnreadableInput
from edition.model import (
    Crosshead,
    Figure,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Table,
    Verse,
    block_text,
)
from edition.readers import READERS, Read, read_bytes
from edition.sidecar.parse import Sidecar

COPY = """\
---
kicker: 山城见闻
rank: 1
section: 社区与乡村
paper: 山城晚报
date: 2026-03-05
layout: post
---
# 山里的新路

——一条公路与三个村子

本报讯 路修通了，*班车*每天**两趟**，学生不用
再翻山，详见[县政府网站](https://example.cn/a)。

## 三年修了十二公里

![村口的新路](路.png "新路通到村口。")

- 头一年修路基
- 第二年铺路面
  - 雨季停工

| 年份 | 里程 |
|---|---|
| 第一年 | 三公里 |

> “再也不用翻山了。”

> 编者按：本文写于春天。

春风过山梁\\
新路绕村庄

（方晴 丁一诺）
"""


def read(text: str) -> Read:
    return read_bytes(text.encode(), "a.md")


def errors(found: Read) -> list[str]:
    return [d.kind for d in found.diagnostics if d.severity is Severity.ERROR]


def test_a_whole_story_is_read() -> None:
    found = read(COPY.replace("![村口的新路](路.png \"新路通到村口。\")\n\n", ""))
    story = next(found.edition.stories)
    assert (story.headline, story.kicker, story.rank) == ("山里的新路", "山城见闻", 1)
    assert story.deck == "——一条公路与三个村子"
    assert story.byline and story.byline.names == ("方晴", "丁一诺")
    kinds = [type(block) for block in story.body]
    assert kinds == [Paragraph, Crosshead, ListBlock, Table, PullQuote, Note, Verse]
    assert story.body[0].runs == (
        Run("本报讯 路修通了，"), Run("班车", (Mark.EMPHASIS,)), Run("每天"),
        Run("两趟", (Mark.STRONG,)), Run("，学生不用再翻山，详见"),
        Run("县政府网站", href="https://example.cn/a"), Run("。"),
    )
    assert len(story.body[2].items) == 3 and story.body[3].header_rows == 1
    assert found.edition.sections[0].title == "社区与乡村"
    assert found.edition.imprint.paper == "山城晚报"
    assert str(found.edition.imprint.date) == "2026-03-05"
    unknown = [d for d in found.diagnostics if d.kind == "front_matter_unknown"]
    assert len(unknown) == 1 and "layout: post" in unknown[0].message
    assert not errors(found)


def test_pictures_and_their_captions() -> None:
    found = read("# 标题\n\n![村口](图/路%20一.png \"新路。\")\n\n字。\n")
    assert [d.text for d in found.diagnostics if d.kind == "picture_missing"] == ["新路。"]
    found = read("# 标题\n\n![村口](http://a.cn/x.png)\n\n字。\n")
    assert [d.text for d in found.diagnostics if d.kind == "picture_missing"] == ["村口"]
    assert len(next(found.edition.stories).body) == 1


@pytest.mark.parametrize(("text", "shape"), [
    ("# 甲\n\n字。\n\n# 乙\n\n字。\n", [(None, ["甲", "乙"])]),
    ("# 甲\n\n字。\n\n## 一\n\n字。\n\n## 二\n\n字。\n", [(None, ["甲"])]),
    ("# 甲\n\n## 一\n\n字。\n\n## 二\n\n字。\n", [(None, ["甲"])]),
    ("# 栏\n\n## 一\n\n字。\n\n（方晴）\n\n## 二\n\n字。\n\n（丁一诺）\n", [("栏", ["一", "二"])]),
    ("## 一\n\n字。\n\n## 二\n\n字。\n", [(None, ["一", "二"])]),
    ("---\ntitle: 题\n---\n# 一\n\n字。\n\n# 二\n\n字。\n", [(None, ["题"])]),
    ("---\ntitle: 题\n---\n# 题\n\n字。\n", [(None, ["题"])]),
    ("+++\nheadline = '题'\nrank = 2\n+++\n字。\n", [(None, ["题"])]),
    ("题\n===\n\n字。\n", [(None, ["题"])]),
    ("字。\n", [(None, [""])]),
])
def test_headings_follow_the_rule(text: str, shape: list[tuple[str | None, list[str]]]) -> None:
    found = read(text)
    got = [(s.title, [story.headline for story in s.stories]) for s in found.edition.sections]
    assert got == shape
    assert not errors(found)


def test_html_is_not_rendered_its_words_stay() -> None:
    found = read("# 题\n\n路<b>修</b>通了。<br>好。\n\n<div onclick='x'>\n旧 &amp; 新\n</div>\n"
                 "\n<script>alert(1)</script>\n\n[坏](ftp://a.cn/b)\n")
    story = next(found.edition.stories)
    assert story.text == "题\n路修通了。 好。\n旧 & 新\n坏"
    said = " ".join(d.message for d in found.diagnostics)
    assert "What is no copy is not printed" in said and "no address of http" in said
    assert not errors(found)


def test_a_script_address_never_becomes_a_link() -> None:
    story = next(read("# 题\n\n[点](javascript:alert(1)) [点](<vbscript:x>)\n").edition.stories)
    assert all(run.href is None for block in story.body for run in block.runs)


@pytest.mark.parametrize(("text", "why"), [
    ("---\na: &x 1\nb: *x\n---\n字。\n", "alias"),
    ("---\na: [1\n---\n字。\n", "not valid YAML"),
    ("---\na: " + "[" * 200 + "]" * 200 + "\n---\n字。\n", "too deep"),
    ("---\ntitle: 一\ntitle: 二\n---\n字。\n", "twice"),
    ("---\nrank: 首\n---\n字。\n", "rank"),
    ("---\ndate: 某日\n---\n字。\n", "date"),
    ("+++\na = \n+++\n字。\n", "not valid TOML"),
    (">" * 500 + "字。\n", "too deep"),
    ("\n\n", "empty"),
    ("# 题\n\n" + "[点](http://a.cn) " * 5001, "links"),
    ("|a|b|\n|-|-|\n" + "|1|2|\n" * 2600, "cells"),
])
def test_bad_markdown_is_one_clear_error(text: str, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why):
        read(text)


@pytest.mark.parametrize("sign", ["[", "![", "*a_", "`", "<a ", "[a](", "> ", "- ", "**_", "&#"])
def test_hostile_markdown_ends_in_time(sign: str) -> None:
    try:
        read("# 题\n\n" + sign * 5_000)
    except UnreadableInput:
        return


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([
    "# 题甲", "## 节乙", "字丙。", "*丁*戊", "- 己", "  - 庚", "1. 辛", "> 壬", "|癸|子|", "|-|-|",
    "", "", "```", "    丑寅",
    "（方晴）", "——卯辰", "<b>巳</b>", "![午](a.png \"未\")", "申\\", "---",
    "[酉](http://a.cn)", "===", "~~铁~~钢[^1]", "[^1]: 铜", "    铝", ": 锡", "- [x] 锌",
    "==银==金", "> [!NOTE] 镍", "::: 钛", "时间：镁", "地点：锰", "| 铬", "|钒|", "#钴",
    "<ruby>铂<rt>bo</rt></ruby>", "<del>汞", "<table><tr><td>铅</td></tr></table>", "{{< 铀 >}}",
    "[[锂|铍]]", "^[硼]", "**“碳”**氮", "<氧>", "<!-- 氟 -->"]), min_size=1, max_size=14))
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    try:
        found = read(text)
    except UnreadableInput:
        return
    assert "not_conserved" not in {d.kind for d in found.diagnostics}
    figures = "".join(b.alt or "" for s in found.edition.stories for b in s.body
                      if isinstance(b, Figure))
    named = figures + "".join(d.text or "" for d in found.diagnostics if d.kind in (
        "picture_missing", "markup_left_out", "struck_left_out", "markup_asked"))
    section = "".join(s.title or "" for s in found.edition.sections)
    kept = Counter("".join(s.text for s in found.edition.stories) + section + named)
    wanted = Counter(c for c in text if c in "题甲节乙字丙丁戊己庚辛壬癸子丑寅方晴卯辰巳申酉未"
                     "铁钢铜铝锡锌银金镍钛时间镁地点锰铬钒钴铂汞铅铀锂铍硼碳氮氧氟")
    assert {c: n for c, n in wanted.items() if kept[c] < n} == {}


def test_a_folder_of_mixed_files_is_one_edition(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 甲\n\n字。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("山里的新路\n\n路修通了。\n\n（方晴）\n", encoding="utf-8")
    (tmp_path / "c.json").write_text(
        '{"sections": [{"stories": [{"headline": "丙", "body": []}]}]}', encoding="utf-8"
    )
    found = build.read(tmp_path)
    assert [s.headline for s in found.edition.stories] == ["甲", "山里的新路", "丙"]
    assert [s.id for s in found.edition.stories] == ["s01", "s02", "s03"]


def left_out(text: str) -> dict[str, int]:
    """What is counted as left out of the Markdown, by its phrase."""
    return {
        remark.message.split(" ", 1)[1].removesuffix(" left out."): int(remark.message.split()[0])
        for remark in read(text).diagnostics if remark.kind == "markup_left_out"
    }


def test_what_is_left_out_is_counted() -> None:
    assert left_out("# 题\n\n3. 三\n4. 四\n\n字。\n\n7) 七\n") == {}
    assert left_out("# 题\n\n1. 一\n\n- 二\n") == {}
    assert left_out("# 题\n\n```python\nx\n```\n\n```\ny\n```\n") == {
        "names of languages beside code": 1}
    html = "甲<!-- 乙 -->丙<b>丁</b><u>己</u>\n\n<!-- 戊 --><script>x</script>\n"
    assert left_out(f"# 题\n\n{html}\n字\n") == {"comments of HTML": 2, "tags of HTML": 2}


def kinds(text: str) -> list[tuple[type, str]]:
    return [(type(b), block_text(b)) for b in next(read(text).edition.stories).body]


def test_quotations_end_where_they_end() -> None:
    assert kinds("# 题\n\n> 甲\n\n乙\n\n> 【编者按】丙\n\n丁\n") == [
        (PullQuote, "甲"), (Paragraph, "乙"), (Note, "【编者按】丙"), (Paragraph, "丁")]


def test_headings_inside_other_blocks_are_strong_paragraphs() -> None:
    (only,) = next(read("# 题\n\n> ## 甲*乙*\n").edition.stories).body
    assert isinstance(only, Paragraph)
    assert only.runs == (Run("甲", (Mark.STRONG,)), Run("乙", (Mark.EMPHASIS, Mark.STRONG)))


def test_lists_keep_their_order_around_what_stands_in_them() -> None:
    found = read("# 题\n\n1. 甲\n\n   再甲\n2. 乙\n\n   ```\n   码\n   ```\n3. 丙\n")
    body = next(found.edition.stories).body
    assert [(type(b), block_text(b)) for b in body] == [
        (ListBlock, "1. 甲 再甲 2. 乙"), (Verse, "码"), (ListBlock, "3. 丙")]
    assert [b.lines for b in body] == [(3,), (8,), (8,)]
    assert not found.diagnostics


def test_a_table_without_a_head_and_its_lines() -> None:
    body = next(read("# 题\n\n字。\n\n| | |\n|-|-|\n|甲|乙|\n\n末。\n").edition.stories).body
    assert isinstance(body[1], Table) and not body[1].header_rows
    assert [block.lines for block in body] == [(3,), (5,), (9,)]


def test_bounds_of_markdown() -> None:
    row = "|1|2|\n"
    read("|a|b|\n|-|-|\n" + row * 2499)
    with pytest.raises(UnreadableInput, match="line 1 begins a table of 5002 cells"):
        read("|a|b|\n|-|-|\n" + row * 2500)
    read("> " * 57 + "字。")
    with pytest.raises(UnreadableInput, match="nests too deep"):
        read("> " * 58 + "字。")


@pytest.mark.parametrize(("address", "inside"), [
    ("a.png", True), ("./图/a.png", True), ("a:b.png", False), ("图/a:b.png", True),
    ("../a.png", False), ("a//b.png", False), ("/a.png", False), ("a\\b.png", False),
    ("", False),
])
def test_pictures_lie_under_the_folder_of_the_copy(address: str, inside: bool) -> None:
    found = READERS[".md"](f"# 题\n\n![图](<{address}> \"说明\")\n".encode(), "a.md", Sidecar())
    (figure,) = (b for s in found.sections[0].stories for b in s.body if isinstance(b, Figure))
    assert (figure.src is not None) == inside
    assert bool(found.remarks) != inside
    assert (figure.caption, figure.alt, figure.lines) == ((Run("说明"),), "图", (3,))
