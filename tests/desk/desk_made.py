"""A desk for tests: its copy in a folder, a bench that makes nothing, and a browser's part."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from edition.desk import newsdesk
from edition.desk.copyroom import Ordered
from edition.desk.newsdesk import ViewChosen
from edition.desk.serving import OpenDesk, desk_at

PORT = 8321
ADDRESS = f"http://127.0.0.1:{PORT}"
COPY = """石桥修好了

昨天上午，南湖村的老石桥修好了，村里人都来看，桥头站满了人。

（王小明）

图书馆夜里开门

从本月起，县图书馆把关门的时间推迟到晚上九点半，读者多了三成。

（李春华）
"""


class NoBench:
    """Takes orders, and makes nothing."""

    orders: list[Any] = []  # noqa: RUF012  # shared by the tests of one desk on purpose

    def __init__(self, hear: object) -> None:
        type(self).orders = []

    def order(self, task: Any) -> None:
        self.orders.append(task)

    def close(self) -> None:
        pass


@dataclass
class Browser:
    """One browser on a desk."""

    client: TestClient
    open_desk: OpenDesk
    source: Path
    state: dict[str, Any] = field(default_factory=dict)

    @property
    def sidecar(self) -> str:
        path = self.source.with_suffix(".toml")
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def look(self) -> dict[str, Any]:
        found = self.client.get("/state")
        assert found.status_code == 200, found.text
        self.state = found.json()
        return self.state

    def catch_up(self) -> None:
        """Have the desk read what another program has written, whether it has seen it or not."""
        self.ask("/undo", 409, revision="of another day")
        self.look()

    def ask(self, path: str, status: int = 200, **what: Any) -> dict[str, Any]:
        asked = {"revision": self.state["revision"], **what}
        answer = self.client.post(path, content=json.dumps(asked), headers={"origin": ADDRESS})
        assert answer.status_code == status, answer.text
        said: dict[str, Any] = answer.json()
        if status == 200 and "revision" in said:
            self.state = said
        return said


@contextmanager
def desk_on(folder: Path, monkeypatch: Any, copy: str | bytes = COPY) -> Iterator[Browser]:
    """A desk open on one file of copy, with a browser that came by the key."""
    source = folder / "page.txt"
    source.write_bytes(copy if isinstance(copy, bytes) else copy.encode())
    with desk_of(source, monkeypatch) as browser:
        yield browser


@contextmanager
def desk_of(source: Path, monkeypatch: Any) -> Iterator[Browser]:
    monkeypatch.setattr(newsdesk, "Foreman", NoBench)
    made = desk_at(PORT, Ordered(str(source)), ViewChosen(), "en")
    with TestClient(made.app, base_url=ADDRESS) as client:
        browser = Browser(client, made, source)
        assert client.get(made.address.removeprefix(ADDRESS)).status_code == 200
        client.base_url = f"{ADDRESS}{made.app.root}"
        browser.look()
        yield browser
