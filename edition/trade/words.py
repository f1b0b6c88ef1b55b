"""Chinese words by jieba's dictionary alone, so that the same text gives the same.

The words are those jieba itself cuts with its hidden-Markov guesser off, which invents words
across a seam; none of its code runs. Of the dictionary only those entries are read that begin with
a character of the text: a page knows a fiftieth of them, and is not to wait for the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from edition.libraries import folder_of

_SEAM = 4
_PAIR = 2
_FIELDS = 3
"""of a line of the dictionary: word, frequency, part of speech"""
_TOTAL = 60_101_967
"""all frequencies of the dictionary of jieba 0.42.1 together"""
_FIRST_SORTED = "\n一 ".encode()
"""From here on the lines stand in the order of their first characters; above, in none."""
_STEP = 4096
"""bytes of the dictionary between two marks"""
_LONGEST = 4
"""bytes of a character"""


class _Dictionary(NamedTuple):
    strays: dict[str, list[str]]
    """first character → its fields in the lines above, which stand in no order"""
    lines: bytes
    """in the order of their first characters, from the line end above the first"""
    places: tuple[int, ...]
    """every so many bytes one line, as the place of the line end above it"""
    marks: tuple[bytes, ...]
    """how those lines begin"""


class _Entries(NamedTuple):
    """What begins with one character."""

    worths: dict[str, float]
    """word → the logarithm of its share of all words; 0 for a mere beginning of a word"""
    listed: list[str]
    flags: list[str]
    """parts of speech, of the words as they are listed"""


class _Worths(dict[str, float]):
    """A frequency, as it is written in the dictionary → the logarithm of its share of them all."""

    def __missing__(self, weight: str) -> float:
        worth = self[weight] = log(int(weight)) - log(_TOTAL)
        return worth


_WORTHS = _Worths()


@lru_cache(maxsize=1)
def _dictionary() -> _Dictionary:
    data = (folder_of("jieba") / "dict.txt").read_bytes()
    border = data.index(_FIRST_SORTED)
    lines = data[border:]
    last = lines.rindex(b"\n")
    places = tuple(lines.index(b"\n", at) for at in range(0, last, _STEP))
    marks = tuple(lines[place + 1:place + 1 + _LONGEST] for place in places)
    strays: dict[str, list[str]] = {}
    for line in data[:border].decode().splitlines():
        strays.setdefault(line[0], []).extend(line.split())
    return _Dictionary(strays, lines, (*places, last), marks)


@cache
def _entries(first: str) -> _Entries:
    """The entries that begin with a character; at most the dictionary is kept."""
    fields = [*_dictionary().strays.get(first, ()), *_sorted_lines(first).split()]
    listed = fields[0::_FIELDS]
    known = _WORTHS
    worths = {
        word: known[weight] for word, weight in zip(listed, fields[1::_FIELDS], strict=True)
    }
    if listed:
        worths.setdefault(first, 0.0)
    for word in listed:
        if len(word) > _PAIR:
            while (word := word[:-1]) not in worths:
                worths[word] = 0.0
    return _Entries(worths, listed, fields[2::_FIELDS])


@cache
def _flags(first: str) -> dict[str, str]:
    """The part of speech of each word that begins with a character."""
    entries = _entries(first)
    return dict(zip(entries.listed, entries.flags, strict=True))


def _sorted_lines(first: str) -> str:
    """The lines in order that begin with a character; empty where there are none."""
    _, lines, places, marks = _dictionary()
    key = first.encode(errors="surrogatepass")
    low = places[max(bisect_left(marks, key) - 1, 0)]
    high = places[bisect_left(marks, key + b"\xff")]
    begin = lines.find(b"\n" + key, low, high)
    if begin < 0:
        return ""
    last = lines.rfind(b"\n" + key, begin, high)
    return lines[begin:lines.index(b"\n", last + 1)].decode()


_HELD = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
"""what jieba looks up; all else stands for itself, character by character"""
_APART = re.compile(r"\r\n|.", re.DOTALL)
_LETTER = re.compile(r"[a-zA-Z0-9]")
_LATIN = re.compile(r"[0-9A-Za-z.+%]+")


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of `text`; joined they are `text` again."""
    found: list[str] = []
    for count, piece in enumerate(_HELD.split(text)):
        found += _latin_joined(_likeliest(piece)) if count % 2 else _APART.findall(piece)
    return tuple(found)


def _likeliest(piece: str) -> Iterator[str]:
    """The words of a piece that together are the likeliest; of two ways, that of longer words."""
    size = len(piece)
    worth = [0.0] * (size + 1)
    ends = [0] * size
    for at in reversed(range(size)):
        worth[at], ends[at] = max(
            (own + worth[end], end) for own, end in _beginning_at(piece, at)
        )
    at = 0
    while at < size:
        yield piece[at:ends[at]]
        at = ends[at]


def worths_of(first: str) -> dict[str, float]:
    """The logarithm of each word's share that begins with a character; 0 for a mere beginning."""
    return _entries(first).worths


def worth_of(word: str) -> float:
    """The logarithm of a word's share of all words; 0 for what is no word."""
    return worths_of(word[0]).get(word, 0.0)


def flag_of(word: str) -> str:
    """A word's part of speech; empty for what is no word."""
    return _flags(word[0]).get(word, "")


NO_WORD = -log(_TOTAL)
"""worth of a character that is no word"""


def _beginning_at(piece: str, at: int) -> Iterator[tuple[float, int]]:
    """Worth and end of every word that begins there; of the character alone, if there is none."""
    worths = worths_of(piece[at])
    none = True
    for end in range(at + 1, len(piece) + 1):
        worth = worths.get(piece[at:end])
        if worth is None:
            break
        if worth:
            none = False
            yield worth, end
    if none:
        yield NO_WORD, at + 1


def _latin_joined(cut: Iterable[str]) -> Iterator[str]:
    """The words, Latin letters and figures that stand alone side by side put together."""
    run = ""
    for word in cut:
        if len(word) == 1 and _LETTER.match(word):
            run += word
            continue
        if run:
            yield run
            run = ""
        yield word
    if run:
        yield run


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of `text`, each with its part of speech in jieba's letters (n, v, p, m …).

    Latin and figures are `eng`, and what else the dictionary does not hold `x`.
    """
    return tuple((word, _flags(word[0]).get(word) or _shape(word)) for word in words(text))


def _shape(word: str) -> str:
    return "eng" if word.isascii() and any(map(str.isalnum, word)) else "x"


def spans_word(left: str, right: str) -> bool:
    """True when a dictionary word runs across the seam between `left` and `right`."""
    before, after = left[-_SEAM:], right[:_SEAM]
    at = 0
    for word in words(before + after):
        if at < len(before) < at + len(word):
            return _LATIN.fullmatch(word) is None
        at += len(word)
    return False


def joined_heading(lines: Sequence[str]) -> str:
    """The lines of one part of a heading as one: a word runs on, all else is parted by a blank."""
    whole = ""
    for line in lines:
        seam = "" if not whole or spans_word(whole, line) else "\u3000"
        whole = f"{whole}{seam}{line}"
    return whole
