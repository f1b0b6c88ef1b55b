"""The editor's answers in a sidecar: `[[answers]]` parsed, and fitted to the lines of the copy.

The reader of plain text applies what they say of a line's part; `edition.passes` applies the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase, Value
from edition.model import Answer, Do
from edition.sidecar.values import entries, wrong

_KEYS = ("file", "line", "text", "do", "with", "query")
_ROLES = frozenset({
    Do.HEADLINE, Do.CROSSHEAD, Do.DECK, Do.KICKER, Do.PARAGRAPH, Do.FURNITURE,
})


def parse_answers(table: Mapping[str, Any], name: str) -> tuple[Answer, ...]:
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
        found.append(Answer(
            entry.name, entry.needed("line"), entry.text("text"), do, entry.text("with"),
            entry.maybe("query"), entry.maybe("file"),
        ))
    return tuple(found)


def fitting(
    answers: Sequence[Answer], rows: Sequence[str], file: str
) -> tuple[tuple[Answer, ...], tuple[Diagnostic, ...]]:
    """The answers whose text stands in their line of `file`, and a warning for each other one."""
    kept, stale = [], []
    for answer in answers:
        if answer.file not in (None, file):
            continue
        if answer.line > len(rows):
            stale.append(_stale(answer, Phrase("stale_copy_ends", {"last": len(rows)}), file))
        elif answer.text not in rows[answer.line - 1]:
            values: dict[str, Value] = {"text": answer.text, "line": answer.line}
            stale.append(_stale(answer, Phrase("stale_text_absent", values), file))
        else:
            kept.append(answer)
    return tuple(kept), tuple(stale)


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
    return {answer.line: answer.do for answer in answers if answer.do in _ROLES}


def called_copy(answers: Sequence[Answer], file: str) -> frozenset[int]:
    """Lines that the editor calls a part of a story, whatever the copy around them says."""
    return frozenset(
        answer.line for answer in answers
        if answer.file in (None, file) and answer.do in _ROLES and answer.do is not Do.FURNITURE
    )


def starts(answers: Sequence[Answer], rows: Sequence[str]) -> frozenset[int]:
    """Lines that are never joined to the one before: those named, and what follows a heading."""
    found = set()
    for answer in answers:
        if answer.do is Do.SPLIT or answer.do in _ROLES:
            found.add(answer.line)
        if answer.do in _ROLES and answer.do is not Do.PARAGRAPH:
            after = range(answer.line + 1, len(rows) + 1)
            found.add(next((n for n in after if rows[n - 1].strip()), answer.line))
    return frozenset(found)


def _stale(answer: Answer, why: Phrase, file: str | None) -> Diagnostic:
    values: dict[str, Value] = {
        "name": answer.name, "line": answer.line, "do": answer.do, "why": why,
    }
    return Diagnostic(
        "answer_stale", values, answer.line if file else None, text=answer.text,
        confidence=Confidence.CERTAIN, source=file,
    )
