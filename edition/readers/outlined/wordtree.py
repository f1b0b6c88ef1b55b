"""The door of mammoth: the document as a tree becomes headings, blocks and pictures, in order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import mammoth.docx
from mammoth import documents

from edition.copy.bounds import safe_name
from edition.copy.clean import clean_text
from edition.copy.links import Links
from edition.copy.pictures import picture
from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import Phrase, Value
from edition.model import Figure, Mark, Note, Paragraph, Picture, Run, Runs, Table, plain
from edition.readers.outlined.headings import End, Item
from edition.readers.outlined.runs import flat, paragraph_of, tidy, with_marks
from edition.readers.outlined.wordstyles import Look, add_caption, add_list_item, styled


@dataclass(slots=True)
class Document:
    """What the tree of one file gave."""

    items: list[Item] = field(default_factory=list)
    looks: dict[int, Look] = field(default_factory=dict)
    """of paragraphs without a style, by their number"""
    pictures: list[Picture] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    note_marks: str = ""
    """note numbers, each twice: Word prints them, though no part of the file holds them"""


def read_document(data: bytes, name: str) -> Document:
    """The paragraphs, tables and notes of a Word file whose parts are known to be harmless.

    Raises UnreadableInput for what the library cannot read and for what is too large.
    """
    try:
        tree = mammoth.docx.read(io.BytesIO(data)).value
    except Exception as fault:  # A hostile file may fail in any of the library's ways.
        raise UnreadableInput(
            "word_not_understood", where=name, said=str(fault)[:200] or type(fault).__name__
        ) from fault
    work = _Reading(tree, name)
    work.run()
    return work.out


@dataclass
class _Flow:
    """Inline content while it comes in."""

    runs: list[Run] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


class _Reading:
    """The one pass over the tree. State lives here and nowhere else."""

    def __init__(self, tree: Any, name: str) -> None:
        self.tree, self.name = tree, name
        self.out = Document()
        self.number = 0
        """paragraphs and tables so far; they serve as lines"""
        self.notes: list[tuple[str, Any]] = []
        self.told = 0
        """notes that have their block already"""
        self.links = Links(name, self._say)
        self.images = 0

    def run(self) -> None:
        self.out.items = self._blocks(self.tree.children)
        # A note that a note names itself comes after all others.
        self.out.items += self._ends()

    def _ends(self) -> Iterator[Item]:
        """The notes named since the last block, for the end of their story."""
        while self.told < len(self.notes):
            mark, note = self.notes[self.told]
            self.told += 1
            flow = self._joined(note.body)
            runs = tidy([Run(mark, (Mark.SUPER,)), *flow.runs])
            # The mark stands twice: in the text and before its note.
            self.out.note_marks += mark
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
                flow = self._joined([child])
                if runs := tidy(flow.runs):
                    items.append(Paragraph(flat(runs), (self.number,)))
                items += flow.figures
            items += self._ends()
        return items

    def _paragraph(self, paragraph: Any, items: list[Item]) -> None:
        flow = self._joined([paragraph])
        runs = tidy(flow.runs)
        if plain(runs).strip():
            style = paragraph.style_name or paragraph.style_id or ""
            found = styled(style, runs, self.number)
            if isinstance(found, Figure):
                add_caption(items, found)
            elif found is not None:
                items.append(found)
            elif paragraph.numbering is not None:
                add_list_item(items, flat(runs), paragraph.numbering.is_ordered, self.number)
            else:
                self.out.looks[self.number] = Look(
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
                flow = self._joined(cell.children)
                cells.append(flat(tidy(flow.runs)))
                cells += [()] * (min(cell.colspan, LIMITS.span) - 1)
                figures += flow.figures
            rows.append(tuple(cells))
        if sum(map(len, rows)) > LIMITS.cells:
            raise UnreadableInput("word_table_large", where=self.name, limit=LIMITS.cells)
        if not any(plain(cell) for row in rows for cell in row):
            return list(figures)
        header = int(bool(table.children) and table.children[0].is_header)
        return [Table(tuple(rows), header, (self.number,)), *figures]

    def _joined(self, nodes: Sequence[Any]) -> _Flow:
        """The inline content of nodes, a space between two."""
        flow = _Flow()
        for at, node in enumerate(nodes):
            if at:
                flow.runs.append(Run(" "))
            self._inline(node, (), None, flow)
        return flow

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
            self._say("note_missing")
            return
        mark = str(len(self.notes) + 1)
        self.notes.append((mark, note))
        self.out.note_marks += mark
        flow.runs.append(Run(mark, (Mark.SUPER,)))

    def _image(self, node: Any) -> Iterator[Figure]:
        self.images += 1
        if self.images > LIMITS.pictures:
            raise UnreadableInput("word_pictures", where=self.name, limit=LIMITS.pictures)
        alt = clean_text(node.alt_text or "")[0].replace("\n", " ").strip() or None
        name = f"{safe_name(self.name)}/{self.images:02d}"
        try:
            with node.open() as file:
                shown = picture(name, file.read())
        except Exception as fault:  # The part may be missing, of any kind, or damaged.
            self._say(
                "picture_unreadable", alt, number=self.images, said=str(fault),
                shows=Phrase("picture_shows", {"alt": alt}) if alt else "",
            )
            return
        self.out.pictures.append(shown)
        yield Figure(
            name, alt=alt, lines=(self.number,), pixels=(shown.width, shown.height)
        )

    def _say(self, kind: str, text: str | None = None, **values: Value) -> None:
        self.out.remarks.append(Diagnostic(kind, values, self.number, text=text, source=self.name))


def _marks(run: Any) -> Iterator[Mark]:
    if run.is_bold:
        yield Mark.STRONG
    if run.is_italic:
        yield Mark.EMPHASIS
    if run.vertical_alignment == "superscript":
        yield Mark.SUPER
