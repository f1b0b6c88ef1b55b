"""The report: its score, its words in every language, its JSON in none."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest

import edition.checks
from edition.checks.report import SHOWN, FaultPlace, Finding, Report, lost, unmeasured
from edition.checks.rules.epub_rules import EPUB_RULES
from edition.checks.rules.pdf_rules import PDF_RULES
from edition.checks.rules.press_rules import PRESS_RULES
from edition.checks.targets import TARGETS
from edition.checks.weights import HARD, WEIGHTS
from edition.messages.texts import LANGS, Lang, Phrase


def score(*findings: Finding) -> float:
    return Report("p.pdf", findings).score


@pytest.mark.parametrize(("finding", "loss"), [
    (Finding("LB1", "must", 0, 10), 0.0),
    (Finding("LB1", "must", 1, 10), 50 * 0.1 + 5),
    (Finding("PW3", "should", 1, 10), 10 * 0.1),
    (Finding("ACC", "should", 5, 2), 10.0),
    (Finding("S1", "should", 1, 2, 4.0, (), 1.5), WEIGHTS["S1"] * 1.5),
    (Finding("S7", "should", 1, 2, 0.5, (), 0.2), WEIGHTS["S7"] * 0.2),
    (Finding("S14", "info", 2, 2), 0.0),
    (Finding("H4", "must", 1, 100, None, (), 1.0), WEIGHTS["H4"]),
    (Finding("FILE/EPUB", "must", 1, 1), 55.0),
    (Finding("S1", "should", 1, 2, 90.0, (), 90.0), 180.0),
    (unmeasured("S9"), 0.0),
])
def test_a_finding_costs_its_weight_or_its_share(finding: Finding, loss: float) -> None:
    assert lost(finding) == pytest.approx(loss)
    assert score(finding) == pytest.approx(100 * math.exp(-loss / 100), abs=0.05)
    assert score(finding, finding) == pytest.approx(100 * math.exp(-2 * loss / 100), abs=0.05)


def test_of_two_bad_pages_the_worse_is_still_told() -> None:
    """A hard fault takes nothing from the ranking, and no page falls off its end."""
    hard = Finding("H5", "must", 1, 2)
    white = [Finding("S1", "should", 1, 1, share, (), share - 3) for share in (20.0, 60.0, 90.0)]
    scores = [score(hard, one) for one in white]
    assert scores == sorted(set(scores), reverse=True) and scores[-1] > 0


def test_a_hard_fault_is_told_beside_the_score() -> None:
    broken = Report("p", (Finding("H5", "must", 1, 40),))
    assert not broken.printable and not broken.passed and broken.score > 90
    assert "not printable: H5" in broken.as_text() and "不可付印：H5" in broken.as_text("zh-Hans")
    guessed = Report("p", (Finding("H4", "should", 1, 40, None, (), 1.0),))
    assert guessed.printable and "printable" not in guessed.as_text()
    typed = Report("p", (Finding("LB1", "must", 1, 40),))
    assert typed.printable and not typed.passed


def test_only_a_must_that_stands_fails() -> None:
    assert Report("p", (Finding("S1", "should", 1, 1), Finding("LB1", "must", 0, 1))).passed
    assert not Report("p", (Finding("LB1", "must", 1, 1),)).passed


PLACES = tuple(
    FaultPlace(n, 12.34, 56.78, Phrase("text_doubled", {"words": "南湖"}))
    for n in range(SHOWN + 3)
)
REPORT = Report("页.pdf", (
    Finding("H1", "must", len(PLACES), 40, None, PLACES), Finding("PW1", "must", 0, 7),
    Finding("S11", "should", 1, 4, 25.0, (FaultPlace(2, 0, 0, "石桥: 0.30"),), 20.0),
    unmeasured("S9"), Finding("FONT", "must", 0, 2),
), (("pages", 2.0), ("body_pt", 9.0)))


def test_the_report_in_english() -> None:
    lines = REPORT.as_text().split("\n")
    assert lines[:2] == [f"页.pdf: score {REPORT.score:g}", "not printable: H1 broken"]
    assert lines[2].split()[:5] == ["FAIL", "H1", "15", "of", "40"]
    assert lines[3] == "         in the file: doubled: 南湖"
    assert lines[4] == "         page 1 at 12,57: doubled: 南湖"
    assert "adjacent marks take 1.5 em or less (em)" in REPORT.as_text("en")
    assert "legs are 51 to 254 mm deep (% that are not)  worst 25" in REPORT.as_text()
    assert "not measured, give the copy with --stories" in REPORT.as_text()
    assert lines[-2:] == ["  pages: 2", "  body_pt: 9"]


@pytest.mark.parametrize(("lang", "words"), [
    ("zh-Hans", ("页.pdf：得分 ", "不可付印：H1", "不合格 H1", "第1版 (12,57)：重复：南湖",
                 "合格　 PW1",
                 "提示　 S11", "各栏深 51 至 254 毫米", "最差 25",
                 "未测，请用 --stories 给出稿件", "版数：2")),
    ("zh-Hant", ("得分 ", "不可付印：H1", "不合格 H1", "第1版 (12,57)：重複：南湖",
                 "各欄深 51 至 254 公釐", "版數：2")),
])
def test_the_report_in_chinese(lang: Lang, words: tuple[str, ...]) -> None:
    told = REPORT.as_text(lang)
    assert [word for word in words if word not in told] == []
    assert not re.search(r"[A-Za-z]{3,} [a-z]{2,}", told), "no English sentence"


@pytest.mark.parametrize("lang", LANGS)
def test_a_broken_rule_says_what_to_do_and_a_kept_one_does_not(lang: Lang) -> None:
    h1, pw1, s11, s9, _ = REPORT.findings
    told = REPORT.as_text(lang)
    assert h1.todo(lang) in told and s11.todo(lang) in told
    assert pw1.todo(lang) not in told and s9.todo(lang) not in told


def test_a_report_shows_so_many_places_and_no_more() -> None:
    assert REPORT.as_text().count(": doubled") == SHOWN
    assert len(REPORT.as_dict()["findings"][0]["places"]) == SHOWN


def test_the_json_is_english_and_says_what_it_always_said() -> None:
    found = json.loads(REPORT.as_json())
    assert list(found) == ["file", "score", "passed", "printable", "figures", "findings"]
    assert found["figures"] == {"pages": 2.0, "body_pt": 9.0}
    assert found["findings"][0]["places"][1] == {
        "page": 1, "x": 12.3, "y": 56.8, "text": "doubled: 南湖",
    }
    assert found["findings"][2]["excess"] == 20.0
    assert found["findings"][3]["rule"] == (
        "order of stories in the file: not measured, give the copy with --stories"
    )


def test_every_figure_of_a_rule_and_every_weight_belongs_to_a_rule() -> None:
    codes = {*PDF_RULES, *EPUB_RULES, *PRESS_RULES}
    assert set(TARGETS) <= codes
    assert set(WEIGHTS) <= codes
    assert set(HARD) <= codes


def test_what_is_seen_knows_nothing_of_what_it_is_worth() -> None:
    room = Path(edition.checks.__file__).parent
    for path in sorted((room / "sight").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"checks\.(rules|report|targets|weights)", source), path
    for path in sorted((room / "rules").glob("*.py")):
        assert not re.search(r"checks\.(pdf|epub)_file", path.read_text(encoding="utf-8")), path
