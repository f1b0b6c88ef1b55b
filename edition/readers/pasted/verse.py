"""Which lines are verse: they are never joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from edition.readers.pasted.bylinelines import is_author
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.trade.bylines import bare_names

_VERSES = 3
_VERSE_LENGTH = 20
_LONGEST = 80
"""lines of a poem whose title is looked for"""


def mark_verse(lines: Sequence[CopyLine], kinds: list[LineKind], usual: int) -> None:
    """Three or more short lines without white between them, in copy that parts its paragraphs."""
    if usual == 0:
        return
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and lines[at].gap == 0:
            continue
        run = range(start, at)
        goes_on = start > 0 and kinds[start - 1] is LineKind.VERSE and len(run) > 1
        fits = all(_like_verse(lines[n], kinds[n]) for n in run)
        if fits and (goes_on or _is_stanza(lines, kinds, run)):
            for n in run:
                kinds[n] = LineKind.VERSE
        start = at


def _is_stanza(lines: Sequence[CopyLine], kinds: Sequence[LineKind], run: range) -> bool:
    """Not the kicker, headline and deck of a story, which may stand as close."""
    if any(kinds[n] is LineKind.DASHED for n in run) or len(run) < _VERSES:
        return False
    widths = Counter(len(lines[n].text) for n in run)
    marked = sum(lines[n].text[-1] in "，。！？；、" for n in run)
    return len(run) > _VERSES or marked > 0 or widths.most_common(1)[0][1] > 1


def mark_close_verse(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """Three or more short lines of one length, each with its mark, where nothing is parted."""
    _mark_signed_verse(lines, kinds)
    start = 0
    for at in range(1, len(lines) + 1):
        same = at < len(lines) and len(lines[at].text) == len(lines[start].text)
        if same and lines[at].gap == lines[start + 1].gap:
            continue
        run = range(start, at)
        if len(run) >= _VERSES and all(
            _like_verse(lines[n], kinds[n]) and lines[n].text[-1] in "，。；！？、" for n in run
        ):
            for n in run:
                kinds[n] = LineKind.VERSE
        start = at


def _mark_signed_verse(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """Title, author, and three or more short lines that do not run to a full stop."""
    for at in range(1, len(lines) - _VERSES):
        if kinds[at - 1] not in HEADS or kinds[at] not in HEADS or not is_author(lines[at].text):
            continue
        end = at + 1
        while end < len(lines) and _like_verse(lines[end], kinds[end]) and (
            end == at + 1 or lines[end].gap == 0
        ):
            end += 1
        run = range(at + 1, end)
        stops = sum(lines[n].text[-1] == "。" for n in run)
        names = sum(bare_names(lines[n].text) is not None for n in run)
        if len(run) >= _VERSES and 2 * stops < len(run) and 2 * names < len(run):
            for n in run:
                kinds[n] = LineKind.VERSE


def mark_signed_stanzas(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """Short lines in stanzas between a title and the poet's name in brackets."""
    for end in range(_VERSES + 1, len(lines)):
        if kinds[end] is not LineKind.BYLINE or lines[end].text[0] not in "（(":
            continue
        start = end
        while start > 0 and end - start < _LONGEST and _like_verse(
            lines[start - 1], kinds[start - 1]
        ) and (start == end or kinds[start] is not LineKind.DASHED):
            start -= 1
        run = range(start + 1, end)
        parted = start == 0 or lines[start].gap >= lines[min(start + 1, end)].gap
        if len(run) > _VERSES and parted and lines[start + 1].gap > 0 and _in_stanzas(lines, run):
            kinds[start] = LineKind.HEAD
            for n in run:
                kinds[n] = LineKind.VERSE


def _in_stanzas(lines: Sequence[CopyLine], run: range) -> bool:
    """True when lines stand close in groups, and most do not end as sentences do."""
    close = sum(lines[n].gap == 0 for n in run)
    stops = sum(lines[n].text[-1] in "。：:" for n in run)
    return 2 * close >= len(run) and 2 * stops < len(run)


def _like_verse(line: CopyLine, kind: LineKind) -> bool:
    plain_kinds = (LineKind.HEAD, LineKind.MAYBE_HEAD, LineKind.TEXT, LineKind.DASHED)
    return kind in plain_kinds and len(line.text) <= _VERSE_LENGTH
