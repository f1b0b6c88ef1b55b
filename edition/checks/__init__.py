"""Preflight: what a finished PDF or EPUB, of anyone's making, is worth.

`sight` sees what stands on the page, `rules` judge what it is worth, `report` says it. `CHECKS`
maps a file's ending to the check that judges its bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from edition.checks.epub_file import check_epub
from edition.checks.given_copy import GivenCopy, given_copy
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


__all__ = ["CHECKS", "Finding", "Report", "check"]
