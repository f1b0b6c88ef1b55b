"""A night on the archive: what is built, what is left, and what becomes of an issue that fails."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archive.staged_worker import paper
from edition.archive.fingerprints import Fingerprints, common_of
from edition.archive.nightshift import ISSUES, ArchiveAsked, Begun, Ended, Night, Told, archive
from edition.archive.pressledger import LEDGER, LedgerRow, PressLedger
from edition.cli import main
from edition.errors import CannotWrite, WrongUse
from edition.issue.wholeissue import IssueAsked
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
    assert (row.state, row.attempts, row.pages, row.queries) == (
        "done", 1, 2, {"no_paper_name": 1}
    )
    assert {one.kind: one.name for one in row.files} == {
        "pdf": "b.pdf", "epub": "b.epub", "proof": "b.proof.html"
    }
    for one in row.files:
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
    told = {row.name: (row.state, row.error, row.attempts, row.exit) for row in found.rows}
    assert told == {
        "a": ("done", "", 1, 0), "b": ("failed", "child_too_long", 1, 6),
        "c": ("failed", "child_too_big", 1, 6), "d": ("failed", "child_killed", 2, 6),
        "e": ("done", "", 2, 0), "f": ("failed", "child_failed", 1, 6),
        "g": ("failed", "copy_empty", 1, 3), "h": ("done", "", 1, 0), "i": ("done", "", 1, 0),
    }
    assert (found.built, found.failed_now) == (9, 5)
    assert "10 seconds" in rows(found)["b"].said
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
    assert rows(again)["a"].error == "copy_empty"
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
    assert (found["a"].error, found["a"].exit) == ("output_unwritable", 5)
    assert found["b"].state == "done"


def test_a_row_with_a_layout_nobody_knows_fails_alone(tmp_path: Path) -> None:
    home = folder_of(tmp_path, a="one", b="two")
    table = home / "issues.tsv"
    table.write_text("path\tlayout\na\t\nb\tnowhere\n", encoding="utf-8")
    found = night(tmp_path, given=table)
    assert (tmp_path / "out" / LEDGER).is_file()
    assert {row.name for row in found.rows} == {"a", "b"}


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
    assert (row.error, row.files, row.opened) == ("child_lied", (), {})
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
