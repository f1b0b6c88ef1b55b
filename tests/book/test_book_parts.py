"""Tables, notes, readings, lists, verse from their source to the finished book, and its style."""

from __future__ import annotations

import re

import pytest

import edition
import epub_gates as gates
from book_shelf import book_of, leaves, page_of
from edition import Source

HTML = """<html lang="zh-CN"><body><article><h1>村民合唱桂花谣</h1>
<p>她唱<ruby>桂<rt>guì</rt></ruby><ruby>花<rt>huā</rt></ruby>，<span lang="fr">bonjour</span>。
注<a href="#fn1" id="ref1"><sup>1</sup></a>在此。</p>
<table><caption>全县进度</caption><thead><tr><th rowspan="2">镇</th><th colspan="2">户数</th></tr>
<tr><th>上半年</th><th>全年</th></tr></thead><tbody><tr><th scope="row" rowspan="2">东港</th>
<td>5</td><td>1,200</td></tr><tr><td>7</td><td>8</td></tr><tr><th>西岭</th><td>3</td><td>9</td></tr>
</tbody></table><ol start="5"><li>五</li><li value="9">九<ul><li>内</li></ul></li></ol>
<p id="fn1">1. 注的内容。<a href="#ref1">↩</a></p></article></body></html>"""


@pytest.fixture(scope="module")
def markdown() -> str:
    return leaves(book_of())[0]


@pytest.fixture(scope="module")
def web() -> str:
    found = edition.read(Source("page.html", HTML.encode())).edition
    return leaves(edition.to_epub(found).data)[0]


def test_a_table_has_heads_in_both_directions_a_caption_and_spans(web: str) -> None:
    assert "<table" in web and "<caption>全县进度</caption>" in web
    assert '<th scope="col" rowspan="2">镇</th><th scope="colgroup" colspan="2">户数</th>' in web
    assert '<th scope="rowgroup" rowspan="2">东港</th><td class="figures">5</td>' in web
    assert '<th scope="row">西岭</th><td class="figures">3</td>' in web


def test_a_table_whose_rows_lie_under_others_stays_a_grid(web: str) -> None:
    assert "data-head" not in web and 'class="framed"' not in web


def test_a_table_of_many_columns_can_stand_row_by_row(markdown: str) -> None:
    assert re.search('<div class="framed"><table id="[^"]*" class="stack"><thead>', markdown)
    assert '<td class="figures" data-head="户数">1,205</td>' in markdown
    assert '<td data-head="镇">东港</td>' in markdown
    rows = "|".join("甲乙丙丁戊己")
    broad = leaves(book_of(f"## 题\n\n|{rows}|\n|{'-|' * 6}\n|{'|'.join('123456')}|\n"))[0]
    assert 'class="broad"' in broad


def test_the_style_stacks_by_the_readers_own_type_and_ranges_numbers_right() -> None:
    epub = book_of()
    modern, plain = page_of(epub, "style/modern.css"), page_of(epub, "style/book.css")
    for name, width in (("stack", 24), ("broad", 30)):
        found = modern.split(f"@container (max-inline-size: {width}em)")[1].split("\n}\n")[0]
        assert f".{name} thead" in found
        assert f".{name} td[data-head]::before" in found
    assert re.search(r"\.figures \{\s+text-align: end;\s+white-space: nowrap;", plain)
    assert re.search(r"\nth,\ntd \{[^}]*overflow-wrap: anywhere", plain)


def test_notes_lead_there_and_back(markdown: str, web: str) -> None:
    for page in (markdown, web):
        mark = re.search(
            '<a epub:type="noteref" role="doc-noteref" id="([^"]*)" href="#([^"]*)">', page
        )
        assert mark is not None
        assert f'<aside id="{mark[2]}" class="footnote" epub:type="footnote"' in page
        assert f'<a role="doc-backlink" epub:type="backlink" href="#{mark[1]}">1' in page
    assert "[^1]" not in markdown and "本报记者 方晴 何文" in markdown


def test_readings_and_languages_are_kept(markdown: str, web: str) -> None:
    assert "<ruby>龘<rp>（</rp><rt>dá</rt><rp>）</rp></ruby>" in markdown
    assert ("<ruby>桂<rp>（</rp><rt>guì</rt><rp>）</rp></ruby><ruby>花<rp>（</rp><rt>huā</rt>"
            "<rp>）</rp></ruby>") in web
    for page in (markdown, web):
        assert '<span lang="fr" xml:lang="fr">bonjour</span>' in page
    assert "rubyAnnotations" in gates.metadata(book_of())["schema:accessibilityFeature"]
    bare = book_of("## 题\n\n正文。\n")
    assert "rubyAnnotations" not in gates.metadata(bare)["schema:accessibilityFeature"]


def test_lists_keep_their_starts_and_lie_in_lists(markdown: str, web: str) -> None:
    label = '<li><span class="label apart">{}. </span>'.format
    assert re.search(f'<ol id="[^"]*" class="list" start="5">{label(5)}第五项'
                     f'<ol class="list">{label(1)}里层一', markdown)
    assert '<li value="9"><span class="label apart">9. </span>九<ul class="list"><li>' in web


def test_verse_says_that_it_is(markdown: str) -> None:
    assert 'class="verse" epub:type="z3998:verse"><div class="stanza"><p>桂花落了</p>' in markdown
    assert 'epub:prefix="z3998: http://www.daisy.org/z3998/2012/vocab/structure/#"' in markdown


def test_a_long_address_ends_its_line_anywhere(markdown: str) -> None:
    assert ('<span class="address">https://www.example.org/a/very/long/path?id=1</span>'
            in markdown)
    assert "example.org" not in re.sub(
        '<span class="address">.*?</span>', "", markdown.replace("href=", "")
    )


def test_text_is_justified_and_what_is_no_text_is_not() -> None:
    plain = re.sub(r"/\*.*?\*/", "", page_of(book_of(), "style/book.css"), flags=re.DOTALL)
    says: dict[str, str] = {}
    for names, body in re.findall(r"([^{}]+)\{([^}]*)\}", plain):
        for name in names.split(","):
            says[name.strip()] = says.get(name.strip(), "") + body
    assert "text-align: justify" in says["body"]
    for name in (".turn", ".verse", ".about", "th", "figcaption", "caption", ".contents li"):
        assert "text-align: start" in says[name], name
    assert "text-align: justify" not in "".join(says[n] for n in says if n != "body")


def test_old_readers_meet_no_rule_they_stumble_over() -> None:
    """Conditional rules stand in a sheet of their own; colours and faces are the reader's."""
    held = gates.files(book_of())
    plain, modern = (held[f"EPUB/style/{n}.css"].decode() for n in ("book", "modern"))
    assert "@" not in re.sub(r"/\*.*?\*/", "", plain, flags=re.DOTALL)
    assert modern.count("@supports") >= 3
    for leaf in leaves(book_of()):
        assert leaf.index("style/book.css") < leaf.index("style/modern.css")
    assert not re.search(r"font-size: \d+(px|pt)|line-height: \d+(px|pt)", plain + modern)
    for sheet in (plain, modern):
        assert sheet.count("{") == sheet.count("}")
