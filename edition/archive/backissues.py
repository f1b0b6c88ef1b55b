"""Which issues an archive holds: a folder each, a file each, or the rows of a table of files.

A table is TSV or CSV with a head: `path`, and as far as wanted `name`, `layout` and `to`.
"""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from edition.archive.folders import ISSUES, LEDGER
from edition.errors import UnreadableInput, WrongUse
from edition.messages.nearest import nearest
from edition.messages.system import system_reason
from edition.readers.leftbeside import copy_in, is_own_file

TABLES = {".tsv": "\t", ".csv": ","}
"""how the name of a table ends, and what parts its columns"""
COLUMNS = ("path", "name", "layout", "to")
MOST_TABLE = 50_000_000
"""bytes of a table"""
MOST_ISSUES = 200_000
_DEEPEST = 8
"""folders under the one that is named"""
_NO_TEXT = ("Cc", "Cs", "Zl", "Zp")
"""classes of characters that no line of text holds"""
_OWN_KINDS = (".pdf", ".html", ".htm", ".xhtml", ".epub", ".json")


@dataclass(frozen=True, slots=True)
class BackIssue:
    """An issue of the archive, and where its copy is."""

    name: str
    """of its folder in the archive: `1998/0302`"""
    place: Path
    """a folder or a file"""
    layout: str | None = None
    """None for that of the whole archive"""
    to: str | None = None


def back_issues(given: Path, out: Path) -> tuple[BackIssue, ...]:
    """The issues of a folder or of a table, sorted by name; `out` is passed over.

    Raises UnreadableInput where there are none or the table cannot be read, WrongUse for a table
    that is none, for two issues of one name, and for an archive that would lie among the copy.
    """
    if not os.path.exists(given):
        raise UnreadableInput("file_missing", where=as_shown(str(given)))
    if os.path.isdir(given):
        archive = Path(os.path.realpath(out))
        copy = Path(os.path.realpath(given))
        if copy == archive or copy.is_relative_to(archive / ISSUES) or (
            archive.is_relative_to(copy) and _holds_copy(archive)
        ):
            raise WrongUse("archive_onto_copy", where=str(out), given=str(given))
        found = list(_in_folder(given, archive))
    elif given.suffix.lower() in TABLES:
        found = list(_in_table(given))
    else:
        raise WrongUse("archive_of_file", where=str(given), known=tuple(TABLES))
    if not found:
        raise UnreadableInput("archive_empty", where=str(given))
    if len(found) > MOST_ISSUES:
        raise WrongUse("archive_too_many", where=str(given), count=len(found), most=MOST_ISSUES)
    _hold_apart(found)
    return tuple(sorted(found, key=lambda issue: issue.name))


def _hold_apart(issues: Sequence[BackIssue]) -> None:
    """Raises WrongUse for two issues of one name, as a system has them that knows no capitals and
    one way only to write an accent, and for a name that is no text."""
    seen: dict[str, BackIssue] = {}
    for issue in issues:
        if any(unicodedata.category(char) in _NO_TEXT for char in issue.name):
            raise WrongUse(
                "table_name", where=as_shown(str(issue.place)), name=as_shown(issue.name)
            )
        first = seen.setdefault(unicodedata.normalize("NFC", issue.name.casefold()), issue)
        if first is not issue:
            raise WrongUse(
                "archive_one_name", name=issue.name, first=str(first.place),
                second=str(issue.place),
            )


def as_shown(name: str) -> str:
    """The name of a file as it can be shown: what would move a terminal's cursor is told."""
    return "".join(
        char.encode("unicode_escape").decode()
        if unicodedata.category(char) in _NO_TEXT else char for char in name
    )


def _in_folder(folder: Path, out: Path, under: str = "", depth: int = 0) -> Iterator[BackIssue]:
    """A sub-folder with copy is an issue; one without is looked into. Files at the top are one
    issue each. A sub-folder that nobody may look into is an issue that will say so."""
    try:
        entries = sorted(os.listdir(folder))
    except OSError as fault:
        if depth:
            if not isinstance(fault, FileNotFoundError):
                yield BackIssue(under, folder)
            return
        raise UnreadableInput(
            "file_unreadable", where=str(folder), reason=system_reason(fault)
        ) from fault
    names = _copy_of(folder, entries)
    if names and depth:
        yield BackIssue(under, folder)
        return
    for name in names:
        yield BackIssue(Path(name).stem, folder / name)
    for name in entries:
        inner = folder / name
        passed = name.startswith((".", "~$")) or depth >= _DEEPEST or os.path.islink(inner)
        if not passed and os.path.isdir(inner) and not _is_archive(inner, out):
            yield from _in_folder(inner, out, f"{under}/{name}" if under else name, depth + 1)


def _holds_copy(archive: Path) -> bool:
    """True for a folder of copy in which no archive has been begun."""
    return (
        os.path.isdir(archive) and not os.path.isfile(archive / LEDGER)
        and bool(_copy_of(archive, sorted(os.listdir(archive))))
    )


def _is_archive(folder: Path, out: Path) -> bool:
    """True for the archive that is being written, and for any other."""
    return Path(os.path.realpath(folder)) == out or os.path.isfile(folder / LEDGER)


def _copy_of(folder: Path, entries: Sequence[str]) -> list[str]:
    """The entries that are copy, without what edition has made itself."""
    names, _ = copy_in(folder, entries)
    return [
        name for name in names
        if not name.lower().endswith(_OWN_KINDS) or not is_own_file(folder / name)
    ]


def _in_table(table: Path) -> Iterator[BackIssue]:
    rows = csv.reader(io.StringIO(_text(table), newline=""), delimiter=TABLES[table.suffix.lower()])
    try:
        head = [cell.strip().lower() for cell in next(rows, [])]
        _hold_head(head, table)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _row(dict(zip(head, (c.strip() for c in row), strict=False)), rows.line_num,
                           table)
    except csv.Error as fault:
        raise WrongUse("table_row", where=f"{table}:{rows.line_num}", said=str(fault)) from fault


def _text(table: Path) -> str:
    try:
        if table.stat().st_size > MOST_TABLE:
            raise UnreadableInput(
                "file_too_large", where=str(table), bytes=table.stat().st_size, limit=MOST_TABLE
            )
        return table.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise UnreadableInput(
            "file_unreadable", where=str(table), reason=system_reason(fault)
        ) from fault
    except UnicodeDecodeError as fault:
        raise WrongUse("table_not_text", where=str(table), said=str(fault)) from fault


def _hold_head(head: Sequence[str], table: Path) -> None:
    for name in head:
        if name not in COLUMNS:
            raise WrongUse("table_column", where=f"{table}:1", column=name, known=COLUMNS,
                           near=nearest(name, COLUMNS))
    if "path" not in head or len(set(head)) < len(head):
        raise WrongUse("table_head", where=f"{table}:1", known=COLUMNS)


def _row(cells: dict[str, str], line: int, table: Path) -> BackIssue:
    where = f"{table}:{line}"
    if not cells.get("path"):
        raise WrongUse("table_row_empty", where=where)
    place = table.parent / cells["path"]
    given = cells.get("name") or _called(PurePosixPath(cells["path"].replace("\\", "/")), place)
    parts = PurePosixPath(given).parts
    if not parts or parts[0] == "/" or any(_odd(part) for part in parts):
        raise WrongUse("table_name", where=where, name=given)
    return BackIssue(
        "/".join(parts), place, cells.get("layout") or None, cells.get("to") or None
    )


def _called(path: PurePosixPath, place: Path) -> str:
    """The name of an issue that the table gives none: its path, without the ending of a file."""
    kept = path if os.path.isdir(place) else path.with_suffix("")
    return "/".join(part for part in kept.parts if part not in ("/", "..", "."))


def _odd(part: str) -> bool:
    """True for what is no name of a folder everywhere."""
    return part.startswith(".") or any(
        c in '\\:*?"<>|' or unicodedata.category(c) in _NO_TEXT for c in part
    )
