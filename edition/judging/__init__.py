"""The one door at which values are judged, and the makers of editions from plain values.

`validate` names the first bad value by its path; every writer comes through `ready`.
"""

from __future__ import annotations

from edition.judging.edition_judge import validate
from edition.judging.given_pictures import with_sizes
from edition.judging.numbered import is_numbered, numbered
from edition.model import Edition

__all__ = ["ready", "validate"]


def ready(edition: Edition) -> Edition:
    """The edition, judged, with an id for every part and a size for every picture shown.

    Raises InvalidEdition.
    """
    validate(edition)
    edition = with_sizes(edition)
    return edition if is_numbered(edition) else numbered(edition)
