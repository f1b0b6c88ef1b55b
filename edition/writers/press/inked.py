"""Every colour of a drawn file in the inks of a press; black is black ink alone, printed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pydyf

from edition.copy.inkprofiles import Inks, PressInks
from edition.writers.press.inkedpictures import ink_picture
from edition.writers.tagged.drawnobjects import meant, number_of, pages_of

BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
OVER, OFF = "EdOver", "EdOff"
"""states of a page in which black is printed over what is there, and in which ink takes its place
"""
_LIGHTS = re.compile(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) (rg|RG)")
_GREY = re.compile(rb"([-\d.]+) (g|G)")
_STATES = {
    OVER: {"Type": "/ExtGState", "OP": "true", "op": "true", "OPM": 1},
    OFF: {"Type": "/ExtGState", "OP": "false", "op": "false", "OPM": 0},
}


class Inker:
    """Goes through the objects of a file once."""

    def __init__(self, pdf: Any, inks: PressInks) -> None:
        self._pdf, self._inks = pdf, inks
        masks = [
            one.extra["SMask"] for one in pdf.objects
            if isinstance(one, pydyf.Stream) and "SMask" in one.extra
        ]
        self._masks = {number_of(mask) for mask in masks}

    def ink(self) -> None:
        """Change what is drawn, the pictures and the shadings."""
        for page in pages_of(self._pdf):
            page.pop("Annots", None)  # None may stand on what is printed.
            self._content(meant(self._pdf, page["Contents"]), page["Resources"])
        for one in list(self._pdf.objects):
            if isinstance(one, pydyf.Stream):
                self._stream(one)
            elif isinstance(one, dict) and "ShadingType" in one:
                self._shading(one)

    def _stream(self, stream: Any) -> None:
        kind = stream.extra.get("Subtype")
        if kind == "/Image" and stream.number not in self._masks:
            ink_picture(stream, self._inks)
        elif (kind == "/Form" or "PatternType" in stream.extra) and "Resources" in stream.extra:
            self._content(stream, stream.extra["Resources"])

    def _content(self, stream: Any, resources: Any) -> None:
        """What is drawn, its colours as inks."""
        states = meant(self._pdf, resources).setdefault("ExtGState", pydyf.Dictionary())
        for name, state in _STATES.items():
            states.setdefault(name, pydyf.Dictionary(state))
        stream.stream = [line for part in stream.stream for line in self._line(part)]

    def _line(self, part: Any) -> Iterator[Any]:
        if not isinstance(part, bytes):
            yield part
            return
        if found := _LIGHTS.fullmatch(part):
            red, green, blue = map(_level, found.groups()[:3])
            inks, stroke = self._inks.of((red, green, blue)), found[4] == b"RG"
        elif found := _GREY.fullmatch(part):
            level = _level(found[1])
            inks, stroke = self._inks.of((level, level, level)), found[2] == b"G"
        else:
            yield part
            return
        yield f"{' '.join(map(_figure, inks))} {'K' if stroke else 'k'}".encode()
        yield f"/{OVER if inks == BLACK else OFF} gs".encode()

    def _shading(self, shading: Any) -> None:
        """A shading between colours of the page as one between their inks."""
        if self._function(shading["Function"]):
            shading["ColorSpace"] = "/DeviceCMYK"

    def _function(self, function: Any) -> bool:
        """Change the colours of a function; False where it tells none."""
        if "Functions" in function:
            return any([self._function(one) for one in function["Functions"]])
        ends = [function.get(end, ()) for end in ("C0", "C1")]
        if any(len(end) != 3 for end in ends):
            return False
        for name, end in zip(("C0", "C1"), ends, strict=True):
            red, green, blue = map(_level, end)
            function[name] = pydyf.Array(self._inks.of((red, green, blue)))
        return True


def _figure(share: float) -> str:
    return f"{share:.3f}".rstrip("0").rstrip(".") or "0"


def _level(share: Any) -> int:
    """A light of the page, 0…255, of its share."""
    return min(255, max(0, round(float(share) * 255)))
