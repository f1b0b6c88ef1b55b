"""Clean text: line ends made one, and nothing in it that a page cannot carry. Pure, total,
idempotent. What is dropped is counted in one diagnostic for each kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from edition.copy.invisible import INVISIBLE, settle_invisible, sign_name
from edition.errors import Diagnostic, hold_type
from edition.messages.texts import Phrase, Value
from edition.patterns import late

_ENDS = late("\r\n|[\r\x85\u2028\u2029]")
_DROPPED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("nul_removed", re.compile("\x00")),
    (
        "control_removed",
        re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"),
    ),
    ("bidi_removed", re.compile("[\u202a-\u202e\u2066-\u2069]")),
    ("bom_removed", re.compile("\ufeff")),
)
_MARKS = late(r"[^\W\d_][\u0300-\u036f]+")
_PILE = 30
_UNCLEAN = late(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
    f"|{INVISIBLE.pattern}"
)


def clean_text(
    text: str, name: str | None = None, *, tabs: bool = False
) -> tuple[str, tuple[Diagnostic, ...]]:
    """`text` with LF line ends, without what XML forbids or nobody sees, and what was dropped.

    A tab becomes a space, for no line of a page has tab stops, unless `tabs` are to stay because
    they part the cells of rows. U+3000, variation selectors, private-use characters and CJK
    compatibility ideographs stay.
    """
    if _UNCLEAN.search(text) is None and not _has_combining(text):
        return text, ()  # as with nearly all texts
    text = one_line_end(text)
    if not tabs:
        text = text.replace("\t", " ")
    found: list[Diagnostic] = []
    for kind, pattern in _DROPPED:
        first = pattern.search(text)
        if first is None:
            continue
        line = text.count("\n", 0, first.start()) + 1
        text, count = pattern.subn("", text)
        found.append(_dropped(kind, line, count, name))
    text, unseen = settle_invisible(text)
    found += (
        Diagnostic(
            "invisible_removed", {"count": count, "line": line, "sign": sign_name(sign)}, line,
            source=name,
        )
        for sign, line, count in unseen
    )
    text, piled = _unpile(text, name)
    return _MARKS.sub(lambda m: unicodedata.normalize("NFC", m.group()), text), (*found, *piled)


def count_drops(
    remarks: Iterable[Diagnostic], counts: dict[tuple[str, Value], Diagnostic]
) -> None:
    """Add remarks of `clean_text` to those of other texts: one for each kind and sign of a file."""
    for remark in remarks:
        key = remark.kind, remark.values.get("sign", "")
        first = counts.get(key)
        if first is None:
            counts[key] = remark
            continue
        both = int(str(remark.values["count"])) + int(str(first.values["count"]))
        values: dict[str, Value] = {**first.values, "count": both}
        values |= {"were": Phrase("many_were")} if "were" in values else {}
        counts[key] = replace(first, values=values)


def one_line_end(text: str) -> str:
    """`text` with LF for every other line end."""
    return _ENDS.sub("\n", text)


def _dropped(kind: str, line: int, count: int, name: str | None) -> Diagnostic:
    were = Phrase("one_was" if count == 1 else "many_were")
    return Diagnostic(kind, {"count": count, "line": line, "were": were}, line, source=name)


def _has_combining(text: str) -> bool:
    return any(map(unicodedata.combining, set(text)))


def _unpile(text: str, name: str | None) -> tuple[str, tuple[Diagnostic, ...]]:
    """Cut runs of combining marks that no script needs."""
    if not _has_combining(text):
        return text, ()
    kept: list[str] = []
    run = cut = first = 0
    for at, character in enumerate(text):
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _PILE:
            first = first or text.count("\n", 0, at) + 1
            cut += 1
        else:
            kept.append(character)
    if not cut:
        return text, ()
    return "".join(kept), (_dropped("marks_removed", first, cut, name),)


def unspaced(text: str) -> str:
    """The characters of `text` without any white space: what conservation counts."""
    return "".join(text.split())


def clean(text: str) -> str:
    """`text` on one line, without what no page can carry; line ends and tabs become spaces."""
    hold_type("text", text, str)
    return clean_text(text)[0].replace("\n", " ")
