"""The line a letter opens with, whom it speaks to: a line of its own at the left edge."""

from __future__ import annotations

from dataclasses import replace

from edition.copy.clean import unspaced
from edition.model import Closing, ClosingLine, Paragraph, Ranged, Run, Section, Story, plain
from edition.patterns import late

_OPENING = late(
    r"(?P<dear>尊敬的|敬爱的|敬愛的|亲爱的|親愛的|可敬的|各位|致|给|給)?"
    r"(?P<name>[\u3400-\u9fffA-Za-z·\s\u3000、]{1,14})[：:]"
    r"(?:\s*(?:您们?|你们?|妳|大家|各位)好[！!。]?)?"
)
_TITLES = (
    "同志", "同志们", "老师", "老師", "先生", "女士", "小姐", "读者", "讀者", "读者们", "編輯",
    "编辑",
    "编辑部", "編輯部", "朋友", "朋友们", "朋友們", "主任", "校长", "校長", "院长", "院長", "局长",
    "局長", "书记", "書記", "医生", "醫生", "教授", "家长", "家長", "乡亲们", "鄉親們", "父老乡亲",
    "同学", "同学们", "同學們", "师傅", "師傅", "领导", "領導", "各界人士", "居民",
)
"""words a name that a letter speaks to ends with"""
_DIALOGUE = late("问|答|問|记者|記者|主持人|编者按|編者按|时间|地点|時間|地點|导语")

_OFFICE = late(
    "(?:责任|責任|本版|本期|美术|美術|版面|视觉|視覺|图片|圖片|文字|执行|執行|特约|特約|值班|轮值|輪值"
    "|网络|網路|新媒体|新媒體|见习|見習|实习|實習|[总總主副])"
    "[编編][辑輯]|[责責美主总總][编編]|来源|來源|作者|摄影|攝影|撰文|通讯员|通訊員|[电電][话話]|地址|[邮郵][编編箱]"
)
"""words of a line that says who made the page or where to write, before its colon"""
_LEADS_ON = late(
    ".*(?:如下|如左|于下|於下|下列|以下|下述|说|說|写道|寫道|问道|問道|表示|认为|認為|告诉我|告訴我|建议|建議|要求"
    "|问题|問題|原因|情况|情況|事项|事項|内容|內容|通知|公告|意见|意見)"
)
"""a line before a colon that leads on to what is said, not to a person"""


def with_letters(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with the openings of letters as lines that are ranged left."""
    return tuple(
        replace(section, stories=tuple(map(_opened, section.stories))) for section in sections
    )


def _opened(story: Story) -> Story:
    """A story whose first line names whom it speaks to; a letter's end may vouch for it.

    A headline or a deck is that line only where it stands in the copy as a line: a field of a
    file stays what the file calls it.
    """
    ends = any(isinstance(block, Closing) for block in story.body)
    typed = story.headline_line is not None
    if typed and story.kicker and not story.deck and _is_opening(story.headline, sure=ends):
        # Two lines above a text were taken for a kicker and its headline.
        first_line = story.source_lines[0] if story.source_lines else None
        story = replace(
            story, kicker=None, headline=story.kicker, headline_line=first_line,
            deck=story.headline, deck_line=story.headline_line,
        )
    if story.deck and story.deck_line is not None and _is_opening(story.deck, sure=ends):
        head = Closing((ClosingLine((Run(story.deck),), Ranged.MARGIN),), (story.deck_line,))
        return replace(story, deck=None, deck_line=None, body=(head, *story.body))
    first = story.body[0] if story.body else None
    if not isinstance(first, Paragraph) or first.speaker or len(story.body) < 2:
        return story
    if not _is_opening(plain(first.runs), sure=ends):
        return story
    head = Closing((ClosingLine(first.runs, Ranged.MARGIN),), first.lines, first.id)
    return replace(story, body=(head, *story.body[1:]))


def _is_opening(text: str, *, sure: bool) -> bool:
    """True for a name and a colon; unless `sure`, with a word of address."""
    found = _OPENING.fullmatch(text.strip())
    if found is None or _DIALOGUE.fullmatch(name := found["name"].strip()):
        return False
    if _OFFICE.fullmatch(unspaced(name)) or (not found["dear"] and _LEADS_ON.fullmatch(name)):
        return False
    return sure or found["dear"] in ("尊敬的", "敬爱的", "敬愛的", "亲爱的", "親愛的") or (
        name.endswith(_TITLES)
    )
