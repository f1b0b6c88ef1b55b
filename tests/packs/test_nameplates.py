"""A paper's name is the largest type on its first page, and section heads have their white."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.packs import shelf

EXAMPLES = Path(__file__).resolve().parents[2] / "layouts" / "examples"
PACKS = ("broadsheet", "tabloid", "newsletter")


@pytest.mark.parametrize("pack", PACKS)
def test_no_headline_is_larger_than_the_name_of_the_paper(pack: str) -> None:
    layout = shelf.layout(pack)
    assert layout.furnishing.name > max(layout.ladder)


@pytest.mark.parametrize("pack", PACKS)
def test_a_section_head_has_half_a_row_of_white_over_it_and_under_it(pack: str) -> None:
    layout = shelf.layout(pack)
    deep = layout.roles["section"].size * 1.3 * layout.grid.em / layout.grid.pitch
    assert (layout.furnishing.section - deep) / 2 >= 0.5
