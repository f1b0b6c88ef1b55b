"""What an editor should look at after a change of script.

Every doubt names a person, or the words round a place; the answer (formanswers.py) is looked up
where the same is doubtful again, so that it says nothing of other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.model import Edition
from edition.passes.script.wordways import han_run, stands_alone
from edition.trade.words import words
from edition.walk import texts_of

REASONS = ("surname", "name_or_word", "two_words", "alone")
"""why a form is doubtful, the likeliest to be wrong and to be noticed first"""
_SHOWN = 30
"""characters that a note shows"""
_AROUND = 12
"""characters of context on either side"""


@dataclass(frozen=True, slots=True)
class FormDoubt:
    """One doubtful choice: a stretch of the copy, the form given and what else it may be."""

    word: str
    chosen: str
    others: tuple[str, ...]
    reason: str
    """one of REASONS"""
    person: str = ""
    """who is asked about: whose surname has two forms, or whose name the words may hold"""


@dataclass(frozen=True, slots=True)
class ReviewedForm:
    """A doubtful choice with where it stands."""

    doubt: FormDoubt
    rank: int
    """counted from 1, the riskiest first"""
    places: int
    story: int | None
    """number of the first story it stands in, counted from 1"""
    headline: str
    before: str
    """what stands before it in the copy"""
    after: str


def settling_span(text: str, at: int) -> tuple[int, int]:
    """Start and end of the shortest stretch round a place that a glossary can hold.

    It is made of whole words, the one over the place and its neighbours, else the whole run.
    """
    borders = _borders(text, at)
    start, end = borders[0], borders[-1]
    here = sum(border <= at for border in borders) - 1
    last = len(borders) - 2
    for low, high in ((here - 1, here + 1), (here, here + 1), (here - 1, here)):
        first, final = borders[max(low, 0)], borders[min(high, last) + 1]
        if final - first > 1 and stands_alone(text, first, final):
            return first, final
    return (start, end) if end - start > 1 else (max(0, start - 1), min(len(text), end + 1))


def words_over(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the whole words over a stretch."""
    borders = _borders(text, start)
    return (
        max(border for border in borders if border <= start),
        min((border for border in borders if border >= end), default=end),
    )


def bearer_span(text: str, at: int) -> tuple[int, int]:
    """Start and end of what tells the bearer of a surname alone: 钟校长, 老钟, 主人姓钟."""
    borders = _borders(text, at)
    low = max((border for border in borders if border < at), default=at)
    if text[low:at] in ("老", "小", "阿"):
        return low, at + 1
    if text[at - 1:at] == "姓":
        return words_over(text, max(borders[0], low - 1), low)[0], at + 1
    high = min((border for border in borders if border > at + 1), default=at + 1)
    if high > at + 1:
        return at, high
    return (low, at + 1) if low < at else (max(0, at - 1), min(len(text), at + 2))


def _borders(text: str, at: int) -> list[int]:
    """Where the words of the run over a place begin, and where the last ends."""
    start, end = han_run(text, at, len(text))
    borders = [start]
    for word in words(text[start:end]):
        borders.append(borders[-1] + len(word))
    return borders


def name_doubts(found: Mapping[str, tuple[FormDoubt, tuple[str, str]]]) -> tuple[Diagnostic, ...]:
    """The remark on each person whose surname has two forms."""
    return tuple(
        Diagnostic(
            "name_form",
            {"name": name, "forms": Phrase("two_forms", {"one": forms[0], "other": forms[1]}),
             **_settled_by(doubt)},
            text=name, confidence=Confidence.WEAK,
        )
        for name, (doubt, forms) in found.items()
    )


def word_doubts(found: Mapping[str, tuple[FormDoubt, tuple[str, str]]]) -> tuple[Diagnostic, ...]:
    """The remark on each context in which a word may have another form."""
    return tuple(
        Diagnostic(
            "word_form",
            {"context": context, "form": forms[0], "other": forms[1], **_settled_by(doubt)},
            text=context, confidence=Confidence.WEAK,
        )
        for context, (doubt, forms) in found.items()
    )


def already(characters: Sequence[str]) -> tuple[Diagnostic, ...]:
    """One note for all Traditional characters that the copy holds."""
    if not characters:
        return ()
    each = "".join(dict.fromkeys(characters))
    return (Diagnostic(
        "already_traditional", {"characters": each[:_SHOWN], "count": len(characters)},
        text=each[:_SHOWN], confidence=Confidence.PROBABLE,
    ),)


def _settled_by(doubt: FormDoubt) -> dict[str, str | tuple[str, ...]]:
    return {"word": doubt.word, "chosen": doubt.chosen, "others": doubt.others,
            "reason": doubt.reason, "person": doubt.person}


def reviewed(edition: Edition, remarks: Iterable[Diagnostic]) -> tuple[ReviewedForm, ...]:
    """The doubtful choices among the remarks of a conversion, the riskiest first.

    `edition` is the copy as it was before. Of equal reasons that of most places stands first.
    """
    doubts: dict[str, FormDoubt] = {}
    for remark in remarks:
        if "chosen" not in remark.values:
            continue
        one = _doubt_of(remark)
        known = doubts.get(one.word, one)
        others = dict.fromkeys((*known.others, *one.others))
        others.pop(known.chosen, None)
        doubts[one.word] = replace(known, others=tuple(others))
    stories = tuple((story.headline, story.text) for story in edition.stories)
    outside = _outside(edition)
    found = [_placed(doubt, stories, outside) for doubt in doubts.values()]
    found.sort(key=lambda one: (REASONS.index(one.doubt.reason), -one.places, one.story or 0))
    return tuple(replace(one, rank=rank) for rank, one in enumerate(found, 1))


def _doubt_of(remark: Diagnostic) -> FormDoubt:
    values = remark.values
    others = values["others"]
    assert isinstance(others, tuple)
    return FormDoubt(
        str(values["word"]), str(values["chosen"]), tuple(map(str, others)),
        str(values["reason"]), str(values["person"]),
    )


def _outside(edition: Edition) -> tuple[str, ...]:
    """The texts of an edition that stand in no story."""
    beside = (text for text, _ in texts_of(replace(edition, sections=())))
    return (*(section.title or "" for section in edition.sections), *beside)


def _placed(
    doubt: FormDoubt, stories: Sequence[tuple[str, str]], outside: Sequence[str]
) -> ReviewedForm:
    word = doubt.word
    places = sum(text.count(word) for _, text in stories) + sum(t.count(word) for t in outside)
    for number, (headline, text) in enumerate(stories, 1):
        if word in text:
            return ReviewedForm(doubt, 0, places, number, headline, *_around(text, word))
    found = next((text for text in outside if word in text), "")
    return ReviewedForm(doubt, 0, places, None, "", *_around(found, word))


def _around(text: str, word: str) -> tuple[str, str]:
    """What stands before and behind a word where it first stands."""
    before, _, after = text.partition(word)
    return before[-_AROUND:].rpartition("\n")[2], after[:_AROUND].partition("\n")[0]
