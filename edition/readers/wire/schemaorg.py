"""What a web page says of its article for machines: schema.org as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from edition.readers.tree.inline import text_of
from edition.readers.tree.nodes import Element
from edition.readers.wire.storyparts import one_line

_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "OpinionNewsArticle", "BlogPosting")
_DEEP = 20
"""levels of lists that the description of an article may nest"""


@dataclass(frozen=True, slots=True)
class Described:
    """An article as the page describes it for machines; a part that is not named is empty."""

    headline: str = ""
    deck: str = ""
    byline: str = ""
    section: str = ""
    text: str = ""


def described_article(root: Element) -> Described:
    """What the first article of the page's JSON-LD says; empty where there is none."""
    for script in root.iter("script"):
        if script.get("type").lower() != "application/ld+json":
            continue
        try:
            given = json.loads(text_of(script, frozenset()))
        except (ValueError, RecursionError):
            continue
        for item in _items(given):
            return Described(
                _text(item.get("headline")), _text(item.get("alternativeHeadline")),
                _names(item.get("author")), _text(item.get("articleSection")),
                str(item.get("articleBody") or ""),
            )
    return Described()


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
