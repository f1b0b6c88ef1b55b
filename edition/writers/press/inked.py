"""Every colour of a drawn file in the inks of a press; black is black ink alone, printed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pydyf

from edition.copy.inkprofiles import BLACK, Inks, PressInks
from edition.copy.labcolours import LAB_SPACES, lights_of
from edition.writers.press.inkedpictures import ink_picture
from edition.writers.tagged.drawnobjects import meant, number_of, pages_of

OVER, OFF = "EdOver", "EdOff"
"""states of a page in which black is printed over what is there, and in which ink takes its place
"""
_STATE = {(False, False): OFF, (True, False): OVER, (False, True): "EdLine", (True, True): "EdBoth"}
"""by whether fillings and whether strokes are printed over: white filled beside a black stroke
must hide what it covers"""
_LIGHTS = re.compile(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) (rg|RG)")
_GREY = re.compile(rb"([-\d.]+) (g|G)")
_SPACE = re.compile(rb"/([-\w]+) (cs|CS)")
_SHARES = re.compile(rb"((?:[-\d.]+ ){3,4})(scn|SCN)")
_BOX = re.compile(rb"[-\d.]+ [-\d.]+ ([-\d.]+) ([-\d.]+) re")
RULE = 4.0
"""px, the widest box of black that is printed over what is there as a rule is: 1 mm"""
_TOLD = "DeviceCMYK"
"""the space in which a page tells its inks itself"""


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
            elif isinstance(one, dict) and LAB_SPACES.keys() <= one.keys():
                for space in LAB_SPACES:  # Nothing is drawn in them any more.
                    del one[space]

    def _stream(self, stream: Any) -> None:
        kind = stream.extra.get("Subtype")
        if kind == "/Image" and stream.number not in self._masks:
            ink_picture(stream, self._inks)
        elif (kind == "/Form" or "PatternType" in stream.extra) and "Resources" in stream.extra:
            self._content(stream, stream.extra["Resources"])

    def _content(self, stream: Any, resources: Any) -> None:
        """What is drawn, its colours as inks."""
        states = meant(self._pdf, resources).setdefault("ExtGState", pydyf.Dictionary())
        for (fill, line), name in _STATE.items():
            states.setdefault(name, pydyf.Dictionary(
                {"Type": "/ExtGState", "OP": _truth(line), "op": _truth(fill), "OPM": 1}
            ))
        stream.stream = list(_Drawn(self._inks).inked(stream.stream))

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


class _Drawn:
    """Goes through the operators of one stream, and knows how far ink is printed over."""

    def __init__(self, inks: PressInks) -> None:
        self._inks, self._spaces = inks, {"fill": "", "line": ""}
        self._over: tuple[bool, bool] = (False, False)
        self._kept: list[tuple[bool, bool]] = []
        self._wide = False

    def inked(self, parts: Iterable[Any]) -> Iterator[Any]:
        """The operators, their colours as inks."""
        for part in parts:
            if not isinstance(part, bytes):
                yield part
                continue
            if part == b"q":
                self._kept.append(self._over)
            elif part == b"Q" and self._kept:
                self._over = self._kept.pop()
            if found := _LIGHTS.fullmatch(part):
                red, green, blue = map(_level, found.groups()[:3])
                yield from self._colour(self._inks.of((red, green, blue)), found[4] == b"RG")
            elif found := _GREY.fullmatch(part):
                level = _level(found[1])
                yield from self._colour(self._inks.of((level, level, level)), found[2] == b"G")
            else:
                yield from self._special(part)

    def _special(self, part: bytes) -> Iterator[bytes]:
        """A colour in two operators: its space, then its figures."""
        if found := _SPACE.fullmatch(part):
            side = "fill" if found[2] == b"cs" else "line"
            self._spaces[side] = space = found[1].decode()
            if space not in LAB_SPACES and space != _TOLD:
                yield part
            return
        found = _SHARES.fullmatch(part)
        if found is None:
            yield from self._painted(part)
            return
        space = self._spaces["fill" if found[2] == b"scn" else "line"]
        figures = [float(figure) for figure in found[1].split()]
        if space in LAB_SPACES and len(figures) == 3:
            inks = self._inks.of(lights_of(space, figures[0], figures[1], figures[2]))
        elif space == _TOLD and len(figures) == 4:
            inks = self._inks.borne((figures[0], figures[1], figures[2], figures[3]))
        else:
            yield part
            return
        yield from self._colour(inks, found[2] == b"SCN")

    def _painted(self, part: bytes) -> Iterator[bytes]:
        """A box of black that is wider than a rule takes the place of what lies below it."""
        was_wide, box = self._wide, _BOX.fullmatch(part)
        self._wide = box is not None and min(abs(float(box[1])), abs(float(box[2]))) > RULE
        if part != b"f" or not was_wide or not self._over[0]:
            yield part
            return
        yield f"/{_STATE[False, self._over[1]]} gs".encode()
        yield part
        yield f"/{_STATE[self._over]} gs".encode()

    def _colour(self, inks: Inks, stroke: bool) -> Iterator[bytes]:
        """Set a colour, and whether it is printed over what is there."""
        fill, line = self._over
        self._over = (fill, inks == BLACK) if stroke else (inks == BLACK, line)
        yield f"{' '.join(map(_figure, inks))} {'K' if stroke else 'k'}".encode()
        yield f"/{_STATE[self._over]} gs".encode()


def _truth(is_so: bool) -> str:
    return "true" if is_so else "false"


def _figure(share: float) -> str:
    return f"{share:.3f}".rstrip("0").rstrip(".") or "0"


def _level(share: Any) -> int:
    """A light of the page, 0…255, of its share."""
    return min(255, max(0, round(float(share) * 255)))
