"""Lines that stand together as rows: a table of cells, a list of short entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from edition.model import ListItem, Run
from edition.patterns import late
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.linekinds import LineKind
from edition.trade.bylines import bare_names

_GAP = late("[ \u3000\u00a0]+")
_RULES = frozenset("|｜")
_FIGURE = late(r"[+\-－—￥$]?[\d０-９]")
_CELL = 16
"""Characters a cell may hold; longer ones are clauses parted by white."""
_ENTRY = late(
    r"(?:[一二三四五六七八九十]是|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|"
    r"\d{1,2}[、.．)](?!\d)|[①-⑳]|[·•●○■□◆◇★☆△▲]|第[一二三四五六七八九十]{1,3}[，、：])\s*\S"
)
_NUMBER = late(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|"
    r"\d{1,3}[、.．)）](?!\d)|[①-⑳]|[·•●○■□◆◇★☆△▲]"
)
_FORMS = (
    "[一二三四五六七八九十]{1,3}[、.．]", "[（(][一二三四五六七八九十]", "\\d", "[（(]\\d",
    "[①-⑳]", ".",
)
"""What numbers of lists look like, in the order in which they stand inside each other."""
_UNNUMBERED = -1
_BULLETS = "·•●○■□◆◇★☆△▲"
_DATED = late(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[日点時时：:]|月[^，。]{1,4}日)\S{0,8}[ \u3000]+\S"
)
_INDEXED = late(
    r"(?:[A-Z]{1,2}\d{1,2}|\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"\s*(?:版|[ \u3000·])[ \u3000]*\S{4}"
)
"""A page and what stands on it, as a digest has them."""
OF_A_SITE = late(
    "首\\s*[页頁]\\s*[>＞»]|[责責](?:任[编編][辑輯]|[编編])\\s*[：:]|\\d{2}:\\d{2}:\\d{2}|"
    "^\\d{4}.{0,12}\\d{1,2}[:：]\\d{2}|\\d{1,2}[:：]\\d{2}[^，。]{0,6}[来來]源|"
    "(?:[发發][布佈]|更新)(?:日期|[时時][间間])|[浏瀏][览覽][^，。]{0,3}[：:]|[点點][击擊](?:[数數量]|[进進]入)|"
    "字\\s*[号號体體]\\s*[：:]|【打印|【[关關][闭閉]|版[权權](?:[声聲]明|所有)|[关關][键鍵][字词詞]\\s*[：:]|"
    "[转轉][载載][请請]注明|[请請]注明出处|"
    "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2} +\\d{1,2}:\\d{2}$"
)
"""what a site sets round an article and no notice holds"""
_SHORT = 24
_ITEM = 80
_OPEN = (LineKind.HEAD, LineKind.MAYBE_HEAD, LineKind.TEXT)


def cells(text: str) -> tuple[str, ...]:
    """The cells of a row: what tabs part, empty ones too; without tabs what white parts.

    Upright rules that part the cells of a table are tabs by now; any other is copy.
    """
    if "\t" in text:
        return tuple(cell.strip() for cell in text.split("\t"))
    found = tuple(part for part in _GAP.split(text) if part)
    return (text,) if _RULES.intersection(found) else found


def items(texts: Sequence[str]) -> tuple[ListItem, ...]:
    """The items of a list with their own numbers; another form of number is a list inside it."""
    labels = [found.group() if (found := _NUMBER.match(text)) else "" for text in texts]
    ranks = [_rank(label) for label in labels]
    levels = {rank: level for level, rank in enumerate(sorted(set(ranks) - {_UNNUMBERED}))}
    return tuple(
        ListItem((Run(text[len(label):].strip()),), levels.get(rank, 0), label)
        for text, label, rank in zip(texts, labels, ranks, strict=True)
    )


def _rank(label: str) -> int:
    """How deep a form of number stands."""
    if not label:
        return _UNNUMBERED
    return next(rank for rank, form in enumerate(_FORMS) if re.match(form, label))


def heads_columns(rows: Sequence[Sequence[str]]) -> bool:
    """True when the first row names the columns: words above figures."""
    if len(rows) < 2 or any(_FIGURE.match(cell) for cell in rows[0]):
        return False
    return any(
        rows[0][at] and _FIGURE.match(cell)
        for row in rows[1:] for at, cell in enumerate(row[: len(rows[0])])
    )


def mark_rows(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """Mark runs of rows as table and runs of entries as list."""
    for at, line in enumerate(lines):
        if "\t" in line.text:
            kinds[at] = LineKind.TABLE
    for at, end in _runs(lines, kinds, _same_cells, (*_OPEN, LineKind.FURNITURE)):
        if kinds[at] is LineKind.FURNITURE or any(
            OF_A_SITE.search(lines[n].text) for n in range(at, end)
        ):
            continue
        rows = [cells(lines[n].text) for n in range(at, end)]
        figures = sum(bool(_FIGURE.match(cell)) for row in rows for cell in row[1:])
        dates = all(_DATED.match(lines[n].text) for n in range(at, end))
        if dates and len(rows[0]) == 2:
            continue
        if len(rows[0]) > 2 and all(bare_names(lines[n].text) for n in range(at, end)):
            kinds[at:end] = [LineKind.LIST] * (end - at)
        elif figures >= len(rows) or (len(rows) > 2 and len(rows[0]) > 2 and figures):
            kinds[at:end] = [LineKind.TABLE] * (end - at)
    for at, end in _runs(lines, kinds, _both_indexed, (*_OPEN, LineKind.FURNITURE)):
        kinds[at:end] = [LineKind.LIST] * (end - at)
    for at, end in _runs(lines, kinds, _both_entries):
        if end - at > 1 and _is_list(lines, at, end):
            kinds[at:end] = [LineKind.LIST] * (end - at)


def _runs(
    lines: Sequence[CopyLine], kinds: Sequence[LineKind], alike: Callable[[str, str], bool],
    of: tuple[LineKind, ...] = _OPEN,
) -> Iterator[tuple[int, int]]:
    """Places of two or more lines in a row that are alike."""
    start = 0
    for at, (one, next_) in enumerate(pairwise(lines), 1):
        together = (
            kinds[at - 1] in of and kinds[at] in of
            and len(next_.numbers) == len(one.numbers) == 1 and alike(one.text, next_.text)
        )
        if not together:
            if at - start > 1:
                yield start, at
            start = at
    if len(lines) - start > 1:
        yield start, len(lines)


def _same_cells(one: str, other: str) -> bool:
    parts, others = cells(one), cells(other)
    return len(parts) == len(others) > 1 and all(
        len(cell) <= _CELL and "。" not in cell and "，" not in cell for cell in (*parts, *others)
    )


def _both_indexed(one: str, other: str) -> bool:
    return all(
        _INDEXED.match(text) and len(text) <= 2 * _SHORT and "。" not in text
        for text in (one, other)
    )


def _both_entries(one: str, other: str) -> bool:
    return all(
        (_ENTRY.match(text) and len(text) <= _ITEM) or (_DATED.match(text) and len(text) <= _SHORT)
        for text in (one, other)
    )


def _is_list(lines: Sequence[CopyLine], at: int, end: int) -> bool:
    """Entries end alike, with ；, or are short; counted paragraphs of copy are neither."""
    texts = [lines[n].text for n in range(at, end)]
    if all(text[-1] in "；;" for text in texts[:-1]):
        return True
    if any(text[0] in _BULLETS and text[-1] in "。！？" for text in texts):
        return False
    introduced = at > 0 and lines[at - 1].text[-1] in "：:"
    return all(len(text) <= _SHORT and "。" not in text[:-1] for text in texts) and (
        introduced or len(texts) > 2 or all(_DATED.match(text) for text in texts)
    )
