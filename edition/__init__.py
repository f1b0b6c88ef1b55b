"""edition: raw copy in; a made-up Chinese newspaper (PDF) and its e-book (EPUB) out.

    import edition
    paper = edition.read("page.txt")
    pdf = edition.to_pdf(paper.edition)
    book = edition.to_epub(paper.edition, pages=pdf.pages)
"""

from __future__ import annotations

from edition.build import Built, convert, read, to_epub, to_pdf
from edition.errors import (
    CannotSet,
    CannotWrite,
    Confidence,
    Diagnostic,
    EditionError,
    MissingResource,
    Severity,
    UnreadableInput,
    WrongUse,
)
from edition.model import Edition
from edition.readers import Read

__all__ = [
    "Built",
    "CannotSet",
    "CannotWrite",
    "Confidence",
    "Diagnostic",
    "Edition",
    "EditionError",
    "MissingResource",
    "Read",
    "Severity",
    "UnreadableInput",
    "WrongUse",
    "convert",
    "read",
    "to_epub",
    "to_pdf",
]
