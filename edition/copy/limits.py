"""Bounds on copy as a whole, and names safe for files."""

from __future__ import annotations

from pathlib import PurePath

from edition.copy.wording import runs_of
from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.model import Edition, Figure, Story, Table


def within_limits(text: str, name: str) -> None:
    """Raises UnreadableInput for copy that is empty or longer than an edition may be."""
    if not text.strip():
        raise UnreadableInput("the file is empty", where=name, todo="Give a file with copy")
    if len(text) > LIMITS.edition_characters:
        raise UnreadableInput(
            f"the copy holds {len(text)} characters", where=name,
            why=f"The limit is {LIMITS.edition_characters}",
            todo="Divide the copy into several editions",
        )


def within_bounds(edition: Edition, name: str) -> None:
    """Raises UnreadableInput for more than an edition, a story or a table may hold.

    Also for structured copy without any story.
    """
    stories = list(edition.stories)
    if edition.structured and not stories:
        raise UnreadableInput("there is no story in it", where=name, todo="Give a file with copy")
    sizes = [len(story.text) for story in stories]
    for count, limit, what in (
        (len(sizes), LIMITS.stories, "stories"),
        (sum(sizes), LIMITS.edition_characters, "characters"),
        (max(sizes, default=0), LIMITS.story_characters, "characters in one story"),
    ):
        if count > limit:
            raise _too_much(name, f"the copy holds {count} {what}", limit, "Divide the copy into "
                            "several editions")
    for story in stories:
        _story_bounds(story, name)


def _story_bounds(story: Story, name: str) -> None:
    links = sum(run.href is not None
                for block in story.body for runs in runs_of(block) for run in runs)
    cells = max((sum(map(len, b.rows)) for b in story.body if isinstance(b, Table)), default=0)
    figures = sum(isinstance(block, Figure) for block in story.body)
    for count, limit, what in (
        (links, LIMITS.links, "links"), (cells, LIMITS.cells, "cells in a table"),
        (figures, LIMITS.pictures, "pictures"),
    ):
        if count > limit:
            raise _too_much(name, f"a story has {count} {what}", limit, "Divide the story")


def _too_much(name: str, what: str, limit: int, todo: str) -> UnreadableInput:
    return UnreadableInput(what, where=name, why=f"The limit is {limit}", todo=todo)


def safe_name(name: str) -> str:
    """A source's name without suffix, safe as a file name."""
    stem = PurePath(name.replace("\\", "/")).stem
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in stem).strip(". ")
    return kept or "edition"
