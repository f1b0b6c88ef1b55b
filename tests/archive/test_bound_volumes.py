"""`edition archive --volume`: which issues are bound, in which order, and what stops it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

import epub_gates as gates
from bench.books.told import article_text, link_faults
from edition import build
from edition.archive.folders import ISSUES, LEDGER
from edition.archive.jobs import IssueEnd, shelve
from edition.archive.pressledger import CopyPlace, PressLedger
from edition.archive.volumes import BoundVolume, VolumeAsked, VolumeBegun, bind_volume
from edition.checks import check
from edition.cli import main
from edition.delivery.onto_disk import file_name
from edition.errors import EditionError, UnreadableInput, WrongUse
from edition.issue.wholeissue import IssueFile
from edition.model import Edition
from edition.sandbox.childlimits import Limits
from edition.storyjson.jsontext import to_json

COPY = """{head}

本报讯 村里的{head}，大家都来看，都说好。

河边的新路完工

本报讯 昨天上午，河边的路完工了，一共三里。
"""
LIMITS = Limits(60.0, 1_500)


@dataclass
class Shelf:
    """An archive that is finished, and the copy it was made from."""

    home: Path
    editions: dict[str, Edition]

    @property
    def out(self) -> Path:
        return self.home / "out"

    def asked(self, span: str, **given: object) -> VolumeAsked:
        usual = VolumeAsked(self.out, span, limits=LIMITS)
        return replace(usual, **given)  # type: ignore[arg-type]  # as the test names them

    def bind(self, span: str, **given: object) -> tuple[BoundVolume, VolumeBegun]:
        heard: list[VolumeBegun] = []
        return bind_volume(self.asked(span, **given), heard.append), heard[0]

    def file(self, name: str, suffix: str) -> Path:
        return next((self.out / ISSUES / name).glob(f"*{suffix}"))

    def refused(self, span: str, **given: object) -> EditionError:
        """The error, after which everything is as it was before."""
        before = _files(self.out)
        with pytest.raises(EditionError) as caught:
            self.bind(span, **given)
        assert _files(self.out) == before
        return caught.value


def _files(folder: Path) -> list[tuple[Path, bytes]]:
    """All but the ledger, which may be tidied."""
    return [(path, path.read_bytes()) for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != LEDGER]


def finished(
    home: Path, days: dict[str, date | None], kinds: tuple[str, ...] = ("pdf", "epub", "stories"),
    to: str | None = None,
) -> Shelf:
    """An archive of small issues, by name and day, without the night that would build them."""
    shelf = Shelf(home, {})
    shelf.out.mkdir(parents=True)
    ledger = PressLedger(shelf.out)
    places = {name: home / "papers" / name for name in days}
    ledger.begin([CopyPlace(name, str(place)) for name, place in places.items()], {})
    for name, day in days.items():
        places[name].mkdir(parents=True)
        (places[name] / "copy.txt").write_text(COPY.format(head=f"{name}号桥通车"), "utf-8")
        told = f'date = {day}\npage = "{name.upper()}1"\n' if day else ""
        (places[name] / "edition.toml").write_text(f'paper = "江岸日报"\n{told}', "utf-8")
        edition = build.read(places[name]).edition
        shelf.editions[name] = edition if to is None else build.convert(edition, to).edition
        files = shelve(shelf.out / ISSUES / name, _made(shelf.editions[name], kinds))
        ledger.ended(IssueEnd(name, True, pages=1, files=files), "key")
    ledger.begin([CopyPlace("failed", "/nowhere")], {})
    ledger.ended(IssueEnd("failed", False, error="copy_empty"), "key")
    ledger.close()
    return shelf


def _made(edition: Edition, kinds: tuple[str, ...]) -> list[IssueFile]:
    data = {
        "pdf": lambda: build.to_pdf(edition).data, "epub": lambda: build.to_epub(edition).data,
        "stories": lambda: to_json(edition, "names").encode(),
    }
    ends = {"pdf": ".pdf", "epub": ".epub", "stories": ".json"}
    return [IssueFile(kind, file_name(edition, ends[kind]), data[kind]()) for kind in kinds]


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return finished(tmp_path_factory.mktemp("archive"), {
        "b": date(2025, 3, 2), "a": date(2025, 3, 9), "c": date(2025, 3, 9),
        "d": date(2025, 4, 1), "none": None,
    })


def heads(pdf: Path) -> list[tuple[str, list[str]]]:
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        return [(str(one.title), [str(kid.title) for kid in one.children])
                for one in outline.root]


@pytest.mark.slow
def test_a_month_is_bound_in_the_order_of_its_days(months: Shelf) -> None:
    done, begun = months.bind("2025-03")
    assert (done.issues, done.pages, done.conforming, done.remarks) == (3, 3, True, ())
    assert begun == VolumeBegun(3, ("none",), ("failed",))
    pdf, epub = done.files
    assert [path.relative_to(months.out).as_posix() for path in done.files] == [
        "volumes/2025-03.pdf", "volumes/2025-03.epub"
    ]
    assert [(head, kids[0]) for head, kids in heads(pdf)] == [
        ("江岸日报 2025年3月2日 第B1版", "b号桥通车"),
        ("江岸日报 2025年3月9日 第A1版", "a号桥通车"),
        ("江岸日报 2025年3月9日 第C1版", "c号桥通车"),
    ]
    with pikepdf.open(pdf) as document:
        assert str(document.docinfo["/Title"]) == "江岸日报 2025年3月"
        names = set(pikepdf.NameTree(document.Root.Names.Dests).keys())
        assert {"2025-03-02/s01", "2025-03-09/s01", "2025-03-09.2/s01"} <= names
    assert check(pdf.read_bytes(), "a.pdf").printable
    told = gates.files(epub.read_bytes())
    assert link_faults(epub.read_bytes()) == [] and check(epub.read_bytes(), "a.epub").passed
    texts = {article_text(data) for path, data in told.items() if "/text/" in path}
    assert texts == {
        "".join(story.text.split()) for name in "bac" for story in months.editions[name].stories
    }
    assert "江岸日报 2025年3月2日 第B1版</a>\n<ol>" in told["EPUB/nav.xhtml"].decode()


def test_a_year_is_bound_by_the_command(months: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["archive", "--volume", "2025", "-o", str(months.out), "--lang", "en"]
    assert main([*words, "--only", "pdf"]) == 0
    said = capsys.readouterr().err
    assert "Issues to be bound: 4" in said
    assert "without a day, in no volume: 1 (none)" in said
    assert "not done, in no volume: 1 (failed)" in said
    pdf = months.out / "volumes" / "2025.pdf"
    assert f"wrote {pdf}" in said and not pdf.with_suffix(".epub").exists()
    assert len(heads(pdf)) == 4
    data = pdf.read_bytes()
    assert main([*words, "--only", "pdf", "-q"]) == 0 and pdf.read_bytes() == data


@pytest.mark.slow
def test_a_folder_is_built_before_it_is_bound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "papers" / "a"
    place.mkdir(parents=True)
    (place / "copy.txt").write_text(COPY.format(head="石桥通车"), "utf-8")
    (place / "edition.toml").write_text(
        'paper = "江岸日报"\ndate = 2025-03-02\npage = "A1"\n', "utf-8")
    words = ["archive", str(tmp_path / "papers"), "-o", str(tmp_path / "out"), "--volume", "2025",
             "--workers", "1", "--pages", "1", "--lang", "en"]
    assert main(words) == 0
    said = capsys.readouterr().err
    assert "Built now: 1" in said and "Issues to be bound: 1" in said
    volume = tmp_path / "out" / "volumes" / "2025.pdf"
    assert heads(volume)[0][0] == "江岸日报 2025年3月2日 第A1版"
    assert "江岸日报 2025年3月2日 第A1版" in gates.files(
        volume.with_suffix(".epub").read_bytes())["EPUB/nav.xhtml"].decode()
    assert main([*words, "--volume", "2024"]) == 2


@pytest.mark.parametrize(("span", "kind"), [
    ("2024", "volume_empty"), ("2025-05", "volume_empty"), ("25", "volume_span"),
    ("2025-3", "volume_span"), ("2025-13", "volume_span"), ("2025-03-02", "volume_span"),
    ("../2025", "volume_span"), ("", "volume_span"), ("２０２５", "volume_span"),
])
def test_a_span_without_issues_is_one_error(months: Shelf, span: str, kind: str) -> None:
    fault = months.refused(span)
    assert isinstance(fault, WrongUse) and fault.kind == kind
    if kind == "volume_empty":
        assert "2025-03-02" in fault.message and "2025-04-01" in fault.message


def test_where_there_is_no_archive_none_is_begun(tmp_path: Path) -> None:
    fault = Shelf(tmp_path, {}).refused("2025")
    assert fault.kind == "volume_no_ledger" and not (tmp_path / "out").exists()
    assert main(["archive", "--volume", "2025"]) == 2
    assert main(["archive", "--volume", "2025", "-o", str(tmp_path / "out")]) == 3


def test_what_is_not_as_it_was_written_is_named_and_nothing_is_bound(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2), "b": date(2025, 3, 3)}, ("pdf",))
    done, _ = shelf.bind("2025")
    (pdf,) = done.files
    good, path = pdf.read_bytes(), shelf.file("b", ".pdf")
    whole = path.read_bytes()
    for harmed in (b"hostile", whole[:-900] + b" " * 900, whole.replace(b"obj", b"job", 1)):
        path.write_bytes(harmed)
        fault = shelf.refused("2025")
        assert isinstance(fault, UnreadableInput) and fault.kind == "finished_changed"
        assert fault.where == str(path)
    times = path.stat()
    path.write_bytes(whole[:400] + bytes([whole[400] ^ 1]) + whole[401:])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert shelf.refused("2025").kind == "finished_changed"
    path.unlink()
    assert shelf.refused("2025").kind == "finished_gone"
    assert pdf.read_bytes() == good
    assert shelf.refused("2025", kind="epub").kind == "finished_gone"
    path.write_bytes(whole)
    assert shelf.refused("2025", kind="epub").kind == "volume_kind"
    assert shelf.bind("2025")[0].files == (pdf,) and pdf.read_bytes() == good


@pytest.mark.slow
def test_a_book_is_bound_in_the_script_of_its_issues(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2)}, ("epub",), to="zh-Hant-TW")
    done, _ = shelf.bind("2025")
    (epub,) = done.files
    (text, *_) = [article_text(data) for path, data in gates.files(epub.read_bytes()).items()
                  if "/text/" in path]
    assert "a號橋通車" in text and "來看" in text


@pytest.mark.slow
def test_copy_that_is_gone_is_read_from_the_stories_kept_of_it(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2)}, ("epub", "stories"))
    (epub,) = shelf.bind("2025")[0].files
    first, place = epub.read_bytes(), shelf.home / "papers" / "a"
    shutil.rmtree(place)
    assert shelf.bind("2025")[0].files == (epub,)
    told, before = gates.files(epub.read_bytes()), gates.files(first)
    assert {name: data for name, data in told.items() if "/text/" in name} == {
        name: data for name, data in before.items() if "/text/" in name}
    shelf.file("a", ".json").unlink()
    fault = shelf.refused("2025")
    assert isinstance(fault, UnreadableInput) and fault.kind == "file_missing"


@pytest.mark.slow
def test_copy_of_another_day_by_now_is_told(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2)}, ("epub",))
    place = shelf.home / "papers" / "a"
    side = place / "edition.toml"
    side.write_text(side.read_text("utf-8").replace("2025-03-02", "2025-03-03"), "utf-8")
    fault = shelf.refused("2025")
    assert fault.kind == "volume_copy_changed" and fault.where == str(place)
    assert "2025年3月2日" in fault.message


def test_issues_without_a_day_are_in_no_volume(tmp_path: Path) -> None:
    for kinds in (("epub",), ("pdf",)):
        shelf = finished(tmp_path / kinds[0], {"a": None}, kinds)
        fault = shelf.refused("1980")
        assert fault.kind == "volume_undated" and fault.values["count"] == 1


def test_an_archive_with_nothing_done_is_told_so(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    PressLedger(out).close()
    with pytest.raises(WrongUse) as caught:
        bind_volume(VolumeAsked(out, "2025"), lambda _: None)
    assert caught.value.kind == "volume_none_done"


def test_another_run_on_the_archive_is_told(months: Shelf) -> None:
    held = PressLedger(months.out)
    try:
        with pytest.raises(WrongUse) as caught:
            months.bind("2025")
    finally:
        held.close()
    assert caught.value.kind == "archive_in_use" and (months.out / LEDGER).is_file()


def test_two_issues_that_a_book_cannot_tell_apart_are_named(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2), "b": date(2025, 3, 2)}, ("pdf", "epub"))
    edition = build.read(shelf.home / "papers" / "a").edition
    ledger = PressLedger(shelf.out)
    files = shelve(shelf.out / ISSUES / "b", _made(edition, ("pdf", "epub")))
    ledger.ended(IssueEnd("b", True, pages=1, files=files), "key")
    ledger.close()
    fault = shelf.refused("2025")
    assert fault.kind == "volume_twins" and "a and b are one issue" in fault.message
    assert shelf.bind("2025", kind="pdf")[0].pages == 2


def test_nobody_builds_while_a_volume_is_bound(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2)}, ("pdf",))
    heard: list[str] = []

    def told(_: VolumeBegun) -> None:
        with pytest.raises(WrongUse) as caught:
            PressLedger(shelf.out)
        heard.append(caught.value.kind)

    bind_volume(shelf.asked("2025"), told)
    assert heard == ["archive_in_use"]


def test_what_a_broken_off_binding_left_is_cleared_away(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2)}, ("pdf",))
    half = shelf.out / "volumes" / ".edition-x" / "whole"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half a volume")
    shelf.bind("2025")
    assert sorted(path.name for path in (shelf.out / "volumes").iterdir()) == ["2025.pdf"]


def test_an_issue_that_was_taken_out_of_the_archive_stops_no_volume(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2), "b": date(1998, 3, 2)}, ("pdf",))
    shutil.rmtree(shelf.out / ISSUES / "b")
    assert shelf.refused("2025").kind == "finished_gone", "its copy is there: it can be built again"
    shutil.rmtree(shelf.home / "papers" / "b")
    done, begun = shelf.bind("2025")
    assert done.issues == 1 and begun.missing == ("failed",), "nothing that is built brings b back"


def test_a_spoilt_ledger_is_left_where_a_volume_is_asked_for(tmp_path: Path) -> None:
    shelf = finished(tmp_path, {"a": date(2025, 3, 2)}, ("pdf",))
    (shelf.out / LEDGER).write_bytes(b"no ledger at all" * 500)
    assert shelf.refused("2025").kind == "ledger_spoilt"
    assert (shelf.out / LEDGER).read_bytes().startswith(b"no ledger")


@pytest.mark.slow
def test_a_book_is_bound_from_any_folder_with_the_house_memory_of_its_issues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands above the copy is found from the folder the archive was built in."""
    place = tmp_path / "papers" / "a"
    place.mkdir(parents=True)
    (place / "copy.txt").write_text(COPY.format(head="石桥通车"), "utf-8")
    (place / "edition.toml").write_text('paper = "江岸日报"\ndate = 2025-03-02\n', "utf-8")
    (tmp_path / "papers" / "house.toml").write_text('glossary = ["石桥=岩橋"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    words = ["--only", "epub", "--lang", "en", "-q"]
    assert main(["archive", "papers", "-o", "out", "--to", "zh-Hant-TW", *words]) == 0
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert main(["archive", "-o", str(tmp_path / "out"), "--volume", "2025", *words]) == 0
    (one,) = (tmp_path / "out" / ISSUES / "a").glob("*.epub")
    for book in (one, tmp_path / "out" / "volumes" / "2025.epub"):
        text = "".join(article_text(data) for path, data in gates.files(book.read_bytes()).items()
                       if "/text/" in path)
        assert "岩橋通車" in text
