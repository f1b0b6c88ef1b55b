"""The lines that stand in no story: how many, of what sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from edition.messages.telling import phrase
from edition.messages.texts import Lang
from edition.model import Furniture
from edition.trade.asides import AsideSort, sort_of


def sort_name(text: str, lang: Lang) -> str:
    """What sort of line one that was set aside is, in the reader's language."""
    return phrase(f"aside_{sort_of(text)}", lang)


def asides_told(furniture: Iterable[Furniture], lang: Lang) -> str:
    """另有 3 行未排入：…: how many lines, and how many of each sort; empty without any."""
    counts = Counter(sort_of(item.text) for item in furniture)
    if not counts:
        return ""
    sorts = tuple(
        phrase("aside_sort", lang, {"sort": phrase(f"aside_{sort}", lang), "count": counts[sort]})
        for sort in AsideSort if counts[sort]
    )
    total = sum(counts.values())
    key = "asides_one" if total == 1 else "asides_many"
    return phrase(key, lang, {"count": total, "sorts": sorts})
