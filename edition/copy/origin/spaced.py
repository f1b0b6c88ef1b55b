"""A space after every character, as text recognition and some PDF files give it: taken out.

The whole copy must be set so. A single space inside goes; of two or more one stays, for that is
where the page had white.
"""

from __future__ import annotations

from edition.copy.origin.copyrows import Row, Rows, Undone, text_of
from edition.errors import Confidence, Diagnostic
from edition.patterns import late

_HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "，。、；：！？（）《》〈〉【】〔〕「」『』“”‘’…—·％"
_PAIR = late(f"[{_HAN}](?=([ \u00a0\u3000]?)[{_HAN}])")
_SPACED = late(f"(?<=[{_HAN}{_MARKS}])[ \u00a0\u3000](?=[^ \u00a0\u3000])|"
                     f"(?<=[^ \u00a0\u3000])[ \u00a0\u3000](?=[{_HAN}{_MARKS}])")
_ANY = late(r"(?<=[^\s])[ \u00a0\u3000](?=[^\s])")
_WIDE = late("(?<=\\S)[ \u00a0\u3000]{2,}(?=\\S)")
_BEFORE_MARK = late(f"[{_HAN}]([ \u00a0\u3000]?)[，。、；：？！,.]")
_LEAST = 12
"""spaced pairs of a copy that can be judged"""
_SHARE = 0.5
_LINE = 0.8
_STOP = late("[，。！？；]")


def undo_spaces(rows: Rows, name: str, asked: bool = False) -> Undone | None:
    """The rows without the spaces between all characters; None where not all are spaced so."""
    text = text_of(rows)
    whole = _all_spaced(text, _SHARE) and _marks_spaced(text)
    found: list[Row] = []
    count = first = 0
    for row in rows:
        text = row.text
        if "\t" not in text and (whole or asked or _is_spaced(text)):
            text, gone = _closed(text)
            if gone:
                count += gone
                first = first or row.numbers[0]
        found.append(Row(text, row.numbers))
    if not count:
        return None
    told = Diagnostic(
        "han_spaces_removed", {"count": count}, first,
        text=next(row.text.strip()[:20] for row in rows if row.numbers[0] == first),
        confidence=Confidence.CERTAIN, source=name,
    )
    return Undone(tuple(found), (), "", "", (told,))


def _is_spaced(text: str) -> bool:
    """True for a single line of copy whose characters are nearly all spaced."""
    return _STOP.search(text) is not None and _all_spaced(text, _LINE) and _marks_spaced(text)


def _all_spaced(text: str, share: float) -> bool:
    pairs = _PAIR.findall(text)
    spaced = sum(bool(pair) for pair in pairs)
    return spaced >= _LEAST and spaced >= share * len(pairs)


def _marks_spaced(text: str) -> bool:
    """True when marks too stand apart: lists of names part only the names."""
    marks = _BEFORE_MARK.findall(text)
    return bool(marks) and sum(bool(mark) for mark in marks) >= _SHARE * len(marks)


def _closed(text: str) -> tuple[str, int]:
    """The line without its single spaces, and how many went; its indent stays."""
    tokens = text.split()
    single = sum(len(token) == 1 for token in tokens)
    every = len(tokens) > 3 and single >= 0.9 * len(tokens)
    body = text.lstrip(" \u00a0\u3000")
    indent = text[: len(text) - len(body)]
    text = indent + _WIDE.sub("\n", body.rstrip(" \u00a0"))
    text, gone = (_ANY if every else _SPACED).subn("", text)
    return text.replace("\n", " "), gone
