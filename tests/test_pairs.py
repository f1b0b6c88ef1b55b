"""Pairs of pages to vote on: a spoiled page is made of the same copy, and is another page."""

from __future__ import annotations

from pathlib import Path

from bench.pairs.command import votes
from bench.pairs.making import page


def test_a_spoiled_page_is_another_than_its_sound_twin() -> None:
    sound, small = (page(kind, 1, "newsletter") for kind in ("sound", "small_heads"))
    assert sound.data.startswith(b"%PDF-") and small.data.startswith(b"%PDF-")
    assert sound.stories == small.stories and sound.data != small.data


def test_most_of_the_readers_decide_and_a_tie_is_no_preference(tmp_path: Path) -> None:
    (tmp_path / "votes-one.txt").write_text("# a reader\n0 A heads\n1 A\n2 none\n3 B.\n")
    (tmp_path / "votes-two.txt").write_text("0 B\n1 none\n2 none\n3 b white\n")
    (tmp_path / "votes-three.txt").write_text("0 A\n1 B\n2 A\n3 A\n")
    assert votes(tmp_path) == {0: "l", 1: "-", 2: "-", 3: "r"}
    (tmp_path / "votes.txt").write_text("0 r\n")
    assert votes(tmp_path)[0] == "-"
