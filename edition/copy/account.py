"""The last account of a file of news: every Han character of it is in a story or in a note.

The readers prove that what they took is whole; this looks at the file itself, so that nothing a
parser dropped goes silently.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from edition.copy.read import Read
from edition.errors import Severity, old_remark

ACCOUNTED = (".json", ".markdown", ".md", ".nitf", ".xml")
"""Formats whose file says little but news; web pages and Word files account for themselves."""
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_SHOWN = 500
"""characters of what is left over that a note shows"""


def accounted(data: bytes, suffix: str, name: str, read: Read) -> Read:
    """The reading, with a warning that holds the Han characters found nowhere in it."""
    if suffix not in ACCOUNTED:
        return read
    source = _characters(data, suffix)
    missing = Counter(source) - Counter(_told(read))
    if not missing:
        return read
    lost: list[str] = []
    for character in source:
        if missing[character] > 0:
            missing[character] -= 1
            lost.append(character)
    remark = old_remark(
        "unaccounted", Severity.WARNING,
        f"{len(lost)} characters of the file stand in no story and in no other note: look at it.",
        text="".join(lost[:_SHOWN]), source=name,
    )
    return replace(read, diagnostics=(*read.diagnostics, remark))


def _characters(data: bytes, suffix: str) -> list[str]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if suffix == ".json":
            text = json.dumps(json.loads(text), ensure_ascii=False)
        return _HAN.findall(text)
    return []


def _told(read: Read) -> Iterator[str]:
    """Every Han character of the edition and of what is said about it."""
    shown = replace(read.edition, pictures=())
    yield from _HAN.findall(repr(shown))
    for remark in read.diagnostics:
        yield from _HAN.findall(f"{remark.text or ''}{remark.message}")
