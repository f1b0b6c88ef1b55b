"""Shards of a cluster: what travels, what a lost node means, and a cluster of two as it is used."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.staged_worker import paper
from archive.test_archive_command import SHORT, files_of, issues
from edition.archive import cluster
from edition.archive.cluster import HandsElsewhere, work_shard
from edition.archive.crews import TakenUp
from edition.archive.jobs import IssueEnd, Job, as_json, from_json_line
from edition.bookform import BookForm
from edition.cli import main
from edition.errors import MissingResource
from edition.issue.wholeissue import IssueAsked
from edition.sandbox import parent
from edition.sandbox.childlimits import Limits
from edition.sandbox.wirevalues import Lie

LIMITS = Limits(20.0, 600)


def job(home: Path, name: str) -> Job:
    return Job(name, IssueAsked((str(home / name),)), str(home.parent / "out" / name))


class Told:
    """A future that is done."""

    def __init__(self, work: Callable[[], str]) -> None:
        self.work = work

    def result(self) -> str:
        return self.work()


class FakeCluster:
    """One process that stands for a scheduler and its nodes; a shard with `lost` loses its node."""

    def __init__(self) -> None:
        self.shards: list[list[str]] = []
        self.waiting: list[Told] = []
        self.loop = None

    def __call__(self, *_: object, **__: object) -> FakeCluster:
        return self

    Client = as_completed = LocalCluster = __call__

    def nthreads(self) -> dict[str, int]:
        return {"one": 1}

    def submit(self, work: Callable[[str], str], told: str, **_: object) -> Told:
        jobs = [from_json_line(line) for line in json.loads(told)][1:]
        self.shards.append([one.name for one in jobs])

        def done() -> str:
            if any(one.name == "lost" for one in jobs):
                raise RuntimeError("KilledWorker")
            return work(told)

        return Told(done)

    def add(self, future: Told) -> None:
        self.waiting.append(future)

    def __iter__(self) -> Iterator[Told]:
        return self

    def __next__(self) -> Told:
        return self.waiting.pop(0)

    def close(self) -> None:
        self.waiting.clear()


@pytest.fixture
def staged(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeCluster]:
    fake = FakeCluster()
    monkeypatch.setattr(parent, "WORKER", "archive.staged_worker")
    monkeypatch.setattr(cluster, "_library", lambda: fake)
    yield fake
    kept = getattr(cluster._OWN, "kept", None)
    if kept is not None:
        kept[2].cancel()
        kept[1].close()
        del cluster._OWN.kept


def worked(crew: HandsElsewhere, jobs: Sequence[Job]) -> dict[str, IssueEnd]:
    heard = list(crew.work(jobs))
    taken = [word.name for word in heard if isinstance(word, TakenUp)]
    assert set(taken) == {one.name for one in jobs}
    return {word.name: word for word in heard if isinstance(word, IssueEnd)}


def test_jobs_and_ends_travel_as_json() -> None:
    told = Job("a", IssueAsked(("x",), form=BookForm(vertical=True)), "out", "zh-Hans")
    end = IssueEnd("a", True, queries=(("lost_opening", 2),), opened=(("p.jpg", ""),))
    for value in (told, end, LIMITS):
        assert from_json_line(as_json(value)) == value
    with pytest.raises((Lie, KeyError)):
        from_json_line('{"of": ["Popen", {}]}')


@pytest.mark.usefixtures("staged")
def test_a_shard_is_built_issue_by_issue_by_one_hand(tmp_path: Path) -> None:
    home = issues(tmp_path / "papers", a="one", b="refuse", c="three")
    told = json.dumps([as_json(LIMITS), *(as_json(job(home, name)) for name in "abc")])
    ends = [from_json_line(line) for line in json.loads(work_shard(told))]
    assert [(end.name, end.done, end.error) for end in ends] == [
        ("a", True, ""), ("b", False, "copy_empty"), ("c", True, "")
    ]
    hand = cluster._OWN.kept[1]
    work_shard(told)
    assert cluster._OWN.kept[1] is hand, "the next shard finds it warm"
    assert (tmp_path / "out" / "c" / "c.pdf").read_bytes() == paper("threepdf")


@pytest.mark.usefixtures("staged")
def test_a_hand_is_either_the_next_shards_or_at_its_end(tmp_path: Path) -> None:
    """The wait for a shard may end at the very moment one comes: never has both."""
    home = issues(tmp_path / "papers", a="one")
    told = json.dumps([as_json(LIMITS), as_json(job(home, "a"))])
    assert from_json_line(json.loads(work_shard(told))[0]).done
    first = cluster._OWN.kept
    assert first.claim.acquire(blocking=False), "the end of the wait has it"
    assert from_json_line(json.loads(work_shard(told))[0]).done
    second = cluster._OWN.kept
    assert second.stand is not first.stand
    first.claim.release()
    cluster._let_go(first.stand, first.claim)
    assert first.stand.closed and not second.stand.closed
    work_shard(told)
    cluster._let_go(second.stand, second.claim)
    assert not second.stand.closed, "a shard has it by now"


def test_a_shard_whose_node_is_lost_is_asked_issue_by_issue(
    tmp_path: Path, staged: FakeCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_AHEAD", 1)
    names = [f"p{n:02}" for n in range(11)] + ["lost"]
    home = issues(tmp_path / "papers", **{name: name for name in names})
    crew = HandsElsewhere("somewhere", 2, LIMITS)
    ends = worked(crew, [job(home, name) for name in names])
    crew.close()
    assert [name for name in names if ends[name].done] == names[:-1]
    assert (ends["lost"].error, ends["lost"].exit) == ("child_failed", 6)
    assert "KilledWorker" in ends["lost"].said
    assert staged.shards[:4] == [names[0:3], names[3:6], names[6:9], names[9:12]]
    assert staged.shards[4:] == [["p09"], ["p10"], ["lost"]]


def test_paths_mean_the_same_on_every_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = IssueAsked(("papers/a",), layout="packs/ours", house="house.toml")
    found = cluster._everywhere(Job("a", asked, "out/a"))
    assert found.folder == str(tmp_path / "out" / "a")
    assert found.asked == replace(
        asked, sources=(str(tmp_path / "papers/a"),), layout=str(tmp_path / "packs/ours"),
        house=str(tmp_path / "house.toml"),
    )


def test_without_the_library_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingResource) as caught:
        HandsElsewhere("local", 2, LIMITS)
    assert caught.value.kind == "cluster_missing" and "edition[cluster]" in caught.value.message


@pytest.mark.check
def test_a_cluster_of_two_makes_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    home = issues(tmp_path / "papers", **{
        f"p{n}": SHORT.replace("小桥", f"第{n}号桥") for n in range(4)
    })
    common: list[Any] = ["archive", str(home), "--workers", "2", "--lang", "en"]
    assert main([*common, "-o", str(tmp_path / "one")]) == 0
    assert main([*common, "-o", str(tmp_path / "two"), "--dask", "local"]) == 0
    one, two = (files_of(tmp_path / name / "issues") for name in ("one", "two"))
    assert one == two and len(one) == 12
    assert main([*common, "-o", str(tmp_path / "two"), "--json"]) == 0
    assert '"to_build": 0' in capsys.readouterr().out


@pytest.mark.check
def test_a_scheduler_that_does_not_answer_is_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    monkeypatch.setattr(cluster, "_PATIENCE", 2)
    home = issues(tmp_path / "papers", a=SHORT)
    told = ["archive", str(home), "-o", str(tmp_path / "out"), "--dask", "tcp://127.0.0.1:9"]
    assert main([*told, "--lang", "en"]) == 2
    assert "does not answer" in capsys.readouterr().err
    assert os.listdir(tmp_path / "out") == ["ledger.sqlite"]
