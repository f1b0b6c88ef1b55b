"""Stories that share paragraphs, briefs, advertisements and the index: what is whose."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from checks.made_up import (
    COLUMN,
    EM,
    MEASURE,
    Leg,
    Page,
    Story,
    clean,
    faults,
    finding,
    report,
    story,
    told,
    words,
)

PARTS = tuple(words(30 + n, 6 * MEASURE - 2) for n in range(4))
"""paragraphs of six whole lines, which several stories share"""


def shared(rank: int, column: int, size: float, order: Sequence[int]) -> Story:
    """A story of two legs of shared paragraphs under a head of its own."""
    text = "".join(PARTS[n] for n in order)
    lines = [
        ("　　" + PARTS[n])[i : i + MEASURE] for n in order for i in range(0, 6 * MEASURE, MEASURE)
    ]
    half = len(lines) // 2
    head = words(rank + 71, int(0.75 * (2 * COLUMN - EM) / size))
    legs = [Leg(column, 3, lines[:half]), Leg(column + 1, 3, lines[half:])]
    return Story(rank, head, size, column, 0, legs, text)


@pytest.mark.parametrize(
    "orders", [((0, 1, 2, 3), (0, 1, 2, 3)), ((0, 1, 2, 3), (1, 0, 3, 2)), ((2, 3, 0, 1), (3, 0))]
)
def test_paragraphs_two_stories_share_go_to_their_own(orders: Sequence[Sequence[int]]) -> None:
    page = Page([shared(0, 0, 36, orders[0]), shared(1, 2, 24, orders[1])])
    found = report(page, told(*page.stories))
    assert not {"H1", "TX1", "H4", "H5", "H6", "S9"} & faults(found)
    assert dict(found.figures)["stories"] == 2
    page.stories.reverse()
    assert "H1" not in faults(report(page, told(*page.stories))), "whatever the file's order"


def test_a_shared_paragraph_lost_is_missed_in_its_own_story() -> None:
    page = Page([shared(0, 0, 36, (0, 1, 2, 3)), shared(1, 2, 24, (0, 1, 2, 3))])
    copy = told(*page.stories)
    page.stories[1].legs[1].lines = page.stories[1].legs[1].lines[:6]
    places = finding(report(page, copy), "H1").places
    assert len(places) == 1
    assert page.stories[1].head[:12] in places[0].text


def test_a_shared_paragraph_set_once_too_often_is_doubled() -> None:
    page = Page([shared(0, 0, 36, (0, 1, 2, 3)), shared(1, 2, 24, (0, 1, 2, 3))])
    copy = told(*page.stories)
    extra = page.stories[1].legs[0].lines[:6]
    page.stories[1].legs[1].lines = page.stories[1].legs[1].lines + extra
    assert finding(report(page, copy), "H1").count == 6


def test_a_jump_goes_on_with_what_its_story_has_not_said() -> None:
    whole = shared(0, 0, 36, (0, 1, 2, 3))
    other = shared(1, 2, 24, (2, 3, 0, 1))
    first = Story(0, whole.head, 36, 0, 0, whole.legs[:1], whole.text)
    rest = Story(0, "", 36, 0, 0, [Leg(0, 3, whole.legs[1].lines)], whole.text)
    pages = [Page([first, other], lines=[(0, 15, 9, "下转第2版")]),
             Page([rest], lines=[(0, 1.5, 9, "上接第1版")])]
    found = report(pages, told(whole, other))
    assert not {"H1", "TX1", "H4", "H5"} & faults(found)


def brief_column(count: int) -> tuple[Page, bytes]:
    """Briefs that run through four legs under one label, and their copy."""
    lines: list[str] = []
    heads: list[tuple[int, str]] = []
    stories = []
    for n in range(count):
        head, text = words(200 + n, 9), words(100 + n, 8 * MEASURE - 2)
        heads.append((len(lines), head))
        lines.append("")
        lines += [("　　" + text)[i : i + MEASURE] for i in range(0, 8 * MEASURE, MEASURE)]
        stories.append({
            "rank": None, "headline": head, "brief": True, "credits": [],
            "body": [{"type": "paragraph", "text": text}],
        })
    deep = -(-len(lines) // 4)
    page = Page([], lines=[(1.5, 0, 30, "简讯")])
    for i, line in enumerate(lines):
        column, row = i // deep, 3 + i % deep
        head = dict(heads).get(i)
        page.lines.append((column, row, 10.35 if head else EM, head or line))
    copy = {"sections": [{"title": None, "stories": stories}]}
    return page, json.dumps(copy).encode()


def test_a_column_of_briefs_is_one_block_and_each_a_story() -> None:
    page, copy = brief_column(12)
    found = report(page, copy)
    assert faults(found) <= {"S1", "S2", "S3"}, "the page beside the column is white"
    assert dict(found.figures)["stories"] == 12
    assert dict(report(page).figures)["stories"] == 1, "run-in heads are no heads of blocks"


def test_a_brief_inside_another_story_is_still_found() -> None:
    page, copy = brief_column(12)
    data = json.loads(copy)
    lone = story(3, 1, 1, 8, 14, 18)
    rank = json.loads(told(lone))["sections"][0]["stories"][0]
    data["sections"][0]["stories"].append(rank)
    page.stories = [lone]
    assert "H4" in faults(report(page, json.dumps(data).encode()))


@pytest.mark.parametrize("with_copy", [True, False])
def test_a_frame_for_an_advertisement_is_no_white_and_no_story(with_copy: bool) -> None:
    page = clean()
    copy = told(*page.stories) if with_copy else None
    page.stories[2] = story(2, 2, 2, 27, 6, 18)
    copy = told(*page.stories) if with_copy else None
    assert {"S1", "S2"} & faults(report(page, copy))
    page.frames = [(2, 33.5, 2, 10.5)]
    page.lines = [(2.3, 37, 30, "冬季家电"), (3.5, 43, 6, "广告")]
    found = report(page, copy)
    assert not {"S1", "S2", "S3"} & faults(found)
    assert dict(found.figures)["stories"] == 3
    page.lines.pop()
    assert not {"S1", "S2", "S3"} & faults(report(page, copy)), "house copy has no such sign"
    page.lines = []
    assert {"S1", "S2"} & faults(report(page, copy)), "an empty frame is white"


def test_a_boxed_story_is_no_space() -> None:
    page = clean()
    page.frames = [(2, 26.7, 2, 18)]
    page.stories[2].legs[1].lines = page.stories[2].legs[1].lines[:3]
    assert {"S1", "S2"} <= faults(report(page))


@pytest.mark.parametrize("with_copy", [True, False])
def test_the_index_above_the_stories_is_no_body(with_copy: bool) -> None:
    page = clean()
    copy = told(*page.stories) if with_copy else None
    page.rules = [(0, -0.6, 4)]
    index = [page.stories[n].head[:9] for n in (1, 2)]
    page.lines = [(2, -3.9, 10, "今日导读"), (2, -2.95, EM, "B3" + index[0]),
                  (2.2, -2.15, EM, index[1]), (2.2, -1.35, EM, words(5, 12))]
    found = report(page, copy)
    ids = ("GR2", "PA1", "JU1", "S4", "S1", "S2", "S11", "S12")
    assert [name for name in ids if finding(found, name).count] == []
    page.stories[0].legs[1].row += 0.4
    assert finding(report(page, copy), "GR2").count, "a leg off the grid is"


def test_s7_is_told_by_page_before_place() -> None:
    first, second = clean(), clean()
    for n, s in enumerate(second.stories):
        second.stories[n] = Story(s.rank + 3, words(90 + n, len(s.head)), s.size, s.column, s.row,
                                  [Leg(leg.column, leg.row, []) for leg in s.legs], "")
        text = words(60 + n, len(s.text))
        lines = [("　　" + text)[i : i + MEASURE] for i in range(0, len(text) + 2, MEASURE)]
        deep = len(s.legs[0].lines)
        second.stories[n].legs[0].lines = lines[:deep]
        second.stories[n].legs[1].lines = lines[deep:]
        second.stories[n].text = text
    copy = told(*first.stories, *second.stories)
    assert finding(report([first, second], copy), "S7").worst == 1.0
    turned = report([second, first], copy)
    assert (finding(turned, "S7").worst or 0) < 0
    assert finding(turned, "S7P").worst == 1.0, "each page by itself is in order"


@pytest.mark.parametrize(("down", "white"), [(1, False), (6, True)])
def test_white_of_three_rows_under_a_head_is_its_own_more_is_not(down: int, white: bool) -> None:
    page = clean()
    low = page.stories[2]
    low.head, low.row = low.head[:6], low.row - 0.4
    for leg in low.legs:
        leg.row, leg.lines = leg.row + down, leg.lines[: len(leg.lines) - down]
    found = report(page, told(*page.stories))
    assert ("S2" in faults(found)) is white
    assert finding(found, "S1").worst == pytest.approx(0.0) or white


def test_white_beside_a_head_of_two_lines_is_its_own() -> None:
    page = clean()
    low = page.stories[2]
    low.head = low.head[:3]
    page.lines = [(2, low.row + 1.6, 18, words(99, 3))]
    data = json.loads(told(*page.stories))
    data["sections"][0]["stories"][2]["headline"] += words(99, 3)
    assert finding(report(page, json.dumps(data).encode()), "S1").worst == pytest.approx(0.0)
