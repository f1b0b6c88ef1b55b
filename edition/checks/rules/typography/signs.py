"""Classes of signs the rules of composition speak of."""

from __future__ import annotations

from edition.checks.sight.seen_lines import OPENERS

CLOSERS = frozenset("”’」』）》〉】〗〕］｝")
STOPS = frozenset("、，。．：；！？")
BRACKETS = OPENERS | CLOSERS
MARKS = BRACKETS | STOPS
NOT_FIRST = CLOSERS | STOPS | frozenset("‼⁇⁈⁉～–·・‧/／")
SUFFIXES = frozenset("%％‰‱°℃℉′″")
PREFIXES = frozenset("￥¥$£€¢+−±")


def is_han(char: str) -> bool:
    """True for an ideograph, 〇 and 々."""
    return "\u3400" <= char <= "\u9fff" or char in "〇々" or "\U00020000" <= char <= "\U0003ffff"


def is_latin(char: str) -> bool:
    """True for a letter or digit below the scripts of East Asia; ① and Ⅳ are set as Chinese."""
    return char.isalnum() and char < "\u2e80" and not "\u2160" <= char <= "\u24ff"
