"""Which issues an archive holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from edition.archive.backissues import BackIssue, back_issues
from edition.errors import EditionError, UnreadableInput, WrongUse

OUT = Path("nowhere/out")


def put(home: Path, *names: str) -> Path:
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("标题\n\n正文。", encoding="utf-8")
    return home


def names(home: Path, out: Path = OUT) -> list[str]:
    return [issue.name for issue in back_issues(home, out)]


def test_a_folder_with_copy_is_an_issue_and_a_file_at_the_top_is_one(tmp_path: Path) -> None:
    put(tmp_path, "1998/03/a.txt", "1998/03/b.docx", "1998/03/letters/c.txt", "1997/d.md",
        "loose.txt", "loose.toml", "more.html", ".hidden/x.txt", "~$lock.docx", "pictures/p.jpg")
    assert names(tmp_path) == ["1997", "1998/03", "loose", "more"]
    assert back_issues(tmp_path, OUT)[1].place == tmp_path / "1998/03"


def test_the_archive_itself_and_what_edition_has_made_are_no_issues(tmp_path: Path) -> None:
    put(tmp_path, "a/copy.txt", "out/issues/a/a.txt", "build/page.html")
    (tmp_path / "build" / "page.html").write_text(
        '<html><head><meta name="generator" content="edition proof sheet">', encoding="utf-8"
    )
    (tmp_path / "build" / "page.pdf").write_bytes(b"%PDF /ID [(urn:uuid:1")
    assert names(tmp_path, tmp_path / "out") == ["a"]


def test_an_archive_of_another_run_is_no_copy(tmp_path: Path) -> None:
    """Its story JSON could be taken for copy, and each run would have more issues."""
    put(tmp_path, "a/copy.txt", "older/ledger.sqlite", "older/issues/a/a.json")
    assert names(tmp_path, tmp_path / "out") == ["a"]


@pytest.mark.parametrize("given", ["archive", "archive/issues", "archive/issues/1998", "link"])
def test_an_archive_among_its_own_copy_is_refused(tmp_path: Path, given: str) -> None:
    put(tmp_path, "archive/issues/1998/a/copy.txt")
    (tmp_path / "link").symlink_to(tmp_path / "archive", target_is_directory=True)
    with pytest.raises(WrongUse) as caught:
        back_issues(tmp_path / given, tmp_path / "archive")
    assert caught.value.kind == "archive_onto_copy"


def test_an_archive_on_the_folder_of_an_issue_is_refused(tmp_path: Path) -> None:
    """It would pass that issue over without a word."""
    put(tmp_path, "1998/copy.txt", "1999/copy.txt")
    with pytest.raises(WrongUse) as caught:
        back_issues(tmp_path, tmp_path / "1998")
    assert caught.value.kind == "archive_onto_copy"
    assert names(tmp_path, tmp_path / "made") == ["1998", "1999"]


def test_copy_beside_the_folders_of_the_archive_is_none_of_it(tmp_path: Path) -> None:
    put(tmp_path, "papers/a/copy.txt")
    assert names(tmp_path / "papers", tmp_path) == ["a"]


def test_a_folder_that_nobody_may_look_into_is_an_issue_that_will_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a/copy.txt", "lost+found/x.txt", "vanished/x.txt")
    faults = {"lost+found": PermissionError(13, "no"), "vanished": FileNotFoundError(2, "no")}
    listed = os.listdir

    def listing(folder: Path) -> list[str]:
        if folder.name in faults:
            raise faults[folder.name]
        return listed(folder)

    monkeypatch.setattr(os, "listdir", listing)
    assert names(tmp_path) == ["a", "lost+found"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "papers/a/copy.txt")
    (tmp_path / "papers" / "b").symlink_to(tmp_path / "papers", target_is_directory=True)
    assert names(tmp_path / "papers") == ["a"]


def test_a_table_names_its_files(tmp_path: Path) -> None:
    put(tmp_path, "one.txt", "year/two/copy.txt", "three.v2.txt")
    (tmp_path / "issues.csv").write_text(
        "\ufeffPath,name,layout,to\r\none.txt,1998/0301,tabloid,\r\n\r\nyear/two,,,zh-Hant-TW\r\n"
        '"three.v2.txt"\r\n../absent.txt,,,\r\n', encoding="utf-8",
    )
    assert back_issues(tmp_path / "issues.csv", OUT) == (
        BackIssue("1998/0301", tmp_path / "one.txt", "tabloid"),
        BackIssue("absent", tmp_path / "../absent.txt"),
        BackIssue("three.v2", tmp_path / "three.v2.txt"),
        BackIssue("year/two", tmp_path / "year/two", None, "zh-Hant-TW"),
    )


@pytest.mark.parametrize(("text", "kind", "where"), [
    ("", "table_head", ":1"), ("name\na", "table_head", ":1"),
    ("path\tpath\na\tb", "table_head", ":1"),
    ("path\tlayuot\na\tb", "table_column", ":1"), ("path\tname\n\tb", "table_row_empty", ":2"),
    ("path\tname\na\t../b", "table_name", ":2"), ("path\tname\na\t/b", "table_name", ":2"),
    ("path\tname\na\tb/.c", "table_name", ":2"), ("path\tname\na\tb\\c", "table_name", ":2"),
    ("path\n..", "table_name", ":2"), ("path\tname\na\tb\x1b[2Jc", "table_name", ":2"),
    ("path\n\"a\x00", "table_", ""),
])
def test_a_table_that_is_wrong_says_where(
    tmp_path: Path, text: str, kind: str, where: str
) -> None:
    table = tmp_path / "issues.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        back_issues(table, OUT)
    assert caught.value.kind.startswith(kind)
    assert caught.value.where.endswith(where) or kind == "table_"


@pytest.mark.parametrize("name", ["a\nb", "a\x1b]0;b\x07", "a\u2028b", "a\x9bb"])
def test_a_name_that_moves_the_cursor_is_refused_and_told_harmlessly(
    tmp_path: Path, name: str
) -> None:
    put(tmp_path, f"{name}/copy.txt")
    with pytest.raises(WrongUse) as caught:
        back_issues(tmp_path, OUT)
    assert caught.value.kind == "table_name" and caught.value.message.isprintable()


def test_spaces_of_every_width_are_good_in_a_name(tmp_path: Path) -> None:
    put(tmp_path, "第1期\u3000三月/copy.txt", "b\xa0c.txt")
    (tmp_path / "issues.tsv").write_text("path\tname\nb\xa0c.txt\t1998\u3000三月\n", "utf-8")
    assert names(tmp_path) == ["b\xa0c", "第1期\u3000三月"]
    assert names(tmp_path / "issues.tsv") == ["1998\u3000三月"]


def test_names_that_a_disk_may_take_for_one_are_told(tmp_path: Path) -> None:
    table = tmp_path / "issues.tsv"
    for first, second in (("é", "e\u0301"), ("März", "MÄRZ")):
        table.write_text(f"path\tname\na\t{first}\nb\t{second}\n", "utf-8")
        with pytest.raises(WrongUse) as caught:
            back_issues(table, OUT)
        assert caught.value.kind == "archive_one_name"


def test_a_path_that_no_disk_takes_is_no_accident(tmp_path: Path) -> None:
    long = "长" * 300
    with pytest.raises(UnreadableInput):
        back_issues(tmp_path / long, OUT)
    put(tmp_path, "a/copy.txt")
    ring = tmp_path / "ring"
    ring.symlink_to(ring)
    assert names(tmp_path, ring) == ["a"]
    (tmp_path / "issues.tsv").write_text(f"path\n{long}.txt\n", "utf-8")
    assert names(tmp_path / "issues.tsv") == [long]


def test_two_issues_of_one_name_are_told(tmp_path: Path) -> None:
    put(tmp_path, "page.txt", "page.md", "other.txt")
    with pytest.raises(WrongUse) as caught:
        back_issues(tmp_path, OUT)
    assert caught.value.kind == "archive_one_name"
    assert "page.md" in caught.value.message and "page.txt" in caught.value.message


def test_what_is_no_archive_is_one_error(tmp_path: Path) -> None:
    put(tmp_path, "page.txt", "empty/pictures/p.jpg")
    (tmp_path / "bytes.tsv").write_bytes(b"path\n\xff\xfe")
    for given, kind, sort in (
        (tmp_path / "absent", "file_missing", UnreadableInput),
        (tmp_path / "page.txt", "archive_of_file", WrongUse),
        (tmp_path / "empty", "archive_empty", UnreadableInput),
        (tmp_path / "bytes.tsv", "table_not_text", WrongUse),
    ):
        with pytest.raises(EditionError) as caught:
            back_issues(given, OUT)
        assert (caught.value.kind, type(caught.value)) == (kind, sort)
