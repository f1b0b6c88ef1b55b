"""The book made beside the page: the same bytes, and nothing left over whatever happens."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from edition import build
from edition.cli import alongside as hands
from edition.cli import main
from edition.cli.alongside import alongside
from edition.delivery.built import Built
from edition.packs import shelf
from edition.pressroom import drawn
from edition.printed import PageCopy, PrintedPage
from edition.render.page.foretold import pages_foretold
from edition.steps import untold
from proof_editions import EDITIONS

copies = pytest.mark.skipif(sys.platform != "linux", reason="only there processes are copied")


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_two_cores", lambda: True)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_ids_are_foretold_page_by_page() -> None:
    html = """<section class="page first"><h2 id="s01">a</h2><p id="a&amp;b">b</p></section>
              <section class="page"><p id="s01">again</p><p id="s02">c</p></section>"""
    assert pages_foretold(html, [PageCopy("A1", ()), PageCopy("A2", ())]) == (
        PrintedPage(1, "A1", ("s01", "a&b")), PrintedPage(2, "A2", ("s02",)),
    )


@pytest.mark.parametrize("name", ["short", "briefs"])
def test_what_is_foretold_is_what_is_drawn(name: str) -> None:
    sheets = build.to_sheets(EDITIONS[name](), shelf.pack("tabloid"), None, untold)
    assert drawn(sheets, untold).pages == sheets.pages


def test_what_goes_on_overleaf_is_foretold_too() -> None:
    sheets = build.to_sheets(EDITIONS["giant"](), shelf.pack("tabloid"), None, untold)
    assert any(page.continued for page in sheets.pages)
    assert drawn(sheets, untold).pages == sheets.pages


@copies
@pytest.mark.usefixtures("two_cores")
def test_a_copy_does_the_work_and_is_gone_after_it() -> None:
    with alongside(lambda: Built(b"%d" % os.getpid())) as made:
        found = made()
    assert int(found.data) != os.getpid()
    assert gone(int(found.data))


@copies
@pytest.mark.usefixtures("two_cores")
def test_what_fails_in_the_copy_is_done_here_where_it_can_be_told() -> None:
    here = os.getpid()

    def work() -> Built:
        if os.getpid() != here:
            raise KeyboardInterrupt
        return Built(b"here")

    with alongside(work) as made:
        assert made().data == b"here"


@copies
@pytest.mark.usefixtures("two_cores")
def test_an_interrupt_leaves_no_copy_behind(tmp_path: Path) -> None:
    told = tmp_path / "pid"

    def work() -> Built:
        told.write_text(str(os.getpid()))
        time.sleep(60)
        return Built(b"")

    with pytest.raises(KeyboardInterrupt), alongside(work):
        while not told.exists() or not told.read_text():
            time.sleep(0.01)
        raise KeyboardInterrupt
    assert gone(int(told.read_text()))


@copies
@pytest.mark.usefixtures("two_cores")
def test_where_there_is_no_room_for_a_copy_the_work_is_done_in_turn(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    with alongside(lambda: Built(b"here")) as made:
        assert made().data == b"here"


def test_work_that_is_to_be_done_alone_is_done_when_it_is_asked_for() -> None:
    done: list[int] = []
    with alongside(lambda: Built(b"%d" % len(done)), alone=True) as made:
        done.append(1)
        assert made().data == b"1"


@copies
def test_a_build_gives_the_same_bytes_beside_and_in_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text("老石桥通车\n\n" + "昨天上午，老石桥通车了。" * 9 + "\n", encoding="utf-8")
    found = []
    for cores in (False, True):
        monkeypatch.setattr(hands, "_two_cores", lambda cores=cores: cores)
        out = tmp_path / str(cores)
        assert main(["build", str(copy), "-o", str(out), "--layout", "newsletter"]) == 0
        found.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert found[0] == found[1]
    assert {name.partition(".")[2] for name in found[0]} == {"pdf", "epub", "proof.html"}
