"""The visible copy of a drawn page counted against the plan: what is hidden is an error.

A style or a template of a pack may hide, cover, clip, move or resize lines; whatever the means,
the characters that can be read are then fewer than those that were planned.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from edition.errors import Diagnostic
from edition.messages.texts import Phrase, Values
from edition.printed import PageCopy, PlannedLine
from edition.writers.contrasts import contrast
from edition.writers.drawn import Colour, DrawnPage, DrawnText, Painted, drawn_page

PALE = 1.3
"""contrast below which type is taken for its ground"""
FAINT, FAINT_LARGE = 4.5, 3.0
"""contrast below which type, and large type, is told to be hard to read (WCAG 2, level AA)"""
LARGE = 24.0
"""px from which type is large: 18 pt"""
MOST_TOLD = 60
"""remarks on the copy of one paper"""
SHOWN = 40
"""characters of a line that a remark shows"""
_NO_INK = re.compile("[\\s\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\U000e0000-\U000e01ef]+")
_WHITE = (1.0, 1.0, 1.0, 1.0)


def unseen(document: Any, copy: Sequence[PageCopy]) -> tuple[Diagnostic, ...]:
    """A remark for all planned copy that a reader of the drawn pages cannot see.

    `document` is the renderer's, with its pages laid out; `copy` the plan, a page each.
    """
    found: list[Diagnostic] = []
    for number, planned in enumerate(copy):
        if number >= len(document.pages):
            found.extend(_missing(planned, [(line, "unseen_gone") for line in planned.lines]))
            continue
        found.extend(_on_page(drawn_page(document.pages[number]), planned))
    return tuple(found[:MOST_TOLD])


def _on_page(page: DrawnPage, planned: PageCopy) -> Iterator[Diagnostic]:
    faint = _judge(page)
    seen = sum(_ink(piece.text) for piece in page.pieces if not piece.fault)
    if seen != sum(_ink(line.text) for line in planned.lines):
        yield from _missing(planned, list(_unmatched(page, planned)))
    if page.pictures < planned.pictures:
        count = planned.pictures - page.pictures
        yield Diagnostic("picture_unseen", {"page": planned.label, "count": count})
    if faint:
        count = sum(_ink(piece.text) for piece, _ in faint)
        ratio = min(ratio for _, ratio in faint)
        text = min(faint, key=lambda pair: pair[1])[0].text[:SHOWN]
        values: Values = {"page": planned.label, "count": count, "ratio": ratio, "least": FAINT}
        yield Diagnostic("faint_copy", values, text=text)


def _ink(text: str) -> int:
    """Characters of a text that show."""
    return len(text) if text.isalnum() else len(_NO_INK.sub("", text))


def _judge(page: DrawnPage) -> list[tuple[DrawnText, float]]:
    """Give every piece its fault by what is painted under and over it; return the faint ones."""
    faint: list[tuple[DrawnText, float]] = []
    places: dict[tuple[int, int], int] = {}
    for piece in page.pieces:
        if piece.fault:
            continue
        near = [g for g in page.grounds if g.top <= piece.y <= g.bottom]
        if any(_covers(ground, piece) for ground in near):
            piece.fault = "unseen_covered"
            continue
        ratio = _ratio(piece, near)
        if piece.colour[3] < 0.1:
            piece.fault = "unseen_clear"
        elif ratio < PALE:
            piece.fault = "unseen_pale"
        elif ratio < (FAINT_LARGE if piece.size >= LARGE else FAINT):
            faint.append((piece, ratio))
        place = (round(piece.across[0]), round(piece.y))
        if places.setdefault(place, piece.line) != piece.line and _ink(piece.text):
            piece.fault = piece.fault or "unseen_overprinted"
    return faint


def _covers(ground: Painted, piece: DrawnText) -> bool:
    if ground.order < piece.order or (ground.colour is not None and ground.colour[3] < 0.3):
        return False
    return any(ground.left <= x <= ground.right for x in piece.across)


def _ratio(piece: DrawnText, near: Sequence[Painted]) -> float:
    """The contrast of a piece with what is painted under its middle; large over a picture."""
    if not near:
        return contrast(piece.colour, _WHITE)
    under = [g for g in near if g.order < piece.order and g.holds(piece.across[1], piece.y)]
    ground = _WHITE
    for one in sorted(under, key=lambda g: g.order):
        if one.colour is None:
            return FAINT
        ground = _over(one.colour, ground)
    return contrast(_over(piece.colour, ground), ground)


def _over(colour: Colour, ground: Colour) -> Colour:
    share = colour[3]
    red, green, blue = (
        c * share + g * (1 - share) for c, g in zip(colour[:3], ground[:3], strict=True)
    )
    return (red, green, blue, 1.0)


def _unmatched(page: DrawnPage, planned: PageCopy) -> Iterator[tuple[PlannedLine, str]]:
    """The planned lines that no line of the page shows whole, and why."""
    texts: dict[int, str] = defaultdict(str)
    faults: dict[int, str] = {}
    for piece in page.pieces:
        texts[piece.line] += _NO_INK.sub("", piece.text)
        if piece.fault:
            faults.setdefault(piece.line, piece.fault)
    good = Counter(text for line, text in texts.items() if line not in faults)
    bad: dict[str, list[str]] = defaultdict(list)
    for line, fault in faults.items():
        bad[texts[line]].append(fault)
    for wanted in planned.lines:
        text = _NO_INK.sub("", wanted.text)
        if not text:
            continue
        if good[text]:
            good[text] -= 1
        else:
            yield wanted, bad[text].pop() if bad[text] else "unseen_gone"


def _missing(
    planned: PageCopy, lines: Sequence[tuple[PlannedLine, str]]
) -> Iterator[Diagnostic]:
    """One remark for each story, or part of the furniture, and each reason."""
    groups: dict[tuple[str, int | None, str, str], list[str]] = defaultdict(list)
    for line, why in lines:
        groups[line.story, line.number, line.part, why].append(line.text)
    for (story, number, part, why), texts in groups.items():
        what = Phrase(f"furniture_{part}") if part else Phrase("unseen_story", {"story": story})
        values: Values = {
            "page": planned.label, "what": what, "count": sum(map(_ink, texts)),
            "why": Phrase(why),
        }
        yield Diagnostic("copy_unseen", values, story=number, text=texts[0][:SHOWN])
