"""The readers: bytes of copy to an Edition and what is to be said about it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType

from edition.errors import Diagnostic, UnreadableInput
from edition.model import Edition, Furniture, Section
from edition.options import LIMITS
from edition.readers.sidecar import Sidecar, parse_sidecar
from edition.readers.sources import Source
from edition.readers.text import Read, number_parts, read_text, safe_name

__all__ = ["READERS", "Read", "read_bytes", "read_sources"]

READERS: Mapping[str, Callable[[bytes, str, Sidecar], Read]] = MappingProxyType(
    {"": read_text, ".text": read_text, ".txt": read_text}
)
"""File suffix to reader. A new format is one function in this table."""


def read_bytes(data: bytes, name: str, sidecar: bytes | None = None) -> Read:
    """Read one file of copy. Pure: nothing but its arguments decides the result.

    Raises UnreadableInput for copy that cannot be read and WrongUse for a broken sidecar.
    """
    return _read(Source(name, data, sidecar))


def read_sources(sources: Sequence[Source]) -> Read:
    """Read several files as one edition, numbered through. The first sidecar with a value wins.

    Raises UnreadableInput and WrongUse as `read_bytes` does.
    """
    if not sources:
        raise UnreadableInput("there is nothing to read", todo="Name a file of copy or a folder")
    reads = [_read(source) for source in sources]
    if len(reads) == 1:
        edition = reads[0].edition
        return replace(reads[0], edition=replace(edition, name=_name(sources[0], edition)))
    sections: list[Section] = []
    furniture: list[Furniture] = []
    remarks: list[Diagnostic] = []
    before = 0
    for read in reads:
        _append(sections, read.edition.sections)
        furniture += read.edition.furniture
        remarks += [_shift(remark, before) for remark in read.diagnostics]
        before += sum(1 for _ in read.edition.stories)
    digest = hashlib.sha256("".join(read.edition.digest for read in reads).encode()).hexdigest()
    first = next((r.edition for r in reads if r.edition.imprint.paper), reads[0].edition)
    merged = Edition(
        name=_name(sources[0], first), sections=tuple(sections), imprint=first.imprint,
        furniture=tuple(furniture), glossary=first.glossary, digest=digest,
    )
    if sum(len(story.text) for story in merged.stories) > LIMITS.edition_characters:
        raise UnreadableInput(
            "the files together are too large", where=merged.name,
            why=f"The limit is {LIMITS.edition_characters} characters",
            todo="Divide the copy into several editions",
        )
    return Read(number_parts(merged)[0], tuple(remarks))


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
    sidecar = Sidecar()
    if source.sidecar is not None:
        name = source.sidecar_name or PurePath(source.name).with_suffix(".toml").name
        sidecar = parse_sidecar(source.sidecar, name)
    return reader(source.data, source.name, sidecar)


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
