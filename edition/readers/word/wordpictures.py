"""Drawings of a Word file: pictures as Word crops and turns them, text boxes, charts, diagrams."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.copy.bounds import safe_name
from edition.copy.pictures import WHOLE, View, picture
from edition.copy.profiles import profile_name
from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import Phrase
from edition.model import Figure
from edition.readers.word.wordcensus import paragraphs_of, words_of
from edition.readers.word.wordwork import PARTED, WordWork, cleaned, opened
from edition.readers.word.wordxml import Node

_WHOLE = 100_000
"""DrawingML gives shares in thousandths of a per cent"""
_VML_WHOLE = 65_536
_SHOWN = 200
"""characters of an address a remark shows"""
_QUARTER = 90 * 60_000
_CHARTS = {"c:chart": "r:id", "cx:chart": "r:id", "dgm:relIds": "r:dm"}
"""elements that name a part with the words of a chart or diagram, and the id they name it by"""


@dataclass
class Drawn:
    """What one drawing holds."""

    figures: list[Figure] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    """contents of its text boxes, and WordArt as such"""


def pictures_in(node: Node, work: WordWork) -> Drawn:
    """The pictures and boxes of a drawing; what has words and cannot be shown is named."""
    found = Drawn()
    _walk(node, _Frame(), found, work)
    return found


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a drawing says of the pictures in it."""

    alt: str | None = None


def _walk(node: Node, frame: _Frame, found: Drawn, work: WordWork) -> None:
    frame = _Frame(_alt(node) or frame.alt)
    match node.tag:
        case "w:txbxContent":
            found.boxes.append(node)
            return
        case "v:textpath":
            if text := cleaned(node.get("string")).strip():
                found.boxes.append(_art(text))
        case "v:imagedata":
            key = node.get("r:id") or node.get("o:relid")
            _take(key, _vml_view(node), frame, found, work)
        case tag if tag in _CHARTS:
            name_part(work, node.get(_CHARTS[tag]), "smartart" if tag == "dgm:relIds" else "chart")
            return
        case "a:t":
            work.leave("drawing_words", "".join(words_of(node)))
            return
        case _:
            text = "".join(cleaned(c) for c in node.children if isinstance(c, str))
            if text and any(words_of(node)):
                work.leave("words_unknown", text)
    for child in opened(node.children):
        blip = child.child("a:blip") if child.tag.endswith(":blipFill") else None
        if blip is not None:
            key = blip.get("r:embed") or blip.get("r:link")
            _take(key, _view(child, node.child("pic:spPr", "a:xfrm")), frame, found, work)
        _walk(child, frame, found, work)


def _alt(node: Node) -> str:
    """What is said of a picture for those who do not see it."""
    about = node
    if node.tag in ("wp:inline", "wp:anchor"):
        about = node.child("wp:docPr") or node
    elif node.tag == "pic:pic":
        about = node.child("pic:nvPicPr", "pic:cNvPr") or node
    elif node.tag not in ("v:shape", "v:rect", "v:imagedata"):
        return ""
    text = about.get("descr") or about.get("alt") or about.get("o:title") or about.get("title")
    return cleaned(text).strip()


def _take(key: str, view: View, frame: _Frame, found: Drawn, work: WordWork) -> None:
    work.images += 1
    if work.images > LIMITS.pictures:
        raise UnreadableInput("word_pictures", where=work.name, limit=LIMITS.pictures)
    name = f"{safe_name(work.name)}/{work.images:02d}"
    relation = work.relation(key)
    if relation is not None and relation.outside:
        work.say("picture_outside", frame.alt or relation.target, src=relation.target[:_SHOWN])
        return
    data = work.file.media.get(relation.target) if relation is not None else None
    try:
        if data is None:
            raise UnreadableInput("picture_unknown", where=name)
        shown = picture(name, data, view)
    except UnreadableInput as fault:
        alt = frame.alt
        work.say(
            "picture_unreadable", alt, number=work.images, said=str(fault),
            shows=Phrase("picture_shows", {"alt": alt}) if alt else "",
        )
        return
    if profile := profile_name(data):
        work.say("picture_recoloured", frame.alt, file=name, profile=profile)
    work.pictures.append(shown)
    found.figures.append(Figure(
        name, alt=frame.alt, lines=(work.number,), pixels=(shown.width, shown.height)
    ))


def name_part(work: WordWork, key: str, kind: str) -> None:
    """The words of a chart or diagram, which is not drawn."""
    relation = work.relation(key)
    root = work.file.parts.get(relation.target) if relation is not None else None
    if relation is None or root is None:
        work.say("chart_left_out", what=Phrase(kind))
        return
    if relation.target not in work.named:
        work.named.add(relation.target)
        say_part(work, root, kind)


def say_part(work: WordWork, root: Node, kind: str) -> None:
    """One remark with all words of a chart or diagram, each once."""
    words = dict.fromkeys(t.strip() for t in paragraphs_of(root) if t.strip())
    work.say("chart_left_out", PARTED.join(words) or None, what=Phrase(kind))


def _view(fill: Node, form: Node | None) -> View:
    """What Word shows of a picture: its crop stands in the fill, its turn in the shape's form."""
    crop = fill.child("a:srcRect")
    cut = _sides([crop.get(side) for side in "ltrb"], _WHOLE) if crop is not None else WHOLE.cut
    if form is None:
        return View(cut)
    turn = form.get("rot", "0")
    quarters = round(int(turn) / _QUARTER) if turn.lstrip("-").isdecimal() else 0
    return View(cut, quarters % 4, _on(form.get("flipH")), _on(form.get("flipV")))


def _vml_view(node: Node) -> View:
    sides = ("left", "top", "right", "bottom")
    return View(_sides([node.get(f"crop{side}") for side in sides], 1))


def _sides(texts: list[str], whole: int) -> tuple[float, float, float, float]:
    left, top, right, bottom = (_share(text, whole) for text in texts)
    return left, top, right, bottom


def _share(text: str, whole: int) -> float:
    """A share of a side, 0…1: `60000`, `60%`, `39322f`, `0.6`; less than nothing is nothing."""
    text = text.strip()
    ends = {"%": 100, "f": _VML_WHOLE}
    parts = ends.get(text[-1:], whole)
    try:
        value = float(text.rstrip("%f") or 0) / parts
    except ValueError:
        return 0.0
    return min(max(value, 0.0), 1.0)


def _on(text: str) -> bool:
    return text in ("1", "true", "on")


def _art(text: str) -> Node:
    """WordArt of the older kind as a text box with one centred line."""
    look = Node("w:pPr", {}, [Node("w:jc", {"val": "center"})])
    run = Node("w:r", {}, [Node("w:t", {}, [text])])
    return Node("w:txbxContent", {}, [Node("w:p", {}, [look, run])])
