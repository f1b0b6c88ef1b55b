"""Properties of every composed paragraph: nothing lost, edges met, CLREQ's order kept."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.compose.classes import CLOSERS, COMMAS, FULL_STOPS, INTERPUNCTS, OPENERS, CharClass
from edition.compose.composed import Line
from edition.compose.gaps import CLASSES
from edition.compose.paragraph import break_lines
from edition.compose.resolve import fit
from edition.compose.slugs import text_slugs
from edition.compose.typesetter import LONGEST_LOOSENED, Typesetter
from edition.model import Mark, Run
from edition.trade.regions import TAIWAN

MEASURES = (11, 13, 20, 27, 41)
ALPHABET = "天地玄黄宇宙洪荒日月盈昃，。、；：！？“”‘’（）《》·～—…12390%％℃￥ aZb+-/'.〔〕"
PIECES = st.sampled_from(
    [*ALPHABET, "——", "……", "2023年", "3～5", "Alexander", "GB/T 15834", "100.5%", "1+N", "！！"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=90).map("".join)
NOT_FIRST = CLOSERS | COMMAS | FULL_STOPS | INTERPUNCTS | set("：～／/")


def the_text(lines: tuple[Line, ...]) -> str:
    return "".join(line.text for line in lines)


@given(text=TEXTS, measure=st.sampled_from(MEASURES))
@settings(max_examples=300, deadline=None)
def test_every_character_is_kept_in_order(text: str, measure: int, typesetter: Typesetter) -> None:
    lines, _ = typesetter.set((Run(text),), measure, indent=2)
    assert the_text(lines) == text
    assert sum(len(line.origins) for line in lines) == len(text)


@given(text=TEXTS, measure=st.sampled_from(MEASURES))
@settings(max_examples=300, deadline=None)
def test_lines_reach_the_edge_or_say_by_how_much(
    text: str, measure: int, typesetter: Typesetter
) -> None:
    source = typesetter.prepare((Run(text),), "song")
    breaks = break_lines(source, measure, 2)
    first = 0
    for end in breaks.ends[:-1]:
        start = 2 if first == 0 else 0
        inner = source.gaps[first:end]
        bodies = sum(u.body for u in source.units[first : end + 1])
        if source.units[end].hyphen:
            bodies += source.hyphen
        room = measure - start
        found = fit(inner, bodies + sum(g.natural for g in inner) - room, justify=True)
        assert bodies + sum(found.widths) + found.short - found.over == pytest.approx(room)
        first = end + 1


@given(text=TEXTS, excess=st.floats(0.01, 6))
@settings(max_examples=300, deadline=None)
def test_no_class_shrinks_while_an_earlier_one_has_room(
    text: str, excess: float, typesetter: Typesetter
) -> None:
    gaps = typesetter.prepare((Run(text),), "song").gaps
    widths = fit(gaps, excess, justify=True).widths
    taken = [
        [(g.natural - w, g.slack) for g, w in zip(gaps, widths, strict=True) if g.shrink == c]
        for c in range(CLASSES)
    ]
    for earlier in range(CLASSES):
        full = all(t >= slack - 1e-6 for t, slack in taken[earlier])
        later = any(t > 1e-6 for c in range(earlier + 1, CLASSES) for t, _ in taken[c])
        assert full or not later
        given = [t for t, slack in taken[earlier] if t < slack - 1e-6]
        assert not given or max(given) - min(given) < 1e-6


@given(text=TEXTS, measure=st.sampled_from(MEASURES))
@settings(max_examples=300, deadline=None)
def test_forbidden_marks_never_open_or_close_a_line(
    text: str, measure: int, typesetter: Typesetter
) -> None:
    lines, _ = typesetter.set((Run(text),), measure, indent=2)
    for before, after in itertools.pairwise(lines):
        head, tail = after.text.lstrip(" "), before.text.rstrip(" ")
        if tail and head and not (tail[-1] == head[0] and head[0] in "—…！？"):
            assert head[0] not in NOT_FIRST
        assert not tail or tail[-1] not in OPENERS
        assert not (tail and head and tail[-1].isdigit() and head[0].isdigit())


@given(text=TEXTS, measure=st.sampled_from(MEASURES))
@settings(max_examples=200, deadline=None)
def test_han_is_never_set_tighter_than_solid(
    text: str, measure: int, typesetter: Typesetter
) -> None:
    source = typesetter.prepare((Run(text),), "song")
    breaks = break_lines(source, measure, 0)
    first = 0
    for end in breaks.ends:
        inner = source.gaps[first:end]
        bodies = sum(u.body for u in source.units[first : end + 1])
        widths = fit(inner, bodies + sum(g.natural for g in inner) - measure, justify=True).widths
        for i, width in enumerate(widths):
            pair = source.units[first + i], source.units[first + i + 1]
            if all(u.kind is CharClass.HAN for u in pair):
                assert width >= -1e-9
        first = end + 1


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("他说，“好”", "，", "“"),
        ("这是“新”的", "”", "的"),
        ("见《书》和", "和", ""),
        ("看“甲”《乙》", "”", "《"),
        ("中国“龙”字", "国", "“"),
    ],
)
def test_legal_breaks_are_not_refused(
    text: str, left: str, right: str, typesetter: Typesetter
) -> None:
    """LB7: UAX #14 refuses these; Chinese does not."""
    source = typesetter.prepare((Run(text),), "song")
    for i, gap in enumerate(source.gaps):
        if source.units[i].text == left and source.units[i + 1].text == right:
            assert gap.price == 0.0


@pytest.mark.parametrize(
    "whole",
    [
        "100.5%", "5′30″", "２０２６", "３．１４％", "$ 5", "5 ℃", "3∶1", "8：30", "≥5",
        "10\u00a0km", "￥3.50", "2023年", "——", "……", "？！", "25℃", "〔2023〕4号", "−5", "1,234",
    ],
)
def test_units_are_never_split(whole: str, typesetter: Typesetter) -> None:
    """LB4 and LB5: a line may end nowhere inside."""
    for shift in range(1, 12):
        text = "天" * shift + whole + "地" * 20
        lines, _ = typesetter.set((Run(text),), 11)
        assert any(whole in line.text for line in lines), (shift, [line.text for line in lines])


def test_adjacent_marks_take_one_and_a_half_em(typesetter: Typesetter) -> None:
    """PW1, on a line with room."""
    lines, _ = typesetter.set((Run("他说：“天地，”又说"),), 41)
    text, origins = lines[0].text, lines[0].origins
    for pair in ("：“", "，”"):
        at = text.index(pair)
        assert origins[at + 1] - origins[at] + 1 == pytest.approx(1.5)


def test_a_mark_at_the_line_end_is_half_an_em_wide(typesetter: Typesetter) -> None:
    """PW2: the origin of the mark stands half an em before the edge."""
    lines, _ = typesetter.set((Run("天地玄黄宇宙洪荒日月，盈昃辰宿列张寒来暑往"),), 11)
    assert lines[0].text.endswith("，")
    assert lines[0].origins[-1] == pytest.approx(11 - 0.5)


def test_an_opener_at_the_line_start_is_trimmed(typesetter: Typesetter) -> None:
    """PW3: the glyph starts half an em left of the edge, so that its ink stands on it."""
    lines, _ = typesetter.set((Run("“天地玄黄宇宙洪荒日月盈昃”"),), 41)
    assert lines[0].origins[0] == pytest.approx(-0.5)


def test_a_runt_is_avoided(typesetter: Typesetter) -> None:
    """PA2 孤字不成行: one character never stands on the last line alone."""
    lines, _ = typesetter.set((Run("天地玄黄宇宙洪荒日月盈昃。"),), 11)
    assert len(lines[-1].text) > 2


def test_a_word_wider_than_the_measure_is_broken_in_distress(typesetter: Typesetter) -> None:
    lines, _ = typesetter.set((Run("见" + "X" * 60 + "处"),), 11)
    assert the_text(lines) == "见" + "X" * 60 + "处"
    assert all(line.short >= 0 for line in lines)


@pytest.mark.parametrize("whole", ["7" * 60, "“" * 60, "——" * 40, "！" * 50, "…" * 61, "1.5%" * 30])
def test_what_no_line_can_hold_is_broken_rather_than_overprinted(
    whole: str, typesetter: Typesetter
) -> None:
    for measure in (9, 13):
        lines, _ = typesetter.set((Run("见" + whole + "处"),), measure, indent=2)
        assert the_text(lines) == "见" + whole + "处"
        assert all(line.short >= 0 for line in lines)
        assert all(line.width <= measure + 0.01 for line in lines)


def test_a_note_mark_stays_with_its_text(typesetter: Typesetter) -> None:
    for shift in range(1, 14):
        runs = (Run("天" * shift), Run("①", (Mark.SUPER,)), Run("地" * 20))
        lines, _ = typesetter.set(runs, 11)
        assert all(not line.text.startswith("①") for line in lines)


def test_a_paragraph_can_be_set_one_line_longer(typesetter: Typesetter) -> None:
    text = "天地玄黄，宇宙洪荒。" * 12 + "日月盈昃辰宿列张。寒来"
    usual, _ = typesetter.set((Run(text),), 13, indent=2)
    longer = typesetter.loosened((Run(text),), 13, indent=2)
    assert longer is not None
    lines = tuple(line for (line,) in longer.lines)
    assert len(lines) == len(usual) + 1
    assert the_text(lines) == text
    assert longer.cost >= 0
    assert longer.extra == max(line.extra for line in lines)


def test_a_line_looked_at_later_is_the_one_set_at_once(typesetter: Typesetter) -> None:
    runs = (Run("天地玄黄，“宇宙”洪荒，ABC 2026 年。" * 5),)
    at_once, cost = typesetter.set(runs, 13, indent=2)
    later, later_cost = typesetter.later(runs, 13, face="song", indent=2)
    assert later_cost == cost
    slugs = text_slugs(later, "text", "s01-p1", "song")
    assert [slug.lines[0] for slug in slugs] == list(at_once)
    assert slugs == text_slugs(at_once, "text", "s01-p1", "song")
    assert hash(slugs[0]) == hash(text_slugs(at_once, "text", "s01-p1", "song")[0])


def test_a_paragraph_that_cannot_stretch_says_so(typesetter: Typesetter) -> None:
    assert typesetter.loosened((Run("天地"),), 13, by=3) is None


def test_a_paragraph_of_a_whole_book_is_not_loosened(typesetter: Typesetter) -> None:
    runs = (Run("天地玄黄，宇宙洪荒。" * 400),)
    assert len(typesetter.set(runs, 13)[0]) > LONGEST_LOOSENED
    assert typesetter.loosened(runs, 13) is None


def test_stacked_marks_share_one_em(typesetter: Typesetter) -> None:
    """PW5: ？！ takes one em, half for each mark, and lies on neither neighbour."""
    lines, _ = typesetter.set((Run("什么？！她说"),), 41)
    origins = lines[0].origins
    assert origins[2] == pytest.approx(2.0)
    assert origins[3] == pytest.approx(2.5)
    assert origins[4] == pytest.approx(3.0)


def test_a_variation_selector_has_no_cell_of_its_own(typesetter: Typesetter) -> None:
    lines, _ = typesetter.set((Run("葛\U000e0100城的人"),), 41)
    origins = lines[0].origins
    assert lines[0].text == "葛\U000e0100城的人"
    assert origins[2] - origins[0] == pytest.approx(1.0)


def test_a_stop_hangs_only_when_asked_and_only_on_the_mainland(typesetter: Typesetter) -> None:
    """PW6: one stop over the right edge, never a run of marks, never in Traditional."""
    text = "天地玄黄宇宙洪荒日月盈，昃辰宿列张寒来暑往秋收冬藏”。闰余成岁"
    usual, _ = typesetter.set((Run(text),), 11)
    hung, _ = replace(typesetter, hang=True).set((Run(text),), 11)
    assert usual[0].origins[-1] <= 11 - 0.5 + 1e-6
    assert hung[0].text.endswith("，")
    assert hung[0].origins[-1] == pytest.approx(11)
    assert the_text(hung) == text
    taiwan, _ = replace(typesetter, hang=True, region=TAIWAN).set((Run(text),), 11)
    assert all(line.origins[-1] <= 10.5 for line in taiwan)


@pytest.mark.parametrize("mark", ["/", "-", "〞", "〜"])
@pytest.mark.parametrize("measure", MEASURES)
def test_half_width_marks_never_open_a_line(
    mark: str, measure: int, typesetter: Typesetter
) -> None:
    for shift in range(1, 3 * measure):
        lines, _ = typesetter.set((Run("天" * shift + mark + "地" * 60),), measure, indent=2)
        assert all(not line.text.startswith(mark) for line in lines)


def test_nothing_overruns_a_first_line(typesetter: Typesetter) -> None:
    for text in ("ABCDEFGHIJKLMNOPQRS这本书出版了好", "2026-09-01T08:30:15.123的记录"):
        lines, _ = typesetter.set((Run(text),), 11, indent=2)
        assert all(line.short >= 0 for line in lines), [line.text for line in lines]


def test_a_dash_over_two_runs_is_not_split(typesetter: Typesetter) -> None:
    for shift in range(5, 14):
        runs = (Run("天" * shift + "…", (Mark.STRONG,)), Run("…" + "地" * 30))
        lines, _ = typesetter.set(runs, 11, indent=2)
        assert any("……" in line.text for line in lines)


def test_a_currency_sign_stands_close_to_its_figure(typesetter: Typesetter) -> None:
    lines, _ = typesetter.set((Run("他花了￥30去买"),), 41)
    at = lines[0].text.index("￥")
    assert lines[0].origins[at + 1] - lines[0].origins[at] == pytest.approx(1.0)


def test_three_stacked_marks_take_two_em_and_close_up_before_a_bracket(
    typesetter: Typesetter,
) -> None:
    """GB/T 15834 5.1.4 and PW1."""
    lines, _ = typesetter.set((Run("什么？？！她说"),), 41)
    origins = lines[0].origins
    assert [round(o - origins[2], 3) for o in origins[2:6]] == [0.0, 0.5, 1.0, 2.0]
    lines, _ = typesetter.set((Run("“什么？？！”她"),), 41)
    text, origins = lines[0].text, lines[0].origins
    at = text.index("”")
    assert origins[at] - origins[at - 1] == pytest.approx(0.5)


@given(text=TEXTS, measure=st.sampled_from(MEASURES))
@settings(max_examples=100, deadline=None)
def test_what_is_kept_of_a_paragraph_changes_no_break(
    text: str, measure: int, typesetter: Typesetter
) -> None:
    """A paragraph set at other measures before is broken as one that is set for the first time."""
    source = typesetter.prepare((Run(text),), "song")
    for other in MEASURES:
        break_lines(source, other, 2)
    assert break_lines(source, measure, 2) == break_lines(replace(source), measure, 2)
