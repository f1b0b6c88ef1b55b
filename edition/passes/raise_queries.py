"""Questions for the editor: what copy has lost or confused. They ask; none of them edits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.errors import Confidence, Diagnostic
from edition.model import Crosshead, Edition, Paragraph, PullQuote, Story, plain
from edition.passes.ask_marks import ask_marks, turned_round
from edition.passes.ask_places import ask_places
from edition.patterns import late
from edition.trade.datelines import opens_signed
from edition.trade.words import tagged
from edition.walk import first_line

_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《"}
_OPENERS = frozenset(_PAIRS.values())
_LOW = {"„": "“”", "‚": "‘"}
"""German marks that open, and those that close them."""
_MARKS = late(f"[{''.join(sorted({*_PAIRS, *_OPENERS, *_LOW}))}]")
_CLAUSE = late("[+，。；：！？]")
_SINGLES_THAT_OPEN = frozenset(
    "这那该我你他她它们各某每在从自当为对据由以因如若虽但而且并还也又再就才只不没未是有会能可要将让使把被随"
    "经按凭借趁沿到至于与和同及一二三四五六七八九十百千万两几多少前后上下中内外大小老新高低全本近初早晚春夏秋"
    "冬年月日今昨明天地人山水风雨雪江河湖海城乡村县市区镇省国党家门店校厂路田林花树车船鱼茶酒米粮钱书字画"
    "请看想听走来去说问做用给帮比论谈只凡唯惟此其何谁另则若"
)
_SUBJECTLESS = late(
    "[^，。]{2,8}[，。](?:[今去明前当]年|[本上下]?月|目前|近日|日前|昨[天日]|已|将|计划|预计|\\d|于|自|从|$)"
)
"""A first clause without its head, and a second that has no subject either."""
_COUNTED = late(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[之第][一二三四五六七八九十]")
_SPLIT_VERBS = ("v", "vn", "vd")
_NAMES = ("ns", "nr", "nt", "nz")
_FEW_WORDS = 3
_LOST = frozenset({"lost_opening", "lost_opening_unsure"})


def raise_queries(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition unchanged, and every question its copy gives cause for."""
    found: list[Diagnostic] = []
    stories = list(edition.stories)
    for number, story in enumerate(stories, 1):
        found += _quotes(story, number)
        found += _opening(story, number)
        found += _subjects(story, number)
        found += _unsigned(story, number)
    lost = frozenset(item.story for item in found if item.kind in _LOST and item.story)
    found += ask_places(stories, lost)
    found += ask_marks(stories)
    found.sort(key=lambda item: (item.story or 0, item.line or 0))
    return edition, tuple(found)


def _quotes(story: Story, number: int) -> Iterator[Diagnostic]:
    """Marks that do not balance. Speech over several paragraphs opens each and closes once."""
    blocks = [b for b in story.body if isinstance(b, Paragraph | PullQuote)]
    for place, block in enumerate(blocks, 1):
        after = plain(blocks[place].runs) if place < len(blocks) else ""
        at = _unbalanced(plain(block.runs))
        if at is None:
            continue
        text = plain(block.runs)
        if turned_round(text):
            continue
        if text[at] in {*_OPENERS, *_LOW} and after.startswith(text[at]):
            continue
        yield Diagnostic(
            "unbalanced_quote", line=first_line(block), story=number, text=_clause(text, at),
            confidence=Confidence.CERTAIN,
        )


def _unbalanced(text: str) -> int | None:
    """Place of the first mark without a partner."""
    opened: list[int] = []
    for found in _MARKS.finditer(text):
        at, mark = found.start(), found.group()
        if opened and mark in _LOW.get(text[opened[-1]], ""):
            opened.pop()
        elif mark in _OPENERS or mark == "„" or (mark == "‚" and opened):
            opened.append(at)
        elif mark in _PAIRS:
            if mark == "’" and text[at - 1 : at].isascii():
                continue
            if not opened or text[opened[-1]] != _PAIRS[mark]:
                return at
            opened.pop()
    return opened[0] if opened else None


def _clause(text: str, at: int) -> str:
    """The clause that holds the mark at `at`."""
    starts = [found.end() for found in _CLAUSE.finditer(text, 0, at)]
    start = starts[-1] if starts else 0
    end = at + 1 if text[at] in _PAIRS else min(at + 12, len(text))
    return text[start:end][-24:]


def _opening(story: Story, number: int) -> Iterator[Diagnostic]:
    """A story whose first paragraph starts inside a quotation or inside a word."""
    first = next((b for b in story.body if isinstance(b, Paragraph)), None)
    if first is None or first is not story.body[0]:
        return
    text = plain(first.runs)
    judged = _lost(text)
    if judged is not None:
        kind, confidence, shown = judged
        yield Diagnostic(
            kind, line=first_line(first), story=number, text=shown, confidence=confidence
        )


def _lost(text: str) -> tuple[str, Confidence, str] | None:
    """Kind of the question, how sure it is, and the words in question; None for a whole opening."""
    at = None if turned_round(text) else _unbalanced(text)
    if at is not None and text[at] in _PAIRS and not _OPENERS & set(text[:at]):
        shown = text[: at + 1][-24:]
        # Whole speech before the mark has lost its opening mark only.
        if at > 0 and text[at - 1] in "，。！？…":
            return "lost_opening_unsure", Confidence.WEAK, shown
        return "lost_opening", Confidence.CERTAIN, shown
    if _starts_inside_word(text):
        if _SUBJECTLESS.match(text) is None:
            return "lost_opening_unsure", Confidence.PROBABLE, text[:12]
        named = any(flag in _NAMES for _, flag in tagged(text))
        return "lost_opening", Confidence.PROBABLE if named else Confidence.CERTAIN, text[:12]
    if text[0] in "，。、；：！？）】」』”’" and not turned_round(text):
        return "lost_opening", Confidence.CERTAIN, text[:12]
    return None


def _starts_inside_word(text: str) -> bool:
    """A bound character, one verb, a comma: the tail of a clause that has lost its head."""
    opening = tagged(text[:16])[:_FEW_WORDS]
    if len(opening) < _FEW_WORDS:
        return False
    (head, _), (verb, flag), (stop, _) = opening
    if len(head) != 1 or not "\u4e00" <= head <= "\u9fff" or head in _SINGLES_THAT_OPEN:
        return False
    if len(verb) == 1 or flag not in _SPLIT_VERBS or stop not in "，。、":
        return False
    first, second = len(head + verb), re.split("[，。、；：！？]", text)[1]
    return len(second) >= 2 * first or stop == "。"


def _subjects(story: Story, number: int) -> Iterator[Diagnostic]:
    """还 before its subject: loose copy or a lost sentence."""
    for block in story.body:
        if not isinstance(block, Paragraph):
            continue
        text = plain(block.runs)
        if re.match("(?:还|也|并)[^，。]{2,16}，[该此这]", text):
            yield Diagnostic(
                "suspect_opening", line=first_line(block), story=number, text=text[:14],
                confidence=Confidence.WEAK,
            )


def _unsigned(story: Story, number: int) -> Iterator[Diagnostic]:
    """Without byline, dateline or extra white a headline cannot be told from a crosshead."""
    texts = (plain(block.runs) for block in story.body if isinstance(block, Paragraph))
    if story.byline or story.dateline or any(opens_signed(text) for text in texts):
        return
    heads = [b for b in story.body if isinstance(b, Crosshead) and len(b.parts) == 1]
    if heads and not all(_COUNTED.match(head.parts[0]) for head in heads):
        yield Diagnostic(
            "crossheads_or_headlines", line=first_line(heads[0]), story=number,
            text=heads[0].parts[0], confidence=Confidence.WEAK,
        )
