"""The lines of pasted text in the hands of the labeller: what is certain, and what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from edition.copy.clean import unspaced
from edition.readers.labelling.families import label_alike
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.linepatterns import pattern_of
from edition.readers.labelling.states import LineState
from edition.readers.labelling.storysigns import may_be_of_a_site
from edition.readers.labelling.surroundings import LabelLine
from edition.readers.labelling.traits import looks_aside
from edition.readers.labelling.weighttable import Weights
from edition.readers.pasted.copylines import CopyLine, ended
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.readers.pasted.rows import cells
from edition.trade.asides import sign_of
from edition.trade.closings import is_document_number
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import BESIDE, BRIEFS

S = LineState
FIRM: Mapping[LineKind, frozenset[LineState]] = MappingProxyType({
    LineKind.TABLE: frozenset({S.ROW}), LineKind.LIST: frozenset({S.ITEM}),
    LineKind.ENTRY: frozenset({S.ITEM}), LineKind.VERSE: frozenset({S.VERSE}),
    LineKind.CLOSING: frozenset({S.CLOSING}), LineKind.LABEL: frozenset({S.NOTE}),
    LineKind.JUMP: frozenset({S.JUMP}), LineKind.FURNITURE: frozenset({S.FURNITURE}),
    LineKind.CAPTION: frozenset({S.CAPTION, S.CREDIT}),
    LineKind.CREDIT: frozenset({S.CREDIT, S.BYLINE_OVER, S.BYLINE_UNDER}),
})
"""What form and place settle."""
_ASIDE = frozenset({S.FURNITURE, S.JUMP})
_NONE: frozenset[LineState] = frozenset()
_TEXT = frozenset({S.OPENING, S.PARAGRAPH, S.UNDER})
_SIGNED = frozenset({S.BYLINE_OVER, S.BYLINE_UNDER})
_HEADING = frozenset({
    S.HEADLINE, S.HEADLINE_MORE, S.KICKER, S.SECTION, S.CROSSHEAD, S.CROSSHEAD_MORE,
})
_NOT_NAMES = _TEXT | {S.DECK, S.CAPTION, S.NOTE, S.ITEM, S.VERSE}
_SHORT_NAMES = 6
_MARKED_NAMES = re.compile("[\\s（(/／：:]")
_TITLED = re.compile("[（(](?:图片|圖片|摄影报道|攝影報道|照片|漫画|漫畫)[）)]$")
"""the title of a picture story"""
_COPY = _NOT_NAMES | _SIGNED | {S.ROW, S.CLOSING, S.CREDIT}
_TAKEN = re.compile("[摄攝]")
_ROWS = (LineKind.ENTRY, LineKind.TABLE, LineKind.LIST, LineKind.VERSE)
_PAGE = (LineKind.FURNITURE, LineKind.JUMP)
_PICTURE = (LineKind.CAPTION, LineKind.CREDIT)
_ISSUE = re.compile(r"第\d{2,}期")
_LABEL_LENGTH = 4
_SECTION_LENGTH = 7
_SENTENCES = 20
"""characters of a line that, with a full stop inside it, heads nothing"""
_NAMES_HEAD = 24
"""characters of the longest line that heads a list of names"""
_ANY = frozenset(S)
_ASIDE_LENGTH = 100
"""characters of the longest line that weights alone may set aside"""
_SETTLED = (*FIRM, LineKind.BYLINE)


def label_lines(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], manner: str = ""
) -> list[LabelLine]:
    """The lines as the labeller sees them; `manner` is where the paper prints its bylines."""
    return [
        LabelLine(
            line.text, line.gap, line.indented, sign.value if sign in FIRM else "", manner=manner
        )
        for line, sign in zip(lines, signs, strict=True)
    ]


def labelled(
    lines: Sequence[CopyLine], signs: Sequence[LineKind],
    told: Mapping[int, frozenset[LineState]], known: Weights | None = None, manner: str = "",
) -> list[Labelled]:
    """The state of every line; `told` says by place what a line may be, and comes before signs.

    `known` are other weights than those of the package.
    """
    return label_alike(
        label_lines(lines, signs, manner), {**firm(lines, signs), **told}, told, known,
        hardly_aside(lines, signs, told),
    )


def hardly_aside(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], told: Collection[int]
) -> frozenset[int]:
    """Places of lines that weights may set aside: no sentence, no names, nothing settled."""
    lone = _lone_head(signs)
    return frozenset(
        at for at, (line, sign) in enumerate(zip(lines, signs, strict=True))
        if at not in told and at != lone and sign not in _SETTLED
        and len(line.text) <= _ASIDE_LENGTH and "。" not in line.text
    )


def _lone_head(signs: Sequence[LineKind]) -> int | None:
    """The place of the one line over the copy that may head it; None where there are more."""
    heads = [at for at, sign in enumerate(signs) if sign in HEADS]
    first = next((at for at, sign in enumerate(signs) if sign not in _PAGE), None)
    return first if heads == [first] else None


def firm(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], free: int | None = None
) -> dict[int, frozenset[LineState]]:
    """What form and place let every line be; no sign settles the line at `free`."""
    counts, texts = Counter(unspaced(line.text) for line in lines), [line.text for line in lines]
    edge, inner = _edges(lines, signs), _inner(lines, signs)
    opening = next((at for at, sign in enumerate(signs) if sign not in _PAGE), len(signs))
    lone, found = _lone_head(signs), {}
    for at, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        settled = FIRM.get(sign) if at != free else None
        if settled is None:
            settled = _open(line.text) - _never(line.text, sign)
            settled -= _out_of_place(lines, signs, at, opening)
            if at in inner and LineKind.FURNITURE not in signs[max(at - 1, 0) : at + 2]:
                settled -= {S.FURNITURE}
            if at in edge or (counts[unspaced(line.text)] > 1 and sign_of(line.text)):
                settled |= {S.FURNITURE}
            if may_be_of_a_site(texts, at, inner=at in inner):
                settled |= {S.FURNITURE}
            if at == lone:
                settled -= {S.FURNITURE}
        elif sign is LineKind.CAPTION and _TITLED.search(line.text):
            settled |= {S.HEADLINE}
        found[at] = settled
    return found


def _edges(lines: Sequence[CopyLine], signs: Sequence[LineKind]) -> frozenset[int]:
    """Places at the head and foot of the copy that look like furniture, as all beyond them do."""
    looks = [
        sign is LineKind.FURNITURE or looks_aside(line.text)
        for line, sign in zip(lines, signs, strict=True)
    ]
    head = next((at for at, aside in enumerate(looks) if not aside), len(looks))
    foot = next((at for at, aside in enumerate(looks[::-1]) if not aside), len(looks))
    return frozenset((*range(head), *range(len(looks) - foot, len(looks))))


def _open(text: str) -> frozenset[LineState]:
    """What a line may be that no sign settles: rows only of cells."""
    if not any(map(str.isalnum, text)):
        return _TEXT if "…" in text else _TEXT | {S.FURNITURE}
    states = _ANY - _ASIDE
    if BESIDE.fullmatch(text):
        states -= {S.DECK, S.KICKER, S.CAPTION}
    if "。" in text[:-1] and len(text) > _SENTENCES:
        states -= _HEADING | {S.DECK}
    if text[0] in "（(" and text[-1] in "）)":
        states -= _HEADING - {S.CROSSHEAD}
    if len(text) > _SECTION_LENGTH and text[-1] not in "）)":
        states -= {S.SECTION}
    return states if len(cells(text)) > 1 else states - {S.ROW}


def _never(text: str, sign: LineKind) -> frozenset[LineState]:
    """What a line of its form cannot be."""
    if sign is LineKind.DASHED:
        return _HEADING | {S.CAPTION}
    if sign is LineKind.BYLINE:
        # Short names of columns look like readers and their names: 读者短笺.
        spaced = len(text) > _SHORT_NAMES or _MARKED_NAMES.search(text)
        return _NOT_NAMES | _HEADING if spaced else _NOT_NAMES
    return _NONE


def _begins_story(lines: Sequence[CopyLine], signs: Sequence[LineKind], at: int) -> bool:
    """True for a heading over text right below a signature in brackets, which ends a story."""
    if not 0 < at < len(lines) - 1 or signs[at] not in HEADS:
        return False
    signed = signs[at - 1] is LineKind.BYLINE and lines[at - 1].text[:1] in "（("
    return signed and signs[at + 1] is LineKind.TEXT and len(lines[at].text) > _LABEL_LENGTH


def _out_of_place(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], at: int, opening: int
) -> frozenset[LineState]:
    """What a line cannot be where it stands; the copy of the page begins at `opening`."""
    above, text = signs[at - 1] if at else None, lines[at].text
    if above in HEADS and (_ISSUE.fullmatch(text) or is_document_number(text)):
        return _ANY - {S.DECK}
    if BRIEFS.fullmatch(text):
        return _ANY - {S.SECTION, S.CROSSHEAD}
    if _dateline_alone(text):
        return _ANY - ({S.DATELINE} if above in HEADS else _TEXT)
    if above is LineKind.LABEL and signs[at] is LineKind.TEXT and _bare_label(lines[at - 1].text):
        return _ANY - {S.NOTE}
    found = _NONE
    if at + 1 < len(lines) and _heads_names(text, lines[at + 1].text):
        found |= {S.ITEM}
    if _begins_story(lines, signs, at):
        found |= _SIGNED | {S.SECTION, S.CROSSHEAD}
    if signs[at] in HEADS:
        found |= _no_heading(lines, signs, at, at <= opening)
    elif signs[at] is LineKind.DASHED and above in HEADS:
        found |= _SIGNED | {S.NOTE, S.CLOSING}
        if len(text) > _SHORT_NAMES:
            found |= _TEXT | {S.ITEM}
    elif signs[at] is LineKind.BYLINE and not _TAKEN.search(text):
        found |= _NONE if above in (*HEADS, *_PICTURE) else {S.CREDIT}
    if tuple(signs[at + 1 : at + 3]) == (LineKind.CREDIT, LineKind.CAPTION):
        found |= {S.CAPTION}
    return found


def _heads_names(text: str, below: str) -> bool:
    """True for a short line over a long list of names: it heads them and is none of them."""
    return (
        len(text) <= _NAMES_HEAD and "、" not in text and "、" in below
        and pattern_of(below) == "names"
    )


def _bare_label(text: str) -> bool:
    return all(mark not in text for mark in "：:") and len(text) <= _LABEL_LENGTH


def _dateline_alone(text: str) -> bool:
    """True for a dateline without its text, that no brackets make a close."""
    found = dateline_of(text)
    return found is not None and found[0] == text and text[0] not in "（(〔【["


def _no_heading(
    lines: Sequence[CopyLine], signs: Sequence[LineKind], at: int, top: bool
) -> frozenset[LineState]:
    """What a line of a heading's shape cannot be.

    At the `top` of the page it is a heading; so it is under copy that has ended, over a dateline
    or a byline, and where white parts it from the rows it stands over; close under a heading it is
    no caption, unless a credit follows.
    """
    found = frozenset({S.SECTION}) if _titles(lines, signs, at) else _NONE
    if top:
        return found | _COPY | {S.CROSSHEAD}
    if signs[at - 1] in HEADS and not _pictured(signs, at):
        found |= {S.CAPTION}
    if ended(lines[at - 1].text) and _opens(lines, signs, at + 1):
        found |= _TEXT
    if _parted(lines, at) and signs[at + 1] in _ROWS:
        poet = signs[at + 1] is LineKind.VERSE and signs[at - 1] in HEADS
        found |= _COPY - _SIGNED if poet else _COPY
    return found


def _titles(lines: Sequence[CopyLine], signs: Sequence[LineKind], at: int) -> bool:
    """True over rows that white parts from it, one signed paragraph, or its own translation."""
    if at + 1 == len(lines):
        return False
    below, sign = lines[at + 1], signs[at + 1]
    if _dateline_alone(below.text) or (sign in _ROWS if below.gap else below.text.isascii()):
        return True
    signed = list(signs[at + 1 : at + 3]) == [LineKind.TEXT, LineKind.BYLINE]
    return signed and dateline_of(below.text) is None


def _inner(lines: Sequence[CopyLine], signs: Sequence[LineKind]) -> range:
    """The places between the first line that is surely copy and the last."""
    copy = [at for at, line in enumerate(lines) if _is_copy(line, signs[at])]
    return range(copy[0] + 1, copy[-1]) if copy else range(0)


def _is_copy(line: CopyLine, sign: LineKind) -> bool:
    return (sign is LineKind.TEXT and "。" in line.text) or sign is LineKind.BYLINE


def _parted(lines: Sequence[CopyLine], at: int) -> bool:
    """True for a line with white above and below."""
    return at + 1 < len(lines) and lines[at].gap > 0 and lines[at + 1].gap > 0


def _pictured(signs: Sequence[LineKind], at: int) -> bool:
    return any(sign in _PICTURE for sign in signs[max(at - 1, 0) : at + 2])


def _opens(lines: Sequence[CopyLine], signs: Sequence[LineKind], at: int) -> bool:
    return at < len(lines) and (
        signs[at] is LineKind.BYLINE or dateline_of(lines[at].text) is not None
    )
