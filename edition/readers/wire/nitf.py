"""The reader of NITF: the head, the body and the media of one news item."""

from __future__ import annotations

from dataclasses import replace

from edition.copy.clean import unspaced
from edition.messages.texts import Phrase
from edition.readers.tree.inline import line_of, text_of
from edition.readers.tree.nodes import Element
from edition.readers.wire.holding import Standing
from edition.readers.wire.storyparts import Aside, Parts, one_line

_TAKEN = frozenset(("hedline", "byline", "dateline", "abstract", "hl1", "hl2"))


def nitf_parts(root: Element) -> Parts:
    """The story of an `nitf` element."""
    head = root.first("body.head") or Element("body.head")
    body = root.first("body.content") or Element("body.content")
    end = root.first("body.end")
    hl1 = head.first("hl1")
    decks = [line_of(e) for e in head.iter("hl2")]
    headline = line_of(hl1) if hl1 else _title(root)
    found = Parts(
        headline=headline, deck="　".join(deck for deck in decks if deck),
        dateline=line_of(head.first("dateline")), byline=_byline(head),
        names=tuple(text for e in head.iter("byline") for p in e.iter("person")
                    if (text := line_of(p))),
        body=tuple(_lead(head, body)), aside=tuple(_aside(head, body)), standing=_standing(root),
    )
    tail = tuple(line_of(e) for e in end.elements if line_of(e)) if end else ()
    return replace(found, credits=tail)


def _standing(root: Element) -> Standing:
    """What the docdata says of printing the item."""
    data = root.first("docdata") or Element("docdata")
    status = data.get("management-status")
    release = data.first("date.release")
    id_, key = data.first("doc-id"), data.first("du-key")
    corrects = any(True for _ in data.iter("correction"))
    version = key.get("version") if key else ""
    return Standing(
        status=status, signals=("correction",) if corrects else (),
        embargo=release.get("norm") if release and status.lower() == "embargoed" else "",
        notes=tuple(
            text for e in data.iter("ed-msg", "correction")
            if (text := one_line(e.get("info")) or line_of(e))
        ),
        id=id_.get("id-string") if id_ else "",
        version=int(version) if version.isascii() and version.isdigit() else 0,
    )


def _title(root: Element) -> str:
    head = root.first("head")
    return title_text(head.first("title") if head else None)


def title_text(title: Element | None) -> str:
    """The text of a `title`, which as a part of a page is never copy."""
    return one_line(text_of(replace(title, tag="span"))) if title else ""


def _byline(head: Element) -> str:
    """All bylines as one line: the person, then the title or agency."""
    return "　".join(text for e in head.iter("byline") if (text := line_of(e)))


def _lead(head: Element, body: Element) -> list[Element]:
    """The abstract stands before the text, unless the text opens with the same words."""
    abstract = head.first("abstract")
    words = unspaced(text_of(abstract)) if abstract else ""
    if abstract is None or not words or unspaced(text_of(body)).startswith(words):
        return [body]
    return [abstract, body]


def _aside(head: Element, body: Element) -> list[Aside]:
    """What the head says beside headline, byline, dateline and lead: notes, rights, series."""
    found = [(Phrase("head_part", {"tag": e.tag}), line_of(e))
             for e in head.elements if e.tag not in _TAKEN]
    abstract = head.first("abstract")
    if abstract is not None and abstract not in _lead(head, body):
        found.append((Phrase("abstract_repeats"), line_of(abstract)))
    return [(label, text) for label, text in found if text]
