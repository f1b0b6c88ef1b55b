"""RSS, Atom and WordPress exports: one story an item, in order, nothing fetched."""

from __future__ import annotations

import socket

import pytest

from edition.errors import Severity, UnreadableInput
from edition.model import Crosshead, Figure, Paragraph, block_text
from edition.readers import READERS, read_bytes
from edition.sidecar.parse import Sidecar

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>青石日报</title>
<item><title>旧渡口架起新桥</title><dc:creator>林小禾</dc:creator><category>要闻</category>
<link>https://a.example/1</link><description>一座桥通车。</description>
<content:encoded><![CDATA[<p>清早六点，<a href="javascript:x">老周</a>走上桥面。</p>
<h3>修桥三年</h3><p>河水正大。</p><script>bad()</script>
<img src="https://a.example/1.jpg">]]></content:encoded></item>
<item><title>春汛来得早</title><category>要闻</category><description>河边的柳树绿了。</description></item>
WORDPRESS
</channel></rss>"""
POSTS = """<item><title>老屋</title><content:encoded><![CDATA[第一段。

第二段。]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<category domain="post_tag">标签</category><category domain="category">副刊</category></item>
<item><title>草稿一篇</title><content:encoded>未完</content:encoded>
<wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
<item><title>关于本站</title><content:encoded>页</content:encoded>
<wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>青石日报</title><entry>
<title type="html">旧渡口&lt;b&gt;架起&lt;/b&gt;新桥</title><author><name>林小禾</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>清早六点。</p></div></content>
</entry></feed>"""


@pytest.fixture(autouse=True)
def _no_net(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the net was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize(("said", "came"), [
    ("<pubDate>Tue, 01 Sep 2026 23:30:00 -0800</pubDate>", "2026-09-01"),
    ("<pubDate>2026-09-01T00:30:00+08:00</pubDate>", "2026-09-01"),
    ("<pubDate>前天</pubDate>", None), ("<pubDate>Tue, 99 Sep 2026 99:30:00</pubDate>", None),
    ("", None),
])
def test_a_story_keeps_its_day_and_its_address(said: str, came: str | None) -> None:
    read = read_bytes(RSS.replace("WORDPRESS", "").replace("<link>", f"{said}<link>", 1).encode(),
                      "a.xml")
    first, second = read.edition.stories
    assert (first.published and first.published.isoformat()) == came
    assert first.address == "https://a.example/1"
    assert second.published is second.address is None


@pytest.mark.parametrize("link", ["javascript:x()", "mailto:a@b.cn", "/1", "https://[bad", "甲"])
def test_what_is_no_address_of_a_page_is_none(link: str) -> None:
    copy = RSS.replace("WORDPRESS", "").replace("https://a.example/1<", f"{link}<", 1)
    assert next(read_bytes(copy.encode(), "a.xml").edition.stories).address is None


def test_rss_with_full_text() -> None:
    read = read_bytes(RSS.replace("WORDPRESS", "").encode(), "a.xml")
    first, second = read.edition.stories
    assert (first.headline, second.headline) == ("旧渡口架起新桥", "春汛来得早")
    assert first.byline is not None and first.byline.raw == "林小禾"
    assert [type(b) for b in first.body] == [Paragraph, Crosshead, Paragraph]
    assert block_text(first.body[0]) == "清早六点，老周走上桥面。"
    assert [block_text(b) for b in second.body] == ["河边的柳树绿了。"]
    assert [s.title for s in read.edition.sections] == ["要闻"]
    assert [item.text for item in read.edition.furniture] == ["青石日报"]
    told = {d.text for d in read.diagnostics}
    assert {"一座桥通车。", "script: bad()", "https://a.example/1.jpg"} <= told
    assert not [d for d in read.diagnostics if d.severity is Severity.ERROR]


def test_a_wordpress_export() -> None:
    read = read_bytes(RSS.replace("WORDPRESS", POSTS).encode(), "a.xml")
    stories = list(read.edition.stories)
    assert [s.headline for s in stories] == ["旧渡口架起新桥", "春汛来得早", "老屋"]
    assert [block_text(b) for b in stories[2].body] == ["第一段。", "第二段。"]
    assert [s.title for s in read.edition.sections] == ["要闻", "副刊"]
    out = {d.text for d in read.diagnostics if d.kind == "item_left_out"}
    assert out == {"草稿一篇", "关于本站"}


def test_atom_and_gbk() -> None:
    (story,) = read_bytes(ATOM.encode(), "a.xml").edition.stories
    assert (story.headline, block_text(story.body[0])) == ("旧渡口架起新桥", "清早六点。")
    coded = f'<?xml version="1.0" encoding="gbk"?>{ATOM}'.encode("gbk")
    (again,) = read_bytes(coded, "a.xml").edition.stories
    assert again.text == story.text


@pytest.mark.parametrize("data", [
    b"<rss/>", b"<rss><channel><title>a</title></channel></rss>", RSS.encode()[:600],
    b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel>'
    b"</rss>",
    b"<rss><channel><item><description>" + b"&lt;div&gt;" * 100_000
    + b"x</description></item></channel></rss>",
    b"<rss>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</rss>",
])
def test_bad_feeds_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(data, "a.xml")


def test_the_library_neither_cleans_nor_resolves_what_it_carries() -> None:
    data = RSS.replace("WORDPRESS", "").replace(
        '<rss version="2.0"', '<rss version="2.0" xml:base="https://a.example/x/"'
    ).replace("https://a.example/1.jpg", "b/a.jpg").encode()
    found = READERS[".xml"](data, "a.xml", Sidecar())
    story = found.sections[0].stories[0]
    assert [b.src for b in story.body if isinstance(b, Figure)] == ["b/a.jpg"]
    assert "script: bad()" in {remark.text for remark in found.remarks}
