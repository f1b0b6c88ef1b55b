"""The manners in which one page may be pasted: seeded variants of a marked page."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import opencc

from bench.train.corpus import MarkedLine, MarkedPage

Lines = Sequence[MarkedLine]
_OPENS = "HKS"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "明华芳丽军伟晓文志强秀英建国海燕玉兰平宁"
_CUT = 40
"""characters of a paragraph that a column may part"""
_NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_SENTENCE = re.compile("[^。“”「」『』（）()]{12,}。")
_CLAUSE = re.compile("[，；：、“”]")
_TOPS = (
    ("清河日报　2014年5月22日　星期四", "第3版　综合新闻"), ("A06 港聞", "2005年3月4日　星期五"),
    ("东川晚报", "社会·城事", "2009年11月2日"), ("（第二版）",), ("海州报　总第1203期　2011.7.8",),
)
_FEET = (
    ("责任编辑：周平　版式：李红",), ("本版编辑 王小川 校对 吴青", "新闻热线：0000-1234567"),
    ("編輯：何國強　美術：陳美儀",), ("上一版　下一版", "返回目录"),
)


def variants(page: MarkedPage, seed: int, count: int) -> Iterator[MarkedPage]:
    """The page as it stands, and in `count` other manners, the same for the same seed."""
    yield page
    chance = random.Random(f"{seed}:{page.name}")
    for number in range(count):
        few = _parted(_brief(_few(page.lines, chance)), chance)
        yield replace(page, name=f"{page.name}~few{number}", lines=tuple(few))
        lines: Lines = page.lines
        for manner in chance.sample(_MANNERS, chance.choice((1, 2))):
            lines = manner(lines, chance)
        yield replace(page, name=f"{page.name}~{number}", lines=tuple(lines))
    tiny = _tiny(page.lines, chance)
    if tiny:
        yield replace(page, name=f"{page.name}~tiny", lines=tuple(_parted(tiny, chance)))


def _tiny(lines: Lines, chance: random.Random) -> Lines:
    """A headline and the last clauses of two paragraphs, as one tries a program; some pages."""
    heads = [line for line in lines if line.letter == "H"]
    copy = [line for line in lines if line.letter == "P" and "。" in line.text]
    if not heads or len(copy) < 2:
        return ()
    clauses = [_CLAUSE.split(line.text.partition("。")[0])[-1] for line in copy]
    short = [clause for clause in clauses if 4 <= len(clause) <= 16]
    if len(short) < 2:
        return ()
    head = chance.choice(heads)
    text = head.text.strip()[: chance.choice((4, 6, 40))]
    said = chance.sample(short, 2)
    return (replace(head, text=text), *(replace(copy[0], text=f"{one}。") for one in said))


def _few(lines: Lines, chance: random.Random) -> Lines:
    """One to three stories that stand together, as most people paste them."""
    starts = [
        at for at, line in enumerate(lines)
        if line.letter in _OPENS and (at == 0 or lines[at - 1].letter not in _OPENS)
    ]
    if not starts:
        return lines
    first = chance.randrange(len(starts))
    ends = [*starts[first + 1 :], len(lines)]
    return lines[starts[first] : ends[min(chance.randrange(3), len(ends) - 1)]]


def _brief(lines: Lines) -> Lines:
    """Paragraphs of one sentence."""
    return [
        replace(line, text=found.group()) if line.letter == "P" and found else line
        for line in lines for found in (_SENTENCE.match(line.text),)
    ]


def _parted(lines: Lines, chance: random.Random) -> Lines:
    """White between all lines, or only, or more of it, above each story."""
    inner = chance.choice((0, 1))
    found, above = [], ""
    for line in lines:
        opens = line.letter in _OPENS and above not in _OPENS
        gap = inner + 1 if opens else inner
        tight = line.letter in "VTI+hxD" and above == line.letter and chance.random() < 0.7
        found.append(replace(line, gap=0 if tight or line.letter == "+" else gap))
        above = line.letter
    return found


def _indented(lines: Lines, chance: random.Random) -> Lines:
    blank = chance.choice(("\u3000\u3000", "    "))
    return [
        replace(line, text=blank + line.text) if line.letter in "PI" else line for line in lines
    ]


def _other_script(lines: Lines, chance: random.Random) -> Lines:
    text = "".join(line.text for line in lines)
    traditional = any(c in text for c in "們這對會時說為國")
    convert = opencc.OpenCC("t2s" if traditional else chance.choice(("s2twp", "s2hk"))).convert
    return [replace(line, text=convert(line.text)) for line in lines]


def _narrow(lines: Lines, chance: random.Random) -> Lines:
    del chance
    return [replace(line, text=line.text.translate(_NARROW)) for line in lines]


def _cut(lines: Lines, chance: random.Random) -> Lines:
    """Some paragraphs cut in two where a column ended, with or without white between."""
    share, gap = chance.choice((0.08, 0.2)), chance.choice((0, 1))
    found: list[MarkedLine] = []
    for line in lines:
        if line.letter != "P" or len(line.text) < _CUT or chance.random() > share:
            found.append(line)
            continue
        at = chance.randint(8, len(line.text) - 6)
        found += [replace(line, text=line.text[:at]), MarkedLine(line.text[at:], "+", gap)]
    return found


def _signed(lines: Lines, chance: random.Random) -> Lines:
    """Every story signed in brackets under its last paragraph, on a line of its own or glued."""
    glued = chance.random() < 0.6
    found: list[MarkedLine] = []
    for at, line in enumerate(lines):
        found.append(line)
        below = lines[at + 1].letter if at + 1 < len(lines) else "H"
        if line.letter not in "P+" or below not in _OPENS or chance.random() < 0.1:
            continue
        names = f"（{' '.join(_name(chance) for _ in range(chance.choice((1, 1, 2))))}）"
        if glued:
            found[-1] = replace(line, text=line.text.rstrip() + names)
        else:
            found.append(MarkedLine(names, "B"))
    return found


def _name(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, chance.choice((1, 2, 2))))


def _furnished(lines: Lines, chance: random.Random) -> Lines:
    """A folio over the page and a line of the desk under it."""
    tops = [MarkedLine(text, "F") for text in chance.choice(_TOPS)]
    feet = [MarkedLine(text, "F") for text in chance.choice(_FEET)]
    return [*tops, *lines, *feet]


_MANNERS: tuple[Callable[[Lines, random.Random], Lines], ...] = (
    _parted, _indented, _other_script, _narrow, _furnished, _cut, _cut, _signed,
)
