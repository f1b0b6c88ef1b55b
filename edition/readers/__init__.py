"""The readers: bytes of copy to an Edition and what is to be said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from edition.copy.figures import narrow_figures
from edition.copy.making import make_edition
from edition.copy.reading import CopyFile, LineReading, Read
from edition.errors import Diagnostic, EditionError, MissingResource, UnreadableInput, WrongUse
from edition.outfit.programs import CONVERTERS
from edition.readers.formats import READERS, read_plain, reader_of
from edition.readers.letters import with_letters
from edition.readers.merging import merge, with_unnamed
from edition.readers.sources import Source, file_left_out, sidecar_of
from edition.sidecar.answers import astray, unread

__all__ = [
    "READERS", "CopyFile", "Read", "explain_lines", "merge", "read_bytes", "read_sources",
    "read_whole",
]


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
    return read_whole(sources, lambda read: read)


def read_whole(
    sources: Sequence[Source], mend: Callable[[Read], Read],
    told: Callable[[float], None] = lambda share: None,
) -> Read:
    """Read, mend and join the files of one edition; `told` hears the share that is done.

    Every file is mended as an edition of its own, so that its repair looks at no other file;
    pictures and wishes come when they are joined, as they may name stories of several files.
    A file that came with its folder and cannot be read is named and left out, as long as another
    is left. Raises UnreadableInput and WrongUse as `read_bytes` does.
    """
    if not sources:
        raise UnreadableInput("nothing_to_read")
    kept: list[Source] = []
    reads: list[Read] = []
    said = list(_beside(sources))
    faults: list[EditionError] = []
    for count, source in enumerate(sources, 1):
        try:
            reads.append(mend(_read(source)))
            kept.append(source)
        except (UnreadableInput, MissingResource) as fault:
            if not source.in_folder:
                raise
            faults.append(fault)
            said.append(file_left_out(source.name, fault))
        told(count / len(sources))
    if not reads:
        raise faults[0]
    reads[0] = replace(reads[0], diagnostics=(*reads[0].diagnostics, *said))
    shown = next((source.shelf for source in sources if source.shelf), ())
    return with_unnamed(merge(kept, reads), shown, kept)


def explain_lines(
    sources: Sequence[Source], numbers: Sequence[int], encoding: str | None = None
) -> tuple[LineReading, ...]:
    """Why the lines of these numbers were read so; of one file, which is plain text.

    Raises WrongUse for more files, other copy and lines that are not there.
    """
    from edition.readers.reasons import reasons  # Nobody asks but an editor who wonders.

    if len(sources) != 1:
        raise WrongUse("explain_several", count=len(sources))
    (source,) = sources
    if reader_of(PurePath(source.name).suffix.lower()) is not read_plain:
        raise WrongUse("explain_no_lines", where=source.name)
    return reasons(source.data, source.name, sidecar_of(source), numbers, encoding)


def _beside(sources: Sequence[Source]) -> Iterator[Diagnostic]:
    """What is to be said of folders and sidecars, beside what each file says of itself."""
    for source in sources:
        yield from source.remarks
        for name in source.left_out:
            yield Diagnostic("own_output_left_out", {"file": name}, source=source.name)
    yield from _answers_astray(sources)


def _answers_astray(sources: Sequence[Source]) -> tuple[Diagnostic, ...]:
    """Answers of a sidecar for several files that name none of them."""
    files: dict[str, list[str]] = {}
    sidecars = {source.sidecar_name: source for source in sources if source.sidecar_name}
    for source in sources:
        files.setdefault(source.sidecar_name, []).append(source.name)
    return tuple(
        remark for name, source in sidecars.items() if len(files[name]) > 1
        for remark in astray(sidecar_of(source).answers, files[name], name)
    )


def _read(source: Source) -> Read:
    suffix = PurePath(source.name).suffix.lower()
    reader = reader_of(suffix)
    if reader is None:
        raise UnreadableInput(
            "format_unknown", where=source.name, suffix=suffix,
            known=(*(key for key in READERS if key), *CONVERTERS),
        )
    sidecar = sidecar_of(source)
    if source.encoding and reader is read_plain:
        found = read_plain(source.data, source.name, sidecar, source.encoding)
    else:
        found = reader(source.data, source.name, sidecar)
    if suffix != ".json":
        # A JSON file says itself what its blocks are.
        found = replace(found, sections=with_letters(found.sections))
    read = make_edition(found, source.name, source.data, sidecar.imprint, sidecar.glossary)
    if sidecar.narrow_figures:
        read = narrow_figures(read)
    if found.lines:
        return read
    return replace(
        read, diagnostics=(*read.diagnostics, *unread(sidecar.answers, source.name))
    )
