"""Ids for every part of an edition, with what points at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from edition.copy.numbering import number_beside, number_parts
from edition.copy.wording import runs_of
from edition.model import Block, Edition, Run, Runs, Section, Story
from edition.walk import every_run


def is_numbered(edition: Edition) -> bool:
    """True when every printed part has an id."""
    return (
        all(section.id for section in edition.sections)
        and all(story.id and all(block.id for block in story.body)
                for section in edition.sections for story in section.stories)
        and all(ad.id for ad in edition.advertisements)
        and all(item.id for item in edition.house_copy)
    )


def numbered(edition: Edition, before: int = 0) -> Edition:
    """Ids `s01`, `s01b01` … in reading order, after `before` stories of other editions.

    Marks of notes and `#id` links name the new ids.
    """
    done = number_parts(number_beside(edition), before)[0]
    ids = dict(_new_ids(edition, done))
    if all(old == new for old, new in ids.items()) or not _links(edition):
        return done
    return replace(done, sections=tuple(
        replace(section, stories=tuple(_with_links(story, ids) for story in section.stories))
        for section in done.sections
    ))


def _new_ids(before: Edition, after: Edition) -> list[tuple[str, str]]:
    """(old, new) id of every story and block, and of every section."""
    found = [(a.id, b.id) for a, b in zip(before.sections, after.sections, strict=True)]
    for old, new in zip(before.stories, after.stories, strict=True):
        found.append((old.id, new.id))
        if len(old.body) == len(new.body):
            found += [(a.id, b.id) for a, b in zip(old.body, new.body, strict=True)]
    return [(old, new) for old, new in found if old]


def _links(edition: Edition) -> bool:
    return any(_is_link(runs) for story in edition.stories for block in story.body
               for runs in runs_of(block))


def _is_link(runs: Runs) -> bool:
    return any(run.href is not None and run.href.startswith("#") for run in runs)


def _with_links(story: Story, ids: Mapping[str, str]) -> Story:
    return replace(story, body=tuple(_block(block, ids) for block in story.body))


def _block(block: Block, ids: Mapping[str, str]) -> Block:
    if not any(map(_is_link, runs_of(block))):
        return block
    return every_run(block, lambda runs: tuple(relinked(run, ids) for run in runs))


def relinked(run: Run, ids: Mapping[str, str]) -> Run:
    """The run, an `#id` link in it naming the new id where there is one."""
    if run.href is None or not run.href.startswith("#"):
        return run
    return replace(run, href="#" + ids.get(run.href[1:], run.href[1:]))


def joined_sections(parts: list[Section], more: tuple[Section, ...]) -> list[Section]:
    """The sections, one after the other; one that goes on under its title is not repeated."""
    for section in more:
        if parts and parts[-1].title == section.title:
            parts[-1] = replace(parts[-1], stories=parts[-1].stories + section.stories)
        else:
            parts.append(section)
    return parts
