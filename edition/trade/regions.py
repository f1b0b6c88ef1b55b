"""Everything that varies by region, in one value: a new region is one more value in `REGIONS`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from edition.errors import WrongUse
from edition.messages.nearest import nearest
from edition.trade.latin_words import ENGLISH_WORDS, FRENCH_WORDS, GERMAN_WORDS
from edition.trade.printed_words import (
    HONG_KONG_WORDS,
    MAINLAND_WORDS,
    TAIWAN_WORDS,
    PrintedWords,
)

Letters = Literal["CN", "TW", "HK"]


@dataclass(frozen=True, slots=True)
class Region:
    """A script and the customs of its press. No field has a default: none can be forgotten."""

    tag: str
    """the language tag of the contract, as `--to`, story JSON and `lang` take it"""
    letters: Letters
    """whose forms of the characters: names the faces of `fonts/fonts.toml`"""
    opencc: str | None
    """OpenCC's config that turns Simplified copy into this script; None leaves it as it came"""
    quotes: Mapping[str, str] = field(hash=False)
    """this region's mark for each quotation mark of Simplified copy; empty keeps them"""
    centred: bool
    """True when 。，、；： stand in the middle of their cells and ！？ never give way (RG1, RG3)"""
    latin: bool
    """True for a press in Latin letters: words are hyphenated, gaps are word spaces"""
    words: PrintedWords
    """what the page and the book say of themselves"""


_CORNERS = MappingProxyType({"“": "「", "”": "」", "‘": "『", "’": "』"})
"""Simplified nesting maps straight to the Traditional one."""

MAINLAND = Region(
    tag="zh-Hans", letters="CN", opencc=None, quotes=MappingProxyType({}), centred=False,
    latin=False, words=MAINLAND_WORDS,
)
# Never s2t, which is no region's standard, nor s2twp, which rewrites news wording.
TAIWAN = Region(
    tag="zh-Hant-TW", letters="TW", opencc="s2tw", quotes=_CORNERS, centred=True, latin=False,
    words=TAIWAN_WORDS,
)
HONG_KONG = Region(
    tag="zh-Hant-HK", letters="HK", opencc="s2hk", quotes=_CORNERS, centred=True, latin=False,
    words=HONG_KONG_WORDS,
)
_LATIN = tuple(
    replace(MAINLAND, tag=tag, latin=True, words=words)
    for tag, words in (("en", ENGLISH_WORDS), ("de", GERMAN_WORDS), ("fr", FRENCH_WORDS))
)
"""Presses in Latin letters; their letters are those of the mainland's faces, or of a pack's own."""
REGIONS: Mapping[str, Region] = MappingProxyType(
    {r.tag: r for r in (MAINLAND, replace(TAIWAN, tag="zh-Hant"), TAIWAN, HONG_KONG, *_LATIN)}
)
"""The regions by language tag."""


LONGEST_TAG = 60
"""characters of a strange tag that are shown"""


def region_of(tag: str) -> Region:
    """The region of a language tag. Raises WrongUse for an unknown tag."""
    try:
        return REGIONS[tag]
    except (KeyError, TypeError):
        tag = str(tag)[:LONGEST_TAG]
        raise WrongUse(
            "unknown_tag", tag=tag, known=tuple(REGIONS), near=nearest(tag, REGIONS)
        ) from None
