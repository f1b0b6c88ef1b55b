"""The stories and the queries as a list a person reads in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.errors import Diagnostic
from edition.messages.telling import phrase
from edition.messages.texts import Lang, Values
from edition.messages.width import ranged_left
from edition.model import Crosshead, Edition, Paragraph, PullQuote, Story, block_text
from edition.render.editor.aside_lines import asides_told, sort_name
from edition.render.editor.counted import gathered, lines_of
from edition.storyjson.write import names_of

_COUNTED = {Paragraph: "paragraph", Crosshead: "crosshead", PullQuote: "pull_quote"}
_BETWEEN = {"zh-Hans": "，", "zh-Hant": "，", "en": ", "}


def stories_text(
    edition: Edition, diagnostics: Sequence[Diagnostic] = (), lang: Lang = "en",
    every: bool = True,
) -> str:
    """One line a story with its source lines and size, then every query by line.

    Without `every`, a kind that is told very often is one line with a count.
    """
    queries = _queries(diagnostics, lang, every)
    return "\n".join([*_stories(edition, lang), "", *queries]).rstrip("\n")


def _stories(edition: Edition, lang: Lang) -> Iterator[str]:
    number = 0
    for section in edition.sections:
        yield f"【{section.title}】" if section.title else "【—】"
        for story in section.stories:
            number += 1
            headline = story.headline or phrase("untitled", lang)
            yield f"{number:3d}  {_where(story):>9}  {headline}"
            yield f"                {_parts(story, lang)}"
    told = asides_told(edition.furniture, lang)
    if told:
        yield ""
        yield told
    for line in edition.furniture:
        sort = sort_name(line.text, lang)
        yield phrase("set_aside", lang, {"line": line.line, "sort": sort, "text": line.text})


def _where(story: Story) -> str:
    return "{}–{}".format(*story.source_lines) if story.source_lines else ""


def _parts(story: Story, lang: Lang) -> str:
    counts = [
        phrase(f"count_{name}{'s' if found > 1 else ''}", lang, {"count": found})
        for kind, name in _COUNTED.items()
        if (found := sum(isinstance(block, kind) for block in story.body))
    ]
    names = names_of(story)
    return phrase("story_parts", lang, {
        "parts": _BETWEEN[lang].join(counts),
        "size": sum(len(block_text(block)) for block in story.body),
        "by": phrase("story_by", lang, {"names": "、".join(names)}) if names else "",
    })


def _queries(diagnostics: Sequence[Diagnostic], lang: Lang, every: bool) -> Iterator[str]:
    several = len({d.source for d in diagnostics if d.source}) > 1
    ordered = sorted(
        diagnostics, key=lambda d: ((d.source or "") if several else "", d.line or 0, d.kind)
    )
    if not ordered:
        yield phrase("queries_none", lang)
        return
    yield phrase("queries_many", lang, {"count": len(ordered)})
    groups = ((d,) for d in ordered) if every else gathered(ordered)
    advised: set[str] = set()
    for group in groups:
        item = group[0]
        yield _line(item, several, lang)
        if len(group) > 1:
            values: Values = {"count": len(group), "lines": lines_of(group, lang)}
            yield _under("listed_many", lang, values)
        elif item.text:
            yield _under("listed_copy", lang, {"text": item.text})
        if item.suggestion and len(group) == 1:
            yield _under("listed_perhaps", lang, {"text": item.suggestion})
        advice = item.advice(lang)
        if advice and item.kind not in advised:
            advised.add(item.kind)
            yield _under("listed_todo", lang, {"text": advice})


def _line(item: Diagnostic, several: bool, lang: Lang) -> str:
    place = phrase("at_line", lang, {"line": item.line}) if item.line else "—"
    if several and item.source:
        place = phrase("in_file", lang, {"source": item.source, "place": place})
    sure = ""
    if item.confidence:
        confidence = phrase(f"confidence_{item.confidence}", lang)
        sure = phrase("sure", lang, {"confidence": confidence})
    says = phrase("listed", lang, {"kind": item.kind, "sure": sure, "message": item.told(lang)})
    severity = ranged_left(phrase(f"severity_{item.severity}", lang), 7)
    return f"  {severity} {ranged_left(place, 9)} {says}"


def _under(key: str, lang: Lang, values: Values) -> str:
    return f"          {phrase(key, lang, values)}"
