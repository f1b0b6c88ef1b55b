"""The change of script against sets of its own: names, pages of names, controls and words.

`python -m bench script [--held] [--why] [--zhconv PYTHON] [--pace TEXT] [SET …]`. The sets lie in
bench/script/, argued in their headings and written before any run; half of each, drawn by seed,
is looked at while the rules are written, the other half (`--held`) is run once at the end. The
sets whose names begin with "more" were written after that, and are looked at whole; those that
begin with "blind" (a first reader's, then "blind2" and "blind3") were written by readers who had
seen neither code nor sets: their first run alone was blind.
A name is right where every character of it is, a control or a sentence where the whole line is; the
column of the house takes controls and sentences with those forms folded that a house chooses
(臺 台, 麪 麵), that of the notes takes for right what the note above a line (`#?`) names as another
form in print.
`--zhconv` names a Python that has zhconv-rs, which is no part of the project.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import opencc

from edition.build import convert, read
from edition.model import Edition, Paragraph, Run, Section, Story
from edition.readers.sources import Source
from edition.trade.script.sides import is_traditional_copy

SETS = Path(__file__).resolve().parent / "script"
SEED = 17
TAGS = ("zh-Hant-TW", "zh-Hant-HK")
ALL = (
    "names", "morenames", "morepersons", "blindnames", "blind2names", "blind3names", "pages",
    "controls", "morecontrols", "morelookalikes", "blindcontrols", "blind2controls",
    "blind3controls", "words", "morewords", "moresenses", "blindwords", "blind2words",
    "blind3words",
)
ASKING = ("name_form", "word_form")
_IN_NAME = re.compile(r"in \[.*?\]")
"""where a note says in which name its form would stand"""


class Case(NamedTuple):
    """A text in three scripts, and where in it persons stand."""

    simplified: str
    wanted: tuple[str, str]
    """Taiwan, Hong Kong"""
    names: tuple[tuple[int, int], ...] = ()
    note: str = ""
    """what its writer or second reader says of other forms in print"""


class Answer(NamedTuple):
    """A text in the other script, and the words an editor was asked about."""

    text: str
    asked: tuple[str, ...] = ()


Convert = Callable[[str, str], Answer]


@dataclass
class Tally:
    """Places judged, right, and asked about."""

    places: int = 0
    right: int = 0
    asked: int = 0
    helped: int = 0
    """right or asked about"""
    housed: int = 0
    """right where the forms that a house chooses are folded"""
    noted: int = 0
    """right, or with the forms that a note names"""
    flags: int = 0
    """doubts, wherever they stand"""
    size: int = 0
    """characters"""
    wrong: list[str] = field(default_factory=list)

    def row(self) -> str:
        of = max(self.places, 1)
        errors = self.places - self.right
        found = f"{self.helped - self.right} of {errors}"
        return (f"{self.places} | {self.right} | {100 * self.right / of:.1f} | "
                f"{100 * self.housed / of:.1f} | {100 * self.noted / of:.1f} | "
                f"{100 * self.helped / of:.1f} | {100 * self.asked / of:.1f} | {found} | "
                f"{1000 * self.flags / max(self.size, 1):.1f}")


def _case(line: str, note: str = "") -> Case:
    simplified, *wanted = line.split("\t")
    names, flat, start = [], "", 0
    for character in simplified:
        if character == "[":
            start = len(flat)
        elif character == "]":
            names.append((start, len(flat)))
        else:
            flat += character
    taiwan, hong_kong = (text.replace("[", "").replace("]", "") for text in wanted)
    return Case(flat, (taiwan, hong_kong), tuple(names), note)


def cases(name: str, held: bool) -> list[Case]:
    """One half of a set: of the pages those with an even or an odd number."""
    lines = (SETS / f"{name}.tsv").read_text("utf-8").splitlines()
    if name == "pages":
        return [_page(page) for at, page in enumerate(_pages(lines)) if at % 2 == held]
    found = [
        _case(line, _IN_NAME.sub("", above) if above.startswith("#?") else "")
        for above, line in zip(["", *lines], lines, strict=False) if not line.startswith("#")
    ]
    if name.startswith(("more", "blind")):
        return [] if held else found
    random.Random(SEED).shuffle(found)
    return found[held::2]


def _pages(lines: Iterable[str]) -> list[list[str]]:
    pages: list[list[str]] = []
    for line in lines:
        if line.startswith("=="):
            pages.append([])
        elif pages:
            pages[-1].append(line)
    return pages


def _page(lines: list[str]) -> Case:
    found, at, names = [], 0, []
    for line in lines:
        one = _case(line) if line else Case("", ("", ""))
        names += [(at + start, at + end) for start, end in one.names]
        at += len(one.simplified) + 1
        found.append(one)
    texts = ["\n".join(parts) for parts in zip(
        *((one.simplified, *one.wanted) for one in found), strict=True
    )]
    return Case(texts[0], (texts[1], texts[2]), tuple(names))


def of_house(text: str, tag: str) -> Answer:
    """A sentence as a story of one paragraph."""
    story = Story("s01", "", (Paragraph((Run(text),)),))
    done = convert(Edition("bench", (Section(None, (story,)),)), tag)
    (changed,) = done.edition.stories
    return Answer(
        "".join(run.text for run in changed.body[0].runs),  # type: ignore[union-attr]  # a paragraph
        tuple(d.text or "" for d in done.diagnostics if d.kind in ASKING),
    )


def page_of_house(text: str, tag: str) -> Answer:
    """A page read as pasted copy; each text of it put back where it stood."""
    edition = read(Source("bench.txt", text.encode())).edition
    done = convert(edition, tag)
    out = list(text)
    for old, new in zip(edition.stories, done.edition.stories, strict=True):
        at = 0
        for before, after in zip(old.text.split("\n"), new.text.split("\n"), strict=True):
            at = text.find(before, at) if text.find(before, at) >= 0 else text.find(before)
            if at >= 0 and before:
                out[at:at + len(before)] = after
                at += len(before)
    return Answer("".join(out), tuple(d.text or "" for d in done.diagnostics if d.kind in ASKING))


PREFERENCES = (("佈", "布"), ("溼", "濕"), ("週年", "周年"), ("衚衕", "胡同"), ("紮根", "扎根"),
               ("紮實", "扎實"), ("菸", "煙"), ("揹", "背"))
"""Forms of which either is printed; the sets were written with one."""


OF_HOUSE = str.maketrans(
    "臺麪牀峯羣啓説温户衞脱税綫裏週儘鉅汙祕鑑樑", "台麵床峰群啟說溫戶衛脫稅線裡周盡巨污秘鑒梁"
)
"""Forms of one word of which a house chooses one, by `variants`."""


def _folded(text: str) -> str:
    for one, other in PREFERENCES:
        text = text.replace(one, other)
    return text


def _housed(text: str, case: Case) -> str:
    """A text with the forms of the house folded; names keep theirs."""
    return _folded(text) if case.names else _folded(text).translate(OF_HOUSE)


def _is_noted(given: str, wanted: str, note: str) -> bool:
    """Whether a text differs in nothing but signs that a note names."""
    return len(given) == len(wanted) and all(
        one == other or one in note for one, other in zip(given, wanted, strict=True)
    )


def judged(name: str, found: Sequence[Case], change: Convert) -> Tally:
    """The tally of one way to convert over both regions."""
    tally = Tally()
    for case in found:
        for tag, wanted in zip(TAGS, case.wanted, strict=True):
            given = change(case.simplified, tag)
            tally.flags += len(given.asked)
            tally.size += len(case.simplified)
            for start, end in case.names or ((0, len(wanted)),):
                right = _folded(given.text[start:end]) == _folded(wanted[start:end])
                word = case.simplified[start:end]
                asked = any(
                    one in word or (case.names and word in one) for one in given.asked if one
                )
                tally.places += 1
                tally.right += right
                tally.noted += right or _is_noted(
                    given.text[start:end], wanted[start:end], case.note
                )
                tally.housed += _housed(given.text[start:end], case) == _housed(
                    wanted[start:end], case
                )
                tally.asked += asked
                tally.helped += right or asked
                if not right:
                    tally.wrong.append(
                        f"{name} {tag[-2:]} {given.text[max(0, start - 6):end + 6]!r} wanted "
                        f"{wanted[start:end]!r}{' (asked)' if asked else ''}"
                    )
    return tally


@cache
def _engine(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


def _plain(text: str, tag: str) -> Answer:
    return Answer(_engine("s2tw" if tag.endswith("TW") else "s2hk").convert(text))


def _zhconv(python: str, texts: Iterable[str]) -> dict[tuple[str, str], str]:
    """What zhconv-rs makes of the texts, asked in one run of its own Python."""
    asked = [(text, tag) for text in texts for tag in TAGS]
    code = (
        "import json, sys, zhconv_rs\n"
        "print(json.dumps([zhconv_rs.zhconv(t, 'zh-' + g[-2:]) for t, g in json.load(sys.stdin)]))"
    )
    done = subprocess.run([python, "-c", code], input=json.dumps(asked), text=True,
                          capture_output=True, check=True)
    return dict(zip(asked, json.loads(done.stdout), strict=True))


def pace(corpus: Path | None) -> str:
    """Megabytes a second of processor time on new copy and on the same again, beside OpenCC alone.

    Each line of a text is a paragraph, so many of them a story; the first half warms. Without a
    `corpus` the copy of the bench is taken, which is little.
    """
    folder = Path(__file__).resolve().parent
    files = [corpus] if corpus else sorted(folder.glob("papers/copy/*/*.txt"))
    texts = [path.read_text("utf-8") for path in files]
    lines = [line for text in texts if not is_traditional_copy(text) for line in text.split("\n")
             if line and "\t" not in line]
    half = min(_LINES, len(lines) // 2)
    halves = [lines[:half], lines[half:2 * half]]
    warm, timed = map(_paper, halves)
    convert(warm, TAGS[0])
    text = "\n".join(halves[1])
    size = len(text.encode()) / 1e6
    speeds = [
        f"{size / min(_seconds(work) for _ in range(times)):.1f} MB/s"
        for times, work in (
            (1, lambda: convert(timed, TAGS[0])), (_TIMES, lambda: convert(timed, TAGS[0])),
            (_TIMES, lambda: [_plain(line, TAGS[0]) for line in halves[1]]),
            (_TIMES, lambda: _plain(text, TAGS[0])),
        )
    ]
    flags = sum(d.kind in ASKING for d in convert(timed, TAGS[0]).diagnostics)
    return "{:.2f} MB: new {}, again {}; OpenCC alone {} by lines, {} at once".format(
        size, *speeds
    ) + f"; {1000 * flags / len(text):.2f} flags per 1,000 characters"


def _paper(lines: Sequence[str]) -> Edition:
    """Lines as paragraphs, so many of them a story."""
    return Edition("bench", (Section(None, tuple(
        Story("", "", tuple(Paragraph((Run(line),)) for line in lines[at:at + _PARAGRAPHS]))
        for at in range(0, len(lines), _PARAGRAPHS)
    )),))


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of a work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


_LINES = 1900
"""lines of each half"""
_PARAGRAPHS = 8
"""of a story"""
_TIMES = 5
"""runs of which the fastest counts, where a run may be run again"""


def main(given: Sequence[str]) -> int:
    """Print a row for each set and each way to convert it."""
    held, why = "--held" in given, "--why" in given
    python = given[given.index("--zhconv") + 1] if "--zhconv" in given else ""
    names = [word for word in given if word in ALL]
    print("| set | by | places | right | % right | % of the house | % with the notes | "
          "% right or asked | % asked | "
          "errors asked about | flags per 1,000 characters |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name in names or ALL:
        found = cases(name, held)
        if not found:
            continue
        house = page_of_house if name == "pages" else of_house
        ways: dict[str, Convert] = {"edition": house, "opencc": _plain}
        if python:
            other = _zhconv(python, (case.simplified for case in found))
            ways["zhconv-rs"] = lambda text, tag, other=other: Answer(other[text, tag])  # type: ignore[misc]  # bound now
        for by, way in ways.items():
            tally = judged(name, found, way)
            print(f"| {name} | {by} | {tally.row()} |", flush=True)
            if why and by == "edition":
                print("\n".join(tally.wrong), file=sys.stderr)
    corpus = Path(given[given.index("--pace") + 1]) if "--pace" in given else None
    print(pace(corpus))
    return 0
