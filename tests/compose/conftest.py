"""A typesetter for tests of arithmetic: no font file, every Latin letter half an em."""

from __future__ import annotations

import pytest

from edition.compose.typesetter import Typesetter
from edition.trade.regions import MAINLAND


class EvenMetrics:
    """A face whose Latin is half an em wide: enough to test arithmetic without a font."""

    def advance(self, text: str, *, wide: bool = False, narrow: bool = False) -> float:
        return sum(0.5 if ord(c) < 0x250 else 0.0 if ord(c) >= 0xE0100 else 1.0 for c in text)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    even = EvenMetrics()
    faces = {"song": even, "hei-bold": even, "kai": even, "hei": even}
    return Typesetter(faces, MAINLAND)  # type: ignore[arg-type]  # same methods, no font file
