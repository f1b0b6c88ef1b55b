"""Entities and tags of HTML that stand in plain text: `&nbsp;`, `&#19981;`, `<br/>`.

Certain forms are decoded and counted in one remark; what only looks like one is asked about.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.entities import html5

from edition.copy.origin.copyrows import Row, Rows, Undone, shown, text_of
from edition.errors import Confidence, Diagnostic

_ENTITY = re.compile(
    r"&(?:amp;){0,3}(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|&(nbsp|[lr][ds]quo|hellip|[mn]dash|middot)(?![A-Za-z0-9;=])"
)
_LIKE = re.compile(r"[&＆](?:#[xX]?[0-9a-fA-F]{2,7}|[a-z]{2,8})[;；]")
_BREAK = re.compile(r"<(?:br|hr)\s*/?>|</?(?:p|div|h[1-6]|li|tr)(?:\s[^<>]{0,400})?>", re.I)
_NAMES = "b|strong|i|em|u|s|del|ins|span|font|center|sub|sup|a|small|big|section|o:p"
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,800}})?/?>", re.I)
_CLOSING = re.compile(rf"</(?:{_NAMES}|p|div|h[1-6]|li|tr)>", re.I)


def undo_markup(rows: Rows, name: str) -> Undone | None:
    """Entities decoded and the tags of a web page taken out; a break begins a row."""
    text = text_of(rows)
    if "&" not in text and "<" not in text and "＆" not in text:
        return None
    closed = bool(_CLOSING.search(text))
    seen: Counter[str] = Counter()
    taken: list[str] = []
    given: list[str] = []
    found: list[Row] = []
    first = 0
    for row in rows:
        before = len(taken)
        parts = _parted(row.text, closed, seen, taken)
        parts = [_decoded(part, seen, taken, given) for part in parts]
        if len(taken) > before:
            first = first or row.numbers[0]
            # White around a break is the break's; what is left of a row of tags is a blank row.
            parts = [part for part in parts if part.strip()] or [""]
        found += (Row(part, row.numbers) for part in parts)
    remarks = _unsure(rows, found, name)
    if taken:
        remarks = (_told(seen, first, name), *remarks)
    return Undone(tuple(found), (), "".join(taken), "".join(given), remarks)


def _parted(text: str, closed: bool, seen: Counter[str], taken: list[str]) -> list[str]:
    """The text parted at its breaks, without the tags that web pages set."""
    parts = [text]
    if "<" not in text:
        return parts
    if closed or re.search(r"<br\s*/?>", text, re.I):
        for mark in _BREAK.findall(text):
            seen[_short(mark)] += 1
            taken.append(mark)
        parts = _BREAK.split(text)
    if closed:
        for mark in _TAG.findall(text):
            seen[_short(mark)] += 1
            taken.append(mark)
        parts = [_TAG.sub("", part) for part in parts]
    return parts


def _decoded(text: str, seen: Counter[str], taken: list[str], given: list[str]) -> str:
    def change(found: re.Match[str]) -> str:
        sign = _meaning(found[1] or found[2])
        if sign is None:
            return found.group()
        seen[found.group()] += 1
        taken.append(found.group())
        given.append(sign)
        return sign

    return _ENTITY.sub(change, text)


def _meaning(body: str) -> str | None:
    """What an entity stands for; None for one that stands for nothing a page can carry."""
    if not body.startswith("#"):
        return html5.get(f"{body};")
    sign = unescape(f"&{body};")
    if sign in "\n\r\x85\u2028\u2029\t" and sign:
        return " "
    return sign if len(sign) == 1 and sign != "\ufffd" and sign >= " " else None


def _told(seen: Counter[str], line: int, name: str) -> Diagnostic:
    forms = " ".join(f"{form}×{n}" if n > 1 else form for form, n in seen.most_common(12))
    return Diagnostic(
        "entities_decoded", {"count": seen.total(), "forms": forms}, line, text=shown(forms),
        confidence=Confidence.CERTAIN, source=name,
    )


def _unsure(before: Rows, after: list[Row], name: str) -> tuple[Diagnostic, ...]:
    """One question for all that looks like an entity or a tag and was left."""
    literal = text_of(before)
    found = [
        (row.numbers[0], form) for row in after
        for form in (*_LIKE.findall(row.text), *_TAG.findall(row.text)) if form in literal
    ]
    if not found:
        return ()
    forms = " ".join(dict.fromkeys(form for _, form in found))
    values: dict[str, int | str] = {"count": len(found), "forms": shown(forms)}
    return (Diagnostic(
        "entities_unsure", {**values}, found[0][0], text=found[0][1],
        confidence=Confidence.PROBABLE, source=name,
    ),)


def _short(tag: str) -> str:
    """A tag without its attributes; that of a link whole, for its address is said nowhere else."""
    return tag if "href" in tag else re.sub(r"\s[^<>]*?(/?>)$", r"\1", tag)
