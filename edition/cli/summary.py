"""What a run says at its end: the queries, a frequent kind once, and what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli.standardstreams import STANDARD, put_bytes
from edition.cli.voice import Loudness, Voice
from edition.delivery.onto_disk import write_file
from edition.errors import Diagnostic, Severity
from edition.messages.texts import Lang
from edition.model import Furniture

if TYPE_CHECKING:
    from edition.printed import Alternative, Score


class Summary:
    """The outputs of one run and what there is to say about them."""

    def __init__(
        self, voice: Voice, remarks: Sequence[Diagnostic], furniture: Sequence[Furniture] = ()
    ) -> None:
        self._voice = voice
        self._furniture = tuple(furniture)
        self._remarks = list(remarks)
        self._outputs: list[tuple[Path, bytes]] = []
        self._made: list[Path] = []
        self._score: Score | None = None
        self._others: tuple[Alternative, ...] = ()

    def add(self, target: Path, data: bytes, remarks: Sequence[Diagnostic] = ()) -> None:
        """One more output, not yet written. A character the copy was asked about is not told
        again as missing from the faces."""
        self._outputs.append((target, data))
        said = {r.values.get("code") for r in self._remarks if r.kind == "private_use"}
        self._remarks.extend(
            r for r in remarks if r.kind != "missing_glyph" or r.values.get("code") not in said
        )

    def made(self, target: Path) -> None:
        """A file that is written already."""
        self._made.append(target)

    @property
    def lang(self) -> Lang:
        """The language spoken now."""
        return self._voice.lang

    def plan(self, score: Score | None) -> None:
        """The planned quality of the pages."""
        self._score = score

    def offer(self, others: Sequence[Alternative]) -> None:
        """Other plans of the paper."""
        self._others = tuple(others)

    def finish(self, strict: bool) -> int:
        """Write all outputs, then speak, and return the exit code. Raises CannotWrite."""
        for target, data in self._outputs:
            if str(target) == STANDARD:
                put_bytes(data)
            else:
                write_file(target, data)
        if self._voice.is_for_programs:
            self._events()
            return exit_code(self._remarks, strict)
        if self._score:
            self._voice.line(_planned(self._score, self._voice))
        for other in self._others:
            self._voice.say(
                "other_plan", pin=other.key, cost=other.cost, dearer=other.dearer,
                differs=other.told(self.lang),
            )
        remarks = placed(self._remarks)
        for line in _told(remarks, self._voice):
            self._voice.line(line)
        if self._voice.loudness is Loudness.QUIET and strict:
            for remark in remarks:
                if remark.severity is Severity.ERROR:
                    self._voice.aloud(_one(remark, self._voice))
        for line in _aside(self._furniture, self._voice):
            self._voice.line(line)
        for target, data in self._outputs:
            if str(target) != STANDARD:
                self._voice.say("wrote", target=str(target), size=len(data) / 1024)
        for target in self._made:
            self._voice.say("wrote", target=str(target), size=target.stat().st_size / 1024)
        return exit_code(self._remarks, strict)

    def _events(self) -> None:
        """What there is to say, for a program."""
        voice = self._voice
        if self._score:
            voice.event(
                "planned", cost=self._score.cost, proved=self._score.proved,
                bound=self._score.bound, gap=self._score.gap, further=self._score.further,
                steps=self._score.steps, terms=dict(self._score.terms),
            )
        for other in self._others:
            voice.event(
                "alternative", key=other.key, page=other.page, cost=other.cost,
                dearer=other.dearer, differs=other.told(self.lang), terms=dict(other.terms),
            )
        for remark in self._remarks:
            voice.remark(remark)
        for target, data in self._outputs:
            voice.event("wrote", target=str(target), bytes=len(data))
        for target in self._made:
            voice.event("wrote", target=str(target), bytes=target.stat().st_size)


def exit_code(remarks: Sequence[Diagnostic], strict: bool) -> int:
    """1 where `strict` finds a query that is an error, else 0."""
    return 1 if strict and any(r.severity is Severity.ERROR for r in remarks) else 0


def _told(remarks: Sequence[Diagnostic], voice: Voice) -> Iterator[str]:
    """Errors and warnings, a kind that is frequent on one line; the rest is counted."""
    from edition.render.editor.counted import gathered

    if voice.loudness is Loudness.FULL:
        yield from (_one(remark, voice) for remark in remarks)
        return
    loud = [r for r in remarks if r.severity is not Severity.INFO]
    for group in gathered(loud):
        yield _one(group[0], voice) if len(group) == 1 else _many(group, voice)
    quiet = len(remarks) - len(loud)
    if quiet:
        yield voice.phrase("quiet", count=quiet)


def placed(remarks: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """The remarks without the name of their file where there is one file only.

    Of several files every line is told with its file; of one only some are.
    """
    named = {remark.source for remark in remarks if remark.line}
    if None not in named or len(named) > 2:
        return remarks
    return [replace(remark, source=None) if remark.line else remark for remark in remarks]


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
    return voice.phrase("planned", cost=score.cost, proof=_proof(score, voice), terms=terms)


def _proof(score: Score, voice: Voice) -> str:
    """Whether the plan is the best, or by how much it could at most be better."""
    pages = dict(score.terms).get("pages", 0)
    if score.further:
        key = "at_most" if pages == 1 else "at_most_so_divided"
        return voice.phrase(key, percent=score.further)
    if score.proved or not dict(score.terms).get("stories"):
        return voice.phrase("proved" if score.proved else "not_proved")
    return voice.phrase("each_page_proved" if pages > 1 else "not_proved")
