"""Simplified characters that are two or more Traditional ones: which, by the words round them.

A rule is held only at its character. Forms are those of OpenCC's own standard; the region's come
after. What the dictionary's phrases get right needs no rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from edition.patterns import late

_NUMBER = "[0-9０-９一二三四五六七八九十百千万亿两几数]"
_NO_COUNT = "[有是能要会在剩想可好许准见听管卖怕求需得够靠知讲问写用看去来为做给说限收占]"
_BEASTS = (
    "鸡鸭鹅羊狗猫猪牛虎熊鸟鱼虾蟹船手脚眼耳鸽兔鼠狼猴蚊蝇蜂蝶蛙龟鹤鹰雁燕鹿豹狮象箱桶碗杯瓶盒鞋袜表股母公小大"
)
_STOP = "[，。、；：！？」』”’）》\\s]|$"
RULES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "只": (
        ("(?<=一只)只(?=剩|有|能|要|会|吃|用|靠)", "只"),
        ("(?<=有[一二两三四五六七八九十])只(?=能|会|在)", "隻"),
        (f"(?<=[十百千万亿]|[0-9０-９])只(?!{_NO_COUNT})", "隻"),
        (f"(?<=[多余来几])只(?=[{_BEASTS}]|山羊|鸵鸟|鹌鹑)", "隻"),
        (
            "(?<=[一两二三四五六七八九这那每哪几])"
            "只(?=是|有|能|要|会(?=让|使|更|有|在|越)|想|好|得|需|怕|剩下)", "只",
        ),
        ("(?<=别)只", "只"),
        ("(?<=一)只只|(?<=一只)只", "隻"),
    ),
    "里": (
        (f"(?<={_NUMBER})里(?=外|地|路|远|长|宽|开外|之外|以外|以内|水路|山路|海岸|{_STOP})", "里"),
        ("(?<=胡同)里|(?<=[村镇县乡城市家屋心夜手眼嘴山田])里(?=面)", "裏"),
    ),
    "面": (
        ("(?<=麦)面(?=[，。、包条])", "麪"),
        ("(?<=[碗斤袋缸])面(?![积前子对向])|(?<=[吃煮擀])面(?![前临对子试])", "麪"),
        (f"(?<=和)面(?={_STOP})|(?<=下)面(?=给|吃|条)", "麪"),
        ("(?<![里外上下东西南北前后对门])面(?=馆)", "麪"),
    ),
    "发": (
        ("(?<=头)发(?=[现布送动言射酵放给到]|展(?![示览])|明(?!亮)|生(?!长)|电)", "發"),
        ("(?<=[管整代经心物处办护道治料总助受审]理)发", "發"),
        ("(?<=[毛理])发(?=[现布电言]|展(?![示览]))", "發"),
        ("(?<=[白黑长短华银])发(?=[现布言动送射]|展(?![示览])|生(?!长))", "發"),
    ),
    "松": (
        (f"(?<=[能要不可别])松(?={_STOP})", "鬆"),
        ("(?<=[要很太变更放轻蓬疏稀宽])松(?![树林果木柏针鼠苗涛花江竹香脂])", "鬆"),
        ("松(?=[开软手动绑散懈弛垮脆]|了一?口|紧|一口气)", "鬆"),
    ),
    "了": (
        ("了(?=解[放决除散答围渴闷冻聘约体]|解开)", "了"),
        ("(?<=[示])了(?=如)|(?<=[到完做过说看写])了(?=解|望)", "了"),
    ),
    "后": (
        (f"(?<=[影歌视封球])后(?=退役|冠|[和与的]|{_STOP})", "后"),
        (f"(?<={_NUMBER}天)后|(?<=[半整多]天)后", "後"),
    ),
    "斗": (
        ("斗(?=歹徒|恶|洪|倭|地主|妍|艳|唱|法|嘴|殴|狠|气|智|勇)", "鬥"),
        ("斗(?=米)|(?<=[挖漏烟熨料铲筛抽簸墨])斗", "斗"),
        (f"(?<={_NUMBER})斗(?=米|粮|谷|麦|酒|水|种|{_STOP})", "斗"),
    ),
    "台": (
        ("(?<![电讲舞上后柜平站阳擂窗灶看月露])台(?=风(?![险格波光采貌气景云情]))", "颱"),
    ),
    "准": (
        ("(?<=[十条项个]不)准", "准"),
        (f"(?<=不)准(?![确时备则的了]|{_STOP})|准(?=许|予|假)|(?<=[获批核照])准(?!则|备|确)", "准"),
    ),
    "谷": (
        ("(?<=[稻打晒碾割五])谷(?!歌)|谷(?=粒|穗|堆|仓|壳|糠|草|种|贱|物|类)", "穀"),
        (f"(?<=[新收卖粮])谷(?={_STOP}|入仓|上市|登场)", "穀"),
    ),
    "表": (
        ("表(?=[0-9０-９示明达演])", "表"),
        (f"(?<=钟和)表|(?<=[手怀秒戴块只修看钟])表(?=[了都也不坏停店匠链盘针]|{_STOP})", "錶"),
    ),
    "钟": (
        ("(?<![龙姓])钟(?=情|爱|意|灵|氏|馗|山|祥|离|子期|南山|繇|姓)|(?<=[龙独所])钟", "鍾"),
        ("钟", "鐘"),
    ),
    "系": (
        ("(?<![关联体派])系(?=[好紧着鞋绳]|领带|围裙|安全带|红领巾|扣子)", "繫"),
        ("(?<=[心情维])系(?!统|列)", "繫"),
        ("(?<=[确此实乃均皆纯])系(?!统|列)", "係"),
    ),
    "干": (
        ("(?<=天)干(?=物燥)", "乾"),
        ("干(?=巴巴|瞪眼|[瘪涸枯裂旱燥净洗粮果货杯冰草柴酪煸锅咳呕贝尸])", "乾"),
        ("(?<=[晒烘晾吹烤擦榨抹拧饼笋卜萄薯阴沥焙豆葡腐])干(?![部事劲活警线扰涉预系])", "乾"),
        ("(?<=[天水河井泪唇舌墨汗喝菜肉果鱼])干(?=[了透]|[，。、])", "乾"),
        ("(?<=[服裤衫鞋袜笔料])干(?=了)", "乾"),
        (f"(?<![他她我你们人谁也都就又一活事能想肯敢在不])干(?=了的|了(?:{_STOP}))", "乾"),
        ("(?<=包)干|干(?=掉|嘛|吗|什么|啥|劲|活|部|事|警|将|练|道|渠|线|流|得)", "幹"),
        ("干(?=系|预|涉|扰|戈)|(?<=[相若何])干(?!劲|活|部)", "干"),
    ),
    "冲": (
        ("冲(?=个澡|个凉|咖啡|奶粉|[洗水凉澡泡茶刷积印淡走厕剂服])|(?<=水)冲(?!垮)", "沖"),
    ),
    "卷": (
        ("(?<=龙)卷|卷(?=土重来|铺盖|心菜|[起走来入进款缩毛尺着])", "捲"),
        (f"(?<=[花春蛋])卷(?=[和都]|{_STOP})", "捲"),
    ),
    "尽": (("尽(?=管|快|早|先|速|可能)", "儘"),),
    "折": (("(?<=存)折(?!扣|磨)|折(?=叠|纸|扇|页|皱|痕|尺)", "摺"),),
    "扎": (("扎(?=[着了起个两根条一]*(?:小辫|辫|马尾|蝴蝶结|头绳))", "紮"),),
    "签": (
        ("签(?=名|字|约|署|到|证|订|收|发|注|下|了|合同|完|过|好|单|领|售|批)", "簽"),
        ("(?<=[书抽竹牙标求彩])签", "籤"),
    ),
    "赞": (
        ("赞(?=成(?!功)|助|同|比亚)", "贊"),
        ("赞(?=叹|美|赏|扬|誉|许|颂|歌|不绝|词|辞)|(?<=[点称夸盛礼颂个大])赞", "讚"),
    ),
    "脏": (("(?<=[心肝内脾肾肺五])脏(?!话)", "臟"),),
    "历": (("(?<=[日农挂阳阴公旧黄])历(?![史经时来代年任届程次])", "曆"),),
    "托": (
        ("(?<=[委拜寄信嘱受请])托|托(?=人|他|她|我|付|词|辞|梦|管)", "託"),
    ),
    "姜": (
        ("姜(?=汤|茶|片|丝|末|汁|糖|黄|块|蓉|饼)|(?<=[生嫩仔鲜])姜", "薑"),
        (f"(?<=[卖买切挖腌放加葱])姜(?={_STOP})", "薑"),
    ),
    "舍": (
        ("舍(?=弃|得|不得|身|命|己)|(?<=[取割难])舍|(?<=不)舍(?!友)", "捨"),
        ("(?<=[宿校农屋牛猪鸡鸭茅旅邻精馆])舍", "舍"),
    ),
    "并": (
        ("并(?=购|网|轨|吞|案)|(?<=[合兼吞归])并(?![不非且没未])|(?<=一)并(?![不非且没])", "併"),
    ),
    "出": (
        ("(?<=[一两三四几这那每整])出(?=[大好新老]?戏|折子|[京闹悲喜话粤越]?剧)", "齣"),
        ("(?<=[二五六七八九十])出(?=大?戏|好戏|折子)", "齣"),
    ),
    "板": (("(?<=老)板(?!栗)", "闆"),),
    "娘": (("娘", "娘"),),
    "别": (("别(?=扭[着动伤了头])", "別"),),
    "游": (
        ("(?<=鱼)游|游(?=得快|得慢|过[去来]|过[小大长黄这那条]*[河江湖海])", "游"),
        ("游(?=到对岸|上岸|泳|击|牧)", "游"),
        ("(?<=[上中下])游(?!客|戏|览|玩|行|人)", "游"),
    ),
    "征": (
        ("(?<=[长远出从亲南北东西])征(?!求|收|集|兵|地|税|文|稿|询|用|召|订)", "征"),
        ("征(?=服|战|途|程|讨|伐|帆|尘)", "征"),
    ),
    "纤": (("纤(?=夫|绳)|(?<=拉)纤(?!维)", "縴"),),
    "采": (
        ("(?<=[神风文丰])采(?!访|购|集|摘|用)", "采"),
        ("采(?=访|摘|购|集|取|样|矿|煤|药|茶|纳|伐|掘|石|写|编|风|光|蜜)", "採"),
    ),
    "制": (
        ("(?<=[研炼缝配印腌烹特试仿熬酿])制(?![度约裁服订定止动])", "製"),
        ("(?<![能以法去]自)(?<=自)制(?!力|自|力|能力)", "製"),
        ("(?<=[限控体机建抑节克强管牵遏压])制", "制"),
    ),
    "团": (("(?<=[饭糯])团(?![队结体伙聚圆员购])", "糰"),),
    "云": (("(?<=诗)云|云(?=云众生)", "云"),),
    "吁": (("(?<=呼)吁", "籲"), ("(?<=[喘吁])吁|吁(?=吁|短叹)", "吁")),
    "凶": (("凶(?=手|杀|犯|器|案)|(?<=[行帮逞])凶", "兇"), ("(?<=吉)凶|凶(?=吉|多吉)", "凶")),
    "丑": (("丑(?=时|角|旦|牛年)|(?<=[小文武])丑(?![闻恶陋态])", "丑"),),
    "胡": (("胡(?=子|须|渣)", "鬍"), ("胡(?=同)", "胡")),
    "同": (("(?<=胡)同", "同"),),
    "参": (("参(?=[加与观考赛谋军议选展保照战会股演政阅赞])", "參"),),
    "志": (("(?<=[杂标日])志(?!愿|气|向|同)", "誌"),),
}


COMMON = {
    "了": "了(?=[解望如然])", "同": "(?<=胡)同",
    "出": "(?<=[一二两三四五六七八九十几这那每整])出(?=[大好折京闹悲喜话剧戏新老粤越])",
}
"""Where a rule can speak of a character that stands everywhere."""
OPEN = {
    "面": "面麪", "谷": "谷穀", "松": "松鬆", "卷": "卷捲", "表": "表錶", "斗": "斗鬥",
    "冲": "衝沖", "签": "簽籤", "折": "折摺",
}
"""Characters that are words of two forms by themselves; the rest of their words tell of neither."""
RARER = (
    "蔘揹檯颱隻麪穀鬆瞭繫係餘鍾錶製複覆週採衝沖捲噹儘摺紮鬍鬚僕籤簽讚參誌昇穫髒臟曆彙匯準噁澱甦託藉睏籲鬱鹹薑醜兇嚮佈緻癥捨併"
    "齣闆傢夥麴孃彆矇濛跡範佔樸迴註縴闢瀰硃禦饑槓樑絃簾塗嶽弔糰罈鬨髮乾幹鬥裏後"
)
"""Traditional forms that a phrase across a border of words may have put in."""


class TwinRule(NamedTuple):
    """One way in which what stands round a character tells its form."""

    pattern: re.Pattern[str]
    form: str
    before: bool
    """told by what stands before it"""
    after: bool


@cache
def rules_of(character: str) -> tuple[re.Pattern[str], tuple[TwinRule, ...]] | None:
    """The rules of a character, each apart, and one pattern that finds any of them."""
    given = RULES.get(character)
    if given is None:
        return None
    apart = [(one, form) for pattern, form in given for one in _alternatives(pattern)]
    return re.compile("|".join(one for one, _ in apart)), tuple(
        TwinRule(re.compile(one), form, "(?<=" in one, "(?=" in one) for one, form in apart
    )


def _alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the strokes that stand in no brackets."""
    parts, depth = [""], 0
    for c in pattern:
        depth += (c in "([") - (c in ")]")
        if c == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += c
    return parts


def ruled(text: str, at: int, word: Callable[[], tuple[int, int]]) -> str | None:
    """The form that a rule gives to the character at a place; None where none speaks.

    `word` tells how many characters of the likeliest word there stand before it and behind it: a
    rule that leans on what follows alone is silent at the end of a word, and the other way round.
    """
    rules = rules_of(text[at])
    if rules is None or not rules[0].match(text, at):
        return None
    sides: tuple[int, int] | None = None
    for rule in rules[1]:
        if not rule.pattern.match(text, at):
            continue
        if rule.before != rule.after:
            sides = sides or word()
            before, behind = sides
            if (rule.after and before and not behind) or (rule.before and behind and not before):
                continue
        return rule.form
    return None


_TO_WRITE = late(
    "(?<=[專名原編巨遺論土合譯撰顯卓昭拙知])著|"
    "(?<![接跟隨沿看聽帶有拿穿站坐])著(?=[名作述稱錄]|有《|書立說)"
)
"""Where Taiwan's 著 is to write or to be known, and no particle."""


def written(text: str, converted: str) -> str:
    """`converted` with 著 where Taiwan's `text` means to write, and 着 for the particle."""
    kept = {found.start() for found in _TO_WRITE.finditer(text)}
    changed = list(converted)
    for at, c in enumerate(text):
        if c == "著":
            changed[at] = "著" if at in kept else "着"
    return "".join(changed)
