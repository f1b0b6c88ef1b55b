"""How likely Han characters are as a person's name, and when they are a word sooner."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from edition.trade.names import COMMON_SURNAMES, DOUBLE_SURNAMES, SURNAMES
from edition.trade.signing import signwords
from edition.trade.signing.reportplaces import PLACES
from edition.trade.words import tagged

NAME, SHORT, STRANGE = 1.0, 1.3, 2.6
"""prices of a name of three characters, of two, and of one without a known surname"""
_RARE, _TWO_SURNAMES = 0.6, 2.4


@lru_cache(maxsize=8192)
def price_of(name: str) -> float | None:
    """How unlikely Han characters are as a name; None for what has no surname."""
    if name in signwords.NEVER or signwords.NO_NAME.fullmatch(name):
        return None
    rare = 0.0 if name[0] in COMMON_SURNAMES else _RARE
    if name.startswith(DOUBLE_SURNAMES) and len(name) > 2:
        return NAME
    if name[0] not in SURNAMES:
        return None
    if len(name) == 2:
        return SHORT + rare
    if len(name) == 3:
        return NAME + rare
    if name[1] not in SURNAMES or _is_words(name):
        return None
    return _TWO_SURNAMES + rare + (0.0 if name[1] in COMMON_SURNAMES else _RARE)


@lru_cache(maxsize=4096)
def is_strange_name(name: str) -> bool:
    """True for a pen name or a name of any people: characters that make no common word."""
    if name in signwords.NEVER or len(name) > 4:
        return False
    if signwords.NO_NAME.fullmatch(name) or signwords.NO_PEN_NAME.fullmatch(name):
        return False
    parts = tagged(name)
    if len(parts) == 1:
        return parts[0][1] in ("nr", "nrt", "nz", "x", "c")
    return not _is_words(name) and not any(flag in _GRAMMAR for _, flag in parts)


_GRAMMAR = ("u", "uj", "ul", "uz", "uv", "p", "c", "m", "r", "ud", "ug", "q", "f", "y")
"""Parts of speech that stand in no pen name of unknown surname."""


def _is_words(name: str) -> bool:
    """True for characters that are words of the language, two or more to a word, and no names."""
    parts = tagged(name)
    if any(flag in ("nr", "nrt") for _, flag in parts):
        return False
    return all(len(word) > 1 for word, _ in parts) or any(len(word) > 2 for word, _ in parts)


def is_common_word(name: str) -> bool:
    """True for two to four characters that are words sooner than a name."""
    if name in PLACES:
        return True
    parts = tagged(name)
    if len(name) == 4 and not name.startswith(DOUBLE_SURNAMES):
        common = name[0] in COMMON_SURNAMES and name[1] in COMMON_SURNAMES
        return not common or len(parts[0][0]) > 2 or _is_words(name)
    if len(name) == 3 and len(parts) == 2 and len(parts[0][0]) == 2:
        return parts[0][1] in _NO_BEGINNING
    if len(parts) != 1 or parts[0][1] in ("x", "ns", "nz"):
        return False
    known = name[0] in COMMON_SURNAMES or len(name) == 3
    return not (parts[0][1] in ("nr", "nrt") and known)


_NO_BEGINNING = ("a", "ad", "v", "d", "c", "t", "m", "f", "p", "r")
"""Parts of speech of two characters that begin no name of three."""


def is_sentence(names: Sequence[str]) -> bool:
    """True for names run together that are a sentence sooner: a word lies across their seam."""
    seams, at = set(accumulate(map(len, names))), 0
    for word, flag in tagged("".join(names)):
        if flag not in ("nr", "nrt", "x") and any(at < seam < at + len(word) for seam in seams):
            return True
        at += len(word)
    return False
