"""What a build returns: the bytes of a file, what there is to say of it, and what is done with it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from edition.delivery.onto_disk import write_to
from edition.errors import Diagnostic, Rejected, Severity, WrongUse, worst_of
from edition.model import Edition
from edition.printed import PrintedPage, Score


class Converted(NamedTuple):
    """An edition in another script, and what the editor should look at."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Built:
    """A finished file and what there is to say about it."""

    data: bytes = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()
    pages: tuple[PrintedPage, ...] = ()
    """the printed pages and what begins on each; empty for a book"""
    score: Score | None = None
    """the planned quality of the pages; None for a book"""

    def __repr__(self) -> str:
        kind = "PDF" if self.data.startswith(b"%PDF") else "EPUB"
        pages = f"{len(self.pages)} page{'s' * (len(self.pages) > 1)}, " if self.pages else ""
        worst = self.worst.value if self.worst else "none"
        return (
            f"<Built {kind}, {len(self.data):,} bytes, {pages}"
            f"{len(self.diagnostics)} diagnostics, worst: {worst}>"
        )

    @property
    def worst(self) -> Severity | None:
        """The severity of the loudest remark; None where there is none."""
        return worst_of(self.diagnostics)

    def raise_for(self, severity: Severity = Severity.ERROR) -> None:
        """Raises Rejected where a remark is as loud as `severity`, or louder."""
        loud = tuple(r for r in self.diagnostics if r.severity >= Severity(severity))
        if loud:
            raise Rejected(Severity(severity), loud)

    def images(self, dpi: float = 96) -> tuple[bytes, ...]:
        """Every page as a PNG. Raises WrongUse for a book, and for a resolution out of bounds."""
        from edition.delivery.pageimages import page_images

        if not self.data.startswith(b"%PDF"):
            raise WrongUse("no_pages_to_draw")
        return page_images(self.data, dpi)

    def write(self, target: str | os.PathLike[str] | BinaryIO) -> None:
        """Write the file to a path, whole or not at all, or to a stream of bytes.

        Raises CannotWrite; whatever stood at the path is then untouched.
        """
        write_to(target, self.data)
