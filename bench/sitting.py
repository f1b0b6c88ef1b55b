"""`python -m bench sitting [CORPUS [PAGE …]]`: one sitting at the desk, its actions counted.

An editor who knows the gold reading brings a page to it through the doors of the desk, as the
screen offers them: the open query is answered by one key, by two actions where its answer stands
under “something else”; a wrong line nobody asked about is picked and named, two actions. The page
is then made in every pack, and judged by the preflight. Without PAGE it is the page that takes most
answers a story among the invented pages that nobody trained on and, with CORPUS, the real ones.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import edition
from bench.train.answered import _do, answered
from bench.train.corpus import MarkedPage, invented
from bench.train.examples import example
from bench.train.others import held_out, held_out_sets
from edition.answering import ROLES
from edition.desk.copyroom import CopyRoom, Ordered
from edition.desk.ledger import AnswerGiven
from edition.desk.ledger import answered as written_down
from edition.desk.shown import OnDesk
from edition.packs import shelf
from edition.readers.labelling.states import LineState

FEW = 4
"""roles that a query offers by digits, as the screen has it"""
MOST = 400
"""actions after which a sitting is given up"""
_PARTS = {"list": "list", "table": "list", "closing": "paragraph", "dateline": "paragraph",
          "quote": "paragraph", "aside": "furniture", "entries": "list", "footnote": "note"}


@dataclass
class Sitting:
    """What it took."""

    name: str
    stories: int
    keys: int = 0
    """queries answered by one key"""
    more: int = 0
    """queries answered under “something else”, two actions each"""
    mended: int = 0
    """lines picked and named, two actions each"""
    left: list[int] = field(default_factory=list)
    """lines that no answer brought right"""

    @property
    def actions(self) -> int:
        return self.keys + 2 * self.more + 2 * self.mended


def sit(page: MarkedPage, folder: Path) -> Sitting:
    """Bring a page to its gold reading."""
    source = folder / "page.txt"
    rows: list[str] = []
    gold: dict[int, str] = {}
    for line in page.lines:
        rows += [""] * line.gap
        rows.append(line.text)
        if line.letter != "+":
            gold[len(rows)] = str(_do(LineState(line.letter)))
    source.write_text("\n".join(rows) + "\n", encoding="utf-8")
    room = CopyRoom(Ordered(str(source)))
    done = Sitting(page.name, max(1, sum(x.letter == "H" for x in page.lines)))
    given: set[int] = set()
    while done.actions < MOST:
        state = _shown(source)
        wrong = [n for n in _wrong(state, gold) if n not in given]
        if not wrong:
            break
        _act(room, state, gold, wrong, done, given)
    done.left = list(_wrong(_shown(source), gold))
    return done


def _shown(source: Path) -> dict[str, Any]:
    return OnDesk(edition.read(source), "en").plain()


def _wrong(state: dict[str, Any], gold: dict[int, str]) -> Iterator[int]:
    for number, (_, part, *_) in enumerate(state["files"][0]["lines"], 1):
        if number in gold and part and _PARTS.get(part, part) != gold[number]:
            yield number


def _act(
    room: CopyRoom, state: dict[str, Any], gold: dict[int, str], wrong: Sequence[int],
    done: Sitting, given: set[int],
) -> None:
    """Answer the first query about a line's part, else name the first wrong line."""
    for query in state["queries"]:
        roles = [one for one in query["choices"] if one in ROLES]
        line = query["line"]
        if not query["kind"].endswith("_unsure") or not roles or line in given:
            continue
        do = gold.get(line)
        if do not in roles:
            continue
        by_key = do in roles[:FEW]
        done.keys, done.more = done.keys + by_key, done.more + (not by_key)
        _write(room, line, query["by"], do, query["also"])
        given.add(line)
        return
    line = wrong[0]
    done.mended += 1
    given.add(line)
    _write(room, line, state["files"][0]["lines"][line - 1][0].strip()[:8].strip(), gold[line])


def _write(room: CopyRoom, line: int, by: str, do: str, also: Sequence[str] = ()) -> None:
    answer = AnswerGiven.of(
        {"file": "page.txt", "line": line, "text": by, "do": do, "also": list(also)}
    )
    room.rewrite("page.txt", lambda sidecar, file: written_down(sidecar, answer, file))


def _scores(source: Path) -> dict[str, float]:
    """What the preflight gives the page, pack by pack: the desk changes it with one action."""
    read = edition.read(source).edition
    return {
        pack: edition.check(edition.to_pdf(read, pack).data).score for pack in shelf.layouts()
    }


def main(given: Sequence[str]) -> int:
    """Print a row a page."""
    pages = [page for page in invented() if held_out(page)]
    if given:
        pages += held_out_sets(Path(given[0]))[2][1]
    if given[1:]:
        pages = [page for page in pages if page.name in given[1:]]
    else:
        pages = [max(pages, key=lambda page: answered(example(page)).a_story)]
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            done = sit(page, Path(folder))
            source = Path(folder) / "page.txt"
            scores = _scores(source)
        print(json.dumps({
            "page": done.name, "stories": done.stories, "by key": done.keys,
            "under more": done.more, "picked": done.mended, "actions": done.actions,
            "left": done.left, "scores": scores,
        }, ensure_ascii=False))
    return 0
