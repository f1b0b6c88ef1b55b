"""The editor's answers: every verb on a small page, stale ones, and the seed's queries."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from each_file import read_each
from edition import build
from edition.errors import Diagnostic, Severity, WrongUse
from edition.model import Crosshead, Paragraph, PullQuote, Story, block_text
from edition.readers import Read, read_sources
from edition.readers.sources import Source

SEED = next((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
PAGE = """\
山城修路记

清早的雾还没有散，村口已经站满了人，大家都在等第一辆班车开进山来。

新路有十二公里长，翻过两道山梁，把六个村子同镇上的集市连在了

一起，运菜的车再不用绕过河谷。

老桥新颜

桥头的石狮子洗去了青苔，栏杆也换了新的，夜里还亮起一排灯。

（方晴）

集市搬进新棚

镇上的集市搬进了钢架大棚，下雨天也不必收摊，买菜的人比从前多了一倍。

（李明）
"""


def read(answers: str, page: str = PAGE) -> Read:
    source = Source("page.txt", page.encode(), answers.encode())
    return build.repair(read_each([source])[0])


def answer(line: int, text: str, do: str, more: str = "") -> str:
    return f'[[answers]]\nline = {line}\ntext = "{text}"\ndo = "{do}"\n{more}\n'


def stories(found: Read) -> list[Story]:
    return list(found.edition.stories)


def kinds(found: Read) -> list[str]:
    return [remark.kind for remark in found.diagnostics]


def texts(story: Story) -> list[str]:
    return [block_text(block) for block in story.body]


def test_the_page_without_answers_reads_as_the_tests_below_assume() -> None:
    first, second = stories(read(""))
    assert first.headline == "山城修路记" and second.headline == "集市搬进新棚"
    assert any(isinstance(b, Crosshead) and b.lines == (9,) for b in first.body)
    assert "answer_stale" not in kinds(read(""))


def test_headline_begins_a_story() -> None:
    found = read(answer(9, "老桥", "headline"))
    assert [s.headline for s in stories(found)] == ["山城修路记", "老桥新颜", "集市搬进新棚"]
    assert not {"answer_stale", "not_conserved"} & set(kinds(found))


def test_an_answer_takes_the_doubt_from_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.readers.pasted.doubts.ASKED", 0.9999)
    assert 9 in [r.line for r in read("").diagnostics if r.kind == "part_unsure"]
    for do in ("headline", "crosshead"):
        found = read(answer(9, "老桥", do))
        assert 9 not in [r.line for r in found.diagnostics if r.kind == "part_unsure"]
        assert ("老桥新颜" in [s.headline for s in stories(found)]) == (do == "headline")


def test_an_answer_mends_its_neighbours() -> None:
    told = stories(read(answer(9, "老桥", "headline")))
    assert [b.lines for b in told[1].body] == [(11,)]
    assert told[1].byline is not None and told[1].byline.names == ("方晴",)
    assert told[0].byline is None
    told = stories(read(answer(9, "老桥", "crosshead")))
    assert told[0].byline is not None and told[0].byline.names == ("方晴",)


def test_doubts_come_most_doubtful_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.readers.pasted.doubts.ASKED", 0.9999)
    (found,) = read_each([Source("page.txt", PAGE.encode())])
    chances = [r.values["chance"] for r in found.diagnostics if r.kind == "part_unsure"]
    assert len(chances) > 2 and chances == sorted(chances, key=lambda chance: int(str(chance)))


def test_crosshead_keeps_a_line_in_the_story_before() -> None:
    found = read(answer(15, "集市搬", "crosshead"))
    assert [story.headline for story in stories(found)] == ["山城修路记"]
    assert Crosshead(("集市搬进新棚",), (15,), "s01b05") in stories(found)[0].body
    assert not {"answer_stale", "not_conserved"} & set(kinds(found))


def test_paragraph_and_furniture() -> None:
    found = read(answer(9, "老桥", "paragraph"))
    assert any(isinstance(b, Paragraph) and block_text(b) == "老桥新颜"
               for b in stories(found)[0].body)
    found = read(answer(9, "老桥", "furniture"))
    assert [(f.line, f.text) for f in found.edition.furniture] == [(9, "老桥新颜")]


def test_a_heading_in_copy_of_fixed_width_is_parted_from_its_copy() -> None:
    row = "山里的路修好以后村里的人都到镇上去赶集，"
    page = "\n".join([row] * 12 + ["清早的集市"] + [row] * 12)
    found = read(answer(13, "清早", "headline") + answer(5, "山里", "split"), page)
    assert "清早的集市" in [story.headline for story in stories(found)]
    assert any(block.lines[0] == 5 for story in stories(found) for block in story.body)
    assert "line_ends_joined" in kinds(found) and "answer_stale" not in kinds(found)


def test_kicker_headline_and_deck_take_their_lines() -> None:
    page = "交通\n\n山城修路\n\n六村通车\n\n" + "\n".join(PAGE.split("\n")[2:])
    found = stories(read(
        answer(1, "交通", "kicker") + answer(3, "山城", "headline") + answer(5, "六村", "deck"),
        page,
    ))[0]
    assert (found.kicker, found.headline, found.deck) == ("交通", "山城修路", "六村通车")
    found = stories(read(answer(1, "交通", "headline") + answer(3, "山城", "deck"), page))[0]
    assert (found.kicker, found.headline) == (None, "交通")
    assert found.deck == "山城修路"


def test_split_undoes_a_join_and_join_makes_one() -> None:
    joined = next(b for b in stories(read(""))[0].body if len(b.lines) > 1)
    assert joined.lines == (5, 7)
    found = read(answer(7, "一起", "split"))
    assert all(len(b.lines) == 1 for b in stories(found)[0].body)
    assert not {"wrap_joined", "wrap_joined_unsure", "unfinished_paragraph"} & set(kinds(found))
    found = read(answer(3, "清早", "join") + answer(7, "一起", "split"))
    assert stories(found)[0].body[0].lines == (3, 5)
    assert "answer_stale" not in kinds(found)


def test_drop_names_every_character_it_leaves_out() -> None:
    found = read(answer(17, "镇上", "drop"))
    gone = next(r for r in found.diagnostics if r.kind == "answer_dropped")
    assert gone.severity is Severity.INFO
    assert gone.text == "镇上的集市搬进了钢架大棚，下雨天也不必收摊，买菜的人比从前多了一倍。"
    assert not stories(found)[1].body


def test_replace_puts_in_the_editors_words_and_says_so() -> None:
    found = read(answer(5, "十二公里", "replace", 'with = "十三公里"'))
    assert "新路有十三公里长" in stories(found)[0].text
    said = next(r for r in found.diagnostics if r.kind == "answer_replaced")
    assert (said.severity, said.line) == (Severity.INFO, 5)
    assert "十二公里" in said.message and "十三公里" in said.message


def test_replace_reaches_headline_and_byline() -> None:
    signed = PAGE.split("\n").index("（李明）") + 1
    found = stories(read(answer(1, "修路", "replace", 'with = "通车"')
                         + answer(signed, "李明", "replace", 'with = "李鸣"')))
    assert found[0].headline == "山城通车记"
    assert found[1].byline is not None
    assert (found[1].byline.raw, found[1].byline.names) == ("（李鸣）", ("李鸣",))


def test_hold_takes_the_story_out_and_lists_it() -> None:
    found = read(answer(5, "新路", "hold"))
    assert [(s.id, s.headline) for s in stories(found)] == [("s01", "集市搬进新棚")]
    assert [s.headline for s in found.edition.held] == ["山城修路记"]
    held = [r for r in found.diagnostics if r.kind == "story_held"]
    assert [(r.severity, r.text) for r in held] == [(Severity.WARNING, "山城修路记")]
    assert "wrap_joined" not in kinds(found) and "wrap_joined_unsure" not in kinds(found)
    assert all(s.id == "s01" and b.id.startswith("s01b") for s in stories(found) for b in s.body)


def test_keep_asks_no_more_of_that_kind_only() -> None:
    asked = [r for r in build.read(SEED).diagnostics if r.line == 133]
    assert {r.kind for r in asked} == {"lost_opening", "unbalanced_quote"}
    source = Source(SEED.name, SEED.read_bytes(), answer(
        133, "自行管理", "keep", 'query = "lost_opening"').encode())
    left = build.repair(read_each([source])[0]).diagnostics
    assert [r.kind for r in left if r.line == 133] == ["unbalanced_quote"]


@pytest.mark.parametrize(("told", "why"), [
    (answer(3, "正午", "keep"), "does not stand in line 3"),
    (answer(400, "正午", "keep"), "the copy ends at line"),
    (answer(3, "清早", "keep"), "nothing is asked there"),
    (answer(1, "山城", "join"), "no paragraph follows"),
    (answer(2, "", "keep").replace('""', '"x"'), "does not stand in line 2"),
    (answer(5, "的", "drop").replace("line = 5", "line = 1").replace("的", "山"), "no block"),
    (answer(5, "了", "replace", 'with = "x"').replace('"了"', '"，"'), "just once"),
    (answer(1, "山城", "deck"), "cannot be a deck"),
])
def test_an_answer_that_fits_nothing_is_named(told: str, why: str) -> None:
    found = read(told)
    stale = [r for r in found.diagnostics if r.kind == "answer_stale"]
    assert len(stale) == 1 and stale[0].severity is Severity.WARNING
    assert why in stale[0].message and "[[answers]] 1" in stale[0].message


@pytest.mark.parametrize(("text", "key"), [
    ('[[answers]]\nline = 3\ntext = "清"\ndo = "burn"', "answers.do"),
    ('[[answers]]\nline = 0\ntext = "清"\ndo = "keep"', "answers.line"),
    ('[[answers]]\nline = 3\ndo = "keep"', "answers.text"),
    ('[[answers]]\nline = 3\ntext = "清"', "answers.do"),
    ('[[answers]]\nline = 3\ntext = "清"\ndo = "keep"\nwith = "x"', "answers.with"),
    ('[[answers]]\nline = 3\ntext = "清"\ndo = "replace"', "answers.with"),
    ('[[answers]]\nline = 3\ntext = "清"\ndo = "drop"\nquery = "x"', "answers.query"),
    ("answers = 3", "answers"),
])
def test_a_wrong_answer_is_one_clear_error(text: str, key: str) -> None:
    with pytest.raises(WrongUse, match=re.escape(f"“{key}”")):
        read(text)


def test_a_sidecar_for_several_files_names_the_file() -> None:
    side = answer(3, "清早", "hold")
    shared = [Source(f"{n}.txt", PAGE.encode(), side.encode(), sidecar_name="edition.toml")
              for n in "ab"]
    with pytest.raises(WrongUse, match=re.escape("answers.file")):
        read_sources(shared)
    side = answer(3, "清早", "hold", 'file = "b.txt"') + answer(3, "清早", "hold", 'file = "c.txt"')
    shared = [Source(f"{n}.txt", PAGE.encode(), side.encode(), sidecar_name="edition.toml")
              for n in "ab"]
    first, second = (build.repair(one) for one in read_each(shared))
    assert not first.edition.held and len(second.edition.held) == 1
    said = read_sources(shared).diagnostics
    assert [r.kind for r in said if "answer" in r.kind] == ["answer_stale"]


def test_answering_the_queries_of_the_seed_removes_exactly_those() -> None:
    from edition.render.editor.snippets import snippet

    data = SEED.read_bytes()
    before = build.repair(read_each([Source(SEED.name, data)])[0])
    for remark in before.diagnostics:
        told = snippet(remark, before.copy[0].lines, None)
        assert tomllib.loads(told)["answers"][0]["line"] == remark.line
        after = build.repair(read_each([Source(SEED.name, data, told.encode())])[0])
        gone: list[Diagnostic] = [r for r in before.diagnostics if r not in after.diagnostics]
        assert gone == [remark]
        assert not set(after.diagnostics) - set(before.diagnostics)


def test_the_suggestion_of_the_seed_answers_its_query() -> None:
    data = SEED.read_bytes()
    told = answer(119, "时少之", "replace", 'with = "时候少之"') + answer(39, "物业服务", "drop")
    before = build.repair(read_each([Source(SEED.name, data)])[0]).diagnostics
    found = build.repair(read_each([Source(SEED.name, data, told.encode())])[0])
    gone = [(r.kind, r.line) for r in before if r not in found.diagnostics]
    assert sorted(gone) == [("missing_character", 119), ("near_duplicate_pullquote", 39)]
    assert not any(isinstance(b, PullQuote) for s in stories(found) for b in s.body)
