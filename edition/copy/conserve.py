"""Nothing is lost: the characters of the source, in order, are those of stories and furniture."""

from __future__ import annotations

from collections.abc import Iterator

from edition.copy.clean import unspaced
from edition.errors import Diagnostic, Severity, old_remark
from edition.model import Edition, Story, block_text

_Piece = tuple[int, int, str]


def conserved(text: str, edition: Edition) -> Diagnostic | None:
    """None when every non-space character of clean `text` stands in `edition`, once, in order.

    Otherwise an error that names the first line where they differ. Line numbers of the
    edition's parts decide their order, so a byline above its story counts where it stood.
    """
    source = unspaced(text)
    pieces = [piece for part in _stories(edition, text) for piece in part]
    pieces += [(item.line, 0, item.text) for item in edition.furniture]
    pieces.sort(key=lambda piece: piece[:2])
    kept = "".join(unspaced(piece[2]) for piece in pieces)
    if kept == source:
        return None
    at = next((n for n, (a, b) in enumerate(zip(source, kept, strict=False)) if a != b),
              min(len(source), len(kept)))
    line = _line_of(text, at)
    return old_remark(
        kind="not_conserved",
        severity=Severity.ERROR,
        message=f"The stories hold {len(kept)} characters and the copy {len(source)}; "
        f"they differ from line {line} on.",
        line=line,
        text=source[at : at + 20],
    )


def _stories(edition: Edition, text: str) -> Iterator[list[_Piece]]:
    lines = [unspaced(line) for line in text.split("\n")]
    free = set(range(1, len(lines) + 1)) - _claimed(edition, lines)
    for section in edition.sections:
        if section.title is not None:
            yield [(section.line or 0, 0, section.title)]
        for story in section.stories:
            yield _story(story, lines, free)


def _claimed(edition: Edition, lines: list[str]) -> set[int]:
    """Every line known to belong to something. Equal credits may stand only in the others."""
    claimed = {item.line for item in edition.furniture}
    claimed |= {section.line for section in edition.sections if section.line}
    for story in edition.stories:
        claimed |= {n for n in (story.headline_line, story.deck_line) if n}
        claimed |= {n for block in story.body for n in block.lines}
        if story.byline and story.byline.line and not story.byline.glued:
            claimed |= _filled(story.byline.raw, story.byline.line, lines)
    return claimed


def _filled(raw: str, line: int, lines: list[str]) -> set[int]:
    """The lines from `line` on that a byline of one or more lines fills."""
    rest, filled = unspaced(raw), {line}
    for number in range(line, len(lines) + 1):
        if not rest or not rest.startswith(lines[number - 1]):
            break
        rest = rest[len(lines[number - 1]) :]
        filled.add(number)
    return filled


def _story(story: Story, lines: list[str], free: set[int]) -> list[_Piece]:
    first, last = story.source_lines or (0, 0)
    pieces: list[_Piece] = []
    if story.kicker:
        pieces.append((first, 0, story.kicker))
        free.discard(first)
    if story.headline:
        pieces.append((story.headline_line or first, 1, story.headline))
    if story.deck:
        pieces.append((story.deck_line or first, 2, story.deck))
    if story.dateline:
        pieces.append((_find(story.dateline, lines, first, last, free), 3, story.dateline))
    pieces += [(block.lines[0] if block.lines else first, 4, block_text(block))
               for block in story.body]
    if story.byline:
        pieces.append((story.byline.line or last, 5, story.byline.raw))
    pieces += [(_find(credit, lines, first, last, free), 6, credit) for credit in story.credits]
    return pieces


def _find(text: str, lines: list[str], first: int, last: int, free: set[int]) -> int:
    """The first free line of the story that holds `text`; it is free no longer."""
    bare = unspaced(text)
    found = next((n for n in range(first, last + 1) if n in free and lines[n - 1] == bare), last)
    free.discard(found)
    return found


def _line_of(text: str, at: int) -> int:
    seen = 0
    for number, line in enumerate(text.split("\n"), 1):
        seen += len(unspaced(line))
        if seen > at:
            return number
    return text.count("\n") + 1
