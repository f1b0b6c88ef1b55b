"""Blocks that an element is made for: crossheads, lists, tables, pictures, verse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from edition.limits import LIMITS
from edition.model import (
    Block,
    Crosshead,
    Figure,
    ListBlock,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Table,
    Verse,
    copied_text,
    listed,
    plain,
)
from edition.readers.wire.inline import (
    EDGE,
    bare,
    inline_runs,
    line_of,
    line_runs,
    text_of,
    tidied,
)
from edition.readers.wire.markup import Element

HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"))
IMAGES = ("img", "media-reference")
FIGURES = frozenset(("figure", "media", *IMAGES))
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.I)


def made_of(element: Element) -> list[Block]:
    """The blocks an element is made for, such as a list; none for a mere container.

    They hold all of it: an element whose text or pictures they do not hold is a container too.
    """
    tag = element.tag
    made: list[Block | None] = []
    if tag in HEADS:
        made = [_crosshead(element)]
    elif tag in FIGURES:
        made = [_figure(element)]
    elif tag in ("ul", "ol"):
        made = [_list(element)]
    elif tag == "table" and not _is_layout(element):
        made = [*_table(element)]
    elif tag == "pre":
        made = [_verse(element)]
    elif tag == "aside" and "pull" in element.get("class"):
        made = [PullQuote(line_runs(element))]
    found = [block for block in made if block is not None]
    return found if _is_whole(element, found) else []


def pictures(element: Element) -> tuple[str, ...]:
    """Addresses of the pictures below `element`, as they stand, in document order."""
    found = (picture_source(item) for item in element.iter(*IMAGES))
    return tuple(address for address in found if address)


def relative(address: str) -> str | None:
    """A picture's address as a file under the copy's folder, or None when it leads elsewhere."""
    address = address.strip().replace("\\", "/")
    if not address or _SCHEME.match(address) or any(c in address for c in "?#%\n"):
        return None
    path = PurePosixPath(address)
    return None if ".." in path.parts or not path.name else str(path)


def picture_source(element: Element) -> str:
    """Where the element says its picture lies; an empty text where it says nothing."""
    return element.get("src") or element.get("source") or element.get("data-src")


def _is_whole(element: Element, made: list[Block]) -> bool:
    """True when `made` holds all the text and pictures of `element`.

    The order counts too, but for a picture: there the caption stands before the credit.
    """
    given, kept = bare(text_of(element)), bare("".join(map(copied_text, made)))
    images = sum(1 for e in element.iter(*IMAGES) if picture_source(e))
    if element.tag in FIGURES:
        return images < 2 and sorted(given) == sorted(kept)
    return given == kept and not images


def _crosshead(element: Element) -> Block | None:
    parts: list[list[Run]] = [[]]
    for run in inline_runs(element, line_end="\n"):
        first, *rest = run.text.split("\n") if run.text == "\n" else [run.text]
        parts[-1].append(replace(run, text=first))
        parts += [[] for _ in rest]
    texts = tuple(text for part in parts if (text := plain(tidied(part))))
    return Crosshead(texts) if texts else None


def _figure(element: Element) -> Block | None:
    image = next((e for e in element.iter(*IMAGES) if picture_source(e)), None)
    address = picture_source(image) if image else ""
    caption = tidied([
        run for found in element.iter("figcaption", "media-caption", "caption")
        for run in inline_runs(found)
    ])
    credit = "".join(line_of(found) for found in element.iter("media-producer")) or None
    alt = (image.get("alt") or image.get("alternate-text") if image else "") or None
    src = relative(address) if address else None
    if not (src or caption or credit):
        return None
    return Figure(src, caption, credit, alt)


def _list(element: Element) -> Block | None:
    items: list[Runs] = []
    if any(True for _ in element.iter(*FIGURES)):
        return None
    for item in element.iter("li"):
        own = [child for child in item.children
               if isinstance(child, str) or child.tag not in ("ul", "ol")]
        runs = line_runs(replace(item, children=tuple(own)))
        if runs:
            items.append(runs)
    return ListBlock(listed(items, ordered=element.tag == "ol")) if items else None


def _is_layout(table: Element) -> bool:
    """A table that only places things: with pictures or tables inside, or of one column."""
    if any(found is not table for found in table.iter("table", *FIGURES)):
        return True
    rows = list(table.iter("tr"))
    return all(sum(cell.tag in ("td", "th") for cell in row.elements) < 2 for row in rows)


def _table(table: Element) -> Iterator[Block]:
    for caption in table.iter("caption"):
        if runs := line_runs(caption):
            yield Paragraph(runs)
    grid: list[dict[int, Runs]] = []
    taken: set[tuple[int, int]] = set()
    rows = list(table.iter("tr"))
    for at, row in enumerate(rows):
        grid.append({})
        column = 0
        for cell in row.elements:
            if cell.tag not in ("td", "th"):
                continue
            while (at, column) in taken:
                column += 1
            wide, high = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            if len(taken) + wide * high > LIMITS.cells:
                # More room than any table has is not real: then each cell takes its own.
                wide = high = 1
            taken |= {(at + down, column + right)
                      for down in range(min(high, len(rows) - at)) for right in range(wide)}
            grid[-1][column] = line_runs(cell)
            column += wide
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    lines = tuple(tuple(row.get(n, ()) for n in range(width)) for row in grid if any(row.values()))
    if lines:
        header = int(bool(rows) and all(c.tag == "th" for c in rows[0].elements))
        yield Table(lines, header)


def _span(value: str) -> int:
    return min(max(int(value), 1), LIMITS.span) if value.isascii() and value.isdigit() else 1


def _verse(element: Element) -> Block | None:
    lines = text_of(element).split("\n")
    verses = tuple((Run(text),) for line in lines if (text := line.strip(EDGE)))
    return Verse(verses) if verses else None
