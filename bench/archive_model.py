"""The archive simulated from measured parts, and the simulation held against measured runs.

    python -m bench model plan [--issues 10000] [--nodes 50] [--cores 4] [--seed 20]
    python -m bench model compare [--count 24] [--seed 20] [--folder DIR]

`plan` prints what the parts of `MEASURED` come to: one machine, and clusters of more and more
nodes. `compare` measures the parts here, lets them predict a run of one and one of two workers on
other issues, and measures both.
"""

from __future__ import annotations

import argparse
import heapq
import random
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.archive import PAGES
from edition.archive.cluster import SHARD

SEED = 20


@dataclass(frozen=True)
class Parts:
    """What the time of a run is made of, in seconds: of the processor for `issue` and `page`, of
    the clock for all else."""

    issue: float
    """of an issue without a page"""
    page: float
    """of each page"""
    crowd: float
    """how many times as much an issue takes where every core of its machine is at work"""
    pace: float
    """seconds of the clock for one of the processor, where a hand has a core for itself"""
    spread: float
    """how far issues of as many pages lie apart: deviation of the logarithm"""
    start: float
    """from nothing to a hand that has done its first issue, beyond the issue itself"""
    begin: float
    """from the call to the look at the first issue, and after the last to the end"""
    look: float
    """of the run itself, at each issue before any is built, and at each for the report"""
    ledger: float
    """of the run itself, at each issue that is taken up and ended"""
    shard: float
    """of a cluster, at each shard it carries there and back"""
    connect: float
    """of a cluster, until it answers"""


@dataclass(frozen=True)
class Mishaps:
    """What goes wrong, as shares of the issues."""

    refused: float = 0.0
    """copy that is refused, after a tenth of the time of an issue"""
    killed: float = 0.0
    """issues that lose their hand halfway, and are tried once more by another"""
    hung: float = 0.0
    """issues that end at the limit of time, and with them their hand"""
    limit: float = 300.0
    """seconds"""
    losses: float = 0.0
    """of nodes, in an hour of one node; the shards in hand are built again elsewhere"""
    absence: float = 120.0
    """seconds until a lost node is there again"""


@dataclass(frozen=True)
class Cluster:
    """How many hands there are. Without a shard it is one machine."""

    nodes: int
    cores: int
    """hands of each"""
    shard: int = 0
    """issues that travel together, at the most"""
    hand_lasts: int = 100
    """issues"""

    @property
    def hands(self) -> int:
        return self.nodes * self.cores


@dataclass
class Simulated:
    """What a simulated run came to."""

    seconds: float = 0.0
    busy: float = 0.0
    """seconds of all hands on issues"""
    own: float = 0.0
    """seconds of the run itself at its ledger"""
    starts: int = 0
    again: int = 0
    """issues that were begun once more"""
    lost: int = 0
    """shards that went with their node"""
    failed: int = 0
    done: int = 0


MEASURED = Parts(
    issue=0.33, page=0.76, crowd=1.0, pace=1.08, spread=0.23, start=1.3, begin=0.65, look=0.0003,
    ledger=0.002, shard=0.009, connect=4.3,
)
"""of this project's two-core machine with nothing else to do: `issue`, `page` and `pace` of a run
of 1,000 issues by two hands, `ledger` four times what an idle disk takes, the cluster's parts with
others at work; `compare` prints those of another machine"""
USUAL = Mishaps(refused=0.01, killed=0.001, hung=0.0005, losses=0.01)
"""what the plan supposes"""


@dataclass
class _Hand:
    """A hand, and the moment at which it is free."""

    node: int
    tasks: int = 0
    warm: bool = False


@dataclass
class _Run:
    """A run while it is simulated."""

    parts: Parts
    mishaps: Mishaps
    cluster: Cluster
    dice: random.Random
    found: Simulated = field(default_factory=Simulated)
    gone: dict[int, list[float]] = field(default_factory=dict)
    """moments at which each node is lost"""

    def issue(self, hand: _Hand, pages: int) -> float:
        """Seconds until the issue is ended, whatever becomes of it."""
        parts, bad, dice = self.parts, self.mishaps, self.dice
        crowd = parts.crowd if self.cluster.cores > 1 else 1.0
        whole = (parts.issue + parts.page * pages) * parts.pace * crowd * dice.lognormvariate(
            -parts.spread**2 / 2, parts.spread)
        fate, took = dice.random(), self._started(hand)
        if fate < bad.refused:
            self.found.failed += 1
            return took + whole / 10
        fate -= bad.refused
        if fate < bad.killed:
            hand.warm = False
            self.found.again += 1
            took += whole / 2 + self._started(hand)
        elif fate < bad.killed + bad.hung:
            hand.warm = False
            self.found.failed += 1
            return took + bad.limit
        self.found.done += 1
        return took + whole

    def _started(self, hand: _Hand) -> float:
        """Seconds until the hand can begin: none where it is warm."""
        if hand.tasks >= self.cluster.hand_lasts:
            hand.warm = False
        if hand.warm:
            hand.tasks += 1
            return 0.0
        hand.warm, hand.tasks = True, 1
        self.found.starts += 1
        return self.parts.start

    def loss(self, node: int, begin: float, end: float) -> float | None:
        """The moment between two at which a node is lost, if it is."""
        rate = self.mishaps.losses / 3600
        if not rate:
            return None
        moments = self.gone.setdefault(node, [self.dice.expovariate(rate)])
        while moments[-1] < end:
            moments.append(moments[-1] + self.dice.expovariate(rate))
        return next((moment for moment in moments if begin <= moment < end), None)


def issues(count: int, seed: int) -> list[int]:
    """Pages of so many issues, as `python -m bench archive` draws them."""
    dice = random.Random(f"pages {seed}")
    return [dice.choice(PAGES) for _ in range(count)]


def simulate(
    pages: Sequence[int], cluster: Cluster, parts: Parts, mishaps: Mishaps, seed: int = SEED
) -> Simulated:
    """A run over issues of so many pages. The same for the same seed."""
    run = _Run(parts, mishaps, cluster, random.Random(f"run {seed}"))
    begun = parts.begin / 2 + parts.look / 2 * len(pages) + (
        parts.connect if cluster.shard else 0.0)
    ended = _carried(run, pages, begun) if cluster.shard else _handed(run, pages, begun)
    run.found.seconds = ended + parts.begin / 2 + parts.look / 2 * len(pages)
    return run.found


def _handed(run: _Run, pages: Sequence[int], begun: float) -> float:
    """One machine: each hand takes the next issue when it is free; the run writes down what it
    hears, one after the other."""
    free = [(begun, number) for number in range(run.cluster.hands)]
    hands = [_Hand(0) for _ in free]
    ends = []
    for count in pages:
        at, number = heapq.heappop(free)
        took = run.issue(hands[number], count)
        run.found.busy += took
        ends.append(at + took)
        heapq.heappush(free, (at + took, number))
    written = begun
    for end in sorted(ends):
        written = max(written, end) + run.parts.ledger
        run.found.own += run.parts.ledger
    return written


def _carried(run: _Run, pages: Sequence[int], begun: float) -> float:
    """A cluster: the run keeps two shards for each hand on their way, and sends another when it
    has written down one that came back."""
    cluster, found = run.cluster, run.found
    size = max(1, min(cluster.shard, len(pages) // (4 * cluster.hands)))
    waiting = deque(pages[at : at + size] for at in range(0, len(pages), size))
    hands = [_Hand(number // cluster.cores) for number in range(cluster.hands)]
    idle = [(begun, number) for number in range(cluster.hands)]
    sent: deque[tuple[float, Sequence[int]]] = deque()
    flying: list[tuple[float, int, Sequence[int]]] = []
    written, turn = begun, 0
    while waiting or sent or flying:
        while waiting and len(sent) + len(flying) < 2 * cluster.hands:
            sent.append((written, waiting.popleft()))
        while sent and idle:
            ready, shard = sent.popleft()
            at, number = heapq.heappop(idle)
            end, whole = _shard(run, hands[number], max(at, ready) + run.parts.shard, shard)
            turn += 1
            heapq.heappush(flying, (end, turn, shard if whole else ()))
            if whole:
                heapq.heappush(idle, (end, number))
            else:
                found.again += len(shard)
                sent.appendleft((end, shard))
                heapq.heappush(idle, (end + run.mishaps.absence, number))
        end, _, shard = heapq.heappop(flying)
        spent = run.parts.ledger * len(shard)
        found.own += spent
        written = max(written, end) + spent
    return written


def _shard(
    run: _Run, hand: _Hand, begin: float, shard: Sequence[int]
) -> tuple[float, bool]:
    """When a shard is back, and whether it is: False where its node was lost on the way."""
    before = (run.found.done, run.found.failed)
    took = sum(run.issue(hand, count) for count in shard)
    lost = run.loss(hand.node, begin, begin + took)
    if lost is None:
        run.found.busy += took
        return begin + took, True
    run.found.done, run.found.failed = before
    run.found.lost += 1
    run.found.busy += lost - begin
    hand.warm = False
    return lost, False


def plan(count: int, nodes: int, cores: int, seed: int) -> list[tuple[str, Simulated]]:
    """One machine and clusters of more and more nodes, each a run over the same issues."""
    pages = issues(count, seed)
    runs = [("one machine, hands: 1", Cluster(1, 1)),
            (f"one machine, hands: {cores}", Cluster(1, cores))]
    sizes = sorted({1, *(n for n in (2, 5, 10, 20) if n < nodes), nodes, 2 * nodes})
    runs += [(f"nodes: {n}, hands: {n * cores}", Cluster(n, cores, SHARD)) for n in sizes]
    told = [(name, simulate(pages, one, MEASURED, USUAL, seed)) for name, one in runs]
    many = Cluster(nodes, cores, SHARD)
    for name, parts, bad in (
        ("nothing goes wrong", MEASURED, Mishaps()),
        ("twenty times as many nodes lost", MEASURED, replace(USUAL, losses=20 * USUAL.losses)),
        ("an issue is given up after a minute", MEASURED, replace(USUAL, limit=60.0)),
        ("a ledger ten times as slow", replace(MEASURED, ledger=10 * MEASURED.ledger), USUAL),
    ):
        told.append((f"nodes: {nodes}, {name}", simulate(pages, many, parts, bad, seed)))
    return told


def main(argv: Sequence[str]) -> int:
    """Print a plan, or compare."""
    parser = argparse.ArgumentParser(prog="python -m bench model", description=__doc__)
    parser.add_argument("what", choices=("plan", "compare"))
    for name, usual in (("issues", 10_000), ("nodes", 50), ("cores", 4), ("seed", SEED),
                        ("count", 24)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args(argv)
    if asked.what == "compare":
        from bench.archive_compare import compare

        return compare(asked.count, asked.seed, asked.folder)
    pages = issues(asked.issues, asked.seed)
    print(f"{len(pages)} issues, {sum(pages)} pages; {MEASURED}; {USUAL}\n")
    print("| run | hours:minutes:seconds | hands at work | run at its ledger | starts | again "
          "| failed |\n|---|---|---|---|---|---|---|")
    for name, one in plan(asked.issues, asked.nodes, asked.cores, asked.seed):
        print(f"| {name} | {_clock(one.seconds)} | {one.busy / one.seconds:.1f} "
              f"| {one.own / one.seconds:.0%} | {one.starts} | {one.again} | {one.failed} |")
    return 0


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
