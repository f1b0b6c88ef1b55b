"""Nothing a parser drops goes silently: the file itself is held against what was read."""

from __future__ import annotations

from edition.readers import read_bytes

TABLE = "# 题\n\n正文。\n\n| 地区 | 增速 |\n|---|---|\n| 北京 | 7.6 | 初步核算 | 待复核 |\n"
NITF = (
    "<nitf><body><body.head><hedline><hl1>旧渡口架起新桥</hl1><hl1>另一题</hl1></hedline>"
    "</body.head><body.content><p>清早六点。</p></body.content></body></nitf>"
)


def test_what_is_in_no_story_and_no_note_is_named() -> None:
    said = [d for d in read_bytes(NITF.encode(), "a.nitf").diagnostics if d.kind == "unaccounted"]
    assert [d.text for d in said] == ["另一题"]


def test_a_row_longer_than_its_head_keeps_every_cell() -> None:
    read = read_bytes(TABLE.encode(), "a.md")
    assert "初步核算 待复核" in next(read.edition.stories).text
    assert not [d for d in read.diagnostics if d.kind == "unaccounted"]


def test_a_line_like_an_address_is_copy() -> None:
    read = read_bytes("# 题\n\n正文。\n\n[注]: 数据为初步核算数\n".encode(), "a.md")
    assert "数据为初步核算数" in "".join(story.text for story in read.edition.stories)
    assert not [d for d in read.diagnostics if d.kind == "unaccounted"]
