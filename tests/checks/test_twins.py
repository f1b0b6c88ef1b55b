"""Stories whose words stand more than once: each line goes to its own, and no alarm is raised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import edition
from checks.made_up import finding
from edition.checks import check_data
from edition.model import (
    Edition,
    Figure,
    Imprint,
    Paragraph,
    Picture,
    PullQuote,
    Run,
    Section,
    Story,
)
from edition.packs.dummy import dummy_edition
from edition.storyjson.write import stories_json

ONE = "清晨六点，编辑部的灯已经亮了，值班编辑翻看昨夜的来稿，把第一条消息排上版面。"
TWO = "美编在旁边试着标题的字号，校对把最后一个错字改过来，机器就开了。"


def paper(caption: str) -> Edition:
    """Paragraphs of the same few sentences, a picture between them, its caption one of them."""
    grey = dummy_edition().pictures[0].data
    picture = Picture.from_bytes("p.png", grey)
    blocks = (
        Paragraph((Run(ONE * 3 + TWO),), id="s01b01"),
        Figure("p.png", (Run(caption),), credit="王明摄", id="s01b02",
               pixels=(picture.width, picture.height)),
        Paragraph((Run(TWO * 4 + ONE),), id="s01b03"),
        Paragraph((Run(ONE + TWO * 3),), id="s01b04"),
        Paragraph((Run(caption + TWO),), id="s01b05"), Paragraph((Run(ONE * 2),), id="s01b06"),
    )
    story = Story("s01", "清晨的编辑部灯火通明", blocks, deck=caption, rank=1)
    return Edition("z", (Section("要闻", (story,), id="sec1"),), "zh-Hans", Imprint(
        paper="海港日报", date=date(2026, 12, 1), issue="12", page="1",
    ), pictures=(picture,))


@pytest.mark.parametrize("caption", ["图为清晨的编辑部。", TWO])
@pytest.mark.parametrize("pack", ["tabloid", "newsletter"])
def test_an_edition_joined_to_itself_is_whole(pack: str, caption: str) -> None:
    one = paper(caption)
    twins = edition.merge(one, one)
    built = edition.to_pdf(twins, pack)
    report = check_data(built.data, stories_json(twins, ()))
    for code in ("TX1", "H1", "H4", "H5", "H6"):
        found = finding(report, code)
        assert found.passed, (code, [place.text for place in found.places])


def test_a_twin_that_is_missing_or_set_twice_is_still_found() -> None:
    one = paper("图为清晨的编辑部。")
    twins = edition.merge(one, one)
    short = check_data(edition.to_pdf(one, "tabloid").data, stories_json(twins, ()))
    assert not finding(short, "TX1").passed and not finding(short, "H1").passed
    twice = check_data(edition.to_pdf(twins, "tabloid").data, stories_json(one, ()))
    assert not finding(twice, "TX1").passed and not finding(twice, "H1").passed


def test_a_pull_quote_and_the_paragraph_that_says_the_same_keep_to_their_lines() -> None:
    blocks = (
        Paragraph((Run(ONE * 3),), id="s01b01"), PullQuote((Run(TWO),), id="s01b02"),
        Paragraph((Run(TWO + ONE * 2),), id="s01b03"), Paragraph((Run(ONE * 3),), id="s01b04"),
    )
    one = paper("图为清晨的编辑部。")
    (section,) = one.sections
    story = replace(section.stories[0], body=blocks)
    one = replace(one, sections=(replace(section, stories=(story,)),), pictures=())
    report = check_data(edition.to_pdf(one, "newsletter").data, stories_json(one, ()))
    assert finding(report, "TX1").passed and finding(report, "H1").passed
