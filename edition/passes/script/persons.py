"""The persons of an edition: who is named in it, and where.

A name is told from words by what it costs to read it as either, by what stands round it, by how
often it comes and by the bylines. Whoever is known by one mention is known at all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from edition.passes.script.engines import word_form
from edition.passes.script.sheet import Sheet
from edition.passes.script.wordways import run_round
from edition.patterns import late
from edition.trade.names import DOUBLE_SURNAMES, SURNAMES
from edition.trade.script.givennames import GIVEN_FORMS, IN_GIVEN, given_price, surname_price
from edition.trade.script.surnames import AFTER_FIGURES, TRADITIONAL, WORDS, surnames_in
from edition.trade.words import NO_WORD, flag_of, worth_of, worths_of

_PRIOR = 4.4
"""−ln of the share of names among the words of a newspaper"""
_DOUBLE = 8.0
"""−ln of the share of a surname of two characters"""
_SELDOM_WORDS = {
    "余": 2.0, "范": 2.0, "岳": 2.0, "涂": 2.0, "郁": 2.0, "游": 1.0, "党": 1.0,
    "干": 0.5, "于": 0.3, "种": 1.0, "后": 1.0, "征": 1.0, "仆": 2.0, "丑": 2.0,
    "咸": 2.0, "吁": 2.0, "占": 1.0, "里": 0.5, "冲": 0.5,
}
"""how much sooner such a surname is a name than its price among surnames tells"""
_OWN = ("s2t",)
"""OpenCC's own standard"""
_LISTED = "余范岳涂郁丰"
"""surnames whose names in the dictionary are names"""
_LISTED_GIVEN = 18.0
"""what a given name costs at most that one in the dictionary is believed to have"""
_NO_NAMES = frozenset(("牛骥同", "牛骥", "郁金香", "余因子", "余家村", "游成主", "种天然", "胡同口"))
"""words that the dictionary calls names"""
_STANDS_ALONE = "余范岳涂郁"
"""surnames that hardly ever open a clause as a word of one character"""
_KNOWN_PERSONS = frozenset(  # noqa: SIM905  # a list of names reads best as one text
    "于洋 于谦 于丹 于敏 于勒 于右任 于是之 于慎行 余华 余隆 余光中 余秋雨 余英时 余叔岩 余则成 范曾 范增 "
    "范伟 范蠡 岳飞 岳云 岳霖 郁达夫 郁风 涂又光 党怀英 种师道 后羿 干宝 干勇 游本昌 游国恩 "
    "冲田 万里 万俟卨 谷牧 谷超豪 丰子恺 向明 向秀".split()
)
"""persons of common knowledge whose names are words as well"""
_LEAST = -9.0
"""a name that costs so much more than words is none, whoever stands round it"""
_WHEN_AND_WHERE = ("t", "s", "ns", "nt", "f")
"""parts of speech of what follows the particle more often than the surname"""
_FIGURES = frozenset("0123456789０１２３４５６７８９")
_SIDES = "中前后内外上下间旁边里畔时际初末"
_DAYS = frozenset(  # noqa: SIM905  # a list of days reads best as one text
    "立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 "
    "大雪 冬至 小寒 大寒 端午 中秋 重阳 元宵 元旦 春节 除夕 腊月 正月".split()
)
_HAS_PARTICLE = frozenset(
    "早晚载勤见置生死毁归趋忠急善甘苦处位等大小高低陷流长短多少始终源出作写建成立毕发由对关属基限鉴"
    "致至乐忙勇敢敏富利便易难耻羞止安介居取异同优劣强弱胜负败缘兴盛衰卒葬藏隐寄献捐授加施用适近重轻"
    "先迟疏精拙惯迫囿拘屈臣服得赖工专荒敢溢散落降凌濒徘染沉沦乐钟倾"
)
"""characters behind which 于 is the particle"""
_KNOWN = 3.0
"""how much more it is a name if the dictionary has it as one"""
_SURNAMES = frozenset("".join(TRADITIONAL)) - frozenset("叶万千升表志布才舍系折")
_HARDLY = "胡朱周沈姜折卜曲秋仇向系松台丰朴宁云"
"""surnames that the dictionary seldom gets wrong, or that are words as often"""
_CAUTION = 3.0
"""how much more such a name must cost less than words"""
_BEARERS = "".join(sorted(c for c in SURNAMES if surname_price(c) < 9))
_KEPT = "".join(GIVEN_FORMS)
_LATER = f"(?:[{_KEPT}]|[{IN_GIVEN}][{_KEPT}])"
_RARE_SURNAMES = "".join(sorted(_SURNAMES))
_DOUBLES = "|".join(f"(?<={double[0]}){double[1]}(?={_LATER})" for double in DOUBLE_SURNAMES)
_OPENERS = "".join(sorted({*_SURNAMES, *_BEARERS, *(double[0] for double in DOUBLE_SURNAMES)}))
_SITE = late(
    f"[{_OPENERS}](?:(?<=[{_RARE_SURNAMES}])(?=[{IN_GIVEN}])|(?<=[{_BEARERS}])(?={_LATER})|{_DOUBLES})"
)
"""Where a name may begin that a dictionary would get wrong."""
_HAN = late("[\u3400-\u9fff]+")
_LEADERS = tuple((  # noqa: SIM905  # a list of words reads best as one text
    "记者 通讯员 村民 居民 书记 支书 主任 镇长 县长 市长 局长 队长 校长 村长 "
    "站长 会长 社长 骑手 司机 志愿者 老人 负责人 经理 教授 编辑 作者 老师 "
    "教师 教练 会计 画家 作家 诗人 歌手 导演 演员 店主 车主 护士 医生 民警 "
    "警察 工程师 队员 选手 邻居 徒弟 师傅 农民 工人 学生 实习生 战士 老兵 "
    "木匠 院士 专家 律师 法官 妻子 丈夫 母亲 父亲 儿子 女儿 儿媳 哥哥 姐姐 "
    "弟弟 妹妹 同学 乘客 业主 市民 商户 摄影师 设计师 干部 会员 顾客 游客 "
    "员工 职工 读者 鼓师 老伴 党员 采购员 理发师 厨师 处长 科长 院长 厂长 "
    "董事长 总经理 同志 先生 女士 小学生 大学生 研究员 主席 总理 部长 省长 "
    "摄影 责任编辑 校对 摆渡人 师妹 师弟 师兄 师姐 嫌疑人 名叫 他叫 她叫 我叫 就叫 叫做 叫作 原名 "
    "本名"
).split())
"""Words that stand right before a person's name."""
_LEAD_ENDS = frozenset(word[-1] for word in _LEADERS)
_NAMING = frozenset("叫和与跟及给向对请由据为是被让派在替随到了选有找如听诉看导告")
"""characters that often stand right before a name"""
_DONE = "种后征占冲干仆吁游"
"""surnames that are verbs as well: whoever is named before may do so"""
_CREDITED = late("[／/](?:[文图摄]|摄影)")
_MOST_ROUND = 10.0
"""what stands round a name can say of it at most"""
_MOST_UNLED = 6.0
"""the same without a word before it that names persons and without a credit behind it"""
_SPEAKS = late(
    "(?:[^，。！？\\n]{0,2}(?:说(?![明服法])|道(?!路|理)|表示|介绍|告诉|认为|透露|回忆|坦言|感慨|笑|答|问)|(?:先生|女士|同志|老师|教授|书记|主任|院士|医生|"
    "律师|校长|县长|镇长|局长|经理|师傅|警官|教练|导演|老人|大爷|大妈|奶奶)"
    "|[（(]|摄|报道|等(?:人|同志))"
)
_GOES_ON = late(
    "[、，。：；！？”」』）)》\\s]|$|[的是在把被和与及从也就却又正还都已曾则便将因为今昨明每去来到说给向带走站坐拿写教管当获参]"
)


SURE, DOUBTED = -0.7, -2.2
_MARGIN = 0.01
"""more than what a sum of logarithms is off"""


class Mention(NamedTuple):
    """A stretch of a text that may name a person."""

    start: int
    end: int
    name: str
    score: float
    """above SURE it is taken for a name, above DOUBTED the editor is asked"""


_Stretch = tuple[int, int]
"""start and end"""


class _Site(NamedTuple):
    """A stretch that may be a name, before the ways to cut the run round it are weighed."""

    start: int
    end: int
    name: str
    price: float
    """what it costs to read it as a name"""
    told: float
    """what stands round it says of it, and what the dictionary"""
    most: float
    """what it may score at most"""


class _Weight(NamedTuple):
    """What a name says of itself, wherever it stands."""

    price: float
    """what it costs to read it as a name"""
    flag: str
    """its part of speech, where it is a word"""
    told: float
    """what the dictionary says of it"""
    most: float
    """how much better it is as a name than as words, at most"""


def _stretches(text: str) -> dict[str, list[_Stretch]]:
    """All stretches of a text that may be names of which a dictionary would make words."""
    found: dict[str, list[_Stretch]] = {}
    for site in _SITE.finditer(text):
        start = site.start()
        family = 2 if text.startswith(DOUBLE_SURNAMES, start) else 1
        for end in (start + family + 2, start + family + 1):
            found.setdefault(text[start:end], []).append((start, end))
    return found


@lru_cache(maxsize=65_536)
def _weight(name: str) -> _Weight | None:
    """What a stretch says of itself as a name; None where it can be none."""
    family = 2 if name.startswith(DOUBLE_SURNAMES) else 1
    if not _HAN.fullmatch(name) or len(name) == family:
        return None
    price = _PRIOR + given_price(name[family:])
    price += _DOUBLE if family == 2 else surname_price(name[0])
    price += _CAUTION if name[0] in _HARDLY else -_SELDOM_WORDS.get(name[0], 0.0)
    flag, told = flag_of(name), 0.0
    if name in _KNOWN_PERSONS:
        price, flag, told = min(price, -_words_of(name)), "", _KNOWN
    elif _is_listed(name, flag):
        price = min(price, -worth_of(name))
    least = -price - _words_of(name)
    if _MOST_ROUND + least < _LEAST:
        return None
    if flag:
        told += _KNOWN if flag.startswith("nr") and name not in _NO_NAMES else -_CAUTION
    elif name in _NO_NAMES or _is_phrase(name):
        told -= 2 * _CAUTION
    if len(name) == 2:
        told -= 1.2
    elif name[0] in "于后" and _is_when_or_where(name[1:]):
        told -= _CAUTION + (name[-1] in _SIDES)
    return _Weight(price, flag, told, told + least)


def _is_phrase(name: str) -> bool:
    """Whether OpenCC has a stretch of two characters as a word of its own."""
    by_character = "".join(word_form(_OWN, character) for character in name)
    return len(name) == 2 and name[0] not in _SURNAMES and word_form(_OWN, name) != by_character


def _is_listed(name: str, flag: str) -> bool:
    """Whether the dictionary is believed that a word is a person's name."""
    return (
        flag.startswith("nr") and len(name) == 3 and name[0] in _LISTED and name not in _NO_NAMES
        and given_price(name[1:]) < _LISTED_GIVEN
    )


def _is_when_or_where(word: str) -> bool:
    """Whether a word tells a time or a place, as what follows the particle 于 does."""
    return flag_of(word) in _WHEN_AND_WHERE or word[-1] in _SIDES or word in _DAYS


def _may_be_led(text: str, start: int, end: int) -> bool:
    """Whether what stands right before or behind a stretch may well be the sign of a name."""
    return text[start - 1:start] in _LEAD_ENDS or text[end:end + 1] in ("／", "/")


def _site(text: str, name: str, weight: _Weight, stretch: _Stretch) -> _Site | None:
    """A stretch with what stands round it; None where it is no name."""
    start, end = stretch
    if weight.flag and len(name) == 2 and not _CREDITED.match(text, end):
        return None
    told = _round(text, start, end)
    if told + weight.most - weight.told < _LEAST:
        return None
    if WORDS.match(text, start) or (name[0] in "余范" and text[start - 1:start] in AFTER_FIGURES):
        told -= 2 * _CAUTION
    if name[0] == "于" and text.startswith(("而言", "来说"), end):
        return None
    if name[0] == "于" and len(name) == 2 and _is_when_or_where(text[start + 1:start + 3]):
        told -= _CAUTION
    if len(name) == 2 and name[1] == "于":
        particle = text[end] in _FIGURES or flag_of(text[end:end + 2]) in _WHEN_AND_WHERE
        told += -_CAUTION if particle else 1.5
    return _Site(start, end, name, weight.price, told + weight.told, told + weight.most)


def _mention(text: str, site: _Site) -> Mention | None:
    """The stretch as a name, where reading it so costs not too much."""
    ways, begun = run_round(text, site.start)
    start, end = site.start - begun, site.end - begun
    if end > len(ways.run):
        return None
    score = ways.gain(start, end, -site.price) + site.told
    return Mention(site.start, site.end, site.name, score) if score > _LEAST else None


def _words_of(name: str) -> float:
    """The worth of the words that a stretch is made of."""
    best = [0.0, *[-1e9] * len(name)]
    for start, character in enumerate(name):
        here, worths = best[start], worths_of(character)
        for end in range(start + 1, len(name) + 1):
            worth = worths.get(name[start:end]) or NO_WORD * (end - start)
            if here + worth > best[end]:
                best[end] = here + worth
    return best[-1]


def _led(text: str, start: int) -> float:
    """What a word before a stretch that stands before names says of it."""
    flag = flag_of(text[start + 1:start + 3]) if text[start] == "于" else ""
    if flag and not flag.startswith(("nr", "nz")):
        return 1.0
    return 2.0 if text[start] in _DONE else 5.0


def _round(text: str, start: int, end: int) -> float:
    """What stands before and behind a stretch says of it, as a name."""
    score = 0.0
    before = text[start - 1:start]
    if not before or not "\u3400" <= before <= "\u9fff":
        score += 2.5 if before == "、" else 1.5
        score += 1.0 if text[start] in _STANDS_ALONE else 0.0
    elif before in _LEAD_ENDS and text.endswith(_LEADERS, 0, start):
        score += _led(text, start)
    elif text[start] == "于" and before in _HAS_PARTICLE:
        score -= 6.0
    elif before in _NAMING:
        score += 0.8
    if _CREDITED.match(text, end):
        score += 5.0
    elif text.startswith("、", end):
        score += 2.2
    elif _SPEAKS.match(text, end):
        score += 2.5
    elif _GOES_ON.match(text, end):
        score += 1.2
    return score


def _tallied(scored: Iterable[tuple[str, float]]) -> dict[str, tuple[int, float]]:
    """How often each name comes, and the most that it scores."""
    found: dict[str, tuple[int, float]] = {}
    for name, score in scored:
        times, most = found.get(name, (0, score))
        found[name] = times + 1, max(most, score)
    return found


class Register:
    """The persons of one edition."""

    def __init__(self, texts: Iterable[str], signed: Iterable[str]) -> None:
        self._signed = frozenset(name for name in signed if len(name) > 1)
        sheet = Sheet(dict.fromkeys(texts))
        weighed = self._weighed(self._mentioned(sheet.whole))
        taken: set[int] = set()
        found: list[Mention] = []
        doubted: list[Mention] = []
        for one in sorted(weighed, key=lambda one: (-one.score, one.start)):
            if one.score <= DOUBTED:
                break
            if not taken.isdisjoint(range(one.start, one.end)):
                continue
            if one.score > SURE:
                found.append(one)
                taken.update(range(one.start, one.end))
            elif len(one.name) > 2 and one.name not in _NO_NAMES:
                doubted.append(one)
        titled = [
            Mention(at, at + 1, sheet.whole[at], 1.0) for at in surnames_in(sheet.whole)
            if sheet.whole[at] in TRADITIONAL and at not in taken
        ]
        found += titled
        taken.update(one.start for one in titled)
        self.doubted = [
            one.name for one in sorted(doubted, key=lambda one: sheet.line_at(one.start))
            if one.start not in taken
        ]
        """what may be a name and was read as words"""
        self._named: dict[str, list[Mention]] = {}
        for one in sorted(found):
            line = sheet.line_at(one.start)
            begun = sheet.starts[line]
            self._named.setdefault(sheet.texts[line], []).append(
                one._replace(start=one.start - begun, end=one.end - begun)
            )

    def _mentioned(self, whole: str) -> list[Mention]:
        """All mentions but those that no other mention can help."""
        sites: list[_Site] = []
        for name, stretches in _stretches(whole).items():
            weight = _weight(name)
            if weight is None:
                continue
            needed = DOUBTED - _MARGIN - self._help(name, len(stretches), 0.0)
            if weight.most + _MOST_ROUND < needed or (
                weight.most + _MOST_UNLED < needed
                and not any(_may_be_led(whole, *stretch) for stretch in stretches)
            ):
                continue
            found = [_site(whole, name, weight, stretch) for stretch in stretches]
            likely = [site for site in found if site is not None and site.most > _LEAST]
            if any(site.most > needed for site in likely):
                sites += likely
        mentions = (_mention(whole, site) for site in sites)
        return [one for one in mentions if one is not None]

    def _help(self, name: str, times: int, best: float) -> float:
        """What the whole edition adds to each mention of a name, told by how often it comes."""
        known = 4.0 if best > 1.0 and len(name) > 2 else 0.0
        if name in self._signed:
            known = 9.0 if len(name) > 2 else 5.0
        return known + min(4.0, 1.0 * (times - 1))

    def _weighed(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """The mentions with what the whole edition says of their names."""
        mentions = list(mentions)
        best = _tallied((one.name, one.score) for one in mentions)
        worth = {name: self._help(name, times, score) for name, (times, score) in best.items()}
        return (one._replace(score=one.score + worth[one.name]) for one in mentions)

    def named_in(self, text: str) -> Sequence[Mention]:
        """The persons named in a text, from left to right, with their titles' bearers."""
        return self._named.get(text, ())
