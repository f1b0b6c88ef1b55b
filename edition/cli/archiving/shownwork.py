"""What is shown while the archive is built: a bar on a terminal, events for a program."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from edition.cli.progress import is_watched
from edition.cli.voice import Loudness, Voice, harmless

if TYPE_CHECKING:
    from edition.archive.nightshift import Begun, Ended, Night, Told


class ShownWork:
    """Hears what the run tells, and shows it as whoever watches wants it."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._bars: Any = None
        self._task: Any = None

    def __enter__(self) -> ShownWork:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bars is not None:
            self._bars.stop()

    def told(self, word: Told) -> None:
        """One word of the run."""
        from edition.archive.nightshift import Begun, Ended

        if isinstance(word, Begun):
            self._begun(word)
        elif isinstance(word, Ended):
            self._ended(word)
        elif self._voice.is_for_programs:
            self._voice.event("issue", issue=word.name, state="running")

    def _begun(self, word: Begun) -> None:
        voice = self._voice
        if voice.is_for_programs:
            voice.event("archive", **asdict(word))
            return
        if word.laid_aside:
            voice.aloud(voice.phrase("archive_laid_aside", place=word.laid_aside))
        voice.say("archive_begun", issues=word.issues, to_build=word.to_build)
        if word.again:
            voice.say("archive_again", count=word.again)
        if word.failed:
            voice.say("archive_failed_before", count=word.failed)
        if word.to_build and is_watched(voice):
            self._bars = _bars()
            self._bars.start()
            self._task = self._bars.add_task(
                voice.phrase("archive_bar"), total=word.to_build, pace=""
            )

    def _ended(self, word: Ended) -> None:
        from edition.archive.jobs import told_of

        voice, outcome = self._voice, word.outcome
        if voice.is_for_programs:
            voice.event(
                "issue", issue=outcome.name, state="done" if outcome.done else "failed",
                **told_of(outcome), left=word.left, rate=round(word.rate, 4),
                seconds_left=round(word.seconds_left, 1),
            )
            return
        if not outcome.done:
            self._line(voice.phrase("archive_failed", name=outcome.name, said=outcome.said))
        elif voice.loudness is Loudness.FULL:
            self._line(voice.phrase("archive_issue", name=outcome.name, pages=outcome.pages,
                                    seconds=outcome.seconds))
        if self._bars is not None:
            pace = voice.phrase("archive_pace", rate=word.rate, left=_clock(word.seconds_left))
            self._bars.update(self._task, advance=1, pace=pace)

    def _line(self, text: str) -> None:
        """A line of its own, above the bar where there is one."""
        if self._bars is None:
            self._voice.aloud(text)
        else:
            self._bars.console.print(harmless(f"edition: {text}"), markup=False, highlight=False)

    def over(self, night: Night, out: Path) -> None:
        """The end of the night."""
        done = [row for row in night.rows if row.state == "done"]
        values: dict[str, Any] = {
            "built": night.built - night.failed_now, "failed": night.failed_now,
            "done": len(done), "pages": sum(row.end.pages for row in done), "out": str(out),
            "seconds": night.seconds,
        }
        if self._voice.is_for_programs:
            self._voice.event("archived", **values, report=str(night.report))
            return
        self._voice.say("archive_done", **values)
        self._voice.say("wrote", target=str(night.report), size=night.report.stat().st_size / 1024)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _bars() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}", markup=False), BarColumn(bar_width=30),
        MofNCompleteColumn(), TextColumn("{task.fields[pace]}", markup=False),
        console=Console(stderr=True), transient=True,
    )
