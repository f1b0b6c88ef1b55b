"""The door of jieba: Chinese words, by dictionary alone, so that the same text gives the same.

The hidden-Markov guesser is off: it invents words across a seam.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from edition.libraries import own, run, seeing, shell, unheard

if TYPE_CHECKING:
    import jieba

_SEAM = 4
_FIELDS = 3
"""of a line of the dictionary: word, frequency, part of speech"""


class _Dictionary(NamedTuple):
    tokenizer: jieba.Tokenizer
    flags: dict[str, str]
    """word → its part of speech"""


@lru_cache(maxsize=1)
def _dictionary() -> _Dictionary:
    """jieba's dictionary, read once for words and parts of speech; no cache file is touched.

    The tokenizer asks for every beginning of a word too: those that are no words weigh nothing.
    """
    jieba: Any = import_module(own("jieba", _quiet))
    entries = files(jieba).joinpath(jieba.DEFAULT_DICT_NAME).read_text(encoding="utf-8").split()
    listed, flags = entries[0::_FIELDS], entries[2::_FIELDS]
    counts = list(map(int, entries[1::_FIELDS]))
    weights = dict(zip(listed, counts, strict=True))
    for part in _beginnings(listed):
        weights.setdefault(part, 0)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = weights
    tokenizer.total = sum(counts)
    tokenizer.initialized = True
    return _Dictionary(tokenizer, dict(zip(listed, flags, strict=True)))


def _quiet(name: str) -> None:
    """jieba sets up a logger that writes to the screen, and loads a slow library it needs not."""
    basics = shell(f"{name}._compat")
    loggers = SimpleNamespace(
        getLogger=unheard, StreamHandler=logging.StreamHandler, DEBUG=logging.DEBUG
    )
    seeing(basics, {"logging": loggers, "pkg_resources": None})
    run(basics)


def _beginnings(listed: Iterable[str]) -> set[str]:
    """Every beginning of every word, shorter than the word."""
    found: set[str] = set()
    fresh: Iterable[str] = listed
    while fresh := {word[:-1] for word in fresh if len(word) > 1} - found:
        found |= fresh
    return found


_LATIN = re.compile(r"[0-9A-Za-z.+%]+")


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of `text`; joined they are `text` again."""
    return tuple(_dictionary().tokenizer.cut(text, HMM=False))


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of `text`, each with its part of speech in jieba's letters (n, v, p, m …).

    Latin and figures are `eng`, and what else the dictionary does not hold `x`.
    """
    flags = _dictionary().flags
    return tuple((word, flags.get(word) or _shape(word)) for word in words(text))


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
