"""So many pages: layouts with more room, the nearest first; what would have to go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition import pressroom
from edition.errors import CannotFit
from edition.makeup.search.assign import Held, Load, counts
from edition.model import Edition, Imprint, Story
from edition.packs import shelf
from edition.packs.sizes.roomier import APART, LEAST_BODY, roomier
from edition.planning import Planning

PACKS = ("broadsheet", "tabloid", "newsletter")


def issue(count: int, long: int, pages: int | None) -> Edition:
    """Stories of `long` paragraphs of 80 characters."""
    text = "昨天上午，南湖村的老石桥修好了，村里人都来看，桥头立着一块碑，刻着捐款人家的名字。" * 2
    made = Edition.build(
        "issue", [Story.of(f"第{n}座石桥修好了", [text] * long) for n in range(1, count + 1)],
        imprint={"paper": "山城日报"},
    )
    return replace(made, planning=Planning(effort=400, pages=pages))


@pytest.mark.parametrize("pack", PACKS)
def test_layouts_with_more_room_come_in_order_and_keep_their_bounds(pack: str) -> None:
    layout = shelf.pack(pack).layout
    own, found = layout.grid, list(roomier(layout))
    assert len(found) >= 5
    rooms = [one.room for one in found]
    assert rooms == sorted(rooms) and rooms[0] >= APART
    for one in found:
        grid = one.layout.grid
        assert grid.em >= LEAST_BODY and grid.em <= own.em
        assert grid.pitch / grid.em <= own.pitch / own.em + 1e-3
        assert grid.width * grid.em * 25.4 / 72 <= grid.page_width
        assert grid.margin_top + grid.rows * grid.pitch * 25.4 / 72 <= grid.page_height
        assert grid.page_width * grid.page_height >= own.page_width * own.page_height
        assert one.changes and replace(one.layout, grid=own) == layout
        if layout.ruby == "above":
            assert one.layout.line_gap >= 0.449
    sheets = [one.layout.grid.page_width for one in found]
    assert sheets == sorted(sheets)
    assert len(set(sheets)) == 1 + len(layout.trims)


def test_the_columns_of_a_sheet_change_only_where_type_does_not_help() -> None:
    for pack in PACKS:
        layout = shelf.pack(pack).layout
        for sheet in (layout.grid, *layout.trims):
            usual = [
                one.layout.grid.columns == sheet.columns for one in roomier(layout)
                if one.layout.grid.page_width == sheet.page_width
            ]
            assert usual == sorted(usual, reverse=True)


def test_a_division_over_so_many_pages_takes_no_more() -> None:
    loads = [Load(52.0, "a")] * 4
    assert counts(loads, [100.0], 0.0, 9) == (2, 2)
    assert counts(loads, [100.0], 0.0, 9, Held(pages=3)) == (2, 2)
    assert counts([Load(40.0, "a")] * 6, [100.0], 0.0, 9, Held(pages=2)) == (3, 3)
    assert counts([Load(90.0, "a")] * 6, [100.0], 0.0, 9, Held(pages=2)) == ()


def test_copy_for_a_page_and_a_little_stands_on_one_in_smaller_type() -> None:
    layout = shelf.pack("newsletter").layout
    free = pressroom.plan(issue(5, 5, None), layout)[0]
    assert len(free.pages) > 1
    paper, said, _ = pressroom.fitted(issue(5, 5, 1), layout, lambda *_: None)
    assert len(paper.pages) == 1 and paper.set_in(layout) != layout
    assert {f.story for f in paper.pages[0].frames} == {f"s0{n}" for n in range(1, 6)}
    (remark,) = [r for r in said if r.kind == "pages_fitted"]
    assert remark.values["pages"] == 1 and "磅" in remark.told("zh-Hans")
    assert "to hold the copy" in remark.told("en").lower()


def test_copy_that_fits_changes_nothing() -> None:
    layout = shelf.pack("newsletter").layout
    paper, said, _ = pressroom.fitted(issue(2, 2, 1), layout, lambda *_: None)
    assert paper.set_in(layout) is layout and len(paper.pages) == 1
    assert "pages_fitted" not in {remark.kind for remark in said}


def test_too_much_copy_is_an_error_that_names_the_fewest_from_the_last() -> None:
    """A pack without a larger sheet, that all of its sizes cannot help."""
    layout = replace(shelf.pack("newsletter").layout, trims=())
    edition = issue(6, 14, 1)
    with pytest.raises(CannotFit) as caught:
        pressroom.plan(edition, layout)
    fault = caught.value
    gone = fault.values["stories"]
    assert isinstance(gone, tuple) and fault.exit_code == 7
    assert fault.values["count"] == len(gone)
    assert gone == tuple(f"第{n}座石桥修好了" for n in range(7 - len(gone), 7))
    assert all(str(name) in fault.told(lang) for name in gone for lang in ("zh-Hans", "en"))
    for more, fits in ((0, True), (1, False)):
        (section,) = edition.sections
        kept = section.stories[: 6 - len(gone) + more]
        smaller = replace(edition, sections=(replace(section, stories=kept),))
        if fits:
            assert len(pressroom.plan(smaller, layout)[0].pages) == 1
        else:
            with pytest.raises(CannotFit):
                pressroom.plan(smaller, layout)


def test_pages_that_are_too_many_are_not_opened_before_they_are_fitted() -> None:
    """Wider lines would make the copy seem too much for every layout with more room."""
    layout = replace(shelf.pack("newsletter").layout, trims=())
    paper, said, _ = pressroom.fitted(issue(2, 14, 1), layout, lambda *_: None)
    assert len(paper.pages) == 1
    assert {"pages_fitted", "copy_opened"} & {remark.kind for remark in said} == {"pages_fitted"}


def test_a_label_of_the_first_page_stays() -> None:
    layout = shelf.pack("newsletter").layout
    edition = replace(issue(5, 5, 1), imprint=Imprint(paper="山城日报", page="B2"))
    assert [page.label for page in pressroom.plan(edition, layout)[0].pages] == ["B2"]
