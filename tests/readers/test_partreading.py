"""Parts of Word files and web pages that no style names, and what an editor answers about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.train.stylefit import document_example
from bench.worddocs import documents, docx_of, word_doc
from bench.words import differences, found, wanted
from each_file import read_each
from edition import build
from edition.answering import Do
from edition.model import Crosshead, Figure, Paragraph, Run, Story
from edition.readers import Read
from edition.readers.dialect.marked import read_marked
from edition.readers.labelling import labeller
from edition.readers.labelling.looks import Look, style_words
from edition.readers.outlined import unitlines
from edition.readers.outlined.headings import Head
from edition.readers.outlined.partreading import read_parts
from edition.readers.sources import Source
from edition.render.editor.parts import parts_of
from readers.word_parts import docx, para

DOCS = [*documents(held_out=False), *documents(held_out=True)]
FIRST = "昨天上午，南湖村的新路修通了。这条路长四公里，通到了山里最远的三户人家。"
SECOND = "修路的石料都是从山下背上来的，村里人轮流上工，下雨天也没有停过一天。"
KINDS = ("headline", "kicker", "deck", "byline", "crosshead", "caption")


def read(data: bytes, name: str, answers: str = "") -> Read:
    return build.repair(read_each([Source(name, data, answers.encode())])[0])


def answer(line: int, text: str, do: str) -> str:
    return f'[[answers]]\nline = {line}\ntext = "{text}"\ndo = "{do}"\n\n'


def stories(found: Read) -> list[Story]:
    return list(found.edition.stories)


@pytest.mark.parametrize("kind", KINDS)
def test_documents_in_twenty_manners_read_right(kind: str) -> None:
    """Nine in ten of each kind, of what was marked and of what was read."""
    right = marked = made = 0
    for doc in DOCS:
        want = {p: n for p, n in wanted(doc).items() if p[0] == kind}
        have = {p: n for p, n in found(read(docx_of(doc), "a.docx").edition).items()
                if p[0] == kind}
        marked += sum(want.values())
        made += sum(have.values())
        right += sum(min(n, have.get(p, 0)) for p, n in want.items())
    assert marked > 5
    assert right >= 0.9 * marked and right >= 0.9 * made


def test_nothing_of_a_document_is_lost() -> None:
    for doc in DOCS:
        lost = [d for d in read(docx_of(doc), "a.docx").diagnostics
                if d.kind == "not_conserved"]
        assert not lost, doc.name


def test_documents_tuned_on_are_read_whole() -> None:
    assert not [row for doc in documents(held_out=False) for row in differences(doc)]


def test_a_document_is_shown_as_its_reader_meets_it() -> None:
    doc = word_doc("a", f"= H b sz=44 jc=center\nH|新路[br]修通\nP|{FIRST}")
    example = document_example(doc)
    assert list(example.letters) == ["H", "h", "p"]
    assert example.lines[0].style == ("larger3", "centred", "bold")
    assert not example.lines[2].style


def test_looks_are_told_against_the_text_of_the_file() -> None:
    text, head = Look(bold=True, size=16, face="楷体"), Look(size=22, face="黑体", aligned="center")
    assert style_words([head, text], ["标题", FIRST]) == [("larger2", "centred", "heavy"), ()]
    assert style_words([text, head], ["小字", FIRST]) == [("smaller", "flush", "bold", "kai"), ()]
    assert style_words([], []) == []


def test_a_file_with_a_style_for_headlines_has_no_other_headlines() -> None:
    big = '<w:b/><w:sz w:val="44"/>'
    (story,) = stories(read(docx(
        para("新路修通了", "1") + para(FIRST) + para("路修了整整三年", look=big) + para(SECOND)
    ), "a.docx"))
    assert story.headline == "新路修通了"
    assert [type(block) for block in story.body] == [Paragraph, Crosshead, Paragraph]


def test_crossheads_with_a_style_under_a_headline_without_one() -> None:
    big = '<w:b/><w:sz w:val="44"/>'
    (story,) = stories(read(docx(
        para("山里修通一条新路", props='<w:jc w:val="center"/>', look=big) + para(FIRST)
        + para("路修了三年", "2") + para(SECOND) + para("车也通了", "2") + para(FIRST)
    ), "a.docx"))
    assert story.headline == "山里修通一条新路"
    assert [b.parts for b in story.body if isinstance(b, Crosshead)] == [
        ("路修了三年",), ("车也通了",)]


# --- answers

WORD = docx(
    para("新路修通了", "1") + para("路修了三年") + para(FIRST) + para("车通了") + para(SECOND)
)


@pytest.mark.parametrize(("do", "part"), [
    ("deck", "deck"), ("headline", "headline"), ("crosshead", "crosshead"),
    ("furniture", "furniture"), ("paragraph", "paragraph"),
])
def test_answers_about_a_paragraph_of_a_word_file(do: str, part: str) -> None:
    line, text = (2, "三年") if do in ("deck", "paragraph") else (4, "车通了")
    got = read(WORD, "a.docx", answer(line, text, do))
    assert not [d for d in got.diagnostics if d.kind in ("answer_stale", "not_conserved")]
    first = stories(got)[0]
    match part:
        case "deck":
            assert first.deck == "路修了三年"
        case "headline":
            assert [s.headline for s in stories(got)] == ["新路修通了", "车通了"]
        case "crosshead":
            assert Crosshead(("车通了",), (4,), first.body[2].id) == first.body[2]
        case "furniture":
            assert [(f.line, f.text) for f in got.edition.furniture] == [(4, "车通了")]
        case _:
            assert isinstance(first.body[0], Paragraph) and first.body[0].lines == (2,)


def test_an_answer_makes_text_of_a_heading_with_a_style() -> None:
    got = read(WORD, "a.docx", answer(1, "新路", "paragraph") + answer(2, "三年", "headline"))
    assert [s.headline for s in stories(got)][-1] == "路修了三年"
    assert not [d for d in got.diagnostics if d.kind in ("answer_stale", "not_conserved")]


def test_an_answer_that_fits_no_paragraph_is_named() -> None:
    got = read(WORD, "a.docx", answer(2, "没有", "deck") + answer(99, "无", "deck"))
    assert [d.kind for d in got.diagnostics].count("answer_stale") == 2


MARKDOWN = f"# 新路修通了\n\n路修了三年\n\n{FIRST}\n\n车通了\n\n{SECOND}\n"


@pytest.mark.parametrize(("line", "text", "do"), [
    (3, "三年", "deck"), (7, "车通了", "crosshead"), (7, "车通了", "headline"),
    (7, "车通了", "furniture"), (1, "新路", "kicker"),
])
def test_answers_about_a_line_of_markdown(line: int, text: str, do: str) -> None:
    more = answer(3, "三年", "headline") if do == "kicker" else ""
    got = read(MARKDOWN.encode(), "a.md", answer(line, text, do) + more)
    assert not [d for d in got.diagnostics
                if d.kind in ("answer_stale", "not_conserved", "unaccounted")]
    first = stories(got)[0]
    shown = {
        "deck": first.deck == "路修了三年",
        "crosshead": any(isinstance(block, Crosshead) for block in first.body),
        "headline": len(stories(got)) == 2,
        "furniture": [f.line for f in got.edition.furniture] == [7],
        "kicker": (first.kicker, first.headline) == ("新路修通了", "路修了三年"),
    }
    assert shown[do]


PAGE = (f"<html><head><title>甲</title></head><body><article><h1>新路修通了</h1><p>路修了三年</p>"
        f"<p>{FIRST}</p><p>车通了</p><p>{SECOND}</p></article><footer>关于我们</footer></body></html>")


@pytest.mark.parametrize(("line", "text", "do"), [
    (2, "三年", "deck"), (4, "车通了", "crosshead"), (4, "车通了", "headline"),
    (4, "车通了", "furniture"),
])
def test_answers_about_a_paragraph_of_a_web_page(line: int, text: str, do: str) -> None:
    got = read(PAGE.encode(), "a.html", answer(line, text, do))
    assert not [d for d in got.diagnostics
                if d.kind in ("answer_stale", "not_conserved", "unaccounted")]
    first = stories(got)[0]
    shown = {
        "deck": first.deck == "路修了三年",
        "crosshead": any(isinstance(block, Crosshead) for block in first.body),
        "headline": [s.headline for s in stories(got)] == ["新路修通了", "车通了"],
        "furniture": "车通了" in [f.text for f in got.edition.furniture],
    }
    assert shown[do]


PLAIN = f"""<html><head><title>稿件 12</title></head><body>
<p align="center"><font size="3">从“望天田”到“丰产田”</font></p>
<p align="center"><b><font size="6">三万亩稻田喝上“放心水”</font></b></p>
<p style="text-align: center">——高标准农田建设见闻</p><p align="center">本报记者　李春生</p>
<p>　　{FIRST}</p><p>　　{SECOND}</p><p>　　<b>一渠清水进田来</b></p><p>　　{FIRST}</p>
<p><img src="a.png"></p><p align="center"><font size="2">村民在渠边查看水情</font></p>
<p>　　{SECOND}</p></body></html>"""


def test_a_page_without_headings_is_read_by_its_looks() -> None:
    got = read(PLAIN.encode(), "a.html")
    (story,) = stories(got)
    assert (story.kicker, story.headline, story.deck) == (
        "从“望天田”到“丰产田”", "三万亩稻田喝上“放心水”", "——高标准农田建设见闻")
    assert story.byline and story.byline.names == ("李春生",)
    kinds = [type(block) for block in story.body]
    assert kinds == [Paragraph, Paragraph, Crosshead, Paragraph, Figure, Paragraph]
    assert not [d for d in got.diagnostics if d.kind in ("not_conserved", "headline_missing")]


@pytest.mark.parametrize(("data", "name"), [(WORD, "a.docx"), (PAGE.encode(), "a.html"),
                                            (MARKDOWN.encode(), "a.md")])
def test_the_proof_sheet_shows_the_numbers_that_answers_name(data: bytes, name: str) -> None:
    got = read(data, name)
    (copy,) = got.copy
    assert [line for line in copy.lines if "车通了" in line]
    for story in stories(got):
        for block in story.body:
            assert all(copy.lines[number - 1] for number in block.lines)
    shown = [part for story in stories(got) for part in parts_of(story, copy.lines)]
    assert all(copy.lines[number - 1] for part in shown for number in part.lines)


def test_a_size_or_a_distance_that_is_no_number_is_none() -> None:
    found = read(docx(
        para("山里修通一条新路", look='<w:sz w:val="²"/>', props='<w:spacing w:before="²"/>')
        + para(FIRST)
    ), "a.docx")
    assert [story.headline for story in stories(found)] == ["山里修通一条新路"]


def test_a_heading_without_words_fails_nothing() -> None:
    """What is left of a heading that held a mark of a note and nothing else."""
    items = [
        Paragraph((Run("山里修通一条新路"),), (1,)), Paragraph((Run(FIRST),), (2,)),
        Head(2, "", 3), Paragraph((Run(SECOND),), (4,)),
    ]
    looks = {1: Look(bold=True, size=22.0), 2: Look(), 4: Look()}
    made = read_parts(items, looks, "a", {})
    assert [item.text for item in made.items if isinstance(item, Head) and item.text] == [
        "山里修通一条新路"
    ]


MARKED = sorted((Path(__file__).parents[1] / "cases" / "markup").glob("*.md"))


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_what_a_format_declares_is_what_weighing_would_leave(path: Path) -> None:
    """An answer about a line that no item has makes every line be weighed."""
    items = read_marked(path.read_text("utf-8"), path.name).items
    assert read_parts(items, {}, "a", {}) == read_parts(items, {}, "a", {10**6: Do.PARAGRAPH})


def test_no_line_is_weighed_where_the_format_declares_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Weighing took two fifths of the time of a book from Markdown."""
    for room, name in ((labeller, "label"), (unitlines, "lines_of")):
        monkeypatch.setattr(room, name, lambda *given: pytest.fail("weighed"))
    text = f"# 山里修通一条新路\n\n{FIRST}\n\n## 石料\n\n- 甲\n- 乙\n\n> {SECOND}\n"
    assert [story.headline for story in stories(read(text.encode(), "a.md"))] == [
        "山里修通一条新路"
    ]


def test_lines_of_the_page_over_markdown_are_set_aside() -> None:
    text = f"山城日报 2026年9月1日 星期二 第3版\n\n# 山里修通一条新路\n\n{FIRST}\n"
    made = read(text.encode(), "a.md")
    assert [item.line for item in made.edition.furniture] == [1]
