"""Names in the finished book before and after a change: what may differ, and what must not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import edition
import epub_gates as gates
from bench.books.told import story_paths
from edition import Edition, Figure, Paragraph, Run, Story
from edition.copy.pictures import picture
from edition.judging.joining import merge
from edition.render.book.lastingnames import lasting

CONTENTS = {"EPUB/content.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx", "EPUB/contents.xhtml"}
HEADS = ("山里的新路", "渔港开海", "老街换新颜", "稻田里的课堂", "一座桥的一百年")
IMPRINT = {"paper": "山城日报", "date": date(2026, 9, 1), "page": "A1"}


def story(head: str, *more: str, **given: object) -> Story:
    """A story whose paragraphs are its own."""
    texts = [f"{head}的第{n}段，说的是{head}那一天的事情。" for n in "一二三四"]
    return Story.of(head, (*texts, *more), **given)


def paper(*stories: Story, **given: object) -> Edition:
    return Edition.build("paper", stories, imprint=IMPRINT, **given)


def book(*stories: Story, **given: object) -> dict[str, bytes]:
    return gates.files(edition.to_epub(paper(*stories, **given)).data)


def unlike(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """The files that differ, or stand in one of two books only."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def without_turns(document: bytes) -> bytes:
    """A story's document without its links to the stories before and after, at head and foot."""
    bare, count = re.subn(rb'<p><a rel="(?:prev|next)".*?</p>\n', b"", document)
    links = b"".join(re.findall(rb'<span class="steps">(.*?)</span>', bare))
    steps = re.findall(rb'<a href="s[0-9a-f]+\.xhtml">[^<]+</a>', links)
    assert len(steps) == count
    for one in steps:
        bare = bare.replace(one, b"", 1)
    return bare


def told_anew(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The lines of the contents page that differ, as they are in the second of two books."""
    lines = [found["EPUB/contents.xhtml"].decode().splitlines() for found in (one, other)]
    return [new.strip() for old, new in zip(*lines, strict=True) if old != new]


def ids(document: bytes) -> list[str]:
    return re.findall(r'<(?:p|h1|figure) [^>]*id="([^"]+)"', document.decode())


def jpeg(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return out.getvalue()


def test_a_story_added_in_the_middle_changes_its_neighbours_links_and_the_contents() -> None:
    old = [story(head) for head in HEADS]
    before = book(*old)
    after = book(*old[:2], story("新添的一篇"), *old[2:])
    new = story_paths(after)[2]
    neighbours = {story_paths(before)[1], story_paths(before)[2]}
    cover = {"EPUB/cover.xhtml", "EPUB/images/cover.png"}  # It lists the first headlines.
    assert unlike(before, after) - cover == CONTENTS | {new} | neighbours
    for name in neighbours:
        assert without_turns(before[name]) == without_turns(after[name])
    assert [name for name in story_paths(after) if name != new] == story_paths(before)


def test_a_paragraph_added_changes_its_story_and_its_length_alone_and_no_id_in_it() -> None:
    old = [story(head) for head in HEADS]
    before = book(*old)
    longer = Story.of(HEADS[1], ("新添的一段。", *(b.runs[0].text for b in old[1].body)))
    # The opening of the text is what a story is called after: the editor's id outlives it too.
    later = replace(old[1], body=(*old[1].body[:1], Paragraph.of("新添的一段。"), *old[1].body[1:]))
    after = book(old[0], later, *old[2:])
    name = story_paths(before)[1]
    assert unlike(before, after) == {name, "EPUB/contents.xhtml"}
    (entry,) = told_anew(before, after)
    lengths = [len("".join(b.runs[0].text for b in one.body)) for one in (old[1], later)]
    assert f"<span>{lengths[1]}字</span>" in entry
    was = entry.replace(f"{lengths[1]}字", f"{lengths[0]}字")
    assert was in before["EPUB/contents.xhtml"].decode()
    kept = [one for one in ids(after[name]) if one in ids(before[name])]
    assert kept == ids(before[name]) and len(ids(after[name])) == len(kept) + 1
    named = [replace(one, own_id=f"a{n}") for n, one in enumerate(old)]
    first = book(named[0], replace(longer, own_id="a1"), *named[2:])
    assert story_paths(first) == story_paths(book(*named))


def test_a_headline_corrected_changes_no_name() -> None:
    before = book(*(story(head) for head in HEADS))
    fixed = replace(story(HEADS[2]), headline="老街换了新颜")
    after = book(*(fixed if head == HEADS[2] else story(head) for head in HEADS))
    assert story_paths(before) == story_paths(after)
    name = story_paths(before)[2]
    assert ids(before[name]) == ids(after[name])
    assert unlike(before, after) - {"EPUB/cover.xhtml", "EPUB/images/cover.png"} == {
        *CONTENTS - {"EPUB/content.opf"}, *story_paths(before)[1:4],
    }


def test_a_picture_added_changes_its_story_its_length_and_the_list_of_files_alone() -> None:
    shown = [picture(f"{n}.jpg", jpeg(c)) for n, c in enumerate(("red", "green"), 1)]
    figures = [Figure.of("1.jpg", "图一"), Figure.of("2.jpg", "图二")]
    old = [story(head) for head in HEADS]
    last = replace(old[4], body=(figures[1], *old[4].body))
    before = book(*old[:4], last, pictures=shown[1:])
    first = replace(old[1], body=(figures[0], *old[1].body))
    after = book(old[0], first, *old[2:4], last, pictures=shown)
    new = {name for name in after if name.startswith("EPUB/images/") and name not in before}
    assert len(new) == 1
    mute = book(old[0], replace(first, body=(Figure("1.jpg"), *old[1].body)), *old[2:4], last,
                pictures=shown)
    assert unlike(before, mute) == {"EPUB/content.opf", story_paths(before)[1], *new}
    assert unlike(before, after) == {*unlike(before, mute), "EPUB/contents.xhtml"}
    assert len(told_anew(before, after)) == 1


def test_one_picture_under_two_names_lies_in_the_book_once() -> None:
    shown = [picture(f"{n}.jpg", jpeg("red")) for n in (1, 2)]
    with_both = replace(story(HEADS[0]), body=(
        Figure.of("1.jpg", "图一"), Figure.of("2.jpg", "图二"),
    ))
    found = book(with_both, pictures=shown)
    assert sum(name.startswith("EPUB/images/p") for name in found) == 1
    assert found[story_paths(found)[0]].count(b"<img") == 2


def names(stories: Sequence[Story]) -> dict[str, tuple[str, ...]]:
    """What each story and its blocks are called, by its headline."""
    named = lasting(paper(*stories)).edition
    return {one.headline: (one.id, *(b.id for b in one.body)) for one in named.stories}


@given(st.permutations(HEADS), st.integers(0, 4))
def test_order_and_neighbours_name_nothing(order: list[str], left_out: int) -> None:
    whole = names([story(head) for head in HEADS])
    some = names([story(head) for head in order if head != HEADS[left_out]])
    assert some == {head: whole[head] for head in some}


@given(st.lists(st.sampled_from(["甲", "乙", "甲乙", "——", ""]), min_size=1, max_size=9))
def test_no_name_stands_twice(texts: list[str]) -> None:
    paragraphs = tuple(Paragraph((Run(text),)) for text in texts)
    stories = [Story("", "同题", paragraphs), Story("", "同题", paragraphs), Story("", "", ())]
    named = lasting(paper(*stories)).edition
    every = [one for s in named.stories for one in (s.id, *(b.id for b in s.body))]
    assert len(set(every)) == len(every)
    assert all(re.fullmatch("s[0-9a-f]{10}(x[0-9]+)?(b[0-9a-f]{10}(x[0-9]+)?)?", e) for e in every)


def test_stories_that_open_alike_are_told_apart_by_their_headlines_in_any_order() -> None:
    text = "本报讯　记者昨日从市气象局获悉，受冷空气影响，未来三天我市将有一次降温过程，请注意。"
    some = [Story.of(head, (text,)) for head in ("天气", "出行", "农事")]
    assert names(some) == names(some[::-1])
    assert names(some[:2])["天气"] == names(some)["天气"]


def test_the_id_of_the_source_and_that_of_the_sidecar_name_a_story(tmp_path: Path) -> None:
    feed = """<rss version="2.0"><channel><title>t</title><item><title>{}</title>
    <guid>urn:story:7</guid><description>{}</description></item></channel></rss>"""
    source = tmp_path / "a.xml"

    def name() -> str:
        read = edition.read(source)
        return story_paths(gates.files(edition.to_epub(read.edition).data))[0]

    source.write_text(feed.format("新路通车", "新路昨日通车。"), "utf-8")
    first = name()
    source.write_text(feed.format("新路已通车", "山里的新路于昨日通车。"), "utf-8")
    assert name() == first
    (tmp_path / "a.toml").write_text('[[stories]]\nheadline = 1\nid = "road"\n', "utf-8")
    own = name()
    assert own != first
    source.write_text(feed.format("别的", "别的。").replace(":7", ":8"), "utf-8")
    assert name() == own


def test_an_id_a_program_gives_is_kept_through_json_and_merge() -> None:
    made = paper(story(HEADS[0], id="road"), story(HEADS[1]))
    again = edition.from_json(edition.to_json(made)) if hasattr(edition, "from_json") else made
    joined = merge(paper(story(HEADS[2])), again)
    assert [one.own_id for one in joined.stories] == [None, "road", None]
    assert names(list(joined.stories))[HEADS[0]] == names(list(made.stories))[HEADS[0]]


def test_a_link_to_another_story_leads_to_its_document() -> None:
    links = Paragraph((
        Run("见", href="#b"), Run("此", href="#a"), Run("段", href="#b2"), Run("栏", href="#top"),
    ))
    one = Story("a", HEADS[0], (links,))
    other = Story("b", HEADS[1], (replace(Paragraph.of("正文。"), id="b2"),))
    whole = Edition.build("links", [edition.Section("要闻", (one, other), id="top")])
    data = edition.to_epub(whole).data
    assert gates.dead_links(data) == []
    found = gates.files(data)
    first, second = (name.removeprefix("EPUB/text/") for name in story_paths(found))
    hrefs = re.findall(r'<a href="([^"]+)">.</a>', found[f"EPUB/text/{first}"].decode())
    assert hrefs[0] == f"{second}#{second.removesuffix('.xhtml')}"
    assert hrefs[1] == f"#{first.removesuffix('.xhtml')}"
    assert hrefs[2].startswith(f"{second}#{second.removesuffix('.xhtml')}b")
    assert hrefs[3] == "../contents.xhtml#sec1"
