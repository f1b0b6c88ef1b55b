"""Quotation marks of the regions: character by character, never by pairing (RG2).

Real copy loses marks; a pairing algorithm breaks on it. Simplified nesting maps straight to
the Traditional one: “ ” to 「 」 and ‘ ’ to 『 』.
"""

from __future__ import annotations

MARKS = {"“": "「", "”": "」", "‘": "『", "’": "』"}


def traditional_quotes(text: str) -> str:
    """`text` with the marks of Taiwan and Hong Kong; an apostrophe, feet and inches stay."""
    return "".join(
        MARKS[c] if c in MARKS and not _is_latin(text, at, c) else c for at, c in enumerate(text)
    )


def _is_latin(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    latin_before = before.isascii() and before.isalnum()
    if mark == "’":
        return latin_before and (before.isdigit() or (after.isascii() and after.isalpha()))
    return mark == "”" and before.isdigit() and "“" not in text[max(0, at - 12) : at]
