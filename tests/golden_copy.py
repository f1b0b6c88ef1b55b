"""Raw copy drawn by lot from published seeds: a page as a newsroom might have it, no news true.

The same seed writes the same files. Even seeds make a page of plain text with its usual faults,
odd ones a folder of Markdown; both have a sidecar with pictures, an advertisement, ears, house
copy and wishes.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from proof_pictures import MOTIFS, picture

PLACES = ("青石村", "柳河镇", "南湖社区", "安宁县", "长岭街道", "白鹭湾", "枫林乡", "江岸新区")
PEOPLE = ("何文", "方晓", "陆平", "叶知秋", "林一鸣", "沈禾", "丁宁", "苏青", "余舟")
TIMES = ("今年以来", "连日来", "昨天上午", "入冬以后", "3月5日", "过去三年里", "每到周末", "如今")
WHO = ("村里的党员", "合作社社员", "社区志愿者", "县水利局", "老工匠们", "返乡青年", "学校老师")
DEEDS = (
    "把荒坡改成了茶园", "修好了三座老桥", "办起了夜间课堂", "给老人送去热饭", "清理了十二条沟渠",
    "建成“一站式”服务大厅", "完成投资1.2亿元", "试种了新品种脐橙", "开通微信和App两条热线",
    "整理出版《山乡旧事》", "安装路灯126盏", "签订了5年期的供货合同",
)
RESULTS = (
    "群众少跑了许多路", "产量比上年提高12.5%", "游客一天比一天多", "矛盾不出村就能化解",
    "人均收入突破2万元", "夜里出门不再摸黑", "孩子放学有了去处", "大家的干劲更足了",
)
SAYINGS = (
    "日子越过越有盼头。", "路通了，心也就通了！", "谁说山里留不住年轻人？",
    "账要算在明处，活要干在实处。", "以前想都不敢想……", "一碗热汤，暖的是人心。",
)
FIRST = ("荒坡变茶园", "老桥换新颜", "小院议大事", "冬闲人不闲", "热线连民心", "古镇添新景")
SECOND = ("乡亲笑开颜", "路宽日子甜", "协商有良方", "合作社里忙", "服务到门前", "游客纷纷来")
SECTIONS = ("乡村新闻", "社区纪事", "文苑副刊")
CROSSHEADS = ("算好明白账", "拧成一股绳", "走出新路子", "留住手艺人")
SHAPES = ("wide", "plain", "tall")


def write(seed: int, folder: Path) -> Path:
    """Write the copy of `seed`, its sidecar and its pictures into a folder; returns the copy."""
    rng = random.Random(seed)
    lengths = [rng.choice((60, 150, 300, 450, 700, 1100)) for _ in range(rng.randint(6, 13))]
    lengths.sort(key=lambda length: -length + rng.randint(0, 300))
    heads = rng.sample([f"{a} {b}" for a in FIRST for b in SECOND], len(lengths))
    opened = sorted(rng.sample(range(1, len(lengths)), rng.randint(0, 2)))
    sections = dict(zip(opened, SECTIONS, strict=False))
    name = f"random{seed}"
    if seed % 2 == 0:
        path = folder / f"{name}.txt"
        _write_page(rng, path, heads, lengths, sections)
        sidecar = folder / f"{name}.toml"
    else:
        path = folder / name
        path.mkdir()
        _write_files(rng, path, heads, lengths, sections)
        sidecar = path / "edition.toml"
    sidecar.write_text(_sidecar(rng, seed, lengths, sidecar.parent), encoding="utf-8")
    return path


def _write_page(
    rng: random.Random, path: Path, heads: list[str], lengths: list[int], sections: dict[int, str]
) -> None:
    """All stories on one page of plain text."""
    parts: list[str] = []
    for number, (head, length) in enumerate(zip(heads, lengths, strict=True)):
        if number in sections:
            parts.append(sections[number])
        body = _body(rng, length, "")
        _spoil(rng, body)
        parts.extend([head, *_deck(rng), *_signed(rng, body)])
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _write_files(
    rng: random.Random, folder: Path, heads: list[str], lengths: list[int],
    sections: dict[int, str],
) -> None:
    """Every story a Markdown file; its section stands in its front matter."""
    section = ""
    for number, (head, length) in enumerate(zip(heads, lengths, strict=True)):
        section = sections.get(number, section)
        front = ["---", f"headline: {head}", *([f"section: {section}"] if section else [])]
        if rng.random() < 0.3:
            front.append(f"kicker: {rng.choice(PLACES)}新事")
        parts = ["\n".join([*front, "---"]), *_deck(rng), *_signed(rng, _body(rng, length, "## "))]
        path = folder / f"{number + 1:02}.md"
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _sentence(rng: random.Random) -> str:
    who, place, deed = rng.choice(WHO), rng.choice(PLACES), rng.choice(DEEDS)
    return rng.choice((
        f"{rng.choice(TIMES)}，{place}{who}{deed}，{rng.choice(RESULTS)}。",
        f"“{rng.choice(SAYINGS)}”{place}的{rng.choice(PEOPLE)}说。",
        f"{who}介绍，{place}{deed}——{rng.choice(RESULTS)}。",
        f"在{place}，{who}（共{rng.randint(3, 90)}人）{deed}；{rng.choice(TIMES)}，"
        f"{rng.choice(RESULTS)}。",
    ))


def _paragraph(rng: random.Random, length: int) -> str:
    text = _sentence(rng)
    while len(text) < length:
        text += _sentence(rng)
    return text


def _body(rng: random.Random, length: int, mark: str) -> list[str]:
    """Paragraphs of about `length` characters; a long body has a crosshead, some have a list."""
    body: list[str] = []
    while length > 0:
        body.append(_paragraph(rng, min(length, rng.randint(40, 160))))
        length -= len(body[-1])
    if len(body) > 5:
        body.insert(len(body) // 2, mark + rng.choice(CROSSHEADS))
    if len(body) > 2 and rng.random() < 0.4:
        body.insert(-1, _list(rng, bool(mark)))
    return body


def _deck(rng: random.Random) -> list[str]:
    return [f"——{rng.choice(PLACES)}{rng.choice(DEEDS)}见闻"] if rng.random() < 0.3 else []


def _list(rng: random.Random, marked: bool) -> str:
    items = rng.sample(DEEDS, 3)
    if marked:
        return "\n".join(f"- {item}" for item in items)
    return "\n".join(f"{number}、{item}；" for number, item in zip("一二三", items, strict=True))


def _spoil(rng: random.Random, body: list[str]) -> None:
    """Faults of copied text: a paragraph cut by a column break, a lost quotation mark."""
    at = rng.randrange(len(body))
    if rng.random() < 0.4 and len(body[at]) > 60 and "\n" not in body[at]:
        cut = rng.randint(20, 40)
        body[at:at + 1] = [body[at][:cut], body[at][cut:]]
    if rng.random() < 0.3:
        body[0] = body[0].replace("“", "", 1)


def _signed(rng: random.Random, body: list[str]) -> list[str]:
    """The body with its byline: at its end, in its dateline, or below it."""
    joined = " ".join(rng.sample(PEOPLE, rng.choice((1, 1, 2))))
    match rng.randrange(4):
        case 0:
            return [*body[:-1], f"{body[-1]}（{joined}）"]
        case 1:
            return [f"本报讯（记者 {joined}）{body[0]}", *body[1:]]
        case _:
            return [*body, f"（{joined}）"]


def _sidecar(rng: random.Random, seed: int, lengths: list[int], folder: Path) -> str:
    """Imprint, wishes, pictures, an advertisement and ears as TOML."""
    count = len(lengths)
    tables = [_table(
        "", paper="江岸日报", date=f"2024-03-{seed % 28 + 1:02}", issue=str(8000 + seed),
        page=rng.choice(("1", "A3", "B2")), sections=list(SECTIONS),
    )]
    tables.append(_table("editors", role="责任编辑", name=rng.choice(PEOPLE)))
    long = rng.sample([i for i, length in enumerate(lengths, 1) if length >= 150] or [1], 1)
    for number in sorted({*long, *rng.sample(range(1, count + 1), rng.randint(0, 2))}):
        tables.append(_picture(rng, seed, number, folder))
    for number, length in enumerate(lengths, 1):
        if length == 60 and rng.random() < 0.6:
            tables.append(_table("stories", headline=number, brief=True))
        elif length == 1100:
            tables.append(_table("stories", headline=number, jump=rng.random() < 0.5))
    tables.append(_table(
        "advertisements", page=1, columns=rng.choice((2, 3, 8)), rows=rng.choice((8, 12)),
        text="江岸茶馆 新茶上市\n电话 12345678",
    ))
    for title in ("今日天气", "便民热线")[: rng.randint(0, 2)]:
        tables.append(_table("ears", title=title, lines=["晴转多云", "8—17℃"]))
    tables.append(_table("house", title="公益广告", text="节约用水，从点滴做起。"))
    tables.append(_table("house", text="文明过马路，红灯停一停，平安多一程。"))
    return "\n".join(tables)


def _picture(rng: random.Random, seed: int, number: int, folder: Path) -> str:
    """Draw a picture for a story into the folder; returns its entry."""
    made = picture(
        f"picture{number}.png", rng.choice(SHAPES), rng.choice(sorted(MOTIFS)), seed + number
    )
    (folder / made.name).write_bytes(made.data)
    return _table(
        "pictures", file=made.name, story=number, caption=f"{rng.choice(PLACES)}一景。",
        credit=f"{rng.choice(PEOPLE)} 摄", alt="山与田地", optional=rng.random() < 0.3,
        focus=[0.2, 0.1, 0.8, 0.9], place=rng.choice(("first", "last")),
    )


def _table(table: str, /, **values: Any) -> str:
    """A table of an array, or without a name the top of the file; JSON values are TOML's too."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join([f"[[{table}]]" if table else "", *lines, ""])
