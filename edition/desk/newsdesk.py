"""What is on the desk now: the reading, the page, who looks on; and what each change sets off.

Everything here runs in one event loop, reading and writing in one thread beside it, pages in a
process of their own. A change is answered with the new reading; the page follows when it is made.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from edition import build
from edition.copy.reading import Read
from edition.desk.copyroom import CopyRoom, Ordered
from edition.desk.foreman import Foreman
from edition.desk.guard import drawn_name
from edition.desk.pagebench import PageTask, Sent
from edition.desk.picturedesk import pictures_shown
from edition.desk.shown import (
    OnDesk,
    forms_given,
    given_answers,
    imprint_given,
)
from edition.errors import EditionError, WrongUse
from edition.messages.telling import phrase
from edition.messages.texts import LANGS, Lang
from edition.packs import shelf
from edition.readers.sources import Source
from edition.trade.regions import region_of

T = TypeVar("T")
MOST_NEWS = 200
"""messages that wait for one browser; one that does not take them is let go"""


class Outdated(Exception):
    """The browser asked for a change of what is no longer on the desk."""


@dataclass(frozen=True, slots=True)
class ViewChosen:
    """In which script and layout the page is made."""

    to: str = ""
    layout: str = "broadsheet"
    theme: str | None = None
    asked: bool = False
    """True where the desk was opened for it, so that a browser does not choose what it last had"""


@dataclass
class MadePage:
    """The latest page and what came after it."""

    job: int = 0
    revision: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    checked: dict[str, Any] = field(default_factory=dict)
    others: list[dict[str, Any]] = field(default_factory=list)
    others_page: int = 0
    """the page whose other shapes they are"""
    others_state: str = ""
    """`asked` while they are made, `done` once all are there"""


class Newsdesk:
    """One desk, for as many browsers as have its key."""

    def __init__(self, ordered: Ordered, view: ViewChosen) -> None:
        self.room = CopyRoom(ordered)
        self.view = view
        self.revision = ""
        self.read: Read | None = None
        self.fault: EditionError | None = None
        self.made = MadePage()
        self.page_fault: Mapping[str, str] | None = None
        self.book: dict[str, Any] = {}
        self.sources: tuple[Source, ...] = ()
        """those of the reading"""
        self._thread = ThreadPoolExecutor(1, "edition-desk")
        self._turn = asyncio.Lock()
        self._onlookers: set[asyncio.Queue[dict[str, Any]]] = set()
        self._book_made: asyncio.Future[dict[str, Any]] | None = None
        self._jobs = 0
        self._foreman: Foreman | None = None
        self._wanted = 0
        """the number of the page that is wanted now"""
        self._wanted_of = ""
        """the revision it is to be of"""
        self._book = self._others = 0
        """those of the book and the other pages that were asked for last"""
        self._opened = drawn_name()
        self._told = 0

    async def open(self) -> None:
        """Read for the first time, and have the page made."""
        self._foreman = Foreman(self._hear)
        await self.refresh()

    def farewell(self) -> None:
        """Let those who look on go, so that a server which ends need not cut them off."""
        self._tell({"news": "closed"})
        self._onlookers.clear()

    def close(self) -> None:
        """Let the process that makes pages end."""
        if self._foreman is not None:
            self._foreman.close()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def refresh(self, page: bool = True) -> None:
        """Read anew, tell those who look on, and have the page made."""
        await self._aside(self._read)
        self._tell({"news": "reading", "revision": self.revision})
        if page and self.fault is None:
            self._order_page()

    async def changed_outside(self) -> None:
        """Another program has written something: read anew where it concerns the desk."""
        async with self._turn:
            before = self.revision
            if await self._aside(self._now) != before or self.fault is not None:
                await self.refresh()

    async def change(
        self, revision: str, change: Callable[[CopyRoom], None], noted: str = ""
    ) -> None:
        """Carry out a change asked by a browser that saw `revision`; `noted` is how it tells it.

        Raises Outdated where something else has changed meanwhile, and EditionError.
        """
        async with self._turn:
            if await self._aside(self._now) != revision:
                await self.refresh()
                raise Outdated

            def turn() -> None:
                with self.room.turn(noted):
                    change(self.room)

            await self._aside(turn)
            await self.refresh()

    async def look(self, view: ViewChosen) -> None:
        """Make the page in another script or layout. Raises WrongUse for one that is none."""
        if view.to:
            region_of(view.to)
        await self._aside(lambda: shelf.pack(view.layout).style(view.theme))
        self.view = view
        self.made.others = []
        self._tell({"news": "view"})
        self._order_page()

    def want_others(self, page: int) -> None:
        """Have other pages made."""
        made, self._others = self.made, self._next_job()
        made.others, made.others_page, made.others_state = [], page, "asked"
        self._order(PageTask(self._others, "others", self.room.ordered, page=page))
        self._tell({"news": "others"})

    async def bound_book(self) -> dict[str, Any]:
        """The EPUB of what is on the desk. Raises WrongUse where none could be made."""
        if self._book_made is None or self._book_made.done():
            self._book_made = asyncio.get_running_loop().create_future()
            self._book = self._next_job()
            self._order(PageTask(self._book, "book", self.room.ordered))
        made = self._book_made
        return await asyncio.wait_for(asyncio.shield(made), 120)

    def state(self, lang: Lang) -> dict[str, Any]:
        """The reading and all that goes with it, in the language of a browser."""
        read, tables = self.read, self._tables()
        shown = OnDesk(read, lang).plain() if read is not None else {
            "name": "", "files": [], "stories": [], "queries": [], "aside": "", "language": "",
        }
        return {
            **shown, "revision": self.revision, "undoable": self.room.is_undoable,
            "undoes": self.room.undoes,
            "unsaved": sorted(self.room.drafts), "given": given_answers(tables),
            "fault": self.fault.told(lang) if self.fault else "",
            "view": {"to": self.view.to, "layout": self.view.layout, "theme": self.view.theme,
                     "asked": self.view.asked},
            "imprint": imprint_given(read), "forms": forms_given(self.sources),
            "source": self.room.name,
            "pictures": pictures_shown(read, self.sources, tables) if read else [], "pinned": list(
                read.edition.planning.pinned if read is not None else ()
            ),
            "told": self._turn_told(),
        }

    def page(self, lang: Lang) -> dict[str, Any]:
        """The latest page, without its bytes."""
        made = self.made
        kept = {key: value for key, value in made.data.items() if key not in ("pdf", "doubts")}
        shown: dict[str, Any] = _in(lang, {
            **kept, "job": made.job, "revision": made.revision, "checked": made.checked,
            "fault": self.page_fault or "", "waiting": self._wanted != made.job,
            "told": self._turn_told(),
            "others_page": made.others_page, "others_state": made.others_state,
            "others": [
                {k: v for k, v in one.items() if k != "image"} for one in made.others
            ],
        })
        return shown

    def _turn_told(self) -> list[Any]:
        """Which desk tells, and its how-manieth telling this is: answers may overtake each other
        on their way, and a browser that hears an older one last keeps the newer."""
        self._told += 1
        return [self._opened, self._told]

    @contextmanager
    def onlooker(self) -> Iterator[asyncio.Queue[dict[str, Any]]]:
        """The news for one browser, as long as it listens."""
        news: asyncio.Queue[dict[str, Any]] = asyncio.Queue(MOST_NEWS)
        self._onlookers.add(news)
        try:
            yield news
        finally:
            self._onlookers.discard(news)

    def hears(self, news: asyncio.Queue[dict[str, Any]]) -> bool:
        """False for a browser that was let go: it may ask for news again."""
        return news in self._onlookers

    def _read(self) -> None:
        """Read the files; what cannot be read leaves what was read before."""
        try:
            self.sources = self.room.sources()
            self.revision = self.room.revision(self.sources)
            self.read = build.read(*self.sources)
            self.fault = None
        except EditionError as fault:
            self.fault = fault

    def _now(self) -> str:
        """What the files would be called now."""
        try:
            return self.room.revision(self.room.sources())
        except EditionError:
            return ""

    def _tables(self) -> dict[str, dict[str, Any]]:
        """What the sidecar of each source says, by its name; without those that are no TOML."""
        tables = {}
        for one in self.sources:
            with suppress(EditionError):
                tables[one.name] = self.room.sidecar(one).table
        return tables

    def _order_page(self) -> None:
        self._wanted, self._wanted_of = self._next_job(), self.revision
        self._order(PageTask(self._wanted, "page", self.room.ordered))
        self._tell({"news": "waiting"})

    def _order(self, task: PageTask) -> None:
        assert self._foreman is not None, "the desk is open"
        # One thing is made at a time: what was waited for is not coming, and nobody waits on.
        if task.want != "others":
            self._others_over()
        if task.want != "book":
            self._settle_book(None)
        self._foreman.order(replace(
            task, drafts=dict(self.room.drafts), to=self.view.to, layout=self.view.layout,
            theme=self.view.theme,
        ))

    def _next_job(self) -> int:
        self._jobs += 1
        return self._jobs

    def _hear(self, sent: Sent) -> None:
        """Keep what the bench has made, and tell it."""
        if sent.kind == "page" and sent.job == self._wanted:
            self.made = MadePage(sent.job, self._wanted_of, sent.data)
            self.page_fault = None
        elif sent.kind == "checked" and sent.job == self.made.job:
            self.made.checked = sent.data
        elif sent.kind == "other" and sent.job == self._others:
            self.made.others.append(sent.data)
        elif sent.kind == "book" and sent.job == self._book:
            self._settle_book(sent.data)
        elif sent.kind in ("fault", "fallen") and sent.job == self._wanted:
            self.page_fault = sent.data or {
                lang: phrase("desk_bench_fell", lang) for lang in LANGS
            }
        if sent.kind in ("fault", "fallen", "dropped") and sent.job == self._book:
            self._settle_book(None)
        if sent.kind in ("done", "fault", "fallen", "dropped") and sent.job == self._others:
            self._others_over("done" if sent.kind == "done" else "")
        self._tell({
            "news": sent.kind, "job": sent.job,
            **({"step": sent.data} if sent.kind == "step" else {}),
        })

    def _others_over(self, state: str = "") -> None:
        if self.made.others_state == "asked":
            self.made.others_state = state
            self._tell({"news": "others"})

    def _settle_book(self, made: dict[str, Any] | None) -> None:
        waits = self._book_made
        if waits is None or waits.done():
            return
        if made is None:
            waits.set_exception(WrongUse("desk_bench_busy"))
        else:
            self.book = made
            waits.set_result(made)

    def _tell(self, news: dict[str, Any]) -> None:
        for onlooker in list(self._onlookers):
            try:
                onlooker.put_nowait(news)
            except asyncio.QueueFull:
                self._onlookers.discard(onlooker)

    async def _aside(self, done: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, done)


def _in(lang: Lang, value: Any) -> Any:
    """Plain values, all that is told in every language told in one."""
    if isinstance(value, dict):
        if value.keys() == set(LANGS):
            return value[lang]
        return {key: _in(lang, one) for key, one in value.items()}
    if isinstance(value, list):
        return [_in(lang, one) for one in value]
    return value
