"""What a format carries and the page does not: every piece of it is named, and nothing else is."""

from __future__ import annotations

import json

from edition.copy.making import make_edition
from edition.errors import Diagnostic
from edition.readers import READERS, Read
from edition.sidecar.parse import Sidecar

NEWSML = """<newsMessage><itemSet>
<packageItem><contentMeta><headline>一组：新桥</headline></contentMeta><groupSet/></packageItem>
<newsItem><contentMeta><description role="drol:caption">渡口旧影。</description>
<headline>旧照</headline><by>方远</by></contentMeta>
<contentSet><remoteContent href="old.jpg" contenttype="image/jpeg"/></contentSet></newsItem>
<newsItem><contentMeta><headline role="hlrole:kicker">乡村路网</headline>
<headline role="drol:main">新桥通车</headline><headline>又一题</headline>
<subheadline>步行十分钟</subheadline><headline role="deck">上学不绕路</headline>
<by>记者 林小禾</by><by>本报</by><dateline>青石镇11月3日电</dateline><slugline>bridge</slugline>
<creditline>县融媒</creditline><note>急稿</note><description>一座桥</description></contentMeta>
<contentSet><inlineXML><nitf><body><body.head><hedline><hl1>旧渡口架起新桥</hl1></hedline>
<note>编注</note></body.head><body.content><p>清早六点。</p></body.content></body></nitf></inlineXML>
<inlineData contenttype="text/plain">清早六点，另一版。</inlineData><inlineData> </inlineData>
<remoteContent href="https://p.example/v.mp4" contenttype="video/mp4"/></contentSet></newsItem>
<newsItem><contentMeta><headline>桥面</headline><description role="caption">新桥。</description>
<creditline>方远 摄</creditline></contentMeta>
<contentSet><remoteContent href="https://p.example/b.jpg" contenttype="image/jpeg"/>
<remoteContent href="b.png"/></contentSet></newsItem>
<newsItem><contentSet><inlineXML><html><head><title>网页题</title></head><body><p>第二篇。</p>
<script>x()</script></body></html></inlineXML></contentSet></newsItem>
</itemSet></newsMessage>"""

NITF = """<nitf><body><body.head><hedline><hl1>旧渡口架起新桥</hl1>
<hl2>甲</hl2><hl2>乙</hl2></hedline>
<note>编注</note><rights>版权</rights><byline>记者 <person>林小禾</person></byline>
<byline>通讯员 <person>许田</person></byline>
<dateline>青石镇</dateline><abstract><p>清早六点。</p></abstract></body.head>
<body.content><p>清早六点。</p><p>桥面很宽。</p><style>p{}</style>
<img src="https://a.example/a.jpg"/></body.content>
<body.end><tagline>（完）</tagline><bibliography> </bibliography></body.end></body></nitf>"""

FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>青石日报</title><description>县里的事</description><copyright>版权</copyright>
<item><title>旧渡口架起新桥</title><author>林小禾</author><category>要闻</category>
<category>交通</category><link>https://a.example/1</link>
<pubDate>Tue, 05 Mar 2024 00:00:00 GMT</pubDate><description>一座桥通车。</description>
<enclosure url="https://a.example/1.mp3" length="1" type="audio/mpeg"/>
<content:encoded><![CDATA[<p>清早六点。</p>]]></content:encoded></item>
<item><title>春汛</title><description>河边。</description><category>要闻</category></item>
<item><title>老屋</title><content:encoded>第一段。

第二段。</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<category domain="post_tag">标签</category></item>
<item><title>草稿</title><content:encoded>draft</content:encoded><wp:post_type>post</wp:post_type>
<wp:status>draft</wp:status></item></channel></rss>"""

PAGE = """<html><head><title>新桥 - 青石网</title><meta name="Author" content="网编">
<script type="application/ld+json">{"@type":["Thing","NewsArticle"],"headline":"给机器的题",
"alternativeHeadline":"副题在此","author":[{"name":"林小禾"},"许田"],"articleSection":["要闻","二"]}
</script></head><body><nav>首页</nav><article><h1>旧渡口<br>架起新桥</h1><p>清早六点。</p>
<form>登录</form><ul><li>一</li></ul></article><footer>版权所有</footer></body></html>"""

FOUNDER = """<html><body><div>上一版</div><!--enpproperty <title>甲</title><author>林小禾</author>
<date>2024</date><nodename>要闻</nodename><source>青石日报</source> /enpproperty-->
<!--enpcontent--><p>清早六点。</p><p>林 小禾 摄</p><!--/enpcontent-->
<!--enpproperty <title>乙<br>丙</title><title>丁</title><author>许田</author><imgtxt>图说</imgtxt>
/enpproperty--><!--enpcontent--><p>第二篇。</p><!--/enpcontent-->
<!--enpcontent--><p>第三篇。</p><!--/enpcontent--></body></html>"""

NINJS = json.dumps({
    "uri": "u", "type": "text", "headline": "旧渡口架起新桥",
    "headlines": [{"role": "main", "value": "bridge"}, {"role": "kicker", "value": "引题"}],
    "byline": ["记者 林小禾", "许田"], "dateline": "青石镇", "slugline": "bridge", "urgency": 3,
    "ednote": "急稿", "body_xhtml": "<p>清早六点。</p><script>x</script>",
    "body_short": "另一版。",
    "associations": {
        "p": {"type": "picture", "headline": "图题", "description_caption": "新桥通车。",
              "byline": "方远", "slugline": "pic",
              "renditions": {"o": {"href": "https://p.example/a.jpg"}}},
        "v": {"type": "video", "headline": "视频"},
        "t": {"type": "text", "headline": "附文", "body_text": "一句。\n\n二句。"},
    },
}, ensure_ascii=False)


def read(name: str, data: str) -> Read:
    """The reader alone: what is wanted beside the copy is not looked for."""
    found = READERS[name[name.rindex(".") :]](data.encode(), name, Sidecar())
    return make_edition(found, name, data.encode())


def told(remark: Diagnostic) -> tuple[str, int | None, str]:
    """Kind, story and words, the label of a part before them."""
    what = remark.message.removesuffix(" is not printed.")
    return remark.kind, remark.story, f"{what} | {remark.text}" if remark.kind == "left_out" else (
        remark.text or "")


def test_newsml() -> None:
    found = read("a.xml", NEWSML)
    assert [(sec.title, s.text) for sec in found.edition.sections for s in sec.stories] == [
        (None, "乡村路网\n旧渡口架起新桥\n步行十分钟　上学不绕路\n青石镇11月3日电\n"
         "清早六点。\n渡口旧影。\n新桥。 方远 摄\n记者 林小禾　本报"),
        (None, "第二篇。"),
    ]
    assert [item.text for item in found.edition.furniture] == []
    assert [told(remark) for remark in found.diagnostics] == [
        ("left_out", 1, "“note” of the head | 编注"),
        ("left_out", 1, "“slugline” of contentMeta | bridge"),
        ("left_out", 1, "“creditline” of contentMeta | 县融媒"),
        ("left_out", 1, "“note” of contentMeta | 急稿"),
        ("left_out", 1, "“description” of contentMeta | 一座桥"),
        ("left_out", 1, "A further headline | 又一题"),
        ("left_out", 1, "A further rendition of the story | 清早六点，另一版。"),
        ("left_out", 1, "The headline of contentMeta | 新桥通车"),
        ("left_out", 1, "Content that lies elsewhere | https://p.example/v.mp4"),
        ("left_out", 1, "“headline” of a picture | 旧照"),
        ("left_out", 1, "“by” of a picture | 方远"),
        ("left_out", 1, "Content that lies elsewhere | https://p.example/b.jpg"),
        ("left_out", 1, "“headline” of a picture | 桥面"),
        ("left_out", 1, "The headline of the package | 一组：新桥"),
        ("headline_missing", 2, ""),
        ("left_out", 2, "The title of the page inside | 网页题"),
        ("left_out", 2, "What is no copy | script: x()"),
    ]


def test_nitf() -> None:
    found = read("a.nitf", NITF)
    assert [(sec.title, s.text) for sec in found.edition.sections for s in sec.stories] == [
        (None, "旧渡口架起新桥\n甲　乙\n青石镇\n清早六点。\n桥面很宽。\n"
         "记者 林小禾　通讯员 许田\n（完）"),
    ]
    assert [item.text for item in found.edition.furniture] == []
    assert [told(remark) for remark in found.diagnostics] == [
        ("left_out", 1, "“note” of the head | 编注"),
        ("left_out", 1, "“rights” of the head | 版权"),
        ("left_out", 1, "The abstract, which repeats the opening of the text, | 清早六点。"),
        ("left_out", 1, "What is no copy | style: p{}"),
        ("picture_elsewhere", 1, "https://a.example/a.jpg"),
    ]


def test_feed() -> None:
    found = read("a.xml", FEED)
    assert [(sec.title, s.text) for sec in found.edition.sections for s in sec.stories] == [
        ("要闻", "旧渡口架起新桥\n清早六点。\n林小禾"),
        ("要闻", "春汛\n河边。"),
        (None, "老屋\n第一段。\n第二段。"),
    ]
    assert [item.text for item in found.edition.furniture] == ["青石日报", "县里的事", "版权"]
    assert [told(remark) for remark in found.diagnostics] == [
        ("item_left_out", None, "草稿"),
        ("left_out", 1, "A further rendition of the text | 一座桥通车。"),
        ("left_out", 1, "Date and address | Tue, 05 Mar 2024 00:00:00 GMT https://a.example/1"),
        ("left_out", 1, "Further categories | 交通"),
        ("left_out", 1, "An enclosure | https://a.example/1.mp3"),
        ("left_out", 3, "Further categories | 标签"),
        ("unaccounted", None, "要闻"),
    ]


def test_ninjs() -> None:
    found = read("a.json", NINJS)
    assert [(sec.title, s.text) for sec in found.edition.sections for s in sec.stories] == [
        (None, "引题\n旧渡口架起新桥\n青石镇\n清早六点。\n新桥通车。 方远\n记者 林小禾　许田"),
        (None, "附文\n一句。\n二句。"),
    ]
    assert [item.text for item in found.edition.furniture] == []
    assert [told(remark) for remark in found.diagnostics] == [
        ("picture_elsewhere", None, "https://p.example/a.jpg"),
        ("left_out", 1, "A further rendition of the text | 另一版。"),
        ("left_out", 1, "The key “slugline” | bridge"),
        ("left_out", 1, "An associated item | 视频"),
        ("left_out", 1, "The key “slugline” of a picture | pic"),
        ("left_out", 1, "The headline of a picture | 图题"),
        ("note_to_editors", 1, "急稿"),
        ("left_out", 1, "What is no copy | script: x"),
    ]


def test_page() -> None:
    found = read("a.html", PAGE)
    assert [(sec.title, s.text) for sec in found.edition.sections for s in sec.stories] == [
        ("要闻", "旧渡口 架起新桥\n副题在此\n清早六点。\n• 一\n林小禾 许田"),
    ]
    assert [item.text for item in found.edition.furniture] == ["首页", "版权所有"]
    assert [told(remark) for remark in found.diagnostics] == [
        ("around_article", None, "首页"),
        ("left_out", 1, "The page's title | 新桥 - 青石网"),
        ("left_out", 1, "The headline for machines | 给机器的题"),
        ("left_out", 1, "What is no copy | form: 登录"),
    ]


def test_founder() -> None:
    found = read("a.htm", FOUNDER)
    assert [(sec.title, s.text) for sec in found.edition.sections for s in sec.stories] == [
        (None, "甲\n清早六点。\n林 小禾 摄"),
        (None, "乙 丙\n第二篇。\n许田"),
        (None, "第三篇。"),
    ]
    assert [item.text for item in found.edition.furniture] == ["上一版"]
    assert [told(remark) for remark in found.diagnostics] == [
        ("around_article", None, "上一版"),
        ("left_out", 1, "The field “author”, where the text names it already, | 林小禾"),
        ("left_out", 1, "The field “date” | 2024"),
        ("left_out", 1, "The field “nodename” | 要闻"),
        ("left_out", 1, "The field “source” | 青石日报"),
        ("left_out", 2, "The field “imgtxt” | 图说"),
        ("headline_missing", 3, ""),
    ]


def test_an_abstract_of_its_own_stands_before_the_text_and_is_not_left_out() -> None:
    found = read("a.nitf", NITF.replace("<abstract><p>清早六点。", "<abstract><p>桥通了。"))
    assert "\n桥通了。\n清早六点。\n" in next(found.edition.stories).text
    assert not [remark for remark in found.diagnostics if "abstract" in remark.message]


def test_a_page_of_white_inside_an_item_is_no_story() -> None:
    white = "<newsItem><contentSet><inlineXML><p> \n </p></inlineXML></contentSet></newsItem>"
    found = read("a.xml", NEWSML.replace("</itemSet>", f"{white}</itemSet>"))
    assert len(list(found.edition.stories)) == 2
