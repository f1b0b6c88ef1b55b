"""The editor's answers that change copy, applied first: words put in, blocks left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.answering import Answer, Do
from edition.errors import Confidence, Diagnostic
from edition.model import Edition, Story, block_text
from edition.passes.rewording import reworded
from edition.walk import map_stories


def apply_answers(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Put in the editor's words and leave out the blocks the editor drops; each is named."""
    return map_stories(edition, lambda story, number: _apply(story, number, edition.answers))


def _apply(
    story: Story, number: int, answers: Sequence[Answer]
) -> tuple[Story, list[Diagnostic]]:
    remarks: list[Diagnostic] = []
    for answer in answers:
        if answer.do is Do.REPLACE:
            changed = reworded(story, answer)
            if changed != story:
                story = changed
                remarks.append(Diagnostic(
                    "answer_replaced", {"old": answer.text, "new": answer.words},
                    line=answer.line, story=number, text=answer.text,
                    confidence=Confidence.CERTAIN,
                ))
        elif answer.do is Do.DROP:
            gone = [block for block in story.body if answer.line in block.lines]
            story = replace(story, body=tuple(b for b in story.body if b not in gone))
            remarks += [
                Diagnostic(
                    "answer_dropped", line=answer.line, story=number, text=block_text(block),
                    confidence=Confidence.CERTAIN,
                )
                for block in gone
            ]
    return story, remarks
