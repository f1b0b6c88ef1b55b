"""What an editor has answered about a doubtful form holds for what was asked, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from bench.script import cases
from edition.errors import Diagnostic, WrongUse
from edition.model import Edition, Paragraph, Run, Section, Story, plain
from edition.passes.change_script import convert
from edition.passes.script.formanswers import answer_entries, answered_house
from edition.passes.script.formdoubts import ReviewedForm, reviewed
from edition.passes.script.housewords import is_answer
from edition.sidecar.housememory import parse_house

TW, HK = "zh-Hant-TW", "zh-Hant-HK"


def paper(*texts: str, house: str = "") -> Edition:
    """A story of paragraphs, with a house.toml beside it."""
    body = tuple(Paragraph((Run(text),)) for text in texts)
    pairs = parse_house(house.encode(), "house.toml").pairs
    return Edition("a", (Section(None, (Story("s01", "", body),)),), glossary=pairs)


def printed(page: Edition, tag: str = TW) -> list[str]:
    (story,) = convert(page, tag)[0].stories
    return [plain(block.runs) for block in story.body if isinstance(block, Paragraph)]


def doubts(page: Edition, tag: str = TW) -> tuple[ReviewedForm, ...]:
    return reviewed(page, convert(page, tag)[1])


def words(found: Iterable[ReviewedForm]) -> list[str]:
    return [one.doubt.word for one in found]


def answered(page: Edition, tag: str = TW, **answers: str) -> str:
    """The house.toml after every doubt is accepted as it stands, but for these answers."""
    found = doubts(page, tag)
    accepted = {one.doubt.word: one.doubt.chosen for one in found}
    assert set(answers) <= set(accepted), accepted
    return answered_house(b"", "house.toml", answer_entries(found, accepted | answers, tag))


CLOCK = (
    "钟建国的面馆开张了，墙上的钟敲了三下。", "一座时钟立在门口，主人姓钟。",
    "钟声响了，钟校长也来了。",
)
CLOCKS = ("牆上的鐘敲了三下", "一座時鐘立在門口", "鐘聲響了")


@pytest.mark.parametrize("form", ["鍾", "鐘"])
def test_a_surname_answered_leaves_every_clock(form: str) -> None:
    house = answered(paper(*CLOCK), 钟建国=f"{form}建國")
    assert "tw:@钟建国" in house and '钟=' not in house
    text = "".join(printed(paper(*CLOCK, house=house)))
    assert all(clock in text for clock in CLOCKS)
    assert f"{form}建國的麵館" in text and f"{form}校長也來了" in text and f"主人姓{form}" in text
    assert not doubts(paper(*CLOCK, house=house))


def test_the_same_person_is_known_in_another_edition_and_nobody_else() -> None:
    house = answered(paper(*CLOCK), 钟建国="鐘建國")
    other = paper(
        "记者钟建国报道，村民钟小燕说钟坏了。", "时钟停了，座钟、闹钟都停了。",
        "钟建国家里没有钟。",
        house=house,
    )
    assert printed(other) == [
        "記者鐘建國報道，村民鍾小燕說鐘壞了。", "時鐘停了，座鐘、鬧鐘都停了。",
        "鐘建國家裡沒有鐘。",
    ]
    assert words(doubts(other)) == ["钟小燕"]
    assert "钟建国" in words(doubts(other, HK)), "tw: holds for Taiwan"


def test_of_two_bearers_of_a_surname_each_has_his_own_form() -> None:
    page = paper("村民钟建国和会计钟小燕来了。", "钟校长没有来。")
    house = answered(page, 钟建国="鐘建國")
    again = replace(page, glossary=parse_house(house.encode(), "x").pairs)
    assert printed(again)[0] == "村民鐘建國和會計鍾小燕來了。"
    assert words(doubts(again)) == ["钟校长"], "nobody knows whose relative"
    entries = answer_entries(doubts(again), {"钟校长": "鐘校長"}, TW)
    assert entries == ("tw:?钟校长=鐘校長",)
    last = replace(page, glossary=parse_house(
        answered_house(house.encode(), "x", entries).encode(), "x").pairs)
    assert printed(last)[1] == "鐘校長沒有來。" and not doubts(last)


def test_a_name_that_is_a_word_is_answered_as_a_name_alone() -> None:
    page = paper("主持人钟声介绍：晚上有灯会。", "钟声是新来的编辑。")
    house = answered(page, 钟声="鍾聲")
    other = paper("教堂的钟声响了，钟声很远。", house=house)
    assert printed(other) == ["教堂的鐘聲響了，鐘聲很遠。"]
    assert printed(replace(page, glossary=other.glossary))[0].startswith("主持人鍾聲介紹")


@pytest.mark.parametrize(("asked", "answers", "elsewhere"), [
    ("村里征建国把地种了", {"征建国": "徵建國"}, "隊長征建國出征歸來"),
    ("村里征建国把地种了", {"征建国": "征建國"}, "隊長征建國出征歸來"),
])
def test_words_answered_do_not_undo_a_person(
    asked: str, answers: dict[str, str], elsewhere: str
) -> None:
    page = paper(asked)
    assert "征建国" in words(doubts(page))
    house = answered(page, **answers)
    assert answers["征建国"] in printed(paper(asked, house=house))[0]
    found = paper("队长征建国出征归来", "长征建国的故事", house=house)
    assert printed(found) == [elsewhere, "長征建國的故事"]


def test_words_answered_hold_where_they_are_doubtful() -> None:
    page = paper("他折了又折。")
    assert words(doubts(page)) == ["他折了", "又折"]
    house = answered(page, 他折了="他摺了")
    assert printed(paper("他折了又折。", house=house)) == ["他摺了又折。"]
    kept = answered(page)
    assert printed(paper("他折了一架纸飞机", house=kept)) == ["他摺了一架紙飛機"]
    assert printed(paper("他折了三年阳寿，其他折了价", house=house))[0].startswith("他摺了三年")


def test_a_new_answer_takes_the_place_of_the_old_one() -> None:
    page = paper("村民钟建国来了。")
    found = doubts(page)
    house = "# 本报\nglossary = [\n    \"软件=軟體\",\n    \"tw:@钟建国=鍾建國\",\n]\n"
    made = answered_house(
        house.encode(), "house.toml", answer_entries(found, {"钟建国": "鐘建國"}, TW)
    )
    assert parse_house(made.encode(), "x").glossary == ("软件=軟體", "tw:@钟建国=鐘建國")
    assert "# 本报" in made
    with pytest.raises(WrongUse):
        answered_house(b"nonsense = 1", "house.toml", ())


def test_an_answer_without_a_region_holds_for_both() -> None:
    page = paper("村民钟建国来了。", house='glossary = ["@钟建国=鐘建國", "hk:@钟建国=鍾建國"]')
    assert printed(page) == ["村民鐘建國來了。"]
    assert printed(page, HK) == ["村民鍾建國來了。"]


def test_a_form_of_an_answer_may_have_another_length() -> None:
    page = paper("他折了又折。", house='glossary = ["?他折了=他給摺好了"]')
    assert printed(page) == ["他給摺好了又折。"]
    page = paper("村民钟建国来了。", house='glossary = ["@钟建国=鐘國"]')
    assert printed(page) == ["村民鐘國來了。"]


def test_a_lone_mark_is_a_word_of_the_house() -> None:
    assert printed(paper("问?答@", house='glossary = ["?=？", "@=＠"]')) == ["問？答＠"]


def test_a_doubt_says_whom_it_is_about() -> None:
    def about(text: str) -> list[tuple[str, str]]:
        page = paper(text)
        return [(one.doubt.word, one.doubt.person) for one in doubts(page)]

    assert about("村民钟建国来了。") == [("钟建国", "钟建国")]
    assert about("钟校长来了。") == [("钟校长", "")]
    assert about("老钟来了，大家都等老钟。") == [("老钟", "")]
    assert about("店主姓钟，四川人。") == [("店主姓钟", "")]
    told: list[Diagnostic] = [d for d in convert(paper("村民钟建国来了。"), TW)[1] if d.values]
    assert any(d.values.get("person") == "钟建国" for d in told)


@pytest.mark.parametrize("tag", [TW, HK])
@pytest.mark.parametrize("name", ["morenames", "morewords", "blindnames"])
def test_every_answer_settles_its_doubt(name: str, tag: str) -> None:
    page = paper(*(case.simplified for case in cases(name, held=False)))
    before, found = printed(page, tag), doubts(page, tag)
    assert found
    for others in (False, True):
        forms = {
            one.doubt.word: one.doubt.others[0] if others else one.doubt.chosen for one in found
        }
        house = answered_house(b"", "house.toml", answer_entries(found, forms, tag))
        again = replace(page, glossary=parse_house(house.encode(), "house.toml").pairs)
        left = doubts(again, tag)
        if not others:
            assert printed(again, tag) == before
            assert not left
            continue
        text = "\n".join(printed(again, tag))
        assert [one.doubt.word for one in left] == []
        assert [form for form in forms.values() if form not in text] == []


def test_an_answer_is_told_from_a_word_of_the_house_alike_for_change_and_desk() -> None:
    answers = ("@钟建国", "?他折了", "tw:@钟建国", "HK: ?他折了")
    assert [key for key in (*answers, "@", "tw:?", "tw:", "软件", "hk:软件") if is_answer(key)] == [
        *answers
    ]
