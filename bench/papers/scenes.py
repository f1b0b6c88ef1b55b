"""Scenes drawn in place of photographs, the same bytes for the same name.

A picture is named `SCENE-WxH-SEED.jpg`: `river-3x2-4.jpg` is the fourth river, three by two.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bench.papers.ground import (
    clouded,
    finished,
    head,
    hill,
    mixed,
    person,
    ridge,
    shade,
    smooth,
)

LONG, PRINTED = 1400, 2100
"""pixels on the longer side as it is drawn, and as it is printed"""
NAME = re.compile(r"([a-z]+)-(\d+)x(\d+)-(\d+)\.jpg")
Random = np.random.Generator


def picture(name: str) -> bytes:
    """The JPEG that a name asks for. Raises ValueError for a name of no scene."""
    told = NAME.fullmatch(name)
    if told is None or told[1] not in SCENES:
        raise ValueError(name)
    wide, tall, seed = (int(told[n]) for n in (2, 3, 4))
    size = (round(LONG * min(1, wide / tall)), round(LONG * min(1, tall / wide)))
    rng = np.random.default_rng(seed)
    share = PRINTED / LONG
    drawn = SCENES[told[1]](size, rng).resize((round(size[0] * share), round(size[1] * share)))
    image = finished(drawn, rng)
    held = io.BytesIO()
    image.save(held, "JPEG", quality=82)
    return held.getvalue()


def hills(size: tuple[int, int], rng: Random) -> Image.Image:
    """Range behind range, the farther the paler."""
    width, height = size
    image = shade(size, [(120, 165, 210), (205, 220, 228), (246, 236, 214)])
    clouded(image, rng, 0.5)
    for n in range(5):
        level = height * (0.34 + 0.13 * n)
        pale = mixed((38, 62, 48), (190, 205, 214), 0.85 - 0.2 * n)
        line = ridge(rng, width, level, height * (0.07 - 0.006 * n))
        hill(image, line, (pale, mixed(pale, (30, 44, 30), 0.3)), n + 7)
    return image


def terraces(size: tuple[int, int], rng: Random) -> Image.Image:
    """Flooded fields in steps under the hills, with people at work."""
    width, height = size
    image = hills(size, rng)
    brush = ImageDraw.Draw(image)
    rough = np.array(ridge(rng, width, 0, height * 0.05))
    base = np.convolve(np.pad(rough, 150, "edge"), np.ones(301) / 301, "valid")
    for n in range(15):
        level = height * (0.5 + 0.022 * n + 0.0011 * n * n)
        line = base * (1 + n * 0.16) + level + np.sin(np.linspace(0, 6, width) + n) * height * 0.006
        edge = [(float(x), float(y)) for x, y in zip(range(width), line, strict=True)]
        water = mixed((212, 222, 226), (142, 168, 186), (n % 4) / 4)
        brush.polygon([(0, height), *edge, (width, height)], fill=water)
        brush.line(edge, fill=(62, 84, 44), width=round(4 + n * 0.9))
    for n in range(4):
        foot = (width * (0.2 + 0.19 * n), height * (0.74 + 0.05 * (n % 2)))
        person(image, foot, height * 0.13, int(rng.integers(90)))
    return image


def river(size: tuple[int, int], rng: Random) -> Image.Image:
    """A stone bridge of three arches and its reflection."""
    width, height = size
    image = hills(size, rng)
    line = round(height * 0.62)
    brush = ImageDraw.Draw(image)
    top = height * 0.44
    brush.polygon([(0, line), (0, top + height * 0.08), (width * 0.5, top),
                   (width, top + height * 0.08), (width, line)], fill=(158, 148, 132))
    brush.line([(0, top + height * 0.075), (width * 0.5, top - 4), (width, top + height * 0.075)],
               fill=(206, 198, 182), width=max(6, height // 60))
    for middle in (0.2, 0.5, 0.8):
        reach = width * (0.13 if middle == 0.5 else 0.105)
        deep = height * (0.13 if middle == 0.5 else 0.1)
        box = (width * middle - reach, line - deep, width * middle + reach, line + deep)
        brush.pieslice(box, 180, 360, fill=(78, 92, 92))
    for n in range(9):
        x = width * (0.13 + 0.09 * n + 0.02 * float(rng.random()))
        deck = top + abs(x / width - 0.5) * height * 0.16
        person(image, (x, deck + height * 0.012), height * 0.1, int(rng.integers(90)))
    return _mirrored(image, line, rng)


def _mirrored(image: Image.Image, line: int, rng: Random) -> Image.Image:
    """What stands above the line, turned over in moving water below it."""
    width, height = image.size
    above = np.asarray(image.crop((0, max(0, 2 * line - height), width, line)), dtype=float)[::-1]
    rows = np.arange(above.shape[0])
    sway = np.sin(rows / 5 + rng.random(rows.size)) * (1 + rows / 28)
    turned = np.stack([np.roll(row, round(by)) for row, by in zip(above, sway, strict=True)])
    turned = turned * 0.72 + np.array([30, 46, 52]) * 0.3
    water = Image.fromarray(np.clip(turned, 0, 255).astype(np.uint8), "RGB")
    image.paste(water.filter(ImageFilter.GaussianBlur(2)), (0, line))
    return image


def field(size: tuple[int, int], rng: Random) -> Image.Image:
    """Rows of a crop that run to the horizon; people among them."""
    width, height = size
    image = shade(size, [(140, 182, 220), (228, 232, 226), (240, 232, 206)])
    clouded(image, rng, 0.42)
    far = ridge(rng, width, height * 0.4, height * 0.03)
    hill(image, far, ((112, 136, 128), (96, 120, 92)), 5)
    brush = ImageDraw.Draw(image)
    horizon = height * 0.46
    brush.rectangle([0, horizon, width, height], fill=(150, 132, 84))
    vanish = width * (0.35 + 0.3 * float(rng.random()))
    for n in range(-26, 27):
        foot = vanish + n * width * 0.085
        brush.polygon([(vanish + n * 2, horizon), (foot, height), (foot + width * 0.05, height)],
                      fill=mixed((74, 108, 48), (128, 152, 66), (n % 3) / 3))
    for n in range(7):
        far_off = float(rng.random())
        at = (width * (0.06 + 0.14 * n), height * (0.62 + 0.34 * far_off))
        person(image, at, height * (0.16 + 0.24 * far_off), int(rng.integers(90)))
    return image


def village(size: tuple[int, int], rng: Random) -> Image.Image:
    """White houses with dark roofs by a street, hills behind."""
    width, height = size
    image = hills(size, rng)
    brush = ImageDraw.Draw(image)
    for row in range(3):
        base, tall = height * (0.6 + 0.13 * row), height * (0.15 + 0.05 * row)
        x = -width * 0.08 * float(rng.random())
        while x < width:
            wide = width * (0.1 + 0.06 * float(rng.random()) + 0.03 * row)
            rise = base - tall * (0.8 + 0.4 * float(rng.random()))
            wall = mixed((236, 232, 222), (196, 188, 172), float(rng.random()))
            brush.rectangle([x, rise, x + wide, base + height * 0.2], fill=wall)
            brush.polygon([(x - wide * 0.08, rise), (x + wide * 0.14, rise - tall * 0.34),
                           (x + wide * 0.86, rise - tall * 0.34), (x + wide * 1.08, rise)],
                          fill=(62, 62, 66))
            for n in range(3):
                left = x + wide * (0.12 + 0.3 * n)
                brush.rectangle([left, rise + tall * 0.25, left + wide * 0.15, rise + tall * 0.6],
                                fill=(84, 78, 74))
            x += wide * 1.12
    brush.polygon([(0, height), (width * 0.3, height * 0.87), (width * 0.8, height * 0.87),
                   (width, height)], fill=(176, 168, 154))
    for n in range(6):
        person(image, (width * (0.2 + 0.12 * n), height * (0.93 + 0.01 * (n % 3))),
               height * 0.17, int(rng.integers(90)))
    return image


def audience(size: tuple[int, int], rng: Random) -> Image.Image:
    """A lit stage seen over the heads of those who sit before it."""
    width, height = size
    image = shade(size, [(40, 34, 38), (110, 66, 56), (70, 44, 40)])
    glow = Image.new("RGB", size, (20, 16, 18))
    light = ImageDraw.Draw(glow)
    for n in range(4):
        x = width * (0.14 + 0.24 * n)
        light.polygon([(x, 0), (x - width * 0.1, height * 0.55), (x + width * 0.12, height * 0.55)],
                      fill=(236, 214, 168))
    image = Image.blend(image, glow.filter(ImageFilter.GaussianBlur(width / 30)), 0.35)
    brush = ImageDraw.Draw(image)
    brush.rectangle([width * 0.16, height * 0.08, width * 0.84, height * 0.34],
                    fill=(214, 222, 230))
    brush.rectangle([width * 0.19, height * 0.12, width * 0.81, height * 0.3], fill=(150, 46, 40))
    brush.rectangle([0, height * 0.53, width, height * 0.58], fill=(150, 112, 72))
    for n in range(7):
        person(image, (width * (0.2 + 0.1 * n), height * 0.55), height * 0.24,
               int(rng.integers(90)))
    for row in range(5):
        base, radius = height * (0.66 + 0.1 * row), height * (0.032 + 0.011 * row)
        for n in range(int(width / (radius * 3.1)) + 2):
            x = radius * 3.1 * n + (row % 2) * radius * 1.5
            dark = mixed((70, 58, 58), (24, 20, 24), row / 5)
            brush.ellipse([x - radius * 2, base + radius, x + radius * 2, base + radius * 6],
                          fill=mixed(dark, (120, 90, 80), float(rng.random()) * 0.3))
            brush.ellipse([x - radius, base - radius, x + radius, base + radius * 1.4], fill=dark)
    return image


def runners(size: tuple[int, int], rng: Random) -> Image.Image:
    """Young people on a sports ground under trees."""
    width, height = size
    image = shade(size, [(172, 204, 228), (232, 238, 236), (220, 224, 206)])
    hill(image, ridge(rng, width, height * 0.3, height * 0.05), ((70, 104, 62), (52, 84, 44)), 3)
    brush = ImageDraw.Draw(image)
    brush.polygon([(0, height * 0.5), (width, height * 0.46), (width, height), (0, height)],
                  fill=(168, 78, 58))
    for n in range(6):
        y = height * (0.5 + 0.012 * n * n + 0.04 * n)
        brush.line([(0, y + height * 0.04), (width, y)], fill=(238, 230, 220), width=3 + n)
    for n in range(8):
        near = n / 8
        x = width * (0.08 + 0.115 * n)
        person(image, (x, height * (0.62 + 0.3 * near)), height * (0.26 + 0.3 * near),
               int(rng.integers(90)))
    return image


def portrait(size: tuple[int, int], rng: Random) -> Image.Image:
    """Head and shoulders before a ground out of focus."""
    width, height = size
    ground = smooth(rng, size, width // 3)[..., None]
    tones = np.array([120, 128, 110]) + ground * np.array([90, 84, 70])
    image = Image.fromarray(tones.astype(np.uint8), "RGB").filter(ImageFilter.GaussianBlur(30))
    brush = ImageDraw.Draw(image)
    look = int(rng.integers(90))
    middle, reach = width * 0.5, min(width, height * 0.8) * 0.2
    cloth = mixed((44, 58, 84), (150, 70, 62), float(rng.random()))
    brush.ellipse([middle - reach * 2.5, height * 0.68, middle + reach * 2.5, height * 1.6],
                  fill=cloth)
    brush.polygon([(middle - reach * 0.7, height * 0.69), (middle, height * 0.86),
                   (middle + reach * 0.7, height * 0.69)], fill=mixed(cloth, (250, 250, 250), 0.7))
    face = (middle, height * 0.42)
    head(brush, face, reach, look)
    soft = image.filter(ImageFilter.GaussianBlur(reach / 40))
    brush = ImageDraw.Draw(soft)
    shadow = (112, 78, 62)
    for side in (-1, 1):
        eye = (face[0] + side * reach * 0.34, face[1] + reach * 0.2)
        brush.ellipse([eye[0] - reach * 0.15, eye[1] - reach * 0.07, eye[0] + reach * 0.15,
                       eye[1] + reach * 0.06], fill=(84, 58, 48))
        brush.ellipse([eye[0] - reach * 0.07, eye[1] - reach * 0.055, eye[0] + reach * 0.07,
                       eye[1] + reach * 0.06], fill=(30, 24, 22))
        brush.line([(eye[0] - reach * 0.2, eye[1] - reach * 0.16),
                    (eye[0] + reach * 0.2, eye[1] - reach * 0.18)], fill=(60, 44, 38),
                   width=max(2, round(reach * 0.07)))
    brush.ellipse([face[0] - reach * 0.12, face[1] + reach * 0.52, face[0] + reach * 0.16,
                   face[1] + reach * 0.64], fill=shadow)
    brush.ellipse([face[0] - reach * 0.26, face[1] + reach * 0.8, face[0] + reach * 0.28,
                   face[1] + reach * 0.9], fill=(126, 70, 62))
    return soft.filter(ImageFilter.GaussianBlur(reach / 40))


def workshop(size: tuple[int, int], rng: Random) -> Image.Image:
    """A room lit by its window, people over a long table."""
    width, height = size
    image = shade(size, [(92, 76, 62), (120, 98, 78), (66, 52, 42)])
    brush = ImageDraw.Draw(image)
    for n in range(3):
        left = width * (0.06 + 0.31 * n)
        brush.rectangle([left, height * 0.08, left + width * 0.24, height * 0.42],
                        fill=(240, 240, 230))
        brush.line([(left + width * 0.12, height * 0.08), (left + width * 0.12, height * 0.42)],
                   fill=(96, 76, 58), width=max(4, width // 150))
    image = image.filter(ImageFilter.GaussianBlur(width / 250))
    for n in range(5):
        person(image, (width * (0.14 + 0.18 * n), height * 0.92), height * 0.56,
               int(rng.integers(90)))
    brush = ImageDraw.Draw(image)
    brush.polygon([(0, height * 0.74), (width, height * 0.7), (width, height), (0, height)],
                  fill=(142, 104, 68))
    for _ in range(26):
        x, y = width * float(rng.random()), height * (0.76 + 0.2 * float(rng.random()))
        reach = width * (0.012 + 0.02 * float(rng.random()))
        brush.ellipse([x - reach, y - reach * 0.4, x + reach, y + reach * 0.4],
                      fill=mixed((226, 214, 190), (96, 60, 40), float(rng.random())))
    return image


def library(size: tuple[int, int], rng: Random) -> Image.Image:
    """Shelves of books, and readers before them."""
    width, height = size
    image = shade(size, [(150, 128, 104), (196, 176, 148), (120, 98, 78)])
    brush = ImageDraw.Draw(image)
    for shelf in range(5):
        foot = height * (0.17 + 0.165 * shelf)
        x = 0.0
        while x < width:
            wide = width * (0.009 + 0.012 * float(rng.random()))
            tall = height * (0.1 + 0.035 * float(rng.random()))
            tone = mixed((70, 50, 44), (214, 200, 176), float(rng.random()))
            brush.rectangle([x, foot - tall, x + wide, foot], fill=tone)
            x += wide + 2
        brush.rectangle([0, foot, width, foot + height * 0.018], fill=(106, 76, 52))
    image = image.filter(ImageFilter.GaussianBlur(width / 420))
    for n in range(3):
        person(image, (width * (0.22 + 0.28 * n), height * (0.98 + 0.02 * (n % 2))),
               height * 0.62, int(rng.integers(90)))
    return image


def lanterns(size: tuple[int, int], rng: Random) -> Image.Image:
    """A town by the water at night, its lights doubled in it."""
    width, height = size
    image = shade(size, [(14, 20, 44), (40, 44, 78), (92, 70, 76)])
    line = round(height * 0.6)
    hill(image, ridge(rng, width, height * 0.34, height * 0.04), ((24, 28, 46), (18, 20, 34)), 2)
    brush = ImageDraw.Draw(image)
    x = 0.0
    while x < width:
        wide = width * (0.06 + 0.05 * float(rng.random()))
        tall = height * (0.1 + 0.16 * float(rng.random()))
        brush.rectangle([x, line - tall, x + wide, line], fill=(44, 36, 44))
        brush.polygon([(x - 8, line - tall), (x + wide / 2, line - tall - height * 0.04),
                       (x + wide + 8, line - tall)], fill=(28, 24, 32))
        for _ in range(5):
            left = x + wide * 0.8 * float(rng.random())
            top = line - tall * (0.2 + 0.65 * float(rng.random()))
            brush.rectangle([left, top, left + wide * 0.13, top + height * 0.03],
                            fill=(250, 214, 140))
        x += wide * 1.04
    for n in range(30):
        x, y = width * n / 30, line - height * (0.05 + 0.02 * (n % 3))
        reach = height * 0.011
        brush.ellipse([x - reach, y - reach, x + reach, y + reach], fill=(255, 176, 92))
    return _mirrored(image, line, rng)


def nave(size: tuple[int, int], rng: Random) -> Image.Image:
    """The inside of a church: windows in the depth, people in rows of benches."""
    width, height = size
    image = shade(size, [(176, 164, 146), (222, 212, 194), (150, 132, 110)])
    brush = ImageDraw.Draw(image)
    middle = width * 0.5
    for n in range(5):
        share = 1 - n * 0.17
        reach, tall = width * 0.5 * share, height * 0.58 * share
        tone = mixed((196, 184, 164), (236, 228, 212), n / 5)
        brush.rectangle([middle - reach, height * 0.62 - tall, middle + reach, height * 0.62],
                        fill=tone)
        brush.pieslice([middle - reach, height * 0.62 - tall * 1.5, middle + reach,
                        height * 0.62 - tall * 0.45], 180, 360, fill=tone)
        for side in (-1, 1):
            x = middle + side * reach * 0.93
            brush.rectangle([x - width * 0.014 * share, height * 0.62 - tall,
                             x + width * 0.014 * share, height * 0.64], fill=(146, 130, 108))
    cross = height * 0.3
    brush.rectangle([middle - width * 0.006, cross, middle + width * 0.006, cross + height * 0.17],
                    fill=(92, 62, 42))
    brush.rectangle([middle - width * 0.03, cross + height * 0.045, middle + width * 0.03,
                     cross + height * 0.06], fill=(92, 62, 42))
    image = image.filter(ImageFilter.GaussianBlur(width / 500))
    brush = ImageDraw.Draw(image)
    for row in range(6):
        base, radius = height * (0.63 + 0.075 * row), height * (0.02 + 0.008 * row)
        for n in range(int(width / (radius * 3.4)) + 1):
            x = radius * 3.4 * n + (row % 2) * radius
            if abs(x - middle) > width * (0.03 + 0.02 * row):
                cloth = mixed((60, 66, 90), (140, 90, 80), float(rng.random()))
                brush.ellipse([x - radius * 1.6, base + radius, x + radius * 1.6,
                               base + radius * 5], fill=cloth)
                brush.ellipse([x - radius * 0.9, base - radius, x + radius * 0.9,
                               base + radius * 1.2], fill=(44, 36, 34))
    return image


SCENES: dict[str, Callable[[tuple[int, int], Random], Image.Image]] = {
    "hills": hills, "terraces": terraces, "river": river, "field": field, "village": village,
    "audience": audience, "runners": runners, "portrait": portrait, "workshop": workshop,
    "library": library, "lanterns": lanterns, "nave": nave,
}
