"""The reader of web pages: Founder's marks, else schema.org and the element that holds the text.

The library only says which words are the article; the words themselves come from the page, so
that nothing of it is lost. What stands around the article goes to the furniture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

import trafilatura

from edition.copy.making import Found
from edition.errors import Diagnostic, UnreadableInput
from edition.messages.texts import Phrase, Value
from edition.model import (
    Crosshead,
    Entries,
    Figure,
    ListBlock,
    Table,
    Verse,
    copied_text,
    plain,
    readings,
)
from edition.readers.tree.bodies import blocks, left_out
from edition.readers.tree.declared import decoded_html
from edition.readers.tree.inline import bare, line_of, text_of
from edition.readers.tree.markup import parse_html_text
from edition.readers.tree.nodes import COMMENT, FOOTNOTE, HEADMARK, NOTEREF, Element, Node
from edition.readers.tree.pagelooks import page_looks
from edition.readers.wire.founder import founder_parts
from edition.readers.wire.nitf import title_text
from edition.readers.wire.pagelines import labelled_page, with_lines
from edition.readers.wire.schemaorg import Described, described_article
from edition.readers.wire.storyparts import Parts, asides, found_in, one_line, story_of
from edition.readers.wire.wechat import rituals, wechat_author, wechat_body
from edition.sidecar.parse import Sidecar
from edition.trade.bylines import own_line

_COVERED = 0.9
"""Share of the article's characters the element that holds it must have."""
_SAMPLE = 300
"""Lines of the article that are looked for in the page."""
_BYLINE = 60
"""Most characters of an element that is taken for a byline."""
_HEADLINES = frozenset((
    "msotitle", "entry-title", "post-title", "article-title", "art-title", "news-title",
    "rich_media_title", "headline",
))
_AROUND = frozenset((
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumb", "crumbs",
    "footer", "foot", "copyright", "sidebar", "comments", "related", "share", "pagination",
    "pager", "banner", "contentinfo", "toolbar",
))
"""names of classes, ids and roles that a page gives to what stands around its story"""
_MACHINES = ("script", "style", "template", "link", "meta", "title", "head", "base")

_MARKS = 100_000
"""tags a page may hold; islands and tags are looked for many times"""


def read_article(data: bytes, name: str, sidecar: Sidecar) -> Found:
    """What a web page with one or more stories holds. Raises UnreadableInput as `parse_html_text`
    does.
    """
    if data.count(b"<") > _MARKS:
        raise UnreadableInput("page_tags", where=name, limit=_MARKS)
    text = decoded_html(data, name)
    said: list[Diagnostic] = []
    root = parse_html_text(text, name, said)
    parts = founder_parts(text, root, name)
    founder = bool(parts)
    around = _around(root, parts) if parts else []
    if not parts:
        part, around = _article(root, text)
        parts = (part,)
    if around:
        said.append(Diagnostic(
            "around_article", {"count": len(around)}, text=around[0][:60], source=name
        ))
    said += _beside(root, parts, name)
    found = found_in(parts, name, around, said, file=_whole(root))
    if founder:
        return found
    if _says_no_heading(parts[0], root):
        bare_part = replace(parts[0], headline="", aside=tuple(dict.fromkeys((
            *parts[0].aside, *asides([("page_title", parts[0].headline)]),
        ))))
        plainly = found_in([bare_part], name, around, said, file=_whole(root))
        body = bare_part.body
        read = labelled_page(
            plainly, [block for e in body for block in blocks(e)],
            [look for e in body for look in page_looks(e)], name, sidecar,
        )
        if read is not None:
            return read
    return with_lines(found, name, sidecar)


def _says_no_heading(part: Parts, root: Element) -> bool:
    """True for a page that names no headline in any way but its title: one made by hand, or saved
    by a writing program.
    """
    named = (
        root.first("h1", "h2", "h3", "h4", "h5", "h6") or _heading(root, root)
        or described_article(root).headline or _meta(root, "og:title") or part.deck or part.byline
    )
    return not named


def _whole(root: Element) -> str:
    """All the words of the page, those of its scripts left out."""
    return text_of(root, frozenset(("script", "style", "template", "head", COMMENT)))


def _beside(root: Element, parts: Sequence[Parts], name: str) -> list[Diagnostic]:
    """What the page hides, strikes or only works with, around its stories."""
    told = Counter(gone.told for part in parts for e in part.body for gone in left_out(e))
    found: list[Diagnostic] = []
    for gone in left_out(_shown(root)):
        if told[gone.told] > 0:
            told[gone.told] -= 1
        elif gone.tag not in _MACHINES:
            values: dict[str, Value] = {"what": Phrase(gone.what), "count": 1}
            found.append(Diagnostic(gone.kind, values, text=gone.told, source=name))
    return found


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
    head = described_article(root)
    body, beside = _body(root, head, text)
    heading = _heading(root, body)
    signed = _signed(body)
    taken = [e for e in (heading, signed) if e is not None]
    notes = _notes_elsewhere(root, body, taken)
    story = _without(body, [*taken, *beside])
    rest = _without(root, [body, *taken, *notes])
    wrapped = tuple(Element("div", {}, (note,)) for note in notes)
    around = [*_lines(rest), *(t for e in beside for t in _lines(e))]
    title = title_text(root.first("title"))
    social = _meta(root, "og:title")
    headline = line_of(heading) or head.headline or social or title
    aside = [("page_title", title), ("machine_headline", head.headline),
             ("machine_headline", social)]
    return Parts(
        headline=headline, deck=_if_absent(head.deck, root),
        byline=line_of(signed) or _author(root, head, body),
        section=head.section or None, body=(story, *wrapped), missing="picture_missing",
        aside=tuple(dict.fromkeys(asides((k, t) for k, t in aside if t != headline))),
    ), around


def _body(root: Element, head: Described, text: str) -> tuple[Element, tuple[Element, ...]]:
    """The element that holds the story, and what in it is no part of the story."""
    wechat = wechat_body(root)
    if wechat is not None:
        return wechat, rituals(wechat)
    marked = _marked(root)
    if marked is not None:
        return marked, ()
    words = [line for line in head.text.split("\n") if line.strip()]
    holder = _holder(root, words or _extracted(text))
    return holder, tuple(_furniture(holder))


def _notes_elsewhere(root: Element, body: Element, lines: Sequence[Element]) -> list[Element]:
    """The notes whose marks stand in the body, its headline or its byline, and they outside it."""
    named = {m.get("note") for e in (body, *lines) for m in e.iter(NOTEREF, HEADMARK)}
    inside = {id(note) for note in body.iter(FOOTNOTE)}
    return [e for e in root.iter(FOOTNOTE) if e.get("note") in named and id(e) not in inside]


def _furniture(body: Element) -> Iterator[Element]:
    """What a page itself calls its foot, its navigation or its banner."""
    for child in body.elements:
        named = child.words | {child.get("id").lower(), child.get("role").lower()}
        banner = child.tag == "header" and child.first("h1") is None and "h1" not in child.words
        if child.first(FOOTNOTE) is not None:
            yield from _furniture(child)
        elif child.tag == "footer" or banner or named & _AROUND:
            yield child
        elif child.tag in ("div", "section", "main"):
            yield from _furniture(child)


def _author(root: Element, head: Described, body: Element) -> str:
    """Who wrote the story by the head of the page, unless the text says it."""
    if wechat_body(root) is not None:
        author = one_line(wechat_author(root))
        signs = any(author in line and "摄" not in line and own_line(line)
                    for line in _lines(body))
        return "" if signs else author
    return _if_absent(head.byline or _meta(root, "author"), body)


def _marked(root: Element) -> Element | None:
    """The element the page itself names as its article, when there is just one."""
    bodies = [e for e in root.iter() if e.get("itemprop") == "articleBody"]
    for found in (bodies, list(root.iter("article"))):
        if len(found) == 1 and text_of(found[0]).strip():
            return found[0]
    return None


def _extracted(text: str) -> list[str]:
    found = trafilatura.extract(
        text, include_comments=False, favor_recall=True, output_format="txt",
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
    """The first h1 of the article, or of the page; else what its class calls the headline."""
    found = next((e for place in (body, root) for e in place.iter("h1") if line_of(e)), None)
    return found or next((
        e for place in (body, root) for e in place.iter("h2", "h3", "p", "div", "span")
        if (e.words & _HEADLINES or e.get("itemprop") == "headline") and line_of(e)
    ), None)


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
    found = (e.get("content") for e in root.iter("meta")
             if key in (e.get("name").lower(), e.get("property").lower()))
    return one_line(next(found, ""))


def _without(element: Element, gone: Sequence[Element]) -> Element:
    """`element` without those of `gone`, told apart by identity and not by likeness."""
    return _without_ids(element, {id(e) for e in gone})


def _without_ids(element: Element, gone: Set[int]) -> Element:
    children: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            children.append(child)
        elif id(child) not in gone:
            children.append(_without_ids(child, gone))
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
            return [plain(item.runs) for item in block.items]
        case Table():
            return [text for row in block.rows if (text := " ".join(map(plain, row)).strip())]
        case Verse():
            return [plain(verse) for verse in block.verses]
        case Figure():
            return [text for text in (plain(block.caption), block.credit or "") if text]
        case Entries():
            return [readings(row.label) + readings(row.text) for row in block.rows]
        case _:
            return [copied_text(block)]
