"""Readings above their characters: where they stand, what they widen, where they may not part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.compose.composed import Line
from edition.compose.galley import GalleySetter
from edition.compose.rubies import LONGEST_BASE
from edition.compose.typesetter import Typesetter
from edition.model import Block, ListBlock, ListItem, Mark, Note, Paragraph, Run, Runs, Story, Verse
from edition.packs.layout import Furnishing, Grid, Layout, TypeRole

GRID = Grid(390, 540, 25, 9, 13.5, 8, 13, 1, 103)


@pytest.fixture
def setter(typesetter: Typesetter) -> GalleySetter:
    layout = Layout(
        "test", "test", GRID, Furnishing(9, 3, 3), TypeRole("song", 1), ruby="above"
    )
    return GalleySetter(typesetter, layout)


def lines_of(setter: GalleySetter, block: Block, measure: float = 13) -> list[Line]:
    slugs = setter.galley(Story("s01", "题", (block,)), measure).slugs
    return [line for slug in slugs for line in slug.lines]


def told(line: Line) -> str:
    """The line as its page is read: each reading in brackets behind its base."""
    text, done = "", 0
    for ruby in line.rubies:
        text += line.text[done : ruby.end] + f"（{ruby.line.text}）"
        done = ruby.end
    return text + line.text[done:]


def spans(line: Line) -> list[tuple[float, float]]:
    lefts = [line.origins[ruby.end - 1] + ruby.x for ruby in line.rubies]
    return [(left, left + ruby.line.width * ruby.size)
            for left, ruby in zip(lefts, line.rubies, strict=True)]


def test_a_short_reading_stands_over_the_middle_and_moves_nothing(setter: GalleySetter) -> None:
    (plain,) = lines_of(setter, Paragraph((Run("有个龘字"),), id="b"))
    (line,) = lines_of(setter, Paragraph((Run("有个"), Run("龘", ruby="dá"), Run("字")), id="b"))
    assert line.text == "有个龘字" and line.origins == plain.origins
    ((left, right),) = spans(line)
    assert (left + right) / 2 == pytest.approx(line.origins[2] + 0.5)
    assert right - left == pytest.approx(0.5) and line.rubies[0].line.text == "dá"


def test_a_long_reading_opens_its_base_and_readings_never_meet(setter: GalleySetter) -> None:
    (line,) = lines_of(setter, Paragraph(
        (Run("甲"), Run("装", ruby="zhuāng"), Run("双", ruby="shuāng"), Run("乙")), id="b"))
    (_, right), (left, _) = spans(line)
    assert 0 < left - right < 0.3
    assert line.origins[2] - line.origins[1] > 1.5, "the two are opened"
    (alone,) = lines_of(setter, Paragraph((Run("甲"), Run("丁", ruby="dīng"), Run("乙")), id="b"))
    assert alone.origins[2] - alone.origins[1] == pytest.approx(1.0)


def test_a_base_is_not_parted_but_a_long_one_has_brackets(setter: GalleySetter) -> None:
    for lead in range(14):
        runs = (Run("字" * lead), Run("浙江省", ruby="Zhe"), Run("的人。"))
        lines = lines_of(setter, Paragraph(runs, id="b"), 9)
        assert sum("浙江省" in line.text for line in lines) == 1, lead
        assert "".join(map(told, lines)) == "字" * lead + "浙江省（Zhe）的人。"
    base = "上海合作组织成员国"
    lines = lines_of(setter, Paragraph((Run(base, ruby="SCO"),), id="b"))
    assert len(base) > LONGEST_BASE and "".join(line.text for line in lines) == f"{base}（SCO）"


def test_readings_at_the_edges_stay_in_the_column(setter: GalleySetter) -> None:
    runs = (Run("字" * 11), *(Run("双", ruby="shuāng") for _ in range(30)))
    lines = lines_of(setter, Paragraph(runs, id="b"))
    assert len(lines) > 3
    for line in lines:
        for left, right in spans(line):
            assert left > -0.01 and right < 13.01
        assert all(a[1] < b[0] for a, b in pairwise(spans(line)))
    edges = {(line.origins[0], round(line.origins[-1], 3)) for line in lines[1:-1]}
    assert edges == {(0, 12)}


def test_brackets_beside_dots_in_labels_and_in_heads_of_tables(setter: GalleySetter) -> None:
    dots = Paragraph((Run("重", (Mark.DOTS,)), Run("龘", ruby="dá")), id="b")
    assert [line.text for line in lines_of(setter, dots)] == ["重龘（dá）"]
    label = Paragraph((Run("龘", ruby="dá"), Run("：好")), id="b", speaker=2)
    assert [line.text for line in lines_of(setter, label)] == ["龘（dá）：好"]
    parted = Paragraph((Run("问龘", ruby="dá"), Run("好")), id="b", speaker=1)
    assert ["".join(map(told, lines_of(setter, parted)))] == ["问龘（dá）好"]


words = st.text("山路修通了，。“”（）—…Az0.5%/", max_size=9)
runs = st.lists(
    st.builds(Run, words, st.sampled_from([(), (Mark.STRONG,), (Mark.SUPER,)]),
              ruby=st.none() | st.sampled_from(["dá", "zhuāng", "音博", "a b", " "])),
    max_size=5,
).map(lambda found: tuple(r for r in found if r.text))
blocks = st.one_of(
    st.builds(Paragraph, runs, speaker=st.integers(0, 3)), st.builds(Note, runs),
    st.builds(ListBlock, st.lists(
        st.builds(ListItem, runs, st.integers(0, 2), st.sampled_from(["", "1.", "（一）"])),
        max_size=3).map(tuple)),
    st.builds(Verse, st.lists(runs, max_size=4).map(tuple)),
)


def wanted(block: Block) -> list[Runs]:
    match block:
        case ListBlock():
            return [(Run(item.label), *item.runs) for item in block.items]
        case Verse():
            return list(block.verses)
        case Paragraph() | Note():
            return [block.runs]
    raise AssertionError(block)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks, st.sampled_from([6, 8, 11, 13, 27]))
def test_every_reading_is_told_once_behind_its_characters(
    setter: GalleySetter, block: Block, measure: int
) -> None:
    lines = lines_of(setter, block, measure)
    copy = "".join(
        run.text + (f"（{run.ruby}）" if run.ruby else "") for row in wanted(block) for run in row)
    assert "".join("".join(map(told, lines)).split()) == "".join(copy.split())
    for line in lines:
        assert len(line.origins) == len(line.text)
        assert all(a[1] < b[0] + 1e-6 for a, b in pairwise(spans(line)))
