"""Several files of copy as one edition: joined, given what their sidecars ask, numbered through."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from edition.copy.bounds import safe_name
from edition.copy.making import joined_imprint, joined_planning
from edition.copy.numbering import number_beside, number_parts
from edition.copy.reading import Read
from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.model import Edition, Picture, Section
from edition.readers.beside import show_named
from edition.readers.sources import Source, sidecar_name, sidecar_of
from edition.sidecar.applying import Request, apply_wishes
from edition.sidecar.wishes import Wishes


def merge(sources: Sequence[Source], reads: Sequence[Read]) -> Read:
    """The editions of several files as one, numbered through, with all their sidecars ask.

    Of the sidecars the first that gives a value wins, value by value; glossaries, pictures,
    advertisements and house copy are joined. Raises UnreadableInput when the files are too large
    together or a picture cannot be read.
    """
    reads = [
        show_named(read, source.file, source.name, source.in_folder)
        for source, read in zip(sources, reads, strict=True)
    ]
    joined = reads[0] if len(reads) == 1 else _joined(sources, reads)
    edition = replace(joined.edition, name=_name(sources[0], joined.edition))
    requests = _requests(sources, reads)
    if not requests:
        # A figure without its picture may have gone: the blocks are numbered through again.
        return replace(joined, edition=number_parts(edition)[0])
    applied = apply_wishes(edition, requests)
    remarks = (
        remark for remark in joined.diagnostics
        if remark.kind != "caption_without_picture" or remark.text not in applied.supplied
    )
    return Read(number_parts(applied.edition)[0], (*remarks, *applied.diagnostics), joined.copy)


def with_unnamed(read: Read, shelf: Sequence[str], sources: Sequence[Source]) -> Read:
    """The edition with a remark for every picture of the folder, `shelf`, that nothing names."""
    named = {picture.name for picture in read.edition.pictures}
    named |= {PurePath(name).name for name in named}
    named |= {file for source in sources for file in sidecar_of(source).wishes.files}
    named |= {str(r.values.get(k)) for r in read.diagnostics for k in ("src", "file")}
    said = tuple(
        Diagnostic("picture_unnamed", {"file": name}, text=name)
        for name in shelf if name not in named
    )
    return replace(read, diagnostics=(*read.diagnostics, *said)) if said else read


def _joined(sources: Sequence[Source], reads: Sequence[Read]) -> Read:
    editions = _labelled([read.edition for read in reads])
    sections: list[Section] = []
    for edition in editions:
        _append(sections, edition.sections)
    merged = number_beside(Edition(
        name=_name(sources[0], editions[0]), sections=tuple(sections),
        language=_language(editions), imprint=joined_imprint(*(e.imprint for e in editions)),
        furniture=tuple(item for e in editions for item in e.furniture),
        glossary=tuple(dict.fromkeys(pair for e in editions for pair in e.glossary)),
        held=tuple(story for e in editions for story in e.held),
        pictures=_pictures(sources, editions),
        advertisements=tuple(ad for e in editions for ad in e.advertisements),
        house_copy=tuple(item for e in editions for item in e.house_copy),
        ears=next((e.ears for e in editions if e.ears), ()),
        planning=joined_planning(*(e.planning for e in editions)),
        digest=hashlib.sha256("".join(e.digest for e in editions).encode()).hexdigest(),
    ))
    if sum(len(story.text) for story in merged.stories) > LIMITS.edition_characters:
        raise UnreadableInput(
            "files_too_large", where=merged.name, limit=LIMITS.edition_characters
        )
    copy = tuple(file for read in reads for file in read.copy)
    return Read(number_parts(merged)[0], tuple(_remarks(sources, reads)), copy)


def _labelled(editions: Sequence[Edition]) -> list[Edition]:
    """The editions, each story with the label of its page where they are of several pages."""
    if len({edition.imprint.page for edition in editions}) == 1:
        return list(editions)
    return [
        replace(edition, sections=tuple(
            replace(section, stories=tuple(
                replace(story, printed_on=edition.imprint.page) for story in section.stories
            ))
            for section in edition.sections
        ))
        for edition in editions
    ]


def _remarks(sources: Sequence[Source], reads: Sequence[Read]) -> Iterator[Diagnostic]:
    """The remarks of all files, each with its file and its story counted through."""
    before = 0
    for source, read in zip(sources, reads, strict=True):
        for remark in read.diagnostics:
            story = None if remark.story is None else remark.story + before
            yield replace(remark, story=story, source=remark.source or source.name)
        before += sum(1 for _ in read.edition.stories)


def _pictures(sources: Sequence[Source], editions: Sequence[Edition]) -> tuple[Picture, ...]:
    """The pictures of all files, each once. Raises UnreadableInput for one name of two pictures."""
    found: dict[str, Picture] = {}
    for source, edition in zip(sources, editions, strict=True):
        for shown in edition.pictures:
            if found.setdefault(shown.name, shown) != shown:
                raise UnreadableInput(
                    "picture_name_twice", where=source.name, picture=shown.name
                )
    return tuple(found.values())


def _requests(sources: Sequence[Source], reads: Sequence[Read]) -> list[Request]:
    """One request for each sidecar that asks for something, with the stories of all its files."""
    found: dict[str, Request] = {}
    known: dict[str, Wishes] = {}
    before = 0
    for place, (source, read) in enumerate(zip(sources, reads, strict=True)):
        count = sum(1 for _ in read.edition.stories)
        own = tuple(range(before, before + count))
        before += count
        # Without a path the sidecar came by hand, and belongs to this file alone.
        key = source.sidecar_name or f"\0{place}"
        if key not in known:
            known[key] = sidecar_of(source).wishes
        if known[key] == Wishes():
            continue
        if key in found:
            found[key] = replace(found[key], stories=found[key].stories + own)
        else:
            found[key] = Request(
                sidecar_name(source), known[key], own, source.pictures, source.path.parent.name,
                source.in_folder,
            )
    return list(found.values())


def _name(source: Source, edition: Edition) -> str:
    return safe_name(f"{source.edition}.txt") if source.edition else edition.name


def _append(sections: list[Section], more: Sequence[Section]) -> None:
    """Add the sections of the next file; one that goes on under the same name is not repeated."""
    for section in more:
        last = sections[-1] if sections else None
        if last is not None and last.title == section.title:
            sections[-1] = replace(last, stories=last.stories + section.stories)
        else:
            sections.append(section)


def _language(editions: Sequence[Edition]) -> str:
    """The language of all; that of Simplified copy where some of it is Traditional."""
    tags = {edition.language for edition in editions}
    return editions[0].language if len(tags) == 1 else "zh-Hans"
