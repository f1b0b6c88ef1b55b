"""One stretch of inline Markdown, token by token: characters to runs, tags to marks.

Raw tags are read where they mean marks, links, line ends, pictures, readings or struck text;
other tags of HTML are left out and counted; what only looks like a tag is copy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from edition.model import Figure, Mark, Run
from edition.readers.dialect.markedtext import BREAK, HARD, SOFT, MarkedInline
from edition.readers.dialect.shortcodes import attributes, embedded, shown_link
from edition.readers.dialect.tokens import Token
from edition.readers.outlined.runs import with_marks
from edition.readers.tree.inline import is_own_lang, known_lang_of

_MARKS = {
    "em": Mark.EMPHASIS, "i": Mark.EMPHASIS, "cite": Mark.EMPHASIS, "strong": Mark.STRONG,
    "b": Mark.STRONG, "sup": Mark.SUPER, "sub": Mark.SUB, "code": Mark.CODE, "kbd": Mark.CODE,
    "tt": Mark.CODE, "samp": Mark.CODE,
}
_STRUCK = ("s", "del", "strike")
_TAGS = frozenset((
    "a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote",
    "body", "br", "button", "caption", "center", "cite", "code", "col", "colgroup", "data", "dd",
    "del", "details", "dfn", "dir", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main",
    "map", "mark", "menu", "meta", "nav", "nobr", "noscript", "object", "ol", "optgroup",
    "option", "output", "p", "param", "picture", "pre", "progress", "q", "rb", "rp", "rt", "rtc",
    "ruby", "s", "samp", "script", "section", "select", "small", "source", "span", "strike",
    "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var",
    "video", "wbr", "audio", "canvas", "embed", "math",
))
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^>]*)>", re.S)
_LEFT = re.compile(r"(?<!\*)\*\*(?!\*)|(?<!~)~~(?!~)|(?<![=0-9A-Za-z])==(?!=)|\]\((?:https?:)?//")
"""marks of Markdown that nothing read"""
_MARKED = re.compile(r"[*~=\]](?:(?<=\])\(|(?<!\])[*~=])")
"""what each of them holds: nearly no text has it"""
_PLAIN_FORMULA = re.compile(r"[^\\{}]+")


def is_tag(name: str) -> bool:
    """True for the name of an element of HTML, or of one a page makes up."""
    return name.lower() in _TAGS or "-" in name


@dataclass
class _Gone:
    """Text that is left out if its end comes: the tag that opened it, and its runs."""

    tag: str
    runs: list[Run] = field(default_factory=list)


class Strand:
    """The one pass over a stretch. State lives here and nowhere else."""

    def __init__(self, inline: MarkedInline, lines: tuple[int, ...]) -> None:
        self.inline, self.told, self.lines = inline, inline.told, lines
        self.runs: list[Run] = []
        self.figures: list[Figure] = []
        self.marks: list[Mark] = []
        self.links: list[str | None] = []
        self.langs: list[str | None] = []
        """of the `span` that are open, each None where it says none; the copy's own is empty"""
        self.gone: list[_Gone] = []
        self.parted = False
        """True where something was left out just now"""
        self.base: int | None = None
        """number of runs before the characters whose reading comes"""

    def read(self, tokens: Sequence[Token]) -> tuple[list[Run], list[Figure]]:
        """The runs, line ends among them, and the pictures, which stand after them."""
        for token in tokens:
            self._token(token)
        while self.gone:
            # A tag that nothing closes leaves nothing out.
            self.runs += self.gone.pop().runs
        text = "".join(r.text for r in self.runs if Mark.CODE not in r.marks)
        for found in _LEFT.finditer(text) if _MARKED.search(text) else ():
            around = text[max(0, found.start() - 10) : found.end() + 10]
            self.told.asked("marks_unread", around.replace(SOFT, " "))
        return self.runs, self.figures

    def _add(self, text: str, *marks: Mark, note: str | None = None) -> None:
        href = next((link for link in reversed(self.links) if link), None) if self.links else None
        if self.parted and (not self.runs or self.runs[-1].text[-1:].isspace()):
            # Where something was left out, the blank on one side of it is enough.
            text = text.removeprefix(" ")
        self.parted = False
        lang = next((one for one in reversed(self.langs) if one is not None), None)
        run = Run(self.inline.cleaned(text), with_marks(self.marks, *marks), href, lang or None,
                  note=note)
        (self.gone[-1].runs if self.gone else self.runs).append(run)

    def _end(self, kind: str) -> None:
        (self.gone[-1].runs if self.gone else self.runs).append(Run(kind))

    def _token(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self._add(token.content)
            case "code_inline":
                self._add(token.content, Mark.CODE)
            case "softbreak" | "hardbreak":
                self._end(SOFT if token.type == "softbreak" else HARD)
            case "em_open" | "strong_open" | "em_close" | "strong_close":
                self._mark(_MARKS[token.tag], opens=token.type.endswith("open"))
            case "s_open":
                self.gone.append(_Gone("s"))
            case "s_close":
                self._close_gone("s")
            case "link_open":
                self.links.append(self.inline.links.take(str(token.attrGet("href") or "")))
                if title := token.attrGet("title"):
                    self.told.left_out("link_titles", str(title))
            case "link_close":
                self.links.pop()
            case "image":
                self.figures += self.inline.image(token, self.lines)
            case "html_inline":
                self._html(token.content)
            case _:
                self._dialect(token)

    def _dialect(self, token: Token) -> None:
        """What CommonMark does not know."""
        match token.type:
            case "sub":
                self._add(token.content, Mark.SUB)
            case "super":
                self._add(token.content, Mark.SUPER)
            case "mark_open":
                self.told.asked("marked_text", token.meta["whole"])
            case "note_mark":
                self._note(token.content)
            case "note_inline":
                self._note(token.meta["name"])
            case "formula":
                plain = _PLAIN_FORMULA.fullmatch(token.content)
                self.told.asked("formulas", token.meta["whole"])
                self._add(token.content if plain else token.meta["whole"])
            case "emoji":
                self.told.asked("emoji_codes", token.content)
                self._add(token.content)
            case "wiki_embed" | "shortcode":
                self._embed(token)
            case "wiki_link":
                self.told.asked("wiki_links", token.meta["whole"])
                self._add(shown_link(token.content))

    def _note(self, label: str) -> None:
        found = self.inline.mention(label)
        if found is None:
            self._add(f"[^{label}]")
            return
        if not label.startswith("^[") and label != found.label:
            self.told.left_out("note_names", f"[^{label}]")
        self._add(found.label, Mark.SUPER, note=found.id)

    def _embed(self, token: Token) -> None:
        self.parted = True
        shown = embedded(token)
        if shown is None:
            self.told.left_out("shortcodes", token.meta["whole"])
        else:
            self.figures += self.inline.picture(*shown, self.lines)

    def _mark(self, mark: Mark, *, opens: bool) -> None:
        if opens:
            self.marks.append(mark)
        elif mark in self.marks:
            self.marks.remove(mark)

    def _html(self, raw: str) -> None:
        tag = _TAG.fullmatch(raw)
        if tag is None and raw.startswith("<!--"):
            self.parted = True
            self.told.left_out("html_comments", raw[4:-3].strip())
        elif tag is None:
            self.told.left_out("html_tags", raw)
        elif not is_tag(tag[2]):
            self.told.asked("angle_brackets", raw)
            self._add(raw)
        else:
            self._tag(tag[2].lower(), tag[3], opens=not tag[1])

    def _tag(self, name: str, rest: str, *, opens: bool) -> None:
        if name in _MARKS:
            self._mark(_MARKS[name], opens=opens)
        elif name == "br":
            self._end(BREAK)
        elif name in (*_STRUCK, "rp"):
            if opens:
                self.gone.append(_Gone(name))
            else:
                self._close_gone(name)
        elif name in ("ruby", "rb", "rt"):
            self._ruby(name, opens=opens)
        elif name == "a":
            self._link(rest, opens=opens)
        elif name == "span" and self._span(rest, opens=opens):
            pass
        elif name == "img":
            values = attributes(rest)
            source = unescape(values.get("src", ""))
            self.figures += self.inline.picture(source, "", values.get("alt", ""), self.lines)
        else:
            self.told.left_out("html_tags", f"<{'' if opens else '/'}{name}{rest}>")

    def _span(self, rest: str, *, opens: bool) -> bool:
        """True for a `span` that says a language, and for its end."""
        if not opens:
            return bool(self.langs) and self.langs.pop() is not None
        tag = attributes(rest).get("lang", "")
        own = "" if is_own_lang(tag) and any(self.langs) else None
        self.langs.append(known_lang_of(tag) or own)
        return self.langs[-1] is not None

    def _link(self, rest: str, *, opens: bool) -> None:
        if opens:
            address = attributes(rest).get("href")
            self.links.append(self.inline.links.take(unescape(address)) if address else None)
        elif self.links:
            self.links.pop()

    def _close_gone(self, tag: str) -> None:
        """Leave out the text that an end of `tag` closes; an end without a beginning is none."""
        if not any(gone.tag == tag for gone in self.gone):
            return
        runs: list[Run] = []
        while (gone := self.gone.pop()).tag != tag:
            runs = gone.runs + runs
        text = "".join(run.text for run in gone.runs + runs).replace(SOFT, "").replace(HARD, " ")
        if tag == "rt" and self.base is not None:
            self._read(text.strip())
        elif tag in _STRUCK and text:
            self.parted = True
            self.told.count("struck_left_out", "struck_text", text)

    def _ruby(self, name: str, *, opens: bool) -> None:
        """`rt` holds the reading of the characters since the `ruby`, or since the last reading."""
        if name == "ruby":
            self.base = len(self.runs) if opens and not self.gone else None
        elif name == "rt" and opens:
            self.gone.append(_Gone("rt"))
        elif name == "rt":
            self._close_gone("rt")

    def _read(self, reading: str) -> None:
        """Set `reading` on the characters it belongs to, which become one run."""
        base = self.runs[self.base :]
        if base and reading:
            text = "".join(run.text for run in base)
            self.runs[self.base :] = [replace(base[0], text=text, ruby=reading)]
        elif reading:
            self._add(reading)
        self.base = len(self.runs)
