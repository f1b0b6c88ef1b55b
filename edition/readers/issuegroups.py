"""Which of the sources that are given at once belong to one issue.

A folder is an issue. Files are one issue together, unless their sidecars give different papers,
dates or numbers: two issues are never made into one without a word.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from edition.errors import WrongUse
from edition.model import Imprint
from edition.sidecar.parse import parse_sidecar

_Key = tuple[object, ...]
_MOST = 1_000_000
"""bytes of a sidecar that are looked at; a larger one is refused when it is read"""


def issues_of(sources: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The sources of each issue, in the order given. Raises nothing: reading tells what is wrong.
    """
    groups: dict[_Key, list[str]] = {}
    files: list[tuple[str, _Key]] = []
    for source in sources:
        if os.path.isdir(source):
            groups.setdefault(("folder", Path(source).resolve()), []).append(source)
        else:
            files.append((source, _told(Path(source))))
    given = dict.fromkeys(key for _, key in files if any(key))
    for source, key in files:
        # A file whose sidecar says nothing goes with the others, if these are of one issue.
        own = key if any(key) or len(given) != 1 else next(iter(given))
        groups.setdefault(("files", own), []).append(source)
    return tuple(tuple(dict.fromkeys(group)) for group in groups.values())


def _told(path: Path) -> _Key:
    """Paper, day and number as the sidecar beside a file gives them."""
    for beside in (path.with_name(f"{path.stem}.toml"), path.parent / "edition.toml"):
        try:
            if beside.is_file() and beside.stat().st_size <= _MOST:
                return _of(parse_sidecar(beside.read_bytes(), str(beside)).imprint)
        except (OSError, WrongUse, ValueError):
            return ()
    return ()


def _of(imprint: Imprint) -> _Key:
    return (imprint.paper, imprint.date, imprint.issue)
