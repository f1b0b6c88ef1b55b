"""Printed pages as those need to know them who did not make them up. Standard library only.

Whoever drew the pages makes these values; whoever writes the book turns them into a
page-list, so that a reader of the EPUB can find the place another holds in print.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

from edition.errors import known_lang
from edition.messages.telling import phrase
from edition.messages.texts import Lang, Phrase

PROVED_GAP = 1e-6
"""what is left of the gap of a proved page by rounding"""


@dataclass(frozen=True, slots=True)
class ContinuedBlock:
    """A block that goes on on a page from an earlier one."""

    block: str
    before: int
    """its characters on earlier pages; white space and hyphens added are not counted"""
    ahead_of: str = ""
    """id of the block that begins next on the page; empty where none does"""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page of the printed edition and what begins on it."""

    number: int
    """Place in the printed edition, counted from 1."""
    label: str
    """What the page prints as its number, such as `B2`."""
    blocks: tuple[str, ...] = ()
    """Ids of the blocks that start on this page, in print order: `s01` (the story itself),
    `s01-headline`, `s01b02`, `s01-byline`."""
    continued: tuple[ContinuedBlock, ...] = ()
    """Those that go on here, cut between two of their characters, in print order."""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line of the plan as a finished page must show it."""

    text: str
    """its characters, and those of the readings above it"""
    story: str = ""
    """headline of the story it belongs to; empty for furniture"""
    number: int | None = None
    """of that story, from 1"""
    part: str = ""
    """of what is no story: the kind of furniture, `advertisement` or `house`"""


@dataclass(frozen=True, slots=True)
class PageCopy:
    """Everything one page of the plan shows."""

    label: str
    lines: tuple[PlannedLine, ...]
    pictures: int = 0
    """pictures of stories and advertisements"""
    continued: tuple[ContinuedBlock, ...] = ()
    """blocks that go on on this page"""


@dataclass(frozen=True, slots=True)
class PressForm:
    """How pages are made for a printer: as PDF/X-4, with marks."""

    profile: bytes = field(repr=False)
    """an ICC profile of the press: what its four inks print"""
    name: str = ""
    """what messages call it: its file"""
    bleed: float | None = None
    """mm, 0 to 20; None for what the pack says"""


@dataclass(frozen=True, slots=True)
class Score:
    """The planned quality of the paper, as `docs/makeup.md` explains term by term."""

    cost: float
    """the optimum of the stated cost, per paper"""
    proved: bool
    """True when no page can be cheaper over the options offered: `gap` is then 0"""
    gap: float = 0.0
    """by how much the optimum could at most be cheaper than `cost`; of a paper of several pages
    in this division of the copy into pages"""
    terms: tuple[tuple[str, float], ...] = ()
    """name and value of each term: white_share, bumps, size_inversions, …"""
    bound: float = 0.0
    """what no such paper can be cheaper than: `cost` less `gap`"""
    steps: int = 0
    """steps the search took; the same on every machine"""

    @property
    def further(self) -> int:
        """The gap as a share of the cost, %, rounded up: the paper can gain at most so much."""
        return percent_of(self.gap, self.cost)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A whole plan other than the best: one page has another lead, or is cut another way."""

    key: str
    """what `[plan] pinned` calls it, such as `1-4x2-down`: page, columns and quarters of the
    page's depth that the lead takes, first cut"""
    page: int
    """number of the page that differs"""
    cost: float
    """price of the whole paper, less is better"""
    dearer: float
    """by how much it is above that of the best plan"""
    differs: tuple[Phrase, ...] = ()
    terms: tuple[tuple[str, float], ...] = ()
    """the planned score of the paper, term by term"""

    def told(self, lang: Lang = "en") -> str:
        """What differs from the best plan, in words."""
        known = known_lang(lang)
        parts = [phrase(part.key, known, part.values) for part in self.differs]
        return ("; " if lang == "en" else "；").join(parts)


def percent_of(gap: float, cost: float) -> int:
    """`gap` as a share of `cost`, %, rounded up; 0 for what is only rounding."""
    if gap < PROVED_GAP or cost <= 0:
        return 0
    return ceil(100 * gap / cost - 1e-9)
