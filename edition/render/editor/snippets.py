"""The lines of sidecar TOML that would answer a query, ready to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from edition.answering import ROLES, Do
from edition.errors import Diagnostic
from edition.messages.telling import phrase
from edition.messages.texts import Lang, Phrase
from edition.sidecar.values import toml_value

_CHOICES: Mapping[str, tuple[Do, ...]] = MappingProxyType({
    "wrap_joined": (Do.SPLIT,),
    "wrap_joined_unsure": (Do.SPLIT,),
    "unfinished_paragraph": (Do.JOIN,),
    "near_duplicate_pullquote": (Do.DROP, Do.PARAGRAPH),
    "near_duplicate_paragraph": (Do.DROP,),
    "missing_character": (Do.REPLACE,),
    "place_conflict": (Do.REPLACE, Do.HOLD),
    "mixed_in_text": (Do.REPLACE, Do.HOLD),
    "unbalanced_quote": (Do.REPLACE, Do.HOLD),
    "lost_opening": (Do.HOLD,),
    "lost_opening_unsure": (Do.HOLD,),
    "crossheads_or_headlines": (Do.HEADLINE, Do.CROSSHEAD),
    "headline_missing": (Do.HEADLINE, Do.HOLD),
    "part_unsure": ROLES,
    "parts_unsure": ROLES,
    "section_guessed": (Do.HEADLINE, Do.CROSSHEAD, Do.SECTION),
    "jump": (Do.PARAGRAPH,),
    "furniture_guessed": (Do.HEADLINE, Do.PARAGRAPH),
    "furniture_kept": (Do.FURNITURE,),
    "lines_set_aside": (Do.HEADLINE, Do.PARAGRAPH),
})
"""What may answer a query beside `keep`."""
_VERBS = {"item": Do.LIST, "row": Do.LIST}
"""the answer for a part of another name"""
_SILENT = frozenset({
    "not_conserved", "answer_stale", "answer_moved", "answer_replaced", "answer_dropped",
    "story_held",
})
"""Records of answers and faults of a reader: nothing to answer."""
_WORDS = 8
"""characters that show a line unchanged"""


def snippet(
    remark: Diagnostic, rows: Sequence[str], file: str | None, lang: Lang = "en"
) -> str:
    """The `[[answers]]` that keeps the copy, and as comments what else may be said.

    `rows` are the lines of the source; `file` names it where there are several; the comments are
    in `lang`. Empty where nothing can be answered.
    """
    if not answerable(remark, rows) or not remark.line:
        return ""
    row = rows[remark.line - 1].strip()
    lines = ["[[answers]]"]
    if file:
        lines.append(f"file = {toml_value(file)}")
    lines += [
        f"line = {remark.line}", f"text = {toml_value(known_by(remark, row))}", 'do = "keep"',
        f"query = {toml_value(remark.kind)}",
    ]
    others = offered(remark)
    if others:
        lines.append(phrase("answer_or", lang))
    lines += [_other(do, remark, row) for do in others]
    if _of_several(remark):
        lines.append(f"# also = [{', '.join(map(toml_value, further(remark, rows)))}]")
    return "\n".join(lines)


def answerable(remark: Diagnostic, rows: Sequence[str]) -> bool:
    """True where an answer can be given at the remark's line."""
    line = remark.line
    return bool(
        remark.kind not in _SILENT and line and line <= len(rows) and rows[line - 1].strip()
    )


def offered(remark: Diagnostic) -> Sequence[Do]:
    """What may answer a query beside `keep`: the part as read first, then the next best."""
    choices = _CHOICES.get(remark.kind, ())
    said = (remark.values.get("part"), remark.values.get("other"))
    parts = [value.key.removeprefix("as_") for value in said if isinstance(value, Phrase)]
    likely = [_VERBS.get(part, part) for part in parts]
    return sorted(choices, key=lambda do: likely.index(do) if do in likely else len(likely))


def further(remark: Diagnostic, rows: Sequence[str]) -> list[str]:
    """The further lines of a query about several, each by characters that are found below the last.
    """
    lines = remark.values.get("lines", ())
    if not _of_several(remark) or not isinstance(lines, tuple):
        return []
    found: list[str] = []
    above = remark.line or 0
    for line in lines[1:]:
        assert isinstance(line, int), "a query names lines by their numbers"
        words = _told_apart(rows[line - 1].strip(), rows[above : line - 1])
        if not words:
            break
        found.append(words)
        above = line
    return found


def _of_several(remark: Diagnostic) -> bool:
    return remark.kind == "parts_unsure" and isinstance(remark.values.get("lines", ()), tuple)


def _told_apart(row: str, between: Sequence[str]) -> str:
    """As many characters of a row as no row between it and the last one holds; empty if all do."""
    words = (row[:length] for length in (_WORDS, 2 * _WORDS, len(row)))
    return next((text for text in words if not any(text in other for other in between)), "")


def _other(do: Do, remark: Diagnostic, row: str) -> str:
    words = f"\n# with = {toml_value(mended(remark, row))}" if do is Do.REPLACE else ""
    return f'# do = "{do}"{words}'


def mended(remark: Diagnostic, row: str) -> str:
    """The suggestion, or the words as they are for the editor to mend."""
    if remark.suggestion and remark.text and remark.text in row:
        return remark.suggestion
    return known_by(remark, row)


def known_by(remark: Diagnostic, row: str) -> str:
    """Characters of the line by which a later change of it is noticed."""
    words = (remark.text or "").split("|")[-1].strip()
    return words if words and words in row else row[:_WORDS].strip()
