"""Heads over groups (组合), turned heads (竖题), side heads (旁题), the word over briefs.

What is said of a page is read from the finished file.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

import edition
from edition.checks.given_copy import copy_of
from edition.checks.sight.seen_paper import SeenPaper, see_paper
from edition.compose.composed import Heading, Line, Segment
from edition.makeup import make_up
from edition.makeup.column_rules import JOINT, RAIL
from edition.makeup.items import BriefsItem
from edition.makeup.manners.shared import groups_of, together
from edition.makeup.manners.upright import CELL, turned
from edition.makeup.paper import Page, beside_text
from edition.makeup.plan.gather import gathered
from edition.model import Edition, HeadManner, Story
from edition.storyjson.jsontext import to_json
from golden_files import SEED
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, story

HEAD = "乡村治理的三张答卷"
SIDECAR = f"""
paper = "山城日报"
[[groups]]
head = "{HEAD}"
stories = ["乡贤反哺 为家乡添动力", 3, 5]
[[stories]]
headline = 6
head = "turned"
[[stories]]
headline = 8
head = "beside"
"""
LAYOUT = broadsheet()
FOOT_ROWS = 3


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("manners")
    (folder / "page.txt").write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "page.toml").write_text(SIDECAR, encoding="utf-8")
    return edition.read(folder / "page.txt").edition


@pytest.fixture(scope="module", params=["zh-Hans", "zh-Hant-TW"])
def paper(
    request: pytest.FixtureRequest, copy: Edition, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, Edition, tuple[edition.Diagnostic, ...]]:
    """The pages in both scripts; in Traditional the turned head stands at the right."""
    made = edition.convert(copy, request.param).edition
    pack: str | Path = "tabloid"
    if request.param != "zh-Hans":
        folder = tmp_path_factory.mktemp("right")
        (folder / "pack.toml").write_text(
            'api = 1\nextends = "tabloid"\nturned = "right"\nheads = "left"\n', encoding="utf-8"
        )
        pack = folder
    built = edition.to_pdf(made, pack)
    return built.data, made, built.diagnostics


def seen(data: bytes, made: Edition) -> SeenPaper:
    return see_paper(data, copy_of(json.loads(to_json(made))))


def test_the_preflight_finds_no_fault_in_such_pages(
    paper: tuple[bytes, Edition, tuple[edition.Diagnostic, ...]]
) -> None:
    data, made, said = paper
    for given in (None, made):
        report = edition.check(data, given)
        assert not {one.code for one in report.findings if one.level == "must" and one.count}
    loud = {one.code for one in report.findings if one.count}
    assert not loud & {"S5", "S9", "S25", "S26", "S34", "S35"}
    # A turned head is no larger than the depth of its text lets it be: it may lead by less.
    turned_head = [*made.stories][5].headline.replace(" ", "")
    said_of = [str(place.words) for one in report.findings if one.code == "S17"
               for place in one.places]
    assert all(words.startswith(turned_head) for words in said_of)
    kinds = {one.kind for one in said}
    assert not kinds & {"head_manner_unmet", "group_unset", "heading_unset", "copy_unseen"}


def test_turned_and_side_heads_stand_beside_their_text(
    paper: tuple[bytes, Edition, tuple[edition.Diagnostic, ...]]
) -> None:
    data, made, _ = paper
    stories = {one.story: one for page in seen(data, made).pages for one in page.stories}
    turned_head, side = stories[5], stories[7]
    wanted = [one.headline for one in made.stories]
    assert [line.upright for line in turned_head.head] == [True] * len(turned_head.head)
    assert "".join(line.text for line in turned_head.head) == wanted[5]
    assert turned_head.head_beside and side.head_beside and not side.turned
    assert "".join(line.text for line in side.head) == wanted[7]
    columns = [line.box[0] for line in turned_head.head]
    left = turned_head.head_box[2] < turned_head.span[0]
    if made.language == "zh-Hans":
        assert left and columns == sorted(columns)
    else:
        assert not left and columns == sorted(columns, reverse=True)
    # Its only leg may end in a few rows of white; the head keeps within the rows of the leg.
    foot = turned_head.span[1] - FOOT_ROWS * LAYOUT.grid.pitch
    assert all(line.box[1] >= foot for line in turned_head.head)


def test_the_head_of_a_group_ranges_over_its_stories_and_is_the_largest(
    paper: tuple[bytes, Edition, tuple[edition.Diagnostic, ...]]
) -> None:
    data, made, _ = paper
    page = next(page for page in seen(data, made).pages if page.group_heads)
    head = page.group_heads[0]
    ranks = [at for at, one in enumerate(together(list(made.stories))) if one.group]
    under = [one for one in page.stories if one.story in ranks]
    assert len(under) == 3
    assert head.text == next(one.group for one in made.stories if one.group)
    assert all(one.head_box[3] < head.box[1] for one in under)
    assert all(one.head_size < head.size for one in page.stories)


def _levels(data: bytes, file: Path) -> list[str]:
    """The headings of the tag tree in order."""
    file.write_bytes(data)
    found: list[str] = []
    with pikepdf.open(file) as document:
        stack = [document.Root.StructTreeRoot.K]
        while stack:
            at = stack.pop()
            if isinstance(at, pikepdf.Array):
                stack.extend(reversed(list(at)))
            elif isinstance(at, pikepdf.Dictionary) and "/S" in at:
                found += [str(at.S)] if str(at.S) in ("/H2", "/H3", "/H4") else []
                stack.extend([at.K] if "/K" in at else [])
    return found


def test_the_stories_of_a_group_are_a_level_below_its_head_in_the_tags(
    paper: tuple[bytes, Edition, tuple[edition.Diagnostic, ...]], tmp_path: Path
) -> None:
    levels = _levels(paper[0], tmp_path / "tags.pdf")
    lead, crossheads = ["/H2"], ["/H3"] * 3
    group, alone = ["/H2", *["/H3"] * 3], ["/H2"]
    assert levels[:9] == [*lead, *crossheads, *group, *alone]


def test_heads_ranged_left_begin_where_their_legs_do(
    paper: tuple[bytes, Edition, tuple[edition.Diagnostic, ...]]
) -> None:
    data, made, _ = paper
    lead = seen(data, made).pages[0].stories[0]
    offset = min(line.start for line in lead.head) - lead.span[0]
    assert (abs(offset) < 3) == (made.language != "zh-Hans")


def test_the_book_names_the_head_of_a_group_over_each_and_in_the_contents(copy: Edition) -> None:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(edition.to_epub(copy).data)) as book:
        texts = {name: book.read(name).decode() for name in book.namelist() if "xhtml" in name}
    stories = [text for name, text in texts.items() if "/text/s" in name]
    heads = (re.search(r'<article id="(\w+)".*<p class="group[^"]*" id="\1-group">(.*?)</p>', text,
                       re.S) for text in stories)
    assert [re.sub("<[^>]+>", "", found[2]) for found in heads if found] == [HEAD] * 3
    nav = next(text for name, text in texts.items() if name.endswith("nav.xhtml"))
    assert f"<li><span>{HEAD}</span>" in nav
    contents = next(text for name, text in texts.items() if name.endswith("contents.xhtml"))
    assert f'<span class="group">{HEAD}</span>' in contents


# -- what is a group -------------------------------------------------------------------------------


def named(*groups: str | None) -> list[Story]:
    return [replace(story(n, 300), group=group) for n, group in enumerate(groups, 1)]


def test_stories_of_a_group_are_brought_together_behind_its_first() -> None:
    found = together(named(None, "甲", None, "甲", "乙"))
    assert [one.id for one in found] == ["s01", "s02", "s04", "s03", "s05"]


def test_a_group_has_two_to_six_stories_and_one_by_kicker_two_to_four() -> None:
    def sizes(stories: list[Story]) -> list[int]:
        return [run.end - run.first for run in groups_of(stories)]

    assert sizes(named("甲")) == [] and sizes(named(*["甲"] * 2)) == [2]
    assert sizes(named(*["甲"] * 6)) == [6] and sizes(named(*["甲"] * 7)) == []
    alike = [replace(story(n, 300), kicker="今日谈") for n in range(1, 6)]
    assert sizes(alike[:4]) == [4] and sizes(alike) == [] and sizes(alike[:1]) == []
    assert sizes([replace(one, brief=True) for one in alike[:3]]) == []


def test_a_short_head_and_a_shared_kicker_are_words() -> None:
    long, short = "乡村治理的三张答卷", "两会声音"
    assert [run.word for run in groups_of(named(long, long, short, short))] == [False, True]
    alike = [replace(story(n, 300), kicker=long) for n in (1, 2)]
    assert next(iter(groups_of(alike))).word


def made_of(*stories: Story) -> tuple[tuple[Page, ...], set[str]]:
    paper, said = make_up(edition_of((None, list(stories))), memo_of(FakeDesk(), LAYOUT), None)
    return paper.pages, {one.kind for one in said}


def test_a_shared_kicker_is_said_once_over_its_stories() -> None:
    some = [replace(story(n, 700), kicker="今日谈" if n in (2, 3) else None) for n in range(1, 7)]
    pages, kinds = made_of(*some)
    heads = [head for page in pages for head in page.groups]
    assert [(head.head, head.stories, head.word) for head in heads] == [
        ("今日谈", ("s02", "s03"), True)
    ]
    frames = {frame.story: frame for page in pages for frame in page.frames}
    roles = {placed.heading.role for one in ("s02", "s03") for placed in frames[one].headings}
    assert roles == {"headline"} and "heading_unset" not in kinds


def test_the_stories_of_a_group_fill_its_ground_below_its_head() -> None:
    pages, _ = made_of(*named(None, "甲", None, "甲", "甲", None, None))
    page = next(page for page in pages if page.groups)
    head = page.groups[0]
    frames = [frame for frame in page.frames if frame.story in head.stories]
    cells = {
        (column, row) for frame in frames
        for column in range(frame.column, frame.column + frame.columns)
        for row in range(frame.row, frame.row + frame.rows)
    }
    assert cells == {
        (column, row) for column in range(head.column, head.column + head.columns)
        for row in range(head.row + head.rows, head.row + head.depth)
    }
    order = [frame.story for frame in page.frames]
    assert order[order.index("s02") : order.index("s02") + 3] == ["s02", "s04", "s05"]


def test_a_rule_stands_between_the_head_of_a_group_and_its_stories() -> None:
    groups = named("乡村治理的三张答卷", *["乡村治理的三张答卷"] * 2, None, None, None)
    # Long enough that no story of the group needs a box, which has a frame of its own.
    pages, _ = made_of(*(
        replace(one, body=story(n, 500).body) for n, one in enumerate(groups, 1)
    ))
    page = next(page for page in pages if page.groups)
    head, grid = page.groups[0], LAYOUT.grid
    under = [
        rule for rule in page.rules
        if rule.direction == "horizontal" and rule.row == head.row + head.rows - JOINT
    ]
    left, right = grid.x(head.column), grid.x(head.column) + grid.span(head.columns)
    assert min(rule.x for rule in under) <= left + 1e-6
    assert max(rule.x + rule.length for rule in under) >= right - 1e-6
    below = head.row + head.depth
    thick = [rule.row for rule in page.rules if rule.weight == "thick"]
    assert (below - JOINT in thick) == (below < page.rows)


def test_a_group_too_long_for_a_page_is_parted_and_told() -> None:
    some = [replace(one, body=story(n, 9000, 12).body)
            for n, one in enumerate(named("甲", "甲", "甲"), 1)]
    pages, kinds = made_of(*some)
    assert not any(page.groups for page in pages) and "group_unset" in kinds
    assert {"s01", "s02", "s03"} <= {frame.story for page in pages for frame in page.frames}


def test_a_head_the_editor_wants_at_the_side_is_told_where_it_is_not() -> None:
    pages, kinds = made_of(replace(story(1, 20, 1), manner=HeadManner.TURNED))
    assert "head_manner_unmet" in kinds
    assert not any(beside_text(frame) for page in pages for frame in page.frames)


def test_unasked_no_head_stands_at_the_side_of_its_text() -> None:
    pages, _ = made_of(*(story(n, 500 + 90 * n, 3) for n in range(1, 9)))
    assert not any(beside_text(frame) for page in pages for frame in page.frames)


def test_a_pack_may_let_the_planner_set_heads_at_the_side() -> None:
    layout = replace(LAYOUT, manners=tuple(HeadManner))
    some = edition_of((None, [story(n, 260 + 70 * n, 3) for n in range(1, 9)]))
    usual = make_up(some, memo_of(FakeDesk(), LAYOUT), None)[0]
    free = make_up(some, memo_of(FakeDesk(), layout), None)[0]
    assert free.score.cost <= usual.score.cost + 1e-6


# -- briefs ----------------------------------------------------------------------------------------


def test_briefs_of_a_group_stand_under_its_word() -> None:
    some = [replace(story(n, 60, 1, brief=True), group="要闻简报" if n < 4 else None)
            for n in range(1, 7)]
    items = [item for _, item in gathered(edition_of((None, some)))]
    briefs = [item for item in items if isinstance(item, BriefsItem)]
    assert [(item.label, len(item.stories)) for item in briefs] == [("要闻简报", 3), ("简讯", 3)]


def test_the_word_over_three_briefs_stands_over_a_thick_rule() -> None:
    for count in (RAIL - 1, RAIL):
        briefs = [story(n, 60, 1, brief=True) for n in range(5, 5 + count)]
        pages, _ = made_of(*(story(n, 900, 5) for n in range(1, 5)), *briefs)
        page, frame = next(
            (page, frame) for page in pages for frame in page.frames if frame.briefs
        )
        foot = frame.headings[-1].row + frame.headings[-1].heading.leading
        thick = [rule for rule in page.rules if rule.weight == "thick"]
        assert len(thick) == (count >= RAIL)
        for rule in thick:
            assert foot <= rule.row < min(leg.row for leg in frame.legs)


# -- lines that run down ---------------------------------------------------------------------------


def heading(text: str) -> Heading:
    line = Line((Segment(text),), 0.0, float(len(text)), tuple(map(float, range(len(text)))))
    return Heading("headline", "s01-headline", (line,), 3.0, "song", 2.0, 3, 1.0, 1.0, 0.0)


def cells_of(text: str) -> list[str] | None:
    found = turned(heading(text), 1.5)
    return None if found is None else [line.text for part, _ in found for line in part.lines]


def test_a_turned_line_has_a_cell_for_every_character_and_two_figures_in_one() -> None:
    assert cells_of("春风吹过12个村") == ["春", "风", "吹", "过", "12", "个", "村"]
    assert cells_of("2024年见") == ["2", "0", "2", "4", "年", "见"]
    found = turned(heading("“两新”群体"), 1.5)
    assert found is not None
    marks = [line.segments[0].upright for part, _ in found for line in part.lines]
    assert marks == [True, False, False, True, False, False]
    assert found[0][0].leading == pytest.approx(3.0 * CELL / 1.5)


def test_a_space_parts_a_turned_line_and_latin_words_and_dashes_are_not_turned() -> None:
    found = turned(heading("春风 又绿"), 1.5)
    assert found is not None
    assert [[line.text for line in part.lines] for part, _ in found] == [["春", "风"], ["又", "绿"]]
    assert found[1][1] > 2 * found[0][0].leading
    assert cells_of("看AI下乡") is None and cells_of("春风——又绿") is None
