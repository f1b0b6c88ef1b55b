"""Bounds on copy as a whole, and names safe for files."""

from __future__ import annotations

from pathlib import PurePath

from edition.errors import UnreadableInput
from edition.limits import LIMITS


def within_limits(text: str, name: str) -> None:
    """Raises UnreadableInput for copy that is empty or longer than an edition may be."""
    if not text.strip():
        raise UnreadableInput("the file is empty", where=name, todo="Give a file with copy")
    if len(text) > LIMITS.edition_characters:
        raise UnreadableInput(
            f"the copy holds {len(text)} characters", where=name,
            why=f"The limit is {LIMITS.edition_characters}",
            todo="Divide the copy into several editions",
        )


def safe_name(name: str) -> str:
    """A source's name without suffix, safe as a file name."""
    stem = PurePath(name.replace("\\", "/")).stem
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in stem).strip(". ")
    return kept or "edition"
