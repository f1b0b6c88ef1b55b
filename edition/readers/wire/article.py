"""The reader of web pages: Founder's marks, else schema.org and the element that holds the text.

The library only says which words are the article; the words themselves come from the page, so
that nothing of it is lost. What stands around the article goes to the furniture.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import trafilatura

from edition.copy.read import Read
from edition.errors import Diagnostic, UnreadableInput
from edition.model import Crosshead, Figure, ListBlock, Table, Verse, block_text, plain
from edition.readers.wire.bodies import bare, blocks, line_of, text_of
from edition.readers.wire.founder import founder_parts
from edition.readers.wire.markup import Element, Node, decoded_html, parse_html_text
from edition.readers.wire.nitf import title_text
from edition.readers.wire.storyparts import Parts, info, one_line, read_parts, story_of
from edition.sidecar.parse import Sidecar

_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "OpinionNewsArticle", "BlogPosting")
_COVERED = 0.9
"""Share of the article's characters the element that holds it must have."""
_SAMPLE = 300
"""Lines of the article that are looked for in the page."""
_BYLINE = 60
"""Most characters of an element that is taken for a byline."""


@dataclass(frozen=True, slots=True)
class _Head:
    headline: str = ""
    deck: str = ""
    byline: str = ""
    section: str = ""
    text: str = ""


_MARKS = 100_000
"""tags a page may hold; islands and tags are looked for many times"""
_DEEP = 20
"""levels of lists that the description of an article may nest"""


def read_article(data: bytes, name: str, sidecar: Sidecar) -> Read:
    """Read a web page with one or more stories. Raises UnreadableInput as `parse_html` does."""
    if data.count(b"<") > _MARKS:
        raise UnreadableInput(
            "the page holds too many tags", where=name, why=f"The limit is {_MARKS}",
            todo="Save only the article",
        )
    text = decoded_html(data, name)
    root = parse_html_text(text, name)
    parts = founder_parts(text, root, name)
    around = _around(root, parts) if parts else []
    if not parts:
        part, around = _article(root, text)
        parts = (part,)
    return read_parts(parts, data, name, sidecar, around, _told(around, name))


def _told(around: Sequence[str], name: str) -> Iterator[Diagnostic]:
    if around:
        yield info("around_article", f"{len(around)} lines around the article went to the "
                   "furniture.", name, text=around[0][:60])


def _around(root: Element, parts: Sequence[Parts]) -> list[str]:
    """The lines of a page that are no line of its stories."""
    known: set[str] = set()
    for part in parts:
        story = story_of(part)
        known |= {bare(t) for t in (part.kicker, part.headline, part.deck, part.byline)}
        known |= {bare(text) for _, text in part.aside}
        known |= {bare(line) for block in story.body for line in _block_lines(block)}
    return [line for line in _lines(root) if bare(line) not in known]


def _article(root: Element, text: str) -> tuple[Parts, list[str]]:
    """The one story of a page, and the lines that stand around it."""
    head = _json_ld(root)
    words = [line for line in head.text.split("\n") if line.strip()]
    body = _marked(root) or _holder(root, words or _extracted(text))
    heading = _heading(root, body)
    signed = _signed(body)
    taken = [e for e in (heading, signed) if e is not None]
    around = _lines(_without(root, [body, *taken]))
    headline = line_of(heading) or head.headline or title_text(root.first("title"))
    aside = [("The page's title", title_text(root.first("title"))),
             ("The headline for machines", head.headline)]
    byline = line_of(signed) or _if_absent(head.byline or _meta(root, "author"), body)
    return Parts(
        headline=headline, deck=_if_absent(head.deck, root), byline=byline,
        section=head.section or None, body=(_without(body, taken),),
        aside=tuple((label, text) for label, text in aside if text and text != headline),
    ), around


def _marked(root: Element) -> Element | None:
    """The element the page itself names as its article, when there is just one."""
    bodies = [e for e in root.iter() if e.get("itemprop") == "articleBody"]
    for found in (bodies, list(root.iter("article"))):
        if len(found) == 1 and text_of(found[0]).strip():
            return found[0]
    return None


def _extracted(text: str) -> list[str]:
    found = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_recall=True,
        output_format="txt", deduplicate=False,
    )
    return [line for line in (found or "").split("\n") if line.strip()]


def _holder(root: Element, words: Sequence[str]) -> Element:
    """The smallest element that holds nearly all of `words`."""
    here = root.first("body") or root
    lines = [bare(line.lstrip("-|# ")) for line in words[:_SAMPLE]]
    whole = sum(map(len, lines))
    while whole:
        inner = next((e for e in here.elements if _share(e, lines) >= _COVERED * whole), None)
        if inner is None or inner.tag == "p":
            break
        here = inner
    return here


def _share(element: Element, lines: Sequence[str]) -> int:
    text = bare(text_of(element))
    return sum(len(line) for line in lines if line in text)


def _heading(root: Element, body: Element) -> Element | None:
    """The first h1 of the article, or of the page."""
    return next((e for place in (body, root) for e in place.iter("h1") if line_of(e)), None)


def _signed(body: Element) -> Element | None:
    """The element of the article that names itself its byline."""
    for e in body.iter():
        names = f"{e.get('class')} {e.get('rel')} {e.get('itemprop')}".lower()
        named = e is not body and any(word in names for word in ("byline", "author"))
        if named and 0 < len(line_of(e)) <= _BYLINE:
            return e
    return None


def _if_absent(text: str, place: Element) -> str:
    """A field of the page's head, unless the page says it in words."""
    return "" if bare(text) in bare(text_of(place)) else text


def _meta(root: Element, key: str) -> str:
    found = (e.get("content") for e in root.iter("meta") if e.get("name").lower() == key)
    return one_line(next(found, ""))


def _json_ld(root: Element) -> _Head:
    for script in root.iter("script"):
        if script.get("type").lower() != "application/ld+json":
            continue
        try:
            given = json.loads(text_of(script, frozenset()))
        except (ValueError, RecursionError):
            continue
        for item in _items(given):
            return _Head(
                _text(item.get("headline")), _text(item.get("alternativeHeadline")),
                _names(item.get("author")), _text(item.get("articleSection")),
                str(item.get("articleBody") or ""),
            )
    return _Head()


def _items(given: Any) -> Iterator[Mapping[str, Any]]:
    """The articles among what a script holds: itself, a list of them, or its graph."""
    if isinstance(given, list):
        for item in given:
            if isinstance(item, dict):
                yield from _items(item)
    elif isinstance(given, dict):
        kinds = given.get("@type")
        if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield given
        elif isinstance(given.get("@graph"), list):
            yield from _items(given["@graph"])


def _text(value: object, depth: int = 0) -> str:
    if isinstance(value, list):
        return next((_text(item, depth + 1) for item in value if item and depth < _DEEP), "")
    return one_line(value) if isinstance(value, str) else ""


def _names(value: object) -> str:
    people = value if isinstance(value, list) else [value]
    names = [_text(p.get("name")) if isinstance(p, dict) else _text(p) for p in people]
    return " ".join(name for name in names if name)


def _without(element: Element, gone: Sequence[Element]) -> Element:
    """`element` without those of `gone`, told apart by identity and not by likeness."""
    children: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            children.append(child)
        elif not any(child is other for other in gone):
            children.append(_without(child, gone))
        elif child.tag not in ("span", "a", "em", "b", "i", "strong"):
            children.append(Element("hr"))
    return replace(element, children=tuple(children))


def _lines(root: Element) -> list[str]:
    """Every line of text of a page, navigation and all but scripts."""
    shown = _shown(root)
    return [line for block in blocks(shown) for line in _block_lines(block) if line]


def _shown(element: Element) -> Element:
    renamed = {"nav": "div", "form": "div", "button": "div", "noscript": "div", "iframe": "div"}
    children = tuple(c if isinstance(c, str) else _shown(c) for c in element.children)
    return replace(element, tag=renamed.get(element.tag, element.tag), children=children)


def _block_lines(block: Any) -> list[str]:
    match block:
        case Crosshead():
            return list(block.parts)
        case ListBlock():
            return [plain(item) for item in block.items]
        case Table():
            return [text for row in block.rows if (text := " ".join(map(plain, row)).strip())]
        case Verse():
            return [plain(verse) for verse in block.verses]
        case Figure():
            return [text for text in (plain(block.caption), block.credit or "") if text]
        case _:
            return [block_text(block)]


