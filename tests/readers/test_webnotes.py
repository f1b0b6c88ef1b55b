"""Notes of web pages: the mark stands in the text, the note behind it, nothing twice or lost."""

from __future__ import annotations

import pytest

from edition.model import Crosshead, Footnote, Run, Story, Verse, block_text, plain
from edition.readers import Read, read_bytes

TEXT = "水库今起蓄水，坝高一百米，库容三亿立方米，下游五县从此不再缺水，两岸的村民都来看了。"
WORD = """<html><head><meta charset="utf-8"></head><body><div class=WordSection1>
<p class=MsoNormal>{text}<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
title="">
<span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a></p>
<p class=MsoNormal>{text}</p></div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>
<a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a>
据县志记载。</p><p class=MsoFootnoteText>另见水利年鉴。</p></div></div></body></html>"""
PANDOC = """<p>{text}<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup>
</a></p><p>{text}</p><section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol>
<li id="fn1"><p>据县志记载。</p><p>另见水利年鉴。<a href="#fnref1" class="footnote-back"
role="doc-backlink">↩︎</a></p></li></ol></section>"""
WORDPRESS = """<p>{text}<sup data-fn="7a-b" class="fn"><a id="7a-b-link"
href="#7a-b">1</a></sup></p>
<p>{text}</p><ol class="wp-block-footnotes"><li id="7a-b">据县志记载。另见水利年鉴。
<a href="#7a-b-link" aria-label="跳转到脚注引用 1">↩︎</a></li></ol>"""
WIKI = """<p>{text}<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>
<p>{text}</p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b>
<a href="#cite_ref-1">^</a></b></span>
<span class="reference-text">据县志记载。另见水利年鉴。</span></li></ol>"""
BY_HAND = """<p>{text}<sup><a href="#n1">①</a></sup></p><p>{text}</p><hr>
<p id="n1">①据县志记载。另见水利年鉴。</p>"""
ANCHORS = """<p>{text}<a name="b1"></a><a href="#z1">[1]</a></p><p>{text}</p>
<p><a name="z1"></a><a href="#b1">[1]</a> 据县志记载。另见水利年鉴。</p>"""
KINDS = {"word": WORD, "pandoc": PANDOC, "wordpress": WORDPRESS, "wiki": WIKI,
         "by hand": BY_HAND}


def read(page: str) -> Read:
    whole = page.replace("{text}", TEXT)
    if "<html" not in whole:
        whole = f"<html><body><article><h1>水库蓄水</h1>{whole}</article></body></html>"
    return read_bytes(whole.encode(), "a.html")


def story(page: str) -> Story:
    return read(page).edition.sections[0].stories[0]


def marks(found: Story) -> list[Run]:
    return [run for block in found.body for run in getattr(block, "runs", ()) if run.note]


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_leads_to_its_note(kind: str) -> None:
    found = story(KINDS[kind])
    notes = [block for block in found.body if isinstance(block, Footnote)]
    assert [("".join(block_text(note).split())).lstrip("[1]①^") for note in notes] == [
        "据县志记载。另见水利年鉴。"]
    assert [(run.note, run.text) for run in marks(found)] == [(notes[0].id, notes[0].label)]
    assert found.body[-1] is notes[-1]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_it_is_lost_or_stands_twice(kind: str) -> None:
    found = read(KINDS[kind])
    assert not {r.kind for r in found.diagnostics} & {"not_conserved", "unaccounted"}
    assert found.edition.sections[0].stories[0].text.count("据县志") == 1
    assert "据县志" not in "".join(f.text for f in found.edition.furniture)


def test_two_marks_of_one_note_and_two_notes() -> None:
    found = story("""<p>甲{text}<sup><a id="r1" href="#f1">1</a></sup></p>
        <p>乙{text}<sup><a id="r2" href="#f2">2</a></sup>又<sup><a id="r3"
        href="#f1">1</a></sup></p>
        <ol><li id="f1">其一。<a href="#r1">↩</a> <a href="#r3">↩</a></li>
        <li id="f2">其二。<a href="#r2">↩</a></li></ol>""")
    assert [b.label for b in found.body if isinstance(b, Footnote)] == ["1", "2"]
    first, second, again = (run.note for run in marks(found))
    assert first == again != second


@pytest.mark.parametrize("page", [
    # a table of contents, a page number, a link to a heading, a list of notes in one paragraph
    '<ul><li><a href="#s1">1</a></li></ul><p>{text}</p><p id="s1">{text}</p>',
    '<p>{text}<a href="#s1">2</a></p><h2 id="s1">第二节</h2><p>{text}</p>',
    '<p>{text}<sup><a href="#a1">1</a></sup><sup><a href="#a2">2</a></sup></p><p>{text}</p>'
    '<section><p><a name="a1"></a>1 其一<br><a name="a2"></a>2 其二</p></section>',
])
def test_what_only_looks_so_stays_text(page: str) -> None:
    found = read(page)
    assert not any(isinstance(b, Footnote) for b in found.edition.sections[0].stories[0].body)
    assert "not_conserved" not in {r.kind for r in found.diagnostics}


def test_the_links_back_are_named_once() -> None:
    said = [r.text for r in read(PANDOC).diagnostics if r.kind == "markup_left_out"]
    assert said == ["↩︎"]


def test_a_byline_above_the_notes_is_still_the_byline() -> None:
    found = story("""<p>{text}<sup><a id="r1" href="#f1">1</a></sup></p><p>{text}</p>
        <p>（方晴）</p><ol><li id="f1">其一。<a href="#r1">↩</a></li></ol>""")
    assert found.byline is not None
    assert found.byline.raw == "（方晴）"


@pytest.mark.parametrize("typed", [
    "[ref]据县志记载。[/ref]", "[footnote]据县志记载。[/footnote]",
    "[efn_note]据县志记载。[/efn_note]", "((据县志记载。))",
])
def test_notes_typed_between_codes_of_wordpress(typed: str) -> None:
    feed = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
        <item><title>水库蓄水</title><content:encoded><![CDATA[{TEXT}{typed}

        {TEXT}]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
        </item></channel></rss>"""
    found = read_bytes(feed.encode(), "a.xml")
    body = found.edition.sections[0].stories[0]
    assert [(b.label, block_text(b)) for b in body.body if isinstance(b, Footnote)] == [
        ("1", "1 据县志记载。")]
    assert [run.text for run in marks(body)] == ["1"]
    assert "not_conserved" not in {r.kind for r in found.diagnostics}


def post(text: str) -> Read:
    """A post as WordPress exports it."""
    feed = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
        <item><title>水库蓄水</title><content:encoded><![CDATA[{TEXT}{text}

        {TEXT}]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
        </item></channel></rss>"""
    return read_bytes(feed.encode(), "a.xml")


@pytest.mark.parametrize(("typed", "words"), [
    ('<a href="http://x.cn/((y))">链</a>', "链"),
    ('<a title="((戊))>" href="http://x.cn/">链</a>', "链"),
    ("<a href='http://x.cn/' title='[ref]己[/ref]'>链</a>", "链"),
    ("<code>if ((a))</code>", "if ((a))"),
    ("<!-- ((不印)) -->", ""),
    ('((见<img src="a.jpg">图))', "((见图))"),
    ("((<b></b>))", "(())"),
])
def test_codes_within_tags_and_verbatim_text_are_no_notes(typed: str, words: str) -> None:
    found = post(typed)
    story = found.edition.sections[0].stories[0]
    assert not any(isinstance(block, Footnote) for block in story.body)
    assert "".join(map(block_text, story.body)).replace(" ", "") == (
        TEXT + words.replace(" ", "") + TEXT)
    assert "not_conserved" not in {r.kind for r in found.diagnostics}


def test_a_picture_whose_words_look_like_a_note_stays() -> None:
    found = post('</p><img alt="图((1))" src="a.jpg"><p>又记((其一))')
    story = found.edition.sections[0].stories[0]
    assert [(r.values["src"], r.text) for r in found.diagnostics
            if r.kind == "picture_missing"] == [("a.jpg", "图((1))")]
    assert [block_text(b) for b in story.body if isinstance(b, Footnote)] == ["1 其一"]


def test_the_code_that_places_the_notes_is_named() -> None:
    said = post("((其一))[footnotes]").diagnostics
    assert [r.text for r in said if r.kind == "left_out"] == ["[footnotes]"]


@pytest.mark.parametrize(("note", "label", "words"), [
    ('<ol><li id="fn3">3月5日，新华社报道。</li></ol>', "3", "3月5日，新华社报道。"),
    ('<ol><li id="fn3">3.5万人参加。</li></ol>', "3", "3.5万人参加。"),
    ('<ol><li id="fn3">3 个县参加。</li></ol>', "3", "3 个县参加。"),
    ('<ol><li id="fn3"><p>3月5日报道。</p></li></ol>', "3", "3月5日报道。"),
    ('<ol><li id="fn3"><sup>3</sup>H测年。</li></ol>', "3", "3H测年。"),
    ('<ol><li id="fn3">[3] 5月报道。</li></ol>', "[3]", "5月报道。"),
    ('<ul style="list-style: none"><li id="fn3">3. 据县志。</li></ul>', "3.", "据县志。"),
    ('<p id="fn3">3月5日，新华社报道。</p>', "3", "3月5日，新华社报道。"),
    ('<p id="fn3">3 月 5 日，新华社报道。</p>', "3", "3 月 5 日，新华社报道。"),
    ('<p id="fn3">3.5万人参加。</p>', "3", "3.5万人参加。"),
    ('<p id="fn3">3：30开会。</p>', "3", "3：30开会。"),
    ('<p id="fn3"><b>3</b>.5万人参加。</p>', "3", "3.5万人参加。"),
    ('<p id="fn3"><b>3.</b><i>5</i>万人参加。</p>', "3", "3.5万人参加。"),
    ('<p id="fn3">3.据县志。</p>', "3.", "据县志。"),
    ('<p id="fn3">3 据县志。</p>', "3", "据县志。"),
    ('<p id="fn3"><b>3</b> 据县志。</p>', "3", "据县志。"),
    ('<p id="fn3"><sup>3</sup>据县志。</p>', "3", "据县志。"),
    ('<p id="fn3">（3）5月报道。</p>', "（3）", "5月报道。"),
])
def test_a_note_keeps_the_figure_it_begins_with(note: str, label: str, words: str) -> None:
    found = story(f'<p>{TEXT}<sup><a href="#fn3">3</a></sup></p><p>{TEXT}</p>{note}')
    (block,) = (block for block in found.body if isinstance(block, Footnote))
    assert (block.label, block_text(block).removeprefix(label).strip()) == (label, words)


def test_a_mark_that_holds_a_picture_is_none() -> None:
    found = read('<p>{text}<sup><a href="#fn1"><img src="a.jpg">1</a></sup></p><p>{text}</p>'
                 '<ol><li id="fn1">其一。</li></ol>')
    assert "a.jpg" in {r.values["src"] for r in found.diagnostics if r.kind == "picture_missing"}
    assert "not_conserved" not in {r.kind for r in found.diagnostics}


@pytest.mark.parametrize("hidden", [
    '<span style="display:none">注</span>', '<span class="sr-only">注</span>', "<del>注</del>",
])
def test_what_a_mark_hides_is_named_and_no_part_of_it(hidden: str) -> None:
    page = (f'<p>{TEXT}<sup><a id="r1" href="#fn1">{hidden}1</a></sup></p><p>{TEXT}</p>'
            f'<p id="fn1"><a href="#r1">{hidden}1</a>据县志记载。</p>')
    found = read(page)
    (body,) = found.edition.stories
    assert [run.text for run in marks(body)] == ["1"]
    assert [b.label for b in body.body if isinstance(b, Footnote)] == ["1"]
    kinds = ("left_out", "struck_left_out")
    assert [r.text for r in found.diagnostics if r.kind in kinds] == ["注", "注"]
    assert "not_conserved" not in {r.kind for r in found.diagnostics}


MARK = '<sup><a id="r1" href="#fn1">1</a></sup>'
LINES = {
    "h1": ("<article><h1>水库蓄水{mark}</h1><p>{text}</p><p>{text}</p>{note}</article>", "1"),
    "h2": ("<article><h1>水库蓄水</h1><p>{text}</p><h2>两岸{mark}</h2><p>{text}</p>{note}"
           "</article>", "1"),
    "class": ('<article><p class="entry-title">水库蓄水{mark}</p><p>{text}</p><p>{text}</p>'
              "{note}</article>", "1"),
    "above": ("<h1>水库蓄水{mark}</h1><article><p>{text}</p><p>{text}</p></article>{note}", "1"),
}


@pytest.mark.parametrize("kind", LINES)
def test_a_mark_on_a_headline_is_named_and_not_printed(kind: str) -> None:
    page, mark = LINES[kind]
    page = page.replace("{mark}", MARK).replace("{note}", '<p id="fn1">据县志记载。</p>')
    found = read(f"<html><body>{page}</body></html>")
    (body,) = found.edition.stories
    assert body.headline == "水库蓄水"
    assert [b.parts for b in body.body if isinstance(b, Crosshead)] == (
        [("两岸",)] if kind == "h2" else [])
    assert [block_text(b) for b in body.body if isinstance(b, Footnote)] == ["1 据县志记载。"]
    assert [r.text for r in found.diagnostics if r.kind == "note_on_heading"] == [mark]
    assert not {"not_conserved", "unaccounted"} & {r.kind for r in found.diagnostics}


def test_a_mark_on_a_byline_is_named_and_not_printed() -> None:
    page = f'<p class="byline">本报记者 方晴{MARK}</p><p>{TEXT}</p><p>{TEXT}</p>'
    found = read(page + '<p id="fn1">实习生亦有贡献。</p>')
    (body,) = found.edition.stories
    assert body.byline is not None and body.byline.raw == "本报记者 方晴"
    assert [r.text for r in found.diagnostics if r.kind == "note_on_heading"] == ["1"]
    assert not {"not_conserved", "unaccounted"} & {r.kind for r in found.diagnostics}


def test_a_mark_in_verse_leads_to_its_note() -> None:
    found = read(f'<p>{TEXT}</p><pre>  白日依山尽{MARK}，\n黄河入海流。</pre><p>{TEXT}</p>'
                 '<p id="fn1">王之涣句。</p>')
    (body,) = found.edition.stories
    (verse,) = (block for block in body.body if isinstance(block, Verse))
    assert [plain(line) for line in verse.verses] == ["白日依山尽1，", "黄河入海流。"]
    assert [run.text for line in verse.verses for run in line if run.note] == ["1"]
    assert "not_conserved" not in {r.kind for r in found.diagnostics}
