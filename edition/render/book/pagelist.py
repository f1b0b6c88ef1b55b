"""The printed pages as marks in the book (EPUB Accessibility 1.1, page navigation).

A mark stands before the first block of a page in print order. A story that jumps would make
a reader believe the next story stands on the page of its end, so wherever reading order comes
back to another page than the one last marked, the mark is set again under the same label.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edition.printed import PrintedPage


@dataclass(frozen=True, slots=True)
class Marker:
    """One page mark in a document: an empty element with this id and spoken label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class PageTarget:
    """One entry of the page-list: where in the book the top of a printed page is."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class PageMap:
    """All marks of a book by the id of the block they stand before, and the page-list."""

    before: dict[str, tuple[Marker, ...]]
    targets: tuple[PageTarget, ...]
    label_of: dict[str, str]
    """Label of the page a block starts on, for every block the pages name."""


def map_pages(pages: tuple[PrintedPage, ...], reading: Iterable[tuple[str, str]]) -> PageMap:
    """Place the marks of `pages`.

    `reading` gives every (block id, document path) of the book in reading order. Ids that the
    book does not have are passed over. A page on which no block starts is marked where the
    block begins that runs on to it, because that is the nearest place a reader can jump to.
    """
    order = list(reading)
    page_of, tops = _placed(pages, order)
    before: dict[str, tuple[Marker, ...]] = {}
    entries: list[tuple[int, int, PageTarget]] = []
    current: PrintedPage | None = None
    for block, path in order:
        here = page_of.get(block)
        marked = [(page, f"page-{page.number}", 0) for page in tops.get(block, ())]
        if here and here != current and here not in (page for page, _, _ in marked):
            marked.append((here, f"page-{here.number}-{block}", 1))
        if marked:
            before[block] = tuple(Marker(anchor, page.label) for page, anchor, _ in marked)
            entries += [
                (page.number, again, PageTarget(page.label, f"{path}#{anchor}"))
                for page, anchor, again in marked
            ]
        current = here or current
    entries.sort(key=lambda entry: entry[:2])
    return PageMap(
        before=before,
        targets=tuple(target for _, _, target in entries),
        label_of={block: page.label for block, page in page_of.items()},
    )


def _placed(
    pages: tuple[PrintedPage, ...], order: list[tuple[str, str]]
) -> tuple[dict[str, PrintedPage], dict[str, list[PrintedPage]]]:
    """The page each block begins on, and the pages marked before each block."""
    paths = dict(order)
    page_of: dict[str, PrintedPage] = {}
    tops: dict[str, list[PrintedPage]] = {}
    last = order[0][0] if order else ""
    for page in pages:
        known = [block for block in page.blocks if block in paths]
        for block in known:
            page_of.setdefault(block, page)
        top = known[0] if known else last
        if top:
            tops.setdefault(top, []).append(page)
        last = known[-1] if known else last
    return page_of, tops
