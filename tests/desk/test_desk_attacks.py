"""What was tried on the desk and once went through: each stays tried."""

from __future__ import annotations

import asyncio
import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient

from desk.desk_made import ADDRESS, COPY, Browser, desk_of, desk_on
from edition.desk import newsdesk
from edition.desk.copyroom import CopyRoom, Ordered
from edition.desk.newsdesk import Newsdesk, ViewChosen
from edition.desk.serving import desk_at
from edition.errors import WrongUse

HALF = "\\ud800"
"""half of a pair of UTF-16, as JSON writes it: no file can hold it"""
INLINE = 'pictures = [{file = "x.png", story = 1, caption = ""}]\n'


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    with desk_on(tmp_path, monkeypatch) as made:
        yield made


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (600, 400)).save(out, "PNG")
    return out.getvalue()


def put(browser: Browser, story: str = "0") -> int:
    return browser.client.put("/picture", params={
        "story": story, "name": "a.png", "revision": browser.look()["revision"],
    }, content=png(), headers={"origin": ADDRESS}).status_code


@pytest.mark.parametrize(("path", "body"), [
    ("/answer", '"file": "page.txt", "line": 3, "text": "昨天", "do": "replace", "with": "HALF"'),
    ("/answer", '"file": "HALF", "line": 3, "text": "昨天", "do": "drop"'),
    ("/edit", '"file": "HALF", "copy": "x"'), ("/save", '"file": "HALF"'),
    ("/wish", '"story": 0, "wishes": {"head": "HALF"}'), ("/pin", '"page": 1, "key": "HALF"'),
])
def test_half_a_character_is_one_clear_answer(browser: Browser, path: str, body: str) -> None:
    asked = f'{{"revision": "{browser.state["revision"]}", {body.replace("HALF", HALF)}}}'
    answer = browser.client.post(path, content=asked.encode(), headers={"origin": ADDRESS})
    assert answer.status_code == 422 and answer.json()["message"]
    assert browser.sidecar == ""


@pytest.mark.parametrize("number", ["12345x", "9" * 5000, "-1", "²", "1.0"])
def test_a_number_that_is_none_is_refused(browser: Browser, number: str) -> None:
    assert put(browser, number) == 422
    for path in (f"/image/{number}/1", f"/image/0/{number}", f"/other/{number}",
                 f"/export/png?page={number}"):
        assert browser.client.get(path).status_code == 404


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_name_that_is_no_utf_8_is_shown_and_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/p\xff.txt"))
    source.write_text(COPY, encoding="utf-8")
    with desk_of(source, monkeypatch) as browser:
        name = browser.state["files"][0]["name"]
        assert name == "p\udcff.txt"
        browser.ask("/edit", file=name, copy=COPY + "又一行。\n")
        browser.ask("/save", file=name)
        assert source.read_text(encoding="utf-8") == COPY + "又一行。\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_name_that_is_no_utf_8_does_not_end_the_watch(browser: Browser) -> None:
    folder = os.fsencode(browser.source.parent)
    for number in range(3):
        Path(os.fsdecode(folder + b"/p\xff")).write_text(str(number))
        time.sleep(0.2)
    browser.source.write_text(COPY.replace("石桥修好了", "石桥通车了", 1), encoding="utf-8")
    until = time.monotonic() + 20
    while browser.look()["stories"][0]["headline"] != "石桥通车了" and time.monotonic() < until:
        time.sleep(0.1)
    assert browser.state["stories"][0]["headline"] == "石桥通车了"


@pytest.mark.parametrize("target", ["../theirs", "other.txt"])
def test_the_old_copy_is_never_kept_through_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    inner = tmp_path / "copy"
    inner.mkdir()
    (inner / target).write_text("theirs")
    (inner / "page.txt~").symlink_to(target)
    with desk_on(inner, monkeypatch) as browser:
        browser.ask("/edit", file="page.txt", copy=COPY + "又一行。\n")
        browser.ask("/save", file="page.txt")
    assert (inner / target).read_text() == "theirs"
    assert not (inner / "page.txt~").is_symlink()
    assert (inner / "page.txt~").read_text(encoding="utf-8") == COPY


def test_a_picture_is_never_written_through_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "copy"
    (inner / "images").mkdir(parents=True)
    (inner / "images" / "a.png").symlink_to("../../new.png")
    with desk_on(inner, monkeypatch) as browser:
        assert put(browser) == 200
    assert not (tmp_path / "new.png").exists()
    assert (inner / "images" / "a-2.png").read_bytes() == png()


def test_a_picture_that_no_sidecar_takes_is_not_left(browser: Browser) -> None:
    browser.source.with_suffix(".toml").write_text(INLINE, encoding="utf-8")
    while put(browser) == 409:
        pass
    assert put(browser) == 422
    assert not list((browser.source.parent / "images").iterdir())
    assert browser.sidecar == INLINE


def test_a_save_over_what_another_program_wrote_is_told_first(browser: Browser) -> None:
    mine, theirs = COPY + "我的一行。\n", COPY + "别人的一行。\n"
    browser.ask("/edit", file="page.txt", copy=mine)
    browser.source.write_text(theirs, encoding="utf-8")
    browser.look()
    assert "page.txt~" in browser.ask("/save", 422, file="page.txt")["message"]
    assert browser.source.read_text(encoding="utf-8") == theirs
    assert browser.look()["unsaved"] == ["page.txt"]
    browser.ask("/save", file="page.txt")
    assert browser.source.read_text(encoding="utf-8") == mine
    assert browser.source.with_name("page.txt~").read_text(encoding="utf-8") == theirs
    browser.ask("/edit", file="page.txt", copy=COPY)
    browser.ask("/save", file="page.txt")


def test_no_answer_makes_a_sidecar_that_is_too_large_to_be_read(browser: Browser) -> None:
    also = [f"{number}{'x' * 19_000}" for number in range(100)]
    asked = {"file": "page.txt", "line": 7, "text": "图书馆", "do": "headline", "also": also}
    assert "page.toml" in browser.ask("/answer", 422, **asked)["message"]
    assert browser.sidecar == "" and not browser.look()["fault"]


def test_undo_never_brings_old_copy_over_what_another_program_wrote(browser: Browser) -> None:
    browser.ask("/edit", file="page.txt", copy=COPY + "我的一行。\n")
    browser.ask("/save", file="page.txt")
    browser.source.write_text(COPY + "别人的一行。\n", encoding="utf-8")
    browser.look()
    answer = browser.client.post("/undo", json={"revision": browser.state["revision"]},
                                 headers={"origin": ADDRESS})
    if answer.status_code == 409:
        browser.look()
        browser.ask("/undo", 422)
    assert browser.look()["unsaved"] == []


def test_a_browser_that_takes_no_news_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsdesk, "MOST_NEWS", 3)

    async def told() -> tuple[bool, bool]:
        desk = Newsdesk(Ordered("page.txt"), ViewChosen())
        with desk.onlooker() as news:
            before = desk.hears(news)
            for _ in range(5):
                desk._tell({"news": "step"})
            return before, desk.hears(news)

    assert asyncio.run(told()) == (True, False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_port_of_the_web_goes_unnamed(tmp_path: Path, host: str) -> None:
    made = desk_at(80, Ordered(str(tmp_path / "page.txt")), ViewChosen(), "en")
    client = TestClient(made.app, base_url=f"http://{host}", follow_redirects=False)
    assert client.get("/", params={"key": made.app.key}).status_code == 303
    assert client.get(f"{made.app.root}/screen/desk.js").status_code == 200
    assert client.get("/words", headers={"host": f"{host}:81"}).status_code == 421


def test_cookies_of_other_ports_do_not_shut_the_desk(browser: Browser) -> None:
    own = browser.client.cookies.jar
    name, value = next((one.name, one.value) for one in own)
    root = browser.open_desk.app.root
    client = TestClient(browser.open_desk.app, base_url=f"{ADDRESS}{root}")
    for cookies, status in (
        (f'theirs={{"a": [1]}}; {name}={value}', 200), (f"{name}=x; {name}={value}", 200),
        (f"x{name}={value}", 403), (f"{name}=", 403), (f"{name}={value}x", 403), (name, 403),
    ):
        assert client.get("/words", headers={"cookie": cookies}).status_code == status, cookies


def test_two_origins_are_none(browser: Browser) -> None:
    answer = browser.client.post("/undo", content=b"{}", headers=[
        ("origin", ADDRESS), ("origin", "null"),
    ])
    assert answer.status_code == 403


def test_a_save_never_leaves_the_encoding_that_was_ordered(tmp_path: Path) -> None:
    source = tmp_path / "page.txt"
    copy = "石橋修好了\n\n昨天上午，南湖村的老石橋修好了，村裡人都來看。\n".encode("big5")
    source.write_bytes(copy)
    room = CopyRoom(Ordered(str(source), "big5"))
    name = room.saved()[0].name
    room.edit(name, copy.decode("big5") + "好\U0001f600\n")
    with pytest.raises(WrongUse, match="\U0001f600"):
        room.save(name)
    assert source.read_bytes() == copy and name in room.drafts
