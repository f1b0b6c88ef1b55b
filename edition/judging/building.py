"""Editions made of plain values: fitted, numbered and judged (`Edition.build`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from edition.errors import InvalidEdition, UnreadableInput
from edition.fitting import fitted
from edition.judging.edition_judge import validate
from edition.judging.given_pictures import opened_picture, with_sizes
from edition.judging.numbered import numbered
from edition.judging.own_ids import told_apart
from edition.judging.places import quoted
from edition.judging.value_types import judge_shape
from edition.model import Byline, Edition, Imprint, Picture, Section, Story
from edition.trade.bylines import bracketed_names, names_in


def built_edition(
    name: str, sections: Iterable[Any], imprint: Any, pictures: Any, given: Mapping[str, Any]
) -> Edition:
    """The edition of plain values. Raises InvalidEdition with the path of a bad one."""
    raw: Any = Edition(
        name, _sections(sections), imprint=Imprint() if imprint is None else imprint,
        pictures=_pictures(pictures), **given,
    )
    edition = fitted(raw, Edition)
    judge_shape(edition, Edition)
    edition = told_apart(_signed(edition))
    # Judged before it is numbered: a mark whose note is missing would lose it unseen.
    validate(edition)
    return numbered(with_sizes(edition))


def _sections(given: Any) -> Any:
    """Sections as they are; stories among them stand under no title."""
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        return given
    found: list[Any] = []
    for part in given:
        story = isinstance(part, Story) or (isinstance(part, Mapping) and "headline" in part)
        if not story:
            found.append(part)
        elif found and isinstance(found[-1], list):
            found[-1].append(part)
        else:
            found.append([part])
    return [Section.of(None, part) if isinstance(part, list) else part for part in found]


def _pictures(given: Any) -> Any:
    """Pictures as they are, or each opened from its bytes under its name."""
    if not isinstance(given, Mapping):
        return given
    found: list[Picture] = []
    for name, data in given.items():
        try:
            found.append(opened_picture(name, data))
        except UnreadableInput as fault:
            called = quoted(str(name))
            raise InvalidEdition(
                fault.kind, path=f'pictures["{called}"]', **{"name": called, **fault.values}
            ) from fault
    return found


def _signed(edition: Edition) -> Edition:
    """The edition with the names of every byline that does not say them."""
    return replace(
        edition,
        sections=tuple(
            replace(section, stories=tuple(map(_story, section.stories)))
            for section in edition.sections
        ),
        held=tuple(map(_story, edition.held)),
    )


def _story(story: Story) -> Story:
    return replace(story, byline=_byline(story.byline))


def _byline(byline: Byline | None) -> Byline | None:
    if byline is None or byline.names:
        return byline
    names = bracketed_names(byline.raw) or names_in(byline.raw) or ()
    return replace(byline, names=names)
