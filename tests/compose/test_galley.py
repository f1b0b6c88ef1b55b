"""Galleys: slugs in order, nothing lost, and no leg cut where PA3 and PA4 forbid it."""

from __future__ import annotations

import itertools

import pytest

from edition.compose.composed import Galley
from edition.compose.galley import GalleySetter
from edition.compose.typesetter import Typesetter
from edition.model import (
    Byline,
    Crosshead,
    Figure,
    Paragraph,
    Run,
    Story,
    Table,
    Verse,
    block_text,
)
from edition.packs.layout import Furnishing, Grid, Layout, TypeRole
from edition.trade.words import spans_word
from gold_edition import gold_edition

GRID = Grid(390, 540, 25, 9, 13.5, 8, 13, 1, 103)


@pytest.fixture
def setter(typesetter: Typesetter) -> GalleySetter:
    layout = Layout(
        "test", "test", GRID, Furnishing(9, 3, 3), TypeRole("song", 1),
        roles={"crosshead": TypeRole("song", 1.2), "pullquote": TypeRole("kai", 1.2, 1.25)},
    )
    return GalleySetter(typesetter, layout)


def galley_text(galley: Galley) -> str:
    return "".join(line.text for slug in galley.slugs for line in slug.lines)


@pytest.mark.parametrize("measure", [13, 20, 27])
def test_a_galley_holds_the_whole_story(setter: GalleySetter, measure: int) -> None:
    for story in gold_edition().stories:
        wanted = "".join(block_text(b) for b in story.body) + (
            story.byline.raw if story.byline else ""
        )
        got = galley_text(setter.galley(story, measure))
        assert got.replace(" ", "") == wanted.replace(" ", "")


def test_no_line_of_a_paragraph_is_left_alone(setter: GalleySetter) -> None:
    for story in gold_edition().stories:
        slugs = setter.galley(story, 13).slugs
        for at, slug in enumerate(slugs[:-1]):
            if slug.kind != "text" or slug.cut is None:
                continue
            rest = [s for s in slugs[at + 1 :] if s.block == slug.block]
            assert len(rest) != 1, "the last line would stand alone at the head of a leg"


def test_a_crosshead_is_never_last_in_a_leg_and_a_byline_never_first(
    setter: GalleySetter,
) -> None:
    for story in gold_edition().stories:
        slugs = setter.galley(story, 13).slugs
        for slug, after in itertools.pairwise(slugs):
            if slug.kind == "crosshead" or after.kind == "byline":
                assert slug.cut is None


def test_a_two_line_crosshead_is_one_slug_of_whole_rows(setter: GalleySetter) -> None:
    story = Story("s01", "题", (Crosshead(("资源整合", "汇聚新力量"), id="s01b01"),))
    (slug,) = setter.galley(story, 13).slugs
    assert [line.text for line in slug.lines] == ["资源整合", "汇聚新力量"]
    assert slug.rows == 3


def test_verse_keeps_its_lines_and_a_table_its_cells(setter: GalleySetter) -> None:
    story = Story(
        "s01", "题",
        (
            Verse(((Run("床前明月光"),), (Run("疑是地上霜"),)), id="s01b01"),
            Table((((Run("甲"),), (Run("乙"),)),), id="s01b02"),
            Paragraph((Run("天" * 30),), id="s01b03"),
        ),
        byline=Byline("（甲乙）", ("甲乙",)),
    )
    slugs = setter.galley(story, 13).slugs
    texts = [line.text for slug in slugs for line in slug.lines]
    assert texts[:4] == ["床前明月光", "疑是地上霜", "甲", "乙"]
    assert slugs[-1].align == "right"


def test_a_long_byline_breaks_between_names(setter: GalleySetter) -> None:
    names = "本报记者 林晓河 通讯员 周大川 苏小满"
    story = Story(
        "s01", "题", (Paragraph((Run("天" * 30),), id="s01b01"),), byline=Byline(names, ())
    )
    lines = [s.lines[0].text.strip() for s in setter.galley(story, 13).slugs if s.kind == "byline"]
    assert len(lines) > 1
    assert " ".join(lines) == names


@pytest.mark.parametrize("lead", range(8))
def test_a_credit_stands_whole_on_one_line_of_its_caption(
    setter: GalleySetter, lead: int
) -> None:
    figure = Figure("a.jpg", (Run("桥" * (6 + lead)),), "通讯员赵丽华/摄", id="b")
    texts = [line.text for slug in setter.caption(figure, 11) for line in slug.lines]
    assert "".join(texts).replace(" ", "") == "桥" * (6 + lead) + "通讯员赵丽华/摄"
    assert sum("通讯员赵丽华/摄" in text for text in texts) == 1


@pytest.mark.parametrize(("text", "credit", "lines"), [
    ("走着走着，就有人跑起来了。", "姜晚/摄", 2), ("主日的大堂，年份不详，灯都亮着。", None, 2),
])
def test_a_short_caption_is_broken_by_sense_and_never_spread(
    setter: GalleySetter, text: str, credit: str | None, lines: int
) -> None:
    figure = Figure("a.jpg", (Run(text),), credit, id="b")
    found = [line for slug in setter.caption(figure, 13) for line in slug.lines]
    assert len(found) == lines and all(line.extra == 0.0 for line in found)
    assert credit is None or found[-1].text.strip() != credit, "not alone on its line"
    ends = itertools.accumulate(len(line.text) for line in found)
    assert all(not spans_word(text[:end], text[end:]) for end in ends if end < len(text))


def test_a_credit_longer_than_its_column_is_parted_at_its_spaces(setter: GalleySetter) -> None:
    figure = Figure("a.jpg", (Run("新桥"),), "本报记者赵丽华 通讯员何小满 周文斌摄影报道", id="b")
    texts = [line.text.strip() for slug in setter.caption(figure, 11) for line in slug.lines]
    assert len(texts) > 2 and texts[-1].endswith("周文斌摄影报道")


@pytest.mark.parametrize("text", ["▲图为新桥", "▲ 图为新桥"])
def test_a_caption_arrow_is_parted_from_its_words(setter: GalleySetter, text: str) -> None:
    ((line,),) = [slug.lines for slug in setter.caption(Figure("a.jpg", (Run(text),), id="b"), 11)]
    assert line.origins[text.index("图")] == pytest.approx(1.25) and line.text == text


def test_a_colon_is_squeezed_before_a_line_gapes(setter: GalleySetter) -> None:
    lines, _ = setter.typesetter.set((Run("问：温度不够找谁？"),), 10, indent=2)
    assert [line.text for line in lines] == ["问：温度不够找谁？"]


def test_a_wide_dash_stands_as_close_to_one_figure_as_to_the_other(setter: GalleySetter) -> None:
    (line,) = setter.typesetter.flush((Run("181－260"),), 20, face="song")
    left, right = line.origins[3] - line.origins[2], line.origins[4] - line.origins[3]
    assert (left, right) == (pytest.approx(0.5), pytest.approx(1.0))
