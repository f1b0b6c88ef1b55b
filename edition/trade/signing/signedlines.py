"""The names in a line that is known to sign: run together, or behind an office without a mark."""

from __future__ import annotations

from edition.patterns import late
from edition.trade.signing.likelynames import is_strange_name, price_of

_SPLIT = late(r"[\s\u3000、，,;；/／|｜・（()）〔〕【】—-]+")
_OFFICE = late(
    "[\u4e00-\u9fff]{2,24}(?:中心|公司|集团|总厂|[厂廠局社部院校所站处處室科队隊团團会會委县縣市镇鎮乡鄉村]|"
    "大学|大學|学校|银行|记者|記者|通讯员|通訊員|编辑|編輯|读者|讀者|作者|教授|研究员)"
)
_HAN = late("[\u4e00-\u9fff]+")
_DOTTED = late("[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8})+")
_LONGEST = 4
"""characters of a name"""
_MOST = 24
"""characters of a part that are looked through"""


def names_where_signed(text: str) -> tuple[str, ...]:
    """The names of persons in a line that a page has for a byline; none where none is likely."""
    found: list[str] = []
    for part in _SPLIT.split(text):
        if _DOTTED.fullmatch(part):
            found.append(part)
        elif _HAN.fullmatch(part) and len(part) <= _MOST:
            found += _run(part)
    return tuple(found)


def _run(part: str) -> tuple[str, ...]:
    """The names of which a run of Han is made, behind an office or from its beginning."""
    whole = _cheapest(part)
    if whole:
        return whole
    ends = [len(found) for found in _offices(part)]
    return next((names for end in ends if (names := _cheapest(part[end:]))), ()) or (
        (part,) if is_strange_name(part) else ()
    )


def _offices(part: str) -> list[str]:
    """Beginnings of `part` that are offices, the longest first."""
    return [
        part[:end] for end in range(len(part) - 2, 1, -1) if _OFFICE.fullmatch(part[:end])
    ]


def _cheapest(run: str) -> tuple[str, ...]:
    """The likeliest division of a run into names and nothing else."""
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())]
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - _LONGEST), end - 1):
            before, price = best[start], price_of(run[start:end])
            if before is not None and price is not None:
                ways.append((before[0] + price, (*before[1], run[start:end])))
        best.append(min(ways, default=None))
    last = best[-1]
    return last[1] if last else ()
