"""Which issues an archive holds."""

from __future__ import annotations

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
    ("path\n..", "table_name", ":2"), ("path\n\"a\x00", "table_", ""),
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
