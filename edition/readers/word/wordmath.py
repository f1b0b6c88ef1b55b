"""Formulas of a Word file (OMML) written on one line, with exponents and indices kept as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edition.copy.clean import clean_text
from edition.model import Mark, Run, plain
from edition.readers.word.wordxml import Node

_SIMPLE = frozenset({
    "m:r", "m:sSup", "m:sSub", "m:sSubSup", "m:sPre", "m:d", "m:func", "m:e", "m:sup", "m:sub",
    "m:fName", "m:box", "m:oMath", "m:oMathPara",
})
"""structures that one line shows as Word does"""
_ATOM = frozenset("+-−–±×·÷*/=<>≤≥ ,，")


def linear(node: Node) -> tuple[list[Run], bool]:
    """The characters of a formula and whether one line shows it as Word does."""
    runs = [run for run in _of(node) if run.text]
    return runs, all(
        found.tag in _SIMPLE or not found.tag.startswith("m:") or _is_property(found)
        for found in _structures(node)
    )


def _structures(node: Node) -> Iterator[Node]:
    """The structures below a node, without their properties."""
    yield node
    for child in node.elements:
        if not _is_property(child) and child.tag != "m:t":
            yield from _structures(child)


def _is_property(node: Node) -> bool:
    return node.tag.endswith("Pr")


def _of(node: Node) -> list[Run]:
    """The runs of a node, by its kind."""
    match node.tag:
        case "m:r":
            return _characters(node)
        case "w:del" | "w:moveFrom":
            return []
        case "m:f":
            return _fraction(node)
        case "m:sSup" | "m:sSub" | "m:sSubSup" | "m:limLow" | "m:limUpp":
            low, high = _part(node, "m:sub", "m:lim"), _part(node, "m:sup")
            if node.tag == "m:limUpp":
                low, high = [], low
            return [*_part(node, "m:e"), *_set(low, Mark.SUB), *_set(high, Mark.SUPER)]
        case "m:sPre":
            return [*_set(_part(node, "m:sub"), Mark.SUB), *_set(_part(node, "m:sup"), Mark.SUPER),
                    *_part(node, "m:e")]
        case "m:rad":
            return [*_set(_part(node, "m:deg"), Mark.SUPER), Run("√"),
                    *_bracketed(_part(node, "m:e"))]
        case "m:nary":
            sign = Run(_sign(node, "m:naryPr", "m:chr", "∫"))
            return [sign, *_set(_part(node, "m:sub"), Mark.SUB),
                    *_set(_part(node, "m:sup"), Mark.SUPER), *_part(node, "m:e")]
        case "m:d":
            return _delimited(node)
        case "m:m" | "m:eqArr":
            return _rows(node)
        case "m:acc":
            return [*_part(node, "m:e"), Run(_sign(node, "m:accPr", "m:chr", "̂"))]
        case _:
            return [run for child in node.elements if not _is_property(child) for run in _of(child)]


def _characters(node: Node) -> list[Run]:
    """The characters of a run; a line end in it is a space."""
    return [
        Run(clean_text(child.text)[0].replace("\n", " ") if child.tag in ("m:t", "w:t") else " ")
        for child in node.elements if child.tag in ("m:t", "w:t", "w:tab", "w:br")
    ]


def _part(node: Node, *tags: str) -> list[Run]:
    return [run for child in node.elements if child.tag in tags
            for below in child.elements if not _is_property(below) for run in _of(below)]


def _set(runs: list[Run], mark: Mark) -> list[Run]:
    return [replace(run, marks=(mark,)) for run in runs]


def _fraction(node: Node) -> list[Run]:
    over, under = _part(node, "m:num"), _part(node, "m:den")
    kind = node.child("m:fPr", "m:type")
    if kind is not None and kind.get("val") == "noBar":
        return [Run("("), *over, Run("¦"), *under, Run(")")]
    return [*_bracketed(over), Run("/"), *_bracketed(under)]


def _bracketed(runs: list[Run]) -> list[Run]:
    """In brackets unless it is one number or name."""
    text = plain(tuple(runs)).strip()
    if len(text) <= 1 or (not set(text) & _ATOM and len(runs) == 1):
        return runs
    return [Run("("), *runs, Run(")")]


def _delimited(node: Node) -> list[Run]:
    made = [Run(_sign(node, "m:dPr", "m:begChr", "("))]
    for at, part in enumerate(child for child in node.elements if child.tag == "m:e"):
        made += [Run(_sign(node, "m:dPr", "m:sepChr", "|"))] if at else []
        made += [run for below in part.elements if not _is_property(below) for run in _of(below)]
    return [*made, Run(_sign(node, "m:dPr", "m:endChr", ")"))]


def _rows(node: Node) -> list[Run]:
    """Rows of a matrix, or equations below each other: a semicolon between two, a comma in one."""
    made: list[Run] = []
    for at, row in enumerate(child for child in node.elements if child.tag in ("m:mr", "m:e")):
        made += [Run("; ")] if at else []
        cells = [c for c in row.elements if c.tag == "m:e"] if row.tag == "m:mr" else [row]
        for place, cell in enumerate(cells):
            made += [Run(", ")] if place else []
            made += [run for below in cell.elements if not _is_property(below)
                     for run in _of(below)]
    return made


def _sign(node: Node, props: str, tag: str, usual: str) -> str:
    """A sign a structure names; the usual one where it names none, nothing where it says so."""
    found = node.child(props, tag)
    return usual if found is None else found.get("val")
