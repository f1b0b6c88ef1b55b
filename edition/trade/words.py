"""The door of jieba: Chinese words, by dictionary alone, so that the same text gives the same.

The hidden-Markov guesser is off: it invents words across a seam.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache

import jieba
import jieba.posseg

_SEAM = 4


@lru_cache(maxsize=1)
def _tokenizer() -> jieba.Tokenizer:
    """A tokenizer whose dictionary is built in memory: no cache file is read or written."""
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as source:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(source)
    tokenizer.initialized = True
    return tokenizer


_LATIN = re.compile(r"[0-9A-Za-z.+%]+")


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of `text`; joined they are `text` again."""
    return tuple(_tokenizer().cut(text, HMM=False))


@lru_cache(maxsize=1)
def _tagger() -> jieba.posseg.POSTokenizer:
    return jieba.posseg.POSTokenizer(_tokenizer())


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of `text`, each with its part of speech in jieba's letters (n, v, p, m …)."""
    return tuple((pair.word, pair.flag) for pair in _tagger().cut(text, HMM=False))


def spans_word(left: str, right: str) -> bool:
    """True when a dictionary word runs across the seam between `left` and `right`."""
    before, after = left[-_SEAM:], right[:_SEAM]
    at = 0
    for word in words(before + after):
        if at < len(before) < at + len(word):
            return _LATIN.fullmatch(word) is None
        at += len(word)
    return False
