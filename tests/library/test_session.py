"""A session returns what the functions return, byte for byte, and sets again only what changed."""

from __future__ import annotations

import gc
import threading
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

import edition
from edition.compose.galley import GalleySetter
from edition.makeup.items import headings_of
from edition.makeup.plan import memo
from edition.model import HouseItem

TEXTS = (
    "昨天上午，修了三个月的老石桥通车了，村里的老人都来看，小学的孩子们唱了歌。" * 4,
    "今年的油菜比往年早开了十天，合作社的社员说，雨水好，人也勤快。" * 4,
    "图书室添了二百本新书，周末开到晚上九点，欢迎大家来借。" * 3,
)


def daily(*texts: str, names: tuple[str, ...] = ()) -> edition.Edition:
    stories = [
        edition.Story.of(f"第{number}条新闻的题目", [text], byline=f"（{name}）" if name else None)
        for number, (text, name) in enumerate(
            zip(texts, (*names, *[""] * len(texts)), strict=False), 1
        )
    ]
    return edition.Edition.build(
        "daily", stories, imprint={"paper": "山城日报", "date": "2026-11-29"}
    )


@pytest.fixture
def galleys(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the copy of which a galley is set, each time it is."""
    told: list[str] = []
    usual = GalleySetter.galley

    def galley(self: GalleySetter, copy: edition.Story | HouseItem, measure: float) -> object:
        told.append(copy.id)
        return usual(self, copy, measure)

    monkeypatch.setattr(GalleySetter, "galley", galley)
    return told


def test_a_changed_story_alone_is_set_again(galleys: list[str]) -> None:
    session = edition.Session()
    session.to_pdf(daily(*TEXTS), "tabloid")
    galleys.clear()
    changed = daily(TEXTS[0], TEXTS[1] + "大家都高兴。", TEXTS[2])
    paper = session.to_pdf(changed, "tabloid")
    assert set(galleys) == {list(changed.stories)[1].id}
    assert paper == edition.to_pdf(changed, "tabloid")


def test_the_same_copy_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    session = edition.Session()
    paper = session.to_pdf(daily(*TEXTS), "tabloid")
    monkeypatch.setattr("edition.pressroom.session.fitted", None)
    assert session.to_pdf(daily(*TEXTS), "tabloid") is paper
    monkeypatch.undo()
    assert paper == edition.to_pdf(daily(*TEXTS), "tabloid")


def test_another_pack_theme_and_script_are_other_papers() -> None:
    session, made = edition.Session(), daily(*TEXTS)
    for layout, theme in (("tabloid", None), ("tabloid", "red"), ("newsletter", None)):
        assert session.to_pdf(made, layout, theme) == edition.to_pdf(made, layout, theme)
    turned = edition.convert(made, "zh-Hant-TW").edition
    assert session.to_pdf(turned, "tabloid") == edition.to_pdf(turned, "tabloid")
    assert session.to_pdf(made, "tabloid") == edition.to_pdf(made, "tabloid")


def test_a_name_that_comes_is_kept_whole_in_stories_that_stay(galleys: list[str]) -> None:
    """The third story names 王小明, who signs the first only in the second paper."""
    texts = (TEXTS[0], TEXTS[1], "王小明说，" + TEXTS[2])
    session = edition.Session()
    session.to_pdf(daily(*texts), "tabloid")
    galleys.clear()
    signed = daily(*texts, names=("王小明",))
    assert session.to_pdf(signed, "tabloid") == edition.to_pdf(signed, "tabloid")


def test_stories_in_another_order_lead_with_other_faces() -> None:
    session, made = edition.Session(), daily(*TEXTS)
    session.to_pdf(made)
    (section,) = made.sections
    turned = replace(made, sections=(replace(section, stories=section.stories[::-1]),))
    assert session.to_pdf(turned) == edition.to_pdf(turned)


def test_what_is_over_is_let_go() -> None:
    session = edition.Session(most_stories=3)
    for number in range(6):
        session.to_pdf(daily(*(f"第{number}天。" + text for text in TEXTS)), "tabloid")
    kept = session._type
    assert kept is not None
    (bench,) = kept._benches
    assert len(bench.stories) == 3
    assert {copy.id for copy, _ in bench.desk._galleys} == {s.id for s in bench.stories}
    assert len(bench.memo._found) <= 3 * 4
    assert len(session._papers) == 4
    session.clear()
    assert session._type is None and not session._papers


def of_day(day: str) -> edition.Edition:
    """A paper that shares no story with that of another day."""
    return daily(*(f"{day}。" + text for text in TEXTS))


def kept_stories(session: edition.Session) -> set[str]:
    """The first letters of the stories whose set type is kept, which say their days."""
    assert session._type is not None
    return {
        story.body[0].runs[0].text[0]  # type: ignore[union-attr]  # paragraphs all
        for bench in session._type._benches for story in bench.stories
    }


def test_another_paper_lets_go_of_what_served_once() -> None:
    """All but the last paper: in a year of issues that share nothing, nothing piles up."""
    session = edition.Session()
    for day in "甲乙丙丁":
        session.to_pdf(of_day(day), "tabloid")
    assert kept_stories(session) == set("丙丁")


def test_a_changed_paper_lets_go_of_nothing(galleys: list[str]) -> None:
    """Two papers by turns, each with one story changed: the others are not set again."""
    session = edition.Session()
    session.to_pdf(of_day("甲"), "tabloid")
    session.to_pdf(of_day("乙"), "tabloid")
    for day in "甲乙甲":
        made = of_day(day)
        (section,) = made.sections
        first, *rest = section.stories
        body = (*first.body, *daily(f"第{len(galleys)}段，刚刚补上。").sections[0].stories[0].body)
        numbered = [replace(b, id=f"{first.id}b{n:02}") for n, b in enumerate(body, 1)]
        changed = replace(made, sections=(replace(
            section, stories=(replace(first, body=tuple(numbered)), *rest),
        ),))
        galleys.clear()
        paper = session.to_pdf(changed, "tabloid")
        assert set(galleys) == {first.id}
        assert paper == edition.to_pdf(changed, "tabloid")


def test_copy_that_serves_again_stays(galleys: list[str]) -> None:
    """A paper that came back once is kept through others that share nothing with it."""
    session, standing = edition.Session(), of_day("常")
    session.to_pdf(standing, "tabloid")
    session.to_pdf(standing, "tabloid", theme="red")
    for day in "甲乙丙":
        session.to_pdf(of_day(day), "tabloid")
    assert kept_stories(session) == set("常乙丙")
    galleys.clear()
    session.to_pdf(standing, "tabloid", theme="red")
    assert not galleys


def test_what_is_let_go_needs_no_collector() -> None:
    """What was set for a paper holds itself in no circle: it goes when nobody asks for it."""
    gc.collect()
    gc.disable()
    try:
        session = edition.Session()
        session.to_pdf(of_day("甲"), "tabloid")
        assert session._type is not None
        (bench, *_) = session._type._benches
        held = [weakref.ref(bench.desk), weakref.ref(bench.desk._setter.typesetter.faces["song"])]
        del bench
        session.clear()
        assert [one() for one in held] == [None, None]
    finally:
        gc.enable()


def test_an_edited_pack_counts(tmp_path: Path) -> None:
    """A template of a pack may be edited while its numbers stay."""
    (tmp_path / "pack.toml").write_text('api = 1\nextends = "tabloid"\n', encoding="utf-8")
    session, made = edition.Session(), daily(*TEXTS)
    before = session.to_pdf(made, tmp_path)
    (tmp_path / "own.css").write_text(".masthead, .l { color: #800000 }\n", encoding="utf-8")
    after = session.to_pdf(made, tmp_path)
    assert after == edition.to_pdf(made, tmp_path)
    assert before.data != after.data


def test_threads_share_a_session() -> None:
    session = edition.Session()
    papers = [daily(*(f"第{number}天。" + text for text in TEXTS)) for number in range(3)]
    found: dict[int, edition.Built] = {}

    def make(number: int) -> None:
        found[number] = session.to_pdf(papers[number], "tabloid")

    threads = [threading.Thread(target=make, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, made in enumerate(papers):
        assert found[number] == edition.to_pdf(made, "tabloid")


def test_a_cancelled_paper_leaves_the_session_as_it_was() -> None:
    session, made = edition.Session(), daily(*TEXTS)
    with pytest.raises(edition.Cancelled):
        session.to_pdf(made, "tabloid", cancel=lambda: True)
    assert session.to_pdf(made, "tabloid") == edition.to_pdf(made, "tabloid")


@pytest.mark.parametrize("wrong", [0, -1, True, "many"])
def test_a_number_of_stories_that_is_none(wrong: object) -> None:
    with pytest.raises(edition.WrongUse):
        edition.Session(wrong)  # type: ignore[arg-type]  # what is wrong is the point


def test_no_choices_are_reckoned_for_what_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    usual = memo.choices

    def counted(room: memo.ComposingRoom, asked: memo.Asked) -> object:
        told.append(headings_of(asked.item).headline)  # type: ignore[arg-type]  # no rest
        return usual(room, asked)

    session = edition.Session()
    session.to_pdf(daily(*TEXTS))
    monkeypatch.setattr(memo, "choices", counted)
    session.to_pdf(daily(*TEXTS[:2], TEXTS[2] + "全部免费。"))
    assert set(told) == {"第3条新闻的题目"}
