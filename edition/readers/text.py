"""The reader of plain text: decode, clean, sort the lines, name the parts, prove nothing lost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from edition.errors import Confidence, Diagnostic, Severity, UnreadableInput
from edition.model import Block, Edition, Paragraph, Run, Runs, Section, Story, plain
from edition.options import LIMITS
from edition.readers.answers import fitting, roles, starts
from edition.readers.clean import clean_text
from edition.readers.conserve import conserved
from edition.readers.decode import Decoded, decode_as, detect
from edition.readers.pages import page_lines
from edition.readers.sidecar import Sidecar
from edition.readers.stories import sort_page


@dataclass(frozen=True, slots=True)
class Read:
    """An edition and what its copy gave cause to say."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...] = ()
    copy: tuple[Copy, ...] = ()
    """the files it was read from; empty where a format has no lines"""


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of copy as decoded, to be laid beside what was read from it."""

    name: str
    lines: tuple[str, ...]
    stories: int = 0
    """how many stories of the edition came from it, held ones left out"""
    furniture: tuple[int, ...] = ()
    """numbers of its lines that are furniture"""
    held: int = 0
    """how many of the edition's held stories came from it"""


def read_text(
    data: bytes, name: str, sidecar: Sidecar, encoding: str | None = None
) -> Read:
    """Read plain text, in `encoding` or in the one its bytes speak for.

    Raises UnreadableInput when it is no text, empty or beyond the limits, or does not fit the
    encoding, and WrongUse for an encoding of no known name.
    """
    decoded = decode_as(data, name, encoding) if encoding else detect(data, name)
    text, remarks = clean_text(decoded.text, name)
    within_limits(text, name)
    rows = text.split("\n")
    answers, stale = fitting(sidecar.answers, rows, name)
    lines, broken = page_lines(text, name, starts(answers, rows))
    page = sort_page(lines, sidecar.sections, name, roles(answers))
    edition = Edition(
        name=safe_name(name),
        sections=page.sections,
        imprint=sidecar.imprint,
        furniture=page.furniture,
        glossary=sidecar.glossary,
        answers=answers,
        digest=hashlib.sha256(data).hexdigest(),
    )
    edition, split = number_parts(edition)
    if sum(1 for _ in edition.stories) > LIMITS.stories:
        raise UnreadableInput(
            "there are too many stories", where=name, why=f"The limit is {LIMITS.stories}",
            todo="Divide the copy into several editions",
        )
    plain_case = decoded.encoding == "utf-8" and not encoding
    spoken = () if plain_case else (_encoding(decoded, name),)
    lost = conserved(text, edition)
    copy = Copy(
        name, tuple(rows), sum(1 for _ in edition.stories),
        tuple(item.line for item in edition.furniture),
    )
    return Read(
        edition,
        (*spoken, *remarks, *stale, *broken, *page.diagnostics, *split, *((lost,) if lost else ())),
        (copy,),
    )


def number_parts(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Give ids `sec1`, `s01`, `s01b01` in reading order; split paragraphs beyond the limit."""
    sections: list[Section] = []
    remarks: list[Diagnostic] = []
    number = 0
    for place, section in enumerate(edition.sections, 1):
        stories: list[Story] = []
        for story in section.stories:
            number += 1
            body: list[Block] = []
            for block in story.body:
                pieces = list(_divided(block))
                if len(pieces) > 1:
                    remarks.append(_divided_remark(block, number))
                body += pieces
            named = tuple(
                replace(block, id=f"s{number:02d}b{at:02d}") for at, block in enumerate(body, 1)
            )
            stories.append(replace(story, id=f"s{number:02d}", body=named))
        sections.append(replace(section, id=f"sec{place}", stories=tuple(stories)))
    return replace(edition, sections=tuple(sections)), tuple(remarks)


def _divided(block: Block) -> Iterator[Block]:
    limit = LIMITS.paragraph_characters
    if not isinstance(block, Paragraph) or len(plain(block.runs)) <= limit:
        yield block
        return
    rest = block.runs
    while len(words := plain(rest)) > limit:
        stop = max(words.rfind(mark, 0, limit) for mark in "。！？；") + 1 or limit
        part, rest = cut_runs(rest, stop)
        yield replace(block, runs=part)
    if rest:
        yield replace(block, runs=rest)


def cut_runs(runs: Runs, stop: int) -> tuple[Runs, Runs]:
    """The first `stop` characters of `runs`, and the rest, each with its marks."""
    left: list[Run] = []
    for at, run in enumerate(runs):
        if len(run.text) > stop:
            head = (replace(run, text=run.text[:stop]),) if stop else ()
            return (*left, *head), (replace(run, text=run.text[stop:]), *runs[at + 1 :])
        left.append(run)
        stop -= len(run.text)
    return tuple(left), ()


def _divided_remark(block: Block, story: int) -> Diagnostic:
    return Diagnostic(
        "paragraph_divided", Severity.WARNING,
        f"A paragraph of more than {LIMITS.paragraph_characters} characters was divided.",
        line=block.lines[0] if block.lines else None, story=story,
        confidence=Confidence.CERTAIN,
    )


def _encoding(found: Decoded, name: str) -> Diagnostic:
    weak = found.confidence is Confidence.WEAK
    advice = " If the text is wrong, name the encoding with --encoding." if weak else ""
    return Diagnostic(
        "encoding", Severity.WARNING if weak else Severity.INFO,
        f"The copy was read as {found.encoding.upper()}: {found.reason}.{advice}",
        confidence=found.confidence, source=name,
    )


def within_limits(text: str, name: str) -> None:
    """Raises UnreadableInput for copy that is empty or longer than an edition may be."""
    if not text.strip():
        raise UnreadableInput("the file is empty", where=name, todo="Give a file with copy")
    if len(text) > LIMITS.edition_characters:
        raise UnreadableInput(
            f"the copy holds {len(text)} characters", where=name,
            why=f"The limit is {LIMITS.edition_characters}",
            todo="Divide the copy into several editions",
        )


def safe_name(name: str) -> str:
    """A source's name without suffix, safe as a file name."""
    stem = PurePath(name.replace("\\", "/")).stem
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in stem).strip(". ")
    return kept or "edition"
