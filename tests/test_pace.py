"""The arithmetic of paired runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.pace import HERE, main, pace, paired


def test_the_ratio_is_that_of_the_pairs_and_one_slow_pair_does_not_count() -> None:
    found = pace([(2.0, 1.0), (4.0, 4.4), (2.0, 2.2), (20.0, 22.0), (1.0, 3.0)])
    assert (found.old, found.new) == (2.0, 3.0)
    assert found.ratio == pytest.approx(1.1)
    assert (found.least, found.most) == (0.5, 3.0)
    assert "new ÷ old 1.100 (pairs from 0.500 to 3.000)" in str(found)
    with pytest.raises(ValueError, match="no pairs"):
        pace([])


def test_the_checkouts_take_turns_at_going_first() -> None:
    order: list[str] = []

    def clock(checkout: Path) -> float:
        order.append(checkout.name)
        return {"old": 2.0, "new": 3.0}[checkout.name] + len(order) / 100

    found = list(paired(clock, Path("old"), Path("new"), 3))
    assert order == ["old", "new", "new", "old", "old", "new"]
    assert [(round(a), round(b)) for a, b in found] == [(2, 3)] * 3


def test_a_folder_that_is_no_checkout_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert "no checkout of edition" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([str(HERE), "--pairs", "0"])
