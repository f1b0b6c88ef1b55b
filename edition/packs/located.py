"""The values of a pack from one or several TOML files, each with the file and line it stands on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from edition.errors import WrongUse
from edition.messages.nearest import nearest_word
from edition.messages.texts import Phrase, Value

MOST_BYTES = 200_000
"""of one file of numbers; no pack needs a tenth of it"""
_TABLE = re.compile(r"\s*\[\[?\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"""\s*([\w."'-]+?)\s*=""")


@dataclass(frozen=True, slots=True)
class Given:
    """Values as a pack tells them, merged over those of the pack it extends."""

    home: str
    """the pack's own file, named where a key stands nowhere"""
    values: Mapping[str, Any]
    places: Mapping[str, str] = field(default_factory=dict)
    """dotted key → `file:line`"""

    def where(self, key: str) -> str:
        """`file:line` of a key, else of the table it belongs in, else the pack's own file."""
        parts = key.split(".")
        for count in range(len(parts), 0, -1):
            found = self.places.get(".".join(parts[:count]))
            if found is not None:
                return found
        below = (place for name, place in self.places.items() if name.startswith(f"{key}."))
        return next(below, self.home)

    def fault(self, key: str, reason: str, **values: Value) -> WrongUse:
        """The error that `key` cannot be used; `reason` is a phrase of the catalogue."""
        return WrongUse(
            "layout_key", where=self.where(key), key=key, reason=Phrase(reason, values)
        )

    def unknown(self, key: str, known: tuple[str, ...]) -> WrongUse:
        """The error that there is no such key; the nearest right one is named."""
        near = nearest_word(key.rpartition(".")[2], known)
        if near:
            return self.fault(key, "layout_nearest", nearest=near, known=known)
        return self.fault(key, "layout_known_keys", known=known)

    def over(self, base: Given) -> Given:
        """These values over those of `base`: tables are merged, everything else replaced."""
        return Given(self.home, _merged(base.values, self.values), {**base.places, **self.places})


def told_by(path: Path) -> Given:
    """The values of one file. Raises WrongUse when it is not TOML in UTF-8, or too large."""
    where = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WrongUse("pack_file_unread", where=where, reason=error.strerror or "") from error
    if len(data) > MOST_BYTES:
        raise WrongUse("pack_file_large", where=where, most=MOST_BYTES // 1000)
    try:
        text = data.decode("utf-8")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        at = error.start + 1
        raise WrongUse("layout_not_text", where=where, error=str(error), number=at) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place.group(1)) if place else len(text.splitlines())
        raise WrongUse(
            "layout_not_toml", where=f"{where}:{line}", error=str(error), number=line
        ) from error
    return Given(where, values, {k: f"{where}:{n}" for k, n in _lines(text).items()})


def _lines(text: str) -> dict[str, int]:
    """Dotted key → line, counted from 1, as far as keys begin their lines."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = _TABLE.match(line)
        if head:
            table = _plain(head.group(1))
            found.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            name = _plain(key.group(1))
            found.setdefault(f"{table}.{name}" if table else name, number)
    return found


def _plain(name: str) -> str:
    return re.sub(r"[\"'\s]", "", name)


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(base)
    for key, value in own.items():
        below = found.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        found[key] = _merged(below, value) if both and below is not None else value
    return found
