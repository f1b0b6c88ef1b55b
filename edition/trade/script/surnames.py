"""Surnames in a change of script: by table; given names have one of their own (givennames.py).

A surname is where dictionaries fail: 余先生 becomes 餘先生, 于某 becomes 於某. The table holds the
surnames that stay as they are, or whose Traditional form only the bearer can confirm. In running
text a surname must prove itself, for a word wrongly taken for a name stays Simplified.
"""

from __future__ import annotations

import re

from edition.patterns import late
from edition.trade.names import COMMON_SURNAMES
from edition.trade.script.namesigns import HAS_PARTICLE, NICK_DOES, is_led

_KEPT = "余于范岳涂郁党种后仆征吁游干丑咸占里沈谷周姜向胡折朱系卜曲松台秋仇升才舍千表志布"
TRADITIONAL: dict[str, str] = {c: c for c in _KEPT} | {
    "叶": "葉", "万": "萬", "钟": "鍾", "宁": "寧", "云": "雲", "朴": "朴", "丰": "豐",
    "冲": "沖",
}
"""Simplified surname → the form a person of that name nearly always writes."""
DOUBTFUL: dict[str, tuple[str, str]] = {
    "钟": ("鍾", "鐘"), "宁": ("寧", "甯"), "云": ("雲", "云"),
}
"""Surnames with two legitimate forms: only the bearer knows. 後 is one of old lists alone."""

_HAN = "[\u4e00-\u9fff]"
_LIKELY = "余范岳涂郁钟宁朴"
"""Surnames that are seldom a word of their own; a title after them is enough."""
_UNLIKELY = "于党种后仆征吁游干丑咸冲占里"
"""Surnames that are mostly a verb, a particle or a place: they need an edge before them."""
_PERSON = (
    "(?:某(?![种些个一项类地处日年月时刻家公市县村校单天晚国党乡镇区方物事]|医院|酒店|饭店|银行|"
    "超市|商场|大学|[中小]学|学校|网站|平台|企业|工厂|部门)|"
    "先生|女士|太太|太夫人)"
)
_OF_POST = (
    "董(?=[的说是在持也就把和与今昨先亲要将有没已还，。、：])|总(?![体数计额面量分统和结是共部会支算归裁司])|工(?![程作人资期地业厂序种商会伤时])"
)
_TITLE = (
    r"(?:小姐|同志|老师|大爷|大妈|大姐|大哥|副?(?:书记|主任|镇长|县长|市长|局长|队长|校长|村长|会长|董事长|组长|教授|主席(?![台团])|主编|"
    r"总?经理|院长|所长|厂长|站长|处长|科长|部长|馆长|社长|区长|乡长|行长)(?!而言|来说)|"
    r"医生|大夫|老汉|师傅|婆婆|奶奶|爷爷|大叔|大婶|大娘|大嫂|阿姨|老板|支书|律师|警官|民警|院士|教练|护士|博士|"
    r"秘书|会计|班长|先生|女士|老先生|老太太)"
)
_KIN = (
    r"(?:姐姐|哥哥|妈妈|叔叔|伯伯|姑娘|嫂子|[嫂叔婶姨姐哥]|伯(?!父)|老(?:太|汉|师傅|爷子|伯|板)|导演|编导|主编|记者|"
    rf"{_OF_POST}|队(?![伍员列形友])|"
    r"老(?=[评说的家，依仍还已虽又都就把与和、。"
    "今曾却笑回告一先是在年去来讲拿七八九]))"
)
"""What a surname that is seldom a word has behind it in talk."""
_TAUGHT = late("老师(?!傅)|师傅|教授|主任|书记|校长|局长|医生|院士")
_LEADERS = (
    "记者", "通讯员", "村民", "居民", "书记", "主任", "镇长", "县长", "局长", "队长", "校长",
    "嫌疑人", "被告人", "被告", "原告", "死者", "伤者", "男子", "女子", "车主", "业主", "当事人",
    "受害人", "证人", "户主", "老板", "店主", "驾驶员", "同学", "医生", "护士", "民警", "保安",
    "市民", "家长", "学生", "教师", "老师", "教练", "队员", "选手", "组长", "处长", "科长",
    "所长", "院长", "丈夫", "妻子", "邻居", "同事",
    "骑手", "司机", "志愿者", "老人", "负责人", "经理", "教授", "编辑", "作者",
)
_SPEECH = r"(?:说|介绍|告诉|表示|坦言|感慨|回忆|笑着|笑道|报道|摄)"
AFTER_FIGURES = frozenset(
    "几数多百千万十课业其剩残盈工结规示典模师防浓忧抑糊分点时秒闹质淳简俭纯古0123456789"
)
"""Characters before 余 and the like that make a word of it."""
_MODEL = frozenset("规示典模师防")
"""the same before 范"""
_WORD = (
    "余(?:庆|温|香|欢|绪|韵|悸|风|党|孽|荫|兴[未节]|[味烬威孽毒者票料量粮额])|余[名个万元人次户亩件项下额粮款热钱生音力温波震光晖地]|余家(?=[企单医店公门工商户机庭])|"
    "于当[年天日月地晚时下场中事局夜周季]|于[是年月日此其今近前后本上下各该昨现第\\d]|于会(?![计长])|于(?:凌晨|清晨|深夜|傍晚|早晨|晚间)|"
    "范[围例本畴文读唱]|党建(?![国华伟林峰])|党[员委组支的和内费课校群派政史风]|种[植子地田养类种]|"
    "后[来勤续备面天人将又代期]|征[收求地程集兵]|游[客玩览泳行园]|干[部活旱净群道警]|"
    "占[地用据比]|里[面程边]|宁[静愿可波夏]|钟[头表声情楼爱]|涂[写改抹鸦料了上成]|郁[郁闷]|"
    "朴[实素质]|岳[父母]|冲[天锋动击突洗刷进出]"
)
WORDS = late(_WORD)
"""Words that begin with a surname, many of them in no dictionary."""
_PLAIN = "于余范岳涂郁党谷沈姜朱叶万钟宁云朴游"
_SITE = late(
    rf"(?!{_WORD})[{_LIKELY}{_UNLIKELY}{_PLAIN}]"
    rf"(?=(?P<person>{_PERSON})|(?P<title>{_TITLE}(?!而言|来说))|(?P<kin>{_KIN})|(?P<family>姓|家人|氏(?![族症])|[妻兄嫂]|父(?!母|辈)|母(?![亲校语])|弟(?![子兄])|家(?:[湾庄村屯沟河坪坝岗桥寨堡嘴港坡岭塘渡院巷]|[有的兄姐][^，。]|[三两几]代|老[大二三宅屋]))|"
    rf"(?P<called>的(?![时话])|[，。、；：！？”’）)\s]|$)|(?P<speaks>{_HAN}{{1,2}}{_SPEECH})|"
    rf"(?P<listed>{_HAN}{{1,2}}(?:[\s、，）)]|$))|(?P<goes>[和与说是也就都给把被让叫家的在]|{_HAN}))"
)
"""A character that may be a surname, and what follows it."""


_OPENS = (
    "某太先女小同老大书主镇县市局队医校师婆奶爷总经教院所厂站处科姓家村支会律警董阿"
    "组姐哥妈叔伯姑导编记嫂婶姨工氏副民护博秘班部馆区乡行妻父母兄弟"
)
"""first characters of what shows a surname from behind"""
_LAST = "".join(sorted({word[-1] for word in _LEADERS}))
_LED = late(f"[{_LAST}老小阿姓][{_LIKELY}{_UNLIKELY}{_PLAIN}]")
_BESIDE = "".join(sorted(COMMON_SURNAMES))
_HOUSES = "".join(sorted({*COMMON_SURNAMES, *TRADITIONAL}))
_LISTED = late(
    rf"(?<![\u4e00-\u9fff])[{_HOUSES}](?:[、和与][{_HOUSES}])+(?=[两二三四五六七八九几]?[大]?姓)"
)
"""Surnames one by one: 于、余、干三姓."""
_PAIRED = late(
    rf"(?:(?<=[{_BESIDE}][、和与]))[{_LIKELY}于游钟沈](?=[两二三][家人姓])|"
    rf"(?<![\u4e00-\u9fff])[{_LIKELY}于游钟沈](?=[、和与][{_BESIDE}][两二三][家人姓])"
)
"""Two surnames side by side: 张、于两家."""
_TITLED = late(f"[{_LIKELY}{_UNLIKELY}{_PLAIN}](?=[{_OPENS}])")


def surnames_in(text: str) -> tuple[int, ...]:
    """Offsets of surnames in running text that a dictionary would get wrong."""
    proved_alike: set[int] = set()
    if "姓" in text:
        for listed in _LISTED.finditer(text):
            proved_alike.update(range(*listed.span(), 2))
    proved_alike.update(found.end() for found in _NICK_IS.finditer(text))
    proved_alike.update(
        found.end() for found in NICK_DOES.finditer(text)
        if not _is_han(text[found.start() - 1:found.start()], "和跟与找请让给叫问")
        or is_led(text, found.start())
    )
    places = {found.start() for found in _TITLED.finditer(text)}
    places.update(found.start() + 1 for found in _LED.finditer(text))
    sites = (_SITE.match(text, at) for at in sorted(places))
    proved = {found.start() for found in sites if found and _is_proved(text, found)}
    proved.update(found.start() for found in _PAIRED.finditer(text))
    return tuple(sorted(proved | proved_alike))


def _is_proved(text: str, found: re.Match[str]) -> bool:
    """Whether what stands on both sides of a character shows it to be a surname."""
    at, surname, follows = found.start(), found.group(), found.lastgroup
    before = text[at - 1:at]
    edge = not _is_han(before)
    likely = surname in _LIKELY
    if follows == "person" and (edge or before in "和与跟" or likely or before == surname):
        return not likely or before not in AFTER_FIGURES
    if follows == "title" and ((likely and not _makes_word(surname, before)) or (
        (edge or before in "和与跟、") and surname in "种干咸" and _TAUGHT.match(text, at + 1)
    )):
        return True
    if follows in ("title", "kin") and surname in "于党游":
        posted = follows == "title" or (surname != "党" and _POSTED.match(text, at + 1) is not None)
        stands = edge or _BEFORE_TITLED.search(text, max(0, at - 3), at) is not None
        if posted and stands and not _OF_MANY.match(text, at + 1):
            return True
    if surname == "种" and edge and follows in ("title", "kin"):
        return True
    if follows == "kin":
        return likely and before not in AFTER_FIGURES
    if follows == "person" and surname in "于游" and before not in _BEFORE_PARTICLE:
        return True
    if follows in ("person", "title") and _is_presented(text, at, found):
        return True
    if surname == "于" and before == "于" and follows in ("title", "kin"):
        return True
    if follows == "family":
        alike = found["family"] in ("姓", "氏", "家人")
        house = not alike and before not in AFTER_FIGURES
        return (edge and found["family"] == "姓") or (surname in _PLAIN and (edge or house))
    if before == "姓":
        people = text.endswith(("百姓", "同姓", "异姓", "冠夫姓", "随夫姓", "从夫姓"), 0, at)
        return follows == "called" and not people
    if before in ("老", "小", "阿") and surname in _NICKED and _is_nick(text, at, found):
        return True
    return text.endswith(_LEADERS, 0, at) and _is_led(text, at, found)


def _is_presented(text: str, at: int, found: re.Match[str]) -> bool:
    """Whether somebody is named so, or has a title, behind a word that stands before persons."""
    led = is_led(text, at)
    if led and found.group() in _TITLED_SO and not _OF_MANY.match(text, at + 1):
        return True
    before = text[at - 1:at]
    somebody = led or (before in tuple("据经对由将被向给") and (
        found.group() != "于" or before not in _BEFORE_PARTICLE
    ))
    return somebody and found.lastgroup == "person" and bool(_SOMEBODY.match(text, at + 1))


def _makes_word(surname: str, before: str) -> bool:
    """Whether a character makes a word with what may be a surname behind it: 业余, 示范."""
    return before in (_MODEL if surname == "范" else AFTER_FIGURES)


def _is_nick(text: str, at: int, found: re.Match[str]) -> bool:
    """Whether a surname behind 老, 小 or 阿 is what somebody is called."""
    surname, before = found.group(), text[at - 2:at - 1]
    if surname == "姜":
        return False
    if surname == "于" and not _is_han(before) and _NO_PARTICLE.match(text, at - 1):
        return True
    spoken_of = "和与跟的说叫见问找给对请让陪帮" if surname in "余范岳涂" else "和与跟的"
    if _is_han(before, spoken_of) and not text.endswith(_LEADERS, 0, at - 1):
        return False
    return (
        found.lastgroup == "called" or text[at + 1:at + 2] in _AFTER_NICK or surname in "余范岳涂"
        or (surname in "于钟游" and _DOES.match(text, at + 1) is not None)
    )


_TITLED_SO = "余岳涂郁钟范于游党种干朴丑沈姜谷"
"""surnames that a title makes one behind a word that stands before persons"""
_SOMEBODY = late("某某?(?=[在，。、被说的与和也因将把称到驾伙涉承交供认自坦陈拒逃]|$)")
"""后某 behind 逃犯: somebody, and no 某地"""
_BEFORE_PARTICLE = HAS_PARTICLE | frozenset("对属位")
"""characters behind which 于 before 某 is the particle"""
_NICKED = "于余范岳涂郁沈钟朱叶游姜"
"""Surnames that stand after 老 and 小: 老于, 小余."""
_AFTER_NICK = "和与说是也就都给把被让叫家"
_DOES = late("来(?![料自源])|[去说笑想问答听看坐拿买写请找从把却忙](?![源年自往回])|常|于是")
"""what 小于 does if he is a person"""
_NO_PARTICLE = late("老于(?!世故|此|斯)")
"""老于 at the head of a clause, where it is no 於"""
_NICK_IS = late("(?<![\u4e00-\u9fff])[老小](?=于是[^，。])")
"""小于是新来的: no 于是"""
_POSTED = late(f"{_OF_POST}|[嫂叔婶姨]|姐(?!妹)|哥(?!们|俩)|老师傅|老板|老汉|导演|编导|主编|记者")
_OF_MANY = late(
    "[\u4e00-\u9fff]{1,4}?(?:们|处|办公室|那里|手中|之[前后]|而言|来说|室(?![内外友])|宿舍|[姐兄][妹弟]|"
    "信箱|热线|接待日|门诊|[指带陪][导领同]下)"
)
"""What follows a title that is nobody's."""
_BEFORE_TITLED = late(
    "(?:[和与跟、的是说请让找问把给看听陪帮替带]|(?<![倾偏趋转走面])向|(?:看见|听见|遇见|[跟带领随陪]着|[叫喊称][他她你我]|终于|于是|后来|对)|"
    "(?<!不)(?<!等)同)$"
)
"""What stands before a surname with its title, and not before the particle 于 or the verb 游."""


def _is_led(text: str, at: int, found: re.Match[str]) -> bool:
    """Whether a character after 记者, 村民 and the like opens a name."""
    surname, follows = found.group(), found.lastgroup
    if surname in _LIKELY:
        return _is_han(text[at + 1:at + 2])
    if surname not in _UNLIKELY:
        return False
    if follows == "listed":
        return text.endswith(("记者", "通讯员"), 0, at)
    if follows == "title":
        return surname in "于党游" and not _OF_MANY.match(text, at + 1)
    return follows in ("person", "speaks")


def _is_han(character: str, but: str = "") -> bool:
    return "\u4e00" <= character <= "\u9fff" and character not in but


def surname_starts(byline: str) -> tuple[int, ...]:
    """Offsets at which a name begins in a byline: after a bracket, a space, a 、 or a role word."""
    starts = []
    for match in re.finditer(
        r"(?:^|[（(【〔\s、／/：:]|记者|通讯员|摄影|文|图|编译)(?=[\u4e00-\u9fff])", byline
    ):
        starts.append(match.end())
    return tuple(dict.fromkeys(s for s in starts if s < len(byline)))
