"""The same text set by `edition` and its peers, judged from the PDF by `edition check`.

`python -m bench [SET ...] [--measures 11,13] [--peers edition,typst]` prints a table per
text set, and the two ratios of cost. Peers that are not installed are reported as absent.
"""

from __future__ import annotations

import argparse
import json
import os
import tomllib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import peers
from bench.peers import Job, Made, Setter
from edition.checks import Report, check
from edition.model import Paragraph, plain
from edition.readers import read_bytes

ROOT = Path(__file__).resolve().parent.parent
SETTERS: dict[str, Setter] = {
    "edition": peers.edition,
    "weasyprint": peers.weasyprint,
    "chromium": peers.chromium,
    "vivliostyle": peers.vivliostyle,
    "typst": partial(peers.typst, python=os.environ.get("TYPST_PYTHON")),
    "xecjk-quanjiao": peers.xecjk,
    "xecjk-kaiming": partial(peers.xecjk, style="kaiming"),
}
HEAD = (
    "| em | setter | lines | viol | edge bad | worst | end½ | adj | auto | solid | p95 | max "
    "| runts | seconds |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def texts(entry: dict[str, str]) -> tuple[str, ...]:
    """The paragraphs of a set: of the stories in raw copy, or of a folder's text files."""
    if "copy" in entry:
        path = ROOT / entry["copy"]
        found = read_bytes(path.read_bytes(), path.name).edition
        return tuple(
            plain(block.runs)
            for story in found.stories
            for block in story.body
            if isinstance(block, Paragraph)
        )
    files = sorted((ROOT / entry["folder"]).glob("*.txt"))
    lines = (line.strip() for f in files for line in f.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)


def copy_of(job: Job) -> bytes:
    """The paragraphs as `edition stories --json` would print them."""
    body = [{"type": "paragraph", "text": text} for text in job.paragraphs]
    return json.dumps({"sections": [{"stories": [{"body": body}]}]}).encode()


def row(job: Job, name: str, made: Made | None) -> str:
    if made is None:
        return f"| {job.measure} | {name} | absent |" + " |" * 11
    report = check(made.data, "bench.pdf", copy_of(job))
    return f"| {job.measure} | {name} | " + " | ".join(figures(report)) + f" | {made.seconds:.2f} |"


def figures(report: Report) -> list[str]:
    """The columns of the table, from the findings and figures of a report."""
    found = {f.id: f for f in report.findings}
    measured = dict(report.figures)
    broken = sum(found[i].count for i in ("LB1", "LB2", "LB4", "LB5"))
    edge = found["JU2"]
    kept = [f"{found[i].of - found[i].count}/{found[i].of}" for i in ("PW2", "PW1", "JU1")]
    return [
        f"{measured['lines']:.0f}", str(broken), f"{edge.count}/{edge.of}",
        f"{edge.worst or 0:.2f}", *kept, str(found["JU5"].count),
        f"{measured['gap_p95_em']:.2f}", f"{measured['gap_max_em']:.2f}", str(found["PA2"].count),
    ]


def ratios(job: Job) -> str:
    """Composing ÷ drawing, and drawing composed lines ÷ WeasyPrint's flow; best of three."""
    ours = [peers.edition(job) for _ in range(3)]
    flow = min(peers.weasyprint(job).seconds for _ in range(3))
    composing = min(m.composing for m in ours)
    drawing = min(m.seconds - m.composing for m in ours)
    return (
        f"compose {composing:.2f} s, draw {drawing:.2f} s, flow {flow:.2f} s: "
        f"compose ÷ draw {composing / drawing:.2f}, draw ÷ flow {drawing / flow:.2f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables. Returns 0; the bench judges, it does not fail."""
    with (ROOT / "bench" / "nasty.toml").open("rb") as source:
        cases: dict[str, Any] = tomllib.load(source)
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("sets", nargs="*", default=[], metavar="SET")
    parser.add_argument("--measures", default=",".join(map(str, cases["measures"])))
    parser.add_argument("--peers", default=",".join(SETTERS))
    parser.add_argument("--no-ratios", action="store_true")
    options = parser.parse_args(arguments)
    began = perf_counter()
    for name in options.sets or list(cases["sets"]):
        paragraphs = texts(cases["sets"][name])
        print(f"\n## {name}: {len(paragraphs)} paragraphs, "
              f"{sum(map(len, paragraphs))} characters\n\n{HEAD}", flush=True)
        for measure in map(int, options.measures.split(",")):
            job = Job(paragraphs, measure, cases["em_pt"], cases["pitch_pt"])
            for peer in options.peers.split(","):
                print(row(job, peer, SETTERS[peer](job)), flush=True)
    if not options.no_ratios:
        seed = texts(cases["sets"]["seed"])
        job = Job(seed, 13, cases["em_pt"], cases["pitch_pt"])
        print(f"\nseed at 13 em: {ratios(job)}")
    print(f"\n{perf_counter() - began:.0f} s in all")
    return 0
