"""The one maker of an edition: numbers it, bounds it, proves that nothing of the copy is lost.

A reader of any format returns `Found`: stories and what stands beside them, not yet numbered, the
values of the file itself, its remarks, and `claims`, the words of the source its stories must hold.
`make_edition` gives ids, joins the sidecar's imprint and glossary (which stand before the file's
own), enforces every limit, and adds an error for each claim that does not hold. So a reader never
builds an `Edition`, counts stories, hashes bytes or looks at limits, except those that spare it
work (tags, depth, headings).

    Claim(text, Order.LINES)                running text, its line ends those of the file
    Claim(text, Order.PARTS, given, story)  running text of one story; `given`: its other parts
    Claim(text, Order.COUNT)                a format without an order: by count alone
    Claim(text, Order.EXACT)                the same, and nothing of it stands twice
    Found(file=text)                        every Han character of the file is somewhere or noted
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from edition.answering import Answer
from edition.copy.bounds import safe_name, within_bounds
from edition.copy.conserve import Claim, Order, losses, unaccounted
from edition.copy.numbering import number_beside, number_parts
from edition.copy.reading import CopyFile, Read
from edition.errors import Diagnostic
from edition.model import (
    Advertisement,
    Ear,
    Edition,
    Furniture,
    HouseItem,
    Imprint,
    Picture,
    Planning,
    Section,
    Story,
)
from edition.trade.script.sides import is_traditional_copy, tag_of

__all__ = ["Claim", "Found", "Order", "joined_imprint", "joined_planning", "make_edition"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in one file, before it is an edition."""

    sections: tuple[Section, ...]
    """stories and blocks without ids; the section's lines and the blocks' are kept"""
    remarks: tuple[Diagnostic, ...] = ()
    """what the reader has to say; `story` counts from 1 over all sections"""
    claims: tuple[Claim, ...] = ()
    """what the source says and the edition must hold"""
    furniture: tuple[Furniture, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """pictures that lie in the file itself; those beside it are found later"""
    imprint: Imprint = field(default_factory=Imprint)
    """values the file gives; a sidecar's stand before them"""
    glossary: tuple[tuple[str, str], ...] = ()
    language: str = "zh-Hans"
    name: str = ""
    """name the file gives itself; else that of the file is taken"""
    advertisements: tuple[Advertisement, ...] = ()
    house_copy: tuple[HouseItem, ...] = ()
    ears: tuple[Ear, ...] = ()
    lines: tuple[str, ...] = ()
    """lines of the copy, where the format has lines an editor can answer"""
    answers: tuple[Answer, ...] = ()
    """answers of the editor that fit these lines"""
    structured: bool = True
    """the format says itself where its parts begin and end; then a file must hold a story"""
    held: tuple[Story, ...] = ()
    """stories the file itself says are not to be printed"""
    file: str = ""
    """the whole file as text, where it says little but news (JSON, Markdown, XML)"""
    finished: bool = False
    """an edition that a program wrote whole: nothing in it is to be repaired"""
    planning: Planning = field(default_factory=Planning)
    digest: str = ""
    """of the copy a finished edition was made from; else that of the file is taken"""


def make_edition(
    found: Found, name: str, data: bytes, beside: Imprint | None = None,
    glossary: tuple[tuple[str, str], ...] = (),
) -> Read:
    """The edition of what was found in file `name`, whose bytes are `data`.

    `beside` and `glossary` are the sidecar's. Raises UnreadableInput for a file without a story
    and for one beyond the limits.
    """
    edition = Edition(
        name=safe_name(f"{found.name}.txt") if found.name else safe_name(name),
        sections=found.sections, language=found.language,
        imprint=joined_imprint(beside or Imprint(), found.imprint), furniture=found.furniture,
        glossary=tuple(dict.fromkeys((*glossary, *found.glossary))), pictures=found.pictures,
        advertisements=found.advertisements, house_copy=found.house_copy,
        ears=found.ears, answers=found.answers, held=found.held,
        structured=found.structured, planning=found.planning,
        digest=found.digest if found.finished else hashlib.sha256(data).hexdigest(),
    )
    within_bounds(edition, name)
    edition, divided = number_parts(number_beside(edition))
    edition, script = (edition, ()) if found.finished else _in_its_script(edition)
    remarks = (*found.remarks, *script, *divided, *losses(edition, found.claims, name))
    missing = unaccounted(found.file, _own(edition, found), remarks, name)
    count = sum(1 for _ in edition.stories)
    furniture = tuple(item.line for item in found.furniture) if found.lines else ()
    copy = CopyFile(name, found.lines, count, furniture, len(found.held))
    return Read(edition, (*remarks, *missing), (copy,), found.finished)


def joined_planning(*wishes: Planning) -> Planning:
    """The first value given for each entry of what is asked of the make-up."""
    return Planning(**_first_given(wishes))


def _in_its_script(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition by the script of its copy, with a note where that is Traditional."""
    if edition.language != "zh-Hans":
        return edition, ()
    text = "\n".join(story.text for story in edition.stories)
    if not is_traditional_copy(text):
        return edition, ()
    tag = tag_of(text)
    return replace(edition, language=tag), (Diagnostic("script_seen", {"tag": tag}),)


def joined_imprint(*imprints: Imprint) -> Imprint:
    """The first value given for each entry of the imprint."""
    return Imprint(**_first_given(imprints))


def _first_given(values: Sequence[Imprint | Planning]) -> dict[str, Any]:
    """The first value given for each entry; those of which none is given are left out."""
    return {key: value for one in reversed(values) for key, value in _entries(one) if value}


def _own(edition: Edition, found: Found) -> Edition:
    """The edition without what the sidecar alone says: that is no evidence for the file."""
    kept = {key: value for key, value in _entries(edition.imprint)
            if value == getattr(found.imprint, key)}
    return replace(edition, imprint=Imprint(**kept), glossary=found.glossary, answers=())


def _entries(value: Imprint | Planning) -> Iterator[tuple[str, Any]]:
    return ((entry.name, getattr(value, entry.name)) for entry in fields(value))
