"""The reader of ninjs 1, 2 and 3: news items in JSON, their keys compared in lower case."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from edition.copy.clean import clean_text, count_drops, unspaced
from edition.copy.decode import decode
from edition.copy.making import Found
from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import Phrase, Value
from edition.model import Figure
from edition.readers.tree.elements import relative
from edition.readers.tree.inline import line_of, text_of
from edition.readers.tree.markup import parse_html_text
from edition.readers.tree.nodes import Element
from edition.readers.wire.holding import Standing
from edition.readers.wire.newsml import figure, paragraphs
from edition.readers.wire.storyparts import Aside, Parts, asides, for_day, found_in, one_line

_Item = Mapping[str, Any]
_KICKER = ("kicker", "shoulder")
_DECK = ("sub", "subheadline", "subhead", "deck")
_TAKEN = frozenset((
    "headline", "headlines", "subheadline", "subheadlines", "byline", "bylines", "by", "located",
    "dateline", "bodies", "associations", "renditions", "type", "uri", "urgency", "language",
    "version", "mimetype", "contenttype", "name", "representationtype", "standard", "altids",
    "versioncreated", "versioned", "firstcreated", "contentcreated", "pubstatus", "profile",
    "embargoed", "ednote", "ednotes", "signal", "signals",
))
"""Keys that are printed or that hold no words for readers."""


def read_ninjs(data: bytes, name: str, day: date | None = None) -> Found:
    """What one ninjs item or a list of them holds. Raises UnreadableInput for anything else."""
    document, remarks = parse_ninjs(data, name)
    items = document if isinstance(document, list) else [document]
    parts: list[Parts] = []
    for item in items:
        if not isinstance(item, dict):
            raise UnreadableInput("ninjs_list_item", where=name)
        parts += _stories(item, name, LIMITS.depth)
    whole = json.dumps(document, ensure_ascii=False)
    return found_in(for_day(parts, day), name, remarks=remarks, file=whole)


def parse_ninjs(data: bytes, name: str) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The JSON value with its keys in lower case and its texts clean, and what was dropped."""
    text, _ = decode(data, name)
    try:
        value = json.loads(text, object_pairs_hook=lambda pairs: _lower(pairs, name))
    except RecursionError as fault:
        raise _deep(name) from fault
    except ValueError as fault:
        place = Phrase("in_line", {"line": getattr(fault, "lineno", 1)})
        raise UnreadableInput(
            "ninjs_no_json", where=name, place=place, said=str(fault)
        ) from fault
    dropped: dict[tuple[str, Value], Diagnostic] = {}
    return _cleaned(value, name, dropped, LIMITS.depth), tuple(dropped.values())


def _lower(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key.lower() in found:
            raise UnreadableInput("ninjs_key_twice", where=name, key=clean_text(key[:40])[0])
        found[key.lower()] = value
    return found


def _cleaned(
    value: Any, name: str, dropped: dict[tuple[str, Value], Diagnostic], depth: int
) -> Any:
    """`value` with every text clean; remarks of one kind are counted together."""
    if not depth:
        raise _deep(name)
    if isinstance(value, str):
        text, remarks = clean_text(value, name)
        count_drops(remarks, dropped)
        return text
    if isinstance(value, list):
        return [_cleaned(item, name, dropped, depth - 1) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item, name, dropped, depth - 1) for key, item in value.items()}
    return value


def _stories(item: _Item, name: str, depth: int) -> Iterator[Parts]:
    """The story of an item with its pictures, then the stories associated with it."""
    associated = [other for _, other in _named(item.get("associations"))]
    pictures = [other for other in associated if other.get("type") in ("picture", "graphic")]
    texts = [other for other in associated if other.get("type") in ("text", "composite")]
    rest = [other for other in associated if other not in pictures and other not in texts]
    body, further = _body(item, name)
    shown = [item, *pictures] if item.get("type") in ("picture", "graphic") else pictures
    figures = tuple(found for other in shown for found in _figure(other, name))
    aside = [*asides(("further_text", text) for text in further), *_aside(item, "ninjs_key")]
    aside += asides(("associated_item", _headline(other, name)) for other in rest)
    for other in pictures:
        aside += _aside(other, "ninjs_picture_key", "description")
        aside += asides([("picture_headline", _headline(other, name))])
    yield Parts(
        headline=_headline(item, name), kicker=_role(item, _KICKER, name), byline=_byline(item),
        deck=_role(item, _DECK, name) or _first(item, name, "subheadline", "subheadlines"),
        dateline=_located(item), body=(body,) if body else (), figures=figures,
        aside=tuple(aside),
        standing=_standing(item),
        remarks=tuple(remark for other in shown for remark in _away(other, name)),
    )
    for other in texts:
        yield from _stories(other, name, depth - 1)


def _standing(item: _Item) -> Standing:
    """What the item says of printing it."""
    version = str(item.get("version") or "")
    return Standing(
        status=_text(item.get("pubstatus"), ""), embargo=_text(item.get("embargoed"), ""),
        signals=tuple(text for key in ("signal", "signals") for v in _values(item.get(key))
                      if (text := _text(v, ""))),
        notes=tuple(text for key in ("ednote", "ednotes") for v in _values(item.get(key))
                    if (text := _text(v, ""))),
        id=_text(item.get("uri"), ""),
        version=int(version) if version.isascii() and version.isdigit() else 0,
    )


def _headline(item: _Item, name: str) -> str:
    """`headline`, or of `headlines` the main one, or the first that has no other duty."""
    own = _text(item.get("headline"), name)
    given = _values(item.get("headlines"))
    main = [v for v in given if _role_of(v) in ("main", "hlrole:main", "drol:main")]
    other = [v for v in given if not _role_of(v).endswith((*_KICKER, *_DECK))]
    return own or next((_text(v, name) for v in (*main, *other)), "")


def _role(item: _Item, roles: tuple[str, ...], name: str) -> str:
    found = (_text(v, name) for v in _values(item.get("headlines"))
             if _role_of(v).rpartition(":")[2] in roles)
    return "　".join(text for text in found if text)


def _role_of(value: Any) -> str:
    return str(value.get("role") or "").lower() if isinstance(value, dict) else ""


def _first(item: _Item, name: str, *keys: str) -> str:
    texts = (_text(v, name) for key in keys for v in _values(item.get(key)))
    return next((text for text in texts if text), "")


def _byline(item: _Item) -> str:
    for key in ("byline", "bylines", "by"):
        texts = [_text(v, "") for v in _values(item.get(key))]
        if any(texts):
            return "　".join(text for text in texts if text)
    return ""


def _located(item: _Item) -> str:
    return next((t for key in ("dateline", "located") if (t := _text(item.get(key), ""))), "")


def _text(value: Any, name: str) -> str:
    """A field as one line, whether a text or an object that holds one."""
    if isinstance(value, str):
        return one_line(value)
    if not isinstance(value, dict):
        return ""
    text = next((v for k in ("value", "name", "text") if isinstance(v := value.get(k), str)), "")
    if _is_marked(value.get("contenttype")):
        return line_of(parse_html_text(f"<body>{text}</body>", name))
    return one_line(text)


def _values(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _named(value: Any) -> Iterator[tuple[str, _Item]]:
    """Objects of a table by name (ninjs 1) or of a list (2 and 3)."""
    pairs = value.items() if isinstance(value, dict) else (("", v) for v in _values(value))
    return ((key, item) for key, item in pairs if isinstance(item, dict))


def _body(item: _Item, name: str) -> tuple[Element | None, list[str]]:
    """The body, marked up rather than plain, and what its other renditions say otherwise."""
    given = [(k[5:], v) for k, v in item.items() if k.startswith("body_") and isinstance(v, str)]
    given += [
        (str(v.get("contenttype") or "text/plain").lower(), v["value"])
        for v in _values(item.get("bodies")) if isinstance(v, dict) and isinstance(
            v.get("value"), str)
    ]
    given = [(kind, text) for kind, text in given if text.strip()]
    given.sort(key=lambda pair: not _is_marked(pair[0]))
    found = [
        parse_html_text(f"<body>{text}</body>", name) if _is_marked(kind) else paragraphs(text)
        for kind, text in given
    ]
    if not found:
        return None, []
    words = unspaced(text_of(found[0]))
    others = [text_of(e).strip() for e in found[1:] if unspaced(text_of(e)) != words]
    return found[0], [text for text in others if text]


def _is_marked(kind: Any) -> bool:
    return isinstance(kind, str) and "html" in kind.lower()


def _figure(item: _Item, name: str) -> Iterator[Figure]:
    src = next((s for href in _hrefs(item) if (s := relative(href))), None)
    told = [one_line(v) for k, v in item.items()
            if k in ("description_caption", "description_text") and isinstance(v, str)]
    told += [_text(v, name) for v in _values(item.get("descriptions"))]
    yield from figure(src, next((t for t in told if t), ""), _byline(item))


def _hrefs(item: _Item) -> list[str]:
    return [v["href"] for _, v in _named(item.get("renditions")) if isinstance(v.get("href"), str)]


def _away(item: _Item, name: str) -> Iterator[Diagnostic]:
    hrefs = _hrefs(item)
    if hrefs and not any(map(relative, hrefs)):
        yield Diagnostic("picture_elsewhere", {}, text=hrefs[0][:500], source=name)


def _aside(item: _Item, phrase: str, *but: str) -> Iterator[Aside]:
    """What an item says in keys that are not printed, nor begin with one of `but`."""
    for key, value in sorted(item.items()):
        if key in _TAKEN or key.startswith(("body_", *but)):
            continue
        texts = [t for v in _values(value) if (t := _text(v, ""))]
        if texts:
            yield Phrase(phrase, {"key": key[:40]}), " ".join(texts)[:500]


def _deep(name: str) -> UnreadableInput:
    return UnreadableInput("ninjs_deep", where=name, limit=LIMITS.depth)
