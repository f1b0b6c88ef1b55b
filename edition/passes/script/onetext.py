"""The texts of an edition as one, so that every table is looked through once and not text by text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise


class OneText:
    """Texts one below the other, each with a line feed behind it: no word runs from one into the
    next."""

    __slots__ = ("starts", "texts", "whole")

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        self.whole = "\n".join((*self.texts, ""))
        self.starts = tuple(accumulate((len(text) + 1 for text in self.texts), initial=0))
        """where each text begins, and where one more would"""

    def line_at(self, at: int) -> int:
        """The number of the text that stands at a place."""
        return bisect_right(self.starts, at) - 1

    def lines_of(self, whole: str) -> list[str]:
        """The texts again, of a changed whole of the same length."""
        return [whole[start:end - 1] for start, end in pairwise(self.starts)]


def with_put(text: str, put: Mapping[int, str]) -> str:
    """`text` with other characters at some offsets."""
    if not put:
        return text
    parts: list[str] = []
    done = 0
    for at in sorted(put):
        parts += text[done:at], put[at]
        done = at + 1
    return "".join((*parts, text[done:]))
