"""The blind sets hold what they showed: no later rule costs what was right after their mending."""

from __future__ import annotations

import pytest

from bench.script import cases, judged, of_house


@pytest.mark.parametrize(("name", "right", "house", "helped", "noted"), [
    ("blindnames", 96.0, 96.0, 97.0, 96.5), ("blindcontrols", 99.0, 99.5, 99.0, 99.5),
    ("blindwords", 96.5, 99.0, 96.5, 99.0), ("blind2names", 92.0, 92.0, 96.0, 93.0),
    ("blind2controls", 98.0, 98.5, 98.5, 98.0), ("blind2words", 94.5, 96.5, 95.5, 96.0),
    ("blind3names", 97.5, 97.5, 98.5, 98.5), ("blind3controls", 99.0, 99.5, 99.0, 100),
    ("blind3words", 97.5, 99.0, 97.5, 99.5),
])
def test_a_blind_set_stays_where_it_is(
    name: str, right: float, house: float, helped: float, noted: float
) -> None:
    tally = judged(name, cases(name, held=False), of_house)
    assert 100 * tally.right / tally.places >= right, tally.wrong
    assert 100 * tally.housed / tally.places >= house, tally.wrong
    assert 100 * tally.helped / tally.places >= helped, tally.wrong
    assert 100 * tally.noted / tally.places >= noted, tally.wrong
    assert 100 * tally.asked / tally.places <= 10
