"""What a leg may not part, and how heads in the text stand over it."""

from __future__ import annotations

import pytest

from edition.compose.galley import (
    BRIEF_UNDER,
    CROSSHEAD_OVER,
    IN_BRIEF,
    OVER_CROSSHEAD,
    GalleySetter,
)
from edition.compose.rows.rowsets import CLOSE, PARTED
from edition.compose.typesetter import Typesetter
from edition.model import Crosshead, Paragraph, Run, Story, Verse
from edition.packs.layout import Furnishing, Grid, Layout, TypeRole

GRID = Grid(390, 540, 25, 9, 13.5, 8, 13, 1, 103)


@pytest.fixture
def setter(typesetter: Typesetter) -> GalleySetter:
    layout = Layout("test", "test", GRID, Furnishing(9, 3, 3), TypeRole("song", 1))
    return GalleySetter(typesetter, layout)


def paragraph(name: str, characters: int) -> Paragraph:
    return Paragraph((Run("字" * characters),), id=name)


def verse(*stanzas: int) -> Verse:
    lines = [line for count in stanzas for line in (*[(Run("床前明月光"),)] * count, ())]
    return Verse(tuple(lines[:-1]), id="v")


def test_a_stanza_is_not_parted_where_a_leg_can_hold_it(setter: GalleySetter) -> None:
    slugs = setter.galley(Story("s01", "题", (verse(4, 4, 2),)), 13).slugs
    free = [n for n, slug in enumerate(slugs) if slug.cut is not None and slug.cut < PARTED]
    assert free == [3, 7, 9], "after a stanza"
    long = setter.galley(Story("s01", "题", (verse(CLOSE + 3),)), 13).slugs
    assert any(slug.cut == 0.0 for slug in long[:-1]), "a long one may be parted"


def test_heads_of_briefs_stand_alike_over_their_text(setter: GalleySetter) -> None:
    stories = [Story(f"s0{n}", "题目", (paragraph(f"p{n}", 40),)) for n in (1, 2, 3)]
    found = [slug for slug in setter.briefs(stories, 13).slugs if slug.kind == "briefhead"]
    under = [round(slug.rows - (slug.top or 0.0) - len(slug.lines), 4) for slug in found]
    assert len(found) == 3 and under == [BRIEF_UNDER] * 3
    assert [slug.top for slug in found] == [-BRIEF_UNDER, 1 - BRIEF_UNDER, 1 - BRIEF_UNDER]
    assert all(slug.again for slug in found[1:]), "none over one at the head of a leg"


def test_a_leg_hardly_ever_ends_inside_a_short_brief(setter: GalleySetter) -> None:
    stories = [
        Story(f"s0{n}", "题目", (paragraph(f"p{n}", 80 if n < 3 else 200),)) for n in (1, 2, 3)
    ]
    slugs = setter.briefs(stories, 13).slugs
    inside = [s.cut for s in slugs if s.kind == "text" and not s.final and s.cut is not None]
    short = [s.cut for s in slugs if s.block in ("p1", "p2") and not s.final and s.cut is not None]
    assert short and min(short) >= IN_BRIEF and 0.0 in inside


def test_a_head_in_the_text_keeps_more_than_one_line(setter: GalleySetter) -> None:
    stories = [
        Story(f"s0{n}", "题目", (paragraph(f"p{n}", 8), paragraph(f"q{n}", 30))) for n in (1, 2)
    ]
    slugs = setter.briefs(stories, 13).slugs
    for number, slug in enumerate(slugs):
        if slug.kind == "briefhead":
            assert slug.cut is None and slugs[number + 1].cut is None
    alone = [Story(f"s0{n}", "题目", (paragraph(f"p{n}", 8),)) for n in (1, 2)]
    assert [slug.cut for slug in setter.briefs(alone, 13).slugs] == [None, 0.0, None, 0.0]


def test_a_crosshead_stands_nearer_to_what_follows(setter: GalleySetter) -> None:
    body = (paragraph("a", 40), Crosshead(("小题",), id="c"), paragraph("b", 40))
    slugs = setter.galley(Story("s01", "题", body), 13).slugs
    head = next(slug for slug in slugs if slug.kind == "crosshead")
    (alone,) = head.again
    assert (alone.rows, alone.top) == (1, -BRIEF_UNDER), "no hole over it at the head of a leg"
    before = slugs[slugs.index(head) - 1]
    assert before.cut == OVER_CROSSHEAD, "and the leg ends elsewhere if it can"
    assert head.top == CROSSHEAD_OVER > head.rows - len(head.lines) - CROSSHEAD_OVER > 0
