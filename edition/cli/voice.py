"""What is said to the person at the terminal, in one language, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from edition.cli.language import UNDECIDED, of_script
from edition.errors import EditionError
from edition.messages.telling import phrase
from edition.messages.texts import Lang, Value


class Voice:
    """The language of one run, handed on to whatever speaks.

    Where neither option nor locale has decided it, the first copy that is heard does.
    """

    def __init__(self, decided: Lang | None) -> None:
        self._decided = decided

    @property
    def lang(self) -> Lang:
        """The language spoken now."""
        return self._decided or UNDECIDED

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
        """Print an error as one line."""
        self.say("error_line", message=error.told(self.lang))

    def line(self, text: str) -> None:
        """Print a line that is ready."""
        print(f"edition: {text}", file=sys.stderr, flush=True)
