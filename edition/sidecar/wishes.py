"""What a sidecar asks beside the imprint, parsed: pictures, advertisements, house copy, ranks.

`edition.sidecar.applying` carries it out once all files of the edition are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from edition.limits import LIMITS
from edition.model import Advertisement, Ear, HeadManner, HouseItem, Planning
from edition.sidecar.planwishes import parse_planning
from edition.sidecar.values import Focus, entries, wrong

PLACES = ("first", "last")
HEADS = ("over", *HeadManner)
"""how a headline may stand: over its text, turned, or beside it"""
EARS = 2
_KEYS = {
    "pictures": ("file", "story", "caption", "credit", "alt", "focus", "optional", "place"),
    "advertisements": ("page", "columns", "rows", "text", "file"),
    "house": ("title", "text"),
    "ears": ("title", "lines"),
    "stories": ("headline", "rank", "brief", "jump", "page", "columns", "head"),
    "groups": ("head", "stories"),
}
TABLES = tuple(_KEYS)


@dataclass(frozen=True, slots=True)
class PictureWish:
    """One `[[pictures]]`: a file and where it belongs."""

    name: str
    """how messages call it"""
    file: str
    story: str | int
    """exact headline, or number in reading order from 1"""
    caption: str = ""
    credit: str | None = None
    alt: str | None = None
    focus: Focus | None = None
    optional: bool = False
    place: str = "first"


@dataclass(frozen=True, slots=True)
class StoryWish:
    """One `[[stories]]`; None and False leave the story as it is."""

    name: str
    headline: str | int
    rank: int | None = None
    brief: bool = False
    jump: bool = False
    page: int | None = None
    columns: int | None = None
    manner: HeadManner | None = None


@dataclass(frozen=True, slots=True)
class GroupWish:
    """One `[[groups]]`: stories under one head (组合)."""

    name: str
    head: str
    stories: tuple[str | int, ...]
    """exact headlines, or numbers in reading order"""


@dataclass(frozen=True, slots=True)
class Wishes:
    """All a sidecar asks. Ids are given when editions are joined."""

    pictures: tuple[PictureWish, ...] = ()
    advertisements: tuple[Advertisement, ...] = ()
    house: tuple[HouseItem, ...] = ()
    ears: tuple[Ear, ...] = ()
    stories: tuple[StoryWish, ...] = ()
    planning: Planning = field(default_factory=Planning)
    groups: tuple[GroupWish, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """Every picture file named, once, in order."""
        named = [wish.file for wish in self.pictures]
        named += [ad.picture for ad in self.advertisements if ad.picture]
        return tuple(dict.fromkeys(named))


def parse_wishes(table: Mapping[str, Any], name: str) -> Wishes:
    """The wishes in a sidecar's table. Raises WrongUse naming file and key."""
    ears = _ears(table, name)
    found = Wishes(
        _pictures(table, name), _advertisements(table, name), _house(table, name), ears,
        _stories(table, name), parse_planning(table, name), _groups(table, name),
    )
    if len(ears) > EARS:
        raise wrong("sidecar_ears", name, "ears", limit=EARS)
    if len(found.files) > LIMITS.pictures:
        raise wrong("sidecar_pictures", name, "pictures", limit=LIMITS.pictures)
    return found


def _pictures(table: Mapping[str, Any], name: str) -> tuple[PictureWish, ...]:
    found = []
    for entry in entries(table, "pictures", _KEYS["pictures"], name):
        file = entry.path("file")
        if file is None:
            raise wrong("sidecar_no_file", name, "pictures.file")
        found.append(
            PictureWish(
                entry.name, file, entry.story("story"), entry.text("caption"),
                entry.maybe("credit"), entry.maybe("alt"), entry.focus("focus"),
                entry.flag("optional"), entry.choice("place", PLACES),
            )
        )
    return tuple(found)


def _advertisements(table: Mapping[str, Any], name: str) -> tuple[Advertisement, ...]:
    found = []
    for entry in entries(table, "advertisements", _KEYS["advertisements"], name):
        text, file = entry.lines("text"), entry.path("file")
        if not text and file is None:
            raise wrong("sidecar_empty_advertisement", name, "advertisements")
        found.append(
            Advertisement(
                "", entry.needed("page"), entry.needed("columns"), entry.needed("rows"), text, file
            )
        )
    return tuple(found)


def _house(table: Mapping[str, Any], name: str) -> tuple[HouseItem, ...]:
    found = []
    for entry in entries(table, "house", _KEYS["house"], name):
        if not entry.text("text"):
            raise wrong("sidecar_missing", name, "house.text")
        found.append(HouseItem("", entry.text("text"), entry.maybe("title")))
    return tuple(found)


def _ears(table: Mapping[str, Any], name: str) -> tuple[Ear, ...]:
    found = []
    for entry in entries(table, "ears", _KEYS["ears"], name):
        if not entry.text("title"):
            raise wrong("sidecar_missing", name, "ears.title")
        found.append(Ear(entry.text("title"), entry.strings("lines")))
    return tuple(found)


def _stories(table: Mapping[str, Any], name: str) -> tuple[StoryWish, ...]:
    return tuple(
        StoryWish(
            entry.name, entry.story("headline"), entry.number_of("rank"), entry.flag("brief"),
            entry.flag("jump"), entry.number_of("page"), entry.number_of("columns"),
            HeadManner(manner) if (manner := entry.choice("head", HEADS)) != HEADS[0] else None,
        )
        for entry in entries(table, "stories", _KEYS["stories"], name)
    )


def _groups(table: Mapping[str, Any], name: str) -> tuple[GroupWish, ...]:
    found = []
    for entry in entries(table, "groups", _KEYS["groups"], name):
        if not entry.text("head"):
            raise wrong("sidecar_missing", name, "groups.head")
        found.append(GroupWish(entry.name, entry.text("head"), entry.stories("stories")))
    return tuple(found)
