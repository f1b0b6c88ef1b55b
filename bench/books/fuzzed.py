"""Random editions, hostile ones too, to books held against epubcheck, the model and their links.

An edition is the same by seed and number. What a reader of copy would never hand over is among its
texts; what the judge of editions refuses is not.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from PIL import Image

import edition
from bench.books.epubchecked import found_in
from bench.books.told import link_faults, text_faults
from edition.bookform import BookForm
from edition.model import (
    Block,
    Byline,
    Closing,
    ClosingLine,
    Crosshead,
    Edition,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    Imprint,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    Picture,
    PullQuote,
    Ranged,
    Run,
    Runs,
    Section,
    Story,
    Table,
    Verse,
)
from edition.printed import PrintedPage

TEXTS = (
    "山里的新路昨日通车", "，", "。", "“好”", "本报讯", "a&b", "<b>", "]]>", "<!-- -- >", "&amp;",
    "{{7*7}}", "'\"", "　", " ", "𠮷野家", "é", "العربية", "😀", "\u200b", "x" * 40, "https://a.b/|",
    "〇", "——", "（记者 李明）", "%s", "\\", "${x}", "&#0;", "ｶﾅ", "ﷺ", "1,234.5", "㎡", "\u00ad",
)
HREFS = (
    "https://a.b/x|y", "https://a.b/%zz", "http://新闻.中国/路?问=答#段", "http://[::1]:80/",
    "mailto:编辑@a.b?subject=%", "HTTP://A.B/", "https://a.b/?a=1&b=<>\"'", "http://a.b/^{}`", "http://a.b\\c",
    "http://u:p@a.b:8080/;x?y#z#w", "mailto:a@b.c,d@e.f", "https://a.b/\U0001f600", "http://1.2.3.4",
)
LANGS = ("en", "zh-Hant-TW", "ja", "ug", "zh-x", "de-CH-1901", "abcdefgh-12345678", "en-a")
WORDS = ("甲乙丙丁", "新路", "渔港", "老街")
TAGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "zh-Hant", "en")


class _Drawing:
    """One random edition."""

    def __init__(self, seed: int, number: int) -> None:
        self.chance = random.Random(f"{seed}-{number}")
        self.pictures: list[Picture] = []
        self.notes: list[str] = []

    def edition(self) -> Edition:
        chance = self.chance
        sections, count = [], chance.randint(1, 9)
        made = [self.story(at) for at in range(count)]
        while made:
            stop = chance.randint(1, 4)
            taken, made = made[:stop], made[stop:]
            title = chance.choice([None, "要闻", self.text()])
            sections.append(Section(title, tuple(taken), id=f"part{len(sections)}"))
        return Edition.build(
            "fuzzed", sections, imprint=self.imprint(), pictures=tuple(self.pictures),
            language=chance.choice(TAGS),
        )

    def imprint(self) -> Imprint:
        chance, some = self.chance, self.maybe
        day = date(2026, 1, 1) + timedelta(days=chance.randint(0, 700))
        return Imprint(
            paper=some(), date=chance.choice([None, day]), issue=some(), page=chance.choice(
                [None, "1", "A1", "B2"]), page_title=some(),
            editors=((self.text(), self.text()),) * chance.randint(0, 2), publisher=some(),
            rights=some(), extra=((self.text(), self.text()),) * chance.randint(0, 1),
            revision=chance.choice([None, 1, 7]),
        )

    def text(self) -> str:
        """Characters of every kind; now and then very many, or none."""
        chance = self.chance
        count = chance.choice([0, 1, 2, 3, 5, 9, 60])
        return "".join(chance.choice(TEXTS) for _ in range(count))

    def said(self) -> str:
        return self.text() or self.chance.choice(WORDS)

    def maybe(self) -> str | None:
        return self.said() if self.chance.random() < 0.6 else None

    def runs(self) -> Runs:
        return tuple(self.run() for _ in range(self.chance.randint(1, 5)))

    def run(self) -> Run:
        chance = self.chance
        if self.notes and chance.random() < 0.2:
            return Run("1", (Mark.SUPER,), note=chance.choice(self.notes))
        marks = tuple(sorted(set(chance.choices(list(Mark), k=chance.choice([0, 0, 1, 3])))))
        href = chance.choice([*HREFS, "#story0"]) if chance.random() < 0.3 else None
        ruby = self.said() if chance.random() < 0.1 else None
        lang = chance.choice(LANGS) if chance.random() < 0.2 else None
        return Run(self.said(), marks, href, lang, ruby)

    def story(self, at: int) -> Story:
        chance = self.chance
        self.notes = [f"note{at}x{n}" for n in range(chance.randint(0, 3))]
        body = [self.block() for _ in range(chance.randint(0, 12))]
        body += [Footnote(chance.choice(["1", "①", "", "*"]), self.runs(), id=one)
                 for one in self.notes]
        return Story(
            f"story{at}", self.text(), tuple(body), kicker=self.maybe(), deck=self.maybe(),
            dateline=self.maybe(), byline=Byline.of(self.said()) if chance.random() < 0.5 else None,
            credits=tuple(self.said() for _ in range(chance.randint(0, 2))),
            group=chance.choice([None, None, self.said()]),
            own_id=chance.choice([None, None, self.said(), "same"]),
            published=date(2026, 9, 1 + at) if at % 2 else None,
            address=next((h for h in HREFS[at:] if h.startswith("http")), None) if at % 3 else None,
        )

    def block(self) -> Block:
        chance = self.chance
        runs = self.runs
        match chance.randint(0, 11):
            case 0 | 1 | 2:
                return Paragraph(runs())
            case 3:
                return Crosshead(tuple(self.said() for _ in range(chance.randint(1, 3))))
            case 4:
                return PullQuote(runs(), speaker=self.maybe())
            case 5:
                return ListBlock(tuple(
                    ListItem(runs(), label=chance.choice(["", "1.", "一、", "（3）", "•"]),
                             level=chance.randint(0, 4))
                    for _ in range(chance.randint(1, 6))
                ))
            case 6:
                return self.table()
            case 7:
                return Verse(tuple(
                    runs() if chance.random() < 0.8 else () for _ in range(chance.randint(1, 5))
                ))
            case 8:
                return Note(runs())
            case 9:
                rows = tuple(ClosingLine(runs(), chance.choice(list(Ranged))) for _ in range(2))
                return Closing(rows)
            case 10:
                return Entries(tuple(
                    EntryRow(chance.choice([(), runs()]), runs())
                    for _ in range(chance.randint(1, 4))
                ))
        return self.figure()

    def table(self) -> Table:
        chance = self.chance
        wide, deep = chance.randint(1, 6), chance.randint(1, 5)
        rows = tuple(tuple(self.runs() for _ in range(wide)) for _ in range(deep))
        return Table(
            rows, header_rows=chance.randint(0, deep), header_columns=chance.randint(0, 1),
            caption=chance.choice([(), self.runs()]),
        )

    def figure(self) -> Figure:
        chance = self.chance
        caption, credit = chance.choice([(), self.runs()]), self.maybe()
        if chance.random() < 0.4:
            return Figure(None, caption or (Run("图"),), credit)
        kind = chance.choice(["PNG", "JPEG", "WEBP"])
        out = io.BytesIO()
        colour = tuple(chance.randrange(256) for _ in range(3))
        Image.new("RGB", (chance.randint(1, 40), chance.randint(1, 40)), colour).save(out, kind)
        name = f"图 {len(self.pictures)}&<.{kind}"
        self.pictures.append(Picture.from_bytes(name, out.getvalue()))
        return Figure(name, caption, credit, self.maybe())


def fuzzed(seed: int, number: int) -> tuple[Edition, tuple[PrintedPage, ...]]:
    """A random edition, and for half of them pages on which its blocks begin by chance."""
    made = _Drawing(seed, number).edition()
    chance = random.Random(f"pages-{seed}-{number}")
    if chance.random() < 0.5:
        return made, ()
    ids = [one for s in made.stories for one in (s.id, f"{s.id}-headline", *(b.id for b in s.body))]
    pages: list[PrintedPage] = []
    for page in range(1, chance.randint(2, 6)):
        taken = [one for one in ids if chance.random() < 0.4]
        ids = [one for one in ids if one not in taken]
        pages.append(PrintedPage(page, chance.choice([f"A{page}", str(page)]), tuple(taken)))
    return made, tuple(pages)


def form_of(made: Edition, number: int) -> BookForm:
    """How the book of an edition is bound, by its number, so that every form comes up."""
    return BookForm(
        vertical=made.language.startswith("zh-Hant") and number % 2 == 0,
        embed_fonts=number % 8 == 0, keep_pictures=number % 3 == 0,
    )


def faults(seed: int, numbers: Sequence[int], folder: Path) -> Iterator[tuple[int, list[str]]]:
    """What is wrong with the book of each number, made in `folder`."""
    books: dict[Path, tuple[int, list[str]]] = {}
    for number in numbers:
        made, pages = fuzzed(seed, number)
        data = edition.to_epub(made, pages, form=form_of(made, number)).data
        path = folder / f"{number}.epub"
        path.write_bytes(data)
        books[path] = number, [*text_faults(data, made), *link_faults(data)]
    for path, said in found_in(list(books)).items():
        number, own = books[path]
        yield number, [*own, *said]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench books fuzz")
    parser.add_argument("--seed", type=int, default=18)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--only", type=int, nargs="*", help="numbers of some editions")
    options = parser.parse_args(arguments)
    begun, wrong = time.perf_counter(), 0
    numbers = options.only or range(options.count)
    with tempfile.TemporaryDirectory() as folder:
        for number, said in faults(options.seed, numbers, Path(folder)):
            wrong += bool(said)
            for one in said[:6]:
                print(f"{number}: {one}")
    seconds = time.perf_counter() - begun
    print(f"{len(numbers)} books, {wrong} with faults, {seconds:.0f} s", file=sys.stderr)
    return min(wrong, 1)
