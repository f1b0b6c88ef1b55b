"""Blocks of rows in a column: nothing lost, nothing over the edge, each thing in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.compose.composed import Slug
from edition.compose.galley import GalleySetter
from edition.compose.rubies import spelled_out
from edition.compose.typesetter import Typesetter
from edition.model import (
    Block,
    Closing,
    ClosingLine,
    Entries,
    EntryRow,
    Footnote,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    Ranged,
    Run,
    Runs,
    Span,
    Story,
    Table,
    Verse,
    block_text,
)
from edition.packs.layout import Furnishing, Grid, Layout, TypeRole

GRID = Grid(390, 540, 25, 9, 13.5, 8, 13, 1, 103)


@pytest.fixture
def setter(typesetter: Typesetter) -> GalleySetter:
    layout = Layout("test", "test", GRID, Furnishing(9, 3, 3), TypeRole("song", 1))
    return GalleySetter(typesetter, layout)


def run(text: str, *marks: Mark) -> Runs:
    return (Run(text, marks),) if text else ()


def slugs_of(setter: GalleySetter, block: Block, measure: float = 13) -> tuple[Slug, ...]:
    return setter.galley(Story("s01", "题", (block,)), measure).slugs


def said(slugs: tuple[Slug, ...]) -> list[str]:
    return [line.text for slug in slugs for line in slug.lines]


def starts(slugs: tuple[Slug, ...]) -> list[float]:
    return [round(line.start, 3) for slug in slugs for line in slug.lines]


def test_labels_hang_and_inner_lists_stand_further_right(setter: GalleySetter) -> None:
    block = ListBlock((
        ListItem(run("禁止野外用火禁止野外用火禁止野外用火"), 0, "一、"),
        ListItem(run("罚款"), 1, "（一）"), ListItem(run("拘留"), 1, "（十二）"),
        ListItem(run("无号"), 1),
    ), id="s01b01")
    slugs = slugs_of(setter, block)
    assert "".join(said(slugs)) == (
        "一、禁止野外用火禁止野外用火禁止野外用火（一）罚款（十二）拘留无号")
    first = slugs[0]
    assert first.lines[0].segments[0].text.startswith("一、") and starts(slugs)[0] == 0
    assert starts(slugs)[1] == 2.0, "the text goes on under itself"
    inner = starts(slugs)[-1]
    assert inner > 2.0 and slugs[-2].lines[0].origins[4] > inner, "a long label runs on"
    assert [slug.final for slug in slugs] == [False] * (len(slugs) - 1) + [True]


def test_entries_have_a_second_column(setter: GalleySetter) -> None:
    block = Entries((
        EntryRow(run("时间："), run("九点")), EntryRow(run("主讲人："), run("周文斌")),
        EntryRow((), run("县图书馆")), EntryRow(run("闭馆"), ()),
        EntryRow(run("网址："), run("https://example.cn/a/b")),
        EntryRow(run("比一栏还要长得多的一个标签："), run("文")),
    ), id="s01b01")
    slugs = slugs_of(setter, block)
    assert "".join(said(slugs)) == block_text(block).replace(" ", "")
    by_text = {line.text: line for slug in slugs for line in slug.lines}
    at = by_text["主讲人：周文斌"].origins[4]
    assert by_text["时间：九点"].origins[3] == pytest.approx(at)
    assert by_text["县图书馆"].start == pytest.approx(at)
    assert Mark.STRONG in by_text["时间：九点"].segments[0].marks
    assert Mark.STRONG not in by_text["时间：九点"].segments[-1].marks


def test_verse_has_white_between_stanzas_and_verses_stand_in_the_middle(
    setter: GalleySetter,
) -> None:
    slugs = slugs_of(setter, Verse((run("桂花落了"), (), (), run("舀进缸里面去"), ()), (), "b"))
    assert [(slug.rows, slug.top) for slug in slugs] == [(2, 0.0), (1, None)]
    assert starts(slugs) == [3.5, 3.5], "as wide as its longest line"
    slugs = slugs_of(setter, Verse((run("床前明月光"), run("疑是地上霜")), (), "b"))
    assert starts(slugs) == [4.0, 4.0]
    slugs = slugs_of(setter, Verse((run("甲" * 20), run("乙")), (), "b", indents=(0, 1)))
    assert starts(slugs) == [0.0, 1.0, 1.0]


def test_a_closing_stands_as_a_letter_has_it(setter: GalleySetter) -> None:
    block = Closing((
        ClosingLine(run("此致"), Ranged.INDENT), ClosingLine(run("敬礼！"), Ranged.MARGIN),
        ClosingLine(run("读者"), Ranged.RIGHT), ClosingLine(run("附言"), Ranged.CENTRE),
    ), id="s01b02")
    story = Story("s01", "题", (Paragraph(run("天" * 30), id="s01b01"), block))
    slugs = setter.galley(story, 13).slugs
    assert [slug.cut for slug in slugs[-5:]] == [None] * 4 + [0.0]
    assert starts(slugs)[-4:] == [2.0, 0.0, 11.0, 5.5]


def test_a_long_signature_is_parted_between_its_names(setter: GalleySetter) -> None:
    long = ClosingLine(run("土木学院 二〇二六届毕业生 高原"), Ranged.RIGHT)
    slugs = setter.galley(Story("s01", "题", (Closing((long,), id="s01b01"),)), 13).slugs
    assert [slug.lines[0].text.strip() for slug in slugs] == ["土木学院", "二〇二六届毕业生 高原"]


def test_notes_are_small_under_one_short_rule(setter: GalleySetter) -> None:
    story = Story("s01", "题", (
        Paragraph((Run("桥"), Run("1", (Mark.SUPER,), note="s01b02")), id="s01b01"),
        Footnote("1", run("清代" * 20), id="s01b02"), Footnote("", run("无号"), id="s01b03"),
    ))
    text, first, *rest = setter.galley(story, 13).slugs
    assert text.kind == "text" and first.size < 1 and len(first.strokes) == 1 and first.rows == 2
    assert not any(slug.strokes for slug in rest)
    assert said((first, *rest))[0].startswith("1清代")


def test_readings_stand_in_brackets_and_speakers_in_black(setter: GalleySetter) -> None:
    block = Paragraph((Run("答："), Run("龘", ruby="dá"), Run("面")), speaker=2, id="s01b01")
    (slug,) = slugs_of(setter, block)
    (line,) = slug.lines
    assert line.text == "答：龘（dá）面" == block_text(block)
    assert Mark.STRONG in line.segments[0].marks and not line.segments[-1].marks
    assert spelled_out(run("甲")) == run("甲")
    assert said(slugs_of(setter, Note((Run("龘", ruby="dá"),), id="b"))) == ["龘（dá）"]


TABLE = Table(
    (tuple(map(run, ("镇", "户数", ""))), (*map(run, ("", "上半年", "全年")),),
     tuple(map(run, ("东港", "5", "1,200"))), tuple(map(run, ("西岭", "", "42")))),
    header_rows=1, id="s01b01", spans=(Span(0, 0, 2, 1), Span(0, 1, 1, 2)),
)


def test_a_table_has_rules_heads_and_numbers_ranged_right(setter: GalleySetter) -> None:
    head, *rows = slugs_of(setter, TABLE)
    assert [line.text for line in head.lines] == ["镇", "户数", "上半年", "全年"]
    assert all(Mark.STRONG in s.marks for line in head.lines for s in line.segments)
    assert [[line.text for line in slug.lines] for slug in rows] == [
        ["东港", "5", "1,200"], ["西岭", "42"]]
    right = {place.x + line.width * slug.size for slug in rows
             for line, place in zip(slug.lines[-1:], slug.places[-1:], strict=True)}
    assert len({round(x, 3) for x in right}) == 1
    assert next(s.weight for s in head.strokes if s.across) == "thick"
    assert head.cut is None and [s.cut for s in rows] == [None, 0.0], "a short table is whole"


def test_a_table_too_wide_for_its_column_becomes_smaller_then_runs_on(
    setter: GalleySetter,
) -> None:
    sizes = {}
    for columns in (3, 5, 7, 30):
        cells = tuple(run("三个字") for _ in range(columns))
        slugs = slugs_of(setter, Table((cells, cells), id="b"))
        sizes[columns] = (slugs[0].size, bool(slugs[0].strokes))
        assert "".join(said(slugs)).replace("\u3000", "") == "三个字" * 2 * columns
    assert sizes[3] == (1.0, True) and sizes[5][0] < 1 and sizes[30] == (1.0, False)


def test_a_deep_cell_runs_on_so_that_legs_can_part_it(setter: GalleySetter) -> None:
    slugs = slugs_of(setter, Table(((run("甲"), run("字" * 400)),), id="b"))
    assert max(slug.rows for slug in slugs) <= 2 and "".join(said(slugs)).count("字") == 400


words = st.text("山路修通了，。“”（）—…Az0.5%/ ￥", max_size=14)
runs = st.lists(
    st.builds(Run, words, st.sampled_from([(), (Mark.STRONG,), (Mark.SUPER,), (Mark.SUB,)]),
              ruby=st.none() | st.just("dá")), max_size=2,
).map(lambda found: tuple(r for r in found if r.text))
labels = st.sampled_from(["", "1.", "（一）", "①", "•", "很长很长很长的标签：", " "])
rows = st.lists(st.lists(runs, max_size=6).map(tuple), max_size=5).map(tuple)
blocks = st.one_of(
    st.builds(ListBlock, st.lists(
        st.builds(ListItem, runs, st.integers(0, 4), labels), max_size=4).map(tuple)),
    st.builds(Entries, st.lists(st.builds(EntryRow, runs, runs), max_size=4).map(tuple)),
    st.builds(Verse, st.lists(runs, max_size=4).map(tuple),
              indents=st.lists(st.integers(0, 20), max_size=4).map(tuple)),
    st.builds(Closing, st.lists(
        st.builds(ClosingLine, runs, st.sampled_from(Ranged)), max_size=4).map(tuple)),
    st.builds(Footnote, labels, runs),
    st.builds(Paragraph, runs, speaker=st.integers(0, 3)),
    st.builds(Table, rows, st.integers(0, 2), header_columns=st.integers(0, 1), caption=runs,
              spans=st.lists(st.builds(Span, *[st.integers(0, 3)] * 4), max_size=3).map(tuple)),
)


def over(slugs: tuple[Slug, ...], measure: float) -> Iterator[str]:
    for slug in slugs:
        rooms = [place.width for place in slug.places] or [measure] * len(slug.lines)
        for line, room in zip(slug.lines, rooms, strict=True):
            if line.width > room / slug.size + 0.02 or line.start < -0.51:
                yield f"{slug.kind} {line.text} {line.start} {line.width} > {room / slug.size}"
        for place in slug.places:
            assert 0 <= place.x <= measure and 0 <= place.row <= slug.rows
        for stroke in slug.strokes:
            assert stroke.x <= measure + 1e-6 and stroke.row <= slug.rows + 1e-6


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks, st.sampled_from([8, 11, 13, 20, 27, 41]))
def test_every_block_keeps_its_text_and_its_column(
    setter: GalleySetter, block: Block, measure: int
) -> None:
    slugs = slugs_of(setter, block, measure)
    assert "".join("".join(said(slugs)).split()) == "".join(block_text(block).split())
    assert list(over(slugs, measure)) == []
