"""One book of the same copy made by `edition epub` and by pandoc, in turn: time, memory, bytes.

Time is that of the processor, user and system, so that a busy machine counts less; memory is the
most the process held. Both programs start anew each time and read the same Markdown file, or with
`--parsed` what each wrote down of it before: then it is the book alone that is measured. One run of
each is made before and not counted, so that our modules are compiled, as installed ones are. The
copy is made by a child: what this process holds would count as its children's most.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from bench.pace import HERE, ended, environment_of

SENTENCES = (
    "山里的新路昨日通车，沿线三个村子都派了代表。", "渔港开海，第一批船清早出了港。",
    "老街的石板重新铺过，两边的铺子都开了门。", "“这条路盼了很多年。”村支书李明说。",
    "今年秋粮丰收，合作社添了两台烘干机。", "图书馆周末开放到晚上九点，学生可以借阅。",
    "据县志记载，这座桥建于一九二六年，长三十二米。", "全县共有二百一十六人参加了这次演练。",
)

HAN = "".join(sorted({sign for text in SENTENCES for sign in text if "\u4e00" <= sign <= "\u9fff"}))


class Cost(NamedTuple):
    """What one run took."""

    seconds: float
    megabytes: float
    size: int
    """bytes of the book"""


_COPY = """from pathlib import Path
from bench.books.beside_pandoc import copy
copy({}, {}, Path({!r}))"""
_PARSED = """from pathlib import Path
import edition
Path({!r}).write_text(edition.to_json(edition.read({!r}).edition), 'utf-8')"""


def copy(stories: int, pictures: int, folder: Path) -> Path:
    """A Markdown file of so many stories of four to nine paragraphs, and its pictures."""
    chance = random.Random(18)
    lines = []
    for number in range(1, stories + 1):
        lines += [f"# 第{number}篇：{chance.choice(SENTENCES)[:12]}", ""]
        if number <= pictures:
            name = f"p{number}.jpg"
            _picture(folder / name, chance)
            lines += [f"![图为第{number}处现场。]({name})", ""]
        for _ in range(chance.randint(4, 9)):
            lines += ["".join(_sentence(chance) for _ in range(chance.randint(3, 8))), ""]
    path = folder / "copy.md"
    path.write_text("\n".join(lines), "utf-8")
    (folder / "copy.toml").write_text('paper = "山城日报"\ndate = 2026-09-01\n', "utf-8")
    return path


def _sentence(chance: random.Random) -> str:
    """One of the sentences with words of its own: no newspaper says the same thing twice."""
    sentence = chance.choice(SENTENCES)
    at = chance.randrange(len(sentence) - 2)
    return sentence[:at] + "".join(chance.choices(HAN, k=chance.randint(2, 9))) + sentence[at:]


def _picture(path: Path, chance: random.Random) -> None:
    """A JPEG of 1,200 × 800 pixels and about 150 kB."""
    small = Image.frombytes("RGB", (150, 100), chance.randbytes(45_000))
    out = io.BytesIO()
    small.resize((1200, 800)).save(out, "JPEG", quality=85)
    path.write_bytes(out.getvalue())


def _in_child(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=HERE, env=environment_of(HERE), check=True)


def run(command: Sequence[str], folder: Path, book: Path) -> Cost:
    """Run a program to its end."""
    child = subprocess.Popen(command, cwd=folder, env=environment_of(HERE),
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    used = ended(child, command[0])
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, book.stat().st_size)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench books pandoc")
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--pictures", type=int, default=0)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--parsed", action="store_true",
                        help="hand each program the copy as it writes it down itself, read already")
    options = parser.parse_args(arguments)
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        print("pandoc is not installed", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _in_child(_COPY.format(options.stories, options.pictures, str(folder)))
        source = folder / "copy.md"
        ours, theirs = folder / "ours.epub", folder / "theirs.epub"
        own = their = source.name
        if options.parsed:
            own, their = "parsed.json", "parsed.native.json"
            _in_child(_PARSED.format(str(folder / own), str(source)))
            subprocess.run([pandoc, source.name, "-t", "json", "-o", their], cwd=folder, check=True)
        commands = {
            "edition": ([sys.executable, "-m", "edition", "epub", own, "-o", str(ours),
                         "-q"], ours),
            "pandoc": ([pandoc, their, "-o", str(theirs), "--metadata", "title=山城日报",
                        "--metadata", "lang=zh-Hans"], theirs),
        }
        for command, book in commands.values():
            run(command, folder, book)
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(options.pairs):
            for name, (command, book) in commands.items():
                costs[name].append(run(command, folder, book))
    _told(costs)
    return 0


def _told(costs: dict[str, list[Cost]]) -> None:
    print("| program | s of the processor | MB at most | MB of the book |")
    print("|---|---|---|---|")
    middle = {name: Cost(*(statistics.median(column) for column in zip(*some, strict=True)))
              for name, some in costs.items()}
    for name, cost in middle.items():
        print(f"| {name} | {cost.seconds:.2f} | {cost.megabytes:.0f} | {cost.size / 1e6:.2f} |")
    pairs = zip(costs["edition"], costs["pandoc"], strict=True)
    ratios = sorted(ours.seconds / theirs.seconds for ours, theirs in pairs)
    ours, theirs = middle["edition"], middle["pandoc"]
    print(f"| ratio | {statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f}) "
          f"| {ours.megabytes / theirs.megabytes:.2f} | {ours.size / theirs.size:.2f} |")
