"""edition: raw copy in; a made-up Chinese newspaper (PDF) and its e-book (EPUB) out.

    import edition
    paper = edition.read("page.txt")
    pdf = edition.to_pdf(paper.edition)
    book = edition.to_epub(paper.edition, pages=pdf.pages)

A room is opened at its first use, so that the command line answers, and can be interrupted, at
once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition.build import Built, convert, read, to_epub, to_pdf
    from edition.errors import (
        CannotSet,
        CannotWrite,
        Confidence,
        Diagnostic,
        EditionError,
        MissingResource,
        Severity,
        Stopped,
        UnreadableInput,
        WrongUse,
    )
    from edition.model import Edition
    from edition.readers import Read
    from edition.sandbox.childlimits import Limits

__all__ = [
    "Built",
    "CannotSet",
    "CannotWrite",
    "Confidence",
    "Diagnostic",
    "Edition",
    "EditionError",
    "Limits",
    "MissingResource",
    "Read",
    "Severity",
    "Stopped",
    "UnreadableInput",
    "WrongUse",
    "convert",
    "read",
    "to_epub",
    "to_pdf",
]

_BUILD = ("Built", "convert", "read", "to_epub", "to_pdf")
_ROOMS = {
    "Edition": "model", "Limits": "sandbox.childlimits", "Read": "readers",
    **dict.fromkeys(_BUILD, "build"),
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'edition' has no attribute {name!r}")
    return getattr(import_module(f"edition.{_ROOMS.get(name, 'errors')}"), name)


def __dir__() -> list[str]:
    return __all__
