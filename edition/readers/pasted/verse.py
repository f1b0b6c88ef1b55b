"""Which lines are verse: they are never joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from edition.copy.clean import unspaced
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.trade.bylines import bare_names

_VERSES = 3
_VERSE_LENGTH = 20
_SUBTITLE = 8
_POEM = re.compile(
    ".{1,16}[（(](?:外[一二三四五六七八九十两]首|[组組][诗詩]|[诗詩]|"
    "[一二三四五六七八九十]首)[）)]"
)
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


def mark_marked_poems(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """Short lines under a title that says it is a poem: （外一首）, （组诗）."""
    for at, line in enumerate(lines):
        if kinds[at] not in HEADS or not is_poem_title(line.text) or (at and not line.gap):
            continue
        start = at + 1
        if start < len(lines) and is_author(lines[start].text):
            start += 1
        run = range(start, _poem_end(lines, kinds, start))
        if len(run) <= _VERSES or not _in_stanzas(lines, run):
            continue
        kinds[at] = LineKind.HEAD
        if start > at + 1:
            kinds[at + 1] = LineKind.BYLINE
        for n in run:
            kinds[n] = LineKind.HEAD if _is_subtitle(lines, n, run.stop) else LineKind.VERSE


def is_poem_title(text: str) -> bool:
    """True for a title that says it is a poem."""
    return _POEM.fullmatch(text) is not None


def _poem_end(lines: Sequence[CopyLine], kinds: Sequence[LineKind], start: int) -> int:
    """The place after the short lines from `start` on, without a title of what follows."""
    end = start
    while end < len(lines) and end - start < _LONGEST and _like_verse(lines[end], kinds[end]):
        signed = end + 1 < len(lines) and is_author(lines[end + 1].text)
        if lines[end].text[-1] == "。" or (signed and lines[end].gap > 0):
            return end
        end += 1
    last = end == len(lines) or kinds[end] is LineKind.BYLINE
    while not last and end > start and lines[end - 1].gap > 0:
        end -= 1
    return end


def _is_subtitle(lines: Sequence[CopyLine], at: int, end: int) -> bool:
    """True for a short line alone between white, above a stanza."""
    alone = lines[at].gap > 0 and at + 2 < end and lines[at + 1].gap > 0 and lines[at + 2].gap == 0
    return alone and len(lines[at].text) <= _SUBTITLE


def _in_stanzas(lines: Sequence[CopyLine], run: range) -> bool:
    """True when lines stand close in groups, and most do not end as sentences do."""
    close = sum(lines[n].gap == 0 for n in run)
    stops = sum(lines[n].text[-1] in "。：:" for n in run)
    return 5 * close >= 2 * len(run) and 2 * stops < len(run)


def _like_verse(line: CopyLine, kind: LineKind) -> bool:
    plain_kinds = (LineKind.HEAD, LineKind.MAYBE_HEAD, LineKind.TEXT, LineKind.DASHED)
    return kind in plain_kinds and len(line.text) <= _VERSE_LENGTH


def is_author(text: str) -> bool:
    """True for a name of two or three characters alone on its line."""
    return len(unspaced(text)) in (2, 3) and bare_names(text) is not None
