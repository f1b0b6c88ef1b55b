"""The reader of NewsML-G2: news items alone, in messages and in packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.messages.texts import Phrase
from edition.model import Figure, Run
from edition.readers.tree.elements import relative
from edition.readers.tree.inline import bare, line_of, text_of
from edition.readers.tree.markup import parse_html_text
from edition.readers.tree.nodes import Element
from edition.readers.wire.holding import Standing
from edition.readers.wire.nitf import nitf_parts, title_text
from edition.readers.wire.storyparts import Aside, Parts, asides

_DECKS = ("drol:sub", "hlrole:sub", "subheadline", "sub", "deck")
_KICKERS = ("drol:kicker", "hlrole:kicker", "kicker", "shoulder")
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Meta:
    headline: str = ""
    kicker: str = ""
    deck: str = ""
    byline: str = ""
    dateline: str = ""
    aside: tuple[Aside, ...] = ()


def newsml_parts(root: Element, name: str) -> tuple[Parts, ...]:
    """The stories of a `newsItem`, `newsMessage` or `packageItem`, in document order.

    Pictures follow as figures of the story before them.
    """
    found: list[Parts] = []
    loose: list[Figure] = []
    kept: list[Aside] = []
    for item in root.iter("newsitem"):
        part = _story(item, name)
        figures = tuple(_figures(item))
        away = (*_elsewhere(item), *_rights(item))
        if part is None and found:
            last = found[-1]
            found[-1] = replace(
                last, figures=(*last.figures, *figures), aside=(*last.aside, *away)
            )
        elif part is None:
            loose += figures
            kept += away
        else:
            found.append(replace(
                part, standing=_standing(item, part.standing), figures=(*figures, *loose),
                aside=(*part.aside, *away, *kept),
            ))
            loose, kept = [], []
    packages = [text for p in root.iter("packageitem") if (text := line_of(_headline(p)))]
    if found and packages:
        more = asides(("package_headline", text) for text in packages)
        found[0] = replace(found[0], aside=(*found[0].aside, *more))
    return tuple(found)


def _story(item: Element, name: str) -> Parts | None:
    """The story of an item; None for one that carries no text of its own."""
    meta = _meta(item.first("contentmeta") or Element("contentmeta"))
    bodies = [part for e in item.iter("inlinexml", "inlinedata") if (part := _body(e, name))]
    if not bodies:
        return None
    inner, *others = bodies
    aside = [*meta.aside, *asides(
        ("further_story", "".join(map(text_of, part.body))) for part in others
    )]
    merged = {
        key: getattr(inner, key) or getattr(meta, key)
        for key in ("headline", "kicker", "deck", "byline", "dateline")
    }
    for key in merged:
        given = getattr(meta, key)
        if given and bare(given) != bare(merged[key]):
            aside.append((Phrase(f"meta_{key}"), given))
    return replace(inner, **merged, aside=(*inner.aside, *aside))


def _standing(item: Element, inner: Standing) -> Standing:
    """What the item's own description says of printing it, and what stands inside it says."""
    meta = item.first("itemmeta") or Element("itemmeta")
    status = meta.first("pubstatus")
    embargo = meta.first("embargoed") or item.first("embargoed")
    signals = [e.get("qcode") or e.get("uri") for e in meta.iter("signal")]
    version = item.get("version")
    return Standing(
        status=(status.get("qcode") or status.get("uri")) if status else inner.status,
        embargo=line_of(embargo) or inner.embargo, signals=(*signals, *inner.signals),
        notes=(*(text for e in meta.iter("ednote") if (text := line_of(e))), *inner.notes),
        id=item.get("guid"),
        version=int(version) if version.isascii() and version.isdigit() else 0,
    )


def _headline(place: Element) -> Element | None:
    meta = place.first("contentmeta")
    return meta.first("headline") if meta else None


def _meta(meta: Element) -> _Meta:
    titles: dict[str, list[str]] = {"headline": [], "kicker": [], "deck": []}
    aside: list[Aside] = []
    for e in meta.elements:
        text = line_of(e)
        if e.tag == "headline" and text:
            key = _role(e.get("role").lower())
            titles[key].append(text)
        elif e.tag == "subheadline" and text:
            titles["deck"].append(text)
        elif e.tag in ("slugline", "description", "creditline", "note") and text:
            aside.append((Phrase("meta_part", {"tag": e.tag}), text))
    aside += asides(("further_headline", text) for text in titles["headline"][1:])
    return _Meta(
        headline="".join(titles["headline"][:1]), kicker="　".join(titles["kicker"]),
        deck="　".join(titles["deck"]), aside=tuple(aside),
        byline="　".join(line_of(e) for e in meta.elements if e.tag == "by" and line_of(e)),
        dateline="　".join(line_of(e) for e in meta.elements if e.tag == "dateline"),
    )


def _role(role: str) -> str:
    if any(role.endswith(name) for name in _KICKERS):
        return "kicker"
    return "deck" if any(role.endswith(name) for name in _DECKS) else "headline"


def _body(inline: Element, name: str) -> Parts | None:
    """The story inside `inlineXML` or `inlineData`; a title in its head is no headline of ours."""
    nitf = inline.first("nitf")
    if nitf is not None:
        return nitf_parts(nitf)
    if inline.tag == "inlinexml":
        return _page(inline)
    text = text_of(inline, frozenset())
    if not text.strip():
        return None
    kind = inline.get("contenttype").lower()
    if kind in _HTML or (not kind and "<p" in text.lower()):
        return _page(parse_html_text(text, name))
    return Parts(body=(paragraphs(text),))


def _page(page: Element) -> Parts | None:
    body = page.first("body") or page
    if not text_of(body).strip():
        return None
    title = title_text(page.first("title"))
    return Parts(body=(body,), aside=tuple(asides([("inner_title", title)])))


def paragraphs(text: str) -> Element:
    """Plain text as an element with one `p` a line."""
    rows = tuple(Element("p", {}, (row,)) for row in text.splitlines() if row.strip())
    return Element("body", {}, rows)


def _figures(item: Element) -> Iterator[Figure]:
    """The picture of an item, in its best rendition that is a file beside the copy."""
    remote = [e for e in item.iter("remotecontent") if _is_picture(e)]
    if not remote:
        return
    src = next((s for e in remote if (s := relative(e.get("href")))), None)
    meta = item.first("contentmeta") or Element("contentmeta")
    told = [e for e in meta.iter("description") if "caption" in e.get("role").lower()]
    own = not any(True for _ in item.iter("inlinexml", "inlinedata"))
    caption = next((line_of(e) for e in told), "") if own else ""
    credit = line_of(meta.first("creditline")) if own else ""
    yield from figure(src, caption, credit)


def _elsewhere(item: Element) -> Iterator[Aside]:
    """Addresses of pictures that were not fetched, and the texts of an item without a story."""
    for e in item.iter("remotecontent"):
        if relative(e.get("href")) is None or not _is_picture(e):
            yield Phrase("content_elsewhere"), e.get("href")[:500]
    if not any(True for _ in item.iter("inlinexml", "inlinedata")):
        meta = item.first("contentmeta") or Element("contentmeta")
        for e in meta.iter("headline", "by"):
            if text := line_of(e):
                yield Phrase("picture_part", {"tag": e.tag}), text


def _rights(item: Element) -> Iterator[Aside]:
    """What the item says of its rights and its use."""
    for e in item.iter("copyrightnotice", "usageterms"):
        if text := line_of(e):
            yield Phrase("meta_part", {"tag": e.tag}), text


def _is_picture(e: Element) -> bool:
    suffix = e.get("href").lower().rpartition(".")[2]
    return e.get("contenttype").startswith("image/") or suffix in ("jpg", "jpeg", "png", "webp")


def figure(src: str | None, caption: str, credit: str, alt: str = "") -> Iterator[Figure]:
    """A picture with its texts, unless it has neither file nor text."""
    if src or caption or credit:
        yield Figure(src, (Run(caption),) if caption else (), credit or None, alt or None)
