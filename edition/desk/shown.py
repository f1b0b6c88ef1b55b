"""What was read, as plain values for the browser: lines with their parts, stories, queries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from edition.answering import Do
from edition.copy.reading import CopyFile, Read
from edition.desk.copyroom import EDITABLE
from edition.desk.deskwords import remark_advice, remark_told
from edition.errors import Diagnostic, EditionError, Severity
from edition.makeup import standing
from edition.messages.telling import phrase
from edition.messages.texts import Lang
from edition.model import Imprint, Section, Story
from edition.passes.script.housewords import is_answer
from edition.readers.sources import Source, house_of
from edition.render.editor.aside_lines import asides_told, sort_name
from edition.render.editor.parts import parts_of
from edition.render.editor.snippets import answerable, further, known_by, mended, offered

_LOUD = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_SURE = {"certain": 100, "probable": 75, "weak": 50}
_GIVEN = ("story_held",)
"""what an answer of the editor did: nothing is asked of it"""
_UNSURE = ("part_unsure", "parts_unsure")


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A reading, and the language it is shown in."""

    read: Read
    lang: Lang

    def plain(self) -> dict[str, Any]:
        """Files, stories, queries, and what was set aside."""
        places = self._places()
        return {
            "name": self.read.edition.imprint.paper or self.read.edition.name,
            "language": self.read.edition.language,
            "files": [self._file(file, places) for file in self.read.copy],
            "stories": [self._story(one) for one in places],
            "queries": list(self._queries()),
            "aside": asides_told(self.read.edition.furniture, self.lang),
        }

    def _places(self) -> list[_Placed]:
        """Every story, and every held one, with its file."""
        edition = self.read.edition
        stories = [(story, section) for section in edition.sections for story in section.stories]
        order = standing(edition)
        found: list[_Placed] = []
        seen = stopped = 0
        for file in self.read.copy:
            for story, section in stories[seen : seen + file.stories]:
                found.append(_Placed(file, story, section, len(found), order[story.id]))
            seen += file.stories
        for file in self.read.copy:
            for story in edition.held[stopped : stopped + file.held]:
                found.append(_Placed(file, story, None, len(found), -1))
            stopped += file.held
        return found

    def _file(self, file: CopyFile, places: Sequence[_Placed]) -> dict[str, Any]:
        parts: dict[int, tuple[str, int]] = {}
        for one in places:
            if one.file is file:
                for line, part in _parts(one, file.lines):
                    parts.setdefault(line, (part, one.number))
        aside = set(file.furniture)
        lines = []
        for number, text in enumerate(file.lines, 1):
            part, story = parts.get(number, ("", -1))
            if number in aside:
                part, story = "aside", -1
            lines.append([text, part, story, sort_name(text, self.lang) if part == "aside" else ""])
        return {
            "name": file.name, "lines": lines,
            "editable": PurePath(file.name).suffix.lower() in EDITABLE,
        }

    def _story(self, one: _Placed) -> dict[str, Any]:
        story, section = one.story, one.section
        return {
            "number": one.number, "id": story.id if section else "", "file": one.file.name,
            "headline": story.headline or self._untitled(section),
            "lines": list(story.source_lines or ()), "size": len(story.text),
            "section": (section.title or "") if section else "", "held": section is None,
            "place": one.place, "rank": story.rank, "brief": story.brief, "jump": story.jump,
            "page": story.page, "columns": story.columns, "head": story.manner or "over",
            "box": story.box, "breaks": story.headline_breaks, "words": story.headline,
        }

    def _untitled(self, section: Section | None) -> str:
        untitled = phrase("untitled", self.lang)
        return f"{section.title} {untitled}" if section and section.title else untitled

    def _queries(self) -> Iterator[dict[str, Any]]:
        seen: dict[str, int] = {}
        rows = {file.name: file.lines for file in self.read.copy}
        first = self.read.copy[0].name if self.read.copy else ""
        for remark in sorted(self.read.diagnostics, key=_doubt):
            file = remark.source or first
            key = f"{file}:{remark.line}:{remark.kind}:{(remark.text or '')[:16]}"
            seen[key] = seen.get(key, 0) + 1
            yield {
                "key": f"{key}:{seen[key]}", "kind": remark.kind,
                "severity": "info" if remark.kind in _GIVEN else str(remark.severity),
                "level": phrase(f"severity_{remark.severity}", self.lang),
                "message": remark_told(remark, self.lang),
                "advice": remark_advice(remark, self.lang),
                "file": file, "line": remark.line, "text": remark.text or "",
                "suggestion": remark.suggestion or "",
                **self._choices(remark, rows.get(file, ())),
            }

    def _choices(self, remark: Diagnostic, rows: Sequence[str]) -> dict[str, Any]:
        """What may answer it, the likeliest first."""
        if not answerable(remark, rows) or not remark.line:
            return {"choices": []}
        row = rows[remark.line - 1].strip()
        others = [str(do) for do in offered(remark)]
        first = [] if remark.kind in _UNSURE else [str(Do.KEEP)]
        return {
            "choices": [*first, *others], "by": known_by(remark, row),
            "with": mended(remark, row), "also": further(remark, rows), "lines": _lines(remark),
        }


@dataclass(frozen=True, slots=True)
class _Placed:
    file: CopyFile
    story: Story
    section: Section | None
    """None for a held story"""
    number: int
    """from 0: of those that are printed, then of those held"""
    place: int
    """by rank, from 0"""


def _parts(one: _Placed, rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines of a story with what each was read as."""
    if one.section is not None and one.section.line:
        yield one.section.line, "section"
    for part in parts_of(one.story, rows):
        for line in part.lines:
            yield line, part.kind


def _lines(remark: Diagnostic) -> list[int]:
    """Further lines that a query about several asks about."""
    lines = remark.values.get("lines", ())
    return [one for one in lines[1:] if isinstance(one, int)] if isinstance(lines, tuple) else []


def _doubt(remark: Diagnostic) -> tuple[int, int, str, int]:
    """Sorts the worst first, and of those the most doubtful."""
    chance = remark.values.get("chance")
    sure = chance if isinstance(chance, int) else _SURE.get(remark.confidence or "", 90)
    return _LOUD[remark.severity], sure, remark.source or "", remark.line or 0


def given_answers(tables: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The answers that stand in the sidecars, the last first; `tables` by the name of a source."""
    found = []
    for source, table in tables.items():
        for number, one in enumerate(table.get("answers", ())):
            if one.get("file") in (None, source):
                found.append({
                    "source": source, "number": number, "line": one.get("line"),
                    "text": one.get("text", ""), "do": one.get("do", ""),
                    "with": one.get("with"), "query": one.get("query"),
                })
    return found[::-1]


def imprint_given(read: Read | None) -> dict[str, str]:
    """What stands at the head of the paper."""
    own = read.edition.imprint if read is not None else Imprint()
    return {
        "paper": own.paper or "", "date": own.date.isoformat() if own.date else "",
        "issue": own.issue or "", "page": own.page or "", "page_title": own.page_title or "",
    }


def forms_given(sources: Sequence[Source]) -> list[str]:
    """The forms chosen for doubtful words of another script: entries of the house memory."""
    try:
        known = house_of(sources[0]).glossary if sources else ()
    except EditionError:
        return []
    return [entry for entry in known if is_answer(entry.partition("=")[0].strip())]
