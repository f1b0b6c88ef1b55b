"""How the sidecar beside a file names each story: by its headline, else by its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edition.copy.clean import unspaced
from edition.copy.reading import Read
from edition.model import Story
from edition.readers.sources import Source, sidecar_place
from edition.sidecar.nearnames import is_near


@dataclass(frozen=True, slots=True)
class NamedStory:
    """A story, and how the sidecar beside its file may name it."""

    file: str
    names: tuple[str | int, ...]
    """the one to write first"""
    story: Story
    others: tuple[str, ...] = ()
    """headlines of the other stories that the sidecar stands for"""

    def is_meant(self, wanted: object) -> bool:
        """True where an entry that names `wanted` is of this story, mended since or not."""
        if wanted in self.names:
            return True
        if not isinstance(wanted, str) or wanted in self.others:
            return False
        return is_near(wanted, self.story.headline) and not any(
            is_near(wanted, one) for one in self.others
        )

    def known_by(
        self, entries: Iterable[Mapping[str, Any]], key: str
    ) -> tuple[str | int, ...]:
        """Its names, and behind them what entries call it under `key` from an earlier headline."""
        called = (one.get(key) for one in entries)
        return tuple(dict.fromkeys((*self.names, *(c for c in called if c and self.is_meant(c)))))


def named_stories(read: Read, sources: Sequence[Source]) -> list[NamedStory]:
    """Every story in reading order, with its names."""
    files = [file.name for file in read.copy for _ in range(file.stories)]
    paths = {one.name: sidecar_place(one) for one in sources}
    beside: dict[Path | None, list[Story]] = {}
    places: list[tuple[str, Story, int]] = []
    for file, story in zip(files, read.edition.stories, strict=False):
        own = beside.setdefault(paths.get(file), [])
        own.append(story)
        places.append((file, story, len(own)))
    return [
        _named(file, story, number, beside[paths.get(file)]) for file, story, number in places
    ]


def _named(file: str, story: Story, number: int, beside: Sequence[Story]) -> NamedStory:
    same = [at for at, one in enumerate(beside, 1)
            if unspaced(one.headline) == unspaced(story.headline)]
    names: tuple[str | int, ...] = (number,)
    if story.headline and len(same) == 1:
        names = (story.headline, number)
    elif story.headline and same[0] == number:
        names = (number, story.headline)  # What names several means the first.
    others = tuple(one.headline for at, one in enumerate(beside, 1) if at != number)
    return NamedStory(file, names, story, others)
