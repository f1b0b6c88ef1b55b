"""What every test of a message may ask: that it is told whole, in each language and no other."""

from __future__ import annotations

import re

from edition.errors import Diagnostic, EditionError
from edition.messages.texts import LANGS

_ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
"""Three words in a row: a sentence, not a name or a key."""


def told_whole(said: Diagnostic | EditionError) -> bool:
    """True when no place is left unfilled and no English sentence stands in the Chinese ones."""
    texts = {lang: said.told(lang) for lang in LANGS}
    filled = not any(re.search(r"\{\w*[:\w.]*\}", text) for text in texts.values())
    chinese = not any(_ENGLISH.search(texts[lang]) for lang in ("zh-Hans", "zh-Hant"))
    return filled and chinese and len(set(texts.values())) > 1 and "“" not in texts["zh-Hant"]
