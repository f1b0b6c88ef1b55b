"""Who may ask the desk, and what: tried as an attacker would, door by door."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from desk.desk_made import ADDRESS, COPY, PORT, Browser, desk_of, desk_on
from edition.desk import guard
from edition.desk.doors import SCREEN
from edition.desk.serving import LOOPBACK, _door

DOORS = ("/", "/state", "/page", "/news", "/words", "/screen/desk.js", "/shown", "/book/",
         "/export/pdf", "/image/1/1", "/other/0")
ASKS = ("/answer", "/withdraw", "/undo", "/edit", "/save", "/wish", "/order", "/pin", "/others",
        "/view", "/picture", "/imprint", "/form")


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    with desk_on(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def stranger(browser: Browser) -> TestClient:
    """The same desk, asked by a browser that knows its addresses and has no key."""
    return TestClient(
        browser.open_desk.app, base_url=f"{ADDRESS}{browser.open_desk.app.root}"
    )


def written(browser: Browser) -> list[str]:
    return sorted(path.name for path in browser.source.parent.iterdir())


@pytest.mark.parametrize("path", DOORS)
def test_nothing_is_shown_without_the_key(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 403
    assert stranger.get(path, params={"key": "x" * 32}).status_code == 403
    assert stranger.get(path, params={"key": "é"}).status_code == 403


@pytest.mark.parametrize("path", ASKS)
def test_nothing_is_done_without_the_key(
    stranger: TestClient, browser: Browser, path: str
) -> None:
    answer = stranger.post(path, json={"revision": ""}, headers={"origin": ADDRESS})
    assert answer.status_code == 403
    assert written(browser) == ["page.txt"]


def test_the_key_becomes_a_strict_cookie_and_leaves_the_address(browser: Browser) -> None:
    fresh = TestClient(browser.open_desk.app, base_url=ADDRESS, follow_redirects=False)
    answer = fresh.get(browser.open_desk.address.removeprefix(ADDRESS))
    root = browser.open_desk.app.root
    assert (answer.status_code, answer.headers["location"]) == (303, f"{root}/")
    cookie = answer.headers["set-cookie"]
    assert "samesite=strict" in cookie.lower() and "httponly" in cookie.lower()
    # Cookies know no ports: a server on another one, to which the browser is lured, is not sent it.
    assert f"path={root}/" in cookie.replace("Path", "path") and len(root) >= 16
    key = browser.open_desk.address.partition("key=")[2]
    assert len(key) >= 32 and key not in cookie


@pytest.mark.parametrize("path", [
    "/state", "/", "//state", "/x/state", "/{root}", "/{root}x/state", "/x/{root}/state",
])
def test_no_address_but_the_desks_own_is_answered_even_with_the_cookie(
    browser: Browser, path: str
) -> None:
    own = next(one for one in browser.client.cookies.jar)
    bare = TestClient(browser.open_desk.app, base_url=ADDRESS, follow_redirects=False)
    asked = path.replace("{root}", browser.open_desk.app.root.strip("/"))
    answer = bare.get(asked, headers={"cookie": f"{own.name}={own.value}"})
    assert answer.status_code == 403 and "石桥" not in answer.text


@pytest.mark.parametrize("host", [
    "evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1",
    f"127.0.0.1:{PORT}.evil.org", f"0.0.0.0:{PORT}", f"[::1]:{PORT}", "",
])
def test_a_name_that_was_pointed_here_is_refused(browser: Browser, host: str) -> None:
    """DNS rebinding: the browser asks this machine, but calls it by another name."""
    for path in ("/state", browser.open_desk.address.removeprefix(ADDRESS)):
        assert browser.client.get(path, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", [
    "http://evil.example", "null", f"http://127.0.0.1:{PORT + 1}", f"https://127.0.0.1:{PORT}",
    f"http://localhost:{PORT}", None,
])
@pytest.mark.parametrize("path", ASKS)
def test_another_site_has_nothing_done_even_with_the_cookie(
    browser: Browser, path: str, origin: str | None
) -> None:
    headers = {"content-type": "text/plain"} | ({"origin": origin} if origin else {})
    body = json.dumps({"revision": browser.state["revision"], "file": "page.txt", "copy": "x",
                       "line": 1, "text": "石桥", "do": "drop"})
    assert browser.client.post(path, content=body, headers=headers).status_code == 403
    assert written(browser) == ["page.txt"]


@pytest.mark.parametrize("headers", [
    {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
    {"origin": "http://evil.example"},
])
def test_another_site_is_shown_nothing(browser: Browser, headers: dict[str, str]) -> None:
    for path in DOORS:
        if path != "/news":
            assert browser.client.get(path, headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_what_changes_something_has_one_method(browser: Browser, method: str) -> None:
    for path in ASKS:
        answer = browser.client.request(method, path, headers={"origin": ADDRESS})
        assert answer.status_code in (404, 405)
        assert "access-control-allow-origin" not in answer.headers


def test_every_answer_binds_the_browser(browser: Browser, stranger: TestClient) -> None:
    for client in (browser.client, stranger):
        for path in ("/", "/state", "/screen/desk.js", "/nowhere", "/image/9/9"):
            headers = client.get(path).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["cache-control"] == "no-store"
            assert headers["referrer-policy"] == "no-referrer"


def test_the_page_holds_no_script_and_no_style_of_its_own(browser: Browser) -> None:
    html = browser.client.get("/").text
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=|javascript:", html)
    sources = "".join(path.read_text(encoding="utf-8") for path in SCREEN.glob("*.js"))
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(", sources
    )
    assert "http://" not in sources and "https://" not in sources


OUTSIDE = (
    "../secret.txt", "/etc/passwd", "..%2fsecret.txt", "%2e%2e/secret.txt", "....//secret.txt",
    "images/../../secret.txt", "C:\\secret.txt", "..\\secret.txt", "page.txt\0", "secret.txt",
)


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_the_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    inner = tmp_path / "copy"
    inner.mkdir()
    with desk_on(inner, monkeypatch) as browser:
        for path in (f"/screen/{name}", f"/book/{name}", f"/export/{name}", f"/{name}"):
            try:
                answer = browser.client.get(path)
            except Exception:  # An address that the client itself will not send.
                continue
            assert answer.status_code in (403, 404, 422, 503), path
            assert "秘密" not in answer.text and "root:" not in answer.text
        assert browser.client.get("/shown", params={"name": name}).status_code == 404


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_the_folder_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    inner = tmp_path / "copy"
    inner.mkdir()
    with desk_on(inner, monkeypatch) as browser:
        for path, what in (
            ("/edit", {"file": name, "copy": "x"}), ("/save", {"file": name}),
            ("/withdraw", {"source": name, "number": 0}),
            ("/answer", {"file": name, "line": 1, "text": "石", "do": "drop"}),
            ("/picture", {"file": name, "source": name, "wishes": {"alt": "x"}}),
        ):
            assert browser.ask(path, 422, **what)["message"]
        assert (tmp_path / "secret.txt").read_text(encoding="utf-8") == "秘密"
        assert sorted(p.name for p in tmp_path.rglob("*")) == ["copy", "page.txt", "secret.txt"]


def test_a_link_out_of_the_folder_is_never_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.toml"
    theirs.write_text('paper = "x"\n')
    inner = tmp_path / "copy"
    inner.mkdir()
    (inner / "page.txt").write_text(COPY, encoding="utf-8")
    with desk_of(inner / "page.txt", monkeypatch) as browser:
        (inner / "page.toml").symlink_to(theirs)
        browser.look()
        answer = browser.client.post("/pin", json={
            "revision": browser.state["revision"], "page": 1, "key": "1-4x2-down",
        }, headers={"origin": ADDRESS})
        assert answer.status_code in (409, 422)
        (inner / "images").symlink_to(tmp_path)
        picture = browser.client.put("/picture", params={
            "story": "0", "name": "a.png", "revision": browser.state["revision"],
        }, content=b"x", headers={"origin": ADDRESS})
        assert picture.status_code in (409, 422)
    assert theirs.read_text() == 'paper = "x"\n'
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy", "theirs.toml"]


def test_bodies_are_bounded(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_BODY", 5000)
    headers = {"origin": ADDRESS}
    assert browser.client.post("/edit", content=b"x" * 5001, headers=headers).status_code == 413

    def slowly() -> Iterator[bytes]:
        for _ in range(10):
            yield b"x" * 1000

    assert browser.client.post("/edit", content=slowly(), headers=headers).status_code == 413
    lied = {**headers, "content-length": "10"}
    assert browser.client.post("/edit", content=slowly(), headers=lied).status_code == 413
    for length in ("-1", "1e9", "9" * 30, "x"):
        answer = browser.client.post("/undo", content=b"", headers={**headers,
                                                                   "content-length": length})
        assert answer.status_code == 413


BODIES: tuple[Any, ...] = (
    b"", b"\xff\xfe", b"[", b"[1]", b'"x"', b"null", b"{" * 3000, b"[" * 200_000,
    b'{"line": 1e999}', b'{"revision": {"a": 1}}',
)


@pytest.mark.parametrize("path", ASKS)
def test_a_body_that_is_none_is_one_clear_answer(browser: Browser, path: str) -> None:
    for body in BODIES:
        answer = browser.client.post(path, content=body, headers={"origin": ADDRESS})
        assert answer.status_code in (409, 422), (path, body[:20], answer.text)
        assert answer.json()["message"]
    assert written(browser) == ["page.txt"]


WRONG = (None, True, -1, 1.5, 10**9, "x" * 30_000, [], {}, ["\0"], {"a": {"b": []}})


@pytest.mark.parametrize("key", ["file", "line", "text", "do", "with", "query", "also"])
def test_an_answer_of_another_kind_is_refused(browser: Browser, key: str) -> None:
    good = {"file": "page.txt", "line": 7, "text": "图书馆", "do": "replace", "with": "x"}
    for value in WRONG:
        asked = {**good, key: value, "revision": browser.state["revision"]}
        answer = browser.client.post("/answer", json=asked, headers={"origin": ADDRESS})
        assert answer.status_code in (200, 422), (key, value, answer.text)
        if answer.status_code == 200:
            browser.state = answer.json()
            browser.ask("/undo")
    assert browser.sidecar == ""


HOSTILE = (
    '"]\n[plan]\neffort = "thorough"', "</script><script>alert(1)</script>", "\"\"\"", "'''",
    "\\", "\u2028\u2029", "\x00\x07\x7f", "# x\n[[house]]\ntext = \"x\"", "{{ 7*7 }}", "😀" * 50,
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_from_a_browser_stay_words_in_the_sidecar(browser: Browser, words: str) -> None:
    answer = browser.client.post("/answer", json={
        "revision": browser.state["revision"], "file": "page.txt", "line": 3, "text": "昨天上午",
        "do": "replace", "with": words, "said": words,
    }, headers={"origin": ADDRESS})
    assert answer.status_code in (200, 422)
    state = browser.look()
    assert not state["fault"]
    assert {one["do"] for one in state["given"]} <= {"replace"}
    assert browser.client.get("/state").json()["files"][0]["name"] == "page.txt"


def test_copy_is_text_and_never_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>昨天，村里人来看老桥。\n"
    copy = hostile + COPY
    with desk_on(tmp_path, monkeypatch, copy) as browser:
        answer = browser.client.get("/state")
        assert answer.headers["content-type"] == "application/json"
        assert "alert(1)" not in browser.client.get("/").text


def test_the_desk_listens_on_the_loopback_alone() -> None:
    assert LOOPBACK == "127.0.0.1"
    door = _door(0)
    try:
        assert door.getsockname()[0] == "127.0.0.1"
        assert door.family == socket.AF_INET
    finally:
        door.close()


def test_each_layout_is_offered_once(browser: Browser) -> None:
    page = browser.client.get("/").text
    assert page.count('<option value="broadsheet"') == 1
    assert page.count('<option value="tabloid"') == 1
