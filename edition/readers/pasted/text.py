"""The reader of plain text: decode, clean, sort the lines, name the parts."""

from __future__ import annotations

from edition.copy.bounds import within_limits
from edition.copy.clean import clean_text
from edition.copy.decode import Decoded, decode_as, detect
from edition.copy.making import Claim, Found, Order
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Value
from edition.readers.pasted.copylines import page_lines
from edition.readers.pasted.sorting import sort_page
from edition.sidecar.answers import fitting, roles, starts
from edition.sidecar.parse import Sidecar


def read_text(
    data: bytes, name: str, sidecar: Sidecar, encoding: str | None = None
) -> Found:
    """What plain text holds, in `encoding` or in the one its bytes speak for.

    Raises UnreadableInput when it is no text, empty or beyond the limits, or does not fit the
    encoding, and WrongUse for an encoding of no known name.
    """
    decoded = decode_as(data, name, encoding) if encoding else detect(data, name)
    text, remarks = clean_text(decoded.text, name)
    within_limits(text, name)
    rows = text.split("\n")
    answers, stale = fitting(sidecar.answers, rows, name)
    lines, broken = page_lines(text, name, starts(answers, rows))
    page = sort_page(lines, sidecar.sections, name, roles(answers))
    plain_case = decoded.encoding == "utf-8" and not encoding
    spoken = () if plain_case else (_encoding(decoded, name),)
    return Found(
        page.sections, (*spoken, *remarks, *stale, *broken, *page.diagnostics),
        (Claim(text, Order.LINES),), page.furniture, lines=tuple(rows), answers=answers,
        structured=False,
    )


def _encoding(found: Decoded, name: str) -> Diagnostic:
    kind = "encoding_unsure" if found.confidence is Confidence.WEAK else "encoding"
    values: dict[str, Value] = {"codec": found.encoding.upper(), "reason": found.reason}
    return Diagnostic(kind, values, confidence=found.confidence, source=name)
