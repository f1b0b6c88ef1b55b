"""What happens to copy on its way to the desk: wraps, odd characters, mail, lines moved."""

from __future__ import annotations

import random

from bench.copyfuzz.words import PRIVATE, UNSEEN, Writer

Row = tuple[int, str]


def damaged(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """The rows after one to four mishaps."""
    for _ in range(chance.randint(1, 4)):
        rows = chance.choice(MISHAPS)(rows, chance, writer)
    return rows


def _wrapped(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """Every line broken at a width."""
    width = chance.choice((11, 14, 18, 24, 34))
    return [
        (story, text[at : at + width]) for story, text in rows
        for at in range(0, max(len(text), 1), width)
    ]


def _cut(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """Some paragraphs cut where a column ended."""
    found: list[Row] = []
    for story, text in rows:
        if len(text) > 20 and chance.random() < 0.3:
            at = chance.randrange(8, len(text) - 4)
            found += [(story, text[:at]), (story, text[at:])]
        else:
            found.append((story, text))
    return found


def _odd(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """Marks, forms, rare characters anywhere."""
    return _sprinkled(rows, chance, [writer.odd() for _ in range(chance.randint(1, 12))])


def _marks(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    marks = ("，，", "。。", "’", '"', "'", "<", ">", "&", "“", "”", "……", "—", "——", "(", ")",
             "．", "~", "～", "－", "−", "-", "′", "″", "·", "•", "、", "：", ":", "!", "?", "ＡＢ",
             "１２", "２Ｏ２６", "*", "**", "_", "#", "|", "\\", "/", "%", "@", "《", "》", "【",
             "】", "①")
    return _sprinkled(rows, chance, [chance.choice(marks) for _ in range(chance.randint(1, 10))])


def _unseen(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    return _sprinkled(rows, chance, [chance.choice(UNSEEN) for _ in range(chance.randint(1, 10))])


def _private(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    signs = [chr(chance.choice(PRIVATE)) for _ in range(chance.randint(1, 4))]
    return _sprinkled(rows, chance, signs)


def _words(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """Sentences with addresses, formulas and other scripts put between others."""
    found = list(rows)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(found))
        story, text = found[at]
        if text.endswith("。"):
            found[at] = (story, text + writer.sentence(plain=False))
    return found


def _sprinkled(rows: list[Row], chance: random.Random, pieces: list[str]) -> list[Row]:
    found = list(rows)
    for piece in pieces:
        at = chance.randrange(len(found))
        story, text = found[at]
        if text:
            place = chance.randint(0, len(text))
            found[at] = (story, text[:place] + piece + text[place:])
    return found


def _doubled(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    at = chance.randrange(len(rows))
    return [*rows[: at + 1], *rows[at:]]


def _moved(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    found = list(rows)
    row = found.pop(chance.randrange(len(found)))
    at = chance.randint(0, len(found))
    return [*found[:at], row, *found[at:]] if found else [row]


def _missing(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """A line, or a piece of one, that never came."""
    found = list(rows)
    at = chance.randrange(len(found))
    story, text = found[at]
    if len(text) > 8 and chance.random() < 0.6:
        place = chance.randrange(len(text) - 4)
        found[at] = (story, text[:place] + text[place + 3 :])
    elif len(found) > 3:
        del found[at]
    return found


def _spaced(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """A space after every character, as scans have it."""
    return [(story, " ".join(text)) for story, text in rows]


def _blank(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """White between all lines, or between none."""
    if chance.random() < 0.5:
        return [row for row in rows if row[1].strip()] or rows
    return [part for row in rows for part in (row, (row[0], ""))]


def _jumped(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """A jump line and the column foot it stood at."""
    at = chance.randrange(len(rows))
    line = chance.choice(("（下转第3版）", "下转第二版", "（上接第1版）", "▲上接A01版"))
    return [*rows[:at], (0, line), *rows[at:]]


def _furnished(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """Lines of the page in the midst of the stories."""
    at = chance.randrange(len(rows))
    lines = chance.choice((
        ("第5版",), ("责任编辑：" + writer.name(),), ("广告",), ("新闻热线：0791-85731234",),
        ("放大 缩小 默认",), ("上一篇 下一篇",), ("3",), ("www.example.cn",), ("今日24版",),
        ("2023年11月14日 星期二",), ("本报地址：解放路12号 邮编：330000",),
    ))
    return [*rows[:at], *((0, line) for line in lines), *rows[at:]]


def _mailed(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    head = [
        (0, "发件人: 林小禾 <lin@example.cn>"), (0, "发送时间: 2026年11月2日 9:30"),
        (0, "收件人: 编辑部"), (0, "主题: 稿件"), (0, ""),
    ]
    if chance.random() < 0.5:
        rows = [(story, f"> {text}") for story, text in rows]
    foot = [(0, "-- "), (0, "林小禾"), (0, "东渡镇文化站")] if chance.random() < 0.4 else []
    return [*head, *rows, *foot]


def _entities(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    signs = ("&nbsp;", "&lt;", "&amp;", "&ldquo;", "&#19981;", "&quot;", "&mdash;")
    return _sprinkled(rows, chance, [chance.choice(signs) for _ in range(chance.randint(1, 5))])


def _pasted(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """Out of Word: bullets of its own, tabs after numbers, spaces nobody typed."""
    bullets = ("•\t", "o\t", "§\t", "Ø ", "– ", "1.\t", "（1）\t", "\t")
    return [
        (story, chance.choice(bullets) + text if text and chance.random() < 0.15
         else text.replace("，", "，\u00a0", 1) if chance.random() < 0.2 else text)
        for story, text in rows
    ]


def _fielded(rows: list[Row], chance: random.Random, writer: Writer) -> list[Row]:
    """Credits and sources between and behind the stories."""
    lines = ("来源：新华社", "摄影：" + writer.name(), "责编：" + writer.name(),
             "（来源：河湾日报）",
             "本版图片由本报记者" + writer.name() + "摄", "（作者单位：南湖中学）", "【延伸阅读】",
             "相关链接",
             "链接：https://www.example.cn/2026/11/a_b-c.html?x=1&y=2#z", "（完）",
             "（未完待续）", "（本报综合报道）", "■ " + writer.name(), "文/" + writer.name(),
             "图/新华社发")
    found = list(rows)
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(found))
        story = found[at - 1][0] if at else 1
        found.insert(at, (max(story, 1), chance.choice(lines)))
    return found


MISHAPS = (
    _wrapped, _cut, _cut, _odd, _odd, _odd, _marks, _marks, _unseen, _private, _words, _words,
    _pasted, _fielded, _fielded, _doubled, _moved, _missing, _spaced, _blank, _jumped,
    _furnished, _furnished, _mailed, _entities,
)
