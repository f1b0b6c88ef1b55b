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
        raise UnreadableInput("copy_empty", where=name)
    if len(text) > LIMITS.edition_characters:
        raise UnreadableInput(
            "too_many_characters", where=name, count=len(text), limit=LIMITS.edition_characters
        )


def within_bounds(edition: Edition, name: str) -> None:
    """Raises UnreadableInput for more than an edition, a story or a table may hold.

    Also for structured copy without any story, printed or held.
    """
    stories = list(edition.stories)
    if edition.structured and not stories and not edition.held:
        raise UnreadableInput("no_story", where=name)
    sizes = [len(story.text) for story in stories]
    _bounded(name, "too_many_stories", len(sizes), LIMITS.stories)
    _bounded(name, "too_many_characters", sum(sizes), LIMITS.edition_characters)
    _bounded(name, "story_too_long", max(sizes, default=0), LIMITS.story_characters)
    for story in stories:
        _story_bounds(story, name)


def _story_bounds(story: Story, name: str) -> None:
    links = sum(run.href is not None
                for block in story.body for runs in runs_of(block) for run in runs)
    cells = max((len(b.rows) * b.width for b in story.body if isinstance(b, Table)), default=0)
    figures = sum(isinstance(block, Figure) for block in story.body)
    _bounded(name, "story_links", links, LIMITS.links)
    _bounded(name, "story_cells", cells, LIMITS.cells)
    _bounded(name, "story_pictures", figures, LIMITS.pictures)


def _bounded(name: str, kind: str, count: int, limit: int) -> None:
    if count > limit:
        raise UnreadableInput(kind, where=name, count=count, limit=limit)


def safe_name(name: str) -> str:
    """A source's name without suffix, safe as a file name."""
    stem = PurePath(name.replace("\\", "/")).stem
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in stem).strip(". ")
    return kept or "edition"
