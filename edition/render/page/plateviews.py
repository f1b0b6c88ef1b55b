"""Pictures, advertisements and house copy (图片, 广告, 补白) as the page's template needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edition.makeup.paper import AdvertFrame, Filler, Page, Plate
from edition.makeup.pictured.picture_words import ON_EDGE, ON_FOOT
from edition.model import Advertisement, Edition, Picture
from edition.packs.layout import Grid
from edition.render.page.furnitureviews import FurnitureView, piece_of, set_piece
from edition.render.page.lineviews import LineView
from edition.render.page.setter import BlockView, Setter, set_heading, set_leg
from edition.trade.phrases import words

MARK_BESIDE, MARK_BELOW = 1.7, 1.0
"""em of the body that the mark 广告 takes beside, or below, the picture of an advertisement"""
PICTURE_EDGE = 0.3
"""em of the body between the frame of an advertisement and its picture"""


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture in its window: the window hides what the crop leaves out."""

    src: str
    alt: str
    window: str
    """style: where the window stands and how large it is"""
    style: str
    """style: the whole picture, scaled, shifted against the window"""


@dataclass(frozen=True, slots=True)
class PlateView:
    id: str
    image: ImageView
    lines: tuple[LineView, ...]
    """the caption"""
    ground: str = ""
    """style: the ground of a caption that stands on its picture"""


@dataclass(frozen=True, slots=True)
class AdvertView:
    id: str
    frame: str
    image: ImageView | None
    words: FurnitureView | None = None
    """its text, and the mark 广告"""


@dataclass(frozen=True, slots=True)
class FillerView:
    """House copy in its frame."""

    id: str
    frame: str
    heads: tuple[BlockView, ...]
    blocks: tuple[BlockView, ...]
    boxed: bool = False
    """True for a frame all round, else a fine rule above"""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of an edition as the page fetches them, and the words where one has none."""

    shown: Mapping[str, Picture]
    files: Mapping[str, str]
    picture: str
    """stands for a picture nothing is said of"""
    advertisement: str
    """stands for an advertisement nothing is said of"""

    @classmethod
    def of(cls, edition: Edition) -> Pictures:
        """The pictures of an edition, with the words of its language."""
        say = words(edition.language)
        shown = {picture.name: picture for picture in edition.pictures}
        return cls(shown, picture_names(edition), say.picture, say.advertisement)


def picture_names(edition: Edition) -> dict[str, str]:
    """The edition's name of each picture → the name the page fetches it by, `p01`, `p02` …"""
    return {
        picture.name: f"p{number:02d}" for number, picture in enumerate(edition.pictures, 1)
    }


def set_plate(setter: Setter, plate: Plate, pictures: Pictures) -> PlateView:
    """A picture and its caption."""
    left, top, right, bottom = plate.crop
    em, pitch = setter.grid.em, setter.grid.pitch
    width, height = plate.width * em / (right - left), plate.rows * pitch / (bottom - top)
    image = ImageView(
        f"edition:{pictures.files[plate.src]}",
        plate.alt or pictures.picture,
        setter.box(plate.x, plate.row, plate.width, plate.rows),
        f"left:{-left * width:.3f}pt;top:{-top * height:.3f}pt;"
        f"width:{width:.3f}pt;height:{height:.3f}pt",
    )
    lines = tuple(
        setter.line(line, plate.caption_left, plate.caption_row + i * plate.leading, plate)
        for i, line in enumerate(plate.caption)
    )
    return PlateView(setter.once(plate.block), image, lines, _ground(setter, plate))


def _ground(setter: Setter, plate: Plate) -> str:
    """The strip behind a caption on its picture, as wide as its longest line and an edge."""
    if not plate.caption_on or not plate.caption:
        return ""
    widest = max(line.start + line.width for line in plate.caption) * plate.size
    x, foot = plate.caption_left - ON_EDGE, plate.row + plate.rows
    return setter.box(
        x, plate.caption_row - ON_FOOT, min(widest + 2 * ON_EDGE, plate.width),
        foot - plate.caption_row + ON_FOOT,
    )


def set_filler(setter: Setter, filler: Filler) -> FillerView:
    """House copy, set like an article but no heading of the page's outline."""
    return FillerView(
        setter.once(filler.item or ""),
        setter.box(*(filler.box or (filler.x, filler.row, filler.width, filler.rows))),
        tuple(set_heading(setter, placed, 0) for placed in filler.headings),
        tuple(block for leg in filler.legs for block in set_leg(setter, leg, 0)),
        filler.box is not None,
    )


def set_advert(
    setter: Setter, page: Page, space: AdvertFrame, ad: Advertisement, pictures: Pictures
) -> AdvertView:
    """The space of an advertisement with its picture, or else its words as made up."""
    frame = setter.box(space.x, space.row, space.width, space.rows)
    shown = pictures.shown.get(ad.picture or "")
    if shown is not None:
        alt = ad.text.replace("\n", " ") or pictures.advertisement
        window, style = _fitted(setter, space, shown)
        image = ImageView(f"edition:{pictures.files[shown.name]}", alt, window, style)
    else:
        image = None
    piece = piece_of(page, "advertisement", ad.id)
    return AdvertView(ad.id, frame, image, set_piece(setter, piece) if piece else None)


def advert_scale(grid: Grid, space: AdvertFrame, shown: Picture) -> tuple[float, bool]:
    """pt of a pixel of the picture in a space, and whether the mark stands below it.

    The mark stands beside it, or below it where that costs the picture less.
    """
    em, pitch = grid.em, grid.pitch
    room, depth, edge = space.width * em, space.rows * pitch, 2 * PICTURE_EDGE * em
    beside = min(
        (room - edge - 2 * MARK_BESIDE * em) / shown.width, (depth - edge) / shown.height
    )
    below = min((room - edge) / shown.width, (depth - edge - MARK_BELOW * em) / shown.height)
    return max(beside, below), below > beside


def _fitted(setter: Setter, space: AdvertFrame, shown: Picture) -> tuple[str, str]:
    """Styles of window and picture: the whole as large as the space allows, in its middle."""
    em, pitch = setter.grid.em, setter.grid.pitch
    room, depth = space.width * em, space.rows * pitch
    scale, mark_below = advert_scale(setter.grid, space, shown)
    width, height = shown.width * scale, shown.height * scale
    left = setter.x(space.x) + (room - width) / 2
    spare = depth - height - (MARK_BELOW * em if mark_below else 0.0)
    top = setter.y(space.row) + spare / 2
    size = f"width:{width:.3f}pt;height:{height:.3f}pt"
    return f"left:{left:.3f}pt;top:{top:.3f}pt;{size}", f"left:0;top:0;{size}"
