"""The reader of plain text: decode, undo what its origin added, sort the lines, name the parts."""

from __future__ import annotations

from dataclasses import dataclass

from edition.answering import Answer
from edition.copy.bounds import within_limits
from edition.copy.clean import clean_text
from edition.copy.decode import Decoded, decode_as, detect
from edition.copy.making import Claim, Found, Order
from edition.copy.origin.settling import Settled, proof, settle_breaks, settle_copy
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Value
from edition.model import Furniture
from edition.readers.pasted.classified import ClassifiedPage, classified_page
from edition.readers.pasted.copylines import CopyLine, page_lines
from edition.readers.pasted.sorting import sort_page
from edition.sidecar.answers import alone, called_copy, fitting, roles, starts
from edition.sidecar.parse import Sidecar


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """Plain text in lines, what its origin added undone; no line has a part yet."""

    decoded: Decoded
    copy: Settled
    lines: tuple[CopyLine, ...]
    answers: tuple[Answer, ...]
    """those that fit these lines"""
    remarks: tuple[Diagnostic, ...]

    def classified(self, sidecar: Sidecar) -> ClassifiedPage:
        """The lines with their states."""
        return classified_page(
            self.lines, sidecar.sections, roles(self.answers), sidecar.imprint, sidecar.house
        )


def unread_page(
    data: bytes, name: str, sidecar: Sidecar, encoding: str | None = None
) -> UnreadPage:
    """The lines of plain text. Raises as `read_text` does."""
    decoded = decode_as(data, name, encoding) if encoding else detect(data, name)
    rows = clean_text(decoded.text)[0].split("\n") if sidecar.answers else ()
    called = called_copy(sidecar.answers, rows, name)
    copy = settle_copy(decoded.text, name, sidecar.copied_from, called)
    within_limits(copy.text, name)
    answers, stale = fitting(sidecar.answers, copy.answerable(), name)
    begins = starts(answers, copy.lines) | alone(sidecar.house.sets_aside, copy.lines)
    settle_breaks(copy, begins)
    lines, broken = page_lines(copy.text, name, begins, [row.numbers for row in copy.rows])
    return UnreadPage(decoded, copy, lines, answers, (*stale, *broken))


def read_text(
    data: bytes, name: str, sidecar: Sidecar, encoding: str | None = None
) -> Found:
    """What plain text holds, in `encoding` or in the one its bytes speak for.

    Raises UnreadableInput when it is no text, empty or beyond the limits, or does not fit the
    encoding, and WrongUse for an encoding of no known name.
    """
    unread = unread_page(data, name, sidecar, encoding)
    decoded, copy, answers = unread.decoded, unread.copy, unread.answers
    page = sort_page(unread.classified(sidecar), name)
    plain_case = decoded.encoding == "utf-8" and not encoding
    spoken = () if plain_case else (_encoding(decoded, name),)
    aside = tuple(Furniture(row.numbers[0], row.text.strip()) for row in copy.aside)
    beside = tuple((item.line, item.text) for item in aside)
    return Found(
        page.sections,
        (*spoken, *copy.remarks, *proof(copy), *unread.remarks, *page.diagnostics),
        (Claim(copy.by_line(), Order.LINES, aside=beside, parted=copy.parted),),
        tuple(sorted((*page.furniture, *aside), key=lambda item: item.line)), lines=copy.lines,
        answers=answers, structured=False,
    )


def _encoding(found: Decoded, name: str) -> Diagnostic:
    kind = "encoding_unsure" if found.confidence is Confidence.WEAK else "encoding"
    values: dict[str, Value] = {"codec": found.encoding.upper(), "reason": found.reason}
    return Diagnostic(kind, values, confidence=found.confidence, source=name)
