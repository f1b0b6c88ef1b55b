"""Fields of a Word file: a code that is not shown and the result that is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from edition.readers.word.wordxml import Node

_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))', re.IGNORECASE)
_SYMBOL = re.compile(r"SYMBOL\s+(0x[0-9a-fA-F]{1,6}|\d{1,6})", re.IGNORECASE)
_FONT = re.compile(r'\\f\s*"?([^"\\]+)"?', re.IGNORECASE)
_BUTTON = re.compile(r'(?is)(?:MACROBUTTON|GOTOBUTTON)\s+(?:"[^"]*"|\S+)\s*(.*)')
_OF_THE_PAGE = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF")
_LISTS = ("TOC", "INDEX", "TOA")
_SILENT = ("XE", "TC", "TA", "RD", "SET", "ASK", "ADVANCE", "PRIVATE", "BARCODE", "NEXT", "NEXTIF",
           "SKIPIF", "DATA", "COMMENTS")
"""fields that show nothing where they stand"""
NUMBERED = ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM")
"""fields that show a number which the file does not hold"""
_ANSWERED = ("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN")


class Shown(Enum):
    """What becomes of the result of a field."""

    KEPT = auto()
    PAGE = auto()
    """a number of Word's own pages, which are not these"""
    LIST = auto()
    """a table of contents or an index of Word's pages"""


@dataclass
class Field:
    """One field while it is read."""

    code: str = ""
    typed: str = ""
    """characters among the code that are no code, such as the result of a field inside it"""
    result: bool = False
    """True between its separator and its end"""
    begin: Node | None = None
    shown: bool = False
    """True when its result holds characters"""
    link: str | None = None
    """the address its result leads to, its own or that of a field around it"""
    around: Field | None = None
    """the field whose code it stands in"""
    outer: Shown = Shown.KEPT
    """what becomes of characters of the fields around it"""

    @property
    def name(self) -> str:
        """`PAGE`, `EQ`, `HYPERLINK`, in capitals; `=` for a sum."""
        words = self.code.split(None, 1)
        found = words[0].upper() if words else ""
        return "=" if found.startswith("=") else found.partition("\\")[0]

    @property
    def fate(self) -> Shown:
        """What becomes of its result."""
        if self.name in _OF_THE_PAGE:
            return Shown.PAGE
        return Shown.LIST if self.name in _LISTS else Shown.KEPT

    @property
    def address(self) -> str | None:
        """Where a field of a link leads."""
        match = _LINK.search(self.code) if self.name == "HYPERLINK" else None
        return (match.group(1) or match.group(2)) if match else None

    @property
    def silent(self) -> bool:
        """True for a field that shows nothing, result or not."""
        return self.name in _SILENT or not self.name

    @property
    def waits(self) -> bool:
        """True for a field of a form, whose answer stands where it begins."""
        return self.name in _ANSWERED


@dataclass
class Fields:
    """The fields that are open at a place of the text, the outermost first.

    Each knows what holds at its place, so that files that never end a field cost no more.
    """

    open: list[Field] = field(default_factory=list)

    def begin(self, made: Field) -> None:
        """A field begins with its code."""
        made.around = self.in_code
        made.outer = self.fate
        made.link = self.link
        self.open.append(made)

    def separate(self, link: str | None) -> None:
        """The result of the innermost field begins; `link` is where it leads."""
        self.open[-1].result = True
        self.open[-1].link = link if link is not None else self.open[-1].link

    def end(self) -> Field:
        """The innermost field ends; what it showed, the field around it showed."""
        ended = self.open.pop()
        if self.open:
            self.open[-1].shown = self.open[-1].shown or ended.shown
        return ended

    @property
    def in_code(self) -> Field | None:
        """The innermost field whose code is being read, or None where text is shown."""
        if not self.open:
            return None
        return self.open[-1].around if self.open[-1].result else self.open[-1]

    @property
    def fate(self) -> Shown:
        """What becomes of characters here: the outermost field that keeps none decides."""
        if not self.open:
            return Shown.KEPT
        inner = self.open[-1]
        return inner.outer if inner.outer is not Shown.KEPT else inner.fate

    @property
    def link(self) -> str | None:
        """The link all characters here carry."""
        return self.open[-1].link if self.open else None


def symbol_of(code: str) -> tuple[str, int] | None:
    """Font and code of a SYMBOL field."""
    match = _SYMBOL.search(code)
    if match is None:
        return None
    font = _FONT.search(code)
    return (font.group(1).strip() if font else ""), int(match.group(1), 0)


def button_text(code: str) -> str:
    """What a button shows: the words behind the name of its macro."""
    match = _BUTTON.search(code)
    return match.group(1).strip() if match else ""


def answer_of(begin: Node | None) -> str | None:
    """What a box or a list of a form shows; None where its result is text as any other."""
    data = begin.child("w:ffData") if begin is not None else None
    box = data.child("w:checkBox") if data is not None else None
    if box is not None:
        on = box.on("w:checked")
        return "☑" if (box.on("w:default") if on is None else on) else "☐"
    choices = data.child("w:ddList") if data is not None else None
    if choices is None:
        return None
    entries = [node.get("val") for node in choices.elements if node.tag == "w:listEntry"]
    at = choices.value("w:result") or choices.value("w:default") or "0"
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""
