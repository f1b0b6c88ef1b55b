"""Drawings of a Word file: pictures as Word shows them, boxes, charts; lines, pages, notes."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from edition.copy.pictures import WHOLE, View, picture
from edition.model import Figure, Footnote, Paragraph, Run, Verse, block_text, plain
from edition.readers import Read, read_bytes
from readers.word_elements import SPACES, box
from readers.word_parts import R, W, docx, para, relations, run

PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 # The prefix of the format itself.


def quarters() -> bytes:
    """40 × 20: red and green above, blue and white below."""
    image = Image.new("RGB", (40, 20), "white")
    for colour, at in (("red", (0, 0)), ("lime", (20, 0)), ("blue", (0, 10))):
        image.paste(Image.new("RGB", (20, 10), colour), at)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def seen(data: bytes) -> tuple[tuple[int, int], list[str]]:
    """Size of a picture and its colours, row by row, one for each fourth."""
    names = {(255, 0, 0): "r", (0, 255, 0): "g", (0, 0, 255): "b", (255, 255, 255): "w"}
    image = Image.open(io.BytesIO(data)).convert("RGB")
    wide, high = image.size
    return image.size, [
        names[image.getpixel((round(wide * x), round(high * y)))]  # type: ignore[index] # RGB
        for y in (0.25, 0.75) for x in (0.25, 0.75)
    ]


@pytest.mark.parametrize(("view", "size", "colours"), [
    (WHOLE, (40, 20), "rgbw"), (View((0.5, 0, 0, 0.5)), (20, 10), "gggg"),
    (View((0, 0.5, 0.5, 0)), (20, 10), "bbbb"), (View(quarters=1), (20, 40), "brwg"),
    (View(quarters=2), (40, 20), "wbgr"), (View(quarters=3), (20, 40), "gwrb"),
    (View(across=True), (40, 20), "grwb"), (View(over=True), (40, 20), "bwrg"),
    (View((0.5, 0, 0, 0), quarters=1), (20, 20), "wgwg"),
])
def test_a_view_cuts_mirrors_and_turns(
    view: View, size: tuple[int, int], colours: str
) -> None:
    made = picture("a", quarters(), view)
    assert (made.width, made.height) == size
    assert seen(made.data) == (size, list(colours))


def test_a_view_that_cuts_all_leaves_a_pixel() -> None:
    made = picture("a", quarters(), View((1.0, 1.0, 1.0, 1.0)))
    assert (made.width, made.height) == (1, 1)


HEAD = para("题", "1")


def read(inner: str, more: dict[str, str | bytes] | None = None, head: str = HEAD) -> Read:
    rels = relations(
        ("i", "image", "media/a.png", False), ("e", "image", "media/b.emf", False),
        ("c", "chart", "charts/chart1.xml", False), ("d", "diagramData", "diagrams/d.xml", False),
        ("n", "footnotes", "footnotes.xml", False), ("m", "endnotes", "endnotes.xml", False),
        ("t", "settings", "settings.xml", False), ("x", "aFChunk", "part.htm", False),
    )
    document = (f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:pic="{PIC}" xmlns:o="{O}" '
                f"{SPACES}><w:body>{head}{inner}</w:body></w:document>")
    parts: dict[str, str | bytes] = {"word/document.xml": document,
                                     "word/media/a.png": quarters(), "word/media/b.emf": b"emf"}
    return read_bytes(docx("", parts | (more or {}), rels), "稿.docx")


def drawing(crop: str = "", form: str = "", alt: str = "", key: str = "i") -> str:
    return (f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
            f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{key}"/>{crop}'
            f"</pic:blipFill><pic:spPr><a:xfrm {form}/></pic:spPr></pic:pic></a:graphicData>"
            "</a:graphic></wp:inline></w:drawing></w:r></w:p>")


@pytest.mark.parametrize(("crop", "form", "colours"), [
    ("", "", "rgbw"), ('<a:srcRect l="50000" b="50000"/>', "", "gggg"),
    ('<a:srcRect r="50%" t="50%"/>', "", "bbbb"), ('<a:srcRect l="-20000"/>', "", "rgbw"),
    ("", 'rot="5400000"', "brwg"), ("", 'rot="-5400000"', "gwrb"), ("", 'rot="600000"', "rgbw"),
    ("", 'flipH="1"', "grwb"), ("", 'flipV="true"', "bwrg"),
])
def test_pictures_come_as_word_crops_and_turns_them(crop: str, form: str, colours: str) -> None:
    found = read(drawing(crop, form, "渡口"))
    (figure,) = next(found.edition.stories).body
    (shown,) = found.edition.pictures
    assert isinstance(figure, Figure) and figure.alt == "渡口" and figure.src == shown.name
    assert figure.pixels == (shown.width, shown.height)
    assert seen(shown.data)[1] == list(colours)


@pytest.mark.parametrize(("crop", "colours"), [
    ('cropleft="32768f" cropbottom="0.5"', "gggg"), ('cropright=".5" croptop="50%"', "bbbb"),
    ('cropleft="much"', "rgbw"),
])
def test_pictures_of_the_older_kind_too(crop: str, colours: str) -> None:
    old = (f'<w:p><w:r><w:pict><v:shape alt="渡口"><v:imagedata r:id="i" {crop} o:title="x"/>'
           "</v:shape></w:pict></w:r></w:p>")
    found = read(old)
    (figure,) = next(found.edition.stories).body
    assert isinstance(figure, Figure) and figure.alt in ("渡口", "x")
    assert seen(found.edition.pictures[0].data)[1] == list(colours)


def test_pictures_that_cannot_be_shown_are_each_named() -> None:
    found = read(drawing(alt="客流图", key="e") + drawing(key="none") + drawing())
    assert [(d.kind, d.text, d.line) for d in found.diagnostics] == [
        ("picture_unreadable", "客流图", 2), ("picture_unreadable", None, 3)]
    assert [p.name for p in found.edition.pictures] == ["稿/03"]


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    found = read(f"<w:p>{run('字。')}{box(para('框里的话。'))}</w:p>" + para("后。"))
    (story,) = found.edition.stories
    assert story.text == "题\n字。\n框里的话。\n后。"
    assert [(d.kind, d.text) for d in found.diagnostics] == [("text_box", "框里的话。")]


def test_word_art_may_be_the_headline() -> None:
    art = ('<w:p><w:r><w:pict><v:shape><v:textpath string="石桥修好了"/></v:shape></w:pict></w:r>'
           "</w:p>")
    found = read(art + para("昨天上午，南湖村的老石桥修好了。"), head="")
    assert next(found.edition.stories).headline == "石桥修好了"
    found = read(para("老石桥有了新栏杆", "1") + para("昨天上午，老石桥修好了。") + art
                 + para("村里人都来看。"), head="")
    assert [s.text for s in found.edition.stories] == [
        "老石桥有了新栏杆\n昨天上午，老石桥修好了。\n石桥修好了\n村里人都来看。"]


def test_a_box_beside_running_text_begins_no_story() -> None:
    inner = box(para("相关链接") + para("亭子是镇上各家凑钱修的。"))
    found = read(f"<w:p>{run('便民亭开门了。')}{inner}</w:p>" + para("后面还有一段。"),
                 head=para("码头边新添一座便民亭", look="<w:b/>"))
    assert [s.headline for s in found.edition.stories] == ["码头边新添一座便民亭"]


CHART = ('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a='
         '"http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>客流</a:t></a:r>'
         "</a:p><c:f>Sheet1!$A$1</c:f><c:v>一月</c:v><c:v>12</c:v><c:v>一月</c:v></c:chartSpace>")


def test_charts_and_diagrams_are_named_with_their_words() -> None:
    inner = ('<w:p><w:r><w:drawing><a:graphic><c:chart r:id="c"/></a:graphic></w:drawing></w:r>'
             "</w:p>")
    found = read(para("字。") + inner, {"word/charts/chart1.xml": CHART})
    assert [(d.kind, d.text, d.line) for d in found.diagnostics] == [
        ("chart_left_out", "客流 … 一月 … 12", 3)]
    gone = inner.replace("c:chart", "dgm:relIds").replace("r:id", "r:dm").replace('"c"', '"d"')
    found = read(para("字。") + gone)
    assert [(d.kind, d.text) for d in found.diagnostics] == [("chart_left_out", None)]
    assert "SmartArt" in found.diagnostics[0].told("zh-Hans")


def test_a_file_inside_the_file_is_named() -> None:
    found = read(para("字。") + '<w:altChunk r:id="x"/>')
    assert [(d.kind, d.text) for d in found.diagnostics] == [
        ("embedded_left_out", "word/part.htm")]


# --- lines, pages, notes

def texts(found: Read) -> list[str]:
    return [block_text(b) for s in found.edition.stories for b in s.body]


def test_short_lines_are_verse_and_long_ones_paragraphs() -> None:
    for end in ("<w:br/>", "<w:cr/>"):
        (block,) = next(read(f"<w:p><w:r><w:t>早七点</w:t>{end}<w:t>晚九点</w:t></w:r></w:p>"
                             ).edition.stories).body
        assert isinstance(block, Verse) and [plain(v) for v in block.verses] == ["早七点", "晚九点"]
        long = "昨天上午，东渡口码头边新添的便民亭开门了，里面有两条长凳和一个饮水机。"
        body = next(read(f"<w:p><w:r><w:t>{long}</w:t>{end}<w:t>{long}</w:t></w:r></w:p>"
                         ).edition.stories).body
        assert [type(b) for b in body] == [Paragraph] * 2


def test_a_page_begins_a_story_with_a_headline_and_so_does_the_next_one() -> None:
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    bold = para("乙村架桥", look="<w:b/>") + para("桥通了。")
    first = para("甲村修路", look="<w:b/>") + para("路通了。")
    for parted in (page, para("", props="<w:sectPr/>")):
        found = read_bytes(docx(first + parted + bold), "a.docx")
        assert [s.headline for s in found.edition.stories] == ["甲村修路", "乙村架桥"]
        found = read_bytes(docx(first + parted + para("车也通了。")), "a.docx")
        assert [s.headline for s in found.edition.stories] == ["甲村修路"]
    found = read_bytes(docx(first + bold), "a.docx")
    assert [s.headline for s in found.edition.stories] == ["甲村修路", "乙村架桥"]


def note(kind: str, key: str, inner: str) -> str:
    return f'<w:{kind} w:id="{key}"><w:p><w:r><w:{kind}Ref/></w:r>{inner}</w:p></w:{kind}>'


def test_marks_of_notes_are_written_as_word_writes_them() -> None:
    more: dict[str, str | bytes] = {
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">' + note("footnote", "1", run("脚注。"))
        + note("footnote", "2", run("自定。")) + "</w:footnotes>",
        "word/endnotes.xml": f'<w:endnotes xmlns:w="{W}">' + note("endnote", "1", run("尾注。"))
        + "</w:endnotes>",
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:footnotePr><w:numFmt '
        'w:val="decimalEnclosedCircleChinese"/></w:footnotePr></w:settings>',
    }
    marks = ('<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
             '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>')
    found = read(f"<w:p>{run('字')}{marks}</w:p>", more)
    body = next(found.edition.stories).body
    notes = [(b.label, plain(b.runs)) for b in body if isinstance(b, Footnote)]
    assert notes == [("①", "脚注。"), ("i", "尾注。"), ("*", "自定。")]
    assert isinstance(body[0], Paragraph) and plain(body[0].runs) == "字①i*"
    assert [r.note for r in body[0].runs] == [None, *(b.id for b in body[1:])]
    assert not found.diagnostics


@pytest.mark.parametrize(("start", "labels"), [
    ("", ["1", "2"]), ('<w:numStart w:val="3"/>', ["3", "4"]),
    ('<w:numStart w:val="9999"/>', ["9999", "10000"]), ('<w:numStart w:val="10000"/>', ["1", "2"]),
    ('<w:numStart w:val="x"/>', ["1", "2"]),
])
def test_marks_of_notes_are_counted_from_the_number_the_file_names(
    start: str, labels: list[str]
) -> None:
    notes = "".join(note("footnote", key, run("注。")) for key in "12")
    more: dict[str, str | bytes] = {
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>',
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:footnotePr>{start}</w:footnotePr>'
        "</w:settings>",
    }
    marks = "".join(f'<w:r><w:footnoteReference w:id="{key}"/></w:r>' for key in "12")
    found = read(f"<w:p>{run('字')}{marks}</w:p>", more)
    told = [b.label for b in next(found.edition.stories).body if isinstance(b, Footnote)]
    assert told == labels


def test_brackets_around_a_mark_go_with_it() -> None:
    inner = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p>{run("（")}<w:r>' \
            f'<w:footnoteRef/></w:r>{run("）据县志。")}</w:p></w:footnote></w:footnotes>'
    found = read(f'<w:p>{run("字")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
                 {"word/footnotes.xml": inner})
    (block,) = [b for b in next(found.edition.stories).body if isinstance(b, Footnote)]
    assert (block.label, block.runs) == ("（1）", (Run("据县志。"),)) and not found.diagnostics


def test_the_mark_of_a_note_on_a_heading_is_told() -> None:
    inner = f'<w:footnotes xmlns:w="{W}">{note("footnote", "1", run("注。"))}</w:footnotes>'
    found = read(para(run("小题") + '<w:r><w:footnoteReference w:id="1"/></w:r>', "2")
                 + para("字。"), {"word/footnotes.xml": inner})
    assert texts(found) == ["小题", "字。", "1 注。"]
    assert [d.kind for d in found.diagnostics] == ["note_on_heading"]


def test_properties_of_styles_count() -> None:
    styles = (f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="H"><w:name '
              'w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" '
              'w:styleId="I"><w:name w:val="亮"/><w:basedOn w:val="H"/><w:rPr><w:b/></w:rPr>'
              '</w:style><w:style w:type="paragraph" w:styleId="P"><w:name w:val="正文题"/>'
              '<w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="1">'
              '<w:name w:val="heading 1"/></w:style></w:styles>')
    hidden = run("甲", '<w:rStyle w:val="H"/>')
    bold = run("丙", '<w:rStyle w:val="I"/><w:vanish w:val="0"/>')
    body = (para("题", "P") + f"<w:p>{hidden}{run('乙')}{bold}</w:p>"
            + para("丁", props='<w:outlineLvl w:val="1"/>') + para("字。"))
    found = read_bytes(docx(body, {"word/styles.xml": styles}), "a.docx")
    story = next(found.edition.stories)
    assert story.headline == "题" and texts(found) == ["乙丙", "丁", "字。"]
    assert [(d.kind, d.text) for d in found.diagnostics] == [("hidden_text", "甲")]


def test_every_note_of_many_is_set_once_in_order_a_note_of_a_note_behind_it() -> None:
    inner = "".join(note("footnote", str(n), run(f"注{n}。")) for n in range(1, 61))
    inner += note("footnote", "61", run("外") + '<w:r><w:footnoteReference w:id="62"/></w:r>')
    inner += note("footnote", "62", run("内"))
    body = "".join(
        f'<w:p>{run("字")}<w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>'
        for n in (*range(1, 62), 1)
    )
    found = read(body, {"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{inner}</w:footnotes>'})
    notes = [b for b in next(found.edition.stories).body if isinstance(b, Footnote)]
    assert [b.label for b in notes] == [str(n) for n in range(1, 63)]
    assert block_text(notes[-1]).endswith("内")
