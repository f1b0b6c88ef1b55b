"""The inline content of a paragraph: runs, fields, notes, readings, formulas, pictures, boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from edition.messages.texts import Phrase
from edition.model import Figure, Mark, Run, plain
from edition.readers.outlined.runs import with_marks
from edition.readers.word.eqfields import equation
from edition.readers.word.wordcensus import sign_of, words_of
from edition.readers.word.wordfields import (
    NUMBERED,
    Field,
    Shown,
    answer_of,
    button_text,
    symbol_of,
)
from edition.readers.word.wordmath import linear
from edition.readers.word.wordnotes import OWN_MARK, WordNotes
from edition.readers.word.wordpictures import pictures_in
from edition.readers.word.wordsheet import RunLook
from edition.readers.word.wordsymbols import drawn, is_symbol_font, symbol
from edition.readers.word.wordwork import WordWork, cleaned, opened
from edition.readers.word.wordxml import Node

_SHELLS = frozenset({
    "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:bdo", "w:dir", "w:sdtContent",
    "m:oMathPara",
})
"""elements whose children stand as if they were not there"""
_DELETED = frozenset({"w:del", "w:moveFrom"})
_NOTHING = frozenset({
    "w:pPr", "w:rPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:lastRenderedPageBreak",
    "w:softHyphen", "w:annotationRef", "w:separator",
    "w:continuationSeparator", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
    "w:permStart", "w:permEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd",
    "w:moveToRangeStart", "w:moveToRangeEnd", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr",
    "w:customXmlPr", "w:fldData", "w:ffData", "w:tblPr", "w:tcPr", "w:trPr", "w:tblGrid",
    "m:oMathParaPr",
})
_PLAIN = RunLook()
_LEFT = {Shown.PAGE: "page_field_left_out", Shown.LIST: "contents_left_out"}


@dataclass
class Flow:
    """Inline content while it comes in."""

    runs: list[Run] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    """text boxes anchored here"""
    breaks: list[int] = field(default_factory=list)
    """how many runs stood before each page break"""

    @property
    def opens(self) -> bool:
        """True when a page break stands before all words."""
        return bool(self.breaks) and not plain(tuple(self.runs[: self.breaks[0]])).strip()

    @property
    def closes(self) -> bool:
        """True when a page break stands behind all words."""
        return bool(self.breaks) and not plain(tuple(self.runs[self.breaks[-1] :])).strip()


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds for all characters at a place."""

    style: str = ""
    """of the paragraph"""
    look: RunLook = _PLAIN
    href: str | None = None


class WordInline:
    """Reads inline content with what the walk carries along."""

    def __init__(self, work: WordWork, notes: WordNotes) -> None:
        self.work, self.notes = work, notes

    def read(self, nodes: Sequence[Node]) -> Flow:
        """The content of nodes, a space between two."""
        flow = Flow()
        for at, node in enumerate(nodes):
            if at:
                flow.runs.append(Run(" "))
            self._node(node, _Place(), flow)
        return flow

    def _all(self, nodes: Iterable[Node], place: _Place, flow: Flow) -> None:
        for node in nodes:
            self._node(node, place, flow)

    def _node(self, node: Node, place: _Place, flow: Flow) -> None:
        match node.tag:
            case "w:r":
                look = self.work.sheet.look(node.child("w:rPr"), place.style)
                self._all(opened(node.children), replace(place, look=look), flow)
            case "w:hyperlink":
                self._link(node, place, flow)
            case "w:fldSimple":
                self.work.fields.begin(Field(node.get("instr")))
                self._result()
                self._all(opened(node.children), place, flow)
                self._close(place, flow)
            case "w:sdt":
                self._control(node, place, flow)
            case "m:oMath":
                self._formula(node, place, flow)
            case "w:ruby":
                self._reading(node, place, flow)
            case "w:p":
                if flow.runs and not flow.runs[-1].text[-1:].isspace():
                    flow.runs.append(Run(" "))
                style = node.value("w:pPr", "w:pStyle")
                self._all(opened(node.children), _Place(style, href=place.href), flow)
            case "w:tbl" | "w:tr" | "w:tc":
                for child in opened(node.children):
                    flow.runs.append(Run(" "))
                    self._node(child, place, flow)
            case tag if tag in _SHELLS:
                self._all(opened(node.children), place, flow)
            case tag if tag in _DELETED:
                self.work.leave("deleted_text", _told(node))
            case tag if tag not in _NOTHING:
                self._piece(node, place, flow)

    def _piece(self, node: Node, place: _Place, flow: Flow) -> None:
        """What stands in a run."""
        match node.tag:
            case "w:t":
                self._text(cleaned(node.text), place, flow)
            case "w:delText":
                self.work.leave("deleted_text", cleaned(node.text))
            case "w:tab" | "w:ptab":
                self._text(" ", place, flow)
            case "w:br" if node.get("type") in ("page", "column"):
                flow.breaks.append(len(flow.runs))
                self._text(" ", place, flow)
            case "w:br" | "w:cr":
                self._text("\n", place, flow)
            case "w:noBreakHyphen":
                self._made("\u2011", place, flow)
            case "w:sym":
                self._symbol(node, place, flow)
            case "w:fldChar":
                self._field(node, place, flow)
            case "w:instrText" | "w:delInstrText":
                if self.work.fields.in_code is not None:
                    self.work.fields.in_code.code += node.text
            case "w:footnoteReference" | "w:endnoteReference":
                self._note(node, place, flow)
            case "w:drawing" | "w:pict" | "w:object":
                self._drawing(node, place, flow)
            case "w:footnoteRef" | "w:endnoteRef":
                flow.runs.append(Run(OWN_MARK))
            case "w:pgNum":
                self.work.say("page_field_left_out", count=1)
            case _:
                self.work.leave("words_unknown", _told(node))

    def _text(self, text: str, place: _Place, flow: Flow, *, made: bool = False) -> None:
        """Characters at a place: shown, or named where nothing shows them."""
        fields, look = self.work.fields, place.look
        if (code := fields.in_code) is not None:
            code.code += text
            code.typed += text
            return
        if look.hidden or fields.fate is not Shown.KEPT:
            if not made:
                kind = "hidden_text" if look.hidden else _LEFT[fields.fate]
                self.work.leave(kind, text)
            return
        if fields.open and text.strip():
            fields.open[-1].shown = True
        if look.struck:
            self.work.leave("struck_text", text)
        shown = drawn(text, look.fonts)
        if shown != text:
            self.work.undone.append(text)
            self.work.made.append(shown)
        if made:
            self.work.made.append(text)
        href = place.href if place.href is not None else fields.link
        mark = self.notes.waiting
        if mark is not None and text.strip():
            self.notes.label(mark, text.strip())
            flow.runs.append(Run(shown, (Mark.SUPER,), note=mark))
        else:
            flow.runs.append(Run(shown, look.marks, href))

    def _made(self, text: str, place: _Place, flow: Flow) -> None:
        """Characters that no element of the file holds as text."""
        self._text(text, place, flow, made=True)

    def _link(self, node: Node, place: _Place, flow: Flow) -> None:
        found = self.work.relation(node.get("r:id"))
        address = self.work.links.take(found.target if found is not None else None)
        self._all(opened(node.children), replace(place, href=address), flow)

    def _control(self, node: Node, place: _Place, flow: Flow) -> None:
        """A content control; one that still shows its prompt holds no copy."""
        content = node.child("w:sdtContent")
        if content is None:
            return
        if is_prompt(node):
            self.work.leave("prompt_left_out", "".join(words_of(content)))
        else:
            self._all(opened(content.children), place, flow)

    def _symbol(self, node: Node, place: _Place, flow: Flow) -> None:
        sign = sign_of(node)
        unknown = is_symbol_font(node.get("font")) and "\ue000" <= sign <= "\uf8ff"
        if unknown and sign not in self.work.named:
            self.work.named.add(sign)
            self.work.say("symbol_unknown", sign, font=node.get("font"), code=node.get("char"))
        self._text(sign, replace(place, look=replace(place.look, fonts=())), flow)

    def _formula(self, node: Node, place: _Place, flow: Flow) -> None:
        runs, exact = linear(node)
        text = plain(tuple(runs))
        fate = self.work.fields
        if place.look.hidden or fate.in_code is not None or fate.fate is not Shown.KEPT:
            self._text(_told(node), place, flow)
            return
        for gone in node.iter(*_DELETED):
            self.work.leave("deleted_text", _told(gone))
            self.work.made.append(_told(gone))
        self.work.undone.append(_told(node))
        self.work.made.append(text)
        if fate.open:
            fate.open[-1].shown = True
        flow.runs += [
            replace(run, marks=with_marks(place.look.marks, *run.marks), href=place.href)
            for run in runs
        ]
        if not exact:
            self.work.say("formula_on_one_line", text)

    def _reading(self, node: Node, place: _Place, flow: Flow) -> None:
        """A word with its reading: one run where its characters are set alike."""
        base, over = Flow(), Flow()
        for tag, part in (("w:rubyBase", base), ("w:rt", over)):
            child = node.child(tag)
            if child is not None:
                self._all(opened(child.children), place, part)
        reading = plain(tuple(over.runs)).replace("\n", " ").strip()
        words = [run for run in base.runs if run.note is None]
        notes = [run for run in base.runs if run.note is not None]
        text = plain(tuple(words)).strip()
        if text and reading:
            flow.runs.append(Run(text, words[0].marks, words[0].href, ruby=reading))
            flow.runs += notes
        else:
            flow.runs += base.runs + over.runs
        flow.figures += base.figures + over.figures

    def _note(self, node: Node, place: _Place, flow: Flow) -> None:
        fields = self.work.fields
        if place.look.hidden or fields.in_code is not None or fields.fate is not Shown.KEPT:
            self.notes.skip(node)
            return
        found = self.notes.refer(node)
        if found is None:
            self.work.say("note_missing")
        elif found.label:
            flow.runs.append(Run(found.label, (Mark.SUPER,), note=found.id))
            self.work.made.append(found.label)

    def _drawing(self, node: Node, place: _Place, flow: Flow) -> None:
        if place.look.hidden:
            self.work.leave("hidden_text", "".join(words_of(node)))
            return
        found = pictures_in(node, self.work)
        if self.work.fields.open:
            self.work.fields.open[-1].shown = True
        flow.figures += found.figures
        flow.boxes += found.boxes

    # --- fields

    def _field(self, node: Node, place: _Place, flow: Flow) -> None:
        fields = self.work.fields
        if id(node) in self.work.unpaired:
            return
        match node.get("fldCharType"):
            case "begin":
                fields.begin(Field(begin=node))
            case "separate" if fields.open:
                self._result()
            case "end" if fields.open:
                self._close(place, flow)

    def _result(self) -> None:
        """The result of the innermost field begins."""
        fields = self.work.fields
        address = fields.open[-1].address
        fields.separate(self.work.links.take(address) if address is not None else None)

    def _close(self, place: _Place, flow: Flow) -> None:
        """The end of a field: what it shows without a result, and what was typed in its code."""
        ended = self.work.fields.end()
        name = ended.name
        if name == "EQ" and not ended.shown:
            self._equation(ended, place, flow)
            return
        self.work.leave("field_code_left_out", ended.typed)
        if ended.shown or ended.silent or ended.fate is not Shown.KEPT:
            return
        if ended.waits:
            answer = answer_of(ended.begin)
            if answer:
                self._made(answer, place, flow)
        elif name == "SYMBOL":
            self._symbol_field(ended.code, place, flow)
        elif text := button_text(ended.code):
            self._made(cleaned(text), place, flow)
        elif name in NUMBERED:
            self.work.say("field_unread", ended.code.strip(), field=name)
        else:
            self.work.leave("field_empty", ended.code.strip())

    def _equation(self, ended: Field, place: _Place, flow: Flow) -> None:
        shown = equation(ended.code)
        self.work.undone.append(ended.typed)
        for run in shown.runs:
            before = len(flow.runs)
            look = replace(place.look, marks=with_marks(place.look.marks, *run.marks), fonts=())
            self._made(cleaned(run.text), replace(place, look=look), flow)
            if run.ruby and len(flow.runs) > before:
                flow.runs[-1] = replace(flow.runs[-1], ruby=run.ruby)
                self.work.made.append(run.ruby)
        if not shown.exact or not shown.runs:
            self.work.say(
                "equation_on_one_line", plain(shown.runs), field=Phrase(
                    "field_code", {"code": ended.code.strip()}
                ),
            )

    def _symbol_field(self, code: str, place: _Place, flow: Flow) -> None:
        found = symbol_of(code)
        sign = symbol(*found) if found is not None else None
        if sign is None:
            self.work.say("field_unread", code.strip(), field="SYMBOL")
        else:
            self._made(sign, replace(place, look=replace(place.look, fonts=())), flow)


def is_prompt(node: Node) -> bool:
    """True for a content control that shows what to type into it."""
    props = node.child("w:sdtPr")
    return bool(props is not None and props.on("w:showingPlcHdr"))


def _told(node: Node) -> str:
    return "".join(words_of(node))
