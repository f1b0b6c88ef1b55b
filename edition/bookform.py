"""What may be asked of a book's form. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BookForm:
    """How a book is bound; without any wish as most readers want it."""

    vertical: bool = False
    """直排: lines from top to bottom, pages from right to left; for Traditional copy"""
    embed_fonts: bool = False
    """True puts the characters the book uses into it, as a face of its own."""
    keep_pictures: bool = False
    """True leaves pictures as the copy has them, however large."""
