"""Several editions as one (`merge`): numbered through, their pictures kept apart."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from edition.copy.making import joined_imprint, joined_planning
from edition.copy.numbering import number_beside
from edition.errors import InvalidEdition, WrongUse
from edition.judging.edition_judge import validate
from edition.judging.numbered import joined_sections, numbered
from edition.model import Advertisement, Edition, Figure, Picture, Section, Story


def merge(*editions: Edition) -> Edition:
    """The editions as one, in the order given. Raises WrongUse without any, InvalidEdition.

    Ids are given anew; of the imprints the first that gives a value wins. A picture of another
    edition with the same name and other bytes gets a name of its own.
    """
    if not editions:
        raise WrongUse("nothing_to_merge")
    for edition in editions:
        validate(edition)
    _one_language(editions)
    before = 0
    parts: list[Edition] = []
    shown: dict[str, Picture] = {}
    for edition in editions:
        part = _with_pictures(numbered(edition, before), shown)
        before += sum(1 for _ in part.stories)
        parts.append(part)
    whole = _joined(parts, tuple(shown.values()))
    validate(whole)
    return whole


def _one_language(editions: Sequence[Edition]) -> None:
    first = editions[0].language
    for edition in editions[1:]:
        if edition.language != first:
            raise InvalidEdition(
                "languages_differ", path="language", found=edition.language, wanted=first
            )


def _joined(parts: Sequence[Edition], pictures: tuple[Picture, ...]) -> Edition:
    sections: list[Section] = []
    for part in parts:
        joined_sections(sections, part.sections)
    first = parts[0]
    return number_beside(replace(
        first,
        sections=tuple(
            replace(section, id=f"sec{at}") for at, section in enumerate(sections, 1)
        ),
        imprint=joined_imprint(*(part.imprint for part in parts)),
        furniture=tuple(item for part in parts for item in part.furniture),
        glossary=tuple(dict.fromkeys(pair for part in parts for pair in part.glossary)),
        pictures=pictures,
        advertisements=tuple(ad for part in parts for ad in part.advertisements),
        house_copy=tuple(item for part in parts for item in part.house_copy),
        ears=next((part.ears for part in parts if part.ears), ()),
        answers=tuple(answer for part in parts for answer in part.answers),
        held=tuple(story for part in parts for story in part.held),
        planning=joined_planning(*(part.planning for part in parts)),
        structured=all(part.structured for part in parts),
        digest=_digest(parts),
    ))


def _digest(parts: Sequence[Edition]) -> str:
    if len(parts) == 1:
        return parts[0].digest
    told = "".join(part.digest for part in parts)
    return hashlib.sha256(told.encode()).hexdigest() if told else ""


def _with_pictures(edition: Edition, shown: dict[str, Picture]) -> Edition:
    """The edition with its pictures under names no other picture has; they join those `shown`."""
    names: dict[str, str] = {}
    for picture in edition.pictures:
        name, number = picture.name, 1
        while name in shown and shown[name] != replace(picture, name=name):
            number += 1
            path = PurePosixPath(picture.name)
            name = str(path.with_name(f"{path.stem}-{number}{path.suffix}"))
        shown[name] = replace(picture, name=name)
        names[picture.name] = name
    if all(old == new for old, new in names.items()):
        return edition
    return replace(
        edition,
        sections=tuple(
            replace(section, stories=tuple(_story(story, names) for story in section.stories))
            for section in edition.sections
        ),
        held=tuple(_story(story, names) for story in edition.held),
        advertisements=tuple(_ad(ad, names) for ad in edition.advertisements),
    )


def _story(story: Story, names: Mapping[str, str]) -> Story:
    return replace(story, body=tuple(
        replace(block, src=names.get(block.src, block.src))
        if isinstance(block, Figure) and block.src is not None else block
        for block in story.body
    ))


def _ad(ad: Advertisement, names: Mapping[str, str]) -> Advertisement:
    return ad if ad.picture is None else replace(ad, picture=names.get(ad.picture, ad.picture))
