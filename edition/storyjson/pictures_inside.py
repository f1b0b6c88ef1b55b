"""The pictures of story JSON: named, or lying in it as base64."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any

from edition.errors import InvalidEdition, UnreadableInput
from edition.judging.given_pictures import opened_picture
from edition.model import Picture


def picture_value(picture: Picture, *, inline: bool) -> dict[str, Any]:
    """A picture as JSON has it, with its bytes where they are to lie in it."""
    value: dict[str, Any] = {
        "name": picture.name, "media": picture.media, "width": picture.width,
        "height": picture.height,
    }
    if inline:
        value["data"] = base64.b64encode(picture.data).decode("ascii")
    return value


def inline_pictures(value: Mapping[str, Any], name: str) -> Iterator[Picture]:
    """The pictures that lie in the JSON. Raises UnreadableInput for one that is none."""
    for at, given in enumerate(value.get("pictures", ())):
        if "data" in given:
            yield _opened(given, _decoded(given["data"], f"$.pictures[{at}].data", name), at)


def given_pictures(
    value: Mapping[str, Any], beside: Mapping[str, bytes], name: str
) -> Iterator[Picture]:
    """Every picture the JSON lists, in its order, out of it or from `beside`.

    Raises InvalidEdition for one that is nowhere or is another than the JSON says.
    """
    for at, given in enumerate(value.get("pictures", ())):
        if "data" in given:
            yield _opened(given, _decoded(given["data"], f"$.pictures[{at}].data", name), at)
            continue
        data = beside.get(given["name"])
        if data is None:
            raise InvalidEdition(
                "picture_not_given", path=f"pictures[{at}].name", name=given["name"]
            )
        yield _opened(given, data, at)


def _decoded(text: str, path: str, name: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise UnreadableInput("json_no_base64", where=name, path=path) from fault


def _opened(given: Mapping[str, Any], data: bytes, at: int) -> Picture:
    try:
        found = opened_picture(given["name"], data)
    except UnreadableInput as fault:
        raise InvalidEdition(
            fault.kind, path=f"pictures[{at}].data", **{"name": given["name"], **fault.values}
        ) from fault
    if any(getattr(found, key) != given.get(key, getattr(found, key))
           for key in ("media", "width", "height")):
        raise InvalidEdition("picture_unready", path=f"pictures[{at}]", name=given["name"])
    return found
