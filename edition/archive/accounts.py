"""The report of an archive: a page to be looked at, and a line of JSON for every issue."""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from edition.archive.folders import ISSUES
from edition.archive.jobs import told_of
from edition.archive.pressledger import LedgerRow
from edition.delivery.onto_disk import write_file
from edition.messages.catalogue import KINDS
from edition.messages.telling import in_general, phrase
from edition.messages.texts import Lang, Severity
from edition.packs import shelf
from edition.render.environment import environment

PAGE, LINES = "report.html", "report.jsonl"
MOST_SHOWN = 300
"""issues on the page, the worst first"""
_EXAMPLES = 3
"""issues named of a kind of query, the worst"""
_STEP = 10
"""points of a score that one bar of the distribution stands for"""
_WORDS = (
    "title", "issues", "done", "failed", "pages", "seconds", "memory", "score", "scores", "median",
    "unprintable", "unprintables", "queries", "kinds", "kind", "count", "in", "worst", "error",
    "files", "name", "mend", "why", "examples",
)


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file as the page leads to it."""

    href: str
    says: str
    of: str
    """the issue"""


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
    copy: FileLink
    error: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of query as the page shows it."""

    kind: str
    says: str
    severity: str
    """error, warning"""
    called: str
    """the severity in words"""
    count: int
    within: int
    """issues"""
    examples: tuple[FileLink, ...]


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
    write_file(out / PAGE, _page(out, rows, lang).encode())
    return out / PAGE


def worst_first(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """The finished issues: those nobody may print, then by score, then by their queries."""
    done = [row for row in rows if row.state == "done"]
    return sorted(done, key=lambda row: (
        row.end.printable, 101.0 if row.end.score is None else row.end.score, -row.end.faults,
        -_asked(row), row.name,
    ))


def _line(row: LedgerRow) -> dict[str, object]:
    """An issue as one line of JSON."""
    return {
        "name": row.name, "place": row.copy.place, "state": row.state, **told_of(row.end),
    }


def _total(rows: Sequence[LedgerRow]) -> dict[str, object]:
    """The whole archive as one line of JSON."""
    done = [row for row in rows if row.state == "done"]
    scores = _scores(done)
    return {
        "archive": {
            "issues": len(rows), "done": len(done), "failed": len(rows) - len(done),
            "pages": sum(row.end.pages for row in done),
            "unprintable": sum(not row.end.printable for row in done),
            "seconds": round(sum(row.end.seconds for row in rows), 3),
            "scores": {str(bar.begins): bar.count for bar in _bars(scores)},
            "median": median(scores) if scores else None,
            "queries": dict(_kinds(done)),
            "errors": dict(Counter(row.end.error for row in rows if row.end.error)),
        }
    }


def _scores(done: Sequence[LedgerRow]) -> list[float]:
    return [row.end.score for row in done if row.end.score is not None]


def _asked(row: LedgerRow) -> int:
    """How many queries an issue has."""
    return sum(count for _, count in row.end.queries)


def _kinds(done: Sequence[LedgerRow]) -> list[tuple[str, int]]:
    """Kinds of queries and how often each is told, the most frequent first."""
    found: Counter[str] = Counter()
    for row in done:
        found.update(dict(row.end.queries))
    return found.most_common()


def _kind_views(worst: Sequence[LedgerRow], lang: Lang) -> list[KindView]:
    """The kinds as the page tells them: errors first, then the most frequent."""
    found, having = [], defaultdict[str, list[LedgerRow]](list)
    for row in worst:
        for kind, _ in row.end.queries:
            having[kind].append(row)
    for kind, count in _kinds(worst):
        told, within = KINDS.get(kind), having[kind]
        severity = told.severity if told else Severity.WARNING
        found.append(KindView(
            kind, in_general(told.says, lang) if told else "", severity,
            phrase(f"severity_{severity}", lang), count, len(within),
            tuple(_proof_of(row, lang) for row in within[:_EXAMPLES]),
        ))
    return sorted(found, key=lambda one: one.severity != Severity.ERROR)


def _bars(scores: Sequence[float]) -> list[ScoreBar]:
    """How many issues have which score, the best bar last."""
    counts = Counter(min(100 - _STEP, int(score) // _STEP * _STEP) for score in scores)
    most = max(counts.values(), default=1)
    return [
        ScoreBar(begins, counts[begins], round(100 * counts[begins] / most))
        for begins in range(0, 100, _STEP) if scores
    ]


def _page(out: Path, rows: Sequence[LedgerRow], lang: Lang) -> str:
    done, failed = worst_first(rows), [row for row in rows if row.state != "done"]
    scores, shown = _scores(done), done[:MOST_SHOWN]
    return environment([shelf.template_root("proof")]).render(
        "archive.html.j2", lang=lang, words={
            **{name: phrase(f"archive_report_{name}", lang) for name in _WORDS},
            "shown": phrase("archive_report_shown", lang, {"shown": len(shown)}),
        },
        count=len(rows), done=len(done), pages=sum(row.end.pages for row in done),
        unprintable=sum(not row.end.printable for row in done),
        median=f"{median(scores):.1f}" if scores else "", bars=_bars(scores),
        kinds=_kind_views(done, lang),
        worst=[_view(out, row, lang) for row in shown], cut=len(shown) < len(done),
        failed=[_view(out, row, lang) for row in failed],
    )


def _view(out: Path, row: LedgerRow, lang: Lang) -> IssueView:
    end = row.end
    return IssueView(
        row.name, end.pages, "" if end.score is None else f"{end.score:.1f}", end.printable,
        str(_asked(row)), f"{end.seconds:.1f}", f"{end.peak:.0f}",
        tuple(
            FileLink(_href(row, one.name), phrase(f"archive_kind_{one.kind}", lang), row.name)
            for one in end.files
        ) if end.done else (), _link_to_copy(out, row, lang), end.error, end.said,
    )


def _proof_of(row: LedgerRow, lang: Lang) -> FileLink:
    """Where the queries of an issue are shown."""
    (name,) = [one.name for one in row.end.files if one.kind == "proof"][:1] or [""]
    return FileLink(_href(row, name), row.name, phrase("archive_kind_proof", lang))


def _href(row: LedgerRow, name: str) -> str:
    return quote(f"{ISSUES}/{row.name}/{name}")


def _link_to_copy(out: Path, row: LedgerRow, lang: Lang) -> FileLink:
    """Where the copy of an issue lies, seen from the page."""
    place = row.copy.place
    try:
        href = quote(Path(os.path.relpath(place, out)).as_posix())
    except ValueError:  # another disk of Windows
        href = Path(place).as_uri()
    return FileLink(href, phrase("archive_report_copy", lang), row.name)
