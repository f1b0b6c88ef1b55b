"""The one door to programs of others: each runs alone, in a folder and an environment of its own.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from edition.outfit.programs import PDFTOTEXT, Program

_MEGABYTES = 4_096
"""of addresses a program may take"""
_ASKED = 20.0
"""seconds a program has to say its version"""
_GRACE = 15.0
"""seconds beyond its time after which the warden itself is taken for lost"""
_WARDEN = Path(__file__).with_name("warden.py")


@dataclass(frozen=True, slots=True)
class Allowance:
    """Allowance of one run of a program."""

    seconds: float
    file_bytes: int
    """of one file it may write"""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended."""

    code: int | None
    """its exit code, negative for a signal; None where its time was over"""
    said: str
    """what it printed, its beginning"""


def private_folder() -> TemporaryDirectory[str]:
    """A folder for one run, gone when it is over."""
    return TemporaryDirectory(prefix="edition-", ignore_cleanup_errors=True)


def run(command: Sequence[str], folder: Path, bounds: Allowance) -> Ran:
    """Run a program in `folder`, which is its home, its only place to write, and thrown away after.

    It and all it starts are ended when its time is over, when the caller is interrupted and when
    the caller itself is ended. Raises OSError where it cannot be started.
    """
    asked = {
        "command": list(command), "folder": str(folder), "seconds": bounds.seconds,
        "megabytes": _MEGABYTES, "file_bytes": bounds.file_bytes,
        "environment": _environment(folder),
    }
    warden = subprocess.Popen(
        [sys.executable, "-I", "-S", str(_WARDEN)], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder,
        env=_environment(folder), start_new_session=True,
    )
    assert warden.stdin is not None and warden.stdout is not None
    try:
        with suppress(BrokenPipeError):
            warden.stdin.write(json.dumps(asked).encode() + b"\n")
            warden.stdin.flush()
        told = warden.stdout.readline()
    finally:
        with suppress(OSError):
            warden.stdin.close()
        _wait(warden)
        warden.stdout.close()
    answer: dict[str, Any] = json.loads(told) if told else {"fault": errno.ECHILD}
    if answer["fault"]:
        raise OSError(answer["fault"], os.strerror(answer["fault"]))
    return Ran(answer["code"], answer["said"])


def _wait(warden: subprocess.Popen[bytes]) -> None:
    try:
        warden.wait(_GRACE)
    except subprocess.TimeoutExpired:
        warden.kill()
        warden.wait()


def _environment(folder: Path) -> dict[str, str]:
    """What a program sees: where programs lie, a home of its own, one language, no network."""
    home = str(folder)
    kept = {k: os.environ[k] for k in ("PATH", "SYSTEMROOT", "SystemRoot") if k in os.environ}
    nowhere = "http://127.0.0.1:9"
    return {
        **kept, **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), home),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR"), home),
        "XDG_CACHE_HOME": f"{home}/.cache", "XDG_CONFIG_HOME": f"{home}/.config",
        "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp",
        **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), nowhere),
    }


def version(program: Program) -> str:
    """What a program says of its version, the number alone; empty where it says none."""
    if not program.file:
        return ""
    state = os.stat(program.file) if os.path.exists(program.file) else None
    return _version(program, state.st_mtime_ns if state else 0)


@lru_cache(maxsize=8)
def _version(program: Program, _: int) -> str:
    asked = "-v" if program.name == PDFTOTEXT else "--version"
    with suppress(OSError), private_folder() as folder:
        said = run([program.file, asked], Path(folder), Allowance(_ASKED, 1_000_000)).said
        return next((word for word in said.split() if word[0].isdigit()), "")[:40]
    return ""
