"""The lines of pasted text in the hands of the labeller: what is certain, and what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from edition.answering import Do
from edition.copy.clean import unspaced
from edition.readers.labelling.labeller import Labelled, label
from edition.readers.labelling.states import LineState
from edition.readers.labelling.surroundings import LabelLine
from edition.readers.labelling.traits import looks_aside
from edition.readers.labelling.weights import Weights
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.linekinds import LineKind
from edition.readers.pasted.rows import cells
from edition.trade.asides import sign_of

S = LineState
FIRM: Mapping[LineKind, frozenset[LineState]] = MappingProxyType({
    LineKind.TABLE: frozenset({S.ROW}), LineKind.LIST: frozenset({S.ITEM}),
    LineKind.ENTRY: frozenset({S.ITEM}), LineKind.VERSE: frozenset({S.VERSE}),
    LineKind.CLOSING: frozenset({S.CLOSING}), LineKind.LABEL: frozenset({S.NOTE}),
    LineKind.JUMP: frozenset({S.JUMP}), LineKind.FURNITURE: frozenset({S.FURNITURE}),
})
"""What form and place settle."""
NAMED: Mapping[Do, frozenset[LineState]] = MappingProxyType({
    Do.HEADLINE: frozenset({S.HEADLINE, S.HEADLINE_MORE}),
    Do.CROSSHEAD: frozenset({S.CROSSHEAD, S.CROSSHEAD_MORE}),
    Do.DECK: frozenset({S.DECK}), Do.KICKER: frozenset({S.KICKER}),
    Do.PARAGRAPH: frozenset({S.OPENING, S.PARAGRAPH, S.UNDER}),
    Do.SECTION: frozenset({S.SECTION}),
    Do.BYLINE: frozenset({S.BYLINE_OVER, S.BYLINE_UNDER}),
    Do.CAPTION: frozenset({S.CAPTION}), Do.CREDIT: frozenset({S.CREDIT}),
    Do.NOTE: frozenset({S.NOTE}), Do.LIST: frozenset({S.ITEM}), Do.VERSE: frozenset({S.VERSE}),
    Do.FURNITURE: frozenset({S.FURNITURE}),
})
"""What a line may be after an answer of the editor."""
_SAID = (
    LineKind.TABLE, LineKind.LIST, LineKind.ENTRY, LineKind.VERSE, LineKind.CLOSING,
    LineKind.LABEL, LineKind.JUMP, LineKind.FURNITURE, LineKind.CAPTION, LineKind.CREDIT,
)
_ASIDE = frozenset({S.FURNITURE, S.JUMP})
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
    return {
        at: (FIRM.get(sign) if at != free else None)
        or _open(line.text, counts[unspaced(line.text)] > 1)
        for at, (line, sign) in enumerate(zip(lines, signs, strict=True))
    }


def _open(text: str, repeated: bool) -> frozenset[LineState]:
    """What a line may be that no sign settles: set aside only what looks so, rows only of cells."""
    states = _ANY - {S.JUMP}
    if not (repeated or sign_of(text) or looks_aside(text)):
        states -= _ASIDE
    return states if len(cells(text)) > 1 else states - {S.ROW}
