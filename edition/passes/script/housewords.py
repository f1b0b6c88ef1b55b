"""The words of the house: its glossary and its variants, for one region.

A key may begin with `tw:` or `hk:` and then holds for that region alone. A key that is Traditional
itself is a variant: the form the house prints for one that the region's table would print.
A key that begins with `@` or `?` (`tw:@钟建国`, `?他折了`) is an editor's answer: it holds for the
person of that name, or where just these words are in doubt, and nowhere else. One that begins
with `~` (`hk:~群`, of a list that the house names) is a variant whatever its script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from edition.passes.script.engines import of_table, simplified
from edition.trade.regions import Region
from edition.walk import Place

PERSON, PLACE = "@", "?"
"""marks of an answer: about a person, about a doubtful place"""
VARIANT = "~"
_PREFIXES = {"tw:": "TW", "hk:": "HK"}


def prefix_of(tag: str) -> str:
    """What a key begins with that holds for the region of a tag alone; empty for a tag of none."""
    prefix = f"{tag.rpartition('-')[2].lower()}:"
    return prefix if prefix in _PREFIXES else ""


@dataclass(frozen=True)
class HouseWords:
    """What the house says of words, for one region."""

    words: Mapping[str, str] = field(default_factory=dict)
    """Simplified word → Traditional, of any length"""
    variants: Mapping[str, str] = field(default_factory=dict)
    """Traditional form → the one the house prints"""
    listed: Mapping[str, str] = field(default_factory=dict)
    """characters among them that a list has, which hold in names too"""
    persons: Mapping[str, str] = field(default_factory=dict)
    """name of a person → its form, as an editor has answered"""
    places: Mapping[str, str] = field(default_factory=dict)
    """words round a doubtful place → their form, as an editor has answered"""
    uneven: tuple[str, ...] = ()
    """Traditional keys whose two forms are not of one length, which are left out"""
    pairs: tuple[tuple[str, str], ...] = ()
    """as they were given, for every region"""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self.variants, key=lambda word: (-len(word), word))
        return re.compile("|".join(map(re.escape, longest)))

    def printed(self, text: str, _: Place = Place.TEXT) -> str:
        """A Traditional text with the variants of the house."""
        if not self.variants:
            return text
        return self._pattern.sub(lambda match: self.variants[match.group()], text)


    def in_names(self, form_of: Callable[[str], str]) -> Callable[[str], str]:
        """The form of a character of a name, with what the lists of the house say of it."""
        table = str.maketrans(dict(self.listed))
        return (lambda text: form_of(text).translate(table)) if table else form_of


def house_words(pairs: tuple[tuple[str, str], ...], region: Region) -> HouseWords:
    """The pairs that hold for a region; of two for one word, that of the region alone."""
    general: dict[str, str] = {}
    own: dict[str, str] = {}
    for key, full in pairs:
        letters, word = _of_region(key)
        if letters is None:
            general.setdefault(word, full)
        elif letters == region.letters:
            own.setdefault(word, full)
    found = {**general, **own}
    persons, places = (_answers(found, mark) for mark in (PERSON, PLACE))
    found = {key: full for key, full in found.items() if not is_answer(key)}
    words = {
        key: full for key, full in found.items()
        if key and full and not _is_variant(key, full, region)
    }
    variants = {
        key.removeprefix(VARIANT): full for key, full in found.items() if key not in words
    }
    listed = {
        key[1:]: full for key, full in found.items()
        if key[:1] == VARIANT and len(key) == 2 and len(full) == 1
    }
    even = {key: full for key, full in variants.items() if key and len(key) == len(full)}
    uneven = tuple(key for key in variants if key not in even)
    return HouseWords(words, even, listed, persons, places, uneven, pairs)


def _is_variant(key: str, full: str, region: Region) -> bool:
    """Whether a key is a Traditional form; 户 and 温 are those of Hong Kong and Simplified too."""
    if key.startswith(VARIANT) or simplified(key) != key:
        return True
    return len(key) == len(full) == 1 and key != full and of_table(region.opencc, full) == key


def _of_region(key: str) -> tuple[str | None, str]:
    """The letters of the region a key holds for, None for every one, and the key without them."""
    letters = _PREFIXES.get(key[:3].lower())
    return letters, key if letters is None else key[3:].strip()


def is_answer(key: str) -> bool:
    """True for the key of an editor's answer, whatever region it holds for."""
    _, word = _of_region(key)
    return len(word) > 1 and word[0] in (PERSON, PLACE)


def _answers(found: Mapping[str, str], mark: str) -> dict[str, str]:
    """What editors have answered about persons, or about places."""
    return {
        key[1:]: full for key, full in found.items()
        if is_answer(key) and key[0] == mark and full
    }
