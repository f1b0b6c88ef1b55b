"""Characters of a wrong form: what they become, what is said of them, and where it stands."""

from __future__ import annotations

import pytest

from edition.errors import Confidence, Diagnostic
from edition.model import Edition
from edition.passes.settle_forms import settle_forms
from passes_copy import edition, story, texts
from told import told_whole

LONG = "一二三四五六七八"
OTHER = "九十一二三四五六"


def settled(*paragraphs: str) -> tuple[Edition, list[Diagnostic]]:
    made, remarks = settle_forms(edition(story("雨停了。"), story(*paragraphs, id="s02", first=11)))
    assert all(map(told_whole, remarks))
    return made, list(remarks)


def test_radicals_become_characters_and_are_told_once_where_the_first_stands() -> None:
    made, (told,) = settled("雨停了。", "山里⼈来⼈往。", "⽔流")
    assert texts(list(made.stories)[1]) == ["雨停了。", "山里人来人往。", "水流"]
    assert (told.kind, told.line, told.story) == ("radicals_folded", 13, 2)
    assert told.values["count"] == 3 and told.confidence is Confidence.CERTAIN
    assert told.values["forms"] == ("U+2F08 人", "U+2F54 水")


def test_what_no_encoding_explains_is_asked_sign_by_sign_and_stays() -> None:
    texts_given = (f"{LONG}\ue123{OTHER}\ue123", "\ue123\ue124")
    made, found = settled(*texts_given)
    assert texts(list(made.stories)[1]) == list(texts_given)
    assert [(d.kind, d.line, d.story, d.values["code"], d.values["count"]) for d in found] == [
        ("private_use", 11, 2, "U+E123", 3), ("private_use", 13, 2, "U+E124", 1),
    ]
    assert found[0].text == f"{LONG[2:]}\ue123{OTHER[:5]}"
    assert found[1].text == "\ue123\ue124"
    assert {d.confidence for d in found} == {Confidence.CERTAIN}


@pytest.mark.parametrize(("first", "shown"), [
    (f"{LONG}\ufffd{OTHER}\ufffd。", f"{LONG[2:]}\ufffd{OTHER[:5]}"),
    (f"路\ufffd{OTHER}\ufffd", f"路\ufffd{OTHER[:5]}"),
])
def test_a_sign_for_what_could_not_be_read_is_counted_over_all_and_shown_once(
    first: str, shown: str
) -> None:
    made, (told,) = settled(first, "雨。", "\ufffd路")
    assert texts(list(made.stories)[1]) == [first, "雨。", "\ufffd路"]
    assert (told.kind, told.line, told.story) == ("replacement_character", 11, 2)
    assert (told.values["count"], told.text) == (3, shown)


def test_copy_in_its_right_form_is_left() -> None:
    page = edition(story("雨停了。"))
    assert settle_forms(page) == (page, ())
