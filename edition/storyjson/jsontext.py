"""An edition as JSON and back, equal and unrepaired: `to_json`, `from_json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, Literal

from edition.answering import Answer
from edition.errors import UnreadableInput, WrongUse, hold_type
from edition.judging import validate
from edition.judging.given_pictures import opened_picture
from edition.limits import LIMITS
from edition.model import Edition, Figure, Picture
from edition.storyjson.pictures_inside import given_pictures, picture_value
from edition.storyjson.read import SCHEMA, found_in
from edition.storyjson.schema import check_schema, parse_json
from edition.storyjson.write import stories_json, story_value

_NAME = "JSON"
"""how messages call the text"""
_LARGEST = LIMITS.source_bytes + 14 * LIMITS.picture_bytes
"""bytes: the copy, and all its pictures in base64"""


def to_json(edition: Edition, pictures: Literal["inline", "names"] = "inline") -> str:
    """The edition as text, all of it: `from_json` gives an equal one.

    Pictures lie in it as base64, or are named and travel apart. Raises InvalidEdition.
    """
    if pictures not in ("inline", "names"):
        raise WrongUse("pictures_wrong", found=str(pictures)[:40])
    validate(edition)
    value = stories_json(edition)
    del value["queries"]
    value["finished"] = True
    value["structured"] = edition.structured
    if edition.digest:
        value["digest"] = edition.digest
    if edition.pictures:
        inline = pictures == "inline"
        value["pictures"] = [picture_value(shown, inline=inline) for shown in edition.pictures]
    if edition.held:
        value["held"] = [story_value(story) for story in edition.held]
    if edition.answers:
        value["answers"] = [_answer(answer) for answer in edition.answers]
    return json.dumps(value, ensure_ascii=False, indent=1)


def from_json(
    text: str | bytes, pictures: Mapping[str, bytes] = MappingProxyType({})
) -> Edition:
    """The edition `to_json` wrote, or one written by hand after the schema; nothing is repaired.

    `pictures` holds those that lie beside it, by their names. Raises UnreadableInput for what is
    no such JSON, InvalidEdition for a value no page can carry.
    """
    hold_type("pictures", pictures, Mapping)
    value = parse_json(_bytes(text), _NAME)
    check_schema(value, SCHEMA, _NAME)
    found = found_in({**value, "pictures": []}, _NAME)
    edition = Edition(
        value.get("name", "edition"), found.sections, found.language, found.imprint,
        found.furniture, found.glossary, advertisements=found.advertisements,
        house_copy=found.house_copy, ears=found.ears, answers=found.answers, held=found.held,
        structured=value.get("structured", False), digest=found.digest,
        planning=found.planning,
    )
    if "pictures" in value:
        edition = replace(edition, pictures=tuple(given_pictures(value, pictures, _NAME)))
    elif pictures:
        edition = replace(edition, pictures=_named(edition, pictures))
    validate(edition)
    return edition


def _bytes(text: str | bytes) -> bytes:
    if not isinstance(text, str | bytes):
        raise WrongUse("data_type", where=_NAME, found=type(text).__qualname__)
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(data) > _LARGEST:
        raise UnreadableInput(
            "file_too_large", where=_NAME, bytes=len(data), limit=_LARGEST
        )
    return data


def _named(edition: Edition, pictures: Mapping[str, bytes]) -> tuple[Picture, ...]:
    """Of the pictures beside hand-written JSON those it shows, in the order it does."""
    shown = [b.src for story in edition.stories for b in story.body if isinstance(b, Figure)]
    shown += [ad.picture for ad in edition.advertisements]
    return tuple(
        opened_picture(name, pictures[name])
        for name in dict.fromkeys(name for name in shown if name in pictures) if name
    )


def _answer(answer: Answer) -> dict[str, Any]:
    given = {entry.name: getattr(answer, entry.name) for entry in fields(answer)}
    return {key: value for key, value in given.items() if value is not None}
