"""Standard input and standard output, used as other tools use them.

What cannot be written there is an error with a plain sentence, as with a file; a reader that hangs
up is none.
"""

from __future__ import annotations

import os
import sys

from edition.errors import CannotWrite, UnreadableInput, WrongUse
from edition.limits import LIMITS
from edition.messages.system import system_reason
from edition.messages.texts import Phrase

STANDARD = "-"
"""the name of standard input and standard output on the command line"""


def read_input() -> bytes:
    """Standard input, whole. Raises UnreadableInput for one that is closed or too large."""
    if sys.stdin is None:
        raise UnreadableInput("stdin_closed")
    try:
        data = sys.stdin.buffer.read(LIMITS.source_bytes + 1)
    except (OSError, ValueError) as fault:
        reason = system_reason(fault) if isinstance(fault, OSError) else str(fault)
        raise UnreadableInput("stdin_unreadable", reason=reason) from fault
    if len(data) > LIMITS.source_bytes:
        raise UnreadableInput(
            "file_too_large", where=STANDARD, bytes=len(data), limit=LIMITS.source_bytes
        )
    return data


def check_output(target: str | None) -> None:
    """Raises before any work is done where a file is to go to a terminal or a closed output."""
    if target != STANDARD:
        return
    if sys.stdout is None:
        raise CannotWrite("stdout_unwritable", reason=Phrase("stdout_closed"))
    if sys.stdout.isatty():
        raise WrongUse("output_to_terminal")


def put(text: str) -> None:
    """Print lines on standard output, at once. Raises CannotWrite; BrokenPipeError goes through."""
    if sys.stdout is None:
        raise CannotWrite("stdout_unwritable", reason=Phrase("stdout_closed"))
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise _full(fault) from fault


def ascii_only() -> bool:
    """True where standard output may not take Chinese."""
    return sys.stdout is not None and "utf" not in (sys.stdout.encoding or "").lower()


def put_bytes(data: bytes) -> None:
    """Write a file to standard output. Raises CannotWrite; BrokenPipeError goes through."""
    if sys.stdout is None:
        raise CannotWrite("stdout_unwritable", reason=Phrase("stdout_closed"))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise _full(fault) from fault


def let_go() -> None:
    """Send what is still held for standard output nowhere: the interpreter would try it again."""
    if sys.stdout is None:
        return
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _full(fault: OSError) -> CannotWrite:
    let_go()
    return CannotWrite("stdout_unwritable", reason=system_reason(fault))
