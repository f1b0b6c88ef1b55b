"""The report of an archive: a page to be looked at, and a line of JSON for every issue."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from edition.archive.nightshift import ISSUES
from edition.archive.pressledger import LedgerRow
from edition.delivery.onto_disk import write_file
from edition.messages.telling import phrase
from edition.messages.texts import Lang
from edition.packs import shelf
from edition.render.environment import environment

PAGE, LINES = "report.html", "report.jsonl"
MOST_SHOWN = 300
"""issues on the page, the worst first"""
_STEP = 10
"""points of a score that one bar of the distribution stands for"""
_WORDS = (
    "title", "issues", "done", "failed", "pages", "seconds", "memory", "score", "scores", "median",
    "unprintable", "queries", "kinds", "kind", "count", "in", "worst", "error", "files", "name",
)


@dataclass(frozen=True, slots=True)
class FileLink:
    """A finished file as the page leads to it."""

    href: str
    says: str


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue as the page shows it."""

    name: str
    pages: int
    score: str
    printable: bool
    queries: str
    seconds: str
    memory: str
    links: tuple[FileLink, ...]
    error: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """So many issues have a score from here to the next bar."""

    begins: int
    count: int
    share: int
    """of the longest bar, %"""


def write_accounts(out: Path, rows: Sequence[LedgerRow], lang: Lang) -> Path:
    """Write the report of some issues; the place of its page. Raises CannotWrite."""
    lines = "".join(
        json.dumps(told, ensure_ascii=False) + "\n" for told in (_total(rows), *map(_line, rows))
    )
    write_file(out / LINES, lines.encode())
    write_file(out / PAGE, _page(rows, lang).encode())
    return out / PAGE


def worst_first(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """The finished issues: those nobody may print, then by score, then by their queries."""
    done = [row for row in rows if row.state == "done"]
    return sorted(done, key=lambda row: (
        row.printable, 101.0 if row.score is None else row.score, -row.faults,
        -sum(row.queries.values()), row.name,
    ))


def _line(row: LedgerRow) -> dict[str, object]:
    """An issue as one line of JSON."""
    done = row.state == "done"
    told: dict[str, object] = {
        "name": row.name, "place": row.place, "state": row.state, "attempts": row.attempts,
        "seconds": round(row.seconds, 3), "processor": round(row.processor, 3),
        "peak": round(row.peak, 1),
    }
    if not done:
        return told | {"error": row.error, "message": row.said, "exit": row.exit}
    return told | {
        "pages": row.pages, "score": row.score, "printable": row.printable, "cost": row.cost,
        "faults": row.faults, "queries": dict(row.queries),
        "files": [
            {"kind": one.kind, "path": f"{ISSUES}/{row.name}/{one.name}", "bytes": one.size,
             "sha256": one.digest} for one in row.files
        ],
    }


def _total(rows: Sequence[LedgerRow]) -> dict[str, object]:
    """The whole archive as one line of JSON."""
    done = [row for row in rows if row.state == "done"]
    scores = sorted(row.score for row in done if row.score is not None)
    return {
        "archive": {
            "issues": len(rows), "done": len(done), "failed": len(rows) - len(done),
            "pages": sum(row.pages for row in done),
            "seconds": round(sum(row.seconds for row in rows), 3),
            "scores": {str(bar.begins): bar.count for bar in _bars(scores)},
            "median": median(scores) if scores else None,
            "queries": dict(_kinds(done)),
            "errors": dict(Counter(row.error for row in rows if row.error)),
        }
    }


def _kinds(done: Sequence[LedgerRow]) -> list[tuple[str, int]]:
    """Kinds of queries and how often each is told, the most frequent first."""
    found: Counter[str] = Counter()
    for row in done:
        found.update(row.queries)
    return found.most_common()


def _bars(scores: Sequence[float]) -> list[ScoreBar]:
    """How many issues have which score, the best bar last."""
    counts = Counter(min(100 - _STEP, int(score) // _STEP * _STEP) for score in scores)
    most = max(counts.values(), default=1)
    return [
        ScoreBar(begins, counts[begins], round(100 * counts[begins] / most))
        for begins in range(0, 100, _STEP) if scores
    ]


def _page(rows: Sequence[LedgerRow], lang: Lang) -> str:
    done, failed = worst_first(rows), [row for row in rows if row.state != "done"]
    scores = [row.score for row in done if row.score is not None]
    shown = done[:MOST_SHOWN]
    kinds = [
        (kind, count, sum(kind in row.queries for row in done)) for kind, count in _kinds(done)
    ]
    return environment([shelf.template_root("proof")]).render(
        "archive.html.j2", lang=lang, words={
            **{name: phrase(f"archive_report_{name}", lang) for name in _WORDS},
            "shown": phrase("archive_report_shown", lang, {"shown": len(shown)}),
        },
        count=len(rows), done=len(done), pages=sum(row.pages for row in done),
        median=f"{median(scores):.1f}" if scores else "", bars=_bars(scores), kinds=kinds,
        worst=[_view(row, lang) for row in shown], cut=len(shown) < len(done),
        failed=[_view(row, lang) for row in failed],
    )


def _view(row: LedgerRow, lang: Lang) -> IssueView:
    done = row.state == "done"
    return IssueView(
        row.name, row.pages, "" if row.score is None else f"{row.score:.1f}", row.printable,
        str(sum(row.queries.values())), f"{row.seconds:.1f}", f"{row.peak:.0f}",
        tuple(_links(row, lang)) if done else (), row.error, row.said,
    )


def _links(row: LedgerRow, lang: Lang) -> Iterator[FileLink]:
    for one in row.files:
        yield FileLink(
            quote(f"{ISSUES}/{row.name}/{one.name}"), phrase(f"archive_kind_{one.kind}", lang)
        )
