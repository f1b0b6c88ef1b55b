"""Invented pages as text: copy and the reading expected of it. A pasted bug report is a test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path

import pytest

from edition import passes
from edition.copy.clean import clean_text
from edition.copy.conserve import conserved
from edition.errors import Diagnostic
from edition.model import (
    Block,
    Closing,
    Crosshead,
    Edition,
    Figure,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Story,
    Verse,
    block_text,
)
from edition.readers import read_bytes

CASES = sorted(
    path for path in (Path(__file__).parent.parent / "cases").glob("*.md")
    if "```copy\n" in path.read_text(encoding="utf-8")
)
MISSES = sorted((Path(__file__).parent.parent / "cases" / "misses").glob("*.md"))
LETTERS = {
    Paragraph: "P", Crosshead: "C", PullQuote: "Q", Figure: "F", Note: "N", ListBlock: "L",
    Verse: "V", Closing: "Z",
}
ALWAYS = ("line_ends_joined", "script_seen")
"""Queries about a whole run or file, whose line the cases do not spell out."""
UNTOLD = ("encoding", "part_unsure")
"""How sure the reader was of a right reading is measured by `bench reading`, not spelt out here."""


def part(path: Path, name: str) -> str:
    found = re.search(rf"```{name}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found.group(1)


def read(copy: bytes) -> tuple[Edition, list[Diagnostic]]:
    first = read_bytes(copy, "case.txt")
    edition, remarks = passes.run(first.edition)
    return edition, [*first.diagnostics, *remarks]


def outline(edition: Edition, remarks: list[Diagnostic]) -> Iterator[str]:
    for section in edition.sections:
        yield f"# {section.title or '-'}"
        for story in section.stories:
            yield from _story(story)
    for item in edition.furniture:
        yield f"furniture {item.line} {item.text}"
    for remark in sorted(remarks, key=lambda r: (r.line or 0, r.kind)):
        if remark.kind not in UNTOLD:
            where = "" if remark.kind in ALWAYS else f" {remark.line}"
            yield f"query {remark.kind}{where}"


def _story(story: Story) -> Iterator[str]:
    if story.kicker:
        yield f"kicker {story.kicker}"
    yield f"headline {story.headline_line} {story.headline}"
    if story.deck:
        yield f"deck {story.deck_line} {story.deck}"
    yield from (_block(block) for block in story.body)
    if story.byline:
        names = " ".join(story.byline.names)
        glued = " glued" if story.byline.glued else ""
        yield f"byline {story.byline.line} {story.byline.raw} = {names}{glued}"
    yield from (f"credit {credit}" for credit in story.credits)


def _block(block: Block) -> str:
    lines = "+".join(str(n) for n in block.lines)
    text = block_text(block)
    if isinstance(block, Crosshead):
        return f"C {lines} {' / '.join(block.parts)}"
    return f"{LETTERS[type(block)]} {lines} {text[:6]}…{text[-4:]}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    found = list(outline(*read(part(path, "copy").encode())))
    assert "\n".join(found) == part(path, "reading").strip()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_give_the_same_stories(path: Path, encoding: str) -> None:
    copy = part(path, "copy")
    try:
        data = copy.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("this encoding lacks characters of the case")
    assert read(data)[0].sections == read(copy.encode())[0].sections


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_line_ends_do_not_matter(path: Path) -> None:
    copy = part(path, "copy")
    for end in ("\r\n", "\r"):
        assert read(copy.replace("\n", end).encode())[0].sections == read(copy.encode())[0].sections


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_is_lost(path: Path) -> None:
    text = part(path, "copy")
    edition, remarks = read(text.encode())
    assert not [r for r in remarks if r.kind == "not_conserved"]
    assert conserved(clean_text(text)[0], edition) is None


@pytest.mark.parametrize("path", MISSES, ids=lambda path: path.stem)
def test_known_misses_are_exactly_these(path: Path) -> None:
    """What the reader gets wrong is written down: a change for better or worse shows here."""
    found = list(outline(*read(part(path, "copy").encode())))
    wanted = part(path, "reading").strip().split("\n")
    wrong = [line for line in ndiff(wanted, found) if line[0] in "-+"]
    assert "\n".join(wrong) == part(path, "missed").strip()


@pytest.mark.parametrize("path", MISSES, ids=lambda path: path.stem)
def test_nothing_is_lost_in_a_page_read_wrong(path: Path) -> None:
    text = part(path, "copy")
    assert conserved(clean_text(text)[0], read(text.encode())[0]) is None
