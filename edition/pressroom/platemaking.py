"""Platemaking (制版): what a paper for a printer asks of its pack, and of its pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from edition.copy.inkprofiles import PressInks, judged_profile
from edition.copy.pillow import opened, pillow
from edition.errors import Diagnostic, WrongUse, hold_type
from edition.makeup.paper import Paper
from edition.model import Edition
from edition.packs.layout import Emblem, Grid, Layout
from edition.packs.pack import Pack
from edition.pressroom import Sheets, fitted, made_ready
from edition.printed import PressForm
from edition.render.page.plateviews import advert_scale
from edition.steps import Progress
from edition.trade.page_bounds import LEAST_DPI
from edition.writers.pdf import Conformance
from edition.writers.press import VARIANT, ForPress

if TYPE_CHECKING:
    from PIL import Image

MOST_BLEED = 20.0
"""mm"""
AT_EDGE = 0.05
"""mm from the edge of the sheet within which a picture of the pack is meant to reach it"""
_POINTS, _MM = 72, 25.4


def for_press(form: PressForm, layout: Layout) -> ForPress:
    """What makes a file of the pack for the press. Raises WrongUse for a profile that is none."""
    hold_type("press", form, PressForm)
    hold_type("press.profile", form.profile, bytes)
    name = judged_profile(form.profile, form.name)
    sheet = layout.press
    bleed = sheet.bleed if form.bleed is None else form.bleed
    hold_type("press.bleed", bleed, int, float)
    if not 0 <= bleed <= MOST_BLEED:
        raise WrongUse("press_bleed", value=str(bleed)[:20], most=MOST_BLEED)
    return ForPress(PressInks(form.profile, sheet.ink, sheet.inks), name, float(bleed))


def sheets_for_press(
    edition: Edition, pack: Pack, style: str, plates: ForPress, tell: Progress
) -> Sheets:
    """Pages made up as they always are, and made ready to be drawn for a press."""
    made = fitted(edition, pack.layout, tell)
    paper, remarks, setter = made
    coarse = tuple(coarse_pictures(edition, paper, paper.set_in(pack.layout)))
    pack = replace(pack, layout=bled(pack.layout, plates.bleed))
    if paper.resized is not None:
        paper = replace(paper, resized=bled(paper.resized, plates.bleed))
    sheets = made_ready(edition, pack, style + plates.style(), (paper, remarks, setter), tell)
    return replace(sheets, late=(*sheets.late, *coarse), claim=Conformance(VARIANT, plates))


def bled(layout: Layout, bleed: float) -> Layout:
    """The layout, its pictures at the edge of the sheet drawn on over it by `bleed` mm."""
    if not layout.emblems or not bleed:
        return layout
    emblems = tuple(_bled(one, layout.grid, bleed) for one in layout.emblems)
    return replace(layout, emblems=emblems)


def _bled(one: Emblem, grid: Grid, bleed: float) -> Emblem:
    """A picture that reaches an edge, larger by the bleed there; where it stands inside, as it is.

    What is added mirrors what stands at the edge, so that on the page nothing of it moves.
    """
    reaches = (
        one.x <= AT_EDGE, one.y <= AT_EDGE,
        one.x + one.width >= grid.page_width - AT_EDGE,
        one.y + one.height >= grid.page_height - AT_EDGE,
    )
    image = opened(one.data) if one.pages is not None and any(reaches) else None
    if image is None:
        return one
    image.load()
    dots = image.width / one.width
    added = [min(round(bleed * dots), image.width, image.height) * there for there in reaches]
    left, head, right, foot = added
    grown = ((left + right) / dots, (head + foot) / dots)
    media, data = _kept(mirrored(image, added), one.media)
    return replace(
        one, x=one.x - left / dots, y=one.y - head / dots, width=one.width + grown[0],
        height=one.height + grown[1], media=media, data=data,
    )


def mirrored(image: Image.Image, added: Sequence[int]) -> Image.Image:
    """A picture with so many pixels more at its left, head, right and foot, which mirror it."""
    left, head, right, foot = added
    width, height = image.size
    turns = pillow("ImageOps")
    turned, flipped = turns.mirror(image), turns.flip(image)
    both = turns.flip(turned)
    whole: Image.Image = pillow("Image").new(
        image.mode, (width + left + right, height + head + foot)
    )
    if palette := image.getpalette():
        whole.putpalette(palette)
    for across, row in ((left, (image, flipped)), (left - width, (turned, both)),
                        (left + width, (turned, both))):
        for down, part in ((head, row[0]), (head - height, row[1]), (head + height, row[1])):
            whole.paste(part, (across, down))
    whole.info = {key: image.info[key] for key in ("transparency",) if key in image.info}
    return whole


def _kept(image: Image.Image, media: str) -> tuple[str, bytes]:
    """The media type and the bytes of a picture: a photograph stays one."""
    out = io.BytesIO()
    if media == "image/jpeg":
        image.save(out, "JPEG", quality=95, subsampling=0)
        return media, out.getvalue()
    image.save(out, "PNG")
    return "image/png", out.getvalue()


def coarse_pictures(edition: Edition, paper: Paper, layout: Layout) -> Iterator[Diagnostic]:
    """A remark for each picture of an advertisement or the pack that has too few pixels to print.

    Make-up tells of those of stories. `layout` is the one the pages are set in.
    """
    grid, shown = layout.grid, {picture.name: picture for picture in edition.pictures}
    ads = {ad.id: ad.picture for ad in edition.advertisements}
    for page in paper.pages:
        for space in page.adverts:
            if picture := shown.get(ads.get(space.advertisement) or ""):
                scale, _ = advert_scale(grid, space, picture)
                yield from _coarse(page.label, picture.name, _POINTS / scale)
    for emblem in layout.emblems:
        image = opened(emblem.data) if emblem.pages and emblem.width else None
        if image is not None:
            yield from _coarse(layout.name, emblem.name, image.width * _MM / emblem.width)


def _coarse(page: str, name: str, dpi: float) -> Iterator[Diagnostic]:
    if dpi < LEAST_DPI - 0.5:
        yield Diagnostic(
            "coarse_on_press", {"page": page, "file": name, "dpi": dpi, "least": LEAST_DPI},
            text=name,
        )
