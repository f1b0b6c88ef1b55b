"""The body of a story from markup: paragraphs, crossheads, lists, tables, pictures, in order."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model import Block, Crosshead, Figure, Mark, Paragraph, Run, plain
from edition.readers.wire.elements import (
    FIGURES,
    HEADS,
    IMAGES,
    made_of,
    picture_source,
    relative,
)
from edition.readers.wire.inline import (
    CONTAINERS,
    EDGE,
    SKIPPED,
    WHITE,
    Style,
    run_of,
    styled,
    text_of,
    tidied,
)
from edition.readers.wire.markup import COMMENT, Element

_SENTENCE_END = "。！？；，、：…!?;,"
_CROSSHEAD = 40
"""Most characters of a paragraph in bold that is taken for a crosshead."""


def blocks(element: Element) -> tuple[Block, ...]:
    """The blocks of a body in document order; of what it skips, `left_out` tells."""
    flow = _Flow()
    flow.children(element, Style())
    flow.flush()
    return tuple(flow.found)


def left_out(element: Element) -> tuple[str, ...]:
    """The texts `blocks` skips, in document order, each with its tag before it."""
    return tuple(
        f"{found.tag}: {text}" for found in _skipped(element)
        if (text := WHITE.sub(" ", text_of(found, frozenset())).strip(EDGE))
    )


class _Flow:
    """One pass over a body. Runs gather until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.runs: list[Run] = []

    def children(self, element: Element, style: Style) -> None:
        for child in element.children:
            if isinstance(child, str):
                self.runs.append(run_of(child, style))
            elif child.tag not in SKIPPED:
                self.element(child, style)

    def element(self, element: Element, style: Style) -> None:
        made = made_of(element)
        if made:
            self.flush()
            self.found += made
        elif element.tag == "br" or element.tag in CONTAINERS | HEADS | FIGURES:
            self.flush()
            if element.tag in IMAGES and (src := relative(picture_source(element))):
                self.found.append(Figure(src, alt=element.get("alt") or None))
            self.children(element, style)
            self.flush()
        else:
            self.children(element, styled(element, style))

    def flush(self) -> None:
        """End the paragraph that is open."""
        runs, self.runs = tidied(self.runs), []
        if not runs:
            return
        text = plain(runs)
        bold = all(Mark.STRONG in run.marks or not run.text.strip() for run in runs)
        if bold and len(text) <= _CROSSHEAD and text[-1] not in _SENTENCE_END:
            self.found.append(Crosshead((text,)))
        else:
            self.found.append(Paragraph(runs))


def _skipped(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.tag in SKIPPED:
            if child.tag != COMMENT:
                yield child
        else:
            yield from _skipped(child)
