"""Changes that overtake each other: a number that means another story by now, a page that comes
while something else is waited for, several files changed at once and taken back at once."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.desk_made import COPY, Browser, NoBench, desk_of, desk_on
from edition.delivery.onto_disk import write_file
from edition.desk import copyroom, newsdesk
from edition.desk.copyroom import Ordered
from edition.desk.newsdesk import Newsdesk, ViewChosen
from edition.desk.pagebench import Sent
from edition.errors import CannotWrite, WrongUse


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    with desk_on(tmp_path, monkeypatch) as made:
        yield made


def test_a_number_that_is_another_storys_by_now_is_not_wished_for(browser: Browser) -> None:
    browser.ask("/answer", file="page.txt", line=1, text="石桥修好", do="hold")
    before = browser.sidecar
    for path, what in (("/wish", {"wishes": {"box": True}}), ("/order", {"place": 0})):
        said = browser.ask(path, 409, story=0, called="石桥修好了", **what)
        assert said["message"] and said["state"]["revision"] == browser.state["revision"]
    assert browser.sidecar == before
    browser.ask("/wish", story=0, called="图书馆夜里开门", wishes={"box": True})
    assert tomllib.loads(browser.sidecar)["stories"] == [
        {"headline": "图书馆夜里开门", "box": True}]


def test_the_second_click_of_two_takes_no_other_answer_back(browser: Browser) -> None:
    browser.ask("/answer", file="page.txt", line=1, text="石桥修好", do="headline")
    browser.ask("/answer", file="page.txt", line=7, text="图书馆", do="headline")
    first = {"source": "page.txt", "number": 0, "line": 1, "text": "石桥修好", "do": "headline"}
    browser.ask("/withdraw", **first)
    browser.ask("/withdraw", 409, **first)
    assert [one["line"] for one in tomllib.loads(browser.sidecar)["answers"]] == [7]


def test_what_would_be_undone_is_told_as_it_was_by_whatever_browser_did_it(
    browser: Browser,
) -> None:
    assert browser.state["undoes"] == ""
    browser.ask("/wish", story=0, wishes={"box": True}, noted="记下了：《石桥修好了》")
    browser.ask("/edit", file="page.txt", copy=COPY + "\n新\n", noted="x" * 999)
    assert browser.look()["undoes"] == "x" * 200
    browser.ask("/undo")
    assert browser.state["undoes"] == "记下了：《石桥修好了》"
    browser.ask("/undo")
    assert (browser.state["undoes"], browser.state["undoable"]) == ("", False)


def test_an_order_across_files_is_taken_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(COPY.replace("石桥", name * 3), encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text("# 头\n", encoding="utf-8")
    with desk_of(tmp_path, monkeypatch) as browser:
        last = len(browser.state["stories"]) - 1
        browser.ask("/order", story=last, place=1)
        ranked = [p.name for p in sorted(tmp_path.glob("*.toml")) if "rank" in p.read_text()]
        assert ranked == ["a.toml", "b.toml"]
        browser.ask("/undo")
        assert not browser.state["undoable"]
        assert {p.read_text() for p in tmp_path.glob("*.toml")} == {"# 头\n"}
        browser.ask("/order", story=last, place=1)
        (tmp_path / "a.toml").write_text("# 别人\n", encoding="utf-8")
        browser.catch_up()
        held = (tmp_path / "b.toml").read_text()
        browser.ask("/undo", 422)
        # One of them was changed by another program: neither is touched.
        assert (tmp_path / "b.toml").read_text() == held


def test_an_undo_that_fails_halfway_undoes_nothing_and_is_not_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(COPY.replace("石桥", name * 3), encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text("# 头\n", encoding="utf-8")
    sidecars = [tmp_path / "a.toml", tmp_path / "b.toml"]

    def full_at(blocked: Path) -> Callable[[Path, bytes], None]:
        def write(path: Path, data: bytes) -> None:
            if path == blocked:
                raise CannotWrite("output_unwritable", where=str(path), reason="full")
            write_file(path, data)
        return write

    with desk_of(tmp_path, monkeypatch) as browser:
        browser.ask("/order", story=len(browser.state["stories"]) - 1, place=1)
        after = [one.read_bytes() for one in sidecars]
        for blocked in sidecars:
            with monkeypatch.context() as disk:
                disk.setattr(copyroom, "write_file", full_at(blocked))
                browser.ask("/undo", 422)
            assert [one.read_bytes() for one in sidecars] == after
            assert browser.look()["undoable"]
        browser.ask("/undo")
        assert {one.read_text(encoding="utf-8") for one in sidecars} == {"# 头\n"}
        assert not browser.state["undoable"]


def test_an_undo_waits_until_what_another_program_did_is_taken_back(browser: Browser) -> None:
    browser.ask("/wish", story=0, wishes={"box": True})
    path = browser.source.with_suffix(".toml")
    kept = path.read_bytes()
    path.write_bytes(kept + "# 别人\n".encode())
    browser.catch_up()
    browser.ask("/undo", 422)
    path.write_bytes(kept)
    browser.catch_up()
    browser.ask("/undo")
    assert browser.sidecar == ""


def desk_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Newsdesk:
    source = folder / "page.txt"
    source.write_text(COPY, encoding="utf-8")
    monkeypatch.setattr(newsdesk, "Foreman", NoBench)
    return Newsdesk(Ordered(str(source)), ViewChosen())


def test_other_pages_that_are_dropped_are_waited_for_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_in(tmp_path, monkeypatch)

    def others() -> tuple[Any, Any]:
        page = desk.page("en")
        return page["others_state"], page["others_page"]

    async def play() -> None:
        await desk.open()
        desk._hear(Sent(1, "page", {"pdf": b""}))
        desk.want_others(2)
        assert others() == ("asked", 2)
        desk._hear(Sent(desk._others, "done"))
        assert others() == ("done", 2)
        desk.want_others(1)
        await desk.refresh()
        assert others()[0] == ""
        desk.want_others(1)
        desk._hear(Sent(desk._others, "dropped"))
        assert others()[0] == ""
        desk.close()

    asyncio.run(play())


def test_a_book_that_is_overtaken_is_told_at_once_and_an_old_one_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_in(tmp_path, monkeypatch)

    async def play() -> None:
        await desk.open()
        waiting = asyncio.create_task(desk.bound_book())
        await asyncio.sleep(0)
        old = desk._book
        await desk.refresh()
        with pytest.raises(WrongUse) as told:
            await asyncio.wait_for(waiting, 5)
        assert told.value.kind == "desk_bench_busy"
        again = asyncio.create_task(desk.bound_book())
        await asyncio.sleep(0)
        desk._hear(Sent(old, "book", {"epub": b"old"}))
        assert not again.done()
        desk._hear(Sent(desk._book, "book", {"epub": b"new"}))
        assert (await again)["epub"] == b"new"
        desk.close()

    asyncio.run(play())


def test_a_page_is_of_the_revision_it_was_ordered_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_in(tmp_path, monkeypatch)

    async def play() -> None:
        await desk.open()
        first, ordered = desk.revision, desk._wanted
        desk.room.source("page.txt").path.write_text(COPY + "\n新\n", encoding="utf-8")
        await desk.refresh(page=False)
        desk._hear(Sent(ordered, "page", {"pdf": b""}))
        assert desk.page("en")["revision"] == first != desk.revision
        desk.close()

    asyncio.run(play())
