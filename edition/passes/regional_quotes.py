"""Quotation marks of the regions: character by character, never by pairing (RG2).

Real copy loses marks; a pairing algorithm breaks on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_OPENERS = {"”": "“", "’": "‘"}
_MARKS = re.compile("[“”‘’「」『』]")
_MEASURE = re.compile(r"(?<![0-9])[0-9]{1,3}$")
"""The figure of a length; four digits are a year that closes a quotation."""


def regional_quotes(text: str, marks: Mapping[str, str]) -> str:
    """`text` with the `marks` of a region; an apostrophe, feet and inches stay."""
    found = list(_MARKS.finditer(text)) if marks else []
    if not found:
        return text
    changed = list(text)
    for match in found:
        at, mark = match.start(), match.group()
        if mark in marks and not _is_latin(text, at, mark):
            changed[at] = marks[mark]
    return "".join(changed)


def _is_latin(text: str, at: int, mark: str) -> bool:
    """Whether a closing mark is an apostrophe, or feet or inches after a figure."""
    if mark not in _OPENERS or not at:
        return False
    before, after = text[at - 1], text[at + 1 : at + 2]
    if mark == "’" and _is_letter(before) and _is_letter(after):
        return True
    return bool(_MEASURE.search(text[max(0, at - 4) : at])) and not _is_open(text, at, mark)


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _is_open(text: str, at: int, mark: str) -> bool:
    """Whether an opening mark before `at` still waits for `mark`."""
    return text.rfind(_OPENERS[mark], 0, at) > text.rfind(mark, 0, at)
