"""What is asked of an edition before anything is made of it."""

from __future__ import annotations

from edition.errors import CannotSet
from edition.judging import ready
from edition.model import Edition

_SHOWN = 5
"""headlines of held stories that an error names"""


def printable(edition: Edition) -> Edition:
    """The edition judged and numbered. Raises CannotSet where every story is held."""
    edition = ready(edition)
    if edition.held and next(edition.stories, None) is None:
        raise CannotSet("all_held", where=edition.name, count=len(edition.held),
                        headlines=tuple(story.headline for story in edition.held[:_SHOWN]))
    return edition
