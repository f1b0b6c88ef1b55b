"""The one maker: ids, the sidecar's values, every limit, and the proof that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings

from edition.copy import bounds
from edition.copy.conserve import Claim, Order, losses, unaccounted
from edition.copy.making import Found, joined_imprint, make_edition
from edition.copy.wording import pieces, words_beside
from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.model import (
    Advertisement,
    Byline,
    Edition,
    Figure,
    Furniture,
    HouseItem,
    Imprint,
    Paragraph,
    Run,
    Section,
    Story,
    Table,
)
from readers.strategies import editions


def paragraph(text: str, *lines: int) -> Paragraph:
    return Paragraph((Run(text),), lines)


def story(headline: str = "题", *body: Any, **more: Any) -> Story:
    return Story("", headline, body, **more)


def found(*stories: Story, **more: Any) -> Found:
    return Found((Section(None, stories),), **more)


def lost(edition: Edition, claim: Claim) -> list[Diagnostic]:
    return list(losses(edition, [claim], "a"))


def edition_of(*stories: Story, furniture: tuple[Furniture, ...] = ()) -> Edition:
    return make_edition(found(*stories, furniture=furniture), "a.md", b"").edition


# --- ids and values

def test_parts_advertisements_and_house_copy_get_their_ids() -> None:
    read = make_edition(
        Found(
            (Section("城事", (story("一", paragraph("甲")),)), Section("乡", (story("二"),))),
            advertisements=(Advertisement("x", 1, 1, 1), Advertisement("x", 1, 1, 1, "乙")),
            house_copy=(HouseItem("x", "丙"),),
        ),
        "新闻/a b.md", b"copy",
    )
    made = read.edition
    assert [s.id for s in made.sections] == ["sec1", "sec2"]
    assert [s.id for s in made.stories] == ["s01", "s02"]
    assert next(made.stories).body[0].id == "s01b01"
    assert [ad.id for ad in made.advertisements] == ["ad1", "ad2"]
    assert [item.id for item in made.house_copy] == ["house1"]
    assert made.name == "a b" and made.structured and len(made.digest) == 64
    assert [(c.name, c.lines, c.stories, c.furniture) for c in read.copy] == [
        ("新闻/a b.md", (), 2, ())
    ]


def test_the_name_a_file_gives_itself_stands_before_its_own() -> None:
    assert make_edition(found(story(), name="山城/报"), "a.json", b"").edition.name == "报"


def test_the_sidecars_values_stand_before_those_of_the_file() -> None:
    own = Imprint(paper="甲报", issue="7", date=date(2023, 11, 14))
    made = make_edition(
        found(story(), imprint=own, glossary=(("里", "裏"), ("面", "麵"))), "a.md", b"",
        Imprint(paper="乙报", page="B2"), (("面", "麪"), ("里", "裏")),
    ).edition
    assert made.imprint == Imprint(paper="乙报", issue="7", date=date(2023, 11, 14), page="B2")
    assert made.glossary == (("面", "麪"), ("里", "裏"), ("面", "麵"))


def test_the_first_value_of_several_imprints_wins() -> None:
    assert joined_imprint(Imprint(issue="1"), Imprint(paper="甲", issue="2")) == Imprint(
        paper="甲", issue="1"
    )


def test_lines_of_furniture_are_told_where_the_copy_has_lines() -> None:
    read = make_edition(
        found(story(), furniture=(Furniture(2, "版"),), lines=("题", "版")), "a.txt", b""
    )
    assert read.copy[0].furniture == (2,) and read.copy[0].lines == ("题", "版")


# --- limits

SMALL = replace(
    LIMITS, stories=2, edition_characters=30, story_characters=20, links=2, cells=4, pictures=2
)
LINK = Run("", href="https://a.cn")


@pytest.mark.parametrize(("fits", "beyond", "kind"), [
    ([story(), story()], [story()] * 3, "too_many_stories"),
    ([story("十" * 15)] * 2, [story("十" * 15), story("十" * 16)], "too_many_characters"),
    ([story("十" * 20)], [story("十" * 21)], "story_too_long"),
    ([story("题", Paragraph((LINK, LINK)))], [story("题", Paragraph((LINK,) * 3))],
     "story_links"),
    ([story("题", Table((((), ()), ((), ()))))], [story("题", Table((((),) * 5,)))],
     "story_cells"),
    ([story("题", Figure("a"), Figure("a"))], [story("题", *[Figure("a")] * 3)],
     "story_pictures"),
])
def test_every_limit_holds_just_at_its_bound(
    fits: list[Story], beyond: list[Story], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "LIMITS", SMALL)
    make_edition(found(*fits), "a.md", b"")
    with pytest.raises(UnreadableInput) as fault:
        make_edition(found(*beyond), "a.md", b"")
    assert fault.value.kind == kind and fault.value.where == "a.md"


def test_links_are_counted_in_every_block_and_two_tables_are_two() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounds, "LIMITS", SMALL)
        tables = [Table((((), (), ()),)), Table((((), (), ()),))]
        make_edition(found(story("题", *tables)), "a.md", b"")
        with pytest.raises(UnreadableInput):
            cells = (LINK,), (LINK,), (LINK,)
            make_edition(found(story("题", Table((cells,)))), "a.md", b"")


def test_a_file_that_names_its_parts_must_hold_a_story_and_plain_text_need_not() -> None:
    with pytest.raises(UnreadableInput, match="no story"):
        make_edition(Found(()), "a.md", b"")
    assert make_edition(Found((), structured=False), "a.txt", b"").edition.sections == ()


# --- claims by line

def test_a_claim_by_line_wants_every_character_once_and_in_order() -> None:
    made = edition_of(
        story("题", paragraph("甲乙", 3), headline_line=1, source_lines=(1, 3)),
        furniture=(Furniture(2, "版"),),
    )
    assert lost(made, Claim("题\n版\n甲 乙", Order.LINES)) == []
    for text, line in (
        ("题\n版\n甲乙丙", 3), ("题\n版\n甲", 3), ("题\n甲乙\n版", 2), ("版\n题\n甲乙", 1),
        ("题\n版\n甲乙\n丁", 4),
    ):
        (said,) = lost(made, Claim(text, Order.LINES))
        assert (said.kind, said.line, said.source) == ("not_conserved", line, "a")


def test_the_words_where_a_claim_breaks_are_shown() -> None:
    made = edition_of(story("题", paragraph("甲", 2), headline_line=1, source_lines=(1, 2)))
    (said,) = lost(made, Claim("题\n甲丙丁", Order.LINES))
    assert said.text == "丙丁"
    assert said.message == (
        "The stories hold 2 characters and the copy 4; they differ from line 2 on."
    )


def test_what_the_file_gives_beside_its_text_must_stand_in_the_edition_too() -> None:
    made = edition_of(
        story("题", paragraph("甲", 4), headline_line=None, source_lines=(4, 4),
              byline=Byline("王", ("王",), 1)),
    )
    assert lost(made, Claim("\n\n\n甲", Order.LINES, given=("题", "王"))) == []
    (said,) = lost(made, Claim("\n\n\n甲", Order.LINES, given=("题", "王", "肩")))
    assert said.text == "肩"
    assert len(lost(made, Claim("\n\n\n甲", Order.LINES, given=("题",)))) == 1
    assert len(lost(made, Claim("\n\n\n甲", Order.LINES, given=("题", "王", "甲")))) == 1


def test_a_byline_that_fills_two_lines_leaves_neither_to_an_equal_credit() -> None:
    made = edition_of(
        story("题", paragraph("甲", 2), headline_line=1, source_lines=(1, 6),
              byline=Byline("张三 李四", ("张三", "李四"), 3), credits=("李四",)),
        furniture=(Furniture(5, "版"),),
    )
    assert lost(made, Claim("题\n甲\n张三\n李四\n版\n李四", Order.LINES)) == []


def test_a_story_inside_another_keeps_the_credit_that_both_end_with() -> None:
    around = story("题", paragraph("甲", 2), paragraph("丙", 6), headline_line=1,
                   source_lines=(1, 7), credits=("摄",))
    inside = story("另", paragraph("乙", 4), headline_line=3, source_lines=(3, 5),
                   credits=("摄",))
    made = edition_of(around, inside)
    assert lost(made, Claim("题\n甲\n另\n乙\n摄\n丙\n摄", Order.LINES)) == []
    assert len(lost(made, Claim("题\n甲\n另\n乙\n丙\n摄\n摄", Order.LINES))) == 1


# --- claims by part and by count

def test_a_claim_of_one_story_looks_at_no_other() -> None:
    made = edition_of(story("一", paragraph("甲乙"), paragraph("丙")), story("二"))
    assert lost(made, Claim("甲乙丙", Order.PARTS, ("一",), 1)) == []
    assert lost(made, Claim("甲乙丙", Order.PARTS, ("二",), 1))
    assert lost(made, Claim("", Order.PARTS, ("二",), 2)) == []


@pytest.mark.parametrize(("text", "words"), [
    ("甲乙丙丁", "丁"), ("甲乙", "more than the file holds"), ("丙甲乙", "the order of the text"),
    ("甲甲乙丙", "甲"),
])
def test_a_claim_by_part_tells_what_is_lost_and_what_is_moved(text: str, words: str) -> None:
    made = edition_of(story("一", paragraph("甲乙"), paragraph("丙")))
    (said,) = lost(made, Claim(text, Order.PARTS, ("一",), 1))
    assert (said.text, said.story) == (words, 1)


def test_pictures_may_stand_anywhere_in_their_story_and_a_zero_width_space_is_nothing() -> None:
    made = edition_of(
        story("一", Figure("a.png", (Run("图"),)), paragraph("甲乙"), paragraph("甲"))
    )
    assert lost(made, Claim("甲\u200b乙图甲", Order.PARTS, ("一",), 1)) == []


def test_a_claim_by_count_wants_every_character_as_often_or_oftener() -> None:
    made = edition_of(story("一", paragraph("甲乙甲")), furniture=(Furniture(1, "丙"),))
    assert lost(made, Claim("甲 甲 一", Order.COUNT)) == []
    (said,) = lost(made, Claim("甲甲甲", Order.COUNT))
    assert said.text == "甲" and said.message.startswith("1 characters")
    (said,) = lost(made, Claim("甲 甲", Order.EXACT))
    assert "oftener" in said.message
    assert lost(made, Claim("丙", Order.COUNT))  # Furniture answers for no story.


# --- the file itself

def test_only_the_files_own_values_answer_for_the_file() -> None:
    def kinds(file: str, beside: Imprint) -> list[str | None]:
        read = make_edition(found(story(), imprint=Imprint(paper="甲报"), file=file), "a.md", b"",
                            beside, (("丙", "丁"),))
        return [d.text for d in read.diagnostics if d.kind == "unaccounted"]

    assert kinds("题 甲报", Imprint()) == []
    assert kinds("题 甲报", Imprint(paper="甲报")) == []
    assert kinds("题 甲报", Imprint(paper="乙报")) == ["甲报"]
    assert kinds("题 甲报 乙丙", Imprint(publisher="乙")) == ["乙丙"]


def test_a_remark_answers_for_the_words_it_shows() -> None:
    left = Diagnostic("nul_removed", {"count": 1, "line": 1, "were": "们"}, text="丙")
    made = edition_of(story())
    assert list(unaccounted("题丙们", made, [left], "a")) == []
    (said,) = unaccounted("题题丙 丁", made, [left], "a")
    assert (said.text, said.source) == ("题丁", "a")
    assert list(unaccounted("", made, [], "a")) == []


# --- every field that holds words

IDS = {"id", "note", "digest", "media", "name", "lang", "query", "file"}


def strings(value: Any, key: str = "") -> Iterator[str]:
    """Every text in a value, but ids and the like."""
    if isinstance(value, str):
        if key not in IDS and not isinstance(value, Enum):
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part, key)
    elif is_dataclass(value):
        for entry in fields(value):
            if entry.name not in ("marks", "ranged"):
                yield from strings(getattr(value, entry.name), entry.name)


@settings(max_examples=150, deadline=None)
@given(editions)
def test_no_field_of_an_edition_escapes_the_walk(edition: Edition) -> None:
    held = replace(edition, held=tuple(edition.stories)[:1])
    walked = "".join([*(p.text for p in pieces(held)), *words_beside(held)])
    for text in strings(held):
        assert "".join(text.split()) in "".join(walked.split())
