"""The report of an archive, and what a lasting child tells of itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from desk.desk_seen import chromium
from edition.archive.accounts import MOST_SHOWN, worst_first, write_accounts
from edition.archive.jobs import IssueEnd, Shelved
from edition.archive.pressledger import CopyPlace, LedgerRow
from edition.errors import Stopped
from edition.issue.wholeissue import IssueAsked, IssueMade
from edition.messages.texts import LANGS
from edition.sandbox import parent
from edition.sandbox.childlimits import Limits
from edition.sandbox.lasting import Hand


def done(name: str, score: float | None, **given: object) -> LedgerRow:
    files = (Shelved("pdf", f"{name}.pdf", 9, 1, "ab"), Shelved("proof", "校样 1.html", 9, 1, "cd"))
    end = IssueEnd(name, True, pages=2, score=score, files=files, **given)  # type: ignore[arg-type]  # as named
    return LedgerRow(CopyPlace(name, f"/papers/{name}"), "done", end)


ROWS = (
    done("1998/a", 91.0, queries=(("lost_opening", 2),)), done("1998/b", 100.0, printable=False),
    done("1998/c", 42.5, queries=(("lost_opening", 1), ("no_paper_name", 4), ("bygone", 1))),
    done("1998/d", None),
    LedgerRow(
        CopyPlace("1998/<e>", "/papers/1998/<e>"), "failed",
        IssueEnd("1998/<e>", False, error="copy_empty", said="空的 <b>", exit=3),
    ),
)


def test_the_worst_come_first() -> None:
    assert [row.name for row in worst_first(ROWS)] == ["1998/b", "1998/c", "1998/a", "1998/d"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_all_and_leads_to_the_files(tmp_path: Path, lang: str) -> None:
    place = write_accounts(tmp_path, ROWS, lang)  # type: ignore[arg-type]  # one of LANGS
    page = place.read_text(encoding="utf-8")
    assert "1998/&lt;e&gt;" in page and "空的 &lt;b&gt;" in page and "copy_empty" in page
    assert "issues/1998/c/%E6%A0%A1%E6%A0%B7%201.html" in page
    assert re.findall(r"<dd[^>]*>([^<]*)</dd>", page) == ["5", "4", "1", "1", "8", "91.0"]
    page = page[: page.index("<code>lost_opening")]
    assert page.index("1998/b") < page.index("1998/c") < page.index("1998/a")
    assert "archive_report" not in page


@pytest.mark.parametrize(("lang", "said"), [
    ("zh-Hans", "开头"), ("zh-Hant", "開頭"), ("en", "opening"),
])
def test_queries_are_told_in_the_language_of_the_reader(
    tmp_path: Path, lang: str, said: str
) -> None:
    page = write_accounts(tmp_path, ROWS, lang).read_text("utf-8")  # type: ignore[arg-type]  # one of LANGS
    told = page[page.index('id="kinds"'):]
    row = told[: told.index("<code>lost_opening")].rpartition("<tr>")[2]
    assert said in row and "{" not in row, "in words, and no place of a value is left open"
    rest = told[told.index("<code>lost_opening"):]
    assert rest.index("1998/c") < rest.index("1998/a"), "the worst of those that have it"
    assert "<code>bygone" in page, "a kind that no release knows any more is told by its name"


def test_what_failed_leads_to_its_copy(tmp_path: Path) -> None:
    out = tmp_path / "made" / "archive"
    out.mkdir(parents=True)
    place = tmp_path / "papers" / "三月 2"
    row = LedgerRow(
        CopyPlace("三月 2", str(place)), "failed", IssueEnd("三月 2", False, error="copy_empty"))
    page = write_accounts(out, [row], "en").read_text("utf-8")
    assert 'href="../../papers/%E4%B8%89%E6%9C%88%202"' in page


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_for_every_pair_of_eyes(tmp_path: Path, dark: bool) -> None:
    """axe-core finds nothing, and nothing stands beyond the edge of a telephone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    place = write_accounts(tmp_path, ROWS, "zh-Hans")
    with chromium(bypass_csp=True, color_scheme="dark" if dark else "light") as context:
        page = context.new_page()
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(place.as_uri())
        found = axe.run(page, options={"iframes": False}).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth")
    assert [one["id"] for one in found] == [] and wide <= 360


def test_a_line_of_json_for_the_archive_and_for_each_issue(tmp_path: Path) -> None:
    write_accounts(tmp_path, ROWS, "en")
    lines = (tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    whole = told[0]["archive"]
    assert (whole["issues"], whole["done"], whole["failed"], whole["pages"]) == (5, 4, 1, 8)
    assert {k: v for k, v in whole["scores"].items() if v} == {"40": 1, "90": 2}
    assert whole["queries"] == {"no_paper_name": 4, "lost_opening": 3, "bygone": 1}
    assert [line["name"] for line in told[1:]] == [row.name for row in ROWS]
    assert told[-1]["error"] == "copy_empty" and "files" not in told[-1]
    assert told[1]["files"][0]["path"] == "issues/1998/a/1998/a.pdf"


def test_a_long_page_is_cut_and_says_so(tmp_path: Path) -> None:
    many = [done(f"{n:04}", float(n % 100)) for n in range(MOST_SHOWN + 1)]
    page = write_accounts(tmp_path, many, "en").read_text(encoding="utf-8")
    assert f"{MOST_SHOWN} are shown" in page and page.count("<tr>") < MOST_SHOWN + 20


def test_an_archive_without_scores_or_issues_done_has_a_page(tmp_path: Path) -> None:
    page = write_accounts(tmp_path, [ROWS[-1]], "en").read_text(encoding="utf-8")
    assert 'class="bar"' not in page and "copy_empty" in page


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
