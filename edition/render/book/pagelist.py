"""The printed pages as marks in the book (EPUB Accessibility 1.1, page navigation).

A mark stands before the first block of a page in print order. A story that jumps would make
a reader believe the next story stands on the page of its end, so wherever reading order comes
back to another page than the one last marked, the mark is set again under the same label. Where
a page cuts a block, the mark stands in it, between the very characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

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
    within: dict[str, tuple[tuple[int, tuple[Marker, ...]], ...]] = field(default_factory=dict)
    """Marks inside a block, each behind so many of its characters, white space not counted."""

    def parts(self, block: str) -> tuple[str, ...]:
        """What `label_of` calls the parts of a block that stand behind its marks, in order."""
        return tuple(_part(block, at) for at, _ in self.within.get(block, ()))


def map_pages(pages: tuple[PrintedPage, ...], reading: Iterable[tuple[str, str]]) -> PageMap:
    """Place the marks of `pages`.

    `reading` gives every (block id, document path) of the book in reading order. Ids that the
    book does not have are passed over. A page on which no block starts is marked where the
    block begins that runs on to it, because that is the nearest place a reader can jump to.
    """
    cuts = _cuts(pages)
    order = [
        (part, path) for block, path in reading for part in (block, *cuts.get(block, {}))
    ]
    page_of, tops = _placed(pages, order)
    before: dict[str, tuple[Marker, ...]] = {}
    entries: list[tuple[int, int, PageTarget]] = []
    current: PrintedPage | None = None
    for block, path in order:
        here = page_of.get(block)
        marked = [(page, f"page-{page.number}", 0) for page in tops.get(block, ())]
        if here and here != current and here not in (page for page, _, _ in marked):
            marked.append((here, f"page-{here.number}-{block.replace('@', '-')}", 1))
        if marked:
            before[block] = tuple(Marker(anchor, page.label) for page, anchor, _ in marked)
            entries += [
                (page.number, again, PageTarget(page.label, f"{path}#{anchor}"))
                for page, anchor, again in marked
            ]
        current = here or current
    entries.sort(key=lambda entry: entry[:2])
    return PageMap(
        before={block: marks for block, marks in before.items() if "@" not in block},
        within={
            block: tuple((at, before[part]) for part, at in parts.items() if part in before)
            for block, parts in cuts.items()
        },
        targets=tuple(target for _, _, target in entries),
        label_of={block: page.label for block, page in page_of.items()},
    )


def _cuts(pages: tuple[PrintedPage, ...]) -> dict[str, dict[str, int]]:
    """The parts of each block that pages cut, `s01b02@31` behind 31 of its characters."""
    found: dict[str, dict[str, int]] = {}
    for page in pages:
        for one in page.continued:
            found.setdefault(one.block, {})[_part(one.block, one.before)] = one.before
    return found


def _in_print_order(page: PrintedPage) -> list[str]:
    """The blocks that begin on a page, and the parts of those that go on."""
    order = list(page.blocks)
    for one in page.continued:
        at = order.index(one.ahead_of) if one.ahead_of in order else len(order)
        order.insert(at, _part(one.block, one.before))
    return order


def _part(block: str, before: int) -> str:
    return f"{block}@{before}"


def _placed(
    pages: tuple[PrintedPage, ...], order: list[tuple[str, str]]
) -> tuple[dict[str, PrintedPage], dict[str, list[PrintedPage]]]:
    """The page each block begins on, and the pages marked before each block."""
    paths = dict(order)
    page_of: dict[str, PrintedPage] = {}
    tops: dict[str, list[PrintedPage]] = {}
    last = order[0][0] if order else ""
    for page in pages:
        known = [block for block in _in_print_order(page) if block in paths]
        for block in known:
            page_of.setdefault(block, page)
        top = known[0] if known else last
        if top:
            tops.setdefault(top, []).append(page)
        last = known[-1] if known else last
    return page_of, tops
