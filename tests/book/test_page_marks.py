"""Marks of printed pages in the finished book: between the very characters the page parts."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import edition
import epub_gates as gates
from bench.books.told import story_paths, text_faults
from edition import Edition, Paragraph, Run, Story
from edition.copy.wording import cut_length
from edition.delivery.built import Built
from edition.model import Block, ListBlock, ListItem, Mark, Table, Verse, block_text, plain
from edition.printed import ContinuedBlock, PrintedPage
from edition.render.book.pagelist import Marker
from edition.render.book.pagemarks import MarkedPlace, marked
from edition.walk import every_run

MARK = re.compile(r'<span epub:type="pagebreak"[^>]* id="([^"]+)" aria-label="([^"]+)"></span>')
SHORT = [Story.of(f"第{n}篇短文章", ["这是短文章的正文，" * 30] * 3) for n in (1, 2, 3)]


@pytest.fixture(scope="module")
def jumping() -> Edition:
    """A paper whose lead goes on over several pages, paragraphs cut wherever the leg ends."""
    text = "".join(f"第{n}句说的是山城里修路的第{n}件事情，大家都来看。" for n in range(1, 230))
    lead = Story.of("长长的一篇报道", re.findall(".{1,390}", text), jump=True, rank=1)
    return Edition.build("jump", [lead, *SHORT], imprint={"paper": "山城日报"})


@pytest.fixture(scope="module")
def printed(jumping: Edition) -> Built:
    return edition.to_pdf(jumping, "newsletter")


def solid(text: str) -> str:
    return "".join(re.sub("[-\u2010\x02\ufffe]", "", text).split())


def bare(xhtml: str) -> str:
    return solid(re.sub("<[^>]+>", "", xhtml))


def test_a_mark_stands_between_the_characters_that_two_pages_part(
    jumping: Edition, printed: Built
) -> None:
    data = edition.to_epub(jumping, printed.pages).data
    pages = [solid(page.get_textpage().get_text_bounded())
             for page in pypdfium2.PdfDocument(printed.data)]
    numbers = {page.label: page.number for page in printed.pages}
    lead = gates.files(data)[story_paths(gates.files(data))[0]].decode()
    inside = [found for found in MARK.finditer(lead) if not lead[: found.start()].endswith(">\n")]
    assert len(inside) == sum(len(page.continued) for page in printed.pages) >= 3
    for found in inside:
        before, after = bare(lead[: found.start()])[-9:], bare(lead[found.end() :])[:9]
        here = numbers[found[2]]
        assert f"上接第{here - 1}版{after}" in pages[here - 1]
        assert f"{before}下转第{here}版" in pages[here - 2]
    assert text_faults(data, jumping) == []


def test_every_mark_is_listed_and_its_page_is_the_one_it_names(
    jumping: Edition, printed: Built
) -> None:
    data = edition.to_epub(jumping, printed.pages).data
    files = gates.files(data)
    marks = {
        f"{name.removeprefix('EPUB/')}#{found[1]}": found[2]
        for name in story_paths(files) for found in MARK.finditer(files[name].decode())
    }
    listed = dict(re.findall(r'<li><a href="(text/[^"]+#[^"]+)">([^<]+)</a>',
                             files["EPUB/nav.xhtml"].decode()))
    assert listed == marks


def test_pages_that_come_from_elsewhere_make_no_dead_link() -> None:
    whole = Edition.build("a", [Story.of("新路", ["山里的新路昨日通车。", "第二段。"])])
    for before in (0, 3, 10, 99):
        pages = (
            PrintedPage(1, "A1", ("s01", "s01-headline", "s01b01")),
            PrintedPage(2, "A2", ("s01b02",), (ContinuedBlock("s01b01", before, "s01b02"),
                                               ContinuedBlock("s09b09", 2))),
        )
        data = edition.to_epub(whole, pages).data
        assert gates.dead_links(data) == [] and text_faults(data, whole) == []
        story = gates.files(data)[story_paths(gates.files(data))[0]].decode()
        inside = re.findall(r">([^<]*)<span epub[^>]*></span>([^<]+)</p>", story)
        assert inside == ([("山里的", "新路昨日通车。")] if before == 3 else [])


def test_a_page_that_begins_within_a_paragraph_is_named_under_the_head() -> None:
    whole = Edition.build("a", [Story.of("新路", ["山里的新路昨日通车。", "第二段。"])])
    pages = (
        PrintedPage(1, "A1", ("s01", "s01-headline", "s01b01", "s01b02")),
        PrintedPage(2, "A2", (), (ContinuedBlock("s01b02", 2),)),
    )
    data = edition.to_epub(whole, pages).data
    name = story_paths(gates.files(data))[0]
    story = gates.files(data)[name].decode()
    link = f'<a href="{name.removeprefix("EPUB/text/")}#page-2">下转第A2版</a></p>'
    assert link in story and gates.dead_links(data) == []
    mark = '<span epub:type="pagebreak"[^>]* id="page-2"[^>]*></span>'
    assert re.search(f'>第二{mark}段。</p>', story)


TEXT = st.text("甲乙丙 丁，\u3000", min_size=0, max_size=9)
RUNS = st.lists(
    st.builds(Run, TEXT, st.sampled_from([(), (Mark.STRONG,)]),
              ruby=st.sampled_from([None, None, "jiǎ"])), max_size=4
).map(tuple)
BLOCKS = st.one_of(
    st.builds(Paragraph, RUNS),
    st.builds(lambda texts: Verse(tuple(texts)), st.lists(RUNS, min_size=1, max_size=3)),
    st.builds(lambda texts: ListBlock(tuple(ListItem(one, label="1.") for one in texts)),
              st.lists(RUNS, min_size=1, max_size=3)),
)


@given(BLOCKS, st.integers(0, 40))
def test_a_mark_changes_no_character_and_stands_at_its_place(block: Block, before: int) -> None:
    made = marked(block, ((before, (Marker("page-2", "A2"),)),))
    seen: list[Run] = []
    every_run(made, lambda runs: seen.extend(runs) or runs)  # type: ignore[func-returns-value]
    places = [at for at, run in enumerate(seen) if isinstance(run, MarkedPlace)]
    assert block_text(made) == block_text(block)
    if before > cut_length(block):
        assert places == []
        return
    (place,) = places
    labels = 2 if isinstance(block, ListBlock) else 0
    ahead = cut_length(Paragraph(tuple(seen[:place])))
    if not any(run.ruby for run in seen) and not labels:
        assert ahead == before
    assert ahead <= before


def test_a_table_is_never_cut() -> None:
    table = Table((((Run("甲"),),),), id="s01b01")
    assert cut_length(table) == 0 and plain(table.rows[0][0]) == "甲"
    assert marked(table, ()) is table and replace(table) == table
