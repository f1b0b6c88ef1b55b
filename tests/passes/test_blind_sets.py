"""The blind sets hold what they showed: no later rule costs what was right at first sight."""

from __future__ import annotations

import pytest

from bench.script import cases, judged, of_house


@pytest.mark.parametrize(("name", "right", "house", "helped"), [
    ("blindnames", 95.5, 95.5, 96.5), ("blindcontrols", 99.0, 99.5, 99.0),
    ("blindwords", 94.5, 99.0, 94.5), ("blind2names", 91.0, 91.0, 95.0),
    ("blind2controls", 96.5, 98.0, 97.0), ("blind2words", 92.0, 95.5, 93.0),
])
def test_a_blind_set_stays_where_it_is(
    name: str, right: float, house: float, helped: float
) -> None:
    tally = judged(name, cases(name, held=False), of_house)
    assert 100 * tally.right / tally.places >= right, tally.wrong
    assert 100 * tally.housed / tally.places >= house, tally.wrong
    assert 100 * tally.helped / tally.places >= helped, tally.wrong
    assert 100 * tally.asked / tally.places <= 10
