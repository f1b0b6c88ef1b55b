"""The last look at a document's characters: long words of signs, and figures in upright columns.

It wraps and never changes: the characters of a document are the same before and after.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ADDRESS = re.compile("[!-;=?-~]{20,}")
"""Signs without a blank, as in an address: longer than a line can wait for"""
_BORDER = r"[0-9A-Za-z.,:/%&#;+-]"
_FIGURES = re.compile(
    r"&#?\w+;"
    rf"|(?<!{_BORDER})(?:[A-Z]\d{{1,2}}|\d{{1,2}}%?|(?P<many>\d{{3,4}}))(?!{_BORDER})"
)
"""An entity, which is left alone; one or two figures, which share a square; three or four, which
stand one below the other."""


def typed(document: str) -> str:
    """A document of the book in which long words may end a line anywhere."""
    return _changed(
        document, lambda text: _ADDRESS.sub(r'<span class="address">\g<0></span>', text)
    )


def stood(document: str) -> str:
    """A document of the book whose figures stand upright where its lines are vertical."""
    return _changed(document, lambda text: _FIGURES.sub(_stood, text))


def _changed(document: str, change: Callable[[str], str]) -> str:
    """The document with every text of its body changed, and no tag."""
    begin = document.index("<body")
    head, *parts = document[begin:].split("<")
    for at, part in enumerate(parts):
        tag, _, text = part.partition(">")
        if text and not text.isspace() and (changed := change(text)) != text:
            parts[at] = f"{tag}>{changed}"
    return document[:begin] + "<".join([head, *parts])


def _stood(found: re.Match[str]) -> str:
    text = found.group()
    if text.startswith("&"):
        return text
    return f'<span class="{"stood" if found["many"] else "square"}">{text}</span>'
