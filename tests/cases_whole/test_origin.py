"""Copy out of mails, PDF files, sheets, scans and typesetting programs, on page and in book."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from each_file import read_each
from edition import build
from edition.errors import Diagnostic, UnreadableInput
from edition.model import Paragraph, Table, block_text, plain
from edition.readers import Read
from edition.readers.sources import Source

CASES = Path(__file__).parent.parent / "cases" / "origin"


@cache
def case(name: str) -> Read:
    return build.read(CASES / name)


def read(text: str, side: str = "", name: str = "a.txt") -> Read:
    source = Source(name, text.encode(), side.encode() or None)
    return build.repair(read_each([source])[0])


def texts(found: Read) -> list[str]:
    return [block_text(b) for s in found.edition.stories for b in s.body]


def kinds(found: Read) -> list[str]:
    return [remark.kind for remark in found.diagnostics]


def said(found: Read, kind: str) -> Diagnostic:
    (remark,) = (r for r in found.diagnostics if r.kind == kind)
    return remark


def aside(found: Read) -> list[tuple[int, str]]:
    return [(item.line, item.text) for item in found.edition.furniture]


@cache
def printed(name: str) -> tuple[str, str]:
    """The text of the page and of the book, without white space."""
    edition = case(name).edition
    page = build.to_pdf(edition, "newsletter")
    document = pypdfium2.PdfDocument(page.data)
    drawn = "".join(p.get_textpage().get_text_bounded() for p in document)
    with zipfile.ZipFile(io.BytesIO(build.to_epub(edition, page.pages).data)) as book:
        pages = [book.read(n).decode() for n in book.namelist() if n.endswith(".xhtml")]
    told = unescape("".join(re.sub("<[^>]*>", "", text) for text in pages))
    return "".join(drawn.split()), "".join(told.split())


def both(name: str, *wanted: str) -> None:
    for text in printed(name):
        for words in wanted:
            assert words in text, words


# --- mail


def test_a_quoted_mail() -> None:
    found = case("x04_mail_quoted.txt")
    (story,) = found.edition.stories
    assert story.headline == "渡口修好了"
    assert story.byline is not None and story.byline.names == ("林小禾",)
    assert [type(b) for b in story.body] == [Paragraph, Paragraph]
    assert story.body[0].lines == (3, 4, 5)
    assert not any(">" in text for text in texts(found))
    assert said(found, "copied_from_mail").values["marks"] == 10
    both("x04_mail_quoted.txt", "连对岸的人也坐船过来。码头边", "渡口修好了", "林小禾")
    assert all(">" not in text for text in printed("x04_mail_quoted.txt"))


MAIL = """发件人: 林小禾 <lin@example.cn>
发送时间: 2026年11月28日
收件人: 编辑部
主题: 稿件

渡口修好了

老渡口昨天修好了，镇里的人都来看。

（林小禾）

-- 
林小禾
东渡镇文化站 0571-1234567
"""


def test_header_and_signature_are_set_aside_and_listed() -> None:
    found = read(MAIL)
    (story,) = found.edition.stories
    assert (story.headline, texts(found)) == ("渡口修好了", ["老渡口昨天修好了，镇里的人都来看。"])
    assert [line for line, _ in aside(found)] == [1, 2, 3, 4, 12, 13, 14]
    assert kinds(found) == ["copied_from_mail"]
    assert "copied_from" in said(found, "copied_from_mail").advice("zh-Hans")


def test_the_sidecar_undoes_it_and_an_answer_brings_a_line_back() -> None:
    as_typed = read(MAIL, 'copied_from = "none"')
    assert "copied_from_mail" not in kinds(as_typed)
    answer = '[[answers]]\nline = 4\ntext = "主题"\ndo = "paragraph"'
    kept = read(MAIL, answer)
    assert 4 not in [line for line, _ in aside(kept)]
    assert any("主题" in text for text in texts(kept))


def test_depths_flowed_lines_and_attribution() -> None:
    found = read(
        "收到。\n\n在 2026年11月28日，林小禾 写道：\n> 渡口修好了\n>\n"
        "> 老渡口昨天修好了，镇里的人都来看，连对岸的人也坐 \n"
        "> 船过来，码头边新添了一座便民亭，里面有两条长凳和一 \n"
        "> 个饮水机。\n>> 亭子的木料是镇上各家凑的。\n>> （林小禾）\n"
    )
    assert (3, "在 2026年11月28日，林小禾 写道：") in aside(found)
    *_, flowed, deeper = texts(found)
    assert "人也坐船过来，码头边新添了一座便民亭，里面有两条长凳和一个饮水机。" in flowed
    assert deeper == "亭子的木料是镇上各家凑的。"


@pytest.mark.parametrize("text", [
    "日记\n\n他在2023年的日记里写道：\n\n今天下雨。\n\n> 一行引文。\n\n（林小禾）\n",
    "讲座\n\n时间：周六\n主题：读书\n地点：文化站\n\n请大家来。\n",
])
def test_plain_copy_is_no_mail(text: str) -> None:
    assert "copied_from_mail" not in kinds(read(text))


# --- PDF


def test_copy_out_of_a_pdf() -> None:
    found = case("x05_pdfcopy.txt")
    (story,) = found.edition.stories
    assert story.headline == "老渡口的三次搬迁"
    first, second = texts(found)
    assert "East River Engineering 承建" in first and "反而多起来" in first
    assert first.startswith("东渡镇的老渡口一共") and second.startswith("周大爷")
    assert [line for line, _ in aside(found)] == [1, 10, 16]
    assert said(found, "hyphens_joined").text == "Engineering"
    assert "columns_interleaved" not in kinds(found)
    both("x05_pdfcopy.txt", "EastRiverEngineering承建", "可是运货的船反而多起来")


LINES = (
    "老渡口昨天修好了，镇里的人都到码头上来看，连对岸的人也坐船过来。码头边新添了一座便民亭，里面有两条长凳和一个饮水机，"
    "亭子的木料是镇上各家凑的，匠人没有收工钱，长凳是学校的孩子们画的，颜色鲜亮。"
)


@pytest.mark.parametrize("width", [10, 13, 17, 24, 31, 38])
def test_lines_broken_at_any_width(width: int) -> None:
    rows = [LINES[n : n + width] for n in range(0, len(LINES), width)]
    found = read("\n".join(["渡口记", "", *rows, "", "（林小禾）"]))
    assert texts(found) == [LINES]


@pytest.mark.parametrize("folio", ["- {} -", "第 {} 页", "· {} ·", "Page {} of 9"])
def test_folios_that_count_on(folio: str) -> None:
    rows = [LINES[n : n + 20] for n in range(0, len(LINES), 20)]
    marks = [folio.format(n) for n in (3, 4)]
    found = read("\n".join([
        "渡口记", "", *rows[:3], "", marks[0], "", *rows[3:], marks[1], "（林小禾）",
    ]))
    assert [text for _, text in aside(found)] == marks
    assert texts(found) == [LINES]


def test_chapters_of_an_essay_are_no_folios() -> None:
    found = read("渡口记\n\n1\n\n老渡口修好了。\n\n2\n\n人都来看。\n\n3\n\n船开了。\n")
    assert "copied_from_pdf" not in kinds(found)


def test_verse_is_not_broken_copy() -> None:
    found = read("渡口\n\n一担泥来一担沙，\n扁担底下开红花，\n社员挑走黄土岭，\n明年遍地是棉花。\n")
    assert "line_ends_joined" not in kinds(found)


@pytest.mark.parametrize(("first", "last"), [("well", "known"), ("twenty", "three")])
def test_a_compound_keeps_its_hyphen(first: str, last: str) -> None:
    found = read(f"新馆\n\n展品来自 {first}-\n{last} 的博物馆，一共三百件。\n")
    assert texts(found) == [f"展品来自 {first}-{last} 的博物馆，一共三百件。"]


# --- scans


def test_spaces_between_all_characters() -> None:
    found = case("c06_ocr.txt")
    (story,) = found.edition.stories
    assert story.headline == "石桥修好了"
    assert story.byline is not None and story.byline.names == ("王小明",)
    assert "县水利局2023年投入120万元，修桥用了三个月。" in texts(found)[0]
    assert texts(found)[1] == "有关部门负责人表示，这座桥将作为文物保护起来，不再通车。"
    assert kinds(found).count("han_spaces_removed") == 1
    both("c06_ocr.txt", "有关部门负责人表示")


def test_names_parted_by_white_stay_so() -> None:
    text = "名单\n\n李　明　王　芳　赵　刚　周　平　吴　敏　郑　华　冯　军　陈　丽\n"
    assert "han_spaces_removed" not in kinds(read(text))


# --- sheets


def test_rows_out_of_a_spreadsheet() -> None:
    found = case("x01_tsv.txt")
    (story,) = found.edition.stories
    assert story.headline == "春季运动会成绩公布"
    (table,) = (b for b in story.body if isinstance(b, Table))
    assert table.header_rows == 1 and table.width == 5
    rows = {plain(row[0]): [plain(cell) for cell in row[1:]] for row in table.rows}
    assert rows["石桥"] == ["", "1", "4", ""]
    assert rows["上渡"] == ["3", "2", "", ""]
    assert len(texts(found)) == 3
    both("x01_tsv.txt", "村名金牌银牌铜牌备注", "石桥14", "下渡21少一人")


def test_a_cell_of_several_lines_and_a_first_cell_that_is_empty() -> None:
    found = read('成绩\n\n如下。\n\n村名\t金牌\t备注\n"上渡\n村"\t3\n\t2\t缺名\n\n完了。\n')
    (table,) = (b for s in found.edition.stories for b in s.body if isinstance(b, Table))
    assert [[plain(c) for c in row] for row in table.rows] == [
        ["村名", "金牌", "备注"], ["上渡 村", "3", ""], ["", "2", "缺名"],
    ]


def test_a_tab_as_an_indent_is_white() -> None:
    found = read("渡口\n\n\t老渡口昨天修好了。\n\t人都来看。\n")
    assert texts(found) == ["老渡口昨天修好了。", "人都来看。"]


# --- tagged copy and web pages


def test_founder_codes_are_taken_out() -> None:
    found = case("x20_founder_bd.txt")
    (story,) = found.edition.stories
    assert story.headline == "码头边新添一座便民亭"
    assert story.byline is not None and story.byline.names == ("林小禾",)
    assert "两条长凳、一个饮水机，还有" in texts(found)[0]
    assert kinds(found) == ["copied_with_codes"]
    assert all(not set("〖〗↙Ω") & set(text) for text in printed("x20_founder_bd.txt"))


def test_indesign_tags_are_taken_out() -> None:
    found = read(
        "<UNICODE-WIN>\n<DefineParaStyle:正文=<Nextstyle:正文><cFont:宋体>>\n"
        "<ParaStyle:标题>渡口修好了\n<ParaStyle:正文>人<cTypeface:Bold>都<cTypeface:>来"
        "<0x2014><0x2014>看\\<船\\>。\n"
    )
    (story,) = found.edition.stories
    assert (story.headline, texts(found)) == ("渡口修好了", ["人都来——看<船>。"])
    assert "not_conserved" not in kinds(found)


@pytest.mark.parametrize("text", [
    "〖HT〗渡口〖HT〗\n占〖SX（〗1〖〗2〖SX）〗左右。", "〖HT〗渡口〖HT〗\n人〖都来看。",
    "<html><body><p>渡口</p></body></html>", "{\\rtf1\\ansi x}", "<?xml version='1.0'?><a/>",
    "From: a\nContent-Transfer-Encoding: base64\n\n5rih5Y+j\n",
    "<ASCII-WIN>\n<TableStart:1,2>甲<CellStart:1,1>",
])
def test_codes_that_cannot_go_are_one_clear_error(text: str) -> None:
    with pytest.raises(UnreadableInput, match="tagged copy"):
        read(text)
    assert texts(read(f"{text}\n人都来看。", 'copied_from = "none"'))


def test_entities() -> None:
    found = case("x22_entities.txt")
    assert "亭子不大，里面有两条长凳&一个饮水机，还有一块写着“开船时刻”的木牌。" in texts(found)[0]
    assert texts(found)[1] == "等船的人不用再站在太阳底下。"
    assert said(found, "entities_decoded").values["count"] == 7
    both("x22_entities.txt", "长凳&一个饮水机", "“开船时刻”")


def test_what_only_looks_like_an_entity_is_asked_and_stays() -> None:
    found = read("渡口\n\n人&foo;来，AT&T;公司，温度<5，压力>3。\n")
    assert texts(found) == ["人&foo;来，AT&T;公司，温度<5，压力>3。"]
    assert kinds(found) == ["entities_unsure"]


# --- characters


def test_invisible_characters() -> None:
    found = case("x09_zerowidth.txt")
    (story,) = found.edition.stories
    assert story.byline is not None and story.byline.names == ("林小禾",)
    signs = [r.values["sign"] for r in found.diagnostics if r.kind == "invisible_removed"]
    assert sorted(map(str, signs)) == ["U+00AD", "U+200B", "U+200C", "U+200D", "U+2060"]
    for text in printed("x09_zerowidth.txt"):
        assert "东渡口码头边新添的便民亭开门了。亭子不大" in text
        assert not re.search("[一-鿿][\u200b-\u200d\u2060\xad][一-鿿]", text)


def test_joiners_that_mean_something_stay() -> None:
    text = "👨\u200d👩\u200d👧和नमस्\u200dते，می\u200cخواهم，葛\U000e0100城。"
    assert texts(read(f"家\n\n{text}\n")) == [text]


def test_private_use_characters() -> None:
    found = case("x10_pua.txt")
    assert all(name in texts(found)[0] for name in ("陈䶮老人", "王䜣，", "李𤇾，"))
    assert "U+E844 䜣" in said(found, "private_use_decoded").message
    assert said(found, "private_use").values["code"] == "U+F8F5"


def test_hkscs_in_traditional_copy() -> None:
    wanted = bytes((0xFA, 0x5C)).decode("big5hkscs")
    private = chr(0xE000 + 0x5C - 0x40)
    found = read(f"族譜\n\n這個國家的經濟學會說{private}，來過。\n")
    assert wanted in texts(found)[0]


def test_radicals() -> None:
    found = case("c04_kangxi.txt")
    story = next(iter(found.edition.stories))
    assert (story.headline, story.deck) == ("石桥修好了", "——用三年修好老桥")
    assert kinds(found).count("radicals_folded") == 1
    both("c04_kangxi.txt", "用了一个月，金额一百二十万元。民生工程，长年见效", "记者高明")
    assert all(not re.search("[\u2e80-\u2fdf]", text) for text in printed("c04_kangxi.txt"))


def test_radicals_of_another_format_are_told() -> None:
    found = read("# ⽯桥\n\n⽤了⼀个⽉。\n", name="a.md")
    assert texts(found) == ["用了一个月。"]
    assert said(found, "radicals_folded").values["count"] == 4


# --- marks


def test_marks_are_asked_once_a_kind() -> None:
    found = case("c08_quotes.txt")
    asked = kinds(found)
    for kind in (
        "half_width_punctuation", "half_width_pairs", "marks_doubled", "quotes_turned",
        "letter_for_zero",
    ):
        assert asked.count(kind) == 1, kind
    marks = str(said(found, "half_width_pairs").values["marks"])
    assert {'" "', "' '", "( )", "[ ]", "<< >>", "< >"} == set(re.findall(r"\S+ \S+", marks))
    assert not [r for r in found.diagnostics if r.line == 3 and r.kind != "quotes_turned"]


def test_half_width_marks_of_a_long_page_are_one_query() -> None:
    found = read("渡口\n\n" + "\n\n".join(["人都来看,船开了."] * 60))
    assert kinds(found).count("half_width_punctuation") == 1
    assert said(found, "half_width_punctuation").values["count"] == 120


@pytest.mark.parametrize("text", [
    "他说：“好！”大家都笑了？！真的。", "比分3:2，网址a.b/c,d，价格1,000元，二〇二三年。",
    "“人家叫它‘新路’。”他说，“路通了。”", "一. 项目已经办好。", "H2O 和 CO2 都在。",
])
def test_sound_marks_are_not_asked(text: str) -> None:
    assert not {k for k in kinds(read(f"渡口\n\n{text}\n")) if "mark" in k or "half" in k or
                "quote" in k or "zero" in k}


def test_full_width_figures_by_house_style() -> None:
    text = "渡口\n\n增长５．６％，２０２３年。\n"
    assert texts(read(text)) == ["增长５．６％，２０２３年。"]
    found = read(text, 'figures = "half"')
    assert texts(found) == ["增长5.6%，2023年。"]
    assert said(found, "figures_narrowed").values["count"] == 8


# --- own output


def test_own_output_is_no_copy(tmp_path: Path) -> None:
    import json

    from edition.storyjson.write import stories_json

    folder = tmp_path / "self"
    folder.mkdir()
    (folder / "p.txt").write_text("渡口修好了\n\n老渡口昨天修好了。\n\n（林小禾）\n", "utf-8")
    first = build.read(folder)
    (folder / "self.proof.html").write_bytes(build.to_proof(first))
    (folder / "other name.html").write_bytes(build.to_proof(first, lang="zh-Hans"))
    written = json.dumps(stories_json(first.edition), ensure_ascii=False)
    (folder / "out.json").write_text(written, "utf-8")
    again = build.read(folder)
    assert [s.headline for s in again.edition.stories] == ["渡口修好了"]
    assert kinds(again).count("own_output_left_out") == 3
    with pytest.raises(UnreadableInput, match="proof sheet"):
        build.read(folder / "self.proof.html")
    (folder / "p.txt").unlink()
    assert [s.headline for s in build.read(folder).edition.stories] == ["渡口修好了"]
