"""Faces inside a book: those of the paper, cut down to the characters the book uses."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from edition.packs.faces import every_face
from edition.render.book.assemble import XHTML, Book, Item, styled
from edition.render.book.package import Statement
from edition.trade.regions import Region
from edition.writers.subset import subset

_TAG = re.compile("<[^>]*>")
_EMPHASIS = re.compile("<em>(.*?)</em>", re.DOTALL)
_HEAVY = re.compile(r"<(h1|h2|strong|th|dt)\b.*?</\1>", re.DOTALL)
_PUNCTUATION = "，。、；：？！…—·「」『』“”‘’（）《》〈〉【】　0123456789"
"""in every subset, for what a reader adds of its own"""
_RULES = """
@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("../{path}") }}
"""
_USED = """
html body { font-family: "edition-song", serif }
html em { font-family: "edition-kai", serif }
"""


def with_faces(book: Book, region: Region) -> Book:
    """The book with a face for its text, one for its heads and one for its emphasis."""
    texts = [item.data.decode() for item in book.items if item.media_type == XHTML]
    faces = every_face(region, {})
    items, css = list(book.items), ""
    for role, family, weight, found in (
        ("song", "edition-song", "normal", texts),
        ("song-heavy", "edition-song", "bold", [m[0] for t in texts for m in _HEAVY.finditer(t)]),
        ("kai", "edition-kai", "normal", [m[0] for t in texts for m in _EMPHASIS.finditer(t)]),
    ):
        if not found:
            continue
        letters = {c for text in found for c in unescape(_TAG.sub("", text))} | {*_PUNCTUATION}
        data = subset(faces[role].path, (c for c in letters if c.isprintable()))
        kind = "otf" if data.startswith(b"OTTO") else "ttf"
        path = f"fonts/{role}.{kind}"
        items.append(Item(f"face-{role}", path, f"font/{kind}", data))
        css += _RULES.format(family=family, weight=weight, path=path)
    kept = Statement("meta", "true", (("property", "ibooks:specified-fonts"),))
    return styled(
        replace(book, items=tuple(items), statements=(*book.statements, kept)), css + _USED
    )
