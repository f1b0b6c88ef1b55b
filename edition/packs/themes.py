"""The door of tinycss2: a theme may change colours and the furniture's faces, never a place.

A theme is read as tokens, not searched as text, so that neither an escape, nor a comment, nor
a nested rule brings in a property that moves a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import tinycss2
from tinycss2.color3 import RGBA, parse_color

from edition.errors import WrongUse
from edition.messages.texts import Phrase, Value

COLOURS = frozenset(
    {"color", "background", "background-color", "border-color"}
    | {f"border-{side}-color" for side in ("top", "right", "bottom", "left")}
)
"""Properties that take one solid colour."""
FACES = ("song", "song-heavy", "hei-bold", "hei-heavy")
"""Faces of the furniture, named in a theme as `var(--song)`; every page has them."""
FURNITURE = ("masthead", "folio", "section")
"""Classes below which a theme may change the face: their places are fixed, not composed."""


def check_theme(css: str, where: str, own: Sequence[str] = ()) -> None:
    """Raise WrongUse, naming `where` and the line, when a theme does more than colour and face.

    `own` are the faces its pack brings along.
    """
    for item, rule in declarations(css, "theme", partial(_fault, where)):
        _check(item, rule.prelude, where, (*FACES, *own))


_REASONS = {
    "theme": {
        "at_rule": "theme_at_rule", "no_rule": "theme_no_rule", "no_property": "theme_no_property",
    },
    "style": {
        "at_rule": "style_at_rule", "no_rule": "style_no_rule", "no_property": "style_no_property",
    },
}


def declarations(
    css: str, kind: str, fault: Callable[..., WrongUse]
) -> Iterator[tuple[Any, Any]]:
    """Every declaration of a sheet with its rule.

    Raises what `fault` makes of the node and the reason for all that is no plain rule; `kind`,
    theme or style, is how the reasons begin.
    """
    said = _REASONS[kind]
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule":
            raise fault(rule, said["at_rule"], rule=rule.at_keyword)
        if rule.type != "qualified-rule":
            raise fault(rule, said["no_rule"])
        if _holds_rule(rule):
            raise fault(rule, "style_open")
        for item in tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        ):
            if item.type != "declaration":
                raise fault(item, said["no_property"])
            yield item, rule
    unended = _left_open(css)
    if unended is not None:
        raise fault(unended, "style_open")


def _holds_rule(rule: Any) -> bool:
    """True for a rule in whose braces others stand: most often its own was never closed."""
    return any(token.type == "{} block" for token in rule.content)


def _left_open(css: str) -> Any | None:
    """The last rule, where the sheet ends inside it: it would take in the sheet that follows.

    A brace more at the end is a fault of its own, unless something is open.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    after = tinycss2.parse_stylesheet(f"{css}\n}}", skip_comments=True, skip_whitespace=True)
    return None if not rules or len(after) > len(rules) else rules[-1]


def _check(item: Any, prelude: Sequence[Any], where: str, faces: Sequence[str]) -> None:
    name = item.lower_name
    value = [token for token in item.value if token.type not in ("whitespace", "comment")]
    if item.important:
        raise _fault(where, item, "theme_important", name=name)
    if name in COLOURS:
        if len(value) != 1 or not _solid(value[0]):
            raise _fault(where, item, "theme_colour", name=name)
    elif name == "font-family":
        if not stays_in_furniture(prelude):
            raise _fault(where, item, "theme_outside")
        if len(value) != 1 or face_named(value[0]) not in faces:
            known = tuple(f"var(--{face})" for face in faces)
            raise _fault(where, item, "theme_face", known=known)
    else:
        raise _fault(where, item, "theme_moves", name=name)


def _solid(token: Any) -> bool:
    colour = parse_color(token)
    return isinstance(colour, RGBA) and colour.alpha == 1


def face_named(token: Any) -> str:
    """The name in `var(--name)`; empty for anything else."""
    if token.type != "function" or token.lower_name != "var":
        return ""
    inside = [t for t in token.arguments if t.type not in ("whitespace", "comment")]
    if len(inside) != 1 or inside[0].type != "ident":
        return ""
    return str(inside[0].value).removeprefix("--")


def stays_in_furniture(prelude: Sequence[Any]) -> bool:
    """True when every selector of a rule stays inside a class of the furniture."""
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        elif token.type not in ("whitespace", "comment"):
            selectors[-1].append(token)
    return all(
        len(tokens) > 1 and tokens[0] == "." and getattr(tokens[1], "value", "") in FURNITURE
        and all(token.type in ("ident", "hash") or token in (".", ":") for token in tokens)
        for tokens in selectors
    )


def _fault(where: str, node: Any, reason: str, **values: Value) -> WrongUse:
    return WrongUse(
        "theme_refused", where=f"{where}:{node.source_line}", reason=Phrase(reason, values),
        known=tuple(sorted(COLOURS)),
    )


PARTS: dict[str, str] = {
    "name": "header.head.masthead h1|span.name",
    "imprint": "header.head.masthead div.imprint|p span.text",
    "ear": "header.head.masthead div.ear|p span.text",
    "ear-title": "header.head.masthead div.ear p span.title|",
    "index-label": "header.head.masthead div.ear p span.label|",
    "plate-label": "header.head.masthead div.plate p span.label|",
    "plate-title": "header.head.masthead div.plate p span.title|",
    "folio-label": "header.head.folio p span.label|",
    "folio-title": "header.head.folio p span.title|",
    "folio-name": "header.head.folio p span.name|",
    "folio-date": "header.head.folio p|span.text",
    "section": "h2.section|span.tab",
}
"""Part of the furniture → its place in the markup. The face of a part is what a style sheet says
of the last element before the bar, or of one behind it."""


def furniture_faces(css: str, own: Sequence[str] = ()) -> dict[str, str]:
    """The parts of the furniture to which a style sheet gives a face of its own, and the face.

    `own` are faces a pack brings along.
    Of several rules for one part the last counts.
    """
    found: dict[str, str] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        face = _face_of(rule.content)
        selectors = tinycss2.serialize(rule.prelude).split(",")
        if face in FACES or face in own:
            for part, place in PARTS.items():
                if any(_selects(selector, place) for selector in selectors):
                    found[part] = face
    return found


def _face_of(content: Sequence[Any]) -> str:
    """The face a rule names as `var(--name)`; empty where it names none."""
    face = ""
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type == "declaration" and item.lower_name == "font-family":
            value = [token for token in item.value if token.type not in ("whitespace", "comment")]
            face = face_named(value[0]) if len(value) == 1 else ""
    return face


def _selects(selector: str, place: str) -> bool:
    """True when a selector of elements and classes is met by an element that gives the face."""
    home, _, inner = place.partition("|")
    path = [_names(step) for step in (*home.split(), *inner.split())]
    wanted = [_names(step) for step in selector.split()]
    if not wanted or any(not names for names in wanted):
        return False
    for at in range(len(home.split()) - 1, len(path)):
        if wanted[-1] <= path[at] and _in_order(wanted[:-1], path[:at]):
            return True
    return False


def _names(step: str) -> frozenset[str]:
    """`div.ear` as the names `div` and `.ear`; empty where the step says more than names."""
    found = re.findall(r"\.?[\w-]+", step)
    return frozenset(found) if "".join(found) == step else frozenset()


def _in_order(wanted: Sequence[frozenset[str]], path: Sequence[frozenset[str]]) -> bool:
    """True when every step wanted is met, in order, on the way down a path."""
    rest = iter(path)
    return all(any(step <= names for names in rest) for step in wanted)
