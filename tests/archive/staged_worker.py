"""A worker of the archive that does what the copy tells it to, quickly: nothing is drawn.

Lines of the copy: `sleep SECONDS`, `hang`, `grow`, `die`, `die once FILE`, `fault`, `full`,
`refuse`, `lie NAME` and `lie beside NAME`.
Every issue that is made is noted in the file that `EDITION_TEST_NOTES` names.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from edition.errors import CannotSet, UnreadableInput
from edition.issue.wholeissue import IssueAsked, IssueFile, IssueMade
from edition.worker import main


def paper(text: str) -> bytes:
    """What such a paper holds; the same for the same copy."""
    return b"%PDF of " + sha256(text.encode()).hexdigest().encode() * 200


def issue(asked: IssueAsked, **_: object) -> IssueMade:
    place = Path(asked.sources[0])
    copy = next(place.glob("*.txt")) if place.is_dir() else place
    text = copy.read_text(encoding="utf-8")
    for line in text.splitlines():
        _obeyed(line.split())
    if notes := os.environ.get("EDITION_TEST_NOTES"):
        with open(notes, "a", encoding="utf-8") as file:
            file.write(f"{place}\n")
    opened = tuple(
        (name, sha256(file.read_bytes()).hexdigest() if file.is_file() else "")
        for line in text.splitlines() if line.startswith("picture ")
        for name in [line.removeprefix("picture ")] for file in [copy.parent / name]
    )
    if text.startswith("lie "):
        name = text.removeprefix("lie ").strip()
        lied = name.removeprefix("beside ")
        if lied != name:
            return IssueMade((), opened=((lied, ""),))
        return IssueMade((IssueFile("pdf", name, b"%PDF"),))
    files = tuple(
        IssueFile(kind, f"{place.stem}{end}", paper(text + kind))
        for kind, end in (("pdf", ".pdf"), ("epub", ".epub"), ("proof", ".proof.html"))
        if kind in asked.kinds
    )
    return IssueMade(files, 2, 80.0 + len(text) % 20, queries=(("no_paper_name", 1),),
                     opened=opened)


def _obeyed(words: list[str]) -> None:
    match words:
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["hang"]:
            while True:
                time.sleep(60)
        case ["grow"]:
            held = []
            while True:
                held.append(bytearray(20_000_000))
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["die", "once", mark]:
            if not Path(mark).exists():
                Path(mark).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case ["fault"]:
            raise AssertionError("a fault of ours")
        case ["full"]:
            try:
                raise OSError(errno.ENOSPC, "No space left on device")
            except OSError as fault:
                raise CannotSet("not_drawn", reason=str(fault)) from fault
        case ["refuse"]:
            raise UnreadableInput("copy_empty", where="copy.txt")


def tasks() -> dict[str, Callable[..., object]]:
    return {"issue": issue}


if __name__ == "__main__":
    main(sys.argv[1:], tasks)
