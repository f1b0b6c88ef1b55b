"""What newspaper copy is made of: headings, paragraphs, lists, tables, verse, letters, notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bench.copyfuzz.words import (
    CROSSHEADS,
    DECKS,
    HEADS,
    PLACES,
    RARE_NAMES,
    ROLES,
    SENTENCES,
    VERSES,
    Writer,
)


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a story: lines as a reader sees them, or the cells of a table."""

    kind: str
    lines: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    spans: tuple[tuple[int, int, int, int], ...] = ()
    """(row, column, rows, columns) of merged cells; the places they cover are empty"""


@dataclass(frozen=True, slots=True)
class StoryText:
    headline: str
    body: tuple[Element, ...]
    kicker: str = ""
    deck: str = ""
    byline: str = ""
    glued: bool = False
    """the byline stands behind the last full stop"""


def story(writer: Writer, clean: bool) -> StoryText:
    """A story of a few paragraphs and, often, one or two things more."""
    chance = writer.chance
    special = chance.random() < 0.45
    if special:
        body = list(SPECIAL[chance.choice(tuple(SPECIAL))](writer))
    else:
        body = [Element("paragraph", (_opening(writer, clean),))]
        body += [paragraph(writer, clean) for _ in range(chance.randint(0, 4))]
        if len(body) > 3 and chance.random() < 0.4:
            body.insert(2, Element("crosshead", (writer.say(*CROSSHEADS),)))
    # A notice, verse or letter is signed in its own way.
    byline = _byline(writer) if not special and chance.random() < 0.8 else ""
    return StoryText(
        writer.say(*HEADS), tuple(body),
        kicker=writer.say("{place}开展“{thing}”行动", "喜看{place}新变化") if chance.random() < 0.06
        else "",
        deck=writer.say(*DECKS) if chance.random() < 0.15 else "",
        byline=byline, glued=bool(byline) and body[-1].kind == "paragraph"
        and chance.random() < 0.3,
    )


def paragraph(writer: Writer, clean: bool) -> Element:
    return Element("paragraph", (writer.paragraph(plain=clean),))


def _opening(writer: Writer, clean: bool) -> str:
    text = writer.paragraph(1, 3, clean)
    roll = writer.chance.random()
    if roll < 0.25:
        return f"本报讯（{writer.chance.choice(ROLES)} {writer.name()}）{text}"
    if roll < 0.32:
        return writer.fill("新华社{place}{month}月{day}日电 ") + text
    return text


def _byline(writer: Writer) -> str:
    names = " ".join(writer.name() for _ in range(writer.chance.choice((1, 1, 1, 2))))
    if writer.chance.random() < 0.05:
        names = names[0] + writer.chance.choice(RARE_NAMES)
    role = writer.chance.choice(("", "", "", *ROLES))
    return f"（{role} {names}）" if role else f"（{names}）"


def _list(writer: Writer) -> list[Element]:
    chance = writer.chance
    start = chance.choice((1, 1, 1, 3, 5))
    number = chance.choice(("{}.", "{}、", "（{}）", "{}）"))
    rows = [
        number.format(start + n) + writer.say("维护{thing}秩序", "不得在{place}停车", "爱护{thing}")
        + "。" for n in range(chance.randint(2, 5))
    ]
    if chance.random() < 0.4:
        rows[1:1] = [f"（{sign}）" + writer.fill("清扫{place}；") for sign in "一二三"[:2]]
    return [
        Element("paragraph", (writer.fill("经{place}村民大会讨论，现将{thing}管理办法公布："),)),
        Element("list", tuple(rows)),
        Element("paragraph", (writer.sentence(),)),
    ]


def _table(writer: Writer) -> list[Element]:
    chance = writer.chance
    wide, deep = chance.randint(3, 5), chance.randint(2, 6)
    places = chance.sample(PLACES, deep)
    head = ("单位", "金牌", "银牌", "铜牌", "总数")[:wide]
    rows = [
        tuple([place] + [
            "" if chance.random() < 0.15 else str(chance.randint(0, 40)) for _ in range(wide - 1)
        ]) for place in places
    ]
    spans: tuple[tuple[int, int, int, int], ...] = ()
    if chance.random() < 0.3:
        rows.append(("合计", "", *(str(chance.randint(1, 99)) for _ in range(wide - 2))))
        spans = ((len(rows), 0, 1, 2),)
    return [
        Element("paragraph", (writer.sentence(),)),
        Element("table", cells=(head, *rows), spans=spans),
        Element("paragraph", (writer.sentence(),)),
    ]


def _verse(writer: Writer) -> list[Element]:
    lines: list[str] = []
    for _ in range(writer.chance.randint(1, 3)):
        lines += [writer.fill(line) for line in writer.chance.sample(VERSES, 4)] + [""]
    return [Element("verse", tuple(lines[:-1]))]


def _letter(writer: Writer) -> list[Element]:
    return [
        Element("paragraph", ("编辑同志：",)),
        *(paragraph(writer, True) for _ in range(writer.chance.randint(1, 2))),
        Element("closing", (
            "此致", "敬礼！", writer.fill("读者 {name}"), writer.fill("{year}年{month}月{day}日"),
        )),
    ]


def _questions(writer: Writer) -> list[Element]:
    turns = writer.chance.randint(2, 4)
    asked = ("{thing}是怎么来的？", "{place}的{thing}往后归谁管？", "听说您守了{n}天{thing}？")
    return [Element("paragraph", (writer.sentence(),)), *(
        Element("paragraph", (line,)) for _ in range(turns)
        for line in ("问：" + writer.say(*asked), "答：" + writer.say(*SENTENCES))
    )]


def _notice(writer: Writer) -> list[Element]:
    return [
        Element("paragraph", (writer.fill("{place}发〔{year}〕{day}号"),)),
        *(Element("paragraph", (f"{n}、" + writer.sentence(),)) for n in "一二三"),
        Element("paragraph", ("特此通告。",)),
        Element("closing", (
            writer.fill("{place}人民政府"), writer.fill("{year}年{month}月{day}日"),
        )),
    ]


def _event(writer: Writer) -> list[Element]:
    rows = (
        writer.fill("时间：{month}月{day}日上午9:30"), writer.fill("地点：{place}文化站三楼"),
        writer.fill("主讲人：{name}"), writer.fill("报名电话：0791-8573{year}"),
        writer.fill("地址：{place}路{day}号"), "邮箱：library@example.cn",
    )
    count = writer.chance.randint(3, 6)
    return [Element("paragraph", (writer.sentence(),)), Element("entries", rows[:count])]


def _programme(writer: Writer) -> list[Element]:
    days = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六")
    shows = ("采茶戏《{thing}》", "评书专场", "电影《{place}》", "少年合唱")
    count = writer.chance.randint(3, 6)
    rows = tuple(f"{day} 19:30 " + writer.say(*shows) for day in days[:count])
    return [Element("paragraph", (writer.sentence(),)), Element("entries", rows)]


def _offices(writer: Writer) -> list[Element]:
    rows = (
        "主席：{name}", "副主席：{name}、{name}", "秘书长：{name}", "委员：{name}、{name}、{name}",
    )
    return [
        Element("paragraph", (writer.fill("{place}商会{month}月{day}日换届，名单如下："),)),
        Element("entries", tuple(writer.fill(row) for row in rows)),
    ]


def _phones(writer: Writer) -> list[Element]:
    offices = ("供水抢修", "供电服务", "燃气报修", "市容投诉", "法律援助", "心理咨询")
    rows = tuple(f"{office}：0791-{writer.chance.randint(8000000, 8999999)}" for office in offices)
    return [
        Element("paragraph", (writer.fill("{place}便民服务电话公布如下，全天有人接听："),)),
        Element("entries", rows[: writer.chance.randint(3, 6)]),
    ]


def _weather(writer: Writer) -> list[Element]:
    skies = ("多云转阴", "晴到多云", "小雨", "阴有阵雨")
    times = ("今天白天", "今天夜间", "明天", "后天")
    pick, number = writer.chance.choice, writer.chance.randint
    return [Element("entries", tuple(
        f"{time}：{pick(skies)} {number(-5, 12)}℃～{number(13, 35)}℃" for time in times
    ))]


def _lottery(writer: Writer) -> list[Element]:
    number = writer.chance.randint
    balls = "　".join(f"{number(1, 33):02}" for _ in range(6))
    return [
        Element("paragraph", (writer.fill("双色球第{year}{day}期开奖结果昨晚揭晓，奖池滚存。"),)),
        Element("entries", (
            f"红球：{balls}", f"蓝球：{number(1, 16):02}",
            f"一等奖　{number(1, 9)}注　"
            f"单注奖金{number(5, 9)},{number(100, 999)},{number(100, 999)}元",
        )),
    ]


def _scores(writer: Writer) -> list[Element]:
    places = writer.chance.sample(PLACES, 4)
    rows = tuple(
        f"{one}队 {writer.chance.randint(0, 9)}:{writer.chance.randint(0, 9)} {other}队"
        for one, other in zip(places[::2], places[1::2], strict=True)
    )
    return [Element("paragraph", (writer.sentence(),)), Element("entries", rows)]


def _pictured(writer: Writer) -> list[Element]:
    return [
        paragraph(writer, True),
        Element("caption", (writer.fill("图为{place}的{thing}。 {name} 摄"),)),
        paragraph(writer, True),
    ]


def _annotated(writer: Writer) -> list[Element]:
    return [
        Element("paragraph", (writer.fill("{place}的{thing}①建于{year}年，见《{place}志》②。"),)),
        Element("notes", (writer.fill("①今名{thing}，在{place}东。"),
                          writer.fill("②{year}年刻本，藏{place}。"))),
    ]


def _edited(writer: Writer) -> list[Element]:
    return [
        Element("paragraph", (writer.fill("编者按：{place}的{thing}办得好，值得各地借鉴。"),)),
        paragraph(writer, True), paragraph(writer, True),
    ]


def _nested(writer: Writer) -> list[Element]:
    """Lists in lists, each with its own form of number."""
    rows: list[str] = []
    for one in "一二三"[: writer.chance.randint(2, 3)]:
        rows.append(f"{one}、" + writer.say("加强{thing}管理", "建好{place}的{thing}") + "；")
        for two in "一二"[: writer.chance.randint(0, 2)]:
            rows.append(f"（{two}）" + writer.fill("由{place}负责{thing}；"))
            rows += [f"{three}." + writer.fill("{month}月底前完成；")
                     for three in range(1, writer.chance.randint(1, 3))]
    return [Element("paragraph", (writer.fill("{place}今年要办的实事有："),)),
            Element("list", tuple(rows))]


def _english(writer: Writer) -> list[Element]:
    lines = (
        "The old stone bridge at Nanhu was reopened on Saturday after extraordinary repairs.",
        "“Internationalization is nothing without conservation,” said Ms. O’Neill, 47.",
        "Representatives of twenty-three municipalities acknowledged the recommendations.",
    )
    return [Element("paragraph", (writer.sentence() + line,)) for line in lines]


def _digest(writer: Writer) -> list[Element]:
    """Short items behind a mark, as a column of briefs has them."""
    mark = writer.chance.choice("▲■●◆")
    return [Element("paragraph", (mark + writer.sentence(),))
            for _ in range(writer.chance.randint(2, 5))]


def _long(writer: Writer) -> list[Element]:
    return [Element("paragraph", (writer.paragraph(12, 20),)), paragraph(writer, True)]


def _talk(writer: Writer) -> list[Element]:
    name = writer.name()
    return [paragraph(writer, True), *(
        Element("paragraph", (line,)) for _ in range(writer.chance.randint(2, 3)) for line in (
            "记者：" + writer.say("{thing}修了多久？", "{place}的人怎么看{thing}？"),
            f"{name}：" + writer.sentence(),
        )
    )]


def _indented(writer: Writer) -> list[Element]:
    """Verse with some lines further right."""
    lines = [writer.fill(line) for line in writer.chance.sample(VERSES, 6)]
    return [Element("verse", tuple("　" * (n % 3) + line for n, line in enumerate(lines)))]


def _formulas(writer: Writer) -> list[Element]:
    return [Element("paragraph", (writer.sentence() + text,)) for text in (
        "公式是E＝mc²，另有a²＋b²＝c²、x₁＝－b±√(b²－4ac)，以及Ca(OH)₂＋CO₂→CaCO₃↓＋H₂O。",
        "误差不超过±0.5‰，角度为36°52′12″，浓度1.5×10⁻³mol/L，比例1∶500，约合⅓。",
    )]


SPECIAL: Mapping[str, Callable[[Writer], list[Element]]] = MappingProxyType({
    "list": _list, "table": _table, "verse": _verse, "letter": _letter, "questions": _questions,
    "notice": _notice, "event": _event, "programme": _programme, "offices": _offices,
    "phones": _phones, "weather": _weather, "lottery": _lottery, "scores": _scores,
    "picture": _pictured, "notes": _annotated, "editor": _edited,
    "nested": _nested, "english": _english, "digest": _digest, "long": _long, "talk": _talk,
    "indented": _indented, "formulas": _formulas,
})
"""Kinds of story beside running text."""
