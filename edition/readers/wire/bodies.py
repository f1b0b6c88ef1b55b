"""The body of a story from markup: paragraphs, crossheads, lists, tables, pictures, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from edition.copy.clean import unspaced
from edition.copy.links import is_link
from edition.limits import LIMITS
from edition.model import (
    Block,
    Crosshead,
    Figure,
    ListBlock,
    Mark,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Table,
    Verse,
    block_text,
    plain,
)
from edition.readers.wire.markup import COMMENT, Element, Node

SKIPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "form", "button",
    "input", "select", "textarea", "nav", "svg", "math", "audio", "video", "canvas", "link",
    "meta", "title", "head", "base", COMMENT,
))
"""What is never copy. `left_out` names those that hold text."""
_CONTAINERS = frozenset((
    "html", "body", "div", "section", "article", "main", "header", "footer", "p", "block",
    "blockquote", "bq", "center", "dl", "dt", "dd", "address", "aside", "hr", "hedline",
    "body.content", "body.head", "body.end", "tagline", "content", "inlinexml", "fn", "ol", "ul",
    "table", "tbody", "tr", "td", "th", "li", "pre", "figcaption", "caption", "abstract",
    "datasource", "details", "summary", "fieldset", "credit", "lede", "note", "media-caption",
    "media-producer",
))
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"))
_IMAGES = ("img", "media-reference")
_FIGURES = frozenset(("figure", "media", *_IMAGES))
_MARKS = {
    "strong": Mark.STRONG, "b": Mark.STRONG, "em": Mark.EMPHASIS, "i": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS, "sup": Mark.SUPER, "code": Mark.CODE, "tt": Mark.CODE,
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.I)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_EDGE = " \t\r\n\f\xa0\u3000\u200b"
_SENTENCE_END = "。！？；，、：…!?;,"
_CROSSHEAD = 40
"""Most characters of a paragraph in bold that is taken for a crosshead."""


@dataclass(frozen=True, slots=True)
class _Style:
    marks: frozenset[Mark] = frozenset()
    href: str | None = None
    lang: str | None = None


def blocks(element: Element) -> tuple[Block, ...]:
    """The blocks of a body in document order; of what it skips, `left_out` tells."""
    flow = _Flow()
    flow.children(element, _Style())
    flow.flush()
    return tuple(flow.found)


def text_of(element: Element, skip: frozenset[str] = SKIPPED) -> str:
    """All characters below `element` in document order, without those below `skip`."""
    return "".join(_texts(element, skip))


def line_of(element: Element | None) -> str:
    """The text of a headline or a byline as one line, white space made single."""
    return "" if element is None else plain(_tidy(list(_inline(element, _Style()))))


def left_out(element: Element) -> tuple[str, ...]:
    """The texts `blocks` skips, in document order, each with its tag before it."""
    return tuple(
        f"{found.tag}: {text}" for found in _skipped(element)
        if (text := _WHITE.sub(" ", text_of(found, frozenset())).strip(_EDGE))
    )


def pictures(element: Element) -> tuple[str, ...]:
    """Addresses of the pictures below `element`, as they stand, in document order."""
    found = (_source(item) for item in element.iter(*_IMAGES))
    return tuple(address for address in found if address)


def relative(address: str) -> str | None:
    """A picture's address as a file under the copy's folder, or None when it leads elsewhere."""
    address = address.strip().replace("\\", "/")
    if not address or _SCHEME.match(address) or any(c in address for c in "?#%\n"):
        return None
    path = PurePosixPath(address)
    return None if ".." in path.parts or not path.name else str(path)


def safe_link(address: str) -> str | None:
    """`address` when it is one of http, https or mailto."""
    address = address.strip()
    return address if is_link(address) else None


class _Flow:
    """One pass over a body. Runs gather until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.runs: list[Run] = []

    def children(self, element: Element, style: _Style) -> None:
        for child in element.children:
            if isinstance(child, str):
                self.runs.append(_run(child, style))
            elif child.tag not in SKIPPED:
                self.element(child, style)

    def element(self, element: Element, style: _Style) -> None:
        made = _made(element)
        if made and _is_whole(element, made):
            self.flush()
            self.found += made
        elif element.tag == "br" or element.tag in _CONTAINERS | _HEADS | _FIGURES:
            self.flush()
            if element.tag in _IMAGES and (src := relative(_source(element))):
                self.found.append(Figure(src, alt=element.get("alt") or None))
            self.children(element, style)
            self.flush()
        else:
            self.children(element, _styled(element, style))

    def flush(self) -> None:
        """End the paragraph that is open."""
        runs, self.runs = _tidy(self.runs), []
        if not runs:
            return
        text = plain(runs)
        bold = all(Mark.STRONG in run.marks or not run.text.strip() for run in runs)
        if bold and len(text) <= _CROSSHEAD and text[-1] not in _SENTENCE_END:
            self.found.append(Crosshead((text,)))
        else:
            self.found.append(Paragraph(runs))


def _made(element: Element) -> list[Block]:
    """The blocks an element is made for, such as a list; none for a mere container."""
    tag = element.tag
    made: list[Block | None] = []
    if tag in _HEADS:
        made = [_crosshead(element)]
    elif tag in _FIGURES:
        made = [_figure(element)]
    elif tag in ("ul", "ol"):
        made = [_list(element)]
    elif tag == "table" and not _is_layout(element):
        made = [*_table(element)]
    elif tag == "pre":
        made = [_verse(element)]
    elif tag == "aside" and "pull" in element.get("class"):
        made = [PullQuote(_tidy(list(_inline(element, _Style()))))]
    return [block for block in made if block is not None]


def _is_whole(element: Element, made: list[Block]) -> bool:
    """True when `made` holds all the text and pictures of `element`; if not, it is no such block.

    The order counts too, but for a picture: there the caption stands before the credit.
    """
    given, kept = bare(text_of(element)), bare("".join(map(block_text, made)))
    images = sum(1 for e in element.iter(*_IMAGES) if _source(e))
    if element.tag in _FIGURES:
        return images < 2 and sorted(given) == sorted(kept)
    return given == kept and not images


def bare(text: str) -> str:
    """The characters of `text` that count as copy: no white space, no zero-width space."""
    return unspaced(text.replace("\u200b", ""))


def _crosshead(element: Element) -> Block | None:
    parts: list[list[Run]] = [[]]
    for run in _inline(element, _Style(), "\n"):
        first, *rest = run.text.split("\n") if run.text == "\n" else [run.text]
        parts[-1].append(replace(run, text=first))
        parts += [[] for _ in rest]
    texts = tuple(text for part in parts if (text := plain(_tidy(part))))
    return Crosshead(texts) if texts else None


def _figure(element: Element) -> Block | None:
    image = next((e for e in element.iter(*_IMAGES) if _source(e)), None)
    address = _source(image) if image else ""
    caption = tuple(_tidy([
        run for found in element.iter("figcaption", "media-caption", "caption")
        for run in _inline(found, _Style())
    ]))
    credit = "".join(line_of(found) for found in element.iter("media-producer")) or None
    alt = (image.get("alt") or image.get("alternate-text") if image else "") or None
    src = relative(address) if address else None
    if not (src or caption or credit):
        return None
    return Figure(src, caption, credit, alt)


def _source(element: Element) -> str:
    return element.get("src") or element.get("source") or element.get("data-src")


def _list(element: Element) -> Block | None:
    items: list[Runs] = []
    if any(True for _ in element.iter(*_FIGURES)):
        return None
    for item in element.iter("li"):
        own = [child for child in item.children
               if isinstance(child, str) or child.tag not in ("ul", "ol")]
        runs = _tidy(list(_inline(replace(item, children=tuple(own)), _Style())))
        if runs:
            items.append(runs)
    return ListBlock(tuple(items), ordered=element.tag == "ol") if items else None


def _is_layout(table: Element) -> bool:
    """A table that only places things: with pictures or tables inside, or of one column."""
    if any(found is not table for found in table.iter("table", *_FIGURES)):
        return True
    rows = list(table.iter("tr"))
    return all(sum(cell.tag in ("td", "th") for cell in row.elements) < 2 for row in rows)


def _table(table: Element) -> Iterator[Block]:
    for caption in table.iter("caption"):
        if runs := _tidy(list(_inline(caption, _Style()))):
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
            grid[-1][column] = _tidy(list(_inline(cell, _Style())))
            column += wide
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    lines = tuple(tuple(row.get(n, ()) for n in range(width)) for row in grid if any(row.values()))
    if lines:
        header = bool(rows) and all(c.tag == "th" for c in rows[0].elements)
        yield Table(lines, header)


def _span(value: str) -> int:
    return min(max(int(value), 1), LIMITS.span) if value.isascii() and value.isdigit() else 1


def _verse(element: Element) -> Block | None:
    lines = text_of(element).split("\n")
    verses = tuple((Run(text),) for line in lines if (text := line.strip(_EDGE)))
    return Verse(verses) if verses else None


def _inline(element: Element, style: _Style, line_end: str = " ") -> Iterator[Run]:
    for child in element.children:
        if isinstance(child, str):
            yield _run(child, style)
        elif child.tag == "br":
            yield Run(line_end)
            yield from _inline(child, style, line_end)
        elif child.tag not in SKIPPED:
            if child.tag in _CONTAINERS:
                yield Run(" ")
            yield from _inline(child, _styled(child, style), line_end)


def _styled(element: Element, style: _Style) -> _Style:
    mark = _MARKS.get(element.tag)
    marks = style.marks | {mark} if mark else style.marks
    link = safe_link(element.get("href")) if element.tag == "a" else None
    return _Style(marks, link or style.href, style.lang)


def _run(text: str, style: _Style) -> Run:
    return Run(_white(text), tuple(sorted(style.marks)), style.href, style.lang)


def _white(text: str) -> str:
    """White space made single; a line end inside Chinese is none at all."""
    return _WHITE.sub(lambda m: "" if "\n" in m.group() and _han(text, m) else " ", text)


def _han(text: str, gap: re.Match[str]) -> bool:
    before, after = text[: gap.start()][-1:], text[gap.end() : gap.end() + 1]
    return bool(before and after) and min(before, after) >= "\u2e80"


def _tidy(runs: list[Run]) -> Runs:
    """Runs without white at the ends, alike neighbours joined, empty ones gone."""
    joined: list[Run] = []
    for run in runs:
        text = run.text
        if not joined:
            text = text.lstrip(_EDGE)
        elif joined[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            continue
        last = joined[-1] if joined else None
        if last and (last.marks, last.href, last.lang) == (run.marks, run.href, run.lang):
            joined[-1] = replace(last, text=last.text + text)
        else:
            joined.append(replace(run, text=text))
    while joined:
        text = joined[-1].text.rstrip(_EDGE)
        if text:
            joined[-1] = replace(joined[-1], text=text)
            break
        joined.pop()
    return tuple(joined)


def _texts(node: Node, skip: frozenset[str]) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif node.tag not in skip:
        if node.tag == "br":
            yield "\n"
        for child in node.children:
            yield from _texts(child, skip)


def _skipped(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.tag in SKIPPED:
            if child.tag != COMMENT:
                yield child
        else:
            yield from _skipped(child)
