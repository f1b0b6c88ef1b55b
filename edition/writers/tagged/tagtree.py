"""The tag tree of a tagged file: what the template says an element is, and in which tongue."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import signature
from typing import Any

import pydyf

from edition.writers.makeready import engine_part, put_for

_boxes = engine_part("formatting_structure.boxes")
_tags = engine_part("pdf.tags")
_build = _tags._build_box_tree
_ROOTS = ("html", "body")
_CELLS = ("TD", "TH")
_RUNNING = "folio"
"""class of the head that stands on every page but the first"""


_TAKES = ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"]
"""what the engine's own function is known to take"""


def exchange() -> None:
    """Let the engine make its tree by ours, where it is the engine we know."""
    if list(signature(_build).parameters) == _TAKES:
        put_for(_build, build_box_tree)


def build_box_tree(box: Any, *rest: Any) -> Iterator[Any]:
    """The elements of a box; none for one that holds nothing but its rules."""
    placed = getattr(box, "_box", box)
    element = placed.element
    if element is None or element.tag in _ROOTS:
        yield from _build(box, *rest)
        return
    if element.tag == "div" and not placed.children and type(placed) is _boxes.BlockBox:
        return
    if element.tag == "header" and _RUNNING in element.get("class", "").split():
        _leave_out(box, *rest)
        return
    for made in _build(box, *rest):
        _say(made, element.attrib)
        yield made


def _leave_out(box: Any, parent: Any, pdf: Any, page: int, nums: Any, *rest: Any) -> None:
    """Take what a head says out of the tree, and note the places of it."""
    before, count = set(nums), len(pdf.objects)
    tuple(_build(box, parent, pdf, page, nums, *rest))
    del pdf.objects[count:]
    places = set(nums) - before
    for place in places:
        nums[place] = b"null"
    pdf.__dict__.setdefault("furniture", {}).setdefault(page, set()).update(places)


def _say(made: Any, said: Any) -> None:
    """Give an element of the tree what the template says of it."""
    if tag := said.get("data-tag"):
        made["S"] = f"/{tag}"
        if tag in _CELLS:
            made["A"] = _cell(said)
    if (tongue := said.get("lang")) is not None:
        made["Lang"] = pydyf.String(tongue)
    if (actual := said.get("data-actual")) is not None:
        made["ActualText"] = pydyf.String(actual)


def _cell(said: Any) -> Any:
    """What is told of a cell: how far it reaches, and of a head what it names."""
    about: dict[str, Any] = {"O": "/Table"}
    for name, key in (("across", "ColSpan"), ("down", "RowSpan")):
        if count := said.get(f"data-{name}"):
            about[key] = int(count)
    if scope := said.get("data-scope"):
        about["Scope"] = f"/{scope}"
    return pydyf.Dictionary(about)
