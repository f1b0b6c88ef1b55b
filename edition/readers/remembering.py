"""What the answers of a sidecar say of a paper, to be kept as its house memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from edition.answering import Do
from edition.errors import WrongUse
from edition.readers.formats import read_plain, reader_of
from edition.readers.sources import Source, house_of, sidecar_of
from edition.sidecar.housememory import HouseMemory
from edition.trade.asides import is_of_one_issue

_COLUMN = 8
"""characters of a kicker that is the name of a column, if it has no marks"""


def remembered(sources: Sequence[Source], encoding: str | None = None) -> HouseMemory:
    """The house memory of the first source with what the answers to all of them add.

    Raises as `read_text` does, and WrongUse where no source is plain text.
    """
    house = house_of(sources[0])
    plain = [
        source for source in sources
        if reader_of(PurePath(source.name).suffix.lower()) is read_plain
    ]
    if not plain:
        raise WrongUse("explain_no_lines", where=sources[0].name)
    for source in plain:
        house = house.with_more(_said(source, encoding))
    return house


def _said(source: Source, encoding: str | None) -> HouseMemory:
    said = list(_answered(source, encoding))
    return HouseMemory(
        tuple(text for do, text in said if do is Do.FURNITURE and _comes_again(text)),
        tuple(text for do, text in said if do is Do.SECTION),
        tuple(text for do, text in said if do is Do.KICKER and _is_column(text)),
    )


def _answered(source: Source, encoding: str | None) -> Iterator[tuple[Do, str]]:
    """What each answer calls its line, and the whole of that line."""
    from edition.readers.pasted.text import unread_page

    unread = unread_page(source.data, source.name, sidecar_of(source), encoding)
    texts = {line.number: line.text for line in unread.lines}
    for answer in unread.answers:
        if answer.line in texts:
            yield answer.do, texts[answer.line]


def _comes_again(text: str) -> bool:
    return "*" not in text and not is_of_one_issue(text)


def _is_column(text: str) -> bool:
    return len(text) <= _COLUMN and text.isalpha()
