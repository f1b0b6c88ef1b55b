"""The particle 着, which Taiwan writes 著 like the word for to write."""

from __future__ import annotations

from edition.patterns import late

_TO_WRITE = late(
    "(?<=[專名原編巨遺論土合譯撰顯卓昭拙知])著|"
    "(?<![接跟隨沿看聽帶有拿穿站坐])著(?=[名作述稱錄]|有《|書立說)"
)
"""Where Taiwan's 著 is to write or to be known, and no particle."""


def written(text: str, converted: str) -> str:
    """`converted` with 著 where Taiwan's `text` means to write, and 着 for the particle."""
    kept = {found.start() for found in _TO_WRITE.finditer(text)}
    changed = list(converted)
    for at, c in enumerate(text):
        if c == "著":
            changed[at] = "著" if at in kept else "着"
    return "".join(changed)
