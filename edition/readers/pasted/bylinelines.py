"""Which lines sign a story though they stand neither in brackets nor beside a role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.copy.clean import unspaced
from edition.readers.pasted.copylines import CopyLine, ended
from edition.readers.pasted.linekinds import LineKind, follower
from edition.trade.bylines import bare_names

_UNIT = re.compile(
    "[\u4e00-\u9fff]{1,10}(?:公社|大队|[县市镇乡村街厂校局队社部院所站店班]|公司|大学|中学|小学|读者)|读者"
)
_IN_BRACKETS = re.compile(
    "[（(](?![完上中下图圖待续續讯訊电電])[\u4e00-\u9fff·]{2,6}"
    "(?:[ \u3000][\u4e00-\u9fff·]{2,4}){0,2}[）)]"
)


def _signs_a_letter(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """清河公社　王大柱: where the writer lives or works, and the name, under ended copy."""
    parts = lines[at].text.split()
    return (
        kinds[at] in (LineKind.HEAD, LineKind.TEXT) and kinds[at - 1] is LineKind.TEXT
        and ended(lines[at - 1].text) and len(parts) == 2 and len(parts[1]) <= 3
        and _UNIT.fullmatch(parts[0]) is not None
        and bare_names(parts[1]) is not None
    )


def _signs_above(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """A line of names alone after the last paragraph, unless the next is the author's name."""
    if kinds[at] is not LineKind.HEAD or kinds[at - 1] is not LineKind.TEXT:
        return False
    if follower(kinds, at) not in (None, LineKind.HEAD, LineKind.DASHED):
        return False
    return bare_names(lines[at].text) is not None and not (
        at + 1 < len(kinds) and is_author(lines[at + 1].text)
        and follower(kinds, at + 1) in (LineKind.TEXT, LineKind.VERSE, LineKind.LABEL)
    )


def _signs_in_brackets(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """Two to four characters in brackets alone under the last paragraph: a name of any people."""
    return (
        kinds[at] is LineKind.TEXT and _IN_BRACKETS.fullmatch(lines[at].text) is not None
        and kinds[at - 1] is LineKind.TEXT and ended(lines[at - 1].text)
        and follower(kinds, at) in (None, LineKind.HEAD, LineKind.DASHED, LineKind.LABEL)
    )


def _signs_below(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """A name of two or three characters alone between headline and copy: the author."""
    return (
        kinds[at] is LineKind.HEAD
        and kinds[at - 1] in (LineKind.HEAD, LineKind.DASHED)
        and is_author(lines[at].text)
        and follower(kinds, at) in (LineKind.TEXT, LineKind.VERSE, LineKind.LABEL)
    )


def is_author(text: str) -> bool:
    return len(unspaced(text)) in (2, 3) and bare_names(text) is not None


BYLINE_SIGNS = (_signs_above, _signs_below, _signs_in_brackets, _signs_a_letter)
"""What tells a byline that is neither in brackets nor beside a role."""
