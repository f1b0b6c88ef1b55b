"""One kind told very often is one remark with a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from edition.errors import Diagnostic, Severity
from edition.messages.telling import phrase
from edition.messages.texts import Lang

MANY = 8
"""A kind told more often than this is told once, with a count"""
_LINES = 8
"""lines named of such a kind"""


def gathered(
    remarks: Sequence[Diagnostic], many: int = MANY
) -> Iterator[tuple[Diagnostic, ...]]:
    """Remarks one by one in their order; those of a kind told over `many` times all at once.

    They stand where the first of them stood.
    """
    counts = Counter(map(_sort, remarks))
    told = set()
    for remark in remarks:
        sort = _sort(remark)
        if counts[sort] <= many:
            yield (remark,)
        elif sort not in told:
            told.add(sort)
            yield tuple(other for other in remarks if _sort(other) == sort)


def _sort(remark: Diagnostic) -> tuple[str, Severity]:
    return remark.kind, remark.severity


def lines_of(remarks: Sequence[Diagnostic], lang: Lang) -> str:
    """The first lines remarks stand at, as the end of a clause; empty where there are none."""
    if len({remark.source for remark in remarks}) > 1:
        return ""
    lines = tuple(dict.fromkeys(remark.line for remark in remarks if remark.line))
    if not lines:
        return ""
    key = "many_lines" if len(lines) <= _LINES else "many_lines_more"
    return phrase(key, lang, {"lines": lines[:_LINES]})
