"""What the book says of itself in the language of the edition; the copy's words are elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from edition.errors import WrongUse
from edition.model import Edition

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language. A new language is one more value in `WORDS`."""

    contents: str
    cover: str
    text: str
    pages: str
    landmarks: str
    turning: str
    before: str
    after: str
    picture: str
    advertisement: str
    """The mark every advertisement of text bears."""
    untitled: str
    """Stands for a headline the copy does not have, in links only."""
    colophon: str
    issue: str
    """Pattern of the issue number; `{}` takes it."""
    page: str
    """Pattern of a page label."""
    jump_from: str
    """上接: pattern of the line above a story's continuation."""
    jump_on: str
    """下转: pattern of the line below a story's first part."""
    index: str
    """要目: title of the index beside the paper's name."""
    series: str
    publisher: str
    summary: str
    summary_pages: str


_HANS = Words(
    contents="目录",
    cover="封面",
    text="正文",
    pages="报纸版次",
    landmarks="导览",
    turning="翻篇",
    before="上一篇",
    after="下一篇",
    picture="图片",
    advertisement="广告",
    untitled="无题",
    colophon="版权信息",
    issue="第{}期",
    page="第{}版",
    jump_from="上接第{}版",
    jump_on="下转第{}版",
    index="今日导读",
    series="期号",
    publisher="出版",
    summary="本书是报纸的电子版，按栏目和篇目排列；标题分级，阅读顺序与报纸一致，图片有替代文字，"
    "可由读屏软件朗读，字号和版式可以调整。",
    summary_pages="书中标有报纸的版次，可按版次查找。",
)

_HANT = Words(
    contents="目錄",
    cover="封面",
    text="正文",
    pages="報紙版次",
    landmarks="導覽",
    turning="翻篇",
    before="上一篇",
    after="下一篇",
    picture="圖片",
    advertisement="廣告",
    untitled="無題",
    colophon="版權資訊",
    issue="第{}期",
    page="第{}版",
    jump_from="上接第{}版",
    jump_on="下轉第{}版",
    index="今日導讀",
    series="期號",
    publisher="出版",
    summary="本書是報紙的電子版，依欄目和篇目排列；標題分級，閱讀順序與報紙一致，圖片有替代文字，"
    "可由螢幕報讀軟體朗讀，字級和版式可以調整。",
    summary_pages="書中標有報紙的版次，可依版次查找。",
)

_HONG_KONG = replace(
    _HANT,
    colophon="版權資料",
    summary="本書是報紙的電子版，按欄目和篇目排列；標題分級，閱讀次序與報紙一致，圖片有替代文字，"
    "可由讀屏軟件朗讀，字體大小和版式可以調整。",
    summary_pages="書中標有報紙的版次，可按版次查找。",
)

WORDS: dict[str, Words] = {
    "zh-Hans": _HANS,
    "zh-Hant": _HANT,
    "zh-Hant-TW": _HANT,
    "zh-Hant-HK": _HONG_KONG,
}


def words(tag: str) -> Words:
    """The interface words for language `tag`. Raises WrongUse for an unknown tag."""
    try:
        return WORDS[tag]
    except KeyError:
        raise WrongUse(
            f"the book has no words for the language “{tag}”",
            why=f"It speaks {', '.join(WORDS)}",
            todo="Choose one of them with --to",
        ) from None


def day(when: date) -> str:
    """The date as a newspaper prints it: `2023年11月14日 星期二`."""
    return f"{when.year}年{when.month}月{when.day}日 星期{WEEKDAYS[when.weekday()]}"


def paper_name(edition: Edition) -> str:
    """Name of the newspaper, else its page title, else the first headline, else the file name."""
    imprint = edition.imprint
    first = next((story.headline for story in edition.stories if story.headline), None)
    return imprint.paper or imprint.page_title or first or edition.name


def issue_title(edition: Edition) -> str:
    """Title of this very issue, as a library shows it: paper, date, page or issue number."""
    imprint, say = edition.imprint, words(edition.language)
    return " ".join(
        part
        for part in (
            paper_name(edition),
            day(imprint.date).split(" ")[0] if imprint.date else "",
            say.issue.format(imprint.issue) if imprint.issue else "",
            say.page.format(imprint.page) if imprint.page else "",
        )
        if part
    )


def folio(edition: Edition, label: str | None = None) -> tuple[str, ...]:
    """The parts of the folio line: paper, day, issue, page label, page title; only what is given.

    `label` is the printed page of a story when it is known better than from the imprint.
    """
    imprint, say = edition.imprint, words(edition.language)
    page = label or imprint.page
    parts = (
        imprint.paper,
        day(imprint.date) if imprint.date else None,
        say.issue.format(imprint.issue) if imprint.issue else None,
        say.page.format(page) if page else None,
        imprint.page_title,
    )
    return tuple(part for part in parts if part)
