"""Where the time of a run went, by room (`--timings`).

The command looks at its own work every few milliseconds of the processor and notes in which room
it finds itself, and in which library. What a child process did in a sandbox is not seen.
"""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import NamedTuple

from edition.cli.voice import Voice

EVERY = 0.004
"""seconds of the processor between two looks"""
LEAST = 0.005
"""share of the time from which a row is shown"""
LOADING = "<frozen importlib"
_HOUSE = str(Path(__file__).resolve().parents[1])
_LIBRARIES = "site-packages"


class Spent(NamedTuple):
    """What was spent in one room, in seconds of the processor."""

    room: str
    """its folder or file in `edition/`; empty for code that is loaded"""
    library: str
    """that it was in; empty for the room's own work"""
    seconds: float


@contextmanager
def timed(voice: Voice) -> Iterator[None]:
    """Watch what is done inside, and say at its end where the time went.

    A program that calls the command outside its main thread, and a system without such a clock,
    is told nothing.
    """
    if current_thread() is not main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    seen: Counter[tuple[str, str]] = Counter()

    def look(number: int, frame: FrameType | None) -> None:
        seen[_place(frame)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    began = time.process_time(), time.perf_counter()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)
        worked, passed = time.process_time() - began[0], time.perf_counter() - began[1]
        _tell(voice, _rows(seen, worked), worked, passed)


def _rows(seen: Counter[tuple[str, str]], worked: float) -> list[Spent]:
    """Most first; rooms of less than `LEAST` are left out."""
    total = sum(seen.values())
    return [
        Spent(room, library, worked * count / total)
        for (room, library), count in sorted(seen.items(), key=lambda e: (-e[1], e[0]))
        if count >= LEAST * total
    ]


def _tell(voice: Voice, rows: list[Spent], worked: float, passed: float) -> None:
    if voice.is_for_programs:
        found = [row._replace(seconds=round(row.seconds, 3))._asdict() for row in rows]
        voice.event("timings", processor=round(worked, 3), clock=round(passed, 3), rooms=found)
        return
    voice.aloud(voice.phrase("timings", processor=round(worked, 2), clock=round(passed, 2)))
    for row in rows:
        name = row.room or voice.phrase("timings_loading")
        where = f"{name} · {row.library}" if row.library else name
        share = row.seconds / worked if worked else 0.0
        voice.aloud(f"{row.seconds:8.2f} s {share:5.0%}  {where}")


def _place(frame: FrameType | None) -> tuple[str, str]:
    """The room a frame works for, and the library it is in; loading code is nobody's room."""
    library = ""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(LOADING):
            return "", ""
        if file.startswith(_HOUSE):
            parts = Path(file[len(_HOUSE) + 1:]).parts
            return parts[0].removesuffix(".py"), library
        if not library and _LIBRARIES in file:
            library = Path(file.partition(_LIBRARIES)[2].lstrip("/\\")).parts[0]
        frame = frame.f_back
    return "", library
