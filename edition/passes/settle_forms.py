"""Characters in their right form in copy of every format: radicals, private-use characters.

Plain text comes with them settled, and says so itself; what is left here is another format's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from edition.copy.private_use import PRIVATE, private_table, settle_private
from edition.copy.radicals import RADICAL, fold_radicals
from edition.copy.wording import Piece, pieces
from edition.errors import Confidence, Diagnostic
from edition.model import Edition
from edition.walk import Place, map_text

_LOST = re.compile("\ufffd")


def settle_forms(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition with such characters as what they stand for, and what is left of them named."""
    whole = "".join(piece.text for piece in pieces(edition))
    remarks: list[Diagnostic] = []
    if PRIVATE.search(whole):
        table = private_table(whole)
        edition, told = _settled(
            edition, "private_use_decoded", PRIVATE, lambda text: settle_private(text, table)
        )
        remarks += (*told, *_unknown(edition))
    if RADICAL.search(whole):
        edition, told = _settled(edition, "radicals_folded", RADICAL, fold_radicals)
        remarks += told
    if _LOST.search(whole):
        remarks += _lost(edition)
    return edition, tuple(remarks)


def _settled(
    edition: Edition, kind: str, pattern: re.Pattern[str], change: Callable[[str], str]
) -> tuple[Edition, list[Diagnostic]]:
    found: list[tuple[Piece, str, str]] = []
    for piece in pieces(edition):
        if pattern.search(piece.text):
            after = change(piece.text)
            found += ((piece, a, b) for a, b in zip(piece.text, after, strict=True) if a != b)
    if not found:
        return edition, []
    from edition.copy.origin.settling import told_forms  # Hardly a copy has such characters.

    first = found[0][0]
    told = told_forms(kind, [(a, b) for _, a, b in found], _line(first), None, first.story)

    def settle(text: str, place: Place) -> str:
        return change(text)

    return map_text(edition, settle), [told]


def _unknown(edition: Edition) -> Iterator[Diagnostic]:
    """An error for each private-use character that no encoding explains."""
    places: dict[str, list[tuple[Piece, int]]] = {}
    for piece in pieces(edition):
        for found in PRIVATE.finditer(piece.text):
            places.setdefault(found.group(), []).append((piece, found.start()))
    for sign, found_at in places.items():
        piece, at = found_at[0]
        yield Diagnostic(
            "private_use", {"code": f"U+{ord(sign):04X}", "count": len(found_at)}, _line(piece),
            piece.story, piece.text[max(0, at - 6) : at + 6], confidence=Confidence.CERTAIN,
        )


def _lost(edition: Edition) -> Iterator[Diagnostic]:
    """One error for all places where a decoder has put its sign for what it could not read."""
    found = [piece for piece in pieces(edition) if _LOST.search(piece.text)]
    at = found[0].text.index("\ufffd")
    yield Diagnostic(
        "replacement_character", {"count": sum(p.text.count("\ufffd") for p in found)},
        _line(found[0]), found[0].story, found[0].text[max(0, at - 6) : at + 6],
        confidence=Confidence.CERTAIN,
    )


def _line(piece: Piece) -> int | None:
    return piece.lines[0] if piece.lines else None
