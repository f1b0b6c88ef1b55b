"""Font files the user has: told by their digest, else by the name and measures they carry.

A file of another version than the register's serves when it bears the face's name and weight and
its measures are the same, so that every line falls where it falls with ours.
"""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SUFFIXES = (".ttf", ".otf")
_MOST_FILES = 20_000
_MOST_BYTES = 100_000_000
_DEEPEST = 8
"""folders under the one that is named"""


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A font file as far as it is looked at."""

    path: Path
    digest: str
    """sha256 of the file"""
    size: int
    families: frozenset[str] = frozenset()
    weight: int = 0
    italic: bool = False
    measures: tuple[int, int, int] = (0, 0, 0)
    """units of the em, ascent, descent"""
    whole: bool = False
    """one font of one weight: no collection, and no variable font, which has none"""


def font_files(folder: Path) -> Iterator[Path]:
    """The font files under `folder`, sorted, links to folders not followed."""
    count, base = 0, len(folder.parts)
    for root, folders, names in os.walk(folder):
        folders.sort()
        if len(Path(root).parts) - base >= _DEEPEST:
            folders.clear()
        for name in sorted(names):
            count += 1
            if count > _MOST_FILES:
                return
            if name.lower().endswith(SUFFIXES):
                yield Path(root) / name


def looked_at(path: Path) -> FaceFile | None:
    """A font file with its name and measures; None for what is none or cannot be opened."""
    with suppress(OSError, struct.error, IndexError, UnicodeDecodeError):
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        return _parsed(path, data, digest)
    return None


def is_of(file: FaceFile, face: Mapping[str, Any]) -> bool:
    """True for a file that is the face of the register, in whatever version.

    A slice of a face for the web has its name too, and half its size at the most.
    """
    name, weight = face.get("stated", (face["name"], face["weight"]))
    return (
        name in file.families and file.weight == weight and not file.italic and file.whole
        and list(file.measures) == list(face["measures"]) and file.size * 2 > face["size"]
    )


def _parsed(path: Path, data: bytes, digest: str) -> FaceFile:
    tables = _tables(data)
    if not {"head", "hhea", "OS/2", "name", "cmap"} <= tables.keys():
        return FaceFile(path, digest, len(data))
    head, hhea, os2 = (tables[tag] for tag in ("head", "hhea", "OS/2"))
    (em,) = struct.unpack_from(">H", head, 18)
    (style,) = struct.unpack_from(">H", head, 44)
    ascent, descent = struct.unpack_from(">hh", hhea, 4)
    (weight,) = struct.unpack_from(">H", os2, 4)
    return FaceFile(
        path, digest, len(data), frozenset(_families(tables["name"])), weight, bool(style & 2),
        (em, ascent, descent), "fvar" not in tables,
    )


def _tables(data: bytes) -> dict[str, bytes]:
    """tag → bytes of the tables of one sfnt font; nothing for a collection or another file."""
    if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for at in range(min(count, 64)):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        found[tag.decode("ascii", "replace")] = data[start:start + length]
    return found


def _families(table: bytes) -> Iterator[str]:
    """Family names (ids 1 and 16) in the Windows and Macintosh encodings."""
    count, texts = struct.unpack_from(">HH", table, 2)
    for at in range(min(count, 500)):
        platform, _, _, name, length, start = struct.unpack_from(">6H", table, 6 + 12 * at)
        if name in (1, 16):
            raw = table[texts + start:texts + start + length]
            yield raw.decode("utf-16-be" if platform in (0, 3) else "latin-1", "replace")
