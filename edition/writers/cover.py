"""What Pillow draws: the cover of the book, from composed lines to its pixels.

The same edition and faces give the same bytes with the same Pillow and zlib.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from edition.compose.classes import is_western, never_shows
from edition.compose.composed import Line
from edition.compose.fallback import BOX
from edition.compose.furniture import FurnitureSetter
from edition.compose.leftward import is_leftward
from edition.compose.metrics import Metrics
from edition.compose.typesetter import Typesetter
from edition.copy.pillow import opened, pillow
from edition.errors import MissingResource
from edition.model import Edition, Picture
from edition.render.book.frontcover import (
    FACES,
    HEIGHT,
    MARGIN,
    WIDTH,
    CoverLine,
    CoverPlate,
    FrontCover,
    front_cover,
)
from edition.trade.regions import region_of
from edition.writers import contrasts

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont, ImageOps
else:
    Image, ImageDraw, ImageFont, ImageOps = map(
        pillow, ("Image", "ImageDraw", "ImageFont", "ImageOps")
    )

Colour = tuple[int, int, int]

GROUND: Colour = (134, 26, 30)
"""deep, so that a dark room is not lit by it, and known on a shelf"""
LIGHT: Colour = (252, 247, 236)
DARK: Colour = (28, 26, 24)
GREY, HAIR = 0.2, 0.55
"""share of the ground in what is grey, and in a hairline"""
LEGIBLE = 3.0
"""contrast that the paper's name has against its ground at least"""
JPEG_QUALITY = 88


class _Types:
    """The faces of the cover, each opened once at a size; boxes for what no face holds."""

    def __init__(self, paths: Mapping[str, Path], boxed: Iterable[str]) -> None:
        self._paths = paths
        self._boxed = boxed
        self._opened: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    @cached_property
    def _boxes(self) -> bytes:
        from edition.writers.code_boxes import box_face  # Slow to load, and seldom wanted.

        return box_face(self._boxed, BOX)

    def of(self, role: str, size: int) -> ImageFont.FreeTypeFont:
        """The face of a role. Raises MissingResource when it cannot be opened."""
        if (role, size) not in self._opened:
            file = io.BytesIO(self._boxes) if role == BOX else str(self._paths[role])
            try:
                self._opened[role, size] = ImageFont.truetype(
                    file, size, layout_engine=ImageFont.Layout.BASIC
                )
            except OSError as error:
                raise MissingResource(
                    "cover_face_unopened", where=str(self._paths.get(role, "")), role=role,
                    reason=str(error),
                ) from error
        return self._opened[role, size]


def draw_cover(
    edition: Edition, paths: Mapping[str, Path], chains: Mapping[str, tuple[str, ...]],
    colours: Mapping[str, str] | None = None,
) -> bytes:
    """The cover of `edition`, a JPEG where it shows a picture and else a PNG.

    `paths` and `chains` are as for `set_cover`, `colours` those of a pack, `#rrggbb` by what they
    colour. Raises MissingResource when a face cannot be opened.
    """
    cover = set_cover(edition, paths, chains)
    shown = {picture.name: picture for picture in edition.pictures}
    plate = shown.get(cover.plate.name) if cover.plate else None
    out = io.BytesIO()
    image = _drawn(cover, paths, palette(colours or {}))
    if cover.plate and plate and _plated(image, cover.plate, plate):
        image.save(out, "JPEG", quality=JPEG_QUALITY)
    else:
        image.save(out, "PNG", optimize=False, compress_level=6)
    return out.getvalue()


def set_cover(
    edition: Edition, paths: Mapping[str, Path], chains: Mapping[str, tuple[str, ...]]
) -> FrontCover:
    """The lines of the cover and where they stand, from the files of the faces by role.

    `chains` are the roles that stand by for what a role does not hold, as for the page.
    """
    region = region_of(edition.language)
    ours = {role: chains.get(role, ()) for role in FACES}
    wanted = {*ours, *(name for chain in ours.values() for name in chain)}
    metrics = {role: Metrics(paths[role]) for role in sorted(wanted)}
    return front_cover(edition, FurnitureSetter(Typesetter(metrics, region, chains=ours)))


def _plated(image: Image.Image, plate: CoverPlate, picture: Picture) -> bool:
    """Set the picture from edge to edge, cropped round what it must show; False for a bad one."""
    size = (image.width, round(plate.depth))
    left, top, right, bottom = plate.focus or (0.5, 0.4, 0.5, 0.4)
    centre = ((left + right) / 2, (top + bottom) / 2)
    try:
        found = opened(picture.data)
        if found is None:
            return False
        shown = found.convert("RGB")
        image.paste(ImageOps.fit(shown, size, centering=centre), (0, round(plate.top)))
    except (OSError, ValueError):
        return False
    return True


def palette(given: Mapping[str, str]) -> dict[str, Colour]:
    """The colours of the cover. A pack's `paper`, else its `accent`, is the ground."""
    told = {name: _colour(value) for name, value in given.items()}
    ground = told.get("paper", told.get("accent", GROUND))
    ink = told.get("ink", max((LIGHT, DARK), key=lambda colour: contrast(colour, ground)))
    name = told.get("accent", ink)
    return {
        "paper": ground,
        "ink": ink,
        "red": name if contrast(name, ground) >= LEGIBLE else ink,
        "grey": told.get("grey", _mixed(ink, ground, GREY)),
        "hair": told.get("hair", _mixed(ink, ground, HAIR)),
    }


def cover_ground(given: Mapping[str, str]) -> str:
    """A rule of style: the colour round a cover that a long narrow frame does not let fill it."""
    return "html body.cover {{ background-color: #{:02x}{:02x}{:02x} }}".format(
        *palette(given)["paper"]
    )


def _colour(value: str) -> Colour:
    red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _mixed(ink: Colour, ground: Colour, share: float) -> Colour:
    red, green, blue = (
        round(a + (b - a) * share) for a, b in zip(ink, ground, strict=True)
    )
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2)."""
    return contrasts.contrast([c / 255 for c in one], [c / 255 for c in other])


def _drawn(
    cover: FrontCover, paths: Mapping[str, Path], inks: Mapping[str, Colour]
) -> Image.Image:
    image = Image.new("RGB", (WIDTH, HEIGHT), inks["paper"])
    pen = ImageDraw.Draw(image)
    for rule in cover.rules:
        edges = (MARGIN, rule.top, WIDTH - MARGIN - 1, rule.top + rule.weight - 1)
        pen.rectangle(edges, fill=inks[rule.ink])
    segments = (segment for placed in cover.lines for segment in placed.line.segments)
    types = _Types(paths, {c for s in segments if s.face == BOX for c in s.text})
    for placed in cover.lines:
        for x, text, role in _pieces(placed):
            font = types.of(role or placed.face, placed.size)
            pen.text((round(x), round(placed.baseline)), _seen(text), font=font,
                     fill=inks[placed.ink], anchor="ls")
    return image


def _seen(text: str) -> str:
    """What is drawn of a piece: without selectors, a word from right to left as it is seen."""
    shown = "".join(c for c in text if not never_shows(c))
    return shown[::-1] if is_leftward(shown) else shown


def _pieces(placed: CoverLine) -> Iterator[tuple[float, str, str]]:
    """(x, characters drawn together, role that stands by or nothing) of a line: words and
    numbers whole, all else singly."""
    number = 0
    for text, origin, role in _runs(placed.line):
        yield placed.x + origin * placed.size + number * placed.spread, text, role
        number += len(text)


def _runs(line: Line) -> Iterator[tuple[str, float, str]]:
    """(characters, x in em, role); an added hyphen closes up to the word it divides."""
    found: list[tuple[str, float, str]] = []
    at = 0
    for segment in line.segments:
        if segment.added and found:
            text, x, role = found[-1]
            found[-1] = text + segment.text, x, role
            continue
        for western, some in groupby(segment.text, key=is_western):
            run = "".join(some)
            for text in (run,) if western or segment.wide else run:
                found.append((text, line.origins[at], segment.face))
                at += len(text)
    return iter(found)
