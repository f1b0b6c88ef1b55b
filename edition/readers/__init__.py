"""The readers: bytes of copy to an Edition and what is to be said about it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import PurePath

from edition.copy.account import accounted
from edition.copy.limits import safe_name
from edition.copy.making import Found, make_edition
from edition.copy.numbering import number_parts
from edition.copy.read import CopyFile, Read
from edition.errors import Diagnostic, UnreadableInput
from edition.model import Edition, Furniture, Imprint, Picture, Section
from edition.options import LIMITS
from edition.readers.beside import show_named
from edition.readers.formats import READERS
from edition.readers.pasted.text import read_text
from edition.readers.sources import Source
from edition.sidecar.answers import astray, unread
from edition.sidecar.parse import Sidecar, parse_sidecar
from edition.sidecar.placing import Order, settle
from edition.sidecar.wishes import Wishes

__all__ = ["READERS", "CopyFile", "Read", "merge", "read_bytes", "read_each", "read_sources"]

def read_bytes(
    data: bytes, name: str, sidecar: bytes | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> Read:
    """Read one file of copy. Pure: nothing but its arguments decides the result.

    `pictures` holds the files the sidecar names. Raises UnreadableInput for copy or a picture
    that cannot be read and WrongUse for a broken sidecar.
    """
    return read_sources([Source(name, data, sidecar, pictures=pictures or {})])


def read_sources(sources: Sequence[Source]) -> Read:
    """Read several files as one edition, numbered through. Raises as `read_bytes` does."""
    return merge(sources, read_each(sources))


def read_each(sources: Sequence[Source]) -> tuple[Read, ...]:
    """Every file as an edition of its own, so that its repair looks at no other file.

    Pictures and wishes come with `merge`: they may name stories of several files.
    Raises UnreadableInput and WrongUse as `read_bytes` does.
    """
    if not sources:
        raise UnreadableInput("there is nothing to read", todo="Name a file of copy or a folder")
    astray = _answers_astray(sources)
    reads = [_read(source) for source in sources]
    reads[0] = replace(reads[0], diagnostics=(*reads[0].diagnostics, *astray))
    return tuple(reads)


def _answers_astray(sources: Sequence[Source]) -> tuple[Diagnostic, ...]:
    """Answers of a sidecar for several files that name none of them."""
    files: dict[str, list[str]] = {}
    sidecars = {source.sidecar_name: source for source in sources if source.sidecar_name}
    for source in sources:
        files.setdefault(source.sidecar_name, []).append(source.name)
    return tuple(
        remark for name, source in sidecars.items() if len(files[name]) > 1
        for remark in astray(_sidecar(source).answers, files[name], name)
    )


def merge(sources: Sequence[Source], reads: Sequence[Read]) -> Read:
    """The editions of several files as one, numbered through, with all their sidecars ask.

    Of the sidecars the first that gives a value wins, value by value; glossaries, pictures,
    advertisements and house copy are joined. Raises UnreadableInput when the files are too large
    together or a picture cannot be read.
    """
    reads = [
        show_named(read, source.file, source.name)
        for source, read in zip(sources, reads, strict=True)
    ]
    joined = reads[0] if len(reads) == 1 else _joined(sources, reads)
    edition = replace(joined.edition, name=_name(sources[0], joined.edition))
    orders = _orders(sources, reads)
    if not orders:
        # A figure without its picture may have gone: the blocks are numbered through again.
        return replace(joined, edition=number_parts(edition)[0])
    settled = settle(edition, orders)
    remarks = (
        remark for remark in joined.diagnostics
        if remark.kind != "caption_without_picture" or remark.text not in settled.supplied
    )
    return Read(number_parts(settled.edition)[0], (*remarks, *settled.diagnostics), joined.copy)


def _joined(sources: Sequence[Source], reads: Sequence[Read]) -> Read:
    sections: list[Section] = []
    furniture: list[Furniture] = []
    remarks: list[Diagnostic] = []
    before = 0
    for source, read in zip(sources, reads, strict=True):
        _append(sections, read.edition.sections)
        furniture += read.edition.furniture
        remarks += [
            replace(_shift(remark, before), source=remark.source or source.name)
            for remark in read.diagnostics
        ]
        before += sum(1 for _ in read.edition.stories)
    editions = [read.edition for read in reads]
    merged = Edition(
        name=_name(sources[0], editions[0]), sections=tuple(sections),
        language=editions[0].language, imprint=_imprint(editions), furniture=tuple(furniture),
        glossary=tuple(dict.fromkeys(pair for e in editions for pair in e.glossary)),
        held=tuple(story for e in editions for story in e.held),
        pictures=_pictures(sources, editions),
        advertisements=tuple(
            replace(ad, id=f"ad{number}")
            for number, ad in enumerate((ad for e in editions for ad in e.advertisements), 1)
        ),
        house_copy=tuple(
            replace(item, id=f"house{number}")
            for number, item in enumerate((item for e in editions for item in e.house_copy), 1)
        ),
        ears=next((e.ears for e in editions if e.ears), ()),
        digest=hashlib.sha256("".join(e.digest for e in editions).encode()).hexdigest(),
    )
    if sum(len(story.text) for story in merged.stories) > LIMITS.edition_characters:
        raise UnreadableInput(
            "the files together are too large", where=merged.name,
            why=f"The limit is {LIMITS.edition_characters} characters",
            todo="Divide the copy into several editions",
        )
    copy = tuple(file for read in reads for file in read.copy)
    return Read(number_parts(merged)[0], tuple(remarks), copy)


def _pictures(sources: Sequence[Source], editions: Sequence[Edition]) -> tuple[Picture, ...]:
    """The pictures of all files, each once. Raises UnreadableInput for one name of two pictures."""
    found: dict[str, Picture] = {}
    for source, edition in zip(sources, editions, strict=True):
        for shown in edition.pictures:
            if found.setdefault(shown.name, shown) != shown:
                raise UnreadableInput(
                    f"“{shown.name}” is the name of two pictures", where=source.name,
                    why="Files of copy from several folders name it", todo="Give one another name",
                )
    return tuple(found.values())


def _orders(sources: Sequence[Source], reads: Sequence[Read]) -> list[Order]:
    """One order for each sidecar that asks for something, with the stories of all its files."""
    found: dict[str, Order] = {}
    known: dict[str, Wishes] = {}
    before = 0
    for place, (source, read) in enumerate(zip(sources, reads, strict=True)):
        count = sum(1 for _ in read.edition.stories)
        own = tuple(range(before, before + count))
        before += count
        # Without a path the sidecar came by hand, and belongs to this file alone.
        key = source.sidecar_name or f"\0{place}"
        if key not in known:
            known[key] = _sidecar(source).wishes
        if known[key] == Wishes():
            continue
        if key in found:
            found[key] = replace(found[key], stories=found[key].stories + own)
        else:
            found[key] = Order(
                _sidecar_name(source), known[key], own, source.pictures, source.path.parent.name
            )
    return list(found.values())


def _imprint(editions: Sequence[Edition]) -> Imprint:
    """The first value given for each entry of the imprint."""
    found = Imprint()
    for entry in fields(Imprint):
        given = (value for e in editions if (value := getattr(e.imprint, entry.name)))
        value = next(given, None)
        if value is not None:
            found = replace(found, **{entry.name: value})
    return found


def _read(source: Source) -> Read:
    suffix = PurePath(source.name).suffix.lower()
    try:
        reader = READERS[suffix]
    except KeyError:
        raise UnreadableInput(
            f"no reader knows files ending in “{suffix}”", where=source.name,
            why=f"The readers are {', '.join(key for key in READERS if key)}",
            todo="Give the copy as plain text",
        ) from None
    sidecar = _sidecar(source)
    found: Found | Read
    if source.encoding and reader is read_text:
        found = read_text(source.data, source.name, sidecar, source.encoding)
    else:
        found = reader(source.data, source.name, sidecar)
    if isinstance(found, Read):
        return _as_read(source, found, sidecar)
    read = make_edition(found, source.name, source.data, sidecar.imprint, sidecar.glossary)
    if found.lines:
        return read
    return replace(
        read, diagnostics=(*read.diagnostics, *unread(sidecar.answers, source.name))
    )


def _as_read(source: Source, read: Read, sidecar: Sidecar) -> Read:
    """Passing: what a reader that still makes its own edition returns."""
    suffix = PurePath(source.name).suffix.lower()
    read = accounted(source.data, suffix, source.name, read)
    return Read(
        replace(read.edition, structured=True),
        (*read.diagnostics, *unread(sidecar.answers, source.name)),
        (CopyFile(source.name, (), sum(1 for _ in read.edition.stories)),),
    )


def _sidecar(source: Source) -> Sidecar:
    if source.sidecar is None:
        return Sidecar()
    return parse_sidecar(source.sidecar, _sidecar_name(source))


def _sidecar_name(source: Source) -> str:
    return source.sidecar_name or PurePath(source.name).with_suffix(".toml").name


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


def _shift(remark: Diagnostic, stories: int) -> Diagnostic:
    return remark if remark.story is None else replace(remark, story=remark.story + stories)
