"""The desk's end of the pipe to the process that makes pages: the latest order, its answers."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread

from edition.desk.pagebench import PageTask, Sent, work


class Foreman:
    """Hands tasks to the bench and hears what it sends; a bench that fell is set up anew.

    A task for the page goes out at once and stops what is made; any other waits until the bench is
    free, and is dropped where the page comes first.
    """

    def __init__(self, hear: Callable[[Sent], None]) -> None:
        """`hear` is called in the event loop that was running then."""
        self._hear = hear
        self._loop = asyncio.get_running_loop()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._busy: PageTask | None = None
        self._waiting: PageTask | None = None
        self._falls = 0

    def order(self, task: PageTask) -> None:
        """Have something made."""
        if self._pipe is None:
            self._set_up()
        if task.want == "page":
            self._waiting = None
        elif self._busy is not None and self._busy.want == "page":
            self._waiting = task
            return
        self._busy = task
        assert self._pipe is not None
        try:
            self._pipe.send(task)
        except (OSError, ValueError):
            self._fallen()

    def close(self) -> None:
        """Let the bench end."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.terminate()
            process.join(2)

    def _set_up(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        mine, theirs = spawn.Pipe()
        # The process ends with the desk: its pipe is closed then, whatever ended it.
        process = spawn.Process(target=work, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, mine
        Thread(target=self._listen, args=(mine,), daemon=True).start()

    def _listen(self, pipe: Connection) -> None:
        """Runs in a thread of its own until the pipe is closed."""
        while True:
            try:
                sent = pipe.recv()
            except (EOFError, OSError, TypeError):
                if self._pipe is pipe and not self._loop.is_closed():
                    self._loop.call_soon_threadsafe(self._fallen)
                return
            if self._loop.is_closed():
                return
            self._loop.call_soon_threadsafe(self._heard, sent)

    def _heard(self, sent: Sent) -> None:
        busy = self._busy
        if busy is not None and sent.job == busy.job and sent.kind in ("done", "dropped", "fault"):
            self._busy, self._falls = None, 0
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                self.order(waiting)
        self._hear(sent)

    def _fallen(self) -> None:
        """The process is gone: its task is tried once more, then given up."""
        task, self._busy, self._pipe = self._busy, None, None
        self._falls += 1
        if task is None:
            return
        if self._falls > 1:
            self._falls = 0
            self._hear(Sent(task.job, "fallen"))
            return
        self.order(task)
