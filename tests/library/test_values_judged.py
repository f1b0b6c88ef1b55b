"""Values are judged at one door: each bad one is named by its path, in a sentence of four parts."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from PIL import Image

import edition
from edition import (
    Advertisement,
    Byline,
    Closing,
    Crosshead,
    Edition,
    Entries,
    Figure,
    Footnote,
    HouseItem,
    Imprint,
    InvalidEdition,
    ListBlock,
    Mark,
    Paragraph,
    Picture,
    Run,
    Section,
    Span,
    Story,
    Table,
    Verse,
)
from edition.limits import LIMITS

BODY = "sections[0].stories[0].body[0]"


class Markup(str):
    """A string that a template would take for markup."""

    def __html__(self) -> str:
        return self


def png(width: int = 30, height: int = 20) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return out.getvalue()


def with_body(*blocks: Any, **given: Any) -> Any:
    story: Any = Story("s01", "新路", blocks)
    return Edition("daily", (Section(None, (story,), id="sec1"),), **given)


def with_story(**given: Any) -> Any:
    story: Any = replace(Story("s01", "新路", (Paragraph((Run("文。"),), id="s01b01"),)), **given)
    return Edition("daily", (Section(None, (story,), id="sec1"),))


def run(text: Any = "字", **given: Any) -> Any:
    return with_body(Paragraph((Run(text, **given),), id="s01b01"))


def whole(**given: Any) -> Any:
    return replace(with_story(), **given)


# ruff: noqa: E501
BAD: list[tuple[str, Any, str, str]] = [
    # types
    ("value_type", with_body(Paragraph("x")), f"{BODY}.runs", "tuple[Run, ...]"),  # type: ignore[arg-type]
    ("value_type", with_body("x"), BODY, "Block"),
    ("value_type", with_story(body=[]), "sections[0].stories[0].body", "list"),
    ("value_type", with_body(Paragraph(((Run("x"),),))), f"{BODY}.runs[0]", "Run"),  # type: ignore[arg-type]
    ("value_type", run(3), f"{BODY}.runs[0].text", "int 3"),
    ("value_type", run(Markup("<b>")), f"{BODY}.runs[0].text", "Markup"),
    ("value_type", run(marks=("strong",)), f"{BODY}.runs[0].marks[0]", "Mark"),
    ("value_type", with_story(rank=True), "sections[0].stories[0].rank", "bool"),
    ("value_type", with_story(byline="王"), "sections[0].stories[0].byline", "Byline"),
    ("value_type", with_story(source_lines=(1, 2, 3)), "sections[0].stories[0].source_lines", ""),
    ("value_type", whole(imprint=Imprint(date="2024-03-05")), "imprint.date", "date"),  # type: ignore[arg-type]
    ("value_type", whole(imprint=Imprint(date=datetime(2024, 3, 5))), "imprint.date", "datetime"),
    ("value_type", whole(imprint=Imprint(editors=(("a",),))), "imprint.editors[0]", ""),  # type: ignore[arg-type]
    ("value_type", whole(sections=[]), "sections", "tuple[Section, ...]"),
    ("value_type", whole(pictures=(b"x",)), "pictures[0]", "Picture"),
    ("value_type", whole(imprint=None), "imprint", "None"),
    ("value_type", with_body(Verse(((Run("x"),),), indents=(1.5,))), f"{BODY}.indents[0]", "float"),  # type: ignore[arg-type]
    ("value_type", {"name": "x"}, "", "Edition"),
    # characters
    ("text_half_character", run("a\ud800"), f"{BODY}.runs[0].text", "U+D800"),
    ("text_control", run("a\x07"), f"{BODY}.runs[0].text", "U+0007"),
    ("text_control", run("a\tb"), f"{BODY}.runs[0].text", "U+0009"),
    ("text_control", run("a\u202eb"), f"{BODY}.runs[0].text", "Character 2"),
    ("text_control", run("a\ufeff"), f"{BODY}.runs[0].text", "U+FEFF"),
    ("text_line_end", with_story(headline="一\n二"), "sections[0].stories[0].headline", "line end"),
    ("text_line_end", with_story(deck="一\r二"), "sections[0].stories[0].deck", "line end"),
    ("text_line_end", with_story(kicker="\u2028"), "sections[0].stories[0].kicker", ""),
    ("text_line_end", with_story(credits=("a", "b\nc")), "sections[0].stories[0].credits[1]", ""),
    ("text_line_end", with_story(byline=Byline("a\nb", ())), "sections[0].stories[0].byline.raw", ""),
    ("text_line_end", with_body(Crosshead(("a\nb",))), f"{BODY}.parts[0]", ""),
    ("text_control", whole(imprint=Imprint(paper="日\x00报")), "imprint.paper", "U+0000"),
    ("text_control", whole(house_copy=(HouseItem("house1", "a\nb\x01"),)), "house_copy[0].text", ""),
    # links and what points at something
    ("link_refused", run(href="javascript:alert(1)"), f"{BODY}.runs[0].href", "javascript"),
    ("link_refused", run(href="JaVaScript:alert(1)"), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href="file:///etc/passwd"), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href="data:text/html,x"), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href="//evil.example"), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href="/a"), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href=""), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href="#"), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href="https://a b"), f"{BODY}.runs[0].href", ""),
    ("link_refused", run(href="https://a/" + "x" * 3000), f"{BODY}.runs[0].href", ""),
    ("link_nowhere", run(href="#s09"), f"{BODY}.runs[0].href", "#s09"),
    ("note_nowhere", run(note="f1"), f"{BODY}.runs[0].note", "f1"),
    ("value_empty", run(ruby=""), f"{BODY}.runs[0].ruby", ""),
    ("language_tag_wrong", run(lang="<x>"), f"{BODY}.runs[0].lang", ""),
    ("marks_unsorted", run(marks=(Mark.STRONG, Mark.CODE)), f"{BODY}.runs[0].marks", ""),
    ("link_refused", with_body(Table((((Run("x", href="x:y"),),),))), f"{BODY}.rows[0][0][0].href", ""),
    ("link_refused", with_body(ListBlock.of([Run("x", href="x:y")])), f"{BODY}.items[0].runs[0].href", ""),
    ("link_refused", with_body(Entries.of([("a", Run("x", href="x:"))])), f"{BODY}.rows[0].text[0].href", ""),
    ("link_refused", with_body(Closing.of([Run("x", href="x:")])), f"{BODY}.rows[0].runs[0].href", ""),
    ("link_refused", with_body(Footnote.of("1", Run("x", href="x:"))), f"{BODY}.runs[0].href", ""),
    # pictures
    ("picture_not_given", with_body(Figure("a.png")), f"{BODY}.src", "a.png"),
    ("path_unsafe", with_body(Figure("../a.png")), f"{BODY}.src", ""),
    ("path_unsafe", with_body(Figure("C:\\a.png")), f"{BODY}.src", ""),
    ("picture_unknown", whole(pictures=(Picture("a.png", "image/png", 3, 2, b"junk"),)),
     "pictures[0].data", "PNG"),
    ("picture_unknown", whole(pictures=(Picture("a.png", "image/png", 3, 2),)),
     "pictures[0].data", ""),
    ("picture_damaged", whole(pictures=(Picture("a.png", "image/png", 30, 20, png()[:60]),)),
     "pictures[0].data", ""),
    ("picture_unready", whole(pictures=(Picture("a.png", "image/png", 31, 20, png()),)),
     "pictures[0]", "Picture.from_bytes"),
    ("picture_unready", whole(pictures=(Picture("a.png", "image/jpeg", 30, 20, png()),)),
     "pictures[0]", ""),
    ("picture_unready", whole(pictures=(
        replace(Picture.from_bytes("a.png", png()), width=99),)), "pictures[0]", ""),
    ("picture_other_size", with_body(
        Figure("a.png", pixels=(1, 1)), pictures=(Picture.from_bytes("a.png", png()),)),
     f"{BODY}.pixels", "30 × 20"),
    ("id_twice", whole(pictures=(Picture.from_bytes("a", png()),) * 2), "pictures[1].name", ""),
    ("picture_not_given", whole(advertisements=(Advertisement("ad1", 1, 2, 3, picture="x"),)),
     "advertisements[0].picture", ""),
    ("focus_wrong", with_body(Figure(None, focus=(0.5, 0, 0.5, 1))), f"{BODY}.focus", ""),
    ("focus_wrong", with_body(Figure(None, focus=(0, 0, float("nan"), 1))), f"{BODY}.focus", ""),
    # ids, numbers, ranges
    ("id_twice", with_body(Paragraph((Run("a"),), id="s01")), f"{BODY}.id", "sections[0].stories[0].id"),
    ("id_wrong", with_body(Paragraph((), id='x"><script>')), f"{BODY}.id", ""),
    ("number_outside", with_story(rank=0), "sections[0].stories[0].rank", "0"),
    ("number_outside", with_story(page=10**9), "sections[0].stories[0].page", str(LIMITS.pages)),
    ("number_outside", with_story(columns=-1), "sections[0].stories[0].columns", ""),
    ("number_outside", with_body(Paragraph((Run("字"),), speaker=2)), f"{BODY}.speaker", ""),
    ("number_outside", with_body(Paragraph((Run("字"),), (-1,))), f"{BODY}.lines[0]", ""),
    ("number_outside", with_body(Verse(((Run("x"),),), indents=(10**9,))), f"{BODY}.indents[0]", ""),
    ("number_outside", with_body(Table((((),),), 2)), f"{BODY}.header_rows", ""),
    ("number_outside", whole(advertisements=(Advertisement("ad1", 0, 2, 3),)),
     "advertisements[0].page", ""),
    ("span_outside", with_body(Table((((),),), spans=(Span(0, 0, 10**9, 10**9),))), f"{BODY}.spans[0]", ""),
    ("span_outside", with_body(Table((((), ()),), spans=(Span(0, 0, 1, 2), Span(0, 1)))),
     f"{BODY}.spans[1]", ""),
    ("numbers_out_of_order", with_story(source_lines=(5, 3)), "sections[0].stories[0].source_lines", ""),
    ("lengths_differ", with_story(headline_as_read="新"), "sections[0].stories[0].headline_as_read", ""),
    ("value_empty", with_body(Crosshead(())), f"{BODY}.parts", ""),
    # the edition itself
    ("language_unknown", whole(language="tlh"), "language", "tlh"),
    ("name_unsafe", whole(name="../x"), "name", ""),
    ("name_unsafe", whole(name=""), "name", ""),
    ("text_control", whole(name="a\x00"), "name", ""),
    ("digest_wrong", whole(digest="no"), "digest", ""),
    # sizes
    ("too_much", with_body(Paragraph((Run("字" * 20_001),))), BODY, "20000"),
    ("too_much", with_body(Table(((((),) * 72),) * 72)), f"{BODY}.rows", ""),
    ("too_much", with_body(*(Paragraph((Run("字" * 20_000),)),) * 11), "sections[0].stories[0]", ""),
]


@pytest.mark.parametrize(("kind", "made", "path", "said"), BAD)
def test_a_bad_value_is_named_by_its_path(kind: str, made: Any, path: str, said: str) -> None:
    with pytest.raises(InvalidEdition) as caught:
        edition.validate(made)
    fault = caught.value
    assert (fault.kind, fault.path, fault.exit_code) == (kind, path, 3)
    assert fault.what and fault.todo and said in fault.message
    fault.message.encode()
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert "{" not in fault.told(lang)  # type: ignore[arg-type]


DOORS: list[Callable[[Any], object]] = [
    edition.to_pdf, edition.to_epub, edition.to_json, edition.merge, edition.validate,
    lambda made: edition.convert(made, "zh-Hant-TW"),
    lambda made: edition.check(b"%PDF-", made or Edition("", ())),
]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("made", [
    run("a\ud800"), run(href="javascript:1"), with_body("x"), with_body(Figure("a.png")), None,
])
def test_every_writer_comes_through_the_door(door: Callable[[Any], object], made: Any) -> None:
    with pytest.raises(InvalidEdition):
        door(made)


def test_what_is_sound_passes() -> None:
    shown = Picture.from_bytes("图/a.png", png())
    made = with_body(
        Paragraph((Run("见", note="f1"), Run("此", href="#s01"), Run("网", href="https://a.cn/网"))),
        Footnote("1", (Run("注"),), id="f1"), Figure("图/a.png", pixels=(30, 20)),
        Figure(None, (Run("图失"),)), pictures=(shown, Picture("b", "image/png", 30, 20, png())),
        advertisements=(Advertisement("", 1, 2, 3, "两行\n的字"),),
        imprint=Imprint(paper="日报", date=date(2026, 11, 29)),
    )
    edition.validate(made)


def test_the_work_is_in_proportion_to_the_size() -> None:
    """Counted in calls of functions, which are the same on a busy machine."""
    def calls(stories: int) -> int:
        blocks = tuple(
            Paragraph(tuple(Run("字", (Mark.STRONG,), note=f"f{n}") for n in range(20)))
            for _ in range(10)
        ) + tuple(Footnote("1", (Run("注"),), id=f"f{n}") for n in range(20))
        story = Story("", "题", blocks)
        made = Edition("x", (Section(None, (story,) * stories),))
        # Ids of footnotes are those of one story; the others are numbered when it is written.
        made = replace(made, sections=tuple(
            replace(s, stories=tuple(
                replace(t, body=tuple(
                    replace(b, id=f"x{n}.{b.id}") if isinstance(b, Footnote) else replace(
                        b, runs=tuple(replace(r, note=f"x{n}.{r.note}") for r in b.runs))
                    for b in t.body))
                for n, t in enumerate(s.stories)))
            for s in made.sections
        ))
        count = 0

        def note(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(note)
        try:
            edition.validate(made)
        finally:
            sys.setprofile(None)
        return count

    small, large = calls(20), calls(160)
    assert large < 8 * small * 1.2


def test_options_of_the_wrong_type_are_errors_of_ours() -> None:
    paper = edition.Edition.build("x", [Story.of("题", ["正文。"])])
    with pytest.raises(edition.WrongUse):
        edition.convert(paper, None)  # type: ignore[arg-type]  # that is what is tested
    with pytest.raises(edition.WrongUse):
        edition.to_epub(paper, cancel=5)  # type: ignore[arg-type]  # that is what is tested
    for bad in ("a", None, True, float("nan"), 0):
        with pytest.raises(edition.WrongUse):
            edition.Limits(seconds=bad)  # type: ignore[arg-type]  # that is what is tested
        with pytest.raises(edition.WrongUse):
            edition.Limits(megabytes=bad)  # type: ignore[arg-type]  # that is what is tested


_PAPER = edition.Edition.build("x", [Story.of("题", ["正文。"])])
_COPY = edition.Source("a.md", "# 题\n\n正文。\n".encode())


@pytest.mark.parametrize("use", [
    lambda wrong: edition.to_epub(_PAPER, modified=wrong),
    lambda wrong: edition.to_epub(_PAPER, pages=wrong),
    lambda wrong: edition.to_epub(_PAPER, pages=[wrong]),
    lambda wrong: edition.to_pdf(_PAPER, sandbox=wrong),
    lambda wrong: edition.to_pdf(_PAPER, on_progress=wrong),
    lambda wrong: edition.to_pdf(_PAPER, theme=wrong),
    lambda wrong: edition.read(edition.Source("a.txt", b"x"), encoding=wrong),
    lambda wrong: edition.read(_COPY, house=wrong),
    lambda wrong: edition.read(edition.Source("a.md", b"x", pictures=wrong)),
    lambda wrong: edition.from_json(edition.to_json(_PAPER), pictures=wrong),
    lambda wrong: edition.explain(edition.Source("a.txt", "题\n".encode()), str(wrong)),  # type: ignore[arg-type]  # that is what is tested
    lambda wrong: edition.Pack.load(wrong),
    lambda wrong: edition.clean(wrong),
    lambda wrong: edition.check(wrong),
])
def test_a_value_of_another_type_is_wrong_use(use: Any) -> None:
    with pytest.raises(edition.WrongUse):
        use(3)


def test_messages_speak_three_languages_and_name_them() -> None:
    fault = edition.InvalidEdition("value_empty", path="x")
    remark = edition.Diagnostic("no_paper_name")
    report = edition.check(edition.to_epub(_PAPER).data)
    for told in (fault.told, remark.told, remark.advice, report.as_text):
        assert told("zh-Hant")
        with pytest.raises(edition.WrongUse, match="zh-Hant"):
            told("zh")  # type: ignore[operator]  # that is what is tested


def test_a_pack_says_its_name_and_not_its_numbers() -> None:
    assert repr(edition.Pack.load(edition.Pack.known()["tabloid"])).startswith("<Pack tabloid, ")
    assert len(repr(edition.Pack.load(edition.Pack.known()["tabloid"]))) < 300


def test_bounds_of_the_sandbox_are_told_as_they_are() -> None:
    with pytest.raises(edition.WrongUse, match=r"from 0\.01 to 86400"):
        edition.Limits(seconds=0)
    with pytest.raises(edition.WrongUse, match="from 256 to"):
        edition.Limits(megabytes=64)


def test_another_language_is_no_script() -> None:
    paper = edition.Edition.build("x", [Story.of("题", ["麦田里的面条。"])])
    with pytest.raises(edition.WrongUse):
        edition.convert(paper, "fr")


def test_packs_are_known_by_name_whenever_they_are_asked_for() -> None:
    assert set(edition.Pack.known()) >= {"broadsheet", "newsletter", "tabloid"}


def test_a_wrong_value_is_told_with_what_was_meant() -> None:
    def message(**story: Any) -> str:
        with pytest.raises(edition.InvalidEdition) as caught:
            edition.Edition.build("x", [{"headline": "题", "body": ["文"], **story}])
        return caught.value.message

    assert "“dek”" in message(dek="x") and "“deck”" in message(dek="x")
    assert "strong" in message(body=[{"runs": [Run("字", ("bold",))]}])  # type: ignore[arg-type]
    with pytest.raises(edition.InvalidEdition) as caught:
        edition.Edition.build("x", [Story.of("题", ["文"])], imprint={"date": "2026-02-30"})
    assert "date (2026-11-29)" in caught.value.message
