"""What a browser points at, a line or a story by its number, found in what was read."""

from __future__ import annotations

from edition.desk.newsdesk import Newsdesk, Outdated
from edition.desk.storynames import NamedStory, named_stories
from edition.errors import WrongUse
from edition.makeup import ranked
from edition.model import Figure, Story, plain

Ranks = dict[str, list[tuple[NamedStory, int | None]]]
"""file → the stories whose rank is to change, each with the new one"""


def row_at(desk: Newsdesk, file: str, line: int) -> str:
    """The words of a line as read. Raises WrongUse where there is none."""
    for one in desk.read.copy if desk.read else ():
        if one.name == file and 1 <= line <= len(one.lines):
            return one.lines[line - 1]
    raise WrongUse("desk_no_file", where=file)


def first_file(desk: Newsdesk) -> str:
    """The first source: its sidecar holds what concerns the paper as a whole."""
    if not desk.sources:
        raise WrongUse("desk_no_answer")
    return desk.sources[0].name


def named_story(desk: Newsdesk, number: int, called: object = None) -> NamedStory:
    """The story of a number, from 0; `called` is the headline that the browser saw there.

    Raises WrongUse where there is none, Outdated where the number is another story's by now.
    """
    found = _named(desk)
    if not 0 <= number < len(found):
        raise WrongUse("desk_no_answer")
    if called is not None and called != found[number].story.headline:
        raise Outdated
    return found[number]


def waiting_caption(story: Story, line: int) -> str:
    """The caption of the copy that waits for a picture: that of a line, else the first."""
    found = [
        block for block in story.body
        if isinstance(block, Figure) and block.src is None and block.caption and block.lines
    ]
    own = next((one for one in found if line in one.lines), None)
    return plain((own or found[0]).caption) if found else ""


def moved_to(desk: Newsdesk, number: int, place: int) -> Ranks:
    """The ranks that bring a story to a place, from 0, of the order; only those that change."""
    found = _named(desk)
    if not 0 <= number < len(found):
        raise WrongUse("desk_no_answer")
    numbers = {one.story.id: at for at, one in enumerate(found)}
    order = [numbers[story.id] for story in ranked(tuple(one.story for one in found))]
    order.remove(number)
    order.insert(min(place, len(order)), number)
    first = _first_in_order(order)
    ranks: Ranks = {}
    for at, which in enumerate(order):
        rank = at + 1 if at < first else None
        if found[which].story.rank != rank:
            ranks.setdefault(found[which].file, []).append((found[which], rank))
    return ranks


def _first_in_order(order: list[int]) -> int:
    """The place from which stories stand as the copy has them: they need no rank."""
    at = len(order)
    while at and (at == len(order) or order[at - 1] < order[at]):
        at -= 1
    return at


def _named(desk: Newsdesk) -> list[NamedStory]:
    return named_stories(desk.read, desk.sources) if desk.read is not None else []
