"""Ids that stand in several stories: each is meant by its own story alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from edition.copy.wording import runs_of
from edition.judging.numbered import relinked
from edition.model import Advertisement, Block, Edition, HouseItem, Run, Section, Story
from edition.walk import every_run

_Part = TypeVar("_Part", Section, Advertisement, HouseItem)


def told_apart(edition: Edition) -> Edition:
    """Stories of several editions, or with notes of one name, under ids of their own.

    An id that another story links to stays as it is, and is refused if it stands twice.
    """
    count = Counter(id for story in edition.stories for id in set(_ids(story)))
    twice = {id for id, stories in count.items() if stories > 1}
    edition = replace(
        edition, sections=_first_ids(edition.sections),
        advertisements=_first_ids(edition.advertisements),
        house_copy=_first_ids(edition.house_copy),
    )
    if not twice:
        return edition
    twice -= {link for story in edition.stories for link in _links(story) - set(_ids(story))}
    taken = set(count)
    return replace(edition, sections=tuple(
        replace(section, stories=tuple(_own(story, twice, taken) for story in section.stories))
        for section in edition.sections
    ))


def _ids(story: Story) -> Iterator[str]:
    yield from (part.id for part in (story, *story.body) if part.id)


def _runs(story: Story) -> Iterator[Run]:
    return (run for block in story.body for runs in runs_of(block) for run in runs)


def _links(story: Story) -> set[str]:
    return {run.href[1:] for run in _runs(story) if run.href and run.href.startswith("#")}


def _first_ids(parts: tuple[_Part, ...]) -> tuple[_Part, ...]:
    """The parts, without an id that one before has."""
    seen: set[str] = set()
    found: list[_Part] = []
    for part in parts:
        found.append(replace(part, id="") if part.id in seen else part)
        seen.add(part.id)
    return tuple(found)


def _own(story: Story, twice: Collection[str], taken: set[str]) -> Story:
    """The story under ids nobody has; two alike within it stay alike, to be refused."""
    ids = {id: _free(id, taken) for id in dict.fromkeys(_ids(story)) if id in twice}
    if not ids:
        return story
    return replace(story, id=ids.get(story.id, story.id), body=_renamed(story.body, ids))


def _free(id: str, taken: set[str]) -> str:
    number = 2
    while f"{id}.{number}" in taken:
        number += 1
    taken.add(f"{id}.{number}")
    return f"{id}.{number}"


def _renamed(body: Iterable[Block], ids: Mapping[str, str]) -> tuple[Block, ...]:
    def run(one: Run) -> Run:
        one = relinked(one, ids)
        return one if one.note is None else replace(one, note=ids.get(one.note, one.note))

    changed = (every_run(block, lambda runs: tuple(map(run, runs))) for block in body)
    return tuple(replace(block, id=ids.get(block.id, block.id)) for block in changed)
