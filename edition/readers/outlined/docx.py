"""The reader of Word files, and the door of mammoth, which gives the document as a tree."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import mammoth.docx
from mammoth import documents

from edition.copy.clean import clean_text, unspaced
from edition.copy.limits import safe_name, within_limits
from edition.copy.links import Links
from edition.copy.numbering import number_parts
from edition.copy.pictures import picture
from edition.copy.read import Read
from edition.errors import Confidence, Diagnostic, Severity, UnreadableInput, old_remark
from edition.limits import LIMITS
from edition.model import (
    Edition,
    Figure,
    Furniture,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    Picture,
    PullQuote,
    Run,
    Runs,
    Table,
    plain,
)
from edition.readers.outlined.outline import Above, Below, End, Head, Item, build_outline
from edition.readers.outlined.wordfile import WordFile, check_word_file
from edition.readers.outlined.wording import flat, paragraph_of, tidy, with_marks
from edition.sidecar.parse import Sidecar

_HEADINGS = {"title": 1, "标题": 1, "大标题": 1, "主标题": 1, "主题": 1}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])")
_CROSSHEADS = ("小标题", "小题", "crosshead")
_ABOVE = ("引题", "肩题", "眉题", "kicker")
_BELOW = ("副标题", "副题", "subtitle", "deck")
_QUOTES = ("quote", "intense quote", "引用", "明显引用")
_CAPTIONS = ("caption", "题注", "图注", "图片说明")
_NOTES = ("编者按", "按语")
_CROSSHEAD_LEVEL = 20
_HEADLINE, _CROSSHEAD = 40, 20
"""characters of the longest line taken for one without a style"""
_ENDS = tuple("。！？；，：.!?;,:")


def read_docx(data: bytes, name: str, sidecar: Sidecar) -> Read:
    """Read a Word file. Raises UnreadableInput when it is none, damaged, unsafe or too large."""
    file = check_word_file(data, name)
    tree = _tree(data, name)
    work = _Reading(tree, name)
    items = work.run()
    body = file.words.get("word/document.xml")
    within_limits("".join(body.text) if body else "", name)
    items, guessed = _guessed(items, work.look, name)
    crossheads = {i.level for i in items if isinstance(i, Head)} == {_CROSSHEAD_LEVEL}
    outline = build_outline(items, name, one_story=crossheads)
    edition = Edition(
        name=safe_name(name), sections=outline.sections, imprint=sidecar.imprint,
        furniture=tuple(_furniture(file)), glossary=sidecar.glossary,
        pictures=tuple(work.pictures), digest=hashlib.sha256(data).hexdigest(),
    )
    if not any(True for _ in edition.stories):
        raise UnreadableInput("there is no story in it", where=name, todo="Give a file with copy")
    edition, divided = number_parts(edition)
    lost = _lost(file, edition, work, name)
    return Read(edition, (
        *_not_taken(file, name), *work.remarks, *guessed, *outline.diagnostics, *divided, *lost,
    ))


def _tree(data: bytes, name: str) -> Any:
    try:
        return mammoth.docx.read(io.BytesIO(data)).value
    except Exception as fault:  # A hostile file may fail in any of the library's ways.
        raise UnreadableInput(
            "the Word file cannot be understood", where=name,
            why=f"Reading stopped: {str(fault)[:200] or type(fault).__name__}",
            todo="Open it in Word and save it anew as .docx",
        ) from fault


@dataclass
class _Look:
    """How a paragraph without a style looks."""

    bold: bool = False
    centred: bool = False


@dataclass
class _Flow:
    """Inline content while it comes in."""

    runs: list[Run] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


class _Reading:
    """The one pass over the tree. State lives here and nowhere else."""

    def __init__(self, tree: Any, name: str) -> None:
        self.tree, self.name = tree, name
        self.number = 0
        """paragraphs and tables so far; they serve as lines"""
        self.look: dict[int, _Look] = {}
        self.pictures: list[Picture] = []
        self.remarks: list[Diagnostic] = []
        self.notes: list[tuple[str, Any]] = []
        self.told = 0
        """notes that have their block already"""
        self.made = ""
        """note numbers: Word prints them, though no part holds them"""
        self.links = Links(name, self._say)
        self.images = 0

    def run(self) -> list[Item]:
        items = self._blocks(self.tree.children)
        # A note that a note names itself comes after all others.
        return [*items, *self._ends()]

    def _ends(self) -> Iterator[Item]:
        """The notes named since the last block, for the end of their story."""
        while self.told < len(self.notes):
            mark, note = self.notes[self.told]
            self.told += 1
            flow = _Flow()
            for at, paragraph in enumerate(note.body):
                if at:
                    flow.runs.append(Run(" "))
                self._inline(paragraph, (), None, flow)
            runs = tidy([Run(mark, (Mark.SUPER,)), *flow.runs])
            # The mark stands twice: in the text and before its note.
            self.made += mark
            yield End(Note(flat(runs), (self.number,)))
            yield from (End(figure) for figure in flow.figures)

    def _blocks(self, children: Sequence[Any]) -> list[Item]:
        items: list[Item] = []
        for child in children:
            self.number += 1
            if isinstance(child, documents.Table):
                items += self._table(child)
            elif isinstance(child, documents.Paragraph):
                self._paragraph(child, items)
            else:
                flow = _Flow()
                self._inline(child, (), None, flow)
                if runs := tidy(flow.runs):
                    items.append(Paragraph(flat(runs), (self.number,)))
                items += flow.figures
            items += self._ends()
        return items

    def _paragraph(self, paragraph: Any, items: list[Item]) -> None:
        flow = _Flow()
        self._inline(paragraph, (), None, flow)
        runs = tidy(flow.runs)
        if plain(runs).strip():
            styled = _styled(paragraph, runs, self.number)
            if isinstance(styled, Figure):
                _captioned(items, styled)
            elif styled is not None:
                items.append(styled)
            elif paragraph.numbering is not None:
                _listed(items, flat(runs), paragraph.numbering.is_ordered, self.number)
            else:
                self.look[self.number] = _Look(
                    all(Mark.STRONG in r.marks for r in runs if r.text.strip()),
                    paragraph.alignment == "center",
                )
                items.append(paragraph_of(runs, (self.number,)))
        items += flow.figures

    def _table(self, table: Any) -> list[Item]:
        rows: list[tuple[Runs, ...]] = []
        figures: list[Figure] = []
        for row in table.children:
            cells: list[Runs] = []
            for cell in row.children:
                flow = _Flow()
                for at, part in enumerate(cell.children):
                    if at:
                        flow.runs.append(Run(" "))
                    self._inline(part, (), None, flow)
                cells.append(flat(tidy(flow.runs)))
                cells += [()] * (min(cell.colspan, LIMITS.span) - 1)
                figures += flow.figures
            rows.append(tuple(cells))
        if sum(map(len, rows)) > LIMITS.cells:
            raise UnreadableInput(
                "a table is too large", where=self.name, why=f"The limit is {LIMITS.cells} cells",
                todo="Divide the table",
            )
        if not any(plain(cell) for row in rows for cell in row):
            return list(figures)
        header = bool(table.children and table.children[0].is_header)
        return [Table(tuple(rows), header, (self.number,)), *figures]

    def _inline(
        self, node: Any, marks: tuple[Mark, ...], href: str | None, flow: _Flow
    ) -> None:
        match node:
            case documents.Text():
                flow.runs.append(Run(clean_text(node.value)[0].replace("\n", " "), marks, href))
            case documents.Tab():
                flow.runs.append(Run(" "))
            case documents.Break():
                flow.runs.append(Run("\n" if node.break_type == "line" else " "))
            case documents.Image():
                flow.figures += self._image(node)
            case documents.NoteReference():
                self._reference(node, flow)
            case documents.Run():
                marks = with_marks(marks, *_marks(node))
            case documents.Hyperlink():
                href = self.links.take(node.href)
        for child in getattr(node, "children", None) or ():
            self._inline(child, marks, href, flow)

    def _reference(self, node: Any, flow: _Flow) -> None:
        try:
            note = self.tree.notes.resolve(node)
        except KeyError:
            self._say("note_missing", Severity.WARNING, "A note this place names is not there.")
            return
        mark = str(len(self.notes) + 1)
        self.notes.append((mark, note))
        self.made += mark
        flow.runs.append(Run(mark, (Mark.SUPER,)))

    def _image(self, node: Any) -> Iterator[Figure]:
        self.images += 1
        if self.images > LIMITS.pictures:
            raise UnreadableInput(
                "there are too many pictures", where=self.name,
                why=f"The limit is {LIMITS.pictures}", todo="Divide the copy",
            )
        alt = clean_text(node.alt_text or "")[0].replace("\n", " ").strip() or None
        name = f"{safe_name(self.name)}/{self.images:02d}"
        try:
            with node.open() as file:
                shown = picture(name, file.read())
        except Exception as fault:  # The part may be missing, of any kind, or damaged.
            said = f" It shows: {alt}." if alt else ""
            self._say(
                "picture_missing", Severity.ERROR,
                f"Picture {self.images} of the Word file cannot be shown: {fault}{said}", alt,
            )
            return
        self.pictures.append(shown)
        yield Figure(
            name, alt=alt, lines=(self.number,), pixels=(shown.width, shown.height)
        )

    def _say(self, kind: str, severity: Severity, message: str, text: str | None = None) -> None:
        self.remarks.append(
            old_remark(kind, severity, message, self.number, text=text, source=self.name)
        )


def _marks(run: Any) -> Iterator[Mark]:
    if run.is_bold:
        yield Mark.STRONG
    if run.is_italic:
        yield Mark.EMPHASIS
    if run.vertical_alignment == "superscript":
        yield Mark.SUPER


def _styled(paragraph: Any, runs: Runs, number: int) -> Item | None:
    """What the paragraph's style makes of it; None when the style says nothing."""
    style = (paragraph.style_name or paragraph.style_id or "").strip().lower()
    text = " ".join(plain(runs).split())
    heading = _HEADING.fullmatch(style)
    if style in _HEADINGS or heading:
        level = 1 + int(heading.group(1)) if heading else _HEADINGS[style]
        return Head(level, text, number)
    if style in _CROSSHEADS:
        return Head(_CROSSHEAD_LEVEL, text, number)
    if style in _ABOVE:
        return Above(text, number)
    if style in _BELOW:
        return Below(text, number)
    if style in _QUOTES:
        return PullQuote(flat(runs), (number,))
    if style in _NOTES:
        return Note(flat(runs), (number,))
    return Figure(None, flat(runs), lines=(number,)) if style in _CAPTIONS else None


def _captioned(items: list[Item], caption: Figure) -> None:
    """A caption goes to the picture before it that has none, else it stands alone."""
    before = items[-1] if items else None
    if isinstance(before, Figure) and before.src and not before.caption:
        items[-1] = replace(
            before, caption=caption.caption, lines=(*before.lines, *caption.lines)
        )
    else:
        items.append(caption)


def _listed(items: list[Item], runs: Runs, ordered: bool, number: int) -> None:
    before = items[-1] if items else None
    if isinstance(before, ListBlock) and before.ordered == ordered:
        items[-1] = replace(before, items=(*before.items, runs), lines=(*before.lines, number))
    else:
        items.append(ListBlock((runs,), ordered, (number,)))


def _guessed(
    items: list[Item], look: dict[int, _Look], name: str
) -> tuple[list[Item], list[Diagnostic]]:
    """Headline and crossheads by their looks, where no style names any; each is asked for."""
    first = items[0] if items else None
    if any(isinstance(item, Head) for item in items) or not isinstance(first, Paragraph):
        return items, []
    seen = look.get(first.lines[0], _Look())
    if not (seen.bold or seen.centred) or not _short(first, _HEADLINE) or len(items) < 2:
        return items, []
    done: list[Item] = [Head(1, _line(first), first.lines[0])]
    remarks = [_guess("headline_guessed", "a headline", first, name)]
    for item in items[1:]:
        bold = isinstance(item, Paragraph) and look.get(item.lines[0], _Look()).bold
        if isinstance(item, Paragraph) and bold and _short(item, _CROSSHEAD):
            done.append(Head(_CROSSHEAD_LEVEL, _line(item), item.lines[0]))
            remarks.append(_guess("crosshead_guessed", "a crosshead", item, name))
        else:
            done.append(item)
    return done, remarks


def _short(paragraph: Paragraph, limit: int) -> bool:
    text = _line(paragraph)
    return len(text) <= limit and not text.endswith(_ENDS) and text[0] not in "（(【"


def _line(paragraph: Paragraph) -> str:
    return " ".join(plain(paragraph.runs).split())


def _guess(kind: str, what: str, paragraph: Paragraph, name: str) -> Diagnostic:
    return old_remark(
        kind, Severity.WARNING,
        f"This line has no style of a heading; its looks make it {what}.",
        paragraph.lines[0], text=_line(paragraph), confidence=Confidence.PROBABLE, source=name,
    )


def _furniture(file: WordFile) -> Iterator[Furniture]:
    """The words of headers and footers."""
    for part in sorted(file.words):
        if part.startswith(("word/header", "word/footer")):
            for text in dict.fromkeys(file.words[part].text):
                if clean := clean_text(text)[0].strip():
                    yield Furniture(1, clean)


def _not_taken(file: WordFile, name: str) -> Iterator[Diagnostic]:
    """What the file carries and the edition does not: each is named with its words."""
    deleted = [text for words in file.words.values() for text in words.deleted if text.strip()]
    if deleted:
        yield old_remark(
            "deleted_text", Severity.WARNING,
            f"The file tracks changes: {len(deleted)} deletions were left out, insertions kept.",
            1, text=" … ".join(deleted), confidence=Confidence.CERTAIN, source=name,
        )
    comments = "".join(file.words["word/comments.xml"].text) if (
        "word/comments.xml" in file.words) else ""
    if comments.strip():
        yield old_remark(
            "comments_left_out", Severity.INFO, "Comments in the margin were left out.", 1,
            text=comments, source=name,
        )
    if file.templates:
        yield old_remark(
            "template_left_out", Severity.INFO,
            "The file names a template outside it, which was not opened.", source=name,
        )


def _lost(
    file: WordFile, edition: Edition, work: _Reading, name: str
) -> Iterator[Diagnostic]:
    """An error when the stories do not hold every character of the document and its notes."""
    parts = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
    said = "".join(
        clean_text(text)[0] for part in parts if part in file.words
        for text in file.words[part].text
    )
    wanted = Counter(unspaced(said + work.made))
    titles = "".join(section.title or "" for section in edition.sections)
    kept = Counter(unspaced(titles + "".join(s.text for s in edition.stories)))
    if lost := wanted - kept:
        yield old_remark(
            "not_conserved", Severity.ERROR,
            f"{lost.total()} characters of the Word file are not in the stories.",
            1, text="".join(lost)[:40], source=name,
        )
