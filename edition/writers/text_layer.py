"""What the text layer of a drawn PDF needs beside the glyphs, put in before the file is written.

Words that run from right to left lie on the page from left to right, as they are seen; a reader
of the page turns them round, and with them the marks that follow, until a letter that runs
from left to right. So the layer says of such a word that it ends there (U+200E on both sides).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from edition.compose.classes import AS_TEXT, EMOJI
from edition.compose.leftward import is_leftward

LEFT_TO_RIGHT = "\u200e"
_FACE = re.compile(rb"/(\w+) [\d.]+ Tf")
_STRING = re.compile(rb"<([0-9a-f]+)>")

Meaning = Mapping[str, Mapping[int, str]]
"""name of a face in the file → glyph → characters"""


@dataclass(slots=True)
class _Marked:
    """A stretch of marked content: its properties and the characters drawn in it, as seen."""

    properties: Any
    text: str = ""


def complete(objects: list[Any], meaning: Meaning, string: Callable[[str], Any]) -> None:
    """Mend the text layer in the objects of a PDF; `string` makes a string object."""
    for item in objects:
        if isinstance(item, dict) and (title := item.get("Title")) and hasattr(title, "string"):
            item["Title"] = string(title.string.replace(AS_TEXT, EMOJI))
        parts = getattr(item, "stream", None)
        if not isinstance(parts, list):
            continue
        if b"begincmap" in parts:
            item.stream = list(map(_restored, parts))
        for one in list(_marked(parts, meaning)):
            if is_leftward(one.text):
                one.properties["ActualText"] = string(LEFT_TO_RIGHT + one.text + LEFT_TO_RIGHT)


def _restored(part: bytes) -> bytes:
    """A line of a glyph map with the selectors of the copy (see `AS_TEXT`)."""
    drawn, copied = (f"{ord(c):04x}>".encode() for c in (AS_TEXT, EMOJI))
    return part.replace(drawn, copied)


def _marked(parts: list[Any], meaning: Meaning) -> Iterator[_Marked]:
    """The stretches of marked content of a page in the order they are drawn in."""
    here: _Marked | None = None
    glyphs: Mapping[int, str] = {}
    for part in parts:
        if isinstance(part, dict) and "MCID" in part:
            here = _Marked(part)
            yield here
        line = part if isinstance(part, bytes) else str(part).encode()
        if face := _FACE.match(line):
            glyphs = meaning.get(face[1].decode(), {})
        elif here is not None and line.endswith(b"TJ"):
            codes = b"".join(_STRING.findall(line))
            here.text += "".join(
                glyphs.get(int(codes[at : at + 4], 16), "") for at in range(0, len(codes), 4)
            )
