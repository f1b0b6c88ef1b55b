"""A finished file as its reader sees it: lines, body, legs, stories, and what is none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from edition.checks.rules.jumps import Jump, jumps
from edition.checks.sight.align import HEAD_PARTS, Copy, Owner, copies, owners
from edition.checks.sight.beside_stories import furniture, inside, sign, spaces
from edition.checks.sight.blocks import View
from edition.checks.sight.lines import Frame, Line, body_size, frames, lines, pitch_of
from edition.checks.sight.sheet import Box, Sheet
from edition.checks.sight.views import views


@dataclass(frozen=True, slots=True)
class Reading:
    sent: tuple[Jump, ...]
    found: tuple[Line, ...]
    """lines without jump lines and what stands in spaces for advertisements"""
    size: float
    pitch: float
    legs: tuple[Frame, ...]
    wanted: tuple[Copy, ...]
    told: tuple[Owner | None, ...] | None
    """the owner of each line; None without the copy"""
    views: tuple[View, ...]
    spaces: Mapping[int, tuple[Box, ...]]
    """by page"""


def reading(pages: Sequence[Sheet], stories: Mapping[str, Any] | None) -> Reading:
    """Read all pages; `stories` is the copy, as `edition stories --json` gives it."""
    every = [line for page in pages for line in lines(page)]
    sent = jumps(every)
    signs = {id(jump.line) for jump in sent}
    found = [line for line in every if id(line) not in signs and not sign(line)]
    size = body_size(found)
    pitch = pitch_of(found, size)
    wanted = copies(stories) if stories is not None else ()
    told = owners(found, wanted) if stories is not None else None
    said = _said(found, told)
    owned = None if told is None else (lambda line: id(line) in said)
    declared, aside = {}, set()
    for page in pages:
        own = [line for line in every if line.page == page.number and id(line) not in signs]
        declared[page.number] = spaces(page, own, size, pitch, owned)
        aside |= {id(line) for line in own for box in declared[page.number] if inside(line, box)}
    kept = [i for i, line in enumerate(found) if id(line) not in aside]
    told = None if told is None else tuple(told[i] for i in kept)
    found = [found[i] for i in kept]
    above = {
        id(line) for page in pages
        for line in furniture(page, [ln for ln in found if ln.page == page.number], size, owned)
    }
    legs = frames([line for line in found if id(line) not in above], size, pitch)
    seen = views(pages, found, legs, size, pitch, told, _titles(stories), declared,
                 frozenset(copy.rank for copy in wanted if copy.brief))
    return Reading(sent, tuple(found), size, pitch, legs, wanted, told, seen, declared)


def _said(found: Sequence[Line], told: Sequence[Owner | None] | None) -> frozenset[int]:
    """Lines of stories; a head said again, as in a list of contents, is none."""
    return frozenset(
        id(line) for line, owner in zip(found, told or (), strict=False)
        if owner is not None and not (owner.again and owner.part in HEAD_PARTS)
    )


def _titles(stories: Mapping[str, Any] | None) -> frozenset[str]:
    """Names of the sections, as a line has them: without spaces."""
    sections = stories.get("sections", ()) if stories else ()
    titles = (section.get("title") for section in sections)
    return frozenset("".join(title.split()) for title in titles if isinstance(title, str))
