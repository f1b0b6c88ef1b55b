"""The ledger: one row an issue, in an SQLite file that only the run itself writes.

A row says `done` after the files of its issue are whole on the disk, never before. What is written
is on the disk when the call returns; after a cut of power the file is as it was at some call.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields
from pathlib import Path

from edition.archive.backissues import as_text
from edition.archive.fingerprints import SeenFile
from edition.archive.jobs import IssueEnd, Shelved
from edition.errors import CannotWrite, WrongUse

LEDGER = "ledger.sqlite"
FORM = 1
"""of the tables; a ledger of another form is begun anew"""
_SPOILT = ".spoilt"
_TABLES = """
CREATE TABLE IF NOT EXISTS issues (
    name TEXT PRIMARY KEY, place TEXT NOT NULL, state TEXT NOT NULL
        CHECK (state IN ('queued', 'running', 'done', 'failed')),
    key TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0, processor REAL NOT NULL DEFAULT 0,
    peak REAL NOT NULL DEFAULT 0, pages INTEGER NOT NULL DEFAULT 0, score REAL,
    printable INTEGER NOT NULL DEFAULT 1, cost REAL, queries TEXT NOT NULL DEFAULT '{}',
    faults INTEGER NOT NULL DEFAULT 0, opened TEXT NOT NULL DEFAULT '{}',
    files TEXT NOT NULL DEFAULT '[]', error TEXT NOT NULL DEFAULT '',
    said TEXT NOT NULL DEFAULT '', exit INTEGER NOT NULL DEFAULT 0, ended TEXT
);
CREATE TABLE IF NOT EXISTS digests (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, digest TEXT
);
"""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An issue as the ledger has it."""

    name: str
    place: str
    state: str
    key: str = ""
    attempts: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    peak: float = 0.0
    pages: int = 0
    score: float | None = None
    printable: bool = True
    cost: float | None = None
    queries: Mapping[str, int] = field(default_factory=dict)
    faults: int = 0
    opened: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Shelved, ...] = ()
    error: str = ""
    said: str = ""
    exit: int = 0


_COLUMNS = tuple(one.name for one in fields(LedgerRow))


class PressLedger:
    """The ledger of one archive, held against every other run while it is open."""

    def __init__(self, out: Path) -> None:
        """Raises WrongUse where another run has it, CannotWrite where it cannot be written.

        One that is spoilt is laid aside, and another begun: `laid_aside` is its place then.
        """
        self.path = out / LEDGER
        self.laid_aside: Path | None = None
        with self._told():
            try:
                self._base = _opened(self.path)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self.laid_aside = _set_aside(self.path)
                self._base = _opened(self.path)

    def rows(self) -> dict[str, LedgerRow]:
        """Every issue by its name."""
        asked = f"SELECT {', '.join(_COLUMNS)} FROM issues"
        with self._told():
            return {row[0]: _row(row) for row in self._base.execute(asked)}

    def digests(self) -> dict[str, SeenFile]:
        """What is known of files, by path."""
        with self._told():
            return {
                path: SeenFile((size, mtime, ctime), digest) for path, size, mtime, ctime, digest
                in self._base.execute("SELECT path, size, mtime, ctime, digest FROM digests")
            }

    def begin(self, issues: Iterable[tuple[str, str]], seen: Mapping[str, SeenFile]) -> None:
        """Queue issues, by name and place, and remember digests of files; what was running when a
        run was cut off is queued too."""
        with self._told(), self._base:
            self._base.execute("UPDATE issues SET state = 'queued' WHERE state = 'running'")
            self._base.executemany(
                "INSERT INTO issues (name, place, state) VALUES (?, ?, 'queued') "
                "ON CONFLICT (name) DO UPDATE SET place = excluded.place, state = 'queued'",
                ((name, as_text(place)) for name, place in issues),
            )
            self._base.executemany(
                "INSERT OR REPLACE INTO digests (path, size, mtime, ctime, digest) "
                "VALUES (?, ?, ?, ?, ?)",
                ((as_text(path), *one.state, one.digest) for path, one in seen.items()),
            )

    def running(self, name: str) -> None:
        """Say that an issue is being built."""
        with self._told(), self._base:
            self._base.execute("UPDATE issues SET state = 'running' WHERE name = ?", (name,))

    def ended(self, outcome: IssueEnd, key: str) -> None:
        """Say what became of an issue that was built from what `key` stands for.

        Of one that failed the files of its last good day stay where they are.
        """
        values: dict[str, object] = {
            "state": "done" if outcome.done else "failed", "key": key,
            **{name: getattr(outcome, name) for name in (
                "attempts", "seconds", "processor", "peak", "pages", "score", "printable", "cost",
                "faults", "error", "exit",
            )},
            "said": as_text(outcome.said), "queries": _text(dict(outcome.queries)),
            "opened": _text(dict(outcome.opened)),
        }
        if outcome.done:
            values["files"] = _text([
                [one.kind, one.name, one.size, one.mtime, one.digest] for one in outcome.files
            ])
        told = ", ".join(f"{column} = ?" for column in values)
        with self._told(), self._base:
            self._base.execute(
                f"UPDATE issues SET {told}, ended = strftime('%Y-%m-%dT%H:%M:%SZ') "
                "WHERE name = ?",
                (*values.values(), outcome.name),
            )

    def close(self) -> None:
        """Queue what was being built, and let the file go."""
        with suppress(sqlite3.Error):
            with self._base:
                self._base.execute("UPDATE issues SET state = 'queued' WHERE state = 'running'")
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with suppress(sqlite3.Error):
            self._base.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Faults of the file as errors of ours."""
        try:
            yield
        except (sqlite3.Error, OSError) as fault:
            if isinstance(fault, sqlite3.OperationalError) and "locked" in str(fault):
                raise WrongUse("archive_in_use", where=str(self.path)) from fault
            raise CannotWrite(
                "output_unwritable", where=str(self.path), reason=str(fault)
            ) from fault


def _opened(path: Path) -> sqlite3.Connection:
    """The open file, its tables there. Raises DatabaseError for one that is spoilt."""
    base = sqlite3.connect(path, timeout=1.0)
    try:
        # Held by one run alone, the file needs no memory shared between processes: it may lie on
        # a disk of the network.
        for told in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            base.execute(f"PRAGMA {told}")
        (sound,) = base.execute("PRAGMA quick_check(1)").fetchone()
        (form,) = base.execute("PRAGMA user_version").fetchone()
        if sound != "ok" or form not in (0, FORM):
            raise sqlite3.DatabaseError(sound)
        with base:
            base.executescript(_TABLES)
            base.execute(f"PRAGMA user_version = {FORM}")
            base.execute("BEGIN EXCLUSIVE")
    except BaseException:
        base.close()
        raise
    return base


def _set_aside(path: Path) -> Path:
    """Give a spoilt ledger another name, what stands beside it too."""
    for end in ("-wal", "-shm"):
        beside = path.with_name(path.name + end)
        with suppress(FileNotFoundError):
            beside.replace(beside.with_name(beside.name + _SPOILT))
    return path.replace(path.with_name(path.name + _SPOILT))


def _text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _row(row: Sequence[object]) -> LedgerRow:
    told = dict(zip(_COLUMNS, row, strict=True))
    for name in ("queries", "opened"):
        told[name] = json.loads(str(told[name]))
    told["files"] = tuple(Shelved(*one) for one in json.loads(str(told["files"])))
    told["printable"] = bool(told["printable"])
    return LedgerRow(**told)  # type: ignore[arg-type]  # as the columns are declared
