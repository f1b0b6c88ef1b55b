"""The archive's model: the same for the same seed, and right where the answer can be reckoned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.archive_model import MEASURED, USUAL, Cluster, Mishaps, Parts, issues, plan, simulate

PLAIN = Parts(issue=1.0, page=0.5, crowd=1.0, pace=1.0, spread=0.0, start=2.0, begin=1.0,
              look=0.0, ledger=0.0, shard=0.0, connect=0.0)
NOTHING = Mishaps()


def test_a_seed_is_a_run() -> None:
    pages, many = issues(400, 20), Cluster(5, 4, 16)
    assert simulate(pages, many, MEASURED, USUAL, 3) == simulate(pages, many, MEASURED, USUAL, 3)
    assert simulate(pages, many, MEASURED, USUAL, 3) != simulate(pages, many, MEASURED, USUAL, 4)
    assert issues(400, 20) == pages != issues(400, 21)


@pytest.mark.parametrize(("hands", "seconds"), [(1, 1 + 2 + 12 * 2.0), (2, 1 + 2 + 6 * 2.0),
                                                (3, 1 + 2 + 4 * 2.0), (12, 1 + 2 + 2.0)])
def test_hands_share_the_issues(hands: int, seconds: float) -> None:
    found = simulate([2] * 12, Cluster(1, hands), PLAIN, NOTHING)
    assert found.seconds == pytest.approx(seconds)
    assert (found.starts, found.done, found.failed) == (hands, 12, 0)
    assert found.busy == pytest.approx(12 * 2.0 + hands * 2.0)


def test_a_hand_is_let_go_after_its_issues() -> None:
    found = simulate([2] * 9, Cluster(1, 1, hand_lasts=4), PLAIN, NOTHING)
    assert found.starts == 3 and found.seconds == pytest.approx(1 + 3 * 2 + 9 * 2.0)


def test_what_each_part_costs() -> None:
    def more(**parts: float) -> float:
        told = simulate([2] * 12, Cluster(1, 2), replace(PLAIN, **parts), NOTHING)
        return told.seconds - simulate([2] * 12, Cluster(1, 2), PLAIN, NOTHING).seconds

    assert more(look=0.5) == pytest.approx(6.0)
    assert more(crowd=1.5) == more(pace=1.5) == pytest.approx(6.0)
    assert more(ledger=0.25) == pytest.approx(0.5), "two issues end at once at the end"
    assert more(ledger=10.0) == pytest.approx(120.0 - 10.0), "the ledger is behind all the time"


def test_a_cluster_is_one_machine_when_carrying_costs_nothing() -> None:
    here = simulate([2] * 64, Cluster(1, 4), PLAIN, NOTHING)
    there = simulate([2] * 64, Cluster(2, 2, 16), PLAIN, NOTHING)
    assert there.seconds == pytest.approx(here.seconds) and there.done == 64
    dear = simulate([2] * 64, Cluster(2, 2, 16), replace(PLAIN, shard=1.0, connect=3.0), NOTHING)
    assert dear.seconds == pytest.approx(there.seconds + 3 + 4 * 1.0)


@pytest.mark.parametrize("cluster", [Cluster(1, 4), Cluster(4, 4, 16)])
def test_no_issue_is_lost_whatever_goes_wrong(cluster: Cluster) -> None:
    pages = issues(600, 20)
    bad = Mishaps(refused=0.05, killed=0.05, hung=0.02, limit=60.0, losses=30.0, absence=5.0)
    found = simulate(pages, cluster, MEASURED, bad)
    assert found.done + found.failed == len(pages)
    assert found.failed == pytest.approx(0.07 * len(pages), rel=0.5)
    assert found.seconds > simulate(pages, cluster, MEASURED, NOTHING).seconds
    assert (found.lost > 0) is bool(cluster.shard) and found.again > 0


def test_the_plan_is_of_every_size_and_more_nodes_take_less() -> None:
    told = plan(1_000, 10, 4, 20)
    seconds = [one.seconds for name, one in told if name.startswith("nodes: ") and "hands" in name]
    assert seconds == sorted(seconds, reverse=True)
    assert told[0][1].seconds > 3.5 * told[1][1].seconds
    assert all(one.done + one.failed == 1_000 for _, one in told)
