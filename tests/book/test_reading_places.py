"""Places a reader keeps (EPUB CFI) land on the same sentence after the issue has changed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

import edition
import epub_gates as gates
from cfi_places import Opened
from edition import Edition, Figure, Paragraph, Section, Story
from edition.copy.pictures import picture
from edition.printed import PrintedPage
from gold_edition import gold_edition

Change = Callable[[Edition], Edition]
SEED = 18
COUNT = 50


def paper() -> Edition:
    """The stories of the seed."""
    return gold_edition()


def opened(whole: Edition, pages: tuple[PrintedPage, ...] = ()) -> Opened:
    return Opened(gates.files(edition.to_epub(whole, pages).data))


def sentences(book: Opened) -> list[tuple[str, str]]:
    """Fifty random sentences of the text: the CFI of each, and its words to the paragraph's end."""
    found = []
    for name, tree in book.trees.items():
        for article in tree.iter("{*}article"):
            for one in article.iterchildren("{*}p"):
                if one.get("class") is None:
                    found += [
                        (book.cfi(name, one, 0, match.start()), (one.text or "")[match.start() :])
                        for match in re.finditer("[^。！？]+[。！？]", one.text or "")
                    ]
    return random.Random(SEED).sample(found, COUNT)


def with_stories(whole: Edition, change: Callable[[list[Story]], list[Story]]) -> Edition:
    stories = change(list(whole.stories))
    unnumbered = tuple(replace(s, id="", body=tuple(replace(b, id="") for b in s.body))
                       for s in stories)
    return replace(whole, sections=(Section(None, unnumbered),))


def story_added(whole: Edition) -> Edition:
    new = Story.of("新添的一篇", ["新添的一篇是刚刚收到的消息，放在最前面。", "第二段。"])
    return with_stories(whole, lambda stories: [new, *stories])


def paragraph_added(whole: Edition) -> Edition:
    """One more in every story, behind the paragraph it opens with."""
    new = Paragraph.of("新添的一段说的是刚刚收到的消息，排在这里。")
    return with_stories(whole, lambda stories: [
        replace(one, body=(*one.body[:1], new, *one.body[1:])) for one in stories
    ])


def picture_added(whole: Edition) -> Edition:
    out = BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "JPEG")
    changed = with_stories(whole, lambda stories: [
        replace(one, body=(Figure.of("p.jpg", "图为现场。"), *one.body)) for one in stories
    ])
    return replace(changed, pictures=(picture("p.jpg", out.getvalue()),))


def headline_corrected(whole: Edition) -> Edition:
    return with_stories(whole, lambda stories: [
        replace(one, headline=f"{one.headline}（更正）") for one in stories
    ])


CHANGES: dict[str, Change] = {
    "story": story_added, "paragraph": paragraph_added, "picture": picture_added,
    "headline": headline_corrected,
}


@pytest.fixture(scope="module")
def before() -> Opened:
    return opened(with_stories(paper(), lambda stories: stories))


@pytest.mark.parametrize("name", CHANGES)
def test_fifty_places_land_on_the_same_sentence(name: str, before: Opened) -> None:
    after = opened(CHANGES[name](with_stories(paper(), lambda stories: stories)))
    kept = sentences(before)
    lost = [words[:20] for cfi, words in kept if after.find(cfi).text != words]
    assert lost == [] and len(kept) == COUNT


def test_all_changes_at_once(before: Opened) -> None:
    whole = with_stories(paper(), lambda stories: stories)
    for change in CHANGES.values():
        whole = change(whole)
    after = opened(whole)
    assert [words[:20] for cfi, words in sentences(before) if after.find(cfi).text != words] == []


def test_ids_keep_the_places_that_a_count_of_nodes_would_lose(before: Opened) -> None:
    """The resolver of this test is no friend: without ids it loses them."""
    kept = sentences(before)
    for name in ("story", "paragraph", "picture"):
        after = opened(CHANGES[name](with_stories(paper(), lambda stories: stories)))
        assert sum(after.find(cfi, by_ids=False).text == words for cfi, words in kept) < COUNT / 2


def test_a_cfi_leads_back_into_its_own_book(before: Opened) -> None:
    assert all(before.find(cfi, by).text == words for cfi, words in sentences(before)
               for by in (True, False))


def test_a_paragraph_mended_behind_its_opening_keeps_its_id(before: Opened) -> None:
    whole = with_stories(paper(), lambda stories: [
        replace(one, body=tuple(
            replace(block, runs=(*block.runs, *Paragraph.of("补一句。").runs))
            if isinstance(block, Paragraph) else block for block in one.body
        )) for one in stories
    ])
    after = opened(whole)
    for cfi, words in sentences(before):
        assert after.find(cfi).text == f"{words}补一句。"
