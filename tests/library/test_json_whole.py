"""`to_json` and `from_json`: equal both ways, with no repair, pictures inside or beside."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import edition
from edition.answering import Answer, Do
from edition.copy.numbering import number_parts
from edition.errors import InvalidEdition, UnreadableInput, WrongUse
from edition.model import Block, Edition, Figure, Paragraph, Picture, Story, Table, plain
from edition.storyjson.read import SCHEMA
from edition.storyjson.schema import check_schema
from proof_pictures import picture
from readers.strategies import editions, stories

PICTURES = tuple(
    Picture.from_bytes(name, picture(name, "wide", "mountains", 1).data)
    for name in ("a.png", "图/二.jpg")
)
SIZES = {shown.name: (shown.width, shown.height) for shown in PICTURES}
answers = st.builds(
    Answer, st.just("[[answers]] 1"), st.integers(1, 9), st.just("一行"), st.sampled_from(Do),
    st.sampled_from(["", "改过的话"]), st.none() | st.just("lost_opening"),
    st.none() | st.just("a.txt"),
)


def sound(block: Block) -> Block:
    """A random block with its numbers within what it holds."""
    match block:
        case Paragraph():
            return replace(block, speaker=min(block.speaker, len(plain(block.runs))))
        case Figure():
            pixels = SIZES[block.src] if block.src and block.pixels else None
            return replace(block, pixels=pixels)
        case Table():
            return replace(
                block, spans=block.merged, header_rows=min(block.header_rows, len(block.rows)),
                header_columns=min(block.header_columns, block.width),
            )
    return block


def sound_story(story: Story) -> Story:
    return replace(
        story, body=tuple(map(sound, story.body)),
        headline_as_read=story.headline if story.headline_as_read else None,
        deck_as_read=story.deck if story.deck_as_read else None,
    )


@st.composite
def whole(draw: Any) -> Edition:
    """An edition with every field given now and then, and nothing a page cannot carry."""
    found = draw(editions)
    held = number_parts(replace(found, sections=(
        replace(found.sections[0], stories=tuple(draw(st.lists(stories, max_size=1)))),
    )))[0]
    links = st.sampled_from([(), tuple(draw(st.lists(answers, max_size=1)))])
    return replace(
        found,
        sections=tuple(
            replace(section, stories=tuple(map(sound_story, section.stories)))
            for section in found.sections
        ),
        held=tuple(map(sound_story, held.stories)), answers=draw(links), pictures=PICTURES,
        structured=draw(st.booleans()), digest=draw(st.sampled_from(["", "0a" * 32])),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(whole())
def test_an_edition_comes_back_equal(made: Edition) -> None:
    beside = {shown.name: shown.data for shown in made.pictures}
    inside = edition.to_json(made)
    check_schema(json.loads(inside), SCHEMA, "JSON")
    assert edition.from_json(inside) == made
    assert edition.from_json(inside.encode()) == made
    assert edition.from_json(edition.to_json(made, pictures="names"), pictures=beside) == made


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(whole())
def test_a_file_the_library_wrote_is_read_without_repair(made: Edition) -> None:
    made = replace(made, answers=(), imprint=replace(made.imprint, paper="日报"))
    found = edition.read(edition.Source(f"{made.name}.json", edition.to_json(made)))
    bare = {"pictures": (), "imprint": made.imprint}
    assert replace(found.edition, **bare).sections == sized(made).sections
    assert [d for d in found.diagnostics if d.kind != "picture_missing"] == []
    assert (found.edition.structured, found.edition.held) == (made.structured, made.held)


def sized(made: Edition) -> Edition:
    """With the size of every picture, which the reader of a file says."""
    from edition.judging import ready

    return ready(made)


def quoted_twice() -> Edition:
    """A quotation that stands twice, which a pass would make a pull quote."""
    said = "“这座桥是全村人一块石头一块石头垒起来的，我们要把它留给孙子。”"
    body = [f"王小明说：{said}他停了停，又说路也要修，修好了才能把山里的东西运出去。", said]
    return Edition.build("daily", [Story.of("石桥修好了", body)], imprint={"paper": "日报"})


def test_a_repeated_quotation_stays_a_paragraph() -> None:
    made = quoted_twice()
    found = edition.read(edition.Source("daily.json", edition.to_json(made)))
    assert found.edition.sections == made.sections
    assert found.diagnostics == ()


def test_what_was_read_and_turned_comes_back_equal() -> None:
    copy = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。\n\n（王小明）\n"
    read = edition.read(edition.Source("page.txt", copy)).edition
    for made in (read, edition.convert(read, "zh-Hant-TW").edition):
        assert edition.from_json(edition.to_json(made)) == made


def test_hand_written_json_needs_little_and_takes_pictures_from_beside() -> None:
    body = [{"type": "figure", "src": "a.png", "caption": "雨后的山。"}]
    text = json.dumps({"sections": [{"stories": [{"headline": "山", "body": body}]}]})
    made = edition.from_json(text, pictures={"a.png": PICTURES[0].data, "b.png": b"no"})
    assert made.pictures == PICTURES[:1]
    assert edition.to_pdf(made).data == edition.to_pdf(
        edition.from_json(edition.to_json(made))).data


@pytest.mark.parametrize(("change", "path"), [
    ({"pictures": [{"name": "a.png", "data": "bm8="}]}, "pictures[0].data"),
    ({"pictures": [{"name": "a.png"}]}, "pictures[0].name"),
])
def test_a_picture_that_is_none_is_named_by_its_path(change: dict[str, Any], path: str) -> None:
    value = {"sections": [], **change}
    with pytest.raises(InvalidEdition) as caught:
        edition.from_json(json.dumps(value))
    assert caught.value.path == path


def test_a_picture_of_another_size_than_said_is_refused() -> None:
    value = {"sections": [], "pictures": [{"name": "a.png", "width": 1}]}
    with pytest.raises(InvalidEdition, match=r"pictures\[0\]"):
        edition.from_json(json.dumps(value), {"a.png": PICTURES[0].data})


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sections": 1}', '{"a": "\\ud800"}', "\ud800"])
def test_what_is_no_such_json_is_one_clear_error(text: str) -> None:
    with pytest.raises(UnreadableInput):
        edition.from_json(text)


def test_what_cannot_be_json_is_wrong_use() -> None:
    with pytest.raises(WrongUse):
        edition.from_json(3)  # type: ignore[arg-type]
    with pytest.raises(WrongUse):
        edition.to_json(quoted_twice(), pictures="no")  # type: ignore[arg-type]


def test_names_leave_the_bytes_out() -> None:
    made = replace(quoted_twice(), pictures=(PICTURES[0],))
    beside = json.loads(edition.to_json(made, pictures="names"))
    assert beside["pictures"] == [
        {"name": "a.png", "media": "image/png", "width": 1200, "height": 800}
    ]
    assert isinstance(made.pictures[0], Picture)


def test_the_command_turns_a_traditional_edition_back_only_where_that_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from edition.cli import main

    plain = edition.Edition.build("x", [edition.Story.of("面", ["里面的面条。"])])
    copy = tmp_path / "x.json"
    copy.write_text(edition.to_json(edition.convert(plain, "zh-Hant-TW").edition), "utf-8")
    for asked, expected in (((), "裡面的麵條。"), (("--to", "zh-Hans"), "里面的面条。"),
                            (("--to", "zh-Hant-HK"), "裏面的麪條。")):
        assert main(["stories", str(copy), "--json", *asked]) == 0
        assert expected in capsys.readouterr().out
