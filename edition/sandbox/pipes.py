"""Frames on a pipe: a value as JSON, and behind it the bytes it speaks of.

A frame begins with two lengths of eight bytes each, of the JSON and of all the bytes behind it.
"""

from __future__ import annotations

import json
import struct
from typing import IO

from edition.sandbox.wirevalues import Known, Lie, decoded, encoded

_HEAD = struct.Struct(">QQ")


def framed(value: object) -> list[bytes]:
    """One frame, in pieces. Raises TypeError for a value that does not travel."""
    pieces: list[bytes] = []
    plain = encoded(value, pieces)
    text = json.dumps([plain, [len(p) for p in pieces]], separators=(",", ":")).encode()
    return [_HEAD.pack(len(text), sum(map(len, pieces))), text, *pieces]


def send(pipe: IO[bytes], frame: list[bytes]) -> None:
    """Write one frame."""
    for piece in frame:
        pipe.write(piece)
    pipe.flush()


def receive(pipe: IO[bytes], known: Known, most: int) -> object:
    """The value of the next frame, of at most `most` bytes.

    Raises EOFError where the pipe ends, and Lie for a frame that is not as it ought to be.
    """
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    length, behind = _HEAD.unpack(head)
    if length + behind > most:
        raise Lie("a frame beyond the bounds")
    text, rest = pipe.read(length), pipe.read(behind)
    if len(text) < length or len(rest) < behind:
        raise EOFError
    try:
        plain, sizes = json.loads(text)
        if any(type(n) is not int or n < 0 for n in sizes) or sum(sizes) != behind:
            raise Lie("bytes of another length")
        return decoded(plain, _parted(rest, sizes), known)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise Lie(f"{type(error).__name__}: {error}") from error


def _parted(rest: bytes, sizes: list[int]) -> list[bytes]:
    found, at = [], 0
    for size in sizes:
        found.append(rest[at : at + size])
        at += size
    return found
