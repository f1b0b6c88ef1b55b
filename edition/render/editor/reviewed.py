"""The doubtful forms of a change of script: for a terminal, as a table, as a sheet, and answered.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from html import escape

from edition.errors import WrongUse
from edition.messages.telling import phrase
from edition.messages.texts import Lang
from edition.passes.script.formdoubts import ReviewedForm

COLUMNS = (
    "rank", "word", "chosen", "others", "answer", "reason", "places", "story", "before", "after",
)
"""of the TSV; `answer` is left empty for the editor"""
_BETWEEN = "|"
"""parts the other forms in a field"""
_UNSAFE = "=+-@"
"""A spreadsheet would take a field that begins so for a formula."""
_SHOWN = 60
"""characters of a wrong head that an error shows"""
_HEADS = ("word", "chosen", "others", "reason", "places", "context")
_STYLE = (
    "body{font:16px/1.6 serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}"
    "td[lang]{white-space:nowrap}"
    "mark{background:#fe8}"
)


def review_text(found: Sequence[ReviewedForm], size: int, lang: Lang) -> str:
    """A line for each form and one for its place; `size` is the copy's, in characters."""
    return "\n".join(_lines(found, size, lang))


def _lines(found: Sequence[ReviewedForm], size: int, lang: Lang) -> Iterator[str]:
    if not found:
        yield phrase("review_none", lang)
        return
    rate = 1000 * len(found) / max(size, 1)
    yield phrase("review_count", lang, {"count": len(found), "rate": rate})
    for one in found:
        yield phrase("review_form", lang, {
            "rank": one.rank, "word": one.doubt.word, "chosen": one.doubt.chosen,
            "others": one.doubt.others, "reason": _reason(one, lang), "places": one.places,
        })
        context = f"{one.before}【{one.doubt.word}】{one.after}"
        if one.story is not None:
            yield "   " + phrase("review_place", lang, {
                "story": one.story, "headline": one.headline or phrase("untitled", lang),
                "context": context,
            })
        elif one.places:
            yield "   " + phrase("review_outside", lang, {"context": context})


def _reason(one: ReviewedForm, lang: Lang) -> str:
    return phrase(f"review_reason_{one.doubt.reason}", lang)


def review_tsv(found: Sequence[ReviewedForm]) -> str:
    """The same as a table, a row a form, its reason by name."""
    out = io.StringIO()
    rows = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in found:
        doubt = one.doubt
        row = (one.rank, doubt.word, doubt.chosen, _BETWEEN.join(doubt.others), "", doubt.reason,
               one.places, one.story or "", one.before, one.after)
        rows.writerow([_safe(str(value)) for value in row])
    return out.getvalue()


def _safe(field: str) -> str:
    return f"'{field}" if field.startswith(tuple(_UNSAFE)) else field


def review_sheet(found: Sequence[ReviewedForm], name: str, tag: str, lang: Lang) -> str:
    """The same as a page of its own."""
    title = escape(phrase("review_title", lang, {"name": name, "tag": tag}))
    heads = "".join(f"<th>{escape(phrase(f'review_head_{h}', lang))}</th>" for h in _HEADS)
    rows = "\n".join(_row(one, tag, lang) for one in found)
    table = f"<table><tr><th>#</th>{heads}</tr>\n{rows}\n</table>" if found else (
        f"<p>{escape(phrase('review_none', lang))}</p>"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>\n<h1>{title}</h1>\n"
        f"<p>{escape(phrase('review_how', lang))}</p>\n{table}\n</body></html>\n"
    )


def _row(one: ReviewedForm, tag: str, lang: Lang) -> str:
    doubt = one.doubt
    others = "<br>".join(map(escape, doubt.others))
    shown = f"{escape(one.before)}<mark>{escape(doubt.word)}</mark>{escape(one.after)}"
    place = f"{one.story}. " if one.story is not None else ""
    return (
        f'<tr><td>{one.rank}</td><td lang="zh-Hans">{escape(doubt.word)}</td>'
        f'<td lang="{tag}">{escape(doubt.chosen)}</td><td lang="{tag}">{others}</td>'
        f"<td>{escape(_reason(one, lang))}</td><td>{one.places}</td>"
        f'<td>{place}<span lang="zh-Hans">{shown}</span></td></tr>'
    )


def answered(
    found: Sequence[ReviewedForm], table: str, name: str
) -> tuple[tuple[str, str], ...]:
    """Words and the forms chosen for them in a table that an editor has filled.

    Raises WrongUse for a word that is not asked about and for an answer that is no form of it.
    """
    doubts = {_safe(one.doubt.word): one.doubt for one in found}
    given: dict[str, str] = {}
    for line, row in _rows(table, name):
        answer, word = ((row.get(key) or "").strip() for key in ("answer", "word"))
        if not answer:
            continue
        doubt = doubts.get(word)
        known = (doubt.chosen, *doubt.others) if doubt else ()
        if answer.isdecimal() and int(answer) < len(known):
            answer = known[int(answer)]
        if doubt is None or answer.isdecimal() or "=" in answer:
            raise WrongUse("review_answer_wrong", where=name, line=line, said=f"{word} {answer}")
        given[doubt.word] = answer
    return tuple(given.items())


def _rows(table: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line. Raises WrongUse for what is no such table."""
    rows = csv.DictReader(io.StringIO(table.lstrip("\ufeff")), dialect="excel-tab")
    try:
        heads = rows.fieldnames or ()
        if not {"answer", "word"} <= set(heads):
            raise WrongUse(
                "review_answer_wrong", where=name, line=1, said=" ".join(heads)[:_SHOWN]
            )
        for row in rows:
            yield rows.line_num, row
    except csv.Error as fault:
        raise WrongUse(
            "review_answer_wrong", where=name, line=rows.line_num, said=str(fault)
        ) from fault
