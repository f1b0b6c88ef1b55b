"""The files of a desk: copy, sidecar and pictures, read anew whenever they change, written whole.

Unsaved copy is kept here as drafts, in memory; whatever else the desk knows stands in the files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from edition.copy.clean import one_line_end
from edition.copy.decode import ENCODINGS, decode, decode_as
from edition.copy.pictures import picture
from edition.delivery.onto_disk import write_file
from edition.errors import UnreadableInput, WrongUse
from edition.limits import LIMITS
from edition.readers.sources import Source, load
from edition.sidecar.parse import parse_sidecar
from edition.sidecar.rewriting import SidecarText

EDITABLE = ("", ".text", ".txt", ".md", ".markdown")
"""endings of copy that is mended in place"""
PICTURE_ENDINGS: Mapping[str, str] = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp",
}
MOST_UNDONE = 100
"""changes that can be taken back"""
SHARED_SIDECAR = "edition.toml"


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a desk was opened for."""

    source: str
    encoding: str | None = None
    house: str | None = None


@dataclass(frozen=True, slots=True)
class _Change:
    """A file before and after a change; None where there was none."""

    path: Path
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class _Edit:
    """The copy of a file before an edit."""

    name: str
    before: str


@dataclass
class CopyRoom:
    """The files of one desk."""

    ordered: Ordered
    drafts: dict[str, str] = field(default_factory=dict)
    """unsaved copy, by the name of its file"""
    _done: list[_Change | _Edit] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The folder of the copy; nothing outside of it is read for a browser, or written."""
        path = Path(self.ordered.source)
        return path if path.is_dir() else path.parent

    @property
    def is_undoable(self) -> bool:
        return bool(self._done)

    def saved(self) -> tuple[Source, ...]:
        """The sources as they lie there. Raises as `load` does."""
        found = load((self.ordered.source,), self.ordered.house)
        return tuple(replace(one, encoding=self.ordered.encoding) for one in found)

    def sources(self) -> tuple[Source, ...]:
        """The sources with what is not saved yet."""
        return tuple(
            replace(one, data=self.drafts[one.name].encode("utf-8", "replace"), encoding="utf-8")
            if self.drafts.get(one.name, "").strip() else one
            for one in self.saved()
        )

    def revision(self, sources: Sequence[Source]) -> str:
        """A name for what all files and drafts hold; another after any change."""
        digest = hashlib.sha256()
        for one in sources:
            shown = (part for name, data in one.pictures.items() for part in (name.encode(), data))
            name = one.name.encode("utf-8", "replace")
            for part in (name, one.data, one.sidecar, one.house, *shown):
                digest.update(b"%d:" % len(part or b"") + (part or b""))
        return digest.hexdigest()[:16]

    def source(self, name: str) -> Source:
        """A source by its name, as saved. Raises WrongUse for another file."""
        found = next((one for one in self.saved() if one.name == name), None)
        if found is None:
            raise WrongUse("desk_no_file", where=name)
        return found

    def text(self, source: Source) -> str:
        """The saved copy of a source, its line ends made one."""
        return one_line_end(_decoded(source)[0])

    def edit(self, name: str, text: str) -> None:
        """Keep a draft of a file; what is the same as saved is none."""
        source = self.source(name)
        if PurePath(name).suffix.lower() not in EDITABLE:
            raise WrongUse("desk_not_editable", where=name)
        if len(text.encode("utf-8", "replace")) > LIMITS.source_bytes or not text.strip():
            raise WrongUse("desk_draft_size", where=name)
        saved = self.text(source)
        before = self.drafts.get(name, saved)
        if text == before:
            return
        self._note(_Edit(name, before))
        self._draft(name, text, saved)

    def save(self, name: str) -> None:
        """Write a draft into its file, in its encoding, the old one kept as `NAME~`."""
        source = self.source(name)
        if name not in self.drafts:
            return
        data = _encoded(self.drafts[name], source)
        write_file(source.path.with_name(f"{source.path.name}~"), source.data)
        write_file(source.path, data)
        self.drafts.pop(name)

    def rewrite(self, name: str, change: Callable[[SidecarText, str | None], SidecarText]) -> None:
        """Change the sidecar of a source; `change` is also told the `file` its answers name.

        The new one is judged before it is written. Raises WrongUse, CannotWrite.
        """
        source = self.source(name)
        path = self.sidecar_path(source)
        old = path.read_bytes() if path.exists() else None
        text = SidecarText(str(path), (old or b"").decode("utf-8-sig"))
        file = source.name if path.name == SHARED_SIDECAR else None
        new = change(text, file).text.encode()
        if new != (old or b""):
            parse_sidecar(new, str(path))
            write_file(path, new)
            self._note(_Change(path, old, new))

    def sidecar(self, source: Source) -> SidecarText:
        """The sidecar of a source; an empty one where there is none."""
        data = (source.sidecar or b"").decode("utf-8-sig", "replace")
        return SidecarText(source.sidecar_name or source.name, data)

    def keep_picture(self, name: str, data: bytes) -> str:
        """Write a picture into the folder `images` beside the copy; its path under the folder.

        A file of that name with other bytes stays: the new one gets a number. Raises
        UnreadableInput for what is no picture within the bounds.
        """
        shown = picture(name, data)
        ending = PICTURE_ENDINGS.get(shown.media)
        if ending is None:
            raise UnreadableInput("desk_no_picture", where=name)
        stem = _safe_stem(name)
        place = self.folder / "images"
        if place.is_symlink() and not place.resolve().is_relative_to(self.folder.resolve()):
            raise UnreadableInput("link_outside", where=str(place), target=str(place.resolve()))
        for number in range(1, 1000):
            path = place / f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
            if not path.exists():
                write_file(path, data)
                return f"images/{path.name}"
            if path.is_file() and path.read_bytes() == data:
                return f"images/{path.name}"
        raise WrongUse("desk_no_picture", where=name)

    def undo(self) -> None:
        """Take the last change back. Raises WrongUse where its file was changed since by others."""
        if not self._done:
            raise WrongUse("desk_nothing_done")
        last = self._done.pop()
        if isinstance(last, _Edit):
            self._draft(last.name, last.before, self.text(self.source(last.name)))
            return
        now = last.path.read_bytes() if last.path.exists() else None
        if now != last.after:
            raise WrongUse("desk_changed_since", where=last.path.name)
        if last.before is None:
            last.path.unlink()
        else:
            write_file(last.path, last.before)

    def _draft(self, name: str, text: str, saved: str) -> None:
        self.drafts[name] = text
        if text == saved:
            del self.drafts[name]

    def sidecar_path(self, source: Source) -> Path:
        """Where the sidecar of a source is, or would be; never a link out of the folder."""
        if source.sidecar_name:
            path = Path(source.sidecar_name)
        elif source.in_folder:
            path = source.path.parent / SHARED_SIDECAR
        else:
            path = source.path.with_suffix(".toml")
        if path.is_symlink() and not path.resolve().is_relative_to(self.folder.resolve()):
            raise UnreadableInput("link_outside", where=str(path), target=str(path.resolve()))
        return path


    def _note(self, done: _Change | _Edit) -> None:
        self._done.append(done)
        del self._done[:-MOST_UNDONE]


def _decoded(source: Source) -> tuple[str, str]:
    if source.encoding:
        found = decode_as(source.data, source.name, source.encoding)
        return found.text, found.encoding
    return decode(source.data, source.name)


def _encoded(text: str, source: Source) -> bytes:
    """Copy as its file had it: encoding, mark at the head and line ends; UTF-8 where it must."""
    old, encoding = _decoded(source)
    if "\r\n" in old:
        text = text.replace("\n", "\r\n")
    codec = ENCODINGS.get(encoding, encoding)
    marked = codec.startswith("utf") and source.data.startswith("\ufeff".encode(codec))
    head = "\ufeff" if marked and codec != "utf-16" else ""
    try:
        return (head + text).encode(codec)
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _safe_stem(name: str) -> str:
    """A file name that means the same everywhere: no folder, no sign that a shell or URL minds."""
    stem = PurePath(name.replace("\\", "/")).stem
    kept = "".join(c if c.isalnum() or c in "-_" else "-" for c in stem).strip("-_")
    return kept[:60] or "picture"
