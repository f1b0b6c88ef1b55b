"""What stands in a Word file is in a story once, or named: for every element and their mixtures."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.copy.wording import CopyPart, pieces
from edition.errors import Severity
from edition.readers import Read, read_bytes
from readers.word_elements import ELEMENTS, PARTS, Made, made_of


def told(made: Made) -> tuple[Read, Counter[str], Counter[str]]:
    """The reading, the characters of the stories, and those of remarks and furniture."""
    found = read_bytes(made.data, "a.docx")
    parts = list(pieces(found.edition))
    stories = "".join(p.text for p in parts if p.part is not CopyPart.FURNITURE)
    beside = "".join(p.text for p in parts if p.part is CopyPart.FURNITURE)
    beside += "".join(d.text or "" for d in found.diagnostics)
    return found, Counter("".join(stories.split())), Counter("".join(beside.split()))


def judge(elements: list[str], parts: list[str]) -> None:
    made = made_of(elements, parts)
    found, stories, beside = told(made)
    assert stories == Counter(made.shown)
    assert not Counter(made.named) - beside
    assert "not_conserved" not in {d.kind for d in found.diagnostics}


@pytest.mark.parametrize("key", ELEMENTS)
def test_each_element_is_in_a_story_once_or_named(key: str) -> None:
    judge([key, "text"], [])


@pytest.mark.parametrize("key", PARTS)
def test_each_part_is_in_a_story_once_or_named(key: str) -> None:
    judge(["text"], [key])


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(sorted(ELEMENTS)), min_size=1, max_size=14),
       st.lists(st.sampled_from(sorted(PARTS)), unique=True, max_size=8))
def test_any_mixture_is_in_a_story_once_or_named(elements: list[str], parts: list[str]) -> None:
    judge(elements, parts)


@pytest.mark.parametrize("key", sorted(k for k, e in ELEMENTS.items() if e.shown))
def test_what_is_shown_is_no_error(key: str) -> None:
    found, _, _ = told(made_of([key, "text"], []))
    assert not [d.kind for d in found.diagnostics if d.severity is Severity.ERROR]
