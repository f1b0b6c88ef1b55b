"""The reader of plain text: decode, clean, sort the lines, name the parts, prove nothing lost."""

from __future__ import annotations

import hashlib

from edition.copy.clean import clean_text
from edition.copy.conserve import conserved
from edition.copy.decode import Decoded, decode_as, detect
from edition.copy.limits import safe_name, within_limits
from edition.copy.numbering import number_parts
from edition.copy.read import Copy, Read
from edition.errors import Confidence, Diagnostic, Severity, UnreadableInput, old_remark
from edition.limits import LIMITS
from edition.model import Edition
from edition.readers.pasted.copylines import page_lines
from edition.readers.pasted.stories import sort_page
from edition.sidecar.answers import fitting, roles, starts
from edition.sidecar.parse import Sidecar


def read_text(
    data: bytes, name: str, sidecar: Sidecar, encoding: str | None = None
) -> Read:
    """Read plain text, in `encoding` or in the one its bytes speak for.

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
    edition = Edition(
        name=safe_name(name),
        sections=page.sections,
        imprint=sidecar.imprint,
        furniture=page.furniture,
        glossary=sidecar.glossary,
        answers=answers,
        digest=hashlib.sha256(data).hexdigest(),
    )
    edition, split = number_parts(edition)
    if sum(1 for _ in edition.stories) > LIMITS.stories:
        raise UnreadableInput(
            "there are too many stories", where=name, why=f"The limit is {LIMITS.stories}",
            todo="Divide the copy into several editions",
        )
    plain_case = decoded.encoding == "utf-8" and not encoding
    spoken = () if plain_case else (_encoding(decoded, name),)
    lost = conserved(text, edition)
    copy = Copy(
        name, tuple(rows), sum(1 for _ in edition.stories),
        tuple(item.line for item in edition.furniture),
    )
    return Read(
        edition,
        (*spoken, *remarks, *stale, *broken, *page.diagnostics, *split, *((lost,) if lost else ())),
        (copy,),
    )


def _encoding(found: Decoded, name: str) -> Diagnostic:
    weak = found.confidence is Confidence.WEAK
    advice = " If the text is wrong, name the encoding with --encoding." if weak else ""
    return old_remark(
        "encoding", Severity.WARNING if weak else Severity.INFO,
        f"The copy was read as {found.encoding.upper()}: {found.reason}.{advice}",
        confidence=found.confidence, source=name,
    )


