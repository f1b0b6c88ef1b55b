"""A session (值班): one desk for many papers, where what was set for one serves the next.

A program that builds a page after every change of its copy keeps one `Session`. What it returns
is byte for byte what `to_pdf` returns; it only takes less long. Reading, a change of script and
the book need none: what they use again, the process keeps.
"""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from typing import NamedTuple

from edition.delivery.built import Built
from edition.errors import WrongUse, hold_type
from edition.judging.printable import printable
from edition.makeup.plan.kepttype import KeptType
from edition.model import Edition
from edition.packs import shelf
from edition.packs.pack import Pack
from edition.pressroom import dressed, fitted
from edition.pressroom.outlines import StandsAt, outlines
from edition.steps import Cancel, Progress, watched

MOST_PAPERS = 4
"""finished papers that are kept"""
MOST_BYTES = 64_000_000
"""of finished papers, the last one always kept"""
LEAST_STORIES = 1


class Proof(NamedTuple):
    """A paper, and where things stand on its pages."""

    paper: Built
    outlines: tuple[StandsAt, ...]


class _Finished(NamedTuple):
    """A paper, and all that it was made from."""

    edition: Edition
    pack: Pack
    style: str
    proof: Proof

    @property
    def paper(self) -> Built:
        return self.proof.paper


class Session:
    """Builds papers one after the other, and keeps what the next may need.

    `most_stories` is of how many stories set type is kept for each of the last eight packs, scripts
    and sizes; what was not used for longest goes first. A session may be shared by threads: they
    make their papers one after the other.
    """

    def __init__(self, most_stories: int = 400) -> None:
        """Raises WrongUse where `most_stories` is no number from 1."""
        hold_type("most_stories", most_stories, int)
        if isinstance(most_stories, bool) or most_stories < LEAST_STORIES:
            raise WrongUse("session_stories", value=most_stories)
        self._most = most_stories
        self._lock = RLock()
        self._type: KeptType | None = None
        self._papers: list[_Finished] = []

    def __repr__(self) -> str:
        return f"<Session, {len(self._papers)} papers kept>"

    def to_pdf(
        self, edition: Edition, layout: str | Path | Pack = "broadsheet",
        theme: str | None = None, on_progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> Built:
        """As `edition.to_pdf`. A pack's folder is read anew each time: an edited one counts."""
        return self.proof(edition, layout, theme, watched(on_progress, cancel)).paper

    def proof(
        self, edition: Edition, layout: str | Path | Pack, theme: str | None, tell: Progress
    ) -> Proof:
        """The paper with the outlines of what stands on it. Raises as `to_pdf` does."""
        edition, pack = printable(edition), shelf.pack(layout)
        style = pack.style(theme)
        with self._lock:
            proof = self._kept(edition, pack, style)
            if proof is None:
                kept = self._standing_type()
                kept.opens((*edition.stories, *edition.house_copy))
                made = fitted(edition, pack.layout, tell, kept)
                paper = dressed(edition, pack, style, made, tell)
                proof = Proof(paper, outlines(made[0], made[0].set_in(pack.layout)))
            self._keep(_Finished(edition, pack, style, proof))
            return proof

    def clear(self) -> None:
        """Let go of everything that is kept."""
        with self._lock:
            if self._type is not None:
                self._type.clear()
            self._type = None
            self._papers.clear()

    def _standing_type(self) -> KeptType:
        if self._type is None:
            self._type = KeptType(self._most)
        return self._type

    def _kept(self, edition: Edition, pack: Pack, style: str) -> Proof | None:
        """The paper made from the same before; none of a pack whose templates may be edited."""
        if pack.own:
            return None
        return next((
            one.proof for one in self._papers
            if one.style == style and one.pack == pack and one.edition == edition
        ), None)

    def _keep(self, done: _Finished) -> None:
        """Note a paper, the latest last, and let go of what is over."""
        self._papers = [one for one in self._papers if one.paper is not done.paper]
        self._papers.append(done)
        self._papers = self._papers[-MOST_PAPERS:]
        while len(self._papers) > 1 and self._bytes > MOST_BYTES:
            del self._papers[0]

    @property
    def _bytes(self) -> int:
        return sum(len(one.paper.data) for one in self._papers)
