"""What is left of a line when its words and its figures are taken for one another."""

from __future__ import annotations

from edition.patterns import late

_COMMAS = late("[、，,]")
_FIGURES = late("[0-9０-９]+|[一二三四五六七八九十百〇○]+(?=[、.．）)])")
_WORDS = late("[A-Za-zＡ-Ｚａ-ｚ]+|[\u3400-\u9fff々]+")
_PLAIN = 32
"""characters of the longest line whose whole pattern is compared"""
_COMMON = "字 ，、,！？!?"
_NAMES, _NAME = 6, 7.0
"""parts and characters a part of a line that is a list of names"""
_OPENER = late("[^\\w\\s“”「」『』‘’（(《]|[（(]?0[）)]?[、.．]?")


def pattern_of(text: str) -> str:
    """What is left of a line when its words and figures are taken for one another.

    基金會編號：A3001 and 基金會編號：A3152 are of one pattern, so are 《明报》 and 《商报》, and
    all long lists of names. Empty for prose; of words alone nothing is left but how many there are.
    """
    bare = _FIGURES.sub("0", text)
    if len(text) > _PLAIN:
        parts = _COMMAS.split(text)
        if len(parts) >= _NAMES and len(text) <= _NAME * len(parts) and "。" not in text[:-1]:
            return "names"
        opener = _OPENER.match(bare)
        return f"{opener.group()}…" if opener else ""
    return _WORDS.sub("字", " ".join(bare.split()))


def is_marked(pattern: str) -> bool:
    """True for a pattern that holds more than words and what parts them in any heading."""
    return any(mark not in _COMMON for mark in pattern)
