"""Passing: the last account for readers that still make their own edition."""

from __future__ import annotations

import json
from dataclasses import replace

from edition.copy.conserve import unaccounted
from edition.copy.read import Read

ACCOUNTED = (".json", ".markdown", ".md", ".nitf", ".xml")
"""Formats whose file says little but news; web pages and Word files account for themselves."""


def accounted(data: bytes, suffix: str, name: str, read: Read) -> Read:
    """The reading, with a warning that holds the Han characters found nowhere in it."""
    if suffix not in ACCOUNTED:
        return read
    found = unaccounted(_text(data, suffix), read.edition, read.diagnostics, name)
    return replace(read, diagnostics=(*read.diagnostics, *found))


def _text(data: bytes, suffix: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return json.dumps(json.loads(text), ensure_ascii=False) if suffix == ".json" else text
    return ""
