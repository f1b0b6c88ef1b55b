"""A PDF for a press as the printer's preflight sees it: its claim, its boxes, its inks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from edition.checks.inks import VERSION
from edition.checks.inks.drawnwork import DrawnPicture, DrawnWork, Follower
from edition.checks.inks.pdfvalues import PdfFile, PdfStream, Unreadable, figures_of
from edition.checks.inks.pictureink import most_ink
from edition.checks.pdf_objects import RUNS
from edition.checks.sight.boxes import Box, meets
from edition.copy.inkprofiles import judged_profile
from edition.errors import WrongUse

_LIMIT = re.compile(r"\b(\d{2,3}) ?%")
_META = {
    "claim_title": re.compile(rb"<dc:title\b"),
    "claim_dates": re.compile(rb"CreateDate\b[\s\S]*ModifyDate\b|ModifyDate\b[\s\S]*CreateDate\b"),
    "claim_id": re.compile(rb"DocumentID\b"),
    "claim_trapped": re.compile(rb"Trapped(?:>|\s*=\s*[\"'])\s*(?:True|False)\b"),
}
"""what the file must say of itself, by the phrase that says it is missing"""


@dataclass(frozen=True, slots=True)
class PressPage:
    """One page, and what is printed on it."""

    number: int
    media: Box | None
    bleed: Box | None
    trim: Box | None
    work: DrawnWork
    notes: int
    """remarks and links that stand on what is printed"""
    inks: tuple[tuple[float, float | None], ...]
    """of each picture its pixels an inch, and % of ink where it takes most"""


@dataclass(frozen=True, slots=True)
class PressFile:
    """All that the rules of the press look at."""

    pages: tuple[PressPage, ...]
    lacks: tuple[str, ...]
    """phrases: what the claim is wanting"""
    intent: str
    """name of the profile of the press; empty where there is none that may be used"""
    most: float | None
    """% of ink the file says its paper bears"""
    barred: tuple[str, ...]


def see_press(data: bytes) -> PressFile:
    """Read a file as a press would."""
    file = PdfFile(data)
    pages = tuple(
        _page(file, number, page) for number, page in enumerate(file.pages(), 1)
    )
    intent, said = _intent(file)
    limit = _LIMIT.search(said)
    barred = {kind for page in pages for kind in page.work.barred} | set(_barred(file))
    return PressFile(
        pages, tuple(_lacks(file, data)), intent, float(limit[1]) if limit else None,
        tuple(sorted(barred)),
    )


def _page(file: PdfFile, number: int, page: dict[str, Any]) -> PressPage:
    media, trim = _box(file, page, "MediaBox"), _box(file, page, "TrimBox")
    bleed = _box(file, page, "BleedBox") or trim
    work = Follower(file, bleed or (0.0, 0.0, 0.0, 0.0)).page(page)
    notes = sum(
        1 for note in file.row(page.get("Annots"))
        if (place := _box(file, file.table(note), "Rect")) and bleed and meets(place, bleed)
        and file.table(note).get("Subtype") not in ("TrapNet", "PrinterMark")
    )
    return PressPage(number, media, bleed, trim, work, notes, tuple(_seen(file, work.pictures)))


def _seen(file: PdfFile, pictures: list[DrawnPicture]) -> Iterator[tuple[float, float | None]]:
    known: dict[int, float | None] = {}
    for one in pictures:
        about, (across, down) = one.stream.about, one.inches
        wide, deep = file.get(about.get("Width")), file.get(about.get("Height"))
        if id(one.stream) not in known:
            known[id(one.stream)] = most_ink(file, one.stream)
        if isinstance(wide, int) and isinstance(deep, int) and across > 0 and down > 0:
            yield min(wide / across, deep / down), known[id(one.stream)]


def _box(file: PdfFile, table: dict[str, Any], key: str) -> Box | None:
    """Left, foot, right, head; None for none."""
    figures = figures_of(file.row(table.get(key)))
    if len(figures) != 4:
        return None
    return (min(figures[0], figures[2]), min(figures[1], figures[3]),
            max(figures[0], figures[2]), max(figures[1], figures[3]))


def _lacks(file: PdfFile, data: bytes) -> Iterator[str]:
    """Phrases that say what the claim of the standard is wanting."""
    try:
        said = file.unpacked(file.root.get("Metadata"))
    except Unreadable:
        said = b""
    if not VERSION.search(said):
        yield "claim_version"
    for lack, wanted in _META.items():
        if not wanted.search(said):
            yield lack
    if len(file.row(file.trailer.get("ID"))) != 2:
        yield "claim_file_id"
    if "Encrypt" in file.trailer:
        yield "claim_open"
    if not data[:8].startswith(b"%PDF-1.") or data[7:8] > b"6":
        yield "claim_pdf"


def _intent(file: PdfFile) -> tuple[str, str]:
    """Name of the press's profile, and what the file says of the press."""
    for value in file.row(file.root.get("OutputIntents")):
        intent = file.table(value)
        if intent.get("S") != "GTS_PDFX":
            continue
        stream = file.get(intent.get("DestOutputProfile"))
        if not isinstance(stream, PdfStream) or file.get(stream.about.get("N")) != 4:
            continue
        try:
            name = judged_profile(file.unpacked(stream), "")
        except (WrongUse, Unreadable):
            continue
        info = file.get(intent.get("Info"))
        return name, _text(info) if isinstance(info, bytes) else ""
    return "", ""


def _text(raw: bytes) -> str:
    if raw[:2] == b"\xfe\xff":
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")


_ACTIONS = (*RUNS, "Sound")


def _barred(file: PdfFile) -> Iterator[str]:
    """What the file holds that no file for a press may."""
    if "AcroForm" in file.root:
        yield "AcroForm"
    for key in ("OpenAction", "AA"):
        if file.table(file.root.get(key)).get("S") in _ACTIONS or key == "AA" in file.root:
            yield key
    for value in file.objects.values():
        about = file.table(value)
        if about.get("S") in _ACTIONS and about.get("Type") in (None, "Action"):
            yield str(about["S"])
        filters = file.get(about.get("Filter"))
        if "LZWDecode" in (filters if isinstance(filters, list) else [filters]):
            yield "LZWDecode"
