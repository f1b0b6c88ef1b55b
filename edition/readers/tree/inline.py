"""Inline markup: its characters, and the runs they make with their marks and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.copy.clean import unspaced
from edition.copy.links import is_link
from edition.model import Mark, Run, Runs, plain
from edition.readers.tree.nodes import (
    BACK,
    COMMENT,
    FOOTNOTE,
    HEADMARK,
    HIDDEN,
    ITEM,
    NOTEREF,
    STRUCK,
    Element,
    Node,
)

SKIPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "form", "button",
    "input", "select", "textarea", "nav", "svg", "math", "audio", "video", "canvas", "link",
    "meta", "title", "head", "base", "rp", "annotation", "annotation-xml", "dialog",
    COMMENT, HIDDEN, STRUCK, BACK, HEADMARK,
))
"""What is never copy. `left_out` names those that hold text."""
CONTAINERS = frozenset((
    "html", "body", "div", "section", "article", "main", "header", "footer", "p", "block",
    "blockquote", "bq", "center", "dl", "dt", "dd", "address", "aside", "hr", "hedline",
    "body.content", "body.head", "body.end", "tagline", "content", "inlinexml", "fn", "ol", "ul",
    "menu", "dir", "table", "tbody", "tr", "td", "th", "li", "pre", "figcaption", "caption",
    "abstract", "datasource", "details", "summary", "fieldset", "credit", "lede", "note",
    "media-caption", "media-producer", FOOTNOTE, ITEM,
))
_MARKS = {
    "strong": Mark.STRONG, "b": Mark.STRONG, "em": Mark.EMPHASIS, "i": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS, "sup": Mark.SUPER, "sub": Mark.SUB, "code": Mark.CODE, "tt": Mark.CODE,
    "kbd": Mark.CODE, "samp": Mark.CODE,
}
SHARED_MARKS = "“”‘’—…·"
"""marks that Chinese shares with Latin type: beside a Chinese character they are Chinese; the
other marks of Chinese are wide"""
WHITE = re.compile(r"[ \t\r\n\f]+")
EDGE = " \t\r\n\f\xa0\u3000\u200b\u202f" + "".join(map(chr, range(0x2000, 0x200B)))
"""blanks that count for nothing at the ends of a paragraph"""


@dataclass(frozen=True, slots=True)
class TreeStyle:
    """How the characters are set where the walk stands."""

    marks: frozenset[Mark] = frozenset()
    href: str | None = None
    lang: str | None = None


def text_of(element: Element, skip: frozenset[str] = SKIPPED) -> str:
    """All characters below `element` in document order, without those below `skip`."""
    return "".join(_texts(element, skip))


def line_of(element: Element | None) -> str:
    """The text of a headline or a byline as one line, white space made single."""
    return "" if element is None else plain(line_runs(element))


def line_runs(element: Element) -> Runs:
    """The runs of one line: a caption, a cell, an item."""
    return tidied(list(inline_runs(element)))


def bare(text: str) -> str:
    """The characters of `text` that count as copy: no white space, no zero-width space."""
    return unspaced(text.replace("\u200b", ""))


def safe_link(address: str) -> str | None:
    """`address` when it is one of http, https or mailto."""
    address = address.strip()
    return address if is_link(address) else None


def inline_runs(
    element: Element, style: TreeStyle | None = None, line_end: str = " "
) -> Iterator[Run]:
    """The runs below `element` as they come; a `br` becomes `line_end`."""
    style = style or TreeStyle(lang=lang_of(element, None))
    for child in element.children:
        if isinstance(child, str):
            yield run_of(child, style)
        elif child.tag == "br":
            yield Run(line_end)
            yield from inline_runs(child, style, line_end)
        elif child.tag == "ruby":
            yield from ruby_runs(child, style)
        elif child.tag == NOTEREF:
            yield noted_run(child, style)
        elif child.tag not in SKIPPED:
            if child.tag in CONTAINERS:
                yield Run(" ")
            yield from inline_runs(child, styled(child, style), line_end)


def ruby_runs(ruby: Element, style: TreeStyle) -> Iterator[Run]:
    """The characters of a `ruby`, each stretch of them with the reading that follows it."""
    base: list[Run] = []
    reading = ""
    for child in ruby.children:
        if isinstance(child, Element) and child.tag in ("rt", "rtc"):
            reading += text_of(child)
        elif isinstance(child, str) and not child.strip():
            continue
        else:
            if reading:
                yield from _read(base, reading)
                base, reading = [], ""
            base += inline_runs(Element("span", {}, (child,)), style)
    yield from _read(base, reading)


def _read(base: list[Run], reading: str) -> Iterator[Run]:
    """One run of characters with its reading; a reading of nothing is text."""
    text, said = "".join(run.text for run in base).strip(), " ".join(reading.split())
    if not said or not text:
        yield from (base if text else [Run(said)])
    else:
        yield replace(base[0], text=text, ruby=said)


def styled(element: Element, style: TreeStyle) -> TreeStyle:
    """The style inside `element`, which stands in `style`."""
    mark = _MARKS.get(element.tag)
    marks = style.marks | {mark} if mark else style.marks
    link = safe_link(element.get("href")) if element.tag == "a" else None
    return TreeStyle(marks, link or style.href, lang_of(element, style.lang))


_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_MAINLAND = re.compile(r"zh(?:-(?:hans|cn|sg|my)(?:-[a-z0-9]+)*)?", re.IGNORECASE)
_AS_IT_IS = "und"
"""The language of characters that nothing is to change: `translate="no"`."""


def lang_of(element: Element, around: str | None) -> str | None:
    """The language inside `element` where it is another than the copy's own, else that around."""
    if element.get("translate") == "no":
        return _AS_IT_IS
    tag = element.get("lang") or element.get("xml:lang")
    return known_lang_of(tag) if _TAG.fullmatch(tag) else around


def is_own_lang(tag: str) -> bool:
    """True for a tag of the copy's own language."""
    return _MAINLAND.fullmatch(tag) is not None


def known_lang_of(tag: str) -> str | None:
    """A tag of another language than the copy's own; None for what is none."""
    return tag if _TAG.fullmatch(tag) and not _MAINLAND.fullmatch(tag) else None


def noted_run(mark: Element, style: TreeStyle) -> Run:
    """The mark of a note."""
    return replace(
        run_of(text_of(mark), replace(style, marks=style.marks | {Mark.SUPER})), href=None,
        note=mark.get("note"),
    )


def run_of(text: str, style: TreeStyle) -> Run:
    """Characters of the markup as a run."""
    return Run(_white(text), tuple(sorted(style.marks)), style.href, style.lang)


def _white(text: str) -> str:
    """White space made single; a line end inside Chinese is none at all."""
    return WHITE.sub(lambda m: "" if "\n" in m.group() and _han(text, m) else " ", text)


def _han(text: str, gap: re.Match[str]) -> bool:
    before = text[max(0, gap.start() - 1) : gap.start()]
    after = text[gap.end() : gap.end() + 1]
    sides = [one >= "\u2e80" for one in (before, after) if one]
    marks = [one in SHARED_MARKS for one in (before, after)]
    return len(sides) == 2 and (all(sides) or (any(sides) and any(marks)))


def tidied(runs: list[Run]) -> Runs:
    """Runs without white at the ends, alike neighbours joined, empty ones gone."""
    joined: list[Run] = []
    for run in runs:
        text = run.text
        if not joined:
            text = text.lstrip(EDGE)
        elif joined[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            continue
        last = joined[-1] if joined else None
        if last and not (last.ruby or run.ruby or last.note or run.note) and (
            (last.marks, last.href, last.lang) == (run.marks, run.href, run.lang)
        ):
            joined[-1] = replace(last, text=last.text + text)
        else:
            joined.append(replace(run, text=text))
    while joined:
        text = joined[-1].text.rstrip(EDGE)
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
