"""Entities that were written twice over: `&amp;nbsp;` leaves `&nbsp;` where a blank was meant."""

from __future__ import annotations

import re
from html import unescape

TWICE_WRITTEN = re.compile(
    r"&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|amp|lt|gt|quot|apos|[lr][sd]quo|middot|hellip|[mn]dash"
    r"|#[0-9]{2,6}|#x[0-9a-f]{2,5});", re.I
)
"""what no author types into the text of a page"""


def entities_twice(text: str) -> list[str]:
    """Every such entity of a text whose own entities are read."""
    return TWICE_WRITTEN.findall(text) if "&" in text else []


def read_twice(text: str) -> str:
    """The text with them read once more."""
    return TWICE_WRITTEN.sub(lambda found: unescape(found.group()), text) if "&" in text else text
