"""Where the words of a headline part, and what an editor thinks of a line that ends there.

The dictionary knows words; what a headline keeps whole is more: 惠民票, 古浮桥畔, 过九成, 下月,
搬进. Words are looked for in the Simplified script; make-up and preflight both ask here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from edition.trade.words import tagged


class Seam(Enum):
    """What ending a line between two words does, the best first."""

    PAUSE = "after the headline's own mark"
    FREE = "before or after what leans on the other side"
    VERB = "between a subject and what is said of it"
    ENDING = "after 了 or 着"
    OBJECT = "between a verb and what it governs"
    ASIDE = "between words that may or may not belong together"
    NOUN = "inside a noun phrase, after 的 too"
    COUNTED = "between a number and what it counts"
    COMPOUND = "between two nouns that make one"
    CLINGS = "after or before a character that does not stand alone"
    TORN = "inside what is one word to its reader"


class _Word(NamedTuple):
    text: str
    flag: str

    @property
    def single(self) -> bool:
        return len(self.text) == 1

    @property
    def stop(self) -> bool:
        """True for a mark or a blank, at which a clause ends; also beyond the ends of the text."""
        return self.flag == "x" and not "\u3400" <= self.text[:1] <= "\u9fff"

    @property
    def noun(self) -> bool:
        named = self.flag[0] in "nx" or self.flag in ("vn", "s", "zg", "eng")
        return named and not self.stop

    @property
    def verb(self) -> bool:
        return self.flag[0] == "v" and self.flag != "vn"

    @property
    def number(self) -> bool:
        if self.flag == "m":
            return not self.single or self.text in NUMERALS or self.text in "半零〇每"
        return self.text[:1].isdigit()


_EDGE = _Word("", "x")
NEVER_FIRST = frozenset("的地得了着们")
"""A heading line never begins with one of these (HD1)."""
NEVER_LAST = frozenset("不第各每被把让使为向对从与和及在")
"""A heading line does not end with one of these: they belong to what follows."""
BOUND = frozenset(
    "村县市区镇乡省州路街桥站馆院校厂店港湾山江河湖岛"
    "队员者家人户业性化率度感力界群节奖会展赛期版制法案类式型层级号条项所处局厅部委办组室课班"
    "书网线片带圈城里内外上下中前后间时日年月季届房车船机树林田地楼物品费税券卡证药油粮"
    "票点价款金量额权岸畔边旁侧墙门铺坊园亭塔井渠坝堤田灯史报刊信牌奶茶面饭菜果"
)
"""Characters that, alone after a word, end a compound with it: 清廉村, 开放日, 惠民票."""
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿几两多")
_PLACE = frozenset("里内外中上下前后边旁畔间侧底岸")
"""方位词 of one character, which stay with their noun"""
_THIS = frozenset("上下本今明去前后当每各全该首")
_TIMES = frozenset("月周年季届旬期日晚晨天")
_AFTER = frozenset((
    "以来", "以内", "以上", "以下", "以外", "之后", "之前", "之间", "之内", "之外", "之中", "之下",
    "之上", "之一", "左右", "上下", "前后", "期间", "附近", "起", "时", "后", "前",
))
"""What stands behind a time, a place or a number and not before another word"""
_COMPLETES = frozenset("来去上下进出起回过到成住开好完满掉给为走倒见遍入")
"""Complements of a verb, of one character and of two"""
_COMPLETING = frozenset((
    *_COMPLETES,
    "起来", "下去", "出来", "过来", "回来", "上来", "下来", "进来", "上去", "出去", "进去", "回去",
))
_MEASURES = frozenset("位个些种座条名件项场次家所张")
_THINGS = frozenset("个条座位只件张把所家块棵头匹辆部名栋片套幅本支")
"""Measures of things, not of times: 一条断头路, but 一晚卖出"""
_AFTER_PARTICLE = {"了": Seam.ENDING, "过": Seam.ENDING, "着": Seam.ASIDE}
_NUMBER = "[零〇一二三四五六七八九十百千万两0-9]+"
_TOLD_TIME = re.compile(
    f"{_NUMBER}(?:比|[:：]){_NUMBER}|{_NUMBER}点(?:半|整|钟|{_NUMBER}(?:分钟?|刻)?)|"
    f"{_NUMBER}时{_NUMBER}分|(?:{_NUMBER}年)?{_NUMBER}月{_NUMBER}[日号]|{_NUMBER}年{_NUMBER}月"
)
"""A score, an hour or a day: 零比三, 十一点四十分, 十月十五日"""
_COUNT = (
    f"第{_NUMBER}[次个届代批名位条场家座期回种天年版号章课轮站封册部篇支张间所]?|"
    f"百分之{_NUMBER}|{_NUMBER}分之{_NUMBER}|[一二三四五六七八九零]+〇[一二三四五六七八九零〇]*[年届]?"
)
"""An ordinal with what it counts, a share, a year: 第一百零三次, 百分之二十, 二〇二六届"""
_WHOLE = re.compile(f"({_TOLD_TIME.pattern})|({_COUNT})")
_DAYPARTS = frozenset((
    "上午", "下午", "中午", "正午", "凌晨", "清晨", "早晨", "早上", "傍晚", "晚上", "今晚", "昨晚",
    "深夜", "夜里", "半夜", "午夜", "晚间", "早", "晚",
))
"""What an hour is told with: 深夜十一点"""
_LEANING = frozenset(("关于", "对于", "按照", "根据", "随着", "由于", "为了"))
"""Prepositions that end no line"""
_VERBS = frozenset("穿选丢护抛刷寻升奔踩判押催绑挡搜砌拐扛熬")
"""Verbs of one character of which the dictionary tells no part of speech"""
_COLOURS = frozenset("灰红白黑蓝绿黄紫粉青")
_CLAUSE = re.compile("[^，；：。！？ 　]{2,8}的[^，；：。！？ 　]")
"""A clause that says which one is meant: 穿灰雨衣的人"""
_OPENING = frozenset("“「『《〈（‘")
_CLOSING = frozenset("”」』》〉）’")
_MARKS = "，；：。！？"


@lru_cache(maxsize=4096)
def seams(text: str) -> dict[int, Seam]:
    """Offsets in `text` at which a line may begin, with what is thought of it there.

    Inside a word of the dictionary there is none.
    """
    cut = [_EDGE, *_words(text), _EDGE]
    cut = [_as_used(*cut[i - 1:i + 2]) if 0 < i < len(cut) - 1 else word
           for i, word in enumerate(cut)]
    found: dict[int, Seam] = {}
    at, before = 0, _EDGE
    for word, after, beyond in zip(cut[1:], cut[2:], [*cut[3:], _EDGE], strict=False):
        if word.single and found.get(at) is Seam.TORN:
            before, word = _EDGE, _Word(before.text + word.text, _flag(before, word))
            at -= len(word.text) - 1
        at += len(word.text)
        if after.text and not _welded(word, after, beyond):
            seam = _seam(before, word, after, beyond)
            if seam is Seam.COUNTED and (after.verb or after.text in _OPENING):
                seam = Seam.VERB if _CLAUSE.match(text, at) else seam
            found[at] = seam
        before = word
    return found


def _words(text: str) -> Iterator[_Word]:
    """The words of a text; a score, an hour, a day and an ordinal are each one of them."""
    at = 0
    for found in _WHOLE.finditer(text):
        yield from (_Word(*pair) for pair in tagged(text[at:found.start()]))
        yield _Word(found[0], "t" if found[1] else "m")
        at = found.end()
    yield from (_Word(*pair) for pair in tagged(text[at:]))


def _flag(before: _Word, word: _Word) -> str:
    """The part of speech of a word and the character that completes it."""
    if before.verb and word.text in _COMPLETES:
        return "v"
    if word.text in _PLACE:
        return "s"
    return "n" if word.text in BOUND or word.flag[0] in "qgmu" else word.flag


def _as_used(before: _Word, word: _Word, after: _Word) -> _Word:
    """A word of one character as what it is here: 过九成, 穿雨衣, 灰雨衣, 旧歌本里."""
    if word.text == "过" and not after.stop and (after.number or not before.verb):
        return _Word("过", "v")
    if word.text in _VERBS and word.flag[0] in "zx":
        return _Word(word.text, "v")
    if word.text in _COLOURS and after.noun and not after.single:
        return _Word(word.text, "a")
    ends = after.stop or after.text in _PLACE or after.text in NEVER_FIRST
    if word.text == "本" and before.noun and ends:
        return _Word(word.text, "ng")
    return word


def _welded(word: _Word, after: _Word, beyond: _Word) -> bool:
    """True where no line may ever end: before 的, after 不, between the figures of a number."""
    if word.stop and word.text not in _CLOSING:
        return False
    if after.text in NEVER_FIRST or after.flag[0] == "u":
        return True
    if word.text in NEVER_LAST:
        return not _once(after, beyond)
    return (
        (word.number and word.single)
        or (word.text[-1] in NUMERALS and word.flag != "t")
        or (word.text[-1].isdigit() and after.text[0].isalnum())
    )


def _once(after: _Word, beyond: _Word) -> bool:
    """True where 一 begins what is said: 一查便知."""
    return after.text == "一" and beyond.verb and beyond.single


def _seam(before: _Word, word: _Word, after: _Word, beyond: _Word) -> Seam:
    if word.text[-1] in _MARKS:
        return Seam.PAUSE
    if not word.stop and after.text in _OPENING:
        return _before_quoted(word)
    if word.stop or after.stop:
        return Seam.FREE
    if _once(after, beyond) or word.text == "起":
        return Seam.VERB
    if after.text in NEVER_LAST and beyond.text == "一":
        return Seam.CLINGS
    if word.text in _DAYPARTS and _TOLD_TIME.match(after.text):
        return Seam.TORN
    if before.flag == "p" and after.noun and (word.flag == "t" or word.noun):
        return Seam.COMPOUND
    for judged in (_one_word(word, after, beyond), _after_single(before, word, after)):
        if judged is not None:
            return judged
    return _of_phrases(word, after)


def _before_quoted(word: _Word) -> Seam:
    """What a quotation or title leans on: 开|“夜班”, 四十二张|“等人椅”."""
    if word.number:
        return Seam.COUNTED
    if word.verb:
        return Seam.CLINGS if word.single else Seam.OBJECT
    return _AFTER_PARTICLE.get(word.text, Seam.FREE)


def _one_word(word: _Word, after: _Word, beyond: _Word) -> Seam | None:
    """What the word after says, where it is short or stands behind others."""
    if word.text[-1] in _THIS and word.single and after.text[0] in _TIMES:
        return Seam.TORN
    if after.text in _THIS and beyond.text[:1] and beyond.text[0] in _TIMES:
        return Seam.VERB
    if after.text in _AFTER and (word.flag in "tmqs" or word.noun or not after.single):
        return Seam.TORN
    if after.text == "过" and beyond.number:
        return Seam.VERB
    if word.verb and after.text in _COMPLETING:
        return Seam.TORN if word.single else Seam.CLINGS
    if not after.single:
        return None
    if _coined(after, beyond) and not word.single:
        return Seam.COMPOUND if word.noun else None
    if after.text in _PLACE and (word.noun or word.number):
        return Seam.TORN
    if word.verb and not word.single and after.noun and beyond.noun:
        return Seam.OBJECT
    if after.flag[0] in "ab" and beyond.noun and word.verb:
        return Seam.CLINGS
    if after.verb and beyond.text == "的" and word.flag == "s":
        return Seam.CLINGS
    leans = after.flag[0] in "pcdr"
    bound = (after.text in BOUND or (after.flag == "ng" and word.noun)) and not after.verb
    if (word.single and not leans) or bound:
        return Seam.TORN
    if (beyond.stop and beyond.text not in _OPENING) or (after.noun and beyond.verb):
        return Seam.CLINGS
    return None


def _coined(word: _Word, after: _Word) -> bool:
    """True for a word that no dictionary has yet, of a character that never stands alone and
    another: 智造, 智治."""
    return word.single and word.flag == "ng" and after.single and after.flag[0] in "vn"


def _after_single(before: _Word, word: _Word, after: _Word) -> Seam | None:
    """What a word of one character says, most of which lean on what follows; and 的, 了, 着."""
    if not word.single:
        return None
    if _coined(word, after):
        return Seam.TORN
    if word.flag[0] == "u" or word.text in NEVER_FIRST:
        return _AFTER_PARTICLE.get(word.text, Seam.NOUN)
    if word.text in _PLACE and before.noun:
        return Seam.OBJECT if after.noun else Seam.VERB
    if word.text in _TIMES:
        return Seam.VERB
    if word.text in _COMPLETES and before.verb:
        return Seam.CLINGS if after.number else Seam.OBJECT
    if word.flag == "q" and before.number:
        return Seam.COUNTED if after.noun else Seam.VERB
    if word.flag[0] in "ab":
        return Seam.TORN
    if word.flag[0] in "dpcrvm" or after.noun:
        return Seam.CLINGS
    return Seam.FREE if after.flag[0] in "pcdr" else Seam.ASIDE


def _of_phrases(word: _Word, after: _Word) -> Seam:
    """What the parts of speech of two whole words say."""
    if word.flag == "r" and word.text[-1] in _MEASURES and after.noun:
        return Seam.CLINGS
    if word.number:
        counts = after.noun or after.flag[0] in "ab" or word.text[-1] in _THINGS
        return Seam.COUNTED if counts else Seam.VERB
    if word.text in _LEANING:
        return Seam.TORN
    if word.flag in ("d", "f", "p", "b"):
        if after.number or word.flag == "p":
            return Seam.CLINGS
        return Seam.ASIDE if after.verb else Seam.NOUN
    if after.flag[0] in "pcdr":
        return Seam.FREE
    if after.verb or after.number or after.flag in ("i", "l", "z"):
        return Seam.OBJECT if word.verb else Seam.VERB
    if word.verb or word.flag == "s":
        return Seam.OBJECT
    if word.flag == "t":
        return Seam.CLINGS if _TOLD_TIME.match(after.text) else Seam.VERB
    if after.text[0] in NUMERALS:
        return Seam.ASIDE
    return Seam.COMPOUND if word.noun and after.noun else Seam.NOUN
