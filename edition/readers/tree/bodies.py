"""The body of a story from markup: paragraphs, crossheads, lists, tables, pictures, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.model import Block, Crosshead, Figure, ListBlock, ListItem, Mark, Paragraph, Run, plain
from edition.readers.outlined.servicelines import parted_lines
from edition.readers.tree.captions import is_caption, split_credit
from edition.readers.tree.elements import (
    FIGURES,
    HEADS,
    IMAGES,
    made_of,
    picture_source,
    relative,
)
from edition.readers.tree.inline import (
    CONTAINERS,
    EDGE,
    SKIPPED,
    WHITE,
    TreeStyle,
    lang_of,
    noted_run,
    ruby_runs,
    run_of,
    styled,
    text_of,
    tidied,
)
from edition.readers.tree.labels import LISTS, item_labels
from edition.readers.tree.nodes import BACK, COMMENT, HEADMARK, HIDDEN, NOTEREF, STRUCK, Element

_SENTENCE_END = "。！？；，、：…!?;,"
_CROSSHEAD = 40
"""Most characters of a paragraph in bold that is taken for a crosshead."""
_NUMBER = re.compile(
    r"(?:part|no)?[.\s]{0,2}[0-9]{1,2}[.、]?|[（(]?[一二三四五六七八九十]{1,3}[）)、]?", re.I
)
"""a line that is only the number of the crosshead below it"""


def blocks(element: Element) -> tuple[Block, ...]:
    """The blocks of a body in document order; of what it skips, `left_out` tells."""
    flow = _Flow()
    flow.children(element, TreeStyle())
    flow.flush()
    return tuple(flow.blocks())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An element whose text is not printed: its tag, and that text."""

    tag: str
    text: str

    @property
    def kind(self) -> str:
        """The kind of remark that names it."""
        if self.tag == STRUCK:
            return "struck_left_out"
        if self.tag == HEADMARK:
            return "note_on_heading"
        return "formula_left_out" if self.tag == "math" else "left_out"

    @property
    def what(self) -> str:
        """The phrase that says what it is."""
        return "hidden_text" if self.tag == HIDDEN else "no_copy"

    @property
    def told(self) -> str:
        """Its text, behind its tag where that says something."""
        return self.text if self.tag[0] == "!" or self.tag == "math" else f"{self.tag}: {self.text}"


def left_out(element: Element) -> tuple[LeftOut, ...]:
    """What `blocks` skips, in document order."""
    return tuple(
        LeftOut(found.tag, text) for found in _skipped(element)
        if (text := WHITE.sub(" ", text_of(found, frozenset())).strip(EDGE))
    )


class _Flow:
    """One pass over a body. Runs gather until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.items: dict[int, list[ListItem]] = {}
        """the items of each list, by the place of its block"""
        self.runs: list[Run] = []
        self.inside = False
        """True inside an item"""
        self.lists = 0
        """how many lists the walk stands in"""
        self.label = ListItem(())
        """label and level of the item that begins"""
        self.listing = False
        """True when the last block is the list the walk stands in"""
        self.picture = ""
        """`near` or `far` when a picture without a caption stood last: beside the copy, or not"""

    def children(self, element: Element, style: TreeStyle) -> None:
        for child in element.children:
            if isinstance(child, str):
                self.runs.append(run_of(child, style))
            elif child.tag not in SKIPPED:
                self.element(child, style)

    def element(self, element: Element, style: TreeStyle) -> None:
        made = made_of(element)
        if made:
            self.flush()
            self.listing = False
            self.found += made
            bare = isinstance(made[-1], Figure) and not (made[-1].caption or made[-1].credit)
            self.picture = "near" if bare else ""
        elif element.tag in LISTS:
            self.list(element, style)
        elif element.tag == NOTEREF:
            self.runs.append(noted_run(element, style))
        elif element.tag == "ruby":
            self.runs += ruby_runs(element, style)
        elif element.tag == "br" or element.tag in CONTAINERS | HEADS | FIGURES:
            self.flush()
            first = len(self.found)
            if element.tag in IMAGES:
                self.image(element)
            self.children(element, replace(style, lang=lang_of(element, style.lang)))
            self.flush()
            if any(child.tag == "br" for child in element.elements):
                self.lines(first)
        else:
            self.children(element, styled(element, style))

    def lines(self, first: int) -> None:
        """The paragraphs since `first`, which breaks part, as what their lines are."""
        made = self.found[first:]
        rows = [block.runs for block in made if isinstance(block, Paragraph)]
        if rows and len(rows) == len(made):
            self.found[first:] = parted_lines(rows)

    def image(self, element: Element) -> None:
        """A picture that stands by itself; words that follow it may be its caption."""
        if not picture_source(element):
            return
        if src := relative(picture_source(element)):
            self.listing = False
            self.found.append(Figure(src, alt=element.get("alt") or None))
        self.picture = "near" if src else "far"

    def list(self, element: Element, style: TreeStyle) -> None:
        """A list; what stands in it beside its items is text."""
        self.flush()
        labels = {id(item): label for item, label in item_labels(element, self.lists)}
        if not self.lists:
            self.listing = False
        self.lists += 1
        kept, inside, self.inside = self.label, self.inside, False
        for child in element.children:
            if isinstance(child, str):
                self.runs.append(run_of(child, style))
            elif child.tag not in SKIPPED:
                self.flush()
                self.inside = id(child) in labels
                self.label = labels.get(id(child), ListItem((), self.lists - 1))
                self.element(replace(child, tag="div") if self.inside else child, style)
                self.flush()
                self.inside = False
        self.flush()
        self.lists -= 1
        self.label, self.inside = ListItem((), kept.level), inside

    def flush(self) -> None:
        """End the paragraph that is open."""
        runs, self.runs = tidied(self.runs), []
        if not runs:
            return
        text = plain(runs)
        pictured, self.picture = self.picture, ""
        if pictured and is_caption(text):
            self.caption(runs, near=pictured == "near")
        elif self.inside:
            self.item(runs)
        elif _is_bold(runs, text):
            self.crosshead(text)
        else:
            self.found.append(Paragraph(runs))

    def crosshead(self, text: str) -> None:
        """A crosshead; a number that stands alone above it is its first part."""
        before = self.found[-1] if self.found else None
        above = ""
        if isinstance(before, Crosshead) and len(before.parts) == 1:
            above = before.parts[0]
        elif isinstance(before, Paragraph):
            above = plain(before.runs)
        if _NUMBER.fullmatch(above):
            self.found[-1] = Crosshead((above, text))
        else:
            self.found.append(Crosshead((text,)))

    def caption(self, runs: tuple[Run, ...], *, near: bool) -> None:
        """The caption of the picture that stood last, whether or not it lies beside the copy."""
        words, credit = split_credit(runs)
        last = self.found[-1] if self.found else None
        if near and isinstance(last, Figure):
            self.found[-1] = replace(last, caption=words, credit=credit)
        else:
            self.found.append(Figure(None, words, credit))

    def item(self, runs: tuple[Run, ...]) -> None:
        """An item, or a further paragraph of one, which has no label."""
        item, self.label = replace(self.label, runs=runs), ListItem((), self.label.level)
        if not (self.listing and self.found and isinstance(self.found[-1], ListBlock)):
            self.found.append(ListBlock(()))
        self.items.setdefault(len(self.found) - 1, []).append(item)
        self.listing = True

    def blocks(self) -> Iterator[Block]:
        """What was found, its lists with their items."""
        for at, block in enumerate(self.found):
            items = self.items.get(at)
            yield ListBlock(tuple(items)) if items else block


def _is_bold(runs: tuple[Run, ...], text: str) -> bool:
    """True for a short line all in bold that ends as no sentence does."""
    bold = all(Mark.STRONG in run.marks or not run.text.strip() for run in runs)
    readings = any(run.ruby for run in runs)
    return bold and not readings and len(text) <= _CROSSHEAD and text[-1] not in _SENTENCE_END


def _skipped(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.tag in SKIPPED:
            if child.tag not in (COMMENT, "rp", BACK):
                yield child
        else:
            yield from _skipped(child)
