"""Wishes of the page: a box or none, where a headline breaks, how wide a picture is."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import edition
from edition.errors import WrongUse
from edition.makeup import make_up
from edition.makeup.paper import Page, Paper
from edition.model import Edition, Figure, PictureSize, Run, Story
from edition.readers import Read
from edition.sidecar.parse import parse_sidecar
from edition.sidecar.wishes import head_breaks
from golden_files import SEED
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, story

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "sidecar.md").read_text(encoding="utf-8")
LAYOUT = broadsheet()


def sample() -> str:
    """The sample of such wishes in the docs."""
    blocks = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    (found,) = [one for one in blocks if "headline_lines" in one]
    return str(found)


def read_with(folder: Path, sidecar: str) -> Read:
    (folder / "images").mkdir()
    out = io.BytesIO()
    Image.new("RGB", (2400, 1600), (90, 120, 90)).save(out, "JPEG")
    (folder / "images" / "bridge.jpg").write_bytes(out.getvalue())
    (folder / "page.txt").write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "page.toml").write_text(sidecar, encoding="utf-8")
    return edition.read(folder / "page.txt")


def test_the_sample_of_the_docs_is_obeyed_in_both_scripts(tmp_path: Path) -> None:
    read = read_with(tmp_path, sample())
    second, third = list(read.edition.stories)[1:3]
    assert second.box is True and second.headline_breaks == (5,)
    assert next(one.width for one in third.body if isinstance(one, Figure)) == 3
    again = edition.from_json(
        edition.to_json(read.edition), {one.name: one.data for one in read.edition.pictures}
    )
    assert [one.box for one in again.stories] == [one.box for one in read.edition.stories]
    for made in (read.edition, edition.convert(read.edition, "zh-Hant-TW").edition, again):
        built = edition.to_pdf(made)
        kinds = {one.kind for one in built.diagnostics}
        assert not kinds & {"box_unmet", "headline_break_unmet", "picture_width_unmet"}
        faults = {
            one.code for one in edition.check(built.data, made).findings
            if one.level == "must" and one.count
        }
        assert not faults


def placed(*stories: Story) -> tuple[list[Page], list[str]]:
    paper: Paper
    paper, remarks = make_up(edition_of((None, list(stories))), memo_of(FakeDesk(), LAYOUT), "A1")
    return list(paper.pages), [one.kind for one in remarks]


def boxes(pages: Sequence[Page]) -> set[str]:
    return {frame.story for page in pages for frame in page.frames if frame.box is not None}


def test_a_box_that_is_asked_for_stands_and_one_that_is_not_wanted_does_not() -> None:
    some = [story(1, 2400, 9), story(2, 1200, 6), story(3, 900, 5), story(4, 600, 4)]
    for number in range(4):
        asked = [replace(one, box=at == number) for at, one in enumerate(some)]
        pages, kinds = placed(*asked)
        assert boxes(pages) == {some[number].id}
        assert "box_unmet" not in kinds and "box_stays" not in kinds


def test_a_box_no_page_can_have_is_told() -> None:
    figure = Figure("a.jpg", (Run("图"),), pixels=(1200, 800), id="s01b09")
    one = story(1, 2400, 9)
    pages, kinds = placed(replace(one, box=True, body=(figure, *one.body)), story(2, 900, 5))
    assert not boxes(pages) and "box_unmet" in kinds


@pytest.mark.parametrize(("wish", "columns"), [
    (2, 2), (3, 3), (5, 5), (PictureSize.SMALL, 2), (PictureSize.MEDIUM, 4), (PictureSize.LARGE, 6),
])
def test_a_picture_takes_the_columns_that_are_asked_for(
    wish: int | PictureSize, columns: int
) -> None:
    figure = Figure("a.jpg", (), pixels=(4000, 2400), id="s01b09", width=wish)
    one = story(1, 2400, 9)
    pages, kinds = placed(
        replace(one, body=(figure, *one.body)), *(story(n, 700, 5) for n in range(2, 8))
    )
    (plate,) = [plate for page in pages for frame in page.frames for plate in frame.plates]
    assert plate.width == pytest.approx(LAYOUT.grid.span(columns), abs=LAYOUT.grid.measure / 2)
    assert "picture_width_unmet" not in kinds


def test_a_width_its_pixels_do_not_bear_is_told() -> None:
    figure = Figure("a.jpg", (), pixels=(400, 300), id="s01b09", width=6)
    one = story(1, 2400, 9)
    _, kinds = placed(replace(one, body=(figure, *one.body)), story(2, 900, 5))
    assert "picture_width_unmet" in kinds


@pytest.mark.parametrize(("headline", "lines", "found"), [
    ("乡贤反哺 为家乡添动力", ["乡贤反哺", "为家乡添动力"], (5,)),
    ("乡贤反哺 为家乡添动力", ["乡贤反哺 ", "为家乡", "添动力"], (5, 8)),
    ("石桥修好了", ["石桥修好了"], ()),
    ("石桥修好了", ["石桥", "修好"], None),
    ("石桥修好了", ["石桥", "修好了吗"], None),
    ("石桥修好了", ["石桥修好了", "了"], None),
])
def test_lines_are_the_very_words_of_the_headline(
    headline: str, lines: list[str], found: tuple[int, ...] | None
) -> None:
    assert head_breaks(headline, lines) == found


@pytest.mark.parametrize("entry", [
    'headline = "石桥修好了"\nheadline_lines = ["石桥", "修好"]',
    'headline = "石桥修好了"\nheadline_lines = ["石", "桥", "修", "好", "了"]',
    'headline = "石桥修好了"\nheadline_lines = ["石桥修好了", ""]',
    'headline = "石桥修好了"\nheadline_lines = "石桥"',
    'headline = 1\nbox = "yes"',
])
def test_a_wish_that_is_none_is_one_clear_error(entry: str) -> None:
    with pytest.raises(WrongUse) as told:
        parse_sidecar(f"[[stories]]\n{entry}\n".encode(), "page.toml")
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert "page.toml" in told.value.told(lang) and "stories." in told.value.told(lang)


@pytest.mark.parametrize("width", ["0", '"huge"', "2.5", "true"])
def test_a_width_that_is_none_is_one_clear_error(width: str) -> None:
    entry = f'[[pictures]]\nfile = "a.jpg"\nstory = 1\nwidth = {width}\n'
    with pytest.raises(WrongUse) as told:
        parse_sidecar(entry.encode(), "page.toml")
    assert "pictures.width" in told.value.told("en")


def test_lines_of_another_headline_by_number_are_told_and_left_out(tmp_path: Path) -> None:
    read = read_with(tmp_path, '[[stories]]\nheadline = 2\nheadline_lines = ["别的", "标题"]\n')
    assert [one.kind for one in read.diagnostics].count("headline_lines_wrong") == 1
    assert all(one.headline_breaks is None for one in read.edition.stories)


ROW = "昨天上午，南湖村的老石桥修好了，村里人都来看，桥头站满了人。"
COPY = """石桥修好了

昨天上午，南湖村的老石桥修好了，村里人都来看，桥头站满了人。

（王小明）
"""


def kinds_of(lines: Sequence[str]) -> list[str]:
    """What is said of a page whose lead has a headline of these lines."""
    some = [Story.of("".join(lines), [ROW] * 18), Story.of("图书馆夜里开门", [ROW] * 8)]
    first, second = Edition.build("page", some).stories
    wished = replace(first, headline_breaks=head_breaks(first.headline, lines))
    built = edition.to_pdf(Edition.build("page", [wished, second]), "tabloid")
    return [one.kind for one in built.diagnostics]


@pytest.mark.parametrize(("lines", "is_met"), [
    (["石桥修", "好了"], True), (["石桥修好了，", "通车了"], True),
    (["石桥修好了", "，通车了"], False), (["Beijing 20", "25 号桥通车"], False),
])
def test_a_break_the_rules_forbid_is_told(lines: list[str], is_met: bool) -> None:
    assert ("headline_break_unmet" not in kinds_of(lines)) is is_met


def test_a_wish_holds_for_a_headline_that_an_answer_has_changed(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(COPY, encoding="utf-8")
    (tmp_path / "page.toml").write_text(
        '[[answers]]\nline = 1\ntext = "修好"\ndo = "replace"\nwith = "通车"\n'
        '[[stories]]\nheadline = "石桥通车了"\nheadline_lines = ["石桥", "通车了"]\nrank = 1\n',
        encoding="utf-8",
    )
    read = edition.read(tmp_path / "page.txt")
    (one,) = read.edition.stories
    assert (one.headline, one.rank, one.headline_breaks) == ("石桥通车了", 1, (2,))
    assert "no_such_story" not in {remark.kind for remark in read.diagnostics}
