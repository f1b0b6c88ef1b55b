"""A night on the archive: what is built, what is left, and what becomes of an issue that fails."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from archive.staged_worker import paper
from edition.archive import jobs, nightshift
from edition.archive.fingerprints import Fingerprints, common_of
from edition.archive.folders import ISSUES, LEDGER, WORK
from edition.archive.nightshift import ArchiveAsked, Begun, Ended, Night, Told, archive
from edition.archive.pressledger import LedgerRow, PressLedger
from edition.cli import main
from edition.errors import CannotWrite, UnreadableInput, WrongUse
from edition.issue.wholeissue import IssueAsked
from edition.readers.issuegroups import issues_of
from edition.readers.sources import load
from edition.sandbox import parent
from edition.sandbox.childlimits import Limits

LIMITS = Limits(20.0, 600)
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and limits need a POSIX system")


@pytest.fixture(autouse=True)
def staged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "WORKER", "archive.staged_worker")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], list[str]]:
    """The issues that were made since it was asked last."""
    notes = tmp_path / "notes"
    notes.touch()
    monkeypatch.setenv("EDITION_TEST_NOTES", str(notes))

    def since() -> list[str]:
        names = sorted(Path(line).name for line in notes.read_text(encoding="utf-8").splitlines())
        notes.write_text("", encoding="utf-8")
        return names

    return since


def folder_of(tmp_path: Path, **copy: str) -> Path:
    """A folder of issues, a folder each."""
    home = tmp_path / "papers"
    for name, text in copy.items():
        (home / name).mkdir(parents=True, exist_ok=True)
        (home / name / "copy.txt").write_text(text, encoding="utf-8")
    return home


def asked(tmp_path: Path, **given: object) -> ArchiveAsked:
    usual = ArchiveAsked(tmp_path / "papers", tmp_path / "out", IssueAsked(()), 2, LIMITS)
    return replace(usual, **given)  # type: ignore[arg-type]  # as the test names them


def night(tmp_path: Path, **given: object) -> Night:
    return archive(asked(tmp_path, **given), lambda word: None)


def rows(found: Night) -> dict[str, LedgerRow]:
    return {row.name: row for row in found.rows}


def test_every_issue_is_built_once_and_its_files_are_whole(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    folder_of(tmp_path, a="one", b="two", c="three")
    heard: list[Told] = []
    found = archive(asked(tmp_path), heard.append)
    assert (found.built, found.failed_now) == (3, 0)
    assert made() == ["a", "b", "c"]
    row = rows(found)["b"]
    assert (row.state, row.end.attempts, row.end.pages, row.end.queries) == (
        "done", 1, 2, (("no_paper_name", 1),)
    )
    assert {one.kind: one.name for one in row.end.files} == {
        "pdf": "b.pdf", "epub": "b.epub", "proof": "b.proof.html"
    }
    for one in row.end.files:
        data = (tmp_path / "out" / ISSUES / "b" / one.name).read_bytes()
        assert data == paper("two" + one.kind) and len(data) == one.size
    assert heard[0] == Begun(3, 3, 0)
    ends = [word for word in heard if isinstance(word, Ended)]
    assert [word.left for word in ends] == [2, 1, 0] and ends[-1].seconds_left == 0


def test_what_is_done_is_left_alone_and_what_has_changed_is_built(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    home = folder_of(tmp_path, a="one", b="two", c="three")
    night(tmp_path)
    made()
    assert night(tmp_path).built == 0
    (home / "a" / "copy.txt").write_text("changed", encoding="utf-8")
    (home / "b" / "copy.toml").write_text('paper = "江岸日报"', encoding="utf-8")
    (home / "house.toml").write_text("", encoding="utf-8")
    folder_of(tmp_path, d="new")
    assert night(tmp_path).built == 3
    assert made() == ["a", "b", "d"]


def test_copy_that_changes_while_it_is_built_is_built_again_though_it_is_as_before(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    copy = folder_of(tmp_path, a="sleep 0.1", b="two") / "a" / "copy.txt"

    def change(word: Told) -> None:
        if isinstance(word, Ended):
            copy.write_text("changed", encoding="utf-8")

    archive(asked(tmp_path, workers=1, given=table_of(tmp_path, "b", "a")), change)
    made()
    copy.write_text("sleep 0.1", encoding="utf-8")
    night(tmp_path, given=table_of(tmp_path, "b", "a"))
    assert made() == ["a"]


def table_of(tmp_path: Path, *names: str) -> Path:
    """A table of issues that are built in this order."""
    table = tmp_path / "papers" / "issues.tsv"
    rows = (f"{name}\t{number} {name}\n" for number, name in enumerate(names))
    table.write_text("path\tname\n" + "".join(rows), encoding="utf-8")
    return table


def test_a_touched_file_is_no_change(tmp_path: Path, made: Callable[[], list[str]]) -> None:
    home = folder_of(tmp_path, a="one", b="two")
    night(tmp_path)
    made()
    for name in ("a", "b"):
        os.utime(home / name / "copy.txt", (1, 1))
    os.utime(tmp_path / "out" / ISSUES / "a" / "a.pdf", (1, 1))
    assert night(tmp_path).built == 0 and made() == []


@pytest.mark.parametrize("harm", [
    lambda file: file.unlink(), lambda file: file.write_bytes(b""),
    lambda file: file.write_bytes(b"x" * file.stat().st_size),
], ids=["gone", "empty", "other bytes"])
def test_a_finished_file_that_is_not_as_it_was_is_made_again(
    tmp_path: Path, made: Callable[[], list[str]], harm: Callable[[Path], None]
) -> None:
    folder_of(tmp_path, a="one", b="two")
    night(tmp_path)
    made()
    file = tmp_path / "out" / ISSUES / "b" / "b.epub"
    whole = file.read_bytes()
    harm(file)
    night(tmp_path)
    assert made() == ["b"] and file.read_bytes() == whole


def test_other_options_build_everything_anew(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    folder_of(tmp_path, a="one", b="two")
    night(tmp_path)
    made()
    night(tmp_path, issue=IssueAsked((), ("pdf",)))
    assert made() == ["a", "b"]
    left = sorted(path.name for path in (tmp_path / "out" / ISSUES / "a").iterdir())
    assert left == ["a.pdf"], "what is no longer made is taken away"
    night(tmp_path, issue=IssueAsked((), ("pdf",), "tabloid"))
    assert made() == ["a", "b"]


def test_a_picture_beside_loose_files_counts_for_the_issue_that_shows_it(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    home = tmp_path / "papers"
    home.mkdir()
    (home / "a.txt").write_text("picture shown.jpg", encoding="utf-8")
    (home / "b.txt").write_text("none", encoding="utf-8")
    night(tmp_path)
    made()
    assert night(tmp_path).built == 0
    (home / "shown.jpg").write_bytes(b"a picture, after all")
    night(tmp_path)
    assert made() == ["a.txt"]
    (home / "other.jpg").write_bytes(b"nobody shows it")
    assert night(tmp_path).built == 0


@POSIX
def test_an_issue_that_fails_stops_no_other(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    mark = tmp_path / "mark"
    folder_of(
        tmp_path, a="one", b="hang", c="grow", d="die", e=f"die once {mark}", f="fault",
        g="refuse", h="two", i="three",
    )
    found = night(tmp_path, limits=Limits(10.0, 400))
    ends = [(row.state, row.end) for row in found.rows]
    told = {end.name: (state, end.error, end.attempts, end.exit) for state, end in ends}
    assert told == {
        "a": ("done", "", 1, 0), "b": ("failed", "child_too_long", 1, 6),
        "c": ("failed", "child_too_big", 1, 6), "d": ("failed", "child_killed", 2, 6),
        "e": ("done", "", 2, 0), "f": ("failed", "child_failed", 1, 6),
        "g": ("failed", "copy_empty", 1, 3), "h": ("done", "", 1, 0), "i": ("done", "", 1, 0),
    }
    assert (found.built, found.failed_now) == (9, 5)
    assert "10 seconds" in rows(found)["b"].end.said
    assert sorted(made()) == ["a", "e", "h", "i"]


@POSIX
def test_what_failed_is_tried_again_when_it_is_asked_for_or_has_changed(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    mark = tmp_path / "mark"
    home = folder_of(tmp_path, a="refuse", b="refuse", c="one")
    assert night(tmp_path).failed_now == 2
    heard: list[Told] = []
    again = archive(asked(tmp_path), heard.append)
    assert again.built == 0 and heard == [Begun(3, 0, 2)]
    assert rows(again)["a"].end.error == "copy_empty"
    (home / "a" / "copy.txt").write_text("mended", encoding="utf-8")
    assert night(tmp_path).built == 1
    mark.touch()
    found = night(tmp_path, retry=True)
    assert (found.built, found.failed_now) == (1, 1)
    assert made() == ["a", "c"]


def test_the_files_of_a_good_day_outlive_a_failure(tmp_path: Path) -> None:
    home = folder_of(tmp_path, a="one")
    night(tmp_path)
    (home / "a" / "copy.txt").write_text("refuse", encoding="utf-8")
    assert rows(night(tmp_path))["a"].state == "failed"
    assert (tmp_path / "out" / ISSUES / "a" / "a.pdf").read_bytes() == paper("onepdf")
    (home / "a" / "copy.txt").write_text("one", encoding="utf-8")
    assert rows(night(tmp_path))["a"].state == "done"


def test_an_interrupt_leaves_a_ledger_that_can_be_taken_up(
    tmp_path: Path, made: Callable[[], list[str]]
) -> None:
    folder_of(tmp_path, **{f"p{n}": f"sleep 0.3\n{n}" for n in range(6)})

    def stop(word: Told) -> None:
        if isinstance(word, Ended):
            raise KeyboardInterrupt

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        archive(asked(tmp_path), stop)
    assert threading.active_count() == before
    ledger = PressLedger(tmp_path / "out")
    states = {row.state for row in ledger.rows().values()}
    ledger.close()
    assert states == {"queued", "done"}
    done = made()
    assert 1 <= len(done) <= 4
    found = night(tmp_path)
    assert {row.state for row in found.rows} == {"done"}
    assert found.built == 6 - 1, "only what the ledger knows of counts as done"
    assert not list((tmp_path / "out").rglob(".edition-*"))


def test_one_run_at_a_time(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one")
    (tmp_path / "out").mkdir()
    held = PressLedger(tmp_path / "out")
    with pytest.raises(WrongUse) as caught:
        night(tmp_path)
    assert caught.value.kind == "archive_in_use"
    held.close()
    assert night(tmp_path).built == 1


def test_a_folder_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one")
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(CannotWrite):
        night(tmp_path)


def test_an_issue_whose_folder_is_taken_fails_alone(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one", b="two")
    (tmp_path / "out" / ISSUES).mkdir(parents=True)
    (tmp_path / "out" / ISSUES / "a").write_bytes(b"a file")
    found = rows(night(tmp_path))
    assert (found["a"].end.error, found["a"].end.exit) == ("output_unwritable", 5)
    assert found["b"].state == "done"


def test_a_row_with_a_layout_nobody_knows_fails_alone(tmp_path: Path) -> None:
    home = folder_of(tmp_path, a="one", b="two")
    table = home / "issues.tsv"
    table.write_text("path\tlayout\na\t\nb\tnowhere\n", encoding="utf-8")
    found = night(tmp_path, given=table)
    assert (tmp_path / "out" / LEDGER).is_file()
    assert {row.name for row in found.rows} == {"a", "b"}


def test_a_row_with_a_path_that_no_disk_takes_fails_alone(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one")
    table = table_of(tmp_path, "a", "长" * 300)
    found = night(tmp_path, given=table).rows
    assert [row.state for row in found] == ["done", "failed"]


def test_a_name_that_no_disk_takes_is_told_in_the_words_of_the_system() -> None:
    with pytest.raises(UnreadableInput) as caught:
        load(["长" * 300])
    assert "名字太长" in caught.value.told("zh-Hans")
    assert issues_of(["长" * 300, "a.txt"])


def test_an_edited_pack_from_elsewhere_builds_everything_anew(
    tmp_path: Path, made: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parent, "WORKER", "edition.worker")
    pack = tmp_path / "packs" / "ours"
    assert main(["pack", "new", str(pack)]) == 0
    files = Fingerprints({}, 0)
    wanted = IssueAsked((), layout=str(pack))
    first = common_of(wanted, files, LIMITS)
    assert common_of(wanted, files, LIMITS) == first
    style = next(pack.rglob("*.css"))
    style.write_text(style.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert common_of(wanted, files, LIMITS) != first
    (pack / "layout.toml").write_text("nothing = 1", encoding="utf-8")
    folder_of(tmp_path, a="one")
    with pytest.raises(WrongUse):
        night(tmp_path, issue=wanted)
    assert made() == []


@pytest.mark.parametrize("name", [
    "../b/b.pdf", "/tmp/x.pdf", "..", "x.txt", ".pdf/../../x.pdf", "beside ../secret",
    "beside /etc/passwd",
])
def test_a_child_that_was_taken_over_writes_nothing_elsewhere(tmp_path: Path, name: str) -> None:
    folder_of(tmp_path, a=f"lie {name}")
    row = rows(night(tmp_path, workers=1))["a"]
    assert (row.end.error, row.end.files, row.end.opened) == ("child_lied", (), ())
    assert not [path for path in (tmp_path / "out" / ISSUES).rglob("*") if path.is_file()]


@POSIX
def test_a_name_that_is_no_text_is_one_error(tmp_path: Path) -> None:
    home = os.fsencode(folder_of(tmp_path, a="one"))
    try:
        os.mkdir(home + b"/\xff\xfe")
    except OSError:
        pytest.skip("the file system takes no such name")
    with open(home + b"/\xff\xfe/copy.txt", "wb") as file:
        file.write(b"one")
    with pytest.raises(WrongUse) as caught:
        night(tmp_path)
    assert caught.value.kind == "table_name" and caught.value.message.isprintable()
    with open(home + b"/a/\xff.jpg", "wb") as file:
        file.write(b"one")
    os.remove(home + b"/\xff\xfe/copy.txt")
    assert night(tmp_path).failed_now == 0


def test_only_what_is_the_archives_own_is_cleared_away(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one")
    own, work = tmp_path / "out" / ".work" / "mine.txt", tmp_path / "out" / WORK / "left"
    halves = [tmp_path / "out" / name / ".edition-x" / "whole" for name in ("", "volumes")]
    for path in (own, work, *halves):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    night(tmp_path)
    assert own.read_bytes() == b"x"
    assert not [path for path in (work, *halves) if path.exists()]


def test_hands_find_a_place_though_somebody_has_cleared_theirs_away(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one", b="fault", c="die", d="two")

    def clear(word: Told) -> None:
        if isinstance(word, Ended):
            shutil.rmtree(tmp_path / "out" / WORK, ignore_errors=True)

    found = archive(asked(tmp_path, workers=1), clear)
    assert [row.state for row in found.rows] == ["done", "failed", "failed", "done"]


def test_a_place_for_hands_that_cannot_be_had_fails_issues_and_not_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, a="one", b="two")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    places = SimpleNamespace(TemporaryDirectory=full)
    monkeypatch.setattr("edition.sandbox.lasting.tempfile", places)
    found = rows(night(tmp_path))
    assert {row.end.error for row in found.values()} == {"output_unwritable"}
    assert "磁盘满了" in rows(night(tmp_path, retry=True, lang="zh-Hans"))["a"].end.said


def test_a_full_disk_that_a_library_has_met_is_told_as_one(tmp_path: Path) -> None:
    folder_of(tmp_path, a="full")
    end = rows(night(tmp_path, lang="zh-Hans"))["a"].end
    assert (end.error, end.exit) == ("output_unwritable", 5)
    assert "磁盘满了" in end.said and WORK in end.said


def test_files_that_vanish_as_they_are_written_fail_the_issue_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, a="one", b="two")
    written = jobs.write_files

    def taken_away(folder: Path, files: Mapping[str, bytes]) -> None:
        written(folder, files)
        if folder.name == "a":
            shutil.rmtree(folder)

    monkeypatch.setattr(jobs, "write_files", taken_away)
    found = rows(night(tmp_path))
    assert (found["a"].end.error, found["b"].state) == ("output_unwritable", "done")


def test_a_folder_where_a_file_should_be_leaves_all_files_as_they_were(tmp_path: Path) -> None:
    home = folder_of(tmp_path, a="one")
    place = tmp_path / "out" / ISSUES / "a"
    night(tmp_path)
    (place / "a.epub").unlink()
    (place / "a.epub").mkdir()
    (home / "a" / "copy.txt").write_text("two", encoding="utf-8")
    assert rows(night(tmp_path))["a"].end.error == "output_is_folder"
    assert (place / "a.pdf").read_bytes() == paper("onepdf")


@POSIX
def test_names_are_on_the_disk_before_the_ledger_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    synced, replaced, ended = os.fsync, os.replace, PressLedger.ended

    def fsync(handle: int) -> None:
        heard.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        synced(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", lambda *two: (heard.append("name"), replaced(*two)))
    monkeypatch.setattr(
        PressLedger, "ended", lambda *given: (heard.append("ledger"), ended(*given)))
    folder_of(tmp_path, a="one")
    night(tmp_path)
    before = heard[:heard.index("ledger")]
    assert before == ["file"] * 3 + ["name"] * 3 + ["folder"]


def test_a_name_in_other_letters_is_not_taken_for_an_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that knows no capitals the old name leads to the new file."""
    home, written = tmp_path / "papers", jobs.write_files
    home.mkdir()
    table = home / "issues.tsv"

    def as_such_a_disk(folder: Path, files: Mapping[str, bytes]) -> None:
        written(folder, files)
        if "copy.pdf" in files:
            (folder / "Copy.pdf").unlink()
            os.link(folder / "copy.pdf", folder / "Copy.pdf")

    monkeypatch.setattr(jobs, "write_files", as_such_a_disk)
    for name in ("Copy", "copy"):
        (home / f"{name}.txt").write_text(name, encoding="utf-8")
        table.write_text(f"path\tname\n{name}.txt\tx\n", encoding="utf-8")
        night(tmp_path, given=table)
    left = {path.name for path in (tmp_path / "out" / ISSUES / "x").iterdir()}
    assert left == {"copy.pdf", "Copy.pdf", "copy.epub", "copy.proof.html"}


def test_an_old_file_that_is_gone_keeps_none_of_the_others(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one")
    night(tmp_path)
    place = tmp_path / "out" / ISSUES / "a"
    (place / "a.epub").unlink()
    night(tmp_path, issue=IssueAsked((), ("pdf",)))
    (place / "a.pdf").unlink()
    night(tmp_path, issue=IssueAsked((), ("proof",)))
    assert [path.name for path in place.iterdir()] == ["a.proof.html"]


def test_the_report_is_written_while_nobody_else_may_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, a="one")
    written = nightshift.write_accounts

    def watched(out: Path, *given: Any) -> Path:
        with pytest.raises(WrongUse) as caught:
            PressLedger(out)
        assert caught.value.kind == "archive_in_use"
        return written(out, *given)

    monkeypatch.setattr(nightshift, "write_accounts", watched)
    assert night(tmp_path).report == tmp_path / "out" / "report.html"


def test_a_folder_where_the_ledger_should_be_is_told_in_the_readers_words(tmp_path: Path) -> None:
    folder_of(tmp_path, a="one")
    (tmp_path / "out" / "ledger.sqlite").mkdir(parents=True)
    with pytest.raises(CannotWrite) as caught:
        night(tmp_path)
    assert "这是文件夹" in caught.value.told("zh-Hans")
    assert "database" not in caught.value.told("zh-Hans")


def test_copy_that_has_moved_is_built_no_second_time_and_its_place_is_known(
    tmp_path: Path, made: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = folder_of(tmp_path, a="one")
    (home / "house.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    row = rows(night(tmp_path, given=Path("papers")))["a"]
    assert (row.copy.place, row.copy.house) == (str(home / "a"), str(home / "house.toml"))
    home.rename(tmp_path / "elsewhere")
    made()
    row = rows(night(tmp_path, given=Path("elsewhere")))["a"]
    assert made() == [] and row.copy.place == str(tmp_path / "elsewhere" / "a")


def test_stopping_a_stand_that_lets_go_of_its_hand_ends_both(tmp_path: Path) -> None:
    """A hand is let go in one thread while another looks whether there is one."""
    stand = jobs.Stand(LIMITS, tmp_path / "work")
    place = folder_of(tmp_path, a="one") / "a"
    stand.make(IssueAsked((str(place),)))
    threads = [threading.Thread(target=end) for end in (stand.stop, stand.close, stand.stop)]
    with stand._door:
        for thread in threads:
            thread.start()
        threads[1].join(0.3)
        assert stand._hand is not None, "nobody takes the hand while the door is held"
    for thread in threads:
        thread.join(20)
    assert stand._hand is None and not any(thread.is_alive() for thread in threads)
