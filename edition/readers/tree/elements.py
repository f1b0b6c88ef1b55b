"""Blocks that an element is made for: crossheads, lists, tables, pictures, verse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from edition.model import (
    Block,
    Crosshead,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    PullQuote,
    Run,
    Runs,
    Verse,
    copied_text,
    plain,
)
from edition.readers.tree.captions import split_credit
from edition.readers.tree.grids import table_of
from edition.readers.tree.inline import (
    EDGE,
    SKIPPED,
    TreeStyle,
    bare,
    inline_runs,
    line_of,
    line_runs,
    noted_run,
    text_of,
    tidied,
)
from edition.readers.tree.nodes import FOOTNOTE, NOTEREF, Element

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
    elif tag == FOOTNOTE:
        made = [_note(element)]
    elif tag == "dl":
        made = [_terms(element)]
    elif tag == "table" and not _is_layout(element):
        made = [table_of(element)]
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
    address = unquote(address.strip()).replace("\\", "/")
    if not address or _SCHEME.match(address) or any(c in address for c in "?#%\n"):
        return None
    path = PurePosixPath(address)
    return None if ".." in path.parts or not path.name else str(path)


def picture_source(element: Element) -> str:
    """Where the element says its picture lies; an empty text for one that only counts readers."""
    if element.get("width") in ("0", "1") and element.get("height") in ("0", "1"):
        return ""
    return element.get("src") or element.get("source")


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
    if credit is None:
        caption, credit = split_credit(caption)
    alt = (image.get("alt") or image.get("alternate-text") if image else "") or None
    src = relative(address) if address else None
    if not (src or caption or credit):
        return None
    return Figure(src, caption, credit, alt)


def _is_layout(table: Element) -> bool:
    """A table that only places things: with pictures or tables inside, or of one column."""
    if any(found is not table for found in table.iter("table", *FIGURES)):
        return True
    rows = list(table.iter("tr"))
    return all(sum(cell.tag in ("td", "th") for cell in row.elements) < 2 for row in rows)


def _note(element: Element) -> Block:
    """A note: its label is its first child, its words are the others."""
    words = replace(element, children=element.children[1:])
    return Footnote(element.get("label"), line_runs(words), id=element.get("note"))


def _terms(element: Element) -> Block | None:
    """The terms of a `dl`, each with what it says; several sayings stand below one another.

    A saying that holds a list, a table or lines of its own is no row, and stands as what it is.
    """
    if element.first("ul", "ol", "table", "pre", "dl") is not None:
        return None
    rows: list[EntryRow] = []
    label: Runs = ()
    for part in _terms_in(element):
        runs = line_runs(part)
        if part.tag == "dt":
            rows += [EntryRow(label, ())] if label else []
            label = runs
        elif runs:
            rows.append(EntryRow(label, runs))
            label = ()
    rows += [EntryRow(label, ())] if label else []
    return Entries(tuple(rows)) if rows else None


def _terms_in(element: Element) -> Iterator[Element]:
    """Terms and sayings in order; one that was not closed holds those behind it."""
    for child in element.elements:
        if child.tag in ("dt", "dd"):
            inner = [e for e in child.elements if e.tag in ("dt", "dd")]
            own = tuple(c for c in child.children if not any(c is e for e in inner))
            yield replace(child, children=own)
            yield from _terms_in(replace(child, children=tuple(inner)))
        elif child.tag == "div":
            yield from _terms_in(child)


def _verse(element: Element) -> Block | None:
    if element.first(NOTEREF) is None:
        lines = text_of(element).split("\n")
        plainly = tuple((Run(text),) for line in lines if (text := line.strip(EDGE)))
        return Verse(plainly) if plainly else None
    verses: list[list[Run]] = [[]]
    for run in _typed_runs(element):
        first, *rest = [run] if run.note else [Run(text) for text in run.text.split("\n")]
        verses[-1].append(first)
        verses += [[line] for line in rest]
    found = tuple(verse for runs in verses if (verse := tidied(runs)))
    return Verse(found) if found else None


def _typed_runs(element: Element) -> Iterator[Run]:
    """The characters of a text set as it was typed, and its marks of notes."""
    for child in element.children:
        if isinstance(child, str):
            yield Run(child)
        elif child.tag == NOTEREF:
            yield noted_run(child, TreeStyle())
        elif child.tag not in SKIPPED:
            if child.tag == "br":
                yield Run("\n")
            yield from _typed_runs(child)
