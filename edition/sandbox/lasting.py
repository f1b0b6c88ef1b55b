"""The parent's side of a child that does one task after another: what it has loaded serves the
next."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from edition.errors import Stopped
from edition.sandbox.betweentasks import LASTING, Used
from edition.sandbox.childlimits import Limits
from edition.sandbox.parent import Result, kill, last_word, started, timed
from edition.sandbox.pipes import framed, receive, send
from edition.sandbox.wirevalues import known


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
        self.used = Used()
        self.tasks += 1
        with timed(self._child, self._limits):
            try:
                return last_word(self._heard(task, given, result), result, self._limits)
            except (EOFError, OSError):
                kill(self._child)
                raise EOFError from None

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
