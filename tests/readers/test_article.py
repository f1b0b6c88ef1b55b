"""Web pages: Founder's e-papers, pages with schema.org, pages with nothing but their text."""

from __future__ import annotations

import re

import pytest

from edition.errors import Severity, UnreadableInput
from edition.model import Crosshead, Paragraph, block_text
from edition.readers import Read, read_bytes
from edition.readers.tree.nodes import Element
from edition.readers.wire.article import _without

FOUNDER = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>青石日报</title></head><body><div>上一版　下一版</div>
<!--enpproperty <articleid>1</articleid><date>2024-03-05 00:00:00.0</date><author>林小禾</author>
<title>旧渡口架起新桥</title><subtitle>两岸步行十分钟</subtitle><introtitle>乡村路网又添一段</introtitle>
<nodename>02版：要闻</nodename> /enpproperty-->
<!--enpcontent--><P>　　清早六点，摆渡人老周第一次走上桥面。</P><P><STRONG>　　修桥三年</STRONG></P>
<P>　　三年前开工时，<BR>　　河水正大。</P><!--/enpcontent-->
<div>版权所有</div></body></html>"""

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>新桥 - 青石网</title>
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"旧渡口架起新桥",
"author":[{"name":"林小禾"}],"articleSection":"要闻"}]}</script></head>
<body><nav><a href="/">首页</a></nav><div id="w"><div class="text"><h1>旧渡口架起新桥</h1>
<p class="byline">记者 林小禾</p>
<p>清早六点，摆渡人<b>老周</b>第一次走上桥面，一路上和乡亲打着招呼，说要把旧船留给村里的孩子看。</p>
<h2>修桥三年</h2>
<p>三年前开工时，河水正大，工地停了两个月才复工，技术员住在岸边的板房里，一住就是三个冬天。</p>
<p>通车当天，集市比平时多了一倍的人，卖豆腐的阿婆不到九点就收了摊，她说以后每天都来赶集。</p>
</div></div><footer>版权所有</footer></body></html>"""


def _errors(read: Read) -> list[str]:
    return [d.kind for d in read.diagnostics if d.severity is Severity.ERROR]


@pytest.mark.parametrize("codec", ["gb18030", "gbk"])
def test_founder_islands(codec: str) -> None:
    read = read_bytes(FOUNDER.encode(codec), "node_2.htm")
    (story,) = read.edition.stories
    assert (story.kicker, story.headline, story.deck) == (
        "乡村路网又添一段", "旧渡口架起新桥", "两岸步行十分钟")
    assert story.byline is not None and story.byline.names == ("林小禾",)
    assert [type(b) for b in story.body] == [Paragraph, Crosshead, Paragraph, Paragraph]
    assert [item.text for item in read.edition.furniture] == ["上一版　下一版", "版权所有"]
    told = {d.text for d in read.diagnostics if d.kind == "left_out"}
    assert {"02版：要闻", "2024-03-05 00:00:00.0"} <= told
    assert not _errors(read)


def test_founder_tags() -> None:
    page = """<html><body><founder-title>春汛来得早</founder-title>
    <founder-author>许田</founder-author>
    <founder-content><p>河边的柳树绿了。</p><p>许田 摄影报道</p></founder-content></body></html>"""
    read = read_bytes(page.encode(), "a.html")
    (story,) = read.edition.stories
    assert story.headline == "春汛来得早"
    assert story.byline is not None and story.byline.raw == "许田 摄影报道", "it signs itself"
    assert "许田" in {d.text for d in read.diagnostics}


def test_a_page_without_marks_of_founder() -> None:
    read = read_bytes(PAGE.encode(), "bridge.html")
    (story,) = read.edition.stories
    assert story.headline == "旧渡口架起新桥"
    assert story.byline is not None and story.byline.raw == "记者 林小禾"
    assert [type(b) for b in story.body] == [Paragraph, Crosshead, Paragraph, Paragraph]
    assert {item.text for item in read.edition.furniture} == {"首页", "版权所有"}
    assert read.edition.sections[0].title == "要闻"
    assert "新桥 - 青石网" in {d.text for d in read.diagnostics}
    assert not _errors(read)


def test_every_character_of_the_page_is_somewhere_once() -> None:
    read = read_bytes(PAGE.encode(), "bridge.html")
    (story,) = read.edition.stories
    held = story.text + "".join(item.text for item in read.edition.furniture)
    shown = PAGE[PAGE.index("<body>"):]
    assert sorted("".join(held.split())) == sorted("".join(re.sub(r"<[^>]*>", "", shown).split()))


@pytest.mark.parametrize("data", [
    b"<div>" * 100_000 + b"x", b"", b"<html><body></body></html>", b"%PDF-1.4",
    b'<!DOCTYPE html [<!ENTITY a "b">]><p>&a;</p>', b"<html><script>1</script></html>",
    b'<meta charset="no-such"><p>a</p>',
])
def test_bad_pages_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(data, "bad.html")


def test_json_for_machines_may_be_broken() -> None:
    bad = '<script type="application/ld+json">' + "[" * 100_000
    bad += "</script><h1>题</h1><p>正文。</p>"
    (story,) = read_bytes(bad.encode(), "a.html").edition.stories
    assert story.headline == "题"
    assert [block_text(b) for b in story.body] == ["正文。"]


@pytest.mark.parametrize("data", [
    "<!--enpcontent-->" * 100_000, "<!--enpproperty <a>" * 50_000, "<!DOCTYPE a " + "b" * 100_000,
    "<!DOCTYPE " + "b " * 100_000 + "'", "<?xml " * 100_000, "a " * 9_900_000,
    "<!--enpproperty " + "<a>" * 50_000 + "/enpproperty--><!--enpcontent-->a<!--/enpcontent-->",
])
def test_pages_that_would_swell_end_soon(data: str) -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(data.encode(), "bad.html")


def paragraph(number: int) -> str:
    return f"<p>第{number}段说的是河边的事，两岸的人来来往往，大家都高兴，一直走到天黑。</p>"


def test_what_readers_say_under_a_story_is_no_part_of_it() -> None:
    said = "".join(f"<li>{paragraph(n)}</li>" for n in (4, 5, 6))
    own = "".join(map(paragraph, (1, 2, 3)))
    page = f"""<body><div id="w"><div class="text"><h1>旧渡口</h1>{own}
    </div><div class="reply"><ol class="comment-list">{said}</ol></div></div></body>"""
    read = read_bytes(page.encode(), "a.html")
    (story,) = read.edition.stories
    assert [block_text(block)[:3] for block in story.body] == ["第1段", "第2段", "第3段"]
    assert [item.text[:3] for item in read.edition.furniture] == ["第4段", "第5段", "第6段"]


@pytest.mark.parametrize("length", [59, 60, 61])
def test_what_stands_around_a_story_is_named_by_its_first_words(length: int) -> None:
    around = "路" * length
    page = PAGE.replace("<a href=\"/\">首页</a>", around)
    (told,) = [d for d in read_bytes(page.encode(), "a.html").diagnostics
               if d.kind == "around_article"]
    assert (told.text, told.values["count"]) == (around[:60], 2)


@pytest.mark.parametrize(("length", "signs"), [(60, True), (61, False)])
def test_an_element_that_names_itself_a_byline_is_one_up_to_sixty_characters(
    length: int, signs: bool
) -> None:
    page = PAGE.replace("记者 林小禾", "记者 林小禾" + "乡" * (length - 6))
    (story,) = read_bytes(page.encode(), "a.html").edition.stories
    assert (story.byline is not None and story.byline.raw.startswith("记者 林小禾乡")) == signs


@pytest.mark.parametrize(("holder", "taken"), [
    ('<div itemprop="articleBody">', True), ("<article>", True), ('<div itemprop="text">', False),
])
def test_one_element_the_page_names_its_article_holds_the_story(holder: str, taken: bool) -> None:
    end = "</article>" if holder == "<article>" else "</div>"
    around = "".join(map(paragraph, (1, 2, 3)))
    page = f"<body><h1>旧渡口</h1>{around}{holder}短。{end}</body>"
    (story,) = read_bytes(page.encode(), "a.html").edition.stories
    assert ([block_text(block) for block in story.body] == ["短。"]) == taken


def test_two_articles_of_a_page_name_no_one_story() -> None:
    page = f"<body><h1>旧渡口</h1><article>{paragraph(1)}</article><article>短。</article></body>"
    (story,) = read_bytes(page.encode(), "a.html").edition.stories
    assert block_text(story.body[0]).startswith("第1段")


@pytest.mark.parametrize("tag", ["article", "section", "main", "header"])
def test_a_page_without_the_tag_of_its_body_is_whole(tag: str) -> None:
    text = "水库今起蓄水，坝高一百米，库容三亿立方米，下游五县从此不再缺水，两岸的村民都来看了。"
    page = (f"<!DOCTYPE html><meta charset=utf-8><title>水库</title><{tag}><h1>水库蓄水</h1>"
            f"<p>{text}</p></{tag}><section><p>（方晴）</p><p>{text}</p></section>")
    found = read_bytes(page.encode(), "a.html")
    told = found.edition.sections[0].stories[0].text + "".join(
        f.text for f in found.edition.furniture)
    assert told.count(text) >= 1 and "方晴" in told and "水库蓄水" in told


def test_of_two_elements_alike_only_the_one_meant_is_taken_out() -> None:
    first, second = (Element("p", {}, ("桥",)) for _ in range(2))
    left = _without(Element("div", {}, (first, second)), [second])
    assert left.children[0] is not second and [c.tag for c in left.elements] == ["p", "hr"]
