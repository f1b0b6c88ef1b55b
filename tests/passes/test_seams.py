"""Seams that must not be glued, marks that are asked about, and openings that may be lost."""

from __future__ import annotations

import pytest

from edition import passes
from edition.errors import Diagnostic, Severity
from edition.model import Edition, Paragraph, plain
from edition.readers import read_bytes


def read(copy: str) -> tuple[Edition, list[Diagnostic]]:
    found = read_bytes(copy.encode(), "a.txt")
    edition, remarks = passes.run(found.edition)
    return edition, [*found.diagnostics, *remarks]


def kinds(remarks: list[Diagnostic]) -> set[str]:
    return {remark.kind for remark in remarks}


MIXED = (
    "山村来了银行\n\n本报讯（记者 彭亮）一辆白色面包车准时开进云岭镇的集市，存款取款\n\n"
    "学校的食堂由家长轮流监督，菜价每天写在黑板上，这学期已经\n\n"
    "都可以办理。附近六个村的老人领养老金不用再翻山，大家说这车比亲戚来得还\n\n"
    "有一百四十位家长进过后厨，提出意见五十多条，家长群里的埋怨少了\n\n"
    "勤。流动银行一年跑了一万二千公里。\n"
)


def test_interleaved_columns_are_reported_and_left() -> None:
    edition, remarks = read(MIXED)
    (story,) = edition.stories
    assert len(story.body) >= 4 and all(len(block.lines) == 1 for block in story.body)
    assert [r.severity for r in remarks if r.kind == "columns_interleaved"] == [Severity.ERROR]
    assert "wrap_joined_unsure" not in kinds(remarks)


JUMP = (
    "最后四万人告别挑水吃\n\n本报讯（记者 常青）清水流了出来，全市共建成集中供水点\n\n"
    "（下转第三版）\n\n化肥储备充足\n\n本报讯 化肥已经到位九成。\n\n"
    "（上接第一版）\n\n一百八十六处，解决了饮水困难。\n"
)


def test_both_parts_of_a_jump_are_put_together_and_asked_about() -> None:
    edition, remarks = read(JUMP)
    first, second = edition.stories
    (block,) = first.body
    assert isinstance(block, Paragraph)
    assert plain(block.runs).endswith("建成集中供水点一百八十六处，解决了饮水困难。")
    assert second.headline == "化肥储备充足"
    assert "jump_joined" in kinds(remarks) and not {"jump", "not_conserved"} & kinds(remarks)


def test_a_jump_without_its_other_part_is_asked_about() -> None:
    copy = JUMP.split("（上接")[0]
    assert "jump" in kinds(read(copy)[1]) and "jump_joined" not in kinds(read(copy)[1])


def test_two_parts_that_could_be_either_storys_are_left() -> None:
    copy = JUMP.replace("到位九成。", "到位九成，各乡镇\n\n（下转第四版）")
    _, remarks = read(copy)
    assert "jump_joined" not in kinds(remarks)
    assert sum(remark.kind == "jump" for remark in remarks) == 3


@pytest.mark.parametrize(("text", "asked"), [
    ("民宿业者说,路一断,订房取消了七成。", True),
    ("民宿业者说，price is 1,000 yuan, more or less，订房取消了。", False),
])
def test_half_width_marks_in_chinese_text(text: str, asked: bool) -> None:
    assert ("half_width_punctuation" in kinds(read(f"山里的路\n\n{text}\n")[1])) is asked


def test_speech_that_lost_its_mark_is_no_lost_opening_of_error_level() -> None:
    _, remarks = read("山里的路\n\n以前走路要半天，现在十分钟。”老人说，路修好了。\n")
    assert [r.severity for r in remarks if r.kind.startswith("lost_")] == [Severity.WARNING]


def test_close_set_verse_is_never_joined() -> None:
    verses = "一担泥来一担沙，\n扁担底下开红花，\n社员挑走黄土岭，\n明年遍地是棉花。\n"
    copy = f"修渠谣\n周长河\n{verses}"
    edition, remarks = read(copy)
    (story,) = edition.stories
    assert [type(block).__name__ for block in story.body] == ["Verse"]
    assert not [r for r in remarks if r.kind.startswith("wrap")]
