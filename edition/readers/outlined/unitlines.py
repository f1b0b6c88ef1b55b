"""The lines of a structured file as the labeller sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.readers.labelling.looks import style_words
from edition.readers.labelling.surroundings import LabelLine
from edition.readers.outlined.copyunits import CopyUnit
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.firmlines import label_lines
from edition.readers.pasted.formsigns import signs


def lines_of(units: Sequence[CopyUnit], taken: frozenset[int]) -> list[LabelLine]:
    """The lines as the labeller sees them; `taken` are the numbers of all that is no white."""
    styles = style_words([unit.look for unit in units], [unit.text for unit in units])
    copy: list[CopyLine] = []
    before = 0
    for unit in units:
        gap = sum(number not in taken for number in range(before + 1, unit.number))
        copy.append(CopyLine(
            unit.number, unit.text, gap if before else 0, unit.look.indented, (unit.number,),
        ))
        before = unit.number
    plainly = label_lines(copy, signs(copy))
    return [replace(line, style=style) for line, style in zip(plainly, styles, strict=True)]
