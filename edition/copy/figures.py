"""Full-width figures in their half-width form, where the house asks for it."""

from __future__ import annotations

import re
from dataclasses import replace

from edition.copy.reading import Read
from edition.copy.wording import pieces
from edition.errors import Confidence, Diagnostic
from edition.walk import Place, map_text

_FIGURES = re.compile("[０-９]|(?<=[0-9０-９])(?:％|[．：](?=[0-9０-９]))")
_NARROW = {ord(c): ord(c) - 0xFEE0 for c in "０１２３４５６７８９．％："}


def narrow_figures(read: Read) -> Read:
    """The edition with every full-width figure half-width, recorded once with their count."""
    found = [
        (piece, at) for piece in pieces(read.edition) for at in _FIGURES.finditer(piece.text)
    ]
    if not found:
        return read
    first, at = found[0]

    def narrow(text: str, place: Place) -> str:
        return _FIGURES.sub(lambda sign: sign.group().translate(_NARROW), text)

    told = Diagnostic(
        "figures_narrowed", {"count": len(found)}, first.lines[0] if first.lines else None,
        first.story, first.text[max(0, at.start() - 4) : at.start() + 8],
        confidence=Confidence.CERTAIN,
    )
    return replace(
        read, edition=map_text(read.edition, narrow), diagnostics=(*read.diagnostics, told)
    )
