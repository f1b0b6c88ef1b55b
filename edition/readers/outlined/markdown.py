"""The reader of Markdown: front matter, then headings by the rule of the outline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.copy.bounds import within_limits
from edition.copy.clean import clean_text
from edition.copy.decode import decode
from edition.copy.making import Claim, Found, Order
from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.readers.dialect.marked import Marked, read_marked
from edition.readers.outlined.frontmatter import split_front_matter
from edition.readers.outlined.frontvalues import dress, imprint_of, known_values
from edition.readers.outlined.headings import Head
from edition.readers.outlined.outline import build_outline
from edition.readers.outlined.partreading import read_parts
from edition.sidecar.answers import fitting, roles
from edition.sidecar.parse import Sidecar

_INDENT = re.compile(r"^[ \t]*\t[ \t]*", re.M)
"""blanks that open a line: a tab among them is as deep as Markdown takes it"""


def read_markdown(data: bytes, name: str, sidecar: Sidecar) -> Found:
    """What Markdown holds. Raises UnreadableInput when it is no text, empty or beyond the limits.
    """
    raw, _encoding = decode(data, name)
    text, remarks = clean_text(_INDENT.sub(lambda m: m.group().expandtabs(4), raw), name)
    within_limits(text, name)
    heads = sum(line.lstrip().startswith("#") for line in text.splitlines())
    if heads > 5 * LIMITS.stories:
        raise UnreadableInput(
            "markdown_headings", where=name, count=heads, limit=5 * LIMITS.stories
        )
    front, body = split_front_matter(text, name)
    values, unknown = known_values(front, name)
    marked = read_marked(body, name, front.lines)
    repeated = _repeated_headline(marked, values.get("headline"), name)
    lines = text.split("\n")
    answers, stale = fitting(sidecar.answers, lines, name)
    parts = read_parts(
        marked.items[len(repeated):], {}, name, roles(answers), one_story="headline" in values
    )
    outline = build_outline(parts.items, name, "headline" in values, parts.roles)
    dressed = dress(outline.sections, values, name)
    return Found(
        dressed.sections,
        (*remarks, *unknown, *dressed.remarks, *marked.remarks, *stale, *outline.diagnostics,
         *parts.remarks, *repeated),
        (Claim(_by_line(marked.said[len(repeated):], text), Order.LINES, dressed.given),),
        tuple(parts.furniture), imprint=imprint_of(values, name), file=raw, lines=tuple(lines),
        answers=answers,
    )


def _repeated_headline(
    marked: Marked, headline: str | None, name: str
) -> tuple[Diagnostic, ...]:
    """A remark when the first heading is the headline of the front matter once more."""
    first = marked.items[0] if marked.items else None
    if isinstance(first, Head) and first.level == 1 and first.text == headline:
        return (Diagnostic("headline_repeated", {}, first.line, 1, first.text, source=name),)
    return ()


def _by_line(said: Sequence[tuple[int, str]], text: str) -> str:
    """What the parser gave, as a text with the same lines as the file."""
    rows = [""] * (text.count("\n") + 1)
    for line, words in said:
        rows[line - 1] += words.replace("\n", " ")
    return "\n".join(rows)
