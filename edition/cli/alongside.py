"""A second pair of hands: the book made by a copy of this process while the page is drawn.

The copy shares what was read; only the finished file comes back. Where there is one processor, or
no such copies can be made, the work waits and is done here. So it is where the copy fails: then
what there is to say is said here.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from edition.delivery.built import Built
from edition.sandbox.pipes import framed, receive, send
from edition.sandbox.wirevalues import Lie, known

MOST = 4_000_000_000
"""bytes of a finished file that come back at most"""
Work = Callable[[], Built]


@contextmanager
def alongside(work: Work, *, alone: bool = False) -> Iterator[Work]:
    """Begin some work beside what is done inside; what is yielded waits for it and returns it.

    Nothing of it is left over, however what is done inside ends. It is done in turn where it is to
    be `alone`.
    """
    if alone or not _two_cores():
        yield work
        return
    out, into = os.pipe()
    try:
        child = os.fork()
    except OSError:  # no room for another process
        os.close(out)
        os.close(into)
        yield work
        return
    if child == 0:
        os.close(out)
        _work(work, into)
    os.close(into)
    try:
        yield lambda: _heard(out) or work()
    finally:
        os.close(out)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _two_cores() -> bool:
    """True on Linux with two processors to run on: elsewhere a copied process may not go on."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _work(work: Work, into: int) -> NoReturn:
    """The copy's side: nothing is said, written or cleaned up here."""
    try:
        logging.disable(logging.CRITICAL)
        with os.fdopen(into, "wb") as pipe:
            send(pipe, framed(work()))
    except BaseException:  # Whatever it is, the work is done again where it can be told.
        os._exit(1)
    os._exit(0)


def _heard(out: int) -> Built | None:
    """What the copy made; None where it made nothing."""
    with os.fdopen(os.dup(out), "rb") as pipe, suppress(EOFError, OSError, Lie):
        made = receive(pipe, known(Built), MOST)
        if isinstance(made, Built):
            return made
    return None
