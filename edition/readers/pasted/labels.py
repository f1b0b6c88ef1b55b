"""The lines of pasted text in the hands of the labeller: what is certain, and what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

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
_FIRM: Mapping[LineKind, frozenset[LineState]] = MappingProxyType({
    LineKind.TABLE: frozenset({S.ROW}), LineKind.LIST: frozenset({S.ITEM}),
    LineKind.ENTRY: frozenset({S.ITEM}), LineKind.VERSE: frozenset({S.VERSE}),
    LineKind.CLOSING: frozenset({S.CLOSING}), LineKind.LABEL: frozenset({S.NOTE}),
    LineKind.JUMP: frozenset({S.JUMP}), LineKind.FURNITURE: frozenset({S.FURNITURE}),
})
"""What form and place settle."""
_SAID = (
    LineKind.TABLE, LineKind.LIST, LineKind.ENTRY, LineKind.VERSE, LineKind.CLOSING,
    LineKind.LABEL, LineKind.JUMP, LineKind.FURNITURE, LineKind.CAPTION, LineKind.CREDIT,
)
_ASIDE = frozenset({S.FURNITURE, S.JUMP})
_ANY = frozenset(S)


def label_lines(lines: Sequence[CopyLine], signs: Sequence[LineKind]) -> list[LabelLine]:
    """The lines as the labeller sees them."""
    return [
        LabelLine(line.text, line.gap, line.indented, sign.value if sign in _SAID else "")
        for line, sign in zip(lines, signs, strict=True)
    ]


def labelled(
    lines: Sequence[CopyLine], signs: Sequence[LineKind],
    told: Mapping[int, frozenset[LineState]], known: Weights | None = None,
) -> list[Labelled]:
    """The state of every line; `told` says by place what a line may be, and comes before signs.

    `known` are other weights than those of the package.
    """
    return label(label_lines(lines, signs), {**_firm(lines, signs), **told}, known)


def _firm(
    lines: Sequence[CopyLine], signs: Sequence[LineKind]
) -> dict[int, frozenset[LineState]]:
    counts = Counter(unspaced(line.text) for line in lines)
    return {
        at: _FIRM.get(sign) or _open(line.text, counts[unspaced(line.text)] > 1)
        for at, (line, sign) in enumerate(zip(lines, signs, strict=True))
    }


def _open(text: str, repeated: bool) -> frozenset[LineState]:
    """What a line may be that no sign settles: set aside only what looks so, rows only of cells."""
    states = _ANY - {S.JUMP}
    if not (repeated or sign_of(text) or looks_aside(text)):
        states -= _ASIDE
    return states if len(cells(text)) > 1 else states - {S.ROW}
