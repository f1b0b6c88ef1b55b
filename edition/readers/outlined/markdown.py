"""The reader of Markdown: front matter, headings by the rule of the outline, nothing lost."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from edition.copy.clean import clean_text, unspaced
from edition.copy.conserve import conserved
from edition.copy.decode import decode
from edition.copy.limits import safe_name, within_limits
from edition.copy.numbering import number_parts
from edition.copy.read import Read
from edition.errors import Confidence, Diagnostic, Severity, UnreadableInput, WrongUse, old_remark
from edition.limits import LIMITS
from edition.model import Byline, Edition, Imprint, Section, Story
from edition.readers.outlined.frontmatter import FrontMatter, split_front_matter
from edition.readers.outlined.marked import read_marked
from edition.readers.outlined.outline import Head, build_outline
from edition.sidecar.parse import Sidecar
from edition.sidecar.values import day
from edition.trade.bylines import names_in, own_line

_ALIASES = {"title": "headline", "subtitle": "deck", "author": "byline"}
_STORY = (
    "headline", "kicker", "deck", "byline", "dateline", "rank", "section", "brief", "jump",
    "columns",
)
_IMPRINT = ("paper", "date", "issue", "page", "page_title", "publisher", "rights")
_TRUE = ("true", "yes", "1", "是")


def read_markdown(data: bytes, name: str, sidecar: Sidecar) -> Read:
    """Read Markdown. Raises UnreadableInput when it is no text, empty or beyond the limits."""
    raw, _ = decode(data, name)
    text, remarks = clean_text(raw, name)
    within_limits(text, name)
    heads = sum(line.lstrip().startswith("#") for line in text.splitlines())
    if heads > 5 * LIMITS.stories:
        raise UnreadableInput(
            f"the file holds {heads} headings", where=name,
            why=f"The limit is {5 * LIMITS.stories}", todo="Divide the copy into several editions",
        )
    front, body = split_front_matter(text, name)
    values, unknown = _known(front, name)
    marked = read_marked(body, name, front.lines)
    items = marked.items
    headline = values.get("headline")
    first = items[0] if items else None
    repeated = isinstance(first, Head) and first.level == 1 and first.text == headline
    outline = build_outline(items[repeated:], name, one_story=headline is not None)
    edition = Edition(
        name=safe_name(name), sections=outline.sections, imprint=_imprint(values, sidecar, name),
        glossary=sidecar.glossary, digest=hashlib.sha256(data).hexdigest(),
    )
    said = marked.said[1:] if repeated else marked.said
    lost = conserved(_by_line(said, text), edition)
    edition, unused = _with_front(edition, values, name)
    if not any(True for _ in edition.stories):
        raise UnreadableInput("there is no story in it", where=name, todo="Give a file with copy")
    edition, divided = number_parts(edition)
    return Read(edition, (
        *remarks, *unknown, *unused, *marked.remarks, *outline.diagnostics, *divided,
        *((_repeated(first.text, first.line, name),) if isinstance(first, Head) and repeated
          else ()),
        *((lost,) if lost else ()),
    ))


def _known(front: FrontMatter, name: str) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
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
        old_remark(
            "front_matter_unknown", Severity.INFO,
            "The front matter says more than edition prints: " + "; ".join(unknown),
            line=1, source=name,
        ),
    )


def _with_front(
    edition: Edition, values: Mapping[str, str], name: str
) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition with what the front matter says of its one story."""
    given = {key: value for key, value in values.items() if key in _STORY}
    if not given:
        return edition, ()
    stories = list(edition.stories)
    if len(stories) > 1:
        words = "; ".join(f"{key}: {value}" for key, value in given.items())
        return edition, (
            old_remark(
                "front_matter_unused", Severity.WARNING,
                f"The file holds {len(stories)} stories, and its front matter speaks of one; "
                f"this was left out: {words}", line=1, text=words, source=name,
            ),
        )
    story = stories[0] if stories else Story("", "", ())
    section = edition.sections[0] if edition.sections else Section(None, ())
    done, remarks = _dressed(story, given, name)
    section = replace(section, title=given.get("section", section.title), stories=(done,))
    return replace(edition, sections=(section,)), remarks


def _dressed(
    story: Story, given: Mapping[str, str], name: str
) -> tuple[Story, tuple[Diagnostic, ...]]:
    story = replace(
        story,
        headline=given.get("headline", story.headline),
        kicker=given.get("kicker", story.kicker), deck=given.get("deck", story.deck),
        dateline=given.get("dateline", story.dateline),
        rank=_number(given, "rank", name), columns=_number(given, "columns", name),
        brief=given.get("brief", "").lower() in _TRUE,
        jump=given.get("jump", "").lower() in _TRUE,
    )
    raw = given.get("byline")
    if raw is None:
        return story, ()
    if story.byline is not None:
        if _bare(raw) == _bare(story.byline.raw):
            return story, ()
        return story, (
            old_remark(
                "byline_at_odds", Severity.WARNING,
                f"The front matter signs “{raw}”, the story “{story.byline.raw}”: the story's "
                "stands.", line=1, story=1, text=raw, confidence=Confidence.CERTAIN, source=name,
            ),
        )
    signed = own_line(raw)
    names = signed.names if signed else names_in(raw) or tuple(raw.split())
    return replace(story, byline=Byline(raw, names, 1)), ()


def _number(given: Mapping[str, str], key: str, name: str) -> int | None:
    value = given.get(key)
    if value is None:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,3}", value):
        raise UnreadableInput(
            f"the front matter's “{key}” is “{value[:40]}”", where=name,
            why="It must be a whole number from 1", todo="Correct it or leave it out",
        )
    return int(value)


def _imprint(values: Mapping[str, str], sidecar: Sidecar, name: str) -> Imprint:
    """The imprint of the front matter; the sidecar's own values stand before it."""
    own: dict[str, Any] = {
        key: values[key] for key in _IMPRINT if key in values and key != "date"
    }
    try:
        when = day(values["date"].replace("T", " ").split()[0] if "date" in values else None,
                   "date", name)
    except WrongUse as fault:
        raise UnreadableInput(
            f"the front matter's date is “{values['date'][:40]}”", where=name,
            why="It must be a day such as 2023-11-14", todo="Correct it or leave it out",
        ) from fault
    beside = {f.name: v for f in fields(Imprint) if (v := getattr(sidecar.imprint, f.name))}
    return replace(Imprint(**own, date=when), **beside)


def _by_line(said: list[tuple[int, str]], text: str) -> str:
    """What the parser gave, as a text with the same lines as the file."""
    rows = [""] * (text.count("\n") + 1)
    for line, words in said:
        rows[line - 1] += words.replace("\n", " ")
    return "\n".join(rows)


def _repeated(text: str, line: int, name: str) -> Diagnostic:
    return old_remark(
        "headline_repeated", Severity.INFO,
        "This heading repeats the headline of the front matter and was left out.",
        line=line, story=1, text=text, source=name,
    )


def _bare(text: str) -> str:
    return unspaced(text).strip("（）()")
