"""The walk over a Word file: its paragraphs, tables, boxes and notes become items, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.model import Figure, Footnote, Paragraph, Picture, Run, Runs, plain, spelled
from edition.readers.labelling.looks import Look
from edition.readers.outlined.headings import Above, Below, End, Head, Item, add_caption
from edition.readers.outlined.runs import flat, one_line, paragraph_of, rows_of, tidy
from edition.readers.word.wordcensus import words_of
from edition.readers.word.wordfields import Fields
from edition.readers.word.wordfile import WordFile
from edition.readers.word.wordinline import Flow, WordInline, is_prompt
from edition.readers.word.wordlooks import is_rule, look_of, shows_picture
from edition.readers.word.wordnotes import WordNotes, labelled
from edition.readers.word.wordnumbers import Label
from edition.readers.word.wordpictures import say_part
from edition.readers.word.wordstyles import add_list_item, outlined, styled
from edition.readers.word.wordtables import (
    WordCell,
    WordGrid,
    grid_of,
    has_words,
    is_frame,
    table_of,
)
from edition.readers.word.wordwork import WordWork, opened, start
from edition.readers.word.wordxml import Node

_SHELLS = frozenset({"w:customXml", "w:ins", "w:moveTo", "w:sdtContent", "w:smartTag"})
_GALLERIES = ("Table of Contents", "Bibliography of Contents")
_RUBRIC = 12
"""characters of the longest words set down the page that stand above a headline"""
_SHOWN = 30
"""characters of a table's words that a remark shows"""


@dataclass(slots=True)
class Document:
    """What the walk over one file gave."""

    items: list[Item] = field(default_factory=list)
    looks: dict[int, Look] = field(default_factory=dict)
    """of paragraphs without a style, by their number"""
    lines: dict[int, str] = field(default_factory=dict)
    """the words of every paragraph and table, by their number"""
    pictures: list[Picture] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    """kinds and words of what no story takes"""
    made: str = ""
    """characters Word shows though the file does not hold them as text"""
    undone: str = ""
    """characters of the file that stand otherwise on the page"""


def read_document(file: WordFile, name: str) -> Document:
    """The paragraphs, tables and notes of a Word file. Raises UnreadableInput for too much."""
    work = start(file, name)
    walk = _Walk(work)
    items: list[Item] = []
    for body in file.parts[file.document].elements:
        items += walk.blocks(body.children) if body.tag == "w:body" else []
    items += walk.finish()
    walk.notes.name_unused()
    for part, root in file.rooted("c:chartSpace", "cx:chartSpace", "dgm:dataModel"):
        if part not in work.named:
            say_part(work, root, "smartart" if root.tag == "dgm:dataModel" else "chart")
    return Document(
        items, walk.looks, walk.lines, work.pictures, [*work.told(), *work.remarks],
        [(kind, "".join(left.texts)) for kind, left in work.left.items()],
        "".join(work.made), "".join(work.undone),
    )


class _Walk:
    """The one pass over the blocks. Its state is what the next paragraph needs."""

    def __init__(self, work: WordWork) -> None:
        self.work = work
        self.notes = WordNotes(work)
        self.inline = WordInline(work, self.notes)
        self.looks: dict[int, Look] = {}
        self.lines: dict[int, str] = {}
        self.carried: list[Run] = []
        """characters of a paragraph that goes on in the next: its end is deleted, or it is a drop
        cap"""
        self.opens = self.framed = False
        """the next paragraph stands at the head of a page, or of a frame"""
        self.ruled = self.pictured = False
        """a rule, or a picture, stands above the next paragraph"""
        self.begun = False
        """words have been met"""

    def blocks(self, children: Iterable[Node | str]) -> list[Item]:
        """The items that the children of a body, a cell or a box make."""
        items: list[Item] = []
        for child in opened(list(children)):
            match child.tag:
                case "w:p":
                    self.work.number += 1
                    self._paragraph(child, items)
                case "w:tbl":
                    items += self._carried()
                    self.work.number += 1
                    items += self._table(child)
                case "w:sdt":
                    items += self._control(child)
                case "w:del" | "w:moveFrom":
                    self.work.leave("deleted_text", "".join(words_of(child)))
                case "w:altChunk":
                    self._embedded(child)
                case tag if tag in _SHELLS:
                    items += self.blocks(child.children)
                case tag if tag not in ("w:sectPr", "w:tcPr"):
                    self.work.number += 1
                    self._add(self.inline.read([child]), child, items)
            items += self.ends()
        return items

    def finish(self) -> list[Item]:
        """What still waits at the end of the file, a cell or a box."""
        return [*self._carried(), *self.ends()]

    def _carried(self) -> list[Item]:
        """Characters that waited for a paragraph which does not come."""
        runs, self.carried = tidy(self.carried), []
        return [Paragraph(flat(runs), (self.work.number,))] if plain(runs).strip() else []

    def ends(self) -> Iterator[Item]:
        """The notes named since the last block, for the end of their story."""
        for mention in self.notes.fresh():
            flow = self._apart(mention.part, mention.node)
            self.work.made.append(mention.label)
            label, runs = labelled(mention.label, tidy(flow.runs))
            yield End(Footnote(label, flat(runs), (self.work.number,), mention.id))
            yield from (End(figure) for figure in flow.figures)

    def _apart(self, part: str, node: Node) -> Flow:
        """The inline content of a note: in a part of its own, with fields of its own."""
        before, fields = self.work.part, self.work.fields
        self.work.part, self.work.fields = part, Fields()
        flow = self._joined(node.children)
        for box in flow.boxes:
            flow.runs += [Run(" "), *self._joined(box.children).runs]
        self.work.part, self.work.fields = before, fields
        return flow

    def _joined(self, children: Iterable[Node | str]) -> Flow:
        """Paragraphs as one text, each with its number."""
        flow = Flow()
        for child in opened(list(children)):
            if child.tag == "w:tcPr":
                continue
            if flow.runs:
                flow.runs.append(Run(" "))
            label = self._label(child) if child.tag == "w:p" else None
            found = self.inline.read([child])
            if label is not None and label.text and plain(tuple(found.runs)).strip():
                flow.runs.append(Run(label.text))
                self.work.made.append(label.text)
            flow.runs += found.runs
            flow.figures += found.figures
            flow.boxes += found.boxes
        return flow

    # --- paragraphs

    def _paragraph(self, node: Node, items: list[Item]) -> None:
        flow = self.inline.read([node])
        props = node.child("w:pPr")
        if props is not None and _goes_on(props):
            self.carried += flow.runs
            items += flow.figures
            for box in flow.boxes:
                items += self._boxed(box)
            return
        flow.runs, self.carried = self.carried + flow.runs, []
        before = props is not None and bool(props.on("w:pageBreakBefore"))
        self.opens = self.opens or before or flow.opens
        self._add(flow, node, items)
        self.opens = self.opens or flow.closes or _new_page(props)

    def _add(self, flow: Flow, node: Node, items: list[Item]) -> None:
        """The items of one paragraph, then its pictures and boxes."""
        runs, number = tidy(flow.runs), self.work.number
        label = self._label(node)
        if plain(runs).strip():
            self.begun = True
            self.lines[number] = one_line(runs)
            self._words(runs, label, node, items)
            self.opens = self.framed = self.ruled = self.pictured = False
        self.ruled = self.ruled or is_rule(node)
        self.pictured = self.pictured or shows_picture(node)
        items += flow.figures
        for box in flow.boxes:
            items += self._boxed(box)
        if label is not None and not label.known:
            self.work.say("number_format_unknown", label.text)
        self.work.number = max(self.work.number, number)

    def _label(self, node: Node) -> Label | None:
        props = node.child("w:pPr")
        key = node.value("w:pPr", "w:pStyle") or self.work.sheet.default
        return self.work.numbers.label(props, key, self.work.sheet)

    def _words(self, runs: Runs, label: Label | None, node: Node, items: list[Item]) -> None:
        """The items of a paragraph with words."""
        number, sheet = self.work.number, self.work.sheet
        key = node.value("w:pPr", "w:pStyle") or sheet.default
        found: Item | None = None
        for name in sheet.names(key):
            found = found or styled(name, self._headed(runs, label), number)
        level = sheet.paragraph(node.child("w:pPr"), key, "w:outlineLvl")
        if found is None and level is not None:
            found = outlined(level.get("val"), self._headed(runs, label), number)
        if found is not None:
            self._found(found, runs, label, items)
        elif label is not None:
            self.looks[number] = replace(self._look(runs, node), listed=True)
            add_list_item(items, flat(runs), label.text, label.level, number)
        else:
            self.looks[number] = self._look(runs, node)
            items += self._paragraphs(runs)

    def _headed(self, runs: Runs, label: Label | None) -> Runs:
        """The runs of a paragraph that a style names, behind its number."""
        if label is None or not label.text:
            return runs
        space = "" if label.text[-1] in "、）．。：》】〕" or label.text[-1] > "\u2fff" else " "
        return (Run(label.text + space), *runs)

    def _found(self, found: Item, runs: Runs, label: Label | None, items: list[Item]) -> None:
        """An item that a style made."""
        if label is not None:
            self.work.made.append(label.text)
        if isinstance(found, Figure):
            add_caption(items, found)
            return
        if isinstance(found, Head | Above | Below):
            self._line_only(runs)
        items.append(found)

    def _line_only(self, runs: Runs) -> None:
        """A heading is one text: a mark of a note has no place in it, a reading stands behind."""
        marks = [run.text for run in runs if run.note is not None]
        if marks:
            self.work.say("note_on_heading", "".join(marks))
            for mark in marks:
                self.work.undone.append(mark)
        self.work.made.append("（）" * sum(run.ruby is not None for run in runs))

    def _paragraphs(self, runs: Runs) -> Iterator[Item]:
        """A paragraph, verse, or the paragraphs that hard line ends make of one."""
        number = self.work.number
        made = paragraph_of(runs, (number,))
        rows = rows_of(runs)
        if not isinstance(made, Paragraph) or len(rows) < 2:
            yield made
            return
        for row in rows:
            if plain(row).strip():
                yield Paragraph(flat(row), (number,))

    def _look(self, runs: Runs, node: Node) -> Look:
        found = look_of(node, self.work.sheet)
        return replace(
            found, indented=found.indented or plain(runs)[:1].isspace(), opens=self.opens,
            framed=self.framed, ruled=found.ruled or self.ruled, pictured=self.pictured,
        )

    # --- boxes, controls, tables

    def _boxed(self, box: Node) -> list[Item]:
        """The items of a text box: they follow the paragraph it hangs on."""
        fields, carried = self.work.fields, self.carried
        self.work.fields, self.carried = Fields(), []
        self.opens = self.framed = not self.begun
        self.work.number += 1
        self.work.leave("text_box", "".join(words_of(box))[:_SHOWN])
        items = self.blocks(box.children)
        items += self.finish()
        self.opens = self.framed = False
        self.work.fields, self.carried = fields, carried
        return items

    def _control(self, node: Node) -> list[Item]:
        content = node.child("w:sdtContent")
        if content is None:
            return []
        gallery = node.value("w:sdtPr", "w:docPartObj", "w:docPartGallery")
        if gallery in _GALLERIES or is_prompt(node):
            kind = "contents_left_out" if gallery in _GALLERIES else "prompt_left_out"
            self.work.leave(kind, "".join(words_of(content)))
            return []
        return self.blocks(content.children)

    def _embedded(self, node: Node) -> None:
        """Copy in another format inside the file, which Word shows and this reader does not."""
        relation = self.work.relation(node.get("r:id"))
        self.work.say("embedded_left_out", relation.target if relation is not None else None)

    def _table(self, node: Node) -> list[Item]:
        grid = grid_of(node)
        if grid.size > LIMITS.cells:
            raise UnreadableInput("word_table_large", where=self.work.name, limit=LIMITS.cells)
        if is_frame(grid, any(self._is_headed(cell) for cell in grid.cells)):
            return self._frame(grid)
        number = self.work.number
        figures: list[Item] = []
        texts: dict[int, Runs] = {}
        for at, cell in enumerate(grid.cells):
            if cell.covered:
                self.work.leave("hidden_text", "".join(words_of(cell.node)))
                continue
            parts = [c for c in opened(cell.node.children) if c.tag != "w:tbl"]
            flow = self._joined(parts)
            texts[at] = flat(tidy(flow.runs))
            figures += flow.figures
            for inner in (c for c in opened(cell.node.children) if c.tag == "w:tbl"):
                self.work.number += 1
                self.work.leave("nested_table", "".join(words_of(inner))[:_SHOWN])
                figures += self._table(inner)
            for box in flow.boxes:
                figures += self._boxed(box)
        made = table_of(grid, texts, (number,))
        self.lines[number] = "\u3000".join(filter(None, map(one_line, texts.values())))
        return [made, *figures] if has_words(made) else figures

    def _is_headed(self, cell: WordCell) -> bool:
        """True for a cell with a paragraph that a style makes a heading."""
        for node in cell.node.iter("w:p"):
            for name in self.work.sheet.names(node.value("w:pPr", "w:pStyle")):
                if isinstance(styled(name, (Run("x"),), 1), Head):
                    return True
        return False

    def _frame(self, grid: WordGrid) -> list[Item]:
        """The cells of a frame as running text, row by row; each is asked for."""
        words = " ".join(text for cell in grid.cells for text in cell.paragraphs[:1])
        self.work.say("layout_table", words[:_SHOWN])
        items: list[Item] = []
        for cell in grid.cells:
            texts = cell.paragraphs
            if cell.upright and len(texts) == 1 and len(texts[0]) <= _RUBRIC:
                self.work.number += 1
                flow = self._joined(cell.node.children)
                text = spelled(flat(tidy(flow.runs)))
                items += [Above(text, self.work.number)] if text else []
                items += flow.figures
                continue
            self.opens = self.framed = True
            items += self.blocks(cell.node.children)
            items += self.finish()
            self.opens = self.framed = False
        return items


def _goes_on(props: Node) -> bool:
    """True for a paragraph whose end Word does not show: deleted, or a drop cap in a frame."""
    mark, frame = props.child("w:rPr"), props.child("w:framePr")
    deleted = mark is not None and (mark.child("w:del") or mark.child("w:moveFrom")) is not None
    return deleted or (frame is not None and frame.get("dropCap", "none") != "none")


def _new_page(props: Node | None) -> bool:
    """True where a section ends with the paragraph and the next begins on a new page."""
    section = props.child("w:sectPr") if props is not None else None
    return section is not None and section.value("w:type") != "continuous"
