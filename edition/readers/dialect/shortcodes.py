"""What stands in brackets for a picture or a page: wiki links, shortcodes, attributes of tags."""

from __future__ import annotations

import re

from edition.readers.dialect.tokens import Token

_PICTURE = re.compile(r"\.(?:png|jpe?g|webp|gif|bmp|svg|tiff?)\Z", re.I)
_FIGURE = re.compile(r"\{\{[<%]\s*(?:figure|img|image)\s(.*?)/?\s*[>%]\}\}|\{%\s*(?:img|asset_img)"
                     r"\s+(.*?)\s*%\}", re.S)
_ATTRIBUTE = re.compile(r"([A-Za-z_:][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SIZE = re.compile(r"\d{1,5}(?:x\d{1,5})?%?")


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag or a shortcode; the first of a name counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), next((value for value in values if value), ""))
    return found


def embedded(token: Token) -> tuple[str, str, str] | None:
    """Source, caption and alternative text of the picture a token embeds; None for another thing.
    """
    if token.type == "wiki_embed":
        source, _, said = token.content.partition("|")
        if not _PICTURE.search(source.strip()):
            return None
        return source.strip(), "" if _SIZE.fullmatch(said.strip()) else said.strip(), ""
    found = _FIGURE.fullmatch(token.content)
    if found is None:
        return None
    if found[2]:
        words = [word for word in found[2].split() if _PICTURE.search(word)]
        return (words[0], "", "") if words else None
    values = attributes(found[1])
    caption = " ".join(
        values[key] for key in ("title", "caption") if values.get(key)
    )
    return (values["src"], caption, values.get("alt", "")) if values.get("src") else None


def shown_link(content: str) -> str:
    """What a wiki link prints: its own words, else the page it names."""
    page, _, said = content.partition("|")
    return said.strip() or page.strip()
