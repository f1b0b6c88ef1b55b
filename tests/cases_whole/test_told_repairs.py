"""What plain copy loses is told: rules between cells, unseen letters, jump lines."""

from __future__ import annotations

import pytest

from edition import build
from edition.model import Table, plain
from edition.readers import Read, read_bytes

BEFORE = "各镇得奖情况\n昨天运动会闭幕，各镇得奖情况如下。\n"
AFTER = "\n会后大家合影留念。\n（王小明）\n"
GRID = [["单位", "金牌", "银牌"], ["石桥", "", "2"], ["上渡", "1", ""]]


def read(rows: str) -> Read:
    return build.repair(read_bytes(f"{BEFORE}{rows}{AFTER}".encode(), "a.txt"))


def tables(found: Read) -> list[list[list[str]]]:
    return [
        [[plain(cell) for cell in row] for row in block.rows]
        for story in found.edition.stories for block in story.body if isinstance(block, Table)
    ]


@pytest.mark.parametrize("rows", [
    "|单位|金牌|银牌|\n|石桥||2|\n|上渡|1||",
    "| 单位 | 金牌 | 银牌 |\n| 石桥 |  | 2 |\n| 上渡 | 1 |  |",
    "| 单位 | 金牌 | 银牌 |\n|---|:---:|---:|\n| 石桥 |  | 2 |\n| 上渡 | 1 |  |",
    "单位|金牌|银牌\n石桥||2\n上渡|1|",
    "｜单位｜金牌｜银牌｜\n｜石桥｜｜2｜\n｜上渡｜1｜｜",
    "+----+----+----+\n|单位|金牌|银牌|\n+----+----+----+\n|石桥||2|\n|上渡|1||\n+----+----+----+",
    "| 单 位 | 金 牌 | 银 牌 |\n| - - - | - - - | - - - |\n| 石 桥 |  | 2 |\n| 上 渡 | 1 |  |",
])
def test_rules_between_cells_make_a_table_and_empty_cells_stay(rows: str) -> None:
    found = read(rows)
    kinds = [remark.kind for remark in found.diagnostics]
    ((head, *rest),) = tables(found)
    assert [[cell.replace(" ", "") for cell in row] for row in (head, *rest)] == GRID
    assert kinds.count("table_rules_taken") == 1 and "not_conserved" not in kinds


@pytest.mark.parametrize("rows", [
    "首页|新闻|体育\n财经|文化|娱乐", "来源｜东渡镇文化站\n编辑｜方晴", "星期一 19:30 评书|专场",
    "星期一 19:30 评书 | 专场\n星期二 19:30 少年 合唱 团", "他说 | 是这样的。", "|", "| 3 |",
])
def test_any_other_rule_is_copy(rows: str) -> None:
    found = read(rows)
    assert not {"table_rules_taken", "not_conserved"} & {r.kind for r in found.diagnostics}
    kept = "".join(story.text for story in found.edition.stories)
    kept += "".join(item.text for item in found.edition.furniture)
    assert sum(kept.count(sign) for sign in "|｜") == sum(rows.count(sign) for sign in "|｜")


@pytest.mark.parametrize("sign", ["\u3164", "\u115f", "\uffa0", "\u180b", "\u034f", "\u200b"])
def test_an_unseen_character_taken_out_is_no_loss(sign: str) -> None:
    kinds = [remark.kind for remark in read(f"桥长三{sign}十二米。").diagnostics]
    assert kinds.count("invisible_removed") == 1 and "not_conserved" not in kinds


TEXT = "昨天上午，南湖村的石桥修好了，村里人都来看。"


@pytest.mark.parametrize(("copy", "lines"), [
    (f"（上接第1版）\n石桥修好了\n{TEXT}\n（王小明）\n", {1}),
    (f"（上接第1版）\n上接第2版\n{TEXT}\n", {1, 2}),
    (f"石桥修好了\n{TEXT}\n▲上接A01版\n\n路修好了\n{TEXT}\n", {3}),
    (f"石桥修好了\n{TEXT}\n（下转第1版）\n（下转第2版）\n路修好了\n{TEXT}\n", {3, 4}),
])
def test_a_jump_line_set_aside_is_always_told(copy: str, lines: set[int]) -> None:
    found = build.repair(read_bytes(copy.encode(), "a.txt"))
    assert {item.line for item in found.edition.furniture} == lines
    assert {r.line for r in found.diagnostics if r.kind == "jump"} == lines
