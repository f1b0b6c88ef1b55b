"""Preflight: what a finished PDF or EPUB, of anyone's making, is worth.

`sight` sees what stands on the page, `rules` judge what it is worth, `report` says it. `CHECKS`
maps a file's ending to the check that judges its bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from edition.checks.epub_file import check_epub
from edition.checks.given_copy import GivenCopy, copy_of, given_copy
from edition.checks.pdf_file import check_pdf
from edition.checks.report import Finding, Report
from edition.errors import WrongUse

CHECKS: dict[str, Callable[[bytes, str, GivenCopy | None], Report]] = {
    ".pdf": check_pdf, ".epub": check_epub,
}


def check(data: bytes, name: str, stories: bytes | None = None) -> Report:
    """Judge a file by its bytes; `stories` is the output of `edition stories --json`.

    Raises WrongUse for another kind of file, UnreadableInput for one that cannot be opened.
    """
    for ending, judge in CHECKS.items():
        if name.lower().endswith(ending):
            return judge(data, name, None if stories is None else given_copy(stories))
    raise WrongUse("kind_not_checked", where=name, known=tuple(CHECKS))


def check_data(data: bytes, stories: object = None) -> Report:
    """Judge a finished file by its bytes alone; `stories` is parsed story JSON.

    Raises WrongUse for what is neither PDF nor EPUB, UnreadableInput for one that cannot be
    opened.
    """
    if not isinstance(data, bytes):
        raise WrongUse("data_type", found=type(data).__qualname__)
    copy = None if stories is None else copy_of(stories)
    if data.lstrip()[:5] == b"%PDF-":
        return check_pdf(data, "PDF", copy)
    if data[:2] == b"PK":
        return check_epub(data, "EPUB", copy)
    raise WrongUse("kind_unknown")


__all__ = ["CHECKS", "Finding", "Report", "check", "check_data"]
