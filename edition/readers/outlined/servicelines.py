"""Lines that are each a thing of their own: label and text, questions and answers, verses.

Formats that let lines run on, or part them with a break, cannot say which lines were meant; what
neighbours have in common tells, never one line alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.copy.numbering import cut_runs
from edition.model import (
    Block,
    Entries,
    EntryRow,
    ListBlock,
    ListItem,
    Paragraph,
    Runs,
    Verse,
    plain,
)
from edition.readers.outlined.runs import flat
from edition.trade.numberformats import number_of

_LABEL = re.compile(
    r"[\u3400-\u9fffA-Za-z（(][\u3400-\u9fffA-Za-z（）()、/·\s\u3000]{0,11}[：:](?!//)(?=[^\n]*\S)"
)
_NUMBERED = re.compile(
    r"([（(]?)(?:([0-9]{1,3})|([一二三四五六七八九十]{1,3})|([a-z]))(?:([）)])|([、.．])(?![0-9]))\s*"
    r"(?=\S)|([①-⑳])\s*(?=\S)"
)
_DIALOGUE = re.compile(r"(?:问|答|問|记者|記者|主持人|[QA])\s*[：:]")
_ENDS = "，。；！？、,;!?…”』」"
_ENTRY = 60
"""characters of the longest line that is label and text"""
_SHORT = 20
"""characters of the longest line of what is taken for lines by its shape"""
_STANZA = 4
"""lines between breaks that are taken for verse without a question"""


def is_labelled(text: str) -> bool:
    """True for a line that opens with a label and its colon, as 时间：… does."""
    return _LABEL.match(text) is not None


def labelled_blocks(
    rows: Sequence[Runs], lines: Sequence[tuple[int, ...]]
) -> tuple[Block, ...]:
    """Labelled lines as entries; speech and longer lines as paragraphs of their own.

    `lines` are the lines of the file of each row.
    """
    texts = [plain(row) for row in rows]
    if any(_DIALOGUE.match(text) or len(text) > _ENTRY for text in texts):
        return tuple(Paragraph(row, at) for row, at in zip(rows, lines, strict=True))
    pairs = []
    for row, text in zip(rows, texts, strict=True):
        label = _LABEL.match(text)
        head, rest = cut_runs(row, label.end() if label else 0)
        pairs.append(EntryRow(flat(head), flat(rest)))
    return (Entries(tuple(pairs), tuple(dict.fromkeys(n for at in lines for n in at))),)


def numbered_block(rows: Sequence[Runs], lines: tuple[int, ...] = ()) -> ListBlock | None:
    """Lines that all open with a number of one form, each one more than that before it."""
    found = [_NUMBERED.match(plain(row)) for row in rows]
    if len(rows) < 2 or not all(found):
        return None
    numbers = [number_of(one.group()) for one in found if one]
    forms = {_form(one) for one in found if one}
    first = numbers[0]
    if len(forms) != 1 or first is None or any(n != first + at for at, n in enumerate(numbers)):
        return None
    items = []
    for row, one in zip(rows, found, strict=True):
        head, rest = cut_runs(row, one.end() if one else 0)
        items.append(ListItem(flat(rest), 0, plain(head).strip()))
    return ListBlock(tuple(items), lines)


def _form(found: re.Match[str]) -> str:
    """What a number looks like, whatever its value."""
    kind = next(n for n in (2, 3, 4, 7) if found.group(n))
    return f"{found[1] or ''}{kind}{found[5] or found[6] or ''}"


def are_lines(texts: Sequence[str]) -> bool:
    """True for three short lines or more, and for two that both end in a mark."""
    if max(map(len, texts)) > _SHORT:
        return False
    return len(texts) > 2 or all(text[-1] in _ENDS for text in texts)


def parted_lines(rows: Sequence[Runs]) -> tuple[Block, ...]:
    """Lines that breaks part inside one paragraph: entries, verse, or paragraphs."""
    texts = [plain(row) for row in rows]
    if len(rows) > 1 and all(map(is_labelled, texts)):
        return labelled_blocks(rows, [()] * len(rows))
    if (numbered := numbered_block(rows)) is not None:
        return (numbered,)
    if len(rows) >= _STANZA and are_lines(texts):
        return (Verse(tuple(rows)),)
    return tuple(map(Paragraph, rows))
