"""Files of copy, made by fixed chance, with what the oracle is to find again in them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench.copyfuzz.damage import damaged
from bench.copyfuzz.elements import Element, StoryText, story
from bench.copyfuzz.words import PAPERS, PLACES, SECTIONS, Writer, traditional

Row = tuple[int, str]
"""number of the story as written, 0 for a line of the page; the visible text of one line"""
FORMATS = ((".txt", 76), (".md", 9), (".html", 6), (".docx", 6), (".json", 3))
"""suffix, how many of a hundred copies"""


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of copy."""

    name: str
    data: bytes
    rows: tuple[Row, ...]
    """every visible line in the order of the file"""
    clean: bool
    """well-formed copy that wants no question"""
    sidecar: bytes | None = None
    hidden: tuple[str, ...] = ()
    """words of the file that are not to be printed, but named"""


def copy_of(number: int, seed: str, small: bool = False) -> Copy:
    """Copy number `number` of a seed. A small one makes a page, now and then several."""
    from bench.copyfuzz.formats import WRITERS

    chance = random.Random(f"{seed}/{number}")
    writer = Writer(chance, old_forms=chance.random() < 0.2)
    clean = chance.random() < 0.4
    count = chance.randint(1, 6)
    if small:
        count = chance.randint(8, 16) if chance.random() < 0.06 else chance.randint(1, 3)
    stories = [story(writer, clean) for _ in range(count)]
    suffix = chance.choices([s for s, _ in FORMATS], [share for _, share in FORMATS])[0]
    name = f"copy{number}{suffix}"
    sidecar = _sidecar(writer) if chance.random() < 0.3 else None
    if suffix != ".txt":
        data, rows, hidden = WRITERS[suffix](stories, writer)
        return Copy(name, data, rows, clean, sidecar, hidden)
    rows = page(stories, writer, clean)
    if clean:
        return Copy(name, _encoded(rows, chance, clean), _visible(rows), clean, sidecar)
    rows = damaged(rows, chance, writer)
    return Copy(name, _encoded(rows, chance, clean), _visible(rows), clean, sidecar)


def _visible(rows: list[Row]) -> tuple[Row, ...]:
    return tuple((number, text) for number, text in rows if text.strip())


def _encoded(rows: list[Row], chance: random.Random, clean: bool) -> bytes:
    text = "\n".join(line for _, line in rows) + "\n" * chance.randint(0, 2)
    for codec in ("gb18030", "utf-16", "utf-8-sig"):
        if chance.random() < 0.04 and not (codec == "utf-16" and "\x00" in text):
            if codec == "gb18030" and not _fits_gbk(text):
                continue
            return text.encode(codec)
    if chance.random() < 0.1:
        text = text.replace("\n", "\r\n")
    return text.encode()


def _fits_gbk(text: str) -> bool:
    """True for text that the tables of GBK hold without private use."""
    try:
        return text.encode("gbk").decode("gbk") == text
    except UnicodeError:
        return False


def page(stories: list[StoryText], writer: Writer, clean: bool) -> list[Row]:
    """The stories as lines of one page of plain text, blank lines included."""
    chance = writer.chance
    rows: list[Row] = []
    if chance.random() < 0.25:
        rows += [(0, line) for line in _masthead(writer)] + [(0, "")]
    if len(stories) > 2 and chance.random() < 0.2:
        rows.append((0, _own(writer, chance.choice(SECTIONS))))
    parted, indent = chance.random() < 0.15, chance.random() < 0.2
    for number, one in enumerate(stories, 1):
        lines = story_lines(one, writer, indent)
        rows += [(number, line) for line in _spread(lines, parted)]
        rows += [(number, "")] * (2 if parted else 1)
    if not clean and chance.random() < 0.15:
        rows.append((0, _own(writer, "上一版　下一版")))
    return rows


def _own(writer: Writer, text: str) -> str:
    return traditional(text) if writer.old_forms else text


def _spread(lines: list[str], parted: bool) -> list[str]:
    """The lines, with white between them where paragraphs have it."""
    return [part for line in lines for part in (line, "")][:-1] if parted else lines


def _masthead(writer: Writer) -> list[str]:
    chance = writer.chance
    date = f"{chance.randint(2001, 2026)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    week = "星期" + chance.choice("一二三四五六日")
    label = chance.choice(("第3版", "A05 要闻", "第02版：社会", "4版"))
    paper = chance.choice(PAPERS)
    return [_own(writer, line) for line in chance.choice((
        [label], [paper, f"{date} {week}", label], [f"{paper} {date} {week}"], [f"{label} {date}"],
    ))]


def story_lines(one: StoryText, writer: Writer, indent: bool = False) -> list[str]:
    """The lines of a story in plain text."""
    lines = [line for line in (one.kicker, one.headline, one.deck) if line]
    for element in one.body:
        texts = table_lines(element, writer) if element.kind == "table" else list(element.lines)
        if indent and element.kind == "paragraph":
            texts = [f"　　{text}" for text in texts]
        lines += texts
    if one.byline and one.glued:
        lines[-1] += one.byline
    elif one.byline:
        lines.append(one.byline)
    return lines


def table_lines(element: Element, writer: Writer) -> list[str]:
    """Rows of a table; without tabs an empty cell would be lost by the copy itself."""
    rows = element.cells
    if writer.chance.random() < 0.2:
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return [lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]
    gap = "\t" if any("" in row for row in rows) else writer.chance.choice("\t\t　")
    return [gap.join(row) for row in rows]


def _sidecar(writer: Writer) -> bytes:
    chance = writer.chance
    lines = [
        f'paper = "{chance.choice(PAPERS)}"',
        f'date = "20{chance.randint(10, 26)}-0{chance.randint(1, 9)}-11"',
        f'issue = "{chance.randint(1, 9999)}"', f'page = "{chance.choice(("B2", "1", "A05"))}"',
        f'page_title = "{chance.choice(("社会", "副刊", "要闻"))}"',
        f'publisher = "{chance.choice(PLACES)}报社"',
    ]
    return "\n".join(lines[: chance.randint(1, len(lines))]).encode()
