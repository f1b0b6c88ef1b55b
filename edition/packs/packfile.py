"""A pack from any folder: its numbers, and what of it is inherited from the pack it extends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from edition.errors import WrongUse
from edition.messages.nearest import nearest_word
from edition.packs.layout import Layout
from edition.packs.layoutfile import Numbers, read_numbers
from edition.packs.located import Given, told_by
from edition.packs.packparts import bands, cover_colours, emblems, own_faces, trims
from edition.packs.pressparts import press_sheet
from edition.packs.shipped import themes_in

LAYOUT_FILE, PACK_FILE = "layout.toml", "pack.toml"
API = 1
"""the shape of `pack.toml` this edition reads"""
MOST_DEEP = 8
"""packs that extend one another"""


@dataclass(frozen=True, slots=True)
class PackFolder:
    """The folders of a pack, its own first, and its numbers."""

    name: str
    folders: tuple[Path, ...]
    layout: Layout
    told: Given


def holds_pack(folder: Path) -> bool:
    """True where a folder has the file that makes it a pack."""
    return (folder / PACK_FILE).is_file() or (folder / LAYOUT_FILE).is_file()


def read_pack(folder: Path, known: Mapping[str, Path]) -> PackFolder:
    """The pack of a folder; `known` are the packs it may extend by name, and their folders.

    Raises WrongUse with file, line and key.
    """
    told, folders = _told(folder, known, ())
    bare = (folder / LAYOUT_FILE).is_file() and not (folder / PACK_FILE).is_file()
    name = folder.resolve().name if bare else _name(told, folder)
    inherited = {key: value for key, value in told.values.items() if key not in ("api", "extends")}
    if "title" not in inherited and not bare:
        inherited["title"] = name
    told = replace(told, values=inherited)
    layout = read_numbers(told, name, own_faces(told))
    layout = replace(
        layout, emblems=emblems(told), bands=bands(told, layout), cover=cover_colours(told),
        themes=tuple(told.values["themes"]), trims=trims(told, layout), press=press_sheet(told),
    )
    if bare and told.values.get("name") != name:
        raise told.fault("name", "layout_name", folder=name)
    return PackFolder(name, folders, layout, told)


def _name(told: Given, folder: Path) -> str:
    """What `pack.toml` says, else the name of the folder."""
    said = told.values.get("name", folder.resolve().name)
    if not isinstance(said, str) or not said:
        raise told.fault("name", "layout_text")
    return said


def _told(
    folder: Path, known: Mapping[str, Path], above: tuple[Path, ...]
) -> tuple[Given, tuple[Path, ...]]:
    """The values of a pack over those of the packs it extends, and all their folders."""
    own = _own(folder)
    if "extends" not in own.values:
        return _themed(own, folder, ()), (folder,)
    wanted = own.values["extends"]
    here = (*above, folder.resolve())
    base = _base(own, folder, wanted, known)
    if base.resolve() in here or len(here) > MOST_DEEP:
        raise own.fault("extends", "pack_circle", name=str(wanted))
    below, folders = _told(base, known, here)
    left = {key: value for key, value in below.values.items() if key not in _OWN_ONLY}
    own = _themed(own, folder, tuple(below.values["themes"]))
    return own.over(replace(below, values=left)), (folder, *folders)


def _themed(own: Given, folder: Path, below: tuple[str, ...]) -> Given:
    """The same with all its themes under `themes`, those of the pack it extends among them.

    Where the pack has that key, only those it names.
    """
    known = tuple(sorted({*themes_in((folder,)), *below}))
    wanted = own.values.get("themes", known)
    if not isinstance(wanted, list | tuple) or not all(isinstance(one, str) for one in wanted):
        raise own.fault("themes", "layout_words", known=known)
    for one in wanted:
        Numbers(own).one_of("themes", one, known)
    return replace(own, values={**own.values, "themes": tuple(sorted(set(wanted)))})


_OWN_ONLY = ("name", "title", "api", "extends", "trims")
"""keys no pack inherits"""


def _base(own: Given, folder: Path, wanted: object, known: Mapping[str, Path]) -> Path:
    if not isinstance(wanted, str) or not wanted:
        raise own.fault("extends", "layout_text")
    if wanted in known:
        return known[wanted]
    found = folder / wanted
    if ("/" in wanted or "\\" in wanted) and "\0" not in wanted and holds_pack(found):
        return found
    near, names = nearest_word(wanted, tuple(known)), tuple(known)
    reason = "pack_base_near" if near else "pack_base"
    raise own.fault("extends", reason, name=wanted, nearest=near, known=names)


def _own(folder: Path) -> Given:
    """What the files of one folder tell: `pack.toml` over `layout.toml`."""
    files = [p for p in (folder / LAYOUT_FILE, folder / PACK_FILE) if p.is_file()]
    if not files:
        raise WrongUse("no_pack", where=str(folder), known=(LAYOUT_FILE, PACK_FILE))
    told = _rooted(told_by(files[0]), folder)
    for path in files[1:]:
        told = _rooted(told_by(path), folder).over(told)
    if files[-1].name == PACK_FILE and told.values.get("api") != API:
        fault = "pack_api" if "api" in told.values else "pack_api_missing"
        raise told.fault("api", fault, api=API)
    return told


def _rooted(told: Given, folder: Path) -> Given:
    """The same with every file it names as a path; none of them lies outside the folder."""
    values: dict[str, Any] = dict(told.values)
    for table in ("fonts", "assets"):
        entries = values.get(table)
        if not isinstance(entries, dict):
            continue
        values[table] = {
            name: _placed(told, folder, f"{table}.{name}", entry)
            for name, entry in entries.items()
        }
    return replace(told, values=values)


def _placed(told: Given, folder: Path, key: str, entry: object) -> object:
    if isinstance(entry, dict):
        if not isinstance(entry.get("file"), str):
            return entry
        return {**entry, "file": _inside(told, folder, f"{key}.file", entry["file"])}
    return _inside(told, folder, key, entry) if isinstance(entry, str) else entry


def _inside(told: Given, folder: Path, key: str, name: str) -> str:
    root = folder.resolve()
    if "\0" in name or not name:
        raise told.fault(key, "pack_outside", file=name.replace("\0", ""))
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise told.fault(key, "pack_outside", file=name)
    return str(path)
