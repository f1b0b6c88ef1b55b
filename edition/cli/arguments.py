"""argparse in the reader's language: its faults are ours, its help is laid out by ours."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from edition.cli.helptext import help_text
from edition.cli.standardstreams import put
from edition.cli.voice import Voice
from edition.errors import WrongUse
from edition.messages.nearest import nearest
from edition.messages.texts import Value

_FAULTS = tuple((re.compile(pattern), kind) for pattern, kind in (
    (r"the following arguments are required: (?P<names>.+)", "argument_missing"),
    (r"unrecognized arguments: (?P<words>.+)", "argument_unknown"),
    (r"argument (?P<option>.+?): expected (?:one|at least one) argument", "option_without_value"),
    (r"argument (?P<option>.+?): invalid choice: (?P<value>.+?)(?:, maybe .*)? "
     r"\(choose from (?P<known>.+)\)", "choice_unknown"),
    (r"argument (?P<option>.+?): ignored explicit argument (?P<value>.+)", "option_with_value"),
    (r"ambiguous option: (?P<option>.+?) could match (?P<known>.+)", "option_ambiguous"),
))
"""What argparse says, and the fault of the catalogue that says the same."""


class Parser(argparse.ArgumentParser):
    """A parser that raises WrongUse instead of ending the process, and speaks one language."""

    def __init__(self, prog: str, voice: Voice, purpose: str, ending: str = "") -> None:
        """`purpose` and `ending` are keys of the phrases at the head and foot of its help."""
        super().__init__(prog=prog, add_help=False)
        self._voice = voice
        self._frame = (purpose, ending)
        self.add_argument("-h", "--help", action="help", help=voice.phrase("help_help"))

    def error(self, message: str) -> NoReturn:
        """Raises WrongUse with what argparse found."""
        for pattern, kind in _FAULTS:
            found = pattern.fullmatch(message)
            if found:
                values: dict[str, Value] = {k: _value(k, v) for k, v in found.groupdict().items()}
                values["near"] = self._near(values)
                raise WrongUse(kind, where="", command=self.prog, **values)
        raise WrongUse("arguments_wrong", command=self.prog, said=message)

    def _near(self, values: dict[str, Value]) -> Value:
        """The option, command or value that was meant."""
        known = values.get("known")
        if isinstance(known, tuple):
            return nearest(str(values.get("value", "")), map(str, known))
        strange = next((w for w in str(values.get("words", "")).split() if w[:1] == "-"), "")
        parsers = [self, *(
            inner for action in self._actions if isinstance(action, argparse._SubParsersAction)
            for inner in action.choices.values()
        )]
        options = [o for p in parsers for action in p._actions for o in action.option_strings]
        named = strange.partition("=")[0]
        # An option of another command is no slip of the pen.
        return nearest(named, options) if named and named not in options else ""

    def print_help(self, file: object = None) -> None:
        """Print the help on standard output; one that is full or closed is an error."""
        put(self.format_help().rstrip("\n"))

    def format_help(self) -> str:
        """The help of the command, in the reader's language."""
        return help_text(self.prog, self._actions, self._voice, self._frame)


def _value(name: str, words: str) -> Value:
    """Words of an argparse message without the quotes of Python; a list where they are one."""
    plain = re.sub(r"'([^']*)'", r"\1", words)
    return tuple(plain.split(", ")) if name in ("known", "names") else plain
