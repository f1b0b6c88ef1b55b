"""A sheet of one narrow column: folio, index and pictures are set smaller before they are cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from edition import build, pressroom
from edition.makeup.furnish.folio import SMALLER
from edition.makeup.paper import PlacedFurniture
from edition.model import Figure, Picture, Run
from edition.packs import shelf
from edition.packs.dummy import dummy_edition
from packs.made_packs import made_pack, small_edition

NARROW = (
    "[page]\nwidth = 148\nheight = 210\n[margins]\ntop = 14\n[grid]\nem_pt = 10\npitch_pt = 15\n"
    "columns = 1\nmeasure = {measure}\nrows = 34\n[furnishing]\nmasthead = {masthead}\n"
    "plate = 4\near = {ear}\nname = 4\n"
)


def pieces(
    home: Path, kind: str, stories: int = 9, heads: int = 1
) -> tuple[list[PlacedFurniture], list[str]]:
    """Furniture of one kind on all pages, and what is cut."""
    edition = small_edition(stories)
    (section,) = edition.sections
    longer = tuple(
        replace(story, headline=story.headline * heads, body=tuple(
            replace(block, runs=tuple(Run(run.text * 4) for run in block.runs))  # type: ignore[union-attr] # all are paragraphs
            for block in story.body
        )) for story in section.stories
    )
    edition = replace(
        edition, sections=(replace(section, stories=longer),),
        imprint=replace(edition.imprint, date=date(2026, 12, 30)),
    )
    paper, said = pressroom.plan(edition, shelf.layout(home))
    assert len(paper.pages) > 2
    found = [piece for page in paper.pages for piece in page.furniture if piece.kind == kind]
    return found, [d.message for d in said if d.kind == "furniture_cut"]


@pytest.mark.parametrize(("measure", "told", "size"), [
    (34, "2026年12月30日星期三", 1.0), (26, "2026年12月30日", 1.0),
    (20, "2026年12月30日", SMALLER[1]),
])
def test_the_date_of_a_folio_is_shortened_and_set_smaller_before_it_is_cut(
    tmp_path: Path, measure: int, told: str, size: float
) -> None:
    home = made_pack(tmp_path, NARROW.format(measure=measure, masthead=6, ear=8))
    found, _ = pieces(home, "inner")
    for piece in found:
        (text,) = piece.texts
        assert "".join(text.lines[0].text.split()) == told and not text.cut
        assert text.size == pytest.approx(size)


def test_a_date_stays_clear_of_the_name(tmp_path: Path) -> None:
    home = made_pack(tmp_path, NARROW.format(measure=34, masthead=6, ear=8))
    dates, _ = pieces(home, "inner")
    names, _ = pieces(home, "middle")
    for when, name in zip(dates, names, strict=True):
        a, b = when.texts[0], name.texts[0]
        assert a.x + a.width <= b.x - 0.9 or b.x + b.width <= a.x - 0.9


def test_a_long_headline_of_an_index_takes_a_second_line(tmp_path: Path) -> None:
    home = made_pack(tmp_path, NARROW.format(measure=34, masthead=12, ear=14))
    found, cut = pieces(home, "index", stories=5, heads=4)
    (index,) = found
    heads = [text for text in index.texts if text.role == "index"]
    assert any(len(text.lines) == 2 for text in heads)
    assert not any(text.cut for text in index.texts) and cut == []
    ends = [text.row + len(text.lines) * text.leading for text in heads]
    for end, after in zip(ends, heads[1:], strict=False):
        assert after.row >= end - 1e-3, "no line stands on another"
    assert ends[-1] <= 12 * 0.78


def test_a_picture_in_one_column_may_be_narrower_than_it(tmp_path: Path) -> None:
    home = made_pack(tmp_path, NARROW.format(measure=34, masthead=6, ear=8))
    picture = Picture.from_bytes("p.png", dummy_edition().pictures[0].data)
    edition = small_edition(1)
    (section,) = edition.sections
    (story,) = section.stories
    long = tuple(
        replace(block, runs=tuple(Run(run.text * 2) for run in block.runs))  # type: ignore[union-attr] # all are paragraphs
        for block in story.body
    )
    shown = Figure("p.png", (Run("院子"),), id="s01b09", pixels=(picture.width, picture.height))
    edition = replace(
        edition, pictures=(picture,),
        sections=(replace(section, stories=(replace(story, body=(*long, shown)),)),),
    )
    built = build.to_pdf(edition, home)
    assert [d.kind for d in built.diagnostics if d.kind.startswith("picture")] == []
