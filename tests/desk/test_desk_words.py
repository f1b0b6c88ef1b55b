"""Faults and remarks in the words of the desk: what is wrong, where, and what can be done there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import edition
from edition.checks.report import FaultPlace, Finding
from edition.checks.rules.pdf_rules import PDF_RULES
from edition.desk.deskwords import _MEASURED, _MENDS, fault_shown, remark_advice, remark_shown
from edition.errors import Diagnostic
from edition.messages.catalogue import KINDS, PHRASES, RULES
from edition.messages.texts import LANGS, Phrase

JARGON = re.compile(r"tau|toml|\[\[|=|基线|网格|重新导出|ToUnicode|PDF|框架|\d\.\d")
"""what a sub-editor neither says nor can do at the desk"""


@pytest.mark.parametrize("rule", sorted(PDF_RULES.keys() - {"S16"}))  # S16 is never a fault.
def test_every_rule_of_the_page_says_what_is_wrong_and_what_she_can_do(rule: str) -> None:
    code = rule if rule in RULES else f"{rule}/pdf"
    shown = fault_shown(Finding(code, "should", 1, 1))
    assert shown["name"]["zh-Hans"] != RULES[code].name.pattern("zh-Hans")
    for lang in LANGS:
        assert shown["name"][lang] and shown["todo"][lang]
        assert not JARGON.search(shown["name"][lang] + shown["todo"][lang])
    assert "您不用改" in shown["todo"]["zh-Hans"] if shown["own"] else True


def test_every_way_to_mend_is_said_and_used() -> None:
    said = {name.removeprefix("desk_mend_") for name in PHRASES if name.startswith("desk_mend_")}
    assert said == {*_MENDS, "program"}


def test_what_stands_for_a_phrase_or_a_remark_stands_for_one_that_is_there() -> None:
    for name in PHRASES:
        if name.startswith("desk_place_"):
            assert name.removeprefix("desk_place_") in PHRASES
        if name.startswith(("desk_says_", "desk_todo_")):
            kind = re.sub("^desk_(says|todo)_|(?<=wish_unmet)_(page|columns)$", "", name)
            assert kind in KINDS


def test_only_a_hard_fault_must_be_mended() -> None:
    assert fault_shown(Finding("H2", "must", 1, 1))["hard"]
    soft = fault_shown(Finding("LB1", "must", 1, 1))
    assert (soft["hard"], soft["own"]) == (False, False)
    assert fault_shown(Finding("GR2", "must", 1, 1))["own"]


@pytest.mark.parametrize(("words", "said"), [
    (Phrase("leg_short", {"rows": 29.04}), "这一栏比别的栏短 29 行"),
    (Phrase("white_cells", {"value": 7.31}), "7% 是空的"),
    (Phrase("tau", {"value": 0.2}), "对照“稿件”里的先后看这一处"),
    (Phrase("cut_across"), "一条横贯的空白"),
    (Phrase("leg_depth", {"depth": 48.2, "title": "石桥"}), "有一栏深 48 毫米：石桥"),
    ("石桥修好了", "石桥修好了"), ("比分 3 : 2", "比分 3 : 2"), ("score: 3", "score: 3"),
    ("增长率: 30 %", "增长率: 30 %"),
])
def test_a_place_is_told_without_figures_nobody_measures(
    words: str | Phrase, said: str
) -> None:
    shown = fault_shown(Finding("S24", "should", 1, 1, places=(FaultPlace(1, 9, 9, words),)))
    assert shown["places"][0]["words"]["zh-Hans"] == said


@pytest.mark.parametrize("rule", _MEASURED)
@pytest.mark.parametrize(("words", "said"), [
    ("石桥修好了: 0.22", "石桥修好了"), ("石桥: × 1.17", "石桥"), ("石桥: 46 %", "石桥"),
    ("增长率: 30 %: 46 %", "增长率: 30 %"), ("比分 3 : 2: 0.22", "比分 3 : 2"),
])
def test_a_headline_is_told_without_the_measure_of_its_rule_and_whole(
    rule: str, words: str, said: str
) -> None:
    shown = fault_shown(Finding(rule, "should", 1, 1, places=(FaultPlace(1, 9, 9, words),)))
    assert shown["places"][0]["words"]["zh-Hans"] == said


def test_the_rules_that_add_a_measure_to_a_headline_are_known() -> None:
    """Each is asked of its finding, `judged("S17", …)` or `Finding("S17", …)`, in its module."""
    found = set()
    for path in (Path(edition.__file__).parent / "checks").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        called = dict(re.findall(r'return judged\("(\w+)", paper, (\w+)\)', source))
        owners = {function: rule for rule, function in called.items()}
        for part in re.split(r"^(?=def )", source, flags=re.MULTILINE):
            if re.search(r"title}: (?:× )?\{", part):
                own = re.search(r'Finding\("(\w+)"', part)
                found.add(own[1] if own else owners[part[4:].partition("(")[0]])
    assert found == set(_MEASURED)


def test_what_a_page_lacks_is_no_storys_fault() -> None:
    (place,) = fault_shown(
        Finding("S41", "should", 1, 1, places=(FaultPlace(2, 9, 9, "石桥"),)))["places"]
    assert place == {"page": 2, "x": 0, "y": 0, "words": ""}


def test_a_wish_that_is_not_met_is_told_without_the_words_of_the_sidecar() -> None:
    for what in ("page", "columns"):
        shown = remark_shown(Diagnostic("wish_unmet", {"what": what, "wish": 3, "got": 2}))
        for lang in LANGS:
            told = shown["message"][lang] + shown["advice"][lang]
            assert "3" in told and "2" in told and not JARGON.search(told)
    for kind in sorted(KINDS.keys() - {"wish_unmet"}):
        one = Diagnostic(kind)
        for told in (remark_advice(one, lang) for lang in LANGS):
            assert not re.search(r"\[\[|\.toml|--\w|do = |边车|邊車", told), (kind, told)
    for kind in ("copied_from_pdf", "picture_unnamed", "picture_outside", "picture_unset",
                 "heading_unset", "advertisement_unplaced", "pin_unmet", "quotes_turned"):
        assert remark_shown(Diagnostic(kind))["advice"]["zh-Hans"], kind
    shown = remark_shown(Diagnostic("box_stays"))
    assert shown["message"]["en"] == "The story still stands in a box."
