"""The stories of a page told from the owners of its lines, where the copy is given."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from edition.checks.given_copy import GROUP, HEAD_PARTS
from edition.checks.sight.beside_stories import HEAD
from edition.checks.sight.owners import Owner
from edition.checks.sight.seen_lines import BodyType, SeenLine
from edition.checks.sight.seen_stories import SeenStory, legs_of

_ASIDE = (*HEAD_PARTS, "caption", GROUP)
"""parts that do not stand in legs"""
Owned = tuple[int, SeenLine, Owner]
"""place in the text stream, line, what it says"""


def stories_by_words(
    own: Sequence[tuple[int, SeenLine]], owners: Sequence[Owner | None], briefs: frozenset[int],
    body: BodyType,
) -> tuple[SeenStory, ...]:
    """The stories of one page; a head without text, as in a list of contents, is none.

    `own` are its lines with their places in the text stream, `owners` those of all lines of the
    paper, `briefs` the ranks of items of a briefs column.
    """
    found: dict[int, list[Owned]] = {}
    for i, line in own:
        owner = owners[i]
        if owner is not None and (body.sets(line) or not owner.again):
            found.setdefault(owner.story, []).append((i, line, owner))
    stories = [_story(rank, lines, body) for rank, lines in sorted(found.items())]
    return _gathered([story for story in stories if story.legs], briefs, body)


def _story(rank: int, lines: Sequence[Owned], body: BodyType) -> SeenStory:
    heads = [(ln, o) for _, ln, o in lines if o.part in HEAD_PARTS]
    largest = max((ln.size for ln, o in heads if o.part == "headline"), default=0.0)
    head = tuple(ln for ln, o in heads if o.part != "headline" or ln.size > 0.8 * largest)
    captions = tuple(ln for _, ln, o in lines if o.part == "caption")
    text = [(ln, o) for _, ln, o in lines if o.part not in _ASIDE]
    legs = legs_of([ln for ln, _ in text], body)
    opening = [(o.at, ln) for ln, o in text if body.sets(ln) and not o.again]
    opener = min(opening, key=lambda pair: pair[0])[1] if opening else None
    first = next((n for n, leg in enumerate(legs) if opener in leg.lines), None)
    return SeenStory(lines[0][1].page, rank, head, legs, captions, lines[0][0], first)


def _gathered(
    stories: Sequence[SeenStory], briefs: frozenset[int], body: BodyType
) -> tuple[SeenStory, ...]:
    """Briefs that follow each other in the file made one block; their heads run in."""
    in_stream = sorted(stories, key=lambda story: story.begins)
    found: list[SeenStory] = []
    for short, run in groupby(in_stream, key=lambda s: _run_in(s, s.story in briefs, body.size)):
        members = tuple(run)
        found += [_column(members, body)] if short else members
    return tuple(sorted(found, key=lambda story: story.story))


def _run_in(story: SeenStory, brief: bool, size: float) -> bool:
    """True for a brief, and for a story whose head is hardly larger than the body, in its leg."""
    if not story.head:
        return brief
    widest = max(leg.box[2] - leg.box[0] for leg in story.legs)
    narrow = story.head_box[2] - story.head_box[0] <= widest + size
    return story.head_size < HEAD * size and narrow


def _column(members: tuple[SeenStory, ...], body: BodyType) -> SeenStory:
    captions = tuple(line for story in members for line in story.captions)
    aside = {id(line) for line in captions}
    legs = legs_of(
        [line for story in members for line in story.lines if id(line) not in aside], body
    )
    return SeenStory(members[0].page, min(s.story for s in members), (), legs, captions,
                     min(s.begins for s in members), None, members)
