"""Seams, one by one: what is joined, what is left, and what is said of it, whole."""

from __future__ import annotations

import pytest

from edition.answering import Answer, Do
from edition.errors import Confidence
from edition.model import Crosshead, Edition, Furniture, Mark, Paragraph, Run, Section, Story
from edition.passes.join_wraps import join_wraps
from passes_copy import edition, story, texts
from told import told_whole

Said = tuple[str, int | None, int | None, str | None, Confidence | None]
CERTAIN, PROBABLE = Confidence.CERTAIN, Confidence.PROBABLE
OPEN = "班车每天两趟，早上一趟送学生"


def joined(of: Edition) -> tuple[list[Story], list[Said]]:
    made, remarks = join_wraps(of)
    assert all(map(told_whole, remarks))
    said = [(r.kind, r.line, r.story, r.text, r.confidence) for r in remarks]
    return list(made.stories), said


def pieces(*given: str, lines: tuple[int, ...] = (), **of: object) -> tuple[list[str], list[str]]:
    """Texts and kinds of remarks of one story; `lines` are lines of furniture."""
    blocked = tuple(Furniture(line, "第3版") for line in lines)
    stories, said = joined(edition(story(*given), furniture=blocked, **of))
    return texts(stories[0]), [kind for kind, *_ in said]


def test_a_joined_paragraph_keeps_its_lines_and_blocks_are_numbered_anew() -> None:
    (made,), said = joined(edition(story(f"{OPEN}，", "傍晚一趟接学生。", "#路", "晴了。")))
    assert [(block.id, block.lines) for block in made.body] == [
        ("s01b01", (3, 5)), ("s01b02", (7,)), ("s01b03", (9,)),
    ]
    assert isinstance(made.body[1], Crosshead)
    assert said == [("wrap_joined", 5, 1, "早上一趟送学生，|傍晚一趟接学生。", CERTAIN)]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (f"{OPEN}，", "傍晚一趟接学生。", "wrap_joined"),
        (f"{OPEN}、", "接学生。", "wrap_joined"),
        (f"{OPEN}通过", "山路。", "wrap_joined"),
        (f"{OPEN}老", "师回家。", "wrap_joined"),
        (OPEN, "傍晚一趟接学生。", "wrap_joined_unsure"),
        ("班车每天两趟早上送学生", "傍晚一趟接学生。", "unfinished_paragraph"),
        ("班车每天两趟，早上一趟-", "傍晚一趟接学生。", "unfinished_paragraph"),
    ],
)
def test_what_a_seam_shows(left: str, right: str, kind: str) -> None:
    found, kinds = pieces(left, right)
    assert kinds == [kind]
    assert found == ([left, right] if kind == "unfinished_paragraph" else [left + right])


@pytest.mark.parametrize("end", "。！？…”’）】〕」』.!?：:")
def test_what_ends_a_paragraph(end: str) -> None:
    assert pieces(f"{OPEN}{end}", "晴了。") == ([f"{OPEN}{end}", "晴了。"], [])


def test_what_breaks_off_before_a_crosshead_or_at_the_end_is_asked_about() -> None:
    _, said = joined(edition(story(OPEN, "#路", f"{OPEN}傍晚接学生")))
    assert said == [
        ("unfinished_paragraph", 3, 1, OPEN[-16:], PROBABLE),
        ("unfinished_paragraph", 7, 1, f"{OPEN}傍晚接学生"[-16:], PROBABLE),
    ]


def test_never_across_furniture_nor_into_a_report() -> None:
    assert pieces(OPEN, "晴了。", lines=(4,))[1] == ["unfinished_paragraph"]
    assert pieces(OPEN, "晴了。", lines=(2, 6))[1] == ["wrap_joined_unsure"]
    for opening in ("（本报讯）", "新华社记者说，", "据中新社消息，", "本報訊"):
        assert pieces(OPEN, f"{opening}晴了。")[1] == ["unfinished_paragraph"]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [(("（下转第三版）",), "unfinished_paragraph"),
     (("（下转第三版）", "（上接第一版）"), "wrap_joined_unsure"),
     (("第3版", "（上接第一版）"), "unfinished_paragraph")],
)
def test_across_two_jump_lines_only(lines: tuple[str, ...], kind: str) -> None:
    first, second = story(OPEN).body[0], story("晴了。", first=8).body[0]
    held = tuple(Furniture(at, text) for at, text in enumerate(lines, 4))
    page = Edition("a", (Section(None, (Story("s01", "路", (first, second)),)),), furniture=held)
    assert [r.kind for r in join_wraps(page)[1]] == [kind]


def test_the_editor_joins_and_parts_without_a_question() -> None:
    join, split = (Answer("a", 3, "班车", Do.JOIN),), (Answer("a", 5, "傍晚", Do.SPLIT),)
    assert pieces("雨停了。", "傍晚晴了。", answers=join) == (["雨停了。傍晚晴了。"], [])
    assert pieces(f"{OPEN}，", "傍晚晴了。", answers=split) == ([f"{OPEN}，", "傍晚晴了。"], [])
    keep = (Answer("a", 5, "傍晚", Do.KEEP),)
    assert pieces(f"{OPEN}，", "傍晚晴了。", answers=keep)[1] == ["wrap_joined"]
    other = (Answer("a", 7, "晴", Do.SPLIT),)
    assert pieces(f"{OPEN}，", "傍晚晴了。", answers=other)[1] == ["wrap_joined"]


LONG = "班车每天两趟，早上一趟送学生傍晚一趟接学生司机认得"
"""25 characters that break off, with nothing at the seam."""


def test_columns_that_alternate_are_left_and_told_once() -> None:
    made, said = joined(edition(story(LONG, LONG, LONG, "晴了。")))
    assert texts(made[0]) == [LONG, LONG, LONG, "晴了。"]
    assert said == [("columns_interleaved", 5, 1, LONG[-16:], PROBABLE)]
    (remark,) = join_wraps(edition(story(LONG, LONG, LONG, "晴了。")))[1]
    assert remark.message.startswith("4 paragraphs in a row break off")


def test_two_breaks_or_short_lines_or_two_strong_seams_are_no_alternation() -> None:
    assert pieces(LONG, LONG, "晴了。")[1] == ["wrap_joined_unsure"] * 2
    assert pieces(LONG, LONG[:19], LONG, "晴了。")[1] == ["wrap_joined_unsure"] * 3
    assert pieces(LONG, LONG[:20], LONG, "晴了。")[1] == ["columns_interleaved"]
    strong = f"{LONG}，"
    assert "columns_interleaved" not in pieces(strong, strong, LONG, "晴了。")[1]
    assert pieces(strong, LONG, LONG, "晴了。")[1] == ["columns_interleaved"]


def test_what_stands_round_alternating_columns_is_judged_by_itself() -> None:
    found, kinds = pieces("雨停了。", LONG, LONG, LONG, "晴了。", "#路", f"{OPEN}，", "接学生。")
    assert kinds == ["columns_interleaved", "wrap_joined"]
    assert found[-1] == f"{OPEN}，接学生。" and len(found) == 6


def test_runs_set_alike_become_one_and_latin_words_are_parted() -> None:
    strong = Paragraph((Run("路名，", (Mark.STRONG,)), Run("叫 GPS")), (3,))
    rest = Paragraph((Run("Plus，"), Run("好", (Mark.STRONG,)), Run("。", (Mark.STRONG,))), (5,))
    page = Edition("a", (Section(None, (Story("s01", "路", (strong, rest)),)),))
    ((made,), _) = joined(page)
    assert isinstance(made.body[0], Paragraph)
    assert made.body[0].runs == (
        Run("路名，", (Mark.STRONG,)), Run("叫 GPS Plus，"), Run("好。", (Mark.STRONG,)),
    )


def test_copy_whose_format_parts_it_is_left() -> None:
    page = edition(story(f"{OPEN}，", "傍晚。"), structured=True)
    assert join_wraps(page) == (page, ())
