"""Whole commands against the programs of others, on the same copy, turn about.

    python -m bench peers [--pairs N] [--source FILE]

`edition pdf` against the drawing library alone on flat columns and XeLaTeX, `edition epub` against
calibre's `ebook-convert` and pandoc. Each run is a process of its own, start and all; what is told
is the time of the processor, its children's too, and the ratio of pairs. A program that is not
there is named.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.flat import drawn, flat_page
from bench.pace import HERE, PAIRS, SEED, cold, pace, paired, used_by
from edition import build
from edition.model import Edition

THERE = Path("peer")
_TEX = r"""\documentclass[9pt]{extarticle}
\usepackage[paperwidth=390mm,paperheight=540mm,margin=20mm]{geometry}
\usepackage{xeCJK,multicol}
\setCJKmainfont{Noto Serif CJK SC}
\begin{document}\begin{multicols}{8}
%s
\end{multicols}\end{document}
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """A program of others, and our command it stands beside."""

    name: str
    command: str
    run: Callable[[], float] | None
    """seconds of the processor that one run takes; None where it is not installed"""


def rivals(source: Path, folder: Path) -> list[Rival]:
    """Every rival, each with the copy as it takes it."""
    copy = build.read(source).edition
    flat = flat_page(source, folder)
    marked = folder / "copy.md"
    marked.write_text(_marked(copy), encoding="utf-8")
    tex = folder / "copy.tex"
    tex.write_text(_TEX % _typed(copy), encoding="utf-8")
    book = str(folder / "peer.epub")
    given = {
        "xelatex": ["xelatex", "-interaction=batchmode", f"-output-directory={folder}", str(tex)],
        "ebook-convert": ["ebook-convert", str(marked), book],
        "pandoc": ["pandoc", str(marked), "-o", book, "--metadata", f"title={copy.name}"],
    }
    found = [Rival("the drawing library alone", "pdf", partial(drawn, flat))]
    for name, argv in given.items():
        run = partial(_spent, argv) if shutil.which(name) else None
        found.append(Rival(name, "pdf" if name == "xelatex" else "epub", run))
    return found


def _marked(copy: Edition) -> str:
    """The stories as Markdown, which both makers of books read."""
    parts = [f"% {copy.imprint.paper or copy.name}"]
    for story in copy.stories:
        first, *lines = story.text.splitlines()
        parts += [f"# {first}", *(line for line in lines if line.strip())]
    return "\n\n".join(parts) + "\n"


def _typed(copy: Edition) -> str:
    """The stories for TeX, its own signs escaped."""
    text = "\n\n".join(story.text for story in copy.stories)
    kept = (sign for sign in text if sign not in "\\^~")
    return "".join(f"\\{sign}" if sign in "#$%&_{}" else sign for sign in kept)


def _spent(argv: Sequence[str]) -> float:
    child = subprocess.Popen(
        argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    return used_by(child, argv[0])


def compared(rival: Rival, source: Path, pairs: int) -> str:
    """A row of the table."""
    if rival.run is None:
        return f"| {rival.command} | {rival.name} | not installed | | |"
    run, ours = rival.run, partial(cold, HERE, source=source)

    def clock(which: Path) -> float:
        return run() if which == THERE else ours(rival.command)

    for which in (THERE, HERE):
        clock(which)
    found = pace(list(paired(clock, THERE, HERE, pairs)))
    return (f"| {rival.command} | {rival.name} | {found.old:.2f} | {found.new:.2f} | "
            f"{found.ratio:.2f} ({found.least:.2f}–{found.most:.2f}) |")


def main(argv: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench peers", description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--source", type=Path, default=SEED)
    asked = parser.parse_args(argv)
    print("| command | beside | its seconds | ours | ours ÷ its (pairs) |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for rival in rivals(asked.source.resolve(), Path(folder)):
            print(compared(rival, asked.source.resolve(), asked.pairs))
            sys.stdout.flush()
    return 0
