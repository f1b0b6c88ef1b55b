"""Copy out of a PDF: running heads and page numbers between the lines, a space after every sign.

A number alone is a folio only among others that count on, beside a running head, or inside a
sentence: chapters of an essay are counted too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from edition.copy.origin.broken_lines import broken_width
from edition.copy.origin.copyrows import (
    Row,
    Rows,
    Undone,
    cells_wide,
    nearest,
    sentence_ends,
    shown,
)
from edition.errors import Confidence, Diagnostic

_DECOR = r"[·•∙・|｜\-–—－―~～\s.]"
_FOLIO = re.compile(
    rf"(?P<before>{_DECOR}{{0,8}}(?:第|[Pp]age|PAGE|[Pp]\.)?\s?)(?P<number>\d{{1,4}})"
    rf"(?P<after>\s?[页頁]?(?:\s?[/／,，共of]{{1,2}}\s?第?共?\s?\d{{1,4}}\s?[页頁]?)?{_DECOR}{{0,8}})"
)
_CALLED = re.compile("[页頁]|page", re.I)
_APART = re.compile(r"\s{2,}|\t|\u3000")
_HEAD = 60
"""characters a running head may have"""
_FULL = 20
"""half-width cells of a line that a machine has broken, at least"""
_FAR = 3
"""pages a folio may be ahead of the one before it"""


@dataclass(frozen=True, slots=True)
class _Folio:
    at: int
    """place of its row"""
    number: int
    head: str
    """the running head beside it, without white"""
    marked: bool
    """set between dots or dashes, or called a page"""
    called: bool
    """called a page"""


def undo_pages(rows: Rows, name: str) -> Undone | None:
    """The rows without running heads and folios; None where nothing tells of pages."""
    folios = _chain(_folios(rows))
    if not _certain(rows, folios):
        return None
    heads = Counter(folio.head for folio in folios if folio.head)
    places = {folio.at for folio in folios}
    places.update(
        n for n, row in enumerate(rows)
        if not row.blank and heads.get("".join(row.text.split()), 0) > 1
    )
    aside = tuple(rows[n] for n in sorted(places))
    told = Diagnostic(
        "copied_from_pdf", {"count": len(aside)}, aside[0].numbers[0],
        text=shown(" ".join(aside[0].text.split())), confidence=Confidence.PROBABLE, source=name,
    )
    aside = tuple(Row(" ".join(row.text.split()), row.numbers) for row in aside)
    return Undone(tuple(_closed_up(rows, places)), aside, "", "", (told,))


def _folios(rows: Rows) -> list[_Folio]:
    found = []
    for at, row in enumerate(rows):
        text = row.text.strip()
        if not text or len(text) > _HEAD + 60 or not any(c.isdigit() for c in text):
            continue
        whole = _FOLIO.fullmatch(text)
        if whole:
            found.append(_Folio(at, int(whole["number"]), "", *_signs(whole)))
            continue
        parts = [part for part in _APART.split(text) if part]
        for place in (0, len(parts) - 1):
            folio = _FOLIO.fullmatch(parts[place]) if len(parts) > 1 else None
            if folio:
                head = "".join("".join(parts[:place] + parts[place + 1 :]).split())
                if head and len(head) <= _HEAD:
                    found.append(_Folio(at, int(folio["number"]), head, *_signs(folio)))
                break
    return found


def _signs(folio: re.Match[str]) -> tuple[bool, bool]:
    """Whether it is marked, and whether it is called a page."""
    beside = folio["before"] + folio["after"]
    return bool(beside.strip()), bool(_CALLED.search(beside))


def _chain(folios: Sequence[_Folio]) -> list[_Folio]:
    """The longest run that counts on, in the order of the copy. Heads that vary are no heads."""
    repeated = Counter(folio.head for folio in folios)
    lengths = [0] * len(folios)
    before: list[int | None] = [None] * len(folios)
    ends: dict[int, int] = {}
    for at, folio in enumerate(folios):
        if folio.head and repeated[folio.head] < 2:
            continue
        near = [ends[n] for n in range(folio.number - _FAR, folio.number) if n in ends]
        last = max(near, key=lambda place: lengths[place], default=None)
        lengths[at] = 1 if last is None else lengths[last] + 1
        before[at] = last
        held = ends.get(folio.number)
        if held is None or lengths[at] > lengths[held]:
            ends[folio.number] = at
    place = max(range(len(folios)), key=lambda n: lengths[n], default=None)
    found: list[_Folio] = []
    while place is not None and lengths[place]:
        found.append(folios[place])
        place = before[place]
    return found[::-1]


def _certain(rows: Rows, folios: Sequence[_Folio]) -> bool:
    """True when the run of numbers can only be that of pages."""
    if not folios:
        return False
    heads = Counter(folio.head for folio in folios if folio.head)
    if heads.total() > 1:
        return True
    inside = sum(_inside_sentence(rows, folio.at) for folio in folios)
    if len(folios) == 1:
        return inside == 1 and _among_full_lines(rows, folios[0].at)
    marked = all(folio.marked for folio in folios)
    if all(folio.called for folio in folios) or (marked and broken_width(_others(rows, folios))):
        return True
    return inside > 0 and (marked or inside * 2 >= len(folios) or bool(heads))


def _others(rows: Rows, folios: Sequence[_Folio]) -> Rows:
    """The rows but those of the folios."""
    places = {folio.at for folio in folios}
    return tuple(row for at, row in enumerate(rows) if at not in places)


def _inside_sentence(rows: Rows, at: int) -> bool:
    """True when the row before the one at `at` does not end a sentence and a row follows."""
    before, after = nearest(rows, at, -1), nearest(rows, at, 1)
    if before is None or after is None or len(rows[before].text.strip()) < 8:
        return False
    return not sentence_ends(rows[before].text) and len(rows[after].text.strip()) > 1


def _among_full_lines(rows: Rows, at: int) -> bool:
    """True when lines as wide as each other stand close above a lone number and go on below it."""
    if at < 3 or at + 1 >= len(rows) or rows[at + 1].blank or "\t" in rows[at - 1].text:
        return False
    above = [cells_wide(row.text.strip()) for row in rows[at - 3 : at]]
    below = cells_wide(rows[at + 1].text.strip())
    full = min(above) >= _FULL and max(above) - min(above) <= 4 and below <= max(above) + 4
    return full and rows[at - 1].text.strip()[-1].isalpha()


def _closed_up(rows: Rows, places: set[int]) -> list[Row]:
    """The rows without those at `places`; a sentence goes on over the white around them."""
    kept: list[Row] = []
    at = 0
    while at < len(rows):
        if at not in places:
            kept.append(rows[at])
            at += 1
            continue
        end = at
        while end < len(rows) and (end in places or rows[end].blank):
            end += 1
        white = any(n not in places for n in range(at, end))
        trimmed = False
        while kept and kept[-1].blank:
            kept.pop()
            trimmed = True
        goes_on = kept and not sentence_ends(kept[-1].text) and not _stands_alone(kept)
        if kept and end < len(rows) and (white or trimmed) and not goes_on:
            kept.append(Row("", rows[at].numbers))
        at = end
    return kept


def _stands_alone(kept: Sequence[Row]) -> bool:
    """True for a short line between white, such as a headline: no sentence goes on from it."""
    alone = len(kept) < 2 or kept[-2].blank
    return alone and len(kept[-1].text.strip()) < 20
