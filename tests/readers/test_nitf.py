"""NITF and the door for XML: what comes out, and how bad files are refused."""

from __future__ import annotations

import pytest

from edition.copy.making import make_edition
from edition.errors import Severity, UnreadableInput
from edition.model import Crosshead, Figure, ListBlock, Paragraph, Table, block_text, plain
from edition.readers import READERS, read_bytes
from edition.sidecar.parse import Sidecar

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>旧渡口上新桥</title></head><body><body.head>
<hedline><hl1>旧渡口架起新桥</hl1><hl2>两岸村民步行十分钟可到集市</hl2></hedline>
<byline>记者 <person>林小禾</person><byttl>本报</byttl></byline>
<dateline><location>青石镇</location> 11月3日电</dateline>
</body.head><body.content>
<p>清早六点，摆渡人<em>老周</em>第一次走上桥面，<a href="https://example.org/a">资料</a>在此。</p>
<p>他说：“船还
留着。”</p>
<hl2>修桥三年</hl2>
<media media-type="image"><media-reference source="img/qiao.jpg" alternate-text="桥"/>
<media-caption>新桥通车。</media-caption><media-producer>方远 摄</media-producer></media>
<ul><li>桥长二百米</li><li>双向两车道</li></ul>
<table><tr><th>年份</th><th>过渡人次</th></tr><tr><td>2020</td><td>三万</td></tr></table>
<bq><block><p>“以后上学不绕路了。”</p></block></bq>
<p><a href="javascript:alert(1)">点这里</a></p>
</body.content><body.end><tagline>（完）</tagline></body.end></body></nitf>"""


def test_a_story_in_nitf() -> None:
    # The reader alone: read_bytes also looks for the picture, which is not there.
    found = READERS[".xml"](NITF.encode(), "bridge.xml", Sidecar())
    read = make_edition(found, "bridge.xml", NITF.encode())
    (story,) = read.edition.stories
    assert story.headline == "旧渡口架起新桥"
    assert story.deck == "两岸村民步行十分钟可到集市"
    assert story.byline is not None and "林小禾" in story.byline.raw and "本报" in story.byline.raw
    assert story.byline.names == ("林小禾",)
    assert story.dateline == "青石镇 11月3日电"
    kinds = [type(block) for block in story.body]
    assert kinds == [Paragraph, Paragraph, Crosshead, Figure, ListBlock, Table, Paragraph,
                     Paragraph]
    figure = story.body[3]
    assert isinstance(figure, Figure)
    assert (figure.src, plain(figure.caption), figure.credit, figure.alt) == (
        "img/qiao.jpg", "新桥通车。", "方远 摄", "桥")
    assert block_text(story.body[1]) == "他说：“船还留着。”"
    assert story.credits == ("（完）",)
    hrefs = [run.href for b in story.body if isinstance(b, Paragraph) for run in b.runs if run.href]
    assert hrefs == ["https://example.org/a"]
    assert not [d for d in read.diagnostics if d.severity is Severity.ERROR]


BAD = {
    "laughs": b'<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>',
    "external entity": b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>',
    "parameter": b'<!DOCTYPE nitf PUBLIC "a" "b" [<!ENTITY % x SYSTEM "u"> %x;]><nitf/>',
    "undeclared": b'<!DOCTYPE nitf SYSTEM "http://a.example/x.dtd"><nitf><p>&secret;</p></nitf>',
    "truncated": NITF.encode()[:900],
    "wrong root": b"<kml><p>a</p></kml>",
    "deep": b"<nitf>" + b"<p>" * 100_000 + b"</p>" * 100_000 + b"</nitf>",
    "deeper than ours": b"<nitf>" + b"<p>" * 100 + b"</p>" * 100 + b"</nitf>",
    "no xml": b"once upon a time",
    "white": b"  \n ",
    "codec": b'<?xml version="1.0" encoding="rot13"?><nitf/>',
    "not utf-8": b'<?xml version="1.0" encoding="utf-8"?><nitf>\xff\xfe\xff</nitf>',
    "control": b"<nitf>&#x1;</nitf>",
    "surrogate": b"<nitf>&#xD800;</nitf>",
    "many nodes": b"<nitf>" + b"<p/>" * 300_000 + b"</nitf>",
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_bad_xml_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, "bad.xml")
    assert "bad.xml" in caught.value.message or "empty" in caught.value.message


def test_gbk_and_html_entities() -> None:
    head = '<?xml version="1.0" encoding="gb2312"?><!DOCTYPE nitf SYSTEM "n.dtd">'
    body = "<nitf><body.head><hedline><hl1>镕&mdash;题</hl1></hedline></body.head>"
    data = f"{head}{body}<body.content><p>正文。</p></body.content></nitf>".encode("gb18030")
    (story,) = read_bytes(data, "a.xml").edition.stories
    assert story.headline == "镕—题"


def test_other_formats_are_named() -> None:
    with pytest.raises(UnreadableInput, match="CNML"):
        read_bytes(b"<CNML><Items/></CNML>", "a.xml")
