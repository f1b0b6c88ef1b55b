"""The reader of Word files: checked as a ZIP, read as a tree, sorted by the rule of headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from edition.copy.bounds import within_limits
from edition.copy.clean import clean_text, unspaced
from edition.copy.making import Claim, Found, Order
from edition.errors import Diagnostic
from edition.model import Furniture
from edition.readers.outlined.outline import build_outline
from edition.readers.outlined.partreading import PartsRead, read_parts
from edition.readers.outlined.standinglines import titled
from edition.readers.word.wordcensus import paragraphs_of, told_in
from edition.readers.word.wordfile import WordFile, check_word_file
from edition.readers.word.wordtree import Document, read_document
from edition.readers.word.wordwork import PARTED
from edition.sidecar.answers import fitting, roles
from edition.sidecar.parse import Sidecar

_PRINTED = ("w:document", "w:footnotes", "w:endnotes")
"""roots of the parts whose words stories hold or a remark names"""
_SHOWN = 500
"""characters of addresses a remark shows"""
STILL_PRINTED = ("struck_text", "text_box", "nested_table", "field_empty")
"""kinds that name words which are printed all the same, or no words of the text"""


def read_docx(data: bytes, name: str, sidecar: Sidecar) -> Found:
    """What a Word file holds. Raises UnreadableInput when it is none, damaged, unsafe or too large.
    """
    file = check_word_file(data, name)
    within_limits(told_in(file, *_PRINTED), name)
    document = read_document(file, name)
    lines = _lines(document)
    margins = _margins(file)
    answers, stale = fitting(sidecar.answers, lines, name)
    named = {**titled(lines, sidecar.sections), **roles(answers)}
    parts = read_parts(document.items, document.looks, name, named)
    outline = build_outline(parts.items, name, parts.one_story, parts.roles)
    return Found(
        outline.sections,
        (*_not_taken(file, name), *document.remarks, *stale, *outline.diagnostics,
         *parts.remarks),
        (Claim(_owed(file, document, parts), Order.EXACT),),
        furniture=(*parts.furniture, *(
            Furniture(len(lines) + at, text) for at, text in enumerate(margins, 1)
        )),
        pictures=tuple(document.pictures), lines=(*lines, *margins), answers=answers,
    )


def _lines(document: Document) -> list[str]:
    """The words of every paragraph and table, the first numbered 1."""
    return [document.lines.get(n, "") for n in range(1, max(document.lines, default=0) + 1)]


def _owed(file: WordFile, document: Document, parts: PartsRead) -> str:
    """The characters stories must hold: all of the file but those a remark names, and those Word
    shows without holding them.
    """
    count = Counter(unspaced(told_in(file, *_PRINTED)))
    for kind, words in document.left:
        if kind not in STILL_PRINTED:
            count.subtract(unspaced(words))
    for words in (document.undone, parts.undone, *(item.text for item in parts.furniture)):
        count.subtract(unspaced(words))
    count.update(unspaced(document.made + parts.made))
    return "".join(count.elements())


def _margins(file: WordFile) -> list[str]:
    """The words of headers and footers, each once a part."""
    return [
        text.strip() for _, root in file.rooted("w:hdr", "w:ftr")
        for text in dict.fromkeys(paragraphs_of(root)) if text.strip()
    ]


def _not_taken(file: WordFile, name: str) -> Iterator[Diagnostic]:
    """What stands beside the text of the file: each is named with its words."""
    comments = "".join(
        text for _, root in file.rooted("w:comments") for text in paragraphs_of(root)
    )
    if comments.strip():
        yield Diagnostic("comments_left_out", {}, 1, text=comments, source=name)
    yield from _outside(file, name)
    for remark in clean_text("".join(_raw(file)), name)[1]:
        yield replace(remark, line=None)


def _outside(file: WordFile, name: str) -> Iterator[Diagnostic]:
    """What the file names outside itself, pictures and links aside: it is not opened."""
    found = [r for r in file.outside() if r.kind not in ("hyperlink", "image")]
    if any(r.kind == "attachedTemplate" for r in found):
        yield Diagnostic("template_left_out", {}, source=name)
    for kind, said in (("subDocument", "subdocument_left_out"), ("", "outside_left_out")):
        targets = [r.target for r in found if r.kind != "attachedTemplate"
                   and (r.kind == "subDocument") == bool(kind)]
        if targets:
            yield Diagnostic(said, {"count": len(targets)}, text=PARTED.join(targets)[:_SHOWN],
                             source=name)


def _raw(file: WordFile) -> Iterator[str]:
    """The characters as they stand in the file: of its text and of what is set aside or named."""
    for _, root in file.rooted(*_PRINTED, "w:hdr", "w:ftr", "w:comments"):
        for node in root.iter("w:t", "m:t", "w:delText", "a:t", "v:textpath"):
            yield node.text or node.get("string")
