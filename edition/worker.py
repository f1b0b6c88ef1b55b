"""The child's side of the sandbox: one task from standard input, its answer to standard output.

    python -m edition.worker SECONDS MEGABYTES PARENT [lasting]

A lasting one does task after task, until its standard input ends. The bounds are put on before
anything of the copy is read.
"""

from __future__ import annotations

import errno
import gc
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import IO, Any

from edition.delivery.onto_disk import unwritable
from edition.errors import EditionError, stands_behind
from edition.sandbox.betweentasks import LASTING, begin_task, end_with_parent, tidy, used_since
from edition.sandbox.childlimits import Limits, bind
from edition.sandbox.pipes import framed, receive, send
from edition.sandbox.wirevalues import known
from edition.steps import Step

Task = Callable[..., object]
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def tasks() -> dict[str, Task]:
    """What a child may be asked for, by name."""
    from edition import build

    def read(sources: Sequence[Any], **given: Any) -> object:
        return build.read(*sources, **given)

    def check(data: bytes, edition: Any, on_progress: object) -> object:
        return build.check(data, edition)

    def check_file(data: bytes, name: str, stories: bytes | None, on_progress: object) -> object:
        from edition import checks  # A build has no need of the preflight.

        return checks.check(data, name, stories)

    def explain(source: Any, lines: Sequence[int], **given: Any) -> object:
        return build.explain(source, *lines, encoding=given["encoding"], house=given["house"])

    def remember(sources: Sequence[Any], **given: Any) -> object:
        return build.remember(*sources, encoding=given["encoding"], house=given["house"])

    def alternatives(on_progress: object, **given: Any) -> object:
        return build.alternatives(**given)

    def pack_folders(layout: str, theme: str | None, on_progress: object) -> object:
        from edition.packs import shelf

        return tuple(map(str, shelf.folders_of(layout, theme)))

    return {
        "to_pdf": build.to_pdf, "to_epub": build.to_epub, "alternatives": alternatives,
        "read": read, "check": check, "check_file": check_file, "explain": explain,
        "remember": remember, "issue": _issue, "pack_folders": pack_folders,
    }


def _issue(**given: Any) -> object:
    from edition.issue.wholeissue import issue

    return issue(**given)


def main(argv: Sequence[str], load: Callable[[], Mapping[str, Task]] = tasks) -> None:
    """Do what is asked. Nothing else that a library prints reaches the parent."""
    limits, parent = Limits(float(argv[0]), int(argv[1])), int(argv[2])
    lasting = LASTING in argv[3:]
    bind(limits, parent, lasting=lasting)
    said, quiet = os.fdopen(os.dup(1), "wb"), os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    logging.disable(logging.CRITICAL)
    most = limits.megabytes * 1_000_000
    if lasting:
        with suppress(EOFError):
            end_with_parent(parent)
            _one_after_another(load, said, most)
        return
    asked: Any = receive(sys.stdin.buffer, known(), most)
    send(said, framed(_answer(load, asked, said)))


def _one_after_another(
    load: Callable[[], Mapping[str, Task]], said: IO[bytes], most: int
) -> None:
    """Task after task. Garbage is looked for between them alone."""
    from edition.issue.wholeissue import IssueAsked

    gc.disable()
    classes, first = known(IssueAsked), True
    while True:
        asked: Any = receive(sys.stdin.buffer, classes, most)
        begun = begin_task()
        answer = _answer(load, asked, said)
        send(said, framed(answer | {"used": used_since(begun)}))
        del asked, answer
        tidy(first=first)
        first = False


def _answer(
    load: Callable[[], Mapping[str, Task]], asked: Any, said: IO[bytes]
) -> dict[str, object]:
    def progress(step: Step, share: float) -> None:
        send(said, framed({"progress": (step.value, share)}))

    try:
        name, given = asked
        return {"done": load()[name](**given, on_progress=progress)}
    except Exception as error:  # A fault of ours is told, not hidden.
        return _told(error)


def _told(error: Exception) -> dict[str, object]:
    """Why there is no answer. A library that met a full disk has told that as a fault of its own.
    """
    if stands_behind(error, MemoryError):
        return {"memory": True}
    if (full := _full_disk(error)) is not None:
        error = unwritable(tempfile.gettempdir(), full)
    if isinstance(error, EditionError):
        return {"error": (type(error).__name__, error.kind, error.where, dict(error.values))}
    return {"fault": f"{type(error).__name__}: {error}"}


def _full_disk(error: BaseException | None) -> OSError | None:
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return error
        error = error.__cause__ or error.__context__
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
