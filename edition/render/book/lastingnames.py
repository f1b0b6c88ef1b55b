"""Names that last: what stories and blocks are called in the book, in every state of the issue.

A reader keeps a place by the name of a file and the id of an element. Those of the model only
count, so a story added in the middle would move every place behind it. Here a story is called
after what it is: the id its source or the sidecar gives, else the opening of its text, which
changes more rarely than its headline; a block after its own opening. What opens alike is told
apart by more of itself (headline, whole text), so that order decides only between twins.

A name is `s` and ten figures of a digest, that of a block goes on with `b` and ten more; the
second twin ends in `x2`. Letters are lower case, signs none: a name is a file's and an id in one.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from edition.copy.links import address_of, is_language
from edition.copy.numbering import own_id_of
from edition.copy.wording import cut_length
from edition.errors import Diagnostic
from edition.model import (
    Block,
    Crosshead,
    Edition,
    Figure,
    Footnote,
    Note,
    Picture,
    PullQuote,
    Run,
    Runs,
    Story,
    block_text,
)
from edition.printed import PrintedPage
from edition.walk import every_run

STORY_OPENING = 32
"""letters, Han and figures of a story's text that name it"""
LEAST_OPENING = 8
"""that its first block must have to name it alone"""
BLOCK_OPENING = 24
"""the same of a block"""
FIGURES = 10
"""of a digest that stand in a name"""
_BESIDE = (Figure, Footnote, Note, PullQuote, Crosshead)
"""Blocks that come and go while the text stays."""

_SIGNS = re.compile(r"[\W_]+")
_Part = TypeVar("_Part")
Key = tuple[str, ...]


class Lasting(NamedTuple):
    """An edition as its book names it."""

    edition: Edition
    pages: tuple[PrintedPage, ...]
    remarks: tuple[Diagnostic, ...]
    """what of its links and languages no book can hold"""


def lasting(
    edition: Edition, pages: tuple[PrintedPage, ...] = ()
) -> Lasting:
    """The edition with names that last for its stories and blocks, and the pages that name them.

    Addresses and links inside the edition are those of the book.
    """
    stories = tuple(edition.stories)
    names = dict(zip((story.id for story in stories), _story_names(stories), strict=True))
    stamps = {shown.name: shown for shown in edition.pictures}
    blocks = {story.id: _block_names(story, names[story.id], stamps) for story in stories}
    called = names | {old: new for of_story in blocks.values() for old, new in of_story.items()}
    parted = stories if pages else ()
    lengths = {block.id: cut_length(block) for story in parted for block in story.body}
    links = _Links(edition, names, called)
    named = replace(edition, sections=tuple(
        replace(section, stories=tuple(
            _renamed(story, names[story.id], called, links) for story in section.stories
        ))
        for section in edition.sections
    ))
    return Lasting(named, tuple(
        replace(
            page, blocks=tuple(_line_name(block, names, called) for block in page.blocks),
            continued=tuple(
                replace(one, block=_line_name(one.block, names, called),
                        ahead_of=_line_name(one.ahead_of, names, called))
                for one in page.continued if 0 < one.before < lengths.get(one.block, 0)
            ),
        )
        for page in pages
    ), tuple(links.remarks))


def _story_names(stories: Sequence[Story]) -> Iterator[str]:
    further: tuple[Callable[[Story], str], ...] = (lambda s: s.headline, lambda s: s.text)
    return _twins(f"s{_digest(key)}" for key in _keys(stories, _called, further))


def _called(story: Story) -> Key:
    own = own_id_of(story)
    if own:
        return ("id", own)
    opening = ""
    for block in story.body:
        if len(opening) < LEAST_OPENING and not isinstance(block, _BESIDE):
            opening = _opening(opening + block_text(block), STORY_OPENING)
    return ("text", opening) if opening else ("head", story.headline)


def _block_names(
    story: Story, name: str, pictures: Mapping[str, Picture]
) -> dict[str, str]:
    """What the blocks of a story are called, by their ids."""
    def called(block: Block) -> Key:
        if isinstance(block, Figure) and block.src:
            shown = pictures.get(block.src)
            return ("Figure", shown.stamp if shown else block.src)
        return (type(block).__name__, _opening(block_text(block), BLOCK_OPENING))

    body = [block for block in story.body if block.id]
    found = (f"{name}b{_digest(key)}" for key in _keys(body, called, (block_text,)))
    return {block.id: one for block, one in zip(body, _twins(found), strict=True)}


def _keys(
    parts: Sequence[_Part], called: Callable[[_Part], Key],
    further: tuple[Callable[[_Part], str], ...],
) -> list[Key]:
    """What each part is known by, with more of it where others are known by the same."""
    keys = [called(part) for part in parts]
    for more in further:
        count = Counter(keys)
        keys = [
            (*key, more(part)) if count[key] > 1 else key
            for key, part in zip(keys, parts, strict=True)
        ]
    return keys


def _twins(names: Iterable[str]) -> Iterator[str]:
    """The names, one that stood before with the number of its twin."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}x{seen[name]}"


def _opening(words: str, most: int) -> str:
    """The first letters, Han and figures: marks and spaces are mended more often than words."""
    some = _SIGNS.sub("", words[: 2 * most])
    return (some if len(some) >= most else _SIGNS.sub("", words))[:most]


def _digest(key: Key) -> str:
    text = "\x1f".join(key).encode("utf-8", "replace")
    return hashlib.sha256(text).hexdigest()[:FIGURES]


def _line_name(block: str, names: Mapping[str, str], called: Mapping[str, str]) -> str:
    """A block of a page: a story or a block of the body, else a line such as `s01-headline`."""
    story, dash, line = block.partition("-")
    return called.get(block) or f"{names.get(story, story)}{dash}{line}"


class _Links:
    """Where a link inside the edition leads in the book, and what of a run no book can hold."""

    def __init__(
        self, edition: Edition, names: Mapping[str, str], called: Mapping[str, str]
    ) -> None:
        home = {story.id: story.id for story in edition.stories}
        home |= {block.id: story.id for story in edition.stories for block in story.body}
        self._places = {
            id: (names[home[id]], new) for id, new in called.items() if id in home
        }
        self.remarks: list[Diagnostic] = []
        self._heads = {
            s.id: f"../contents.xhtml#{s.id}" for s in edition.sections if s.title and s.stories
        }

    def place(self, id: str, story: str) -> str | None:
        """The address of the part `id` as seen from `story`; None for what the book has not."""
        if id in self._heads:
            return self._heads[id]
        if id not in self._places:
            self.remarks.append(Diagnostic("link_left_out", {}, text=f"#{id}"))
            return None
        home, name = self._places[id]
        return f"#{name}" if home == story else f"{home}.xhtml#{name}"

    def in_language(self, run: Run) -> Run:
        """The run, without a language that is none."""
        if run.lang is None or is_language(run.lang):
            return run
        self.remarks.append(Diagnostic("language_left_out", {"tag": run.lang}, text=run.text))
        return replace(run, lang=None)


def _renamed(story: Story, name: str, called: Mapping[str, str], links: _Links) -> Story:
    def run(one: Run) -> Run:
        if one.note is not None:
            one = replace(one, note=called.get(one.note, one.note))
        if one.href is not None and one.href.startswith("#"):
            one = replace(one, href=links.place(one.href[1:], name))
        elif one.href is not None:
            one = replace(one, href=address_of(one.href))
        return one if one.lang is None else links.in_language(one)

    def runs(some: Runs) -> Runs:
        return tuple(map(run, some)) if any(r.note or r.href or r.lang for r in some) else some

    return replace(story, id=name, body=tuple(
        replace(every_run(block, runs), id=called.get(block.id, block.id)) for block in story.body
    ))
