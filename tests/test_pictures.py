"""Pictures come in upright, opaque and whole, or not at all."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, ImageFile

from edition.copy.pictures import picture
from edition.copy.profiles import profile_name
from edition.errors import UnreadableInput
from edition.limits import LIMITS

RED, BLUE = (200, 20, 20), (20, 20, 200)


def two_halves(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def near(one: object, other: tuple[int, int, int], by: int = 12) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("kind", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")]
)
def test_a_good_picture_is_kept_byte_for_byte(kind: str, media: str) -> None:
    data = saved(two_halves(), kind)
    found = picture("桥.dat", data)
    assert (found.name, found.media, found.width, found.height) == ("桥.dat", media, 40, 20)
    assert found.data == data


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_grey_and_indexed_pictures_are_kept(mode: str) -> None:
    data = saved(two_halves(mode), "PNG")
    assert picture("a.png", data).data == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_on_its_side_is_set_upright_the_same_way_every_time(kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(two_halves(), kind, exif=exif)
    found = picture("a", data)
    assert (found.width, found.height) == (20, 40)
    image = opened(found.data).convert("RGB")
    assert image.size == (20, 40)
    assert near(image.getpixel((10, 5)), RED) and near(image.getpixel((10, 35)), BLUE)
    assert opened(found.data).getexif().get(0x0112, 1) == 1
    assert found == picture("a", data)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_becomes_white(kind: str) -> None:
    clear = two_halves("RGBA")
    clear.paste((0, 0, 0, 0), (0, 0, 20, 20))
    found = picture("a", saved(clear, kind, **({"lossless": True} if kind == "WEBP" else {})))
    image = opened(found.data)
    assert found.media == "image/png" and image.mode == "RGB"
    assert image.getpixel((5, 5)) == (255, 255, 255) and near(image.getpixel((30, 5)), BLUE)


def test_a_transparent_index_becomes_white() -> None:
    indexed = two_halves().quantize(4)
    found = picture("a", saved(indexed, "PNG", transparency=indexed.getpixel((0, 0))))
    assert opened(found.data).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_four_inks_become_three_lights() -> None:
    found = picture("a.jpg", saved(two_halves("CMYK"), "JPEG", quality=95))
    image = opened(found.data)
    assert found.media == "image/jpeg" and image.mode == "RGB"
    assert near(image.getpixel((5, 10)), RED, 30) and near(image.getpixel((35, 10)), BLUE, 30)


def test_sixteen_bits_of_grey_are_scaled() -> None:
    deep = Image.new("I;16", (8, 8), 32896)
    image = opened(picture("a", saved(deep, "PNG")).data)
    assert image.mode == "L" and image.getpixel((3, 3)) in (127, 128)


def test_of_a_moving_picture_the_first_is_shown() -> None:
    frames = [Image.new("RGB", (8, 8), RED), Image.new("RGB", (8, 8), BLUE)]
    data = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    image = opened(picture("a", data).data)
    assert getattr(image, "n_frames", 1) == 1 and near(image.getpixel((3, 3)), RED)


def huge_png(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(
            ">I", zlib.crc32(kind + body)
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
BAD = {
    "svg": SVG,
    "gif": saved(two_halves("P"), "GIF"),
    "tiff": saved(two_halves(), "TIFF"),
    "text": "山里的新路".encode(),
    "nothing": b"",
    "only a head": b"\x89PNG\r\n\x1a\n",
    "cut jpeg": saved(two_halves(size=(400, 300)), "JPEG")[:900],
    "cut png": saved(two_halves(size=(400, 300)), "PNG")[:-60],
    "cut webp": saved(Image.effect_noise((200, 200), 90).convert("RGB"), "WEBP")[:4000],
    "bomb": huge_png(60_000, 60_000),
    "beyond the pixels": huge_png(8_000, 5_001),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_picture_is_refused_in_four_parts(what: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        picture(f"{what}.jpg", BAD[what])
    fault = caught.value
    assert fault.where == f"{what}.jpg" and fault.what and fault.why and fault.todo
    assert ".." not in str(fault)


@pytest.mark.parametrize(("what", "size"), [
    ("bomb", "60000 × 60000"), ("beyond the pixels", "8000 × 5001"),
])
def test_how_large_a_picture_is_is_told_whatever_its_size(what: str, size: str) -> None:
    """Beyond twice the bound the library has words of its own, which nobody should have to read."""
    with pytest.raises(UnreadableInput) as caught:
        picture(f"{what}.png", BAD[what])
    assert caught.value.kind == "picture_pixels" and size in str(caught.value)


def test_a_cut_picture_is_refused_though_the_renderer_would_take_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(UnreadableInput):
        picture("a", BAD["cut jpeg"])
    assert ImageFile.LOAD_TRUNCATED_IMAGES, "what others have set must stand as it was"


def test_the_size_is_asked_before_a_pixel_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", never)
    with pytest.raises(UnreadableInput, match="pixels"):
        picture("a", BAD["beyond the pixels"])


def test_too_many_bytes_are_refused_before_the_file_is_opened() -> None:
    with pytest.raises(UnreadableInput, match="bytes"):
        picture("a", bytes(LIMITS.picture_bytes + 1))


# -- colour profiles ------------------------------------------------------------------------------

CURVE = b"curv" + bytes(4) + struct.pack(">I", 1)


def profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A small colour profile of a display in one space."""
    tags = {b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"Test\0" + bytes(78),
            b"cprt": b"text" + bytes(4) + b"none\0", **tags}
    at, places, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        places += name + struct.pack(">II", at + len(body), len(data))
        body += data
    head = bytearray(128)
    head[8:12], head[12:16], head[16:20] = b"\x02\x40\0\0", b"mntr", space
    head[20:24], head[36:40] = b"XYZ ", b"acsp"
    head[68:80] = struct.pack(">3i", 63190, 65536, 54061)
    whole = bytes(head) + struct.pack(">I", len(tags)) + places + body
    return struct.pack(">I", len(whole)) + whole[4:]


def xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))


WHITE = xyz(0.9642, 1.0, 0.8249)
LIGHTS = [xyz(0.4361, 0.2225, 0.0139), xyz(0.3851, 0.7169, 0.0971), xyz(0.1431, 0.0606, 0.7141)]
TONE = CURVE + struct.pack(">H", round(2.2 * 256)) + bytes(2)
SWAPPED = profile(b"RGB ", {
    b"wtpt": WHITE, b"rXYZ": LIGHTS[2], b"gXYZ": LIGHTS[1], b"bXYZ": LIGHTS[0],
    b"rTRC": TONE, b"gTRC": TONE, b"bTRC": TONE,
})
DARK_GREY = profile(b"GRAY", {
    b"wtpt": WHITE, b"kTRC": CURVE + struct.pack(">H", 4 * 256) + bytes(2),
})


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_colours_are_those_the_profile_means(mode: str) -> None:
    """Red and blue are exchanged by the profile: stored red is printed blue."""
    data = saved(two_halves(mode), "PNG", icc_profile=SWAPPED)
    found = picture("a.png", data)
    image = opened(found.data)
    assert "icc_profile" not in image.info
    assert near(image.getpixel((5, 10)), BLUE, 32) and near(image.getpixel((35, 10)), RED, 32)
    assert picture("a.png", found.data).data == found.data
    assert profile_name(data) == "Test"


@pytest.mark.parametrize("mode", ["L", "I;16"])
def test_grey_is_as_dark_as_its_profile_means(mode: str) -> None:
    deep = Image.new(mode, (8, 8), 128 if mode == "L" else 128 * 257)
    image = opened(picture("a.png", saved(deep, "PNG", icc_profile=DARK_GREY)).data)
    grey = image.convert("L").getpixel((3, 3))
    assert isinstance(grey, int) and grey < 80, "tones fall with the fourth power"


USUAL = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("kept", [USUAL, b"no profile at all", DARK_GREY])
def test_a_profile_that_changes_no_colour_changes_no_byte(kept: bytes) -> None:
    """That of sRGB, a broken one, and one of another space than the picture's."""
    data = saved(two_halves(), "JPEG", icc_profile=kept)
    assert picture("a.jpg", data).data == data
    assert profile_name(data) == ""


def test_an_upright_picture_keeps_the_colours_of_its_profile() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(two_halves(), "PNG", icc_profile=SWAPPED, exif=exif)
    image = opened(picture("a.png", data).data)
    assert image.size == (20, 40) and near(image.getpixel((10, 5)), BLUE)


def test_what_is_no_picture_has_no_profile() -> None:
    assert profile_name(b"") == profile_name(b"\x89PNG\r\n\x1a\n") == ""
