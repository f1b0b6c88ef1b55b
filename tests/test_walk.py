"""What a change of text reaches, and what it leaves."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from edition.model import (
    IMPRINT_FIELDS,
    PAIR_KEYS,
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
    Holds,
    HouseItem,
    Imprint,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Section,
    Story,
    Table,
    Verse,
)
from edition.walk import Place, first_line, map_runs, map_stories, map_text

T = (Run("文"),)


def mark(text: str, place: Place) -> str:
    """The text as long as before, in letters that tell which place it was given as."""
    return {Place.TEXT: "t", Place.NAME: "n", Place.BYLINE: "b"}[place] * len(text)


def test_each_field_of_the_imprint_is_changed_as_what_it_holds() -> None:
    given = Imprint(
        "报", date(2023, 11, 14), "一", "甲", "版", (("编", "方晴"),), "社", "权", (("号", "国内"),)
    )
    assert map_text(Edition("名", (), imprint=given), mark).imprint == Imprint(
        "t", date(2023, 11, 14), "一", "甲", "t", (("t", "nn"),), "t", "t", (("t", "tt"),)
    )
    assert map_text(Edition("名", ()), mark) == Edition("名", ())


def test_the_imprint_says_of_every_field_what_it_holds() -> None:
    assert list(IMPRINT_FIELDS) == [field.name for field in fields(Imprint)]
    assert set(IMPRINT_FIELDS.values()) == set(Holds)
    pairs = {name for name, holds in IMPRINT_FIELDS.items() if holds in PAIR_KEYS}
    assert pairs == {name for name in IMPRINT_FIELDS if getattr(Imprint(), name) == ()}


def test_every_text_of_a_story_is_changed_once_and_as_what_it_is() -> None:
    blocks = (
        Paragraph(T), Note(T), PullQuote(T, speaker="方"), Crosshead(("甲", "乙")),
        Figure("图.png", T, credit="摄", alt="像"), ListBlock((ListItem(T, 1, "一、"),)),
        Table(((T,),), caption=T), Verse((T,)), Closing((ClosingLine(T),)),
        Entries((EntryRow(T, T),)), Footnote("注", (replace(T[0], ruby="lù"),)),
    )
    story = Story(
        "s01", "题", blocks, kicker="引", deck="副", dateline="电", headline_as_read="题",
        byline=Byline("（方）", ("方",)), credits=("图",),
    )
    changed = map_text(Edition("名", (Section("栏", (story,)),)), mark)
    run = (Run("t"),)
    assert changed.sections == (Section("t", (replace(
        story, headline="t", kicker="t", deck="t", dateline="b", byline=Byline("bbb", ("n",)),
        credits=("b",),
        body=(
            Paragraph(run), Note(run), PullQuote(run, speaker="n"), Crosshead(("t", "t")),
            Figure("图.png", run, credit="b", alt="t"), ListBlock((ListItem(run, 1, "tt"),)),
            Table(((run,),), caption=run), Verse((run,)), Closing((ClosingLine(run),)),
            Entries((EntryRow(run, run),)), Footnote("t", (Run("t", ruby="tt"),)),
        ),
    ),)),)


def test_what_stands_beside_the_stories_is_changed_too() -> None:
    given = Edition(
        "名", (), furniture=(Furniture(1, "第3版"),),
        advertisements=(Advertisement("ad1", 1, 1, 1, "广告"),),
        house_copy=(HouseItem("h1", "公益", "题"), HouseItem("h2", "公益")),
        ears=(Ear("耳", ("行",)),),
    )
    changed = map_text(given, mark)
    assert changed.furniture == (Furniture(1, "ttt"),)
    assert changed.advertisements == (Advertisement("ad1", 1, 1, 1, "tt"),)
    assert changed.house_copy == (HouseItem("h1", "tt", "t"), HouseItem("h2", "tt"))
    assert changed.ears == (Ear("t", ("t",)),)


def test_runs_are_changed_as_one_text_but_code_and_foreign_words_are_kept() -> None:
    runs = (Run("头"), Run("发", (Mark.STRONG,)), Run("码", (Mark.CODE,)), Run("mot", lang="fr"),
            Run("字", lang="zh"), Run("裡", lang="zh-Hant"))
    seen: list[str] = []

    def change(text: str, place: Place) -> str:
        seen.append(text)
        return "x" * len(text)

    found = map_runs(runs, change)
    assert len(seen) == 1 and seen[0].startswith("头发") and "字" in seen[0]
    assert "码" not in seen[0] and "mot" not in seen[0] and len(seen[0]) == 8
    assert [run.text for run in found] == ["x", "x", "码", "mot", "x", "裡"]
    assert [replace(run, text="") for run in found] == [replace(run, text="") for run in runs]
    with pytest.raises(ValueError, match="length"):
        map_runs(runs, lambda text, place: text + "x")


def test_stories_are_numbered_over_all_sections() -> None:
    page = Edition("名", (Section("一", (Story("s01", "甲", ()),)),
                         Section("二", (Story("s02", "乙", ()), Story("s03", "丙", ())))))
    changed, remarks = map_stories(page, lambda story, n: (replace(story, rank=n), []))
    assert [story.rank for story in changed.stories] == [1, 2, 3] and remarks == ()
    assert [section.title for section in changed.sections] == ["一", "二"]


def test_the_first_line_of_a_block() -> None:
    assert first_line(Paragraph(T, (3, 5))) == 3 and first_line(Paragraph(T)) is None
