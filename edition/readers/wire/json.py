"""The reader of `.json`: what it holds decides between edition's own story JSON and ninjs."""

from __future__ import annotations

from edition.copy.read import Read
from edition.errors import UnreadableInput
from edition.readers.wire.ninjs import read_ninjs
from edition.sidecar.parse import Sidecar
from edition.storyjson.read import read_stories
from edition.storyjson.schema import parse_json

_NINJS = ("uri", "headline", "headlines", "body_text", "body_xhtml", "bodies")


def read_json(data: bytes, name: str, sidecar: Sidecar) -> Read:
    """Read a file that ends in .json by what it holds. Raises UnreadableInput for the unknown."""
    value = parse_json(data, name)
    if isinstance(value, dict) and "sections" in value:
        return read_stories(value, data, name, sidecar)
    if isinstance(value, dict) and any(key.lower() in _NINJS for key in value):
        return read_ninjs(data, name, sidecar)
    raise UnreadableInput(
        "this JSON holds no stories", where=name, why="It is no object with “sections”",
        todo="Write it as `edition schema` says",
    )
