"""Lines of a structured file that belong to the page: its name and day, the heads of its columns.

A format without a style for them gives them as paragraphs. What their words and their place say is
said by the same signs as in plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from edition.answering import Do
from edition.copy.clean import unspaced
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.model import Paragraph
from edition.readers.labelling.states import LineState
from edition.readers.outlined.copyunits import CopyUnit
from edition.readers.outlined.headings import Item
from edition.trade.asides import AsideSort, sign_of
from edition.trade.lexicon import BRIEFS, COLUMNS

if TYPE_CHECKING:
    from edition.readers.labelling.surroundings import LabelLine

_COPY = frozenset({LineState.OPENING, LineState.PARAGRAPH})


def page_lines_above(
    items: Sequence[Item], units: Sequence[CopyUnit], lines: Callable[[], Sequence[LabelLine]],
    named: Collection[int],
) -> frozenset[int]:
    """Places of the paragraphs over all copy that say which paper, day and page this is.

    `lines`, which cost more than all else, are asked for only where the copy begins like that.
    """
    if not units or not tells_page(items, units[0], named):
        return frozenset()
    seen = lines()
    found = frozenset(takewhile(
        lambda at: tells_page(items, units[at], named) and seen[at].sign == "furniture",
        range(len(units)),
    ))
    return found if len(found) < len(units) else frozenset()


def tells_page(items: Sequence[Item], unit: CopyUnit, named: Collection[int]) -> bool:
    """True for a paragraph that by its words says which paper, day and page this is."""
    if (not isinstance(items[unit.at], Paragraph) or unit.number in named
            or not unit.allowed >= _COPY):
        return False
    sign = sign_of(unit.text)
    return (
        sign is not None and sign.sort is AsideSort.IMPRINT
        and sign.sure and not (sign.dated or sign.web)
    )


def heads_column(text: str) -> bool:
    """True for the name of a column that stands alone in every paper: 天气预报, 简讯."""
    return BRIEFS.fullmatch(text) is not None or COLUMNS.fullmatch(text) is not None


def titled(lines: Sequence[str], titles: Sequence[str]) -> Mapping[int, Do]:
    """Numbers of the lines that are names of sections the sidecar gives."""
    known = frozenset(map(unspaced, titles))
    return {number: Do.SECTION for number, line in enumerate(lines, 1) if unspaced(line) in known}


def told_standing(
    aside: Sequence[CopyUnit], columns: Sequence[CopyUnit], name: str
) -> Iterator[Diagnostic]:
    """What is said of lines set aside, and of those that were taken for heads of columns."""
    if aside:
        numbers = tuple(unit.number for unit in aside)
        yield Diagnostic(
            "lines_set_aside",
            {"sort": Phrase(f"aside_{AsideSort.IMPRINT}"), "count": len(numbers),
             "lines": numbers},
            numbers[0], None, aside[0].text, None, Confidence.CERTAIN, name,
        )
    for unit in columns:
        yield Diagnostic(
            "section_guessed", {}, unit.number, None, unit.text, None, Confidence.PROBABLE, name
        )
