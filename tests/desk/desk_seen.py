"""A desk as its own process and the system's Chromium before it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SEED = "000_ff888278d800d57a"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), "")
PATIENCE = int(os.environ.get("DESK_PATIENCE", 240_000))
"""ms; a page of the seed takes two seconds of an idle processor"""


@dataclass
class ServedDesk:
    """A desk in a process of its own."""

    source: Path
    process: subprocess.Popen[str]
    address: str

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()


def seed_in(folder: Path) -> Path:
    """The seed page and its sidecar in a folder."""
    source = folder / "seed.txt"
    shutil.copy(SEEDS / f"{SEED}.txt", source)
    shutil.copy(SEEDS / f"{SEED}.toml", source.with_suffix(".toml"))
    return source


def start(source: Path, *options: str, port: int = 0) -> ServedDesk:
    process = subprocess.Popen(
        [sys.executable, "-m", "edition", "desk", str(source), "--no-open", "--port", str(port),
         "--lang", "zh-Hans", *options],
        stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://\S+?key=[\w-]+", line)
    assert found, line + process.stderr.read()
    return ServedDesk(source, process, found.group(0))


@contextmanager
def served(source: Path, *options: str) -> Iterator[ServedDesk]:
    """The desk of a source, until the test is done."""
    desk = start(source, *options)
    try:
        yield desk
    finally:
        if desk.process.poll() is None:
            desk.process.send_signal(signal.SIGINT)
            try:
                desk.process.wait(20)
            except subprocess.TimeoutExpired:
                desk.kill()


@contextmanager
def chromium(**given: Any) -> Iterator[Any]:
    """A context of the system's Chromium. Skips where it or its driver is missing."""
    driver = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    with driver.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, locale="zh-CN", **given
        )
        context.set_default_timeout(PATIENCE)
        try:
            yield context
        finally:
            browser.close()


def opened(context: Any, desk: ServedDesk) -> Any:
    """A page of the desk, its first sheet drawn; whatever goes wrong in it fails the test."""
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text)
            if said.type == "error" and "Failed to load resource" not in said.text else None)
    page.goto(desk.address)
    page.wait_for_selector("#paper img")
    page.wait_for_selector(".query, .next")
    return page


def until(page: Any, true: str) -> None:
    """Wait until an expression is true on the page; asked from outside, as the policy of the desk
    lets nothing be evaluated inside."""
    for _ in range(PATIENCE // 100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(100)
    raise AssertionError(true)


def settled(page: Any) -> None:
    """Wait until the page on the screen is that of what was last changed."""
    until(
        page,
        "async () => { const p = await (await fetch('page')).json();"
        " const on = document.getElementById('paper').dataset.job;"
        " return !p.waiting && Boolean(p.fault || on === String(p.job)); }",
    )
