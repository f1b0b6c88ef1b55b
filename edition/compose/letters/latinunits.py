"""From runs to units in a press of Latin letters: words between spaces, cut at hyphens.

Quotation marks, dashes and … are letters of their word there, at their own advance, and no cell
of the Chinese grid. What is Chinese keeps its cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from edition.compose.classes import CharClass
from edition.compose.gaps import WORD, Gap
from edition.compose.units import Advance, Hyphenate, Unit
from edition.model import Run, Runs
from edition.patterns import late

_PROPORTIONAL = frozenset("“”‘’—–…·")
"""what a Chinese face draws a whole em wide unless it is asked for its proportional forms"""
_PARTS = late("(?P<space>[ \u00a0\u202f\u2009\t]+)|(?P<wide>[\u2e80-\U000e007f]+)"
                    "|(?P<word>[^ \u00a0\u202f\u2009\t\u2e80-\U000e007f]+)")
_LETTERS = late(r"[^\W\d_]{6,}", re.UNICODE)
_AFTER = frozenset("-–—/")
"""signs inside a word after which a line may end"""
_OPENING, _CLOSING = frozenset("«‹("), frozenset("»›):;!?%")
"""marks that keep to what follows, and to what goes before, over a space too"""
_CURRENCIES = frozenset("€$£¥")
"""signs that keep to their number over a space: 2,40 €, € 2.40"""
_LONGEST = 200
"""characters of a word in which hyphens are looked for"""
WORD_SLACK, WORD_ROOM, RAGGED_ROOM = 0.06, 0.2, 0.6
"""em by which a word space may shrink, stretch before all else does, and does as lines are priced
that are ranged left"""
HYPHEN = 6.0
"""price of a hyphen: Latin copy has many words that could take one"""

Cells = Callable[[Run, int], Iterator[Unit]]
"""(stretch of Chinese, number of its run) → its units"""


def latin_units(
    runs: Runs, tag: str, advance: Advance, hyphenate: Hyphenate, cells: Cells
) -> tuple[Unit, ...]:
    """Split `runs` into units; every character is in exactly one unit or its `space`."""
    found: list[Unit] = []
    for number, run in enumerate(runs):
        for part in _PARTS.finditer(run.text):
            text = part.group()
            if part.lastgroup == "space":
                _spaced(found, text, number, run, advance)
            elif part.lastgroup == "wide":
                found.extend(cells(replace(run, text=text), number))
            else:
                told = replace(run, lang=run.lang or tag)
                found.extend(_word(text, number, told, advance, hyphenate))
    return tuple(_joined(found))


def _spaced(
    found: list[Unit], text: str, number: int, run: Run, advance: Advance
) -> None:
    if found:
        blank = advance(" ", False, False, run.marks)
        found[-1] = replace(found[-1], space=found[-1].space + text, space_advance=blank)
        return
    widths = tuple(advance(c, False, False, run.marks) for c in text)
    found.append(Unit(text, CharClass.SPACE, 0, sum(widths), 0, 0, widths, number))


def _word(
    text: str, number: int, run: Run, advance: Advance, hyphenate: Hyphenate
) -> Iterator[Unit]:
    """The pieces of one word, each but the last with the price of ending a line after it."""
    cuts: dict[int, bool] = {}
    if len(text) <= _LONGEST:
        for word in _LETTERS.finditer(text):
            if not word.group().isupper():
                cuts |= {word.start() + at: True
                         for at in hyphenate(word.group(), run.lang)}
    for at in range(1, len(text)):
        if text[at - 1] in _AFTER and text[at].isalpha():
            cuts[at] = False
    edges = [0, *sorted(cuts), len(text)]
    for start, end in pairwise(edges):
        piece = text[start:end]
        narrow = not _PROPORTIONAL.isdisjoint(piece)
        widths = tuple(advance(c, False, narrow, run.marks) for c in piece)
        yield Unit(
            piece, CharClass.WESTERN, 0.0, sum(widths), 0.0, 0.0, widths, number,
            price=HYPHEN if end < len(text) else 0.0, hyphen=cuts.get(end, False),
            number=piece[-1].isdigit(), narrow=narrow, glue=end == len(text),
        )


def _joined(found: list[Unit]) -> Iterator[Unit]:
    """The units, glued to what follows where neither a space nor a cut lies between."""
    for at, unit in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        bound = "\u00a0" in unit.space or "\u202f" in unit.space
        if unit.kind is not CharClass.WESTERN or after is None:
            yield replace(unit, glue=False)
            continue
        inner = unit.glue and not unit.space and after.kind is CharClass.WESTERN
        quoted = unit.text[-1] in _OPENING or after.text[0] in _CLOSING
        yield replace(unit, glue=bound or inner or quoted or _is_amount(unit, after))


def _is_amount(unit: Unit, after: Unit) -> bool:
    """True for a number and its currency sign, whichever goes first."""
    figure = after.text[0].isdigit()
    paid = after.text[0] in _CURRENCIES and not after.text[1:2].isdigit()
    return (unit.number and paid) or (unit.text in _CURRENCIES and figure)


def word_gaps(
    found: Sequence[Unit], between: Sequence[Gap], *, justify: bool
) -> tuple[Gap, ...]:
    """The gaps with word spaces that give and take as those of Latin copy do.

    Lines ranged left are never stretched; the room of their spaces says how uneven they may be
    before a word is rather parted.
    """
    room = WORD_ROOM if justify else RAGGED_ROOM
    return tuple(
        gap if not unit.space else replace(
            gap, natural=unit.space_advance * len(unit.space), slack=WORD_SLACK, shrink=WORD,
            room=room, stretch=0,
        )
        for unit, gap in zip(found, between, strict=False)
    )
