"""Pairs of pages to vote on: a spoiled page is made of the same copy, and is another page."""

from __future__ import annotations

from bench.pairs.making import page


def test_a_spoiled_page_is_another_than_its_sound_twin() -> None:
    sound, small = (page(kind, 1, "newsletter") for kind in ("sound", "small_heads"))
    assert sound.data.startswith(b"%PDF-") and small.data.startswith(b"%PDF-")
    assert sound.stories == small.stories and sound.data != small.data
