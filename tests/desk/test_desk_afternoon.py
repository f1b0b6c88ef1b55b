"""A second sitting in Chromium: narrow screens, pictures of a Word file, faults in words,
and hands or windows that are quicker than the answers of the desk."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desk.desk_seen import chromium, opened, seed_in, served, settled, until
from desk.test_desk_pictures import word_copy
from desk.test_desk_sitting import small, table

pytestmark = pytest.mark.check
OVERFLOW = """() => [...document.querySelectorAll('header *, main *')].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && !one.closest('#paper, #lines, .menu')
        && (box.right > innerWidth + 1 || box.left < -1);
}).map((one) => one.id || one.className || one.tagName)"""


@contextmanager
def word_desk(folder: Path) -> Iterator[Any]:
    """The desk of a Word file in a folder, the wishes of its first story before the eyes."""
    source = folder / "page.docx"
    source.write_bytes(word_copy())
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.keyboard.press("t")
        page.click("#stories .name >> nth=0")
        yield page


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (800, 600)])
def test_a_narrow_screen_holds_the_desk(tmp_path: Path, width: int, height: int) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(desk.address)
        page.wait_for_selector(".query")
        wide, high = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        assert (wide, high) == (width, height)
        for lang in ("zh-Hans", "en"):
            page.goto(page.url.partition("?")[0] + f"?lang={lang}")
            page.wait_for_selector(".query")
            for key in "qtoc":
                page.keyboard.press(key)
                assert page.evaluate(OVERFLOW) == [], (lang, key)
        # Beside queries the copy is read, beside all else the page is seen; either is a click away.
        page.keyboard.press("q")
        assert page.is_visible("#lines") and not page.is_visible("#paper")
        assert page.locator("#lines").bounding_box()["width"] > width / 2
        page.click(".turn >> visible=true")
        page.wait_for_selector("#paper img")
        assert not page.is_visible("#lines")
        page.click(".turn >> visible=true")
        assert page.is_visible("#lines")
        page.keyboard.press("c")
        settled(page)
        page.wait_for_selector("#check .query button")
        page.click("#check [data-fault] ul button >> nth=0")
        page.wait_for_selector(".mark.picked")
        page.keyboard.press("v")
        assert page.locator("#paper").bounding_box()["width"] > width - 4


def test_a_picture_of_a_word_file_is_cropped_left_out_and_shown_again(tmp_path: Path) -> None:
    with word_desk(tmp_path) as page:
        page.fill(".picture label:has-text('图片说明') input", "桥头站满了人")
        with page.expect_response("**/picture"):
            page.keyboard.press("Tab")
        until(page, "document.querySelector('.shot img')?.naturalWidth > 0")
        page.locator(".shot").scroll_into_view_if_needed()
        box = page.locator(".shot").bounding_box()
        with page.expect_response("**/picture"):
            page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.2)
            page.mouse.down()
            page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.8)
            page.mouse.up()
        settled(page)
        (entry,) = table(tmp_path / "page.docx")["pictures"]
        assert entry["caption"] == "桥头站满了人"
        assert entry["focus"] == pytest.approx([0.2, 0.2, 0.7, 0.8], abs=0.02)
        assert "加不了框" in page.inner_text(".wishes")
        with page.expect_response("**/picture"):
            page.click("button:has-text('不要这张图')")
        page.wait_for_selector(".picture.out")
        assert "加不了框" not in page.inner_text(".wishes")
        settled(page)
        assert page.locator(".box:not(.head)").count() == 2
        with page.expect_response("**/picture"):
            page.click("button:has-text('还用这张图')")
        until(page, "!document.querySelector('.picture.out')")
        # Words that stand in the Word file are changed there.
        page.click("#stories .name >> nth=1")
        assert "灯火通明的阅览室" in page.inner_text(".picture")
        assert page.locator(".picture label:has-text('图片说明') input").count() == 0
        assert not page.faults


def test_a_box_that_cannot_be_is_said_at_the_story(tmp_path: Path) -> None:
    with word_desk(tmp_path) as page:
        with page.expect_response("**/wish"):
            page.select_option(".wishes label:has-text('加框') select", "true")
        settled(page)
        page.wait_for_selector(".unmet")
        assert "没能加上框" in page.inner_text(".unmet")
        with page.expect_response("**/picture"):
            page.click("button:has-text('不要这张图')")
        settled(page)
        until(page, "!document.querySelector('.unmet')")


def test_a_fault_says_what_is_wrong_and_with_which_story(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        until(page, "document.querySelectorAll('.mark').length > 0")
        page.keyboard.press("c")
        said = page.inner_text("#check")
        assert "tau" not in said and "[[" not in said
        for card in page.locator("#check > .query").all():
            assert not card.inner_text().startswith("必改")
        assert not page.faults


def test_two_quick_clicks_take_one_answer_back(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        for _ in range(3):
            with page.expect_response(lambda one: one.request.method == "POST") as told:
                page.keyboard.press("1")
            revision = told.value.json()["revision"]
            until(page, f"document.body.dataset.revision === '{revision}'")
        page.click("#queries details.more > summary:has-text('已答')")
        page.locator("#queries details.more button:has-text('收回')").first.dblclick()
        until(page, "!document.querySelector('#undo').disabled")
        settled(page)
        page.wait_for_timeout(500)
        answers = tomllib.loads(source.with_suffix(".toml").read_text(encoding="utf-8"))["answers"]
        assert len(answers) == 2
        assert not page.faults


def test_a_line_that_is_being_changed_keeps_what_others_change_meanwhile(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        page.click("li[data-line='3'] .t")
        page.keyboard.press("Enter")
        page.keyboard.press("End")
        page.keyboard.type("啦")
        text = source.read_text(encoding="utf-8").replace("读者多了三成", "读者多了四成")
        source.write_text(text, encoding="utf-8")
        until(page, "async () => (await (await fetch('state')).text()).includes('四成')")
        page.wait_for_timeout(500)
        with page.expect_response("**/edit"):
            page.keyboard.press("Enter")
        page.wait_for_selector("text=读者多了四成")
        assert "石桥修好了啦" in page.text_content("#lines")
        # The very line changed elsewhere: nothing is lost, and the words that were typed are shown.
        page.click("li[data-line='9'] .t")
        page.keyboard.press("Enter")
        page.keyboard.press("End")
        page.keyboard.type("了")
        other = opened(context, desk)
        other.click("li[data-line='9'] .t")
        other.keyboard.press("Enter")
        other.keyboard.press("Control+A")
        other.keyboard.type("图书馆整夜开门")
        with other.expect_response("**/edit"):
            other.keyboard.press("Enter")
        until(page, "async () => (await (await fetch('state')).text()).includes('整夜')")
        page.wait_for_timeout(500)
        page.keyboard.press("Enter")
        page.wait_for_selector("#fault:not([hidden])")
        assert "图书馆夜里开门了" in page.inner_text("#fault")
        assert "图书馆整夜开门" in page.text_content("#lines")
        assert not page.faults


def test_undo_says_what_was_done_in_the_other_window(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        one, other = opened(context, desk), opened(context, desk)
        one.keyboard.press("t")
        one.click("#stories .name >> nth=0")
        with one.expect_response("**/wish"):
            one.select_option(".wishes label:has-text('加框') select", "true")
        until(other, "!document.querySelector('#undo').disabled")
        with other.expect_response("**/undo"):
            other.keyboard.press("z")
        until(other, "document.querySelector('#undo').disabled")
        assert "石桥修好了" in other.inner_text("#status")


def test_other_pages_that_a_change_overtakes_can_be_asked_for_again(tmp_path: Path) -> None:
    source = seed_in(tmp_path)
    with served(source) as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.keyboard.press("o")
        with page.expect_response("**/others"):
            page.click("#ask-others")
        with page.expect_response(lambda one: one.request.method == "POST"):
            page.keyboard.press("q")
            page.keyboard.press("1")
        page.keyboard.press("o")
        settled(page)
        until(page, "!document.querySelector('#ask-others').disabled")
        assert not page.faults


def test_a_book_on_the_screen_is_bound_anew_after_a_change(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.click("#kind")
        page.wait_for_selector("#paper iframe").content_frame().wait_for_selector("a")
        text = source.read_text(encoding="utf-8").replace("石桥修好了", "石桥通车了")
        source.write_text(text, encoding="utf-8")
        for _ in range(300):
            frame = page.query_selector("#paper iframe")
            if frame and "石桥通车了" in frame.content_frame().inner_text("body"):
                break
            page.wait_for_timeout(200)
        else:
            raise AssertionError("the book is the old one")
        page.click("#kind")
        page.wait_for_selector("#paper img")
        assert not page.faults


def test_news_that_could_not_be_had_are_asked_for_again(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.route("**/state", lambda route: route.fulfill(status=503, body="busy"))
        text = source.read_text(encoding="utf-8").replace("三成", "五成")
        with page.expect_response("**/state"):
            source.write_text(text, encoding="utf-8")
        page.unroute("**/state")
        page.wait_for_selector("text=读者多了五成")
        assert not page.faults


def test_a_click_is_not_lost_where_the_screen_is_drawn_anew_under_the_hand(tmp_path: Path) -> None:
    with word_desk(tmp_path) as page:
        out = page.locator("button:has-text('不要这张图')")
        out.scroll_into_view_if_needed()
        box = out.bounding_box()
        before = page.evaluate("document.body.dataset.revision")
        page.mouse.move(box["x"] + 8, box["y"] + 8)
        page.mouse.down()
        (tmp_path / "page.toml").write_text(
            '[[stories]]\nheadline = "石桥修好了"\nbrief = true\n', "utf-8")
        until(page, f"document.body.dataset.revision !== '{before}'")
        settled(page)
        with page.expect_response("**/picture") as sent:
            page.mouse.up()
        assert sent.value.ok
        page.wait_for_selector(".picture.out")
        assert page.is_checked(".wishes label:has-text('简讯') input"), "another's wish is shown"
        assert not page.faults
