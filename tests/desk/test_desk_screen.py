"""The desk in a browser: Chromium's own keys, mouse and files, on copy that is mended with them."""

from __future__ import annotations

import base64
import io
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import edition
from desk.desk_seen import SEED, SEEDS, chromium, opened, seed_in, served, settled, start, until
from edition.model import Crosshead, Paragraph, PullQuote, block_text
from gold_edition import GOLD

pytestmark = pytest.mark.check


def answered(page: Any, key: str) -> None:
    """Press a key and wait until what it says stands in the sidecar."""
    with page.expect_response(lambda one: one.request.method == "POST") as told:
        page.keyboard.press(key)
    assert told.value.status == 200, told.value.text()
    revision = told.value.json()["revision"]
    until(page, f"document.body.dataset.revision === '{revision}'")


def queries(page: Any) -> int:
    said = page.inner_text("#tab-queries .count")
    return int(said) if said else 0


def as_gold(source: Path) -> list[dict[str, Any]]:
    """The stories of a source, in the fields of the gold reading."""
    kinds = {Paragraph: "paragraph", Crosshead: "crosshead", PullQuote: "pull_quote"}
    return [
        {
            "headline": story.headline, "deck": story.deck,
            "byline": list(story.byline.names) if story.byline else [],
            "body": [(kinds[type(block)], block_text(block)) for block in story.body],
        }
        for story in edition.read(source).edition.stories
    ]


def gold() -> list[dict[str, Any]]:
    stories = json.loads(GOLD.read_text(encoding="utf-8"))["stories"]
    return [
        {
            "headline": one["headline"], "deck": one["deck"], "byline": one["byline"],
            "body": [(block["type"], block["text"]) for block in one["body"]],
        }
        for one in stories
    ]


def test_every_query_of_the_seed_is_answered_by_keys_to_the_gold_reading(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        count = queries(page)
        assert count >= 8
        for left in range(count, 0, -1):
            assert queries(page) == left
            answered(page, "1")
        assert "取走" in page.inner_text(".next >> nth=0")
        assert not page.faults
    answers = tomllib.loads(source.with_suffix(".toml").read_text(encoding="utf-8"))["answers"]
    assert len(answers) == count
    found, wanted = as_gold(source), gold()
    for one, other in zip(found, wanted, strict=True):
        assert (one["headline"], one["deck"], one["byline"]) == (
            other["headline"], other["deck"], other["byline"])
        assert [text for _, text in one["body"]] == [text for _, text in other["body"]]


def test_a_wrong_answer_is_undone_by_a_key(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    before = source.with_suffix(".toml").read_bytes()
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        count = queries(page)
        answered(page, "1")
        assert queries(page) == count - 1
        answered(page, "z")
        assert queries(page) == count
    assert source.with_suffix(".toml").read_bytes() == before


def test_a_line_is_changed_by_keys_and_saved(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        page.click("li[data-line='5'] .t")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.keyboard.press("End")
        page.keyboard.type("今天")
        with page.expect_response("**/edit"):
            page.keyboard.press("Enter")
        until(page, "document.getElementById('unsaved').textContent")
        assert "今天" not in source.read_text(encoding="utf-8")
        with page.expect_response("**/save"):
            page.keyboard.press("s")
        assert source.read_text(encoding="utf-8").splitlines()[2].endswith("今天")
        assert Path(f"{source}~").exists()
        assert not page.faults


def test_another_page_is_picked_and_stays(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        first = page.get_attribute("#paper", "data-job")
        page.keyboard.press("o")
        page.click("#ask-others")
        page.wait_for_selector(".thumb .take")
        assert page.inner_text(".thumb >> nth=0")
        with page.expect_response("**/pin"):
            page.click(".thumb .take >> nth=0")
        settled(page)
        assert page.get_attribute("#paper", "data-job") != first
        assert "照您挑的" in page.inner_text("#others")
        # The choice survives a small change of copy.
        text = source.read_text(encoding="utf-8").replace("新活力", "新动力")
        source.write_text(text, encoding="utf-8")
        page.wait_for_selector("text=新动力")
        settled(page)
        shown = page.evaluate("async () => (await (await fetch('page')).json()).remarks")
        assert not [one for one in shown if one["kind"] == "pin_unmet"]
    plan = tomllib.loads(source.with_suffix(".toml").read_text(encoding="utf-8"))["plan"]
    assert len(plan["pinned"]) == 1


def test_a_story_is_dragged_to_the_lead(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        lead = page.get_attribute(".box >> nth=0", "aria-label")
        other = page.locator(".box[data-story='2']")
        name = other.get_attribute("aria-label")
        with page.expect_response("**/order"):
            other.drag_to(page.locator(".box[data-story='0']"))
        settled(page)
        assert page.get_attribute(".box >> nth=0", "aria-label") == name != lead
    assert tomllib.loads(source.with_suffix(".toml").read_text())["stories"][0]["rank"] == 1


def picture() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def test_a_picture_is_dropped_onto_a_story(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        encoded = base64.b64encode(picture()).decode()
        carried = page.evaluate_handle("""async (data) => {
            const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
            const carried = new DataTransfer();
            carried.items.add(new File([bytes], '桥<b>.jpg', { type: 'image/jpeg' }));
            return carried;
        }""", encoded)
        with page.expect_response("**/picture*") as told:
            page.dispatch_event(".box[data-story='1']", "drop", {"dataTransfer": carried})
        assert told.value.status == 200
        settled(page)
        page.click(".box[data-story='1']")
        page.fill(".wishes label:has-text('图片说明') input", "新修的桥")
        with page.expect_response("**/picture"):
            page.keyboard.press("Tab")
        settled(page)
        assert not page.faults
    entry = tomllib.loads(source.with_suffix(".toml").read_text(encoding="utf-8"))["pictures"][0]
    assert entry["caption"] == "新修的桥"
    assert (tmp_path / entry["file"]).read_bytes() == picture()


def test_a_desk_killed_in_mid_write_has_lost_nothing(tmp_path: Path) -> None:
    """Killed again and again while answers are given: what stands in the file is always whole."""
    source = seed_in(tmp_path)
    side = source.with_suffix(".toml")
    desk = start(source)
    port = int(re.findall(r":(\d+)/", desk.address)[0])
    try:
        with chromium() as context:
            page = opened(context, desk)
            for attempt in range(3):
                count = queries(page)
                before = tomllib.loads(side.read_text(encoding="utf-8")).get("answers", [])
                page.evaluate("document.activeElement.blur()")
                page.keyboard.press("1")
                if attempt:
                    page.wait_for_timeout(15 * attempt)
                desk.kill()
                after = tomllib.loads(side.read_text(encoding="utf-8")).get("answers", [])
                assert after[: len(before)] == before and len(after) - len(before) in (0, 1)
                desk = start(source, port=port)
                page = opened(context, desk)
                assert queries(page) <= count
    finally:
        if desk.process.poll() is None:
            desk.kill()
    assert source.read_bytes() == (SEEDS / f"{SEED}.txt").read_bytes()


def test_two_browsers_are_told_of_each_other(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        one, other = opened(context, desk), opened(context, desk)
        count = queries(one)
        # The other does not hear the news: it answers what it saw.
        other.route("**/state", lambda route: route.abort())
        answered(one, "1")
        with other.expect_response(lambda r: r.request.method == "POST") as told:
            other.keyboard.press("1")
        assert told.value.status == 409
        other.wait_for_selector("#fault:not([hidden])")
        assert "别处改过" in other.inner_text("#fault")
        assert queries(other) == count - 1
        answered(other, "1")
        until(one, f"document.querySelector('.count').textContent === '{count - 2}'")


HOSTILE = """<img src=x onerror="document.title='owned'">

昨天上午，<script>document.title='owned'</script>村里人都来看老桥，{{ 7*7 }} ${alert(1)}。

（王小明）

<b>石桥</b>修好了 & 通车

&lt;script&gt;昨天，"></textarea><svg onload=alert(1)>石桥修好了，村里人都来看热闹了。
"""


def test_hostile_copy_is_shown_as_text(tmp_path: Path) -> None:
    folder = tmp_path / "<img src=x onerror=alert(1)>"
    folder.mkdir()
    for name in ("a'\"><script>alert(1)<", "b&amp;"):
        safe = name.replace("/", "")
        (folder / f"{safe}.txt").write_text(HOSTILE, encoding="utf-8")
    with served(folder) as desk, chromium() as context:
        page = opened(context, desk)
        asked: list[str] = []
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        page.click("#tab-stories")
        page.click("#tab-check")
        page.click("li[data-line='1'] .t >> nth=0")
        page.keyboard.press("e")
        page.keyboard.press("Escape")
        settled(page)
        assert "owned" not in page.title()
        assert not asked
        assert page.locator("#lines img, #lines script, #lines svg, #desk script").count() == 0
        assert "<img src=x" in page.text_content("#lines")
        assert [one for one in page.faults if "Content Security Policy" in one] == []


def test_the_traditional_edition_and_the_book_are_seen(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        with page.expect_response("**/view"):
            page.select_option("#script", "zh-Hant-TW")
        settled(page)
        assert page.evaluate("async () => (await (await fetch('page')).json()).language") == \
            "zh-Hant-TW"
        page.click("#kind")
        frame = page.wait_for_selector("#paper iframe").content_frame()
        frame.wait_for_selector("a")
        assert "社" in frame.inner_text("body")
        page.click("#kind")
        page.wait_for_selector("#paper img")
        page.click("#export summary")
        with page.expect_download() as kept:
            page.click("text=报纸（PDF）")
        assert kept.value.suggested_filename == "seed.pdf"
        assert Path(kept.value.path()).read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_a_reader(tmp_path: Path, scheme: str) -> None:
    """axe-core finds no violation on any tab, in any language, light and dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    source = seed_in(tmp_path)
    with served(source) as desk, chromium(color_scheme=scheme, bypass_csp=True) as context:
        page = opened(context, desk)
        settled(page)
        for lang in ("zh-Hans", "zh-Hant", "en"):
            page.goto(page.url.partition("?")[0] + f"?lang={lang}")
            page.wait_for_selector("#paper img")
            until(page, "document.querySelectorAll('.mark').length > 0")
            for key in ("q", "t", "o", "c"):
                page.keyboard.press(key)
                if key == "t":
                    page.click("#stories .name >> nth=0")
                found = axe.run(page, options={"iframes": False}).response["violations"]
                assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], (lang, key)


def test_a_13_inch_screen_holds_the_desk(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        wide, high = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
        assert (wide, high) == (1280, 800)
        for place in ("#lines", "#paper", "#queries", "#save", "#export"):
            box = page.locator(place).bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 1280
            assert box["y"] + box["height"] <= 800
        assert SEED
