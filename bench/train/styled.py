"""Marked pages set in the manners of newsrooms: every line of a page gets a look, with noise.

A manner is drawn for a whole page, as a house has one: what its headlines, kickers, decks,
bylines, crossheads and captions look like beside its text. Some lines miss theirs, some text is
bold, and pictures stand where no caption is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bench.train.corpus import MarkedLine, MarkedPage, with_states
from bench.train.stock import BYLINES, CAPTIONS, DECKS, KICKERS
from edition.readers.labelling.looks import Look, prominence, style_words
from edition.trade.words import words

_SIZES = (10.5, 12.0, 12.0, 14.0, 16.0)
_FACES = ("宋体", "宋体", "仿宋_GB2312", "微软雅黑", "標楷體")
_HEAVY, _KAI = "黑体", "楷体"
_GONE = "FJ"
"""what a page has and a document has not"""
_MISSED = 0.04
"""share of lines without the look of their part"""


@dataclass(frozen=True, slots=True)
class StyledPage:
    """A marked page and the look of each of its lines."""

    lines: tuple[MarkedLine, ...]
    looks: tuple[Look, ...]


def styled_pages(page: MarkedPage, seed: int, count: int) -> Iterator[StyledPage]:
    """The page in `count` manners, the same for the same seed."""
    chance = random.Random(f"{seed}:styled:{page.name}")
    for _ in range(count):
        yield _styled(_stretch(page.lines, chance), chance)


def _stretch(lines: Sequence[MarkedLine], chance: random.Random) -> list[MarkedLine]:
    """A few stories of the page: a document rarely holds a whole page. Bylines may be gone."""
    kept = [line for line in lines if line.letter not in _GONE]
    starts = [
        at for at, line in enumerate(kept)
        if line.letter in "HK" and (at == 0 or kept[at - 1].letter not in "KS")
    ]
    if len(starts) > 1 and chance.random() < 0.8:
        first = chance.randrange(len(starts))
        after = first + chance.choice((1, 1, 1, 2, 4))
        stop = starts[after] if after < len(starts) else len(kept)
        kept = kept[starts[first] : stop]
        while kept and kept[-1].letter in "SK":
            kept.pop()
    inner = chance.choice((None, None, 0))
    kept = list(_filled(kept, chance))
    return with_states(kept if inner is None else [replace(line, gap=inner) for line in kept])


def _filled(lines: Sequence[MarkedLine], chance: random.Random) -> Iterator[MarkedLine]:
    """The lines with kickers, decks, bylines and captions from stock, as often as a house has them.
    """
    shares = [chance.choice((0, 0.2, 0.7)) for _ in range(5)]
    above = ""
    for at, line in enumerate(lines):
        below = lines[at + 1].letter if at + 1 < len(lines) else ""
        headed = line.letter in "Hh" and below in ("P", "I", "V", "X", "C")
        if line.letter == "H" and above not in ("K", "S") and chance.random() < shares[0]:
            yield MarkedLine(chance.choice(KICKERS), "K", line.gap)
            line = replace(line, gap=0)
        split = line.letter == "H" and below != "h" and len(line.text) >= 12
        if split and chance.random() < shares[4] / 2:
            yield from _halves(line, chance)
        else:
            yield line
        if headed and chance.random() < shares[1]:
            yield MarkedLine(chance.choice(DECKS), "D")
        if headed and chance.random() < shares[2]:
            yield MarkedLine(chance.choice(BYLINES), "B")
        if line.letter == "P" and below in ("P", "X") and chance.random() < shares[3] / 4:
            yield MarkedLine(chance.choice(CAPTIONS), "C")
        above = line.letter


def _halves(line: MarkedLine, chance: random.Random) -> Iterator[MarkedLine]:
    """A headline in two lines, parted at a mark or between two words near its middle."""
    text = line.text.strip()
    marks = [at for at, sign in enumerate(text) if sign in "，　 ：" and 3 < at < len(text) - 4]
    ends, at = [], 0
    for word in words(text):
        at += len(word)
        ends.append(at)
    near = [at for at in ends if abs(2 * at - len(text)) <= 8]
    at = chance.choice(marks or near or [len(text) // 2])
    yield replace(line, text=text[:at].strip("，　 "))
    yield MarkedLine(text[at:].strip("，　 "), "h")


def _styled(lines: Sequence[MarkedLine], chance: random.Random) -> StyledPage:
    text = Look(
        size=chance.choice(_SIZES), face=chance.choice(_FACES), indented=chance.random() < 0.6,
        spaced=chance.random() < 0.15,
    )
    manner = _manner(text, chance)
    parted = chance.choice(("page", "ruled", "framed", "", "", "", ""))
    pictures = chance.random() < 0.85
    looks: list[Look] = []
    for at, line in enumerate(lines):
        look = manner.get(line.letter, text)
        if line.letter in manner and chance.random() < _MISSED:
            look = text
        elif line.letter in "pPQ" and chance.random() < (0.08 if line.letter == "p" else 0.02):
            look = replace(look, bold=True)
        first = at == 0 or lines[at - 1].letter not in "KS"
        opens = line.letter in "HK" and first and (at > 0 or parted == "framed")
        if opens and parted:
            look = replace(
                look, opens=parted in ("page", "framed"), ruled=parted == "ruled",
                framed=parted == "framed",
            )
        shown = pictures if line.letter == "C" else chance.random() < 0.04
        looks.append(replace(look, pictured=shown and at > 0 and line.letter not in "HhKDRxX"))
    return StyledPage(tuple(lines), tuple(looks))


def as_words(page: StyledPage) -> list[tuple[str, ...]]:
    """The looks in the words that the labeller is told."""
    return style_words(page.looks, [line.text.strip() for line in page.lines])


def _manner(text: Look, chance: random.Random) -> dict[str, Look]:
    """What each part looks like in one house. Headlines stand out most."""
    for _ in range(50):
        head, cross = _head(text, chance), _crosshead(text, chance)
        over, under = _weight(head, text), _weight(cross, text)
        if over > under > 0 or (over >= under and chance.random() < 0.3):
            break
    middle = head.aligned
    kicker = text if chance.random() < 0.1 else _lesser(head, text, chance)
    deck = replace(_lesser(head, text, chance), italic=chance.random() < 0.1)
    small = text.size - chance.choice((0, 0, 1.5, 1.5, 2, 3))
    grey = chance.choice(("", "", "808080"))
    caption = replace(
        text, size=small, aligned=chance.choice(("center", "center", "", "right")), colour=grey,
        face=chance.choice((text.face, _KAI)), italic=chance.random() < 0.1,
        indented=chance.random() < 0.2, spaced=False,
    )
    over_text = replace(
        text, aligned=chance.choice((middle, middle, "right", "")), indented=False,
        face=chance.choice((text.face, _KAI)), size=text.size - chance.choice((0, 0, 1.5)),
        colour=chance.choice(("", "", "666666")), bold=chance.random() < 0.1,
    )
    under_text = replace(text, aligned=chance.choice(("", "right", "right")),
                         face=chance.choice((text.face, text.face, _KAI)))
    signed = replace(text, aligned="right")
    section = replace(head, size=head.size + 2, colour=chance.choice(("", "C00000")))
    return {
        "H": head, "h": head, "K": kicker, "D": deck, "X": cross, "x": cross, "C": caption,
        "R": caption, "b": over_text, "B": under_text, "G": signed, "S": section,
    }


def _weight(look: Look, text: Look) -> float:
    return prominence(style_words([text, look], ["一二三。", "一"])[1])


def _head(text: Look, chance: random.Random) -> Look:
    found = replace(
        text, size=text.size * chance.choice((1, 1, 1.15, 1.34, 1.34, 1.5, 1.8, 2.1)),
        bold=chance.random() < 0.65, aligned=chance.choice(("", "center", "center")),
        face=chance.choice((text.face, text.face, _HEAVY, "方正小标宋简体")), indented=False,
        colour="C00000" if chance.random() < 0.12 else "", spaced=chance.random() < 0.25,
    )
    if _weight(found, text) <= 0:
        return replace(found, bold=True)
    return found


def _crosshead(text: Look, chance: random.Random) -> Look:
    if chance.random() < 0.18:
        return text
    return replace(
        text, bold=chance.random() < 0.75, face=chance.choice((text.face, text.face, _HEAVY)),
        aligned="center" if chance.random() < 0.25 else "",
        size=text.size * chance.choice((1, 1, 1, 1, 1.1, 1.17, 1.34)),
        colour="1F4E79" if chance.random() < 0.1 else "",
        indented=text.indented and chance.random() < 0.6, spaced=chance.random() < 0.2,
    )


def _lesser(head: Look, text: Look, chance: random.Random) -> Look:
    """A kicker or a deck: where the headline stands, and less than it."""
    return replace(
        text, aligned=head.aligned, indented=False,
        size=min(head.size, text.size * chance.choice((1, 1, 1.15, 1.34))),
        bold=head.bold and chance.random() < 0.25, spaced=False,
        face=chance.choice((text.face, text.face, _KAI, _KAI, _HEAVY)),
        colour=chance.choice((head.colour, "", "", "808080")),
        underlined=chance.random() < 0.05,
    )


