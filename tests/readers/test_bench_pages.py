"""The pages of the reading bench: no seam is joined wrongly without a question."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.reading import HEADINGS, HELD_OUT, PAGES, Tally, compare, known, pages, read_page

NAMES = sorted(page.stem for page in PAGES.glob("*.txt"))
EXPECTED = Counter({
    "silent wrong": 0,
    "asked wrong": 0,
})


@pytest.mark.parametrize("name", NAMES)
def test_no_wrong_join(name: str) -> None:
    page = PAGES / f"{name}.txt"
    joins = compare(known(page), read_page(page)).joins
    assert {key: joins[key] for key in EXPECTED} == dict(EXPECTED)


def test_headings_and_queries_of_the_pages_the_rules_were_settled_on() -> None:
    total = Tally()
    for name, tally in pages(()):
        if name not in HELD_OUT:
            total.add(tally)
    recall, precision = total.share(HEADINGS)
    assert recall is not None and recall >= 0.95
    assert precision is not None and precision >= 0.95
    raised = total.queries["raised and wanted"] + total.queries["raised, not wanted"]
    assert total.queries["raised and wanted"] >= 0.8 * raised
    assert total.queries["missed"] <= 2


def test_the_tally_sees_a_wrong_reading() -> None:
    gold, other = known(PAGES / "01.txt"), known(PAGES / "03.txt")
    tally = compare(gold, other)
    assert sum(tally.right.values()) < len(gold.kinds)
