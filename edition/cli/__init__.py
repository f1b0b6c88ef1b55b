"""The command line: options to values, values to files. The only room that writes and prints.

Every other room is imported inside the commands, and the words of the command line inside `main`:
an interrupt while they load ends cleanly too.
"""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from edition.cli.voice import Voice

INTERRUPTED = 130
__all__ = ["INTERRUPTED", "main", "run"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; never shows a traceback."""
    from edition.cli.language import before_parsing
    from edition.cli.standardstreams import let_go
    from edition.cli.voice import Voice
    from edition.errors import EditionError, stands_behind

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    voice = Voice(before_parsing(words, os.environ))
    try:
        if "--timings" not in words:
            return _done(words, voice)
        from edition.cli.timings import timed

        with timed(voice):
            return _done(words, voice)
    except EditionError as error:
        voice.tell(error)
        return error.exit_code
    except KeyboardInterrupt:
        voice.say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        let_go()
        return 0
    except Exception as error:
        if stands_behind(error, KeyboardInterrupt):
            # A library that was being loaded told the interrupt as a fault of its own.
            voice.say("interrupted")
            return INTERRUPTED
        if os.environ.get("EDITION_DEBUG"):
            raise
        voice.say("own_fault", name=type(error).__name__, said=str(error))
        return 1


def run() -> NoReturn:
    """The command itself: `main`, and the end of the process with its exit code.

    The process makes few rings of values and is soon over: garbage is not looked for, and nothing
    is taken down at the end. An interrupt that reached Python code run by an extension while it
    loaded leaves a mark, by which the interpreter would kill itself at its end although the
    interrupt was answered; it does not come so far. A program that calls `main` keeps its own
    settings and goes on.
    """
    signal.signal(signal.SIGTERM, _interrupted)
    gc.disable()
    try:
        code = main()
    except KeyboardInterrupt:  # before there were words to tell it
        code = INTERRUPTED
    _end(code)


def _end(code: int) -> NoReturn:
    """End the process at once; what was said is on its way, and what waits for the end is done."""
    if code != INTERRUPTED:
        atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _done(words: Sequence[str], voice: Voice) -> int:
    if "--version" in words[:1]:
        from edition.cli.standardstreams import put
        from edition.release import __version__

        put(f"edition {__version__}")
        return 0
    from edition.cli.parser import parser_in

    options = parser_in(voice).parse_args(words)
    voice.settle(options)
    from edition.cli.commands import COMMANDS

    code = COMMANDS[options.command](options, voice)
    if voice.is_for_programs:
        voice.event("done", exit=code)
    return code


def _interrupted(number: int, frame: object) -> None:
    raise KeyboardInterrupt
