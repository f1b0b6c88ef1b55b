"""The figures of docs/makeup.md are those of the code, and the files it names are there."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from edition.makeup import choices, copies, heads, prices
from edition.makeup.plan import planner, zoning
from edition.makeup.search import effort, parting, zones
from edition.trade import page_bounds

ROOT = Path(__file__).resolve().parent.parent.parent
ROOM = ROOT / "edition" / "makeup"
TEXT = (ROOT / "docs" / "makeup.md").read_text(encoding="utf-8")


def told() -> dict[str, tuple[float, ...]]:
    """Every price the table names, with its figures."""
    table = TEXT.partition("## The prices")[2].partition("\n## ")[0]
    cells = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    found: dict[str, tuple[float, ...]] = {}
    for cell in cells:
        for name, rest in re.findall(r"`(\w+)`([^`]*)", cell):
            assert name not in found, name
            found[name] = tuple(map(float, re.findall(r"\d+(?:\.\d+)?", rest)))
    return found


def test_every_price_is_in_the_table_with_its_figure() -> None:
    want = {
        field.name: value if isinstance(value := getattr(prices.PRICES, field.name), tuple)
        else (value,)
        for field in fields(prices.Prices)
    }
    assert told() == want


def test_the_files_named_are_there_and_every_step_has_its_own() -> None:
    steps = TEXT.partition("## The steps")[2].partition("\n## ")[0]
    named = set(re.findall(r"`((?:\w+/)*\w+\.py)`", TEXT))
    assert named
    assert all((ROOM / name).is_file() for name in named), named
    assert all(".py`" in step for step in re.findall(r"^\d+\. .*", steps, re.M))


def test_the_figures_of_the_steps() -> None:
    numbers = {2: "two", 3: "three", 5: "five", 6: "six", 8: "eight"}
    for words in (
        f"up to {numbers[planner.MOST_HOUSE]} items of house copy",
        f"on a page of at most {numbers[planner.FEW]} items",
        f"If {effort.MOST_WAYS} ways do not get there",
        f"up to {effort.UNLIKE} last cuts",
        f"more than {numbers[parting.MOST]} items",
        f"until {numbers[parting.GROUP]} are left",
        f"a crop of at most {round(page_bounds.MOST_CROPPED * 100)} %",
        f"up to {numbers[copies.MOST_LOOSE]} paragraphs a line longer",
        f"up to {numbers[len(prices.PRICES.head_white) - 1]} rows of white round the heads",
        f"{numbers[heads.STEPS]} steps either way; the lead up to {numbers[heads.LEAD_STEPS]} down",
        f"at least {numbers[zones.LEAST_FILLER]} rows",
        f"at least {choices.JUMP_BEFORE} rows down and {choices.JUMP_REST} from its end",
        f"{numbers[zoning.MOST_JUMPS]} stories of the front page",
        f"at least {choices.RUN_BEFORE} rows down and {choices.RUN_REST} from its end",
        f"up to {numbers[planner.RUN_AHEAD]} items beyond the usual number",
    ):
        assert words in TEXT, words
