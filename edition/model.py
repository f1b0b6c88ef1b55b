"""The edition as data: what every reader returns, every pass maps and both writers receive.

Standard library only. All values are frozen; a pass returns a new edition. Character order
inside a story is the order of the source: kicker, headline, deck, dateline, body, byline.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, cast

from edition.answering import Answer
from edition.blocks import (
    Block,
    Closing,
    ClosingLine,
    Crosshead,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    PictureSize,
    PullQuote,
    Ranged,
    Run,
    Runs,
    Span,
    Table,
    Verse,
    beside,
    block_text,
    copied_text,
    covered,
    listed,
    plain,
    readings,
    spelled,
    unlabelled,
)
from edition.fitting import ModelValue, fitted
from edition.opening import opened
from edition.planning import Planning

__all__ = [
    "IMPRINT_FIELDS", "PAIR_KEYS", "Advertisement", "Block", "Byline", "Closing", "ClosingLine",
    "Crosshead", "Ear", "Edition", "Entries", "EntryRow", "Figure", "Footnote", "Furniture",
    "HeadManner", "Holds", "HouseItem", "Imprint", "ListBlock", "ListItem", "Mark", "Note",
    "Paragraph", "Picture", "PictureSize", "Planning", "PullQuote", "Ranged", "Run", "Runs",
    "Section", "Span", "Story", "Table", "Verse", "beside", "block_text", "copied_text",
    "covered", "listed", "plain", "readings", "spelled", "unlabelled",
]


class HeadManner(StrEnum):
    """How a headline stands that is not over its text."""

    TURNED = "turned"
    """竖题: its lines run down the side of the text."""
    BESIDE = "beside"
    """旁题: at the left of the text, in a column of its own."""


@dataclass(frozen=True, slots=True)
class Byline(ModelValue):
    """Who wrote the story. `raw` is what the copy holds and what the page prints."""

    raw: str
    """As in the source, brackets and all: `（胡婉冰 喻佳）`."""
    names: tuple[str, ...]
    line: int | None = None
    glued: bool = False
    """True when it was cut off the end of a paragraph."""

    @classmethod
    def of(cls, raw: str, names: Iterable[str] = (), **given: Any) -> Byline:
        """A byline as printed; without `names` the book finds them in it."""
        return cast(Byline, fitted(cls(raw, tuple(names), **given), cls))


@dataclass(frozen=True, slots=True)
class Story(ModelValue):
    id: str
    """`s01`, `s02` … in reading order over the whole edition; blocks are `s01b01` …"""
    headline: str
    body: tuple[Block, ...]
    kicker: str | None = None
    deck: str | None = None
    dateline: str | None = None
    byline: Byline | None = None
    credits: tuple[str, ...] = ()
    source_lines: tuple[int, int] | None = None
    headline_line: int | None = None
    deck_line: int | None = None
    rank: int | None = None
    """Priority from the editor, 1 is the lead; None means the order of the copy."""
    brief: bool = False
    """简讯: an item for a briefs column, set with a run-in headline."""
    jump: bool = False
    """转版: True allows the story to go on on a later page."""
    page: int | None = None
    """Number of the page the editor wants it on, from 1."""
    columns: int | None = None
    """Base columns the editor wants it to span."""
    headline_as_read: str | None = None
    """The headline before a change of script, of the same length: its words are found in it."""
    deck_as_read: str | None = None
    group: str | None = None
    """组合: the one head, or word, over it and the others of its section that say the same."""
    manner: HeadManner | None = None
    """竖题 or 旁题, where the editor wants one: the headline turned, or beside the text."""
    box: bool | None = None
    """加框: whether the editor wants a box round it; None leaves it to the page."""
    headline_breaks: tuple[int, ...] | None = None
    """Where the editor has the headline break: characters before each further line, none for one
    line. None leaves it to the page."""
    own_id: str | None = None
    """What the source or the editor calls the story, through every correction of it."""
    printed_on: str | None = None
    """Label of the page its copy is of, where copy of several pages is read together."""
    published: date | None = None
    """The day it came out where it is from; said in the book alone."""
    address: str | None = None
    """Where that is on the web; a link in the book."""

    @classmethod
    def of(cls, headline: str, body: Any = (), *, id: str = "", **given: Any) -> Story:
        """A story of plain values: `body` is blocks and texts, or one text with a line for each
        paragraph; the rest are the fields by name. `Edition.build` gives its id."""
        if isinstance(body, str):
            body = tuple(line.strip() for line in body.splitlines() if line.strip())
        return cast(Story, fitted(cls(id, headline, body, **given), cls))

    @property
    def text(self) -> str:
        """Every character of the story in source order, parts separated by a line break."""
        head = (self.kicker, self.headline, self.deck, self.dateline)
        tail = (self.byline.raw if self.byline else None, *self.credits)
        return "\n".join(
            [t for t in head if t] + [block_text(b) for b in self.body] + [t for t in tail if t]
        )


@dataclass(frozen=True, slots=True)
class Section(ModelValue):
    title: str | None
    """栏题 such as 赣州之窗; None for stories that stand under no section."""
    stories: tuple[Story, ...]
    line: int | None = None
    id: str = ""
    """`sec1`, `sec2` …"""


@dataclass(frozen=True, slots=True)
class Furniture(ModelValue):
    """A line of the page that belongs to no story: page label, date, hotline, navigation."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture(ModelValue):
    """A picture file, checked and within the limits, upright."""

    name: str
    """as the copy names it: a path under the source's own folder"""
    media: str
    """`image/png`, `image/jpeg` or `image/webp`"""
    width: int
    """pixels"""
    height: int
    """pixels"""
    data: bytes = field(repr=False, default=b"")
    seal: str = field(repr=False, default="", compare=False)
    """the stamp of a picture that was opened and found good; it need not be opened again"""

    @classmethod
    def from_bytes(cls, name: str, data: bytes) -> Picture:
        """The picture in `data`, a PNG, JPEG or WebP, upright and opaque, called `name`.

        Raises UnreadableInput for what is none, is damaged, or is beyond the limits.
        """
        return cast(Picture, opened("judging.given_pictures", "opened_picture")(name, data))

    @property
    def stamp(self) -> str:
        """What no other picture has: a digest of its kind, its size and its bytes."""
        kind = f"{self.media} {self.width} {self.height} "
        return hashlib.sha256(kind.encode("utf-8", "replace") + self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Advertisement(ModelValue):
    """A space of fixed size in a fixed place: the foot of its page, ranged right."""

    id: str
    page: int
    """number of the page, from 1"""
    columns: int
    """base columns; all of them make a strip across the foot"""
    rows: int
    """grid rows"""
    text: str = ""
    """its lines, parted by line ends"""
    picture: str | None = None
    """name of one of the edition's pictures"""

    @classmethod
    def of(cls, page: int, columns: int, rows: int, *, id: str = "", **given: Any) -> Advertisement:
        """Without an id, which `Edition.build` gives."""
        return cast(Advertisement, fitted(cls(id, page, columns, rows, **given), cls))


@dataclass(frozen=True, slots=True)
class HouseItem(ModelValue):
    """补白: house copy for a space the news does not fill, such as 公益广告 or a quotation."""

    id: str
    text: str
    title: str | None = None

    @classmethod
    def of(cls, text: str, title: str | None = None, *, id: str = "") -> HouseItem:
        """Without an id, which `Edition.build` gives."""
        return cls(id, text, title)


@dataclass(frozen=True, slots=True)
class Ear(ModelValue):
    """报眼: what stands beside the paper's name on the front page."""

    title: str
    lines: tuple[str, ...] = ()


class Holds(StrEnum):
    """What a field of the imprint holds: how it is given, what a change of script does to it."""

    WORDS = "words"
    """Text in the script of the edition."""
    FIGURE = "figure"
    """Text that stands as it is in every script: a number, a label."""
    DAY = "day"
    COUNT = "count"
    """A whole number from 1."""
    PEOPLE = "people"
    """Pairs of a role and a person's name."""
    LINES = "lines"
    """Pairs of a label and a text."""


PAIR_KEYS: Mapping[Holds, tuple[str, str]] = MappingProxyType(
    {Holds.PEOPLE: ("role", "name"), Holds.LINES: ("label", "text")}
)
"""What the two parts of a pair are called where the imprint is written down."""


def _text(holds: Holds) -> str | None:
    """A field that may be absent."""
    return field(default=None, metadata={"holds": holds})


def _pairs(holds: Holds) -> tuple[tuple[str, str], ...]:
    return field(default=(), metadata={"holds": holds})


@dataclass(frozen=True, slots=True)
class Imprint(ModelValue):
    """What the copy lacks and the sidecar gives. Nothing here is ever guessed from the text."""

    paper: str | None = _text(Holds.WORDS)
    """Name of the newspaper, set as masthead."""
    date: date | None = field(default=None, metadata={"holds": Holds.DAY})
    issue: str | None = _text(Holds.FIGURE)
    """Issue number as printed, such as `1024`."""
    page: str | None = _text(Holds.FIGURE)
    """Label of the (first) page, such as `B2`."""
    page_title: str | None = _text(Holds.WORDS)
    """版名, the name of the page, such as 社区与乡村."""
    editors: tuple[tuple[str, str], ...] = _pairs(Holds.PEOPLE)
    """(role, name) pairs in print order: (`责任编辑`, `某某`)."""
    publisher: str | None = _text(Holds.WORDS)
    rights: str | None = _text(Holds.WORDS)
    extra: tuple[tuple[str, str], ...] = _pairs(Holds.LINES)
    """Further masthead lines: (`国内统一刊号`, `CN …`)."""
    revision: int | None = field(default=None, metadata={"holds": Holds.COUNT})
    """Which state of the issue this is, from 1, counted by the publisher; never printed."""
    certifier: str | None = _text(Holds.WORDS)
    """Who answers for the book's claim to be accessible; without one it makes none."""

    @classmethod
    def of(cls, *args: Any, **given: Any) -> Imprint:
        """The imprint of plain values; the issue may be a whole number."""
        made = cls(*args, **given)
        issue: Any = made.issue
        if type(issue) is int:
            made = replace(made, issue=str(issue))
        return cast(Imprint, fitted(made, cls))


IMPRINT_FIELDS: Mapping[str, Holds] = MappingProxyType(
    {f.name: f.metadata["holds"] for f in fields(Imprint)}
)
"""What each field of the imprint holds; the order is that of `Imprint`."""


@dataclass(frozen=True, slots=True)
class Edition(ModelValue):
    """One issue or one page of it, ready to be set."""

    name: str
    """Name of the source without its suffix, safe as a file name."""
    sections: tuple[Section, ...]
    language: str = "zh-Hans"
    """BCP 47: `zh-Hans` as it came, else `zh-Hant-TW`, `zh-Hant-HK`, `zh-Hant`; `en`, `de` or `fr`
    for a paper in Latin letters."""
    imprint: Imprint = field(default_factory=Imprint)
    furniture: tuple[Furniture, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    """(simplified, traditional) pairs of the house, longest match first."""
    pictures: tuple[Picture, ...] = ()
    """Every picture a figure or an advertisement names, once."""
    advertisements: tuple[Advertisement, ...] = ()
    house_copy: tuple[HouseItem, ...] = ()
    """The pool of 补白, in the order of preference."""
    ears: tuple[Ear, ...] = ()
    """At most two are printed; without any the index of the edition stands there."""
    answers: tuple[Answer, ...] = ()
    """What the editor said about lines of the copy; used up before editions are joined."""
    held: tuple[Story, ...] = ()
    """Stories the editor holds: read, listed, on no page."""
    structured: bool = False
    """True when the format of the copy says itself where its parts begin and end."""
    digest: str = ""
    """sha256 of the source bytes, hexadecimal; part of the identifiers, never printed."""
    planning: Planning = field(default_factory=Planning)

    @classmethod
    def build(
        cls, name: str, sections: Iterable[Any], *, imprint: Any = None, pictures: Any = (),
        **given: Any,
    ) -> Edition:
        """An edition of plain values, judged and numbered. Raises InvalidEdition with the path.

        `sections` are sections, stories, or mappings of their fields; `pictures` are pictures, or
        a mapping of their names to bytes; `language` and the other fields are given by name.
        """
        make = opened("judging.building", "built_edition")
        return cast(Edition, make(name, sections, imprint, pictures, given))

    @property
    def stories(self) -> Iterator[Story]:
        """All stories in reading order."""
        return (story for section in self.sections for story in section.stories)
