"""The proof sheet (校样): the copy as it came beside the stories as read, and every query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.errors import Diagnostic, Severity
from edition.messages.telling import phrase
from edition.messages.texts import Lang
from edition.model import Edition, Section, Story
from edition.readers import CopyFile, Read
from edition.render.editor.aside_lines import asides_told, sort_name
from edition.render.editor.counted import gathered
from edition.render.editor.parts import Part, parts_of
from edition.render.editor.snippets import snippet
from edition.render.environment import Templates

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_WORDS = (
    "only", "queries", "in_copy", "perhaps", "todo", "answer", "no_lines", "held", "title",
)
"""Labels of the sheet: phrases of the catalogue, by the end of their keys."""


@dataclass(frozen=True, slots=True)
class QueryView:
    """One query of the list and of the margin."""

    number: int
    severity: str
    level: str
    """the severity in the reader's language"""
    kind: str
    message: str
    text: str | None
    suggestion: str | None
    line: int | None
    place: str
    """its line in the reader's language, empty where it has none"""
    file: str
    anchor: str
    """id of its line of copy, empty where it has none"""
    snippet: str
    """sidecar TOML that answers it, empty where nothing can"""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Queries of the list: one, or all of a kind that is told very often."""

    queries: tuple[QueryView, ...]
    count: str
    """how many they are, in the reader's language; empty for one"""
    todo: str
    """what the editor can do, said at the first query of its kind"""


@dataclass(frozen=True, slots=True)
class RowView:
    """One line of the copy."""

    number: int
    text: str
    anchor: str
    target: str
    """id of what it became, empty where nothing shows it"""
    aside: str
    """what sort of line it is that stands in no story, in the reader's language; else empty"""
    queries: tuple[QueryView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a story in the right-hand column."""

    part: Part
    label: str
    """what it is, in the reader's language"""
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


def proof_sheet(
    edition: Edition, read: Read, templates: Templates, lang: Lang = "en"
) -> str:
    """The proof sheet of what was `read`, in the language of its reader.

    `edition` is the same in the script to be printed.
    """
    remarks = _worst_first(read.diagnostics, read.copy)
    desk = _Desk(read.copy, lang)
    queries = tuple(desk.view(number, remark) for number, remark in enumerate(remarks, 1))
    files = tuple(_files(edition, read.copy, queries, lang))
    words = {word: phrase(f"proof_{word}", lang) for word in _WORDS}
    words["aside"] = asides_told(edition.furniture, lang)
    words["none"] = phrase("queries_none", lang)
    words["counts"] = phrase("proof_counts", lang, {
        f"{name}s": sum(remark.severity is level for remark in remarks)
        for name, level in (
            ("error", Severity.ERROR), ("warning", Severity.WARNING), ("note", Severity.INFO),
        )
    })
    return templates.render(
        "proof.html.j2", name=edition.name, paper=edition.imprint.paper or "",
        language=edition.language, lang=lang, words=words, files=files,
        groups=tuple(_groups(remarks, queries, lang)), several=len(files) > 1,
    )


def _worst_first(
    remarks: Sequence[Diagnostic], copy: Sequence[CopyFile]
) -> tuple[Diagnostic, ...]:
    """The worst first, then in the order of the copy."""
    places = {file.name: number for number, file in enumerate(copy, 1)}
    first = copy[0].name if copy else ""

    def order(remark: Diagnostic) -> tuple[int, int, int]:
        file = places.get(remark.source or first, 0)
        return _ORDER[remark.severity], file, remark.line or 0

    return tuple(sorted(remarks, key=order))


def _groups(
    remarks: Sequence[Diagnostic], queries: Sequence[QueryView], lang: Lang
) -> Iterator[GroupView]:
    """Queries in their order; a kind that is told very often stands together."""
    views = {id(remark): view for remark, view in zip(remarks, queries, strict=True)}
    advised: set[str] = set()
    for group in gathered(remarks):
        kind = group[0].kind
        count = phrase("proof_many", lang, {"count": len(group)}) if len(group) > 1 else ""
        todo = "" if kind in advised else group[0].advice(lang)
        advised.add(kind)
        yield GroupView(tuple(views[id(remark)] for remark in group), count, todo)


@dataclass(frozen=True, slots=True)
class _Desk:
    """The files of copy while queries are shown at their lines."""

    copy: Sequence[CopyFile]
    lang: Lang

    def view(self, number: int, remark: Diagnostic) -> QueryView:
        places = {file.name: place for place, file in enumerate(self.copy, 1)}
        file = remark.source or (self.copy[0].name if self.copy else "")
        rows = self.copy[places[file] - 1].lines if file in places else ()
        line = remark.line if remark.line and remark.line <= len(rows) else None
        named = file if len(self.copy) > 1 else None
        return QueryView(
            number, str(remark.severity), phrase(f"severity_{remark.severity}", self.lang),
            remark.kind, remark.told(self.lang), remark.text, remark.suggestion, remark.line,
            phrase("at_line", self.lang, {"line": remark.line}) if remark.line else "", file,
            _anchor(places[file], line) if line else "",
            snippet(remark, rows, named, self.lang) if line else "",
        )


def _anchor(file: int, line: int) -> str:
    return f"f{file}l{line}"


def _files(
    edition: Edition, copy: Sequence[CopyFile], queries: Sequence[QueryView], lang: Lang
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
        yield FileView(file.name, tuple(_bands(_Sheet(number, file, asked, lang), own, kept)))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file while its bands are cut."""

    number: int
    copy: CopyFile
    asked: Mapping[int, Sequence[QueryView]]
    lang: Lang

    def anchor(self, line: int | None) -> str:
        return _anchor(self.number, line) if line and line <= len(self.copy.lines) else ""

    def aside(self, line: int) -> str:
        """What sort of line it is that stands in no story; empty for any other."""
        if line not in self.copy.furniture:
            return ""
        return sort_name(self.copy.lines[line - 1].strip(), self.lang)

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
        label = phrase(f"part_{part.kind}", sheet.lang)
        yield PartView(part, label, anchor, line, sheet.anchor(line), queries)


def _rows(
    sheet: _Sheet, start: int, end: int, parts: Sequence[PartView]
) -> tuple[RowView, ...]:
    targets: dict[int, str] = {}
    for part in parts:
        for line in part.part.lines:
            targets.setdefault(line, part.anchor)
    return tuple(
        RowView(
            number, sheet.copy.lines[number - 1], sheet.anchor(number), targets.get(number, ""),
            sheet.aside(number), tuple(sheet.asked.get(number, ())),
        )
        for number in range(start + 1, end + 1)
    )
