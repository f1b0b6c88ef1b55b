"""The only room that knows `layouts/` and `fonts/`: packs as values, faces as files.

A checkout has both folders beside the package; in an installed wheel they lie in
`edition/packs/`. Faces are in the user's cache, named by their digest (`fonts/fetch.py`).
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from edition.errors import MissingResource, WrongUse
from edition.options import Furnishing, Grid, Layout, TypeRole
from edition.themes import check_theme
from edition.trade.regions import MAINLAND, Region

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else _PACKAGE / "packs" / name


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, ready for the renderer and the shaper."""

    role: str
    path: Path
    family: str
    """a family name of our own, unique by role and region: `edition-song-CN`"""
    weight: int
    digest: str
    """sha256 of the file"""
    name: str = ""
    """the name its makers gave it"""
    stands_in: str | None = None
    """the role it stands in for, when that role's own face is not to be had"""


def cache_folder() -> Path:
    """Where the faces are kept: `$XDG_CACHE_HOME/edition/fonts`, by default in `~/.cache`."""
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(root) / "edition" / "fonts"


@lru_cache(maxsize=1)
def _register() -> tuple[dict[str, Any], ...]:
    with (_shipped("fonts") / "fonts.toml").open("rb") as source:
        return tuple(tomllib.load(source)["face"])


def roles(region: Region) -> tuple[str, ...]:
    """The face roles of a region, sorted."""
    ours = (face for face in _register() if region.letters in face["regions"])
    return tuple(sorted({role for face in ours for role in face["roles"]}))


def font(role: str, region: Region) -> Face:
    """The face of a role in a region; its stand-in when it is optional and absent.

    Raises WrongUse for a role nobody declares, MissingResource when a needed face is absent.
    """
    for entry in _register():
        if role in entry["roles"] and region.letters in entry["regions"]:
            return _face(entry, role, region)
    raise WrongUse(
        f"“{role}” is not a role of fonts.toml",
        why=f"The roles are {', '.join(roles(region))}",
        todo="Choose one of them in layout.toml",
    )


def _face(entry: Mapping[str, Any], role: str, region: Region) -> Face:
    path = cache_folder() / (entry["sha256"] + Path(entry["file"]).suffix)
    family = f"edition-{role}-{region.letters}"
    if path.is_file() and path.stat().st_size == entry["size"]:
        return Face(role, path, family, entry["weight"], entry["sha256"], entry["name"])
    if "fallback" in entry:
        instead = font(entry["fallback"], region)
        return Face(
            role, instead.path, family, instead.weight, instead.digest, instead.name,
            stands_in=role,
        )
    raise MissingResource(
        f"The face {entry['name']} ({entry['weight']}) for the role “{role}” is not installed",
        where=str(path),
        why=f"It comes from the package {entry['package']} {entry['version']}",
        todo="Run “make setup”, which fetches it",
    )


def faces(region: Region) -> dict[str, Face]:
    """All faces of a region by role."""
    return {role: font(role, region) for role in roles(region)}


def layouts() -> tuple[str, ...]:
    """Names of the layout packs, sorted."""
    return tuple(sorted(p.parent.name for p in _shipped("layouts").glob("*/layout.toml")))


def template_root(name: str) -> Path:
    """Folder of a pack: `broadsheet`, or `book` for the e-book. Raises WrongUse if unknown."""
    found = _shipped("layouts") / name
    if not name or name.startswith(".") or "/" in name or not found.is_dir():
        raise _unknown(name)
    return found


BASE = "base"
"""Folder of `layouts/` with what all packs share: templates to extend, and the common style."""


def template_roots(name: str) -> tuple[Path, ...]:
    """Folders a pack's templates are looked for in, its own first. Raises WrongUse if unknown."""
    own = template_root(name)
    shared = _shipped("layouts") / BASE
    return (own, shared) if name in layouts() and shared.is_dir() else (own,)


def stylesheet(name: str, theme: str | None = None) -> str:
    """The CSS of a pack: what all packs share, its own files by name, and its theme.

    Raises WrongUse for an unknown pack or theme, and for a theme that could move a line.
    """
    files = [p for root in reversed(template_roots(name)) for p in sorted(root.glob("*.css"))]
    return "\n".join([*map(_text, files), *([_theme(name, theme)] if theme is not None else [])])


def themes(name: str) -> tuple[str, ...]:
    """Names of a pack's themes, sorted. Raises WrongUse for an unknown pack."""
    return tuple(sorted(p.stem for p in (template_root(name) / "themes").glob("*.css")))


def _theme(name: str, theme: str) -> str:
    if theme not in themes(name):
        known = ", ".join(themes(name))
        raise WrongUse(
            f"The layout “{name}” has no theme “{theme}”",
            why=f"Its themes are {known}" if known else "It has no themes",
            todo="Choose one of them with --theme" if known else "Leave out --theme",
        )
    path = template_root(name) / "themes" / f"{theme}.css"
    css = _text(path)
    check_theme(css, str(path))
    return css


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise WrongUse(
            "A style of the layout is not UTF-8", where=str(path), why=str(error), todo="Mend it"
        ) from error


def _unknown(name: str) -> WrongUse:
    return WrongUse(
        f"There is no layout “{name}”",
        why=f"The layouts are {', '.join(layouts())}",
        todo="Choose one of them with --layout",
    )


@lru_cache(maxsize=8)
def layout(name: str) -> Layout:
    """Read `layouts/NAME/layout.toml`; every number is checked against its range.

    Raises WrongUse for an unknown layout, a missing or unknown key, a number out of range.
    """
    if name not in layouts():
        raise _unknown(name)
    path = template_root(name) / "layout.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUse(
            "The layout file is not TOML in UTF-8", where=str(path), why=str(error), todo="Mend it"
        ) from error
    reader = _Reader(str(path))
    found = reader.layout(values)
    if found.name != name:
        raise reader.fault("name", f"It must be the name of the folder, “{name}”")
    return replace(found, themes=themes(name))


_RANGES: dict[str, tuple[float, float]] = {
    "page.width": (50, 1200),
    "page.height": (50, 1700),
    "page.margin_top": (0, 200),
    "grid.em_pt": (6, 24),
    "grid.pitch_pt": (7, 60),
    "grid.columns": (1, 16),
    "grid.measure": (6, 60),
    "grid.gutter": (0, 6),
    "grid.rows": (10, 400),
    "furnishing.masthead": (0, 60),
    "furnishing.folio": (0, 20),
    "furnishing.section": (0, 20),
    "furnishing.name": (1, 24),
    "furnishing.plate": (2, 24),
    "furnishing.ear": (6, 60),
    "type.size": (0.5, 12),
    "type.leading": (0.5, 12),
    "ladder": (1, 16),
    "indent": (0, 4),
}


_MM = 25.4 / 72
"""Millimetres in a point."""


class _Reader:
    """Turns the tables of a layout file into values, naming file and key in every error."""

    def __init__(self, where: str) -> None:
        self._where = where

    def fault(self, key: str, why: str) -> WrongUse:
        return WrongUse(
            f"The key “{key}” cannot be used", where=self._where, why=why,
            todo="See docs/layouts.md for the keys of a layout",
        )

    def number(self, table: Mapping[str, Any], group: str, key: str) -> float:
        name = f"{group}.{key}" if group else key
        value = table.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(name, "A number is needed here")
        return self.within(name, float(value))

    def whole(self, table: Mapping[str, Any], group: str, key: str) -> int:
        value = self.number(table, group, key)
        if not value.is_integer():
            raise self.fault(f"{group}.{key}" if group else key, "A whole number is needed here")
        return int(value)

    def within(self, name: str, value: float) -> float:
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise self.fault(name, f"{value:g} is not between {low:g} and {high:g}")
        return value

    def text(self, table: Mapping[str, Any], name: str) -> str:
        value = table.get(name)
        if not isinstance(value, str) or not value:
            raise self.fault(name, "A text is needed here")
        return value

    def table(self, values: Mapping[str, Any], name: str, keys: set[str]) -> Mapping[str, Any]:
        found = values.get(name)
        if not isinstance(found, dict):
            raise self.fault(name, "A table is needed here")
        for key in found:
            if key not in keys:
                raise self.fault(f"{name}.{key}", f"The keys are {', '.join(sorted(keys))}")
        return found

    def layout(self, values: Mapping[str, Any]) -> Layout:
        known = {
            "name", "title", "indent", "ban", "hang", "ladder",
            "page", "grid", "furnishing", "type",
        }
        for key in values:
            if key not in known:
                raise self.fault(key, f"The keys are {', '.join(sorted(known))}")
        ban = values.get("ban", "basic")
        if ban not in ("none", "basic", "gb", "strict"):
            raise self.fault("ban", "It is none, basic, gb or strict")
        types = self._types(values)
        grid = self._grid(values)
        return Layout(
            name=self.text(values, "name"),
            title=self.text(values, "title"),
            grid=grid,
            furnishing=self._furnishing(values, grid),
            body=types.pop("body"),
            roles=types,
            ladder=self._ladder(values.get("ladder")),
            indent=self.whole(values, "", "indent"),
            ban=ban,
            hang=self._flag(values, "hang"),
        )

    def _ladder(self, sizes: object) -> tuple[float, ...]:
        wanted = self.fault("ladder", "Headline sizes in em are needed, each larger than the last")
        if not isinstance(sizes, list) or not sizes:
            raise wanted
        found: list[float] = []
        for size in sizes:
            if isinstance(size, bool) or not isinstance(size, int | float):
                raise wanted
            if found and size <= found[-1]:
                raise wanted
            found.append(self.within("ladder", float(size)))
        return tuple(found)

    def _flag(self, values: Mapping[str, Any], name: str) -> bool:
        value = values.get(name, False)
        if not isinstance(value, bool):
            raise self.fault(name, "It is true or false")
        return value

    def _grid(self, values: Mapping[str, Any]) -> Grid:
        page = self.table(values, "page", {"width", "height", "margin_top"})
        grid = self.table(
            values, "grid", {"em_pt", "pitch_pt", "columns", "measure", "gutter", "rows"}
        )
        found = Grid(
            page_width=self.number(page, "page", "width"),
            page_height=self.number(page, "page", "height"),
            margin_top=self.number(page, "page", "margin_top"),
            em=self.number(grid, "grid", "em_pt"),
            pitch=self.number(grid, "grid", "pitch_pt"),
            columns=self.whole(grid, "grid", "columns"),
            measure=self.whole(grid, "grid", "measure"),
            gutter=self.number(grid, "grid", "gutter"),
            rows=self.whole(grid, "grid", "rows"),
        )
        wide, deep = found.width * found.em * _MM, found.rows * found.pitch * _MM
        if wide > found.page_width:
            raise self.fault("grid.columns", f"The columns are {wide:.0f} mm wide, the page is not")
        if found.margin_top + deep > found.page_height:
            raise self.fault("grid.rows", f"The rows are {deep:.0f} mm deep, the page ends before")
        return found

    def _furnishing(self, values: Mapping[str, Any], grid: Grid) -> Furnishing:
        widths = {"name", "plate", "ear"}
        table = self.table(values, "furnishing", {"masthead", "folio", "section", *widths})
        masthead, folio, section = (
            self.whole(table, "furnishing", key) for key in ("masthead", "folio", "section")
        )
        if max(masthead, folio) + section >= grid.rows:
            raise self.fault("furnishing", "It leaves no row of the page for a story")
        lengths = {
            key: self.number(table, "furnishing", key) for key in sorted(widths) if key in table
        }
        found = Furnishing(masthead, folio, section, **lengths)
        if found.plate + found.ear > grid.width * 2 / 3:
            raise self.fault(
                "furnishing.ear",
                f"Plate and ear take {found.plate + found.ear:g} em of {grid.width:g}, more than "
                "two thirds: no room is left for the name of the paper",
            )
        return found

    def _types(self, values: Mapping[str, Any]) -> dict[str, TypeRole]:
        found: dict[str, TypeRole] = {}
        table = values.get("type")
        if not isinstance(table, dict) or "body" not in table:
            raise self.fault("type.body", "The body type is needed")
        faces = roles(MAINLAND)
        for name in table:
            entry = self.table(table, name, {"face", "size", "leading"})
            leading = self.number({"leading": 1.0, **entry}, "type", "leading")
            face = self.text(entry, "face")
            if face not in faces:
                raise self.fault(f"type.{name}.face", f"The faces are {', '.join(faces)}")
            found[name] = TypeRole(face, self.number(entry, "type", "size"), leading)
        return found
