"""A sound file for a press, changed by another hand, and what its preflight then finds."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pikepdf

from edition import build
from edition.checks import check_data
from edition.printed import PressForm
from press_inks import newsprint
from press_paper import small

Spoiler = Callable[[pikepdf.Pdf], None]


@cache
def sound() -> bytes:
    return build.to_pdf(small(), "newsletter", press=PressForm(newsprint())).data


def spoiled(change: Spoiler, packed: bool = False) -> bytes:
    """The file written again by another hand after a change."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as document:
        change(document)
        mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
        document.save(out, object_stream_mode=mode, static_id=True, fix_metadata_version=False)
    return out.getvalue()


def broken(data: bytes) -> set[str]:
    return {f.id for f in check_data(data).findings if f.id.startswith("PX") and f.count}


def more(drawn: bytes) -> Spoiler:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        data = page.Contents.read_bytes()
        page.Contents = document.make_stream(data + b"\nq " + drawn + b" Q")
    return change
