"""What a line shows of itself: its length, its marks, its words, the forms of the trade in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from edition.patterns import late
from edition.trade.asides import sign_of
from edition.trade.bylines import bare_names, credited, glued, is_credit, own_line
from edition.trade.closings import is_closing_date, is_document_number, is_salute, is_signature
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import (
    AUTHOR,
    BRIEFS,
    CAPTION,
    CREDIT,
    DASHES,
    JUMP,
    LABEL,
    LETTER,
    NOTICE,
    SECTION_END,
    UNENDED,
)
from edition.trade.words import tagged

_NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
"""full-width letters and figures → narrow ones"""
LENGTHS = (1, 2, 3, 4, 6, 8, 10, 12, 15, 18, 22, 26, 32, 40, 60, 100)
_STOPS, _CLOSERS = "。！？!?…", "”’」』）)】〕》"
_CONNECTIVE = late(
    "此外|同时|目前|近年来|今年|去年|据了解|据悉|随着|为了?|通过|其中|另外|接下来|下一步|截至|"
    "一直以来|近日|日前|昨[日天]|今[日天]|但|而|因此|所以|如果|虽然|由于|然而|當|當時|隨著|另外|據"
)
_NUMBERED = late(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．]|"
    r"[①-⑳]|第[一二三四五六七八九十]{1,2}[，、：])"
)
_BULLET = late("[●■□◆◇★☆△▲▼○◎※·•►▶]")
_TAIL = late("[（(]([^（()）]{1,24})[）)]$")
_GENRE = late(
    "图片|圖片|漫画|漫畫|照片|组图|附图.*|附[图圖]片.*|图文|外[一二三四]首|报告文学|诗|詩|散文|小说|随笔|"
    "上|中|下|[一二三四五六七八九十]|之[一二三四五六七八九十]|续.?|待续|完|未完待续|节选|摘要|代序"
)
_SHOT = late(
    "[摄攝](?:影)?(?:[报報][导道導])?[）)]?$|[传傳]真照片[）)]?$|资料[图片照]+[）)]?$"
)
_PICTURED = late(
    "(?:[资資]料[图圖](?:片)?|[网網][页頁路][图圖截]片?|[图圖]片|截[图圖]|[视視][频頻]截[图圖]|供[图圖]|"
    "照片|受[访訪]者提供|本人提供|文件|[圖图])[）)]?$|^[（(]?[图圖][：:/／]"
)
_SAYS = late("(?:[问问答答問]|记者|記者|主持人|[QA]|[\u4e00-\u9fff]{2,4})[：:]")
_SPOKEN = late("(?:说|表示|指出|认为|称|介绍|強調|强调|說|認為|稱)[：:，,]")
_DATE = late(r"\d{1,4}年|\d{1,2}月|\d{1,2}[日号號]|昨[天日]|今[天日]")
_PLACE_DATE = late("[（(]?[一二三四五六七八九十〇○零\\d]{2,4}年[^，。]{1,8}[日号]?[）)]?")
_HALVES = late("[^，,。 　]{3,14}[，, 　][^，,。 　]{3,14}")
_ASIDE_WORD = late(
    r"责任?[编編]|[编編][辑輯]|美[编編]|版式|校[对對]|第[\d一二三四五六七八九十]+版|版[:：]?$|"
    r"(?:^|[总總\s])第?[\d一二三四五六七八九十〇]+期[:：]?$|星期|[热熱][线線](?=.*\d)|"
    r"[邮郵][编編箱]|社址|(?:[电電][话話]|传真)(?=.*\d)|Email|@|印刷|印[数數]|[编編][译譯]|"
    r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?=$|[^\d日\u4e00-\u9fff]|星期|[农農]|第|[总總]|出版)|"
    r"[日晚早晨][报報]|(?:打印|[关關][闭閉]|分享)(?=$|[】\]\s\u3000到窗本])|[A-D]\d{1,2}(?!\d)"
)
_TOP_VERBS = 4
_SIGNS = (
    ("：", "colon"), ("——", "dashes"), ("《", "title"), ("“", "quotes"), ("「", "corners"),
    ("、", "list"), ("·", "point"), ("％", "percent"), ("%", "percent"), ("\t", "tab"),
)
_PARTED = late("[^\x00-\x7f][ \u3000]+(?=[^\x00-\x7f])")
"""white between two characters that are neither Latin nor figures"""
_LITTLE = "的了是在将將被他我你这這们們吗嗎呢"
_MID, _LONG = 24, 60


@dataclass(frozen=True, slots=True)
class Traits:
    """What one line shows, whatever stands around it."""

    text: str
    names: tuple[str, ...]
    """names of the features that hold"""
    shape: str
    """one word for the whole line, by which its neighbours know it"""
    forms: frozenset[str]
    pattern: str
    """the parts of speech of a short line, a letter a word"""
    number: tuple[str, int] | None
    """the form of the number it opens with, and what it counts"""
    short: bool
    """True when it may be a heading by its length and has no full stop"""


@lru_cache(maxsize=8192)
def traits(text: str) -> Traits:
    """The traits of a line without white at its ends."""
    narrow = text.translate(_NARROW)
    forms = frozenset(_forms(narrow))
    short = len(narrow) <= 48 and "。" not in narrow and "；" not in narrow
    shape = _shape(narrow, forms)
    names = (
        f"len={bisect_left(LENGTHS, len(narrow))}", f"end={_end(narrow)}", f"shape={shape}",
        *(f"is={form}" for form in sorted(forms)), *_marks(narrow),
        *(_speech(narrow) if len(narrow) <= _LONG else ("long",)),
    )
    pattern = "".join(tag[0] for _, tag in tagged(narrow)) if len(narrow) <= 30 else ""
    return Traits(narrow, names, shape, forms, pattern, _number(narrow), short)


def _forms(text: str) -> Iterator[str]:
    """The forms of the trade that the line has."""
    found = (
        ("jump", len(text) <= 120 and JUMP.fullmatch(text)),
        ("byline", own_line(text)), ("names", bare_names(text)), ("author", AUTHOR.fullmatch(text)),
        ("glued", glued(text)), ("dateline", dateline_of(text)),
        ("caption", len(text) <= 120 and CAPTION.match(text)),
        ("credit", len(text) <= 40 and (CREDIT.fullmatch(text) or is_credit(text))),
        ("shot", _SHOT.search(text) or (len(text) <= 120 and credited(text))),
        ("pictured", len(text) <= 120 and _PICTURED.search(text)),
        ("label", LABEL.match(text)), ("letter", text.startswith(LETTER)),
        ("notice", len(text) <= 20 and NOTICE.fullmatch(text)),
        ("briefs", BRIEFS.fullmatch(text)),
        ("section", len(text) <= 8 and SECTION_END.search(text)),
        ("document", is_document_number(text)), ("salute", is_salute(text)),
        ("date", len(text) <= 24 and is_closing_date(text)),
        ("signature", len(text) <= 24 and is_signature(text)),
        ("numbered", _NUMBERED.match(text)), ("bullet", _BULLET.match(text)),
        ("dash", text[0] in DASHES), ("says", _SAYS.match(text)),
        ("spoken", _SPOKEN.search(text)),
        ("placedate", _PLACE_DATE.fullmatch(text)), ("connective", _CONNECTIVE.match(text)),
        ("dangling", text.endswith(UNENDED)), ("quoted", text[0] in "“「『‘"),
        ("halves", _HALVES.fullmatch(text)), ("asks", text[-1] in "？?"),
        ("colon", "：" in text[:9]),
        ("white", len(text) <= _LONG and _PARTED.search(text)),
        ("asideword", _ASIDE_WORD.search(text)),
        ("labelled", text[0] in "【〖[［"), ("bracketed", text[0] in "（(" and text[-1] in "）)"),
    )
    yield from (name for name, holds in found if holds)
    aside = sign_of(text) if len(text) <= 120 else None
    if aside is not None:
        yield f"aside-{aside.sort}-{'sure' if aside.sure else 'maybe'}"
    tail = _TAIL.search(text)
    if tail is not None:
        yield "genre" if _GENRE.fullmatch(tail.group(1)) else "tail"


_COUNTED = (
    ("一、", late("([一二三四五六七八九十]{1,3})[、.．]")),
    ("（一）", late("[（(]([一二三四五六七八九十]{1,3})[）)]")),
    ("1.", late(r"(\d{1,2})[、.．]")), ("（1）", late(r"[（(](\d{1,2})[）)]")),
    ("第一", late("第([一二三四五六七八九十]{1,3})[章节節条條，、场場届屆]?")),
    ("之一", late("[一-鿿]{2,4}之([一二三四五六七八九十]{1,2})")),
    ("其一", late("[其問问]([一二三四五六七八九十])")),
)


def _number(text: str) -> tuple[str, int] | None:
    for form, pattern in _COUNTED:
        found = pattern.match(text)
        if found is not None:
            return form, _count(found.group(1))
    return None


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十") if "十" in text else ("", "", text)
    figures = "〇一二三四五六七八九"
    ten = 0 if "十" not in text else 10 * (figures.find(tens) if tens else 1)
    return ten + (figures.find(ones) if len(ones) == 1 else 0)


def _end(text: str) -> str:
    last = text.rstrip(_CLOSERS)[-1:] or text[-1]
    if last in _STOPS:
        return {"。": "stop", "！": "cry", "!": "cry", "…": "dots"}.get(last, "ask")
    if last in "，,、；;：:—":
        return {"：": "colon", ":": "colon", "—": "dash"}.get(last, "comma")
    if text[-1] in _CLOSERS:
        return "closer"
    return "figure" if last.isdigit() else "latin" if last.isascii() else "han"


def _marks(text: str) -> Iterator[str]:
    commas = sum(text.count(mark) for mark in "，,")
    stops = sum(text.count(mark) for mark in "。；！？")
    yield f"commas={min(commas, 3)}"
    yield f"stops={min(stops, 3)}"
    if len(text) <= _LONG:
        yield from (f"has={name}" for mark, name in _SIGNS if mark in text)
        if _PARTED.search(text):
            yield "has=white"
    if commas == 1 and not stops:
        halves = re.split("[，,]", text.rstrip("。！？"))
        yield f"halves={min(abs(len(halves[0]) - len(halves[1])), 3)}"
    digits = sum(map(str.isdigit, text))
    yield f"digits={0 if not digits else 1 if digits < 4 else 2 if 3 * digits < len(text) else 3}"
    if _DATE.match(text):
        yield "dated"


def _speech(text: str) -> Iterator[str]:
    """The parts of speech of a short line."""
    kinds = [(word, tag) for word, tag in tagged(text) if tag != "x" or word.isalnum()]
    if not kinds:
        return
    letters = [tag[0] for _, tag in kinds]
    yield f"first={letters[0]}"
    yield f"last={letters[-1]}"
    yield f"verbs={min(letters.count('v'), _TOP_VERBS)}"
    yield from (f"word={sign}" for sign in _LITTLE if sign in text)
    if "v" not in letters and len(kinds) > 1:
        yield "noverb"
    yield f"pattern={''.join(letters[:2])}" if len(kinds) <= 4 else "pattern=long"


def _shape(text: str, forms: frozenset[str]) -> str:
    for form in ("jump", "byline", "credit", "author", "caption", "label", "salute", "dateline"):
        if form in forms and (form != "caption" or len(text) < _LONG):
            return form
    if any(form.startswith("aside") and form.endswith("sure") for form in forms):
        return "aside"
    if "names" in forms and len(text) <= 8:
        return "names"
    if "shot" in forms:
        return "shot"
    if "。" in text or "；" in text or len(text) > _LONG:
        return ("text" if len(text) > _MID else "sentence") + ("+" if "glued" in forms else "")
    marked = any(mark in text for mark in "，,？！?!")
    return f"{'line' if len(text) > _MID else 'short' if len(text) > 8 else 'word'}" + (
        "," if marked else ""
    )


def looks_aside(text: str) -> bool:
    """True for a line without a full stop that holds two words of the page's own furniture."""
    if "。" in text or len(text) > _LONG:
        return False
    return len(set(_ASIDE_WORD.findall(traits(text).text))) > 1
