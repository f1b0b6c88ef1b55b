"""The ledger: what it keeps, who may write it, and what a cut of power leaves of it."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.archive.fingerprints import SeenFile
from edition.archive.folders import LEDGER
from edition.archive.jobs import IssueEnd, Shelved
from edition.archive.pressledger import FORM, CopyPlace, PressLedger
from edition.errors import CannotWrite, UnreadableInput, WrongUse

DONE = IssueEnd(
    "1998/03", True, 2, 1.5, 1.25, 200.0, 4, 91.5, False, 12.5, (("lost_opening", 3),), 3,
    (("shown.jpg", "ab"), ("absent.jpg", "")), (Shelved("pdf", "03.pdf", 9, 7, "cd"),),
)
FAILED = IssueEnd("b", False, error="copy_empty", said="空的", exit=3)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    with_ledger(tmp_path, lambda ledger: (
        ledger.begin([CopyPlace("1998/03", "/papers/03", "/papers/house.toml"),
                      CopyPlace("b", "/papers/b")],
                     {"x": SeenFile((1, 2, 3), "ef")}),
        ledger.running("b"), ledger.ended(DONE, "key"), ledger.ended(FAILED, "other"),
    ))
    ledger = PressLedger(tmp_path)
    rows = ledger.rows()
    one = rows["1998/03"]
    assert (one.end, one.state, one.key) == (DONE, "done", "key")
    assert one.copy == CopyPlace("1998/03", "/papers/03", "/papers/house.toml")
    assert (rows["b"].state, rows["b"].end) == ("failed", FAILED)
    assert ledger.digests() == {"x": SeenFile((1, 2, 3), "ef")}
    ledger.close()


def with_ledger(folder: Path, use: Callable[[PressLedger], object]) -> None:
    ledger = PressLedger(folder)
    use(ledger)
    ledger.close()


def test_what_was_being_built_is_queued_again(tmp_path: Path) -> None:
    with_ledger(tmp_path, lambda ledger: (
        ledger.begin([CopyPlace("a", "/a")], {}), ledger.running("a"),
    ))
    ledger = PressLedger(tmp_path)
    assert ledger.rows()["a"].state == "queued"
    ledger.close()


def test_nobody_else_writes_while_it_is_open(tmp_path: Path) -> None:
    ledger = PressLedger(tmp_path)
    with pytest.raises(WrongUse) as caught:
        PressLedger(tmp_path)
    assert caught.value.kind == "archive_in_use"
    ledger.close()
    with_ledger(tmp_path, lambda again: again.begin([CopyPlace("a", "/a")], {}))


@pytest.mark.parametrize("spoil", [
    lambda data: b"no ledger at all" * 500, lambda data: data[: len(data) // 2],
    lambda data: data[:4096] + b"\xff" * (len(data) - 4096), lambda data: b"SQLite format 3\0",
], ids=["other bytes", "cut in half", "overwritten", "a head"])
def test_a_spoilt_ledger_is_laid_aside(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    many = [CopyPlace(f"{n:04}", "/somewhere") for n in range(500)]
    with_ledger(tmp_path, lambda ledger: ledger.begin(many, {}))
    path = tmp_path / LEDGER
    harmed = spoil(path.read_bytes())
    path.write_bytes(harmed)
    ledger = PressLedger(tmp_path)
    assert ledger.rows() == {}
    assert ledger.laid_aside is not None and ledger.laid_aside.read_bytes() == harmed
    ledger.begin([CopyPlace("a", "/a")], {})
    ledger.close()


def of_form(folder: Path, form: int) -> bytes:
    base = sqlite3.connect(folder / LEDGER)
    base.execute(f"PRAGMA user_version = {form}")
    base.close()
    return (folder / LEDGER).read_bytes()


def test_a_ledger_of_an_older_form_is_laid_aside_where_it_may_be_begun_anew(
    tmp_path: Path
) -> None:
    of_form(tmp_path, FORM - 1)
    with pytest.raises(UnreadableInput) as caught:
        PressLedger(tmp_path, anew=False)
    assert caught.value.kind == "ledger_spoilt"
    ledger = PressLedger(tmp_path)
    assert ledger.laid_aside is not None
    ledger.close()


def test_a_ledger_of_a_newer_release_is_left_as_it_is(tmp_path: Path) -> None:
    of_form(tmp_path, FORM + 1)
    with pytest.raises(WrongUse) as caught:
        PressLedger(tmp_path)
    assert caught.value.kind == "ledger_newer"
    base = sqlite3.connect(tmp_path / LEDGER)
    assert base.execute("PRAGMA user_version").fetchone() == (FORM + 1,)
    base.close()


def test_an_issue_that_has_moved_is_remembered_without_being_queued(tmp_path: Path) -> None:
    with_ledger(tmp_path, lambda ledger: (
        ledger.begin([CopyPlace("1998/03", "/papers/03")], {}), ledger.ended(DONE, "key"),
    ))
    moved = CopyPlace("1998/03", "/elsewhere/03", "/elsewhere/house.toml")
    with_ledger(tmp_path, lambda ledger: ledger.begin([], {}, [moved]))
    ledger = PressLedger(tmp_path)
    row = ledger.rows()["1998/03"]
    assert (row.copy, row.state, row.end) == (moved, "done", DONE)
    ledger.close()


def test_a_full_disk_is_told_in_the_words_of_the_system(tmp_path: Path) -> None:
    ledger = PressLedger(tmp_path)
    ledger._base.execute("PRAGMA max_page_count = 1")
    with pytest.raises(CannotWrite) as caught:
        ledger.begin([CopyPlace(f"{n:05}", "/a") for n in range(5_000)], {})
    assert "磁盘满了" in caught.value.told("zh-Hans")
    ledger.close()


def test_a_place_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    (tmp_path / LEDGER).mkdir()
    with pytest.raises(CannotWrite):
        PressLedger(tmp_path)


def test_after_a_cut_of_power_it_is_as_it_was_at_some_call(tmp_path: Path) -> None:
    """The file and its log as they lie on the disk at any moment, the log cut off anywhere."""
    rng = random.Random(20)
    ledger = PressLedger(tmp_path)
    ledger.begin([CopyPlace(f"{n:02}", "/somewhere") for n in range(30)], {})
    log = tmp_path / f"{LEDGER}-wal"
    for n in range(30):
        ledger.ended(IssueEnd(f"{n:02}", True, pages=n), f"key {n}")
        cut = tmp_path / f"cut{n}"
        cut.mkdir()
        shutil.copy(tmp_path / LEDGER, cut / LEDGER)
        whole = log.read_bytes()
        kept = len(whole) if n % 3 == 0 else rng.randrange(len(whole))
        torn = b"\xff" * rng.randrange(1, 4096) if n % 3 == 2 else b""
        (cut / log.name).write_bytes(whole[:kept] + torn)
        after = PressLedger(cut)
        done = sorted(row.name for row in after.rows().values() if row.state == "done")
        assert done == [f"{m:02}" for m in range(len(done))] and len(done) <= n + 1
        if kept == len(whole) and not torn:
            assert len(done) == n + 1, "what a call has written is there"
        assert after.laid_aside is None or not done
        after.close()
    ledger.close()
