"""What the paper and the book say of themselves, beside the copy: furniture and book parts."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """The words of one region, none of them the copy's."""

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
    briefs: str
    """简讯: what stands over a column of briefs."""
    series: str
    publisher: str
    length: str
    """Pattern of how long a story is, in characters or words."""
    original: str
    """The link to where a story is from."""
    related: str
    """Stands over links to stories that belong together."""
    sections: str
    """What the links to the sections are called."""
    summary: str
    summary_pages: str


MAINLAND_WORDS = PrintedWords(
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
    briefs="简讯",
    series="期号",
    publisher="出版",
    length="{}字",
    original="原文",
    related="相关报道",
    sections="栏目",
    summary="本书是报纸的电子版，按栏目和篇目排列；标题分级，阅读顺序与报纸一致，图片有替代文字，"
    "可由读屏软件朗读，字号和版式可以调整。",
    summary_pages="书中标有报纸的版次，可按版次查找。",
)

TAIWAN_WORDS = PrintedWords(
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
    briefs="簡訊",
    series="期號",
    publisher="出版",
    length="{}字",
    original="原文",
    related="相關報導",
    sections="欄目",
    summary="本書是報紙的電子版，依欄目和篇目排列；標題分級，閱讀順序與報紙一致，圖片有替代文字，"
    "可由螢幕報讀軟體朗讀，字級和版式可以調整。",
    summary_pages="書中標有報紙的版次，可依版次查找。",
)

HONG_KONG_WORDS = replace(
    TAIWAN_WORDS,
    colophon="版權資料",
    related="相關報道",
    summary="本書是報紙的電子版，按欄目和篇目排列；標題分級，閱讀次序與報紙一致，圖片有替代文字，"
    "可由讀屏軟件朗讀，字體大小和版式可以調整。",
    summary_pages="書中標有報紙的版次，可按版次查找。",
)
