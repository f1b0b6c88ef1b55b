"""Chinese words by jieba's dictionary alone, so that the same text gives the same.

The words are those jieba itself cuts with its hidden-Markov guesser off, which invents words
across a seam; none of its code runs. Of the dictionary only those entries are read that begin as
two characters of the text do: a page knows few of them, and is not to wait for the rest.
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
def worths_of(first: str) -> dict[str, float]:
    """The logarithm of each word's share that begins with a character; 0 for a mere beginning.

    At most the dictionary is kept.
    """
    fields = [*_dictionary().strays.get(first, ()), *_lines(first).split()]
    return _with_beginnings({first: 0.0} if fields else {}, _worths(fields))


def _worths(fields: Sequence[str]) -> dict[str, float]:
    known = _WORTHS
    return {
        word: known[weight]
        for word, weight in zip(fields[0::_FIELDS], fields[1::_FIELDS], strict=True)
    }


def _with_beginnings(begun: dict[str, float], worths: dict[str, float]) -> dict[str, float]:
    """Both together, and every beginning of a word that is none itself."""
    begun |= worths
    for word in worths:
        if len(word) > _PAIR:
            while (word := word[:-1]) not in begun:
                begun[word] = 0.0
    return begun


_FLAGS: dict[str, str] = {}
"""The part of speech of every word that was read; at most the dictionary."""


class _Begun(dict[str, dict[str, float]]):
    """Two characters → the worths of what begins with them, and of its beginnings."""

    def __missing__(self, pair: str) -> dict[str, float]:
        fields = _fields(pair) if len(pair) == _PAIR else []
        found = _with_beginnings({pair: 0.0}, _worths(fields)) if fields else _NONE
        self[pair] = found
        return found


class _Alone(dict[str, float]):
    """A character → its worth as a word; 0 for what is none."""

    def __missing__(self, first: str) -> float:
        found = self[first] = _worths(_fields(first + " ")).get(first, 0.0)
        return found


_NONE: dict[str, float] = {}
_BEGUN, _ALONE = _Begun(), _Alone()


def _fields(opening: str) -> list[str]:
    """The fields of all lines that begin so, with two characters or with one and a blank."""
    listed = _dictionary().strays.get(opening[0], ())
    fields = [
        field for at in range(0, len(listed), _FIELDS)
        if f"{listed[at]} ".startswith(opening) for field in listed[at:at + _FIELDS]
    ]
    fields += _lines(opening).split()
    _FLAGS.update(zip(fields[0::_FIELDS], fields[2::_FIELDS], strict=True))
    return fields


def _lines(opening: str) -> str:
    """The lines in order that begin so, which stand side by side; empty where there are none."""
    low, high = _extent(opening[0])
    lines, key = _dictionary().lines, b"\n" + opening.encode(errors="surrogatepass")
    begin = lines.find(key, low, high)
    if begin < 0:
        return ""
    last = lines.rfind(key, begin, high)
    return lines[begin:lines.index(b"\n", last + 1)].decode()


@cache
def _extent(first: str) -> tuple[int, int]:
    """Where the lines that begin with a character stand; nowhere, as far as they go."""
    _, lines, places, marks = _dictionary()
    key = first.encode(errors="surrogatepass")
    low = places[max(bisect_left(marks, key) - 1, 0)]
    high = places[bisect_left(marks, key + b"\xff")]
    begin = lines.find(b"\n" + key, low, high)
    if begin < 0:
        return 0, 0
    last = lines.rfind(b"\n" + key, begin, high)
    return begin, lines.index(b"\n", last + 1)


_HELD = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
"""what jieba looks up; all else stands for itself, character by character"""
_APART = re.compile(r"\r\n|.", re.DOTALL)
_LETTER = re.compile(r"[a-zA-Z0-9]")
_LATIN = re.compile(r"[0-9A-Za-z.+%]+")


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of `text`; joined they are `text` again."""
    return tuple(word for word, _ in tagged(text))


@lru_cache(maxsize=8192)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of `text`, each with its part of speech in jieba's letters (n, v, p, m …).

    Latin and figures are `eng`, and what else the dictionary does not hold `x`.
    """
    found: list[str] = []
    for count, piece in enumerate(_HELD.split(text)):
        if count % 2:
            cut = _likeliest(piece)
            found += _latin_joined(cut) if _LETTER.search(piece) else cut
        else:
            found += _APART.findall(piece)
    return tuple(map(_TAGGED.__getitem__, found))


class _Tagged(dict[str, tuple[str, str]]):
    """A word with its part of speech, of the dictionary's words one value for all places."""

    def __missing__(self, word: str) -> tuple[str, str]:
        flag = flag_of(word)
        found = (word, flag or _shape(word))
        if flag:
            self[word] = found
        return found


_TAGGED = _Tagged()


def _likeliest(piece: str) -> list[str]:
    """The words of a piece that together are the likeliest; of two ways, that of longer words."""
    size = len(piece)
    worth = [0.0] * (size + 1)
    ends = [0] * size
    begun, alone = _BEGUN, _ALONE
    for at in range(size - 1, -1, -1):
        best, end = NO_WORD, 0
        if own := alone[piece[at]]:
            best, end = own + worth[at + 1], at + 1
        if listed := begun[piece[at:at + 2]]:
            stop = at + 2
            while (some := listed.get(piece[at:stop])) is not None and stop <= size:
                if some and (not end or some + worth[stop] >= best):
                    best, end = some + worth[stop], stop
                stop += 1
        if not end:
            best, end = NO_WORD + worth[at + 1], at + 1
        worth[at], ends[at] = best, end
    found, at = [], 0
    while at < size:
        found.append(piece[at:ends[at]])
        at = ends[at]
    return found


def worth_of(word: str) -> float:
    """The logarithm of a word's share of all words; 0 for what is no word."""
    return _ALONE[word] if len(word) == 1 else _BEGUN[word[:2]].get(word, 0.0)


def flag_of(word: str) -> str:
    """A word's part of speech; empty for what is no word."""
    worth_of(word)
    return _FLAGS.get(word, "")


NO_WORD = -log(_TOTAL)
"""worth of a character that is no word"""


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
