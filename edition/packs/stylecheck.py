"""The second door of tinycss2: the style sheets of a pack, what they may touch and what not.

On lines, articles and pages only listed properties stand: what could hide, move or resize copy is
refused with file and line. On rules, frames, pictures and what `::before` and `::after` add any
property may stand. What names nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import tinycss2
from tinycss2.color3 import RGBA, parse_color

from edition.errors import Diagnostic, WrongUse
from edition.messages.nearest import nearest_word
from edition.messages.texts import Phrase, Value
from edition.packs.cssnames import DECOR, PROPERTIES, WORDS
from edition.packs.themes import (
    COLOURS,
    FACES,
    declarations,
    face_named,
    stays_in_furniture,
)

_BORDERS = ("border", "margin", "text-decoration")
ALLOWED = (*sorted(COLOURS), "border…", "box-sizing", "margin…", "text-decoration…", "font-family")
"""what may stand on lines, articles and pages"""
BOOK_ALLOWED = (
    "background", "border", "color", "font-family", "font-style", "font-weight", "letter-spacing",
    "line-height", "margin", "padding", "text-align", "text-decoration", "text-indent",
    "font-size", "hyphens", "list-style", "break", "page-break", "box-sizing", "border-radius",
)
"""what may stand in a style of the book; each with the properties that begin with it"""
MOST_RULES = 5_000
"""rules of one sheet whose names are looked up; every one of them is judged"""


def check_style(css: str, where: str, faces: Sequence[str], *, book: bool = False) -> None:
    """Raise WrongUse, naming file and line, for a rule that could hide, move or resize copy.

    `faces` are those the pack brings along.
    """
    for item, rule in declarations(css, "style", partial(_refused, where)):
        if item.lower_name.startswith("--") or item.lower_name not in PROPERTIES:
            continue
        if book:
            _check_book(item, where)
        elif not all(_is_decor(one) for one in _selectors(rule.prelude)):
            _check_copy(item, rule, where, faces)


def _check_book(item: Any, where: str) -> None:
    name = item.lower_name
    if not any(name == one or name.startswith(f"{one}-") for one in BOOK_ALLOWED):
        raise _refused(where, item, "style_book", name=name, known=BOOK_ALLOWED)
    tokens = [*item.value, *(t for f in item.value for t in getattr(f, "arguments", ()))]
    if any(t.type == "url" or getattr(t, "lower_name", "") == "url" for t in tokens):
        raise _refused(where, item, "style_address", name=name)


def _check_copy(item: Any, rule: Any, where: str, faces: Sequence[str]) -> None:
    """Raise for a property that may not stand on lines, articles or pages."""
    name = item.lower_name
    value = [token for token in item.value if token.type not in ("whitespace", "comment")]
    if item.important:
        raise _refused(where, item, "theme_important", name=name)
    if name == "font-family":
        if not stays_in_furniture(rule.prelude):
            raise _refused(where, item, "theme_outside")
        known = (*FACES, *faces)
        if len(value) != 1 or face_named(value[0]) not in known:
            told = tuple(f"var(--{face})" for face in known)
            raise _refused(where, item, "theme_face", known=told)
    elif name in COLOURS:
        if not any(_is_solid(token) for token in value) or len(value) != 1:
            raise _refused(where, item, "style_colour", name=name)
    elif name != "box-sizing" and not name.startswith(_BORDERS):
        raise _refused(where, item, "style_moves", name=name, known=ALLOWED)


def _is_solid(token: Any) -> bool:
    """True for a colour that lets nothing through, or a name that stands for one."""
    if token.type == "function" and token.lower_name == "var":
        return True
    if token.type == "ident" and token.lower_value in ("inherit", "currentcolor", "none"):
        return True
    colour = parse_color(token)
    return isinstance(colour, RGBA) and colour.alpha == 1


def findings_of(css: str, where: str, words: Sequence[str]) -> Iterator[Diagnostic]:
    """A remark for each property nobody knows and each selector that matches nothing.

    `words` are elements and classes of the pack's own templates and bands.
    """
    known = tuple(sorted({*WORDS, *words}))
    for rule in _rules(css):
        if rule.type != "qualified-rule":
            continue
        for selector in _selectors(rule.prelude):
            for word in _words(selector):
                if word not in known:
                    yield _told(where, rule, "style_selector", word, known)
        for item in _items(rule):
            name = getattr(item, "lower_name", "") if item.type == "declaration" else ""
            if name and not name.startswith("--") and name not in PROPERTIES:
                yield _told(where, item, "style_property", name, tuple(sorted(PROPERTIES)))


def _told(where: str, node: Any, kind: str, word: str, known: tuple[str, ...]) -> Diagnostic:
    near = nearest_word(word, known)
    hint = Phrase("style_near", {"nearest": near}) if near else Phrase("style_not_near")
    return Diagnostic(
        kind, {"where": f"{where}:{node.source_line}", "name": word, "hint": hint}, text=word
    )


def _rules(css: str) -> Iterator[Any]:
    found = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    yield from found[:MOST_RULES]


def _items(rule: Any) -> Iterator[Any]:
    yield from tinycss2.parse_blocks_contents(
        rule.content, skip_comments=True, skip_whitespace=True
    )


def _selectors(prelude: Sequence[Any]) -> list[list[Any]]:
    """The selectors of a rule, each as its tokens."""
    found: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            found.append([])
        elif token.type != "comment":
            found[-1].append(token)
    return found


def _is_decor(selector: Sequence[Any]) -> bool:
    """True where what a selector ends on holds no copy: a rule, a frame, an added box."""
    tokens = list(selector)
    while tokens and tokens[-1].type == "whitespace":
        tokens.pop()
    last: list[Any] = []
    for token in reversed(tokens):
        if token.type == "whitespace" or token in (">", "+", "~"):
            break
        last.insert(0, token)
    names = [getattr(token, "value", "") for token in last]
    if any(name in ("before", "after") and names[max(at - 1, 0)] == ":"
           for at, name in enumerate(names)):
        return True
    classes = {names[at + 1] for at, name in enumerate(names[:-1]) if name == "."}
    return bool(classes) and (bool(classes & DECOR) or not classes & WORDS)


def _words(selector: Sequence[Any]) -> Iterator[str]:
    """Elements and classes a selector names."""
    before = ""
    for token in selector:
        if token.type == "ident" and before != ":":
            yield token.value
        before = getattr(token, "value", "")


def _refused(where: str, node: Any, reason: str, **values: Value) -> WrongUse:
    return WrongUse(
        "style_refused", where=f"{where}:{node.source_line}", reason=Phrase(reason, values)
    )
