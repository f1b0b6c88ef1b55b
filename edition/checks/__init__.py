"""Preflight: what a finished PDF or EPUB, of anyone's making, is worth.

`sight` sees what stands on the page, `rules` judge what it is worth, `report` says it. A room is
opened for the kind of file that is judged: the bindery asks a few of the rules in every build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.checks.report import Finding, Report
from edition.errors import WrongUse

if TYPE_CHECKING:
    from edition.checks.given_copy import GivenCopy

KINDS = (".pdf", ".epub")
"""endings of the files that can be checked"""


def check(data: bytes, name: str, stories: bytes | None = None) -> Report:
    """Judge a file by its bytes; `stories` is the output of `edition stories --json`.

    Raises WrongUse for another kind of file, UnreadableInput for one that cannot be opened.
    """
    from edition.checks.given_copy import given_copy

    ending = next((one for one in KINDS if name.lower().endswith(one)), None)
    if ending is None:
        raise WrongUse("kind_not_checked", where=name, known=KINDS)
    return _judged(ending, data, name, None if stories is None else given_copy(stories))


def check_data(data: bytes, stories: object = None) -> Report:
    """Judge a finished file by its bytes alone; `stories` is parsed story JSON.

    Raises WrongUse for what is neither PDF nor EPUB, UnreadableInput for one that cannot be
    opened.
    """
    from edition.checks.given_copy import copy_of

    if not isinstance(data, bytes):
        raise WrongUse("data_type", found=type(data).__qualname__)
    copy = None if stories is None else copy_of(stories)
    if data.lstrip()[:5] == b"%PDF-":
        return _judged(".pdf", data, "PDF", copy)
    if data[:2] == b"PK":
        return _judged(".epub", data, "EPUB", copy)
    raise WrongUse("kind_unknown")


def _judged(ending: str, data: bytes, name: str, copy: GivenCopy | None) -> Report:
    if ending == ".pdf":
        from edition.checks.pdf_file import check_pdf

        return check_pdf(data, name, copy)
    from edition.checks.epub_file import check_epub

    return check_epub(data, name, copy)


__all__ = ["Finding", "Report", "check", "check_data"]
