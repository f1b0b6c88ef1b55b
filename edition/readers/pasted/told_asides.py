"""What is said of lines set aside, a remark each sort, and of lines that nearly were, each its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.readers.labelling.states import LineState
from edition.readers.pasted.asidelines import sign_at
from edition.readers.pasted.classified import TEXT, ClassifiedPage
from edition.readers.pasted.copylines import ended
from edition.trade.asides import AsideSort, sort_of

_LINES = 40
"""lines named of one sort"""


def told_asides(page: ClassifiedPage, name: str) -> list[Diagnostic]:
    """Everything there is to say of the lines of `page` that are, or look like, furniture.

    Jump lines speak for themselves, and lines the editor named need no word.
    """
    quiet: dict[AsideSort, list[int]] = {}
    doubtful: list[int] = []
    for at, end in _runs(page):
        run = [n for n in range(at, end) if page.state(n) is LineState.FURNITURE]
        sure = any(_is_sure(page, n) for n in run) and not _breaks_in(page, at, end)
        for place in run:
            if page.lines[place].number in page.named:
                continue
            if sure or place in page.housed:
                quiet.setdefault(sort_of(page.lines[place].text), []).append(place)
            else:
                doubtful.append(place)
    return [
        *(_counted(page, sort, places, name) for sort, places in quiet.items()),
        *(_asked(page, place, "furniture_guessed", name) for place in doubtful),
        *(_asked(page, place, "furniture_kept", name) for place in _kept(page)),
    ]


def _runs(page: ClassifiedPage) -> Iterator[tuple[int, int]]:
    """Places of furniture and jump lines that stand together."""
    at = 0
    while at < len(page.lines):
        end = page.run_end(at, LineState.FURNITURE, LineState.JUMP)
        if end > at:
            yield at, end
        at = end + 1


def _is_sure(page: ClassifiedPage, at: int) -> bool:
    sign = sign_at(page.lines, at)
    return at in page.printed or (sign is not None and sign.sure)


def _breaks_in(page: ClassifiedPage, at: int, end: int) -> bool:
    """True when the run stands inside a sentence, and no jump line says why."""
    if at == 0 or end == len(page.lines) or any(
        page.state(n) is LineState.JUMP for n in range(at, end)
    ):
        return False
    inside = page.state(at - 1) in TEXT and page.state(end) in TEXT
    return inside and not ended(page.lines[at - 1].text)


def _kept(page: ClassifiedPage) -> Iterator[int]:
    """Lines that can hardly be copy by their shape, but stand inside a story."""
    for at, line in enumerate(page.lines):
        if page.state(at) not in TEXT or line.number in page.named:
            continue
        sign = sign_at(page.lines, at)
        if sign is not None and sign.sure and not sign.dated:
            yield at


def _counted(page: ClassifiedPage, sort: AsideSort, places: list[int], name: str) -> Diagnostic:
    lines = tuple(page.lines[at].number for at in places)
    return Diagnostic(
        "lines_set_aside",
        {"sort": Phrase(f"aside_{sort}"), "count": len(lines), "lines": lines[:_LINES]},
        lines[0], None, page.lines[places[0]].text, None, Confidence.CERTAIN, name,
    )


def _asked(page: ClassifiedPage, at: int, kind: str, name: str) -> Diagnostic:
    line = page.lines[at]
    return Diagnostic(
        kind, {"sort": Phrase(f"aside_{sort_of(line.text)}")}, line.number, None, line.text,
        None, Confidence.WEAK, name,
    )
