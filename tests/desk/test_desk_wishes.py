"""What is wished, answered and written on the desk beyond the reading: as a hand would write it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.desk_made import COPY, Browser, desk_of, desk_on
from desk.test_desk_files import png, put
from edition import build
from edition.desk import newsdesk
from edition.desk.copyroom import CopyRoom, Ordered
from edition.desk.pagebench import PageTask, Sent, forms_shown
from edition.desk.serving import FIRST_PORT, PORTS, _door, _own_door
from edition.errors import WrongUse
from edition.passes.script.formdoubts import reviewed
from edition.sidecar.housememory import HouseMemory, parse_house, written_house
from edition.sidecar.rewriting import SidecarText
from edition.sidecar.values import toml_value


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    with desk_on(tmp_path, monkeypatch) as made:
        yield made


def test_box_and_breaks_are_the_lines_a_hand_would_write(browser: Browser) -> None:
    browser.ask("/wish", story=0, wishes={"box": True})
    browser.ask("/wish", story=0, wishes={"headline_lines": ["石桥", "修好了"]})
    assert browser.sidecar == (
        '[[stories]]\nheadline = "石桥修好了"\nbox = true\nheadline_lines = ["石桥", "修好了"]\n'
    )
    first = browser.state["stories"][0]
    assert (first["box"], first["breaks"], first["words"]) == (True, [2], "石桥修好了")
    browser.ask("/undo")
    browser.ask("/wish", story=0, wishes={"box": False})
    assert tomllib.loads(browser.sidecar)["stories"] == [{"headline": "石桥修好了", "box": False}]
    browser.ask("/wish", story=0, wishes={"box": None})
    assert browser.sidecar == ""


@pytest.mark.parametrize("wishes", [
    {"headline_lines": ["石桥", "修好"]}, {"headline_lines": "石桥修好了"},
    {"headline_lines": ["石桥修好了", ""]}, {"headline_lines": [1, 2]}, {"box": "yes"}, {"box": 1},
    {"headline_lines": ["石", "桥", "修", "好", "了"]},
])
def test_a_wish_that_is_none_is_told_and_not_written(
    browser: Browser, wishes: dict[str, Any]
) -> None:
    assert browser.ask("/wish", 422, story=0, wishes=wishes)["message"]
    assert browser.sidecar == ""


def test_a_picture_has_a_size(browser: Browser) -> None:
    put(browser, png(), story="0", name="a.png", caption="桥")
    for width in ("large", 3, None):
        browser.ask("/picture", file="images/a.png", source="page.txt", wishes={"width": width})
        (entry,) = tomllib.loads(browser.sidecar)["pictures"]
        assert entry.get("width") == width
    for width in ("huge", 0, True, 2.5):
        browser.ask("/picture", 422, file="images/a.png", source="page.txt",
                    wishes={"width": width})


def test_a_picture_takes_the_caption_that_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = COPY.replace("（王小明）", "图为村民在桥头看热闹。李四摄\n\n（王小明）")
    with desk_on(tmp_path, monkeypatch, copy) as browser:
        kinds = {one["kind"]: one for one in browser.state["queries"]}
        assert "caption_without_picture" in kinds
        put(browser, png(), story="0", name="a.png", line="5")
        (entry,) = tomllib.loads(browser.sidecar)["pictures"]
        assert entry["caption"] and entry["caption"] in copy
        assert "caption_without_picture" not in {q["kind"] for q in browser.state["queries"]}


def test_one_line_is_named_and_those_like_it_stay(browser: Browser) -> None:
    browser.ask(
        "/answer", file="page.txt", line=1, text="石桥修好", do="headline", said="one",
        rest=[{"file": "page.txt", "line": 7, "text": "图书馆", "do": "crosshead"}],
    )
    assert [(one["line"], one["do"]) for one in tomllib.loads(browser.sidecar)["answers"]] == [
        (1, "headline"), (7, "crosshead")]
    browser.ask("/undo")
    assert browser.sidecar == ""
    for rest in ("x", [1], [{"file": "page.txt", "line": 7, "text": "没有", "do": "deck"}],
                 [{"file": "other.txt", "line": 7, "text": "图书馆", "do": "deck"}]):
        browser.ask("/answer", 422, file="page.txt", line=1, text="石桥", do="headline", rest=rest)
    assert browser.sidecar == ""


def test_the_head_of_the_paper_is_filled_in(browser: Browser) -> None:
    browser.source.with_suffix(".toml").write_text(
        '# 头\n[[answers]]\nline = 7\ntext = "图书馆"\ndo = "keep"\n', encoding="utf-8")
    browser.catch_up()
    browser.ask("/imprint", values={"paper": " 江源日报 ", "date": "2026年12月1日", "page": "A1"})
    table = tomllib.loads(browser.sidecar)
    assert (table["paper"], table["date"], table["page"]) == ("江源日报", "2026年12月1日", "A1")
    assert browser.state["imprint"] == {
        "paper": "江源日报", "date": "2026-12-01", "issue": "", "page": "A1", "page_title": ""}
    browser.ask("/imprint", values={"page": None, "date": ""})
    assert set(tomllib.loads(browser.sidecar)) == {"paper", "answers"}
    assert "# 头\n[[answers]]" in browser.sidecar
    before = browser.sidecar
    for values in ({"date": "哪天"}, {"paper": 1}, {"publisher": "x"}, {"paper": "a\x07"}):
        browser.ask("/imprint", 422, values=values)
    assert browser.sidecar == before


def test_a_wish_follows_a_headline_that_is_mended(browser: Browser) -> None:
    browser.ask("/order", story=1, place=0)
    mended = COPY.replace("图书馆夜里开门", "县图书馆夜里开门")
    browser.ask("/edit", file="page.txt", copy=mended)
    assert [one["place"] for one in browser.state["stories"]] == [1, 0]
    assert "story_renamed" in {one["kind"] for one in browser.state["queries"]}
    browser.ask("/wish", story=1, wishes={"box": True})
    assert tomllib.loads(browser.sidecar)["stories"] == [
        {"headline": "县图书馆夜里开门", "rank": 1, "box": True}]
    # A headline that is another is no other name of the same story.
    browser.ask("/edit", file="page.txt", copy=mended.replace("县图书馆夜里开门", "渡口通车了"))
    assert [one["place"] for one in browser.state["stories"]] == [0, 1]


def test_a_story_held_is_no_query(browser: Browser) -> None:
    browser.ask("/answer", file="page.txt", line=7, text="图书馆", do="hold")
    (told,) = [one for one in browser.state["queries"] if one["kind"] == "story_held"]
    assert told["severity"] == "info"


class ScriptBench:
    """Changes the script, and makes nothing else."""

    def __init__(self, hear: Any) -> None:
        self._hear = hear

    def order(self, task: PageTask) -> None:
        if task.want != "page" or not task.to:
            return
        copy = build.read(*CopyRoom(task.ordered, task.drafts).sources()).edition
        doubts = reviewed(copy, build.convert(copy, task.to).diagnostics)
        self._hear(Sent(task.job, "page", {
            "pdf": b"", "language": task.to, "doubts": doubts, "forms": forms_shown(doubts),
        }))

    def close(self) -> None:
        pass


SCRIPTS = """钟校长来了

昨天上午，钟校长来到南湖村小学，同孩子们一起敲响了操场边的那座老钟，钟声传得很远。

（王小明）
"""


def test_doubtful_forms_are_shown_and_answered_as_by_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "page.txt"
    source.write_text(SCRIPTS, encoding="utf-8")
    with desk_of(source, monkeypatch) as browser:
        pass
    monkeypatch.setattr("desk.desk_made.NoBench", ScriptBench)
    with desk_of(source, monkeypatch) as browser:
        assert newsdesk.Foreman is ScriptBench
        browser.ask("/view", to="zh-Hant-TW", layout="tabloid")
        shown = browser.client.get("/page").json()["forms"]
        assert shown and all(one["chosen"] and one["reason"] for one in shown)
        first = shown[0]
        browser.ask("/form", 422, word=first["word"], form="别的")
        browser.ask("/form", 422, word="没有", form=first["chosen"])
        assert not (tmp_path / "house.toml").exists()
        browser.ask("/form", word=first["word"], form=first["others"][0])
        house = parse_house((tmp_path / "house.toml").read_bytes(), "house.toml")
        assert len(house.glossary) == 1 and first["others"][0] in house.glossary[0]
        assert browser.state["forms"] == list(house.glossary)
        left = browser.client.get("/page").json()["forms"]
        assert first["word"] not in [one["word"] for one in left]
        browser.ask("/undo")
        assert not (tmp_path / "house.toml").exists()
        browser.ask("/form", word=first["word"], form=first["chosen"])
        (entry,) = browser.state["forms"]
        browser.ask("/form", entry=entry)
        assert browser.state["forms"] == []
        browser.ask("/form", 422, entry=entry)


def test_a_house_memory_that_would_be_a_sidecar_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "house.txt"
    source.write_text(SCRIPTS, encoding="utf-8")
    monkeypatch.setattr("desk.desk_made.NoBench", ScriptBench)
    with desk_of(source, monkeypatch) as browser:
        browser.ask("/view", to="zh-Hant-TW", layout="tabloid")
        first = browser.client.get("/page").json()["forms"][0]
        said = browser.ask("/form", 422, word=first["word"], form=first["chosen"])
        assert "house.toml" in str(said["message"])
    assert not (tmp_path / "house.toml").exists()


def test_a_source_has_a_port_of_its_own(tmp_path: Path) -> None:
    ordered = Ordered(str(tmp_path / "page.txt"))
    with _own_door(ordered) as door:
        door.listen()
        port = door.getsockname()[1]
        with _own_door(ordered) as second:
            assert second.getsockname()[1] != port
    with _own_door(ordered) as again:
        assert again.getsockname()[1] == port or not FIRST_PORT <= port < FIRST_PORT + PORTS
    with _door(0) as taken, pytest.raises(WrongUse):
        taken.listen()
        _door(taken.getsockname()[1])


def test_toml_holds_every_character() -> None:
    house = HouseMemory(furniture=("a\x7fb", '"\\'))
    assert tomllib.loads(written_house(house))["furniture"] == ["a\x7fb", '"\\']
    assert toml_value("a\x7f") == '"a\\u007f"'


@pytest.mark.parametrize(("text", "values", "wanted"), [
    ("", {"paper": "甲"}, 'paper = "甲"\n'),
    ('page = "A1"  # 版\n', {"page": "A2"}, 'page = "A2"  # 版\n'),
    ("# 头\n\n[plan]\npages = 1\n", {"paper": "甲"}, '# 头\npaper = "甲"\n\n[plan]\npages = 1\n'),
    ('paper = """\npage = 1\n"""\n', {"page": "A2"}, 'paper = """\npage = 1\n"""\npage = "A2"\n'),
    ("page = 1\n[[house]]\ntext = '''\npage = 2\n'''\n", {"page": None},
     "[[house]]\ntext = '''\npage = 2\n'''\n"),
])
def test_keys_above_the_tables_are_set(
    text: str, values: dict[str, object], wanted: str
) -> None:
    assert SidecarText("a.toml", text).top(values, ("paper",)).text == wanted
