"""The help of a command as text: columns that hold for characters two cells wide."""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Iterator, Sequence

from edition.cli.voice import Voice
from edition.messages.width import cells

NAMES = 26
"""cells for the names of options, their margin counted in"""
_PIECES = re.compile(r"[“「（]*(?:[!-~]+|.)[，。、；：！？）」”…]* *")
"""What is not broken: a Latin word, or a character with the marks that hold to it."""


def help_text(
    prog: str, actions: Sequence[argparse.Action], voice: Voice, frame: tuple[str, str]
) -> str:
    """The help of `prog`; `frame` are the keys of the phrases at its head and its foot."""
    width = max(40, shutil.get_terminal_size().columns - 2)
    purpose, ending = frame
    uses = [voice.phrase("help_usage", command=prog), *map(_usage, _ordered(actions))]
    parts = [
        f"\n{' ' * 7}".join(_filled([f"{use} " for use in uses], width - 7)),
        "\n".join(_lines(voice.phrase(purpose), width)),
    ]
    commands = [a for a in actions if isinstance(a, argparse._SubParsersAction)]
    sources = [a for a in actions if not a.option_strings and a not in commands]
    options = [a for a in actions if a.option_strings]
    for title, found in (
        ("help_commands", [c for a in commands for c in a._get_subactions()]),
        ("help_sources", sources), ("help_options", options),
    ):
        if found:
            rows = [_row(_names(action), action.help or "", width) for action in found]
            parts.append("\n".join([voice.phrase(title), *rows]))
    if ending:
        parts.append(voice.phrase(ending).rstrip("\n"))
    return "\n\n".join(parts) + "\n"


def _ordered(actions: Sequence[argparse.Action]) -> list[argparse.Action]:
    """The order of the usage: copy before options, but a command after them."""
    def place(action: argparse.Action) -> int:
        return 1 if action.option_strings else 2 * isinstance(action, argparse._SubParsersAction)

    return sorted(actions, key=place)


def _usage(action: argparse.Action) -> str:
    if action.option_strings:
        return f"[{' '.join([action.option_strings[0], *_value(action)])}]"
    if action.nargs == "?":
        return f"[{_named(action)}]"
    return f"{_named(action)}{'...' if action.nargs in ('+', argparse.PARSER) else ''}"


def _names(action: argparse.Action) -> str:
    if action.option_strings:
        return " ".join([", ".join(action.option_strings), *_value(action)])
    return _named(action)


def _named(action: argparse.Action) -> str:
    """What a value is called in the help, whatever the parser left unsaid."""
    return str(action.metavar or "|".join(map(str, action.choices or ())) or action.dest)


def _value(action: argparse.Action) -> Iterator[str]:
    if action.choices:
        yield "{" + ",".join(map(str, action.choices)) + "}"
    elif action.nargs != 0:
        yield _named(action)


def _row(name: str, says: str, width: int) -> str:
    head = f"  {name}"
    room = NAMES - cells(head)
    lines = list(_lines(says, width - NAMES))
    first = head + " " * room + lines.pop(0) if room >= 2 and lines else head
    return "\n".join([first, *(" " * NAMES + line for line in lines)])


def _lines(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` cells, broken at spaces and between Chinese characters."""
    return _filled(_PIECES.findall(text), width)


def _filled(pieces: Sequence[str], width: int) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and cells(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    if line:
        yield line.rstrip()
