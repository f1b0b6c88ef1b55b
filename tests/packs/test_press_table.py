"""`[press]` of a pack: bleed, most ink, inks of its colours; what is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.copy.pillow import opened
from edition.errors import WrongUse
from edition.packs import shelf
from edition.packs.pack import Pack
from edition.pressroom.platemaking import for_press, mirrored
from edition.printed import PressForm
from packs.made_packs import made_pack
from press_inks import newsprint
from press_paper import photograph, saved


@pytest.mark.parametrize(("toml", "key", "why"), [
    ("press = 3", "press", "table"),
    ("[press]\nblead = 3", "press.blead", ""),
    ("[press]\nbleed = -1", "press.bleed", "20"),
    ("[press]\nink = 90", "press.ink", "100"),
    ("[press]\nink = true", "press.ink", "number"),
    ("[press]\ninks = 3", "press.inks", "table"),
    ('[press.inks]\nred = [0, 100, 90, 0]', "press.inks.red", "#c8102e"),
    ('[press.inks]\n"#c8102e" = [0, 100, 90]', "press.inks.#c8102e", "[0, 100, 90, 0]"),
    ('[press.inks]\n"#c8102e" = [0, 101, 90, 0]', "press.inks.#c8102e", "100"),
    ("[press.inks]\n" + "".join(f'"#0000{n:02x}" = [0, 0, 0, 0]\n' for n in range(65)),
     "press.inks", "64"),
])
def test_what_is_wrong_is_named(toml: str, key: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as told:
        Pack.load(made_pack(tmp_path, toml))
    assert key in str(told.value) and why in str(told.value) and "pack.toml" in str(told.value)


def test_a_pack_says_its_own_over_the_pack_it_extends(tmp_path: Path) -> None:
    toml = '[press]\nink = 220\n[press.inks]\n"#0A0B0C" = [10, 20, 30, 40]\n'
    press = Pack.load(made_pack(tmp_path, toml)).layout.press
    assert (press.bleed, press.ink) == (3.0, 220.0)
    assert press.inks[10, 11, 12] == (0.1, 0.2, 0.3, 0.4)
    assert press.inks[0x1F, 0x4E, 0x8C] == shelf.layout("newsletter").press.inks[0x1F, 0x4E, 0x8C]


def test_inks_of_the_pack_extended_are_made_less_where_less_is_borne(tmp_path: Path) -> None:
    press = Pack.load(made_pack(tmp_path, "[press]\nink = 120\n")).layout.press
    assert press.inks and all(sum(inks) <= 1.2001 for inks in press.inks.values())


def test_every_colour_of_a_shipped_theme_has_its_inks() -> None:
    for name in ("broadsheet", "tabloid", "newsletter"):
        pack = Pack.load(shelf.pack(name).folders[0])
        for theme in pack.layout.themes:
            css = (pack.folders[0] / "themes" / f"{theme}.css").read_text("utf-8")
            inks = {"#{:02x}{:02x}{:02x}".format(*colour) for colour in pack.layout.press.inks}
            used = {css[at : at + 7] for at, c in enumerate(css) if c == "#"}
            assert used <= inks, (name, theme)


def test_a_colour_of_a_shipped_theme_takes_two_inks() -> None:
    """Small type and rules of three plates are never in register on newsprint."""
    for name in ("broadsheet", "tabloid", "newsletter"):
        told = shelf.layout(name).press.inks
        assert told and all(sum(share > 0 for share in inks) <= 2 for inks in told.values())


@pytest.mark.parametrize("bleed", [-1.0, 20.5, float("nan")])
def test_a_bleed_out_of_bounds_is_refused(bleed: float) -> None:
    with pytest.raises(WrongUse):
        for_press(PressForm(newsprint(), bleed=bleed), shelf.layout("tabloid"))


def test_a_picture_is_carried_over_its_edges_as_in_a_mirror() -> None:
    image = opened(saved(photograph(60, 40), "PNG"))
    assert image is not None
    more = mirrored(image, (5, 7, 0, 3))
    assert more.size == (65, 50) and more.crop((5, 7, 65, 47)).tobytes() == image.tobytes()
    assert more.getpixel((4, 20)) == image.getpixel((0, 13))
    assert more.getpixel((0, 20)) == image.getpixel((4, 13))
    assert more.getpixel((30, 6)) == image.getpixel((25, 0))
    assert more.getpixel((30, 47)) == image.getpixel((25, 39))
    assert more.getpixel((4, 6)) == image.getpixel((0, 0))
