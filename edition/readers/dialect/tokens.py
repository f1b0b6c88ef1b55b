"""What the readers of Markdown ask of a token, whichever library makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Token(Protocol):
    """A piece of parsed Markdown: a block's beginning or end, or a stretch of inline content."""

    type: str
    tag: str
    content: str
    markup: str
    info: str
    level: int
    map: list[int] | None
    meta: dict[Any, Any]
    children: Sequence[Token] | None

    def attrGet(self, name: str) -> str | int | float | None: ...
