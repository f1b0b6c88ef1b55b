"""Characters that nobody sees: taken out where they mean nothing, left where a script needs them.

Joiners hold emoji and the letters of Arabic and Indic scripts together, marks of direction guide
Arabic and Hebrew, the zero-width space parts the words of Thai and its neighbours.
"""

from __future__ import annotations

import re
from collections import Counter

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164"
    "\uffa0\ufff0-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
_JOINED = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1980-\u1cff\ua800-\uabff\ufb50-\ufdff"
    "\ufe70-\ufefe\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
"""Letters of scripts that join, or whose syllables joiners shape."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1980-\u19df\ua9e0-\uaa7f]")
"""Scripts without spaces between words, where U+200B parts them."""
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_MONGOLIAN = re.compile("[\u1800-\u18af]")
_EMOJI = re.compile(
    "[\u203c\u2049\u20e3\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2934-\u2b55\u3030\ufe0f"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)
_FLAG = "\U0001f3f4"


def settle_invisible(text: str) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    """`text` without them, and for each kind taken out its character, line and count.

    A soft hyphen that ends a line inside a word stays: it says that the word goes on.
    """
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    parts: list[str] = []
    begin = line = seen = 0
    for found in INVISIBLE.finditer(text):
        at = found.start()
        if _meant(text, at):
            continue
        parts.append(text[begin:at])
        begin = at + 1
        line += text.count("\n", seen, at)
        seen = at
        counts[text[at]] += 1
        first.setdefault(text[at], line + 1)
    if not counts:
        return text, ()
    parts.append(text[begin:])
    settled = "".join(parts)
    return settled, tuple((sign, first[sign], count) for sign, count in counts.items())


def _meant(text: str, at: int) -> bool:
    """True where the character at `at` does something for its neighbours."""
    sign = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    beside = before + after
    match sign:
        case "\u200d":
            emoji = _EMOJI.match(before) and _EMOJI.match(after)
            return bool(emoji or _JOINED.search(beside))
        case "\u200c":
            return bool(_JOINED.search(beside))
        case "\u200e" | "\u200f" | "\u061c":
            return bool(_RIGHT_TO_LEFT.search(beside))
        case "\u200b":
            return bool(_UNSPACED.match(before) and _UNSPACED.match(after))
        case "\u00ad":
            return after == "\n" and before.isascii() and before.isalpha()
        case "\u115f" | "\u1160" | "\u3164" | "\uffa0":
            return bool(_HANGUL.search(beside))
    if "\u180b" <= sign <= "\u180e":
        return bool(_MONGOLIAN.search(beside))
    return sign >= "\U000e0020" and bool(_EMOJI.match(before)) and _FLAG in text[max(0, at - 12):at]


def sign_name(sign: str) -> str:
    """How a remark calls the character: `U+200B`."""
    return f"U+{ord(sign):04X}"
