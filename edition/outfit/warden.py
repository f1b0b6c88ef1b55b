"""Stands over one program of others: starts it, ends it in time, clears up behind it.

A plain file, run by `outsiders.run` as a process of its own, so that the program and its children
end and their folder goes whatever becomes of edition itself:

    python -I -S warden.py      one line of JSON on standard input: command, folder, seconds,
                                megabytes, file_bytes, environment
                                one line of JSON on standard output: code, said, fault

`code` is the program's exit code, negative for a signal, null where its time was over; `fault` is
the system's number where it could not be started, else 0. Standard input stays open as long as the
caller is there; when it closes, all ends at once.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import threading
from contextlib import suppress
from typing import Any

try:
    import resource as _resource
except ImportError:  # pragma: no cover - Windows, where the clock is the only bound
    _resource = None  # type: ignore[assignment]  # a module elsewhere

_ANSWER = threading.Lock()
"""held by who has the last word: once an answer is given the folder is the caller's to clear"""
_SAID = 100_000
"""bytes of what the program said that are handed on"""


def main() -> None:
    """Do what standard input says."""
    asked: dict[str, Any] = json.loads(_line())
    _bind(asked)
    said = os.path.join(asked["folder"], "said")
    try:
        child = _started(asked, said)
    except OSError as error:
        _answer(None, "", error.errno or errno.EIO)
        return
    threading.Thread(target=_with_caller, args=(child, asked["folder"]), daemon=True).start()
    code: int | None
    try:
        code = child.wait(asked["seconds"])
    except subprocess.TimeoutExpired:
        code = None
    _end(child)
    with open(said, "rb") as file:
        told = file.read(_SAID).decode("utf-8", "replace")
    _ANSWER.acquire()
    _answer(code, told)


def _started(asked: dict[str, Any], said: str) -> subprocess.Popen[bytes]:
    with open(said, "wb") as out:
        # A group of its own: its children are ended with it.
        return subprocess.Popen(
            asked["command"], cwd=asked["folder"], env=asked["environment"],
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _answer(code: int | None, said: str, fault: int = 0) -> None:
    os.write(1, json.dumps({"code": code, "said": said, "fault": fault}).encode() + b"\n")


def _line() -> bytes:
    """The first line of standard input."""
    read = b""
    while not read.endswith(b"\n"):
        more = os.read(0, 65_536)
        if not more:
            os._exit(1)
        read += more
    return read


def _with_caller(child: subprocess.Popen[bytes], folder: str) -> None:
    """End the program and clear up when the caller has gone."""
    with suppress(OSError):
        while os.read(0, 1):
            pass
    _ANSWER.acquire()
    _end(child)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the program and all it has started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:  # pragma: no cover - Windows
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(child.pid)], check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
    with suppress(OSError):
        child.kill()
    with suppress(subprocess.TimeoutExpired):
        child.wait(5)


def _bind(asked: dict[str, Any]) -> None:
    """Bounds that the program inherits; a lower one that holds already is kept."""
    if _resource is None:  # pragma: no cover - Windows
        return
    for name, most in (
        ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", asked["file_bytes"]),
        ("RLIMIT_CPU", int(asked["seconds"]) + 1), ("RLIMIT_AS", asked["megabytes"] * 1_000_000),
    ):
        kind = getattr(_resource, name, None)
        if kind is None:
            continue
        with suppress(OSError, ValueError):
            hard = _resource.getrlimit(kind)[1]
            if hard != _resource.RLIM_INFINITY:
                most = min(most, hard)
            _resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
