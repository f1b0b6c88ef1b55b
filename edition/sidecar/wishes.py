"""What a sidecar asks beside the imprint, parsed: pictures, advertisements, house copy, ranks.

`edition.sidecar.applying` carries it out once all files of the edition are read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from edition.errors import WrongUse
from edition.limits import LIMITS
from edition.model import Advertisement, Ear, HeadManner, HouseItem, PictureSize, Planning
from edition.sidecar.planwishes import parse_planning
from edition.sidecar.values import Focus, SidecarEntry, alternatives, entries, wrong

PLACES = ("first", "last")
HEADS = ("over", *HeadManner)
"""how a headline may stand: over its text, turned, or beside it"""
MOST_HEAD_LINES = 4
"""lines of a headline"""
EARS = 2
_KEYS = {
    "pictures": (
        "file", "story", "caption", "credit", "alt", "focus", "optional", "place", "width",
        "leave_out",
    ),
    "advertisements": ("page", "columns", "rows", "text", "file"),
    "house": ("title", "text"),
    "ears": ("title", "lines"),
    "stories": (
        "headline", "id", "rank", "brief", "jump", "page", "columns", "head", "box",
        "headline_lines",
    ),
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
    place: str | None = None
    """None leaves what the copy shows itself where it is, and puts any other first"""
    width: int | PictureSize | None = None
    leave_out: bool = False
    """the picture is not shown, though the copy shows it"""


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
    own_id: str | None = None
    box: bool | None = None
    lines: tuple[str, ...] = ()
    """those its headline is to stand on; none leaves it to the page"""


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
    def named(self) -> frozenset[str | int]:
        """Every story that an entry names, as it names it."""
        return frozenset((
            *(wish.headline for wish in self.stories), *(wish.story for wish in self.pictures),
            *(one for group in self.groups for one in group.stories),
        ))

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
                entry.flag("optional"), _place(entry), _width(entry),
                entry.flag("leave_out"),
            )
        )
    return tuple(found)


def _place(entry: SidecarEntry) -> str | None:
    return entry.choice("place", PLACES) if "place" in entry.values else None


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
            entry.maybe("id"), entry.maybe_flag("box"), _head_lines(entry),
        )
        for entry in entries(table, "stories", _KEYS["stories"], name)
    )


def _head_lines(entry: SidecarEntry) -> tuple[str, ...]:
    """The lines of a headline; those of an entry that gives the headline make it up exactly."""
    lines = entry.strings("headline_lines")
    headline = entry.values.get("headline")
    if len(lines) > MOST_HEAD_LINES or not all(lines):
        raise wrong(
            "sidecar_head_lines", entry.file, "stories.headline_lines", most=MOST_HEAD_LINES
        )
    if lines and isinstance(headline, str) and head_breaks(headline.strip(), lines) is None:
        raise WrongUse(
            "sidecar_head_words", where=entry.file, key="stories.headline_lines",
            lines=" | ".join(lines), headline=headline,
        )
    return lines


def head_breaks(headline: str, lines: Sequence[str]) -> tuple[int, ...] | None:
    """Where each line but the first begins in a headline; None where they are not its words.

    White at the end of a line may be left out.
    """
    at, found = 0, []
    for line in lines:
        at += len(headline[at:]) - len(headline[at:].lstrip())
        found.append(at)
        if not headline.startswith(line, at):
            return None
        at += len(line)
    return tuple(found[1:]) if at == len(headline) else None


def _width(entry: SidecarEntry) -> int | PictureSize | None:
    """Base columns of a picture, or how large it is to be."""
    value = entry.values.get("width")
    if value is None:
        return None
    if isinstance(value, str) and value in tuple(PictureSize):
        return PictureSize(value)
    if isinstance(value, str):
        raise wrong(
            "sidecar_width", entry.file, "pictures.width", choices=alternatives(tuple(PictureSize))
        )
    return entry.number_of("width")


def _groups(table: Mapping[str, Any], name: str) -> tuple[GroupWish, ...]:
    found = []
    for entry in entries(table, "groups", _KEYS["groups"], name):
        if not entry.text("head"):
            raise wrong("sidecar_missing", name, "groups.head")
        found.append(GroupWish(entry.name, entry.text("head"), entry.stories("stories")))
    return tuple(found)
