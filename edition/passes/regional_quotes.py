"""Quotation marks of the regions: character by character, never by pairing (RG2).

Real copy loses marks; a pairing algorithm breaks on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from edition.passes.script.onetext import with_put

_OPENERS = {"”": "“", "’": "‘"}
_CLOSED_LATIN = re.compile("[0-9A-Za-z][”’]")
_MEASURE = re.compile(r"(?<![0-9])[0-9]{1,3}$")
"""The figure of a length; four digits are a year that closes a quotation."""


def regional_quotes(text: str, marks: Mapping[str, str]) -> str:
    """`text` with the `marks` of a region; an apostrophe, feet and inches stay.

    Each line of the text is one by itself.
    """
    changed = text
    for mark, regional in marks.items():
        changed = changed.replace(mark, regional)
    if changed == text:
        return text
    closed = [found.end() - 1 for found in _CLOSED_LATIN.finditer(text)]
    kept = {at: text[at] for at in closed if text[at] in marks and _is_latin(text, at, text[at])}
    return with_put(changed, kept)


def _is_latin(text: str, at: int, mark: str) -> bool:
    """Whether a closing mark behind a letter or a figure is an apostrophe, or feet or inches."""
    if mark == "’" and _is_letter(text[at - 1]) and _is_letter(text[at + 1:at + 2]):
        return True
    return bool(_MEASURE.search(text[max(0, at - 4):at])) and not _is_open(text, at, mark)


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _is_open(text: str, at: int, mark: str) -> bool:
    """Whether an opening mark before `at` still waits for `mark`."""
    begun = text.rfind("\n", 0, at) + 1
    return text.rfind(_OPENERS[mark], begun, at) > text.rfind(mark, begun, at)
