"""The contents page: section by section, what a story is about, who wrote it, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.model import Edition, Section
from edition.render.book.headparts import (
    LABEL,
    Phrases,
    excerpt,
    length,
    phrases,
    shortened,
    signed,
)
from edition.render.book.leaves import name_of, path_of
from edition.render.book.pagelinks import label_of
from edition.render.book.pagelist import PageMap
from edition.trade.phrases import words


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One story in the contents."""

    id: str
    href: str
    headline: str
    phrases: Phrases
    label: str
    """the headline in short, for the reader's own menu"""
    told: str
    """its deck, else its first sentence"""
    signed: str
    """names alone"""
    page: str | None
    """as printed: 第A1版"""
    length: str
    """in characters or words, with its unit"""
    group: str | None = None
    """the head it stands under with others"""


@dataclass(frozen=True, slots=True)
class ContentsRun:
    """Stories of the contents that stand under one head, or none."""

    head: str | None
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Department:
    """One section in the contents; a section without a title lists its stories plainly."""

    id: str
    title: str | None
    entries: tuple[ContentsEntry, ...]

    @property
    def runs(self) -> tuple[ContentsRun, ...]:
        """Its entries by the heads over groups of them (组合)."""
        return tuple(
            ContentsRun(head, tuple(some))
            for head, some in groupby(self.entries, key=lambda entry: entry.group)
        )


def departments(edition: Edition, page_map: PageMap) -> tuple[Department, ...]:
    """The contents by section and story; empty sections are left out."""
    return tuple(
        Department(
            section.id or f"sec{number}", section.title,
            tuple(_entries(section, edition, page_map)),
        )
        for number, section in enumerate(edition.sections, 1)
        if section.stories
    )


def _entries(section: Section, edition: Edition, page_map: PageMap) -> Iterator[ContentsEntry]:
    say = words(edition.language)
    for story in section.stories:
        name = name_of(story, edition.language)
        page = label_of(story, page_map)
        yield ContentsEntry(
            id=story.id,
            href=path_of(story),
            headline=name,
            phrases=phrases(name, edition.language, story.headline_as_read),
            label=shortened(name, 2 * LABEL),
            told=excerpt(story),
            signed=signed(story, edition.language),
            page=say.page.format(page) if page else None,
            length=say.length.format(f"{length(story, edition.language):,}"),
            group=story.group,
        )

