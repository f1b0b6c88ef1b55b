"""The hands of a cluster: shards of issues as tasks of Dask, the same hands inside each.

What becomes of an issue whose hand dies, hangs or grows is decided on its node by the same lines
as on one machine; Dask only moves shards about, and takes one up again where a node is lost. Copy
and archive lie on a disk that every node has under the same path.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from edition.archive.crews import TakenUp
from edition.archive.jobs import IssueEnd, Job, Stand, as_json, failed, from_json_line, printed
from edition.errors import MissingResource, Stopped, WrongUse
from edition.sandbox.childlimits import Limits

LOCAL = "local"
"""in place of an address: a cluster of this machine, which nobody else can reach"""
SHARD = 16
"""issues of one task: the start of a hand is spread over them"""
_AHEAD = 2
"""shards in flight for each thread of the cluster"""
_PATIENCE = 30
"""seconds until a scheduler answers"""
_IDLE = 60.0
"""seconds that a hand of a node waits for its next shard"""
_OWN = threading.local()


class _Kept(NamedTuple):
    """The hand that a thread keeps for its next shard."""

    limits: Limits
    stand: Stand
    end: threading.Timer
    claim: threading.Lock
    """whoever gets it has the hand: the next shard, or the end of waiting for one"""


class HandsElsewhere:
    """A cluster that is asked shard by shard."""

    def __init__(self, address: str, workers: int, limits: Limits) -> None:
        """Raises MissingResource without the library, WrongUse where no scheduler answers."""
        self._distributed = _library()
        self._limits = limits
        self._cluster: Any = None
        place: Any = address
        if address == LOCAL:
            # Bounds of memory are the hands' own: the node itself holds nothing.
            place = self._cluster = self._distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1",
                dashboard_address=None, memory_limit=0, silence_logs=50,
            )
        try:
            self._client = self._distributed.Client(
                place, timeout=_PATIENCE, set_as_default=False
            )
        except (OSError, ValueError) as fault:
            self.close()
            raise WrongUse("cluster_unreached", address=address, said=str(fault)) from fault

    def work(self, jobs: Sequence[Job]) -> Iterator[TakenUp | IssueEnd]:
        threads = max(1, sum(self._client.nthreads().values()))
        size = max(1, min(SHARD, len(jobs) // (4 * threads)))
        known = [_everywhere(job) for job in jobs]
        waiting: deque[Sequence[Job]] = deque(
            known[at : at + size] for at in range(0, len(known), size)
        )
        flying: dict[Any, Sequence[Job]] = {}
        done = self._distributed.as_completed(loop=self._client.loop)
        while waiting or flying:
            while waiting and len(flying) < _AHEAD * threads:
                shard = waiting.popleft()
                future = self._client.submit(
                    work_shard, _told(self._limits, shard), pure=False, retries=0
                )
                flying[future] = shard
                done.add(future)
                yield from (TakenUp(job.name) for job in shard)
            future = next(done)
            shard = flying.pop(future)
            found = _heard(future, shard)
            if found is None:
                # The node was lost too often: each issue alone tells which of them it was.
                waiting.extendleft([job] for job in reversed(shard))
            else:
                yield from found

    def close(self) -> None:
        client, self._client = getattr(self, "_client", None), None
        for one in (client, self._cluster):
            if one is not None:
                one.close()
        self._cluster = None


def work_shard(told: str) -> str:
    """On a node: build the issues of a shard one after the other; what became of them."""
    limits, *jobs = (from_json_line(line) for line in json.loads(told))
    with _at_hand(limits) as stand:
        return json.dumps([as_json(printed(job, stand)) for job in jobs])


@contextmanager
def _at_hand(limits: Limits) -> Iterator[Stand]:
    """The hand of this thread, kept warm for the next shard if one comes soon."""
    kept: _Kept | None = getattr(_OWN, "kept", None)
    stand = None
    if kept is not None:
        kept.end.cancel()
        if kept.claim.acquire(blocking=False):
            if kept.limits == limits and not kept.stand.closed:
                stand = kept.stand
            else:
                kept.stand.close()
    stand = stand or Stand(limits)
    try:
        yield stand
    finally:
        claim = threading.Lock()
        end = threading.Timer(_IDLE, _let_go, (stand, claim))
        end.daemon = True
        _OWN.kept = _Kept(limits, stand, end, claim)
        end.start()


def _let_go(stand: Stand, claim: threading.Lock) -> None:
    """Nobody has come: the hand ends, unless a shard has it by now."""
    if claim.acquire(blocking=False):
        stand.close()


def _told(limits: Limits, shard: Sequence[Job]) -> str:
    return json.dumps([as_json(limits), *map(as_json, shard)])


def _heard(future: Any, shard: Sequence[Job]) -> list[IssueEnd] | None:
    """What became of a shard; None where that is to be found out issue by issue."""
    try:
        found = [from_json_line(line) for line in json.loads(future.result())]
        if [one.name for one in found] == [job.name for job in shard]:
            return found
        said = "answers of other issues"
    except Exception as fault:  # A lost node, or whatever a foreign machine raises.
        if len(shard) > 1:
            return None
        said = f"{type(fault).__name__}: {fault}"
    return [failed(job, Stopped("child_failed", said=said[:400])) for job in shard]


def _everywhere(job: Job) -> Job:
    """The same with paths that mean the same in every folder."""
    asked = job.asked
    return replace(job, folder=_whole(job.folder), asked=replace(
        asked, sources=tuple(map(_whole, asked.sources)),
        house=_whole(asked.house) if asked.house else None,
        layout=_whole(asked.layout) if "/" in asked.layout else asked.layout,
    ))


def _whole(path: str) -> str:
    return str(Path(path).absolute())


def _library() -> Any:
    try:
        import distributed
    except ImportError as fault:
        raise MissingResource("cluster_missing", name="distributed") from fault
    return distributed


