"""What a pack says of its printing: `[press]`, and the inks of its colours."""

from __future__ import annotations

import re
from typing import Any

from edition.packs.layout import PressSheet
from edition.packs.layoutfile import Numbers
from edition.packs.located import Given

MOST_INKS = 64
"""colours whose inks a pack may tell"""
_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


def press_sheet(told: Given) -> PressSheet:
    """The table `[press]`; as newsprint is where there is none. Raises WrongUse."""
    if "press" not in told.values:
        return PressSheet()
    numbers, usual = Numbers(told), PressSheet()
    table = numbers.table(told.values, "press", ("bleed", "ink", "inks"))
    given = {"bleed": usual.bleed, "ink": usual.ink, "inks": {}, **table}
    bleed, ink = numbers.number(given, "press.bleed"), numbers.number(given, "press.ink")
    if not isinstance(given["inks"], dict):
        raise told.fault("press.inks", "layout_table")
    if len(given["inks"]) > MOST_INKS:
        raise told.fault("press.inks", "pack_most", most=MOST_INKS)
    inks = {}
    for name, value in given["inks"].items():
        colour = _COLOUR.fullmatch(name)
        key = f"press.inks.{name}"
        if colour is None:
            raise told.fault(key, "press_colour")
        red, green, blue = (int(part, 16) for part in colour.groups())
        inks[red, green, blue] = _shares(numbers, key, value, ink)
    return PressSheet(bleed, ink, inks)


def _shares(
    numbers: Numbers, key: str, value: Any, most: float
) -> tuple[float, float, float, float]:
    """Four shares of ink, told in %; what is over the most is taken from all alike."""
    if not isinstance(value, list) or len(value) != 4:
        raise numbers.fault(key, "press_inks")
    cyan, magenta, yellow, black = (
        numbers.number({"ink": share}, f"{key}.ink", "press.inks") for share in value
    )
    # Those of a pack that is extended may be more than this one's paper bears.
    full = 100 * max(1.0, (cyan + magenta + yellow + black) / most)
    return (cyan / full, magenta / full, yellow / full, black / full)
