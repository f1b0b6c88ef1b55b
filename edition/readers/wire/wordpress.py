"""What WordPress stores instead of a page: shortcodes, and paragraphs that only blank lines part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b([^\]]{0,500})\](.*?)\[/(?:wp_)?caption\]", re.S
)
_IMAGE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.I)
_SAID = re.compile(r"\bcaption=([\"'])(.*?)\1", re.S)
_PLAIN = (
    "gallery", "playlist", "more", "contact-form", "contact-form-7", "toc", "archives", "embed",
    "audio", "video", "nextpage", "gravityform", "ninja_form", "wpforms", "code", "caption",
)
_CODE = re.compile(
    r"\[\[(/?[a-z][\w-]{0,40}[^\[\]]{0,500})\]\]"
    r"|\[(/?)([a-z][\w-]{0,40})((?:\s[^\[\]<>]{0,1000})?/?)\]", re.I
)
_VALUE = re.compile(r"\s[\w-]{1,40}\s?=\s?[\"'“”‘’″\w/#.-]")
_WITHIN = r"""<[a-z/!?](?:[^<>"']++|"[^"]{0,2000}+"|'[^']{0,2000}+'){0,100}+>|<[^<>]*+>"""
"""a tag or a comment; a value in quotation marks may hold an angle bracket"""
_NOTE = re.compile(
    rf"(?P<tag>{_WITHIN})"
    rf"|\[(?P<code>ref|fn|footnote|efn_note|mfn|note)\](?P<held>(?:{_WITHIN}|[^\[\]<]){{1,4000}}+)"
    rf"\[/(?P=code)\]"
    rf"|(?<!\()\(\((?P<typed>(?:{_WITHIN}|[^()<]){{1,2000}}+)\)\)(?!\))"
    rf"|(?P<place>\[(?:references|footnotes|footnotes_without_post|fnlist)\s?/?\])", re.I
)
"""notes typed in the text for the add-ons that set them, and the place they are set at"""
_VERBATIM = re.compile(r"<(/?)(pre|script|style|code|textarea|title)\b", re.I)
_NO_NOTE = re.compile(
    r"</?(?:pre|script|style|code|textarea|img|amp-img|table|figure|h[1-6]|article|ul|ol|li)\b",
    re.I,
)
"""what a note holds only by mistake"""
_MOST_NOTES = 999
_MEDIA = ("embed", "audio", "video")
_BLOCK = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|header|hr|li|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td"
    "|tfoot|th|thead|tr|ul|object|iframe"
)
_OPENS = re.compile(rf"<(?:{_BLOCK})\b", re.I)
_TAG = re.compile(rf"(?:</(?:{_BLOCK})\s*>|<(?:{_BLOCK})\b[^>]*>|<!--.*?-->)", re.I | re.S)
_KEPT = re.compile(r"<(pre|script|style|table|ul|ol|figure)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_GOES_ON = re.compile(r"[，、；,;][ \t]*\Z|[a-z0-9][ \t]*\Z", re.I)


@dataclass
class Unfolded:
    """A post as a page shows it, and what is not shown."""

    html: str
    shortcodes: list[str] = field(default_factory=list)


def unfolded(text: str) -> Unfolded:
    """The HTML of a stored post: captions as figures, shortcodes taken out, paragraphs marked."""
    found = Unfolded("")
    text = _with_notes(_CAPTION.sub(_figure, text.replace("\r\n", "\n")), found.shortcodes)
    closed = {m.group(3).lower() for m in _CODE.finditer(text) if m.group(2)}
    text = _without_media(text, found.shortcodes)

    def take(code: re.Match[str]) -> str:
        if code.group(1):
            return f"[{code.group(1)}]"
        name, rest = code.group(3).lower(), code.group(4)
        if name not in _PLAIN and name not in closed and not _VALUE.match(rest):
            return code.group()
        found.shortcodes.append(code.group())
        return ""

    found.html = "".join(_paragraphs(_CODE.sub(take, text)))
    return found


def _with_notes(text: str, out: list[str]) -> str:
    """Notes that stand in the text between codes, as marks in it and a list below it.

    What stands within a tag or is set as it was typed is no note. The code that says where the
    notes are set goes to `out` when they are.
    """
    notes: list[str] = []
    verbatim = ""
    places: list[str] = []

    def mark(found: re.Match[str]) -> str:
        nonlocal verbatim
        if found["tag"]:
            if (edge := _VERBATIM.match(found["tag"])) is not None:
                closes, name = bool(edge[1]), edge[2].lower()
                verbatim = "" if closes and name == verbatim else verbatim or (
                    "" if closes else name)
            return found.group()
        if verbatim:
            return found.group()
        if found["place"]:
            places.append(found.group())
            return ""
        words = (found["held"] or found["typed"]).strip()
        if len(notes) == _MOST_NOTES or _NO_NOTE.search(words) or not _shown(words):
            return found.group()
        notes.append(words)
        number = len(notes)
        return f'<sup><a id="wp-noteref-{number}" href="#wp-note-{number}">{number}</a></sup>'

    marked = _NOTE.sub(mark, text)
    if not notes:
        return text
    out += places
    rows = "".join(f'<li id="wp-note-{n}">{words}</li>' for n, words in enumerate(notes, 1))
    return f"{marked}\n\n<ol>{rows}</ol>"


def _shown(words: str) -> str:
    """The characters of a note that are no markup."""
    return re.sub(_WITHIN, "", words, flags=re.I).strip()


def _figure(caption: re.Match[str]) -> str:
    """[caption] as the figure it stands for."""
    image = _IMAGE.search(caption.group(2))
    said = _SAID.search(caption.group(1))
    words = _IMAGE.sub("", caption.group(2), count=1).strip() or (said.group(2) if said else "")
    shown = image.group() if image else ""
    return f"\n\n<figure>{shown}<figcaption>{words}</figcaption></figure>\n\n"


def _without_media(text: str, out: list[str]) -> str:
    """The text without players and the addresses they play."""
    for name in _MEDIA:
        def take(code: re.Match[str]) -> str:
            out.append(code.group())
            return ""

        text = re.sub(rf"\[{name}\b[^\]]{{0,500}}\][^\[\]<>]{{0,1000}}\[/{name}\]", take, text)
    return text


def _paragraphs(text: str) -> Iterator[str]:
    """The text with a `p` about each stretch between blank lines that no block holds."""
    at = 0
    for kept in _KEPT.finditer(text):
        yield from _loose(text[at : kept.start()])
        yield kept.group()
        at = kept.end()
    yield from _loose(text[at:])


def _loose(text: str) -> Iterator[str]:
    """Text and blocks that stand beside one another."""
    parted = _TAG.sub(lambda m: f"\n\n{m.group()}\n\n", text)
    depth, follows = 0, False
    for piece in re.split(r"\n[ \t]*\n", parted):
        words = piece.strip()
        if not words:
            continue
        if _TAG.fullmatch(words):
            yield words
            closing = words.startswith("</")
            opening = _OPENS.match(words) is not None and not words.endswith("/>")
            depth, follows = max(0, depth + opening - closing), False
        elif depth:
            # Inside a block the text is that block's own, and a break parts it.
            yield f"<br>{''.join(_rows(words))}" if follows else "".join(_rows(words))
            follows = True
        else:
            yield f"<p>{''.join(_rows(words))}</p>"


def _rows(text: str) -> Iterator[str]:
    """Lines of one paragraph: a line that ends a sentence ends there, another goes on."""
    rows = [row.strip() for row in text.split("\n")]
    for at, row in enumerate(rows):
        yield row
        if at + 1 < len(rows):
            yield "\n" if _GOES_ON.search(row) else "<br>"
