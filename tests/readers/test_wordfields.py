"""Fields, symbols and formulas of a Word file: what of them is seen, and how it is written."""

from __future__ import annotations

import pytest

from edition.model import Mark, Paragraph, Run, plain
from edition.readers import Read, read_bytes
from edition.readers.word.eqfields import equation, ringed
from edition.readers.word.wordsymbols import drawn, symbol
from readers.word_elements import M, field
from readers.word_parts import docx, para, run


def read(inner: str) -> Read:
    return read_bytes(docx(para("题", "1") + f"<w:p>{inner}</w:p>"), "a.docx")


def shown(inner: str) -> tuple[list[tuple[str, tuple[str, ...]]], list[str]]:
    """The runs of the paragraph and the kinds of remarks."""
    found = read(run("前") + inner + run("后"))
    blocks = next(found.edition.stories).body
    runs = [r for b in blocks if isinstance(b, Paragraph) for r in b.runs]
    return [(r.text, tuple(map(str, r.marks))) for r in runs], [d.kind for d in found.diagnostics]


def eq(code: str) -> str:
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')


@pytest.mark.parametrize(("code", "text"), [
    ("eq \\o\\ac(○,13)", "⑬"), ("EQ \\o \\ac (○, 20)", "⑳"), ("eq \\o\\ac(〇,21)", "㉑"),
    ("eq \\o\\ac(○,50)", "㊿"), ("eq \\o\\ac(○,0)", "⓪"), ("eq \\o\\ac(○,正)", "㊣"),
    ("eq \\o\\ac(○,A)", "Ⓐ"), ("eq \\o\\ac(○,x)", "ⓧ"), ("eq \\o\\ac(○,三)", "㊂"),
    ("eq \\o\\ac(\\s\\up0(○),7)", "⑦"),
])
def test_a_ring_and_a_number_are_one_character(code: str, text: str) -> None:
    found = equation(code)
    assert plain(found.runs) == text and found.exact
    assert shown(eq(code)) == ([(f"前{text}后", ())], [])


@pytest.mark.parametrize(("code", "text"), [
    ("eq \\o\\ac(○,51)", "○51"), ("eq \\o\\ac(○,京)", "○京"), ("eq \\o\\ac(□,8)", "□8"),
    ("EQ \\f(1,2)", "1/2"), ("EQ \\r(3,x)", "3√(x)"), ("EQ \\r(,x)", "√(x)"),
    ("EQ \\a \\al \\co2(a,b,c,d)", "a b c d"), ("EQ \\x(字)", "字"),
])
def test_what_one_line_cannot_say_is_asked(code: str, text: str) -> None:
    assert not equation(code).exact
    runs, kinds = shown(eq(code))
    assert "".join(text for text, _ in runs) == f"前{text}后"
    assert kinds == ["equation_on_one_line"]


def test_brackets_lists_and_indices_of_an_equation_field() -> None:
    assert plain(equation("EQ \\b\\lc\\{(a\\,b)").runs) == "{a,b"
    assert plain(equation("EQ \\b\\bc\\[ (x)").runs) == "[x]"
    assert equation("EQ x\\s\\up5(2)").runs == (Run("x"), Run("2", (Mark.SUPER,)))
    assert equation("EQ x\\s\\do5(i)").runs == (Run("x"), Run("i", (Mark.SUB,)))
    assert equation("EQ").runs == ()


def test_a_reading_set_by_an_equation_field() -> None:
    code = 'EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(pīn),拼)'
    assert equation(code).runs == (Run("拼", ruby="pīn"),)
    found = read(eq(code))
    (block,) = next(found.edition.stories).body
    assert isinstance(block, Paragraph) and block.runs == (Run("拼", ruby="pīn"),)
    assert not found.diagnostics


def test_a_hostile_equation_ends() -> None:
    for code in ("EQ " + "\\f(" * 3000, "EQ " + "(" * 3000, "EQ \\", "EQ \\o\\ac(", "EQ )))"):
        equation(code)
    assert ringed("") is None and ringed("1234") is None


@pytest.mark.parametrize(("code", "kept"), [
    ("REF a", True), ("DATE", True), ("SEQ 图", True), ("= 1 + 1", True), ("MERGEFIELD x", True),
    ("PAGE", False), ("NUMPAGES \\* MERGEFORMAT", False), ("PAGEREF a", False), ("TOC", False),
])
def test_results_are_kept_but_those_of_words_own_pages(code: str, kept: bool) -> None:
    runs, kinds = shown(field(code, run("7")))
    assert runs == [("前7后" if kept else "前后", ())]
    assert bool(kinds) is not kept


def test_a_field_may_begin_in_one_paragraph_and_end_in_another() -> None:
    begin, rest = field("TOC", run("第一章 3")).split("第一章 3")
    body = para("题", "1") + f"<w:p>{begin}第一章 3</w:t></w:r></w:p><w:p>{run('第二章 9')}"
    found = read_bytes(docx(body + rest.removeprefix("</w:t></w:r>") + f"</w:p>{para('字。')}"),
                       "a.docx")
    assert next(found.edition.stories).text == "题\n字。"
    assert [(d.kind, d.text) for d in found.diagnostics] == [
        ("contents_left_out", "第一章 3 … 第二章 9")]


def test_links_of_fields_lead_where_they_say() -> None:
    found = read(field('HYPERLINK "https://a.cn/x" \\o "提示"', run("网站")))
    (block,) = next(found.edition.stories).body
    assert isinstance(block, Paragraph) and block.runs == (Run("网站", href="https://a.cn/x"),)
    assert not read(field('HYPERLINK \\l "here"', run("此处"))).diagnostics


@pytest.mark.parametrize(("data", "text"), [
    ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☑"),
    ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
    ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>',
     "乙"),
])
def test_answers_of_a_form(data: str, text: str) -> None:
    inner = (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
             "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
             '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert shown(inner.replace("FORMCHECKBOX", "FORMDROPDOWN" if "dd" in data else "FORMCHECKBOX")
                 ) == ([(f"前{text}后", ())], [])


def test_what_a_field_without_a_result_shows() -> None:
    assert shown(eq("SYMBOL 252 \\f Wingdings"))[0] == [("前✓后", ())]
    assert shown(eq("MACROBUTTON Go 点此"))[0] == [("前点此后", ())]
    assert shown(eq("XE 索引")) == ([("前后", ())], [])
    assert shown(eq("AUTONUM"))[1] == ["field_unread"]
    assert shown(eq("DOCPROPERTY Title"))[1] == ["field_empty"]


def test_symbols_of_fonts_whose_codes_are_their_own() -> None:
    assert symbol("Wingdings", 0xF0FC) == "✓" and symbol("wingdings", 0xFE) == "☑"
    assert symbol("Symbol", 0xF061) == "α" and symbol("宋体", 0x2460) == "①"
    assert symbol("Symbol", 0xF094) is None and symbol("宋体", 0xF061) is None
    assert drawn("\uf0b7甲", ("宋体", "Symbol")) == "•甲"
    assert drawn("üa甲", ("Wingdings", "宋体")) == "✓♋甲" and drawn("ü", ("宋体", "Symbol")) == "ü"
    assert drawn("\uf0b7甲", ("宋体",)) == "\uf0b7甲" and drawn("甲", ("Symbol",)) == "甲"
    found = read('<w:r><w:sym w:font="Symbol" w:char="F094"/></w:r>' + run("后"))
    assert [(d.kind, d.text) for d in found.diagnostics] == [("symbol_unknown", "\uf094")]
    assert next(found.edition.stories).text == "题\n\uf094后"
    assert shown(run("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>'))[0] == [("前☑后", ())]


def test_a_symbol_no_one_knows_is_asked_about_once_and_another_by_itself() -> None:
    def sign(code: str) -> str:
        return f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>'

    runs, kinds = shown(sign("F094") + sign("F094") + sign("F095"))
    assert runs == [("前\uf094\uf094\uf095后", ())]
    assert kinds == ["symbol_unknown", "symbol_unknown"]


def test_characters_of_a_symbol_font_are_accounted_for() -> None:
    runs, kinds = shown(run("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>') * 3)
    assert (runs, kinds) == ([("前☑☑☑后", ())], [])


def test_a_formula_no_one_sees_is_named() -> None:
    formula = f'<m:oMath xmlns:m="{M}"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    found = read(run("前") + field("TOC", formula) + run("后"))
    assert next(found.edition.stories).text == "题\n前后"
    assert [(d.kind, d.text) for d in found.diagnostics if "x=1" in (d.text or "")] != []
    assert "not_conserved" not in {d.kind for d in found.diagnostics}


def test_a_table_inside_a_line_is_read_word_by_word() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format('甲')}{cell.format('乙')}</w:tr></w:tbl>"
    found = read(run("前") + f"<w:smartTag>{table}</w:smartTag>" + run("后"))
    assert "".join(next(found.edition.stories).text.split()) == "题前甲乙后"


def m(tag: str, *inner: str, props: str = "") -> str:
    return f"<m:{tag}>{props}{''.join(inner)}</m:{tag}>"


def mr(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(("inner", "text", "exact"), [
    (mr("S=") + m("sSup", m("e", mr("πr")), m("sup", mr("2"))), "S=πr^2", True),
    (m("sSub", m("e", mr("H")), m("sub", mr("2"))), "H_2", True),
    (m("sSubSup", m("e", mr("x")), m("sub", mr("i")), m("sup", mr("2"))), "x_i^2", True),
    (m("sPre", m("sub", mr("6")), m("sup", mr("14")), m("e", mr("C"))), "_6^14C", True),
    (m("f", m("num", mr("a+b")), m("den", mr("2"))), "(a+b)/2", False),
    (m("f", m("num", mr("甲乙")), m("den", mr("丙"))), "甲乙/丙", False),
    (m("rad", m("deg"), m("e", mr("x+1"))), "√(x+1)", False),
    (m("rad", m("deg", mr("3")), m("e", mr("x"))), "^3√x", False),
    (m("nary", m("sub", mr("i=1")), m("sup", mr("n")), m("e", mr("i")),
       props='<m:naryPr><m:chr m:val="∑"/></m:naryPr>'), "∑_i=1^ni", False),
    (m("d", m("e", mr("a")), m("e", mr("b"))), "(a|b)", True),
    (m("d", m("e", mr("a")),
       props='<m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>'), "{a", True),
    (m("func", m("fName", mr("sin")), m("e", mr("x"))), "sinx", True),
    (m("m", m("mr", m("e", mr("1")), m("e", mr("2"))), m("mr", m("e", mr("3")), m("e", mr("4")))),
     "1, 2; 3, 4", False),
    (m("eqArr", m("e", mr("x=1")), m("e", mr("y=2"))), "x=1; y=2", False),
    (m("limLow", m("e", mr("lim")), m("lim", mr("n→∞"))), "lim_n→∞", False),
    (m("acc", m("e", mr("a")), props='<m:accPr><m:chr m:val="⃗"/></m:accPr>'), "a⃗", False),
    ("<m:new>" + mr("k") + "</m:new>", "k", False),
])
def test_formulas_on_one_line(inner: str, text: str, exact: bool) -> None:
    runs, kinds = shown(f'<m:oMath xmlns:m="{M}">{inner}</m:oMath>')
    signs = {(): "", ("super",): "^", ("sub",): "_"}
    assert "".join(signs[marks] + part for part, marks in runs) == f"前{text}后"
    assert kinds == ([] if exact else ["formula_on_one_line"])


def test_a_field_that_never_ends_hides_nothing() -> None:
    begin = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
             "<w:r><w:instrText>REF a</w:instrText></w:r>")
    assert shown(begin + run("字")) == ([("前字后", ())], [])
    assert shown('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("字")) == (
        [("前字后", ())], [])
    assert shown(begin + field("DATE", run("今天"))) == ([("前今天后", ())], [])


def test_many_open_fields_cost_no_more_than_they_are() -> None:
    both = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    inner = both * 2000 + run("字") * 2000 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 2000
    assert shown(inner)[0] == [("前" + "字" * 2000 + "后", ())]
