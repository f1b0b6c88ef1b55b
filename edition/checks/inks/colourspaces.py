"""Colour spaces of a drawn file: their families, and the inks that a shading takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition.checks.inks.drawingstate import inks_of
from edition.checks.inks.grounds import Inks
from edition.checks.inks.pdfvalues import PdfFile, figures_of
from edition.checks.pdf_objects import PdfName

EVERY_INK = "All"
IN_LIGHTS = ("DeviceRGB", "CalRGB", "Lab", "CalGray")
_MOST_DEEP = 12
"""spaces or functions one in another"""
_NAMES = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


def shaded(file: PdfFile, shading: Any) -> Inks | None:
    """Of each ink the most that a shading takes; None where that is not told."""
    about = file.table(shading)
    ends = list(_ends(file, about.get("Function"), 0))
    inks = [inks_of(end) for end in ends]
    known = [one for one in inks if one is not None]
    if not known or len(known) < len(inks):
        return None
    cyan, magenta, yellow, black = (max(shares) for shares in zip(*known, strict=True))
    return (cyan, magenta, yellow, black)


def space_of(file: PdfFile, value: Any, resources: dict[str, Any], turn: int = 0) -> str:
    """The family of a colour space; `All` for every ink at once."""
    found = file.get(value)
    if isinstance(found, PdfName):
        told = file.table(resources.get("ColorSpace")).get(str(found))
        if told is not None and turn < _MOST_DEEP and file.get(told) != found:
            return space_of(file, told, resources, turn + 1)
        return _NAMES.get(found, str(found))
    row = file.row(found)
    if not row or turn > _MOST_DEEP:
        return "DeviceGray"
    family = str(row[0])
    if family == "ICCBased" and len(row) > 1:
        count = file.get(file.table(row[1]).get("N"))
        names = {1: "DeviceGray", 3: "CalRGB", 4: "DeviceCMYK"}
        return names.get(count, family) if isinstance(count, int) else family
    if family == "Indexed" and len(row) > 1:
        return space_of(file, row[1], resources, turn + 1)
    if family in ("Separation", "DeviceN") and len(row) > 2:
        under = space_of(file, row[2], resources, turn + 1)
        return EVERY_INK if row[1] == EVERY_INK else under if under in IN_LIGHTS else family
    return family


def _ends(file: PdfFile, function: Any, deep: int) -> Iterator[list[float]]:
    """The colours at the ends of a function, and of those it is made of."""
    about = file.table(function)
    parts = file.row(about.get("Functions")) or (file.row(function) if not about else [])
    if parts and deep < _MOST_DEEP:
        for part in parts:
            yield from _ends(file, part, deep + 1)
        return
    for end in ("C0", "C1"):
        yield figures_of(file.row(about.get(end)))
