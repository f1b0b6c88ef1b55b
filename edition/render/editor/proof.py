"""The proof sheet (校样): the copy as it came beside the stories as read, and every query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.errors import Diagnostic, Severity
from edition.model import Edition, Section, Story
from edition.readers import CopyFile, Read
from edition.render.editor.parts import Part, parts_of
from edition.render.editor.snippets import snippet
from edition.render.environment import Templates

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
@dataclass(frozen=True, slots=True)
class QueryView:
    """One query of the list and of the margin."""

    number: int
    severity: str
    kind: str
    message: str
    text: str | None
    suggestion: str | None
    line: int | None
    file: str
    anchor: str
    """id of its line of copy, empty where it has none"""
    snippet: str
    """sidecar TOML that answers it, empty where nothing can"""


@dataclass(frozen=True, slots=True)
class RowView:
    """One line of the copy."""

    number: int
    text: str
    anchor: str
    target: str
    """id of what it became, empty where nothing shows it"""
    furniture: bool
    queries: tuple[QueryView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a story in the right-hand column."""

    part: Part
    anchor: str
    line: int | None
    source: str
    """id of its first line of copy, empty where there is none"""
    queries: tuple[QueryView, ...]


@dataclass(frozen=True, slots=True)
class BandView:
    """A stretch of copy and the story it became; without parts it is what lies between."""

    rows: tuple[RowView, ...]
    parts: tuple[PartView, ...]
    held: bool = False


@dataclass(frozen=True, slots=True)
class FileView:
    name: str
    bands: tuple[BandView, ...]


def proof_sheet(edition: Edition, read: Read, templates: Templates) -> str:
    """The proof sheet of what was `read`; `edition` is the same in the script to be printed."""
    queries = _queries(read.diagnostics, read.copy)
    files = tuple(_files(edition, read.copy, queries))
    counts = {str(level): sum(q.severity == level for q in queries) for level in Severity}
    return templates.render(
        "proof.html.j2", name=edition.name, paper=edition.imprint.paper or "",
        language=edition.language, queries=queries, counts=counts, files=files,
        several=len(files) > 1,
    )


def _queries(remarks: Sequence[Diagnostic], copy: Sequence[CopyFile]) -> tuple[QueryView, ...]:
    """The worst first, then in the order of the copy."""
    places = {file.name: number for number, file in enumerate(copy, 1)}
    first = copy[0].name if copy else ""
    several = len(copy) > 1

    def order(remark: Diagnostic) -> tuple[int, int, int]:
        file = places.get(remark.source or first, 0)
        return _ORDER[remark.severity], file, remark.line or 0

    found = []
    for number, remark in enumerate(sorted(remarks, key=order), 1):
        file = remark.source or first
        rows = copy[places[file] - 1].lines if file in places else ()
        line = remark.line if remark.line and remark.line <= len(rows) else None
        found.append(QueryView(
            number, str(remark.severity), remark.kind, remark.message, remark.text,
            remark.suggestion, remark.line, file,
            _anchor(places[file], line) if line else "",
            snippet(remark, rows, file if several else None) if line else "",
        ))
    return tuple(found)


def _anchor(file: int, line: int) -> str:
    return f"f{file}l{line}"


def _files(
    edition: Edition, copy: Sequence[CopyFile], queries: Sequence[QueryView]
) -> Iterator[FileView]:
    titled = [(story, section) for section in edition.sections for story in section.stories]
    held = list(edition.held)
    seen = stopped = 0
    for number, file in enumerate(copy, 1):
        own = titled[seen : seen + file.stories]
        kept = [(story, None) for story in held[stopped : stopped + file.held]]
        seen, stopped = seen + file.stories, stopped + file.held
        asked: dict[int, list[QueryView]] = {}
        for query in queries:
            if query.file == file.name and query.line:
                asked.setdefault(query.line, []).append(query)
        yield FileView(file.name, tuple(_bands(_Sheet(number, file, asked), own, kept)))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file while its bands are cut."""

    number: int
    copy: CopyFile
    asked: Mapping[int, Sequence[QueryView]]

    def anchor(self, line: int | None) -> str:
        return _anchor(self.number, line) if line and line <= len(self.copy.lines) else ""

    def queries(self, lines: Sequence[int]) -> tuple[QueryView, ...]:
        return tuple(query for line in lines for query in self.asked.get(line, ()))


def _bands(
    sheet: _Sheet, stories: Sequence[tuple[Story, Section]],
    held: Sequence[tuple[Story, None]],
) -> Iterator[BandView]:
    """The file cut after the last line of every story."""
    stops = {id(story) for story, _ in held}
    done, title = 0, None
    ordered = sorted([*stories, *held], key=lambda pair: (pair[0].source_lines or (0, 0))[0])
    for story, section in ordered:
        lead: tuple[Part, ...] = ()
        if section is not None:
            if section.title and section.title != title:
                lead = (Part("section", (section.title,), (section.line,) if section.line else ()),)
            title = section.title
        parts = tuple(_parts(sheet, story, lead))
        last = min(story.source_lines[1] if story.source_lines else done, len(sheet.copy.lines))
        yield BandView(_rows(sheet, done, last, parts), parts, id(story) in stops)
        done = max(done, last)
    if any(line.strip() for line in sheet.copy.lines[done:]):
        yield BandView(_rows(sheet, done, len(sheet.copy.lines), ()), ())


def _parts(sheet: _Sheet, story: Story, lead: Sequence[Part]) -> Iterator[PartView]:
    """The parts of a story; a query stands at the first part of its line."""
    shown: set[int] = set()
    for place, part in enumerate((*lead, *parts_of(story, sheet.copy.lines))):
        line = part.lines[0] if part.lines else None
        queries = tuple(q for q in sheet.queries(part.lines) if q.number not in shown)
        shown.update(query.number for query in queries)
        anchor = f"f{sheet.number}s{story.id or 'h'}l{line or 0}p{place}"
        yield PartView(part, anchor, line, sheet.anchor(line), queries)


def _rows(
    sheet: _Sheet, start: int, end: int, parts: Sequence[PartView]
) -> tuple[RowView, ...]:
    targets: dict[int, str] = {}
    for part in parts:
        for line in part.part.lines:
            targets.setdefault(line, part.anchor)
    furniture = frozenset(sheet.copy.furniture)
    return tuple(
        RowView(
            number, sheet.copy.lines[number - 1], sheet.anchor(number), targets.get(number, ""),
            number in furniture, tuple(sheet.asked.get(number, ())),
        )
        for number in range(start + 1, end + 1)
    )
