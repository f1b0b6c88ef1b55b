"""Made-up copy stands whole in stories, page and book; and the oracle that says so can say no."""

from __future__ import annotations

import ast
import copy as copying
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench.copyfuzz import oracle
from bench.copyfuzz.copies import FORMATS, Copy, copy_of
from bench.copyfuzz.running import Sums, run, told
from edition import build
from edition.readers import read_bytes
from edition.storyjson.write import stories_json

SEED = "make test"
TEXT = (
    "石桥修好了", "昨天上午，南湖村的石桥修好了，村里人都来看热闹。",
    "他说，桥通了，往后赶集不用再绕三里路。", "桥头立着一块碑，碑上写着修桥人的名字。",
    "（王小明）", "", "夜校里来了七十岁的学生", "文化馆的灯亮到夜里九点，门口停了三排自行车。",
    "其中一辆是老周的，车铃上系着一根红绳。", "（李强）",
)
Stories = dict[str, Any]


def sound(runs: int, depth: str, first: int = 0) -> None:
    sums = Sums()
    broken = {}
    for result in run(runs, SEED, depth, first=first):
        sums.add(result)
        if result.faults:
            broken[result.number] = result.faults
    assert not broken
    assert sums.copies == runs


@pytest.mark.parametrize("first", range(0, 300, 100))
def test_copy_is_read_whole(first: int) -> None:
    sound(100, "reading", first)


@pytest.mark.slow
def test_copy_is_printed_whole() -> None:
    sound(3, "finished")


@pytest.mark.check
@pytest.mark.parametrize("first", range(3, 45, 6))
def test_forty_copies_are_printed_whole(first: int) -> None:
    sound(6, "finished", first)


def test_clean_copy_wants_hardly_a_question() -> None:
    sums = Sums()
    for result in run(60, "clean", "reading"):
        sums.add(result)
    assert len(sums.asked) > 15 and sums.clean_characters > 5000
    assert sums.share <= 0.1 and sums.median <= 3


def test_every_format_and_mishap_comes_up() -> None:
    made = [copy_of(number, SEED) for number in range(300)]
    assert {Path(one.name).suffix for one in made} == {suffix for suffix, _ in FORMATS}
    assert sum(one.clean for one in made) > 60 and sum(not one.clean for one in made) > 60
    assert any(one.hidden for one in made) and any(one.sidecar for one in made)
    assert made == [copy_of(number, SEED) for number in range(300)]


def test_the_oracle_knows_nothing_of_the_program() -> None:
    tree = ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))
    names = [a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]
    names += [n.module or "." for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert names and not [name for name in names if name.split(".")[0] in ("edition", "bench")]


# What the oracle must not let pass. Each case spoils the stories that the copy was read as.

def body(stories: Stories) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = stories["sections"][0]["stories"][0]["body"]
    return found


def dropped(stories: Stories) -> None:
    del body(stories)[1]


def doubled_word(stories: Stories) -> None:
    body(stories)[1]["text"] = body(stories)[1]["text"].replace("赶集", "赶集赶集")


def doubled_paragraph(stories: Stories) -> None:
    body(stories).insert(1, body(stories)[0])


def swapped(stories: Stories) -> None:
    blocks = body(stories)
    blocks[0], blocks[1] = blocks[1], blocks[0]


def swapped_words(stories: Stories) -> None:
    text = body(stories)[0]["text"]
    body(stories)[0]["text"] = text[10:] + text[:10]


def one_character(stories: Stories) -> None:
    body(stories)[0]["text"] = body(stories)[0]["text"].replace("桥", "轿", 1)


def no_headline(stories: Stories) -> None:
    stories["sections"][0]["stories"][1]["headline"] = ""


SPOILT = (dropped, doubled_word, doubled_paragraph, swapped, swapped_words, one_character,
          no_headline)


@cache
def whole() -> tuple[Copy, Stories, bytes, bytes]:
    rows = tuple((1 if n < 5 else 2, text) for n, text in enumerate(TEXT) if text)
    data = "\n".join(TEXT).encode()
    read = build.repair(read_bytes(data, "a.txt"))
    stories = stories_json(read.edition, read.diagnostics)
    paper = build.to_pdf(read.edition, "newsletter")
    return (Copy("a.txt", data, rows, True), stories, paper.data,
            build.to_epub(read.edition).data)


def judged(spoil: Callable[[Stories], None] | None) -> list[oracle.Verdict]:
    copy, given, pdf, epub = whole()
    stories = copying.deepcopy(given)
    if spoil:
        spoil(stories)
    return [
        oracle.copy_and_stories(copy.rows, stories, ()),
        oracle.stories_and_page(stories, (), pdf, ["1"]), oracle.stories_and_book(stories, epub),
    ]


def test_the_oracle_lets_whole_copy_pass() -> None:
    assert all(verdict.sound for verdict in judged(None))


@pytest.mark.parametrize("spoil", SPOILT)
def test_the_oracle_sees_what_is_lost_doubled_or_moved(spoil: Callable[[Stories], None]) -> None:
    assert not any(verdict.sound for verdict in judged(spoil))


def test_the_oracle_tells_what_it_saw() -> None:
    lost, doubled, moved = (judged(spoil)[0] for spoil in (dropped, doubled_word, swapped))
    assert lost.lost == "他说，桥通了，往后赶集不用再绕三里路。" and not lost.invented
    assert doubled.invented == "赶集" and not doubled.lost
    assert moved.order and not moved.lost and not moved.invented


def test_a_remark_names_only_what_it_says_and_only_once() -> None:
    copy, given, _, _ = whole()
    stories = copying.deepcopy(given)
    dropped(stories)
    text = body(given)[1]["text"]
    remark = {"kind": "left_out", "severity": "warning", "line": 3, "values": {}, "text": text}
    named = oracle.copy_and_stories(copy.rows, stories, [remark])
    assert named.sound and named.named == len(text)
    assert not oracle.copy_and_stories(copy.rows, stories, [remark | {"text": text[3:]}]).sound
    assert not oracle.copy_and_stories(copy.rows, stories, [remark | {"kind": "jump"}]).sound
    dropped(stories)
    assert not oracle.copy_and_stories(copy.rows, stories, [remark]).sound


def test_a_line_set_aside_counts_as_named_on_a_story_and_not_of_the_page() -> None:
    copy, given, _, _ = whole()
    stories = copying.deepcopy(given)
    text = body(stories)[1]["text"]
    dropped(stories)
    stories["furniture"] = [{"line": 3, "text": text}]
    assert oracle.copy_and_stories(copy.rows, stories, ()).named == len(text)
    rows = [(0 if line == text else story, line) for story, line in copy.rows]
    assert oracle.copy_and_stories(rows, stories, ()).named == 0


def test_unseen_characters_go_only_with_a_word() -> None:
    rows = [(1, "石\u200b桥"), (1, "修好\u2060了")]
    stories = {"sections": [{"stories": [{"headline": "石桥", "body": [{"text": "修好了"}]}]}]}
    one = {"kind": "invisible_removed", "values": {"count": 1}}
    assert oracle.unseen(rows, stories, [one, one]) == ""
    assert oracle.unseen(rows, stories, [one]) == "2 gone, 1 told"


def test_a_line_set_aside_is_told_by_its_number() -> None:
    stories = {"furniture": [{"line": 3, "text": "第3版"}]}
    remark = {"kind": "lines_set_aside", "line": 1, "values": {"lines": (1, 3)}}
    assert oracle.silent(stories, [remark]) == ""
    assert oracle.silent(stories, [remark | {"values": {}}]) == "第3版"


def test_a_figure_the_page_adds_is_its_own_label_or_an_invention() -> None:
    _, stories, pdf, _ = whole()
    assert oracle.stories_and_page(stories, (), pdf, ["1"]).sound
    assert oracle.stories_and_page(stories, (), pdf, ["2"]).invented == "第1版1"


def test_remarks_are_plain_values() -> None:
    read = build.repair(read_bytes("石桥\n昨天，石\u200b桥修好了。".encode(), "a.txt"))
    (said,) = [r for r in told(read.diagnostics) if r["kind"] == "invisible_removed"]
    assert said["values"]["count"] == 1 and said["severity"] == "info"
