"""The rendered book: contexts, page marks, metadata, words of the interface."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from edition.errors import CannotSet, WrongUse
from edition.model import Edition, Figure, Imprint, Picture, Section, Story
from edition.printed import PrintedPage
from edition.render.book.assemble import Book, render_book
from edition.render.book.package import EPOCH, identifier
from edition.render.book.pagelist import map_pages
from edition.render.environment import environment
from edition.trade.phrases import day, issue_title
from edition.trade.regions import REGIONS
from gold_book import JUMP, LAYOUT, every_block, every_block_book, gold_book, png
from gold_edition import gold_edition


def _said(book: Book, name: str) -> list[str]:
    return [
        statement.value
        for statement in book.statements
        if statement.name == name or ("property", name) in statement.attributes
    ]


def test_one_document_a_story_in_reading_order() -> None:
    book = gold_book()
    stories = [f"story-s{number:02d}" for number in range(1, 12)]
    assert book.spine == ("cover", "contents", *stories)
    assert "nav" not in book.spine
    assert [item.path for item in book.items if item.id in stories] == [
        f"text/s{number:02d}.xhtml" for number in range(1, 12)
    ]


def test_title_date_and_identifier_come_from_the_imprint() -> None:
    book = gold_book()
    assert book.title == "社区与乡村 2023年11月14日 第B2版"
    assert _said(book, "dc:date") == ["2023-11-14T12:00:00Z"]
    assert _said(book, "dcterms:issued") == ["2023-11-14"]
    assert book.modified == datetime(2023, 11, 14, 12, 0, 1, tzinfo=UTC)  # with a page list
    assert _said(book, "dc:creator") == ["社区与乡村"]
    assert _said(book, "dc:source") == _said(book, "pageBreakSource") != []


def test_series_only_when_there_is_an_issue_number() -> None:
    for name in ("belongs-to-collection", "group-position", "schema:issueNumber"):
        assert _said(gold_book(), name) == []
        assert len(_said(every_block_book(), name)) == 1


def test_an_empty_imprint_falls_back_and_invents_nothing() -> None:
    book = gold_book(imprint=False)
    assert book.title == "党建赋能 让社区治理有温度"
    assert book.modified == EPOCH + timedelta(seconds=1)
    for name in ("dc:date", "dcterms:issued", "dc:creator", "dc:publisher", "dc:rights"):
        assert _said(book, name) == []
    no_headline = Edition("name", (Section(None, (Story("s01", "", ()),)),))
    assert issue_title(no_headline) == "name"


def test_the_identifier_names_the_issue_and_nothing_else() -> None:
    edition = gold_edition()
    same = replace(edition, digest="1", name="other")
    assert identifier(edition) == identifier(same)
    others = [
        replace(edition, language="zh-Hant-TW"),
        replace(edition, imprint=replace(edition.imprint, page="B3")),
        replace(edition, imprint=replace(edition.imprint, date=date(2023, 11, 15))),
        gold_edition(imprint=False),
        replace(gold_edition(imprint=False), digest="1"),
    ]
    names = [identifier(e) for e in [edition, *others]] + [identifier(edition, "pdf")]
    assert len(set(names)) == len(names)


def test_the_time_is_an_argument() -> None:
    when = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    book = render_book(gold_edition(), environment([LAYOUT]), cover=png(), modified=when)
    assert book.modified == when


def test_accessibility_claims_follow_the_book() -> None:
    marked, plain = gold_book(), render_book(gold_edition(), environment([LAYOUT]), cover=png())
    assert "pageNavigation" in _said(marked, "schema:accessibilityFeature")
    assert "pageNavigation" not in _said(plain, "schema:accessibilityFeature")
    assert _said(plain, "pageBreakSource") == []
    assert _said(plain, "dcterms:conformsTo") == []
    story = Story("s01", "题", (Figure("a.png"),))
    bare = render_book(
        Edition(
            "n", (Section(None, (story,)),),
            pictures=(Picture("a.png", "image/png", 4, 4, png()),),
        ),
        environment([LAYOUT]),
        cover=png(),
    )
    assert _said(bare, "schema:accessModeSufficient") == []
    assert "alternativeText" not in _said(bare, "schema:accessibilityFeature")


def test_a_picture_that_is_not_there_is_told_and_its_caption_kept() -> None:
    book = render_book(every_block(), environment([LAYOUT]), cover=png())
    assert [d.kind for d in book.diagnostics] == ["not_in_book"]
    assert book.diagnostics[0].text == "图 片/甲.png"
    story = next(item for item in book.items if item.id == "story-s01").data.decode()
    assert "<img" not in story and "图说" in story


@pytest.mark.parametrize("tag", sorted(REGIONS))
def test_every_language_has_its_words(tag: str) -> None:
    say = REGIONS[tag].words
    for name in say.__slots__:
        assert getattr(say, name)
        assert REGIONS[tag].latin == bool(re.search("[A-Za-z]", getattr(say, name)))
    simplified = "录纸图应该阅读显"
    text = "".join(getattr(say, name) for name in say.__slots__)
    assert any(c in text for c in simplified) == (tag == "zh-Hans")


def test_unknown_language_and_empty_edition_are_refused() -> None:
    templates = environment([LAYOUT])
    with pytest.raises(WrongUse):
        render_book(replace(gold_edition(), language="ja"), templates, cover=png())
    with pytest.raises(CannotSet):
        render_book(Edition("n", (), imprint=Imprint()), templates, cover=png())
    with pytest.raises(CannotSet):
        render_book(gold_edition(), templates, cover=b"not a picture")


def test_weekdays() -> None:
    assert day(date(2023, 11, 14)) == "2023年11月14日 星期二"
    assert day(date(2026, 9, 6)) == "2026年9月6日 星期日"


READING = [(i, "a") for i in ("s01", "s01b01", "s01b02")] + [(i, "b") for i in ("s02", "s02b01")]


def test_one_page_is_marked_once() -> None:
    found = map_pages((PrintedPage(1, "B2", ("s01", "s02")),), READING)
    assert [(t.label, t.href) for t in found.targets] == [("B2", "a#page-1")]
    assert list(found.before) == ["s01"]


def test_a_jump_marks_the_first_page_again() -> None:
    pages = (PrintedPage(1, "A1", ("s01", "s02")), PrintedPage(2, "A2", ("s01b02",)))
    found = map_pages(pages, READING)
    assert [(t.label, t.href) for t in found.targets] == [
        ("A1", "a#page-1"),
        ("A1", "b#page-1-s02"),
        ("A2", "a#page-2"),
    ]
    assert found.label_of["s02"] == "A1"


def test_strange_pages_break_nothing() -> None:
    pages = (
        PrintedPage(1, "封面", ("nowhere",)),
        PrintedPage(2, "A1", ("s02b01", "s02b01", "s01")),
        PrintedPage(3, "A1", ()),
    )
    found = map_pages(pages, READING)
    hrefs = [t.href for t in found.targets]
    assert len(hrefs) == len(set(hrefs))
    assert {t.label for t in found.targets} == {"封面", "A1"}
    assert map_pages(pages, []).targets == ()
    assert map_pages((), READING).targets == ()


def test_ids_of_marks_are_unique_in_the_book() -> None:
    found = map_pages(JUMP, [(b, "x") for p in JUMP for b in p.blocks])
    ids = [marker.id for markers in found.before.values() for marker in markers]
    assert len(ids) == len(set(ids))
