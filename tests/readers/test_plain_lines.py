"""Short ways of Markdown: a line that holds nothing but Chinese gives what all rules would give."""

from __future__ import annotations

import random
import re

from markdown_it import MarkdownIt

from edition.readers.dialect import grammar
from edition.readers.dialect.marked import read_marked

LINES = (
    "山里修通一条新路。", "“路通了。”他说。", "山里\t修通", "路　", "　　路通了。", "    路通了。",
    "  路通了。", "> 路通了。", "- 路通了。", "1. 路通了。", "一、路通了。", "路|桥", "|---|---|",
    "---", "===", "# 路", "#路", "[^1]: 注", "[^1]", "路[^1]", "[路]: https://a.b/c", "```",
    "<div>", "</div>", "**路**通了", "a", "路\\", "路  ", "::: 路", "[toc]", ": 路", "!!! note",
    "路 & 桥", "路:smile:", "", "", "", "", "   ",
)


def long_way() -> MarkdownIt:
    """The parser without its short ways: every rule is asked, at every character."""
    parser = grammar._parser()
    parser.disable("plain")
    parser.inline.terminator_re = re.compile("")
    return parser


def test_the_short_ways_lead_where_the_long_one_does() -> None:
    chance = random.Random(18)
    for _ in range(1500):
        text = "\n".join(chance.choices(LINES, k=chance.randint(1, 12)))
        short, whole = grammar._parser().parse(text, {}), long_way().parse(text, {})
        assert [t.as_dict() for t in short] == [t.as_dict() for t in whole], text


def test_the_same_long_line_is_read_in_time_that_grows_with_it() -> None:
    text = "全县的路都修通了" * 4000
    assert [len(words) for _, words in read_marked(text, "a").said] == [len(text)]
