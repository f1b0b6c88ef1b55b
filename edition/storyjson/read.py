"""The reader of edition's own story JSON, as `edition stories --json` and `to_json` write it.

What was written is read back without loss; queries are not read. A file is washed first, and its
ids are given anew by whoever makes an edition of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from edition.answering import Answer, Do
from edition.copy.clean import clean_text
from edition.copy.making import Found
from edition.errors import Diagnostic, UnreadableInput, WrongUse
from edition.messages.texts import Phrase
from edition.model import (
    Advertisement,
    Byline,
    Ear,
    Furniture,
    HeadManner,
    HouseItem,
    Imprint,
    Planning,
    Section,
    Story,
)
from edition.sidecar.values import day
from edition.storyjson.keys import pairs_read
from edition.storyjson.pictures_inside import inline_pictures
from edition.storyjson.readblocks import block_of
from edition.storyjson.schema import check_schema, schema_text
from edition.storyjson.written import written_sections

SCHEMA = "story.schema.json"
_MADE_OF_LINES = "advertisements"
"""The one key whose texts may go over several lines."""


def schema() -> str:
    """The JSON Schema of the stories, as text."""
    return schema_text(SCHEMA)


def read_stories(value: dict[str, Any], name: str) -> Found:
    """What parsed story JSON holds. Raises UnreadableInput where it breaks the schema."""
    check_schema(value, SCHEMA, name)
    washer = _Washer()
    found = found_in(washer.wash(value, "$"), name)
    return replace(found, remarks=tuple(washer.remarks(name)))


def found_in(value: Mapping[str, Any], name: str) -> Found:
    """What story JSON holds, ids and all; it keeps the schema. Pictures lie in it or are left."""
    finished = value.get("finished", False)
    return Found(
        tuple(_sections(value, name)), name=value.get("name", ""),
        language=value.get("language", "zh-Hans"),
        imprint=_imprint(value.get("imprint", {}), name),
        furniture=tuple(Furniture(f["line"], f["text"]) for f in value.get("furniture", ())),
        glossary=pairs_read("glossary", value.get("glossary", ())),
        advertisements=tuple(_advertisements(value)),
        house_copy=tuple(
            HouseItem(item.get("id", ""), item["text"], item.get("title"))
            for item in value.get("house_copy", ())
        ),
        ears=tuple(Ear(ear["title"], tuple(ear.get("lines", ()))) for ear in value.get("ears", ())),
        file="\n".join(_words(value)), finished=finished, digest=value.get("digest", ""),
        structured=value.get("structured", True) if finished else True,
        pictures=tuple(inline_pictures(value, name)),
        held=tuple(
            _story(story, f"$.held[{n}]", name) for n, story in enumerate(value.get("held", ()))
        ),
        answers=tuple(_answers(value)),
        planning=Planning.of(**value.get("planning", {})),
    )


def _answers(value: Mapping[str, Any]) -> Iterator[Answer]:
    for given in value.get("answers", ()):
        yield Answer(**{**given, "do": Do(given["do"])})


def _words(value: Mapping[str, Any]) -> Iterator[str]:
    """Every text of the file that is to be found again; what stands twice in it is said once."""
    for section in written_sections(value) or ():
        yield section.title
        for story in section.stories:
            yield from story.texts
    yield from (item["text"] for item in value.get("furniture", ()))


def _sections(value: Mapping[str, Any], name: str) -> Iterator[Section]:
    for at, section in enumerate(value["sections"]):
        path = f"$.sections[{at}].stories"
        stories = tuple(
            _story(story, f"{path}[{n}]", name) for n, story in enumerate(section["stories"])
        )
        yield Section(section.get("title"), stories, section.get("line"), section.get("id", ""))


def _story(value: Mapping[str, Any], path: str, name: str) -> Story:
    body = tuple(
        block_of(block, f"{path}.body[{n}]", name) for n, block in enumerate(value["body"])
    )
    lines, breaks = value.get("source_lines"), value.get("headline_breaks")
    return Story(
        id=value.get("id", ""), headline=value["headline"], body=body, kicker=value.get("kicker"),
        deck=value.get("deck"), dateline=value.get("dateline"), byline=_byline(value),
        credits=tuple(value.get("credits", ())),
        source_lines=(lines[0], lines[1]) if lines else None,
        headline_line=value.get("headline_line"), deck_line=value.get("deck_line"),
        rank=value.get("rank"), brief=value.get("brief", False), jump=value.get("jump", False),
        page=value.get("page"), columns=value.get("columns"), group=value.get("group"),
        manner=HeadManner(value["manner"]) if "manner" in value else None,
        headline_as_read=value.get("headline_as_read"), deck_as_read=value.get("deck_as_read"),
        own_id=value.get("own_id"),
        printed_on=value.get("printed_on"), box=value.get("box"),
        headline_breaks=None if breaks is None else tuple(breaks),
        address=value.get("address"),
        published=_day(value.get("published"), f"{path}.published", name),
    )


def _byline(value: Mapping[str, Any]) -> Byline | None:
    """The byline; names of a dateline stand in the text already."""
    names, raw = tuple(value.get("byline", ())), value.get("byline_raw")
    position = value.get("byline_position")
    if raw is None and (not names or position == "dateline"):
        return None
    whole = " ".join(names) if raw is None else raw
    return Byline(whole, names, value.get("byline_line"), position == "glued")


def _imprint(value: Mapping[str, Any], name: str) -> Imprint:
    given = dict(value)
    given["date"] = _day(value.get("date"), "imprint.date", name)
    for key in ("editors", "extra"):
        given[key] = pairs_read(key, value.get(key, ()))
    return Imprint(**given)


def _day(value: str | None, path: str, name: str) -> date | None:
    try:
        return day(value, path, name)
    except WrongUse as fault:
        raise UnreadableInput("json_date", where=name) from fault


def _advertisements(value: Mapping[str, Any]) -> Iterator[Advertisement]:
    for ad in value.get("advertisements", ()):
        yield Advertisement(
            ad.get("id", ""), ad["page"], ad["columns"], ad["rows"], ad.get("text", ""),
            ad.get("picture"),
        )


class _Washer:
    """Takes out of every string what no page can carry, and counts the strings."""

    def __init__(self) -> None:
        self.count = 0
        self.first = ""

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
        if remarks:
            self.count += 1
            self.first = self.first or path
        return clean if lines else clean.replace("\n", " ")

    def remarks(self, name: str) -> Iterator[Diagnostic]:
        if self.count:
            texts = Phrase("one_text") if self.count == 1 else Phrase(
                "texts", {"count": self.count})
            yield Diagnostic("texts_cleaned", {"texts": texts, "path": self.first}, source=name)
