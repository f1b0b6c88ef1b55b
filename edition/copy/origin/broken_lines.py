"""Lines a machine broke at a width of its own, whatever it is: joined into their paragraphs.

Judged over the whole copy: no line is longer than the width, the full ones break off inside a
sentence, and what is short ends one. White, an indent and a byline part paragraphs always. A
hyphen that ends a line inside a word is the machine's as well.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from edition.copy.origin.copyrows import WHITE, Row, Rows, Undone, cells_wide, sentence_ends
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.trade.bylines import own_line

_HYPHEN = re.compile(r"[A-Za-z]{2,}[-\u00ad\u2010]$")
_GOES_ON = re.compile(r"[a-z]{2,}")
_COMPOUND = re.compile(
    r"(?:well|self|high|low|long|short|full|half|all|ex|cross|non|part|first|second|third|two|three|"
    r"state|wi|e|so|old|new|mid|one|four|five|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$",
    re.I,
)
"""First halves of words that are written with a hyphen"""
_WORD = re.compile("[A-Za-z0-9.,:;%'/_-]+")
_BARE_END = re.compile(r"[\w]$")
_PART = re.compile(r"[，、；：,;:]$")
_LEAST_WIDTH = 18
_MOST_WIDTH = 200
_LEAST_FULL = 3
_SLACK = 3
"""cells a full line may lack beside the room for the next word"""
_BARE_SHARE = 0.4
_ODD_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class _Copy:
    """The rows without white at their ends, and which of them begin a paragraph."""

    texts: tuple[str, ...]
    starts: tuple[bool, ...]

    def pairs(self) -> list[int]:
        """Places of rows that stand close above another."""
        return [n for n in range(len(self.texts) - 1) if not self.starts[n + 1]]


def undo_breaks(
    rows: Rows, name: str, starts: Collection[int], sure: bool
) -> Undone | None:
    """The rows with their paragraphs whole; None where no machine broke the lines.

    A row whose line is in `starts` begins a paragraph. `sure` lowers the bar: where copy comes
    from is known, and such copy is broken.
    """
    copy = _as_copy(rows, starts)
    pairs = copy.pairs()
    width = _width(copy, pairs, 1 if sure else _LEAST_FULL)
    joins = {n for n in pairs if width and _is_full(copy, n, width)}
    hyphens = [n for n in pairs if _hyphened(copy.texts[n], copy.texts[n + 1])]
    if not joins and not hyphens:
        return None
    whole = " ".join(copy.texts)
    found: list[Row] = []
    taken: list[str] = []
    words: list[str] = []
    for at, row in enumerate(rows):
        if at and (at - 1 in joins or at - 1 in hyphens):
            last = found[-1]
            text, word = _joined(last.text.rstrip(WHITE), copy.texts[at], at - 1 in hyphens, whole)
            if word:
                words.append(word)
                taken.append(last.text.rstrip(WHITE)[-1] if "-" not in word else "")
            found[-1] = Row(text, (*last.numbers, *row.numbers))
        else:
            found.append(row)
    told = (
        *_told_joins([rows[at] for at in sorted(joins)], width, name),
        *_told_hyphens([rows[at] for at in hyphens], words, name),
    )
    return Undone(tuple(found), (), "".join(taken), "", told)


def broken_width(rows: Rows) -> int:
    """The width in half-width cells at which a machine has broken the rows, or 0."""
    copy = _as_copy(rows, ())
    return _width(copy, copy.pairs(), _LEAST_FULL)


def _as_copy(rows: Rows, starts: Collection[int]) -> _Copy:
    texts = tuple(row.text.strip(WHITE) for row in rows)
    begins = []
    for at, row in enumerate(rows):
        before = texts[at - 1] if at else ""
        begins.append(
            not before or not texts[at] or row.text[:1] in WHITE or "\t" in texts[at]
            or "\t" in before or row.numbers[0] in starts or own_line(texts[at]) is not None
            or own_line(before) is not None or len(rows[at - 1].numbers) > 1
        )
    return _Copy(texts, tuple(begins))


def _width(copy: _Copy, pairs: Sequence[int], least: int) -> int:
    """The width in half-width cells at which the lines are broken, or 0."""
    if not pairs:
        return 0
    width = max(cells_wide(copy.texts[n]) for n in pairs)
    if not _LEAST_WIDTH <= width <= _MOST_WIDTH:
        return 0
    if any(cells_wide(text) > width + _SLACK for text in copy.texts):
        return 0
    full = {n for n in pairs if _is_full(copy, n, width)}
    running = [n for n in full if not sentence_ends(copy.texts[n])]
    bare = sum(bool(_BARE_END.search(copy.texts[n])) for n in running)
    odd = sum(
        not sentence_ends(copy.texts[n]) and n not in full
        and not _PART.search(copy.texts[n]) for n in pairs
    )
    parted = sum(bool(_PART.search(copy.texts[n])) for n in pairs if n not in full)
    certain = (
        len(running) >= least and bare >= max(1, _BARE_SHARE * len(running))
        and odd <= max(1, _ODD_SHARE * len(pairs)) and parted <= _ODD_SHARE * len(pairs)
        and any(sentence_ends(text) for text in copy.texts)
    )
    return width if certain else 0


def _is_full(copy: _Copy, at: int, width: int) -> bool:
    """True when what opens the next row had no room in the one at `at`."""
    text, after = copy.texts[at], copy.texts[at + 1]
    word = _WORD.match(after)
    room = cells_wide(word.group()) if word else cells_wide(after[:2])
    return cells_wide(text) + min(room, width // 2) + _SLACK > width


def _hyphened(text: str, after: str) -> bool:
    return _HYPHEN.search(text) is not None and _GOES_ON.match(after) is not None


def _joined(left: str, right: str, hyphen: bool, whole: str) -> tuple[str, str]:
    """Both as one text, and the word a hyphen parted, as it is now."""
    if hyphen:
        head = re.search(r"[A-Za-z]+$", left[:-1])
        tail = re.match(r"[A-Za-z]+", right)
        assert head is not None and tail is not None
        kept = f"{head.group()}-{tail.group()}"
        compound = _COMPOUND.match(head.group()) or re.search(rf"\b{kept}\b", whole)
        if left[-1] == "-" and compound:
            return left + right, kept
        return left[:-1] + right, head.group() + tail.group()
    latin = (left[-1:].isascii() and left[-1:].isalnum()) or left[-1:] in ",.;:"
    between = " " if latin and right[:1].isascii() and right[:1].isalnum() else ""
    return left + between + right, ""


def _told_joins(joined: Sequence[Row], width: int, name: str) -> Iterator[Diagnostic]:
    """The remark about rows that go on in the next, the copy being wrapped at `width` cells."""
    if joined:
        reason = Phrase("wraps_at", {"width": (width + 1) // 2})
        yield Diagnostic(
            "line_ends_joined", {"count": len(joined), "reason": reason},
            joined[0].numbers[0], confidence=Confidence.PROBABLE, source=name,
        )


def _told_hyphens(joined: Sequence[Row], words: Sequence[str], name: str) -> Iterator[Diagnostic]:
    """The remark about words that a hyphen parted at the end of a row."""
    if joined:
        yield Diagnostic(
            "hyphens_joined", {"count": len(words), "words": tuple(words[:12])},
            joined[0].numbers[0], text=words[0], confidence=Confidence.CERTAIN, source=name,
        )
