"""What a screen reader is told: the stories in order, and what every part of them is."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from edition import build
from edition.checks import check_data
from edition.model import (
    Edition,
    Imprint,
    ListBlock,
    ListItem,
    Paragraph,
    PullQuote,
    Run,
    Section,
    Span,
    Story,
    Table,
    plain,
)
from edition.passes.change_script import convert
from gold_edition import gold_edition
from structure_walk import Said, marked, walk

KINDS = Path(__file__).resolve().parents[2] / "bench" / "kinds" / "kinds.json"
PACKS = ("broadsheet", "tabloid", "newsletter")
EACH = [
    pytest.param(tag, pack, marks=() if (tag, pack) in
                 (("zh-Hans", "newsletter"), ("zh-Hant-TW", "broadsheet")) else pytest.mark.check)
    for tag in ("zh-Hans", "zh-Hant-TW") for pack in PACKS
]
"""every language and pack at `make check`, two of them at every `make test`"""


@cache
def drawn(tag: str, pack: str) -> tuple[Edition, bytes]:
    edition = gold_edition() if tag == "zh-Hans" else convert(gold_edition(), tag)[0]
    return edition, build.to_pdf(edition, pack).data


@cache
def kinds(tag: str, pack: str) -> bytes:
    read = build.read(KINDS).edition
    edition = read if tag == "zh-Hans" else convert(read, tag)[0]
    return build.to_pdf(edition, pack).data


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200e]+", "", text)


def told(data: bytes) -> list[Said]:
    return [said for said in walk(data) if said.text]


@pytest.mark.parametrize(("tag", "pack"), EACH)
def test_the_tree_tells_every_story_whole_and_in_order(tag: str, pack: str) -> None:
    """Part by part within its story; a jump may part two paragraphs, or the lines of one."""
    edition, data = drawn(tag, pack)
    told_in_all = squeezed("".join(said.text for said in told(data) if "Art" in said.path))
    begins = []
    for story in edition.stories:
        quotes = {squeezed(plain(b.runs)) for b in story.body if isinstance(b, PullQuote)}
        parts = [squeezed(part) for part in story.text.split("\n")]
        at = told_in_all.find(parts[0])
        begins.append(at)
        for part in (part for part in parts if part not in quotes):
            piece = part
            while piece:
                size = next(n for n in range(len(piece), 0, -1) if told_in_all.find(
                    piece[:n], at) >= 0)
                assert size == len(piece) or size >= 4, f"{story.headline}: {piece[:30]}"
                at = told_in_all.find(piece[:size], at) + size
                piece = piece[size:]
    assert -1 not in begins and begins == sorted(begins)


@pytest.mark.parametrize(("tag", "pack"), EACH)
def test_the_tree_goes_as_the_pages_are_drawn_and_holds_all_that_is(tag: str, pack: str) -> None:
    _, data = drawn(tag, pack)
    places: dict[int, list[int]] = {}
    for said in walk(data):
        if said.text.strip():
            places.setdefault(said.page, []).append(said.mcid)
    with pikepdf.open(io.BytesIO(data)) as document:
        for number, page in enumerate(document.pages, 1):
            found = marked(page)
            assert places[number] == sorted(places[number])
            assert set(places[number]) == {
                mcid for mcid, text in found.items() if mcid >= 0 and text.strip()
            }


@pytest.mark.parametrize(("tag", "pack"), EACH)
def test_running_heads_are_furniture_and_nothing_else_is(tag: str, pack: str) -> None:
    edition, data = drawn(tag, pack)
    with pikepdf.open(io.BytesIO(data)) as document:
        for number, page in enumerate(document.pages, 1):
            said = marked(page).get(-1, "")
            assert bool(said) == (number > 1)
            assert not said or (str(edition.imprint.paper) in said and len(said) < 60)
            if number > 1:
                assert b"/Subtype /Header" in page.Contents.read_bytes()


@pytest.mark.parametrize("tag", ["zh-Hans", pytest.param("zh-Hant-TW", marks=pytest.mark.check)])
def test_lists_and_tables_are_told_as_such(tag: str) -> None:
    elements = [said for said in walk(kinds(tag, "broadsheet")) if said.mcid < 0]
    tags = Counter(said.tag for said in elements)
    assert tags["L"] >= 4 and tags["LI"] == tags["LBody"] >= 15
    assert tags["Table"] >= 4 and tags["TR"] > 30 and tags["TH"] > 15 and tags["TD"] > 100
    for said in elements:
        above = said.path[-2] if len(said.path) > 1 else ""
        wanted = {"LI": ("L",), "LBody": ("LI",), "TR": ("Table",), "TH": ("TR",), "TD": ("TR",)}
        assert above in wanted.get(said.tag, (above,))
    assert not any(said.tag == "Div" for said in elements if not _holds(elements, said))


def _holds(elements: list[Said], one: Said) -> bool:
    return any(len(said.path) > len(one.path) and said.path[: len(one.path)] == one.path
               for said in elements)


def small(*blocks: object, tag: str = "zh-Hans") -> bytes:
    head = "旧院子修好了" if tag.startswith("zh") else "The harbour school opens"
    story = Story("s01", head, tuple(blocks))  # type: ignore[arg-type]
    paper = Edition("small", (Section(None, (story,), id="sec1"),), tag, Imprint(paper="试报"))
    return build.to_pdf(paper, "newsletter").data


def cell(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()


def test_a_table_says_its_heads_its_merged_cells_and_its_empty_ones() -> None:
    rows = (("区", "户数", ""), ("", "去年", "今年"), ("东城", "12", ""), ("西城", "", "7"))
    table = Table(
        tuple(tuple(map(cell, row)) for row in rows), header_rows=2, header_columns=1, id="s01b01",
        spans=(Span(0, 0, 2, 1), Span(0, 1, 1, 2)), caption=(Run("修房一览"),),
    )
    data = small(table, Paragraph((Run("院子修好了。" * 9),), id="s01b02"))
    with pikepdf.open(io.BytesIO(data)) as document:
        tree = _tree(document.Root.StructTreeRoot.K[0])
    (found,) = [one for one in _all(tree) if one[0] == "Table"]
    assert [one[0] for one in found[3]] == ["Caption", "TR", "TR", "TR", "TR"]
    told_cells = [[(c[0], c[1], c[2]) for c in row[3]] for row in found[3][1:]]
    column, side, body = ("TH", "Column"), ("TH", "Row"), ("TD", "")
    assert told_cells == [
        [(*column, (1, 2)), (*column, (2, 1))], [(*column, (1, 1))] * 2,
        [(*side, (1, 1)), (*body, (1, 1)), (*body, (1, 1))],
        [(*side, (1, 1)), (*body, (1, 1)), (*body, (1, 1))],
    ]


Tree = tuple[str, str, tuple[int, int], list["Tree"]]


def _tree(element: pikepdf.Object) -> Tree:
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    about = element.get("/A", {})
    spans = (int(about.get("/ColSpan", 1)), int(about.get("/RowSpan", 1)))
    return (str(element.S)[1:], str(about.get("/Scope", ""))[1:], spans,
            [_tree(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid])


def _all(tree: Tree) -> list[Tree]:
    return [tree, *(one for kid in tree[3] for one in _all(kid))]


def test_an_item_is_told_with_its_label_and_a_list_goes_on_in_the_next_leg() -> None:
    texts = (f"第{n}件事要在月底以前办好。" * 3 for n in range(1, 9))
    items = tuple(ListItem(cell(text), label=f"{n}.") for n, text in enumerate(texts, 1))
    data = small(ListBlock(items, id="s01b01"), Paragraph(cell("院子修好了。" * 9), id="s01b02"))
    bodies: dict[int, str] = {}
    number = 0
    for said in walk(data):
        number += said.mcid < 0 and said.tag == "LBody"
        if "LBody" in said.path:
            bodies[number] = bodies.get(number, "") + said.text
    whole = squeezed("".join(bodies.values()))
    assert whole == squeezed("".join(item.label + plain(item.runs) for item in items))
    assert sum(text.lstrip()[:1].isdigit() for text in bodies.values()) == 8


def test_words_of_another_tongue_and_added_hyphens_are_told() -> None:
    copy = "internationally recognised and extraordinarily well-preserved charts " * 12
    data = small(Paragraph((Run(copy, lang="de"),), id="s01b01"), tag="en")
    elements = [said for said in walk(data) if said.mcid < 0]
    assert {said.lang for said in elements if said.lang} == {"de"}
    with pikepdf.open(io.BytesIO(data)) as document:
        assert str(document.Root.Lang) == "en"
        hyphens = [
            one for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/ActualText") == ""
        ]
    assert len(hyphens) >= 2


@pytest.mark.parametrize(("tag", "pack"), EACH)
def test_the_outline_names_sections_and_the_stories_in_them(tag: str, pack: str) -> None:
    edition, data = drawn(tag, pack)
    with pikepdf.open(io.BytesIO(data)) as document, document.open_outline() as outline:
        (paper,) = outline.root
        assert paper.title == edition.imprint.paper
        titles = {item.title: [kid.title for kid in item.children] for item in paper.children}
    for section in edition.sections:
        heads = [story.headline for story in section.stories]
        if section.title:
            assert titles[section.title][: len(heads)] == heads or set(heads) <= set(
                titles[section.title])
        else:
            assert set(heads) <= set(titles)


def test_a_page_with_a_glyph_missing_is_tagged_all_the_same() -> None:
    data = small(Paragraph((Run("村里人说\U000187f7字没人认得。"),), id="s01b01"))
    assert any(said.tag == "Art" for said in walk(data))
    levels = [int(said.tag[1]) for said in walk(data) if re.fullmatch(r"H\d", said.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_preflight_agrees() -> None:
    found = {f.id: f.count for f in check_data(kinds("zh-Hans", "broadsheet")).findings}
    assert found["ACC"] == found["FILE"] == found["UNI"] == found["FONT"] == 0
