"""Story JSON: what is written is read back whole, and what is wrong is named by its path."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from edition import build
from edition.cli import main
from edition.copy.making import make_edition
from edition.errors import UnreadableInput
from edition.model import Edition
from edition.readers import read_bytes
from edition.readers.wire.json import read_json
from edition.sidecar.parse import Sidecar
from edition.storyjson.read import schema
from edition.storyjson.write import stories_json
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
