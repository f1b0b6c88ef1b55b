"""The process that makes a desk's pages: one session kept warm, one task at a time.

A task that waits in the pipe stops the one at work: the latest wins. What is answered is sent
back as it is ready, the page before what is found on it.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from typing import Any

from edition import build
from edition.checks.weights import PRINT_IT
from edition.delivery.built import Built
from edition.delivery.pageimages import page_image, page_size
from edition.desk.copyroom import CopyRoom, Ordered
from edition.desk.deskwords import fault_shown, in_all, remark_shown
from edition.errors import Cancelled, Diagnostic, EditionError
from edition.judging.printable import printable
from edition.messages.telling import phrase
from edition.messages.texts import LANGS
from edition.model import Edition
from edition.packs import shelf
from edition.packs.pack import Pack
from edition.passes.script.formdoubts import ReviewedForm, reviewed
from edition.pressroom import other_plans
from edition.pressroom.session import Proof, Session
from edition.steps import Progress, Step, watched

THUMBNAIL_DPI = 40
RARELY = (50_000, 20, 100)
"""When the collector of garbage looks: seldom, for a page makes few rings of values; but it does,
for the process lives as long as the desk."""


@dataclass(frozen=True, slots=True)
class PageTask:
    """What is to be made, and of what."""

    job: int
    want: str
    """`page`, `others` or `book`"""
    ordered: Ordered
    drafts: dict[str, str] = field(default_factory=dict)
    to: str = ""
    """the script; empty for that of the copy"""
    layout: str = "broadsheet"
    theme: str | None = None
    page: int = 1
    """whose other shapes are wanted"""
    most: int = 6


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer of the bench."""

    job: int
    kind: str
    """`step`, `page`, `checked`, `other`, `book`, `fault`, `dropped` or `done`"""
    data: Any = None


def work(pipe: Connection) -> None:
    """Carry out tasks until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The desk ends it, by closing the pipe.
    gc.set_threshold(*RARELY)
    bench = _Bench(pipe)
    warmed = False
    while True:
        try:
            task: PageTask = pipe.recv()
            while pipe.poll():
                task = pipe.recv()
        except (EOFError, OSError):
            return
        bench.carry_out(task)
        if not warmed:
            # What the first page loaded stays: the collector need not look through it again.
            gc.collect()
            gc.freeze()
            warmed = True


@contextmanager
def _tidied_later() -> Iterator[None]:
    """Has the collector of garbage wait until the page is sent: it takes a tenth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


class _Bench:
    """The session, and the pipe to the desk."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._session = Session()

    def carry_out(self, task: PageTask) -> None:
        try:
            self._make(task)
            self._send(task, "done")
        except Cancelled:
            self._send(task, "dropped")
        except EditionError as error:
            self._send(task, "fault", in_all(error.told))
        except Exception as error:  # The desk must stand whatever a page brings.
            self._send(task, "fault", {
                lang: f"{type(error).__name__}: {error}" for lang in LANGS
            })

    def _make(self, task: PageTask) -> None:
        tell = watched(self._told(task), self._pipe.poll)
        read = build.read(*CopyRoom(task.ordered, task.drafts).sources())
        edition = read.edition
        remarks: tuple[Diagnostic, ...] = ()
        doubts: tuple[ReviewedForm, ...] = ()
        if task.to and task.to != edition.language:
            converted = build.convert(edition, task.to)
            doubts = reviewed(edition, converted.diagnostics)
            edition, remarks = converted.edition, converted.diagnostics
        pack = shelf.pack(task.layout)
        if task.want == "book":
            self._book(task, edition, pack, tell)
        elif task.want == "others":
            self._others(task, edition, pack, tell)
        else:
            with _tidied_later():
                proof = self._session.proof(edition, task.layout, task.theme, tell)
                self._stop_for_newer()
                shown = page_shown(proof, edition, remarks)
                self._send(task, "page", {
                    **shown, "doubts": doubts, "forms": forms_shown(doubts),
                    "called": [story.headline for story in read.edition.stories],
                })
            self._stop_for_newer()
            self._checked(task, proof, edition)

    def _checked(self, task: PageTask, proof: Proof, edition: Edition) -> None:
        report = build.check(proof.paper.data, edition)
        self._send(task, "checked", {
            "score": report.score, "printable": report.printable, "print_it": PRINT_IT,
            "faults": [fault_shown(one) for one in report.findings if not one.passed],
        })

    def _others(self, task: PageTask, edition: Edition, pack: Pack, tell: Progress) -> None:
        """Other pages, each drawn small as soon as it is made, the cheapest first."""
        found = other_plans(printable(edition), pack.layout, task.page, task.most, tell)
        kept = tuple(k for k in edition.planning.pinned if not k.startswith(f"{task.page}-"))
        for one in found:
            planning = replace(edition.planning, pinned=(*kept, one.key))
            proof = self._session.proof(
                replace(edition, planning=planning), task.layout, task.theme, tell
            )
            self._stop_for_newer()
            self._send(task, "other", {
                "key": one.key, "cost": one.cost, "dearer": one.dearer,
                "differs": in_all(one.told),
                "image": page_image(proof.paper.data, task.page, THUMBNAIL_DPI),
            })

    def _book(self, task: PageTask, edition: Edition, pack: Pack, tell: Progress) -> None:
        book = build.to_epub(edition, (), None, pack, tell)
        self._send(task, "book", {"epub": book.data, "name": edition.name})

    def _stop_for_newer(self) -> None:
        if self._pipe.poll():
            raise Cancelled("cancelled", step="draw")

    def _told(self, task: PageTask) -> Progress:
        last: list[Step] = []

        def tell(step: Step, share: float) -> None:
            if last != [step]:
                last[:] = [step]
                self._send(task, "step", step.value)

        return tell

    def _send(self, task: PageTask, kind: str, data: object = None) -> None:
        self._pipe.send(Sent(task.job, kind, data))


def page_shown(
    proof: Proof, edition: Edition, remarks: tuple[Diagnostic, ...] = ()
) -> dict[str, Any]:
    """A proof as plain values: the PDF, its pages, what stands where, and what is said of it."""
    paper: Built = proof.paper
    numbers = {story.id: number for number, story in enumerate(edition.stories)}
    score = paper.score
    return {
        "pdf": paper.data, "name": edition.name, "language": edition.language,
        "pages": [page.label for page in paper.pages],
        "outlines": [
            {
                "page": one.page, "kind": one.kind,
                "box": [one.left, one.top, one.width, one.height],
                "stories": [numbers[o] for o in one.owners if o in numbers]
                or [n for i, n in numbers.items() if one.owners[0].startswith(i)],
                "file": one.owners[-1] if one.kind == "picture" else "",
            }
            for one in proof.outlines
        ],
        "size": page_size(paper.data), "cost": score.cost if score else None,
        "remarks": [
            {
                "kind": one.kind, "severity": str(one.severity), "line": one.line,
                "story": -1 if one.story is None else one.story - 1, **remark_shown(one),
            }
            for one in (*remarks, *paper.diagnostics)
        ],
    }


def forms_shown(doubts: Sequence[ReviewedForm]) -> list[dict[str, Any]]:
    """Doubtful forms of a change of script as plain values, the riskiest first."""
    return [
        {
            "word": one.doubt.word, "chosen": one.doubt.chosen, "others": list(one.doubt.others),
            "reason": {lang: phrase(f"review_reason_{one.doubt.reason}", lang) for lang in LANGS},
            "places": one.places, "headline": one.headline, "before": one.before,
            "after": one.after, "story": -1 if one.story is None else one.story - 1,
        }
        for one in doubts
    ]
