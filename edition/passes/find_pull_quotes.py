"""Find the quotation the printed page repeated in a box: a near-duplicate of spoken words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from edition.errors import Confidence, Diagnostic
from edition.model import Edition, Paragraph, PullQuote, Story, plain
from edition.patterns import late
from edition.walk import first_line, map_stories

_GRAM = 8
_LEAST = 20
_SHARE = 0.8
_SHARED_BY = 20
_MARKS = late(r"[\W_]+")
_SPEAKER = late(
    r"[”」]([\u4e00-\u9fff·]{2,24}?)(?:表示|说|介绍|告诉记者|指出|强调|坦言|谈到|認為|說)"
)


def find_pull_quotes(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Turn a paragraph that repeats the direct speech of another into a pull quote."""
    return map_stories(edition, _story)


def _story(story: Story, number: int) -> tuple[Story, list[Diagnostic]]:
    remarks: list[Diagnostic] = []
    body = list(story.body)
    bare = {
        at: _MARKS.sub("", plain(block.runs))
        for at, block in enumerate(body) if isinstance(block, Paragraph)
    }
    repeats = _repeats(bare)
    if not repeats:
        return story, remarks
    for at, original in repeats:
        block, source = body[at], body[original]
        if not isinstance(block, Paragraph) or not isinstance(source, Paragraph):
            continue
        spoken = plain(source.runs)
        speech = _repeats_speech(spoken, bare[at])
        if speech:
            body[at] = PullQuote(block.runs, block.lines, block.id, _speaker(spoken))
        first = first_line(source)
        remarks.append(Diagnostic(
            "near_duplicate_pullquote" if speech else "near_duplicate_paragraph",
            {"original": "?" if first is None else first}, line=first_line(block), story=number,
            text=plain(block.runs)[:20],
            confidence=Confidence.CERTAIN if speech else Confidence.PROBABLE,
        ))
    return replace(story, body=tuple(body)), remarks


def _repeats(bare: dict[int, str]) -> list[tuple[int, int]]:
    """(repeat, original) pairs: most of the shorter text stands in the longer one."""
    grams = {at: _grams(text) for at, text in bare.items()}
    often = _shared(grams.values())
    likely = [
        at for at, text in bare.items()
        if often and len(text) >= _LEAST and _covered(grams[at], often) >= _SHARE * len(text)
    ]
    where = _places(grams, often) if likely else {}
    found: list[tuple[int, int]] = []
    for at in likely:
        text = bare[at]
        best = _nearest(at, grams[at], where, _SHARE * len(text))
        if best is not None and (len(bare[best]), -best) > (len(text), -at):
            found.append((at, best))
    return found


def _grams(text: str) -> list[str]:
    """Every run of `_GRAM` characters, from the first to the last."""
    return [text[n : n + _GRAM] for n in range(len(text) - _GRAM + 1)]


def _shared(texts: Iterable[Sequence[str]]) -> set[str]:
    """The runs that stand in more than one text: few, and seldom any."""
    seen: set[str] = set()
    shared: set[str] = set()
    for grams in texts:
        own = set(grams)
        shared |= seen & own
        seen |= own
    return shared


def _covered(grams: Sequence[str], often: Container[str]) -> int:
    """How many characters of a text stand in runs that other texts have too."""
    count = end = 0
    for n, gram in enumerate(grams):
        if gram in often:
            count += _GRAM if n >= end else n + _GRAM - end
            end = n + _GRAM
    return count


def _places(grams: Mapping[int, Sequence[str]], often: set[str]) -> Mapping[str, list[int]]:
    """The first texts in which each of these runs stands, by the run."""
    where: dict[str, list[int]] = defaultdict(list)
    for at, own in grams.items():
        for gram in often.intersection(own):
            if len(where[gram]) < _SHARED_BY:
                where[gram].append(at)
    return where


def _nearest(
    at: int, grams: Sequence[str], where: Mapping[str, list[int]], enough: float
) -> int | None:
    """The paragraph, not `at` itself, that holds most of the text of `grams`, if it holds enough.

    `where` gives the paragraphs in which each run of `_GRAM` characters stands, where it is more
    than one.
    """
    shared: Counter[int] = Counter()
    covered: dict[int, int] = {}
    for n, gram in enumerate(grams):
        for other in where.get(gram, ()):
            if other != at:
                start = max(n, covered.get(other, 0))
                shared[other] += n + _GRAM - start
                covered[other] = n + _GRAM
    best = max(shared.items(), key=lambda item: (item[1], -item[0]), default=None)
    return best[0] if best is not None and best[1] >= enough else None


def _repeats_speech(spoken: str, repeat: str) -> bool:
    """True when the repeated words are those between the outer quotation marks."""
    speech = _MARKS.sub("", "".join(re.findall("[“「](.*?)[”」]", spoken, re.DOTALL)))
    grams = _grams(repeat)
    return sum(gram in speech for gram in grams) >= _SHARE * len(grams)


def _speaker(text: str) -> str | None:
    found = _SPEAKER.findall(text)
    return found[0] if len(set(found)) == 1 else None
