"""The Traditional edition: text alone changes, character for character; names hold."""

from __future__ import annotations

from dataclasses import replace

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.errors import Confidence, WrongUse
from edition.judging import validate
from edition.model import Byline, Edition, Mark, Paragraph, PullQuote, Run, Section, Story, plain
from edition.passes.change_script import convert
from edition.trade.script.surnames import surnames_in
from gold_edition import gold_edition
from told import told_whole

SIMPLIFIED_ONLY = set("这说们们时会对从来过还经网发见语认识请让产业务")


def page(*runs: Run, **story: object) -> Edition:
    made = Story(id="s01", headline="石桥", body=(Paragraph(runs, id="s01b01"),))
    return Edition(
        name="page", sections=(Section(None, (replace(made, **story),), id="sec1"),)  # type: ignore[arg-type]  # keywords of the test
    )


def converted(text: str, tag: str = "zh-Hant-TW") -> str:
    (story,) = convert(page(Run(text)), tag)[0].stories
    (block,) = story.body
    assert isinstance(block, Paragraph)
    return plain(block.runs)


def byline(text: str, tag: str = "zh-Hant-TW") -> str:
    (story,) = convert(page(Run("文"), byline=Byline(text, ())), tag)[0].stories
    assert story.byline is not None
    return story.byline.raw


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh-Hant-TW", "裡面的人為網路"),
        ("zh-Hant", "裡面的人為網路"),
        ("zh-Hant-HK", "裏面的人為網路"),
    ],
)
def test_the_region_decides_the_form(tag: str, expected: str) -> None:
    assert converted("里面的人为网路", tag) == expected


def test_wording_is_never_changed() -> None:
    text = "记者会在服务窗口举行，循环经济的行政程序不变"
    assert converted(text) == "記者會在服務窗口舉行，循環經濟的行政程序不變"


def test_plain_simplified_is_the_same_edition() -> None:
    edition = gold_edition()
    assert convert(edition, "zh-Hans") == (edition, ())


def test_an_unknown_tag_is_refused() -> None:
    with pytest.raises(WrongUse, match="zh-Hant-HK"):
        convert(gold_edition(), "zh-TW")


@pytest.mark.parametrize("tag", ["zh-Hant-TW", "zh-Hant-HK"])
def test_the_seed_keeps_its_shape(tag: str) -> None:
    before = gold_edition()
    after, remarks = convert(before, tag)
    assert after.language == tag
    for old, new in zip(before.stories, after.stories, strict=True):
        assert len(old.text) == len(new.text)
        assert (old.id, old.source_lines) == (new.id, new.source_lines)
        assert [b.id for b in old.body] == [b.id for b in new.body]
    text = "".join(story.text for story in after.stories)
    assert not SIMPLIFIED_ONLY & set(text)
    assert not set("“”‘’") & set(text)
    assert remarks[0].kind == "converted" and "OpenCC 1." in remarks[0].message


def test_a_character_traditional_in_the_copy_stays_and_is_listed() -> None:
    author = Byline("（彭啟冉）", ("彭啟冉",))
    edition, remarks = convert(page(Run("文"), byline=author), "zh-Hant-HK")
    (story,) = edition.stories
    assert story.byline == author
    assert [r.text for r in remarks if r.kind == "already_traditional"] == ["啟"]


def test_a_word_across_an_inline_mark_stays_a_word() -> None:
    edition, _ = convert(page(Run("头", (Mark.STRONG,)), Run("发白了")), "zh-Hant-TW")
    (block,) = next(edition.stories).body
    assert isinstance(block, Paragraph)
    assert [(r.text, r.marks) for r in block.runs] == [("頭", (Mark.STRONG,)), ("髮白了", ())]


def test_code_and_foreign_text_are_kept_and_join_no_word() -> None:
    runs = (Run("头"), Run("发", (Mark.CODE,)), Run("白。"), Run("东京", lang="ja"))
    edition, _ = convert(page(*runs), "zh-Hant-TW")
    (block,) = next(edition.stories).body
    assert isinstance(block, Paragraph)
    assert [r.text for r in block.runs] == ["頭", "发", "白。", "东京"]


def test_ids_and_addresses_are_never_converted() -> None:
    edition, _ = convert(page(Run("网页", href="https://example.org/网页/发")), "zh-Hant-TW")
    (block,) = next(edition.stories).body
    assert isinstance(block, Paragraph)
    assert block.runs[0] == Run("網頁", href="https://example.org/网页/发")
    assert converted("见https://example.org/a’b，发信") == "見https://example.org/a’b，發信"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“他说‘好’”", "「他說『好』」"),
        ("好”他说“", "好」他說「"),
        ("it’s 5’6” high", "it’s 5’6” high"),
        ("6”屏", "6”屏"),
        ("”屏", "」屏"),
        ("’n b", "』n b"),
        ("“产量达到5000”", "「產量達到5000」"),
        ("“修路30”和‘9’", "「修路30」和『9』"),
        ("到2023”年", "到2023」年"),
        ("《书》（一）〔二〕——……·\"直\"", "《書》（一）〔二〕——……·\"直\""),
    ],
)
def test_quotes_change_by_character(text: str, expected: str) -> None:
    assert converted(text) == expected


GIVEN = ("建国", "小丽", "海涛", "明", "发云", "丽华")
GIVEN_AFTER = ("建國", "小麗", "海濤", "明", "發雲", "麗華")


@pytest.mark.parametrize("surname", "余于范岳涂郁党游")
@pytest.mark.parametrize("tag", ["zh-Hant-TW", "zh-Hant-HK"])
def test_surnames_hold_in_bylines_and_beside_titles(surname: str, tag: str) -> None:
    wrong = []
    for name, full in zip(GIVEN, GIVEN_AFTER, strict=True):
        for text, expected in (
            (f"（{surname}{name} 陈一）", f"（{surname}{full} 陳一）"),
            (f"（陈一 {surname}{name}）", f"（陳一 {surname}{full}）"),
        ):
            if byline(text, tag) != expected:
                wrong.append(text)
        for lead in ("记者", "村民"):
            if f"{surname}{full}" not in converted(f"{lead}{surname}{name}介绍", tag):
                wrong.append(lead + surname + name)
    for follow in ("某", "先生", "女士"):
        for before in ("", "，", "村民"):
            if f"{surname}{follow}" not in converted(f"{before}{surname}{follow}到场", tag):
                wrong.append(before + surname + follow)
    assert not wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30余个村的200余名党员", "30餘個村的200餘名黨員"),
        ("于2023年在范围内旅游", "於2023年在範圍內旅遊"),
        ("游客走了三里路程", "遊客走了三里路程"),
        ("由于某种原因，对于某些人", "由於某種原因，對於某些人"),
        ("村民种上了水稻，居民种菜", "村民種上了水稻，居民種菜"),
        ("记者于昨日赶到", "記者於昨日趕到"),
        ("课后老师们和业余老师", "課後老師們和業餘老師"),
        ("村里书记和骨干医生", "村裡書記和骨幹醫生"),
        ("规范某些做法，几分钟老师", "規範某些做法，幾分鐘老師"),
        ("村民干得起劲", "村民幹得起勁"),
    ],
)
def test_a_word_is_not_taken_for_a_name(text: str, expected: str) -> None:
    assert surnames_in(text) == ()
    assert converted(text) == expected


def test_a_surname_of_two_forms_is_asked_about() -> None:
    _, remarks = convert(page(Run("钟先生来了")), "zh-Hant-TW")
    (doubt,) = [r for r in remarks if r.kind == "name_form"]
    assert doubt.text is not None and doubt.text.startswith("钟")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("给他点赞", "給他點讚"),
        ("十几分钟", "十幾分鐘"),
        ("展示了如何做", "展示了如何做"),
        ("知识被发掘", "知識被發掘"),
        ("了如指掌", "瞭如指掌"),
    ],
)
def test_known_false_friends(text: str, expected: str) -> None:
    assert converted(text) == expected


def test_the_house_glossary_comes_first() -> None:
    edition = replace(page(Run("给他点赞，里水村")), glossary=(("点赞", "點贊"), ("里水", "里水")))
    (story,) = convert(edition, "zh-Hant-TW")[0].stories
    assert "給他點贊，里水村" in story.text


LONGER = (("软件", "電腦軟體"), ("互联网", "網路"), ("hk:互联网", "互聯網絡"), ("钟建", "鍾建建"))


@pytest.mark.parametrize(("runs", "taiwan"), [
    ((Run("用软件上互联网的软件"),), "用電腦軟體上網路的電腦軟體"),
    ((Run("用软"), Run("件", (Mark.STRONG,)), Run("上互"), Run("联网")), "用電腦軟體上網路"),
    ((Run("软件"), Run("软件", (Mark.CODE,)), Run("互联网")), "電腦軟體软件網路"),
    ((Run("软件\U000f2000\U000f2001"),), "電腦軟體\U000f2000\U000f2001"),
])
def test_a_glossary_entry_may_change_the_length(runs: tuple[Run, ...], taiwan: str) -> None:
    before = replace(page(*runs), glossary=LONGER)
    edition, remarks = convert(before, "zh-Hant-TW")
    story = next(edition.stories)
    assert story.text.endswith(f"\n{taiwan}")
    assert not [r for r in remarks if r.kind == "glossary_length"]
    validate(edition)
    assert convert(edition, "zh-Hant-TW")[0] == edition
    back = convert(edition, "zh-Hans")[0]
    assert next(back.stories).text == next(before.stories).text
    hong_kong = convert(before, "zh-Hant-HK")[0]
    validate(hong_kong)
    assert [s.text for s in convert(edition, "zh-Hant-HK")[0].stories] == [
        s.text for s in hong_kong.stories
    ]


def test_a_heading_of_another_length_is_printed_and_judged() -> None:
    before = replace(page(Run("文"), headline="互联网的软件", deck="软件"), glossary=LONGER)
    edition = convert(before, "zh-Hant-TW")[0]
    (story,) = edition.stories
    assert (story.headline, story.deck) == ("網路的電腦軟體", "電腦軟體")
    validate(edition)


def test_a_variant_of_another_length_is_left_out_and_told() -> None:
    before = replace(page(Run("软件")), glossary=(("軟件", "軟體包"),))
    edition, remarks = convert(before, "zh-Hant-TW")
    assert "軟件" in next(edition.stories).text
    assert [r.text for r in remarks if r.kind == "glossary_length"] == ["軟件"]


def test_text_of_any_length_and_kind_passes() -> None:
    long = "https://example.org/ " * 5_000 + "头发"
    assert converted(long).endswith("頭髮")
    assert converted("头\x00发\ud800\U000f0000头发") == "頭\x00發\ud800\U000f0000頭髮"


def test_the_speaker_of_a_pull_quote_is_a_name() -> None:
    quote = PullQuote((Run("“好”"),), id="s01b01", speaker="余发明")
    (story,) = convert(page(Run("文"), body=(quote,)), "zh-Hant-TW")[0].stories
    assert story.body == (PullQuote((Run("「好」"),), id="s01b01", speaker="余發明"),)


LETTERS = "发后里面头余于范某先生记者说了如何“”‘’5aé，。\n\u200b😀㐀"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(LETTERS), max_size=40))
def test_every_text_keeps_its_length(text: str) -> None:
    assert len(converted(text)) == len(text)


def test_without_names_quotes_and_glossary_it_is_plain_opencc() -> None:
    text = "".join(b for s in gold_edition().stories for b in s.text if b not in "“”‘’")
    pairs = zip(converted(text), opencc.OpenCC("s2tw").convert(text), strict=True)
    differing = [text[max(0, i - 3) : i + 4] for i, (a, b) in enumerate(pairs) if a != b]
    assert len(differing) <= 12, differing


def test_characters_already_traditional_are_told_once_an_edition() -> None:
    _, remarks = convert(page(Run("一二三四說五六七八，又說這们"), byline=None), "zh-Hant-TW")
    (found,) = [r for r in remarks if r.kind == "already_traditional"]
    assert (found.text, found.confidence) == ("說這", Confidence.PROBABLE) and told_whole(found)
    assert found.message == "3 characters are Traditional in the copy already and stay: 說這"


def test_the_first_bearer_of_a_doubtful_surname_is_shown() -> None:
    author = Byline("（记者 钟文山 钟小云 叶青）", ("钟文山", "钟小云", "叶青"))
    _, remarks = convert(page(Run("文"), byline=author), "zh-Hant-TW")
    found = [r for r in remarks if r.kind == "name_form"]
    assert [(r.text, r.confidence) for r in found] == [
        ("钟文山", Confidence.WEAK), ("钟小云", Confidence.WEAK),
    ]
    assert found[0].message == (
        "The surname of 钟文山 has two Traditional forms (鍾 or 鐘); ask the bearer."
    )
    assert all(map(told_whole, remarks))
    _, remarks = convert(page(Run("文"), byline=replace(author, raw="钟文山叶青")), "zh-Hant-TW")
    assert [r.text for r in remarks if r.kind == "name_form"][:1] == ["钟文山"]


def test_what_was_done_is_recorded_with_its_config() -> None:
    assert convert(page(Run("文")), "zh-Hant-HK")[1][0].message.endswith("with s2hk.")
    assert convert(page(Run("文")), "zh-Hant")[1][0].message.startswith("Converted to zh-Hant by")


def test_an_empty_entry_of_the_glossary_is_left_out_and_the_longest_comes_first() -> None:
    glossary = (("", ""), ("软件", "軟體"), ("软件园", "軟件園"))
    edition, remarks = convert(replace(page(Run("软件园的软件")), glossary=glossary), "zh-Hant-TW")
    assert [r.text for r in remarks if r.kind == "glossary_length"] == [""]
    (story,) = edition.stories
    assert story.body == (Paragraph((Run("軟件園的軟體"),), id="s01b01"),)


def test_addresses_and_headlines_as_read_are_kept() -> None:
    given = page(Run("见www.发.cn及http://a.cn/发 发"), headline="头发", deck="发")
    (story,) = convert(given, "zh-Hant-TW")[0].stories
    assert (story.headline, story.headline_as_read) == ("頭髮", "头发")
    assert (story.deck, story.deck_as_read) == ("發", "发")


_WORDS = "王后吃干面，后来在台湾里面说“他说‘好’”，温州群峰。"


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (("zh-Hant-TW",), "王后吃乾麵，後來在臺灣裡面說「他說『好』」，溫州群峰。"),
        (("zh-Hant-TW", "zh-Hant-HK"), "王后吃乾麪，後來在台灣裏面説「他説『好』」，温州群峯。"),
        (("zh-Hant-HK", "zh-Hant-TW"), "王后吃乾麵，後來在臺灣裡面說「他說『好』」，溫州群峰。"),
        (("zh-Hant-TW", "zh-Hans"), _WORDS),
        (("zh-Hant-HK", "zh-Hans"), _WORDS),
        (("zh-Hant", "zh-Hant-HK", "zh-Hant-TW", "zh-Hans"), _WORDS),
    ],
)
def test_any_script_becomes_any_other(way: tuple[str, ...], expected: str) -> None:
    before = page(Run(_WORDS))
    after, remarks = before, ()
    for tag in way:
        after, remarks = convert(after, tag)
    (story,) = after.stories
    assert plain(story.body[0].runs) == expected  # type: ignore[union-attr]  # a paragraph
    assert after.language == way[-1]
    assert [remark.kind for remark in remarks] == ["converted"]
    if way[-1] == "zh-Hans":
        assert after == before


def test_the_script_it_is_in_changes_nothing_of_an_edition() -> None:
    taiwan, _ = convert(page(Run("天后宫的里长")), "zh-Hant-TW")
    assert convert(taiwan, "zh-Hant-TW") == (taiwan, ())
    hand = replace(page(Run("天后宮的里長")), language="zh-Hant")
    assert convert(hand, "zh-Hant-TW") == (replace(hand, language="zh-Hant-TW"), ())


def test_the_house_glossary_holds_between_all_scripts() -> None:
    house = replace(page(Run("柳河镇里面")), glossary=(("柳河镇里", "栁河鎮裡"),))
    taiwan, _ = convert(house, "zh-Hant-TW")
    hongkong, _ = convert(taiwan, "zh-Hant-HK")
    assert [plain(next(e.stories).body[0].runs) for e in (taiwan, hongkong)] == [  # type: ignore[union-attr]  # paragraphs
        "栁河鎮裡面", "栁河鎮裡面"]
    assert convert(hongkong, "zh-Hans")[0] == house


def test_a_headline_keeps_its_first_form_through_two_changes() -> None:
    twice = convert(convert(page(Run("文")), "zh-Hant-TW")[0], "zh-Hant-HK")[0]
    assert next(twice.stories).headline_as_read == "石桥"
