"""The editor's own words in place of words of the copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from edition.answering import Answer
from edition.model import Block, Crosshead, Runs, Story
from edition.walk import every_run

Change = Callable[[str], str]


def reworded(story: Story, answer: Answer) -> Story:
    """`story` with the answer's words in the first part of its line that holds the text once.

    The same story comes back when no part does.
    """
    def change(text: str) -> str:
        return text.replace(answer.text, answer.words) if text.count(answer.text) == 1 else text

    for number, block in enumerate(story.body):
        if answer.line in block.lines:
            changed = _block(block, change)
            if changed != block:
                body = (*story.body[:number], changed, *story.body[number + 1 :])
                return replace(story, body=body)
    return _heading(story, answer.line, change)


def _heading(story: Story, line: int, change: Change) -> Story:
    first = story.source_lines[0] if story.source_lines else None
    if story.headline_line == line and change(story.headline) != story.headline:
        return replace(story, headline=change(story.headline))
    if story.deck and story.deck_line == line:
        return replace(story, deck=change(story.deck))
    if story.kicker and line == first:
        return replace(story, kicker=change(story.kicker))
    if story.byline and story.byline.line == line:
        names = tuple(change(name) for name in story.byline.names)
        byline = replace(story.byline, raw=change(story.byline.raw), names=names)
        return replace(story, byline=byline)
    return story


def _block(block: Block, change: Change) -> Block:
    if isinstance(block, Crosshead):
        return replace(block, parts=tuple(change(part) for part in block.parts))
    return every_run(block, lambda runs: _runs(runs, change))


def _runs(runs: Runs, change: Change) -> Runs:
    return tuple(replace(run, text=change(run.text)) for run in runs)
