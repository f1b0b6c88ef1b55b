"""Why lines were read so: as text for a terminal, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from edition.copy.reading import LineReading, ReadingGround, SeamWeight
from edition.messages.telling import phrase
from edition.messages.texts import Lang, Phrase, Value

_SHOWN = 40
"""characters of a line that is explained"""


def explained_text(found: Sequence[LineReading], lang: Lang = "en") -> str:
    """Each line with its part, what spoke for it and against it, and its neighbours."""
    return "\n\n".join("\n".join(_lines(reading, lang)) for reading in found)


def explained_data(found: Sequence[LineReading], lang: Lang = "en") -> list[dict[str, Any]]:
    """The same as plain values for JSON."""
    return [_data(reading, lang) for reading in found]


def _lines(reading: LineReading, lang: Lang) -> Iterator[str]:
    def said(key: str, **values: Value) -> str:
        return phrase(f"explain_{key}", lang, values)

    text = reading.text if len(reading.text) <= _SHOWN else f"{reading.text[:_SHOWN]}…"
    yield said("line", line=reading.line, text=text)
    if len(reading.lines) > 1:
        yield said("joined", first=reading.lines[0], last=reading.lines[-1])
    part, other = Phrase(f"as_{reading.part}"), Phrase(f"as_{reading.other}")
    chances = {"chance": 100 * reading.chance, "other_chance": 100 * reading.other_chance}
    if not reading.other:
        yield said("alone", part=part)
    elif reading.decided:
        yield said("settled", part=part, other=other, **chances)
    else:
        yield said("read", part=part, other=other, **chances)
    if reading.decided:
        yield said("decided", why=reading.decided)
    for key, grounds in (("for", reading.speaking_for), ("against", reading.speaking_against)):
        if grounds:
            yield said(key, part=part if key == "for" else other)
            yield from (said("ground", weight=g.weight, says=g.says) for g in grounds)
    if reading.rest:
        yield said("rest", weight=reading.rest)
    for key, seam in (("above", reading.above), ("below", reading.below)):
        if seam is not None and seam.line is not None:
            yield said(
                key, line=seam.line, beside=Phrase(f"as_{seam.part}"), part=part, other=other,
                weight=_weight(seam.weight), other_weight=_weight(seam.other_weight),
            )


def _weight(weight: float | None) -> Value:
    if weight is None:
        return Phrase("explain_never")
    return Phrase("explain_weight", {"weight": weight})


def _data(reading: LineReading, lang: Lang) -> dict[str, Any]:
    decided = reading.decided
    return {
        "line": reading.line, "lines": list(reading.lines), "text": reading.text,
        "part": reading.part, "chance": round(reading.chance, 4),
        "other": reading.other or None, "other_chance": round(reading.other_chance, 4),
        "decided": phrase(decided.key, lang, decided.values) if decided else None,
        "for": [_ground(ground, lang) for ground in reading.speaking_for],
        "against": [_ground(ground, lang) for ground in reading.speaking_against],
        "rest": round(reading.rest, 4),
        "above": _seam(reading.above), "below": _seam(reading.below),
    }


def _ground(ground: ReadingGround, lang: Lang) -> dict[str, Any]:
    return {
        "feature": ground.feature, "weight": round(ground.weight, 4), "says": ground.told(lang),
    }


def _seam(seam: SeamWeight | None) -> dict[str, Any] | None:
    if seam is None:
        return None
    return {
        "line": seam.line, "part": seam.part or None, "weight": _rounded(seam.weight),
        "other_weight": _rounded(seam.other_weight),
    }


def _rounded(weight: float | None) -> float | None:
    return None if weight is None else round(weight, 4)
