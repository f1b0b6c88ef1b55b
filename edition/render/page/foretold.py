"""Which ids begin on which page, told from the HTML before it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from edition.printed import PageCopy, PrintedPage

_MARK = re.compile(r"""<section\b[^>]*\bclass="page\b|\bid="([^"]*)\"""")


def pages_foretold(html: str, planned: Sequence[PageCopy]) -> tuple[PrintedPage, ...]:
    """The pages with the ids that begin on them, in the order of the HTML, and what goes on there.

    What is drawn may differ where a pack has a page of its own kind: ask the drawn paper.
    """
    found: list[list[str]] = []
    seen: set[str] = set()
    for name in _marks(html):
        if name is None:
            found.append([])
        elif found and name not in seen:
            seen.add(name)
            found[-1].append(name)
    return tuple(
        PrintedPage(number, copy.label, tuple(names), copy.continued)
        for number, (copy, names) in enumerate(zip(planned, found, strict=False), 1)
    )


def _marks(html: str) -> Iterator[str | None]:
    """None where a page begins, else an id."""
    for mark in _MARK.finditer(html):
        name = mark.group(1)
        yield None if name is None else unescape(name)
