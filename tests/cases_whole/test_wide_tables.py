"""Tables wider than a leg, and longer than one: on finished pages, by place and by text."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pypdfium2 as pdfium
import pytest

from edition import build, pressroom
from edition.checks.given_copy import given_copy
from edition.checks.pdf_file import check_pdf
from edition.compose.composed import Slug
from edition.makeup.paper import Leg, Paper
from edition.model import Edition
from edition.packs import shelf
from edition.readers import read_bytes
from edition.storyjson.write import stories_json

PACKS = ("broadsheet", "tabloid", "newsletter")
HEAD = ["乡镇", "项目", "户数", "投资（万元）", "进度"]
PROJECTS = ("蔬菜基地、冷链物流", "高标准农田", "乡村道路硬化、路灯亮化、污水管网改造", "",
            "卫生室")
STATES = ("已完工", "", "在建", "未开工", "已完工")
TOWNS = ("东港镇", "西岭镇", "南湖镇", "北原镇", "中州镇")
BEFORE = "县里要求，各乡镇要把进度逐条公开，接受群众监督。" * 16
AFTER = "没有开工的项目，月底前说清原因，定下日子。" * 16


def wide(rows: int) -> dict[str, Any]:
    cells = [[TOWNS[i % 5], PROJECTS[i % 5], str(7 * i), f"{1.37 * i:.2f}", STATES[i % 5]]
             for i in range(rows)]
    return {"type": "table", "header_rows": 1, "rows": [HEAD, *cells]}


def text(words: str) -> dict[str, Any]:
    return {"type": "paragraph", "text": words}


@cache
def copy(*, rows: int = 12, bare: bool = False) -> Edition:
    body = [text("进度如下。"), wide(rows)] if bare else [text(BEFORE), wide(rows), text(AFTER)]
    value = {"imprint": {"paper": "南湖日报"}, "sections": [{"stories": [
        {"headline": "全县项目进度一览", "body": body, "byline": ["王小明"],
         "byline_raw": "（王小明）"}]}]}
    return read_bytes(json.dumps(value).encode(), "wide.json").edition


@cache
def paper(edition: Edition, pack: str) -> Paper:
    return pressroom.plan(edition, shelf.layout(pack))[0]


def legs(made: Paper) -> list[Leg]:
    return [leg for page in made.pages for frame in page.frames for leg in frame.legs]


def tables(leg: Leg) -> list[Slug]:
    return [slug for slug in leg.slugs if slug.kind == "table"]


@pytest.mark.parametrize("pack", PACKS)
def test_a_wide_table_stands_across_legs_and_no_word_of_it_is_broken(pack: str) -> None:
    made = paper(copy(), pack)
    grid = made.set_in(shelf.layout(pack)).grid
    found = legs(made)
    (across,) = [leg for leg in found if tables(leg)]
    assert across.measure > grid.measure, "wider than a base column"
    slugs = tables(across)
    assert min(slug.size for slug in slugs) >= 0.8
    lines = {line.text for slug in slugs for line in slug.lines}
    assert {"已完工", "未开工", "东港镇", "高标准农田", "投资（万元）"} <= lines
    assert not any(len(line) == 1 and not line.isdigit() for line in lines)
    at = found.index(across)
    assert all(leg.row + leg.rows <= across.row for leg in found[:at])
    assert all(leg.row >= across.row + across.rows for leg in found[at + 1:])
    assert {leg.measure for leg in found[:at]} == {float(grid.measure)}


@pytest.mark.parametrize("pack", PACKS)
def test_the_page_says_the_story_in_order_and_is_sound(pack: str) -> None:
    edition = copy()
    built = build.to_pdf(edition, pack)
    assert [d.kind for d in built.diagnostics if d.kind in ("overfull_line", "loose_line")] == []
    said = "".join("".join(
        p.get_textpage().get_text_range() for p in pdfium.PdfDocument(built.data)).split())
    at = 0
    for words in ("逐条公开", "乡镇项目户数投资（万元）进度",
                  "东港镇", "卫生室", "月底前", "王小明"):
        at = said.find(words, at)
        assert at >= 0, words
    report = check_pdf(built.data, "a.pdf", given_copy(json.dumps(stories_json(edition)).encode()))
    assert [f.code for f in report.findings if f.count and f.level == "must"] == []


def heads_of(leg: Leg) -> list[str]:
    return [s.text for slug in tables(leg)[:1] for line in slug.lines for s in line.segments]


@pytest.mark.parametrize("pack", PACKS)
def test_a_table_longer_than_a_page_says_its_head_on_each(pack: str) -> None:
    edition = copy(rows=220, bare=True)
    made = paper(edition, pack)
    found = [leg for leg in legs(made) if tables(leg)]
    assert len(made.pages) > 1 and len(found) == len({id(leg) for leg in found}) > 1
    assert all("".join(heads_of(leg)) == "".join(HEAD) for leg in found)
    lines = [line for leg in found for slug in tables(leg) for line in slug.lines]
    assert sum(line.text == "进度" for line in lines) == 1, "the copy has it once"
    rows = [line.text for line in lines if line.text in TOWNS]
    assert rows == [TOWNS[i % 5] for i in range(220)]
    assert all(len(tables(leg)) >= 3 for leg in found), "no row alone"


def test_a_head_that_stands_again_is_no_fault_of_the_text() -> None:
    edition = copy(rows=60, bare=True)
    data = build.to_pdf(edition, "newsletter").data
    assert len(pdfium.PdfDocument(data)) > 1
    report = check_pdf(data, "a.pdf", given_copy(json.dumps(stories_json(edition)).encode()))
    assert [f.count for f in report.findings if f.code == "H1"] == [0]


def test_a_merged_cell_that_is_cut_says_again_what_it_holds() -> None:
    rows = [["东港镇" if not i else "", f"项目之{i + 1}", str(i)] for i in range(90)]
    value = {"sections": [{"stories": [{"headline": "项目", "body": [
        {"type": "table", "rows": [["乡镇", "项目", "户数"], *rows], "header_rows": 1,
         "spans": [[1, 0, 90, 1]]}]}]}]}
    made = paper(read_bytes(json.dumps(value).encode(), "m.json").edition, "newsletter")
    found = [leg for leg in legs(made) if tables(leg)]
    assert len(found) > 1
    for leg in found:
        drawn = [s.text for slug in tables(leg) for line in slug.lines for s in line.segments]
        assert "东港镇" in drawn
    said = [line.text for leg in found for slug in tables(leg) for line in slug.lines]
    assert said.count("东港镇") == 1


@pytest.mark.parametrize(("columns", "cell", "kind"), [
    (26, "三个字", "table_cramped"), (90, "三个字", "table_run_on"), (5, "三个字", None),
])
def test_the_editor_is_told_of_a_table_that_does_not_fit(
    columns: int, cell: str, kind: str | None
) -> None:
    value = {"sections": [{"stories": [{"headline": "很宽的表", "body": [
        text(BEFORE), {"type": "table", "rows": [[f"栏{i}" for i in range(columns)],
                                                 [cell] * columns]}]}]}]}
    edition = read_bytes(json.dumps(value).encode(), "a.json").edition
    built = build.to_pdf(edition, "newsletter")
    told = [d for d in built.diagnostics if d.kind.startswith("table_")]
    assert [d.kind for d in told] == ([kind] if kind else [])
    for remark in told:
        assert remark.story == 1 and (remark.text or "").startswith("栏0 栏1")
        assert str(columns) in remark.message and "拆成两个表" in remark.advice("zh-Hans")
    page = pdfium.PdfDocument(built.data)[0].get_textpage().get_text_range()
    assert "".join(page.split()).count(cell) == columns
