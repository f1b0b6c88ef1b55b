"""Nothing is lost: what the source says stands in the edition, once, and in its order.

A reader states what its source says as claims; `losses` holds the edition against each of them.
`unaccounted` then looks at the file itself, so that nothing a parser dropped goes silently. Both
see the edition through `edition.copy.wording`, which names every field that holds words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from edition.copy.clean import unspaced
from edition.copy.wording import CopyPart, Piece, pieces, words_beside
from edition.errors import Diagnostic
from edition.messages.texts import Phrase
from edition.model import Edition, Figure
from edition.patterns import late

_HAN = late(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_BESIDE = 40
"""pieces of one line among which the next is sought"""
_SHOWN = 500
"""characters of what is left over that a note shows"""


_AT_THE_END = (CopyPart.DATELINE, CopyPart.BYLINE, CopyPart.CREDIT)
"""What is taken to stand in the last line of its story where no line of its own is found"""


class Order(StrEnum):
    """How much a format says of the order of its words."""

    LINES = "lines"
    """The text is lines; the parts of the edition, sorted by their lines, are the text."""
    PARTS = "parts"
    """The text is the running text of a story, its blocks in their order."""
    COUNT = "count"
    """Notes and the like stand elsewhere in the file: every character, as often or oftener."""
    EXACT = "exact"
    """The same, and no character oftener: nothing of the file stands twice."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of the source that the edition must hold."""

    text: str
    """clean; with `Order.LINES` its line numbers are those of the edition's parts"""
    order: Order
    given: tuple[str, ...] = ()
    """texts the file gives as parts of their own, beside the running text: a headline, a byline"""
    story: int | None = None
    """number of the story it belongs to, from 1; None is the whole edition"""
    aside: tuple[tuple[int, str], ...] = ()
    """lines set aside before the text was read, each with its number: furniture, not in `text`"""
    parted: bool = False
    """some lines were several by their own codes: where a story begins inside one of these, only
    the characters can be counted"""


def losses(edition: Edition, claims: Sequence[Claim], name: str) -> Iterator[Diagnostic]:
    """An error for each claim that does not hold, with the words in question."""
    parts = tuple(pieces(edition))
    for claim in claims:
        mine = [p for p in parts if claim.story is None or p.story == claim.story]
        match claim.order:
            case Order.LINES:
                found = _by_line(claim, mine, edition, name)
            case Order.PARTS:
                found = _by_part(claim, mine, name)
            case Order.COUNT | Order.EXACT:
                found = _by_count(claim, mine, name)
        if found is not None:
            yield found


def conserved(text: str, edition: Edition) -> Diagnostic | None:
    """None when every non-space character of clean `text` stands in `edition`, once, in order.

    Otherwise an error that names the first line where they differ. Line numbers of the
    edition's parts decide their order, so a byline above its story counts where it stood.
    """
    return next(losses(edition, [Claim(text, Order.LINES)], ""), None)


def unaccounted(
    file: str, edition: Edition, remarks: Sequence[Diagnostic], name: str
) -> Iterator[Diagnostic]:
    """A warning that holds the Han characters of the text `file` found nowhere in its reading."""
    rows, texts = Counter(file.split("\n")), Counter(piece.text for piece in pieces(edition))
    # Lines that are a part of the copy as they stand, as most are, need no count.
    missing = _han("".join((rows - texts).elements())) - _han("".join((texts - rows).elements()))
    if not missing:
        return
    told = _han("".join(words_beside(edition)))
    for remark in remarks:
        told.update(_han(f"{remark.text or ''}{remark.message}"))
    missing -= told
    lost: list[str] = []
    for character in file if missing else "":
        if missing[character] > 0:
            missing[character] -= 1
            lost.append(character)
    if lost:
        yield Diagnostic(
            "unaccounted", {"count": len(lost)}, text="".join(lost[:_SHOWN]), source=name
        )


def _han(text: str) -> Counter[str]:
    """How often each Han character stands in a text."""
    found = Counter(text)
    return Counter({sign: found[sign] for sign in _HAN.findall("".join(found))})


def _by_line(
    claim: Claim, parts: Sequence[Piece], edition: Edition, name: str
) -> Diagnostic | None:
    rest, absent = _without(parts, claim.given)
    rest, missing = _without_aside(rest, claim.aside)
    absent += missing
    source = unspaced(claim.text)
    bounds = [story.source_lines or (0, 0) for story in edition.stories]
    kept = "".join(_side_by_side(_placed(rest, bounds, claim.text), source))
    if not absent and (kept == source or (claim.parted and Counter(kept) == Counter(source))):
        return None
    at = next((n for n, (a, b) in enumerate(zip(source, kept, strict=False)) if a != b),
              min(len(source), len(kept)))
    line = _line_of(claim.text, at) if kept != source else 1
    loss = Phrase("loss_by_line", {"kept": len(kept), "source": len(source), "line": line})
    return Diagnostic(
        "not_conserved", {"loss": loss}, line, text=absent or source[at : at + 20],
        source=name or None,
    )


def _by_part(claim: Claim, parts: Sequence[Piece], name: str) -> Diagnostic | None:
    given = Counter(_bare(claim.text + "".join(claim.given)))
    kept = Counter(_bare("".join(piece.text for piece in parts)))
    lost = ""
    if given != kept:
        lost = "".join(sorted((given - kept).elements()))[:60] or "more than the file holds"
    elif not _in_order(claim.text, parts):
        lost = "the order of the text"
    if not lost:
        return None
    return Diagnostic(
        "not_conserved", {"loss": Phrase("loss_of_story")}, story=claim.story, text=lost,
        source=name,
    )


def _by_count(claim: Claim, parts: Sequence[Piece], name: str) -> Diagnostic | None:
    kept = Counter(unspaced("".join(p.text for p in parts if p.part is not CopyPart.FURNITURE)))
    lost = Counter(unspaced(claim.text)) - kept
    twice = kept - Counter(unspaced(claim.text)) if claim.order is Order.EXACT else Counter[str]()
    for what, found in (("loss_by_count", lost), ("twice_by_count", twice)):
        if found:
            return Diagnostic(
                "not_conserved", {"loss": Phrase(what, {"count": found.total()})}, 1,
                text="".join(found)[:40], source=name,
            )
    return None


def _in_order(text: str, parts: Sequence[Piece]) -> bool:
    """True when the blocks stand in the running text one after the other, pictures left out."""
    running, at = _bare(text), 0
    for piece in parts:
        if piece.part is CopyPart.BLOCK and not isinstance(piece.block, Figure):
            words = _bare(piece.text)
            at = running.find(words, at)
            if at < 0:
                return False
            at += len(words)
    return True


def _without(parts: Sequence[Piece], given: Sequence[str]) -> tuple[list[Piece], str]:
    """The pieces but those the file gives beside its running text, and what is not among them."""
    rest, absent = list(parts), ""
    for text in given:
        words = unspaced(text)
        at = next((n for n, p in enumerate(rest)
                   if p.part is not CopyPart.BLOCK and unspaced(p.text) == words), None)
        if at is None:
            absent += words
        else:
            del rest[at]
    return rest, absent


def _without_aside(
    parts: Sequence[Piece], aside: Sequence[tuple[int, str]]
) -> tuple[list[Piece], str]:
    """The pieces but the lines set aside beforehand, and what of those is not among them."""
    if not aside:
        return list(parts), ""
    wanted = Counter((line, unspaced(text)) for line, text in aside)
    rest: list[Piece] = []
    for piece in parts:
        key = (piece.lines[0] if piece.lines else 0, unspaced(piece.text))
        if piece.part is CopyPart.FURNITURE and wanted[key] > 0:
            wanted[key] -= 1
        else:
            rest.append(piece)
    return rest, "".join(text for _, text in wanted.elements())


def _bare(text: str) -> str:
    """Without white space and the zero-width space, which pages hold for their renderers."""
    return unspaced(text.replace("\u200b", ""))


def _line_of(text: str, at: int) -> int:
    """The line that holds the character number `at`, white space not counted."""
    seen = 0
    for number, line in enumerate(text.split("\n"), 1):
        seen += len(unspaced(line))
        if seen > at:
            return number
    return text.count("\n") + 1


def _placed(
    parts: Sequence[Piece], bounds: Sequence[tuple[int, int]], text: str
) -> list[tuple[int, Piece]]:
    """The pieces in the order of the lines of `text`, each with its line.

    `bounds` are first and last line of each story.
    """
    loose = [_Loose(piece, *bounds[(piece.story or 1) - 1])
             for piece in parts if not piece.lines and piece.story]
    found = _seats(loose, parts, [unspaced(row) for row in text.split("\n")]) if loose else {}
    placed: list[tuple[int, CopyPart, Piece]] = []
    for piece in parts:
        first, last = bounds[piece.story - 1] if piece.story else (0, 0)
        at = last if piece.part in _AT_THE_END else first
        at = piece.lines[0] if piece.lines else found.get(id(piece), at)
        placed.append((at, piece.part, piece))
    return [(at, piece) for at, _, piece in sorted(placed, key=lambda entry: entry[:2])]


def _side_by_side(placed: Sequence[tuple[int, Piece]], source: str) -> Iterator[str]:
    """The texts of the pieces; those of one line, which a break parts, in the line's own order."""
    at = 0
    for _, group in groupby(placed, key=lambda entry: entry[0]):
        waiting = [unspaced(piece.text) for _, piece in group]
        while waiting:
            near = enumerate(waiting[:_BESIDE])
            fit = next((n for n, text in near if text and source.startswith(text, at)), 0)
            text = waiting.pop(fit)
            at += len(text)
            yield text


@dataclass(frozen=True, slots=True)
class _Loose:
    """A piece whose line the model does not tell, and the lines of its story."""

    piece: Piece
    first: int
    last: int


def _seats(
    loose: Sequence[_Loose], parts: Sequence[Piece], rows: Sequence[str]
) -> dict[int, int]:
    """The line of each loose piece that no other of the `parts` stands in, by the piece's identity.

    Stories that a jump parted lie around others, so that equal credits have several lines they
    could stand in: each line goes to the piece whose story ends first.
    """
    taken = set[int]().union(*(_filled(piece, piece.lines[0], rows) | set(piece.lines)
                               for piece in parts if piece.lines))
    waiting: dict[str, list[_Loose]] = {}
    for one in sorted(loose, key=lambda one: one.last):
        waiting.setdefault(unspaced(one.piece.text), []).append(one)
    found: dict[int, int] = {}
    for number, row in enumerate(rows, 1):
        if row and number not in taken:
            here = waiting.get(row, [])
            fit = next((one for one in here if one.first <= number <= one.last), None)
            if fit is not None:
                here.remove(fit)
                found[id(fit.piece)] = number
    return found


def _filled(piece: Piece, at: int, rows: Sequence[str]) -> set[int]:
    """The lines that the text of a piece fills from line `at` on: a byline may need several."""
    rest, filled = unspaced(piece.text), set()
    for number in range(max(at, 1), len(rows) + 1):
        row = rows[number - 1]
        if not rest or not rest.startswith(row):
            break
        rest = rest[len(row) :]
        filled.add(number)
    return filled
