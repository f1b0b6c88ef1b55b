"""What a designer should know of a pack that can be used: names that mean nothing, glyphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from edition.errors import Diagnostic
from edition.packs.faces import Face
from edition.packs.fontfiles import opened
from edition.packs.stylecheck import findings_of

_LETTERS = frozenset(range(0x21, 0x7F))


@cache
def _common() -> frozenset[int]:
    """一级汉字 of GB 2312: the 3,755 characters of everyday use."""
    return frozenset(
        ord(bytes((row, cell)).decode("gb2312"))
        for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)
        if not (row == 0xD7 and cell > 0xF9)
    )


def style_findings(
    own: Sequence[Path], folders: Sequence[Path], words: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """Remarks on the style sheets of the folders `own`; `words` name the pack's own blocks."""
    files = [path for folder in own for path in sorted(folder.glob("*.css"))
             if path.name != "book.css"]
    if not files:
        return ()
    # Shipped packs are known: the help and most pages read no template for this.
    from edition.packs.templatecheck import classes_of

    known = (*words, *classes_of(tuple(folders)))
    return tuple(
        found for path in files
        for found in findings_of(path.read_text(encoding="utf-8"), str(path), known)
    )


def font_findings(faces: Mapping[str, Face]) -> tuple[Diagnostic, ...]:
    """How much of letters and of everyday Chinese each font of a pack holds."""
    return tuple(_font_findings(faces))


def _font_findings(faces: Mapping[str, Face]) -> Iterator[Diagnostic]:
    for role, face in faces.items():
        covered = opened(face.path, str(face.path)).covered
        yield Diagnostic("pack_font", {
            "role": role, "name": face.name, "letters": len(_LETTERS & covered),
            "of_letters": len(_LETTERS), "common": len(_common() & covered),
            "of_common": len(_common()), "fallback": face.fallback,
        }, text=role)
