"""What a reader sees of heads and contents, read from the finished book."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edition
from book_shelf import COPY, LONG, book_of, leaf_names, leaves, page_of
from edition import PrintedPage, Source
from edition.compose.classes import NOT_AT_END, NOT_AT_START, kind_of
from edition.errors import InvalidEdition
from edition.render.book.headparts import phrases, shortened
from gold_edition import gold_edition


@pytest.fixture(scope="module")
def book() -> bytes:
    return book_of()


def test_a_head_parts_at_the_space_of_the_copy_and_never_inside_a_word(book: bytes) -> None:
    first, second, *_ = leaves(book)
    assert ('class="held"><span class="half">石桥镇<wbr/>多元<wbr/>共治</span> '
            '<span class="half">构建<wbr/>物业管理<wbr/>新格局</span></h1>') in first
    assert "农田水利<wbr/>建设<wbr/>成效显著<wbr/>展新颜</h1>" in second


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
def test_the_parts_of_every_head_are_its_characters(tag: str) -> None:
    for story in gold_edition(tag).stories:
        found = phrases(story.headline, tag, story.headline_as_read)
        assert " ".join("".join(some) for some in found) == story.headline
    assert phrases("Two words", "en") == () == phrases("2026", "zh-Hans")


def test_the_lines_of_a_crosshead_stay_together_and_with_their_text(book: bytes) -> None:
    assert '<span class="half">多元<wbr/>共治</span> <span class="half">构建' in leaves(book)[0]
    sheet = page_of(book, "style/book.css")
    heads = re.search(r"\nh1,\nh2 \{(.*?)\}", sheet, re.DOTALL)
    crosshead = re.findall(r"\nh2 \{(.*?)\}", sheet, re.DOTALL)
    assert heads is not None and len(crosshead) == 2
    for rule in ("break-inside: avoid", "page-break-inside: avoid",
                 "-webkit-column-break-inside: avoid"):
        assert rule in heads[1]
    for rule in ("break-after: avoid", "page-break-after: avoid",
                 "-webkit-column-break-after: avoid"):
        assert rule in crosshead[1]


def test_a_long_headline_is_whole_in_its_head_and_short_in_every_label(book: bytes) -> None:
    _, second, third, _ = leaves(book)
    head = re.search(r"<h1[^>]*>(.*?)</h1>", third)
    assert head and re.sub("<[^>]+>", "", head[1]) == LONG
    assert 'class="held longest"' in third
    title = re.search("<title>(.*?)</title>", third)
    assert title and len(title[1]) <= 50 and "…" in title[1]
    after = re.search('rel="next"[^>]*>(.*?)</a>', second)
    assert after and len(after[1]) <= 4 + 24 and after[1].endswith("…")
    for name in ("nav.xhtml", "toc.ncx", "cover.xhtml"):
        assert LONG not in page_of(book, name)
    alt = re.search('alt="([^"]*)"', page_of(book, "cover.xhtml"))
    assert alt and len(alt[1]) < 200


def test_a_label_ends_where_a_line_might() -> None:
    assert shortened("短标题") == "短标题"
    assert shortened("农田水利建设成效显著展新颜", 9) == "农田水利建设…"
    assert len(shortened("字" * 300, 24)) <= 24
    assert shortened("合作社今年为什么不等粮贩上门了——来自三个村的调查", 18).endswith("上门了…")
    assert shortened("e\u0301" * 30, 10).count("\u0301") == shortened("e\u0301" * 30, 10).count("e")


def test_byline_paper_date_and_page_stand_under_the_head(book: bytes) -> None:
    first = leaves(book)[0]
    assert first.index("</h1>") < first.index('<p class="about">') < first.index("</header>")
    assert '<span class="signed">方晴　何文</span> <span>石桥报</span>' in first
    assert '<time datetime="2026-11-29">2026年11月29日 星期日</time>' in first
    assert "<span>第1024期</span> <span>第A1版</span>" in first
    assert "本报记者 方晴 何文</p>" in first, "the copy's own line is where it was"


def test_each_story_leads_on_back_and_to_its_line_of_the_contents(book: bytes) -> None:
    names, contents = leaf_names(book), page_of(book, "contents.xhtml")
    for place, leaf in enumerate(leaves(book)):
        home = f'href="../contents.xhtml#to-{names[place]}"'
        assert leaf.count(home) == 2, "at the head and at the foot"
        assert f'id="to-{names[place]}"></span>' in contents, "an empty mark: no pop-up"
        head, foot = leaf.split("<article")[0], leaf.split("</article>")[1]
        for near in (place - 1, place + 1):
            for part in (head, foot):
                there = 0 <= near < len(names)
                assert (f'href="{names[near % len(names)]}.xhtml"' in part) == there


def test_the_contents_go_section_by_section_with_what_a_reader_asks_for(book: bytes) -> None:
    page = page_of(book, "contents.xhtml")
    jumps = re.search('<p class="jumps">(.*?)</p>', page, re.DOTALL)
    assert jumps is not None
    for section in re.findall('href="#([^"]+)"', jumps[1]):
        assert f'<h2 id="{section}">' in page
    assert re.findall(">([^<]+)</a>", jumps[1]) == ["要闻", "副刊"]
    entries = page.split("<li>")[1:]
    assert '<span class="deck">石桥镇今年把物业管理放在心上，走出一条新路。</span>' in entries[0]
    assert '<span class="signed">何文</span>' in entries[1] and "摄影报道" not in entries[1]
    known = page_of(paged(), "contents.xhtml")
    assert re.search(r"<span>第A1版</span> <span>[\d,]+字</span>", known)
    assert re.search(r"<span>32字</span></span></li>", entries[1])


def paged() -> bytes:
    pages = (PrintedPage(1, "A1", ("s01", "s02", "s03", "s04")), PrintedPage(2, "A2", ("s01b04",)))
    return book_of(pages=pages)


def test_pages_the_copy_names_and_pages_a_story_goes_on_on_are_links() -> None:
    first = leaves(paged())[0]
    mark = re.search('id="(page-2[^"]*)"', first)
    assert mark is not None
    link = re.search(r'（<a href="([^"]*)">下转A2版</a>）', first)
    assert link and link[1].endswith(f"#{mark[1]}")
    assert re.search(rf'<a href="[^"]*#{mark[1]}">下转第A2版</a></p>', first)
    assert ">下转A2版</a>" not in leaves(book_of())[0], "no pages, no links"


def test_stories_under_one_head_lead_to_each_other() -> None:
    stories = [edition.Story.of(head, ["一段。"], group="同题") for head in ("甲文", "乙文")]
    made = edition.Edition.build("n", [*stories, edition.Story.of("丙文", ["一段。"])])
    found = leaves(edition.to_epub(made).data)
    assert "<p>相关报道</p>" in found[0] and ">乙文</a></li>" in found[0]
    assert ">甲文</a></li>" in found[1] and "相关报道" not in found[2]


def test_every_story_of_a_folder_has_the_label_of_its_own_page() -> None:
    def page(label: str) -> Source:
        sidecar = f'paper = "石桥报"\ndate = 2026-11-29\npage = "{label}"\n'
        return Source(f"{label}.md", f"## {label}桥修好了\n\n一段。\n".encode(), sidecar.encode(),
                      sidecar_name=f"{label}.toml")

    found = edition.read(page("A1"), page("B2"))
    epub = edition.to_epub(found.edition).data
    assert [re.findall("第[AB][12]版", leaf) for leaf in leaves(epub)] == [["第A1版"], ["第B2版"]]
    opf = page_of(epub, "content.opf")
    assert '<dc:title id="title">石桥报 2026年11月29日</dc:title>' in opf
    assert "第A1版" not in page_of(epub, "contents.xhtml").split("<nav")[0]
    assert "第A1版</dc:title>" in page_of(book_of(COPY), "content.opf")


@pytest.mark.parametrize(("head", "pieces"), [
    ("——看八月湖街道如何打造", "——看八月湖 街道 如何 打造"),
    ("新路通车……大家都来", "新路 通车…… 大家 都来"),
    ("他说：“好的”，我们走", "他说： “好的”， 我们走"),
    ("《山城日报》（副刊）第3期", "《山城日报》 （副刊） 第3期"),
    ("今年增长12.5%——记山城", "今年 增长 12.5%—— 记山城"),
])
def test_no_line_of_a_head_opens_with_a_mark_or_ends_inside_a_figure(
    head: str, pieces: str
) -> None:
    (found,) = phrases(head, "zh-Hans")
    assert " ".join(found) == pieces


SIGNS = [*"。，、：；！？”’）》】…—·～（《“‘%¥", "新路", "通车", "3", "12.5", "AI"]


@given(st.lists(st.sampled_from(SIGNS), min_size=2, max_size=12))
def test_wherever_a_head_may_be_cut_the_rules_of_line_ends_hold(parts: list[str]) -> None:
    head = "".join(("新路", *parts))
    for phrase in phrases(head, "zh-Hans"):
        assert "".join(phrase) in head
        for before, after in pairwise(phrase):
            assert kind_of(after[0]) not in NOT_AT_START and kind_of(before[-1]) not in NOT_AT_END
            assert not (before[-1] == after[0] and after[0] in "—…")
            assert not (before[-1].isdigit() and after[0] in "0123456789.%")
    assert "".join(piece for phrase in phrases(head, "zh-Hans") for piece in phrase) == head


def test_a_label_never_ends_with_an_opening_mark() -> None:
    head = "山城日报副刊文化版面今天（刊登）一篇很长很长的文章"
    for most in range(4, len(head)):
        short = shortened(head, most)
        assert len(short) <= most and short[-2] not in "（，"


def test_the_head_leads_to_where_the_story_is_from() -> None:
    story = edition.Story.of("新路通车", "山里的新路昨日通车。", published="2026-09-01",
                             address="https://a.cn/新路?b=1&c=2")
    same = edition.Story.of("渔港开海", "渔港开海。", published="2026-09-02")
    made = edition.Edition.build("n", [story, same],
                                 imprint={"paper": "石桥报", "date": "2026-09-02"})
    first, second = leaves(edition.to_epub(made).data)
    assert ('<a class="original" href="https://a.cn/%E6%96%B0%E8%B7%AF?b=1&amp;c=2">原文</a> '
            '<time class="published" datetime="2026-09-01">2026年9月1日 星期二</time></p>') in first
    assert "published" not in second and "原文" not in second, "it came out on the day of the paper"
    assert ">Original</a>" in leaves(edition.to_epub(replace(made, language="en")).data)[0]
    upright = edition.to_epub(edition.convert(made, "zh-Hant-TW").edition,
                              form=edition.BookForm(vertical=True))
    assert ">二〇二六年九月一日 星期二</time></p>" in leaves(upright.data)[0]


@pytest.mark.parametrize("address", ["mailto:a@b.cn", "#s01", "ftp://a.cn/", "javascript:x()"])
def test_a_story_is_from_a_page_or_from_nowhere(address: str) -> None:
    with pytest.raises(InvalidEdition):
        edition.Edition.build("n", [edition.Story.of("题", "文。", address=address)])
