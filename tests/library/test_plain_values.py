"""Plain values in: texts for runs, lists for tuples, mappings for parts; ids given; joined."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import edition
from edition import (
    Advertisement,
    Byline,
    Closing,
    ClosingLine,
    Crosshead,
    Ear,
    Edition,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    HouseItem,
    Imprint,
    InvalidEdition,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    Picture,
    PullQuote,
    Ranged,
    Run,
    Section,
    Span,
    Story,
    Table,
    Verse,
)
from edition.checks.sight.glyphs import sheets


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(out, "PNG")
    return out.getvalue()


def one(block: Any) -> Any:
    """The block a story of an edition holds, its id left out."""
    made = Edition.build("daily", [Story.of("题", [block])])
    return replace(next(made.stories).body[0], id="")


R = (Run("文"),)
T = (Run("字"),)


@pytest.mark.parametrize(("given", "meant"), [
    ("文", Paragraph(R)), (Paragraph("文"), Paragraph(R)), (Paragraph.of("文"), Paragraph(R)),  # type: ignore[arg-type]
    (Run("文"), Paragraph(R)), ([Run("文"), Run("字")], Paragraph((*R, *T))),
    (Paragraph.of(["文", Run("字")]), Paragraph((*R, *T))),
    (Paragraph.of(""), Paragraph(())), (Note.of("文"), Note(R)),
    (PullQuote.of("文", speaker="王"), PullQuote(R, speaker="王")),
    (Crosshead.of(["一", "二"]), Crosshead(("一", "二"))),
    (Figure.of(None, "文", credit="王 摄"), Figure(None, R, "王 摄")),
    (ListBlock.of(["文", ListItem("字", 1)]), ListBlock((ListItem(R), ListItem(T, 1)))),  # type: ignore[arg-type]
    (ListBlock.of([Run("文"), [Run("文"), Run("字")]]),
     ListBlock((ListItem(R), ListItem((*R, *T))))),
    (ListBlock.numbered(["文", "字"]),
     ListBlock((ListItem(R, 0, "1.", True), ListItem(T, 0, "2.", True)))),
    (ListBlock.bulleted(["文"]), ListBlock((ListItem(R, 0, "•", True),))),
    (Table.of([["文", "字"], [["文", "字"], ""]], 1, spans=[[0, 0]]),
     Table(((R, T), ((*R, *T), ())), 1, spans=(Span(0, 0),))),
    (Verse.of(["文", "", "字"], indents=[0, 1]), Verse((R, (), T), indents=(0, 1))),
    (Closing.of(["文", ("字", "margin")]),
     Closing((ClosingLine(R), ClosingLine(T, Ranged.MARGIN)))),
    (Entries.of([("文", "字")]), Entries((EntryRow(R, T),))),
    (Footnote.of("1", "文"), Footnote("1", R)),
    (Paragraph.of(Run.of("文", ["strong", "code", Mark.CODE])),
     Paragraph((Run("文", (Mark.CODE, Mark.STRONG)),))),
    (Paragraph.of(Run.of("文", "strong")), Paragraph((Run("文", (Mark.STRONG,)),))),
])
def test_a_block_of_plain_values_is_the_block_that_was_meant(given: Any, meant: Any) -> None:
    assert one(given) == meant


def test_a_whole_edition_of_rows_of_a_database() -> None:
    rows = [
        {"headline": "石桥修好了", "body": "第一段。\n\n  第二段。\n", "byline": "（王小明 李四）",
         "rank": 1},
        {"headline": "山路", "body": ["新路通了。"], "kicker": "要闻", "credits": ["编辑 某"]},
    ]
    made = Edition.build(
        "daily", [{"title": "要闻", "stories": rows}, rows[1], Story.of("又一篇", "话。")],
        imprint={"paper": "日报", "date": "2026-11-29", "editors": [["责编", "某"]]},
        house_copy=["no"] and [HouseItem.of("爱护花草")], ears=[("报眼", ["一", "二"])],
        glossary=[["软件", "軟體"]],
    )
    first, second, third, fourth = made.stories
    assert [b.id for b in first.body] == ["s01b01", "s01b02"]
    assert first.byline == Byline("（王小明 李四）", ("王小明", "李四"))
    assert (second.kicker, second.credits, third.headline) == ("要闻", ("编辑 某",), "山路")
    assert [s.title for s in made.sections] == ["要闻", None] and fourth.id == "s04"
    assert made.imprint == Imprint(
        paper="日报", date=date(2026, 11, 29), editors=(("责编", "某"),))
    assert made.ears == (Ear("报眼", ("一", "二")),) and made.house_copy[0].id == "house1"
    edition.validate(made)


@pytest.mark.parametrize("day", [
    date(2026, 11, 29), datetime(2026, 11, 29, 8), "2026-11-29", "2026-11-29T08:00:00",
    "2026-11-29T08:00:00Z", "20261129", " 2026-11-29 ",
])
def test_days_are_read_as_iso_writes_them(day: Any) -> None:
    made = Edition.build("daily", [Story.of("题")], imprint={"date": day})
    assert made.imprint.date == date(2026, 11, 29) and type(made.imprint.date) is date


def test_pictures_are_given_by_their_bytes_and_figures_get_their_size() -> None:
    story = Story.of("题", [Figure.of("图/a.png", "说明")])
    for pictures in ({"图/a.png": png()}, [Picture.from_bytes("图/a.png", png())]):
        made = Edition.build("daily", [story], pictures=pictures)
        figure = next(made.stories).body[0]
        assert isinstance(figure, Figure) and figure.pixels == (30, 20)
    bare = Edition("daily", (Section(None, (replace(story, id="s01"),)),), pictures=made.pictures)
    assert edition.to_epub(bare).data == edition.to_epub(made).data


def test_a_picture_that_is_none_is_refused_where_it_is_made() -> None:
    with pytest.raises(edition.UnreadableInput, match=r"a\.png"):
        Picture.from_bytes("a.png", b"junk")
    with pytest.raises(edition.UnreadableInput):
        Picture.from_bytes("a.png", "text")  # type: ignore[arg-type]
    with pytest.raises(InvalidEdition) as caught:
        Edition.build("daily", [Story.of("题")], pictures={"a.png": png(), "b.png": b"junk"})
    assert caught.value.path == 'pictures["b.png"]'
    assert "data" not in repr(Picture.from_bytes("a.png", png()))


@pytest.mark.parametrize(("sections", "given", "path"), [
    ([Story.of("题", [3])], {}, "sections[0].stories[0].body[0]"),
    (["题"], {}, "sections[0]"),
    ("题", {}, "sections"),
    (3, {}, "sections"),
    ([{"headline": "题", "bdoy": []}], {}, "sections[0].stories[0]"),
    ([Story.of(None)], {}, "sections[0].stories[0].headline"),  # type: ignore[arg-type]
    ([Story.of("题")], {"imprint": {"date": "29/11/2026 "}}, "imprint.date"),
    ([Story.of("题")], {"imprint": {"date": 2026}}, "imprint.date"),
    ([Story.of("题")], {"language": "fr-XX"}, "language"),
    ([Story.of("题")], {"glossary": ["ab"]}, "glossary[0]"),
    ([Story.of("题", [Paragraph.of([Run.of("x", href="javascript:1")])])], {},
     "sections[0].stories[0].body[0].runs[0].href"),
    ([Story.of("a"), Story.of("b"), Story.of("题", ["一", Figure.of("no.png")])], {},
     "sections[0].stories[2].body[1].src"),
    ([Story.of("题", [Paragraph.of(Run("1", note="f9"))])], {},
     "sections[0].stories[0].body[0].runs[0].note"),
])
def test_what_cannot_be_meant_is_named_by_its_path(
    sections: Any, given: dict[str, Any], path: str
) -> None:
    with pytest.raises(InvalidEdition) as caught:
        Edition.build("daily", sections, **given)
    assert caught.value.path == path


def test_a_string_that_passes_for_markup_is_copy_like_any() -> None:
    from markupsafe import Markup

    made = Edition.build("daily", [Story.of(Markup("<b>题</b>"), [Markup("<i>文</i>")])])
    story = next(made.stories)
    assert type(story.headline) is str and story.text == "<b>题</b>\n<i>文</i>"


def test_notes_and_links_follow_their_new_ids() -> None:
    made = Edition.build("daily", [
        Story.of("一", [Paragraph.of([Run("注", note="n"), Run("见", href="#second")]),
                       Footnote.of("1", "注文", id="n")]),
        Story.of("二", "文", id="second"),
    ])
    first, second = made.stories
    note, link = first.body[0].runs  # type: ignore[union-attr]
    assert (note.note, link.href, second.id) == (first.body[1].id, "#s02", "s02")


# --- editions joined


def daily(colour: str = "red") -> Edition:
    return Edition.build("daily", [Section.of("要闻", [
        Story.of("石桥", ["老石桥修好了。", Figure.of("a.png", "图为石桥。"),
                        Paragraph.of(Run("见", href="#here"))], id="here"),
    ])], pictures={"a.png": png(colour)}, imprint={"paper": "日报"},
        advertisements=[edition.Advertisement.of(1, 2, 8, picture="a.png")])


def test_an_edition_joined_to_itself_is_printed_twice() -> None:
    twice = edition.merge(daily(), daily())
    assert [story.id for story in twice.stories] == ["s01", "s02"]
    assert [s.id for s in twice.sections] == ["sec1"] and len(twice.pictures) == 1
    assert [ad.id for ad in twice.advertisements] == ["ad1", "ad2"]
    links = [block.runs[0].href for story in twice.stories for block in story.body
             if isinstance(block, Paragraph) and block.runs[0].href]
    assert links == ["#s01", "#s02"]
    text = "".join(g.char for s in sheets(edition.to_pdf(twice).data) for g in s.glyphs)
    assert text.count("老石桥修好了") == 2
    assert edition.to_epub(twice).data.startswith(b"PK")


def test_pictures_of_one_name_are_kept_apart() -> None:
    both = edition.merge(daily("red"), daily("blue"), daily("red"), daily("green"))
    assert [shown.name for shown in both.pictures] == ["a.png", "a-2.png", "a-3.png"]
    shown = [b.src for story in both.stories for b in story.body if isinstance(b, Figure)]
    assert shown == ["a.png", "a-2.png", "a.png", "a-3.png"]
    assert [ad.picture for ad in both.advertisements] == shown


def test_one_edition_alone_is_itself_and_scripts_do_not_mix() -> None:
    assert edition.merge(daily()) == daily()
    with pytest.raises(InvalidEdition, match="zh-Hant-TW"):
        edition.merge(daily(), edition.convert(daily(), "zh-Hant-TW").edition)
    with pytest.raises(edition.WrongUse):
        edition.merge()


# --- copy in memory


COPY = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。\n\n（王小明）\n"


@pytest.mark.parametrize("data", [COPY, COPY.encode(), bytearray(COPY.encode()),
                                  COPY.encode("gb18030")])
def test_copy_in_memory_is_read_like_a_file(data: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(COPY, encoding="utf-8")
    side = 'paper = "日报"\n'
    (tmp_path / "page.toml").write_text(side, encoding="utf-8")
    found = edition.read(edition.Source("page.txt", data, side)).edition  # type: ignore[arg-type]
    assert replace(found, digest="") == replace(edition.read(path).edition, digest="")


def test_pictures_of_copy_in_memory_come_by_a_mapping() -> None:
    copy = "# 石桥\n\n![石桥](图/a.png)\n\n老石桥修好了。\n"
    found = edition.read(edition.Source("a.md", copy.encode(), pictures={"图/a.png": png()}))
    assert [shown.name for shown in found.edition.pictures] == ["图/a.png"]


def test_files_and_copy_in_memory_are_one_edition(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(COPY, encoding="utf-8")
    second = edition.Source("b.md", "# 山路\n\n新路通了。\n".encode())
    found = edition.read(path, second).edition
    assert [story.headline for story in found.stories] == ["石桥修好了", "山路"]


@pytest.mark.parametrize(("source", "error"), [
    (edition.Source("a.txt", b""), edition.UnreadableInput),
    (edition.Source("a.exe", b"x"), edition.UnreadableInput),
    (edition.Source("a.txt", b"x" * 20_000_001), edition.UnreadableInput),
    (edition.Source("a.txt", b"x", b"#" * 1_000_001), edition.UnreadableInput),
    (edition.Source("a.txt", 3), edition.WrongUse),  # type: ignore[arg-type]
    (COPY.encode(), edition.WrongUse), (None, edition.WrongUse),
])
def test_a_source_that_is_none_is_one_clear_error(source: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        edition.read(source)


def test_without_repair_the_copy_stays_as_it_came() -> None:
    said = "“这座桥是全村人一块石头一块石头垒起来的，我们要把它留给孙子。”"
    body = [{"type": "paragraph", "text": f"王小明说：{said}他停了停，又说路也要修。"},
            {"type": "paragraph", "text": said}]
    import json
    data = json.dumps({"sections": [{"stories": [{"headline": "题", "body": body}]}]}).encode()
    source = edition.Source("a.json", data)
    kinds = [type(b) for s in edition.read(source, repair=False).edition.stories for b in s.body]
    assert kinds == [Paragraph, Paragraph]
    assert PullQuote in {type(b) for s in edition.read(source).edition.stories for b in s.body}


def test_a_bad_picture_of_a_mapping_is_named() -> None:
    pictures = {"a.png": png(), "图/乙.png": png()[:40]}
    with pytest.raises(InvalidEdition) as caught:
        Edition.build("daily", [Story.of("题", ["文"])], pictures=pictures)
    assert caught.value.path == 'pictures["图/乙.png"]' and "图/乙.png" in caught.value.message


def _noted(head: str, *more: Any) -> Story:
    return Story.of(head, [
        Paragraph.of(["文", Run.of("①", note="n"), Run.of("上", href="#n")]), *more,
        Footnote.of("①", f"{head}的注。", id="n"),
    ])


def test_stories_may_call_their_notes_alike() -> None:
    made = Edition.build("daily", [_noted("甲"), _noted("乙")])
    for number, story in enumerate(made.stories, 1):
        paragraph, note = story.body
        assert isinstance(paragraph, Paragraph) and isinstance(note, Footnote)
        assert note.id == paragraph.runs[1].note == f"s0{number}b02"
        assert paragraph.runs[2].href == f"#s0{number}b02"


def test_stories_that_were_read_apart_stand_in_one_edition() -> None:
    one, two = (
        edition.read(edition.Source("a.html", f"<h1>{head}</h1><p>文。</p>".encode())).edition
        for head in ("甲", "乙")
    )
    made = Edition.build("daily", [*one.stories, *two.stories])
    assert [(s.id, s.headline) for s in made.stories] == [("s01", "甲"), ("s02", "乙")]
    sections = Edition.build("daily", [*one.sections, *two.sections, Section.of("三", ["x"])][:2])
    assert [section.id for section in sections.sections] == ["sec1", "sec2"]
    shared = Advertisement.of(1, 2, 3, id="ad1", text="茶")
    both = Edition.build("daily", [Story.of("题", ["文"])], advertisements=[shared, shared])
    assert [ad.id for ad in both.advertisements] == ["ad1", "ad2"]


def test_an_id_that_another_story_links_to_stands_once() -> None:
    link = Story.of("丙", [Paragraph.of(["见", Run.of("甲", href="#x")])])
    with pytest.raises(InvalidEdition) as caught:
        Edition.build("daily", [*(Story.of(head, ["文"], id="x") for head in "甲乙"), link])
    assert (caught.value.kind, caught.value.path) == ("id_twice", "sections[0].stories[1].id")
    with pytest.raises(InvalidEdition) as caught:
        Edition.build("daily", [_noted("甲", Footnote.of("②", "又", id="n")), _noted("乙")])
    assert caught.value.kind == "id_twice"


def test_texts_and_runs_in_a_list_are_a_paragraph() -> None:
    strong = Run.of("字", ["strong"])
    meant = (Run("甲"), strong, Run("乙"))
    assert one(["甲", strong, "乙"]) == Paragraph(meant)
    assert one(ListBlock.of([["甲", strong, "乙"]])) == ListBlock((ListItem(meant),))
    assert one(Entries.of([("甲", strong)])) == Entries((EntryRow((Run("甲"),), (strong,)),))
