"""Faces inside a book: those of the paper, cut down to the characters the book uses."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

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
OPENTYPE = "application/vnd.ms-opentype"
"""of outlines of either kind; the one name that all checkers of books know"""
BLACK = 900
"""the weight whose face bears it in its name"""
_RULE = """
@font-face {{ font-family: "{family}"; src: url("../{path}") }}
{where} {{ font-family: "{family}", serif{weight} }}
"""
_WHERE = {
    "song": ":root body", "kai": ":root em:not(.dots)",
    "song-heavy": ":root h1, :root h2, :root strong, :root th, :root dt",
}
"""what each face sets"""


def with_faces(book: Book, region: Region) -> Book:
    """The book with a face for its text, one for its heads and one for its emphasis.

    They bear the names their makers gave them, by which readers and checkers know them.
    """
    texts = [item.data.decode() for item in book.items if item.media_type == XHTML]
    faces = every_face(region, {})
    items, css, held = list(book.items), "", set[Path]()
    for role, found in (
        ("song", texts),
        ("song-heavy", [m[0] for t in texts for m in _HEAVY.finditer(t)]),
        ("kai", [m[0] for t in texts for m in _EMPHASIS.finditer(t)]),
    ):
        face = faces[role]
        if not found or face.path in held:
            continue
        held.add(face.path)
        letters = {c for text in found for c in unescape(_TAG.sub("", text))} | {*_PUNCTUATION}
        data = subset(face.path, (c for c in letters if c.isprintable()))
        path = f"fonts/{role}.otf"
        items.append(Item(f"face-{role}", path, OPENTYPE, data))
        heavy = face.weight >= BLACK
        css += _RULE.format(
            family=face.name + (" Black" if heavy else ""), path=path, where=_WHERE[role],
            weight="; font-weight: normal" if heavy else "",
        )
    kept = Statement("meta", "true", (("property", "ibooks:specified-fonts"),))
    return styled(
        replace(book, items=tuple(items), statements=(*book.statements, kept)), css
    )
