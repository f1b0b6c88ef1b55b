"""The stories and the queries as a list a person reads in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.errors import Diagnostic
from edition.model import Crosshead, Edition, Paragraph, PullQuote, Story, block_text


def stories_text(edition: Edition, diagnostics: Sequence[Diagnostic] = ()) -> str:
    """One line a story with its source lines and size, then every query by line."""
    return "\n".join([*_stories(edition), "", *_queries(diagnostics)]).rstrip("\n")


def _stories(edition: Edition) -> Iterator[str]:
    number = 0
    for section in edition.sections:
        yield f"【{section.title}】" if section.title else "【—】"
        for story in section.stories:
            number += 1
            yield f"{number:3d}  {_where(story):>9}  {story.headline or '（无题）'}"
            yield f"                {_parts(story)}"
    for line in edition.furniture:
        yield f"  set aside, line {line.line} of its file: {line.text}"


def _where(story: Story) -> str:
    return "{}–{}".format(*story.source_lines) if story.source_lines else ""


def _parts(story: Story) -> str:
    kinds = {Paragraph: "paragraphs", Crosshead: "crossheads", PullQuote: "pull quotes"}
    counts = [
        f"{found} {name if found > 1 else name[:-1]}"
        for kind, name in kinds.items()
        if (found := sum(isinstance(block, kind) for block in story.body))
    ]
    size = sum(len(block_text(block)) for block in story.body)
    by = f"; by {'、'.join(story.byline.names)}" if story.byline else ""
    return f"{', '.join(counts)}; {size} characters{by}"


def _queries(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    ordered = sorted(diagnostics, key=lambda d: (d.source or "", d.line or 0, d.kind))
    several = len({d.source for d in ordered if d.source}) > 1
    if not ordered:
        yield "No queries."
        return
    yield f"{len(ordered)} queries and notes:"
    for item in ordered:
        place = f"line {item.line}" if item.line else "—"
        if several and item.source:
            place = f"{item.source}, {place}"
        sure = f" ({item.confidence})" if item.confidence else ""
        yield f"  {item.severity:<7} {place:<9} {item.kind}{sure}: {item.message}"
        if item.text:
            yield f"          in the copy: {item.text}"
        if item.suggestion:
            yield f"          perhaps: {item.suggestion}"
