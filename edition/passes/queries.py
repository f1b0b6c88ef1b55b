"""Questions for the editor: what copy has lost or confused. They ask; none of them edits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from edition.errors import Confidence, Diagnostic, Severity, old_remark
from edition.model import Block, Crosshead, Edition, Paragraph, PullQuote, Story, plain
from edition.passes.placenames import ask_places
from edition.trade.datelines import opens_signed
from edition.trade.words import tagged

_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《"}
_OPENERS = frozenset(_PAIRS.values())
_CLAUSE = re.compile("[+，。；：！？]")
_SINGLES_THAT_OPEN = frozenset(
    "这那该我你他她它们各某每在从自当为对据由以因如若虽但而且并还也又再就才只不没未是有会能可要将让使把被随"
    "经按凭借趁沿到至于与和同及一二三四五六七八九十百千万两几多少前后上下中内外大小老新高低全本近初早晚春夏秋"
    "冬年月日今昨明天地人山水风雨雪江河湖海城乡村县市区镇省国党家门店校厂路田林花树车船鱼茶酒米粮钱书字画"
    "请看想听走来去说问做用给帮比论谈只凡唯惟此其何谁另则若"
)
_HALF_WIDTH = re.compile("(?<=[\u4e00-\u9fff”」》])[,;:?!](?=[\u4e00-\u9fff“「《]|$)")
_SUBJECTLESS = re.compile(
    "[^，。]{2,8}[，。](?:[今去明前当]年|[本上下]?月|目前|近日|日前|昨[天日]|已|将|计划|预计|\\d|于|自|从|$)"
)
"""A first clause without its head, and a second that has no subject either."""
_COUNTED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[之第][一二三四五六七八九十]")
_OF_TIME = frozenset("候间代刻机期段常时长隔而不髦装光辰空尚务事节限区效速针分")
_DANGLING = frozenset("正将已曾尚颇极更最很较把被")
_SPLIT_VERBS = ("v", "vn", "vd")
_NAMES = ("ns", "nr", "nt", "nz")
_FEW_WORDS = 3


def raise_queries(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition unchanged, and every question its copy gives cause for."""
    found: list[Diagnostic] = []
    stories = list(edition.stories)
    for number, story in enumerate(stories, 1):
        found += _quotes(story, number)
        found += _opening(story, number)
        found += _subjects(story, number)
        found += _half_width(story, number)
        found += _unsigned(story, number)
    lost = frozenset(item.story for item in found if item.kind == "lost_opening" and item.story)
    found += ask_places(stories, lost)
    found.sort(key=lambda item: (item.story or 0, item.line or 0))
    return edition, tuple(found)


def ask_for_missing_characters(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition unchanged, and the places where grammar says a character is gone.

    It runs before wraps are joined, so that a question carries the line it stands in.
    """
    return edition, tuple(
        remark
        for number, story in enumerate(edition.stories, 1)
        for block in story.body if isinstance(block, Paragraph)
        for remark in _missing(block, number)
    )


def _quotes(story: Story, number: int) -> Iterator[Diagnostic]:
    """Marks that do not balance. Speech over several paragraphs opens each and closes once."""
    blocks = [b for b in story.body if isinstance(b, Paragraph | PullQuote)]
    for place, block in enumerate(blocks, 1):
        after = plain(blocks[place].runs) if place < len(blocks) else ""
        at = _unbalanced(plain(block.runs))
        if at is None:
            continue
        text = plain(block.runs)
        if text[at] in _OPENERS and after.startswith(text[at]):
            continue
        yield _ask(
            "unbalanced_quote", Severity.ERROR, block, number, _clause(text, at), at,
            "A quotation mark here has no partner.", Confidence.CERTAIN,
        )


def _unbalanced(text: str) -> int | None:
    """Place of the first mark without a partner."""
    opened: list[int] = []
    for at, mark in enumerate(text):
        if mark in _OPENERS:
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
    at = _unbalanced(text)
    message = "The opening of this story seems to be lost: hold it and look at the page."
    if at is not None and text[at] in _PAIRS and not _OPENERS & set(text[:at]):
        # Whole speech before the mark has lost its opening mark only.
        whole = at > 0 and text[at - 1] in "，。！？…"
        yield _ask("lost_opening", Severity.WARNING if whole else Severity.ERROR, first, number,
                   text[: at + 1][-24:], 0, message,
                   Confidence.WEAK if whole else Confidence.CERTAIN)
    elif _starts_inside_word(text):
        named = any(flag in _NAMES for _, flag in tagged(text))
        lacking = _SUBJECTLESS.match(text) is not None
        yield _ask("lost_opening", Severity.ERROR if lacking else Severity.WARNING, first, number,
                   text[:12], 0, message,
                   Confidence.PROBABLE if named or not lacking else Confidence.CERTAIN)
    elif text[0] in "，。、；：！？）】」』”’":
        yield _ask("lost_opening", Severity.ERROR, first, number, text[:12], 0, message,
                   Confidence.CERTAIN)


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
            yield _ask("suspect_opening", Severity.INFO, block, number, text[:14], 0,
                       "This paragraph begins with an adverb before its subject.",
                       Confidence.WEAK)


def _half_width(story: Story, number: int) -> Iterator[Diagnostic]:
    """Half-width commas and the like between Chinese characters, once for a paragraph."""
    for block in story.body:
        if not isinstance(block, Paragraph):
            continue
        text = plain(block.runs)
        found = _HALF_WIDTH.findall(text)
        if found:
            first = _HALF_WIDTH.search(text)
            at = first.start() if first else 0
            yield _ask("half_width_punctuation", Severity.WARNING, block, number,
                       text[max(0, at - 4) : at + 6], at,
                       f"Half-width marks stand in Chinese text here: {' '.join(found)}.",
                       Confidence.CERTAIN)


def _unsigned(story: Story, number: int) -> Iterator[Diagnostic]:
    """Without byline, dateline or extra white a headline cannot be told from a crosshead."""
    texts = (plain(block.runs) for block in story.body if isinstance(block, Paragraph))
    if story.byline or story.dateline or any(opens_signed(text) for text in texts):
        return
    heads = [b for b in story.body if isinstance(b, Crosshead) and len(b.parts) == 1]
    if heads and not all(_COUNTED.match(head.parts[0]) for head in heads):
        yield _ask("crossheads_or_headlines", Severity.WARNING, heads[0], number,
                   heads[0].parts[0], 0, "This line was read as a crosshead; no byline parts it "
                   "from the story before, so it may be a headline.", Confidence.WEAK)


def _missing(block: Paragraph, number: int) -> Iterator[Diagnostic]:
    """Grammar that cannot stand: 的时 for 的时候, an adverb before a full stop or comma."""
    text = plain(block.runs)
    at = 0
    parts = tagged(text)
    for (word, flag), (after, _) in pairwise(parts):
        before, at = at, at + len(word)
        if word == "时" and text[:before].endswith("的") and after[0] not in _OF_TIME:
            yield _missing_at(block, number, text, before,
                              text[max(0, before - 4) : at] + "候" + text[at : at + 4])
        elif _dangles(word, flag, after) and _after_word(text, before):
            yield _missing_at(block, number, text, before, None)


def _dangles(word: str, flag: str, after: str) -> bool:
    """True for an adverb right before a comma or full stop."""
    return word in _DANGLING and flag == "d" and after in "，、。；"


def _after_word(text: str, at: int) -> bool:
    """True when a whole word stands before the adverb, so that 守正、 raises no question."""
    before = tagged(text[max(0, at - 6) : at])
    return bool(before) and len(before[-1][0]) > 1


def _missing_at(
    block: Paragraph, number: int, text: str, at: int, suggestion: str | None
) -> Diagnostic:
    return _ask(
        "missing_character", Severity.ERROR, block, number, text[max(0, at - 4) : at + 5], at,
        "A character seems to be missing here.", Confidence.PROBABLE, suggestion,
    )


def _ask(
    kind: str, severity: Severity, block: Block, story: int, text: str, at: int, message: str,
    confidence: Confidence, suggestion: str | None = None,
) -> Diagnostic:
    return old_remark(
        kind, severity, message, block.lines[0] if block.lines else None, story, text,
        suggestion, confidence,
    )
