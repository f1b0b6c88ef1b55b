"""Classes of signs the rules of composition speak of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from edition.checks.sight.seen_lines import CLOSERS, OPENERS, STOPS

BRACKETS = OPENERS | CLOSERS
MARKS = BRACKETS | STOPS
NOT_FIRST = CLOSERS | STOPS | frozenset("‼⁇⁈⁉～–·・‧/／")
SUFFIXES = frozenset("%％‰‱°℃℉′″")
PREFIXES = frozenset("￥¥$£€¢+−±")


LATIN_NOT_FIRST = frozenset(",.;:!?)]}")
LATIN_NOT_LAST = frozenset("([{¿¡")
QUOTES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"en": ("“‘", "”"), "de": ("„‚", "“‘"), "fr": ("«“", "»”")}
)
"""opening and closing quotation marks by language; where none is told they are not judged, as “
opens in English and closes in German"""
CURRENCIES = frozenset("€$£¥￥")


def not_first(tongue: str) -> frozenset[str]:
    """Signs that open no line in a language; empty for copy in Han characters."""
    return LATIN_NOT_FIRST | set(QUOTES.get(tongue, ("", ""))[1]) if tongue else NOT_FIRST


def not_last(tongue: str) -> frozenset[str]:
    """Signs that end no line in a language; empty for copy in Han characters."""
    return LATIN_NOT_LAST | set(QUOTES.get(tongue, ("", ""))[0]) if tongue else OPENERS


def is_han(char: str) -> bool:
    """True for an ideograph, 〇 and 々."""
    return "\u3400" <= char <= "\u9fff" or char in "〇々" or "\U00020000" <= char <= "\U0003ffff"


def is_latin(char: str) -> bool:
    """True for a letter or digit below the scripts of East Asia; ① and Ⅳ are set as Chinese."""
    return char.isalnum() and char < "\u2e80" and not "\u2160" <= char <= "\u24ff"
