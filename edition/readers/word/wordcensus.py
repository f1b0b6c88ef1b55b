"""Every text-bearing element of a Word file, counted without regard to what a reader makes of it.

This is the other side of the account: the walk says what it took and what it left, the census
what there is. Whatever holds characters counts, known or not, but for the few elements that are
known to hold codes and measures.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.readers.word.wordfile import WordFile
from edition.readers.word.wordsymbols import symbol
from edition.readers.word.wordwork import cleaned, opened
from edition.readers.word.wordxml import Node

_CODES = frozenset({
    "w:instrText", "w:delInstrText", "wp:posOffset", "wp:align", "wp14:pctWidth", "wp14:pctHeight",
    "wp14:pctPosHOffset", "wp14:pctPosVOffset", "c:f", "c:formatCode", "cx:f", "cx:numFmt",
    "c:extLst", "a:extLst", "cx:nf",
    "o:FieldCodes", "o:LinkType", "o:LockedField", "w:fldData", "w:docVars",
})
"""elements with codes, measures and data: no one sees their characters"""
_UNSEEN = frozenset({"w:sdtPr", "w:sdtEndPr", "w:pPr", "w:rPr", "w:tblPr", "w:tcPr", "w:trPr",
                     "w:sectPr", "w:docPr", "c:externalData", "w:ffData", "?:ClientData"})
"""elements that hold settings alone"""


def words_of(root: Node) -> Iterator[str]:
    """The characters of a part as they follow each other, each shown branch once."""
    if root.tag in _CODES or root.tag in _UNSEEN:
        return
    if root.tag == "v:textpath":
        yield cleaned(root.get("string"))
    elif root.tag == "w:sym":
        yield sign_of(root)
    for child in root.children:
        if isinstance(child, str):
            yield cleaned(child)
        else:
            for element in opened([child]):
                yield from words_of(element)


def sign_of(node: Node) -> str:
    """The character of a `w:sym`; its code in the private area where it is not certain."""
    try:
        code = int(node.get("char"), 16)
    except ValueError:
        return ""
    if not 0x20 <= code < 0xFFFE or 0xD800 <= code < 0xE000:
        return ""
    return cleaned(symbol(node.get("font"), code) or chr(code))


def paragraphs_of(root: Node) -> Iterator[str]:
    """The words of a part, one text a paragraph; what stands in no paragraph is one as well."""
    loose: list[str] = []
    for element in opened(root.children):
        if element.tag in ("w:p", "a:p"):
            yield from _paragraph(element)
        elif element.tag in ("c:v", "cx:v", "cx:pt"):
            yield "".join(words_of(element))
        elif any(element.iter("w:p", "a:p", "c:v", "cx:pt", "cx:v")):
            yield from paragraphs_of(element)
        else:
            loose += words_of(element)
    if loose:
        yield "".join(loose)


def _paragraph(node: Node) -> Iterator[str]:
    """The words of a paragraph, then those of the text boxes anchored in it."""
    own: list[str] = []
    boxes: list[Node] = []
    _parted(node, own, boxes)
    yield "".join(own)
    for box in boxes:
        yield from paragraphs_of(box)


def _parted(node: Node, own: list[str], boxes: list[Node]) -> None:
    if node.tag == "w:txbxContent":
        boxes.append(node)
    elif node.tag not in _CODES and node.tag not in _UNSEEN:
        if node.tag in ("v:textpath", "w:sym"):
            own += [node.get("string") if node.tag == "v:textpath" else sign_of(node)]
        own += [cleaned(child) for child in node.children if isinstance(child, str)]
        own += [" "] if node.tag in ("w:tab", "w:br", "w:cr") else []
        for child in opened(node.children):
            _parted(child, own, boxes)


def told_in(file: WordFile, *tags: str) -> str:
    """All words of the parts with these roots."""
    return "".join(text for _, root in file.rooted(*tags) for text in words_of(root))
