"""What a run says at its end: the queries, a frequent kind once, and what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli.outputs import write
from edition.cli.voice import Voice
from edition.errors import Diagnostic, Severity
from edition.model import Furniture

if TYPE_CHECKING:
    from edition.makeup.paper import Score


class Summary:
    """The outputs of one run and what there is to say about them."""

    def __init__(
        self, voice: Voice, remarks: Sequence[Diagnostic], furniture: Sequence[Furniture] = ()
    ) -> None:
        self._voice = voice
        self._furniture = tuple(furniture)
        self._remarks = list(remarks)
        self._outputs: list[tuple[Path, bytes]] = []
        self._score: Score | None = None

    def add(self, target: Path, data: bytes, remarks: Sequence[Diagnostic] = ()) -> None:
        """One more output, not yet written. A character the copy was asked about is not told
        again as missing from the faces."""
        self._outputs.append((target, data))
        said = {r.values.get("code") for r in self._remarks if r.kind == "private_use"}
        self._remarks.extend(
            r for r in remarks if r.kind != "missing_glyph" or r.values.get("code") not in said
        )

    def plan(self, score: Score | None) -> None:
        """The planned quality of the pages."""
        self._score = score

    def finish(self, strict: bool) -> int:
        """Write all outputs, then speak, and return the exit code. Raises CannotWrite."""
        for target, data in self._outputs:
            write(target, data)
        if self._score:
            self._voice.line(_planned(self._score, self._voice))
        for line in _told(self._remarks, self._voice):
            self._voice.line(line)
        for line in _aside(self._furniture, self._voice):
            self._voice.line(line)
        for target, data in self._outputs:
            self._voice.say("wrote", target=str(target), size=len(data) / 1024)
        return exit_code(self._remarks, strict)


def exit_code(remarks: Sequence[Diagnostic], strict: bool) -> int:
    """1 where `strict` finds a query that is an error, else 0."""
    return 1 if strict and any(r.severity is Severity.ERROR for r in remarks) else 0


def _told(remarks: Sequence[Diagnostic], voice: Voice) -> Iterator[str]:
    """Errors and warnings, a kind that is frequent on one line; the rest is counted."""
    from edition.render.editor.counted import gathered

    loud = [r for r in remarks if r.severity is not Severity.INFO]
    for group in gathered(loud):
        yield _one(group[0], voice) if len(group) == 1 else _many(group, voice)
    quiet = len(remarks) - len(loud)
    if quiet:
        yield voice.phrase("quiet", count=quiet)


def _aside(furniture: Sequence[Furniture], voice: Voice) -> Iterator[str]:
    """How many lines of the copy stand in no story, where there are any."""
    from edition.render.editor.aside_lines import asides_told

    told = asides_told(furniture, voice.lang)
    if told:
        yield told


def _one(remark: Diagnostic, voice: Voice) -> str:
    place, text = "", ""
    if remark.line:
        key = "query_place_in" if remark.source else "query_place"
        place = voice.phrase(key, line=remark.line, source=remark.source or "")
        text = voice.phrase("query_text", text=remark.text) if remark.text else ""
    severity = voice.phrase(f"severity_{remark.severity}")
    message = remark.told(voice.lang)
    return voice.phrase("query_line", severity=severity, place=place, message=message) + text


def _many(group: Sequence[Diagnostic], voice: Voice) -> str:
    from edition.render.editor.counted import lines_of

    first = group[0]
    return voice.phrase(
        "query_many", severity=voice.phrase(f"severity_{first.severity}"), kind=first.kind,
        message=first.told(voice.lang), count=len(group), lines=lines_of(group, voice.lang),
    )


def _planned(score: Score, voice: Voice) -> str:
    terms = tuple(
        voice.phrase("planned_term", name=voice.phrase(f"term_{name}"), value=value)
        for name, value in score.terms
    )
    proof = voice.phrase("proved" if score.proved else "not_proved")
    return voice.phrase("planned", cost=score.cost, proof=proof, terms=terms)
