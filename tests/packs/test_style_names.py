"""The names a style may use are those the renderer knows, each of them whole."""

from __future__ import annotations

from edition.packs.cssnames import PROPERTIES
from edition.writers.weasy import part


def test_every_property_the_renderer_has_a_value_for_is_known() -> None:
    known = set(part("css.properties").KNOWN_PROPERTIES)
    assert known - PROPERTIES == set()


def test_a_name_over_two_lines_of_the_list_is_one_name() -> None:
    assert {"border-left-color", "padding-inline-end", "block-ellipsis"} <= PROPERTIES
    assert [name for name in PROPERTIES if name.startswith("-") or name.endswith("-")] == []
