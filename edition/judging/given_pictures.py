"""The pictures of an edition: what their bytes are is seen once, where they are sealed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from edition.copy.pictures import picture
from edition.errors import InvalidEdition, UnreadableInput
from edition.judging.places import Place, path_of, quoted
from edition.judging.text_judges import judge_count, judge_picture_name
from edition.limits import LIMITS
from edition.model import Advertisement, Block, Edition, Figure, Picture, Story


def opened_picture(name: str, data: bytes) -> Picture:
    """The picture in `data`, sealed. Raises UnreadableInput."""
    if not isinstance(data, bytes):
        raise UnreadableInput("data_type", where=quoted(str(name)), found=type(data).__qualname__)
    return picture(name, data)


def judge_pictures(pictures: Sequence[Picture], place: Place = None) -> None:
    """Each picture once, under a safe name, its bytes what its fields say.

    A sealed picture is not opened again. Raises InvalidEdition.
    """
    names: dict[str, Place] = {}
    judge_count(len(pictures), LIMITS.pictures, (place, "pictures"))
    for at, shown in enumerate(pictures):
        here = ((place, "pictures"), at)
        judge_picture_name(shown.name, (here, "name"))
        if shown.name in names:
            raise InvalidEdition(
                "id_twice", path=path_of((here, "name")), id=quoted(shown.name),
                first=path_of(names[shown.name]),
            )
        names[shown.name] = here
        if shown.seal != shown.stamp:
            _judge_bytes(shown, here)


def _judge_bytes(shown: Picture, place: Place) -> None:
    try:
        found = picture(shown.name, shown.data)
    except UnreadableInput as fault:
        raise InvalidEdition(
            fault.kind, path=path_of((place, "data")), **dict(fault.values)
        ) from fault
    if found != shown:
        raise InvalidEdition("picture_unready", path=path_of(place), name=quoted(shown.name))


def judge_shown(story: Story, place: Place, pictures: dict[str, Picture]) -> None:
    """Figures show pictures there are, and where they say a size, at theirs."""
    for at, block in enumerate(story.body):
        if not isinstance(block, Figure):
            continue
        here = ((place, "body"), at)
        if block.src is None:
            if block.pixels is not None:
                raise InvalidEdition("value_empty", path=path_of((here, "src")))
            continue
        found = _known(block.src, (here, "src"), pictures)
        if block.pixels not in (None, (found.width, found.height)):
            raise InvalidEdition(
                "picture_other_size", path=path_of((here, "pixels")), name=quoted(block.src),
                width=found.width, height=found.height,
            )


def judge_advertised(
    ads: Iterable[Advertisement], place: Place, pictures: dict[str, Picture]
) -> None:
    """Advertisements show pictures there are."""
    for at, ad in enumerate(ads):
        if ad.picture is not None:
            _known(ad.picture, ((place, at), "picture"), pictures)


def _known(name: str, place: Place, pictures: dict[str, Picture]) -> Picture:
    found = pictures.get(name)
    if found is None:
        raise InvalidEdition("picture_not_given", path=path_of(place), name=quoted(name))
    return found


def with_sizes(edition: Edition) -> Edition:
    """The edition with the size of its picture in every figure that does not say it."""
    sizes = {shown.name: (shown.width, shown.height) for shown in edition.pictures}
    stories = (story for section in edition.sections for story in section.stories)
    if not any(_unsized(block) for story in stories for block in story.body):
        return edition
    return replace(edition, sections=tuple(
        replace(section, stories=tuple(
            replace(story, body=tuple(
                replace(block, pixels=sizes.get(block.src or ""))
                if isinstance(block, Figure) and _unsized(block) else block
                for block in story.body
            ))
            for story in section.stories
        ))
        for section in edition.sections
    ))


def _unsized(block: Block) -> bool:
    return isinstance(block, Figure) and block.src is not None and block.pixels is None
