"""The pictures of each story: those of the sidecar, and those that the copy shows itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from edition.copy.reading import CopyFile, Read
from edition.desk.storynames import NamedStory, named_stories
from edition.model import Figure, plain
from edition.readers.sources import Source

Tables = Mapping[str, Mapping[str, Any]]
_GIVEN = ("alt", "focus", "width", "optional", "place")


def pictures_shown(
    read: Read, sources: Sequence[Source], tables: Tables
) -> list[dict[str, Any]]:
    """Every picture with the number of its story, from 0; `tables` are the sidecars by source.

    One that is left out by the sidecar is told too: so that it can be taken back.
    """
    beside = {one.name: one for one in sources}
    stories = iter(enumerate(named_stories(read, sources)))
    found: list[dict[str, Any]] = []
    for file in read.copy:
        entries = list(tables.get(file.name, {}).get("pictures", ()))
        own = _Beside(file, beside.get(file.name), entries)
        for number, story in [next(stories) for _ in range(file.stories)]:
            found += [{**one, "story": number} for one in own.of(story)]
    return found


class _Beside:
    """A file of copy, and what its sidecar says of pictures."""

    def __init__(
        self, file: CopyFile, source: Source | None, entries: Sequence[Mapping[str, Any]]
    ) -> None:
        self._file = file
        self._there = source.pictures if source is not None else {}
        self._folder = source.path.parent.name if source is not None else ""
        self._entries = entries

    def of(self, story: NamedStory) -> Iterator[dict[str, Any]]:
        """Those of a story."""
        shown = [one for one in story.story.body if isinstance(one, Figure) and one.src]
        for figure in shown:
            entry = self._entry(story, figure.src or "")
            yield {**self._told(figure.src or "", entry), **self._words(figure, entry)}
        for entry in self._entries:
            if entry.get("leave_out") and story.is_meant(entry.get("story")):
                file = str(entry.get("file", ""))
                yield {**self._told(file, entry), "left_out": True, "own": True}

    def _entry(self, story: NamedStory, src: str) -> Mapping[str, Any] | None:
        """What the sidecar says of the picture in this story."""
        # A name that two pictures would have is given to the second with its folder.
        names = (src, src.removeprefix(f"{self._folder}/"))
        fits = [one for one in self._entries if one.get("file") in names]
        own = [one for one in fits if story.is_meant(one.get("story"))]
        # One of a Word file is where the copy shows it, whatever story its entry names.
        fits = own or [one for one in fits if one["file"] not in self._there]
        fits.sort(key=lambda one: (one["file"] != src, one.get("story") not in story.names))
        return fits[0] if fits else None

    def _told(self, src: str, entry: Mapping[str, Any] | None) -> dict[str, Any]:
        said = entry or {}
        file = str(said.get("file", src))
        named = any(file in row for row in self._file.lines)
        return {
            "file": file, "shown": src, "source": self._file.name, "left_out": False,
            # A picture of a Word file is no file; what Markdown shows is named in the copy.
            "own": entry is None or file not in self._there or named,
            "caption": said.get("caption", ""), "credit": said.get("credit", ""),
            **{key: said[key] for key in _GIVEN if key in said},
        }

    def _words(self, figure: Figure, entry: Mapping[str, Any] | None) -> dict[str, Any]:
        """The words under it; those that stand in the copy are changed there."""
        caption, said = plain(figure.caption), (entry or {}).get("caption", "")
        credit, signed = figure.credit or "", (entry or {}).get("credit", "")
        return {
            "caption": caption or said, "credit": credit or signed,
            "captioned": bool(caption) and caption != said,
            "credited": bool(credit) and credit != signed,
        }
