"""Values of a sidecar, each checked: what is wrong is named by file and key."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from edition.errors import WrongUse
from edition.messages.nearest import nearest
from edition.messages.texts import Phrase, Value
from edition.trade.writtendates import GivenDate, NoDate, given_date

Focus = tuple[float, float, float, float]
_CALENDAR = re.compile("([农農夏阴陰旧舊][历曆])[:\\s]*(.+)")
_HIGHEST = 10_000
_SHOWN = 40
"""characters of a value that an error shows"""
_NO_DATE = {
    "no_date": "sidecar_no_date", "two_days": "sidecar_two_days",
    "other_weekday": "sidecar_other_weekday",
}


@dataclass(frozen=True, slots=True)
class SidecarEntry:
    """One table of a sidecar whose keys are all known: `[[pictures]]`, counted from 1."""

    file: str
    """name of the sidecar"""
    table: str
    number: int
    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        """How a message calls it: `[[pictures]] 2`."""
        return f"[[{self.table}]] {self.number}"

    def text(self, key: str, default: str = "") -> str:
        return text(self.values[key], self._key(key), self.file) if key in self.values else default

    def maybe(self, key: str) -> str | None:
        """A text, or None where the key is missing or empty."""
        return self.text(key) or None

    def lines(self, key: str) -> str:
        """A text that may go over several lines."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self._wrong("sidecar_no_text", key)
        rows = (text(row, self._key(key), self.file) for row in value.strip().splitlines())
        return "\n".join(row for row in rows if row)

    def number_of(self, key: str) -> int | None:
        """A whole number from 1, or None where the key is missing."""
        return whole_number(self.values.get(key), self._key(key), self.file)

    def needed(self, key: str) -> int:
        value = self.number_of(key)
        if value is None:
            raise self._wrong("sidecar_missing", key)
        return value

    def flag(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong("sidecar_no_flag", key)
        return value

    def maybe_flag(self, key: str) -> bool | None:
        """A flag, or None where the key is missing."""
        return self.flag(key) if key in self.values else None

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of `choices`, the first where the key is missing."""
        value = self.text(key, choices[0])
        if value not in choices:
            raise self._wrong("sidecar_no_choice", key, choices=alternatives(choices))
        return value

    def story(self, key: str) -> str | int:
        """A story's headline, or its number in reading order."""
        if key not in self.values:
            raise self._wrong("sidecar_no_story", key)
        if isinstance(self.values[key], int):
            return self.needed(key)
        found = self.text(key)
        if not found:
            raise self._wrong("sidecar_empty_story", key)
        return found

    def stories(self, key: str) -> tuple[str | int, ...]:
        """Two stories or more, each by its headline or its number."""
        value = self.values.get(key)
        if not isinstance(value, list) or len(value) < 2:
            raise self._wrong("sidecar_no_stories", key)
        return tuple(replace(self, values={key: one}).story(key) for one in value)

    def path(self, key: str) -> str | None:
        """A file under the sidecar's own folder, its parts joined by `/`."""
        name = self.maybe(key)
        if name is None:
            return None
        parts = name.split("/")
        outside = ".." in parts or name.startswith("/") or "\\" in name or ":" in parts[0]
        if outside or "" in parts:
            raise self._wrong("sidecar_path_outside", key, path=name)
        return "/".join(part for part in parts if part != ".")

    def focus(self, key: str) -> Focus | None:
        """Left, top, right, bottom as shares of the picture."""
        value = self.values.get(key)
        if value is None:
            return None
        good = isinstance(value, list) and len(value) == 4 and all(
            isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v <= 1 for v in value
        )
        if not good or not (value[0] < value[2] and value[1] < value[3]):
            raise self._wrong("sidecar_no_focus", key)
        left, top, right, bottom = map(float, value)
        return left, top, right, bottom

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self._wrong("sidecar_no_texts", key)
        return tuple(text(line, self._key(key), self.file) for line in value)

    def _key(self, key: str) -> str:
        return f"{self.table}.{key}"

    def _wrong(self, kind: str, key: str, **values: Value) -> WrongUse:
        return wrong(kind, self.file, self._key(key), **values)


def entries(
    table: Mapping[str, Any], key: str, known: Sequence[str], name: str
) -> Iterator[SidecarEntry]:
    """The tables `[[key]]` of sidecar `name`. Raises WrongUse for a key that is not `known`."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise wrong("sidecar_no_tables", name, key, table=key)
    for number, values in enumerate(value, 1):
        only_known(values, known, name, f"{key}.")
        yield SidecarEntry(name, key, number, values)


def only_known(keys: Iterable[str], known: Sequence[str], name: str, table: str = "") -> None:
    """Raises WrongUse for the first key that is not `known`; `table` stands before its name."""
    for key in keys:
        if key not in known:
            raise wrong(
                "sidecar_key_unknown", name, f"{table}{key}", known=tuple(known),
                near=nearest(key, known),
            )


def text(value: object, key: str, name: str) -> str:
    """One line of printable text; a whole number counts as text."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise wrong("sidecar_no_text", name, key)
    found = str(value).strip()
    if any(not c.isprintable() and c != "\u3000" for c in found):
        raise wrong("sidecar_unprintable", name, key)
    return found


def whole_number(value: object, key: str, name: str) -> int | None:
    """A whole number from 1, or None where there is none. Raises WrongUse for anything else."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _HIGHEST:
        raise wrong("sidecar_no_number", name, key)
    return value


def day(value: object, key: str, name: str) -> date | None:
    """A day with nothing beside it, as people write it. Raises WrongUse for anything else."""
    found = dated(value, key, name)
    if found is not None and found.beside:
        raise wrong("sidecar_no_date", name, key, value=str(value)[:_SHOWN])
    return found.day if found else None


def dated(value: object, key: str, name: str) -> GivenDate | None:
    """A day as people write it, and the words beside it. Raises WrongUse for one that is none, or
    that can be read two ways."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return GivenDate(value.date())
    if isinstance(value, date):
        return GivenDate(value)
    try:
        return given_date(str(value))
    except NoDate as fault:
        values = {f"day{n}": found.isoformat() for n, found in enumerate(fault.readings, 1)}
        raise wrong(_NO_DATE[fault.why], name, key, value=str(value)[:_SHOWN], **values) from None


def beside_day(given: GivenDate, key: str, name: str) -> tuple[tuple[str, str], ...]:
    """What stands beside a day as a line of the imprint: the day of the farmers' calendar (农历).

    Raises WrongUse for any other words: what they are to the paper cannot be known.
    """
    if not given.beside:
        return ()
    found = _CALENDAR.fullmatch(given.beside)
    if found is None:
        raise wrong("sidecar_no_date", name, key, value=f"{given.day} {given.beside}"[:_SHOWN])
    return ((found[1], found[2]),)


def wrong(kind: str, name: str, key: str, **values: Value) -> WrongUse:
    """The error of this kind for `key` in sidecar `name`."""
    return WrongUse(kind, where=name, key=key, **values)


def alternatives(choices: Sequence[str]) -> Phrase:
    """“a” or “b” or “c”."""
    first = Phrase("choice", {"value": choices[0]})
    if len(choices) == 1:
        return first
    return Phrase("choice_or", {"first": first, "more": alternatives(choices[1:])})


def toml_table(data: bytes, name: str) -> dict[str, Any]:
    """The table of a TOML file. Raises WrongUse naming the file for one that is none."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise WrongUse("sidecar_not_utf8", where=name, byte=fault.start) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise _not_toml(name, str(fault)) from fault


def toml_value(value: object) -> str:
    """A value as TOML writes it, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _not_toml(name: str, said: str) -> WrongUse:
    """The parser tells the line in its English sentence: `… (at line 3, column 5)`."""
    found = re.search(r"at line (\d+)", said)
    place = Phrase("toml_line", {"line": int(found[1])}) if found else Phrase("toml_somewhere")
    return WrongUse(
        "sidecar_not_toml", where=name, place=place, said=said or Phrase("toml_deep")
    )
