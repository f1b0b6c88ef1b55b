"""The hands of one machine: each has its issue, none waits for another."""

from __future__ import annotations

import shutil
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from edition.archive.jobs import IssueEnd, Job, Stand, printed
from edition.delivery.onto_disk import unwritable
from edition.sandbox.childlimits import Limits


@dataclass(frozen=True, slots=True)
class TakenUp:
    """An issue is being built from now on."""

    name: str


class Crew(Protocol):
    """Whoever builds issues, here or on other machines."""

    def work(self, jobs: Sequence[Job]) -> Iterator[TakenUp | IssueEnd]:
        """Build them, and tell of each when it is taken up and what became of it."""
        ...

    def close(self) -> None:
        """End everything that is being done."""
        ...


class HandsHere:
    """Some hands, each a child process with its bounds, and a thread that stands by it."""

    def __init__(self, count: int, limits: Limits, folder: Path) -> None:
        """`folder` is the hands' own for this run; what another run left there is cleared away.

        Raises CannotWrite.
        """
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir(parents=True)
        except OSError as fault:
            raise unwritable(folder, fault) from fault
        self._folder = folder
        self._stands = [Stand(limits, folder) for _ in range(count)]
        self._threads: list[threading.Thread] = []

    def work(self, jobs: Sequence[Job]) -> Iterator[TakenUp | IssueEnd]:
        """Raises what a thread met that is no outcome of an issue."""
        waiting, left = deque(jobs), len(jobs)
        heard: SimpleQueue[TakenUp | IssueEnd | BaseException] = SimpleQueue()
        for stand in self._stands[:left]:
            thread = threading.Thread(
                target=_stand_by, args=(stand, waiting, heard), daemon=True
            )
            self._threads.append(thread)
            thread.start()
        while left:
            word = heard.get()
            if isinstance(word, BaseException):
                raise word
            left -= isinstance(word, IssueEnd)
            yield word

    def close(self) -> None:
        for stand in self._stands:
            stand.stop()
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        shutil.rmtree(self._folder, ignore_errors=True)


def _stand_by(
    stand: Stand, waiting: deque[Job], heard: SimpleQueue[TakenUp | IssueEnd | BaseException]
) -> None:
    """Hand out one issue after the other, until none is left or the work is stopped."""
    try:
        while not stand.closed:
            try:
                job = waiting.popleft()
            except IndexError:
                return
            heard.put(TakenUp(job.name))
            heard.put(printed(job, stand))
    except BaseException as fault:  # Whatever it is, the run is to hear of it.
        heard.put(fault)
    finally:
        stand.close()
