"""The archive's own worker, and three papers more: one that hangs, one that grows, one that dies.

`python -m bench kills` starts the archive with it. Issues that are built whole are noted in the
file that `EDITION_BENCH_NOTES` names.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from edition.issue.wholeissue import IssueAsked, IssueMade
from edition.worker import main
from edition.worker import tasks as own_tasks

HANGS, GROWS, DIES = "这一期不动了。", "这一期越来越大。", "这一期死掉了。"
"""the whole copy of such a paper"""


def issue(asked: IssueAsked, **given: object) -> IssueMade:
    """As the worker does it, once the three have done what they do."""
    place = Path(asked.sources[0])
    copy = place / "copy.txt"
    if copy.is_file() and copy.stat().st_size < 100:
        _misbehave(copy.read_text(encoding="utf-8", errors="replace").strip())
    made = own_tasks()["issue"](asked=asked, **given)
    assert isinstance(made, IssueMade)
    with open(os.environ["EDITION_BENCH_NOTES"], "a", encoding="utf-8") as notes:
        notes.write(f"{place.name}\n")
    return made


def _misbehave(words: str) -> None:
    held = []
    while words == HANGS:
        time.sleep(60)
    while words == GROWS:
        held.append(bytearray(20_000_000))
    if words == DIES:
        os.kill(os.getpid(), signal.SIGKILL)


def tasks() -> dict[str, Callable[..., object]]:
    """What a child may be asked for, by name."""
    return {**own_tasks(), "issue": issue}


if __name__ == "__main__":
    main(sys.argv[1:], tasks)
