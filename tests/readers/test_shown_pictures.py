"""Wishes for pictures the copy shows itself: left out, moved, captioned, or told as not met."""

from __future__ import annotations

import pytest

from edition.model import Figure, Paragraph, plain
from edition.readers import Read, read_bytes
from readers.test_sidecar import kinds, png

COPY = """# 甲的专栏

昨天上午，南湖村的老石桥修好了，村里人都来看。

![](a.png)

桥头立着一块碑，写着修桥的人的名字。

![碑](b.png "桥头的碑")

大家都很高兴，在桥上走了一遍又一遍。

# 乙的专栏

第二篇的正文在这里，大家都很高兴。
"""
FILES = {"a.png": png(ink="red"), "b.png": png(ink="blue")}


def read(file: str, story: str, more: str) -> Read:
    side = f'[[pictures]]\nfile = "{file}"\nstory = "{story}"\n{more}\n'
    return read_bytes(COPY.encode(), "a.md", side.encode(), FILES)


def shown(found: Read, number: int = 0) -> list[str]:
    """The pictures of a story by their names, `-` for a paragraph."""
    body = list(found.edition.stories)[number].body
    assert all(isinstance(one, (Figure, Paragraph)) for one in body)
    return [str(one.src) if isinstance(one, Figure) else "-" for one in body]


@pytest.mark.parametrize(("file", "story"), [
    ("a.png", "乙的专栏"), ("b.png", "乙的专栏"), ("c.png", "甲的专栏"),
])
def test_leaving_out_what_a_story_does_not_show_is_told(file: str, story: str) -> None:
    found = read(file, story, "leave_out = true")
    (told,) = [one for one in found.diagnostics if one.kind == "leave_out_unmet"]
    assert told.story == (1 if story == "甲的专栏" else 2)
    assert file in told.message and "[[pictures]] 1" in told.message
    assert "picture_missing" not in kinds(found)
    assert shown(found) == ["-", "a.png", "-", "b.png", "-"] and shown(found, 1) == ["-"]


def test_leaving_out_what_a_story_shows_is_done_and_not_told() -> None:
    found = read("a.png", "甲的专栏", "leave_out = true")
    assert shown(found) == ["-", "-", "b.png", "-"]
    assert "leave_out_unmet" not in kinds(found)


@pytest.mark.parametrize(("place", "stands"), [
    ("first", ["b.png", "-", "a.png", "-", "-"]), ("last", ["-", "a.png", "-", "-", "b.png"]),
    ("", ["-", "a.png", "-", "b.png", "-"]),
])
def test_a_picture_of_the_copy_stands_where_it_is_wished(place: str, stands: list[str]) -> None:
    found = read("b.png", "甲的专栏", f'place = "{place}"' if place else "width = 2")
    assert shown(found) == stands
    (figure,) = [one for story in found.edition.stories for one in story.body
                 if isinstance(one, Figure) and one.src == "b.png"]
    assert plain(figure.caption) == "桥头的碑"


@pytest.mark.parametrize(("file", "given", "at_odds"), [
    ("b.png", "另一句", True), ("b.png", "桥头的 碑", False), ("a.png", "修好的桥", False),
])
def test_a_caption_that_is_not_the_copys_is_told(file: str, given: str, at_odds: bool) -> None:
    found = read(file, "甲的专栏", f'caption = "{given}"')
    told = [one for one in found.diagnostics if one.kind == "caption_at_odds"]
    assert bool(told) == at_odds
    assert all(given in one.message and "桥头的碑" in one.message for one in told)
    captions = {one.src: plain(one.caption) for story in found.edition.stories
                for one in story.body if isinstance(one, Figure)}
    assert captions["b.png"] == "桥头的碑"
    assert captions["a.png"] == ("修好的桥" if file == "a.png" else "")
