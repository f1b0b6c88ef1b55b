"""The reader of `.json`: what it holds decides between edition's own story JSON and ninjs."""

from __future__ import annotations

from edition.copy.making import Found
from edition.errors import UnreadableInput
from edition.readers.wire.ninjs import read_ninjs
from edition.sidecar.parse import Sidecar
from edition.storyjson.read import read_stories
from edition.storyjson.schema import parse_json

_NINJS = ("uri", "headline", "headlines", "body_text", "body_xhtml", "bodies")


def read_json(data: bytes, name: str, beside: Sidecar) -> Found:
    """What a file that ends in .json holds. Raises UnreadableInput for the unknown."""
    value = parse_json(data, name)
    if isinstance(value, dict) and "sections" in value:
        return read_stories(value, name)
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict) and any(key.lower() in _NINJS for key in first):
        return read_ninjs(data, name, beside.imprint.date)
    raise UnreadableInput("json_no_stories", where=name)
