"""Words of a glossary whose other form has another length.

While a text is changed every character keeps its place; such a word stands there as a sign of
plane 15 that the copy has not, and is written out when all is changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from edition.patterns import late
from edition.walk import Place

_FIRST, _LAST = 0xF2000, 0xFFFFD

_SIGN = late(f"[{chr(_FIRST)}-{chr(_LAST)}]")


class LongerWords:
    """The signs of one conversion and what they stand for."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        """form → its sign; the empty one stands behind a sign, where the word goes on"""
        self._taken: set[str] = set()

    def avoid(self, texts: Iterable[str]) -> None:
        """Use no character of these texts as a sign."""
        for text in texts:
            self._taken.update(_SIGN.findall(text))

    def standing_for(self, form: str, size: int) -> str:
        """So many characters that stand for a form: the form itself if it is of that length."""
        if len(form) == size:
            return form
        return self._sign(form) + self._sign("") * (size - 1)

    def _sign(self, form: str) -> str:
        sign = self._signs.get(form)
        if sign is None:
            used = self._taken.union(self._signs.values())
            sign = next(c for c in map(chr, range(_FIRST, _LAST)) if c not in used)
            self._signs[form] = sign
        return sign

    def __bool__(self) -> bool:
        return bool(self._signs)

    def written_out(self, text: str, _: Place = Place.TEXT) -> str:
        """`text` with the forms in place of their signs."""
        if not self._signs:
            return text
        return text.translate({ord(sign): form for form, sign in self._signs.items()})
