"""A line of names: where it may be broken, so that no name is parted."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model import Edition, Paragraph
from edition.patterns import late
from edition.trade.bylines import bracketed_names
from edition.trade.names import COMMON_SURNAMES, DOUBLE_SURNAMES, is_name

_HAN = late(r"[\u3400-\u9fff\U00020000-\U0003ffff·]+")
_ROLES = late(
    "(?:本[报報刊网網]|新[华華]社|中新社|全媒[体體]|融媒[体體]|[见見][习習]|[实實][习習]|特[约約派]|首席|[驻駐]站)*"
    "(?:[记記]者|通[讯訊][员員]|[评評][论論][员員]|[实實][习習]生|撰稿人?|作者)"
    "|[责責]任[编編][辑輯]|[责責美][编編]|[编編][辑輯][译譯]?|[编編][译譯]|[摄攝]影(?:[报報][道導])?|[摄攝]|"
    "文[图圖]|[图圖]文|文并?[图圖]|文|[图圖]|校[对對]|版式|[审審]核|[监監]制|[整][理]|供[图圖稿]|"
    "(?:[综綜]合)?[报報][道導]"
)
_LONGEST_ROLE = 12
_ENDS_PART = "、，,；;：:/／|｜・）)】〕"
AFTER_MARK, BEFORE_ROLE, BETWEEN_NAMES, AFTER_ROLE = 0.5, 0.5, 1.0, 4.0
"""prices of a break; the last parts a role from whom it names"""
_NAME, _SHORT_NAME, _RARE, _ROLE, _OTHER = 1.0, 1.3, 0.6, 0.5, 4.0
"""how unlikely a piece of a run of Han is"""
_LONGEST_NAME, _OPENING = 12, 80
_LONGEST_RUN = 200
"""characters without a mark or space that are looked at"""


def seams(text: str) -> dict[int, float]:
    """Offset at which a line of names may be broken → the price of it."""
    found = {
        at: AFTER_MARK for at in range(1, len(text)) if text[at - 1] in _ENDS_PART
    }
    for run in _HAN.finditer(text):
        found.update((run.start() + at, price) for at, price in _inner(run.group()))
    return found


def known_names(edition: Edition) -> frozenset[str]:
    """The names of persons an edition gives in its bylines and its imprint."""
    signed = (name for s in edition.stories if s.byline for name in s.byline.names)
    opening = (
        name for story in edition.stories for block in story.body[:1]
        if isinstance(block, Paragraph)
        for name in bracketed_names("".join(run.text for run in block.runs)[:_OPENING])
    )
    edited = (name for _, name in edition.imprint.editors)
    return frozenset(n for n in (*signed, *opening, *edited) if 1 < len(n) <= _LONGEST_NAME)


def name_spans(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """(begin, end) of each of `names` in `text`."""
    for name in sorted(names):
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name))


def _inner(run: str) -> Iterator[tuple[int, float]]:
    """(offset, price) of each break between the names and roles of a run of Han."""
    if len(run) > _LONGEST_RUN:
        return
    at, before = 0, ""
    for piece, kind in _pieces(run):
        if before and not (before == kind == "other"):
            yield at, _price(before, kind)
        at, before = at + len(piece), kind


def _price(before: str, kind: str) -> float:
    if before == "role":
        return AFTER_ROLE
    if kind == "role":
        return BEFORE_ROLE
    return BETWEEN_NAMES


def _pieces(run: str) -> list[tuple[str, str]]:
    """The likeliest parts of a run: (characters, `name`, `role` or `other`)."""
    best: list[tuple[float, list[tuple[str, str]]]] = [(0.0, [])]
    for end in range(1, len(run) + 1):
        ways = [
            (best[start][0] + cost, [*best[start][1], (run[start:end], kind)])
            for start in range(max(0, end - _LONGEST_ROLE), end)
            for kind, cost in _kinds(run[start:end])
        ]
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _kinds(piece: str) -> Iterator[tuple[str, float]]:
    if _ROLES.fullmatch(piece):
        yield "role", _ROLE
    if len(piece) > 1 and is_name(piece):
        known = piece[0] in COMMON_SURNAMES or piece.startswith(DOUBLE_SURNAMES) or "·" in piece
        yield "name", (_SHORT_NAME if len(piece) == 2 else _NAME) + (0 if known else _RARE)
    if len(piece) == 1:
        yield "other", _OTHER
