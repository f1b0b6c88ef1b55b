"""Heads and labels of the book: where their lines may end, what they are called in short.

A reader's screen has any width, so that a headline is not broken here: it is given as parts that
hold together, from the same prices as on the page, and the screen breaks between them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from edition.compose.classes import (
    NOT_AT_END,
    NOT_AT_START,
    PREFIXES,
    SUFFIXES,
    CharClass,
    kind_of,
)
from edition.compose.heading import boundaries, in_dictionary
from edition.copy.wording import solid
from edition.model import Crosshead, Paragraph, Story, block_text, plain
from edition.trade.regions import region_of

Phrases = tuple[tuple[str, ...], ...]
"""The halves of a head, parted by a space of the copy, each as pieces that hold together."""

TORN = 6.0
"""price from which a line does not end there: inside a compound, a number and what it counts"""
LABEL = 40
"""characters of a headline that a label keeps"""
TURN = 24
"""and a link to the story before or after"""
EXCERPT = 60
"""characters of a story in the contents"""
LONG_HEADS = ((60, "longest"), (36, "longer"), (20, "long"))
"""characters beyond which a headline is set a step smaller"""
_HALVES = re.compile("(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])")
_SENTENCE = re.compile("[^。！？!?]*[。！？!?][”’」』）)]*")
_WESTERN_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_NEVER_OPENS, _NEVER_ENDS = frozenset("…—,.;:!?)]}"), frozenset("([{")
"""beside the marks of Chinese: a dash of two is one, and stands behind what it follows"""
_BRACKETS = "（）()【】[]〔〕［］ \u3000"
_JOINS = re.compile("[\u0300-\u036f\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""what belongs to the character before it"""


@lru_cache(maxsize=4096)
def phrases(text: str, language: str, as_read: str | None = None) -> Phrases:
    """The parts of a head between which a line may end; none where words are parted by spaces.

    `as_read` is the same head in the script its words are known in.
    """
    region = region_of(language)
    if region.latin or not _HAN.search(text):
        return ()
    known = as_read if as_read and len(as_read) == len(text) else text
    if known is text and region.centred:
        known = in_dictionary(text)
    if len(known) != len(text):
        return ()
    ends = _ends(known, text)
    found: list[tuple[str, ...]] = []
    for first, last in _halves(text):
        cuts = [at for at in ends if first < at < last]
        found.append(tuple(text[a:b] for a, b in pairwise((first, *cuts, last))))
    return tuple(found)


def _ends(known: str, text: str) -> list[int]:
    """Where a line of `text` may end: not inside a word of `known`, which is as long, and not where
    the rules of composition forbid it, for a screen does what it is told."""
    return [
        at for at, price in sorted(boundaries(known).items())
        if 0 < at < len(text) and price < TORN and _parts(text[at - 1], text[at])
        and not _is_bare_dash(text[:at])
    ]


def _is_bare_dash(line: str) -> bool:
    """True where a dash that opens a head, or a part of it, would be left alone."""
    rest = line.rstrip("—")
    return rest != line and (not rest or rest[-1].isspace())


def _parts(before: str, after: str) -> bool:
    """True where a line may end between two characters (LB1, LB2, LB5)."""
    ending, opening = kind_of(before), kind_of(after)
    return not (
        opening in NOT_AT_START or ending in NOT_AT_END
        or after in SUFFIXES or before in PREFIXES
        or after in _NEVER_OPENS or before in _NEVER_ENDS
        or ending is opening is CharClass.WESTERN
    )


def _halves(text: str) -> list[tuple[int, int]]:
    spaces = [found.start() for found in _HALVES.finditer(text)]
    return list(zip((0, *(at + 1 for at in spaces)), (*spaces, len(text)), strict=True))


def step_of(headline: str) -> str:
    """The class of a long headline; empty for one that is not."""
    return next((name for most, name in LONG_HEADS if len(headline) > most), "")


def shortened(text: str, most: int = LABEL) -> str:
    """A text as a label: at most so many characters, cut where a line might end."""
    if len(text) <= most:
        return text
    cut = most - 1
    while cut > 1 and _JOINS.match(text[cut]):
        cut -= 1
    head = text[: 2 * most]
    at = max((end for end in _ends(head, head) if cut // 2 < end <= cut), default=cut)
    return text[:at].rstrip(" ，、；：,;:—") + "…"


def excerpt(story: Story) -> str:
    """What the contents say of a story: its deck, else its first sentence; empty for neither."""
    if story.deck:
        return shortened(story.deck, EXCERPT)
    opening = next((b.runs for b in story.body if isinstance(b, Paragraph)), ())
    first = plain(tuple(run for run in opening if run.note is None)).strip()
    sentence = _SENTENCE.match(first)
    return shortened(sentence.group() if sentence else first, EXCERPT)


def signed(story: Story, language: str) -> str:
    """Who wrote a story, names alone; what the copy has without its brackets if none is known."""
    if story.byline is None:
        return ""
    comma = ", " if region_of(language).latin else "　"
    names = comma.join(dict.fromkeys(story.byline.names))
    return names or shortened(story.byline.raw.strip(_BRACKETS))


def length(story: Story, language: str) -> int:
    """How long a story's body is: characters, or words where words are parted by spaces."""
    text = "\n".join(map(block_text, story.body))
    if region_of(language).latin:
        return len(_WESTERN_WORD.findall(text))
    return solid(text)


def crossheads(block: Crosshead, language: str) -> tuple[tuple[str, Phrases], ...]:
    """Each part of a crosshead with the parts its line may end between."""
    return tuple((part, phrases(part, language)) for part in block.parts)
