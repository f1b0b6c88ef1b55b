"""Editions of every shape the model allows, drawn by hypothesis."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from edition.copy.numbering import number_parts
from edition.model import (
    Advertisement,
    Byline,
    Closing,
    ClosingLine,
    Crosshead,
    Ear,
    Edition,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    Furniture,
    HeadManner,
    HouseItem,
    Imprint,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Ranged,
    Run,
    Section,
    Span,
    Story,
    Table,
    Verse,
)

words = st.text("山路修通了，班车。“”（）A z0·𠮷<&\"\\", min_size=1, max_size=12)
texts = st.text("山路修通了，班车。 <&", max_size=12)
maybe = st.none() | words
lines = st.lists(st.integers(1, 99), max_size=3).map(tuple)
number = st.none() | st.integers(1, 99)
runs = st.lists(
    st.builds(
        Run, texts, st.sets(st.sampled_from(list(Mark))).map(lambda m: tuple(sorted(m))),
        st.none() | st.sampled_from(["https://a.cn/?b=1&c=2", "mailto:a@b.cn", "#s01"]),
        st.none() | st.sampled_from(["en", "zh-Hant-TW"]), maybe,
        st.none() | st.sampled_from(["f1", "f2"]),
    ),
    max_size=3,
).map(tuple)
many = st.lists(runs, max_size=3).map(tuple)
items = st.builds(
    ListItem, runs, st.integers(0, 3), st.sampled_from(["", "1.", "（一）", "•"]), st.booleans()
)
figures = st.builds(
    Figure, st.none() | st.sampled_from(["a.png", "图/二.jpg"]), runs, maybe, maybe, lines,
    pixels=st.none() | st.tuples(st.integers(1, 9999), st.integers(1, 9999)),
    focus=st.none() | st.just((0.0, 0.25, 0.5, 1.0)), optional=st.booleans(),
)
blocks = st.one_of(
    st.builds(Paragraph, runs, lines, speaker=st.integers(0, 4)), st.builds(Note, runs, lines),
    st.builds(PullQuote, runs, lines, speaker=maybe),
    st.builds(Crosshead, st.lists(texts, min_size=1, max_size=3).map(tuple), lines),
    figures, st.builds(ListBlock, st.lists(items, max_size=3).map(tuple), lines),
    st.builds(Verse, many, lines, indents=st.lists(st.integers(0, 9), max_size=3).map(tuple)),
    st.builds(
        Table, st.lists(many, max_size=3).map(tuple), st.integers(0, 2), lines,
        header_columns=st.integers(0, 2), caption=runs,
        spans=st.lists(st.builds(Span, *[st.integers(0, 3)] * 4), max_size=2).map(tuple),
    ),
    st.builds(
        Closing,
        st.lists(st.builds(ClosingLine, runs, st.sampled_from(Ranged)), max_size=3).map(tuple),
        lines,
    ),
    st.builds(Entries, st.lists(st.builds(EntryRow, runs, runs), max_size=3).map(tuple), lines),
    st.builds(Footnote, st.sampled_from(["", "1", "①", "* "]), runs, lines,
              st.sampled_from(["", "f1", "f2"])),
)
bylines = st.builds(Byline, words, st.lists(words, max_size=3).map(tuple), number, st.booleans())
stories = st.builds(
    Story, st.just(""), texts, st.lists(blocks, max_size=4).map(tuple), maybe, maybe, maybe,
    st.none() | bylines, st.lists(words, max_size=2).map(tuple),
    st.none() | st.tuples(st.integers(1, 9), st.integers(9, 99)), number, number, number,
    st.booleans(), st.booleans(), number, number, maybe, maybe, maybe,
    st.none() | st.sampled_from(list(HeadManner)),
    published=st.none() | st.dates(date(1900, 1, 1)),
    address=st.none() | st.just("https://a.cn/?b=1&c=2"),
)
pairs = st.lists(st.tuples(words, words), max_size=2, unique=True).map(tuple)
imprints = st.builds(
    Imprint, maybe, st.none() | st.dates(date(1900, 1, 1)), maybe, maybe, maybe, pairs, maybe,
    maybe, pairs,
)


def _numbered(edition: Edition) -> Edition:
    return number_parts(edition)[0]


@st.composite
def _sections(draw: Any) -> tuple[Section, ...]:
    """At least one story, in some section."""
    first = Section(draw(maybe), (draw(stories),), draw(number))
    more = st.builds(Section, maybe, st.lists(stories, max_size=2).map(tuple), number)
    return (first, *draw(st.lists(more, max_size=2)))


editions = st.builds(
    Edition, st.sampled_from(["000_ff", "山城 报-2"]), _sections(),
    st.sampled_from(["zh-Hans", "zh-Hant-HK"]), imprints,
    st.lists(st.builds(Furniture, st.integers(1, 99), texts), max_size=2).map(tuple), pairs,
    advertisements=st.lists(
        st.builds(
            Advertisement, st.just("ad1"), st.integers(1, 9), st.integers(1, 9),
            st.integers(1, 9), st.sampled_from(["", "两行\n的字"]), st.none() | st.just("a.png"),
        ),
        max_size=1,
    ).map(tuple),
    house_copy=st.lists(
        st.builds(HouseItem, st.just("house1"), words, maybe), max_size=1
    ).map(tuple),
    ears=st.lists(
        st.builds(Ear, words, st.lists(words, max_size=2).map(tuple)), max_size=2
    ).map(tuple),
).map(_numbered)
