"""The child's side of doing one task after another: what it does before, between and after them."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from edition.sandbox.childlimits import memory_of

try:
    import resource as _resource
except ImportError:  # pragma: no cover - Windows, where nothing is told of it
    _resource = None  # type: ignore[assignment]  # a module elsewhere

LASTING = "lasting"
"""the argument by which a child knows that it does task after task"""
_PR_SET_PDEATHSIG, _SIGKILL = 1, 9


@dataclass(frozen=True, slots=True)
class Used:
    """What a task took of the child, and what the child holds after it."""

    processor: float = 0.0
    """seconds"""
    peak: float = 0.0
    """MB of memory, at the most"""
    held: float = 0.0
    """MB of memory, now"""


def end_with_parent(parent: int) -> None:
    """End when process `parent` does, however it ends and whatever is being done.

    Where it has ended already, end now.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            from ctypes import CDLL

            CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def begin_task() -> float:
    """Reckon the greatest memory anew; seconds of the processor used so far."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _processor()


def used_since(begun: float) -> Used:
    """What a task has taken that began at `begun`."""
    # The look itself takes a page of memory: asked second, what is held could pass the peak.
    held = memory_of("VmRSS")
    return Used(_processor() - begun, max(held, memory_of("VmHWM")), held)


def tidy(*, first: bool) -> None:
    """Give back what nobody holds.

    What the `first` task has loaded stays, and is not looked through again.
    """
    gc.collect()
    if first:
        gc.freeze()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # musl has no such call
            from ctypes import CDLL

            CDLL(None).malloc_trim(0)


def _processor() -> float:
    if _resource is None:  # pragma: no cover - Windows
        return 0.0
    used = _resource.getrusage(_resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
