"""Dialects of Markdown: what is read, what is left out and named, what is asked."""

from __future__ import annotations

import pytest

from edition.model import (
    Entries,
    Figure,
    Footnote,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    Table,
    Verse,
    block_text,
    plain,
)
from edition.readers import READERS, Read, read_bytes
from edition.readers.dialect.inline_rules import flanks
from edition.sidecar.parse import Sidecar


def read(text: str) -> Read:
    found = read_bytes(f"# 题\n\n{text}\n".encode(), "a.md")
    assert not {"not_conserved", "unaccounted"} & {d.kind for d in found.diagnostics}, text
    return found


def body(text: str) -> list[object]:
    return list(next(read(text).edition.stories).body)


def words(text: str) -> str:
    return " / ".join(block_text(block) for block in next(read(text).edition.stories).body)


def told(text: str) -> dict[str, str]:
    return {d.kind: d.text or "" for d in read(text).diagnostics}


@pytest.mark.parametrize(("text", "strong"), [
    ("记者**“现场”**报道", ["“现场”"]), ("如**《补瓢记》**上演", ["《补瓢记》"]),
    ("**发展，**剧团", ["发展，"]), ("说**你好**，", ["你好"]), ("**5%**以上", ["5%"]),
    ("**（见附件）**为准", ["（见附件）"]), ("“**宝玉**”", ["宝玉"]), ("A**B**C", ["B"]),
    ("**“甲”、“乙”**和**‘丙’**丁", ["“甲”、“乙”", "‘丙’"]), ("**「甲」**乙", ["「甲」"]),
    ("这——**重点**——那", ["重点"]), ("葛\U000e0100**（正）**城", ["（正）"]),
    ("***“丙”***丁", ["“丙”"]), ("2 ** 3 ** 4", []), ("*** ***", []),
])
def test_strong_words_beside_chinese_marks(text: str, strong: list[str]) -> None:
    block = body(f"字{text}字")[0]
    assert isinstance(block, Paragraph)
    assert [run.text for run in block.runs if Mark.STRONG in run.marks] == strong


@pytest.mark.parametrize("text", [
    "2*3*4=24", "A*B*C三队", "snake_case_name", "_下_划线", "5~10元，8~12元", "(^_^)", "a==b c==d",
    "10:30:00", "$5 和 $6", "6222****1234", "如图^[3]", "[注]: 某某",
])
def test_what_only_looks_like_marks_stays(text: str) -> None:
    assert words(f"字 {text} 字") == f"字 {text} 字"


@pytest.mark.parametrize(("text", "mark", "inner"), [
    ("H~2~O", Mark.SUB, "2"), ("12m^2^", Mark.SUPER, "2"), ("10^-3^", Mark.SUPER, "-3"),
    ("x<sub>i</sub>", Mark.SUB, "i"), ("<b>甲</b>", Mark.STRONG, "甲"),
    ("<kbd>Ctrl</kbd>", Mark.CODE, "Ctrl"),
])
def test_raised_and_lowered_signs(text: str, mark: Mark, inner: str) -> None:
    block = body(f"字{text}字")[0]
    assert isinstance(block, Paragraph)
    assert [run.text for run in block.runs if mark in run.marks] == [inner]


@pytest.mark.parametrize(("text", "kind", "named", "printed"), [
    ("甲~~乙~~丙", "struck_left_out", "乙", "甲丙"),
    ("甲<del>乙**丁**</del>丙", "struck_left_out", "乙丁", "甲丙"),
    ("甲<s>乙丙", "struck_left_out", "", "甲乙丙"),
    ("甲==乙**丙**==丁", "markup_asked", "==乙**丙**==", "甲乙丙丁"),
    ("高 $h=3$ 米", "markup_asked", "$h=3$", "高 h=3 米"),
    ("高 $\\frac{a}{b}$ 米", "markup_asked", "$\\frac{a}{b}$", "高 $\\frac{a}{b}$ 米"),
    ("好:smile:。", "markup_asked", ":smile:", "好:smile:。"),
    ("见[[首页|返回]]。", "markup_asked", "[[首页|返回]]", "见返回。"),
    ("甲 <NBA> 乙", "markup_asked", "<NBA>", "甲 <NBA> 乙"),
    ("甲 {{< video id >}} 乙", "markup_left_out", "{{< video id >}}", "甲 乙"),
    ("甲{% raw %}乙", "markup_left_out", "{% raw %}", "甲乙"),
    ("甲<!-- 编 -->乙", "markup_left_out", "编", "甲乙"),
    ("甲\n\n[TOC]\n\n乙", "markup_left_out", "[TOC]", "甲 / 乙"),
    ("甲\n\n::: tip 贴士\n乙\n:::", "markup_left_out", "::: tip 贴士　:::", "甲 / 乙"),
    ("见[此](https://a.cn \"名\")", "markup_left_out", "名", "见此"),
    ("甲[此][1]\n\n[1]: https://a.cn\n[2]: https://b.cn", "markup_left_out",
     "[2]: https://b.cn", "甲此"),
    ("甲&amp;nbsp;乙", "entities_twice", "&nbsp;", "甲\xa0乙"),
])
def test_what_is_left_out_or_asked_is_named(
    text: str, kind: str, named: str, printed: str
) -> None:
    assert words(text) == printed
    assert named in told(text).get(kind, "")


def test_ruby_is_kept_with_its_reading() -> None:
    block = body("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>。")[0]
    assert isinstance(block, Paragraph)
    assert [(run.text, run.ruby) for run in block.runs] == [
        ("漢", "hàn"), ("字", "zì"), ("。", None)]


def test_notes_stand_at_the_end_of_their_story() -> None:
    text = ("甲[^一]，乙^[行内]，丙[^无]。\n\n[^一]: 第一段。\n    续行。\n\n    第二段。\n\n"
            "    - 项\n[^孤]: 孤注。\n\n# 二\n\n丁。")
    found = read(text)
    first, second = found.edition.stories
    assert [(b.label, plain(b.runs)) for b in first.body if isinstance(b, Footnote)] == [
        ("1", "第一段。续行。"), ("", "第二段。"), ("2", "行内")]
    assert [(b.label, plain(b.runs)) for b in second.body if isinstance(b, Footnote)] == [
        ("3", "孤注。")]
    assert plain(first.body[0].runs) == "甲1，乙2，丙[^无]。"
    kinds = [d.kind for d in found.diagnostics]
    assert "note_missing" in kinds and "note_unmarked" in kinds


@pytest.mark.parametrize(("text", "labels"), [
    ("3. 三\n4. 四\n7. 七", ["3.", "4.", "7."]), ("1. 一\n1. 二\n1. 三", ["1.", "2.", "3."]),
    ("2) 二\n3) 三", ["2)", "3)"]), ("- [x] 好\n- [ ] 未", ["☑", "☐"]),
    ("1. 一\n\n   又一段\n2. 二", ["1.", "", "2."]), ("- 甲\n\t- 乙", ["•", "•"]),
])
def test_labels_of_lists(text: str, labels: list[str]) -> None:
    (block,) = body(text)
    assert isinstance(block, ListBlock)
    assert [item.label for item in block.items] == labels


@pytest.mark.parametrize(("text", "kind", "printed"), [
    ("时间：九点\n地点：县里", Entries, "时间：九点 地点：县里"),
    ("时间：九点  \n地点：县里", Entries, "时间：九点 地点：县里"),
    ("桥长\n: 三十二米\n: 约百尺", Entries, "桥长 三十二米 约百尺"),
    ("桥长\n\n: 三十二米", Entries, "桥长 三十二米"),
    ("问：你好吗？\n答：好。", Paragraph, "问：你好吗？"),
    ("春风过山梁\n新路绕村庄\n明月照故乡", Verse, "春风过山梁 新路绕村庄 明月照故乡"),
    ("| 春眠不觉晓，\n| 处处闻啼鸟。", Verse, "春眠不觉晓， 处处闻啼鸟。"),
    ("| 甲 | 乙 |\n| 1 | 2 |", Table, "甲 乙 1 2"),
    ("|甲|乙|\n|-|-|\n|一|二|三|\n||四|", Table, "甲 乙 一 二 三 四"),
    ("一行写到这里就折了，因为编辑器只有这么宽\n所以下一行接着写。", Paragraph,
     "一行写到这里就折了，因为编辑器只有这么宽所以下一行接着写。"),
    ("    四个空格缩进的一段文字，不是代码，照常排成一段。", Paragraph,
     "四个空格缩进的一段文字，不是代码，照常排成一段。"),
    ("&emsp;&emsp;昨天上午。", Paragraph, "昨天上午。"),
    ("> [!NOTE]\n> 周日休息。", Note, "周日休息。"),
])
def test_lines_and_blocks(text: str, kind: type, printed: str) -> None:
    block = body(text)[0]
    assert isinstance(block, kind)
    assert block_text(block) == printed  # type: ignore[arg-type] # every kind is a block


def test_verse_told_by_its_shape_is_asked() -> None:
    assert "lines_kept" in told("春风过山梁\n新路绕村庄\n明月照故乡")
    assert "lines_kept" not in told("时间：九点\n地点：县里")


def test_headings_typed_otherwise() -> None:
    found = read_bytes("#石桥修好了\n\n字。\n".encode(), "a.md")
    assert next(found.edition.stories).headline == "石桥修好了"
    assert "heading_glued" in {d.kind for d in found.diagnostics}
    assert words("#话题# 一起聊") == "#话题# 一起聊"
    assert "rule_below" in told("这一段很长，后面紧跟着一条横线，谁也不想要它变成标题。\n---")


def test_pictures_of_other_dialects() -> None:
    text = '# 题\n\n![[图/亭子.png|300]]\n\n{{< figure src="a.jpg" title="全景" >}}\n'
    found = READERS[".md"](text.encode(), "a.md", Sidecar())
    figures = [b for s in found.sections[0].stories for b in s.body if isinstance(b, Figure)]
    assert [(f.src, plain(f.caption)) for f in figures] == [("图/亭子.png", ""), ("a.jpg", "全景")]


def test_html_among_markdown_is_read() -> None:
    text = ("<table><tr><td>甲</td><td>乙</td></tr></table>\n\n<h2>小题</h2>\n\n"
            "<details><summary>摘</summary>文</details>\n\n<div id=\"a\n*开*\n")
    assert words(text) == "甲 乙 / 小题 / 摘 / 文 / <div id=\"a *开*"


def test_where_marks_may_stand() -> None:
    assert flanks("者", "“", "**", True) == (True, True)
    assert flanks("a", "(", "**", True) == (False, True)
    assert flanks("3", "5", "*", True) == (False, False)
    assert flanks(" ", " ", "**", True) == (False, False)
    assert flanks("，", "下", "_", False)[0]


@pytest.mark.parametrize(("text", "marks"), [
    ("H~2~O", [("2", Mark.SUB)]), ("水~2~O", []), ("1~2~a", []), ("）~2~", [("2", Mark.SUB)]),
    ("x^2^", [("2", Mark.SUPER)]), ("。^2^", []), ("5%^2^", [("2", Mark.SUPER)]),
])
def test_the_sign_before_a_mark_says_whether_it_is_one(
    text: str, marks: list[tuple[str, Mark]]
) -> None:
    (block,) = body(f"路 {text}" if text[0] != "路" else text)
    assert isinstance(block, Paragraph)
    assert [(run.text, mark) for run in block.runs for mark in run.marks] == marks


@pytest.mark.parametrize(("text", "printed"), [
    ("路==标==", "路标"), ("a==标==", "a==标=="), ("路===标==", "路===标=="),
    ("路==标==b", "路==标==b"), ("==标==", "标"),
])
def test_marked_text_begins_after_no_letter_and_no_sign_of_its_own(text: str, printed: str) -> None:
    assert words(text) == printed


def test_a_note_goes_on_with_lines_a_blank_or_more_too_shallow() -> None:
    for depth in (1, 2, 3, 4):
        found = body(f"正文[^1]。\n\n[^1]: 甲。\n\n{' ' * depth}乙。\n\n又一段。")
        notes = [block for block in found if isinstance(block, Footnote)]
        assert any("乙" in block_text(note) for note in notes) is (depth > 1), depth
        assert [block_text(b) for b in found if isinstance(b, Paragraph)][-1] == "又一段。"


def test_a_heading_without_its_blank_stands_on_its_line() -> None:
    found = read_bytes("正文一。\n\n##小题\n正文二。\n".encode(), "a.md")
    assert [s.headline_line for s in found.edition.stories if s.headline == "小题"] == [3]


def test_chinese_inside_another_language_is_chinese_again() -> None:
    (paragraph,) = body('他说 <span lang="fr">bonjour <span lang="zh">你好</span> monde</span>。')
    assert isinstance(paragraph, Paragraph)
    assert [(run.text.strip(), run.lang) for run in paragraph.runs] == [
        ("他说", None), ("bonjour", "fr"), ("你好", None), ("monde", "fr"), ("。", None),
    ]
