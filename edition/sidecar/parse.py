"""The sidecar: what copy lacks, from a TOML file beside it. See docs/sidecar.md."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from edition.answering import Answer
from edition.model import Imprint
from edition.sidecar.answers import parse_answers
from edition.sidecar.housememory import HouseMemory
from edition.sidecar.planwishes import PLAN
from edition.sidecar.pressprofile import PRESS, parse_press
from edition.sidecar.values import (
    alternatives,
    beside_day,
    dated,
    only_known,
    text,
    toml_table,
    whole_number,
    wrong,
)
from edition.sidecar.wishes import TABLES, Wishes, parse_wishes
from edition.trade.issuenumbers import page_label

_TEXTS = tuple(entry.name for entry in fields(Imprint) if entry.type == "str | None")
_DATES = tuple(entry.name for entry in fields(Imprint) if entry.type == "date | None")
_COUNTS = tuple(entry.name for entry in fields(Imprint) if entry.type == "int | None")
_PAIRS = {
    "editors": ("role", "name"),
    "extra": ("label", "text"),
    "glossary": ("simplified", "traditional"),
}
ORIGINS = ("none", "mail", "pdf", "scan", "sheet", "tags", "web")
"""What `copied_from` may name."""
FIGURES = ("as_copy", "half")
"""What `figures` may say: the width of figures is that of the copy, or half."""
_OF_IMPRINT = tuple(entry.name for entry in fields(Imprint))
_KEYS = (
    *_TEXTS, *_DATES, *_COUNTS, "sections", *_PAIRS, *TABLES, PLAN, PRESS, "answers",
    "copied_from", "figures",
)


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
    copied_from: tuple[str, ...] | None = None
    """where plain copy comes from; empty for nowhere, None to be found"""
    narrow_figures: bool = False
    """the house sets full-width figures half-width"""
    house: HouseMemory = field(default_factory=HouseMemory)
    """what is known of the paper"""
    press_profile: str = ""
    """file of the profile of its press, beside the sidecar"""

    def knowing(self, house: HouseMemory) -> Sidecar:
        """The same with what is known of the paper; what the sidecar says itself stands before."""
        imprint = self.imprint
        if house.paper and not imprint.paper:
            imprint = replace(imprint, paper=house.paper)
        sections = tuple(dict.fromkeys((*self.sections, *house.sections)))
        glossary = tuple(dict.fromkeys((*self.glossary, *house.pairs)))
        return replace(
            self, imprint=imprint, sections=sections, glossary=glossary, house=house
        )


def parse_sidecar(data: bytes, name: str) -> Sidecar:
    """Read a sidecar. Raises WrongUse naming file and key for anything it does not know."""
    table = toml_table(data, name)
    only_known(table, _KEYS, name)
    pairs = {key: _pairs(table.get(key, []), key, name) for key in _PAIRS}
    glossary = sorted(pairs["glossary"], key=lambda pair: -len(pair[0]))
    imprint: dict[str, Any] = {
        **{key: text(table[key], key, name) for key in _TEXTS if key in table},
        **{key: found for key, found in pairs.items() if key in _OF_IMPRINT},
        **{key: whole_number(table.get(key), key, name) for key in _COUNTS},
    }
    if "page" in imprint:
        imprint["page"] = page_label(imprint["page"])
    for key in _DATES:
        found = dated(table.get(key), key, name)
        if found is not None:
            imprint[key] = found.day
            imprint["extra"] = (*beside_day(found, key, name), *imprint["extra"])
    sections = table.get("sections", [])
    if not isinstance(sections, list):
        raise wrong("sidecar_no_titles", name, "sections")
    titles = tuple(text(title, "sections", name) for title in sections)
    return Sidecar(
        Imprint(**imprint), titles, tuple(glossary), parse_wishes(table, name),
        parse_answers(table, name), _origins(table, name),
        _figures(table, name), press_profile=parse_press(table, name),
    )


def _figures(table: dict[str, Any], name: str) -> bool:
    """True for `figures = "half"`."""
    value = table.get("figures", FIGURES[0])
    if value not in FIGURES:
        raise wrong("sidecar_no_choice", name, "figures", choices=alternatives(FIGURES))
    return bool(value == FIGURES[1])


def _origins(table: dict[str, Any], name: str) -> tuple[str, ...] | None:
    """The origins of plain copy: one of them, or a list."""
    if "copied_from" not in table:
        return None
    value = table["copied_from"]
    named = value if isinstance(value, list) else [value]
    for origin in named:
        if origin not in ORIGINS:
            raise wrong("sidecar_no_choice", name, "copied_from", choices=alternatives(ORIGINS))
    return tuple(origin for origin in named if origin != "none")


def _pairs(value: object, key: str, name: str) -> tuple[tuple[str, str], ...]:
    left, right = _PAIRS[key]
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise wrong("sidecar_no_tables", name, key, table=key)
    found = []
    for entry in value:
        if set(entry) != {left, right}:
            raise wrong("sidecar_pair_keys", name, key, left=left, right=right)
        found.append(
            (text(entry[left], f"{key}.{left}", name), text(entry[right], f"{key}.{right}", name))
        )
    if key == "glossary" and any(not simplified for simplified, _ in found):
        raise wrong("sidecar_nothing_to_find", name, key)
    return tuple(found)
