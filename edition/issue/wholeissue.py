"""One issue whole, as `edition build` makes it: newspaper, book, proof sheet and story JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from edition.bookform import BookForm
from edition.errors import Diagnostic, Severity, known_lang
from edition.messages.spoken import UNDECIDED, of_script
from edition.steps import Progress

if TYPE_CHECKING:
    from edition.copy.reading import Read
    from edition.model import Edition
    from edition.packs.pack import Pack
    from edition.printed import PrintedPage
    from edition.readers.sources import Source

SUFFIXES = {"proof": ".proof.html", "pdf": ".pdf", "epub": ".epub", "stories": ".json"}
"""kind of file → how its name ends"""


@dataclass(frozen=True, slots=True)
class IssueAsked:
    """What is to be made of some copy, and how."""

    sources: tuple[str, ...]
    """files of one issue, or its folder"""
    kinds: tuple[str, ...] = ("proof", "pdf", "epub")
    layout: str = "broadsheet"
    theme: str | None = None
    to: str | None = None
    encoding: str | None = None
    house: str | None = None
    effort: int | None = None
    pages: int | None = None
    fit: bool = False
    form: BookForm = field(default_factory=BookForm)
    modified: datetime | None = None
    lang: str | None = None
    """of the proof sheet; None for that of the copy's script"""
    checked: bool = True
    """the paper is put through the preflight"""


@dataclass(frozen=True, slots=True)
class IssueFile:
    """A finished file."""

    kind: str
    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class IssueMade:
    """The finished files of an issue, and what there is to say of it."""

    files: tuple[IssueFile, ...]
    pages: int = 0
    score: float | None = None
    """of the preflight, 0 to 100"""
    printable: bool = True
    """False where a hard rule of the preflight is broken"""
    cost: float | None = None
    """planned quality of the pages, less is better"""
    queries: tuple[tuple[str, int], ...] = ()
    """kind of remark and how often, without those that only inform; the loudest first"""
    faults: int = 0
    """remarks that are errors"""
    opened: tuple[tuple[str, str], ...] = ()
    """files beside the copy that it or its sidecar names, and their sha256; empty for one that
    is not there"""


def issue(asked: IssueAsked, on_progress: Progress) -> IssueMade:
    """Make an issue. Raises as reading, `to_pdf` and `to_epub` do."""
    from edition import build
    from edition.packs import shelf
    from edition.readers.sources import load

    pack = shelf.pack(asked.layout)
    pack.style(asked.theme)
    opened: dict[str, str] = {}
    sources = [_noted(source, opened) for source in load(asked.sources, asked.house)]
    read = build.read(*sources, encoding=asked.encoding, on_progress=on_progress)
    edition, said = _in_script(asked, read.edition)
    made, remarks = _paper_and_book(asked, edition, pack, on_progress)
    files = (*made.files, *_for_the_editor(asked, read, edition, (*read.diagnostics, *said)))
    every = (*read.diagnostics, *said, *remarks)
    return replace(
        made, files=files, queries=queries_of(every), opened=tuple(sorted(opened.items())),
        faults=sum(remark.severity is Severity.ERROR for remark in every),
    )


def _in_script(asked: IssueAsked, edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition as it is to be planned, in the script asked for."""
    from edition import build

    planning = edition.planning.asking(asked.effort, asked.pages, asked.fit)
    if planning != edition.planning:
        edition = replace(edition, planning=planning)
    return (edition, ()) if asked.to is None else build.convert(edition, asked.to)


def _paper_and_book(
    asked: IssueAsked, edition: Edition, pack: Pack, tell: Progress
) -> tuple[IssueMade, tuple[Diagnostic, ...]]:
    """The newspaper, what it is worth, and the book, as far as they are wanted."""
    from edition import build

    made = IssueMade(())
    said: tuple[Diagnostic, ...] = ()
    pages: tuple[PrintedPage, ...] = ()
    if "pdf" in asked.kinds:
        paper = build.to_pdf(edition, pack, asked.theme, tell)
        pages, said = paper.pages, paper.diagnostics
        made = replace(
            made, files=(_file(edition, "pdf", paper.data),), pages=len(pages),
            cost=paper.score.cost if paper.score else None,
        )
        if asked.checked:
            report = build.check(paper.data, edition)
            made = replace(made, score=report.score, printable=report.printable)
    if "epub" in asked.kinds:
        book = build.to_epub(edition, pages, asked.modified, pack, tell, form=asked.form)
        made = replace(made, files=(*made.files, _file(edition, "epub", book.data)))
        said = (*said, *book.diagnostics)
    return made, said


def _for_the_editor(
    asked: IssueAsked, read: Read, edition: Edition, remarks: Sequence[Diagnostic]
) -> Iterator[IssueFile]:
    """Proof sheet and story JSON, as far as they are wanted."""
    from edition import build
    from edition.storyjson.write import stories_json

    if "proof" in asked.kinds:
        lang = known_lang(asked.lang) if asked.lang else (
            of_script(story.text for story in read.edition.stories) or UNDECIDED
        )
        yield _file(edition, "proof", build.to_proof(without_own(read), edition, lang))
    if "stories" in asked.kinds:
        told = json.dumps(stories_json(edition, remarks), ensure_ascii=False, indent=1)
        yield _file(edition, "stories", f"{told}\n".encode())


def without_own(read: Read) -> Read:
    """What was read, without the word on our own files: a folder built into itself stays as it is.
    """
    return replace(read, diagnostics=tuple(
        remark for remark in read.diagnostics if remark.kind != "own_output_left_out"
    ))


def queries_of(remarks: Sequence[Diagnostic]) -> tuple[tuple[str, int], ...]:
    """Kinds of the remarks that ask for something, and how many there are of each."""
    loud = [remark for remark in remarks if remark.severity is not Severity.INFO]
    loud.sort(key=lambda remark: remark.severity is not Severity.ERROR)
    return tuple(Counter(remark.kind for remark in loud).items())


def _file(edition: Edition, kind: str, data: bytes) -> IssueFile:
    from edition.delivery.onto_disk import file_name

    return IssueFile(kind, file_name(edition, SUFFIXES[kind]), data)


def _noted(source: Source, opened: dict[str, str]) -> Source:
    """The source, which notes every file beside it that is asked for."""
    from hashlib import sha256

    from edition.readers.sources import leads_within, sidecar_of

    def note(name: str, data: bytes | None) -> None:
        if leads_within(name):
            opened[name] = "" if data is None else sha256(data).hexdigest()

    for name in sidecar_of(source).wishes.files:
        note(name, source.pictures.get(name))
    beside = source.beside
    if beside is None:
        return source

    def asked_for(name: str) -> bytes | None:
        data = beside(name)
        note(name, data)
        return data

    return replace(source, beside=asked_for)
