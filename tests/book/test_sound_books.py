"""No copy makes a book that reading systems refuse: links, ids, languages, media types."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edition
import epub_gates as gates
from edition import Edition, Paragraph, Run, Story, bindery
from edition.checks import check
from edition.copy.links import address_of, is_language
from edition.errors import CannotSet
from edition.render.book.assemble import Item

ADDRESSES = [
    ("https://a.b/x|y", "https://a.b/x%7Cy"),
    ("https://a.b/%zz", "https://a.b/%25zz"),
    ("http://a.b/^?q=[1]#{2}", "http://a.b/%5E?q=%5B1%5D#%7B2%7D"),
    ("HTTP://A.B:080/", "http://a.b:80/"),
    ("https://新闻.中国/路?问=答", "https://xn--efvy88h.xn--fiqs8s/%E8%B7%AF?%E9%97%AE=%E7%AD%94"),
    ("http://user:pass@[2001:DB8::1]:8080/a", "http://user:pass@[2001:db8::1]:8080/a"),
    ("https:\\\\a.b\\c", "https://a.b/c"),
    ("mailto:编辑@a.b?subject=%", "mailto:%E7%BC%96%E8%BE%91@a.b?subject=%25"),
    ("http://[bad", None), ("http://a.b:99999/", None), ("http:///x", None),
    ("http://a..b/", None), ("http://1.2.3.400/", None), ("http://a%20b/", None),
    ("http://" + "a" * 64 + ".com/", None), ("https://a.b/x y", None), ("ftp://a.b/", None),
    ("javascript:alert(1)", None), ("http://a.b:00000000099999999/", None), ("mailto:", None),
]


@pytest.mark.parametrize(("given", "wanted"), ADDRESSES)
def test_an_address_is_escaped_or_none(given: str, wanted: str | None) -> None:
    assert address_of(given) == wanted
    if wanted is not None:
        assert address_of(wanted) == wanted


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.sampled_from(["http://a.b/", ""]))
def test_what_is_an_address_stays_the_same_when_it_is_asked_again(tail: str, head: str) -> None:
    found = address_of(head + tail)
    if found is not None:
        assert found.isascii() and address_of(found) == found


def linked(*hrefs: str) -> bytes:
    runs = tuple(Run(f"第{n}处", href=href) for n, href in enumerate(hrefs))
    return edition.to_epub(Edition.build("a", [Story.of("新路", [Paragraph(runs)])])).data


def test_addresses_are_escaped_in_the_finished_book() -> None:
    good = [(href, made) for href, made in ADDRESSES if made]
    data = linked(*(href for href, _ in good))
    story = next(body for name, body in gates.files(data).items() if "/text/" in name).decode()
    assert re.findall(r'<a href="([^"]+)">第', story) == [made for _, made in good]
    assert check(data, "a.epub").passed


@pytest.mark.parametrize("href", [href for href, made in ADDRESSES if made is None])
def test_what_is_no_address_is_named_and_its_words_stay(href: str, tmp_path: Path) -> None:
    source = tmp_path / "a.html"
    text = "山里的新路昨日通车，沿线的三个村子都派了代表参加，大家都说这条路盼了很多年。"
    source.write_text(
        f"<html><head><title>新路</title></head><body><article><h1>新路</h1><p>{text}"
        f'<a href="{href}">见此处</a></p></article></body></html>', "utf-8",
    )
    read = edition.read(source)
    data = edition.to_epub(read.edition).data
    story = next(body for name, body in gates.files(data).items() if "/text/" in name).decode()
    assert "见此处" in story and 'href="http' not in story and 'href="ftp' not in story
    if href.startswith("http"):
        assert [r.text for r in read.diagnostics if r.kind == "link_left_out"] == [href]


@pytest.mark.parametrize("href", ["#nowhere", "http://[bad", "https://a.b/x|y"])
def test_json_with_a_bad_link_makes_no_bad_book(
    href: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from edition.cli import main

    source, book = tmp_path / "a.json", tmp_path / "a.epub"
    story = {"headline": "新路", "body": [{"type": "paragraph", "text": "通车",
                                         "runs": [{"text": "通车", "href": href}]}]}
    source.write_text(json.dumps({"sections": [{"stories": [story]}]}), "utf-8")
    code = main(["epub", str(source), "-o", str(book), "--lang", "en"])
    told = capsys.readouterr().err
    if code == 0:
        assert gates.dead_links(book.read_bytes()) == []
        assert check(book.read_bytes(), "a.epub").passed
    else:
        assert href in told and "Traceback" not in told
    assert (code == 0) == (href == "https://a.b/x|y")


@pytest.mark.parametrize(("name", "old", "new", "rule"), [
    ("text/", b"</article>", b"</article", "XML"),
    ("text/", b'<article id="', b'<article id="9', "ID"),
    ("contents.xhtml", b'href="text/s', b'href="text/t', "LINK"),
    ("toc.ncx", b'src="text/s', b'src="text/t', "LINK"),
    ("text/", b'href="https://a.b/"', b'href="https://a.b/|"', "ADDR"),
    ("text/", b' lang="zh-Hans"', b' lang="zh_Hans"', "LANG"),
    ("images/cover", b"\x89PNG", b"\x88PNG", "MEDIA"),
])
def test_a_book_that_would_be_refused_is_not_written(
    name: str, old: bytes, new: bytes, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(book: bindery.Book, css: str) -> bindery.Book:
        from dataclasses import replace

        def item(one: Item) -> Item:
            return replace(one, data=one.data.replace(old, new, 1)) if one.path.startswith(name) \
                else one

        return replace(book, items=tuple(map(item, book.items)))

    monkeypatch.setattr(bindery, "styled", spoiled)
    whole = Edition.build("a", [Story.of("新路", [Paragraph((Run("见", href="https://a.b/"),))])])
    with pytest.raises(CannotSet, match=f"unsound.*{rule}"):
        edition.to_epub(whole, pack="broadsheet")


@pytest.mark.parametrize("tag", [
    "zh", "zh-Hans", "zh-Hant-TW", "en-GB", "sl-rozaj-biske", "de-CH-1901", "x-house", "en-x-house",
    "zh-yue-Hant", "de-u-co-phonebk",
])
def test_a_language_tag_is_well_formed(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", [
    "", "z", "zh_Hans", "zh-", "zh-x", "123", "en-a", "englishlanguage",
])
def test_what_is_no_language_tag(tag: str) -> None:
    assert not is_language(tag)


def test_a_language_that_is_none_is_named_and_its_words_stay() -> None:
    runs = (Run("Bonjour", lang="fr"), Run("abc", lang="zh-x"))
    made = edition.to_epub(Edition.build("a", [Story.of("新路", [Paragraph(runs)])]))
    assert [(r.kind, r.text) for r in made.diagnostics] == [("language_left_out", "abc")]
    story = next(body for name, body in gates.files(made.data).items() if "/text/" in name).decode()
    assert 'lang="fr"' in story and "zh-x" not in story and "abc" in story


def test_a_link_to_what_the_book_does_not_hold_is_named() -> None:
    story = Story.of("新路", [Paragraph((Run("见", href="#top"),))])
    made = edition.to_epub(Edition.build("a", [edition.Section(None, (story,), id="top")]))
    assert [(r.kind, r.text) for r in made.diagnostics] == [("link_left_out", "#sec1")]
    assert gates.dead_links(made.data) == []


def test_a_section_without_stories_stands_in_no_contents_and_is_no_place_to_lead_to() -> None:
    story = Story.of("新路", [Paragraph((Run("见", href="#top"),))])
    sections = [edition.Section("副刊", (), id="top"), edition.Section("要闻", (story,))]
    made = edition.to_epub(Edition.build("a", sections))
    assert [(r.kind, r.text) for r in made.diagnostics] == [("link_left_out", "#sec1")]
    assert gates.dead_links(made.data) == []


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u200b", "\u00ad "])
def test_a_white_space_names_nothing(blank: str) -> None:
    """The contents and the package must say something wherever they say anything."""
    from edition.model import Imprint, Section

    story = Story.of("新路", ["通车了。"], group=blank)
    imprint = Imprint(paper=blank, issue=blank, publisher=blank, rights=blank, page_title=blank)
    whole = Edition.build("a", [Section(blank, (story,))], imprint=imprint)
    data = edition.to_epub(whole).data
    assert check(data, "a.epub").passed
    files = gates.files(data)
    package = files["EPUB/content.opf"].decode()
    assert not re.search(r"<(?:dc:\w+|meta [^>]*property)[^>]*>\s*[\u200b\u00ad ]*\s*<", package)
    assert "<span>" not in files["EPUB/nav.xhtml"].decode()
