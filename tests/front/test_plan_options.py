"""--effort, --pages, --fit, --alternatives: judged early, told at the end, exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import edition
from edition.cli import main
from edition.errors import CannotFit, WrongUse
from edition.planning import Planning
from edition.printed import Score
from edition.sandbox.childlimits import Limits

TEXT = "昨天上午，南湖村的老石桥修好了，村里人都来看，桥头立着一块碑，上面刻着捐款人家的名字。" * 2


def copy_of(folder: Path, count: int, long: int, plan: str = "") -> Path:
    story = "# 第{n}座石桥修好了\n\n" + f"{TEXT}\n\n" * long
    path = folder / "page.md"
    path.write_text("".join(story.format(n=n) for n in range(1, count + 1)), encoding="utf-8")
    (folder / "page.toml").write_text(f'paper = "山城日报"\n{plan}', encoding="utf-8")
    return path


@pytest.mark.parametrize(("words", "said"), [
    (["--effort", "fast"], "There is no effort “fast”"),
    (["--effort", "0"], "There is no effort “0”"),
    (["--effort", "1000001"], "There is no effort"),
    (["--pages", "0"], "--pages wants a whole number from 1 to 400"),
    (["--pages", "two"], "--pages wants"),
    (["--alternatives", "21"], "--alternatives wants a whole number from 1 to 20"),
])
def test_wrong_options_are_told_before_any_copy_is_read(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", "/no/such/copy.txt", "--lang", "en", *words]) == 2
    told = capsys.readouterr().err
    assert said in told and "such/copy" not in told


def test_what_does_not_fit_writes_nothing_and_ends_with_seven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "mine"
    home.mkdir()
    (home / "pack.toml").write_text('api = 1\nextends = "newsletter"\n', encoding="utf-8")
    page, out = copy_of(tmp_path, 3, 30), tmp_path / "out"
    words = ["build", str(page), "-o", str(out), "--layout", str(home), "--lang", "zh-Hans"]
    assert main([*words, "--fit", "--effort", "quick"]) == 7
    told = capsys.readouterr().err
    assert "1 个版排不下全部稿件" in told and "第3座石桥修好了" in told
    assert not out.exists()


def test_pages_of_the_sidecar_and_the_option_before_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, out = copy_of(tmp_path, 5, 5, "[plan]\npages = 1\n"), tmp_path / "x.pdf"
    words = ["pdf", str(page), "-o", str(out), "--layout", "newsletter", "--lang", "en", "-v"]
    assert main([*words, "--fit"]) == 0
    assert "To hold the copy on the pages asked for, 1" in capsys.readouterr().err
    assert main([*words, "--pages", "2"]) == 0
    assert "To hold the copy" not in capsys.readouterr().err


def test_other_plans_are_listed_and_are_events(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, out = copy_of(tmp_path, 4, 3), tmp_path / "x.pdf"
    words = ["pdf", str(page), "-o", str(out), "--layout", "tabloid", "--alternatives", "2"]
    assert main([*words, "--lang", "zh-Hans"]) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if "另一种排法" in line]
    assert len(lines) == 2 and "1-" in lines[0]
    assert main([*words, "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = [event for event in events if event["event"] == "alternative"]
    assert all(
        f"排法 {event['key']}：" in line for event, line in zip(found, lines, strict=True)
    )
    (tmp_path / "page.toml").write_text(
        f'paper = "山城日报"\n[plan]\npinned = "{found[0]["key"]}"\n', encoding="utf-8"
    )
    plain = out.read_bytes()
    assert main([*words[:-2], "--lang", "en", "-v"]) == 0
    assert "no longer fits" not in capsys.readouterr().err
    assert out.read_bytes() != plain


def test_the_same_in_a_child_process() -> None:
    made = edition.Edition.build("x", [
        edition.Story.of(f"第{n}座石桥修好了", [TEXT] * 3) for n in range(1, 5)
    ])
    here = edition.alternatives(made, 2, "tabloid")
    assert edition.alternatives(made, 2, "tabloid", sandbox=Limits()) == here
    long = replace(made, sections=tuple(
        replace(s, stories=tuple(
            replace(story, body=tuple(replace(b, id="") for b in story.body) * 60, id="")
            for story in s.stories
        )) for s in made.sections
    ), planning=Planning(effort=50, pages=1))
    with pytest.raises(CannotFit) as caught:
        edition.to_pdf(long, "newsletter", sandbox=Limits())
    assert caught.value.exit_code == 7 and len(caught.value.values["stories"]) >= 2  # type: ignore[arg-type]  # a list of headlines


def test_how_many_other_plans_and_of_which_page_is_judged() -> None:
    made = edition.Edition.build("x", [edition.Story.of("题", [TEXT])])
    for given in ({"k": 0}, {"k": 21}, {"page": 0}, {"page": 401}, {"k": "3"}):
        with pytest.raises(WrongUse):
            edition.alternatives(made, **given)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(("score", "said"), [
    (Score(100.0, True, 0.0, (("pages", 1.0), ("stories", 3.0))), "optimum proved"),
    (Score(100.0, False, 1.2, (("pages", 1.0), ("stories", 3.0))), "could gain at most 2 %)"),
    (Score(100.0, False, 1.2, (("pages", 2.0), ("stories", 3.0))), "at most 2 %, so divided"),
    (Score(100.0, False, 0.0, (("pages", 2.0), ("stories", 3.0))), "every page proved, so divided"),
    (Score(100.0, False, 0.0, (("pages", 1.0), ("stories", 3.0))), "not proved"),
    (Score(0.0, False, 0.0, (("pages", 1.0), ("stories", 0.0))), "not proved"),
])
def test_the_summary_says_what_is_proved(score: Score, said: str) -> None:
    from edition.cli.summary import _planned
    from edition.cli.voice import Voice

    assert said in _planned(score, Voice("en"))
