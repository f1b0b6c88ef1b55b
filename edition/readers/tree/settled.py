"""A parsed page made plain: what it hides or strikes is told apart, makeshifts are undone.

Elements that a page does not show become `HIDDEN`, struck ones `STRUCK`; simple formulas become
text with raised and lowered figures; the lists of Word become lists; a picture of an emoji becomes
the emoji; a picture that waits for its script gets the address it waits for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.copy.clean import clean_text
from edition.readers.tree.entities import TWICE_WRITTEN, read_twice
from edition.readers.tree.nodes import COMMENT, HIDDEN, ITEM, STRUCK, TWICE, Element, Node, all_text
from edition.readers.tree.webnotes import with_notes

_UNSEEN = re.compile(r"display:none|mso-hide:all|content-visibility:hidden")
_FADED = re.compile(r"visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|!|\Z)")
_LINED = re.compile(r"text-decoration(?:-line)?:[^;]*line-through")
_FOR_EARS = frozenset(("sr-only", "visually-hidden", "screen-reader-text", "screen-reader-only"))
_EMOJI = frozenset(("emoji", "wp-smiley", "smilies"))
_ADDRESSES = (
    "data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-echo", "data-url", "src",
)
_HEAD = frozenset((
    "title", "meta", "link", "base", "script", "style", "template", "noscript", COMMENT,
))
_STRAY = frozenset((
    "a", "b", "em", "font", "i", "p", "span", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "br",
))
_LEVEL = re.compile(r"level(\d)")
_LINEAR = frozenset((
    "math", "semantics", "mrow", "mstyle", "mi", "mn", "mo", "mtext", "mspace", "ms", "msup",
    "msub", "msubsup", "annotation", "annotation-xml",
))
_SCRIPTS = {"msup": ("sup",), "msub": ("sub",), "msubsup": ("sub", "sup")}


def settled(root: Element) -> Element:
    """The tree with every makeshift undone."""
    root = _with_whole_body(root)
    return with_notes(_Settling(len(all_text(root))).element(root))


def _with_whole_body(root: Element) -> Element:
    """A page that opens its body with no tag: what the parser left in the head goes to the body."""
    head = next((e for e in root.elements if e.tag == "head"), None)
    if root.tag != "html" or head is None:
        return root
    at = next((n for n, child in enumerate(head.children) if not _of_head(child)), None)
    if at is None:
        return root
    kept, moved = head.children[:at], head.children[at:]
    body = next((e for e in root.elements if e.tag == "body"), Element("body"))
    rest = tuple(c for c in root.children if c is not head and c is not body)
    whole = replace(body, children=(*moved, *body.children))
    return replace(root, children=(replace(head, children=kept), whole, *rest))


def _of_head(node: Node) -> bool:
    return not node.strip() if isinstance(node, str) else node.tag in _HEAD


@dataclass(frozen=True, slots=True)
class _Settling:
    whole: int
    """characters of the page"""

    def element(self, element: Element) -> Element:
        tag = element.tag
        if tag in ("script", "style", "template", COMMENT):
            return element
        if tag == "math":
            return _linear(element) or element
        if self._is_hidden(element):
            return Element(HIDDEN, element.attributes, element.children, element.line)
        children = tuple(self._children(element))
        if _is_struck(element):
            return Element(STRUCK, element.attributes, children, element.line)
        if tag in ("img", "amp-img"):
            return _picture(element)
        return replace(element, children=children)

    def _children(self, element: Element) -> Iterator[Node]:
        """The children, items of Word gathered to lists."""
        items: list[Element] = []
        for child in _without_makeshifts(element):
            if isinstance(child, str):
                if items and not child.strip():
                    continue
                yield from _listed(items)
                yield from _text(child)
            elif (item := _word_item(child)) is not None:
                items.append(self.element(item))
            else:
                yield from _listed(items)
                if child.tag == "table":
                    # A browser puts words that stand between cells above the table.
                    stray, child = _without_stray(child)
                    yield from (e if isinstance(e, str) else self.element(e) for e in stray)
                yield self.element(child) if not _is_emoji(child) else child.get("alt")
        yield from _listed(items)

    def _is_hidden(self, element: Element) -> bool:
        """True for what the page does not show; a page never hides most of itself."""
        if element.tag in ("html", "body"):
            return False
        style = element.get("style").lower().replace(" ", "")
        hides = "hidden" in element.attributes or element.words & _FOR_EARS
        if not (hides or _UNSEEN.search(style) or _FADED.search(style)):
            return False
        return 2 * len(all_text(element)) < self.whole or not all_text(element).strip()


def _is_struck(element: Element) -> bool:
    style = element.get("style").lower().replace(" ", "")
    return element.tag in ("del", "s", "strike") or _LINED.search(style) is not None


def _is_emoji(element: Element) -> bool:
    return element.tag == "img" and bool(element.words & _EMOJI and element.get("alt"))


def _text(text: str) -> Iterator[Node]:
    """A text, with the entities that were written twice over read."""
    at = 0
    for found in TWICE_WRITTEN.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        yield Element(TWICE, {"as": found.group()}, (clean_text(read_twice(found.group()))[0],))
        at = found.end()
    if at < len(text):
        yield text[at:]


def _picture(image: Element) -> Element:
    """A picture with the address it is meant to show, that of a file beside the page first."""
    given = [image.get(name) for name in _ADDRESSES if image.get(name)]
    given += [part.split()[0] for part in image.get("srcset").split(",") if part.split()]
    real = [address for address in given if not address.lower().startswith("data:")]
    beside = [address for address in real if not re.match(r"[a-z][a-z0-9+.-]*:|/", address, re.I)]
    source = (beside or real or [""])[0]
    return replace(image, tag="img", attributes={**image.attributes, "src": source}, children=())


def _without_stray(table: Element) -> tuple[list[Node], Element]:
    """What stands in a table beside its cells, and the table without it."""
    stray: list[Node] = []
    kept: list[Node] = []
    for child in table.children:
        if isinstance(child, str):
            (stray if child.strip() else kept).append(child)
        elif child.tag in _STRAY:
            stray.append(child)
        elif child.tag in ("tbody", "thead", "tfoot", "tr"):
            inner, rest = _without_stray(child)
            stray += inner
            kept.append(rest)
        else:
            kept.append(child)
    return stray, replace(table, children=tuple(kept))


def _without_makeshifts(element: Element) -> Iterator[Node]:
    """The children, but for a `noscript` that only holds a picture beside it once more."""
    pictured = any(
        _picture(e).get("src") for child in element.elements if child.tag != "noscript"
        for e in child.iter("img", "amp-img")
    )
    for child in element.children:
        if isinstance(child, Element) and child.tag == "noscript" and not all_text(child).strip():
            if not pictured:
                yield from child.children
        else:
            yield child


def _linear(math: Element) -> Element | None:
    """A formula that is one line of signs with raised and lowered ones; None for any other."""
    if not all(e.tag in _LINEAR for e in math.iter()):
        return None
    return Element("span", {"class": "formula"}, tuple(_signs(math)), math.line)


def _signs(element: Element) -> Iterator[Node]:
    scripts = _SCRIPTS.get(element.tag, ())
    parts = [e for e in element.elements if not e.tag.startswith("annotation")]
    if scripts and len(parts) == len(scripts) + 1:
        yield from _signs(parts[0])
        for tag, part in zip(scripts, parts[1:], strict=True):
            yield Element(tag, {}, tuple(_signs(part)))
        return
    for child in element.children:
        if isinstance(child, str):
            yield child.strip()
        elif not child.tag.startswith("annotation"):
            yield from _signs(child)


def _word_item(paragraph: Element) -> Element | None:
    """A paragraph that Word numbered by hand as an item; its mark goes to an attribute."""
    if paragraph.tag != "p":
        return None
    children = list(paragraph.children)
    tags = [_supports(child) for child in children]
    if "open" in tags and "end" in tags[tags.index("open") :]:
        first = tags.index("open")
        last = first + tags[first:].index("end")
        within = zip(children[first + 1 : last], tags[first + 1 : last], strict=True)
        marker = "".join(all_text(child) for child, tag in within if tag)
    else:
        first = last = next((n for n, tag in enumerate(tags) if tag == "ignore"), -1)
        marker = all_text(children[first]) if first >= 0 else ""
    label = " ".join(marker.replace("\xa0", " ").split())
    if first < 0 or not label:
        return None
    level = _LEVEL.search(paragraph.get("style"))
    values = {"label": label, "level": level[1] if level else "1"}
    return Element(ITEM, values, (*children[:first], *children[last + 1 :]), paragraph.line)


def _supports(child: Node) -> str:
    """What a child of a paragraph of Word is to the mark of an item."""
    if isinstance(child, str):
        return "text"
    if child.tag == COMMENT:
        text = all_text(child).lower()
        return "open" if "supportlists" in text else "end" if "endif" in text else ""
    return "ignore" if "mso-list:ignore" in child.get("style").lower().replace(" ", "") else "text"


def _listed(items: list[Element]) -> Iterator[Element]:
    """The items so far as a list."""
    if items:
        yield Element("ol", {"class": "word"}, tuple(items), items[0].line)
        items.clear()
