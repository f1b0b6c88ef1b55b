"""A headline that was mended since an entry named its story: known again by its likeness."""

from __future__ import annotations

from difflib import SequenceMatcher

from edition.copy.clean import unspaced

LEAST, ALIKE = 4, 0.7
"""characters of a headline that can be known again, and how much of two that are the same story's
must be alike"""


def is_near(wanted: str, headline: str) -> bool:
    """True where one headline may be the other, mended in a few characters."""
    old, new = unspaced(wanted), unspaced(headline)
    if min(len(old), len(new)) < LEAST:
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE
