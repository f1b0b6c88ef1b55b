"""Colours in inks: profiles judged, black alone for greys, no more ink than the paper bears."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from edition.copy.inkprofiles import BLACK, MOST_PROFILE, PressInks, is_dark, judged_profile
from edition.errors import WrongUse
from press_inks import newsprint
from press_paper import photograph

INKS = PressInks(newsprint(), 240.0, {(200, 16, 46): (0.0, 1.0, 0.85, 0.05)})


def test_a_profile_is_called_by_its_own_name() -> None:
    assert judged_profile(newsprint(), "a.icc") == "Test newsprint"


@pytest.mark.parametrize(("data", "why"), [
    (b"", "no ICC profile"),
    (b"x" * 4000, "no ICC profile"),
    (newsprint()[:3000], "breaks off"),
    (newsprint(space=b"RGB "), "RGB, not CMYK"),
    (newsprint(kind=b"mntr"), "class mntr"),
    (newsprint()[:128] + bytes(len(newsprint()) - 128), "cannot read"),
    (newsprint() + bytes(MOST_PROFILE), "larger than"),
])
def test_what_is_no_profile_of_a_press_is_one_error(data: bytes, why: str) -> None:
    with pytest.raises(WrongUse) as told:
        judged_profile(data, "of the printer.icc")
    assert why in str(told.value) and "of the printer.icc" in str(told.value)
    assert told.value.exit_code == 2


def test_every_byte_of_a_profile_may_be_wrong() -> None:
    """Whatever a broken profile does in the colour engine, it is an error of ours or none."""
    whole, chance = newsprint(), np.random.default_rng(7)
    for _ in range(60):
        data = bytearray(whole)
        for at in chance.integers(0, 700, 3):
            data[at] = int(chance.integers(0, 256))
        try:
            judged_profile(bytes(data), "x")
        except WrongUse:
            continue
        PressInks(bytes(data), 240.0).of((10, 90, 170))


def test_black_white_and_greys_are_black_ink_alone() -> None:
    assert INKS.of((0, 0, 0)) == (0, 0, 0, 1) and INKS.of((255, 255, 255)) == (0, 0, 0, 0)
    blacks = [INKS.of((v, v, v)) for v in range(256)]
    assert all(ink[:3] == (0, 0, 0) for ink in blacks)
    assert all(a[3] >= b[3] for a, b in pairwise(blacks))


def test_pictures_are_changed_as_the_maker_of_the_profile_would_have_them() -> None:
    """Dark greens and skins of a picture stay coloured: the perceptual table is used."""
    skin = Image.new("RGB", (4, 4), (220, 170, 140))
    spread = []
    for vivid in (False, True):
        printed = PressInks(newsprint(vivid=vivid), 240.0).picture(skin).tobytes()
        cyan, magenta, yellow = printed[:3]
        spread.append(max(magenta, yellow) - cyan)
    assert spread[1] > 1.2 * spread[0]


def test_a_drawing_has_the_colours_of_the_page_round_it() -> None:
    """The mark of a house on a ground whose inks are told stood in a box of another red."""
    mark = Image.new("RGB", (8, 8), (200, 16, 46))
    mark.paste((0, 0, 0), (0, 0, 2, 2))
    mark.paste((128, 128, 128), (2, 0, 4, 2))
    mark.paste((30, 140, 60), (4, 0, 6, 2))
    printed = np.asarray(INKS.drawing(mark))
    assert tuple(printed[5, 5]) == (0, 255, 217, 13) and tuple(printed[0, 0]) == (0, 0, 0, 255)
    assert not printed[0, 3, :3].any() and printed[0, 3, 3] == round(INKS.of((128,) * 3)[3] * 255)
    assert printed[0, 5].tobytes() == np.asarray(INKS.picture(mark))[0, 5].tobytes()


def test_what_is_as_good_as_black_is_black_alone() -> None:
    """Type of #1a1a1a would be a dense screen, type of a deep blue four plates in register."""
    assert INKS.of((8, 8, 8)) == INKS.of((4, 4, 10)) == (0, 0, 0, 1)
    assert INKS.of((100, 100, 100))[3] < 0.85


class Separated(PressInks):
    """A press whose profile makes one colour of everything."""

    def picture(self, image: Image.Image, spare: float = 0.0) -> Image.Image:
        return Image.new("CMYK", image.size, (33, 148, 212, 219))


def test_a_dark_brown_stays_brown() -> None:
    """Inks as a newsprint profile tells them for #3c1e0a; a drawing kept them, the page did not."""
    brown = Separated(newsprint(), 240.0)
    assert brown.of((0x3C, 0x1E, 0x0A)) == (0.129, 0.58, 0.831, 0.859)
    assert not is_dark((0.13, 0.51, 0.84, 0.92)) and is_dark((0.44, 0.38, 0.3, 0.86))
    assert is_dark((0.9, 0.7, 0.6, 0.3)) and is_dark(BLACK)


def test_what_looks_grey_is_black_of_whatever_inks_its_profile_makes_it() -> None:
    assert Separated(newsprint(), 240.0).of((4, 4, 10)) == BLACK


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_mark_on_a_dark_ground_of_its_own_is_as_dark_as_the_page(mode: str) -> None:
    """It stood as a rectangle of .9 black on a page of black."""
    inks = PressInks(newsprint(), 240.0)
    for level in range(256):
        mark = Image.new("RGB", (4, 4), (level,) * 3).convert(mode)
        printed = inks.drawing(mark)
        dark = printed.getpixel((2, 2))
        black = 255 - dark if isinstance(dark, int) else dark[3]
        assert round(black / 255, 3) == inks.of((level,) * 3)[3]


def test_a_grey_is_as_light_as_this_press_prints_it() -> None:
    """The press of the tests takes less light with half an ink than a screen with half its light:
    the share of black follows the press, not the figure of the screen."""
    plain = 1 - 128 / 255
    assert abs(INKS.of((128, 128, 128))[3] - plain) > 0.05


def test_colours_the_pack_tells_are_taken_as_told() -> None:
    assert INKS.of((200, 16, 46)) == (0.0, 1.0, 0.85, 0.05)
    assert INKS.of((200, 16, 47)) != INKS.of((200, 16, 46))


@pytest.mark.parametrize("most", [180.0, 240.0, 300.0])
def test_no_pixel_takes_more_ink_than_the_paper_bears(most: float) -> None:
    inks = PressInks(newsprint(), most)
    printed = np.asarray(inks.picture(photograph(400, 300, 9))).astype(int).sum(axis=2)
    assert printed.max() <= most * 2.55 + 1
    for lights in ((1, 0, 0), (20, 10, 30), (0, 30, 0)):
        assert 100 * sum(inks.of(lights)) <= most + 0.5


def test_a_picture_within_the_bound_is_left_as_the_profile_has_it() -> None:
    light = Image.new("RGB", (8, 8), (250, 240, 200))
    assert INKS.picture(light).tobytes() == PressInks(newsprint(), 400.0).picture(light).tobytes()


def test_what_is_taken_from_three_inks_goes_into_black() -> None:
    heavy = Image.new("CMYK", (1, 1), (230, 230, 230, 60))
    cyan, magenta, yellow, black = INKS.within(heavy).tobytes()
    assert black > 60 and cyan == magenta == yellow < 230
