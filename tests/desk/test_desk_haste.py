"""A hand that is quicker than the desk, in Chromium: wishes on end, a story dragged while the copy
changes, a book that loses the page it is open at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk.desk_seen import chromium, opened, served, settled, until
from desk.test_desk_sitting import COPY, small, table

pytestmark = pytest.mark.check
BOX = ".wishes label:has-text('加框') select"


def test_what_is_wished_taken_back_and_wished_again_is_wished(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.keyboard.press("t")
        page.click("#stories .name >> nth=0")
        held: list[Any] = []
        answers: list[int] = []
        page.on("response", lambda one: answers.append(one.status)
                if one.url.endswith("/wish") else None)
        page.route("**/wish", lambda one: one.continue_() if held else held.append(one))
        # The second click of two on the last is none of its own.
        for chosen in ("true", "", "true", "true"):
            page.select_option(BOX, chosen)
        page.wait_for_timeout(200)
        assert len(held) == 1
        held[0].continue_()
        for _ in range(100):
            if len(answers) >= 3:
                break
            page.wait_for_timeout(100)
        settled(page)
        assert answers == [200] * 3
        assert table(source)["stories"] == [{"headline": "石桥修好了", "box": True}]
        assert page.input_value(BOX) == "true"
        assert not page.faults


def test_a_story_is_dropped_as_the_one_that_was_taken(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.keyboard.press("t")
        carried = page.evaluate_handle("() => new DataTransfer()")
        page.dispatch_event("#stories .story >> nth=1", "dragstart", {"dataTransfer": carried})
        new = ("粮站今天开秤\n\n今天上午，县粮站开秤收粮，来卖粮的人排成了长队，大家都很高兴。\n\n"
               "（赵明）\n\n")
        head, _, rest = COPY.partition("石桥修好了")
        source.write_text(f"{head}{new}石桥修好了{rest}", encoding="utf-8")
        until(page, "document.querySelectorAll('#stories .story').length === 3")
        settled(page)
        with page.expect_response("**/order") as told:
            page.dispatch_event("#stories .story >> nth=0", "drop", {"dataTransfer": carried})
        assert told.value.request.post_data_json["called"] == "图书馆夜里开门"
        assert told.value.status == 409
        assert not source.with_suffix(".toml").exists()
        # Taken again, as it is numbered now, it is moved.
        page.dispatch_event("#stories .story >> nth=2", "dragstart", {"dataTransfer": carried})
        with page.expect_response("**/order") as told:
            page.dispatch_event("#stories .story >> nth=0", "drop", {"dataTransfer": carried})
        assert told.value.status == 200
        assert table(source)["stories"][0] == {"headline": "图书馆夜里开门", "rank": 1}
        assert not page.faults


def frame_reads(page: Any, words: str, without: str = "\0") -> None:
    for _ in range(150):
        frame = page.query_selector("#paper iframe")
        inside = frame.content_frame() if frame else None  # None while one takes another's place.
        said = inside.inner_text("body") if inside else ""
        if words in said and without not in said:
            return
        page.wait_for_timeout(200)
    raise AssertionError(words)


def test_a_book_that_lost_its_open_page_opens_where_it_begins(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.click("#kind")
        frame = page.wait_for_selector("#paper iframe").content_frame()
        frame.click("a:has-text('图书馆夜里开门')")
        frame_reads(page, "晚上九点半")
        source.write_text(COPY.partition("图书馆")[0], encoding="utf-8")
        frame_reads(page, "石桥修好了", without="图书馆")
        # A frame that shows no page of the book is none to go on from.
        page.evaluate("document.querySelector('#paper iframe').contentWindow.location = '/nothing'")
        page.wait_for_timeout(500)
        source.write_text(COPY, encoding="utf-8")
        frame_reads(page, "图书馆夜里开门")


def test_a_book_that_cannot_be_bound_anew_is_shown_as_the_old_one(tmp_path: Path) -> None:
    source = small(tmp_path)
    with served(source, "--layout", "tabloid") as desk, chromium() as context:
        page = opened(context, desk)
        settled(page)
        page.click("#kind")
        page.wait_for_selector("#paper iframe").content_frame().wait_for_selector("a")
        page.route("**/book/", lambda route: route.fulfill(status=503, body="busy"))
        source.write_text(COPY.replace("石桥修好了", "石桥通车了"), encoding="utf-8")
        page.wait_for_selector("#paper iframe.stale")
        frame_reads(page, "石桥修好了")
        page.unroute("**/book/")
        source.write_text(COPY.replace("石桥修好了", "石桥倒掉了"), encoding="utf-8")
        frame_reads(page, "石桥倒掉了")
        assert page.query_selector("#paper iframe.stale") is None
        assert not page.faults
