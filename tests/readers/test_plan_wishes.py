"""`[plan]` of the sidecar: read, judged, joined, written as JSON and read back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import edition
from edition.errors import InvalidEdition, UnreadableInput, WrongUse
from edition.model import Edition, Story
from edition.planning import EFFORTS, Planning
from edition.readers.sources import Source

COPY = "石桥修好了\n\n昨天上午，老石桥修好了，村里人都来看。\n\n（王小明）\n"


def planned(sidecar: str, name: str = "page.txt") -> Planning:
    return edition.read(Source(name, COPY.encode(), sidecar.encode())).edition.planning


def test_the_plan_is_read_and_none_is_the_usual() -> None:
    assert planned("") == Planning() == Planning(None, None, ())
    found = planned('[plan]\neffort = "thorough"\npages = 2\npinned = ["1-4x2-down"]\n')
    assert found == Planning(EFFORTS["thorough"], 2, ("1-4x2-down",))
    assert planned("[plan]\neffort = 77\n").effort == 77
    assert planned('[plan]\npinned = "2-1x4-across"\n').pinned == ("2-1x4-across",)


@pytest.mark.parametrize(("text", "key"), [
    ("plan = 3\n", "plan"),
    ("[[plan]]\npages = 1\n", "plan"),
    ("[plan]\npage = 1\n", "plan.page"),
    ("[plan]\npages = 0\n", "plan.pages"),
    ("[plan]\npages = true\n", "plan.pages"),
    ("[plan]\npages = 401\n", "plan.pages"),
    ('[plan]\neffort = "fast"\n', "plan.effort"),
    ("[plan]\neffort = 0\n", "plan.effort"),
    ("[plan]\neffort = 1000001\n", "plan.effort"),
    ("[plan]\neffort = 2.5\n", "plan.effort"),
    ('[plan]\npinned = ["1-4x2"]\n', "plan.pinned"),
    ("[plan]\npinned = [7]\n", "plan.pinned"),
    ('[plan]\npinned = ["1-4x2-down", "2-8x4-none", "1-2x2-down"]\n', "1-2x2-down"),
])
def test_a_wrong_plan_names_file_and_key(text: str, key: str) -> None:
    with pytest.raises(WrongUse) as caught:
        planned(text)
    assert caught.value.exit_code == 2
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert caught.value.told(lang).startswith("page.toml") and key in caught.value.told(lang)


def test_of_several_sidecars_the_first_that_gives_a_value_counts() -> None:
    one = Source("a.txt", COPY.encode(), b"[plan]\npages = 3\n")
    two = Source("b.txt", COPY.encode(), b'[plan]\npages = 1\neffort = "quick"\n')
    found = edition.read(one, two).edition.planning
    assert found == Planning(EFFORTS["quick"], 3, ())
    parts = [edition.read(source).edition for source in (one, two)]
    assert edition.merge(*parts).planning == found
    assert edition.convert(parts[0], "zh-Hant-TW").edition.planning == Planning(pages=3)


@pytest.mark.parametrize("asked", [
    Planning(), Planning(400), Planning(pages=2), Planning(pinned=("1-4x2-down", "2-8x4-none")),
    Planning(1, 400, ("1-1x1-across",)),
])
def test_json_keeps_the_plan(asked: Planning) -> None:
    made = Edition.build("x", [Story.of("题", ["文。"])], planning=asked)
    text = edition.to_json(made)
    assert edition.from_json(text) == made
    assert ("planning" in json.loads(text)) == (asked != Planning())
    assert edition.read(Source("x.json", text.encode())).edition.planning == asked


def test_two_pins_of_one_page_are_one_error_in_the_library_too() -> None:
    asked = Planning(pinned=("1-4x2-down", "2-8x4-none", "1-2x2-down"))
    with pytest.raises(InvalidEdition) as caught:
        Edition.build("x", [Story.of("题", ["文。"])], planning=asked).to_pdf()
    assert "1-4x2-down" in caught.value.told("en") and "1-2x2-down" in caught.value.told("en")


def test_json_by_hand_may_name_the_effort_and_is_held_to_the_schema() -> None:
    text = '{"sections": [], "planning": {"effort": "quick", "pages": 1}}'
    assert edition.from_json(text).planning == Planning(EFFORTS["quick"], 1)
    for wrong in ('{"effort": "fast"}', '{"pages": 0}', '{"pinned": ["x"]}', '{"page": 1}'):
        with pytest.raises(UnreadableInput):
            edition.from_json(f'{{"sections": [], "planning": {wrong}}}')


def test_plain_values_make_a_plan_and_wrong_ones_are_named_by_their_path() -> None:
    made = Edition.build("x", [], planning={"effort": "usual", "pinned": ["1-2x2-down"]})
    assert made.planning == Planning(2500, None, ("1-2x2-down",))
    for given, path in (
        ({"effort": 0}, "planning.effort"), ({"pages": 401}, "planning.pages"),
        ({"effort": "fast"}, "planning.effort"), ({"pinned": ["1-2x2"]}, "planning.pinned[0]"),
    ):
        with pytest.raises(InvalidEdition) as caught:
            Edition.build("x", [], planning=given)
        assert caught.value.path == path
    with pytest.raises(InvalidEdition):
        edition.validate(replace(made, planning=Planning(pages=0)))
