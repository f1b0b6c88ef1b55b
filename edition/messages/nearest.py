"""The word that was meant, where one that is known lies near."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from edition.messages.texts import Phrase, Value

_NEAR = 0.6
"""how alike two words must be, 0…1, as difflib counts"""
_LONGEST = 60


def nearest_word(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`; empty where none is."""
    if len(word) > _LONGEST:
        return ""
    forms = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), forms, 1, _NEAR)
    return forms[found[0]] if found else ""


def nearest(word: str, known: Iterable[str]) -> Value:
    """“Did you mean …?” as a value of a sentence; empty where nothing known is near."""
    found = nearest_word(word, known)
    return Phrase("did_you_mean", {"word": found}) if found else ""
