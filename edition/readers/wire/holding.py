"""Items that are not to be printed: embargoed, killed, withheld, corrected or superseded.

What an agency says of an item in its file decides; there is no clock here. An embargo is over
when the paper's own date, which the sidecar gives, lies behind its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from edition.errors import Diagnostic
from edition.messages.texts import Phrase

_REASONS: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = (
    ("held_killed", frozenset(("canceled", "cancelled", "killed", "kill", "deleted", "retracted")),
     re.compile(r"\bKILL\b|撤稿|作[废廢]|停止使用|停[发發]", re.I)),
    ("held_embargo", frozenset(("embargoed", "embargo")),
     re.compile(r"\bembargo|禁[发發]|[前后後]方可[刊发發]|前不得[刊发發]", re.I)),
    ("held_withheld", frozenset(("withheld", "withhold", "unpublished", "draft")),
     re.compile(r"\bwith?hold\b|[缓緩][发發]|[暂暫]不[刊发發]", re.I)),
    ("held_correction", frozenset(("correction", "corrected", "corr")),
     re.compile(r"\bcorrect(?:s|ion|ed)\b|更正|改正", re.I)),
)
"""phrase, words of a status or a signal, and what a note to editors says of it"""
_UPDATED = frozenset(("update", "updated", "writethru"))
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


@dataclass(frozen=True, slots=True)
class Hold:
    """Why an item is held."""

    why: str
    """key of the phrase that says it"""
    says: str = ""
    """what the file says: a date, a status, a note"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a file says of one item: may it be printed, and which item is it."""

    status: str = ""
    embargo: str = ""
    signals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """what the agency tells editors"""
    id: str = ""
    version: int = 0
    day: date | None = None
    """the paper's date"""


def held_by(standing: Standing) -> Hold | None:
    """Why an item is held, or None."""
    words = {_bare(word) for word in (standing.status, *standing.signals)}
    says = " ".join(filter(None, (standing.status, *standing.signals)))
    for why, known, noted in _REASONS:
        told = [note for note in standing.notes if noted.search(note)]
        dated = why == "held_embargo" and standing.embargo
        if why == "held_embargo" and standing.embargo and _is_over(standing.embargo, standing.day):
            continue
        if words & known or told or dated:
            return Hold(why, standing.embargo if dated else " ".join(told) or says)
    return None


def is_update(standing: Standing) -> bool:
    """True for an item that says it updates or corrects an earlier one."""
    corrects = _REASONS[-1][1]
    return any(_bare(word) in _UPDATED | corrects for word in standing.signals)


def superseded(standings: Sequence[Standing]) -> frozenset[int]:
    """Places of the items that a later version of the same item replaces."""
    last: dict[str, int] = {}
    for standing in standings:
        last[standing.id] = max(last.get(standing.id, 0), standing.version)
    return frozenset(
        at for at, standing in enumerate(standings)
        if standing.id and standing.version < last[standing.id]
    )


def held_remarks(hold: Hold, headline: str, name: str) -> Iterator[Diagnostic]:
    """The word about a story that is held."""
    yield Diagnostic(
        "item_held", {"why": Phrase(hold.why, {"says": hold.says})}, text=headline or None,
        source=name,
    )


def _is_over(embargo: str, day: date | None) -> bool:
    found = _DAY.match(embargo.strip())
    if found is None or day is None:
        return False
    return day.isoformat() > "-".join(found.groups())


def _bare(word: str) -> str:
    return word.strip().lower().rpartition(":")[2].rpartition("/")[2]
