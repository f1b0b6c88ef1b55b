"""The proof editions made up by the real desk: nothing lost, nothing overlapping, no holes, and a
small change stays on its page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain

import pytest

import proof_editions as proof
from edition.makeup.paper import Page, Paper, Plate
from edition.model import (
    Block,
    Edition,
    Figure,
    Paragraph,
    PullQuote,
    Run,
    Story,
    block_text,
    plain,
)
from edition.packs import shelf
from edition.packs.faces import faces_of
from edition.packs.layout import Layout
from edition.pressroom import plan
from edition.trade.regions import region_of
from edition.writers.subset import missing

NAMES = [
    pytest.param(name, marks=pytest.mark.check if name in ("big", "long", "part") else ())
    for name in proof.EDITIONS
]
PICTURED = [name for name in NAMES if name.values[0] in ("one_picture", "part", "big")]
every = pytest.mark.parametrize("name", NAMES)
Cells = set[tuple[int, int]]
NEAR = 1e-6
HEADS = ("kicker", "headline", "deck")


@pytest.fixture(scope="module")
def layout() -> Layout:
    return shelf.layout("broadsheet")


def paper_of(name: str) -> Paper:
    return proof.planned(name)[0]


def cells(layout: Layout, x: float, width: float, row: int, rows: int) -> Cells:
    """Base columns and grid rows under a rectangle; columns are whole (GR1)."""
    step = layout.grid.x(1)
    first, last = round(x / step), round((x + width + layout.grid.gutter) / step)
    assert abs(layout.grid.x(first) - x) < NEAR
    assert abs(layout.grid.span(last - first) - width) < NEAR
    return {(c, r) for c in range(first, last) for r in range(row, row + rows)}


def areas(page: Page, layout: Layout) -> list[tuple[str, Cells]]:
    """Everything that takes ground on the page, by name."""
    found = [(f.story, f) for f in page.frames]
    found += [(s.section, s) for s in page.sections]
    # A strip across the foot has a row of white above it.
    found += [
        (a.advertisement, replace(a, row=a.row - 1, rows=a.rows + 1)
         if a.columns == layout.grid.columns else a)
        for a in page.adverts
    ]
    found += [(f.item or "white", f) for f in page.fillers]
    return [(what, cells(layout, a.x, a.width, a.row, a.rows)) for what, a in found]


def texts(paper: Paper) -> dict[str, str]:
    """The composed text of every block, in the order of pages, frames and legs."""
    found: dict[str, list[str]] = {}
    for page in paper.pages:
        for frame in page.frames:
            for slug in chain.from_iterable(leg.slugs for leg in frame.legs):
                found.setdefault(slug.block, []).extend(line.text for line in slug.lines)
            for plate in frame.plates:
                found.setdefault(plate.block, []).extend(line.text for line in plate.caption)
    return {block: "".join(lines) for block, lines in found.items()}


def order(paper: Paper, story: str) -> list[str]:
    """Ids of the blocks of a story as they first come in its legs."""
    slugs = (
        slug.block for page in paper.pages for frame in page.frames
        if story in (frame.briefs or (frame.story,)) for leg in frame.legs for slug in leg.slugs
    )
    return list(dict.fromkeys(slugs))


def bare(text: str) -> str:
    """The characters without spaces: a line may end where a space stood."""
    return "".join(text.split())


@every
def test_every_story_stands_once_or_as_a_chain(name: str) -> None:
    paper = paper_of(name)
    at: dict[str, list[int]] = {}
    for place, page in enumerate(paper.pages):
        for frame in page.frames:
            for story in frame.briefs or (frame.story,):
                at.setdefault(story, []).append(place)
    assert sorted(at) == sorted(s.id for s in proof.EDITIONS[name]().stories)
    for story, places in at.items():
        parts = [
            next(f for f in paper.pages[place].frames if story in (f.briefs or (f.story,)))
            for place in places
        ]
        labels = [paper.pages[place].label for place in places]
        assert len(set(places)) == len(places), story
        assert [part.continued_on for part in parts] == [*labels[1:], None], story
        assert [part.continued_from for part in parts] == [None, *labels[:-1]], story


@every
def test_every_headline_kicker_and_deck_stands_once(name: str) -> None:
    frames = [frame for page in paper_of(name).pages for frame in page.frames]
    found = Counter(
        placed.heading.block for frame in frames if not frame.briefs for placed in frame.headings
    )
    found += Counter(
        slug.block for frame in frames if frame.briefs for leg in frame.legs
        for slug in leg.slugs if slug.first and slug.block.partition("-")[2] in HEADS
    )
    want = Counter(
        f"{story.id}-{role}" for story in proof.EDITIONS[name]().stories
        for role in HEADS if getattr(story, role)
    )
    assert found == want


@every
def test_every_character_of_the_body_stands_once_and_in_order(name: str) -> None:
    """Captions are in: they stand in the legs or under the plates."""
    found = texts(paper_of(name))
    for story in proof.EDITIONS[name]().stories:
        for block in story.body:
            want = block_text(block)
            if isinstance(block, PullQuote):
                want += block.speaker or ""
            assert bare(found.get(block.id, "")) == bare(want), block.id
        if story.byline:
            assert bare(found[f"{story.id}-byline"]) == bare(story.byline.raw)


@every
def test_running_text_keeps_the_order_of_the_copy(name: str) -> None:
    paper = paper_of(name)
    for story in proof.EDITIONS[name]().stories:
        # Pictures and pull quotes are placed where the page has room for them.
        free = {b.id for b in story.body if isinstance(b, Figure | PullQuote)}
        want = [b.id for b in story.body if b.id not in free]
        ids = [b for b in order(paper, story.id) if b in want]
        assert ids == want


@every
def test_frames_lie_inside_the_page_and_never_overlap(name: str, layout: Layout) -> None:
    layout = paper_of(name).set_in(layout)
    for page in paper_of(name).pages:
        taken: dict[tuple[int, int], str] = {}
        for what, ground in areas(page, layout):
            for cell in ground:
                assert 0 <= cell[0] < layout.grid.columns, (page.label, what)
                assert page.head_rows <= cell[1] < page.rows, (page.label, what)
                assert cell not in taken, (page.label, what, taken.get(cell))
                taken[cell] = what


@every
def test_no_ground_of_the_page_is_left_over(name: str, layout: Layout) -> None:
    layout = paper_of(name).set_in(layout)
    columns = range(layout.grid.columns)
    for page in paper_of(name).pages:
        want = {(c, r) for c in columns for r in range(page.head_rows, page.rows)}
        assert set().union(*(ground for _, ground in areas(page, layout))) == want, page.label


@every
def test_legs_stand_in_their_frame_below_its_head_and_are_not_too_full(name: str) -> None:
    for page in paper_of(name).pages:
        for frame in page.frames:
            foot = max(
                (h.row + len(h.heading.lines) * h.heading.leading for h in frame.headings),
                default=float(frame.row),
            )
            assert all(frame.row <= placed.row + NEAR for placed in frame.headings)
            for leg in frame.legs:
                right = max((h.x + h.width for h in frame.headings), default=0.0)
                assert leg.row >= foot - NEAR or leg.x >= right, (page.label, frame.story)
                assert leg.row + leg.rows <= frame.row + frame.rows, (page.label, frame.story)
                assert sum(slug.rows for slug in leg.slugs) <= leg.rows, (page.label, frame.story)
                assert frame.x - NEAR <= leg.x, (page.label, frame.story)
                assert leg.x + leg.measure <= frame.x + frame.width + NEAR, frame.story


@every
def test_legs_of_a_frame_do_not_cover_one_another_nor_a_plate(name: str) -> None:
    for page in paper_of(name).pages:
        for frame in page.frames:
            shapes = [
                (leg.x, leg.x + leg.measure, leg.row, leg.row + sum(s.rows for s in leg.slugs))
                for leg in frame.legs
            ]
            shapes += [
                (p.x, p.x + p.width, p.row,
                 max(p.row + p.rows, p.caption_row + len(p.caption) * p.leading))
                for p in frame.plates
            ]
            for i, one in enumerate(shapes):
                assert not any(_meet(one, other) for other in shapes[:i]), frame.story


Shape = tuple[float, float, float, float]


def _meet(a: Shape, b: Shape) -> bool:
    """Do two rectangles (left, right, top, foot) share ground?"""
    return (
        a[0] < b[1] - NEAR and b[0] < a[1] - NEAR and a[2] < b[3] - NEAR and b[2] < a[3] - NEAR
    )


@pytest.mark.parametrize("name", PICTURED)
def test_every_picture_is_a_plate_once(name: str) -> None:
    found = Counter(
        plate.block for page in paper_of(name).pages for frame in page.frames
        for plate in frame.plates
    )
    optional = {figure.id for figure in figures(proof.EDITIONS[name]()) if figure.optional}
    want = {figure.id for figure in figures(proof.EDITIONS[name]())}
    assert max(found.values()) == 1
    assert want - optional <= set(found) <= want


def caption_foot(plate: Plate, layout: Layout) -> float:
    """Rows to the foot of the characters of a caption, the half lead under its last line left out.
    """
    if not plate.caption:
        return 0.0
    cell = plate.leading - plate.size * layout.grid.em / layout.grid.pitch
    return plate.caption_row + len(plate.caption) * plate.leading - cell / 2


@pytest.mark.parametrize("name", PICTURED)
def test_plates_stand_in_their_frame_with_what_a_crop_must_keep(
    name: str, layout: Layout
) -> None:
    known = {figure.id: figure for figure in figures(proof.EDITIONS[name]())}
    plates = [
        (frame, plate) for page in paper_of(name).pages for frame in page.frames
        for plate in frame.plates
    ]
    assert plates
    for frame, plate in plates:
        foot = max(plate.row + plate.rows, caption_foot(plate, layout))
        assert frame.x - NEAR <= plate.x
        assert plate.x + plate.width <= frame.x + frame.width + NEAR
        assert frame.row - NEAR <= plate.row and foot <= frame.row + frame.rows + NEAR
        left, top, right, bottom = known[plate.block].focus or (0.5, 0.5, 0.5, 0.5)
        assert plate.crop[0] <= left and plate.crop[1] <= top
        assert right <= plate.crop[2] and bottom <= plate.crop[3]


@pytest.mark.parametrize("name", PICTURED[1:])
def test_every_advertisement_stands_once_on_its_page_ranged_right(
    name: str, layout: Layout
) -> None:
    edition = proof.EDITIONS[name]()
    found = {
        frame.advertisement: (page.number, frame)
        for page in paper_of(name).pages for frame in page.adverts
    }
    assert sorted(found) == [advertisement.id for advertisement in edition.advertisements]
    for one in edition.advertisements:
        number, frame = found[one.id]
        assert (number, frame.rows) == (one.page, one.rows)
        assert abs(frame.width - layout.grid.span(one.columns)) < NEAR
        assert abs(frame.x + frame.width - layout.grid.width) < NEAR


def test_the_short_page_is_filled_with_house_copy() -> None:
    used = [f.item for page in paper_of("short").pages for f in page.fillers if f.item]
    assert used
    assert len(set(used)) == len(used)


@pytest.mark.check
def test_the_large_edition_takes_eight_pages() -> None:
    assert len(paper_of("big").pages) == 8


def test_the_large_edition_is_what_it_says() -> None:
    edition = proof.big()
    sections = [(s.title, len(s.stories)) for s in edition.sections]
    shown = [story for story in edition.stories if figures_of(story.body)]
    lengths = [sum(len(block_text(b)) for b in s.body) for s in edition.stories if not s.brief]
    assert sections == [(None, 8), ("赣州之窗", 13), ("民生", 13), ("乡村", 13), ("文化", 13)]
    assert (len(edition.pictures), len(shown), len(figures(edition))) == (25, 22, 25)
    assert sum(story.brief for story in edition.stories) == 6
    assert [s.id for s in edition.stories if s.jump] == ["s01", "s22"]
    assert min(lengths) > 100 and max(lengths) < 3200
    assert len({story.headline for story in edition.stories}) == 60
    assert [picture.name for picture in edition.pictures] == [f.src for f in figures(edition)]


@pytest.mark.parametrize("name", proof.EDITIONS)
def test_an_edition_is_the_same_at_every_call(name: str) -> None:
    make = getattr(proof.EDITIONS[name], "__wrapped__", proof.EDITIONS[name])
    assert make() == make()


@pytest.mark.parametrize("name", proof.EDITIONS)
def test_the_faces_of_the_layout_have_every_character(name: str, layout: Layout) -> None:
    edition = proof.EDITIONS[name]()
    texts = [story.text for story in edition.stories]
    texts += [f"{item.title or ''}{item.text}" for item in edition.house_copy]
    texts += [one.text for one in edition.advertisements]
    faces = faces_of(region_of(edition.language))
    for role in {layout.body.face, *(r.face for r in layout.roles.values())}:
        assert missing(faces[role].path, bare("".join(texts))) == (), role


def figures(edition: Edition) -> list[Figure]:
    return [f for story in edition.stories for f in figures_of(story.body)]


def figures_of(blocks: tuple[object, ...]) -> list[Figure]:
    return [block for block in blocks if isinstance(block, Figure)]


@pytest.mark.parametrize(("name", "place"), [
    pytest.param("part", 2, marks=pytest.mark.check),
    pytest.param("big", 5, marks=pytest.mark.check),
])
def test_one_character_on_a_page_changes_no_other_page(name: str, place: int) -> None:
    edition, paper = proof.EDITIONS[name](), proof.planned(name)[0]
    chosen = paper.pages[place - 1].frames[-1].story
    changed = with_another_character(edition, chosen)
    after, _ = plan(changed, shelf.layout("broadsheet"))
    assert len(after.pages) == len(paper.pages)
    differing = [
        page.number for page, before in zip(after.pages, paper.pages, strict=True)
        if repr(page) != repr(before)
    ]
    assert differing == [place]


def with_another_character(edition: Edition, story: str) -> Edition:
    """The edition with one Han character more in the last paragraph of `story`."""
    return replace(edition, sections=tuple(
        replace(section, stories=tuple(
            _longer(one) if one.id == story else one for one in section.stories
        ))
        for section in edition.sections
    ))


def _longer(story: Story) -> Story:
    place = max(i for i, block in enumerate(story.body) if isinstance(block, Paragraph))
    return replace(story, body=(*story.body[:place], _one_more(story.body[place]),
                                *story.body[place + 1 :]))


def _one_more(block: Block) -> Paragraph:
    assert isinstance(block, Paragraph)
    text = plain(block.runs)
    return replace(block, runs=(Run(f"又{text}"),))
