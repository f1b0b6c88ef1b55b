"""The steps of a run, and how a caller is told of them. The core says nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeAlias

from edition.errors import Cancelled, WrongUse, hold_type


class Step(StrEnum):
    """What is being done."""

    READ = "read"
    """读稿: files of copy to an edition"""
    SET = "set"
    """排版: stories to lines"""
    MAKE_UP = "make_up"
    """拼版: lines to pages"""
    DRAW = "draw"
    """输出: pages to a PDF"""
    PACK = "pack"
    """打包: the edition to an EPUB"""


Progress = Callable[[Step, float], None]
"""Called with a step and the share of it that is done, 0 to 1; 0 alone where none is known."""


def untold(step: Step, share: float) -> None:
    """Tell nobody."""


class Flag(Protocol):
    """What a `threading.Event` is, and one of another process."""

    def is_set(self) -> bool: ...


Cancel: TypeAlias = "Callable[[], object] | Flag"
"""Asked between the steps, from the thread that works: true, or set, to stop the run."""


def watched(on_progress: Progress | None, cancel: Cancel | None) -> Progress:
    """Tells both: the caller how far the run is, and the run, by Cancelled, that it is to stop."""
    if on_progress is not None:
        hold_type("on_progress", on_progress, Callable)  # type: ignore[arg-type]  # a class to ask
    tell = on_progress or untold
    if cancel is None:
        return tell
    asked = cancel if callable(cancel) else getattr(cancel, "is_set", None)
    if asked is None:
        raise WrongUse("cancel_type", found=type(cancel).__qualname__)

    def told(step: Step, share: float) -> None:
        if asked():
            raise Cancelled("cancelled", step=step.value)
        tell(step, share)

    return told
