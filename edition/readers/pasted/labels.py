"""The lines of pasted text in the hands of the labeller: what is certain, and what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from edition.copy.clean import unspaced
from edition.readers.labelling.labeller import Labelled, label
from edition.readers.labelling.states import LineState
from edition.readers.labelling.surroundings import LabelLine
from edition.readers.labelling.traits import looks_aside
from edition.readers.labelling.weights import Weights
from edition.readers.pasted.copylines import CopyLine, ended
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.readers.pasted.rows import cells
from edition.trade.asides import sign_of
from edition.trade.datelines import dateline_of

S = LineState
FIRM: Mapping[LineKind, frozenset[LineState]] = MappingProxyType({
    LineKind.TABLE: frozenset({S.ROW}), LineKind.LIST: frozenset({S.ITEM}),
    LineKind.ENTRY: frozenset({S.ITEM}), LineKind.VERSE: frozenset({S.VERSE}),
    LineKind.CLOSING: frozenset({S.CLOSING}), LineKind.LABEL: frozenset({S.NOTE}),
    LineKind.JUMP: frozenset({S.JUMP}), LineKind.FURNITURE: frozenset({S.FURNITURE}),
    LineKind.CAPTION: frozenset({S.CAPTION, S.CREDIT}),
    LineKind.CREDIT: frozenset({S.CREDIT, S.BYLINE_OVER, S.BYLINE_UNDER}),
})
"""What form and place settle."""
_SAID = (
    LineKind.TABLE, LineKind.LIST, LineKind.ENTRY, LineKind.VERSE, LineKind.CLOSING,
    LineKind.LABEL, LineKind.JUMP, LineKind.FURNITURE, LineKind.CAPTION, LineKind.CREDIT,
)
_ASIDE = frozenset({S.FURNITURE, S.JUMP})
_NONE: frozenset[LineState] = frozenset()
_TEXT = frozenset({S.OPENING, S.PARAGRAPH, S.UNDER})
_SIGNED = frozenset({S.BYLINE_OVER, S.BYLINE_UNDER})
_HEADING = frozenset({
    S.HEADLINE, S.HEADLINE_MORE, S.KICKER, S.SECTION, S.CROSSHEAD, S.CROSSHEAD_MORE,
})
_NOT_NAMES = _TEXT | {S.DECK, S.CAPTION, S.NOTE, S.ITEM, S.VERSE}
_SHORT_NAMES = 6
_MARKED_NAMES = re.compile("[\\s（(/／：:]")
_TITLED = re.compile("[（(](?:图片|圖片|摄影报道|攝影報道|照片|漫画|漫畫)[）)]$")
"""the title of a picture story"""
_NAMES_LENGTH = 48
"""characters of the longest line of names alone"""
_DASHES = ("——", "―", "──", "--")
_SENTENCES = 20
"""characters of a line that, with a full stop inside it, heads nothing"""
_ANY = frozenset(S)


def label_lines(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], manner: str = ""
) -> list[LabelLine]:
    """The lines as the labeller sees them; `manner` is where the paper prints its bylines."""
    return [
        LabelLine(
            line.text, line.gap, line.indented, sign.value if sign in _SAID else "", manner=manner
        )
        for line, sign in zip(lines, signs, strict=True)
    ]


def labelled(
    lines: Sequence[CopyLine], signs: Sequence[LineKind],
    told: Mapping[int, frozenset[LineState]], known: Weights | None = None, manner: str = "",
) -> list[Labelled]:
    """The state of every line; `told` says by place what a line may be, and comes before signs.

    `known` are other weights than those of the package.
    """
    return label(label_lines(lines, signs, manner), {**firm(lines, signs), **told}, known)


def firm(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], free: int | None = None
) -> dict[int, frozenset[LineState]]:
    """What form and place let every line be; no sign settles the line at `free`."""
    counts = Counter(unspaced(line.text) for line in lines)
    edge = _edges(lines, signs)
    found = {}
    for at, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        settled = FIRM.get(sign) if at != free else None
        if settled is None:
            settled = _open(line.text) - _never(line.text, sign) - _out_of_place(lines, signs, at)
            if at in edge or (counts[unspaced(line.text)] > 1 and sign_of(line.text)):
                settled |= {S.FURNITURE}
        elif sign is LineKind.CAPTION and _TITLED.search(line.text):
            settled |= {S.HEADLINE}
        found[at] = settled
    return found


def _edges(lines: Sequence[CopyLine], signs: Sequence[LineKind]) -> frozenset[int]:
    """Places at the head and foot of the copy that look like furniture, as all beyond them do."""
    looks = [
        sign is LineKind.FURNITURE or looks_aside(line.text)
        for line, sign in zip(lines, signs, strict=True)
    ]
    head = next((at for at, aside in enumerate(looks) if not aside), len(looks))
    foot = next((at for at, aside in enumerate(looks[::-1]) if not aside), len(looks))
    return frozenset((*range(head), *range(len(looks) - foot, len(looks))))


def _open(text: str) -> frozenset[LineState]:
    """What a line may be that no sign settles: rows only of cells."""
    states = _ANY - _ASIDE
    if text.endswith(("：", ":")):
        states -= {S.CLOSING}
    if text.startswith(_DASHES):
        states -= {S.BYLINE_OVER, S.BYLINE_UNDER, S.KICKER, S.SECTION}
    if "。" in text[:-1] and len(text) > _SENTENCES:
        states -= _HEADING | {S.DECK}
    if len(text) > _NAMES_LENGTH:
        states -= _SIGNED
    return states if len(cells(text)) > 1 else states - {S.ROW}


def _never(text: str, sign: LineKind) -> frozenset[LineState]:
    """What a line of its form cannot be."""
    if sign is LineKind.DASHED:
        return _HEADING | {S.CAPTION}
    if sign is LineKind.BYLINE:
        # Short names of columns look like readers and their names: 读者短笺.
        spaced = len(text) > _SHORT_NAMES or _MARKED_NAMES.search(text)
        return _NOT_NAMES | _HEADING if spaced else _NOT_NAMES
    return _NONE


def _out_of_place(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], at: int
) -> frozenset[LineState]:
    """What a line that may be a heading cannot be where it stands.

    Under copy that has ended and over a dateline or a byline it begins a story; away from pictures
    it is no caption.
    """
    if signs[at] not in HEADS:
        return _NONE
    found = _NONE if _pictured(signs, at) else frozenset({S.CAPTION})
    if (at == 0 or ended(lines[at - 1].text)) and _opens(lines, signs, at + 1):
        found |= _TEXT
    return found


def _pictured(signs: Sequence[LineKind], at: int) -> bool:
    return any(
        signs[n] in (LineKind.CAPTION, LineKind.CREDIT)
        for n in (at - 1, at + 1) if 0 <= n < len(signs)
    )


def _opens(lines: Sequence[CopyLine], signs: Sequence[LineKind], at: int) -> bool:
    return at < len(lines) and (
        signs[at] is LineKind.BYLINE or dateline_of(lines[at].text) is not None
    )
