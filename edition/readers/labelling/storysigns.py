"""What tells the next story from the next part of one: how copy opens and ends, what it repeats.

A part of a story goes on with its people and its matter (他, 此外, 王某说); a story opens with a
place, a day, a dateline, and brings what nobody has named before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from edition.patterns import late
from edition.readers.labelling.linepatterns import is_marked, pattern_of
from edition.readers.labelling.traits import Traits
from edition.trade.words import tagged

_OPENINGS = tuple((name, late(pattern)) for name, pattern in (
    ("news", "(?:据|據).{0,12}(?:[报報][导道導]|消息|[讯訊][，,]|[电電])|"
             "本[报報].{0,12}[讯訊电電]|新[华華]社"),
    ("day", "近日|日前|昨[天日晚]|今[天日晨早]|前[天日]|上[周週]|本[周週月]|"
            "[0-9０-９]{1,2}[月日号號]|"
            "[0-9０-９一二三四五六七八九○〇]{4}年|目前|近[年期來来]|[记記]者(?:昨|今|日前|近)"),
    ("goes-on", "[他她它其][们們]?|[这這那此该該][些个個种種样樣一是]?|[对對于於]此|[双雙]方|"
                "同[时時]|此外|另外?|而且?|但是?|不[过過]|因此|所以|[当當][时時]|[后後][来來]|[随隨][后後]|[与與]此|"
                "除此|不[仅僅]|[虽雖]然|如果|首先|其次|最[后後]|再"),
    ("quote", "[“「『]"),
    ("known", "[老小阿]?[\u4e00-\u9fff](?:某|先生|女士|小姐|教授|博士|太太?)"),
    ("said", "[\u4e00-\u9fff·]{2,8}(?:[说說称稱指]|表示|[认認][为為]|透露|介[绍紹]|坦言|"
             "[强強][调調]|[补補]充)"),
    ("asks", "[\u4e00-\u9fff]{1,4}[：:]"),
))
"""how the first paragraph under a heading may open"""
_OVER = late(
    "(?:完|未完[^（）()]*|[来來]源[^。]*|[据據摘][^。]{2,16}|供稿|整理|[编編][译譯辑輯][^。]*|"
    "[详詳][细細见見])[）)〕】］]?$"
)
_PLACES = ("ns", "nt", "nr", "nz")
_WIDTH = 6
"""lines of text above and below whose people and places are compared"""
SINCE: tuple[float, ...] = (1, 2, 3, 5, 8, 13, 21)
_SIDES = late(
    "[（(〔][^（()）]{0,6}?(?:[左右中前后後上下][一二三四五起]?|[左右前后後][排側侧者方]?[^（()）]{0,3}|"
    "[圖图]|紅框[處处]?)[）)〕]"
)
_AGENCY = late(
    "(?:美[联聯]社|法新社|路透社?|新[华華]社|中新社|中央社|共同社|[Gg]etty|AP|AFP|Reuters|[资資]料|"
    "[图圖]片|截[图圖]|[视視][频頻]|[Ff]acebook|提供|[网網][页頁络絡上]|政府新[闻聞][处處])[^。，,]{0,8}$"
)
_SCENE = late(
    "正在|合[照影]|握手|留影|一角|[现現][场場]|[场場]景|[摆擺]放|展示|[画畫]面|外[观觀貌]|全景|[图圖]|如今|"
    "身穿|手持|[为為].{0,6}[为為]|忙[着著]"
)
_CAPTION = 60
"""characters of a sentence that may tell what a picture shows"""
_PICTURED = late(
    "[（(](?:附?[图圖]片.*|[图圖]片?故事|照片|[組组][图圖]|漫[画畫]|[摄攝]影.*)[）)]$"
)
_SITE = late(
    "未[经經]|授[权權]|不得[转轉][载載]|版[权權]|原文|首[发發]|[编編][辑輯]\\s*[：:/／|｜]|"
    "[责責]任[编編][辑輯]|[来來]源\\s*[：:｜|]|相[关關](?:新[闻聞]|[报報][导道導]|[链鏈][接結])|更多|"
    "推[荐薦][阅閱]|延伸[阅閱]|[点點][击擊]|[订訂][阅閱]|二[维維][码碼]|[扫掃][码碼]|[全本]文共|微信|"
    "公[众眾][号號]|原[创創]|推[广廣]|打\\s*印|字[号號][：:]|背景色|留言|[评評][论論]】|分享|放大[图圖]|"
    "[关關][闭閉]|[Pp]age\\s*\\d|第\\s*\\d+\\s*[页頁版]|https?:|www\\.|\\.com|\\d{1,2}[:：]\\d{2}|"
    "[编編][号號]|原[标標][题題]|稿源|作者\\s*[：:]|[发發][布佈]|更新|督印|出版|[总總]第|即[时時]新[闻聞]|"
    "查看|返回|首[页頁]|[上下]一[篇页頁则則]|[广廣]告|[赞贊]助|Facebook|Twitter|@|"
    "\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}日?"
)
_AUTHOR = late("作者|[记記]者|通[讯訊][员員]|^[来來]源|^文\\s*[/／|｜]")
_SITE_LENGTH, _BESIDE_SITE = 60, 24
"""characters of the longest line that a site adds, and of one beside such a line"""
_STAMP = late("[\\d\\s年月日号號时時分:：./-]+(?:[（(]?(?:星期|[周週])[一二三四五六日天][）)]?)?")
_LEFT = 2
"""letters that a line of a site may hold beside one word of a site"""
_UNDER = 4
"""lines below the title of a picture where its caption stands"""


@dataclass(frozen=True, slots=True)
class StorySigns:
    """The lines of a page, looked at once for all their neighbours."""

    texts: Sequence[str]
    short: Sequence[bool]
    long: Sequence[int]
    """places of lines that are surely copy"""
    openings: Sequence[str]
    """how each line of copy opens; empty for others"""
    names: Sequence[frozenset[str]]
    """people and places that each line of copy names"""
    patterns: Sequence[str]
    counts: Counter[str]
    pictured: Sequence[int]
    """places of titles of picture stories"""
    sites: Sequence[bool]
    """whether each line holds words that a site puts round its articles"""
    opened: Sequence[int]
    """places of lines with a dateline or a signature: a story opens here, or ends"""

    @classmethod
    def of(cls, found: Sequence[Traits], long: Sequence[int]) -> StorySigns:
        """What the lines of these traits show."""
        texts, copy = [one.text for one in found], frozenset(long)
        patterns = [pattern_of(text) for text in texts]
        return cls(
            texts, [one.short for one in found], long,
            [_opening(one) if at in copy else "" for at, one in enumerate(found)],
            [_names(one.text) if at in copy else frozenset() for at, one in enumerate(found)],
            patterns, Counter(pattern for pattern in patterns if is_marked(pattern)),
            [at for at, text in enumerate(texts) if _PICTURED.search(text)],
            [of_a_site(text) for text in texts],
            [at for at, one in enumerate(found)
             if one.shape in ("dateline", "byline") or one.shape.endswith("+")],
        )

    def features(self, at: int) -> Iterator[str]:
        """The names of the features that hold of the line at `at`."""
        like = self.counts[self.patterns[at]]
        if like > 1:
            yield f"like={min(like, 5)}&{'short' if self.short[at] else 'long'}"
        yield from self._site(at)
        if self.short[at]:
            yield from self._heading(at)
        if len(self.texts[at]) <= _CAPTION:
            yield from self._caption(at)

    def _heading(self, at: int) -> Iterator[str]:
        up, down = bisect_left(self.long, at), bisect_right(self.long, at)
        above, below = self.long[max(up - _WIDTH, 0) : up], self.long[down : down + _WIDTH]
        if below and below[0] - at <= 3:
            yield f"opens={self.openings[below[0]]}"
        if above:
            yield f"over={int(_OVER.search(self.texts[above[-1]]) is not None)}"
            since = bisect_left(self.opened, at)
            last = self.opened[since - 1] if since else -1
            yield f"since={bisect_left(SINCE, up - bisect_left(self.long, last))}"
        if above and below:
            told = frozenset().union(*(self.names[n] for n in above))
            new = frozenset().union(*(self.names[n] for n in below[:2]))
            if told and new:
                yield f"named={min(len(told & new), 3)}&{int(len(new) > 3)}"
                yield f"named-share={min(int(4 * len(told & new) / len(new)), 3)}"
        if at and self.short[at - 1]:
            one, two = _runs(self.texts[at - 1]), _runs(self.texts[at])
            if one and two:
                yield f"echo={min(int(4 * len(one & two) / min(len(one), len(two))), 3)}"

    def _site(self, at: int) -> Iterator[str]:
        """Words that a site puts round its articles, in this line and beside it."""
        here, above, below = (self.sites[n] if 0 <= n < len(self.texts) else False
                              for n in (at, at - 1, at + 1))
        if here or above or below:
            length = "short" if self.short[at] else "long"
            yield f"site={int(here)}{int(above)}{int(below)}&{length}"

    def _caption(self, at: int) -> Iterator[str]:
        text = self.texts[at]
        if _SIDES.search(text):
            yield "side"
        if _AGENCY.search(text):
            yield "agency"
        if _SCENE.search(text):
            yield "scene"
        last = bisect_left(self.pictured, at)
        if last and at - self.pictured[last - 1] <= _UNDER:
            yield f"under-picture={at - self.pictured[last - 1]}"
        if not self.short[at] and text.count("。") == 1 and text.endswith("。"):
            sides = [
                "edge" if not 0 <= n < len(self.texts) else "short" if self.short[n]
                else "text" if len(self.texts[n]) > _CAPTION else "sentence"
                for n in (at - 1, at + 1)
            ]
            yield f"single={'&'.join(sides)}"


@lru_cache(maxsize=4096)
def of_a_site(text: str) -> bool:
    """True for a line without a full stop inside it that holds words of a site, not of a story."""
    return (
        len(text) <= _SITE_LENGTH and "。" not in text[:-1] and _SITE.search(text) is not None
    )


def may_be_of_a_site(texts: Sequence[str], at: int, *, inner: bool) -> bool:
    """True for such a line that names no author, and for a short one beside such a line.

    `inner` is a line inside a story: there one alone stays copy but where it says so twice.
    """
    own, beside = texts[at], (*texts[max(at - 1, 0) : at], *texts[at + 1 : at + 2])
    if of_a_site(own):
        found = _is_for_a_site(own, inner) or any(map(of_a_site, beside))
    else:
        found = len(own) <= _BESIDE_SITE and "。" not in own and any(
            of_a_site(text) and _is_for_a_site(text, inner) for text in beside
        )
    return found and _AUTHOR.search(own) is None


def _is_for_a_site(text: str, inner: bool) -> bool:
    """True where words of a site stand in a line twice, or, not `inner`, leave hardly anything.

    A day or an hour alone may be copy.
    """
    if _STAMP.fullmatch(text):
        return False
    left, count = _SITE.subn("", text)
    return count > 1 or (not inner and sum(map(str.isalpha, left)) <= _LEFT)


def _opening(one: Traits) -> str:
    if one.shape == "dateline":
        return "dateline"
    for name, pattern in _OPENINGS:
        if pattern.match(one.text):
            return name
    tags = [tag for _, tag in tagged(one.text[:8])][:2]
    for tag in _PLACES[:3]:
        if tag in tags:
            return tag
    return "other"


def _names(text: str) -> frozenset[str]:
    return frozenset(
        word for word, tag in tagged(text) if tag[:2] in _PLACES and len(word) > 1
    )


def _runs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
