"""The bounds of a child process, and how it puts them on itself."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from edition.errors import WrongUse

try:
    import resource as _resource
except ImportError:  # pragma: no cover - Windows, where the parent's clock is the only bound
    _resource = None  # type: ignore[assignment]  # a module elsewhere

OUT_OF_MEMORY = 77
"""exit code of a child that found itself beyond its memory"""
_LEAST_MEGABYTES = 256
_BESIDE = 1_024
"""MB of addresses beside the data: programs and fonts, which are mapped and not held"""
_FILE = 1_000_000_000
"""bytes of one file a child may write: the faces of a page"""
_LOOKS = 0.05
"""seconds between two looks of a child at its own memory and its parent"""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a child process.

    Beyond them it is ended, and the caller gets one `Stopped`. On Linux the system holds both;
    on macOS the child looks at its own memory twenty times a second; on Windows the time alone
    is bound.
    """

    seconds: float = 300.0
    """of the clock from start to end, and of the processor"""
    megabytes: int = 4_096
    """of memory; an ordinary issue takes 200 to 500"""

    def __post_init__(self) -> None:
        if not _is_number(self.seconds) or not 0.01 <= self.seconds <= 86_400:
            raise WrongUse("sandbox_bound", name="seconds", value=str(self.seconds)[:40],
                           least="0.01", most=86_400)
        if not _is_number(self.megabytes) or not _LEAST_MEGABYTES <= self.megabytes <= 1_048_576:
            raise WrongUse("sandbox_bound", name="megabytes", value=str(self.megabytes)[:40],
                           least=_LEAST_MEGABYTES, most=1_048_576)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def bind(limits: Limits, parent: int, *, lasting: bool = False) -> None:
    """Put the bounds on this process; to be called in a child before anything is read.

    It ends when it is no longer the child of process `parent`. One that does task after task,
    `lasting`, is bound in its time by its parent's clock alone.
    """
    if _resource is None:  # pragma: no cover - Windows
        return
    seconds, size = int(limits.seconds) + 1, limits.megabytes * 1_000_000
    _lower(_resource.RLIMIT_CORE, 0)
    if not lasting:
        _lower(_resource.RLIMIT_CPU, seconds)
    _lower(_resource.RLIMIT_FSIZE, _FILE)
    _lower(_resource.RLIMIT_DATA, size)
    _lower(_resource.RLIMIT_AS, size + _BESIDE * 1_000_000)
    threading.Thread(target=_watch, args=(size, parent), daemon=True).start()


def _lower(kind: int, most: int) -> None:
    """Lower a bound; a system that knows it not, or holds a lower one, keeps its own."""
    resource: Any = _resource
    with suppress(OSError, ValueError):
        hard = resource.getrlimit(kind)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(kind, (most, most))


def _watch(size: int, parent: int) -> None:
    """End the process when it holds more than `size` bytes, or when its parent has gone."""
    pause = threading.Event()
    while not pause.wait(_LOOKS):
        if _peak() * 1_000_000 > size:
            os._exit(OUT_OF_MEMORY)
        if os.getppid() != parent:
            os._exit(1)


def memory_of(name: str) -> float:
    """MB of this process, as Linux tells it by `name`; 0 elsewhere."""
    with suppress(OSError, ValueError, IndexError), open("/proc/self/status", "rb") as told:
        for line in told:
            if line.startswith(name.encode() + b":"):
                return int(line.split()[1]) * 1_024 / 1_000_000
    return 0.0


def _peak() -> float:
    """MB this process has held at the most.

    Linux's own figure of resources is not asked: it begins with what the parent held when it
    started this process.
    """
    if found := memory_of("VmHWM"):
        return found
    resource: Any = _resource
    unit = 1 if os.uname().sysname == "Darwin" else 1_024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000)
