"""Ids in reading order, and paragraphs divided at the limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from operator import is_

from edition.copy.marks import remarked
from edition.errors import Confidence, Diagnostic
from edition.limits import LIMITS
from edition.model import Block, Edition, Paragraph, Run, Runs, Section, Story, plain

_COUNTED = re.compile(r"s\d+(\.\d+)?")
"""an id that says only how many stories stand before it"""


def number_parts(
    edition: Edition, before: int = 0
) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Give ids `sec1`, `s01`, `s01b01` in reading order; split paragraphs beyond the limit.

    Stories are counted after the `before` stories of other editions.
    """
    sections: list[Section] = []
    remarks: list[Diagnostic] = []
    number = before
    for place, section in enumerate(edition.sections, 1):
        stories: list[Story] = []
        for story in section.stories:
            number += 1
            body: list[Block] = []
            for block in story.body:
                pieces = list(_divided(block))
                if len(pieces) > 1:
                    remarks.append(_divided_remark(block, number))
                body += pieces
            named = remarked(body, tuple(
                block if block.id == (id := f"s{number:02d}b{at:02d}") else replace(block, id=id)
                for at, block in enumerate(body, 1)
            ))
            stories.append(_called(story, f"s{number:02d}", named))
        sections.append(replace(section, id=f"sec{place}", stories=tuple(stories)))
    return replace(edition, sections=tuple(sections)), tuple(remarks)


def _called(story: Story, id: str, body: tuple[Block, ...]) -> Story:
    """The story with its id and those of its blocks, itself where it has them."""
    own = own_id_of(story)
    if (id, own) == (story.id, story.own_id) and len(body) == len(story.body) and all(
        map(is_, body, story.body)
    ):
        return story
    return replace(story, id=id, body=body, own_id=own)


def own_id_of(story: Story) -> str | None:
    """What the source or the editor calls a story; None where its id only counts."""
    if story.own_id or not story.id or _COUNTED.fullmatch(story.id):
        return story.own_id
    return story.id


def number_beside(edition: Edition) -> Edition:
    """Give ids `ad1` and `house1` to advertisements and house copy, in their order."""
    ads, house = edition.advertisements, edition.house_copy
    return replace(
        edition,
        advertisements=tuple(replace(ad, id=f"ad{n}") for n, ad in enumerate(ads, 1)),
        house_copy=tuple(replace(item, id=f"house{n}") for n, item in enumerate(house, 1)),
    )


def _divided(block: Block) -> Iterator[Block]:
    limit = LIMITS.paragraph_characters
    if not isinstance(block, Paragraph) or len(plain(block.runs)) <= limit:
        yield block
        return
    rest, speaker = block.runs, block.speaker
    while len(words := plain(rest)) > limit:
        stop = max(words.rfind(mark, 0, limit) for mark in "。！？；") + 1 or limit
        part, rest = cut_runs(rest, stop)
        yield replace(block, runs=part, speaker=speaker)
        speaker = 0
    if rest:
        yield replace(block, runs=rest, speaker=speaker)


def cut_runs(runs: Runs, stop: int) -> tuple[Runs, Runs]:
    """The first `stop` characters of `runs`, and the rest, each with its marks.

    The reading of characters that are parted stays with the rest.
    """
    left: list[Run] = []
    for at, run in enumerate(runs):
        if len(run.text) > stop:
            head = (replace(run, text=run.text[:stop], ruby=None),) if stop else ()
            return (*left, *head), (replace(run, text=run.text[stop:]), *runs[at + 1 :])
        left.append(run)
        stop -= len(run.text)
    return tuple(left), ()


def _divided_remark(block: Block, story: int) -> Diagnostic:
    return Diagnostic(
        "paragraph_divided", {"limit": LIMITS.paragraph_characters},
        line=block.lines[0] if block.lines else None, story=story,
        confidence=Confidence.CERTAIN,
    )
