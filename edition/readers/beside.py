"""Pictures that the copy itself names: found beside it, checked, and given their size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from edition.copy.pictures import picture
from edition.copy.reading import Read
from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.model import Block, Edition, Figure, Picture, Story, copied_text
from edition.sidecar.applying import STOPS, picture_left_out, picture_recoloured

Files = Callable[[str], bytes | None]
"""The bytes of a file under the copy's own folder; None when it is not there."""


def show_named(read: Read, files: Files, name: str, lenient: bool = False) -> Read:
    """The edition with every picture its figures and advertisements name.

    A picture that is not there leaves its caption behind and is named; so does one that is
    damaged or beyond the limits where the reader is `lenient`, else it raises UnreadableInput.
    """
    edition = read.edition
    found = {shown.name: shown for shown in edition.pictures}
    wanted = dict.fromkeys(_wanted(edition))
    if len(wanted) > LIMITS.pictures:
        raise UnreadableInput(
            "too_many_pictures", where=name, count=len(wanted), limit=LIMITS.pictures
        )
    if not wanted:
        return read
    work = _Showing(found, name)
    for src in wanted:
        work.open(src, files, lenient)
    sections = tuple(
        replace(section, stories=tuple(work.story(story) for story in section.stories))
        for section in edition.sections
    )
    ads = tuple(
        replace(ad, picture=None) if ad.picture and work.missing(ad.picture, ad.text) else ad
        for ad in edition.advertisements
    )
    done = replace(
        edition, sections=sections, advertisements=ads,
        pictures=tuple(found[src] for src in wanted if src in found),
    )
    return replace(read, edition=done, diagnostics=(*read.diagnostics, *work.remarks))


def _wanted(edition: Edition) -> Iterator[str]:
    for story in edition.stories:
        yield from (b.src for b in story.body if isinstance(b, Figure) and b.src)
    yield from (ad.picture for ad in edition.advertisements if ad.picture)


class _Showing:
    """The pictures that are there, and what is to be said of those that are not."""

    def __init__(self, found: dict[str, Picture], name: str) -> None:
        self.found, self.name = found, name
        self.remarks: list[Diagnostic] = []
        self.told: set[str] = set()
        """pictures that something was said of already"""
        self.number = 0

    def open(self, src: str, files: Files, lenient: bool) -> None:
        """Find a picture, unless it is known."""
        try:
            data = None if src in self.found else files(src)
            if data is not None:
                self.found[src] = picture(src, data)
                self.remarks += picture_recoloured(src, data)
        except UnreadableInput as fault:
            if not lenient or fault.kind in STOPS:
                raise
            self.remarks.append(picture_left_out(src, fault))
            self.told.add(src)

    def story(self, story: Story) -> Story:
        self.number += 1
        body = tuple(b for block in story.body if (b := self._block(block)) is not None)
        return replace(story, body=body)

    def _block(self, block: Block) -> Block | None:
        if not isinstance(block, Figure) or not block.src:
            return block
        line = block.lines[0] if block.lines else None
        words = copied_text(block)
        if self.missing(block.src, words or block.alt or block.src, line, self.number):
            return replace(block, src=None, pixels=None) if words else None
        shown = self.found[block.src]
        return replace(block, pixels=(shown.width, shown.height))

    def missing(
        self, src: str, text: str, line: int | None = None, story: int | None = None
    ) -> bool:
        if src in self.found:
            return False
        if src in self.told:
            return True
        self.remarks.append(
            Diagnostic(
                "picture_missing", {"place": "", "src": src}, line, story, text or src,
                source=self.name,
            )
        )
        return True
