"""The JSON of the stories is the contract, key by key."""

from __future__ import annotations

import json
from dataclasses import replace

from edition.errors import Confidence, Diagnostic
from edition.model import Furniture
from edition.readers import read_bytes
from edition.storyjson.write import stories_json
from gold_edition import GOLD, gold_edition


def test_stories_agree_with_the_gold() -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))["stories"]
    value = stories_json(gold_edition())
    found = [story for section in value["sections"] for story in section["stories"]]
    for story, wanted in zip(found, gold, strict=True):
        for key in ("headline", "headline_line", "deck", "deck_line", "byline", "byline_raw",
                    "byline_line", "byline_position", "source_lines"):
            assert story[key] == wanted[key], key
        body = [{k: b[k] for k in ("type", "text", "lines", "parts") if k in b}
                for b in story["body"]]
        assert body == [
            {k: b[k] for k in ("text", "lines", "parts") if k in b}
            | {"type": b.get("role", b["type"])}
            for b in wanted["body"]
        ]


def test_queries_are_the_remarks_with_a_line() -> None:
    seen = Diagnostic("lost_opening", {}, 3, 1, "山", "山里", Confidence.WEAK)
    value = stories_json(gold_edition(), [Diagnostic("encoding"), seen])
    assert value["queries"] == [{
        "kind": "lost_opening", "severity": "error", "confidence": "weak", "line": 3, "story": 1,
        "source": None, "text": "山", "message": seen.message, "suggestion": "山里",
    }]


def test_everything_is_plain_json() -> None:
    edition = replace(gold_edition(), furniture=(Furniture(1, "第3版"),))
    value = stories_json(edition)
    assert json.loads(json.dumps(value, ensure_ascii=False)) == value
    assert value["furniture"] == [{"line": 1, "text": "第3版"}]


def test_names_in_a_dateline_are_the_byline() -> None:
    copy = "山里的新路\n\n本报讯（记者 方晴 通讯员 丁一诺）路修通了，班车每天两趟。\n"
    story = stories_json(read_bytes(copy.encode(), "a.txt").edition)["sections"][0]["stories"][0]
    assert story["byline"] == ["方晴", "丁一诺"]
    assert story["byline_position"] == "dateline"
    assert story["byline_raw"] is None
    assert story["body"][0]["text"].startswith("本报讯（记者 方晴")
