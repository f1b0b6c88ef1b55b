from __future__ import annotations

from dataclasses import replace

import pytest

from edition.errors import Diagnostic, Severity
from edition.makeup.paper import AdvertFrame, Filler, Page, StoryFrame
from edition.makeup.remarks import remarks_on
from edition.messages.catalogue import KINDS
from edition.messages.sentences.of_makeup import FAULTS, PHRASES
from edition.messages.texts import LANGS
from edition.model import Advertisement, Edition, Figure, HouseItem, Run, Section
from makeup_desk import FakeDesk, broadsheet, edition_of, story

LAYOUT = broadsheet()


def frame(name: str, columns: int = 2, **more: object) -> StoryFrame:
    made = StoryFrame(name, 0.0, 9, 27.0, 94, 0, columns, (), ())
    return replace(made, **more)  # type: ignore[arg-type]


def page(number: int, *frames: StoryFrame, adverts: tuple[str, ...] = ()) -> Page:
    spaces = tuple(AdvertFrame(name, 0.0, 80, 40.0, 20) for name in adverts)
    return Page(number, str(number), number == 1, 9, 103, frames, adverts=spaces)


def said(edition: Edition, *pages: Page, fit: tuple[Advertisement, ...] = ()) -> list[Diagnostic]:
    return list(remarks_on(edition, LAYOUT, pages, fit))


def quiet(number: int, **more: object) -> object:
    return replace(story(number, 300), headline="", headline_line=number * 10, **more)


def edition(*stories: object, **more: object) -> Edition:
    made = edition_of((None, list(stories)))  # type: ignore[arg-type]
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_section_without_stories_is_named_or_said_to_have_no_name() -> None:
    sections = (Section("空", (), 7), Section(None, (), 9))
    one, other = said(Edition("e", sections))
    assert (one.kind, one.severity, one.line, one.text) == (
        "empty_section", Severity.WARNING, 7, "空"
    )
    assert one.message == "The section “空” has no stories and is left out."
    assert other.message == "A section without a title has no stories and is left out."
    assert one.told("zh-Hans") == "栏题“空”下没有稿件，未排。"
    assert one.told("zh-Hant") == "欄題「空」下沒有稿件，未排。"


def test_heads_that_stand_nowhere_are_named_one_by_one() -> None:
    one = replace(story(1, 300), kicker="引", deck="副", headline_line=4)
    found = said(edition(one), page(1, frame("s01")))
    assert [(r.kind, r.severity, r.line, r.story, r.text) for r in found] == [
        ("heading_unset", Severity.ERROR, 4, 1, text) for text in ("引", one.headline, "副")
    ]
    assert found[0].message == (
        "The kicker is too long for four lines across the page; shorten it."
    )
    assert [r.told("zh-Hans")[:2] for r in found] == ["引题", "标题", "副题"]


def test_the_heads_of_briefs_stand_in_their_legs() -> None:
    from edition.makeup.paper import Leg

    one = story(1, 60, 1, brief=True)
    leg = Leg(0.0, 12, 13.0, 9, FakeDesk().briefs((one,), 13).slugs)
    briefs = frame("sec1-briefs1", briefs=("s01",), legs=(leg,))
    assert said(edition(one), page(1, briefs)) == []
    assert [r.kind for r in said(edition(one), page(1, replace(briefs, briefs=())))] == [
        "heading_unset"
    ]


ONE, TWO = Advertisement("ad1", 1, 3, 20, "茶"), Advertisement("ad2", 3, 8, 14, "", "tea.jpg")


def test_an_advertisement_without_a_place_says_why() -> None:
    made = edition(quiet(1), advertisements=(ONE, TWO))
    found = said(made, page(1, frame("s01")), fit=(TWO,))
    assert [(r.kind, r.severity, r.text) for r in found] == [
        ("advertisement_unplaced", Severity.ERROR, "茶"),
        ("advertisement_unplaced", Severity.ERROR, "tea.jpg"),
    ]
    assert [r.message for r in found] == [
        "The advertisement for page 1 has no place: the page is not deep enough, or has another "
        "in its corner.",
        "The advertisement for page 3 has no place: the last page is 1.",
    ]
    assert found[1].told("zh-Hans") == "第 3 版的广告没有位置：报纸只有 1 个版。"
    (third,) = said(edition(quiet(1), advertisements=(ONE,)), page(1), fit=(ONE,))
    assert third.message.endswith("has no place: no story stands on the page.")
    made = edition(quiet(1), advertisements=(ONE,))
    assert said(made, page(1, adverts=("ad1",)), fit=(ONE,)) == []


def test_an_advertisement_wider_than_the_page_is_told() -> None:
    wide = Advertisement("ad1", 1, 9, 20, "茶")
    (one,) = said(edition(quiet(1), advertisements=(wide,)), page(1, adverts=("ad1",)), fit=(wide,))
    assert (one.kind, one.severity) == ("advertisement_narrowed", Severity.WARNING)
    assert one.message == "The advertisement of 9 columns is set across the 8 of this layout."
    just = replace(wide, columns=8)
    made = edition(quiet(1), advertisements=(just,))
    assert said(made, page(1, adverts=("ad1",)), fit=(just,)) == []


@pytest.mark.parametrize(("optional", "kind", "severity"), [
    (False, "picture_unset", Severity.ERROR),
    (True, "optional_picture_unset", Severity.WARNING),
])
def test_a_picture_without_a_place_is_named(
    optional: bool, kind: str, severity: Severity
) -> None:
    figure = Figure("a.jpg", (Run("桥"),), "方晴 摄", lines=(5, 6), id="p", pixels=(3, 2),
                    optional=optional)
    lost = Figure(None, (Run("无图"),), id="q")
    (one,) = said(edition(quiet(1, body=(figure, lost))), page(1, frame("s01")))
    assert (one.kind, one.severity, one.line, one.story) == (kind, severity, 5, 1)
    assert one.text == "桥 方晴 摄"
    assert one.message == "The picture a.jpg has no place on its page, nor its caption."


def test_wishes_that_could_not_be_had() -> None:
    made = edition(quiet(1, page=1, columns=2), quiet(2, page=1, columns=3))
    first, second = page(1, frame("s01")), page(2, frame("s01", 8), frame("s02", 2))
    found = said(made, first, second)
    assert [(r.kind, r.severity, r.story, r.line, r.message) for r in found] == [
        ("wish_unmet", Severity.WARNING, 2, 20, "page = 1 could not be had: it is 2."),
        ("wish_unmet", Severity.WARNING, 2, 20, "columns = 3 could not be had: it is 2."),
    ]


def test_every_sentence_of_the_room_stands_in_three_languages() -> None:
    kinds = ("empty_section", "heading_unset", "advertisement_unplaced", "picture_unset",
             "advertisement_narrowed", "optional_picture_unset", "wish_unmet")
    texts = [text for kind in kinds for text in (KINDS[kind].says, KINDS[kind].todo)]
    texts += [text for fault in FAULTS.values() for text in (fault.what, fault.todo)]
    for text in (*texts, *PHRASES.values()):
        assert text is not None and all(text.pattern(lang) for lang in LANGS)
    assert all(KINDS[kind].doc for kind in kinds)


def test_house_copy_that_fits_nowhere_is_told_where_white_is_left() -> None:
    long, short = HouseItem("h1", "字" * 3000, "公益广告"), HouseItem("h2", "节约用水。")
    made = edition(quiet(1), house_copy=(long, short))
    white = Filler(0.0, 80, 111.0, 20)
    full = replace(page(1, frame("s01")), fillers=(replace(white, item="h2"),))
    left = replace(full, fillers=(replace(white, item="h2"), white))
    kinds = [[(d.kind, d.values["title"]) for d in remarks_on(made, LAYOUT, (one,), ())
              if d.kind == "house_copy_unset"] for one in (full, left)]
    assert kinds == [[], [("house_copy_unset", "公益广告")]]
