"""Numbers before paragraphs as Word prints them: formats, levels, starts, restarts, styles."""

from __future__ import annotations

import pytest

from edition.model import ListBlock, Table, plain
from edition.readers import Read, read_bytes
from edition.trade.numberformats import circled, is_known, number_in
from readers.word_parts import W, docx, para, relations


@pytest.mark.parametrize(("form", "number", "text"), [
    ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("decimalFullWidth", 12, "１２"),
    ("lowerRoman", 14, "xiv"), ("upperRoman", 1999, "MCMXCIX"), ("lowerLetter", 28, "bb"),
    ("upperLetter", 3, "C"), ("ordinal", 2, "2nd"), ("ordinal", 13, "13th"),
    *(("ordinal", number, f"{number}{end}") for number, end in (
        (1, "st"), (3, "rd"), (4, "th"), (10, "th"), (11, "th"), (12, "th"), (14, "th"),
        (20, "th"), (21, "st"), (22, "nd"), (33, "rd"), (101, "st"), (111, "th"), (113, "th"))),
    ("chicago", 1, "*"), ("chicago", 4, "§"), ("chicago", 5, "**"), ("chicago", 37, "*"),
    ("lowerLetter", 1, "a"), ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"),
    ("ideographZodiacTraditional", 1, "甲子"), ("ideographZodiacTraditional", 12, "乙亥"),
    ("ideographTraditional", 1, "甲"), ("ideographTraditional", 10, "癸"),
    ("chineseCounting", 100, "一〇〇"),
    ("chineseCounting", 10, "十"), ("chineseCounting", 15, "十五"), ("chineseCounting", 20, "二十"),
    ("chineseCounting", 99, "九十九"), ("chineseCounting", 105, "一〇五"),
    ("chineseCountingThousand", 105, "一百零五"), ("chineseCountingThousand", 110, "一百一十"),
    ("chineseCountingThousand", 2030, "二千零三十"), ("japaneseCounting", 11, "十一"),
    ("taiwaneseCountingThousand", 21, "二十一"), ("ideographDigital", 10, "一〇"),
    ("chineseLegalSimplified", 25, "贰拾伍"), ("ideographLegalTraditional", 13, "壹拾參"),
    ("ideographTraditional", 3, "丙"), ("ideographTraditional", 11, "11"),
    ("ideographZodiac", 12, "亥"), ("ideographZodiacTraditional", 61, "甲子"),
    ("decimalEnclosedCircle", 9, "⑨"), ("decimalEnclosedCircleChinese", 36, "㊱"),
    ("decimalEnclosedParen", 20, "⒇"), ("decimalEnclosedFullstop", 1, "⒈"),
    ("ideographEnclosedCircle", 2, "㊁"), ("numberInDash", 4, "- 4 -"), ("none", 4, ""),
    ("decimalEnclosedCircle", 51, "51"), ("hebrew1", 5, "5"), ("lowerRoman", 99999, "99999"),
    ("lowerRoman", 0, "0"), ("chineseCounting", 0, "零"),
])
def test_numbers_in_words_formats(form: str, number: int, text: str) -> None:
    assert number_in(form, number) == text


def test_what_is_known() -> None:
    assert is_known("bullet") and is_known("decimal") and not is_known("hebrew1")
    assert [circled(n) for n in (0, 1, 20, 21, 35, 36, 50, 51)] == [
        "⓪", "①", "⑳", "㉑", "㉟", "㊱", "㊿", None]


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
            "</w:lvl>")


def item(text: str, at: int = 0, key: int = 1) -> str:
    return para(text, props=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr>')


PLAN = (level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.") + level(3, "decimalEnclosedCircle", "%4"))


def read(body: str, levels: str = PLAN, nums: str = "", styles: str = "") -> Read:
    numbering = (f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}'
                 f'</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'
                 "</w:numbering>")
    more: dict[str, str | bytes] = {"word/numbering.xml": numbering}
    if styles:
        more["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    return read_bytes(docx(body, more, relations(("u", "numbering", "numbering.xml", False))),
                      "a.docx")


def labels(found: Read) -> list[str]:
    return [item.label for story in found.edition.stories for block in story.body
            if isinstance(block, ListBlock) for item in block.items]


def test_each_level_counts_for_itself_and_begins_anew_below_a_higher_one() -> None:
    found = read(item("甲") + item("乙", 1) + item("丙", 2) + item("丁", 3) + item("戊", 3)
                 + item("己", 2) + item("庚", 1) + item("辛", 2) + item("壬") + item("癸", 1))
    assert " ".join(labels(found)) == "一、 （一） 1. ① ② 2. （二） 1. 二、 （一）"
    (block,) = next(found.edition.stories).body
    assert isinstance(block, ListBlock)
    assert [i.level for i in block.items] == [0, 1, 2, 3, 3, 2, 1, 2, 0, 1]
    assert all(i.made for i in block.items)


def test_numbers_go_on_behind_other_paragraphs() -> None:
    assert labels(read(item("甲") + para("字。") + item("乙"))) == ["一、", "二、"]


def test_a_list_may_begin_anew_or_elsewhere() -> None:
    nums = ('<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3">'
            '<w:abstractNumId w:val="0"/></w:num>')
    found = read(item("甲") + item("乙", key=2) + item("丙", key=2) + item("丁", key=3), nums=nums)
    assert labels(found) == ["一、", "五、", "六、", "七、"]
    start = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>' \
            '<w:lvlText w:val="第%1条"/></w:lvl>'
    assert labels(read(item("甲") + item("乙"), start)) == ["第3条", "第4条"]


def test_levels_may_keep_counting_name_higher_ones_and_count_in_figures() -> None:
    going = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2",
                                                        '<w:isLgl/><w:lvlRestart w:val="0"/>')
    found = read(item("甲") + item("乙", 1) + item("丙") + item("丁", 1), going)
    assert labels(found) == ["第一章", "1.1", "第二章", "2.2"]


@pytest.mark.parametrize(("text", "font", "shown"), [
    ("\uf0b7", "Symbol", "•"), ("\uf06c", "Wingdings", "●"), ("\uf0d8", "Wingdings", "➢"),
    ("—", "", "—"), ("·", "宋体", "·"), ("\uf0fc", "", "✓"), ("", "", ""),
])
def test_bullets_are_signs_a_page_can_print(text: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert labels(read(item("甲"), level(0, "bullet", text, fonts))) == [shown]


def test_a_format_that_is_not_known_is_asked() -> None:
    found = read(item("甲"), level(0, "hebrew1", "%1."))
    assert labels(found) == ["1."]
    assert "number_format_unknown" in {d.kind for d in found.diagnostics}


def test_headings_print_their_numbers() -> None:
    styles = ('<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr>'
              '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
    found = read(para("题", "1") + para("总则", "2") + para("字。") + para("罚则", "2")
                 + para("字。"), styles=styles)
    story = next(found.edition.stories)
    assert story.text == "题\n一、总则\n字。\n二、罚则\n字。"
    found = read(para("题", "1") + para("总则", "2") + para("字。"), level(0, "decimal", "%1."),
                 styles=styles)
    assert next(found.edition.stories).text == "题\n1. 总则\n字。"
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    found = read(para("题", "1") + para("总则", "2", off) + para("字。"), styles=styles)
    assert next(found.edition.stories).text == "题\n总则\n字。"


def test_numbers_in_cells_stand_before_their_words() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{item('甲')}{item('乙')}</w:tc><w:tc>{para('丙')}</w:tc></w:tr>"
    found = read(cell + f"<w:tr><w:tc>{para('丁')}</w:tc></w:tr></w:tbl>")
    (table,) = next(found.edition.stories).body
    assert isinstance(table, Table)
    assert [plain(c) for c in table.rows[0]] == ["一、甲 二、乙", "丙"]
    assert "not_conserved" not in {d.kind for d in found.diagnostics}


def test_a_list_may_be_defined_by_a_style() -> None:
    linked = (f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{PLAN}'
              '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/>'
              '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
              '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
    styles = (f'<w:styles xmlns:w="{W}"><w:style w:type="numbering" w:styleId="N"><w:name '
              'w:val="条目"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
              "</w:styles>")
    data = docx(item("甲"), {"word/numbering.xml": linked, "word/styles.xml": styles},
                relations(("u", "numbering", "numbering.xml", False)))
    assert labels(read_bytes(data, "a.docx")) == ["一、"]
