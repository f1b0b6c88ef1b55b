"""The numbers of a pack read and checked: every number in its range, every key known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from edition.messages.nearest import nearest_word
from edition.messages.texts import Phrase
from edition.model import HeadManner
from edition.packs.faces import Face, roles_of
from edition.packs.layout import (
    LEAST_RUBY,
    BanLevel,
    CaptionPlace,
    Furnishing,
    Grid,
    HeadAlign,
    Layout,
    TurnedSide,
    TypeRole,
)
from edition.packs.located import Given
from edition.packs.themes import PARTS
from edition.trade.regions import MAINLAND, REGIONS

_RANGES: dict[str, tuple[float, float]] = {
    "page.width": (50, 1200),
    "page.height": (50, 1700),
    "page.margin_top": (0, 200),
    "margins.top": (0, 200),
    "margins.bottom": (0, 200),
    "margins.inner": (0, 200),
    "margins.outer": (0, 200),
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
    "furnishing.logo": (0, 40),
    "blocks.rows": (1, 20),
    "blocks.size": (0.5, 4),
    "assets.x": (0, 1200),
    "assets.y": (0, 1700),
    "assets.width": (1, 1200),
    "press.bleed": (0, 20),
    "press.ink": (100, 400),
    "press.inks": (0, 100),
    "type.size": (0.5, 12),
    "type.leading": (0.5, 12),
    "ladder": (1, 16),
    "indent": (0, 4),
}


ROLES = (
    "body", "headline", "kicker", "deck", "crosshead", "byline", "caption", "pullquote", "section",
)
"""every one of them is needed: a role left out would be set in another's type without a word"""
TABLES = (
    "page", "grid", "furnishing", "type", "margins", "fonts", "assets", "blocks", "cover",
    "trims", "press",
)
KEYS = (
    "api", "extends", "name", "title", "indent", "ban", "hang", "justify", "ladder", "ruby",
    "language", "captions", "themes", "heads", "turned", "manners", *TABLES,
)
CAPTIONS = ("below", "beside", "inside")
HEADS, SIDES = ("center", "left"), ("left", "right")
BANS = ("none", "basic", "gb", "strict")
MOST_RANKS = 9
_AIRED = ("most_em_pt", "most_pitch_pt")
"""keys of the grid that say how far it may be opened for short copy"""
_MM = 25.4 / 72
"""Millimetres in a point."""


def read_numbers(told: Given, name: str, faces: Mapping[str, Face]) -> Layout:
    """The numbers of a pack called `name`; `faces` are those it brings along.

    Raises WrongUse for a missing or unknown key, or a number out of range.
    """
    return Numbers(told).layout(name, faces)


class Numbers:
    """Turns the tables of a pack into values, naming file, line and key in every error."""

    def __init__(self, told: Given) -> None:
        self.told = told
        self.fault = told.fault

    def given(self, table: Mapping[str, Any], name: str, wanted: str) -> Any:
        """The value at the end of the dotted `name`; `wanted` says what it is to be."""
        key = name.rpartition(".")[2]
        if key not in table:
            raise self.fault(name, "layout_missing", wanted=Phrase(wanted))
        return table[key]

    def number(self, table: Mapping[str, Any], name: str, bounds: str = "") -> float:
        """The number at the end of the dotted `name`, within the bounds of its kind."""
        value = self.given(table, name, "layout_number")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(name, "layout_number")
        return self.within(name, float(value), bounds)

    def whole(self, table: Mapping[str, Any], name: str, bounds: str = "") -> int:
        value = self.number(table, name, bounds)
        if not value.is_integer():
            raise self.fault(name, "layout_whole")
        return int(value)

    def within(self, name: str, value: float, bounds: str = "") -> float:
        low, high = _RANGES[bounds or name]
        if not low <= value <= high:
            raise self.fault(name, "layout_range", value=value, low=low, high=high)
        return value

    def text(self, table: Mapping[str, Any], name: str) -> str:
        value = self.given(table, name, "layout_text")
        if not isinstance(value, str) or not value:
            raise self.fault(name, "layout_text")
        return value

    def table(self, values: Mapping[str, Any], name: str, keys: tuple[str, ...]) -> dict[str, Any]:
        """The table at the end of the dotted `name`, which holds no key but `keys`."""
        found = self.given(values, name, "layout_table")
        if not isinstance(found, dict):
            raise self.fault(name, "layout_table")
        for key in found:
            if key not in keys:
                raise self.told.unknown(f"{name}.{key}", keys)
        return found

    def one_of(self, name: str, value: object, known: tuple[str, ...]) -> str:
        """The value where it is one of the words known."""
        if not isinstance(value, str) or value not in known:
            near = nearest_word(str(value), known)
            if near:
                raise self.fault(name, "layout_nearest_word", nearest=near, known=known)
            raise self.fault(name, "layout_words", known=known)
        return value

    def face(self, name: str, value: object, known: tuple[str, ...]) -> str:
        """The value where it is the name of a face, shipped or of the pack's own."""
        if isinstance(value, str) and value not in known:
            near = nearest_word(value, known)
            fault = "layout_face_near" if near else "layout_face"
            raise self.fault(name, fault, name=value, nearest=near, known=known)
        return self.one_of(name, value, known)

    def flag(self, values: Mapping[str, Any], name: str) -> bool:
        value = values.get(name.rpartition(".")[2], False)
        if not isinstance(value, bool):
            raise self.fault(name, "layout_flag")
        return value

    def layout(self, name: str, faces: Mapping[str, Face]) -> Layout:
        values = self.told.values
        for key in values:
            if key not in KEYS:
                raise self.told.unknown(key, KEYS)
        ban = values.get("ban", "basic")
        if ban not in BANS:
            raise self.fault("ban", "layout_ban")
        types, by_rank = self._types(values, tuple(sorted({*roles_of(MAINLAND), *faces})))
        grid = self._grid(values)
        furnishing, logo = self._furnishing(values, grid)
        found = Layout(
            name=name,
            title=self.text(values, "title"),
            grid=grid,
            furnishing=furnishing,
            body=types.pop("body"),
            roles=types,
            ladder=self._ladder(values.get("ladder")),
            indent=self.whole(values, "indent"),
            ban=cast(BanLevel, ban),
            hang=self.flag(values, "hang"),
            justify=self.flag(values, "justify"),
            faces=faces,
            by_rank=by_rank,
            logo=logo,
            language=self._language(values),
            captions=cast(
                CaptionPlace, self.one_of("captions", values.get("captions", "below"), CAPTIONS)
            ),
            heads=cast(HeadAlign, self.one_of("heads", values.get("heads", "center"), HEADS)),
            turned=cast(TurnedSide, self.one_of("turned", values.get("turned", "left"), SIDES)),
            manners=self._manners(values.get("manners", [])),
        )
        return self._with_ruby(found, values.get("ruby", "brackets"))

    def _language(self, values: Mapping[str, Any]) -> str:
        if "language" not in values:
            return ""
        return self.one_of("language", values["language"], tuple(REGIONS))

    def _manners(self, given: object) -> tuple[HeadManner, ...]:
        """How headlines may stand unasked, each manner once."""
        named = given if isinstance(given, list) else [given]
        known = tuple(HeadManner)
        return tuple(dict.fromkeys(
            HeadManner(self.one_of("manners", one, known)) for one in named
        ))

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

    def _grid(self, values: Mapping[str, Any]) -> Grid:
        page = self.table(values, "page", ("width", "height", "margin_top"))
        grid = self.table(
            values, "grid",
            ("em_pt", "pitch_pt", "columns", "measure", "gutter", "rows", *_AIRED),
        )
        most_em, most_pitch = (
            self.number(grid, f"grid.{key}", f"grid.{bounds}") if key in grid else 0.0
            for key, bounds in zip(_AIRED, ("em_pt", "pitch_pt"), strict=True)
        )
        margins: dict[str, Any] = {}
        if "margins" in values:
            margins = self.table(
                values, "margins", ("top", "bottom", "inner", "outer", "facing")
            )
        above = "margins.top" if "top" in margins else "page.margin_top"
        found = Grid(
            page_width=self.number(page, "page.width"),
            page_height=self.number(page, "page.height"),
            margin_top=self.number({**page, **margins}, above),
            em=self.number(grid, "grid.em_pt"),
            pitch=self.number(grid, "grid.pitch_pt"),
            columns=self.whole(grid, "grid.columns"),
            measure=self.whole(grid, "grid.measure"),
            gutter=self.number(grid, "grid.gutter"),
            rows=self.whole(grid, "grid.rows"),
            inner=self._margin(margins, "inner"),
            outer=self._margin(margins, "outer"),
            facing=self.flag(margins, "margins.facing"),
            most_em=most_em,
            most_pitch=most_pitch,
        )
        self.fits(found, self._margin(margins, "bottom") or 0.0)
        return found

    def _margin(self, margins: Mapping[str, Any], side: str) -> float | None:
        return self.number(margins, f"margins.{side}") if side in margins else None

    def fits(self, grid: Grid, bottom: float, key: str = "grid") -> None:
        """Raises WrongUse where the type area and its margins are larger than the sheet."""
        wide, deep = grid.width * grid.em * _MM, grid.rows * grid.pitch * _MM
        if wide > grid.page_width:
            raise self.fault(f"{key}.columns", "layout_too_wide", wide=wide)
        if grid.margin_top + deep > grid.page_height:
            raise self.fault(f"{key}.rows", "layout_too_deep", deep=deep)
        spare = grid.page_width - wide
        side = "margins.inner" if grid.inner is not None else "margins.outer"
        if (grid.inner or 0.0) + (grid.outer or 0.0) > spare + 0.05:
            raise self.fault(side, "layout_no_margins", spare=spare, wide=wide)
        below = grid.page_height - grid.margin_top - deep
        if bottom > below + 0.05:
            raise self.fault("margins.bottom", "layout_no_bottom", below=below, deep=deep)

    def _furnishing(self, values: Mapping[str, Any], grid: Grid) -> tuple[Furnishing, float]:
        widths = ("ear", "name", "plate")
        depths = ("masthead", "folio", "section")
        table = self.table(values, "furnishing", (*depths, *widths, "logo"))
        masthead, folio, section = (self.whole(table, f"furnishing.{key}") for key in depths)
        if max(masthead, folio) + section >= grid.rows:
            raise self.fault("furnishing", "layout_no_row")
        lengths = {key: self.number(table, f"furnishing.{key}") for key in widths if key in table}
        logo = self.number(table, "furnishing.logo") if "logo" in table else 0.0
        found = Furnishing(masthead, folio, section, **lengths)
        taken = found.plate + found.ear + logo
        if taken > grid.width * 2 / 3:
            raise self.fault("furnishing.ear", "layout_no_name", taken=taken, whole=grid.width)
        return found, logo

    def _types(
        self, values: Mapping[str, Any], faces: tuple[str, ...]
    ) -> tuple[dict[str, TypeRole], tuple[str, ...]]:
        found: dict[str, TypeRole] = {}
        table = values.get("type")
        if not isinstance(table, dict) or "body" not in table:
            raise self.fault("type.body", "layout_no_body")
        for role in ROLES:
            if role not in table:
                raise self.fault(f"type.{role}", "layout_no_role", known=ROLES)
        known = (*ROLES, *(part for part in PARTS if part not in ROLES))
        for name in self.table(values, "type", known):
            keys: tuple[str, ...] = ("face", "size", "leading") if name in ROLES else ("face",)
            if name == "headline":
                keys = (*keys, "by_rank")
            entry = self.table(table, f"type.{name}", keys)
            face = self.face(
                f"type.{name}.face", self.given(entry, f"type.{name}.face", "layout_text"), faces
            )
            size = self.number(entry, f"type.{name}.size", "type.size") if name in ROLES else 1.0
            leading = self.number(
                {"leading": 1.0, **entry}, f"type.{name}.leading", "type.leading"
            )
            found[name] = TypeRole(face, size, leading)
        ranks = table["headline"].get("by_rank", [])
        if not isinstance(ranks, list) or len(ranks) > MOST_RANKS:
            raise self.fault("type.headline.by_rank", "layout_faces", most=MOST_RANKS)
        by_rank = tuple(self.face("type.headline.by_rank", face, faces) for face in ranks)
        return found, by_rank
