"""What tells lines of a site, captions and signatures from heads: words, pose, echo, kin."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.patterns import late
from edition.readers.labelling.traits import Traits
from edition.trade.words import tagged

_SITE_WORDS = late(
    "[站网網][内內页頁址站]|[栏欄]目|[浏瀏][览覽][量次]*|[评評][论論][内內容共有]*|相[关關](?:[专專][题題]|新[闻聞]|[阅閱][读讀]|"
    "[报報][导道導]|[链鏈][接結]|事件|文章)|跳[转轉]|新[闻聞](?:推[荐薦]|中心|首[页頁]|[热熱][线線]|[查检檢][询詢索]|[频頻]道)|"
    "版[权權](?:所有)?|本[报報]为|[发發]表|[网網]友|[订訂][户戶]|登[入录錄陆]|[订訂][阅閱]|©|HKT|"
    "[发發][布佈](?:[时時][间間]|日期|[机機][构構])?|[发發]文(?:日期|[机機][构構])|更新(?:[时時][间間])?|[关關][键鍵][字词詞]|[编編][号號]|"
    "信箱|刊[号號]|ISSN|CN\\d\\d-\\d+|(?:通[信讯訊])?地址|[电電][话話]|[传傳]真|[邮郵][编編箱]|[Ee]-?[Mm]ail|[Cc]opyright|"
    "[点點][击擊播]|[上下]一[篇页頁则則]|放大|[缩縮]小|默[认認]|[关關][闭閉](?:窗口)?|推[荐薦](?:[给給])?|打\\s*印|收藏|[举舉][报報]|"
    "短信|[铃鈴][声聲]|[广廣]告|客服|[关關]于我[们們]|[联聯][系繫]我[们們]|[导導]航|首\\s*[页頁]|[设設][为為]|加入|[检檢]索|"
    "[简簡繁][体體]|PDF|字[体體号號]|免[责責]|[声聲]明|[转轉][载載]|投稿|[来來]稿|[扫掃][码碼]?|二[维維][码碼]|[关關]注|公[众眾][号號]|"
    "[点點][赞贊]|在看|[阅閱][读讀]原文|查看(?:原文)?|原文|分享|微信|微博|https?:\\S*|www\\.\\S*|\\S*\\.(?:com|cn|hk|tw)\\S*|\\S+@\\S+|"
    "[来來]源|作者|[责責]任?[编編][辑輯]?|[编編][辑輯]|[审審]核|[校核][对對]|[实實][习習生]*|[稿字][号號源]|日期|[时時][间間]|"
    "[Pp]age\\s*\\d*|[PpBA]\\.?\\s*\\d{1,2}|第\\s*\\d+\\s*[版期页頁]|[总總]第|出版|[农農][历曆].*|星期.|"
    "[一二][九〇○零OＯ][一二三四五六七八九〇○零OＯ]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|"
    "\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}日?|\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?|正文|"
    "[专專][题題]稿源|[热熱][点點线線]|本文|原[创創标標題题]+|[首独獨][发發家]|即[时時]|[会會][员員]|天[气氣]|℃"
)
_PIECES = late("[\\s\u3000|｜/／>＞»·•_\\-]+")
_PIECE = 4
"""characters of a piece of a site's menu"""
_LABEL = late("[【\\[]?([\u4e00-\u9fff]{2,5})\\s*[】\\]]?\\s*[:：]\\s*\\S.{0,40}$")
_RELATED = late(
    "(?:相[关關]|延伸|推[荐薦]|更多|[热熱][门門点點]|往期|[猜你]+喜[欢歡]|下期|最新|即[时時])"
    ".{0,8}[:：]?\\s*[↓▼]*$|(?:新[闻聞]|[阅閱][读讀])推[荐薦]"
)
_POSED = late(
    "(?:[讲講][话話]|[发發]言|致[辞辭词詞]|主持|[颁頒][奖獎发發]|表演|[参參][观觀加]|接受[采採][访訪]|合影|合照|留影|"
    "揭牌|剪[彩綵]|授牌|巡[视視]|[视視]察|[调調]研|考察|[会會][晤见見]|握手|[宣朗][读讀].{0,8}|名[单單]|[现現][场場]|"
    "[画畫]面|[外全][观觀景貌]|一角|[图圖]像|截[图圖]|[聊天]+[记記][录錄]|[书書]影|封面|海[报報]|示意|[数數]据|"
    "[队隊]|[书書][记記]|校[长長]|[医醫]生|[教老][师師授]|院[长長]|[图圖]片?)[。]?$"
)
_POSTURE = late(
    "[坐站躺走立跪趴靠停摆擺堆放[挂掛]浸泡晾[铺鋪][贴貼]写寫印][在满滿着著][^，。]{1,16}|"
    "正[在于]|[为為].{1,8}[为為]|忙[着著]|手[持拿捧举舉]|身[着著穿]|抱[着著]|拿[着著出]|[带帶]着|依然|[准準][备備]|"
    "[处處]理|清理|[洗照][澡料]|[陪伴]|[帮幫]忙?|[打][扫掃]|挤[满滿]|[排][队隊]|[围圍][观觀]"
)
_WHEN = late(
    "(?:\\d{4}年|[一二][九〇○零][一二三四五六七八九〇○零]{2}年)?\\d{1,2}月\\d{1,2}[日号號][^，。]{0,6}[，,]|\\d{4}年[^，。]{0,6}[，,]"
)
_ROLES = (
    "作者|文字?|[图圖]|[摄攝]影|[编編][辑輯译譯导導]?|[责責]任?[编編][辑輯]?|[记記]者|通[讯訊][员員]|[采採][写寫访訪]|撰[文稿写寫]|[报報][导道導]|"
    "[来來]源|[资資]料[搜收]集|核[查对對实]|[视視][频頻](?:[摄攝][制製])?|[翻][译譯]|整理|[实實][习習](?:生|[记記]者)|策[划劃]|"
    "[设設][计計]|供稿|供[图圖]|[审審][核校定]|口述|[剪][辑輯]|出品|[监監][制製]|校[对對]|[图圖]文|[撰][写寫]|[摄攝][制製像]"
)
_ROLED = late(
    f"[（(【\\[▲■●]?\\s*(?:本[报報刊])?(?:{_ROLES})(?:\\s*[•·、&＆／/╱｜|]\\s*(?:{_ROLES}))*"
    "\\s*(?:[:：|｜╱]|(?<=[文图圖影导導])[/／]|\\s(?=[\u4e00-\u9fff]{1,4}(?:\\s|$)))\\s*"
    "[\u4e00-\u9fffA-Za-z].{0,60}$"
)
_DESK = late(
    "[（(]?(?:[\u4e00-\u9fff]{2,8}(?:[报報社台臺刊网網]|新[闻聞]|[时時][报報])|本[报報刊社]|[\u4e00-\u9fff]{2,4})?"
    "(?:[记記]者|[编編][辑輯][部台臺]|[综綜]合[报報][导道導]|[编編][译譯]中心|[\u4e00-\u9fff]{2}(?:新[闻聞])?[组組]|"
    "[综綜]合外?[电電][讯訊]?|[\u4e00-\u9fff]{0,4}中心)[）)]?$"
)
_AFTER_NAME = late(
    "[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}|\\s[\u4e00-\u9fff])[\\s\u3000]+(?=.*(?:[级級系院学學]|[记記]者|教授|[编編]|[报報]))"
    "[\u4e00-\u9fff0-9]{4,20}$"
)
_SITE_LONG, _CAPTION, _ECHO, _KIN = 100, 90, 8, 60
"""characters of a line that a site may add, and of a caption; lines within which a head is echoed,
and within which heads that open alike are looked for"""
_PEOPLE = ("nr", "ns", "nt")
_FIRST = ((0.45, "0"), (0.7, "1"), (0.95, "2"), (1.3, "3"))


@dataclass(frozen=True, slots=True)
class PageSigns:
    """The lines of a page, looked at once for all of them."""

    texts: Sequence[str]
    short: Sequence[bool]
    shapes: Sequence[str]
    labels: Sequence[str]
    counts: Counter[str]
    """how many lines have each label"""
    related: Sequence[int]
    """places of lines that announce links"""
    runs: Sequence[frozenset[str]]
    """runs of two characters in each short line"""
    first: int
    """the place of the first line that may be a headline; -1 for none"""
    openings: Sequence[str]
    """how each line of copy opens; empty for others"""
    kinds: Sequence[str]
    """what each line may be to a headline above it or below"""
    ended: str
    """what most often stands between copy and a line that may be a heading"""

    @classmethod
    def of(cls, found: Sequence[Traits], openings: Sequence[str]) -> PageSigns:
        """What the lines of these traits show."""
        texts = [one.text for one in found]
        labels = [_label(text) for text in texts]
        first = next((at for at, one in enumerate(found)
                      if one.short and one.shape.rstrip(",") in ("short", "line")), -1)
        kinds = [_kind(one) for one in found]
        ends = Counter(above for above, here in pairwise(kinds)
                       if here == "short" and above in ("signed", "site", "glued"))
        ended = max(ends, key=lambda kind: (ends[kind], kind)) if ends else "none"
        return cls(
            texts, [one.short for one in found], [one.shape for one in found], labels,
            Counter(filter(None, labels)),
            [at for at, text in enumerate(texts) if len(text) < 16 and _RELATED.match(text)],
            [_runs(one.text) if one.short else frozenset() for one in found], first,
            openings, kinds, ended,
        )

    def features(self, at: int) -> Iterator[str]:
        """The names of the features that hold of the line at `at`."""
        text = self.texts[at]
        size = "short" if self.short[at] else "long"
        if len(text) <= _SITE_LONG and "。" not in text[:-1]:
            yield from self._site(at, size)
        if self.short[at]:
            yield from self._head(at)
            if _ROLED.match(text):
                yield "roled"
            if len(text) <= 14 and _DESK.match(text):
                yield "desk"
            if len(text) <= 26 and _AFTER_NAME.match(text):
                yield "name-first"
        if len(text) <= _CAPTION and text.count("。") <= 1 + (not text.endswith("。")):
            yield from self._picture(at, size)

    def _site(self, at: int, size: str) -> Iterator[str]:
        text = self.texts[at]
        letters = sum(map(str.isalnum, text))
        left = sum(map(str.isalnum, _SITE_WORDS.sub("", text)))
        if left < letters:
            yield f"site-part={min(int(4 * (letters - left) / letters), 3)}&{size}"
        ascii_ = sum(mark.isascii() and mark.isalpha() for mark in text)
        if ascii_:
            yield f"latin={min(int(4 * ascii_ / max(letters, 1)), 3)}"
        pieces = [piece for piece in _PIECES.split(text) if piece]
        if len(pieces) > 2 and sum(len(p) <= _PIECE for p in pieces) > 0.7 * len(pieces):
            yield f"menu={min(len(pieces), 6)}"
        if self.labels[at]:
            yield f"label={min(self.counts[self.labels[at]], 3)}"
        last = bisect_left(self.related, at)
        if last:
            since = at - self.related[last - 1]
            if since <= 6 and all(self.short[at - since : at]):
                yield f"related={since}"

    def _head(self, at: int) -> Iterator[str]:
        text = self.texts[at]
        if self.first >= 0:
            ratio = len(text) / len(self.texts[self.first])
            yield f"vs-first={next((name for most, name in _FIRST if ratio <= most), '4')}"
            yield f"as-first={self._under(self.first)}|{self._under(at)}"
            yield f"opens-first={self._opening(self.first)}|{self._opening(at)}"
            if at > self.first:
                yield f"ends-as={self.ended}|{self.kinds[at - 1]}"
        for name, others in (
            ("above", range(max(at - _ECHO, 0), at - 1)),
            ("below", range(at + 2, min(at + _ECHO + 1, len(self.texts)))),
        ):
            most = max((_echo(self.runs[at], self.runs[n]) for n in others), default=0.0)
            if most >= 0.25:
                yield f"echo-{name}={min(int(4 * most), 3)}"
        if at + 1 < len(self.texts) and self.short[at + 1]:
            yield f"echo-next={min(int(4 * _echo(self.runs[at], self.runs[at + 1])), 3)}"
        kin = {
            f"kin-{side}" for n in range(max(at - _KIN, 0), min(at + _KIN, len(self.texts)))
            if abs(n - at) > 1 and self.short[n]
            for side, alike in (("start", self.texts[n][:4] == text[:4]),
                                ("end", self.texts[n][-4:] == text[-4:])) if alike
        } if len(text) > 8 else set()
        yield from sorted(kin)

    def _under(self, at: int) -> str:
        """What stands under the head at `at`."""
        below = self.kinds[at + 1 : at + 4]
        for kind in ("signed", "site", "dateline"):
            if kind in below[: 2 if kind != "dateline" else 3]:
                return kind
        return below[0] if below else "edge"

    def _opening(self, at: int) -> str:
        return next((how for how in self.openings[at + 1 : at + 5] if how), "none")

    def _picture(self, at: int, size: str) -> Iterator[str]:
        text = self.texts[at]
        posed, posture = _POSED.search(text), _POSTURE.search(text)
        when = _WHEN.match(text)
        if posed:
            yield f"posed={size}"
        if posture:
            yield f"posture={size}"
        if when:
            yield f"when={size}"
        stop = "stop" if text.endswith("。") else "open"
        sides = [len(self.texts[n]) if 0 <= n < len(self.texts) else 0 for n in (at - 1, at + 1)]
        one, two = (2 if side > 3 * len(text) else int(side > len(text)) for side in sides)
        yield f"between={one}|{two}&{stop}&{size}"
        tag = next((tag[:2] for word, tag in tagged(text[:8]) if word), "x")
        yield f"starts={tag if tag in _PEOPLE else tag[0]}&{stop}&{size}"
        shapes = [self.shapes[n].rstrip(",+") if 0 <= n < len(self.shapes) else "edge"
                  for n in (at - 1, at + 1)]
        if posed or posture or when:
            yield f"scene-by={shapes[0]}&{size}"
            yield f"scene-over={shapes[1]}&{size}"


def _kind(one: Traits) -> str:
    if one.shape in ("byline", "author", "credit") or (one.short and _ROLED.match(one.text)):
        return "signed"
    if one.shape == "aside" or (len(one.text) < 60 and "。" not in one.text and len(
            _SITE_WORDS.sub("", one.text)) < 0.5 * len(one.text)):
        return "site"
    if one.shape == "dateline":
        return "dateline"
    return "short" if one.short else "glued" if one.shape.endswith("+") else "text"


def _label(text: str) -> str:
    found = _LABEL.match(text) if len(text) <= 48 else None
    return found.group(1) if found else ""


def _runs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _echo(one: frozenset[str], two: frozenset[str]) -> float:
    if len(one) < 4 or len(two) < 4:
        return 0.0
    return len(one & two) / min(len(one), len(two))
