"""The reader of RSS and Atom with full text, and of WordPress exports: one story an item."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from edition.copy.clean import clean_text, count_drops
from edition.copy.links import address_of, leads_to_page
from edition.copy.making import Found
from edition.errors import Diagnostic
from edition.messages.texts import Value
from edition.readers.tree.inline import bare, line_of, text_of
from edition.readers.tree.markup import parse_html_text
from edition.readers.tree.nodes import Element
from edition.readers.wire.newsml import paragraphs
from edition.readers.wire.storyparts import Parts, asides, found_in, one_line
from edition.readers.wire.wordpress import unfolded

_Entry = Mapping[str, Any]
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_BLOCK = re.compile(r"<(?:p|div|br|table|ul|ol|h[1-6]|blockquote|figure)\b", re.I)


def read_feed(text: str, name: str) -> Found:
    """What a feed holds. The library forgives what is broken or too deep: `parse_xml` goes first.
    """
    # A stream, so that the library takes the bytes for nothing else: no address, no file name.
    feed = feedparser.parse(
        io.BytesIO(text.encode("utf-8")), sanitize_html=False, resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    remarks: list[Diagnostic] = []
    parts: list[Parts] = []
    for entry in feed.entries:
        if _is_published(entry):
            parts.append(_story(entry, name))
        else:
            remarks.append(_unpublished(entry, name))
    heads = (_titled(feed.feed, key, name) for key in ("title", "subtitle", "rights"))
    said = [head for head in heads if head]
    return found_in(parts, name, said, remarks, _published(text, feed.entries))


def _published(text: str, entries: Sequence[_Entry]) -> str:
    """The file without the items that are named as a whole, where they can be told apart."""
    head, *items = re.split(r"(?=<(?:item|entry)\b)", text)
    if len(items) != len(entries):
        return text
    return head + "".join(
        item if _is_published(entry) else "" for item, entry in zip(items, entries, strict=True)
    )


def _is_published(entry: _Entry) -> bool:
    """True for an item of a feed, and in a WordPress export for a post the site shows."""
    kind, status = entry.get("wp_post_type", "post"), entry.get("wp_status", "publish")
    return (kind, status) == ("post", "publish")


def _unpublished(entry: _Entry, name: str) -> Diagnostic:
    kind, status = entry.get("wp_post_type", "post"), entry.get("wp_status", "")
    return Diagnostic(
        "item_left_out", {"type": one_line(str(kind)), "status": one_line(str(status))},
        text=_titled(entry, "title", name)[:200], source=name,
    )


def _story(entry: _Entry, name: str) -> Parts:
    codes: list[str] = []
    remarks: list[Diagnostic] = []
    body, others = _bodies(entry, name, codes, remarks)
    tags = [(one_line(tag.get("label") or tag.get("term") or ""), tag.get("scheme"))
            for tag in entry.get("tags", ())]
    titles = [term for term, scheme in tags if term and scheme != "post_tag"]
    byline = "　".join(text for a in entry.get("authors", ())
                       if (text := one_line(a.get("name") or a.get("email") or "")))
    rest = [term for term, _ in tags if term and term not in titles[:1]]
    aside = [
        *(("further_text", text) for text in others),
        ("feed_date", _dated(entry)), ("feed_categories", "　".join(rest)),
        *(("feed_enclosure", address) for address in _enclosures(entry)),
        *(("shortcode", code) for code in codes),
    ]
    counts: dict[tuple[str, Value], Diagnostic] = {}
    for key in ("title", "subtitle"):
        count_drops(clean_text(str(entry.get(key) or ""), name)[1], counts)
    count_drops(remarks, counts)
    return Parts(
        headline=_titled(entry, "title", name), byline=byline, body=(body,),
        deck=_titled(entry, "subtitle", name), section=titles[0] if titles else None,
        aside=tuple(asides(aside)), remarks=tuple(counts.values()),
        own_id=str(entry.get("id") or ""), published=_day(entry), address=_address(entry),
    )


def _titled(entry: _Entry, key: str, name: str) -> str:
    """A title as one line; its markup, if it is marked up, is read and not printed."""
    detail = entry.get(f"{key}_detail") or {"value": entry.get(key) or ""}
    value = str(detail.get("value") or "")
    if "html" not in str(detail.get("type")):
        return one_line(value)
    return line_of(parse_html_text(f"<body>{value}</body>", name))


def _bodies(
    entry: _Entry, name: str, codes: list[str], remarks: list[Diagnostic]
) -> tuple[Element, list[str]]:
    """The full text, or the summary where there is none, and what the other says beyond it.

    Shortcodes of a post that WordPress stored go to `codes`, what cleaning drops to `remarks`.
    """
    given = [*entry.get("content", ()), entry.get("summary_detail") or {},
             {"value": entry.get("excerpt_encoded") or "", "type": "text/html"}]
    stored = "wp_post_type" in entry
    found = [_stored(one, name, codes, remarks) if stored else _body(one, name, remarks)
             for one in given if str(one.get("value") or "").strip()]
    if not found:
        return Element("body"), []
    words = _bare(found[0])
    others = (text_of(one).strip() for one in found[1:] if _bare(one) not in words)
    return found[0], list(dict.fromkeys(text for text in others if text))


def _stored(
    given: _Entry, name: str, codes: list[str], remarks: list[Diagnostic]
) -> Element:
    """A text as WordPress keeps it, which is a page only when its blocks are unfolded."""
    post = unfolded(str(given["value"]))
    codes += post.shortcodes
    return parse_html_text(f"<body>{post.html}</body>", name, remarks)


def _body(given: _Entry, name: str, remarks: list[Diagnostic]) -> Element:
    value = str(given["value"])
    if "html" not in str(given.get("type")):
        return paragraphs(value)
    if not _BLOCK.search(value):
        # A text without blocks has no paragraphs but its lines.
        value = value.replace("\r\n", "\n").replace("\n", "<br>")
    return parse_html_text(f"<body>{value}</body>", name, remarks)


def _dated(entry: _Entry) -> str:
    return one_line(f"{entry.get('published') or entry.get('updated') or ''} "
                    f"{entry.get('link') or ''}")


def _day(entry: _Entry) -> date | None:
    """The day an item gives itself, in its own time zone; None for what is no day."""
    said = str(entry.get("published") or entry.get("updated") or "").strip()
    try:
        if _ISO.match(said):
            return date.fromisoformat(said[:10])
        return parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _address(entry: _Entry) -> str | None:
    address = address_of(one_line(str(entry.get("link") or "")))
    return address if address is not None and leads_to_page(address) else None


def _enclosures(entry: _Entry) -> Iterator[str]:
    media: Sequence[_Entry] = (*entry.get("enclosures", ()), *entry.get("media_content", ()))
    for one in media:
        yield one_line(str(one.get("href") or one.get("url") or ""))[:500]


def _bare(element: Element) -> str:
    return bare(text_of(element))
