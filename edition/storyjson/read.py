"""The reader of edition's own story JSON, as `edition stories --json` writes it.

What was written is read back without loss: only ids are given anew, and queries are not read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from edition.copy.clean import clean_text
from edition.copy.limits import safe_name
from edition.copy.numbering import number_parts
from edition.copy.read import Read
from edition.errors import Diagnostic, Severity, UnreadableInput, WrongUse, old_remark
from edition.limits import LIMITS
from edition.model import (
    Advertisement,
    Byline,
    Ear,
    Edition,
    Furniture,
    HouseItem,
    Imprint,
    Section,
    Story,
)
from edition.sidecar.parse import Sidecar
from edition.sidecar.values import day
from edition.storyjson.blocks import block_of
from edition.storyjson.schema import check_schema, schema_text

SCHEMA = "story.schema.json"
_MADE_OF_LINES = "advertisements"
"""The one key whose texts may go over several lines."""


def schema() -> str:
    """The JSON Schema of the stories, as text."""
    return schema_text(SCHEMA)


def read_stories(value: dict[str, Any], data: bytes, name: str, sidecar: Sidecar) -> Read:
    """The edition of parsed story JSON. Raises UnreadableInput where it breaks the schema."""
    check_schema(value, SCHEMA, name)
    washer = _Washer()
    value = washer.wash(value, "$")
    edition = Edition(
        name=safe_name(f"{value['name']}.json") if "name" in value else safe_name(name),
        sections=tuple(_sections(value, name)),
        language=value.get("language", "zh-Hans"),
        imprint=_imprint(value.get("imprint", {}), sidecar.imprint, name),
        furniture=tuple(Furniture(f["line"], f["text"]) for f in value.get("furniture", [])),
        glossary=_glossary(value, sidecar),
        advertisements=tuple(_advertisements(value)),
        house_copy=tuple(
            HouseItem(f"house{n}", item["text"], item.get("title"))
            for n, item in enumerate(value.get("house_copy", []), 1)
        ),
        ears=tuple(Ear(ear["title"], tuple(ear.get("lines", ()))) for ear in value.get("ears", [])),
        digest=hashlib.sha256(data).hexdigest(),
    )
    _within_limits(edition, name)
    edition, divided = number_parts(edition)
    return Read(edition, (*washer.remarks(name), *divided))


def _sections(value: Mapping[str, Any], name: str) -> Iterator[Section]:
    for at, section in enumerate(value["sections"]):
        path = f"$.sections[{at}].stories"
        stories = tuple(
            _story(story, f"{path}[{n}]", name) for n, story in enumerate(section["stories"])
        )
        yield Section(section.get("title"), stories, section.get("line"))


def _story(value: Mapping[str, Any], path: str, name: str) -> Story:
    body = tuple(
        block_of(block, f"{path}.body[{n}]", name) for n, block in enumerate(value["body"])
    )
    lines = value.get("source_lines")
    return Story(
        id="", headline=value["headline"], body=body, kicker=value.get("kicker"),
        deck=value.get("deck"), dateline=value.get("dateline"), byline=_byline(value),
        credits=tuple(value.get("credits", ())),
        source_lines=(lines[0], lines[1]) if lines else None,
        headline_line=value.get("headline_line"), deck_line=value.get("deck_line"),
        rank=value.get("rank"), brief=value.get("brief", False), jump=value.get("jump", False),
        page=value.get("page"), columns=value.get("columns"),
        headline_as_read=value.get("headline_as_read"), deck_as_read=value.get("deck_as_read"),
    )


def _byline(value: Mapping[str, Any]) -> Byline | None:
    """The byline; names of a dateline stand in the text already."""
    names, raw = tuple(value.get("byline", ())), value.get("byline_raw")
    position = value.get("byline_position")
    if raw is None and (not names or position == "dateline"):
        return None
    whole = " ".join(names) if raw is None else raw
    return Byline(whole, names, value.get("byline_line"), position == "glued")


def _imprint(value: Mapping[str, Any], first: Imprint, name: str) -> Imprint:
    """The imprint of the file; the sidecar's own values stand before it."""
    given = dict(value)
    try:
        given["date"] = day(value.get("date"), "imprint.date", name)
    except WrongUse as fault:
        raise UnreadableInput(
            "$.imprint.date is no day of the calendar", where=name, todo="Correct it"
        ) from fault
    given["editors"] = tuple((e["role"], e["name"]) for e in value.get("editors", ()))
    given["extra"] = tuple((e["label"], e["text"]) for e in value.get("extra", ()))
    beside = {f.name: v for f in fields(Imprint) if (v := getattr(first, f.name))}
    return replace(Imprint(**given), **beside)


def _glossary(value: Mapping[str, Any], sidecar: Sidecar) -> tuple[tuple[str, str], ...]:
    own = ((pair["simplified"], pair["traditional"]) for pair in value.get("glossary", ()))
    return tuple(dict.fromkeys((*sidecar.glossary, *own)))


def _advertisements(value: Mapping[str, Any]) -> Iterator[Advertisement]:
    for number, ad in enumerate(value.get("advertisements", ()), 1):
        yield Advertisement(
            f"ad{number}", ad["page"], ad["columns"], ad["rows"], ad.get("text", ""),
            ad.get("picture"),
        )


def _within_limits(edition: Edition, name: str) -> None:
    sizes = [len(story.text) for story in edition.stories]
    for count, limit, what in (
        (len(sizes), LIMITS.stories, "stories"),
        (sum(sizes), LIMITS.edition_characters, "characters"),
        (max(sizes, default=0), LIMITS.story_characters, "characters in one story"),
    ):
        if count > limit:
            raise UnreadableInput(
                f"the copy holds {count} {what}", where=name, why=f"The limit is {limit}",
                todo="Divide the copy into several editions",
            )
    if not sizes:
        raise UnreadableInput("there is no story in it", where=name, todo="Give a file with copy")


class _Washer:
    """Takes out of every string what no page can carry, and counts it."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[int, str]] = {}

    def wash(self, value: Any, path: str, lines: bool = False) -> Any:
        if isinstance(value, str):
            return self._text(value, path, lines)
        if isinstance(value, list):
            return [self.wash(part, f"{path}[{n}]", lines) for n, part in enumerate(value)]
        if isinstance(value, dict):
            return {
                key: self.wash(part, f"{path}.{key}", lines or key == _MADE_OF_LINES)
                for key, part in value.items() if key != "queries"
            }
        return value

    def _text(self, text: str, path: str, lines: bool) -> str:
        clean, remarks = clean_text(text)
        for remark in remarks:
            count, first = self.found.get(remark.kind, (0, path))
            self.found[remark.kind] = (count + 1, first)
        return clean if lines else clean.replace("\n", " ")

    def remarks(self, name: str) -> Iterator[Diagnostic]:
        for kind, (count, path) in self.found.items():
            texts = "One text" if count == 1 else f"{count} texts"
            yield old_remark(
                kind, Severity.WARNING,
                f"{texts} held characters no page can carry, which were removed; "
                f"the first is {path}.", source=name,
            )
