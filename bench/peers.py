"""The setters of the bench: paragraphs and a measure in, PDF bytes and seconds out.

A peer that is not installed returns None. Every setter gets the same face, size, line pitch,
indent and page, and the options its makers recommend for Chinese.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from edition.compose.composed import Line, Segment
from edition.compose.metrics import Metrics
from edition.compose.typesetter import Typesetter
from edition.model import Run
from edition.packs.faces import face_of
from edition.trade.regions import MAINLAND
from edition.writers.pdf import Stored, write_pdf
from edition.writers.subset import subset

MARGIN = 21
"""pt on all sides: whole CSS pixels, like em and pitch, because Chromium rounds to them"""
ROWS = 60
"""lines on a page"""


@dataclass(frozen=True, slots=True)
class Job:
    paragraphs: tuple[str, ...]
    measure: int
    em: float
    pitch: float

    @property
    def width(self) -> float:
        return self.measure * self.em + 2 * MARGIN

    @property
    def height(self) -> float:
        return ROWS * self.pitch + 2 * MARGIN + 1.5


@dataclass(frozen=True, slots=True)
class Made:
    data: bytes
    seconds: float
    """composing and drawing"""
    composing: float = 0.0
    """of these, before the first line is drawn; 0 where the program does not part them"""


Setter = Callable[[Job], Made | None]


def composed(job: Job, typesetter: Typesetter) -> tuple[Line, ...]:
    """All lines of the job, as `edition` composes them."""
    return tuple(
        line
        for text in job.paragraphs
        for line in typesetter.set((Run(text),), job.measure, indent=2)[0]
    )


def typesetter() -> Typesetter:
    """A typesetter that has set nothing yet, in the body face."""
    metrics = Metrics(face_of("song", MAINLAND).path)
    return Typesetter({"song": metrics, "kai": metrics, "hei-bold": metrics}, MAINLAND)


def edition(job: Job) -> Made:
    """Lines of `edition`, each drawn in its place by WeasyPrint."""
    setter = typesetter()
    began = time.perf_counter()
    lines = composed(job, setter)
    composing = time.perf_counter() - began
    markup = page_of_lines(job, lines)
    data = _draw(markup, job)
    return Made(data, time.perf_counter() - began, composing)


def page_of_lines(job: Job, lines: Sequence[Line]) -> str:
    pages = []
    for first in range(0, len(lines), ROWS):
        drawn = "".join(
            f'<p class=l style="left:{MARGIN + line.start * job.em:.4f}pt;'
            f'top:{MARGIN + row * job.pitch:.2f}pt;width:{job.width:.0f}pt">'
            f"{''.join(_span(s) for s in line.segments)}</p>"
            for row, line in enumerate(lines[first : first + ROWS])
        )
        pages.append(f"<div class=page>{drawn}</div>")
    style = (
        f"@page{{margin:0}}.page{{position:relative;height:{job.height:.2f}pt;"
        "break-after:page}.page:last-child{break-after:auto}"
        ".l{position:absolute;margin:0;white-space:pre;font-kerning:none;"
        "font-variant-ligatures:none;font-feature-settings:'locl' 0}"
    )
    return _html(job, style, "".join(pages))


def _span(segment: Segment) -> str:
    style = []
    if segment.spacing:
        style.append(f"letter-spacing:{segment.spacing:.5f}em")
    if segment.lead:
        style.append(f"margin-left:{segment.lead:.5f}em")
    if segment.wide or segment.narrow:
        form = "fwid" if segment.wide else "pwid"
        style.append(f"font-feature-settings:'locl' 0,'{form}'")
    text = html.escape(segment.text)
    return f'<span style="{";".join(style)}">{text}</span>' if style else text


def _html(job: Job, style: str, body: str, source: str = "edition:song") -> str:
    return (
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>bench</title><style>'
        f"@font-face{{font-family:f;src:url({source})}}"
        f"@page{{size:{job.width:.3f}pt {job.height:.3f}pt;margin:{MARGIN}pt}}"
        f"html{{font:{job.em}pt/{job.pitch}pt f}}body{{margin:0}}{style}</style>{body}</html>"
    )


def _draw(markup: str, job: Job) -> bytes:
    face = face_of("song", MAINLAND)
    stored = {"song": Stored("font/ttf", subset(face.path, "".join(job.paragraphs) + "-"))}
    return write_pdf(markup, stored, ("1",), "bench").data


FLOW = (
    "p{margin:0;text-indent:2em;text-align:justify;orphans:1;widows:1;overflow-wrap:anywhere;"
    "line-break:strict;text-autospace:normal;text-spacing-trim:trim-both}"
)


def _flow(job: Job, source: str = "edition:song") -> str:
    body = "".join(f"<p>{html.escape(text)}</p>" for text in job.paragraphs)
    width = f"body{{width:{job.measure * job.em}pt}}"
    return _html(job, FLOW + width, body, source)


def weasyprint(job: Job) -> Made:
    """WeasyPrint's own lines."""
    began = time.perf_counter()
    data = _draw(_flow(job), job)
    return Made(data, time.perf_counter() - began)


_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "FONTCONFIG_FILE"}
"""The door of WeasyPrint hides the system's fonts from this process; the peers may see them."""


def _run(command: list[str], folder: Path, out: str) -> Made | None:
    began = time.perf_counter()
    try:
        subprocess.run(
            command, cwd=folder, capture_output=True, timeout=300, check=False, env=_ENVIRONMENT
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    made = folder / out
    return Made(made.read_bytes(), time.perf_counter() - began) if made.is_file() else None


def _linked_face(folder: Path) -> Path:
    """The body face under a name every program takes."""
    path = face_of("song", MAINLAND).path
    return Path(shutil.copy(path, folder / f"body{path.suffix}"))


def chromium(job: Job) -> Made | None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        face = _linked_face(folder)
        (folder / "page.html").write_text(_flow(job, face.name), encoding="utf-8")
        return _run(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder}/profile", "--allow-file-access-from-files",
             "--virtual-time-budget=10000",
             "--print-to-pdf=page.pdf", (folder / "page.html").as_uri()],
            folder, "page.pdf",
        )


def vivliostyle(job: Job) -> Made | None:
    program = shutil.which("vivliostyle")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        face = _linked_face(folder)
        (folder / "page.html").write_text(_flow(job, face.name), encoding="utf-8")
        command = [program, "build", "page.html", "-o", "page.pdf"]
        browser = shutil.which("chromium")
        if browser:
            command += ["--executable-browser", browser]
        return _run(command, folder, "page.pdf")


def typst(job: Job, python: str | None = None) -> Made | None:
    """Typst, from its PyPI package in this or another interpreter (`TYPST_PYTHON`)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        face = _linked_face(folder)
        family = _family(face)
        text = "\n\n".join(f"#{_typst_string(t)}" for t in job.paragraphs)
        gap = job.pitch - job.em
        (folder / "page.typ").write_text(
            f"#set page(width: {job.width}pt, height: {job.height}pt, margin: {MARGIN}pt)\n"
            f'#set text(font: "{family}", size: {job.em}pt, lang: "zh", region: "cn", '
            "top-edge: 0.88em, bottom-edge: -0.12em, costs: (widow: 0%, orphan: 0%))\n"
            f"#set par(justify: true, leading: {gap}pt, spacing: {gap}pt, "
            "first-line-indent: (amount: 2em, all: true))\n" + text,
            encoding="utf-8",
        )
        code = (
            "import typst; typst.compile('page.typ', output='page.pdf', font_paths=['.'], "
            "ignore_system_fonts=True)"
        )
        return _run([python or sys.executable, "-c", code], folder, "page.pdf")


def _family(face: Path) -> str:
    from fontTools.ttLib import TTFont

    names = TTFont(face, lazy=True)["name"]
    return str(names.getDebugName(16) or names.getDebugName(1))


def _typst_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_TEX = {c: "\\" + c for c in "#$%&_{}"} | {
    "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
}


def xecjk(job: Job, style: str = "quanjiao") -> Made | None:
    """XeLaTeX with xeCJK, `PunctStyle` as named."""
    if shutil.which("xelatex") is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        face = _linked_face(folder)
        text = "\n\n".join("".join(_TEX.get(c, c) for c in t) for t in job.paragraphs)
        options = f"[Path=./,Extension={face.suffix},BoldFont=body,ItalicFont=body]"
        (folder / "page.tex").write_text(
            "\\documentclass{article}\\usepackage{xeCJK}\\usepackage[paperwidth="
            f"{job.width}bp,paperheight={job.height}bp,margin={MARGIN}bp,nohead,nofoot]"
            "{geometry}\n"
            f"\\xeCJKsetup{{PunctStyle={style},CheckSingle=true}}\n"
            f"\\setCJKmainfont{options}{{body}}\\setmainfont{options}{{body}}\n"
            "\\pagestyle{empty}\\raggedbottom\\clubpenalty0\\widowpenalty0"
            "\\parskip0pt\\tolerance9999\\emergencystretch1em\\lineskiplimit-100pt\n"
            f"\\begin{{document}}\\fontsize{{{job.em}bp}}{{{job.pitch}bp}}\\selectfont"
            f"\\setlength\\parindent{{2em}}\n{text}\n\\end{{document}}\n",
            encoding="utf-8",
        )
        return _run(
            ["xelatex", "-interaction=batchmode", "page.tex"], folder, "page.pdf"
        )
