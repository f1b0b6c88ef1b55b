"""Lines made of the imprint, in the words of each region, with all of it given and with little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edition.errors import WrongUse
from edition.model import Edition, Imprint
from edition.trade.phrases import folio, issue_title, paper_name, words
from passes_copy import edition, story

WHOLE = replace(
    edition(story("雨停了。")),
    imprint=Imprint("山乡报", date(2023, 11, 14), "1024", "B2", page_title="社区与乡村"),
)


def bare(**given: str) -> Edition:
    return replace(WHOLE, imprint=Imprint(**given))


def test_the_name_of_the_paper_or_what_stands_for_it() -> None:
    assert paper_name(WHOLE) == "山乡报"
    assert paper_name(bare(page_title="社区")) == "社区"
    assert paper_name(bare()) == "山里的路"
    assert paper_name(replace(bare(), sections=())) == "a"


def test_the_title_of_an_issue() -> None:
    assert issue_title(WHOLE) == "山乡报 2023年11月14日 第1024期 第B2版"
    assert issue_title(bare(paper="山乡报")) == "山乡报"


def test_the_folio_holds_what_is_given() -> None:
    assert folio(WHOLE) == ("山乡报", "2023年11月14日 星期二", "第1024期", "第B2版", "社区与乡村")
    assert folio(WHOLE, "B3")[3] == "第B3版"
    assert folio(bare(paper="山乡报", page="A1")) == ("山乡报", "第A1版")
    assert folio(bare()) == ()


@pytest.mark.parametrize(
    ("tag", "contents", "briefs"),
    [("zh-Hans", "目录", "简讯"), ("zh-Hant", "目錄", "簡訊"), ("zh-Hant-HK", "目錄", "簡訊"),
     ("fr", "Sommaire", "En bref")],
)
def test_the_words_of_a_region(tag: str, contents: str, briefs: str) -> None:
    assert (words(tag).contents, words(tag).briefs) == (contents, briefs)
    with pytest.raises(WrongUse):
        words("ja")
