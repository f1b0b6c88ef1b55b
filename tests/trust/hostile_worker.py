"""A worker of the sandbox that does, when asked, what hostile copy might bring one to."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from edition.errors import CannotSet
from edition.render.environment import environment
from edition.worker import main

ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
GROWING = "{% set a = 'x' * 10 ** 8 %}{% for b in range(999) %}{{ a ~ b }}{% endfor %}"


def template(text: str, **_: object) -> str:
    folder = Path(tempfile.mkdtemp())
    (folder / "paper.html.j2").write_text(text, encoding="utf-8")
    return environment([folder]).render("paper.html.j2")


def hog(**_: object) -> str:
    held = []
    while True:
        held.append(bytearray(50_000_000))


def quiet_hog(**_: object) -> str:
    """Memory that is not asked of Python, and an error that hides the lack of it."""
    try:
        hog()
    except MemoryError as error:
        raise CannotSet("no_face") from error
    return ""


def crash(**_: object) -> str:
    ctypes.string_at(1)
    return ""


def killed(**_: object) -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def left(**_: object) -> str:
    os._exit(3)


def hang(**_: object) -> str:
    signal.pause()
    return ""


def broken(**_: object) -> str:
    raise AssertionError("a fault of ours")


def printed(**_: object) -> str:
    print("words that are no frame")
    os.write(1, b"nor are these")
    return "done"


def environment_of(**_: object) -> tuple[str, ...]:
    return tuple(sorted(os.environ))


def core(**_: object) -> tuple[int, ...]:
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)


def idle(**_: object) -> str:
    """Long enough for the child to look at itself some times."""
    time.sleep(0.5)
    return "done"


def process(path: str, **_: object) -> str:
    Path(path).write_text(str(os.getpid()), encoding="utf-8")
    signal.pause()
    return ""


def framed(text: bytes, behind: bytes = b"") -> bytes:
    return struct.pack(">QQ", len(text), len(behind)) + text + behind


def tasks() -> dict[str, Callable[..., object]]:
    return {
        f.__name__: f for f in (
            template, hog, quiet_hog, crash, killed, left, hang, broken, printed, environment_of,
            core, idle, process,
        )
    }


if __name__ == "__main__":
    main(sys.argv[1:], tasks)
