"""Is the text whole, and do heads and captions stand at what they belong to; in exact values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.made_up import PLAIN
from edition.checks.given_copy import GivenCopy, StoryText
from edition.checks.report import FaultPlace
from edition.checks.rules.joined_parts import _joined, parts_joined
from edition.checks.rules.whole_text import _said, _stretches, text_in_order, text_whole
from edition.checks.sight.boxes import Box
from edition.checks.sight.owners import Owner
from edition.checks.sight.paper_lines import PaperLines
from edition.checks.sight.seen_lines import BodyType, SeenLine
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenLeg, SeenPage, SeenStory
from edition.checks.sight.sheet import DrawnMark, Glyph, Sheet

BODY = BodyType(10.0, 15.0)
TEXT = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"


def line(text: str, x: float = 0.0, y: float = 300.0, size: float = 10.0) -> SeenLine:
    return SeenLine(1, tuple(
        Glyph(c, x + n * size, y, size, "f", x + n * size, x + (n + 1) * size, y - 0.12 * size,
              y + 0.88 * size) for n, c in enumerate(text)))


def copy(*pieces: tuple[str, str]) -> StoryText:
    text, parts = "", []
    for part, piece in pieces:
        parts.append((part, len(text)))
        text += piece
    return StoryText(0, "石桥通车后的第一个早晨很安静", text, tuple(parts))


Said = tuple[str, Owner | None]


def paper(copies: Sequence[StoryText], *said: Said, size: float = 10.0,
          pages: tuple[SeenPage, ...] = ()) -> SeenPaper:
    """Lines of 10 pt but for those of owners that are heads, which are of `size`."""
    lines = tuple(line(text, 0, 700 - 15 * n, 10.0 if n else size)
                  for n, (text, _) in enumerate(said))
    given = GivenCopy(tuple(copies), frozenset(), "", ())
    text = PaperLines((), lines, BODY, (), given, tuple(owner for _, owner in said), {})
    return SeenPaper((), PLAIN, 0, text, pages, (), ())


def body(at: int, end: int, again: bool = False, part: str = "body", story: int = 0) -> Said:
    return TEXT[at:end], Owner(story, part, at, end, again)


def told(places: Sequence[FaultPlace]) -> list[tuple[str, str]]:
    return [(place.words.key, str(place.words.values["words"])) for place in places]  # type: ignore[union-attr]


# -- H1 -------------------------------------------------------------------------------------------

ONE = [copy(("body", TEXT))]


def test_a_text_said_whole_and_in_order_has_no_fault() -> None:
    found = text_in_order(paper(ONE, body(0, 10), body(10, 20), ("第一版", None)))
    assert (found.count, found.of, found.places) == (0, 20, ())
    assert (found.id, found.level) == ("H1", "must")


@pytest.mark.parametrize(("said", "missing"), [
    ([(0, 10)], [TEXT[10:]]), ([(10, 20)], [TEXT[:10]]), ([(1, 19)], [TEXT[0], TEXT[19]]),
    ([(0, 5), (6, 12), (13, 20)], [TEXT[5], TEXT[12]]), ([], [TEXT]),
])
def test_every_stretch_no_line_says_is_missing(
    said: Sequence[tuple[int, int]], missing: Sequence[str]
) -> None:
    found = text_in_order(paper(ONE, *(body(*one) for one in said)))
    assert told(found.places) == [("missing_in_story", text) for text in missing]
    assert found.count == len(missing)
    assert {(p.page, p.x, p.y) for p in found.places} == {(0, 0, 0)}
    long = text_in_order(paper([copy(("body", TEXT * 2))]))
    assert told(long.places) == [("missing_in_story", (TEXT * 2)[:24])]
    assert long.places[0].words.values["story"] == "石桥通车后的第一个早晨很"  # type: ignore[union-attr]


@pytest.mark.parametrize(("length", "doubled"), [(7, False), (8, True), (20, True)])
def test_eight_characters_said_again_are_doubled(length: int, doubled: bool) -> None:
    for at in (0, 20 - length):
        found = text_in_order(paper(ONE, body(0, 20), body(at, at + length, again=True)))
        assert [key for key, _ in told(found.places)] == ["text_doubled"] * doubled
        assert [(place.page, place.x, place.y) for place in found.places] == (
            [(1, 0, 685)] * doubled)


def test_a_line_before_what_it_follows_is_out_of_order() -> None:
    turned = text_in_order(paper(ONE, body(10, 20), body(0, 10)))
    assert told(turned.places) == [("text_out_of_order", TEXT[:10])]
    again = text_in_order(paper(ONE, body(0, 10), body(10, 20), body(0, 4, again=True)))
    assert told(again.places) == [("text_out_of_order", TEXT[:4])]
    kept = text_in_order(paper(ONE, body(0, 3, again=True), body(0, 10), body(10, 20)))
    assert told(kept.places) == [], "what is said again moves no place"
    two = [copy(("body", TEXT)), copy(("body", TEXT))]
    other = text_in_order(paper(two, body(10, 20), body(0, 20, story=1), ("甲", None)))
    assert told(other.places) == [("missing_in_story", TEXT[:10])]


@pytest.mark.parametrize("part", ["kicker", "headline", "deck", "caption", "quote"])
def test_heads_captions_and_quotations_stand_anywhere(part: str) -> None:
    found = text_in_order(paper(ONE, body(10, 20, part=part), body(0, 10, part=part)))
    assert told(found.places) == []
    after = text_in_order(paper(ONE, body(0, 2, part=part), body(10, 20), body(2, 10)))
    assert told(after.places) == [("text_out_of_order", TEXT[2:10])]
    assert told(text_in_order(paper(ONE, body(0, 20), body(0, 20, True, part))).places) == []


@pytest.mark.parametrize(("size", "faults"), [(10.04, 1), (9.96, 1), (10.05, 0), (9.9, 0)])
def test_only_lines_of_the_bodys_size_are_in_order(size: float, faults: int) -> None:
    lines = [body(0, 5, again=True), body(5, 20)]
    turned = paper(ONE, (TEXT[:8], Owner(0, "body", 0, 8, True)), *lines[1:], body(0, 6),
                   size=size)
    doubled = [key for key, _ in told(text_in_order(turned).places) if key == "text_doubled"]
    assert len(doubled) == faults


def test_what_a_line_really_says() -> None:
    owner = Owner(0, "body", 5, 15)
    assert list(_said(line(TEXT[5:15]), owner, ONE[0])) == list(range(5, 15))
    assert list(_said(line("己庚口壬癸子丑寅卯辰"), owner, ONE[0])) == [5, 6, *range(8, 15)]
    assert list(_said(line("口口"), owner, ONE[0])) == []


@pytest.mark.parametrize(("flags", "found"), [
    ("", []), ("0", []), ("1", [(0, 1)]), ("0110", [(1, 3)]), ("1011", [(0, 1), (2, 4)]),
    ("001", [(2, 3)]), ("11", [(0, 2)]),
])
def test_stretches_of_flags(flags: str, found: list[tuple[int, int]]) -> None:
    assert list(_stretches(bytearray(map(int, flags)))) == found


# -- TX1 ------------------------------------------------------------------------------------------


def test_every_piece_stands_once_whole_and_in_order() -> None:
    two = [copy(("body", TEXT[:10]), ("body", TEXT[10:]))]
    assert told(text_whole(paper(two, body(0, 10), body(10, 20))).places) == []
    assert text_whole(paper(two, body(0, 10), body(10, 20))).of == 2
    assert told(text_whole(paper(two, body(10, 20), body(0, 10))).places) == [
        ("text_out_of_order", TEXT[10:])]
    assert told(text_whole(paper(two, body(0, 10))).places) == [("text_missing", TEXT[10:])]
    assert told(text_whole(paper(two, body(0, 9), body(10, 20))).places) == [
        ("text_missing", TEXT[:10])]
    same = [copy(("body", "甲乙丙"), ("body", "甲乙丙"))]
    once = ("甲乙丙", Owner(0, "body", 0, 3))
    assert told(text_whole(paper(same, once, once)).places) == []
    assert told(text_whole(paper(same, once)).places) == [("text_out_of_order", "甲乙丙")]


@pytest.mark.parametrize(("length", "doubled"), [(24, False), (25, True)])
def test_a_long_piece_said_too_often_is_doubled(length: int, doubled: bool) -> None:
    text = (TEXT + "天地玄黄宇宙洪荒")[:length]
    said = (text, Owner(0, "body", 0, length))
    one = [copy(("body", text))]
    found = told(text_whole(paper(one, said, said)).places)
    assert found == ([("text_doubled", text[:24])] if doubled else [])
    twice = [copy(("body", text), ("body", text))]
    assert told(text_whole(paper(twice, said, said)).places) == []


def test_captions_and_quotations_stand_anywhere_but_must_stand() -> None:
    for part in ("caption", "quote"):
        one = [copy(("body", TEXT[:10]), (part, "图中为桥"), ("body", TEXT[10:]))]
        shown = ("图中为桥", Owner(0, part, 10, 14))
        late = (TEXT[10:], Owner(0, "body", 14, 24))
        for order in ((body(0, 10), late, shown), (shown, body(0, 10), late),
                      (body(0, 5), shown, body(5, 10), late)):
            assert told(text_whole(paper(one, *order)).places) == []
        assert told(text_whole(paper(one, body(0, 10), late)).places) == [
            ("text_missing", "图中为桥")]
        assert told(text_whole(paper(one, body(0, 10), shown)).places) == [
            ("text_missing", TEXT[10:])]


def test_cells_side_by_side_are_read_in_the_order_of_the_copy() -> None:
    one = [copy(("rows", "甲乙丙丁戊己"))]

    def cell(at: int) -> Said:
        return "甲乙丙丁戊己"[at : at + 2], Owner(0, "rows", at, at + 2)

    assert told(text_whole(paper(one, cell(0), cell(4), cell(2))).places) == []
    bare = [copy(("body", "甲乙丙丁戊己"))]
    turned = [(text, replace(owner, part="body")) for text, owner in (cell(0), cell(4), cell(2))
              if owner]
    assert told(text_whole(paper(bare, *turned)).places) == [("text_missing", "甲乙丙丁戊己")]
    after = [copy(("body", "天地玄黄"), ("body", "宇宙"), ("rows", "甲乙丙丁"))]
    said = (("天地玄黄", Owner(0, "body", 0, 4)), ("宇宙", Owner(0, "body", 4, 6)),
            ("丙丁", Owner(0, "rows", 8, 10)), ("甲乙", Owner(0, "rows", 6, 8)))
    assert told(text_whole(paper(after, *said)).places) == []
    two = [copy(("rows", "甲乙丙丁")), copy(("rows", "戊己庚辛"))]

    def of(story: int, text: str, at: int) -> Said:
        return text, Owner(story, "rows", at, at + 2)

    mixed = (of(1, "庚辛", 2), of(0, "丙丁", 2), of(1, "戊己", 0), of(0, "甲乙", 0))
    assert told(text_whole(paper(two, *mixed)).places) == []


# -- H6 -------------------------------------------------------------------------------------------


def leg(left: float, low: float, right: float, top: float) -> SeenLeg:
    return SeenLeg((left, low, right, top), (line("甲", left, top - 8.8),))


def page(*stories: SeenStory, pictures: tuple[Box, ...] = (),
         marks: tuple[DrawnMark, ...] = ()) -> SeenPage:
    sheet = Sheet(1, 600.0, 800.0, (), pictures, marks=marks)
    return SeenPage(sheet, stories, (), (), (0.0, 0.0, 600.0, 800.0), BODY)


def headed(x: float, low: float, *legs: SeenLeg, first: int | None = 0) -> SeenStory:
    """A head of 40 pt across and 20 pt deep from its foot at `low`."""
    return SeenStory(1, 0, (line("题目", x, low + 2.4, 20.0),), legs, (), 0, first)


def joined(story: SeenStory, *others: SeenStory, art: Sequence[Box] = ()) -> bool:
    return _joined(page(story, *others), story, art)


@pytest.mark.parametrize(("white", "found"), [
    (-15.0, True), (-15.1, False), (0.0, True), (75.0, True), (75.1, False),
])
def test_a_head_stands_close_above_its_first_leg(white: float, found: bool) -> None:
    """Five rows are 75 pt; the leg goes up to 300 pt."""
    assert joined(headed(100, 300 + white, leg(100, 100, 200, 300))) is found
    wide = headed(100, 300 + white, leg(100, 100, 140, 300), leg(150, 100, 200, 300))
    assert joined(wide) is found


@pytest.mark.parametrize(("x", "found"), [
    (58.0, True), (57.9, False), (202.0, True), (202.1, False), (30.0, False),
])
def test_a_head_stands_over_its_leg_or_the_room_above_it(x: float, found: bool) -> None:
    """Legs of other stories end at 88 and begin at 212 pt: its middle is between, or 1 em off.
    """
    left = SeenStory(1, 1, (), (leg(20, 250, 88, 330),), (), 0, None)
    right = SeenStory(1, 2, (), (leg(212, 250, 300, 330),), (), 0, None)
    story = headed(x, 310, leg(100, 100, 200, 300))
    assert joined(story, left, right) is found
    assert joined(headed(x, 310, leg(100, 100, 200, 300))) is True, "nothing beside it"


@pytest.mark.parametrize(("x", "found"), [
    (20.0, True), (19.9, False), (70.0, True), (70.1, False), (240.0, True), (240.1, False),
])
def test_a_head_may_stand_beside_its_legs(x: float, found: bool) -> None:
    """It stands level with the legs at 100…200 pt, at most 40 pt beside them."""
    assert joined(headed(x, 240, leg(100, 100, 200, 300))) is found
    assert joined(headed(x, 300 + 80, leg(100, 100, 200, 300))) is False


@pytest.mark.parametrize(("x", "found"), [
    (10.0, True), (9.9, False), (250.0, True), (250.1, False),
])
@pytest.mark.parametrize("turned", [False, True])
def test_a_side_head_may_stand_in_a_column_of_its_own(x: float, found: bool, turned: bool) -> None:
    """Half the width of its leg off, where it has lines or is turned (竖题, 旁题)."""
    one = headed(x, 240, leg(100, 100, 200, 300))
    (first,) = one.head
    more = (replace(first, upright=True),) if turned else (first, line("又题", x, 220, 20.0))
    assert joined(replace(one, head=more)) is found


def test_the_first_words_stand_in_the_leftmost_leg_of_the_upper_row() -> None:
    a, b = leg(100, 100, 200, 300), leg(210, 100, 310, 300)
    assert joined(headed(100, 310, a, b)) and not joined(headed(100, 310, a, b, first=1))
    assert not joined(headed(100, 310, leg(100, 100, 200, 285), b, first=1))
    assert joined(headed(100, 310, leg(100, 100, 200, 284.9), b, first=1))
    assert joined(headed(100, 310, leg(209, 100, 250, 300), b, first=1))


def test_pictures_between_head_and_leg_are_no_white() -> None:
    legs = leg(100, 100, 200, 300)
    assert not joined(headed(100, 420, legs))
    assert joined(headed(100, 420, legs), art=[(100.0, 310.0, 200.0, 400.0)])
    assert joined(headed(100, 420, legs), art=[(100.0, 285.1, 200.0, 400.0)])
    assert joined(headed(100, 420, legs), art=[(100.0, 310.0, 200.0, 434.9)])
    assert not joined(headed(100, 420, legs), art=[(100.0, 290.0, 200.0, 430.0)])
    assert not joined(headed(100, 420, legs), art=[(100.0, 285.0, 200.0, 400.0)])
    assert not joined(headed(100, 420, legs), art=[(100.0, 310.0, 200.0, 435.0)])


def test_heads_and_captions_apart_are_counted_by_page() -> None:
    good, bad = headed(100, 310, leg(100, 100, 200, 300)), headed(100, 500, leg(100, 1, 200, 300))
    lost = replace(bad, captions=(line("图中为桥", 300, 50),), first_leg=None)
    far = ((500.0, 700.0, 540.0, 730.0),)
    pages = (page(good), page(bad, lost), page(pictures=far))
    found = parts_joined(paper(ONE, pages=pages))
    assert (found.count, found.of, found.excess) == (2, 3, pytest.approx(2 / 3))
    assert (found.level, found.id) == ("must", "H6")
    assert [(p.page, p.x, p.y) for p in found.places] == [
        (1, 100.0, pytest.approx(520.0)), (1, 300.0, 50.0)]
    assert [p.words.key for p in found.places] == ["head_apart", "caption_apart"]  # type: ignore[union-attr]
    long = replace(lost, captions=(line("图" * 30, 300, 50),))
    (place,) = parts_joined(paper(ONE, pages=(page(long, pictures=far),))).places
    assert place.words.values["words"] == "图" * 16  # type: ignore[union-attr]
    at = replace(lost, captions=(line("图中为桥", 300, 50),))
    assert parts_joined(paper(ONE, pages=(page(at, pictures=((300, 70, 340, 100),)),))).count == 0
    assert parts_joined(paper(ONE)).excess == 0.0
    briefs = SeenStory(1, 0, (), (), (), 0, None, members=(good, bad))
    both = parts_joined(paper(ONE, pages=(page(briefs),)))
    assert (both.count, both.of) == (1, 2)
