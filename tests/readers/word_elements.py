"""Every kind of text-bearing element of a Word file, with what is seen of it and what is named.

The words are told apart by their characters: what stands in `shown` must be in a story once, what
stands in `named` in a remark or the furniture. The oracle is these pairs, not the reader's census.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readers.word_parts import P, R, W, docx, para, run

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SPACES = " ".join(
    f'xmlns:{key}="{value}"' for key, value in
    {"a": A, "c": C, "dgm": DGM, "m": M, "mc": MC, "v": V, "wp": WP, "wps": WPS}.items()
)


@dataclass(frozen=True)
class Element:
    """A piece of a document, `{}` the words in it."""

    xml: str
    shown: bool = True
    block: bool = False
    """stands beside paragraphs and not in one"""
    made: str = ""
    """characters seen beside its words"""


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
            f'{mark("separate")}{result}{mark("end")}')


def box(inner: str) -> str:
    """A text box as Word writes it: twice, for new and for old readers."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
            f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
            f"</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
            f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
            f"</mc:Fallback></mc:AlternateContent></w:r>")


TEXT = run("{}")
ELEMENTS: dict[str, Element] = {
    "text": Element(TEXT),
    "inserted": Element(f'<w:ins w:id="1">{TEXT}</w:ins>'),
    "moved here": Element(f'<w:moveTo w:id="1">{TEXT}</w:moveTo>'),
    "deleted": Element('<w:del w:id="1"><w:r><w:delText>{}</w:delText></w:r></w:del>', False),
    "moved away": Element(f'<w:moveFrom w:id="1">{TEXT}</w:moveFrom>', False),
    "hidden": Element(run("{}", "<w:vanish/>"), False),
    "struck": Element(run("{}", "<w:dstrike/>")),
    "simple field": Element(f'<w:fldSimple w:instr=" REF a ">{TEXT}</w:fldSimple>'),
    "page field": Element(f'<w:fldSimple w:instr=" PAGE ">{TEXT}</w:fldSimple>', False),
    "field": Element(field("DATE", TEXT)),
    "link field": Element(field('HYPERLINK "https://a.cn/"', TEXT)),
    "contents": Element(field("TOC \\o", TEXT), False),
    "field in a code": Element(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> IF </w:instrText></w:r>{TEXT}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>', False),
    "equation field": Element(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        ' eq \\o\\ac(○,13)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + TEXT,
        made="⑬"),
    "control": Element(f"<w:sdt><w:sdtPr/><w:sdtContent>{TEXT}</w:sdtContent></w:sdt>"),
    "prompt": Element("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                      f"{TEXT}</w:sdtContent></w:sdt>", False),
    "smart tag": Element(f"<w:smartTag>{TEXT}</w:smartTag>"),
    "own xml": Element(f"<w:customXml>{TEXT}</w:customXml>"),
    "direction": Element(f'<w:bdo w:val="ltr">{TEXT}</w:bdo>'),
    "formula": Element("<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"),
    "fraction": Element("<m:oMath><m:f><m:num><m:r><m:t>{}</m:t></m:r></m:num><m:den><m:r>"
                        "<m:t>7</m:t></m:r></m:den></m:f></m:oMath>", made="7/"),
    "symbol": Element('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + TEXT, made="✓"),
    "reading": Element("<w:r><w:ruby><w:rt><w:r><w:t>dú</w:t></w:r></w:rt><w:rubyBase><w:r>"
                       "<w:t>{}</w:t></w:r></w:rubyBase></w:ruby></w:r>", made="dú"),
    "old WordArt": Element('<w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict>'
                           "</w:r>"),
    "text box": Element(box(para("{}"))),
    "words in a drawing": Element("<w:r><w:drawing><a:graphic><a:p><a:r><a:t>{}</a:t></a:r></a:p>"
                                  "</a:graphic></w:drawing></w:r>", False),
    "unknown": Element('<w:r><x:new xmlns:x="urn:x">{}</x:new></w:r>', False),
    "lines": Element("<w:r><w:t>{}</w:t><w:cr/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>",
                     made="乙丙"),
    "hyphens": Element("<w:r><w:t>{}</w:t><w:noBreakHyphen/><w:softHyphen/><w:tab/></w:r>",
                       made="\u2011"),
    "table": Element(f"<w:tbl><w:tr><w:tc>{para('{}')}</w:tc><w:tc>{para('丁')}</w:tc></w:tr>"
                     "</w:tbl>", block=True, made="丁"),
    "nested table": Element(
        f"<w:tbl><w:tr><w:tc>{para('{}')}</w:tc><w:tc><w:tbl><w:tr><w:tc>{para('戊')}</w:tc>"
        f"</w:tr></w:tbl>{para('')}</w:tc></w:tr><w:tr><w:tc>{para('己')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{para('己')}</w:tc></w:tr></w:tbl>", block=True, made="戊己己"),
    "cell under a merge": Element(
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{para('庚')}</w:tc>"
        f"<w:tc>{para('')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{para('{}')}"
        f"</w:tc><w:tc>{para('')}</w:tc></w:tr></w:tbl>", False, True, "庚"),
    "block of own xml": Element(f"<w:customXml>{para('{}')}</w:customXml>", block=True),
    "block control": Element("<w:sdt><w:sdtContent>" + para("{}") + "</w:sdtContent></w:sdt>",
                             block=True),
    "block deleted": Element(f'<w:del w:id="3">{para("{}")}</w:del>', False, True),
    "formula of its own": Element("<m:oMathPara><m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"
                                  "</m:oMathPara>", block=True),
    "end deleted": Element(para(TEXT, props='<w:rPr><w:del w:id="9"/></w:rPr>'), block=True),
    "drop cap": Element(para(TEXT, props='<w:framePr w:dropCap="drop"/>'), block=True),
}
PARTS: dict[str, tuple[str, str, bool]] = {
    "header": ("word/header1.xml", f'<w:hdr xmlns:w="{W}">{para("{}")}</w:hdr>', False),
    "footer": ("word/footer1.xml", f'<w:ftr xmlns:w="{W}">{para("{}")}</w:ftr>', False),
    "comment": ("word/comments.xml", f'<w:comments xmlns:w="{W}"><w:comment w:id="1">'
                f'{para("{}")}</w:comment></w:comments>', False),
    "footnote": ("word/footnotes.xml", f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="5">'
                 f'{para("{}")}</w:footnote></w:footnotes>', True),
    "note without a mark": ("word/endnotes.xml", f'<w:endnotes xmlns:w="{W}"><w:endnote '
                            f'w:id="6">{para("{}")}</w:endnote></w:endnotes>', False),
    "chart": ("word/charts/chart1.xml", f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:title>'
              "<a:p><a:r><a:t>{}</a:t></a:r></a:p></c:title></c:chartSpace>", False),
    "values": ("word/charts/chart2.xml", f'<c:chartSpace xmlns:c="{C}"><c:f>Sheet1</c:f><c:pt>'
               "<c:v>{}</c:v></c:pt></c:chartSpace>", False),
    "diagram": ("word/diagrams/data1.xml", f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}">'
                "<dgm:pt><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
                "</dgm:dataModel>", False),
}


@dataclass
class Made:
    """A file with what is seen of it and what is named."""

    data: bytes
    shown: str
    named: str


def made_of(elements: list[str], parts: list[str]) -> Made:
    """A file of these elements and parts, each with words of its own."""
    words = _words()
    shown, named, body = "桥头新路", "", [para("桥头新路", "1")]
    for key in elements:
        element, text = ELEMENTS[key], next(words)
        inner = element.xml.replace("{}", text)
        body.append(inner if element.block else f"<w:p>{inner}</w:p>")
        shown += (text if element.shown else "") + element.made
        named += "" if element.shown else text
    more: dict[str, str | bytes] = {}
    for key in parts:
        name, xml, seen = PARTS[key]
        text = next(words)
        more[name] = xml.replace("{}", text)
        shown += text if seen else ""
        named += "" if seen else text
        if key == "footnote":
            body.append('<w:p><w:r><w:footnoteReference w:id="5"/></w:r></w:p>')
            shown += "11"
    document = (f'<w:document xmlns:w="{W}" xmlns:r="{R}" {SPACES}><w:body>{"".join(body)}'
                "</w:body></w:document>")
    rels = f'<Relationships xmlns="{P}">' + "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "footnotes", "endnotes", "comments")
    ) + "</Relationships>"
    return Made(docx("", more | {"word/document.xml": document}, rels), shown, named)


def _words() -> Iterator[str]:
    """Words no two of which share a character."""
    for first in range(0x4E10, 0x9F00, 3):
        yield "".join(map(chr, range(first, first + 3)))
