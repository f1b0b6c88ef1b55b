"""Furniture placed on planned pages: every line composed, every text in its place, none touches."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from edition import build, pressroom
from edition.compose.furniture import FurnitureSetter
from edition.compose.metrics import Metrics
from edition.compose.typesetter import Typesetter
from edition.makeup.furnish import furnish
from edition.makeup.furnish.adverts import (
    ADVERT_LEADING,
    MARK_EDGE,
    MARK_SIZE,
    NAME_SIZE,
    advert_lines,
    advert_room,
    advertisement,
)
from edition.makeup.furnish.folio import section_tab
from edition.makeup.furnish.masthead import Wanted, masthead
from edition.makeup.furnish.means import FACES, Means
from edition.makeup.paper import (
    AdvertFrame,
    Page,
    PageLine,
    Paper,
    PlacedFurniture,
    PlacedText,
    Score,
    SectionHead,
    page_lines,
)
from edition.model import (
    Advertisement,
    Ear,
    Edition,
    Figure,
    HouseItem,
    Imprint,
    Paragraph,
    Run,
    Section,
    Story,
)
from edition.packs import shelf
from edition.packs.faces import face_of, faces_of
from edition.packs.layout import Layout
from edition.packs.themes import PARTS
from edition.passes.change_script import convert as convert_text
from edition.render.book.frontcover import FACES as COVER_FACES
from edition.render.book.frontcover import INNER, front_cover
from edition.trade.regions import MAINLAND

SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_ff888278d800d57a.txt"
PACKS = shelf.layouts()
NEVER_FIRST = "，。、；：！？”’」』）》〉】〗〕］｝·～％"
NEVER_LAST = "“‘「『（《〈【〖〔［｛"
SENTENCE = "村里人都来看新修的石桥，桥头立着一块碑，上面刻着捐款人家的名字。"
WEATHER = (
    "晴今日天气晴到多云转阴，最高气温十五度，最低气温三度，东南风二到三级，空气质量良好，适宜出行，"
    "夜间有小到中雨，请市民注意携带雨具，出行注意安全。"
)
NAMES = [
    *("江西社区与乡村治理通讯周报"[:n] for n in range(2, 13)),
    "WWWWWWWW", "Nanchang Daily", "《报》", "12",
]
LIGHT = (("2023年11月14日 星期二",), ("责任编辑 何文", "美术编辑 江南"))
HEAVY = (
    *LIGHT, ("社区与乡村杂志社 第1024期",), ("国内统一刊号 CN 36-0000",),
    ("主管 江西省某某厅", "主办 江西省某某协会", "协办 某某报业集团有限责任公司发行中心"),
)
EARS = (
    Ear("天气预报", ("今天多云，3℃至12℃", "明天小雨转阴，4℃至9℃，北风三到四级")),
    Ear("新闻热线", ("0791-86847200", "投稿邮箱 news@example.org", "地址：南昌市红谷滩区")),
)
INDEX = tuple(
    (f"B{page}", tuple("乡村夜话话出乡风文明新气象"[: 4 + k * 4] for k in range(3)))
    for page in range(3, 7)
)

Box = tuple[str, float, float, float, float]


@lru_cache(maxsize=2)
def setter() -> FurnitureSetter:
    faces = {role: Metrics(face.path) for role, face in faces_of(MAINLAND).items()}
    return FurnitureSetter(Typesetter(faces, MAINLAND))


def means(pack: str, **faces: str) -> Means:
    return Means(setter(), shelf.layout(pack), faces)


def wanted(name: str, ears: int, pages: int, heavy: bool) -> Wanted:
    return Wanted(
        name=name,
        imprint=HEAVY if heavy else LIGHT,
        label="B2",
        title="基层治理与乡村振兴专刊" if heavy else "基层治理",
        ears=EARS[:ears],
        index=INDEX[:pages],
        index_title="今日导读",
    )


def text_box(text: PlacedText) -> tuple[float, float, float, float]:
    """left, top, right, bottom of the ink of a text, in em and rows."""
    wide = max((line.width for line in text.lines), default=0.0) * text.size
    room = {"left": 0.0, "center": 0.5, "right": 1.0}[text.align] * (text.width - wide)
    left, deep = text.x + room, text.leading * len(text.lines)
    return left, text.row, left + wide, text.row + deep


def boxes(pieces: tuple[PlacedFurniture, ...]) -> Iterator[Box]:
    """(kind, left, top, right, bottom) of every piece, its hairlines counted."""
    for number, piece in enumerate(pieces):
        found = [text_box(text) for text in piece.texts if text.lines]
        for rule in piece.rules:
            across = rule.direction == "horizontal"
            found.append((
                rule.x, rule.row, rule.x + (rule.length if across else 0.0),
                rule.row + (0.0 if across else rule.length),
            ))
        if found:
            yield (
                f"{piece.kind} {number}", min(b[0] for b in found), min(b[1] for b in found),
                max(b[2] for b in found), max(b[3] for b in found),
            )


@pytest.mark.parametrize("pack", PACKS)
def test_nothing_in_the_masthead_touches_whatever_the_name(pack: str) -> None:
    own = means(pack)
    depth = own.depth / own.row
    cases = itertools.product(NAMES, ((0, 0), (0, 1), (0, 4), (1, 0), (2, 0)), (False, True))
    for name, (ears, pages), heavy in cases:
        found = list(boxes(masthead(own, wanted(name, ears, pages, heavy))))
        case = (name, ears, pages, heavy)
        for what, left, top, right, bottom in found:
            assert -0.01 <= left < right <= own.width + 0.01, (case, what)
            assert -0.01 <= top < bottom <= depth + 0.01, (case, what)
        for a, b in itertools.combinations(found, 2):
            apart = a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01
            apart = apart or a[4] <= b[2] + 0.05 or b[4] <= a[2] + 0.05
            assert apart, (case, a, b)


@pytest.mark.parametrize("pack", PACKS)
def test_ears_and_plate_hold_their_lines(pack: str) -> None:
    """What stands in an ear is neither wider nor deeper than it, and whole."""
    own = means(pack)
    for ears, pages in ((0, 1), (0, 4), (1, 0), (2, 0)):
        for piece in masthead(own, wanted("社区与乡村", ears, pages, True)):
            for text in piece.texts:
                assert not text.cut
                assert all(line.width * text.size <= text.width + 1e-3 for line in text.lines)
            if piece.kind in ("ear", "index", "plate"):
                upright = next(r for r in piece.rules if r.direction == "vertical")
                foot = max(text_box(text)[3] for text in piece.texts)
                assert foot <= upright.row + upright.length + 0.01


@pytest.mark.parametrize("pack", PACKS)
def test_every_inner_page_is_in_the_index_before_any_comes_twice(pack: str) -> None:
    pieces = masthead(means(pack), wanted("社区与乡村", 0, 4, False))
    (found,) = (piece for piece in pieces if piece.kind == "index")
    labels = [t.lines[0].text for t in found.texts if t.role == "index-label"]
    assert labels == ["B3", "B4", "B5", "B6"]
    firsts = [t.lines[0].text for t in found.texts if t.role == "index" and t.runs_on]
    for text, (_, heads) in zip(firsts, INDEX, strict=True):
        assert text == heads[0]


def test_ears_leave_no_room_for_the_index() -> None:
    pieces = masthead(means("tabloid"), wanted("社区与乡村", 1, 4, False))
    assert [p.owner for p in pieces if p.kind in ("ear", "index")] == ["天气预报"]


@pytest.mark.parametrize("pack", PACKS)
def test_a_section_tab_stays_inside_its_band(pack: str) -> None:
    own = means(pack)
    grid = own.layout.grid
    for length in (1, 4, 12, 40, 120):
        for width in (grid.measure, grid.width):
            head = SectionHead("sec1", "栏" * length, 0, 0, width, own.layout.furnishing.section)
            tab = section_tab(own, head)
            assert tab.box is not None
            x, row, wide, rows = tab.box
            assert x + wide <= width and row >= 0 and row + rows <= head.rows
            (text,) = tab.texts
            assert text.lines[0].width == pytest.approx(length)
            assert text.size * 1.3 * grid.em <= head.rows * grid.pitch


def test_a_theme_s_face_is_composed_in() -> None:
    for face in ("song-heavy", "hei-heavy"):
        name = masthead(means("tabloid", name=face), wanted("Daily", 0, 0, False))[0].texts[0]
        assert name.face == face
        real = setter().typesetter.faces[face].total("Daily")
        assert name.lines[0].width == pytest.approx(real)
    assert set(PARTS) <= set(FACES), "a theme may name parts that furniture has"


# -- advertisements ---------------------------------------------------------------------------


def advert(text: str, width: float, depth: float) -> tuple[list[str], float]:
    lines, size = advert_lines(setter(), "hei-heavy", text, (width, depth))
    assert all(line.width * size <= width + 1e-6 for line in lines)
    assert len(lines) * size * ADVERT_LEADING <= depth + 1e-6
    return [line.text for line in lines], size


@pytest.mark.parametrize(
    ("text", "width", "depth"),
    [
        ("茶", 20.0, 10.0), ("山城茶馆新茶上市", 13.0, 10.0),
        ("山城茶馆新茶上市，欢迎品尝", 6.0, 20.0),
        ("SALE TODAY", 13.0, 3.0), ("一\n二\n三", 30.0, 6.0), ("字" * 300, 27.0, 12.0),
        ("新学期开学季，文具八折，凭学生证再减五元，数量有限，先到先得。", 9.0, 9.0),
        ("“开学季”（九折）《新书》", 4.0, 30.0),
    ],
)
def test_the_words_of_an_advertisement_fit_and_none_is_lost(
    text: str, width: float, depth: float
) -> None:
    lines, size = advert(text, width, depth)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert size > 0
    assert not any(line[0] in NEVER_FIRST or line[-1] in NEVER_LAST for line in lines)


def test_dividing_makes_an_advertisement_larger() -> None:
    assert len(advert("山城茶馆新茶上市", 13.0, 10.0)[0]) > 1
    assert advert("茶馆", 40.0, 10.0)[0] == ["茶馆"]
    assert advert("", 40.0, 10.0) == ([], 1.0)


def test_the_customer_s_line_ends_stay() -> None:
    lines, _ = advert("山城茶馆\n新茶上市\n电话 12345678", 27.0, 12.0)
    assert lines == ["山城茶馆", "新茶上市", "电话 12345678"]


def test_the_name_of_an_advertisement_is_larger_than_its_other_lines() -> None:
    space = AdvertFrame("ad1", 0.0, 0, 27.0, 10)
    ad = Advertisement("ad1", 1, 2, 10, "山城茶馆\n新茶上市\n电话 12345678")
    name, others, mark = advertisement(means("tabloid"), space, ad, "广告").texts
    assert [line.text for line in name.lines] == ["山城茶馆"]
    assert [line.text for line in others.lines] == ["新茶上市", "电话 12345678"]
    assert name.size == pytest.approx(NAME_SIZE * others.size, abs=1e-3) and others.size >= 1
    assert (name.face, others.face) == ("hei-heavy", "hei"), "not every line is black"
    foot = others.row + len(others.lines) * others.leading
    assert name.row + name.leading == pytest.approx(others.row, abs=1e-3) and foot <= mark.row + 1
    few = replace(ad, text="山城茶馆\n新茶上市")
    assert len(advertisement(means("tabloid"), space, few, "广告").texts) == 2


LONG_WORDS = (
    "微信号 shancheng_teahouse_official_account_2026\n电话 0000-12345678-转分机8001\n"
    "https://www.shancheng-teahouse-official-website.example.cn/newtea?id=2026"
)


def test_long_words_are_parted_at_their_signs_before_the_type_is_too_small() -> None:
    room, least = (9.0, 8.5), 6 / 9
    lines, size = advert_lines(setter(), "hei-heavy", LONG_WORDS, room, least)
    assert size >= least
    assert "".join("".join(line.text for line in lines).split()) == "".join(LONG_WORDS.split())
    assert any(line.text.endswith("/") for line in lines)
    _, whole = advert_lines(setter(), "hei-heavy", LONG_WORDS, room)
    assert whole < least, "without a bound its words stay whole"


@pytest.mark.parametrize(("rows", "told"), [(2, True), (12, False)])
def test_an_advertisement_set_too_small_is_told(rows: int, told: bool) -> None:
    edition = replace(
        build.read(SEED).edition, advertisements=(Advertisement("ad1", 1, 1, rows, LONG_WORDS),)
    )
    paper, remarks = pressroom.plan(edition, shelf.layout("tabloid"))
    small = [d for d in remarks if d.kind == "advertisement_small"]
    assert bool(small) is told
    sizes = [t.size * 9 for piece in paper.pages[0].furniture for t in piece.texts
             if t.role == "advertisement"]
    assert (min(sizes) < 5.95) is told


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 12, 40])
@pytest.mark.parametrize("columns", [1, 8])
def test_the_mark_stands_clear_of_the_words(columns: int, rows: int) -> None:
    """The mark takes the lower right corner, MARK_SIZE em high and two of it wide."""
    grid = shelf.layout("broadsheet").grid
    width, depth = grid.span(columns), rows * grid.pitch / grid.em
    room = advert_room(width, depth)
    lines, size = advert("山城茶馆新茶上市", *room)
    assert "".join(lines) == "山城茶馆新茶上市" and size > 0.3
    beside = (width + room[0]) / 2 <= width - 2 * MARK_SIZE - MARK_EDGE
    above = (depth + len(lines) * size * ADVERT_LEADING) / 2 <= depth - MARK_SIZE - MARK_EDGE
    assert beside or above


# -- whole pages ------------------------------------------------------------------------------


def story(number: int, **more: object) -> Story:
    body = tuple(Paragraph((Run(SENTENCE * 6),), id=f"s{number:02d}b{k:02d}") for k in (1, 2))
    return Story(f"s{number:02d}", f"南湖村第{number}座石桥修好了", body, **more)  # type: ignore[arg-type]  # fields of a story


def issue(ears: tuple[Ear, ...] = ()) -> Edition:
    """Long names, a picture's caption, advertisements, house copy, a long story that jumps."""
    long = replace(story(3, jump=True), body=tuple(
        Paragraph((Run(SENTENCE * 40),), id=f"s03b{k:02d}") for k in range(8)
    ))
    figure = Figure(
        "a.png", (Run("图为桥头立着的石碑，上面刻着“捐款人家”的名字；村里人都来看。"),),
        credit="（何文摄，本报资料图片）", id="s01b03", pixels=(400, 300),
    )
    first = replace(story(1), body=(*story(1).body, figure))
    sections = (
        Section(None, (first, story(2), long, story(4)), id="sec1"),
        Section("“乡村振兴”与（基层治理）", tuple(map(story, range(5, 12))), id="sec2"),
    )
    imprint = Imprint(
        paper="社区与乡村", date=date(2023, 11, 14), page="B2", issue="1024",
        page_title="基层治理（一）：“社区与乡村”专刊，之二",
        editors=(("责任编辑", "何文"), ("美术编辑", "欧阳江南、司马相如（实习）")),
        extra=(("国内统一刊号", "CN 36-0000"), ("地址", "南昌市红谷滩区（一号楼），二楼")),
    )
    return Edition(
        "x", sections, imprint=imprint, ears=ears,
        advertisements=(
            Advertisement("ad1", 1, 2, 12, "新学期开学季，文具八折，凭学生证再减五元，先到先得。"),
            Advertisement("ad2", 2, 2, 8, "“茶馆”（老店）新茶上市，欢迎品尝；电话：12345678"),
        ),
        house_copy=(HouseItem("house1", "节约用水，从点滴做起：“一水多用”。", "公益广告"),),
    )


def faults(lines: Iterator[PageLine]) -> list[str]:
    """Lines that open or end with what may not, or are wider than their place."""
    found = []
    for placed in lines:
        text = placed.line.text.strip(" \u3000")
        if text and (text[0] in NEVER_FIRST or text[-1] in NEVER_LAST):
            found.append(f"{placed.block}: {text}")
        if placed.line.width > placed.room + 0.05:
            found.append(f"{placed.block} is too wide: {text}")
    return found


MOST_IN_CHECK = [
    PACKS[0], *(pytest.param(pack, marks=pytest.mark.check) for pack in PACKS[1:]),
]
"""the first pack always, the others under `make check`"""


def every_line(paper: Paper) -> Iterator[PageLine]:
    return (placed for page in paper.pages for placed in page_lines(page))


@pytest.mark.parametrize("pack", MOST_IN_CHECK)
def test_every_line_of_the_seed_is_sound(pack: str) -> None:
    edition = build.read(SEED).edition
    for made in (edition, build.convert(edition, "zh-Hant-TW").edition):
        paper = pressroom.plan(made, shelf.layout(pack))[0]
        assert faults(every_line(paper)) == []
        kinds = {piece.kind for page in paper.pages for piece in page.furniture}
        assert kinds >= {"name", "imprint", "plate"}


@pytest.mark.parametrize("pack", MOST_IN_CHECK)
@pytest.mark.parametrize("ears", [(), (Ear("天气预报", (WEATHER,)), *EARS[1:])], ids=["", "ears"])
def test_every_line_of_a_full_issue_is_sound(pack: str, ears: tuple[Ear, ...]) -> None:
    edition = issue(ears)
    paper = pressroom.plan(edition, shelf.layout(pack))[0]
    found = list(every_line(paper))
    assert faults(iter(found)) == []
    assert len({placed.block for placed in found if placed.where == "page"}) >= 5
    assert {placed.where for placed in found} >= {"ad1", "s01"}
    assert any(placed.block == "s01b03" for placed in found), "the caption"


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
def test_every_line_of_the_cover_is_sound(tag: str) -> None:
    faces = {role: Metrics(face_of(role, MAINLAND).path) for role in COVER_FACES}
    own = FurnitureSetter(Typesetter(faces, MAINLAND))
    edition = build.read(SEED).edition
    for made in (edition, issue(), _loud(edition)):
        cover = front_cover(convert_text(made, tag)[0] if tag != "zh-Hans" else made, own)
        for placed in cover.lines:
            text = placed.line.text.strip(" \u3000")
            assert text[0] not in NEVER_FIRST and text[-1] not in NEVER_LAST, text
            assert placed.line.width * placed.size <= INNER + 1


def _loud(edition: Edition) -> Edition:
    """The edition with headlines and a name that must be broken, with marks at every turn."""
    head = "“南湖村”的石桥（老桥）修好了：村里人都来看，桥头立着一块碑，上面刻着“捐款人家”的名字！"
    sections = tuple(
        replace(s, stories=tuple(
            replace(one, headline=head[k:], deck=head, headline_as_read=None, deck_as_read=None)
            for k, one in enumerate(s.stories, 1)
        ))
        for s in edition.sections
    )
    name = "江西《社区与乡村》（基层治理与乡村振兴）通讯，周报合刊"
    return replace(edition, sections=sections, imprint=replace(edition.imprint, paper=name))


def bare(layout: Layout) -> Paper:
    page = Page(1, "1", True, layout.furnishing.masthead, layout.grid.rows, ())
    return Paper((page,), Score(0.0, True))


@pytest.mark.parametrize("offset", range(30))
@pytest.mark.parametrize("pack", PACKS)
def test_no_ear_opens_a_line_with_a_mark(pack: str, offset: int) -> None:
    """Ninety settings: whatever falls at the line's end, no mark opens the next."""
    layout = shelf.layout(pack)
    text = WEATHER[offset:] + WEATHER[:offset]
    one = (Ear("天气预报", ("晴" * (offset % 4) + text.strip("，。"),)),)
    for ears in (one, (*one, EARS[1]), (Ear("", (text.strip("，。"),)),)):
        edition = Edition("x", (), imprint=Imprint(paper="南湖报", page="1"), ears=ears)
        paper, _ = furnish(edition, bare(layout), setter(), layout)
        assert faults(page_lines(paper.pages[0])) == []
        said = [t for p in paper.pages[0].furniture if p.kind == "ear" for t in p.texts]
        assert "".join(li.text for t in said if t.role == "ear" for li in t.lines)


@pytest.mark.parametrize("pack", PACKS)
def test_what_is_cut_or_left_out_is_named(pack: str) -> None:
    layout = shelf.layout(pack)
    long = Ear("公告", tuple(SENTENCE for _ in range(30)))
    edition = Edition("x", (), imprint=Imprint(paper="南湖报"), ears=(long, EARS[0], EARS[1]))
    paper, remarks = furnish(edition, bare(layout), setter(), layout)
    assert [(remark.kind, remark.text) for remark in remarks] == [
        ("ear_cut", "公告"), ("ear_cut", "新闻热线"),
    ]
    assert remarks[0].message == (
        "The ear “公告” does not fit beside the masthead: it is cut short."
    )
    assert "left out" in remarks[1].message
    (ear,) = (p for p in paper.pages[0].furniture if p.owner == "公告")
    assert ear.texts[-1].cut and ear.texts[-1].lines[-1].text.endswith("…")
    foot = max(text_box(text)[3] for text in ear.texts)
    assert foot <= layout.furnishing.masthead * 0.78


def test_an_ear_without_end_is_cut_at_once() -> None:
    layout = shelf.layout("tabloid")
    edition = Edition("x", (), ears=(Ear("公告", (SENTENCE * 3000,)),))
    paper, remarks = furnish(edition, bare(layout), setter(), layout)
    assert [remark.kind for remark in remarks] == ["ear_cut"]
    assert faults(page_lines(paper.pages[0])) == []


def test_a_folio_that_is_cut_is_named() -> None:
    layout = shelf.layout("newsletter")
    page = Page(2, "B3", False, layout.furnishing.folio, layout.grid.rows, ())
    title = "基层治理与乡村振兴工作通讯特别专刊之五十一"
    edition = Edition("x", (), imprint=Imprint(paper="南湖报", page_title=title))
    paper, remarks = furnish(edition, Paper((page,), Score(0.0, True)), setter(), layout)
    assert [remark.kind for remark in remarks] == ["furniture_cut"]
    assert "page B3" in remarks[0].message and str(remarks[0].severity) == "info"
    assert faults(page_lines(paper.pages[0])) == []


def test_furnishing_twice_is_furnishing_once() -> None:
    edition = issue()
    layout = shelf.layout("newsletter")
    paper = pressroom.plan(edition, layout)[0]
    desk = pressroom.compose(edition, layout)
    assert furnish(edition, paper, desk.furniture, layout)[0] == paper
