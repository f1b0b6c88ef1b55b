"""Story JSON: what is written is read back whole, and what is wrong is named by its path."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings

from edition import build
from edition.answering import Answer, Do
from edition.cli import main
from edition.copy.making import make_edition
from edition.errors import UnreadableInput
from edition.messages.catalogue import PHRASES
from edition.model import (
    Advertisement,
    Block,
    Ear,
    Edition,
    Furniture,
    HouseItem,
    Imprint,
    Mark,
    Picture,
    Run,
    Section,
    Story,
)
from edition.planning import Planning
from edition.readers import read_bytes
from edition.readers.wire.newsjson import read_json
from edition.sidecar.parse import Sidecar
from edition.storyjson.keys import BLOCK_TYPES
from edition.storyjson.read import schema
from edition.storyjson.write import stories_json
from edition.storyjson.written import written_sections
from proof_pictures import picture
from readers.strategies import editions

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "000_ff888278d800d57a.txt"


def written(edition: Edition) -> bytes:
    return json.dumps(stories_json(edition), ensure_ascii=False).encode()


def reread(value: Any) -> Edition:
    return read_bytes(json.dumps(value).encode(), "a.json").edition


def minimal(**story: Any) -> dict[str, Any]:
    body = [{"type": "paragraph", "text": "路修通了。"}]
    return {"sections": [{"stories": [{"headline": "山里的新路", "body": body} | story]}]}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(editions)
def test_what_is_written_is_read_without_loss(edition: Edition) -> None:
    data = written(edition)
    found = make_edition(read_json(data, "x.json", Sidecar()), "x.json", data)
    assert replace(found.edition, digest="", structured=False) == replace(edition, digest="")
    assert not found.diagnostics


def test_the_seed_comes_back_whole_through_every_pass(tmp_path: Path) -> None:
    first = build.read(SEED).edition
    copy = tmp_path / f"{SEED.stem}.json"
    copy.write_bytes(written(first))
    again = build.read(copy).edition
    assert again.structured and not first.structured
    assert replace(again, digest="", structured=False) == replace(first, digest="")


def test_the_schema_is_printed_and_is_itself_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    from jsonschema import Draft202012Validator

    assert main(["schema"]) == 0
    printed = capsys.readouterr().out
    assert printed == schema()
    Draft202012Validator.check_schema(json.loads(printed))


def test_a_hand_written_file_needs_little() -> None:
    story = next(reread(minimal(byline=["方晴"])).stories)
    assert story.byline is not None and story.byline.raw == "方晴"
    assert story.id == "s01" and story.body[0].id == "s01b01"


@pytest.mark.parametrize(("value", "path"), [
    (minimal(headline=3), r"\$\.sections\[0\]\.stories\[0\]\.headline"),
    (minimal(rnak=1), r"\$\.sections\[0\]\.stories\[0\] .*"),
    (minimal(body=[{"type": "paragraph"}]), r"body\[0\]"),
    (minimal(body=[{"type": "paragraph", "text": "a", "items": []}]), r"body\[0\]"),
    (minimal(body=[{"type": "paragraph", "text": "甲", "runs": [{"text": "乙"}]}]), "text says"),
    (minimal(body=[{"type": "list", "text": "甲", "items": ["乙"]}]), r"body\[0\]\.text says"),
    (minimal(body=[{"type": "figure", "src": "../a.png"}]), r"body\[0\]\.src"),
    (minimal(body=[{"type": "figure", "src": "/a.png"}]), r"body\[0\]\.src"),
    (minimal(body=[{"type": "paragraph", "runs": [{"text": "x", "href": "javascript:1"}]}]),
     r"body\[0\]\.runs\[0\]\.href"),
    (minimal() | {"imprint": {"date": "2023-13-40"}}, "imprint.date"),
    ({"sections": []}, "no story"),
    ({"sections": {}}, r"\$\.sections"),
    ({"stories": []}, "no stories"),
    ([], "no stories"),
])
def test_what_is_wrong_is_named_by_its_path(value: Any, path: str) -> None:
    with pytest.raises(UnreadableInput, match=path):
        reread(value)


@pytest.mark.parametrize(("data", "why"), [
    (b"[" * 100_000, "too deep"),
    (b'{"a":' * 100_000, "too deep"),
    (b'{"sections": NaN}', "NaN"),
    (b'{"sections": [], "sections": []}', "twice"),
    (b'{"sections": [', "not valid JSON"),
    (b'{"name": "\\ud800", "sections": []}', "half a character"),
    (b'{"sections": [], "x": 1' + b"0" * 5000 + b"}", "not valid JSON"),
])
def test_hostile_json_is_one_clear_error(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why):
        read_bytes(data, "a.json")


def test_characters_no_page_can_carry_go_and_are_named() -> None:
    found = read_bytes(json.dumps(minimal(deck="一\x00条\u202e路")).encode(), "a.json")
    assert next(found.edition.stories).deck == "一条路"
    assert [d.kind for d in found.diagnostics] == ["texts_cleaned"]
    assert any("$.sections[0].stories[0].deck" in d.message for d in found.diagnostics)


def test_pictures_stay_files_found_by_name(tmp_path: Path) -> None:
    shown = picture("图/山.png", "wide", "mountains", 1)
    (tmp_path / "图").mkdir()
    (tmp_path / "图" / "山.png").write_bytes(shown.data)
    body = [
        {"type": "figure", "src": "图/山.png", "caption": "雨后的山。"},
        {"type": "figure", "src": "无.png", "alt": "不见了"},
        {"type": "paragraph", "text": "路修通了。"},
    ]
    copy = tmp_path / "a.json"
    copy.write_text(json.dumps(minimal(body=body)), encoding="utf-8")
    read = build.read(copy)
    story = next(read.edition.stories)
    assert story.body[0].src == "图/山.png" and story.body[0].pixels == (1200, 800)
    assert [p.name for p in read.edition.pictures] == ["图/山.png"]
    assert [block.id for block in story.body] == ["s01b01", "s01b02"]
    gone = [d for d in read.diagnostics if d.kind == "picture_missing"]
    assert len(gone) == 1 and gone[0].text == "不见了"


def test_a_picture_never_comes_from_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.png").write_bytes(picture("a.png", "wide", "mountains", 1).data)
    (tmp_path / "in" / "a.png").symlink_to(tmp_path / "a.png")
    copy = tmp_path / "in" / "a.json"
    copy.write_text(json.dumps(minimal(body=[{"type": "figure", "src": "a.png"}])))
    with pytest.raises(UnreadableInput, match="leads out of its folder"):
        build.read(copy)


# --- the schema, the model and the words

_OF_EDITION = {
    "name", "language", "sections", "imprint", "furniture", "glossary", "advertisements",
    "house_copy", "ears", "pictures", "answers", "held", "structured", "digest",
    "planning",
}
_BYLINE_KEYS = {"byline", "byline_raw", "byline_line", "byline_position"}


def names_of(kind: type) -> set[str]:
    return {entry.name for entry in fields(kind)}


def keys_of(part: dict[str, Any]) -> set[str]:
    return set(part["properties"])


def test_the_schema_has_every_field_of_the_model_and_no_other() -> None:
    whole = json.loads(schema())
    parts = whole["$defs"]
    assert names_of(Edition) == _OF_EDITION
    assert keys_of(whole) == _OF_EDITION | {"$schema", "queries", "finished"}
    assert keys_of(parts["picture"]) == names_of(Picture) - {"seal"}
    assert keys_of(parts["answer"]) == names_of(Answer)
    assert set(parts["answer"]["properties"]["do"]["enum"]) == {do.value for do in Do}
    assert keys_of(parts["imprint"]) == names_of(Imprint)
    assert keys_of(parts["advertisement"]) == names_of(Advertisement)
    assert keys_of(parts["run"]) == names_of(Run)
    assert keys_of(parts["section"]) == names_of(Section)
    assert keys_of(parts["story"]) == names_of(Story) | _BYLINE_KEYS
    properties = whole["properties"]
    assert keys_of(properties["furniture"]["items"]) == names_of(Furniture)
    assert keys_of(properties["house_copy"]["items"]) == names_of(HouseItem)
    assert keys_of(properties["ears"]["items"]) == names_of(Ear)
    assert keys_of(properties["planning"]) == names_of(Planning)
    assert properties["language"]["enum"][0] == Edition("a", ()).language
    assert set(parts["run"]["properties"]["marks"]["items"]["enum"]) == {m.value for m in Mark}


def test_the_schema_has_every_kind_of_block_with_its_fields() -> None:
    block = json.loads(schema())["$defs"]["block"]
    assert set(get_args(Block)) == set(BLOCK_TYPES)
    assert set(block["properties"]["type"]["enum"]) == set(BLOCK_TYPES.values())
    allowed = {
        rule["if"]["properties"]["type"]["const"]: set(rule["then"]["propertyNames"]["enum"])
        for rule in block["allOf"]
    }
    assert set().union(*allowed.values()) == keys_of(block)
    written_otherwise = {
        "items": {"items", "runs", "labels", "levels", "made", "ordered"},
        "rows": {"rows", "runs"}, "closing.rows": {"items", "ranged", "runs"},
        "header_rows": {"header_rows", "header"}, "verses": {"verses", "runs"},
        "caption": {"caption", "runs"}, "table.caption": {"caption", "caption_runs"},
    }
    for kind, name in BLOCK_TYPES.items():
        keys = {"type", "text"}
        for field in names_of(kind):
            own = written_otherwise.get(field, {field})
            keys |= written_otherwise.get(f"{name}.{field}", own)
        assert allowed[name] == keys, name


def test_every_rule_of_the_schema_can_be_told_in_chinese() -> None:
    for value, said in (
        (minimal(headline=3), "应当是 string"),
        (minimal(rnak=1), "没有“rnak”这个键"),
        (minimal(rank=0), "太小"),
        (minimal(body=[{"type": "poem", "text": "甲"}]), "“poem”不行"),
        ({"sections": [{"stories": [{"body": []}]}]}, "缺少 headline"),
        (minimal(body=[{"type": "figure", "src": "../a.png"}]), "文件夹之内"),
        (minimal(body=[{"type": "paragraph"}]), "至少要有一个"),
        (minimal() | {"imprint": {"date": "某日"}}, "写法不对"),
        (minimal() | {"name": ""}, "太小"),
    ):
        with pytest.raises(UnreadableInput) as caught:
            reread(value)
        assert said in caught.value.told("zh-Hans"), value


def rules_in(part: object) -> set[str]:
    """Keywords of a schema that a value may break."""
    plain = {"$schema", "$defs", "$ref", "title", "description", "properties", "items", "allOf",
             "if", "then", "const", "propertyNames"}
    found: set[str] = set()
    if isinstance(part, list):
        return set().union(*map(rules_in, part)) if part else found
    if isinstance(part, dict):
        for key, value in part.items():
            if key in ("properties", "$defs"):
                found |= set().union(*map(rules_in, value.values()))
            else:
                found |= rules_in(value) | ({key} - plain)
    return found


def test_every_rule_of_the_schema_has_its_phrase() -> None:
    bounds = {"minimum", "maximum", "minItems", "maxItems", "minLength"}
    for rule in rules_in(json.loads(schema())) - bounds:
        assert f"schema_{rule}" in PHRASES, rule


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(editions)
def test_the_words_alone_are_those_of_the_stories(edition: Edition) -> None:
    sections = written_sections(stories_json(edition))
    assert sections is not None
    assert [section.title for section in sections] == [s.title or "" for s in edition.sections]
    found = [story for section in sections for story in section.stories]
    assert ["\n".join(story.texts) for story in found] == [
        "\n".join(text for text in story.text.split("\n") if text) for story in edition.stories
    ]
    assert [(story.rank, story.brief) for story in found] == [
        (story.rank, story.brief) for story in edition.stories
    ]


@pytest.mark.parametrize("value", [
    None, [], {"sections": {}}, {"sections": [{"stories": 1}]}, {"sections": ["甲"]},
    {"sections": [{"stories": ["甲"]}]}, minimal(body={}), minimal(body=["甲"]),
    minimal(credits="甲"), minimal(credits=[1]), minimal(deck=1),
    minimal(body=[{"type": "paragraph", "text": 1}]),
])
def test_what_has_not_the_shape_has_no_words(value: object) -> None:
    assert written_sections(value) is None


def test_words_that_are_not_there_are_empty() -> None:
    value = {"sections": [{"stories": [{"headline": "题", "rank": 2}]}]}
    (section,) = written_sections(value) or ()
    (story,) = section.stories
    assert (section.title, story.kicker, story.byline, story.credits) == ("", "", "", ())
    assert (list(story.texts), story.rank, story.brief) == (["题"], 2, False)


def test_queries_of_a_story_file_are_not_asked_for_when_it_is_read() -> None:
    value = minimal() | {"queries": [{"kind": "lost_opening", "text": "某某一行"}]}
    assert read_bytes(json.dumps(value).encode(), "a.json").diagnostics == ()
