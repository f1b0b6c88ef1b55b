"""The sidecar: what copy lacks, from a TOML file beside it. See docs/sidecar.md."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import Any

from edition.errors import WrongUse
from edition.model import Answer, Imprint
from edition.sidecar.answers import parse_answers
from edition.sidecar.values import day, text, wrong
from edition.sidecar.wishes import TABLES, Wishes, parse_wishes

_TEXTS = ("paper", "issue", "page", "page_title", "publisher", "rights")
_PAIRS = {
    "editors": ("role", "name"),
    "extra": ("label", "text"),
    "glossary": ("simplified", "traditional"),
}
_KEYS = (*_TEXTS, "date", "sections", *_PAIRS, *TABLES, "answers")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The values of a sidecar."""

    imprint: Imprint = field(default_factory=Imprint)
    sections: tuple[str, ...] = ()
    """Section titles the publication is known to use."""
    glossary: tuple[tuple[str, str], ...] = ()
    """(simplified, traditional) pairs, longest first."""
    wishes: Wishes = field(default_factory=Wishes)
    answers: tuple[Answer, ...] = ()


def parse_sidecar(data: bytes, name: str) -> Sidecar:
    """Read a sidecar. Raises WrongUse naming file and key for anything it does not know."""
    table = _table(data, name)
    for key in table:
        if key not in _KEYS:
            known = f"The keys are {', '.join(_KEYS)}"
            raise wrong(name, key, "is not a key edition knows", known)
    pairs = {key: _pairs(table.get(key, []), key, name) for key in _PAIRS}
    glossary = sorted(pairs["glossary"], key=lambda pair: -len(pair[0]))
    imprint = Imprint(
        **{key: text(table[key], key, name) for key in _TEXTS if key in table},
        date=day(table.get("date"), "date", name),
        editors=pairs["editors"],
        extra=pairs["extra"],
    )
    sections = table.get("sections", [])
    if not isinstance(sections, list):
        raise wrong(name, "sections", "must be a list of section titles")
    titles = tuple(text(title, "sections", name) for title in sections)
    return Sidecar(
        imprint, titles, tuple(glossary), parse_wishes(table, name), parse_answers(table, name)
    )


def _table(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise WrongUse(
            f"byte {fault.start} is not valid UTF-8", where=name, todo="Save the sidecar as UTF-8"
        ) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise WrongUse(
            "the sidecar is not valid TOML", where=name, why=str(fault) or "It nests too deep",
            todo="Correct that line; docs/sidecar.md shows every key",
        ) from fault


def _pairs(value: object, key: str, name: str) -> tuple[tuple[str, str], ...]:
    left, right = _PAIRS[key]
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise wrong(name, key, f"must be tables written as [[{key}]]")
    found = []
    for entry in value:
        if set(entry) != {left, right}:
            raise wrong(name, key, f"takes exactly the keys {left} and {right}")
        found.append(
            (text(entry[left], f"{key}.{left}", name), text(entry[right], f"{key}.{right}", name))
        )
    if key == "glossary" and any(not simplified for simplified, _ in found):
        raise wrong(name, key, "holds an entry with nothing to look for")
    return tuple(found)
