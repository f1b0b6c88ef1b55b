"""A sidecar written anew, as a hand would: entries added, changed, taken out, all else as it was.

Only the lines in question are touched; comments and order stay. Every change is read back: where
the file then says anything but what was asked, as it may where tables are written inline,
WrongUse is raised and nothing is changed.
"""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from edition.errors import WrongUse
from edition.sidecar.values import toml_table, toml_value

_HEAD = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_-]+)\s*\]\]?\s*(?:#.*)?")
_LONG = ('"""', "'''")
_BEFORE_REVISION = ("issue", "date", "page", "paper")
"""keys behind which a new `revision` stands, the first that is there"""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines of one table, from 0; comments right above its head are its own."""

    table: str
    start: int
    head: int
    end: int


@dataclass(frozen=True, slots=True)
class SidecarText:
    """The text of a sidecar, and what it is called in messages."""

    name: str
    text: str = ""

    @property
    def table(self) -> dict[str, Any]:
        """Its values. Raises WrongUse where it is no TOML."""
        return toml_table(self.text.encode("utf-8", "surrogatepass"), self.name)

    def added(self, table: str, values: Mapping[str, object], comment: str = "") -> SidecarText:
        """With one more `[[table]]` at the end, a comment above it."""
        wanted = self.table
        wanted.setdefault(table, [])
        if not isinstance(wanted[table], list):
            raise self._by_hand()
        wanted[table].append(_plain(values))
        lines = [f"# {line}" for line in _comment_lines(comment)]
        return self._grown([*lines, f"[[{table}]]", *_written(values)], wanted)

    def changed(self, table: str, number: int, values: Mapping[str, object]) -> SidecarText:
        """With keys of the `[[table]]` of a number, from 0, set; None takes a key out."""
        wanted = self.table
        entry = wanted[table][number]
        rows = self._rows
        found = [part for part in _stretches(rows) if part.table == table]
        if number >= len(found):
            raise self._by_hand()
        _turn(entry, values)
        return self._set(rows, found[number], values)._held(wanted)

    def removed(self, table: str, number: int) -> SidecarText:
        """Without the `[[table]]` of a number, from 0, and the comment above it."""
        wanted = self.table
        del wanted[table][number]
        if not wanted[table]:
            del wanted[table]
        rows = self._rows
        found = [part for part in _stretches(rows) if part.table == table]
        if number >= len(found):
            raise self._by_hand()
        part = found[number]
        kept = [*rows[: part.start], *rows[part.end :]]
        while kept and part.end >= len(rows) and not kept[-1].strip():
            kept.pop()
        return self._of(kept)._held(wanted)

    def single(self, table: str, values: Mapping[str, object]) -> SidecarText:
        """With keys of the one table `[table]` set; None takes a key out."""
        wanted = self.table
        entry = wanted.setdefault(table, {})
        if not isinstance(entry, dict):
            raise self._by_hand()
        is_there = any(part.table == table for part in _stretches(self._rows))
        _turn(entry, values)
        if not is_there:
            given = {key: value for key, value in values.items() if value is not None}
            return self._grown([f"[{table}]", *_written(given)], wanted)
        rows = self._rows
        part = next(part for part in _stretches(rows) if part.table == table)
        return self._set(rows, part, values)._held(wanted)

    def top(
        self, values: Mapping[str, object], behind: Sequence[str] = ()
    ) -> SidecarText:
        """With keys set that stand before every table; None takes a key out.

        A new one comes behind the first key of `behind` that is there, else behind them all.
        """
        wanted = self.table
        _turn(wanted, values)
        rows = self._rows
        end = next((part.start for part in _stretches(rows)), len(rows))
        own = rows[:end]
        for key, value in values.items():
            at = next((last for one in behind if (last := _key_at(own, one)[1])), None)
            own = _with_key(own, key, value, at)
        return self._of([*own, *rows[end:]])._held(wanted)

    @property
    def _rows(self) -> list[str]:
        return self.text.replace("\r\n", "\n").split("\n")

    def _of(self, rows: Sequence[str]) -> SidecarText:
        text = "\n".join(rows).rstrip("\n")
        text = f"{text}\n" if text else ""
        ends = "\r\n" if "\r\n" in self.text else "\n"
        return SidecarText(self.name, text.replace("\n", ends))

    def _grown(self, lines: Sequence[str], wanted: Mapping[str, Any]) -> SidecarText:
        rows = self._rows
        while rows and not rows[-1].strip():
            rows.pop()
        return self._of([*rows, *([""] if rows else []), *lines])._held(wanted)

    def _set(
        self, rows: list[str], part: _Stretch, values: Mapping[str, object]
    ) -> SidecarText:
        """The lines of a table with its keys set."""
        own = rows[part.head + 1 : part.end]
        for key, value in values.items():
            own = _with_key(own, key, value)
        return self._of([*rows[: part.head + 1], *own, *rows[part.end :]])

    def _held(self, wanted: Mapping[str, Any]) -> SidecarText:
        """This text, where it says what is wanted."""
        try:
            said = tomllib.loads(self.text)
        except ValueError:
            said = None
        if said != wanted:
            raise self._by_hand()
        return self

    def _by_hand(self) -> WrongUse:
        return WrongUse("sidecar_by_hand", where=self.name)


def with_revision(data: bytes, revision: int, name: str) -> bytes:
    """The sidecar `data`, called `name`, with `revision`. Raises WrongUse where it is no TOML."""
    toml_table(data, name)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = SidecarText(name, data.decode("utf-8-sig"))
    try:
        return mark + text.top({"revision": revision}, _BEFORE_REVISION).text.encode()
    except WrongUse as fault:
        raise WrongUse("revision_unwritten", where=name, revision=revision) from fault


def _written(values: Mapping[str, object]) -> list[str]:
    return [f"{key} = {toml_value(value)}" for key, value in values.items()]


def _plain(values: Mapping[str, object]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else copy.copy(v) for k, v in values.items()}


def _turn(entry: dict[str, Any], values: Mapping[str, object]) -> None:
    for key, value in _plain(values).items():
        if value is None:
            entry.pop(key, None)
        else:
            entry[key] = value


def _comment_lines(comment: str) -> list[str]:
    """What may stand in a comment: no character that is not printed."""
    return [
        "".join(c for c in line if c.isprintable() or c == "\u3000").strip()
        for line in comment.splitlines()
    ]


def _stretches(rows: Sequence[str]) -> Iterator[_Stretch]:
    """The tables of a file in their order; lines of long strings are none."""
    heads = list(_heads(rows))
    starts = [_with_comment(rows, at) for at, _ in heads]
    for number, (at, name) in enumerate(heads):
        end = starts[number + 1] if number + 1 < len(heads) else len(rows)
        yield _Stretch(name, starts[number], at, end)


def _heads(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    open_by = ""
    for at, row in enumerate(rows):
        found = None if open_by else _HEAD.fullmatch(row)
        if found is not None:
            yield at, found.group(2)
            continue
        open_by = _left_open(row, open_by)


def _left_open(row: str, open_by: str) -> str:
    """The mark of the long string that is open at the end of a row; empty for none."""
    at = 0
    while at < len(row):
        if open_by:
            found = row.find(open_by, at)
            if found < 0:
                return open_by
            at, open_by = found + 3, ""
            continue
        if row[at] == "#":
            return ""
        if row.startswith(_LONG, at):
            open_by = row[at : at + 3]
            at += 3
        elif row[at] in "\"'":
            at = _closed(row, at)
        else:
            at += 1
    return open_by


def _closed(row: str, at: int) -> int:
    """The place after the string of one line that begins at `at`."""
    mark, at = row[at], at + 1
    while at < len(row) and row[at] != mark:
        at += 2 if row[at] == "\\" and mark == '"' else 1
    return at + 1


def _with_comment(rows: Sequence[str], head: int) -> int:
    """The first of the lines of comment right above a head."""
    start = head
    while start and rows[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _with_key(
    rows: Sequence[str], key: str, value: object, at: int | None = None
) -> list[str]:
    """The rows of a table with a key set; None takes it out. A new one stands at a row, or last.

    A comment behind a value of one line stays.
    """
    start, end = _key_at(rows, key)
    new = [] if value is None else [f"{key} = {toml_value(value)}"]
    if start is None:
        last = max((i for i, row in enumerate(rows, 1) if row.strip()), default=0)
        start = end = last if at is None else at
    elif new and end == start + 1:
        new[0] += _comment_behind(rows[start])
    return [*rows[:start], *new, *rows[end:]]


def _comment_behind(row: str) -> str:
    """The comment behind the value of a row, with the white before it; empty for none."""
    whole = tomllib.loads(row)
    for found in re.finditer("[ \\t]*#", row):
        try:
            if tomllib.loads(row[: found.start()]) == whole:
                return row[found.start() :]
        except ValueError:
            continue
    return ""


def _key_at(rows: Sequence[str], key: str) -> tuple[int | None, int]:
    """Where a key and its value stand among the rows of a table: first row, row after the last."""
    begins = re.compile(rf"""\s*(["']?){re.escape(key)}\1\s*=""")
    open_by = ""
    for at, row in enumerate(rows):
        was_open, open_by = open_by, _left_open(row, open_by)
        if was_open or not begins.match(row):
            continue
        for end in range(at + 1, len(rows) + 1):
            try:
                tomllib.loads("\n".join(rows[at:end]))
            except ValueError:
                continue
            return at, end
        return at, at + 1
    return None, 0
