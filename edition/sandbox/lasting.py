"""A child that does one task after another, so that what it has loaded serves the next.

Both sides of it: `Hand` is the parent's; what the child does between two tasks is below.
"""

from __future__ import annotations

import ctypes
import gc
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from edition.errors import Stopped
from edition.sandbox.childlimits import Limits
from edition.sandbox.parent import ended, kill, last_word, started
from edition.sandbox.pipes import framed, receive, send
from edition.sandbox.wirevalues import Lie, known

try:
    import resource as _resource
except ImportError:  # pragma: no cover - Windows, where nothing is told of it
    _resource = None  # type: ignore[assignment]  # a module elsewhere

LASTING = "lasting"
"""the argument by which a child knows that it does task after task"""
_PR_SET_PDEATHSIG, _SIGKILL = 1, 9
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Used:
    """What a task took of the child, and what the child holds after it."""

    processor: float = 0.0
    """seconds"""
    peak: float = 0.0
    """MB of memory, at the most"""
    held: float = 0.0
    """MB of memory, now"""


class Hand:
    """The parent's side of a lasting child.

    To be used by one thread, the one that made it: on Linux the child ends with it. Any thread
    may `interrupt` it.
    """

    def __init__(self, limits: Limits, folder: Path | None = None) -> None:
        """What the child keeps for a while lies in `folder`, else where the system has such
        things. Raises Stopped where no child can be started."""
        self._limits = limits
        self._room = tempfile.TemporaryDirectory(
            prefix="edition-", dir=folder, ignore_cleanup_errors=True
        )
        try:
            self._child: subprocess.Popen[bytes] = started(limits, self._room.name, LASTING)
        except Stopped:
            self._room.cleanup()
            raise
        self.used = Used()
        """by the task done last"""
        self.tasks = 0

    @property
    def number(self) -> int:
        """The child's number on this machine."""
        return self._child.pid

    def do(self, task: str, given: Mapping[str, object], result: type[Result]) -> Result:
        """What `task` returns for the arguments `given`, within the bounds.

        Raises what the task raises of our own errors: the child goes on. Raises Stopped where it
        ran too long, grew too big, or ended: then the hand is to be ended, and another made.
        """
        late = threading.Event()
        clock = threading.Timer(self._limits.seconds, self._expire, (late,))
        clock.daemon = True
        clock.start()
        self.used = Used()
        self.tasks += 1
        try:
            done = last_word(self._heard(task, given, result), self._limits)
            if type(done) is not result:
                raise Lie(f"no {result.__name__}")
            return done
        except (EOFError, OSError):
            kill(self._child)
            raise ended(self._child, late.is_set(), self._limits) from None
        except Lie as lie:
            raise Stopped("child_lied", said=str(lie)[:200]) from lie
        finally:
            clock.cancel()

    def _heard(self, task: str, given: Mapping[str, object], result: type) -> object:
        """The child's last word on a task."""
        assert self._child.stdin is not None and self._child.stdout is not None
        classes, most = known(result, Used), self._limits.megabytes * 1_000_000
        send(self._child.stdin, framed((task, given)))
        while True:
            word: Any = receive(self._child.stdout, classes, most)
            if isinstance(word, dict) and "progress" in word:
                continue
            if isinstance(word, dict) and isinstance(word.get("used"), Used):
                self.used = word["used"]
            return word

    def _expire(self, late: threading.Event) -> None:
        late.set()
        kill(self._child)

    def interrupt(self) -> None:
        """End the child and all it has started; whoever waits for it gets Stopped."""
        kill(self._child)

    def end(self) -> None:
        """End the child and all it has started; what it kept for a while goes with it."""
        kill(self._child)
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self._room.cleanup()


def end_with_parent(parent: int) -> None:
    """In the child: end when process `parent` does, however it ends and whatever is being done.

    Where it has ended already, end now.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def begin_task() -> float:
    """In the child: reckon its greatest memory anew; seconds of the processor used so far."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _processor()


def used_since(begun: float) -> Used:
    """In the child: what a task has taken that began at `begun`."""
    # The look itself takes a page of memory: asked second, what is held could pass the peak.
    held = _memory("VmRSS")
    return Used(_processor() - begun, max(held, _memory("VmHWM")), held)


def tidy(*, first: bool) -> None:
    """In the child, between two tasks: give back what nobody holds.

    What the `first` task has loaded stays, and is not looked through again.
    """
    gc.collect()
    if first:
        gc.freeze()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # musl has no such call
            ctypes.CDLL(None).malloc_trim(0)


def _processor() -> float:
    if _resource is None:  # pragma: no cover - Windows
        return 0.0
    used = _resource.getrusage(_resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _memory(name: str) -> float:
    """MB, as Linux tells it; 0 elsewhere."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) / 1000
    return 0.0
