"""The page made from the sample copy: what the plan says is what the finished page shows."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import pytest

import edition
from checks.made_up import finding
from edition.checks import Report, check
from edition.storyjson.write import stories_json

SEED = Path(__file__).parents[2] / "seeds" / "000_ff888278d800d57a.txt"


@pytest.fixture(scope="module")
def made() -> tuple[dict[str, float], Report, Report, float]:
    """The planned terms, the report with the copy and without, seconds a page of the first."""
    read = edition.read(SEED)
    built = edition.to_pdf(read.edition)
    assert built.score is not None
    copy = json.dumps(stories_json(read.edition, read.diagnostics)).encode()
    begin = perf_counter()
    told = check(built.data, "page.pdf", copy)
    taken = (perf_counter() - begin) / len(built.pages)
    return dict(built.score.terms), told, check(built.data, "page.pdf"), taken


def test_no_must_fails_and_every_story_is_found(
    made: tuple[dict[str, float], Report, Report, float],
) -> None:
    plan, told, guessed, _ = made
    assert told.passed and guessed.passed
    assert dict(told.figures)["stories"] == dict(guessed.figures)["stories"] == plan["stories"]
    assert finding(told, "S9").count == 0


def test_the_plan_and_the_page_agree(
    made: tuple[dict[str, float], Report, Report, float],
) -> None:
    plan, told, guessed, _ = made
    for report in (told, guessed):
        assert (finding(report, "S5").worst or 0) * plan["pages"] == plan["bumps"]
        assert (finding(report, "S6").worst or 0) * plan["pages"] == plan["through_cuts"]
    assert (finding(told, "S8").worst or 0) * plan["pages"] == plan["size_inversions"]


def test_a_page_is_judged_in_a_few_seconds_at_most(
    made: tuple[dict[str, float], Report, Report, float],
) -> None:
    assert made[3] < 5.0
