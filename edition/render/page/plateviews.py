"""Pictures, advertisements and house copy (图片, 广告, 补白) as the page's template needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import east_asian_width

from edition.makeup.paper import AdvertFrame, Filler, Page, Plate
from edition.model import Advertisement, Edition, Picture
from edition.render.page.setter import (
    EM_BOX_ASCENT,
    BlockView,
    LineView,
    Setter,
    set_heading,
    set_leg,
)
from edition.trade.printed_words import PrintedWords
from edition.trade.words import words as cut_words

ADVERT_FACE = "hei-heavy"
MARK_FACE = "hei"
MARK_SIZE = 0.7
"""em of the body; the mark 广告 in the space's lower right corner"""
ADVERT_LARGEST = 6.0
"""em of the body"""
ADVERT_LEADING = 1.4
"""em of the text's own size from line to line"""
ADVERT_EDGE = 1.0
"""em of the body between the frame and what it holds, on every side"""
LOW_STRIP = 6.0
"""em of the body; a space less deep than this is a strip"""
PICTURE_EDGE = 0.3
"""em of the body between the frame and its picture"""
_LATIN = 0.62
"""em that a character of half width is taken to need at most"""
_NOT_FIRST = frozenset("，。、；：？！）》」』〉】〕”’…—·,.;:?!)")


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


@dataclass(frozen=True, slots=True)
class TextView:
    """A line centred by the renderer; nothing in it is justified."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class AdvertView:
    id: str
    frame: str
    image: ImageView | None
    lines: tuple[TextView, ...] = ()
    mark: TextView | None = None


@dataclass(frozen=True, slots=True)
class FillerView:
    """House copy in its frame."""

    id: str
    frame: str
    heads: tuple[BlockView, ...]
    blocks: tuple[BlockView, ...]
    boxed: bool = False
    """True for a frame all round, else a fine rule above"""


def advert_texts(edition: Edition, page: Page, say: PrintedWords) -> Iterator[tuple[str, str, str]]:
    """(where, face role, text) of the advertisements of text on a page."""
    shown = {picture.name for picture in edition.pictures}
    on_page = {space.advertisement for space in page.adverts}
    for ad in edition.advertisements:
        if ad.id in on_page and ad.picture not in shown:
            yield ad.id, ADVERT_FACE, ad.text.replace("\n", "")
            yield ad.id, MARK_FACE, say.advertisement


def picture_names(edition: Edition) -> dict[str, str]:
    """The edition's name of each picture → the name the page fetches it by, `p01`, `p02` …"""
    return {
        picture.name: f"p{number:02d}" for number, picture in enumerate(edition.pictures, 1)
    }


def set_plate(setter: Setter, plate: Plate, files: Mapping[str, str], word: str) -> PlateView:
    """A picture and its caption; `word` stands for a picture nothing is said of."""
    left, top, right, bottom = plate.crop
    em, pitch = setter.grid.em, setter.grid.pitch
    width, height = plate.width * em / (right - left), plate.rows * pitch / (bottom - top)
    image = ImageView(
        f"edition:{files[plate.src]}",
        plate.alt or word,
        setter.box(plate.x, plate.row, plate.width, plate.rows),
        f"left:{-left * width:.3f}pt;top:{-top * height:.3f}pt;"
        f"width:{width:.3f}pt;height:{height:.3f}pt",
    )
    lines = tuple(
        setter.line(
            line, plate.x, plate.caption_row + i * plate.leading, plate.leading, plate.size,
            plate.face,
        )
        for i, line in enumerate(plate.caption)
    )
    return PlateView(setter.once(plate.block), image, lines)


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
    setter: Setter, edition: Edition, space: AdvertFrame, say: PrintedWords
) -> AdvertView:
    """The space of an advertisement with its picture, or else its text as large as fits."""
    ad = next(ad for ad in edition.advertisements if ad.id == space.advertisement)
    frame = setter.box(space.x, space.row, space.width, space.rows)
    shown = next((p for p in edition.pictures if p.name == ad.picture), None)
    if shown is not None:
        file = picture_names(edition)[shown.name]
        alt = ad.text.replace("\n", " ") or say.advertisement
        return AdvertView(ad.id, frame, _fitted(setter, space, shown, file, alt))
    mark = _centred(
        setter, say.advertisement, MARK_FACE, MARK_SIZE,
        space.x + space.width - len(say.advertisement) * MARK_SIZE - 0.4,
        setter.y(space.row + space.rows) - (MARK_SIZE + 0.4) * setter.grid.em,
        len(say.advertisement) * MARK_SIZE,
    )
    return AdvertView(ad.id, frame, None, tuple(_texts(setter, space, ad)), mark)


def _fitted(
    setter: Setter, space: AdvertFrame, shown: Picture, file: str, alt: str
) -> ImageView:
    """The whole picture as large as the space allows, in its middle."""
    em, pitch = setter.grid.em, setter.grid.pitch
    room, depth, edge = space.width * em, space.rows * pitch, 2 * PICTURE_EDGE * em
    scale = min((room - edge) / shown.width, (depth - edge) / shown.height)
    width, height = shown.width * scale, shown.height * scale
    left = setter.x(space.x) + (room - width) / 2
    top = setter.y(space.row) + (depth - height) / 2
    size = f"width:{width:.3f}pt;height:{height:.3f}pt"
    return ImageView(
        f"edition:{file}", alt, f"left:{left:.3f}pt;top:{top:.3f}pt;{size}", f"left:0;top:0;{size}"
    )


def _texts(setter: Setter, space: AdvertFrame, ad: Advertisement) -> Iterator[TextView]:
    em = setter.grid.em
    depth = space.rows * setter.grid.pitch / em
    lines, size = advert_lines(ad.text, *advert_room(space.width, depth))
    used = len(lines) * size * ADVERT_LEADING
    top = setter.y(space.row) + (depth - used) / 2 * em
    for i, line in enumerate(lines):
        at = top + (i * ADVERT_LEADING + (ADVERT_LEADING - 1) / 2) * size * em
        yield _centred(setter, line, ADVERT_FACE, size, space.x, at, space.width)


def _centred(
    setter: Setter, text: str, face: str, size: float, x: float, top: float, width: float
) -> TextView:
    """`text` in the middle of `width` em from x; `top` is that of its em box in pt."""
    em, view = setter.grid.em, setter.faces[face]
    top += (EM_BOX_ASCENT - (1 + view.ascent - view.descent) / 2) * size * em
    return TextView(
        text,
        f"left:{setter.x(x):.3f}pt;top:{top:.3f}pt;width:{width * em:.3f}pt;"
        f"font-size:{size * em:.3f}pt;font-family:{view.family}",
    )


INSIDE_WORD = 4.0
"""em by which a line of an advertisement may rather be uneven than part a word"""


def advert_room(width: float, depth: float) -> tuple[float, float]:
    """em across and down that the words of an advertisement may fill, the mark kept clear.

    In a low strip the mark stands beside the words, in a deeper space below them.
    """
    if depth < LOW_STRIP:
        return width - 2 * (ADVERT_EDGE + 3 * MARK_SIZE), 0.9 * depth
    return width - 2 * ADVERT_EDGE, depth - 2 * (ADVERT_EDGE + MARK_SIZE / 2)


def advert_lines(text: str, width: float, depth: float) -> tuple[list[str], float]:
    """The lines of an advertisement and the size, em, at which they fill `width` × `depth` em.

    Lines the sidecar gives stay lines; a longer one is divided where that makes the type larger.
    """
    given = text.split("\n") if text else []
    if not given:
        return [], 1.0
    best: tuple[list[str], float] = ([], 0.0)
    for most in range(1, max(len(line) for line in given) + 1):
        lines = [part for line in given for part in _divided(line, most)]
        size = min(
            ADVERT_LARGEST, width / max(map(_width, lines)), depth / len(lines) / ADVERT_LEADING
        )
        if size > best[1] + 1e-9:
            best = (lines, size)
        if depth / len(lines) / ADVERT_LEADING < best[1]:
            break
    return best


def _divided(line: str, parts: int) -> list[str]:
    """`line` in at most `parts` of nearly the same width; no part begins with a stop."""
    found: list[str] = []
    rest = line
    for left in range(parts, 1, -1):
        goal = _width(rest) / left
        at = _cut(rest, goal)
        if at >= len(rest):
            break
        found.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*found, rest] if rest else found


def _cut(line: str, goal: float) -> int:
    """The place nearest to `goal` em at which the line may be cut."""
    places = [
        i for i in range(1, len(line))
        if line[i] not in _NOT_FIRST and not (_is_half(line[i - 1]) and _is_half(line[i]))
    ]
    ends = set(accumulate(len(word) for word in cut_words(line)))

    def price(place: int) -> float:
        return abs(_width(line[:place]) - goal) + (0.0 if place in ends else INSIDE_WORD)

    return min(places, key=price, default=len(line))


def _is_half(character: str) -> bool:
    return not character.isspace() and east_asian_width(character) not in "WFA"


def _width(line: str) -> float:
    return sum(1.0 if east_asian_width(c) in "WFA" else _LATIN for c in line)
