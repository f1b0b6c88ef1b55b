"""House memory: what an editor has said of one paper's lines, kept in `house.toml` for next time.

See docs/sidecar.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from edition.copy.clean import unspaced
from edition.messages.nearest import nearest
from edition.sidecar.pressprofile import PRESS, parse_press
from edition.sidecar.values import alternatives, only_known, text, toml_table, toml_value, wrong
from edition.trade.script.paperforms import LISTS

HOUSE_FILE = "house.toml"
MANNERS = ("after", "before", "none")
"""where the paper prints its bylines"""
_LISTS = ("furniture", "sections", "columns", "variants", "glossary")
_PAIRS = ("variants", "glossary")
"""lists of two forms with a mark between them"""
_BETWEEN = "="
_HONG_KONG = "hk:"
_OF_LIST = "hk:~"
"""what the keys of a list begin with"""
_KEYS = ("paper", "bylines", *_LISTS)
_HEAD = "# What edition knows of this paper: docs/sidecar.md, House memory."
_KEY = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(frozen=True, slots=True)
class HouseMemory:
    """What is known of one paper."""

    furniture: tuple[str, ...] = ()
    """lines that belong to no story; `*` stands for any characters"""
    sections: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """栏目 names that stand over headlines"""
    bylines: str = ""
    """one of MANNERS, or empty where nobody has said"""
    paper: str = ""
    variants: tuple[str, ...] = ()
    """what a Traditional edition prints for a Traditional form: `臺=台`, `hk:説=說`; or the name of
    a list of them: `hk:papers`"""
    press_profile: str = ""
    """file of the profile of its press, beside house.toml"""
    glossary: tuple[str, ...] = ()
    """words and their Traditional forms: `软件=軟體`, for one region `hk:软件=軟件`"""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The glossary and the variants as pairs; what a list has comes after what is written."""
        halves = [entry.partition(_BETWEEN) for entry in (*self.glossary, *self.variants)]
        written = tuple((one.strip(), other.strip()) for one, between, other in halves if between)
        settled = {f"{_OF_LIST}{one.removeprefix(_HONG_KONG).strip()}" for one, _ in written}
        return (*written, *(
            (one, other) for name, between, _ in halves if not between
            for one, other in LISTS.get(name.strip(), ()) if one not in settled
        ))

    def sets_aside(self, line: str) -> bool:
        """True for a line that is furniture in this paper."""
        return any(_fits(unspaced(pattern), unspaced(line)) for pattern in self.furniture)

    def is_column(self, line: str) -> bool:
        """True for a line that is the name of a column."""
        return unspaced(line) in {unspaced(name) for name in self.columns}

    def with_more(self, other: HouseMemory) -> HouseMemory:
        """This and what `other` adds to its lists."""
        return replace(
            self, furniture=_merged(self.furniture, other.furniture),
            sections=_merged(self.sections, other.sections),
            columns=_merged(self.columns, other.columns),
            variants=_merged(self.variants, other.variants),
            glossary=_merged(self.glossary, other.glossary),
        )


def _fits(pattern: str, line: str) -> bool:
    """Each part between stars stands in the line after the one before it."""
    first, *inner = pattern.split("*")
    if not inner:
        return first == line
    last = inner.pop()
    if not line.startswith(first) or len(line) < len(first) + len(last):
        return False
    at, end = len(first), len(line) - len(last)
    for part in inner:
        found = line.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return line.endswith(last)


def _merged(known: Sequence[str], more: Iterable[str]) -> tuple[str, ...]:
    """Sorted; of lines that differ in white alone the first is kept."""
    found: dict[str, str] = {}
    for line in (*known, *more):
        found.setdefault(unspaced(line), line)
    return tuple(sorted(found.values()))


def parse_house(data: bytes, name: str) -> HouseMemory:
    """Read a house.toml. Raises WrongUse naming file and key for anything it does not know."""
    table = toml_table(data, name)
    only_known(table, (*_KEYS, PRESS), name)
    lists = {key: tuple(_texts(table.get(key, []), key, name)) for key in _LISTS}
    bylines = text(table.get("bylines", ""), "bylines", name)
    if bylines not in ("", *MANNERS):
        raise wrong("sidecar_no_choice", name, "bylines", choices=alternatives(MANNERS))
    for pattern in lists["furniture"]:
        if not pattern.replace("*", "").strip():
            raise wrong("house_all", name, "furniture", pattern=pattern)
    for key in _PAIRS:
        for entry in lists[key]:
            if key == "variants" and entry.isascii() and _BETWEEN not in entry:
                _known_list(entry.strip(), key, name)
                continue
            halves = entry.split(_BETWEEN)
            if len(halves) != 2 or not all(half.strip() for half in halves):
                raise wrong("house_pair", name, key, entry=entry)
    return HouseMemory(
        **lists, bylines=bylines, paper=text(table.get("paper", ""), "paper", name),
        press_profile=parse_press(table, name),
    )


def _known_list(entry: str, key: str, name: str) -> None:
    """Raises WrongUse for a name that no list has."""
    if entry not in LISTS:
        raise wrong(
            "house_no_list", name, key, entry=entry, known=alternatives(tuple(LISTS)),
            near=nearest(entry, LISTS),
        )


def _texts(value: object, key: str, name: str) -> Iterator[str]:
    if not isinstance(value, list):
        raise wrong("sidecar_no_texts", name, key)
    for entry in value:
        found = text(entry, key, name)
        if not found:
            raise wrong("sidecar_nothing_to_find", name, key)
        yield found


def written_house(house: HouseMemory, before: str = "") -> str:
    """The file of `house`: keys in one order, lists a line an entry.

    Comments on lines of their own in the file `before` stay above the key they stood above.
    """
    comments = _comments(before)
    lines = [*comments.get("", ()), _HEAD] if _HEAD not in before else list(comments.get("", ()))
    for key in _KEYS:
        value = getattr(house, key)
        if not value and key not in comments:
            continue
        lines += comments.get(key, ())
        if isinstance(value, tuple):
            entries = "".join(f"    {toml_value(entry)},\n" for entry in value)
            lines.append(f"{key} = [\n{entries}]" if entries else f"{key} = []")
        elif value:
            lines.append(f"{key} = {toml_value(value)}")
    lines += comments.get("end", ())
    if house.press_profile:
        lines += ["", f"[{PRESS}]", f"profile = {toml_value(house.press_profile)}"]
    return "\n".join(lines) + "\n"


def _comments(before: str) -> dict[str, list[str]]:
    """Lines of comment by the key below them; those over the first white stand at the head."""
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    for line in before.splitlines():
        key = _KEY.match(line)
        if line.lstrip().startswith("#"):
            waiting.append(line.strip())
        elif key is not None and key.group(1) in _KEYS:
            found[key.group(1)], waiting = waiting, []
        if waiting and waiting[-1] == _HEAD:
            found[""], waiting = waiting, []
    found["end"] = waiting
    return found
