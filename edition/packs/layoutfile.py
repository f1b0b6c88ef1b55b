"""A pack's `layout.toml` read and checked: every number in its range, every key known."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from edition.errors import WrongUse
from edition.messages.texts import Phrase, Value
from edition.packs.faces import roles_of
from edition.packs.layout import LEAST_RUBY, Furnishing, Grid, Layout, TypeRole
from edition.trade.regions import MAINLAND

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


def read_layout(path: Path) -> Layout:
    """The pack of a layout file, which bears the name of its folder; its themes are not looked for.

    Raises WrongUse for a missing or unknown key, or a number out of range.
    """
    reader = _Reader(str(path))
    found = reader.layout(_values(path))
    if found.name != path.parent.name:
        raise reader.fault("name", "layout_name", folder=path.parent.name)
    return found


def _values(path: Path) -> dict[str, Any]:
    where = str(path)
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        at = error.start + 1
        raise WrongUse("layout_not_text", where=where, error=str(error), number=at) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place.group(1)) if place else len(text.splitlines())
        raise WrongUse("layout_not_toml", where=where, error=str(error), number=line) from error


class _Reader:
    """Turns the tables of a layout file into values, naming file and key in every error."""

    def __init__(self, where: str) -> None:
        self._where = where

    def fault(self, key: str, reason: str, **values: Value) -> WrongUse:
        """The error that `key` cannot be used; `reason` is a phrase of the catalogue."""
        return WrongUse("layout_key", where=self._where, key=key, reason=Phrase(reason, values))

    def number(self, table: Mapping[str, Any], group: str, key: str) -> float:
        name = f"{group}.{key}" if group else key
        value = table.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(name, "layout_number")
        return self.within(name, float(value))

    def whole(self, table: Mapping[str, Any], group: str, key: str) -> int:
        value = self.number(table, group, key)
        if not value.is_integer():
            raise self.fault(f"{group}.{key}" if group else key, "layout_whole")
        return int(value)

    def within(self, name: str, value: float) -> float:
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise self.fault(name, "layout_range", value=value, low=low, high=high)
        return value

    def text(self, table: Mapping[str, Any], name: str) -> str:
        value = table.get(name)
        if not isinstance(value, str) or not value:
            raise self.fault(name, "layout_text")
        return value

    def table(self, values: Mapping[str, Any], name: str, keys: set[str]) -> Mapping[str, Any]:
        found = values.get(name)
        if not isinstance(found, dict):
            raise self.fault(name, "layout_table")
        for key in found:
            if key not in keys:
                raise self.fault(f"{name}.{key}", "layout_known_keys", known=tuple(sorted(keys)))
        return found

    def layout(self, values: Mapping[str, Any]) -> Layout:
        known = {
            "name", "title", "indent", "ban", "hang", "ladder", "ruby",
            "page", "grid", "furnishing", "type",
        }
        for key in values:
            if key not in known:
                raise self.fault(key, "layout_known_keys", known=tuple(sorted(known)))
        ban = values.get("ban", "basic")
        if ban not in ("none", "basic", "gb", "strict"):
            raise self.fault("ban", "layout_ban")
        types = self._types(values)
        grid = self._grid(values)
        found = Layout(
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
        return self._with_ruby(found, values.get("ruby", "brackets"))

    def _with_ruby(self, layout: Layout, place: object) -> Layout:
        if place not in ("above", "brackets"):
            raise self.fault("ruby", "layout_ruby")
        if place == "brackets":
            return replace(layout, ruby="brackets")
        if layout.line_gap < LEAST_RUBY - 1e-6:
            raise self.fault("ruby", "layout_ruby_gap", gap=layout.line_gap, least=LEAST_RUBY)
        return replace(layout, ruby="above")

    def _ladder(self, sizes: object) -> tuple[float, ...]:
        wanted = self.fault("ladder", "layout_ladder")
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
            raise self.fault(name, "layout_flag")
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
            raise self.fault("grid.columns", "layout_too_wide", wide=wide)
        if found.margin_top + deep > found.page_height:
            raise self.fault("grid.rows", "layout_too_deep", deep=deep)
        return found

    def _furnishing(self, values: Mapping[str, Any], grid: Grid) -> Furnishing:
        widths = {"name", "plate", "ear"}
        table = self.table(values, "furnishing", {"masthead", "folio", "section", *widths})
        masthead, folio, section = (
            self.whole(table, "furnishing", key) for key in ("masthead", "folio", "section")
        )
        if max(masthead, folio) + section >= grid.rows:
            raise self.fault("furnishing", "layout_no_row")
        lengths = {
            key: self.number(table, "furnishing", key) for key in sorted(widths) if key in table
        }
        found = Furnishing(masthead, folio, section, **lengths)
        if found.plate + found.ear > grid.width * 2 / 3:
            raise self.fault(
                "furnishing.ear", "layout_no_name", taken=found.plate + found.ear, whole=grid.width
            )
        return found

    def _types(self, values: Mapping[str, Any]) -> dict[str, TypeRole]:
        found: dict[str, TypeRole] = {}
        table = values.get("type")
        if not isinstance(table, dict) or "body" not in table:
            raise self.fault("type.body", "layout_no_body")
        faces = roles_of(MAINLAND)
        for name in table:
            entry = self.table(table, name, {"face", "size", "leading"})
            leading = self.number({"leading": 1.0, **entry}, "type", "leading")
            face = self.text(entry, "face")
            if face not in faces:
                raise self.fault(f"type.{name}.face", "layout_faces", known=faces)
            found[name] = TypeRole(face, self.number(entry, "type", "size"), leading)
        return found
