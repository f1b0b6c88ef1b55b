"""From a kind and its values to a sentence in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from edition.messages.catalogue import PHRASES
from edition.messages.texts import Lang, Phrase, Text, Value

_BETWEEN = {"zh-Hans": "、", "zh-Hant": "、", "en": ", "}
_ENDS = (".", "?", "!", "。", "？", "！", "…")


_PLACE = re.compile(r"\{[^{}]*\}")


class _Filled(dict[str, Any]):
    """Values ready for a pattern; a place nobody filled shows its own name."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def filled(text: Text, values: Mapping[str, Value], lang: Lang) -> str:
    """The words of `text` in `lang` with `values` in their places."""
    ready = {name: _ready(value, lang) for name, value in values.items()}
    return text.pattern(lang).format_map(_Filled(ready))


def in_general(text: Text, lang: Lang) -> str:
    """The words of `text` where it is told of many cases at once: their values are left out."""
    return _PLACE.sub("…", text.pattern(lang))


def phrase(key: str, lang: Lang, values: Mapping[str, Value] | None = None) -> str:
    """A phrase of the catalogue, filled."""
    return filled(PHRASES[key], values or {}, lang)


def sentences(parts: list[str], lang: Lang) -> str:
    """Parts as whole sentences, one after the other; empty parts are left out."""
    stop, between = (".", " ") if lang == "en" else ("。", "")
    told = [part.rstrip() for part in parts]
    return between.join(p if p.endswith(_ENDS) else p + stop for p in told if p)


def _ready(value: Value, lang: Lang) -> str | int | float:
    if isinstance(value, Phrase):
        return phrase(value.key, lang, value.values)
    if isinstance(value, tuple):
        return _BETWEEN[lang].join(str(_ready(part, lang)) for part in value)
    return value
