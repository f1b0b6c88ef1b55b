"""The vocabulary of the copy fuzz: sentences with places to fill in, names, odd characters."""

from __future__ import annotations

import random
import re
from functools import cache

PLACES = (
    "南湖村", "东渡镇", "西岭乡", "石桥街道", "河湾县", "青山口", "柳树坪", "望江门", "龙潭社区",
    "赤水河", "老码头", "北原镇", "白马寺", "十里铺", "沙洲坝", "桃花坞", "云居山", "三岔口",
)
THINGS = (
    "石桥", "老戏台", "饮水机", "图书室", "水渠", "大棚", "渡口", "公交线路", "蔬菜基地", "夜校",
    "便民亭", "幼儿园", "采茶戏", "卫生室", "灯光球场", "垃圾分类站", "养老食堂", "文化长廊",
)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜"
GIVEN = "明华芳静建国伟丽军秀英勇洁敏涛超霞平刚桂兰玉梅志强晓燕文彬小禾凡宁思源嘉怡子墨若雨"
RARE_NAMES = ("龑", "喆", "堃", "甯", "旻", "䶮", "㛃", "𬀩", "𬍛", "𣲗", "𬴂", "𫍽")
PAPERS = ("河湾日报", "南湖晚报", "东渡新闻", "西岭周刊", "青山时报")
SECTIONS = ("赣州之窗", "社区新闻", "南湖副刊", "经济新闻", "教育之窗", "群众来信")
ROLES = ("本报记者", "通讯员", "记者", "实习记者", "特约记者")
MONTHS = tuple(range(1, 13))
SENTENCES = (
    "昨天上午，{place}的{thing}正式开放，附近的居民早早赶来，在门口排起了长队。",
    "{name}说，修这座{thing}一共用了{n}天，花了{n}万元，都是大家一点一点凑出来的。",
    "记者在{place}看到，{n}名工人正在为{thing}刷漆，地上堆着{n}袋水泥。",
    "据介绍，{place}今年新建{thing}{n}处，比去年增加{p}%，受益群众达{n}人。",
    "“以前来回要走{n}里路，现在方便多了。”{place}的{name}一边比划一边笑。",
    "{name}今年{age}岁，从{year}年起就守着{thing}，每天清早六点开门，夜里九点才关灯。",
    "{month}月{day}日，{place}召开座谈会，就{thing}的管理听取{n}位代表的意见。",
    "下一步，{place}将把{thing}交给村民自己管，每个季度公布一次账目。",
    "天刚亮，{name}就挑着两筐青菜出了门，她要赶在七点以前到{place}的早市。",
    "从{place}到{place2}，沿途的{thing}大多建于{year}年前后，有的已经看不出原来的样子。",
    "这项工程分三期进行，第一期投资{n}万元，预计{month}月底完工。",
    "孩子们围着{thing}跑来跑去，谁也不肯先回家。",
    "县里的技术员{name}连续{n}天住在{place}，手把手教大家怎样使用{thing}。",
    "截至{month}月{day}日，全县已有{n}个村用上了{thing}，覆盖率为{p}%。",
    "《{place}志》记载，{thing}始建于{year}年，后来几经修缮，才有了今天的模样。",
    "谁来管？怎么管？钱从哪里出？{place}的做法是，把话说在前头，把账算在明处。",
    "他在信里写道：“{thing}虽小，却是大家的脸面。”",
    "近年来，{place}先后整治河道{n}公里，种树{n}棵，水清了，岸绿了，来散步的人也多了。",
    "雨一停，{name}就带着几个年轻人上了山，把冲下来的石头一块一块搬开。",
    "按照约定，{thing}每周二、四、六开放，周一闭馆检修；节假日另行通知。",
)
MIXED = (
    "{name}的微信名叫Tom Li，他用iPhone拍下了{thing}，发在www.example.cn/a/{n}.html上。",
    "展厅里的Wi-Fi密码是nanhu{year}，PM2.5读数为{n}微克/立方米，室温{age}℃。",
    "这批LED灯每盏{age}W，比旧灯省电{p}%，由Shenzhen Bright Co., Ltd.生产。",
    "客队以{age}:{day}获胜，{name}一人得了{n}分，比赛用时{day}′{day}″。",
    "来自Universität München的学者Jürgen Müller和Zoë Brontë参观了{thing}。",
    "咨询请写信到office@nanhu.example.cn，或访问https://www.nanhu.example.cn/news/{year}/{n}。",
    "水的分子式是H₂O，二氧化碳是CO₂；样品的浓度为{n}×10⁻³mol/L，面积{n}㎡。",
    "合同编号为NH－{year}－{n}，票价{n}元～{n}元，误差±{day}‰，参见§{day}和№{n}。",
    "比例尺为1：{n}，海拔{n}－{n}米，温度-{day}~{age}℃，约占1/3。",
)
SCRIPTS = (
    "维吾尔文的“你好”写作ياخشىمۇسىز，意思是平安。", "门楣上刻着藏文བཀྲ་ཤིས་བདེ་ལེགས།四个音节。",
    "他学会了一句俄语Спасибо和一句希腊语Καλημέρα。", "日本朋友写下ありがとうございますと。",
    "韩国客人用안녕하세요打招呼。", "孩子们发来😀👍🎉三个表情。",
    "字典里有𠮷、𡃁、𪚥、𫝀、𬺰几个难字。",
    "古书上的字是𰻝和𱁬，今天已经没有人用了。", "拼音写作nǐ hǎo，注音写作ㄋㄧˇㄏㄠˇ。",
    "越南语写作Tiếng Việt，土耳其语写作İstanbul。",
)
HEADS = (
    "{place}的{thing}修好了", "{thing}进村 老人有了去处", "{place}{thing}今起开放",
    "让{thing}成为群众的好帮手", "{name}和他的{thing}", "{n}户人家盼来{thing}",
    "从{place}看{thing}之变", "{place}：一座{thing}的三次搬迁", "{thing}谁来管 {place}有办法",
    "小小{thing} 暖了{place}", "{year}年的{thing}找到了", "走进{place}", "{place}新建{thing}{n}处",
)
DECKS = ("——{place}{thing}见闻", "——记{place}{name}", "——来自{place}的报告")
CROSSHEADS = (
    "钱从哪里来", "三次搬迁", "一个人的{thing}", "把账算在明处", "往后怎么办", "{place}的早晨",
)
VERSES = (
    "江水流过{place}", "风从山那边来", "灯还亮着", "母亲坐在门前", "石阶上长满青苔",
    "我数着桥上的灯", "一盏，两盏", "像小时候数星星", "船不说话", "只把{place}带走",
    "{thing}旁的柳树",
    "又绿了一回", "谁在夜里敲门", "原来是{month}月的雨",
)
ODD_RANGES = (
    (0x00A1, 0x00AC), (0x00AE, 0x00FF), (0x0100, 0x017F), (0x0180, 0x024F), (0x02B0, 0x02FF),
    (0x0370, 0x03FF), (0x0400, 0x045F), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x205E),
    (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x2189), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2300, 0x23FA), (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x27BF),
    (0x2E80, 0x2FD5), (0x3001, 0x303F), (0x3041, 0x30FF), (0x3105, 0x312F), (0x3190, 0x31E3),
    (0x3200, 0x33FF), (0x3400, 0x4DBF), (0xF900, 0xFAD9), (0xFE10, 0xFE19), (0xFE30, 0xFE6B),
    (0xFF01, 0xFFEE), (0x1F300, 0x1F5FF), (0x1F600, 0x1F64F), (0x1F680, 0x1F6C5),
    (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0), (0x2EBF0, 0x2EE5D), (0x2F800, 0x2FA1D),
    (0x30000, 0x323AF), (0x323B0, 0x33479), (0xAC00, 0xD7A3), (0x0F40, 0x0F6C), (0x0621, 0x064A),
)
"""Ranges that odd characters are drawn from: marks, forms, symbols, rare Han, other scripts."""
UNSEEN = (
    "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u202a\u202c\u2066\u2069\x00\x07\x1b\u180e"
    "\u3164"
)
"""Characters a page cannot show."""
PRIVATE = (*range(0xE7C7, 0xE7C9), *range(0xE815, 0xE830), 0xE000, 0xE100, 0xF123, 0xF8FF)


@cache
def _traditional() -> object:
    from opencc import OpenCC

    return OpenCC("s2t")


@cache
def traditional(pattern: str) -> str:
    """A pattern of this file in Traditional characters."""
    return _traditional().convert(pattern)  # type: ignore[attr-defined]


_PLACE = re.compile(r"\{(\w+)\}")
_FIGURES = {"n": (2, 9999), "age": (11, 99), "year": (1912, 2026), "month": (1, 12), "day": (1, 28)}


class Writer:
    """Writes sentences by one source of chance, in one script."""

    def __init__(self, chance: random.Random, old_forms: bool = False) -> None:
        self.chance = chance
        self.old_forms = old_forms

    def fill(self, pattern: str) -> str:
        """The pattern with its places filled in, each anew."""
        pattern = traditional(pattern) if self.old_forms else pattern
        return _PLACE.sub(lambda found: self._part(found[1]), pattern)

    def _part(self, key: str) -> str:
        pick, number = self.chance.choice, self.chance.randint
        match key:
            case "name":
                return self.name()
            case "place" | "place2" | "thing":
                word = pick(THINGS if key == "thing" else PLACES)
                return traditional(word) if self.old_forms else word
            case "p":
                return f"{number(1, 99)}.{number(0, 9)}"
        low, high = _FIGURES[key]
        return str(number(low, high))

    def say(self, *patterns: str) -> str:
        return self.fill(self.chance.choice(patterns))

    def name(self) -> str:
        """A person's name of two or three characters."""
        pick = self.chance.choice
        name = pick(SURNAMES) + pick(GIVEN) + (pick(GIVEN) if self.chance.random() < 0.7 else "")
        return traditional(name) if self.old_forms else name

    def sentence(self, plain: bool = True) -> str:
        roll = self.chance.random()
        if roll < (0.06 if plain else 0.15):
            return self.say(*MIXED)
        if not plain and roll < 0.22:
            return self.say(*SCRIPTS)
        return self.say(*SENTENCES)

    def paragraph(self, least: int = 1, most: int = 4, plain: bool = True) -> str:
        return "".join(self.sentence(plain) for _ in range(self.chance.randint(least, most)))

    def odd(self) -> str:
        """One character out of the ranges above."""
        low, high = self.chance.choice(ODD_RANGES)
        return chr(self.chance.randint(low, high))
