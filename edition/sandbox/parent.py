"""The parent's side: start a child, feed it, hear it out, and end it whatever happens."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any, TypeVar

from edition import errors
from edition.errors import EditionError, InvalidEdition, Stopped, hold_type
from edition.messages.catalogue import FAULTS
from edition.messages.texts import LANGS
from edition.sandbox.childlimits import OUT_OF_MEMORY, Limits
from edition.sandbox.pipes import framed, receive, send
from edition.sandbox.wirevalues import Known, Lie, known
from edition.steps import Progress, Step

_PASSED = (
    "PATH", "HOME", "USERPROFILE", "LOCALAPPDATA", "SYSTEMROOT", "LANG", "LANGUAGE", "TZ",
    "SOURCE_DATE_EPOCH",
)
"""What the child sees of the environment, with what begins as follows; the rest is not its own."""
_BEGINNINGS = ("LC_", "XDG_", "EDITION_", "PYTHON", "LD_LIBRARY", "DYLD_", "WEASYPRINT_")


_HEARD = 600.0
"""seconds a word waits for a caller who is busy with the one before, or has gone"""
_ASKED = 0.25
"""seconds of silence after which the caller is told the same again"""
Result = TypeVar("Result")
WORKER = "edition.worker"
"""the module a child runs"""


def in_child(
    limits: Limits, task: str, given: Mapping[str, object], progress: Progress,
    result: type[Result],
) -> Result:
    """What `task` of the worker returns for the arguments `given`, done in a child process.

    Raises what the task raises of our own errors, and Stopped where the child ended otherwise,
    or sent no `result`. An interrupt ends the child.
    """
    hold_type("sandbox", limits, Limits)
    work = framed((task, given))
    with tempfile.TemporaryDirectory(prefix="edition-", ignore_cleanup_errors=True) as folder:
        child = started(limits, folder)
        try:
            with timed(child, limits):
                return _heard(child, work, limits, progress, result)
        finally:
            kill(child)
            child.wait()


@contextmanager
def timed(child: subprocess.Popen[bytes], limits: Limits) -> Iterator[None]:
    """The time in which a child does a task; beyond it, it is ended.

    Raises Stopped where the child said no last word (EOFError), or a false one (Lie).
    """
    late = threading.Event()
    clock = threading.Timer(limits.seconds, _expire, (child, late))
    clock.daemon = True
    clock.start()
    try:
        yield
    except EOFError:
        raise _ended(child, late.is_set(), limits) from None
    except Lie as lie:
        raise Stopped("child_lied", said=str(lie)[:200]) from lie
    finally:
        clock.cancel()


def started(limits: Limits, folder: str, *more: str) -> subprocess.Popen[bytes]:
    """A child with its bounds, `folder` for what it keeps for a while, and `more` arguments.

    Raises Stopped where the system gives none.
    """
    space = {k: v for k, v in os.environ.items()
             if k.upper() in _PASSED or k.upper().startswith(_BEGINNINGS)}
    space |= {
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "OPENBLAS_NUM_THREADS": "1",
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder),
    }
    command = [sys.executable, "-P", "-m", WORKER,
               *map(str, (limits.seconds, limits.megabytes, os.getpid()))]
    try:
        return subprocess.Popen(
            [*command, *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env=space, start_new_session=True,
        )
    except OSError as error:
        raise Stopped("child_not_started", said=str(error)) from error


def _heard(
    child: subprocess.Popen[bytes], work: list[bytes], limits: Limits,
    progress: Progress, result: type[Result],
) -> Result:
    """The child's last word; its words on progress are passed on as they come."""
    assert child.stdin is not None and child.stdout is not None
    heard: queue.Queue[Any] = queue.Queue(maxsize=64)
    most = limits.megabytes * 1_000_000
    _aside(_feed, child.stdin, work)
    _aside(_listen, child.stdout, known(result), most, heard)
    now: tuple[Step, float] | None = None
    while True:
        try:
            word = heard.get(timeout=_ASKED)
        except queue.Empty:
            if now is not None:
                progress(*now)  # A caller who wants the run to stop says so when told.
            continue
        if isinstance(word, Exception):
            raise word
        match word:
            case {"progress": (str() as step, int() | float() as share)}:
                now = Step(step), float(share)
                progress(*now)
            case _:
                return last_word(word, result, limits)


def last_word(word: object, result: type[Result], limits: Limits) -> Result:
    """What a task came to, by the child's last word on it.

    Raises the error it tells, Stopped where the child could not go on, and Lie.
    """
    match word:
        case {"done": value}:
            if type(value) is not result:
                raise Lie(f"no {result.__name__}")
            return value
        case {"error": (str() as name, str() as kind, str() as where, dict() as values)}:
            raise _error(name, kind, where, values)
        case {"memory": _}:
            raise Stopped("child_too_big", megabytes=limits.megabytes)
        case {"fault": str() as said}:
            raise Stopped("child_failed", said=said[:400])
        case _:
            raise Lie("a word of no kind")


def _aside(work: Callable[..., None], *given: object) -> None:
    threading.Thread(target=work, args=given, daemon=True).start()


def _feed(pipe: IO[bytes], work: list[bytes]) -> None:
    with suppress(OSError), pipe:  # A child that has ended reads no more.
        send(pipe, work)


def _listen(pipe: IO[bytes], classes: Known, most: int, heard: queue.Queue[Any]) -> None:
    """Put every word of the child into `heard`, and at last what ended it."""
    with suppress(OSError), pipe:
        try:
            while True:
                heard.put(receive(pipe, classes, most), timeout=_HEARD)
        except Exception as end:  # Whatever it is, the caller is to hear of it.
            with suppress(queue.Full):
                heard.put(end, timeout=_HEARD)


def _error(name: str, kind: str, where: str, values: dict[str, Any]) -> EditionError:
    """An error of ours as the child raised it."""
    found = vars(errors).get(name)
    if not (isinstance(found, type) and issubclass(found, EditionError)) or kind not in FAULTS:
        raise Lie("an error of no kind")
    try:
        if issubclass(found, InvalidEdition):
            error: EditionError = found(kind, path=where, **values)
        else:
            error = found(kind, where=where, **values)
        for lang in LANGS:
            error.told(lang)
    except Exception as fault:
        raise Lie("an error that says nothing") from fault
    return error


def _expire(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    kill(child)


def kill(child: subprocess.Popen[bytes]) -> None:
    """End the child and all it has started; nothing where it has ended and was waited for."""
    if child.returncode is not None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:  # pragma: no cover - Windows
            child.kill()


def _ended(child: subprocess.Popen[bytes], late: bool, limits: Limits) -> Stopped:
    """Why a child ended that said no last word."""
    code = child.wait()
    number = -code
    cpu = getattr(signal, "SIGXCPU", None)
    if late or (cpu is not None and number == cpu):
        return Stopped("child_too_long", seconds=limits.seconds)
    if code == OUT_OF_MEMORY:
        return Stopped("child_too_big", megabytes=limits.megabytes)
    if number > 0:
        names = {int(s): s.name for s in signal.Signals}
        return Stopped("child_killed", signal=names.get(number, str(number)))
    return Stopped("child_failed", said=f"exit code {code}")
