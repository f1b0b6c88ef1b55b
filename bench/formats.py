"""Loss over real files: visible text in = text out + what is named.

`python -m bench formats FOLDER [--show N] [--only docx|html]` reads every Word file and web page
below FOLDER with code of its own (ZIP, ElementTree, html.parser) and holds the characters it sees
against the stories, furniture and remarks of the reading. A character that stands in none of
them is silently lost.
"""

from __future__ import annotations

import argparse
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from edition.build import read
from edition.copy.wording import pieces, story_pieces
from edition.errors import EditionError
from edition.model import Edition, Figure, Story
from edition.readers.tree.declared import decoded_html

_PRINTED = ("document", "footnotes", "endnotes", "comments", "hdr", "ftr", "chartSpace",
            "dataModel", "glossaryDocument")
_TEXTS = frozenset(("t", "delText", "v"))
"""elements with words; `v` only in a chart"""
_UNSHOWN = frozenset(("script", "style", "template", "head", "noscript", "iframe", "noembed",
                      "noframes", "title", "object", "video", "audio", "canvas", "rp"))
_PRINTED_TOO = frozenset((
    "struck_text", "text_box", "nested_table", "layout_table", "link_left_out",
    "formula_on_one_line", "equation_on_one_line", "around_article",
    "headline_missing", "markup_asked", "entities_twice", "paragraph_divided", "field_empty",
    "unaccounted", "not_conserved", "picture_elsewhere",
    "picture_missing", "unfinished_paragraph", "wrap_joined", "missing_character", "lost_opening",
))
"""remarks that speak of words which are printed all the same, or of no words of the page"""
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                   "param", "source", "track", "wbr"))


@dataclass(frozen=True, slots=True)
class Held:
    """One file held against its reading."""

    name: str
    characters: int = 0
    lost: str = ""
    error: str = ""


def counted(text: str) -> Counter[str]:
    """The characters of `text` that a page shows, one form for each."""
    return Counter(c for c in unicodedata.normalize("NFKD", text)
                   if not c.isspace() and unicodedata.category(c)[0] != "C")


def word_text(path: Path) -> str:
    """Every character of the parts of a Word file that print or that a reviewer sees."""
    with zipfile.ZipFile(path) as package:
        roots = [(name, ElementTree.fromstring(package.read(name)))
                 for name in package.namelist() if name.endswith(".xml")]
    return "".join(text for name, root in roots if _local(root.tag) in _PRINTED
                   and "glossary/" not in name for text in _word_texts(root))


def _word_texts(node: ElementTree.Element) -> Iterator[str]:
    tag = _local(node.tag)
    if tag == "AlternateContent":
        branches = ["".join(_word_texts(child)) for child in node]
        yield max(branches, key=len, default="")
        return
    if tag == "chartSpace":
        # A chart repeats its names for every series.
        yield "".join({text: None for child in node.iter() if child is not node
                       and _local(child.tag) in _TEXTS for text in [child.text or ""]})
        return
    if tag in _TEXTS - {"v"}:
        yield node.text or ""
    elif tag == "textpath":
        yield node.get("string", "")
    for child in node:
        yield from _word_texts(child)


class _Page(HTMLParser):
    """The words of a page outside of what no browser shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self.open.clear()
        if tag in _UNSHOWN and tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.open:
            self.words.append(data)


def page_text(path: Path) -> str:
    """Every character a browser may show of a page, hidden parts among them."""
    page = _Page()
    page.feed(_decoded(path))
    page.close()
    return "".join(page.words)


def _decoded(path: Path) -> str:
    return decoded_html(path.read_bytes(), path.name)


def told(edition: Edition, remarks: Iterator[str]) -> str:
    """Everything a reading prints, sets aside or names."""
    stories: list[Story] = [*edition.stories, *edition.held]
    alts = (block.alt or "" for story in stories for block in story.body
            if isinstance(block, Figure))
    held = (p.text for n, story in enumerate(edition.held, 1) for p in story_pieces(story, n))
    return "".join((*(piece.text for piece in pieces(edition)), *held, *alts, *remarks))


def held_against(path: Path) -> Held:
    """One file: its characters, those silently lost, or why it is refused."""
    see = word_text if path.suffix == ".docx" else page_text
    try:
        found = read(path)
    except EditionError as fault:
        return Held(path.name, error=fault.kind)
    except Exception as fault:
        return Held(path.name, error=f"BROKEN {type(fault).__name__}: {fault}")
    source = counted(see(path))
    remarks = (r.text or "" for r in found.diagnostics if r.kind not in _PRINTED_TOO
               and not (r.text or "").startswith(("script: ", "style: ", "template: ")))
    lost = source - counted(told(found.edition, remarks))
    return Held(path.name, source.total(), "".join(sorted(lost.elements())))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def main(arguments: list[str]) -> int:
    """Print what each format loses, and the files that lose most."""
    parser = argparse.ArgumentParser(prog="python -m bench formats")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=20, help="files that lose most")
    parser.add_argument("--only", choices=("docx", "html"))
    options = parser.parse_args(arguments)
    lossy = 0
    for suffix in (options.only,) if options.only else ("docx", "html"):
        found = [held_against(p) for p in sorted(options.folder.rglob(f"*.{suffix}"))]
        read_ = [held for held in found if not held.error]
        losing = sorted((h for h in read_ if h.lost), key=lambda h: -len(h.lost))
        lossy += len(losing)
        print(f"{suffix}: {len(found)} files, {len(read_)} read, "
              f"{sum(h.characters for h in read_):,} characters, {len(losing)} files lose "
              f"{sum(len(h.lost) for h in losing):,} silently")
        for kind, count in Counter(h.error.split(":")[0] for h in found if h.error).most_common():
            print(f"  refused {count}: {kind}")
        for held in losing[: options.show]:
            print(f"  {len(held.lost):6} of {held.characters:7} {held.name}  {held.lost[:60]!r}")
    return int(lossy > 0)
