"""A signature taken apart: who, in which role, for which outlet, reporting from where.

The likeliest parts of a line are found by the sum of their prices, over all ways to cut it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from edition.patterns import late
from edition.trade.names import DOUBLE_SURNAMES, SURNAMES
from edition.trade.signing import signwords
from edition.trade.signing.likelynames import NAME, SHORT, STRANGE, is_strange_name, price_of


class Sort(StrEnum):
    """What a person did for a story."""

    WRITER = "writer"
    PICTURE = "picture"
    BOTH = "both"
    DESK = "desk"
    """edited or read it: no author"""


@dataclass(frozen=True, slots=True)
class Signed:
    """A person named in a signature."""

    name: str
    role: str = ""
    """as printed: `记者`, `摄影`; empty where the copy says none"""
    sort: Sort = Sort.WRITER


@dataclass(frozen=True, slots=True)
class Signature:
    """The persons in their order, and the signs that the line is a signature at all."""

    persons: tuple[Signed, ...]
    roles: bool = False
    report: bool = False
    outlet: bool = False
    run_on: bool = False
    """True where two names stand without a mark between them"""

    @property
    def authors(self) -> tuple[str, ...]:
        """All who made the story, with those who made its pictures; without the desk."""
        return tuple(p.name for p in self.persons if p.sort is not Sort.DESK)

    @property
    def is_credit(self) -> bool:
        """True where every person made pictures and none wrote."""
        return bool(self.persons) and all(p.sort is Sort.PICTURE for p in self.persons)


_LONGEST = 100
"""characters of a signature"""
_SPACES = " \t\u3000\xa0"
_MARKS = _SPACES + "、，,;；:：/／╱|｜─—-●□■◎"
_HAN = late("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_DOTTED = late("[\u4e00-\u9fff]{1,8}(?:[·．•][\u4e00-\u9fff]{1,8}){1,3}")
_LATIN = late(
    "[A-Z][A-Za-z.'’\u00c0-\u017f-]*(?:[ ]+[A-Z][A-Za-z.'’\u00c0-\u017f-]*){0,3}"
)
_WIDE = late(
    "([\u4e00-\u9fff])[ \u3000\xa0]{1,4}([\u4e00-\u9fff])(?:[ \u3000\xa0]{1,4}([\u4e00-\u9fff]))?"
)
_WIDE_GIVEN = late("([\u4e00-\u9fff])[ \u3000]([\u4e00-\u9fff]{2})")
_WIDE_DOUBLE = late(f"({'|'.join(DOUBLE_SURNAMES)})[ \u3000]{{1,2}}([\u4e00-\u9fff])")
_TIBETAN = late(
    "(?:扎西|多吉|次仁|卓玛|罗布|尼玛|旺堆|格桑|平措|丹增|洛桑|央金|达瓦|边巴|拉姆|德吉|尕玛|白玛|"
    "强巴|普布|索朗|顿珠|"
    "旦增|赤列|晋美|桑珠|旺姆|曲珍|巴桑|仁青|贡布|嘉措|才让|卓嘎){1,2}"
)
_AND = late("[和与與及跟](?=[\u4e00-\u9fff]{2})")
_NEXT_NAME = 0.7
"""a name that follows another without a mark"""
_PRICES = {"mark": 0.05, "role": 0.3, "outlet": 0.8, "report": 0.5, "among": 0.6, "tail": 0.6}
_CLOSED = ("start", "mark", "role", "outlet", "among")
"""Kinds after which something new begins."""

_PROSE = late("[。！？!?“”「」…；%％]|[，,].*[，,].*[，,].*的")
_HINT = late(
    "[记記]者|通[讯訊]|特派|[摄攝译譯图圖绘繪漫]|[报報][道导導]|[编編][辑輯译譯]|撰|"
    "[采採][访訪写寫编編]|整理|策[划劃]|"
    "[统統][筹籌]|[执執][笔筆]|供稿|[口][述]|[记記][录錄]|文[/／╱:：·、 \u3000字]|作者|中心|"
    "社[ \u3000/／╱、]|"
    "[报報网網台臺][ \u3000/／╱─、]|新[闻聞][^，]|[传傳]媒|[电電讯訊]$|[电電]|[责責][任编編]|"
    "校[对對]|[审審][核校]|"
    "[视視][频頻]|[评評][论論][员員]|[读讀]者|[实實][习習]生|主[编編]|[／/╱]"
)
"""What every signature but a list of names holds."""
_ONE_NAME = (
    "(?:[\u3400-\u9fff\U00020000-\U0003ffff]{1,4}|"
    "[\u4e00-\u9fff]{1,8}(?:[·．•][\u4e00-\u9fff]{1,8}){1,3}|"
    "[A-Z][A-Za-z.'’\u00c0-\u017f-]*)"
)
_NAMES_ALONE = late(f"{_ONE_NAME}(?:[ \t\u3000、，,;；|｜]+{_ONE_NAME})*")

_CORE = late("[记記]者|[员員]|[编編][辑輯译譯]|[实實][习習]生|特派|撰稿|[作读讀]者")
Piece = tuple[int, str, float]
"""end, kind, price"""


@lru_cache(maxsize=4096)
def signature_of(content: str) -> Signature | None:
    """The parts of a signature without its brackets; None where anything else stands in it."""
    if not content or len(content) > _LONGEST or _PROSE.search(content):
        return None
    if not _HINT.search(content) and not _NAMES_ALONE.fullmatch(content):
        return None
    pieces = _cheapest(content)
    return _told(content, pieces) if pieces else None


@dataclass(slots=True)
class _Way:
    """The cheapest way to a place in the line that ends in one kind of piece."""

    price: float
    start: int
    kind: str
    before: _Way | None


def _cheapest(text: str) -> list[tuple[int, int, str]]:
    ways: list[dict[str, _Way]] = [{} for _ in range(len(text) + 1)]
    ways[0]["start"] = _Way(0.0, 0, "start", None)
    for at in range(len(text)):
        for kind, way in ways[at].items():
            for end, what, price in _pieces(text, at, kind):
                total = way.price + price
                known = ways[end].get(what)
                if known is None or total < known.price:
                    ways[end][what] = _Way(total, at, what, way)
    if not ways[-1]:
        return []
    last: _Way | None = min(ways[-1].values(), key=lambda way: way.price)
    found, end = [], len(text)
    while last is not None and last.before is not None:
        found.append((last.start, end, last.kind))
        end, last = last.start, last.before
    return found[::-1]


def _pieces(text: str, at: int, before: str) -> Iterator[Piece]:
    """What may stand at a place, after a piece of the kind given."""
    if text[at] in _MARKS or (text[at] in "·・" and before == "role"):
        yield at + 1, "mark", _PRICES["mark"]
        return
    if before != "name":
        yield from _outlets(text, at, before)
    else:
        found = _AND.match(text, at)
        if found is not None:
            yield found.end(), "mark", _NEXT_NAME + 0.1
    yield from _roles(text, at, before)
    report = signwords.REPORT.match(text, at)
    if report is not None:
        yield report.end(), "report", _PRICES["report"]
    if before == "start" or (before == "mark" and text[at - 1] not in "、，,"):
        report = signwords.REPORT_AFTER_MARK.match(text, at)
        if report is not None:
            yield report.end(), "report", _PRICES["report"] + 0.35 * (report.end() - at)
    if before != "role" or text[at] in "（(":
        found = signwords.AMONG.match(text, at)
        if found is not None:
            yield found.end(), "among", _PRICES["among"]
    if before in ("name", "mark"):
        found = signwords.TAIL.match(text, at)
        if found is not None:
            yield found.end(), "tail", _PRICES["tail"]
    yield from _names(text, at, before)


def _outlets(text: str, at: int, before: str) -> Iterator[Piece]:
    if before not in _CLOSED:
        return
    for pattern, more in (
        (signwords.OUTLET_OF_ROLE, 0.0), (signwords.OUTLET, 0.3), (signwords.OUTLET_OF_NAME, 0.4),
    ):
        if more == 0.0 and not _CORE.search(text, at):
            continue
        found = pattern.match(text, at)
        if found is not None:
            short = 0.9 if found.end() - at == 2 else 0.0
            yield found.end(), "outlet", _PRICES["outlet"] + more + short


def _roles(text: str, at: int, before: str) -> Iterator[Piece]:
    found = signwords.ROLE.match(text, at)
    if found is None:
        return
    end = found.end()
    sort, word = found.lastgroup or "", found.group()
    if before == "name" and word in ("作者", "读者", "讀者"):
        return
    ends = end == len(text) or text[end] in _MARKS or text[end] in "·・（("
    if sort == "core" or ends:
        yield end, "role", _PRICES["role"]
    elif before == "name" or (before == "mark" and text[at - 1] in "/／╱"):
        yield end, "role", _PRICES["role"] + 0.8
    elif word in signwords.FREE_PREFIX and (len(text) - end >= 3 or at > 0):
        yield end, "role", _PRICES["role"] + 0.6
    elif sort == "staff" and before == "outlet":
        yield end, "role", _PRICES["role"] + 0.2
    elif sort == "both" and before in ("start", "mark"):
        yield end, "role", _PRICES["role"] + 0.4


def _names(text: str, at: int, before: str) -> Iterator[Piece]:
    """Names that may begin at a place, each with its price."""
    closed = before in _CLOSED
    more = _NEXT_NAME if before == "name" else 0.0
    if not closed and before != "name":
        return
    latin = _LATIN.match(text, at)
    if latin is not None:
        name = latin.group().rstrip()
        if closed and (not name.isupper() or " " in name):
            yield at + len(name), "name", NAME
        elif closed:
            yield at + len(name), "outlet", _PRICES["outlet"]
        return
    if closed:
        yield from _wide(text, at)
        dotted = _DOTTED.match(text, at)
        if dotted is not None and not _opens_role(text, at):
            end = dotted.end() - (dotted.group()[-1] in "摄攝")
            if _ends(text, end):
                yield end, "name", NAME
    run = _HAN.match(text, at)
    if run is None:
        return
    tibetan = _TIBETAN.match(text, at)
    if tibetan is not None:
        yield tibetan.end(), "name", NAME + 0.3 + more
    for size in range(2, min(5, run.end() - at + 1)):
        name = text[at:at + size]
        price = price_of(name)
        if price is not None:
            yield at + size, "name", price + more * (1.01 if size > 2 else 1.0)
        elif (
            closed and _ends(text, at + size) and is_strange_name(name)
            and not _opens_role(text, at)
        ):
            yield at + size, "name", STRANGE + 0.2 * size


def _opens_role(text: str, at: int) -> bool:
    """True where characters that might be a name begin with a role and a mark, or longer."""
    found = signwords.ROLE.match(text, at)
    if found is None:
        return False
    return found.end() - at > 1 or text[found.end():found.end() + 1] in "·:：/／"


def _ends(text: str, at: int) -> bool:
    """True where a mark, the end or a role follows."""
    if at == len(text) or text[at] in _MARKS or text[at] in "（(":
        return True
    found = signwords.ROLE.match(text, at)
    return found is not None and (
        found.lastgroup == "core" or found.end() == len(text) or text[found.end()] in _MARKS
    )


def _wide(text: str, at: int) -> Iterator[Piece]:
    """Names set wide, so that two characters stand as broad as three."""
    found = _WIDE.match(text, at)
    if found is not None and found[1] in SURNAMES:
        if found[3] and _ends(text, found.end()):
            yield found.end(), "name", NAME + 0.6
        end = found.end(2)
        if _ends(text, end):
            yield end, "name", SHORT
    double = _WIDE_DOUBLE.match(text, at)
    if double is not None and _ends(text, double.end()):
        yield double.end(), "name", NAME
    given = _WIDE_GIVEN.match(text, at)
    if given is not None and given[1] in SURNAMES and _ends(text, given.end()):
        yield given.end(), "name", NAME + 1.0


def _told(text: str, pieces: list[tuple[int, int, str]]) -> Signature:
    """The persons of the pieces, each with the role that is said of it."""
    solid = [piece for piece in pieces if piece[2] != "mark"]
    behind = bool(solid) and solid[0][2] == "name"
    persons: list[Signed] = []
    role, group = "", 0
    for at, (start, end, kind) in enumerate(solid):
        word = text[start:end]
        if kind == "name":
            persons.append(_person(word, role))
        if kind != "role":
            continue
        before, after = _around(solid, at)
        led = before == "name" and text[start - 1] in _SLASHES and text[end:end + 1] not in _LEADS
        if after == "name" and not led and not (behind and _closes(word, text, end)):
            of_outlet = (
                before == "outlet" and text[end] not in _MARKS and _sort(word) is Sort.DESK
            )
            kept = len(persons) == group and _sort(role) in (Sort.PICTURE, Sort.BOTH)
            role, group = (role if kept else "" if of_outlet else word), len(persons)
        elif after in ("outlet", "role") and text[end:end + 1] in _LEADS:
            role, group = word, len(persons)
        elif after == "among" and text[end:end + 1] in _LEADS:
            role, group = "", len(persons)
        else:
            first = 0 if _is_of_all(persons, word, after) else group
            persons[first:] = [_person(p.name, word) for p in persons[first:]]
            role, group = ("" if after == "name" else word), len(persons)
    kinds = {kind for _, _, kind in pieces}
    return Signature(
        tuple(dict.fromkeys(persons)), "role" in kinds, "report" in kinds, "outlet" in kinds,
        _run_on(pieces),
    )


def _is_of_all(persons: list[Signed], word: str, after: str) -> bool:
    """记者 某某 通讯员 某某 摄: the last word speaks of everybody, where none is said to write."""
    return _sort(word) is Sort.PICTURE and not after and all(
        (found := signwords.ROLE.fullmatch(p.role)) is not None and found.lastgroup == "core"
        for p in persons
    )


_SLASHES = ("/", "／", "╱")
_LEADS = (*_SLASHES, ":", "：")


def _around(solid: list[tuple[int, int, str]], at: int) -> tuple[str, str]:
    """The kinds of the pieces on both sides."""
    after = solid[at + 1][2] if at + 1 < len(solid) else ""
    return (solid[at - 1][2] if at else ""), after


def _run_on(pieces: list[tuple[int, int, str]]) -> bool:
    """True where two names stand together without a mark."""
    return any(a[2] == b[2] == "name" for a, b in pairwise(pieces))


def _closes(word: str, text: str, end: int) -> bool:
    """True for a role that ends with a space, as one behind its name does."""
    return text[end:end + 1] in tuple(_SPACES) and _sort(word) in (Sort.PICTURE, Sort.BOTH)


def _person(name: str, role: str) -> Signed:
    flat = name if name[0].isascii() else "".join(name.split())
    return Signed(flat, role, _sort(role))


def _sort(role: str) -> Sort:
    found = signwords.ROLE.fullmatch(role)
    sort = found.lastgroup if found is not None else ""
    if sort == "core" and role.startswith(("摄影", "攝影")):
        return Sort.PICTURE
    return {"both": Sort.BOTH, "picture": Sort.PICTURE, "staff": Sort.DESK}.get(
        sort or "", Sort.WRITER
    )
