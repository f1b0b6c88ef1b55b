"""What the copy says of printed pages, such as 下转A4版, as links to where they begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from edition.model import Paragraph, Run, Runs, Story
from edition.render.book.pagelist import PageMap
from edition.walk import every_run

_NAMED = re.compile(
    "(?:[上下][接转轉]|[紧緊]接|[转轉][至自]|[详詳][见見]|[见見])第?([A-Za-z]?[0-9]{1,3})版"
)
_IN_TEXT = "text/"


@dataclass(frozen=True, slots=True)
class PageLink:
    """A printed page a story goes on on, and where in the book that is."""

    label: str
    href: str


def page_hrefs(page_map: PageMap) -> dict[str, str]:
    """Where each printed page begins, by its label, seen from a story's document."""
    found: dict[str, str] = {}
    for target in page_map.targets:
        found.setdefault(target.label, target.href.removeprefix(_IN_TEXT))
    return found


def going_on(
    story: Story, first: str | None, page_map: PageMap, hrefs: Mapping[str, str]
) -> tuple[PageLink, ...]:
    """The pages a story goes on on beyond the `first`, those within a paragraph among them.

    `first` is what `label_of` says of it, `hrefs` are those of `page_hrefs`.
    """
    labels = (
        page_map.label_of.get(part) for block in story.body
        for part in (block.id, *page_map.parts(block.id))
    )
    others = dict.fromkeys(label for label in labels if label and label != first)
    return tuple(PageLink(label, hrefs[label]) for label in others if label in hrefs)


def label_of(story: Story, page_map: PageMap) -> str | None:
    """Label of the page a story begins on, or that its copy is of, as far as that is known."""
    ids = (story.id, f"{story.id}-headline", *(block.id for block in story.body))
    known = (page_map.label_of[i] for i in ids if i in page_map.label_of)
    return next(known, story.printed_on)


def paged(block: Paragraph, hrefs: Mapping[str, str]) -> Paragraph:
    """A paragraph in which the pages it names are links."""
    if not hrefs or not any(_NAMED.search(run.text) for run in block.runs):
        return block
    made = every_run(block, lambda runs: _linked(runs, hrefs))
    assert isinstance(made, Paragraph)
    return made


def _linked(runs: Runs, hrefs: Mapping[str, str]) -> Runs:
    found: list[Run] = []
    for run in runs:
        at = 0
        for named in _NAMED.finditer(run.text):
            href = hrefs.get(named.group(1))
            if href is None or run.href or run.note or run.ruby:
                continue
            found += [replace(run, text=run.text[at:named.start()])] * (named.start() > at)
            found.append(replace(run, text=named.group(), href=href))
            at = named.end()
        if at < len(run.text) or not run.text:
            found.append(replace(run, text=run.text[at:]))
    return tuple(found)
