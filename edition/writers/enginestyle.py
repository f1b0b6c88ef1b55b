"""The engine's own style sheets: of what HTML looks like, a page needs what its elements need.

Reading the rules of a hundred elements takes longer than drawing a paragraph. Rules that speak of
elements no page of ours has are read when a template brings such an element.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf
from typing import Any

from edition.libraries import seeing, shell, when_asked
from edition.writers import makeready

OURS = frozenset((
    "html", "head", "meta", "title", "style", "link", "body", "section", "header", "footer",
    "article", "aside", "div", "p", "span", "a", "img", "figure", "figcaption",
    "h1", "h2", "h3", "h4", "h5", "h6",
))
"""elements of the pages that the packs of the house make"""
SELDOM = frozenset((
    "marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback",
))
"""pseudo-elements that every element has by the engine's sheet, and no element of ours shows"""
_RULE = re.compile(r"^([^@{}/\s][^{}]*)\{[^{}]*\}$", re.MULTILINE)
_NOT_NAMES = re.compile(r"\[[^\]]*\]|::?[\w-]+")
_NAME = re.compile(r"[a-z][\w-]*")


class _Package:
    """What the module of HTML takes of its package; its sheets are read in part, or never."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._count = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._package, name)

    def CSS(self, string: str, **given: Any) -> Any:
        """The first sheet is that of all elements; those of forms and of old attributes wait."""
        self._count += 1
        return self._package.CSS(string=ours_of(string), **given) if self._count == 1 else None


def let_styles_wait(package: Any) -> None:
    """Let the engine's module of HTML load with the rules of our elements alone."""
    module = shell(f"{package.__name__}.html")
    seeing(module, {"": _Package(package)})
    when_asked(module)


def ours_of(sheet: str) -> str:
    """A style sheet without the rules that none of our elements can match, and those of `SELDOM`.
    """
    return _RULE.sub(
        lambda rule: "" if _is_seldom(rule[1]) or not _may_match(rule[1]) else rule[0], sheet
    )


def _is_seldom(selectors: str) -> bool:
    return selectors.strip() in {f"::{name}" for name in SELDOM}


@lru_cache(maxsize=1)
def seldom_rules(package: Any) -> dict[str, dict[str, Any]]:
    """Of each of `SELDOM` what the engine's sheet declares: name → (value, weight)."""
    rules = "\n".join(
        rule[0] for rule in _RULE.finditer(package.html.UA) if _is_seldom(rule[1])
    )
    element = package.HTML(string="<p>").wrapper_element
    found: dict[str, dict[str, Any]] = {}
    for specificity, _, pseudo, (declared, _) in package.CSS(string=rules).matcher.match(element):
        weight = (_OF_ENGINE, inf, specificity)
        found.setdefault(pseudo, {}).update({name: (value, weight) for name, value, _ in declared})
    return found


_OF_ENGINE = 1
"""precedence of the engine's sheet"""


def _may_match(selectors: str) -> bool:
    parts = [_NAME.findall(part) for part in _NOT_NAMES.sub("", selectors).split(",")]
    return any(not names or OURS.intersection(names) for names in parts)


def sheets_for(html: Any, package: Any) -> list[Any]:
    """The engine's style sheets for a document."""
    module = package.html
    tags = {element.tag for element in html.etree_element.iter()}
    whole = package.VERSION not in makeready.KNOWN or any(
        isinstance(tag, str) and tag not in OURS for tag in tags
    )
    return [_whole(package) if whole else module.UA_STYLESHEET]


@lru_cache(maxsize=1)
def _whole(package: Any) -> Any:
    return package.CSS(string=package.html.UA)
