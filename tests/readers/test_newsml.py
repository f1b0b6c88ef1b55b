"""NewsML-G2: items, messages and packages; NITF, XHTML, escaped HTML and plain text inside."""

from __future__ import annotations

import pytest

from edition.copy.making import make_edition
from edition.errors import Severity, UnreadableInput
from edition.model import Figure, Paragraph, block_text, plain
from edition.readers import READERS, read_bytes
from edition.sidecar.parse import Sidecar

META = """<contentMeta><headline role="drol:kicker">乡村路网</headline>
<headline role="drol:main">旧渡口架起新桥</headline><headline role="drol:sub">步行十分钟</headline>
<by>记者 林小禾</by><dateline>青石镇11月3日电</dateline><slugline>bridge</slugline></contentMeta>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html
xmlns="http://www.w3.org/1999/xhtml"><head><title>桥</title></head><body><p>清早六点。</p>
<p>桥面很宽。</p></body></html></inlineXML>"""
INSIDE = {
    "xhtml": XHTML,
    "nitf": "<inlineXML><nitf><body><body.content><p>清早六点。</p><p>桥面很宽。</p></body.content>"
    "</body></nitf></inlineXML>",
    "escaped": '<inlineData contenttype="text/html">&lt;p&gt;清早六点。&lt;/p&gt;'
    "&lt;p&gt;桥面很宽。&lt;/p&gt;</inlineData>",
    "plain": '<inlineData contenttype="text/plain">清早六点。\n\n桥面很宽。</inlineData>',
}
SPACE = ' xmlns="http://iptc.org/std/nar/2006-10-01/"'


@pytest.mark.parametrize("space", ["", SPACE])
@pytest.mark.parametrize("inside", INSIDE.values(), ids=INSIDE)
def test_an_item(inside: str, space: str) -> None:
    item = f"<newsItem{space}>{META}<contentSet>{inside}</contentSet></newsItem>"
    read = read_bytes(item.encode(), "a.xml")
    (story,) = read.edition.stories
    assert (story.kicker, story.headline, story.deck, story.dateline) == (
        "乡村路网", "旧渡口架起新桥", "步行十分钟", "青石镇11月3日电")
    assert story.byline is not None and story.byline.names == ("林小禾",)
    assert [block_text(b) for b in story.body] == ["清早六点。", "桥面很宽。"]
    assert "bridge" in {d.text for d in read.diagnostics}
    assert not [d for d in read.diagnostics if d.severity is Severity.ERROR]


def test_a_message_with_a_picture() -> None:
    text = f"<newsItem>{META}<contentSet>{XHTML}</contentSet></newsItem>"
    picture = """<newsItem><contentMeta><description role="drol:caption">新桥通车。</description>
    <creditline>方远</creditline></contentMeta><contentSet>
    <remoteContent href="https://p.example/a.jpg" contenttype="image/jpeg"/>
    <remoteContent href="a.jpg" contenttype="image/jpeg"/></contentSet></newsItem>"""
    # The reader alone: read_bytes also looks for the picture, which is not there.
    data = f"<newsMessage><itemSet>{text}{picture}{text}</itemSet></newsMessage>".encode()
    read = make_edition(READERS[".xml"](data, "a.xml", Sidecar()), "a.xml", data)
    first, second = read.edition.stories
    assert [type(b) for b in first.body] == [Paragraph, Paragraph, Figure]
    shown = first.body[-1]
    assert isinstance(shown, Figure)
    assert (shown.src, plain(shown.caption), shown.credit) == ("a.jpg", "新桥通车。", "方远")
    assert len(second.body) == 2
    assert "https://p.example/a.jpg" in {d.text for d in read.diagnostics}


@pytest.mark.parametrize("data", [
    "<newsItem/>", "<packageItem><groupSet/></packageItem>", "<newsMessage>",
    "<newsItem><contentSet><inlineData contenttype='text/html'>"
    + "&lt;div&gt;" * 100_000 + "x</inlineData></contentSet></newsItem>",
])
def test_bad_newsml_is_refused(data: str) -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(data.encode(), "a.xml")
