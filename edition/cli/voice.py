"""What is said to the person at the terminal, in one language, on standard error.

With `--json` it is said to a program instead: one JSON object a line on standard output, or on
standard error where the file itself goes to standard output.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from unicodedata import category

from edition.cli.standardstreams import STANDARD, put
from edition.errors import Diagnostic, EditionError
from edition.messages.spoken import UNDECIDED, of_script
from edition.messages.telling import phrase
from edition.messages.texts import Lang, Phrase, Value
from edition.steps import Step


class Loudness(IntEnum):
    """How much is said."""

    QUIET = 0
    """errors alone"""
    PLAIN = 1
    FULL = 2
    """every remark, one by one"""


class Voice:
    """The language of one run, handed on to whatever speaks.

    Where neither option nor locale has decided it, the first copy that is heard does.
    """

    def __init__(self, decided: Lang | None) -> None:
        self._decided = decided
        self.loudness = Loudness.PLAIN
        self.is_for_programs = False
        self._aside = False

    @property
    def lang(self) -> Lang:
        """The language spoken now."""
        return self._decided or UNDECIDED

    @property
    def decided(self) -> Lang | None:
        """The language that option or locale has decided, or copy that was heard; else None."""
        return self._decided

    def settle(self, options: Namespace) -> None:
        """Speak as loud as the options ask, and to whom."""
        if getattr(options, "quiet", False):
            self.loudness = Loudness.QUIET
        elif getattr(options, "verbose", False):
            self.loudness = Loudness.FULL
        self.is_for_programs = bool(getattr(options, "events", False))
        self._aside = getattr(options, "out", None) == STANDARD

    def hear(self, texts: Iterable[str]) -> None:
        """Speak as the copy is written, unless that is decided already."""
        if self._decided is None:
            self._decided = of_script(texts)

    def phrase(self, key: str, **values: Value) -> str:
        """A phrase of the catalogue."""
        return phrase(key, self.lang, values)

    def say(self, key: str, **values: Value) -> None:
        """Print a phrase of the catalogue as a line of its own."""
        self.line(self.phrase(key, **values))

    def tell(self, error: EditionError) -> None:
        """Print an error as one line, or as an event."""
        if self.is_for_programs:
            self.event(
                "error", kind=error.kind, where=error.where, message=error.told(self.lang),
                exit=error.exit_code,
            )
        else:
            self._print(self.phrase("error_line", message=error.told(self.lang)))

    def line(self, text: str) -> None:
        """Print a line that is ready, unless nothing but errors is to be said."""
        if self.loudness > Loudness.QUIET and not self.is_for_programs:
            self._print(text)

    def aloud(self, text: str) -> None:
        """Print a line that is ready, however quiet the run."""
        if not self.is_for_programs:
            self._print(text)

    def step(self, step: Step, share: float) -> None:
        """Tell a program how far the work has come."""
        self.event("step", step=str(step), share=round(share, 4))

    def remark(self, remark: Diagnostic) -> None:
        """Tell a program a remark."""
        self.event(
            "remark", kind=remark.kind, severity=str(remark.severity),
            message=remark.told(self.lang), line=remark.line, story=remark.story,
            source=remark.source, text=remark.text, suggestion=remark.suggestion,
            values={name: _plain(value, self.lang) for name, value in remark.values.items()},
        )

    def event(self, name: str, **values: object) -> None:
        """One JSON object on a line of its own."""
        text = json.dumps({"event": name, **values}, ensure_ascii=True)
        if self._aside:
            _err(text)
        else:
            put(text)

    def _print(self, text: str) -> None:
        _err(harmless(f"edition: {text}"))


def harmless(text: str) -> str:
    """The text without signs by which the name of a file, or copy, would move the cursor or
    colour the screen."""
    return "".join(
        char.encode("unicode_escape").decode()
        if category(char) == "Cc" and char not in "\n\t" else char for char in text
    )


def _err(text: str) -> None:
    """Print on standard error; where that is closed or full, nothing more can be said."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def _plain(value: Value, lang: Lang) -> object:
    if isinstance(value, Phrase):
        return phrase(value.key, lang, value.values)
    if isinstance(value, tuple):
        return [_plain(part, lang) for part in value]
    return value

