"""A sitting at the desk in Chromium: wishes by mouse and keys, copy that was not saved, doubts of
script, and what a sub-editor at the desk did not find or did by mistake."""

from __future__ import annotations

import re
import shutil
import signal
import tomllib
from pathlib import Path
from typing import Any

import pytest

from desk.desk_seen import chromium, opened, seed_in, served, settled, start, until
from desk.test_desk_wishes import SCRIPTS

pytestmark = pytest.mark.check
COPY = """江源日报 12月1日 第一版

石桥修好了

昨天上午，南湖村的老石桥修好了，村里人都来看，桥头站满了人。桥是六十年前修的。

（王小明）

图书馆夜里开门

从本月起，县图书馆把关门的时间推迟到晚上九点半，读者多了三成。

（李春华）
"""


def table(source: Path) -> dict[str, Any]:
    return tomllib.loads(source.with_suffix(".toml").read_text(encoding="utf-8"))


def small(folder: Path, copy: str = COPY) -> Path:
    source = folder / "page.txt"
    source.write_text(copy, encoding="utf-8")
    return source


def test_box_and_breaks_are_set_by_mouse_and_keys_and_undone(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        page.keyboard.press("t")
        page.click("#stories .name >> nth=0")
        with page.expect_response("**/wish"):
            page.click(".breaker [data-at='2']")
        until(page, "document.querySelectorAll('.breaker [role=group] > div').length === 2")
        assert table(source)["stories"][0]["headline_lines"] == ["石桥", "修好了"]
        # The hand stays where it was: keys go on from there.
        assert page.evaluate("document.activeElement.dataset.at") == "2"
        page.keyboard.press("ArrowRight")
        with page.expect_response("**/wish"):
            page.keyboard.press("Enter")
        until(page, "document.querySelectorAll('.breaker [role=group] > div').length === 3")
        assert table(source)["stories"][0]["headline_lines"] == ["石桥", "修", "好了"]
        with page.expect_response("**/undo") as undone:
            page.keyboard.press("z")
        assert undone.value.ok, undone.value.text()
        until(page, "document.querySelectorAll('.breaker [role=group] > div').length === 2")
        with page.expect_response("**/wish"):
            page.select_option(".wishes label:has-text('加框') select", "true")
        settled(page)
        assert table(source)["stories"] == [
            {"headline": "石桥修好了", "headline_lines": ["石桥", "修好了"], "box": True}]
        assert not page.faults


def test_an_answer_that_comes_late_puts_nothing_old_on_the_screen(tmp_path: Path) -> None:
    """The reading asked for after the first change comes after the second: undo still undoes."""
    source = small(tmp_path)
    lines = "document.querySelectorAll('.breaker [role=group] > div').length"
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        late: list[tuple[Any, Any]] = []
        page.route("**/state", lambda route: late.append((route, route.fetch())))
        page.keyboard.press("t")
        page.click("#stories .name >> nth=0")
        for number, place in enumerate(("2", "3"), 2):
            with page.expect_response("**/wish"):
                page.click(f".breaker [data-at='{place}']")
            until(page, f"{lines} === {number}")
            until(page, "!document.getElementById('undo').disabled")
            while len(late) < number - 1:
                page.wait_for_timeout(50)
        with page.expect_response("**/state"):
            late[0][0].fulfill(response=late[0][1])
        page.wait_for_timeout(200)
        assert page.evaluate(lines) == 3
        page.unroute("**/state")
        with page.expect_response("**/undo") as undone:
            page.keyboard.press("z")
        assert undone.value.ok, undone.value.text()
        until(page, f"{lines} === 2")
        assert table(source)["stories"][0]["headline_lines"] == ["石桥", "修好了"]
        assert not page.faults


def test_copy_that_was_not_saved_is_offered_after_a_kill(tmp_path: Path) -> None:
    source = small(tmp_path)
    desk = start(source)
    try:
        with chromium() as context:
            page = opened(context, desk)
            page.click("li[data-line='3'] .t")
            page.keyboard.press("Enter")
            page.keyboard.press("End")
            page.keyboard.type("吗")
            with page.expect_response("**/edit"):
                page.keyboard.press("Enter")
            until(page, "document.getElementById('unsaved').textContent")
            page.close()
            desk.kill()
            desk = start(source)
            page = opened(context, desk)
            page.wait_for_selector("#draft:not([hidden])")
            assert "吗" not in page.text_content("#lines")
            with page.expect_response("**/edit"):
                page.click("#draft button >> nth=0")
            until(page, "document.getElementById('unsaved').textContent")
            assert "石桥修好了吗" in page.text_content("#lines")
            with page.expect_response("**/save"):
                page.keyboard.press("s")
            until(page, "!document.getElementById('unsaved').textContent")
            page.reload()
            page.wait_for_selector("#paper img")
            assert page.is_hidden("#draft")
            assert "石桥修好了吗" in source.read_text(encoding="utf-8")
            assert not page.faults
    finally:
        if desk.process.poll() is None:
            desk.kill()


def test_doubts_of_script_are_answered_by_keys(tmp_path: Path) -> None:
    source = small(tmp_path, SCRIPTS)
    with served(source, "--to", "zh-Hant-TW", "--layout", "tabloid") as desk, \
            chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.wait_for_selector("[data-do='form']")
        while page.evaluate("!document.querySelector('.query.now [data-do=form]')"):
            page.keyboard.press("j")
        left = page.locator("#queries .query").count()
        with page.expect_response("**/form"):
            page.keyboard.press("2")
        settled(page)
        until(page, f"document.querySelectorAll('#queries .query').length < {left}")
        house = (tmp_path / "house.toml").read_text(encoding="utf-8")
        assert re.search(r'"tw:[@?].+=.+"', house)
        with page.expect_response("**/undo"):
            page.keyboard.press("z")
        assert not (tmp_path / "house.toml").exists()
        assert not page.faults


def test_the_second_click_of_two_answers_nothing(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    before = source.with_suffix(".toml").read_bytes()
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url) if one.method == "POST" else None)
        for number in (1, 2, 3):
            head = page.locator("#queries .query .head").nth(number)
            box = head.bounding_box()
            page.mouse.dblclick(box["x"] + 60, box["y"] + 10)
            page.wait_for_timeout(700)
        assert asked == []
        assert source.with_suffix(".toml").read_bytes() == before


def test_the_head_of_the_paper_is_filled_in_by_hand(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.click(".box.head")
        assert "江源日报" in page.inner_text("#imprint-fields")
        assert page.input_value("#imprint label:has-text('报名') input") == "江源日报"
        page.fill("#imprint label:has-text('日期') input", "哪天")
        page.fill("#imprint label:has-text('第几版') input", "")
        page.click("#imprint-put")
        page.wait_for_selector("#imprint-fault:not([hidden])")
        assert "page.toml" not in page.inner_text("#imprint-fault")
        page.fill("#imprint label:has-text('日期') input", "2026年12月1日")
        with page.expect_response("**/imprint") as told:
            page.keyboard.press("Enter")
        assert told.value.status == 200
        until(page, "!document.getElementById('imprint').open")
        settled(page)
        page.click("#export summary")
        assert "没有报名" not in page.inner_text("#export-left")
        assert not page.faults
    assert table(source) == {"paper": "江源日报", "date": "2026年12月1日"}


def test_a_fault_that_is_picked_is_the_one_that_is_marked(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        until(page, "document.querySelectorAll('.mark').length > 1")
        assert page.locator(".mark >> visible=true").count() == 0
        page.keyboard.press("c")
        assert "付印" in page.inner_text("#check .next")
        page.click(".mark >> nth=0")
        name = page.get_attribute(".mark.picked >> nth=0", "aria-label")
        assert {name} == set(page.eval_on_selector_all(
            ".mark.picked", "all => all.map((one) => one.getAttribute('aria-label'))"))
        assert not page.faults


def test_what_is_typed_stays_while_the_desk_answers(tmp_path: Path) -> None:
    source = small(tmp_path)
    (tmp_path / "images").mkdir()
    shutil.copy(Path(__file__).parents[2] / "edition/desk/sample/images/bridge.jpg",
                tmp_path / "images" / "a.jpg")
    source.with_suffix(".toml").write_text(
        '[[pictures]]\nfile = "images/a.jpg"\nstory = "石桥修好了"\n', encoding="utf-8")
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        page.keyboard.press("t")
        page.click("#stories .name >> nth=0")
        page.fill(".picture label:has-text('图片说明') input", "新修的桥")
        with page.expect_response("**/picture"):
            page.keyboard.press("Tab")
        page.keyboard.type("方晴 摄")
        settled(page)
        assert page.input_value(".picture label:has-text('图片署名') input") == "方晴 摄"
        with page.expect_response("**/picture"):
            page.keyboard.press("Tab")
        with page.expect_response("**/picture"):
            page.select_option(".picture label:has-text('图片大小') select", "small")
        settled(page)
        assert not page.faults
    (entry,) = table(source)["pictures"]
    assert (entry["caption"], entry["credit"], entry["width"]) == ("新修的桥", "方晴 摄", "small")


def test_a_desk_that_is_closed_says_nothing_of_its_libraries(tmp_path: Path) -> None:
    desk = start(small(tmp_path))
    try:
        with chromium() as context:
            opened(context, desk)
            desk.process.send_signal(signal.SIGINT)
            _, said = desk.process.communicate(timeout=60)
        assert "Traceback" not in said and len(said.splitlines()) <= 1
    finally:
        if desk.process.poll() is None:
            desk.kill()


def test_no_dialog_stands_in_the_way_of_a_reader(tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    source = small(tmp_path, SCRIPTS)
    with served(source, "--to", "zh-Hant-TW", "--layout", "tabloid") as desk, \
            chromium(bypass_csp=True) as context:
        page = opened(context, desk)
        settled(page)
        for opening in ("", ".box.head", "#help", "#export summary"):
            if opening:
                page.click(opening)
            found = axe.run(page, options={"iframes": False}).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], opening
            page.keyboard.press("Escape")
