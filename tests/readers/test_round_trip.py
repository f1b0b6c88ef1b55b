"""What any format gives is written as story JSON and comes back the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bench.fuzz import samples
from edition.readers import READERS, read_bytes
from edition.storyjson.write import stories_json


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_format_comes_back_from_story_json(suffix: str) -> None:
    first = read_bytes(samples()[suffix], f"copy{suffix}").edition
    assert next(first.stories).body
    text = json.dumps(stories_json(first), ensure_ascii=False)
    again = read_bytes(text.encode(), "copy.json").edition
    same = {"digest": "", "structured": True}
    assert replace(again, **same) == replace(first, **same)
