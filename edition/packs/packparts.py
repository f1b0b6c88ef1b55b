"""What a pack adds of its own: fonts, pictures, bands at the foot of a page, the cover's colours.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from edition.errors import UnreadableInput, WrongUse
from edition.messages.texts import Phrase
from edition.packs.faces import Face, roles_of
from edition.packs.fontfiles import opened
from edition.packs.layout import Emblem, FootBand, Grid, Layout, Spread
from edition.packs.layoutfile import Numbers
from edition.packs.located import Given
from edition.trade.regions import MAINLAND

SPREADS = ("all", "first", "later")
ALIGNED = ("left", "center", "right", "outer")
FILLED = ("paper", "date", "issue", "page", "title", "publisher")
"""what a band's text may ask to be filled in"""
INKS = ("paper", "ink", "accent", "grey", "hair")
"""colours of the book's cover"""
MOST_PARTS = 12
"""fonts, pictures or bands of one pack"""
MOST_TEXT = 400
"""characters of a band's text"""
_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def own_faces(told: Given) -> dict[str, Face]:
    """The faces of `[fonts.NAME]` by their names, each opened and judged. Raises WrongUse."""
    numbers, found = Numbers(told), {}
    for name, entry in _parts(numbers, "fonts", ("file", "fallback")).items():
        key = f"fonts.{name}"
        if name in roles_of(MAINLAND):
            raise told.fault(key, "font_name_taken")
        path = Path(numbers.text(entry, f"{key}.file"))
        instead = numbers.one_of(
            f"{key}.fallback", entry.get("fallback", "song"), roles_of(MAINLAND)
        )
        font = opened(path, told.where(f"{key}.file"))
        found[name] = Face(
            name, path, f"edition-own-{name}", font.weight, font.digest, font.name,
            fallback=instead,
        )
    return found


def emblems(told: Given) -> tuple[Emblem, ...]:
    """The pictures of `[assets]`: a file alone, or a table that says where it stands."""
    numbers, found = Numbers(told), []
    keys = ("file", "alt", "pages", "x", "y", "width")
    for name, entry in _parts(numbers, "assets", keys, plain="file").items():
        key = f"assets.{name}"
        path = Path(numbers.text(entry, f"{key}.file"))
        shown = _picture(path, told.where(f"{key}.file"))
        alt = numbers.text(entry, f"{key}.alt") if "alt" in entry else ""
        if "pages" not in entry and not {"x", "y", "width"} & set(entry):
            found.append(Emblem(name, shown.media, shown.data, alt))
            continue
        pages = numbers.one_of(f"{key}.pages", entry.get("pages", "all"), SPREADS)
        x, y, width = (
            numbers.number(entry, f"{key}.{side}", f"assets.{side}")
            for side in ("x", "y", "width")
        )
        height = width * shown.height / shown.width
        found.append(
            Emblem(name, shown.media, shown.data, alt, cast(Spread, pages), x, y, width, height)
        )
    return tuple(found)


def _picture(path: Path, where: str) -> Any:
    # Few packs bring pictures, and the help reads the shipped ones.
    from edition.copy.pictures import picture

    try:
        return picture(path.name, path.read_bytes())
    except OSError as error:
        absent = Phrase("font_absent")
        raise WrongUse("pack_picture", where=where, file=path.name, reason=absent) from error
    except UnreadableInput as error:
        wrong = Phrase("pack_picture_kind")
        raise WrongUse("pack_picture", where=where, file=path.name, reason=wrong) from error


def bands(told: Given, layout: Layout) -> tuple[FootBand, ...]:
    """The bands of `[blocks]`, from the news downwards. Raises WrongUse."""
    numbers, found = Numbers(told), []
    keys = ("rows", "pages", "text", "face", "size", "align")
    faces = tuple(sorted({*roles_of(MAINLAND), *layout.faces}))
    for name, entry in _parts(numbers, "blocks", keys).items():
        key = f"blocks.{name}"
        text = entry.get("text", "{paper}  {date}")
        if not isinstance(text, str) or len(text) > MOST_TEXT or min(text, default=" ") < " ":
            raise told.fault(f"{key}.text", "block_text", most=MOST_TEXT)
        _check_pattern(told, f"{key}.text", text)
        found.append(FootBand(
            name,
            numbers.whole(entry, f"{key}.rows", "blocks.rows"),
            cast(Spread, numbers.one_of(f"{key}.pages", entry.get("pages", "all"), SPREADS)),
            text,
            numbers.face(f"{key}.face", entry.get("face", "song"), faces),
            numbers.number({"size": 0.9, **entry}, f"{key}.size", "blocks.size"),
            cast(Any, numbers.one_of(f"{key}.align", entry.get("align", "center"), ALIGNED)),
        ))
    furnishing = layout.furnishing
    head = max(furnishing.masthead, furnishing.folio) + furnishing.section
    if head + sum(band.rows for band in found) >= layout.grid.rows:
        raise told.fault("blocks", "layout_no_row")
    return tuple(found)


def trims(told: Given, layout: Layout) -> tuple[Grid, ...]:
    """The sheets of `[trims]`, the smallest first; the type stays as it is. Raises WrongUse."""
    numbers, found = Numbers(told), []
    for name, entry in _parts(numbers, "trims", ("width", "height", "columns", "rows")).items():
        key = f"trims.{name}"
        grid = replace(
            layout.grid,
            page_width=numbers.number(entry, f"{key}.width", "page.width"),
            page_height=numbers.number(entry, f"{key}.height", "page.height"),
            columns=numbers.whole(entry, f"{key}.columns", "grid.columns"),
            rows=numbers.whole(entry, f"{key}.rows", "grid.rows"),
        )
        numbers.fits(grid, 0.0, key)
        found.append(grid)
    return tuple(sorted(found, key=lambda grid: grid.page_width * grid.page_height))


def _check_pattern(told: Given, key: str, text: str) -> None:
    """Raises WrongUse where a band asks for something nobody fills in."""
    try:
        asked = [name for _, name, form, turn in string.Formatter().parse(text)
                 if name is not None or form or turn]
        plain = all(not form and not turn for _, _, form, turn in string.Formatter().parse(text))
    except ValueError:
        raise told.fault(key, "block_fields", known=FILLED) from None
    if not plain or any(name not in FILLED for name in asked):
        raise told.fault(key, "block_fields", known=FILLED)


def cover_colours(told: Given) -> dict[str, str]:
    """The colours of `[cover]` as `#rrggbb`, by what they colour. Raises WrongUse."""
    if "cover" not in told.values:
        return {}
    table = Numbers(told).table(told.values, "cover", INKS)
    for name, value in table.items():
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise told.fault(f"cover.{name}", "cover_colour")
    return dict(table)


def _parts(
    numbers: Numbers, table: str, keys: tuple[str, ...], plain: str = ""
) -> dict[str, Mapping[str, Any]]:
    """The tables below `table` by name; a text stands for a table with the key `plain` alone."""
    told = numbers.told
    entries = told.values.get(table, {})
    if not isinstance(entries, dict):
        raise told.fault(table, "layout_table")
    if len(entries) > MOST_PARTS:
        raise told.fault(table, "pack_most", most=MOST_PARTS)
    found: dict[str, Mapping[str, Any]] = {}
    for name, entry in entries.items():
        if not _NAME.fullmatch(name):
            raise told.fault(f"{table}.{name}", "pack_name")
        if plain and isinstance(entry, str):
            found[name] = {plain: entry}
            continue
        found[name] = numbers.table(entries, f"{table}.{name}", keys)
    return found
