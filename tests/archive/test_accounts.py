"""The report of an archive, and what a lasting child tells of itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from edition.archive.accounts import MOST_SHOWN, worst_first, write_accounts
from edition.archive.jobs import Shelved
from edition.archive.pressledger import LedgerRow
from edition.errors import Stopped
from edition.issue.wholeissue import IssueAsked, IssueMade
from edition.messages.texts import LANGS
from edition.sandbox import parent
from edition.sandbox.childlimits import Limits
from edition.sandbox.lasting import Hand


def done(name: str, score: float | None, **given: object) -> LedgerRow:
    files = (Shelved("pdf", f"{name}.pdf", 9, 1, "ab"), Shelved("proof", "校样 1.html", 9, 1, "cd"))
    return LedgerRow(name, "p", "done", pages=2, score=score, files=files, **given)  # type: ignore[arg-type]  # as named


ROWS = (
    done("1998/a", 91.0, queries={"lost_opening": 2}), done("1998/b", 100.0, printable=False),
    done("1998/c", 42.5, queries={"lost_opening": 1, "no_paper_name": 4}), done("1998/d", None),
    LedgerRow("1998/<e>", "p", "failed", error="copy_empty", said="空的 <b>", exit=3),
)


def test_the_worst_come_first() -> None:
    assert [row.name for row in worst_first(ROWS)] == ["1998/b", "1998/c", "1998/a", "1998/d"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_all_and_leads_to_the_files(tmp_path: Path, lang: str) -> None:
    place = write_accounts(tmp_path, ROWS, lang)  # type: ignore[arg-type]  # one of LANGS
    page = place.read_text(encoding="utf-8")
    assert "1998/&lt;e&gt;" in page and "空的 &lt;b&gt;" in page and "copy_empty" in page
    assert "issues/1998/c/%E6%A0%A1%E6%A0%B7%201.html" in page
    assert re.findall(r"<dd[^>]*>([^<]*)</dd>", page) == ["5", "4", "1", "8", "91.0"]
    assert page.index("1998/b") < page.index("1998/c") < page.index("1998/a")
    assert "archive_report" not in page


def test_a_line_of_json_for_the_archive_and_for_each_issue(tmp_path: Path) -> None:
    write_accounts(tmp_path, ROWS, "en")
    lines = (tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    whole = told[0]["archive"]
    assert (whole["issues"], whole["done"], whole["failed"], whole["pages"]) == (5, 4, 1, 8)
    assert {k: v for k, v in whole["scores"].items() if v} == {"40": 1, "90": 2}
    assert whole["queries"] == {"no_paper_name": 4, "lost_opening": 3}
    assert [line["name"] for line in told[1:]] == [row.name for row in ROWS]
    assert told[-1]["error"] == "copy_empty" and "files" not in told[-1]
    assert told[1]["files"][0]["path"] == "issues/1998/a/1998/a.pdf"


def test_a_long_page_is_cut_and_says_so(tmp_path: Path) -> None:
    many = [done(f"{n:04}", float(n % 100)) for n in range(MOST_SHOWN + 1)]
    page = write_accounts(tmp_path, many, "en").read_text(encoding="utf-8")
    assert f"{MOST_SHOWN} are shown" in page and page.count("<tr>") < MOST_SHOWN + 20


def test_an_archive_without_scores_or_issues_done_has_a_page(tmp_path: Path) -> None:
    page = write_accounts(tmp_path, [ROWS[-1]], "en").read_text(encoding="utf-8")
    assert "<meter" not in page and "copy_empty" in page


def test_a_lasting_child_does_task_after_task(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parent, "WORKER", "archive.staged_worker")
    for name, text in (("a", "one"), ("b", "fault"), ("c", "two")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    asked = {name: {"asked": IssueAsked((str(tmp_path / f"{name}.txt"),))} for name in "abc"}
    hand = Hand(Limits(20.0, 600), tmp_path)
    number = hand.number
    first = hand.do("issue", asked["a"], IssueMade)
    assert first.files[0].name == "a.pdf" and 1 < hand.used.held <= hand.used.peak < 600
    with pytest.raises(Stopped) as caught:
        hand.do("issue", asked["b"], IssueMade)
    assert caught.value.kind == "child_failed"
    assert hand.do("issue", asked["c"], IssueMade).files and hand.number == number
    with pytest.raises(Stopped) as caught:
        hand.do("issue", asked["a"], Shelved)
    assert caught.value.kind == "child_lied"
    hand.end()
    hand.end()
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]
