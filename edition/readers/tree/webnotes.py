"""Notes of web pages: marks that lead to a note further down become marks of notes.

Known are the notes of Word (`_ftn1`), pandoc and Markdown (`doc-noteref`), Wikipedia, WordPress
and its add-ons, and whatever is built alike: a link with the words of a mark, `[1]`, `①`, `*`,
that leads to an element further down. What only looks so stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from edition.readers.tree.inline import SKIPPED, text_of
from edition.readers.tree.nodes import (
    BACK,
    COMMENT,
    FOOTNOTE,
    HEADMARK,
    ITEM,
    NOTEREF,
    Element,
    Node,
)

_MARK = re.compile(
    r"[\[(（［〔【]?(?:注|note\s?)?(?:[0-9]{1,3}|[①-⑳㉑-㊿⓪]|[a-z]|[ivxlc]{1,6}|[*＊†‡§※]{1,3}|注)"
    r"[\])）］〕】]?", re.I,
)
_NAMED = re.compile(r"(?:foot|end)?note|_?(?:ftn|edn|fn)(?:ref)?[-_:.]?[0-9]|\bref[-_:]|cite", re.I)
_ROLES = frozenset(("doc-noteref", "noteref"))
_BRACKETS = "[]()（）［］〔〕【】"
_ARROWS = r"[\s↩↪↑⇑⤴⬆^⏎↵↲⮌\ufe0e\ufe0f]*"
_BACK = re.compile(
    rf"{_ARROWS}(?:(?:返回|回到|回)?(?:正文|原文|上文|文中)?|back|return){_ARROWS}", re.I
)
_BLOCKS = frozenset(("p", "li", ITEM, "div", "dd", "aside", "blockquote", "section", "footer"))
_NO_NOTE = ("img", "amp-img", "table", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "article")
_SHELLS = ("sup", "span", "b", "i", "em", "strong", "small", "font", "a")
"""elements that stand about a mark and nothing else"""
_LINES = ("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2")
_WHOLE = ("p", "div", "section", "article", "ul", "ol", "table", "h1", "h2", "h3")
_NAMES = re.compile(
    r"headline|(?:article|art|entry|news|post|mso)-?title|byline|author|media_title"
)
"""names a page gives the elements of its headline and its byline"""
_LINE = 100
"""most characters of those"""
_FEW = 4
_MOST = 200
"""elements of the largest note"""
_LONGEST = 4_000
"""characters of the longest note"""
_RAISED = re.compile(r"\s*([0-9]{1,3}[.．、:：]?)\s*\Z")
_SURE = re.compile(
    r"\s*((?:[\[(（［〔【]?[0-9]{1,3}[\])）］〕】]|[\[(（［〔【]?[①-⑳㉑-㊿][\])）］〕】]?)[.．、:：]?)"
)
"""a label in brackets or in a circle"""
_HEAD = re.compile(
    r"\s*([0-9]{1,3}(?:[.．、:：](?!\s?[0-9０-９])|(?=\s)(?!\s+[年月日时時点點分万萬亿億%％℃])))"
)
"""a bare figure; where no stop and no white follows it, it is a figure of the text"""


@dataclass(slots=True)
class _Place:
    """An element and those around it, the outermost first."""

    element: Element
    around: tuple[Element, ...]
    at: int
    """its number in document order"""


@dataclass(slots=True)
class _Linked:
    """One note: its element, the marks that lead to it, and the identities they go by."""

    element: Element
    label: str
    id: str
    marks: list[Element] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    """the names its marks lead to"""


def with_notes(root: Element) -> Element:
    """The tree with marks of notes as `NOTEREF` and their notes as `FOOTNOTE`."""
    if not any("#" in link.get("href") for link in root.iter("a")):
        return root
    places = list(_places(root, ()))
    for at, place in enumerate(places):
        place.at = at
    targets = _targets(places)
    found: dict[int, _Linked] = {}
    known: dict[str, Element | None] = {}
    for place in places:
        if place.element.tag == "a" and (name := _fragment(place.element)) in targets:
            if name not in known:
                known[name] = _note_of(targets[name])
            note = known[name]
            if note is not None and targets[name].at > place.at:
                _enter(place, note, found)
    notes = [note for note in found.values() if note.marks and _is_sole(note, found)]
    return _Rewriting(notes).element(root) if notes else root


def _places(element: Element, around: tuple[Element, ...]) -> Iterator[_Place]:
    yield _Place(element, around, 0)
    for child in element.elements:
        yield from _places(child, (*around, element))


def _targets(places: Sequence[_Place]) -> dict[str, _Place]:
    """Elements by the names links give them; the first of a name counts."""
    found: dict[str, _Place] = {}
    for place in places:
        names = [place.element.get("id")]
        names += [place.element.get("name")] if place.element.tag == "a" else []
        for name in filter(None, names):
            found.setdefault(name, place)
    return found


def _said(node: Node) -> str:
    """The characters below a node, hidden and struck ones too, without those of comments."""
    if isinstance(node, str):
        return node
    return "" if node.tag == COMMENT else "".join(map(_said, node.children))


def _shown(mark: Element) -> str:
    """The characters of a mark that a page shows, without white."""
    return "".join(text_of(mark).split())


def _unshown(element: Element) -> Iterator[Element]:
    """What a page does not show of an element."""
    for child in element.elements:
        if child.tag not in SKIPPED:
            yield from _unshown(child)
        elif child.tag != COMMENT:
            yield child


def _fragment(link: Element) -> str:
    """The name on this page a link leads to; empty for a link that leads elsewhere."""
    return link.get("href").rpartition("#")[2] if "#" in link.get("href") else ""


def _enter(mark: _Place, note: Element, found: dict[int, _Linked]) -> None:
    """Take a link as the mark of a note if it is one."""
    text = _shown(mark.element)
    if not _MARK.fullmatch(text) or any(e is note for e in (*mark.around, mark.element)):
        return
    if mark.element.first(*_NO_NOTE) is not None:
        # A picture or a table has no place in the mark of a note, and would be lost there.
        return
    names = _names(mark)
    if not (_is_marked(mark) or _leads_back(note, names)):
        return
    linked = found.setdefault(id(note), _Linked(note, text, f"note-{len(found) + 1}"))
    linked.marks.append(mark.element)
    linked.names |= names
    linked.targets.add(_fragment(mark.element))


def _names(mark: _Place) -> set[str]:
    """The names a link back may use: of the mark, and of what holds nothing but it."""
    held: list[Element] = []
    for around in reversed(mark.around):
        if around.tag not in _SHELLS or len(around.children) > _FEW:
            break
        held.append(around)
    inner = list(mark.element.iter())
    return {name for e in (*held, *inner) for name in (e.get("id"), e.get("name")) if name}


def _is_marked(mark: _Place) -> bool:
    """True for a link that a page sets as the mark of a note."""
    link = mark.element
    near = (link, *mark.around[-2:])
    said = " ".join((_fragment(link), link.get("class"), link.get("id"), link.get("name")))
    return (
        any(e.tag == "sup" for e in near) or link.first("sup") is not None
        or bool({link.get("role"), link.get("type")} & _ROLES) or bool(_NAMED.search(said))
    )


def _leads_back(note: Element, names: set[str]) -> bool:
    return any(_fragment(link) in names for link in note.iter("a"))


def _note_of(target: _Place) -> Element | None:
    """The element that is the note a name stands in."""
    chain = [*target.around, target.element]
    at = next((n for n in range(len(chain) - 1, -1, -1) if chain[n].tag in _BLOCKS), None)
    if at is None or any(e.tag in ("nav", "table") for e in chain):
        return None
    note = chain[at]
    above = chain[at - 1] if at else None
    if note.tag == "p" and above is not None and _holds_one_note(above):
        note = above
    if sum(1 for _ in islice(note.iter(), _MOST)) == _MOST:
        return None
    text = _said(note).strip()
    if not text or len(text) > _LONGEST or note.first(*_NO_NOTE) is not None:
        return None
    return note


def _holds_one_note(element: Element) -> bool:
    """True for what is made for a single note of several paragraphs."""
    named = _NAMED.search(element.get("id")) is not None
    return element.tag in ("li", ITEM) or (element.tag in ("div", "aside") and named and any(
        c.isdigit() for c in element.get("id")))


def _is_sole(note: _Linked, found: dict[int, _Linked]) -> bool:
    """True for a note of one name that holds no other; what has more is a list of notes.

    A list of notes stays text.
    """
    return len(note.targets) == 1 and not any(id(e) in found for e in note.element.iter()
                                              if e is not note.element)


class _Rewriting:
    """The walk that puts marks and notes in their places."""

    def __init__(self, notes: Sequence[_Linked]) -> None:
        self.marks = {id(mark): note for note in notes for mark in note.marks}
        self.notes = {id(note.element): note for note in notes}
        self.counted: set[int] = set()
        """items that a page numbers itself"""
        self.mark = NOTEREF
        """what marks become where the walk stands"""

    def element(self, element: Element) -> Element:
        if (note := self.marks.get(id(element))) is not None:
            # What the page does not show goes with the mark, so that it is told.
            kept: tuple[Node, ...] = (_shown(element), *_unshown(element))
            return Element(self.mark, {"note": note.id}, kept, element.line)
        if element.tag == "ol" and "list-style:none" not in _style(element):
            self.counted |= {id(e) for e in element.elements if e.tag == "li"}
        around, self.mark = self.mark, HEADMARK if _is_line(element) else self.mark
        children = tuple(c if isinstance(c, str) else self.element(c) for c in element.children)
        self.mark = around
        made = replace(element, children=children)
        linked = self.notes.get(id(element))
        if linked is None:
            return made
        return _footnote(made, linked, _SURE if id(element) in self.counted else None)


def _is_line(element: Element) -> bool:
    """True for what becomes a headline or a byline: a text that holds no marks."""
    if element.tag in _LINES:
        return True
    named = f"{element.get('class')} {element.get('itemprop')} {element.get('rel')}".lower()
    return bool(_NAMES.search(named)) and element.first(*_WHOLE) is None and (
        len(_said(element)) <= _LINE
    )


def _style(element: Element) -> str:
    return element.get("style").lower().replace(" ", "").replace("-type", "")


def _footnote(element: Element, note: _Linked, form: re.Pattern[str] | None) -> Element:
    """A note behind its label, its links back taken out; a label typed in it has a `form`."""
    heads: list[str] = []
    kept = _without_back(element, note, heads)
    forms = (_SURE, _HEAD) if form is None else (form,)
    label, children = heads[0] if heads else "", kept.children
    if not heads:
        label, children = _headed(kept.children, note.label, forms)
    inner = Element("span", {}, children)
    return Element(FOOTNOTE, {"note": note.id, "label": label}, (label, " ", inner), element.line)


def _without_back(element: Element, note: _Linked, heads: list[str]) -> Element:
    """`element` without the links back; one that repeats the mark at the head goes to `heads`."""
    children: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            children.append(child)
        elif child.tag == "a" and _fragment(child) in note.names:
            text = "".join(_said(child).split())
            begun = any(_said(c).strip() for c in children)
            mark = _shown(child)
            if mark and not heads and not begun and _MARK.fullmatch(mark):
                heads.append(mark)
                children += _unshown(child)
            elif _BACK.fullmatch(text) or _MARK.fullmatch(text):
                children += [Element(BACK, {}, (text,))] if text else []
            else:
                children.append(Element("span", {}, child.children))
        else:
            children.append(_without_back(child, note, heads))
    return replace(element, children=tuple(children))


def _headed(
    children: tuple[Node, ...], label: str, forms: Sequence[re.Pattern[str]], after: str = ""
) -> tuple[str, tuple[Node, ...]]:
    """The label typed at the head of a note, with the rest; else the label of its mark.

    `after` is the text that follows the children.
    """
    for at, child in enumerate(children):
        text = child if isinstance(child, str) else _said(child)
        if not text.strip() or (isinstance(child, Element) and child.tag in SKIPPED):
            continue
        behind = "".join(map(_said, children[at + 1 :])) + after
        if isinstance(child, str):
            typed = _typed(child, label, forms, behind)
            rest = (*children[:at], child[len(typed) :], *children[at + 1 :])
            return (typed.strip(), rest) if typed else (label, children)
        if child.tag in (NOTEREF, FOOTNOTE):
            return label, children
        raised = child.tag == "sup" and _HEAD in forms and _typed(text, label, (_RAISED,), "")
        if raised:
            return raised.strip(), (*children[:at], *_unshown(child), *children[at + 1 :])
        found, inner = _headed(child.children, label, forms, behind)
        return found, (*children[:at], replace(child, children=inner), *children[at + 1 :])
    return label, children


def _typed(text: str, label: str, forms: Sequence[re.Pattern[str]], after: str) -> str:
    """The head of `text` that is `label` in one of `forms`, white before it; empty for none."""
    digits = label.strip(_BRACKETS)
    for form in forms:
        found = form.match(text + after)
        if found and found.end() <= len(text) and digits and (
            found[1].strip(_BRACKETS + ".．、:：") == digits
        ):
            return found.group()
    return ""
