"""The least a page can take: the drawing library alone, on flat columns of the same copy.

    python -m bench flat [--pairs N] [--source FILE]

A child reads nothing and makes up nothing: it draws text that was read before, in columns the
library breaks itself, in the same faces cut to the same characters. `edition pdf` of the same copy
runs turn about with it, each a process of its own, start and all. What is told is the ratio.
"""

from __future__ import annotations

import argparse
import html
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bench.pace import HERE, PAIRS, SEED, cold, pace, paired, used_by
from edition import build
from edition.packs.faces import face_of
from edition.trade.regions import MAINLAND
from edition.writers.subset import subset

_DRAW = """
import sys
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], font_config=FontConfiguration())
"""
_STYLE = """
@page { size: 390mm 540mm; margin: 25mm 20mm }
@font-face { font-family: body; src: url(body.ttf) }
@font-face { font-family: head; src: url(head.ttf) }
body { columns: 8; column-gap: 9pt; font: 9pt/13.5pt body; text-align: justify; margin: 0 }
h2 { font: 18pt/27pt head; margin: 0 }
p { margin: 0; text-indent: 2em }
"""


def flat_page(source: Path, folder: Path) -> Path:
    """The HTML of a copy's stories one after the other, its two faces cut and beside it."""
    stories = tuple(build.read(source).edition.stories)
    shown = set("".join(story.text for story in stories))
    for name, role in (("body", "song"), ("head", "song-heavy")):
        (folder / f"{name}.ttf").write_bytes(subset(face_of(role, MAINLAND).path, shown))
    parts = []
    for story in stories:
        first, *lines = story.text.splitlines()
        parts.append(f"<h2>{html.escape(first)}</h2>")
        parts += [f"<p>{html.escape(line)}</p>" for line in lines if line.strip()]
    page = folder / "flat.html"
    page.write_text(
        f"<!doctype html><html lang=zh><meta charset=utf-8><style>{_STYLE}</style>"
        f"<body>{''.join(parts)}</body></html>", encoding="utf-8",
    )
    return page


def drawn(page: Path) -> float:
    """Seconds of the processor that the library takes for the page, in a process of its own."""
    asked = (str(page), str(page.with_suffix(".pdf")))
    return used_by(subprocess.Popen([sys.executable, "-c", _DRAW, *asked]), "the library")


def main(argv: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench flat", description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--source", type=Path, default=SEED)
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        page = flat_page(asked.source.resolve(), Path(folder))

        def clock(which: Path) -> float:
            return drawn(page) if which == page else ours(which)

        ours = partial(cold, source=asked.source.resolve())
        for one in (page, HERE):
            clock(one)
        found = pace(list(paired(clock, page, HERE, asked.pairs)))
    print(str(found).replace("old", "library alone").replace("new", "edition pdf"))
    return 0
