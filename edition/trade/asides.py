"""Lines that may belong to the page and not to a story: page labels, staff, hotlines, navigation.

`sign_of` speaks of a line's shape alone. A shape is never enough to set a line aside: the reader
asks its place as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from edition.patterns import late
from edition.trade.lexicon import JUMP
from edition.trade.names import is_name


class AsideSort(StrEnum):
    """What sort of line stands on a page beside its stories."""

    IMPRINT = "imprint"
    """name of the paper, date, issue, page"""
    STAFF = "staff"
    """who edited, read and laid out the page"""
    CONTACT = "contact"
    """the paper's own telephone, address and price"""
    NAVIGATION = "navigation"
    """what a web page says around its article"""
    RIGHTS = "rights"
    JUMP = "jump"
    """下转 and 上接"""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AsideSign:
    """What a line looks like, and whether it can hardly be copy."""

    sort: AsideSort
    sure: bool = True
    """False where the same words stand in stories too: a lone date, a telephone number."""
    dated: bool = False
    """True for a date and nothing else, as it closes a notice."""
    web: bool = False
    """True for what a web page sets between headline and text."""


_LENGTH = 120
"""characters of the longest line that is looked at"""
_HAN = "[\u4e00-\u9fff]"
_NUM = "[〇○零一二三四五六七八九十百廿卅]"
_SPLIT = late("[\\s\u3000|｜·•/／，,:：]+")

_DATE = late(
    rf"(?:公元|(?:中[华華])?民[国國])?(?:\d{{2,4}}|{_NUM}{{2,6}})\s*年\s*"
    rf"(?:(?:\d{{1,2}}|{_NUM}{{1,3}})\s*月\s*)(?:(?:\d{{1,2}}|{_NUM}{{1,3}})\s*[日号號]|"
    rf"[上中下]旬)?|"
    r"\d{4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}日?|"
    rf"(?:\d{{1,2}}|{_NUM}{{1,3}})月(?:\d{{1,2}}|{_NUM}{{1,3}})[日号號]"
)
_CLOCK = late(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_WEEKDAY = late("(?:星期|礼拜|禮拜|[周週])[一二三四五六日天](?![\u4e00-\u9fff])")
_TERMS = (
    "立春|雨水|惊蛰|驚蟄|春分|清明|谷雨|穀雨|立夏|小[满滿]|芒[种種]|夏至|小暑|大暑|立秋|"
    "[处處]暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒"
)
_LUNAR = late(
    r"(?:农历|農曆|夏历|夏曆|阴历|陰曆)?\s*"
    r"(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬]?年)?\s*"
    r"(?:[闰閏]?[正一二三四五六七八九十冬腊臘]{1,2}月(?:[大小])?)"
    r"(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|[二三]十|三十)"
    rf"|(?:农历|農曆)[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|(?:今日|明日|今天|"
    rf"明天)?(?:{_TERMS})"
)
_PAGE = late(
    rf"第?\s*[A-Za-z]{{0,2}}\d{{1,3}}\s*版面?|第{_NUM}{{1,3}}版|[A-Z]{{1,2}}\d{{1,2}}(?![\dA-Za-z])"
)
_PAGES = late(r"(?:今日|本期|今天|共)\s*[\d一二三四五六七八九十]{1,3}\s*[版张張页頁]")
_ISSUE = late(rf"[（(]?[总總]?第\s*(?:\d[\d,]{{0,6}}|{_NUM}{{1,5}})\s*[期号號][）)]?")
_NUMBERS = late(
    r"(?:国内统一(?:连续出版物)?(?:刊|编)?号?|國內統一刊號|刊[号號])\s*[:：]?\s*(?:CN|"
    r"ISSN)?\s*[\d—－/\-]{3,20}|"
    r"(?:CN|ISSN)\s*\d{2,4}[-—－]\d{3,4}(?:/\w{1,3})?|"
    r"[邮郵][发發]代[号號]\s*[:：]?\s*\d{1,3}[-—－]\d{1,4}|"
    r"[广廣]告[经經][营營][许許]可[证證]\S{0,4}[:：]\S{1,20}|"
    rf"(?:零售[价價]?|每份|售[价價]|定[价價])\s*(?:每份)?[:：]?\s*(?:[\d.]{{1,6}}|"
    rf"{_NUM}{{1,4}})\s*[元角分]"
)
_COUNTS = late(
    r"(?:阅读|閱讀|点赞|按讚|评论|評論|浏览|瀏覽|转发|收藏|人气|点击|點擊|"
    r"在看)[量数數次]?\s*[:：]?\s*"
    r"\d[\d.,]*\s*[万萬wWkK]?\+?\s*[次条條人]?"
)
_SOURCE = late(r"(?:文章|信息|稿件)?(?:来源|來源|稿源|出处|出處)\s*[:：]\s*[^\s:：。]{1,20}")
_POSTED = late(
    rf"(?:发布|發佈|發布|更新|发表)(?:时间|時間|日期|于|於)?\s*[:：]?\s*(?={_DATE.pattern})"
)
_TIME = late(rf"(?:时间|時間|日期)\s*[:：]\s*(?={_DATE.pattern})")
_FOLIO = late(r"[-—–－·]?\s*\d{1,3}\s*[-—–－·]?")
_PAPER = late(f"{_HAN}{{2,8}}[报報]")
_DAILY = late(
    rf"{_HAN}{{2,6}}(?:日报|晚报|早报|晨报|时报|商报|导报|都市报|周报|日報|晚報|時報|週報)"
)
_PAGE_NAME = late(
    rf"(?:{_HAN}{{0,4}}(?:要闻|要聞|新闻|新聞|综合|綜合|时事|時事|国际|國際|国内|國內|经济|"
    rf"經濟|财经|財經|体育|體育|"
    r"文化|教育|社会|社會|健康|法治|民生|城事|副刊|专版|專版|专刊|專刊|特刊|视点|視點|焦点|"
    r"焦點|理论|理論|评论|評論|"
    r"娱乐|娛樂|科技|旅游|旅遊|农业|三农|广告|廣告|公益|天下|都市|社区|生活|人物|文艺|文苑|"
    r"周末|连载)|"
    rf"[港国國要市省县縣本]{{1,2}}[闻聞]|头版|頭版)"
)
_FREE_NAME = late(f"{_HAN}{{2,8}}(?:[·•]{_HAN}{{1,6}})?")

_ROLE = (
    "(?:编辑|編輯|责编|責編|校对|校對|美编|美編|组版|組版|主编|主編|编审|編審|编委|編委|签发|"
    "簽發|总值班|排版|版面设计|"
    "版面設計|版式|设计|設計|检校|檢校|审稿|審稿|审核|審核|审校|審校|终审|終審|主任|统筹|統籌|"
    "监制|監製|制图|製圖|总编辑|图编)"
)
_ROLE_OWN = (
    "(?:本版|本期|责任|責任|执行|執行|值班|美术|美術|版式|文字|视觉|視覺|见习|見習|首席|图片|"
    "圖片|版面)"
)
_NAMES = rf"(?:{_HAN}{{2,4}}|{_HAN}[ \u3000]{{1,2}}{_HAN})"
_STAFF = late(
    rf"(?P<own>{_ROLE_OWN})?(?P<role>{_ROLE})(?P<mark>\s*[:：/／]\s*|[ \u3000]+)"
    rf"(?P<names>{_NAMES}"
    rf"(?:[、，,/／ \u3000]+(?!{_ROLE_OWN}?{_ROLE}\s*[:：/／ \u3000]){_NAMES}){{0,5}})"
)

_WIDE_NAME = late(f"(?<!{_HAN})({_HAN})[ \u3000]{{1,2}}({_HAN})(?!{_HAN})")

_WAYS = (
    "(?:热线|熱線|电话|電話|专线|專線|邮箱|郵箱|信箱|邮编|郵編|地址|传真|傳真|网址|網址|"
    "微信公众号|微信号|微信|微博|公众号|"
    "客户端|E-?mail|Email|QQ群?|社址|网站|網站)"
)
_OWN = (
    "(?:本[报報刊社台网網版]|新[闻聞]|[读讀]者(?:服[务務]|来信|來信)?|投稿|来稿|來稿|[广廣]告|"
    "[发發]行|[订訂][阅閱报報]|"
    f"[报報爆]料|[编編][辑輯]部|[采採][编編]|[总總][编編]室|{_HAN}{{2,6}}[报報])"
)
_ANSWER = r"\s*[:：]\s*[^。]{0,50}[\dA-Za-z〇零一二三四五六七八九][^。]{0,30}"
_NUMBER = r"\s+[\d（(][\d（）()\-－—\s转轉、]{5,30}"
_CONTACT_OWN = late(
    rf"{_OWN}(?:官方|服务|服務|咨询|諮詢|投诉|联系|聯絡|24小时)?{_WAYS}(?:{_ANSWER}|{_NUMBER})|"
    rf"(?:{_OWN})?(?:社址|[报報]社地址)\s*[:：][^。]{{1,60}}|"
    rf"(?:零售)?每份\s*(?:[\d.]{{1,5}}|{_NUM}{{1,4}})\s*[元角分](?:[\s，,·][^。]{{0,40}})?"
)
_CONTACT = late(rf"{_WAYS}{_ANSWER}")
_POSTCODE = late("[邮郵][编編]\\s*[:：]?\\s*\\d{5,6}")

_BUTTON = late(
    "上一版|下一版|上一篇|下一篇|上一[页頁]|下一[页頁]|返回(?:目[录錄]|首[页頁]|[顶頂]部|列表|"
    "上一[页頁]|版面)?|"
    "分享[到至]?|打印(?:本[页頁])?|版面[导導]航|[标標][题題][导導]航|放大|[缩縮]小|默[认認]|"
    "字[号號體体]?|"
    "大|中|小|收藏(?:本[页頁])?|[关關][闭閉](?:窗口)?|微博|微信|朋友圈|分享[到至](?:微信|微博|"
    "朋友圈|QQ空?间?)|QQ(?:空间)?|新浪微博|[复複][制製][链鏈]接|[举舉][报報]|"
    "[扫掃]一[扫掃]|[纠糾][错錯]|版面[图圖]|PDF版?|全文"
)
_LONE_BUTTON = late(
    "上一版|下一版|上一篇|下一篇|上一[页頁]|下一[页頁]|返回(?:目[录錄]|首[页頁]|[顶頂]部|列表|"
    "上一[页頁]|版面)|打印本[页頁]|"
    "版面[导導]航|[标標][题題][导導]航|分享[到至](?:微信|微博|朋友圈|QQ空?间?)?"
)
_NEXT = late(
    "[上下]一[篇版条條]\\s*[:：][^。]{1,40}|"
    "(?:当前|您的|您现在的|所在)位置\\s*[:：](?=.*[>＞»›]|\\s*\\S{0,2}首[页頁]).{1,60}"
)
_STEP = late("\\s*[>＞»›]+\\s*")
_CRUMB = late(
    f"{_HAN}{{0,6}}(?:首[页頁]|主[页頁]|正文|新[闻聞]中心|[内內]容|[详詳]情)|{_HAN}{{1,6}}[网網]"
)

_RIGHTS = late(
    "[【\\[（(]?(?:(?:版权|版權)(?:声明|聲明)\\s*[:：]?[^。]{0,80}(?:转载|轉載|版权|版權|授权|"
    "授權|所有|侵权)[^。]{0,40}|"
    "(?:版权|版權)(?:声明|聲明)|(?:版权|版權)所有(?:[\\s，,：:·©!！归歸属屬][^。]{0,60})?|"
    "(?:版权|版權)归[^。]{1,60}|"
    "(?:©|Copyright|COPYRIGHT)[^。]{0,80}|(?:本[报報]|未经|未經)[^。]{0,24}(?:不得|禁止|"
    "谢绝)(?:转载|轉載|复制|使用|摘编)[^。]{0,30}|"
    "本[报報]法律[顾顧][问問][^。]{0,60}|本社地址\\s*[:：][^。]{1,60})[】\\]）)]?"
)


def sign_of(text: str) -> AsideSign | None:
    """The sign that a line belongs to the page; None for a line that is copy by its shape."""
    if not text or len(text) > _LENGTH or "。" in text:
        return None
    if JUMP.fullmatch(text):
        return AsideSign(AsideSort.JUMP)
    if _RIGHTS.fullmatch(text):
        return AsideSign(AsideSort.RIGHTS)
    return _navigation(text) or _contact(text) or _staff(text) or _imprint(text)


def is_of_one_issue(text: str) -> bool:
    """True for a line that holds a day or the number of an issue."""
    return bool(_DATE.search(text) or _ISSUE.search(text))


def sort_of(text: str) -> AsideSort:
    """What sort of line one that was set aside is."""
    found = sign_of(text)
    if found is not None:
        return found.sort
    return AsideSort.IMPRINT if _PAPER.fullmatch(text) else AsideSort.OTHER


def _navigation(text: str) -> AsideSign | None:
    if _NEXT.fullmatch(text):
        return AsideSign(AsideSort.NAVIGATION, web=True)
    parts = [part for part in _SPLIT.split(text) if part]
    if parts and all(_BUTTON.fullmatch(part) for part in parts):
        lone = len(parts) == 1 and not _LONE_BUTTON.fullmatch(text)
        return AsideSign(AsideSort.NAVIGATION, not lone, web=True)
    steps = _STEP.split(text)
    if len(steps) > 1 and any(_CRUMB.fullmatch(end) for end in (steps[0], steps[-1])):
        short = all(0 < len(step) <= 20 for step in steps)
        return AsideSign(AsideSort.NAVIGATION, web=True) if short else None
    return None


def _contact(text: str) -> AsideSign | None:
    if _CONTACT_OWN.fullmatch(text):
        return AsideSign(AsideSort.CONTACT)
    if _CONTACT.fullmatch(text):
        return AsideSign(AsideSort.CONTACT, _POSTCODE.search(text) is not None)
    return None


def _staff(text: str) -> AsideSign | None:
    """Roles and names to the end of the line; one plain role alone may be an office in a story."""
    at, sure, count = 0, False, 0
    while at < len(text):
        found = _STAFF.match(text, at)
        if found is None:
            return None
        spaced = not found["mark"].strip()
        if spaced and not found["own"] and not all(map(is_name, _joined(found["names"]))):
            return None
        sure = sure or bool(found["own"]) or (found["role"] in _DESK_ROLES and not spaced)
        at, count = found.end(), count + 1
        while at < len(text) and text[at] in " \u3000、，,|｜/／":
            at += 1
    return AsideSign(AsideSort.STAFF, sure or count > 1)


def _joined(names: str) -> list[str]:
    """The names of a list, those of two characters set as wide as three made one."""
    whole = _WIDE_NAME.sub(r"\1\2", names)
    return re.split("[、，,/／ \u3000]+", whole)


_DESK_ROLES = frozenset((
    "责编", "責編", "校对", "校對", "美编", "美編", "组版", "組版", "排版", "版面设计", "版面設計",
    "检校", "檢校", "总值班", "审校", "審校", "图编",
))
"""Roles that are of the desk and of no other office."""


def _imprint(text: str) -> AsideSign | None:
    if _FOLIO.fullmatch(text):
        return AsideSign(AsideSort.IMPRINT, sure=False)
    if _DAILY.fullmatch(text):
        return AsideSign(AsideSort.IMPRINT, sure=False)
    seen = _pieces(text)
    if seen is None:
        return None
    solid = seen - {"name", "free", "clock", "time", "staff"}
    if not solid or ("free" in seen and "page" not in seen):
        return None
    if "time" in seen and "web" not in seen:
        return None
    lone = seen in ({"date"}, {"issue"}, {"date", "clock"}, {"web"}) or (
        seen <= {"weekday", "clock", "lunar"}
    )
    sure = "free" not in seen and (not lone or _COUNTS.match(text) is not None)
    return AsideSign(AsideSort.IMPRINT, sure, seen <= {"date", "weekday", "lunar"}, "web" in seen)


_NAMED = (
    ("date", _DATE), ("issue", _ISSUE), ("pages", _PAGES), ("numbers", _NUMBERS), ("web", _POSTED),
    ("weekday", _WEEKDAY), ("lunar", _LUNAR), ("page", _PAGE), ("web", _COUNTS), ("web", _SOURCE),
    ("time", _TIME), ("clock", _CLOCK), ("staff", _STAFF),
)
"""The pieces of a line about the page, in the order in which they are tried."""
_WORDS = (("name", _PAPER), ("name", _PAGE_NAME), ("free", _FREE_NAME))
"""Names, each of which fills the space between two separators."""
_ENDS = " \t\u3000|｜，,:：-—/／"
_GAPS = " \t\u3000|｜·•，,:：-—/／"


def _pieces(text: str) -> set[str] | None:
    """What a line about the page is made of; None where anything else stands in it."""
    seen: set[str] = set()
    at, free, before = 0, 0, ""
    while at < len(text):
        if text[at] in _GAPS:
            at, before = at + 1, ""
            continue
        found = next(((n, m.end()) for n, p in _NAMED if (m := p.match(text, at))), None)
        if found is None:
            found = _word(text, at)
            if found is None or before not in ("", "page") or (found[0] == "free" and before):
                return None
            free += 1
        seen.add(found[0])
        before, at = found
    return seen if free <= 2 else None


def _word(text: str, at: int) -> tuple[str, int] | None:
    """A name that begins at `at` and ends at a separator, a date or the end of the line."""
    end = at
    while end < len(text) and text[end] not in _ENDS and not text[end].isdigit():
        end += 1
    word = text[at:end]
    return next(((name, end) for name, pattern in _WORDS if pattern.fullmatch(word)), None)
