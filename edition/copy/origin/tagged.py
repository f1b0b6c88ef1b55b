"""Copy with the codes of a typesetting program: Founder's BD language and InDesign tagged text.

The codes whose only work is to set type are taken out. A file that holds others, whose words
would run together without them, or that is the source of some other program, is refused.
"""

from __future__ import annotations

import re

from edition.copy.origin.copyrows import Row, Rows, Undone, shown, text_of
from edition.errors import Confidence, Diagnostic, UnreadableInput
from edition.messages.texts import Phrase

_FOUNDER = re.compile(r"〖([^〖〗]{0,300})〗")
_OLD_FOUNDER = re.compile(
    r"[\[［]((?:HT|JZ|JY|HJ|HK|HS|KG|ZK|JX|WT|BT|FL|ST|DK)[^\]］\n]{0,40})[\]］]"
)
_COMMAND = re.compile(r"[A-Z]{2}")
_SETTING = re.compile(
    "BQ|BT|BZ|CM|CD|CS|DK|DM|DS|DY|DZ|FK|FL|FQ|FX|GB|H[CJKLSTXZ]|J[DJLPXYZ]|K[GHX]|LK|LM|MM|PP|PT|"
    "QX|SD|SP|ST|SY|SZ|TX|W[TWX]|XD|XM|Y[MY]|Z[CDKLXYZ]"
)
"""Commands that set type, measure or place and part no words"""
_DESIGN_HEAD = re.compile(r"<(?:ASCII|ANSI|UNICODE|SJIS|BIG5|GB\d*|EUC\w*|KSC\w*)-(?:WIN|MAC)>")
_DESIGN_STYLE = re.compile(r"<(?:Para|Char)Style:")
_DESIGN_NAME = re.compile(r"/?[A-Za-z][A-Za-z0-9_-]{0,60}(?::|$)|0x[0-9A-Fa-f]{2,6}$")
_DESIGN_PARTS = re.compile(r"<(?:TableStart|FootnoteStart|CellStart|Rub(?:y|i)|HyperlinkStart)\b")
_SOURCES = (
    ("html", re.compile(r"<(?:!doctype\s+html|html)[\s>]", re.I)),
    ("rtf", re.compile(r"\{\\rtf\d")),
    ("xml", re.compile(r"<\?xml\s")),
    ("tex", re.compile(r"\\documentclass\b|\\begin\{document\}")),
    ("postscript", re.compile(r"%!PS")),
    ("quark", re.compile(r"<v\d+\.\d+><e\d+>|@[^\s=:]{1,40}[:=]<[A-Z*]")),
    ("mime", re.compile(r"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Transfer-Encoding:"
                        r"\s*(?:base64|quoted-printable)", re.I)),
)


def undo_tags(rows: Rows, name: str) -> Undone | None:
    """The rows without the codes. Raises UnreadableInput where they cannot be taken out."""
    text = text_of(rows)
    opening = text.lstrip("\ufeff \n\t")[:4000]
    for form, pattern in _SOURCES:
        if pattern.match(opening):
            raise _refused(name, form)
    if _DESIGN_HEAD.match(opening) or len(_DESIGN_STYLE.findall(text)) > 1:
        return _undo_design(rows, text, name)
    codes = _FOUNDER.findall(text)
    if sum(bool(_COMMAND.match(code)) for code in codes) > 1:
        return _undo_founder(rows, text, _FOUNDER, name)
    if len(_OLD_FOUNDER.findall(text)) > 2:
        return _undo_founder(rows, text, _OLD_FOUNDER, name)
    return None


def _undo_founder(rows: Rows, text: str, code: re.Pattern[str], name: str) -> Undone:
    for found in code.findall(text):
        if _SETTING.match(found) is None:
            raise _refused(name, "founder")
    if "〖" in (rest := code.sub("", text)) or "〗" in rest:
        raise _refused(name, "founder")
    taken: list[str] = []
    parts: list[Row] = []
    last = max((n for n, row in enumerate(rows) if not row.blank), default=0)
    for at, row in enumerate(rows):
        line, taken_here = code.sub("", row.text), [m.group() for m in code.finditer(row.text)]
        taken_here += "↙" * line.count("↙")
        if at == last and line.rstrip().endswith("Ω"):
            line = line.rstrip()[:-1]
            taken_here.append("Ω")
        pieces = [piece for piece in line.split("↙") if piece.strip()]
        taken += taken_here
        if pieces or not taken_here:
            parts += (Row(piece, row.numbers) for piece in pieces or [line])
    return _done(parts, "".join(taken), "founder", _first(rows, "〖［["), name)


def _undo_design(rows: Rows, text: str, name: str) -> Undone:
    if _DESIGN_PARTS.search(text):
        raise _refused(name, "indesign")
    taken: list[str] = []
    given: list[str] = []
    parts: list[Row] = []
    for row in rows:
        before = len(taken)
        line = _without_design(row.text, name, taken, given)
        if line.strip() or len(taken) == before:
            parts.append(Row(line, row.numbers))
    done = _done(parts, "".join(taken), "indesign", _first(rows, "<"), name)
    return Undone(done.rows, (), done.taken, "".join(given), done.remarks)


def _without_design(text: str, name: str, taken: list[str], given: list[str]) -> str:
    """One row without its tags; `<0x2014>` is a character, `\\<` a literal sign."""
    kept: list[str] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == "\\" and text[at + 1 : at + 2] in ("<", ">", "\\"):
            taken.append(sign)
            kept.append(text[at + 1])
            at += 2
        elif sign == "<" and _DESIGN_NAME.match(text[at + 1 : at + 70].split(">")[0]):
            end = _tag_end(text, at)
            if end is None:
                raise _refused(name, "indesign")
            tag = text[at:end]
            taken.append(tag)
            if tag.startswith("<0x"):
                value = int(tag[1:-1], 16)
                character = chr(value) if 32 <= value < 0x110000 else " "
                kept.append(character)
                given.append(character)
            at = end
        else:
            kept.append(sign)
            at += 1
    return "".join(kept)


def _tag_end(text: str, at: int) -> int | None:
    """The place after the tag that opens at `at`; definitions hold tags of their own."""
    depth = 0
    for place in range(at, len(text)):
        if text[place] in "<>" and text[place - 1 : place] != "\\":
            depth += 1 if text[place] == "<" else -1
            if not depth:
                return place + 1
    return None


def _done(parts: list[Row], taken: str, form: str, line: int, name: str) -> Undone:
    return Undone(tuple(parts), (), taken, "", (Diagnostic(
        "copied_with_codes", {"form": Phrase(f"tagged_{form}"), "count": len(taken)}, line,
        text=shown(taken), confidence=Confidence.CERTAIN, source=name,
    ),))


def _first(rows: Rows, signs: str) -> int:
    return next((row.numbers[0] for row in rows if any(s in row.text for s in signs)), 1)


def _refused(name: str, form: str) -> UnreadableInput:
    return UnreadableInput(
        "tagged_copy", where=name, form=Phrase(f"tagged_{form}"), todo=Phrase(f"tagged_{form}_todo")
    )
