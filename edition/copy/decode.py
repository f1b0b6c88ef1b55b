"""Bytes to text: BOM, strict UTF-8, UTF-16 by its zeros, then GB18030 against Big5 by score.

Trying the Chinese codecs in turn is wrong: almost every Big5 text is also valid GB18030.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from edition.errors import Confidence, UnreadableInput, WrongUse, hold_type
from edition.messages.texts import Phrase
from edition.trade.lexicon import COMMON_HAN

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS: Mapping[str, str] = MappingProxyType({
    "utf-8": "utf-8", "gb18030": "gb18030", "gbk": "gb18030", "gb2312": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cp950": "cp950",
    "utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
})
"""Names the user may give, and the codec that reads each; the wider one of a family."""
_MARGIN = 0.15
"""By how much the better of two 8-bit encodings must read better to be believed."""
_ENOUGH = 20
"""Characters outside ASCII from which an 8-bit encoding can be told."""
_SAMPLE = 200_000
_SENSIBLE = 0.4
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\xd0\xcf\x11")
_ACCEPTED = 0.15
"""Least share of common Han among the characters outside ASCII for an 8-bit encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it came in, and how sure that is."""

    text: str
    encoding: str
    confidence: Confidence
    reason: Phrase
    """What the encoding was told from."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of `data` and the name of its encoding. Raises as `detect` does."""
    found = detect(data, name)
    return found.text, found.encoding


def detect(data: bytes, name: str) -> Decoded:
    """The text of `data` in the encoding its bytes speak for.

    Raises UnreadableInput for binary data and for bytes that fit no encoding, with the
    offset of the first byte that is wrong.
    """
    if data.startswith(_MAGIC):
        raise UnreadableInput("copy_is_binary", where=name)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding, name, len(mark))
            return Decoded(text, encoding, Confidence.CERTAIN, Phrase("told_by_mark"))
    wide = _utf16(data)
    if wide is not None:
        text = _strict(data, wide, name, 0)
        return Decoded(text, wide, Confidence.PROBABLE, Phrase("told_by_zeros"))
    if _too_many_controls(data):
        raise UnreadableInput("copy_is_binary", where=name)
    try:
        text = data.decode("utf-8")
        return Decoded(text, "utf-8", Confidence.CERTAIN, Phrase("told_by_bytes"))
    except UnicodeDecodeError as fault:
        return _eight_bit(data, name, fault)


def decode_as(data: bytes, name: str, encoding: str) -> Decoded:
    """The text of `data` in an encoding named by the user.

    Raises WrongUse for a name that is none of `ENCODINGS` and UnreadableInput when the bytes
    do not fit it, with the offset of the first that is wrong.
    """
    hold_type("encoding", encoding, str)
    codec = ENCODINGS.get(encoding.lower().replace("_", "-"))
    if codec is None:
        raise WrongUse("encoding_unknown", encoding=encoding, known=tuple(ENCODINGS))
    try:
        text = data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        raise UnreadableInput(
            "encoding_misfit", where=name, byte=fault.start, codec=encoding.upper(),
            encoding=encoding,
        ) from fault
    return Decoded(text, codec, Confidence.CERTAIN, Phrase("told_by_editor"))


def _strict(data: bytes, encoding: str, name: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _undecodable(name, encoding, fault.start + skipped) from fault


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: it holds zeros (line ends, digits), and one order makes sense.

    The zeros alone do not tell the order: 一 (U+4E00) has its own on the other side.
    """
    zeros = data.count(b"\x00", 0, _SAMPLE)
    if len(data) < 4 or len(data) % 2 or not zeros:
        return None
    if zeros <= min(len(data), _SAMPLE) // 4 and _is_utf8(data):
        return None
    best = (0.0, "")
    for encoding in ("utf-16-be", "utf-16-le"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        best = max(best, (_sense(text[:_SAMPLE]), encoding))
    return best[1] if best[0] >= _SENSIBLE else None


def _is_utf8(data: bytes) -> bool:
    """True when the bytes are UTF-8, as those of Chinese UTF-16 hardly ever are."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sense(text: str) -> float:
    """Share of common Han and printable ASCII; none at all for text full of controls."""
    if sum(c < " " and c not in "\t\n\r\f" for c in text) > len(text) // 50:
        return 0.0
    return sum(c in COMMON_HAN or c.isascii() for c in text) / max(1, len(text))


def _too_many_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(sample.count(n) for n in range(32) if n not in (9, 10, 12, 13, 27))
    return controls > max(8, len(sample) // 50)


def _eight_bit(data: bytes, name: str, fault: UnicodeDecodeError) -> Decoded:
    scored = sorted(_candidates(data), reverse=True)
    if not scored or scored[0][0] < _ACCEPTED:
        raise _undecodable(name, "utf-8", fault.start) from fault
    best, encoding, text = scored[0]
    margin = best - scored[1][0] if len(scored) > 1 else best
    enough = sum(not c.isascii() for c in text) >= _ENOUGH
    told = enough and margin >= _MARGIN and best >= _SENSIBLE
    sure = Confidence.PROBABLE if told else Confidence.WEAK
    if sure is Confidence.PROBABLE and len(scored) == 1:
        sure = Confidence.CERTAIN
    return Decoded(text, encoding, sure, Phrase("told_by_share", {"share": best}))


def _candidates(data: bytes) -> Iterator[tuple[float, str, str]]:
    for encoding in ("big5hkscs", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        outside = [c for c in text if not c.isascii()]
        common = sum(c in COMMON_HAN for c in outside)
        yield common / max(1, len(outside)), encoding, text


def _undecodable(name: str, encoding: str, offset: int) -> UnreadableInput:
    return UnreadableInput("copy_undecodable", where=name, byte=offset, codec=encoding.upper())
