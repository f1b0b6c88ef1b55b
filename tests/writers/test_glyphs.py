"""Every character is drawn, in its own width, and the text layer gives it back."""

from __future__ import annotations

import ctypes
import unicodedata
from functools import lru_cache
from itertools import pairwise

import pypdfium2
import pytest

from edition import build
from edition.checks.sight.glyphs import sheets
from edition.compose.fallback import BOX, Drawers
from edition.compose.metrics import Metrics
from edition.model import Edition, Paragraph, Run, Section, Story
from edition.packs.faces import chains_of, faces_of, fallbacks_of
from edition.trade.regions import HONG_KONG, MAINLAND, TAIWAN
from edition.writers.code_boxes import box_face

MARKS = "，。、；：？！“”‘’「」『』（）《》〈〉【】〔〕—…·～－〜′″‰§№℃㎡×÷±≤≥−☆★●○■□→"


def edition_of(*texts: str, head: str = "石桥修好了", language: str = "zh-Hans") -> Edition:
    body = tuple(
        Paragraph((Run(text),), id=f"s01b{at:02}") for at, text in enumerate(texts, 1)
    )
    story = Story("s01", head, body)
    return Edition("x", (Section(None, (story,), id="sec1"),), language=language)


@lru_cache(maxsize=32)
def built(*texts: str, layout: str = "newsletter") -> build.Built:
    return build.to_pdf(edition_of(*texts), layout)


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def solid(text: str) -> str:
    return "".join(text.split())


def ink(data: bytes) -> dict[str, float]:
    """Each drawn character and the least area of the outlines that draw it, pt²."""
    found: dict[str, float] = {}
    for page in pypdfium2.PdfDocument(data):
        sheet = page.get_textpage()
        for at in range(sheet.count_chars()):
            left, bottom, right, top = sheet.get_charbox(at)
            area = (right - left) * (top - bottom)
            character = sheet.get_text_range(at, 1)
            found[character] = min(found.get(character, area), area)
    return found


def test_every_printable_sign_is_drawn() -> None:
    ascii_signs = "".join(chr(c) for c in range(0x21, 0x7F))
    done = built(f"石桥{ascii_signs}修好", f"石桥{MARKS}修好")
    assert not [d for d in done.diagnostics if d.kind == "missing_glyph"]
    areas = ink(done.data)
    lost = [c for c in ascii_signs + MARKS if areas.get(c, 0.0) <= 0.0]
    assert lost == []


@pytest.mark.parametrize("sign", "'\"<>&")
def test_a_sign_html_writes_otherwise_is_inked(sign: str) -> None:
    """The page is darker with the sign than without: the face holds its glyph."""
    with_sign, without = (
        pypdfium2.PdfDocument(built(text).data)[0].render(scale=2).to_numpy().sum()
        for text in (f"甲{sign * 9}乙", f"甲{chr(0x3000) * 9}乙")
    )
    assert with_sign < without


def test_no_role_is_left_without_a_chain_and_a_chain_holds_no_strange_role() -> None:
    for region in (MAINLAND, TAIWAN, HONG_KONG):
        chains, standing = chains_of(region), fallbacks_of(region)
        assert chains.keys() == faces_of(region).keys()
        assert all(set(chain) <= standing.keys() for chain in chains.values())


def drawers() -> Drawers:
    known = {**fallbacks_of(MAINLAND), **faces_of(MAINLAND)}
    return Drawers({r: Metrics(f.path) for r, f in known.items()}, chains_of(MAINLAND))


def test_a_rare_character_is_drawn_by_a_face_that_holds_it() -> None:
    found = drawers()
    assert found.of("song", "石") == ("song",)
    (rare,) = found.of("song", "𠮷")
    assert rare not in ("song", BOX)
    assert found.faces[rare].covers("𠮷")
    assert found.of("song", "🌱\ufe0f") == (BOX, BOX)
    assert found.advance("song", "🌱\ufe0f", wide=False, narrow=False) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "藏族歌手才旦卓玛（ཚེ་བརྟན་སྒྲོལ་མ）来了",
        "种下🌱树苗👍🏽，孩子说❤很好",
        "写着H₂O、10⁻³和CO₂。",
        "有人叫“𠮷”“𡊁”“𪚥”“𤆵”，一个一个核对",
        "韩语“안녕”和日语“ようこそ”",
    ],
)
def test_the_text_layer_gives_back_what_no_face_holds(text: str) -> None:
    done = built(text)
    assert solid(text) in solid(text_of(done.data))
    assert not [d for d in done.diagnostics if d.kind == "overfull_line"]


def test_what_no_face_holds_is_told_and_its_neighbours_keep_their_places() -> None:
    done = built("种下❤树苗，写着10⁻³。")
    assert [d.text for d in done.diagnostics if d.kind == "missing_glyph"] == ["❤"]
    sheet = pypdfium2.PdfDocument(done.data)[0].get_textpage()
    boxes = [
        sheet.get_charbox(at, loose=True) for at in range(sheet.count_chars())
        if sheet.get_text_range(at, 1) in "种下❤树苗"
    ]
    lefts = [box[0] for box in boxes]
    assert lefts == sorted(lefts)
    steps = [b - a for a, b in pairwise(lefts)]
    assert max(steps) - min(steps) < 0.1 * max(steps)


def test_a_box_has_ink_and_the_same_bytes_each_time() -> None:
    assert box_face("❤ཚ", "x") == box_face("ཚ❤", "x")
    assert ink(built("种下❤树苗").data)["❤"] > 0


@pytest.mark.parametrize("text", ["天‧地二-三", "李‧明，A‧B a-b", "1‧2", "终‧"])
def test_a_hyphenation_point_is_no_hyphen(text: str) -> None:
    read = solid(text_of(built(f"石桥{text}修好").data))
    assert solid(text) in read and read.count("‧") == text.count("‧")


@pytest.mark.parametrize("pair", ["⽤用", "⼈人", "⻅见", "⾼高", "用⽤", "豈豈", "·‧", "——⸺"])
def test_characters_that_share_a_glyph_stay_apart_in_the_text_layer(pair: str) -> None:
    text = f"石桥{pair}修好"
    assert text in solid(text_of(built(text).data))


@pytest.mark.parametrize("layout", ["newsletter", "tabloid", "broadsheet"])
@pytest.mark.parametrize(
    "text",
    [
        "余池办，“大姐，你家的用水情况有改善吗？”“呀，现在水龙头流出来的水很干净，出水量充足……”",
        "———第一步，更换取水泵和三公里老旧管道；",
        "他说：“‘老吾老’，‘幼吾幼’，这六个字我记了一辈子。”“真的吗？”“真的！！！”他又说：“好。”",
        "《〈论语〉选读》《“五四”以来》【评论】〔背景〕（编者注：【未完】）“‘『多层』’”",
        "２０２３－１１－１４，−5℃，3～5年，5′6″，~甲~",
    ],
)
def test_the_text_layer_keeps_the_order_of_squeezed_marks(text: str, layout: str) -> None:
    assert unicodedata.is_normalized("NFC", text)
    assert solid(text) in solid(text_of(built(text, layout=layout).data))


def test_a_box_to_tick_is_drawn_as_one_and_nobody_is_asked() -> None:
    done = built("选项：☐未办、☑已办、☒不办。")
    assert [d.text for d in done.diagnostics if d.kind == "missing_glyph"] == []


SELECTED = [
    "名单里有葛\U000e0100城的葛\U000e0101、葛家的葛，邊\U000e0103氏的邊",
    "爱心❤\ufe0f和❤，彩虹旗🏳\ufe0f\u200d🌈",
    "按1\ufe0f\u20e3键，2\ufe0f字，版权©\ufe0f和©，商标™\ufe0f，晴☀\ufe0f雨☔",
    "全家👨\u200d👩\u200d👧\u200d👦，太棒了👍🏽",
    "单纯的芦\ufe00苇",
]


@pytest.mark.parametrize("text", SELECTED)
def test_the_text_layer_keeps_variation_selectors_and_joiners(text: str) -> None:
    done = built(text)
    assert solid(text) in solid(text_of(done.data))
    assert not [d for d in done.diagnostics if d.kind == "overfull_line"]


def test_a_character_that_may_be_a_picture_is_drawn_in_the_face_of_its_line() -> None:
    """Without a care the text engine takes any face that has the digit."""
    page = pypdfium2.PdfDocument(built("按键2\ufe0f字").data)[0]
    sheet = page.get_textpage()
    text = sheet.get_text_range()
    raw, name = pypdfium2.raw, ctypes.create_string_buffer(99)
    raw.FPDFText_GetFontInfo(sheet, text.index("2\ufe0f"), name, 99, ctypes.c_int())
    assert b"edition-song-CN" in name.value


def test_a_key_cap_is_not_parted_by_a_line_end() -> None:
    for shift in range(7, 14):
        text = "按" * shift + "1\ufe0f\u20e3" * 3
        lines = text_of(built(text).data).split("\r\n")
        assert not [line for line in lines if line.startswith("\u20e3")]


BIDI = str.maketrans("", "", "\u200e\u202a\u202b\u202c")
"""Marks of direction: PDFium gives back those the layer needs, poppler adds its own."""


@pytest.mark.parametrize("layout", ["newsletter", "tabloid"])
@pytest.mark.parametrize(
    "text",
    [
        "维吾尔族姑娘（ئايگۈل）说，阿拉伯语“مرحبا”，希伯来语“שלום”。",
        "他叫ئايگۈل（同学），又叫《ئايگۈل》。",
        "价格为مرحبا 25%左右（3:2），说：ياخشىمۇسىز！",
        "他说（مرحبا بالعالم）是书。",
    ],
)
def test_marks_after_words_from_right_to_left_keep_their_form(text: str, layout: str) -> None:
    assert solid(text) in solid(text_of(built(text, layout=layout).data).translate(BIDI))


def test_a_phrase_from_right_to_left_stands_so_on_its_line() -> None:
    """The first word of the phrase is the right one; a number between two words stays there."""
    sheet = pypdfium2.PdfDocument(built("甲（אב 123 גד）").data)[0].get_textpage()
    signs = {sheet.get_text_range(at, 1): at for at in range(sheet.count_chars())}
    left = {sign: sheet.get_charbox(at)[0] for sign, at in signs.items()}
    assert left["（"] < left["ג"] < left["3"] < left["א"] < left["）"]


def test_the_check_finds_words_from_right_to_left_whole() -> None:
    text = "他说“ياخشىمۇسىز”，《قۇتادغۇ بىلىك》是书，又叫ئايگۈل的（مرحبا، بالعالم）人。"
    (sheet,) = sheets(built(text).data)
    seen = "".join(glyph.char for glyph in sheet.glyphs)
    assert not set(seen) & set("\u200e\u200f")
    assert sorted(solid(text)) == sorted(c for c in seen if c in text and not c.isspace())
