"""An archive whose run and whose children are killed again and again, hostile papers among it.

    python -m bench kills [--count 60] [--kills 20] [--seed 20] [--folder DIR] [--against DIR]
                          [--alone 6]

The papers are those of `python -m bench archive`. The run is killed so many times at random
moments, then its children are; a last run finishes. Every good issue must be there byte for byte
as an archive that nobody disturbed has it (`--against`, or one made first) and, of some, as
`edition build` makes it alone; every bad one must be named with its error. Exit 1 where not.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.archive import PACK, SEED, write_issues
from bench.killed_worker import DIES, GROWS, HANGS

COMMAND = (
    "from edition.sandbox import parent; parent.WORKER = 'bench.killed_worker';"
    "from edition.cli import run; run()"
)
BOUNDS = ("--workers", "2", "--most-seconds", "60", "--most-memory", "700", "--layout", PACK)
KILL_WITHIN = 9.0
"""seconds of a run until it is killed, at the most"""


def _zip_bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", bytes(400_000_000))
    return held.getvalue()


def _huge_picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(bytes(60_001) * 50)) + chunk(b"IEND", b""))


_STORY = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看，桥头站满了人。\n".encode()
HOSTILE: dict[str, dict[str, bytes | Path]] = {
    "x-hangs": {"copy.txt": HANGS.encode()},
    "x-grows": {"copy.txt": GROWS.encode()},
    "x-dies": {"copy.txt": DIES.encode()},
    "x-empty": {"copy.txt": b" \n"},
    "x-noise": {"copy.txt": random.Random(SEED).randbytes(200_000)},
    "x-zip-bomb": {"copy.docx": _zip_bomb()},
    "x-laughs": {"copy.xml": b'<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
                             b"<nitf><body><p>&b;</p></body></nitf>"},
    "x-outside": {"copy.txt": _STORY, "copy.toml":
                  b'[[pictures]]\nfile = "../../../../etc/passwd"\nstory = 1\n'},
    "x-picture": {"copy.txt": _STORY, "big.png": _huge_picture(), "copy.toml":
                  b'[[pictures]]\nfile = "big.png"\nstory = 1\n'},
    "x-deep": {"issue.json": b'{"stories": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"},
    "x-large": {"copy.txt": _STORY * 300_000},
    "x-link": {"copy.txt": Path("/etc/passwd")},
}


@dataclass(frozen=True)
class Judged:
    """What came of it: states by name, errors by name, the files that are not as they should be."""

    states: dict[str, str]
    errors: dict[str, str]
    wrong: tuple[str, ...]


def write_hostile(folder: Path) -> None:
    """The bad papers, beside the good ones."""
    for name, files in HOSTILE.items():
        place = folder / "1999" / name
        place.mkdir(parents=True, exist_ok=True)
        for file, data in files.items():
            if isinstance(data, Path):
                with suppress(FileExistsError):
                    (place / file).symlink_to(data)
            else:
                (place / file).write_bytes(data)


def started(home: Path, out: Path, notes: Path, *words: str) -> subprocess.Popen[bytes]:
    """The archive with the worker of this bench."""
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, "archive", str(home), "-o", str(out), *BOUNDS, *words],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "EDITION_BENCH_NOTES": str(notes)},
    )


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def kill_the_run(start: Callable[[], subprocess.Popen[bytes]], kills: int,
                 dice: random.Random) -> int:
    """Start and kill it so many times; how often it was at work then."""
    killed = 0
    for _ in range(kills):
        run = start()
        time.sleep(dice.uniform(0.3, KILL_WITHIN))
        killed += run.poll() is None
        run.kill()
        run.wait()
    return killed


def kill_the_children(run: subprocess.Popen[bytes], kills: int, dice: random.Random) -> int:
    """Kill a child of the run so many times, or until it ends."""
    killed = 0
    while run.poll() is None and killed < kills:
        time.sleep(dice.uniform(0.2, 4.0))
        for child in _children(run.pid)[:1]:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
                killed += 1
    run.wait()
    return killed


def _children(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task").glob("*/children")
    with suppress(OSError):
        return [int(word) for one in found for word in one.read_text().split()]
    return []


def judge(home: Path, out: Path, whole: Path, good: Sequence[Path]) -> Judged:
    """Hold the archive against one that nobody disturbed."""
    base = sqlite3.connect(out / "ledger.sqlite")
    states = dict(base.execute("SELECT name, state FROM issues"))
    errors = dict(base.execute("SELECT name, error FROM issues WHERE state = 'failed'"))
    base.close()
    names = {str(place.relative_to(home)) for place in good}
    found, right = digests(out / "issues"), digests(whole / "issues")
    kept = {file: sha for file, sha in right.items() if str(Path(file).parent) in names}
    odd = [file for file in sorted(found.keys() | kept.keys())
           if found.get(file) != kept.get(file) and "/x-" not in file]
    odd += [name for name in sorted(names) if states.get(name) != "done"]
    odd += [name for name, error in errors.items() if error == "child_failed"]
    return Judged(states, errors, tuple(odd))


def alone(home: Path, out: Path, place: Path, held: Path) -> bool:
    """Whether `edition build` makes the same files of an issue."""
    made = held / "alone" / place.name
    subprocess.run([sys.executable, "-m", "edition", "build", str(place), "-o", str(made),
                    "--layout", PACK], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return digests(made) == digests(out / "issues" / place.relative_to(home))


def main(argv: Sequence[str]) -> int:
    """Print what was killed and what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench kills", description=__doc__)
    for name, usual in (("count", 60), ("kills", 20), ("seed", SEED), ("alone", 6)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    for name in ("folder", "against"):
        parser.add_argument(f"--{name}", type=Path)
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as held:
        return _tell(asked, Path(held))


def _tell(asked: argparse.Namespace, held: Path) -> int:
    dice = random.Random(f"kills {asked.seed}")
    home = asked.folder or held / "papers"
    good = write_issues(home, asked.seed, asked.count)
    notes, out = held / "notes", held / "out"
    whole = asked.against or held / "whole"
    if not asked.against:
        started(home, whole, held / "other-notes").wait()
    write_hostile(home)
    killed = kill_the_run(lambda: started(home, out, notes), asked.kills, dice)
    children = kill_the_children(started(home, out, notes), asked.kills, dice)
    started(home, out, notes, "--retry", "failed").wait()
    judged = judge(home, out, whole, good)
    made = Counter(notes.read_text(encoding="utf-8").split())
    again = sum(made[place.name] - 1 for place in good)
    few = dice.sample(list(good), min(asked.alone, len(good)))
    same = sum(alone(home, out, place, held) for place in few)
    states = Counter(judged.states.values())
    print(f"{len(good)} good issues, {len(HOSTILE)} hostile; the run killed {killed} times, its "
          f"children {children}: {states['done']} done, {states['failed']} failed; {again} builds "
          f"of good issues beyond the first; {same} of {len(few)} as built alone; wrong: "
          f"{', '.join(judged.wrong) or 'none'}")
    for name in sorted(name for name in judged.states if "/x-" in name):
        print(f"  {name}: {judged.states[name]} {judged.errors.get(name) or ''}")
    return 1 if judged.wrong or same < len(few) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
