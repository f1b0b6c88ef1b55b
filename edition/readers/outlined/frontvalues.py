"""What front matter says of its one story and of the paper: the keys, their values, their use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from edition.copy.clean import unspaced
from edition.errors import Confidence, Diagnostic, UnreadableInput, WrongUse
from edition.model import Byline, Imprint, Paragraph, Run, Section, Story
from edition.readers.outlined.frontmatter import FrontMatter
from edition.sidecar.values import beside_day, dated
from edition.trade.bylines import names_in, own_line
from edition.trade.issuenumbers import page_label

_ALIASES = {"title": "headline", "subtitle": "deck", "author": "byline"}
_HEAD = ("headline", "kicker", "deck", "dateline")
_STORY = (*_HEAD, "byline", "rank", "section", "brief", "jump", "columns")
_IMPRINT = tuple(entry.name for entry in fields(Imprint) if entry.name not in ("editors", "extra"))
"""every entry that is one line"""
_NO_DATE = {
    "sidecar_no_date": "front_matter_date", "sidecar_two_days": "front_matter_two_days",
    "sidecar_other_weekday": "front_matter_other_weekday",
}
_TRUE = ("true", "yes", "1", "是")


def known_values(front: FrontMatter, name: str) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The values whose keys are known, as one line each; the rest is named."""
    found: dict[str, str] = {}
    unknown = [f"{key}: {words}" for key, words in front.deeper]
    for written, value in front.values.items():
        key = _ALIASES.get(written.lower(), written.lower())
        line = " ".join((value if isinstance(value, str) else " ".join(value)).split())
        if key not in (*_STORY, *_IMPRINT) or key in found:
            unknown.append(f"{written}: {line}")
        elif line:
            found[key] = line
    if not unknown:
        return found, ()
    return found, (
        Diagnostic("front_matter_unknown", {"words": "; ".join(unknown)}, 1, source=name),
    )


@dataclass(frozen=True, slots=True)
class Dressed:
    """Sections with what the front matter says of their one story."""

    sections: tuple[Section, ...]
    given: tuple[str, ...] = ()
    """words of the story that the front matter gave, and the text below it does not"""
    remarks: tuple[Diagnostic, ...] = ()


def dress(sections: tuple[Section, ...], values: Mapping[str, str], name: str) -> Dressed:
    """The sections with what the front matter says of their one story; of several it says nothing.
    """
    given = {key: value for key, value in values.items() if key in _STORY}
    stories = [story for section in sections for story in section.stories]
    if not given:
        return Dressed(sections)
    if len(stories) > 1:
        words = "; ".join(f"{key}: {value}" for key, value in given.items())
        return Dressed(sections, remarks=(
            Diagnostic(
                "front_matter_unused", {"count": len(stories), "words": words}, 1, text=words,
                source=name,
            ),
        ))
    section = sections[0] if sections else Section(None, ())
    story = _headed(stories[0] if stories else Story("", "", ()), given, name)
    story, signed, remarks = _signed(story, given.get("byline"), name)
    section = replace(section, title=given.get("section", section.title), stories=(story,))
    taken = [given[key] for key in (*_HEAD, "section") if key in given]
    return Dressed((section,), (*taken, *signed), remarks)


def imprint_of(values: Mapping[str, str], name: str) -> Imprint:
    """The imprint of the front matter. Raises UnreadableInput for a date that is none."""
    own: dict[str, Any] = {
        key: values[key] for key in _IMPRINT if key in values and key != "date"
    }
    given = values.get("date")
    try:
        found = dated(given, "date", name)
        extra = beside_day(found, "date", name) if found else ()
    except WrongUse as fault:
        raise UnreadableInput(_NO_DATE[fault.kind], where=name, **fault.values) from fault
    if "page" in own:
        own["page"] = page_label(own["page"])
    return Imprint(**own, date=found.day if found else None, extra=extra)


def _headed(story: Story, given: Mapping[str, str], name: str) -> Story:
    """The story with the heading and the wishes of the front matter."""
    if story.deck is not None and "deck" in given:
        # A deck that its dash alone tells is a paragraph, where the front matter names the deck.
        line = () if story.deck_line is None else (story.deck_line,)
        body = (Paragraph((Run(story.deck),), line), *story.body)
        story = replace(story, deck=None, deck_line=None, body=body)
    return replace(
        story, headline=given.get("headline", story.headline),
        kicker=given.get("kicker", story.kicker), deck=given.get("deck", story.deck),
        dateline=given.get("dateline", story.dateline),
        rank=_number(given, "rank", name),
        columns=_number(given, "columns", name),
        brief=given.get("brief", "").lower() in _TRUE,
        jump=given.get("jump", "").lower() in _TRUE,
    )


def _signed(
    story: Story, raw: str | None, name: str
) -> tuple[Story, tuple[str, ...], tuple[Diagnostic, ...]]:
    """The story with the byline of the front matter unless it has one, and the words taken."""
    if raw is None:
        return story, (), ()
    if story.byline is None:
        signed = own_line(raw)
        names = signed.names if signed else names_in(raw) or tuple(raw.split())
        return replace(story, byline=Byline(raw, names, 1)), (raw,), ()
    if _bare(raw) == _bare(story.byline.raw):
        return story, (), ()
    return story, (), (
        Diagnostic(
            "byline_at_odds", {"front": raw, "story": story.byline.raw}, 1, 1, raw,
            confidence=Confidence.CERTAIN, source=name,
        ),
    )


def _number(given: Mapping[str, str], key: str, name: str) -> int | None:
    value = given.get(key)
    if value is None:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,3}", value):
        raise UnreadableInput("front_matter_number", where=name, key=key, value=value[:40])
    return int(value)


def _bare(text: str) -> str:
    return unspaced(text).strip("（）()")
