"""The steps of a run, and how a caller is told of them. The core says nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


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
