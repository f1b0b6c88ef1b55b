"""The process that makes the pages: the latest wins, what fell is set up anew."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.desk_made import COPY
from edition.desk.copyroom import Ordered
from edition.desk.foreman import Foreman
from edition.desk.newsdesk import Newsdesk, ViewChosen
from edition.desk.pagebench import PageTask, Sent

pytestmark = pytest.mark.slow
PATIENCE = 240
"""seconds"""


async def until(true: Callable[[], object]) -> None:
    for _ in range(PATIENCE * 20):
        if true():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not come to pass")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def test_the_latest_order_wins_and_an_older_page_is_dropped(page: Path) -> None:
    heard: list[Sent] = []

    async def play() -> None:
        foreman = Foreman(heard.append)
        try:
            for job in (1, 2, 3):
                drafts = {"page.txt": COPY + f"第{job}篇\n\n昨天，村里人都来看桥。\n"}
                foreman.order(PageTask(job, "page", Ordered(str(page)), drafts))
            await until(lambda: any(one.kind == "checked" for one in heard))
        finally:
            foreman.close()

    asyncio.run(play())
    assert {one.job for one in heard if one.kind in ("page", "checked")} == {3}
    (made,) = (one.data for one in heard if one.kind == "page")
    assert made["pdf"].startswith(b"%PDF-")
    boxes = [one["box"] for one in made["outlines"] if one["kind"] == "story"]
    assert len(boxes) >= 3
    assert all(x >= 0 and y >= 0 and x + w <= 1 and y + h <= 1 for x, y, w, h in boxes)


def test_a_bench_that_was_killed_is_set_up_anew(page: Path) -> None:
    async def play() -> None:
        desk = Newsdesk(Ordered(str(page)), ViewChosen())
        await desk.open()
        try:
            await until(lambda: desk.made.checked)
            foreman = desk._foreman
            assert foreman is not None and foreman._process is not None
            pid = foreman._process.pid
            assert pid is not None
            os.kill(pid, signal.SIGKILL)
            await until(lambda: foreman._pipe is None)
            await desk.change(desk.revision, lambda room: room.edit("page.txt", COPY + "\n新\n"))
            await until(lambda: desk.made.revision == desk.revision)
            assert foreman._process.pid != pid
            assert (await desk.bound_book())["epub"].startswith(b"PK")
        finally:
            desk.close()

    asyncio.run(play())


def test_a_page_that_cannot_be_made_is_told_and_the_desk_stays(page: Path) -> None:
    async def play() -> None:
        desk = Newsdesk(Ordered(str(page)), ViewChosen(theme="no-such"))
        await desk.open()
        try:
            await until(lambda: desk.page_fault)
            assert desk.page_fault and set(desk.page_fault) == {"zh-Hans", "zh-Hant", "en"}
            assert desk.page("en")["fault"] == desk.page_fault["en"]
            await desk.look(ViewChosen())
            await until(lambda: desk.made.data and not desk.page_fault)
        finally:
            desk.close()

    asyncio.run(play())
