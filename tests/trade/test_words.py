"""Words and parts of speech are those jieba itself gives."""

from __future__ import annotations

from math import log
from random import Random

import jieba
import jieba.posseg
import pytest

from edition.trade import words

SENTENCES = (
    "赣州之窗讯：12月3日，3.5%的村民+干部共200余人到东渡镇码头上来看。",
    "记者张三 Apple 公司 A4 纸 CCTV-1",
    "把酒问青天，不知天上宫阙，今夕是何年。",
    "（通讯员　范小丽）",
    "",
)


@pytest.fixture(scope="module")
def plain() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as source:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(source)
    tokenizer.initialized = True
    return tokenizer


def test_the_dictionary_is_the_one_jieba_makes(plain: jieba.Tokenizer) -> None:
    read: dict[str, float] = {}
    for first in {word[0] for word in plain.FREQ}:
        read |= words.worths_of(first)
    whole = log(plain.total)
    wanted = {word: log(weight) - whole if weight else 0 for word, weight in plain.FREQ.items()}
    assert (read == wanted, words._TOTAL) == (True, plain.total)


def test_words_are_cut_where_jieba_cuts_them(plain: jieba.Tokenizer) -> None:
    draw = Random(7)
    known = sorted(plain.FREQ)
    others = "，。　 aB1.+%-#&_γ○𠀀\t\n"
    for _ in range(2000):
        text = "".join(
            draw.choice(others if draw.random() < 0.3 else known)
            for _ in range(draw.randrange(12))
        )
        assert words.words(text) == tuple(plain.cut(text, HMM=False))


def test_a_tagged_word_has_the_flag_jieba_gives_it(plain: jieba.Tokenizer) -> None:
    tagger = jieba.posseg.POSTokenizer(plain)
    for sentence in SENTENCES:
        theirs = tuple((pair.word, pair.flag) for pair in tagger.cut(sentence, HMM=False))
        assert words.tagged(sentence) == theirs


@pytest.mark.parametrize("left, right, spans", [("我们", "都好", False), ("新闻记", "者说", True),
                                               ("on App", "le", False)])
def test_a_word_may_run_across_a_seam(left: str, right: str, spans: bool) -> None:
    assert words.spans_word(left, right) is spans
