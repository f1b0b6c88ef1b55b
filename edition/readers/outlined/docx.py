"""The reader of Word files: checked as a ZIP, read as a tree, sorted by the rule of headings."""

from __future__ import annotations

from collections.abc import Iterator

from edition.copy.bounds import within_limits
from edition.copy.clean import clean_text
from edition.copy.making import Claim, Found, Order
from edition.errors import Confidence, Diagnostic
from edition.model import Furniture
from edition.readers.outlined.headings import Head
from edition.readers.outlined.outline import build_outline
from edition.readers.outlined.wordfile import WordFile, check_word_file
from edition.readers.outlined.wordstyles import CROSSHEAD_LEVEL, guess_headings
from edition.readers.outlined.wordtree import read_document
from edition.sidecar.parse import Sidecar

_PRINTED = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
"""parts whose words stories must hold"""
_COMMENTS = "word/comments.xml"


def read_docx(data: bytes, name: str, _: Sidecar) -> Found:
    """What a Word file holds. Raises UnreadableInput when it is none, damaged, unsafe or too large.
    """
    file = check_word_file(data, name)
    document = read_document(data, name)
    within_limits("".join(_words(file, "word/document.xml")), name)
    items, guessed = guess_headings(document.items, document.looks, name)
    crossheads = {i.level for i in items if isinstance(i, Head)} == {CROSSHEAD_LEVEL}
    outline = build_outline(items, name, one_story=crossheads)
    printed = "".join(clean_text(t)[0] for part in _PRINTED for t in _words(file, part))
    return Found(
        outline.sections,
        (*_not_taken(file, name), *document.remarks, *guessed, *outline.diagnostics),
        (Claim(printed + document.note_marks, Order.COUNT),),
        furniture=tuple(_furniture(file)), pictures=tuple(document.pictures),
    )


def _words(file: WordFile, part: str) -> list[str]:
    return file.words[part].text if part in file.words else []


def _furniture(file: WordFile) -> Iterator[Furniture]:
    """The words of headers and footers."""
    for part in sorted(file.words):
        if part.startswith(("word/header", "word/footer")):
            for text in dict.fromkeys(file.words[part].text):
                if clean := clean_text(text)[0].strip():
                    yield Furniture(1, clean)


def _not_taken(file: WordFile, name: str) -> Iterator[Diagnostic]:
    """What the file carries and the edition does not: each is named with its words."""
    deleted = [text for words in file.words.values() for text in words.deleted if text.strip()]
    if deleted:
        yield Diagnostic(
            "deleted_text", {"count": len(deleted)}, 1, text=" … ".join(deleted),
            confidence=Confidence.CERTAIN, source=name,
        )
    comments = "".join(_words(file, _COMMENTS))
    if comments.strip():
        yield Diagnostic("comments_left_out", {}, 1, text=comments, source=name)
    if file.templates:
        yield Diagnostic("template_left_out", {}, source=name)
