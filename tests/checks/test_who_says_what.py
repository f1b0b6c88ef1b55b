"""Which story says a line, told from small copies line by line: whole, cut, repeated, misread."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from edition.checks.given_copy import StoryText
from edition.checks.sight.line_runs import JoinedCopy, Settling, _bond, settle
from edition.checks.sight.owners import Owner, owners
from edition.checks.sight.ruby_glyphs import with_rubies
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.sheet import Glyph


def glyph(char: str, x: float, y: float, size: float = 10.0) -> Glyph:
    return Glyph(char, x, y, size, "f", x, x + size, y - 0.12 * size, y + 0.88 * size)


def line(text: str, x: float, y: float, size: float = 10.0, page: int = 1) -> SeenLine:
    return SeenLine(page, tuple(glyph(c, x + n * size, y, size) for n, c in enumerate(text)))


def below(*texts: str, size: float = 10.0) -> list[SeenLine]:
    """Lines one under the other, 15 pt apart."""
    return [line(text, 0, 600 - 15 * n, size) for n, text in enumerate(texts)]


def copy(rank: int, *pieces: tuple[str, str], heads: tuple[str, ...] = ()) -> StoryText:
    """A story of (part, text) pieces."""
    text, parts = "", []
    for part, piece in pieces:
        parts.append((part, len(text)))
        text += piece
    return StoryText(rank, f"s{rank}", text, tuple(parts), False, heads)


def told(found: Sequence[SeenLine], *copies: StoryText) -> list[tuple[int, str, int, int] | None]:
    return [(o.story, o.part, o.at, o.end) if o else None for o in owners(found, copies)]


BODY = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
OTHER = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"


def test_lines_of_two_stories_go_to_their_own_places() -> None:
    one = copy(0, ("headline", "石桥通车"), ("body", BODY))
    two = copy(1, ("headline", "河水上涨"), ("body", OTHER))
    found = [line("河水上涨", 0, 700, 30), *below(OTHER[:10], OTHER[10:]),
             line("石桥通车", 300, 700, 30), *below(BODY[:10], BODY[10:]), *below("报纸之名八")]
    assert told(found, one, two) == [
        (1, "headline", 0, 4), (1, "body", 4, 14), (1, "body", 14, 24),
        (0, "headline", 0, 4), (0, "body", 4, 14), (0, "body", 14, 24), None,
    ]
    assert not any(o and o.again for o in owners(found, (one, two)))


def test_a_line_said_again_is_told_so_and_the_first_of_two_is_the_first() -> None:
    one = copy(0, ("body", BODY))
    found = owners(below(BODY[:10], BODY[10:], BODY[:10]), (one,))
    assert found == (Owner(0, "body", 0, 10), Owner(0, "body", 10, 20),
                     Owner(0, "body", 0, 10, True))


def test_the_same_words_in_two_stories_are_given_to_each_once() -> None:
    same = "欢迎读者来信来电"
    one, two = copy(0, ("body", BODY + same)), copy(1, ("body", OTHER + same))
    found = below(OTHER[:10], OTHER[10:], same, BODY[:10], BODY[10:], same)
    assert [o and (o[0], o[2]) for o in told(found, one, two)] == [
        (1, 0), (1, 10), (1, 20), (0, 0), (0, 10), (0, 20)]


@pytest.mark.parametrize(("text", "found"), [
    (BODY[3:9], True), (BODY[3:8], False), (BODY[3:6], False), ("癸子", False),
])
def test_a_piece_of_six_characters_is_sure_alone(text: str, found: bool) -> None:
    assert (told(below(text), copy(0, ("body", BODY)))[0] is not None) is found


@pytest.mark.parametrize(("part", "found"), [("甲乙丙", True), ("甲乙", False)])
def test_a_whole_part_of_three_characters_is_sure(part: str, found: bool) -> None:
    one = copy(0, ("body", OTHER), ("byline", part))
    assert (told(below(part), one)[0] is not None) is found


def test_a_short_line_goes_with_the_lines_beside_it() -> None:
    one = copy(0, ("body", BODY))
    assert told(below("甲乙", BODY[2:12], BODY[12:]), one)[0] == (0, "body", 0, 2)
    assert told(below(BODY[:10], BODY[10:18], "申酉"), one)[2] == (0, "body", 18, 20)
    assert told(below("甲", "乙", BODY[2:12]), one)[:2] == [(0, "body", 0, 1), (0, "body", 1, 2)]
    assert told(below("癸", BODY[2:12]), one)[0] is None


def test_white_space_and_hyphens_of_a_line_are_no_characters() -> None:
    one = copy(0, ("body", "甲乙丙newspaper丁戊"))
    assert told(below("甲乙 丙news-", "paper丁戊"), one) == [(0, "body", 0, 7), (0, "body", 7, 14)]


# -- a line that is not word for word the copy's -------------------------------------------------


@pytest.mark.parametrize(("said", "owner"), [
    ("庚辛壬癸子丑口口口口", (0, "body", 6, 12)), ("庚辛壬癸子口口口口口", None),
    ("口庚辛壬癸子丑寅口口", (0, "body", 6, 13)), ("庚辛壬口癸子丑寅卯辰", (0, "body", 6, 15)),
])
def test_a_misread_line_after_another_goes_into_the_gap(
    said: str, owner: tuple[int, str, int, int] | None
) -> None:
    """It is taken where six in ten of its characters stand there."""
    assert told(below(BODY[:6], said), copy(0, ("body", BODY)))[1] == owner


@pytest.mark.parametrize(("said", "owner"), [
    ("庚辛壬癸子丑口口口口", (0, "body", 6, 12)), ("庚辛壬癸子口口口口口", None),
    ("口口口口寅卯辰巳午未", (0, "body", 12, 18)),
])
def test_a_misread_line_before_another_goes_into_the_gap(
    said: str, owner: tuple[int, str, int, int] | None
) -> None:
    found = told(below(said, OTHER[:10], OTHER[10:]), copy(0, ("body", BODY + OTHER)))
    assert found == [owner, (0, "body", 20, 30), (0, "body", 30, 40)]


def test_the_gap_before_a_line_reaches_four_characters_further_than_the_line_is_long() -> None:
    """Fourteen characters before the line below may hold a misread line of ten."""
    one = copy(0, ("body", BODY + OTHER))
    near = told(below(BODY[6:12] + "口口口口", OTHER[:10]), one)
    far = told(below(BODY[5:11] + "口口口口", OTHER[:10]), one)
    assert near[0] == (0, "body", 6, 12) and far[0] is None
    after = told(below(BODY[:6], "口口口口" + BODY[14:20]), one)
    past = told(below(BODY[:6], "口口口口" + BODY[15:20] + OTHER[0]), one)
    assert after[1] == (0, "body", 14, 20) and past[1] is None


def test_a_neighbour_is_one_of_three_lines_before_or_after() -> None:
    one, bare = copy(0, ("body", BODY)), "口口口口"
    said = "庚辛壬癸子丑口口口口"
    near = told(below(BODY[:6], bare, bare, said), one)
    far = told(below(BODY[:6], bare, bare, bare, said), one)
    assert near[3] == (0, "body", 6, 12) and far[4] is None
    whole = copy(0, ("body", BODY + OTHER))
    near = told(below(BODY[10:16] + bare, bare, bare, OTHER[:10]), whole)
    far = told(below(BODY[10:16] + bare, bare, bare, bare, OTHER[:10]), whole)
    assert near[0] == (0, "body", 10, 16) and far[0] is None


def test_what_a_line_has_said_no_misread_line_says_again() -> None:
    """Not even in part; and what lies between two pieces of a misread line counts as said."""
    one = copy(0, ("body", BODY))
    assert told(below(BODY[:6], BODY[10:], "庚辛壬癸口口"), one)[2] is None
    assert told(below(BODY[:6], "庚辛壬癸口口", BODY[10:]), one)[1] == (0, "body", 6, 10)
    twice = told(below(BODY[:6], "庚辛壬癸子丑口口", "庚辛壬癸子丑口口"), one)
    assert twice[1:] == [(0, "body", 6, 12), None]
    held = told(below(BODY[:6], "庚辛壬口口子丑寅", "癸"), one)
    assert held[1:] == [(0, "body", 6, 13), None]


def test_one_character_goes_into_the_gap_after_its_line() -> None:
    one = copy(0, ("body", BODY))
    assert told(below(BODY[:6], "辛"), one)[1] == (0, "body", 7, 8)
    assert told(below(BODY[:6], "庚口"), one)[1] is None
    assert told(below(BODY[:6], "口"), one)[1] is None
    assert told(below(BODY[:6], "-", BODY[6:]), one)[2] == (0, "body", 6, 20)


# -- heads ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "rank"), [(12.0, 0), (12.1, 1)])
def test_a_line_more_than_a_fifth_larger_is_a_heads(size: float, rank: int) -> None:
    """The words stand in the text of the first story and over the second."""
    one = copy(0, ("body", BODY + "石桥今天正式通车" + BODY[::-1]))
    two = copy(1, ("headline", "石桥今天正式通车"), ("body", OTHER))
    found = [line("石桥今天正式通车", 0, 900, size), *below(*(["口口口口口口口口口口"] * 4))]
    owner = told(found, one, two)[0]
    assert owner is not None and owner[0] == rank


def test_a_head_of_two_lines_is_given_before_the_text_that_says_it() -> None:
    one = copy(0, ("body", "山里的石桥今天正式通车" + BODY))
    two = copy(1, ("headline", "山里的石桥今天正式通车"), ("body", OTHER))
    body = below("山里的石桥今天正式通车", BODY[:10], BODY[10:], OTHER[:10], OTHER[10:])
    found = [line("山里的石桥", 0, 700, 20), line("今天正式通车", 0, 670, 20), *body]
    assert [o and o[0] for o in told(found, one, two)] == [1, 1, 0, 0, 0, 1, 1]


@pytest.mark.parametrize(("said", "owned"), [
    (("石桥今天正式通车",), True), (("石桥今天正式",), False), (("今天正式通车",), False),
])
def test_a_large_piece_out_of_a_head_is_no_head(said: tuple[str, ...], owned: bool) -> None:
    two = copy(0, ("headline", "石桥今天正式通车"), ("body", OTHER))
    found = [*(line(text, 0, 700, 30) for text in said), *below(*(["口口口口口口口口口口"] * 4))]
    assert (told(found, two)[0] is not None) is owned


# -- runs -----------------------------------------------------------------------------------------


def settling(at: Sequence[int], *found: SeenLine) -> Settling:
    text = JoinedCopy("", (), frozenset())
    return Settling(text, found, [], [], list(at), bytearray(), [place < 0 for place in at])


@pytest.mark.parametrize(("at", "bond"), [
    ((0, -1, -1, 5), 100_000), ((0, 0, -1, 5), 200), ((0, -1, 0, 5), 200),
])
def test_lines_follow_each_other_but_for_lines_of_no_place(at: tuple[int, ...], bond: int) -> None:
    far = [line("甲", 0, y) for y in (600, 500, 400, 300)]
    now = settling(at, *far)
    assert _bond(now, 0, 3) == bond and _bond(now, 3, 0) == 1
    assert _bond(now, 0, 1) == _bond(now, 1, 1) == 100_000


@pytest.mark.parametrize(("x", "y", "size", "page", "under"), [
    (0.0, 475.1, 10.0, 1, True), (0.0, 499.5, 10.0, 1, True),
    (0.0, 475.0, 10.0, 1, False), (0.0, 500.0, 10.0, 1, False),
    (0.0, 490.0, 10.0, 2, False), (29.9, 490.0, 10.0, 1, True), (30.0, 490.0, 10.0, 1, False),
    (-29.9, 490.0, 10.0, 1, True), (-30.0, 490.0, 10.0, 1, False), (0.0, 450.1, 20.0, 1, True),
    (0.0, 450.0, 20.0, 1, False), (0.0, 510.0, 10.0, 1, False),
])
def test_a_line_close_under_another_follows_it_whatever_stands_between(
    x: float, y: float, size: float, page: int, under: bool
) -> None:
    upper, lower = line("甲乙丙", 0, 500), line("丁戊己", x, y, size, page)
    now = settling((0, 1, 2), upper, line("口", 300, 300), lower)
    assert _bond(now, 0, 2) == (100_000 if under else 200)


def test_a_line_that_waits_for_its_place_keeps_its_neighbours_apart() -> None:
    far = [line("甲", 0, y) for y in (600, 500, 400)]
    now = Settling(
        JoinedCopy("", (), frozenset()), far, [], [], [0, -1, 5], bytearray(), [False] * 3
    )
    assert _bond(now, 0, 2) == 200


def test_lines_are_settled_in_one_string_of_all_copy() -> None:
    text = JoinedCopy(f"{BODY}\0{OTHER}\0", (), frozenset({(0, 20), (21, 41)}))
    words = [OTHER[:8], OTHER[8:], "口口口", BODY, OTHER[:8]]
    found = below(*words)
    assert settle(text, found, words, [False] * 5) == (
        [21, 29, -1, 0, 21], [False, False, False, False, True])


# -- readings above -------------------------------------------------------------------------------


def over(up: float, size: float, middle: float) -> bool:
    """A reading whose base line is `up` pt above that of a character of 10 pt at 50."""
    small = Glyph("ㄕ", middle - size / 2, 100 + up, size, "f", middle - size / 2,
                  middle + size / 2, 100.0 + up, 108.0 + up)
    found = with_rubies([glyph("石", 50, 100), small, glyph("桥", 60, 100)])
    assert "".join(g.char for g in found) in ("石桥", "石ㄕ桥")
    assert [g.ruby for g in found if g.char == "石"] == ["ㄕ" if len(found) == 2 else ""]
    return len(found) == 2


def test_a_reading_is_small_and_stands_right_over_its_characters() -> None:
    assert [over(9, size, 55) for size in (6.5, 6.6)] == [True, False]
    assert [over(up, 5, 55) for up in (7.4, 7.5, 11.5, 11.6)] == [False, True, True, False]
    assert [over(9, 5, x) for x in (-10.1, -10, 110, 110.1)] == [False, True, True, False]


def test_a_reading_is_told_whole_with_the_last_character_under_it() -> None:
    def small(char: str, x: float) -> Glyph:
        return glyph(char, x, 109, 5)

    row = [glyph("石", 0, 100), glyph("桥", 10, 100), small("q", 0), small(" ", 5), small("o", 10),
           glyph("通", 20, 100), small(" ", 20), glyph("车", 30, 100), small("c", 30)]
    found = with_rubies(row)
    assert [(g.char, g.ruby) for g in found] == [
        ("石", ""), ("桥", "q o"), ("通", ""), ("车", "c")]
    assert [g.char for g in with_rubies([small("a", 0), glyph("石", 0, 100)])] == ["a", "石"]
    assert with_rubies([]) == []
    flat = [glyph("甲", 0, 0, 0.0), glyph("乙", 0, 0, 0.0)]
    assert with_rubies(flat) == flat
