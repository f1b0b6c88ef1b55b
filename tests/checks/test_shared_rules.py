"""Planner and preflight go by the same figures, and never disagree on what is hard."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import edition
import proof_editions as proof
from edition.checks import Report, check_data
from edition.checks.targets import MOST_COLLAPSE
from edition.checks.weights import HARD
from edition.makeup.heads import UNDER
from edition.storyjson.write import stories_json
from edition.trade import page_bounds
from edition.trade.page_bounds import HEAD_ROWS

ROOT = Path(edition.__file__).parent

PACKS = ("broadsheet", "tabloid", "newsletter")
MAKERS = {"HEAVIEST_PICTURE": "writers", "NEWSPRINT_INK": "packs"}
"""the room that keeps a bound which is not the planner's: the book's pictures, a pack's ink"""
OFTEN = ("short", "one_picture")
"""made at every run; the others only where all is checked"""


@pytest.mark.parametrize("name", [name for name in vars(page_bounds) if name.isupper()])
def test_each_bound_is_written_once_and_used_by_planner_and_preflight(name: str) -> None:
    users = [path.relative_to(ROOT) for path in ROOT.rglob("*.py")
             if re.search(rf"\b{name}\b", path.read_text(encoding="utf-8"))]
    assert any(path.parts[0] == "checks" for path in users), name
    if name != "HEAD_ROWS":  # Make-up cannot come near it: the next test.
        assert any(path.parts[0] == MAKERS.get(name, "makeup") for path in users), name


def test_no_head_is_planned_further_from_its_text_than_is_judged_apart() -> None:
    """What stands below a head never varies."""
    assert UNDER <= MOST_COLLAPSE <= HEAD_ROWS


def judged(name: str, pack: str) -> tuple[Report, Report]:
    """The reports on a planned paper with the copy and without."""
    given = proof.EDITIONS[name]()
    data = edition.to_pdf(given, pack).data
    copy = json.loads(json.dumps(stories_json(given, ())))
    return check_data(data, copy), check_data(data)


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("name", [
    *OFTEN, *(pytest.param(name, marks=pytest.mark.check)
              for name in proof.EDITIONS if name not in (*OFTEN, "big")),
])
def test_what_is_planned_is_printable(name: str, pack: str) -> None:
    for report in judged(name, pack):
        broken = [(f.id, [p.text for p in f.places]) for f in report.findings
                  if f.level == "must" and f.id in HARD and f.count]
        if name == "part" and pack == "newsletter":
            # A picture finds no place there, and the preflight says so of its caption.
            assert {code for code, _ in broken} <= {"TX1", "H1"}
            continue
        assert broken == [] and report.printable
