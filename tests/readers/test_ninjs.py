"""ninjs 1, 2 and 3, and JSON that is broken or means harm."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest

from edition.copy.making import make_edition
from edition.errors import Severity, UnreadableInput
from edition.model import Figure, Paragraph, block_text, plain
from edition.readers import Read, read_bytes
from edition.readers.wire.ninjs import read_ninjs

HTML = "<p>清早六点，<b>老周</b>走上桥面。</p><p>桥面很宽。</p>"
ONE = {
    "uri": "urn:x:1", "type": "text", "headline": "旧渡口架起新桥", "byline": "记者 林小禾",
    "located": "青石镇", "body_xhtml": HTML, "body_text": "清早六点，老周走上桥面。\n桥面很宽。",
    "slugline": "bridge", "urgency": 3,
    "associations": {"main": {
        "uri": "urn:x:2", "type": "picture", "description_text": "新桥通车。", "byline": "方远",
        "renditions": {"web": {"href": "https://p.example/a.jpg"}, "own": {"href": "a.jpg"}},
    }},
}
TWO = {
    "uri": "urn:x:1", "type": "text", "by": "记者 林小禾", "located": "青石镇",
    "headlines": [{"role": "kicker", "value": "乡村路网"}, {"role": "sub", "value": "步行十分钟"},
                  {"role": "main", "value": "旧渡口架起新桥"}],
    "bodies": [{"contenttype": "text/plain", "value": "清早六点，老周走上桥面。\n桥面很宽。"},
               {"contenttype": "text/html", "value": HTML}],
    "slugline": "bridge",
    "associations": [{
        "name": "main", "uri": "urn:x:2", "type": "picture", "byline": "方远",
        "descriptions": [{"role": "caption", "value": "新桥通车。"}],
        "renditions": [{"name": "own", "href": "a.jpg"}],
    }],
}
THREE = json.loads(
    json.dumps(TWO).replace("contenttype", "contentType").replace('"by"', '"Bylines"')
)


def _read(value: Any) -> Read:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return make_edition(read_ninjs(data, "a.json"), "a.json", data)


@pytest.mark.parametrize("value", [ONE, TWO, THREE])
def test_the_three_versions_agree(value: dict[str, Any]) -> None:
    read = _read(value)
    for given in (value, [value]):
        by_suffix = read_bytes(json.dumps(given).encode(), "a.json").edition
        assert [s.headline for s in by_suffix.stories] == ["旧渡口架起新桥"]
    (story,) = read.edition.stories
    assert (story.headline, story.dateline) == ("旧渡口架起新桥", "青石镇")
    assert story.byline is not None and story.byline.names == ("林小禾",)
    assert [type(b) for b in story.body] == [Paragraph, Paragraph, Figure]
    assert "".join(map(block_text, story.body[:2])) == "清早六点，老周走上桥面。桥面很宽。"
    picture = story.body[2]
    assert isinstance(picture, Figure)
    assert (picture.src, plain(picture.caption), picture.credit) == ("a.jpg", "新桥通车。", "方远")
    assert "bridge" in {d.text for d in read.diagnostics}
    assert not [d for d in read.diagnostics if d.severity is Severity.ERROR]


@pytest.mark.parametrize("length", [1, 39, 40, 41])
def test_a_key_written_twice_is_named(length: int) -> None:
    key = "k" * length
    with pytest.raises(UnreadableInput) as fault:
        _read(f'{{"{key}": 1, "{key.upper()}": 2}}'.encode())
    assert (fault.value.kind, fault.value.values["key"]) == ("ninjs_key_twice", key.upper()[:40])


def test_kicker_and_deck_by_role() -> None:
    (story,) = _read(TWO).edition.stories
    assert (story.kicker, story.deck) == ("乡村路网", "步行十分钟")


def test_a_picture_elsewhere_is_named() -> None:
    away = json.loads(json.dumps(ONE).replace('"a.jpg"', '"../../a.jpg"'))
    read = _read(away)
    assert "https://p.example/a.jpg" in {d.text for d in read.diagnostics}
    figures = [b for s in read.edition.stories for b in s.body if isinstance(b, Figure)]
    assert [f.src for f in figures] == [None]


def test_renditions_that_differ_are_named() -> None:
    read = _read({**ONE, "body_text": "另有一句。"})
    assert "另有一句。" in {d.text for d in read.diagnostics}


def test_a_list_and_stories_of_a_package() -> None:
    assert len(list(_read([ONE, TWO]).edition.stories)) == 2
    package = {"uri": "u", "type": "composite", "headline": "专题", "associations": {"a": ONE}}
    assert [s.headline for s in _read(package).edition.stories] == ["专题", "旧渡口架起新桥"]


def test_half_a_character_is_dropped_and_said() -> None:
    read = _read(b'{"uri": "u", "headline": "\\ud800\xe9\xa2\x98", "body_text": "a\\udfff\\u0000"}')
    (story,) = read.edition.stories
    assert story.headline == "题"
    assert {"control_removed", "nul_removed"} <= {d.kind for d in read.diagnostics}


@pytest.mark.parametrize("data", [
    b"[" * 100_000, b'{"a":' * 100_000, b"{", b"3", b'"x"', b"[1]", b"null", b"[]", b"{}",
    b'{"uri": "u", "URI": "v"}', b'{"headline": ' + b"9" * 5000 + b"}",
    b"[" * 80 + b"]" * 80, b'{"bodies": [{"contenttype": "text/html", "value": "'
    + b"<div>" * 100_000 + b'x"}]}', b"\xff\xfe\xff", b"",
])
def test_bad_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        _read(data)


@pytest.mark.parametrize("value", [None, 3, True, [], {}, [None], "x", [[1]], {"value": 3}])
@pytest.mark.parametrize("key", ["headline", "headlines", "bodies", "body_xhtml", "associations",
                                 "renditions", "byline", "type", "located"])
def test_fields_of_another_kind_never_break_it(key: str, value: Any) -> None:
    with contextlib.suppress(UnreadableInput):
        _read({**ONE, "type": "picture", key: value})
