"""The files of a desk: copy, sidecar and pictures, read anew whenever they change, written whole.

Unsaved copy is kept here as drafts, in memory; whatever else the desk knows stands in the files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from edition.copy.clean import one_line_end
from edition.copy.decode import ENCODINGS, decode, decode_as
from edition.copy.pictures import picture
from edition.delivery.onto_disk import unwritable, write_file
from edition.errors import EditionError, UnreadableInput, WrongUse
from edition.limits import LIMITS
from edition.readers.sources import (
    SHARED_SIDECAR,
    SIDECAR_BYTES,
    Source,
    hold_under,
    load,
    sidecar_place,
)
from edition.sidecar.housememory import HOUSE_FILE
from edition.sidecar.parse import parse_sidecar
from edition.sidecar.rewriting import SidecarText

EDITABLE = ("", ".text", ".txt", ".md", ".markdown")
"""endings of copy that is mended in place"""
PICTURE_ENDINGS: Mapping[str, str] = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp",
}
MOST_UNDONE = 100
"""changes that can be taken back"""


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
    """The copy of a file before and after an edit."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Turn:
    """All that one request has changed, in its order, and how it was told."""

    parts: tuple[_Change | _Edit, ...]
    noted: str = ""


@dataclass
class CopyRoom:
    """The files of one desk."""

    ordered: Ordered
    drafts: dict[str, str] = field(default_factory=dict)
    """unsaved copy, by the name of its file"""
    _done: list[_Turn] = field(default_factory=list)
    _now: list[_Change | _Edit] | None = None
    """the parts of a turn that is not over"""
    _begun: dict[str, bytes] = field(default_factory=dict)
    """what a file with a draft held when the draft was begun, or when it was last told"""

    @property
    def folder(self) -> Path:
        """The folder of the copy; nothing outside of it is read for a browser, or written."""
        path = Path(self.ordered.source)
        return path if path.is_dir() else path.parent

    @property
    def name(self) -> str:
        """A name for what the desk was opened for, by which a browser keeps what is not saved."""
        path = str(Path(self.ordered.source).absolute())
        return hashlib.sha256(path.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def is_undoable(self) -> bool:
        return bool(self._done)

    @property
    def undoes(self) -> str:
        """How the change that would be taken back was told when it was made."""
        return self._done[-1].noted if self._done else ""

    @contextmanager
    def turn(self, noted: str = "") -> Iterator[None]:
        """What is changed meanwhile is one change: it is taken back at once."""
        parts = self._now = []
        try:
            yield
        finally:
            self._now = None
            if parts:
                self._keep(_Turn(tuple(parts), noted))

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
        self._note(_Edit(name, before, text))
        self._draft(source, text)

    def save(self, name: str) -> None:
        """Write a draft into its file, in its encoding, the old one kept as `NAME~`.

        Raises WrongUse, once, where another program has changed the file under the draft.
        """
        source = self.source(name)
        if name not in self.drafts:
            return
        begun, self._begun[name] = self._begun.get(name, source.data), source.data
        if begun != source.data:
            raise WrongUse("desk_saved_since", where=name, kept=f"{source.path.name}~")
        data = _encoded(self.drafts[name], source)
        kept = source.path.with_name(f"{source.path.name}~")
        if kept.is_symlink():
            _unlink(kept)
        write_file(kept, source.data)
        write_file(source.path, data)
        self._draft(source, self.drafts[name], is_saved=True)

    def rewrite(self, name: str, change: Callable[[SidecarText, str | None], SidecarText]) -> None:
        """Change the sidecar of a source; `change` is also told the `file` its answers name.

        The new one is judged before it is written. Raises WrongUse, CannotWrite.
        """
        source = self.source(name)
        path = self.sidecar_path(source)
        old = path.read_bytes() if path.exists() else None
        text = SidecarText(str(path), (old or b"").decode("utf-8-sig"))
        file = source.name if path.name == SHARED_SIDECAR else None
        try:
            new = change(text, file).text.encode()
        except UnicodeEncodeError:  # Half of a pair of UTF-16: no TOML can hold it.
            raise WrongUse("desk_no_answer") from None
        if new != (old or b""):
            if len(new) > SIDECAR_BYTES:
                raise WrongUse(
                    "file_too_large", where=str(path), bytes=len(new), limit=SIDECAR_BYTES
                )
            parse_sidecar(new, str(path))
            write_file(path, new)
            self._note(_Change(path, old, new))

    def rewrite_house(self, change: Callable[[bytes, str], str]) -> None:
        """Change the house memory of the paper; `change` is told what it holds and its name.

        Where there is none it is made beside the copy. Raises WrongUse, CannotWrite.
        """
        first = self.saved()[0]
        path = Path(first.house_name) if first.house_name else self.folder / HOUSE_FILE
        if path.is_symlink():
            hold_under(path.parent, path, path.resolve())
        if not first.house_name and path.with_suffix(".txt").exists():
            raise WrongUse("desk_house_taken", where=str(path))
        old = path.read_bytes() if path.exists() else None
        new = change(old or b"", str(path)).encode()
        if new != old:
            write_file(path, new)
            self._note(_Change(path, old, new))

    def sidecar(self, source: Source) -> SidecarText:
        """The sidecar of a source; an empty one where there is none."""
        data = (source.sidecar or b"").decode("utf-8-sig", "replace")
        return SidecarText(source.sidecar_name or source.name, data)

    @contextmanager
    def keeping(self, name: str, data: bytes) -> Iterator[str]:
        """Write a picture into the folder `images` beside the copy; its path under the folder.

        A file of that name with other bytes stays: the new one gets a number. It is taken out
        again where it cannot be placed. Raises UnreadableInput for what is no picture within the
        bounds.
        """
        path = self._free_place(name, data)
        is_new = not path.exists()
        if is_new:
            write_file(path, data)
        try:
            yield f"images/{path.name}"
        except EditionError:
            if is_new:
                path.unlink(missing_ok=True)
            raise

    def _free_place(self, name: str, data: bytes) -> Path:
        """Where a picture is to lie, or does already. A link is no free place, wherever it leads.
        """
        shown = picture(name, data)
        ending = PICTURE_ENDINGS.get(shown.media)
        if ending is None:
            raise UnreadableInput("desk_no_picture", where=name)
        stem = _safe_stem(name)
        place = self.folder / "images"
        if place.is_symlink():
            hold_under(self.folder, place, place.resolve())
        for number in range(1, 1000):
            path = place / f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
            if path.is_symlink():
                continue
            if not path.exists() or (path.is_file() and path.read_bytes() == data):
                return path
        raise WrongUse("desk_no_picture", where=name)

    def undo(self) -> None:
        """Take the last change back, whole or not at all.

        Raises WrongUse where its file was changed since by others, CannotWrite.
        """
        if not self._done:
            raise WrongUse("desk_nothing_done")
        last: dict[Path | str, _Change | _Edit] = {}
        parts = self._done[-1].parts
        for part in parts:
            last[part.path if isinstance(part, _Change) else part.name] = part
        for part in last.values():
            self._hold_unchanged(part)
        undone: list[_Change | _Edit] = []
        try:
            for part in reversed(parts):
                self._put_back(part)
                undone.append(part)
        except EditionError:
            for part in reversed(undone):
                with suppress(EditionError):
                    self._put_back(part, again=True)
            raise
        self._done.pop()

    def _hold_unchanged(self, part: _Change | _Edit) -> None:
        now: bytes | str | None
        if isinstance(part, _Edit):
            name = part.name
            now = self.drafts.get(name, self.text(self.source(name)))
        else:
            name = part.path.name
            now = part.path.read_bytes() if part.path.exists() else None
        if now != part.after:
            raise WrongUse("desk_changed_since", where=name)

    def _put_back(self, part: _Change | _Edit, again: bool = False) -> None:
        """As it was before, or `again` as it was after."""
        if isinstance(part, _Edit):
            return self._draft(self.source(part.name), part.after if again else part.before)
        data = part.after if again else part.before
        if data is None:
            _unlink(part.path)
        else:
            write_file(part.path, data)

    def _draft(self, source: Source, text: str, is_saved: bool = False) -> None:
        self.drafts[source.name] = text
        self._begun.setdefault(source.name, source.data)
        if is_saved or text == self.text(source):
            del self.drafts[source.name], self._begun[source.name]

    def sidecar_path(self, source: Source) -> Path:
        """Where the sidecar of a source is, or would be; never a link out of the folder."""
        path = sidecar_place(source)
        if path.is_symlink():
            hold_under(self.folder, path, path.resolve())
        return path

    def _note(self, done: _Change | _Edit) -> None:
        if self._now is None:
            self._keep(_Turn((done,)))
        else:
            self._now.append(done)

    def _keep(self, turn: _Turn) -> None:
        self._done.append(turn)
        del self._done[:-MOST_UNDONE]


def _unlink(path: Path) -> None:
    """Take a file away; of a link, the link. Raises CannotWrite."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise unwritable(path, fault) from fault


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
    except UnicodeEncodeError as fault:
        if source.encoding:  # It will be read so again, whatever is written.
            raise WrongUse(
                "desk_not_encoded", where=source.name, encoding=encoding,
                sign=fault.object[fault.start],
            ) from None
        return text.encode("utf-8", "replace")


def _safe_stem(name: str) -> str:
    """A file name that means the same everywhere: no folder, no sign that a shell or URL minds."""
    stem = PurePath(name.replace("\\", "/")).stem
    kept = "".join(c if c.isalnum() or c in "-_" else "-" for c in stem).strip("-_")
    return kept[:60] or "picture"
