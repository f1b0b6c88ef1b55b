"""The editor's answers in a sidecar: `[[answers]]` parsed, and fitted to the lines of the copy.

The reader of plain text applies what they say of a line's part; `edition.passes` applies the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from edition.answering import ROLES, Answer, Do
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase, Value
from edition.sidecar.values import alternatives, entries, wrong

_KEYS = ("file", "line", "text", "also", "do", "with", "query")


@dataclass(frozen=True, slots=True)
class GivenAnswer(Answer):
    """An answer as the sidecar gives it, to one line or to several that are alike."""

    also: tuple[str, ...] = ()
    """characters of the further lines, each looked for below the one before"""

    def each(self, rows: Sequence[str]) -> Iterator[Answer]:
        """One answer for every line it is given to."""
        first = Answer(
            self.name, self.line, self.text, self.do, self.words, self.query, self.file
        )
        yield first
        above = _stands(first, rows) or self.line
        for text in self.also:
            below = (n for n in range(above + 1, len(rows) + 1) if text in _as_came(rows[n - 1]))
            above = next(below, above)
            yield replace(first, line=above, text=text.strip())


def parse_answers(table: Mapping[str, Any], name: str) -> tuple[GivenAnswer, ...]:
    """The answers in a sidecar's table. Raises WrongUse naming file and key."""
    found = []
    for entry in entries(table, "answers", _KEYS, name):
        for key in ("text", "do"):
            if entry.maybe(key) is None:
                raise wrong("sidecar_missing_in", name, f"answers.{key}", entry=entry.name)
        do = Do(entry.choice("do", tuple(Do)))
        if (do is Do.REPLACE) != ("with" in entry.values):
            raise wrong("answer_with", name, "answers.with", entry=entry.name)
        if "query" in entry.values and do is not Do.KEEP:
            raise wrong("answer_query", name, "answers.query", entry=entry.name)
        if "also" in entry.values and do not in ROLES:
            raise wrong(
                "answer_also", name, "answers.also", entry=entry.name, roles=alternatives(ROLES)
            )
        found.append(GivenAnswer(
            entry.name, entry.needed("line"), entry.text("text"), do, entry.text("with"),
            entry.maybe("query"), entry.maybe("file"), tuple(filter(None, entry.strings("also"))),
        ))
    return tuple(found)


def fitting(
    answers: Sequence[Answer], rows: Sequence[str], file: str
) -> tuple[tuple[Answer, ...], tuple[Diagnostic, ...]]:
    """The answers to `file` that fit, each at the line where its text stands now.

    `rows` hold of each line the words as they came and, below, those as settled. An answer that
    has moved is told; one whose text stands nowhere, or in several other lines, is a warning.
    """
    kept: list[Answer] = []
    told: list[Diagnostic] = []
    for answer in _given_to(answers, rows, file):
        line = _stands(answer, rows)
        if line is None:
            told.append(_stale(answer, _absent(answer, rows), file))
            continue
        if line != answer.line:
            told.append(_moved(answer, line, file))
        kept.append(replace(answer, line=line))
    return tuple(kept), tuple(told)


def _given_to(answers: Sequence[Answer], rows: Sequence[str], file: str) -> Iterator[Answer]:
    """The answers to `file`, those to several lines once for each."""
    for answer in answers:
        if answer.file in (None, file):
            yield from answer.each(rows) if isinstance(answer, GivenAnswer) else (answer,)


def _stands(answer: Answer, rows: Sequence[str]) -> int | None:
    """The line of an answer's text: its own, else the only other that holds it, else None."""
    if answer.line <= len(rows) and answer.text in rows[answer.line - 1]:
        return answer.line
    found = [n for n, row in enumerate(rows, 1) if answer.text in _as_came(row)]
    return found[0] if len(found) == 1 and answer.text else None


def _as_came(row: str) -> str:
    return row.partition("\n")[0]


def _absent(answer: Answer, rows: Sequence[str]) -> Phrase:
    if answer.line > len(rows):
        return Phrase("stale_copy_ends", {"last": len(rows)})
    return Phrase("stale_text_absent", {"text": answer.text, "line": answer.line})


def _moved(answer: Answer, line: int, file: str) -> Diagnostic:
    values: dict[str, Value] = {
        "name": answer.name, "do": answer.do, "from": answer.line, "to": line,
    }
    return Diagnostic(
        "answer_moved", values, line, text=answer.text, confidence=Confidence.CERTAIN, source=file
    )


def unread(answers: Sequence[Answer], file: str) -> tuple[Diagnostic, ...]:
    """A warning for each answer to `file`, whose format has no lines to answer."""
    return tuple(
        _stale(answer, Phrase("stale_no_lines"), file)
        for answer in answers if answer.file in (None, file)
    )


def astray(answers: Sequence[Answer], files: Sequence[str], name: str) -> tuple[Diagnostic, ...]:
    """A warning for each answer that names none of the `files` its sidecar `name` serves.

    Raises WrongUse for one that names no file at all.
    """
    for answer in answers:
        if answer.file is None:
            raise wrong(
                "answer_without_file", name, "answers.file", entry=answer.name, count=len(files)
            )
    return tuple(
        _stale(answer, Phrase("stale_no_file", {"file": answer.file or ""}), None)
        for answer in answers if answer.file not in files
    )


def roles(answers: Sequence[Answer]) -> dict[int, Do]:
    """What the answers say their lines are, by line."""
    return {answer.line: answer.do for answer in answers if answer.do in ROLES}


def called_copy(answers: Sequence[Answer], rows: Sequence[str], file: str) -> frozenset[int]:
    """Lines that the editor calls a part of a story, whatever the copy around them says."""
    return frozenset(
        _stands(answer, rows) or answer.line for answer in _given_to(answers, rows, file)
        if answer.do in ROLES and answer.do is not Do.FURNITURE
    )


def starts(answers: Sequence[Answer], rows: Sequence[str]) -> frozenset[int]:
    """Lines that are never joined to the one before: those named, and what follows a heading."""
    found = set()
    for answer in answers:
        if answer.do is Do.SPLIT or answer.do in ROLES:
            found.add(answer.line)
        if answer.do in ROLES and answer.do is not Do.PARAGRAPH:
            found.add(_next(rows, answer.line))
    return frozenset(found)


def alone(is_alone: Callable[[str], bool], rows: Sequence[str]) -> frozenset[int]:
    """Lines that are never joined to the one before, where some stand alone in all copy."""
    found = [n for n, row in enumerate(rows, 1) if row.strip() and is_alone(row.strip())]
    return frozenset((*found, *(_next(rows, n) for n in found)))


def _next(rows: Sequence[str], line: int) -> int:
    """The next line that holds something, else `line` itself."""
    after = range(line + 1, len(rows) + 1)
    return next((n for n in after if rows[n - 1].strip()), line)


def _stale(answer: Answer, why: Phrase, file: str | None) -> Diagnostic:
    values: dict[str, Value] = {
        "name": answer.name, "line": answer.line, "do": answer.do, "why": why,
    }
    return Diagnostic(
        "answer_stale", values, answer.line if file else None, text=answer.text,
        confidence=Confidence.CERTAIN, source=file,
    )
