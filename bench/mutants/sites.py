"""Where a fault can be put: every site of a source file, as a change of its text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMPARE: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}
_ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "//", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "+",
}


@dataclass(frozen=True, slots=True)
class Site:
    """One change: characters `start` to `stop` of the file's text become `new`."""

    path: str
    """under the root of the project"""
    function: str
    """qualified name of the outermost function it lies in: `Planner.run`"""
    line: int
    start: int
    stop: int
    new: str
    what: str
    """the change in words: `< becomes <=`"""

    @property
    def name(self) -> str:
        """How lists and excuses call it, without a line number, which moves."""
        return f"{self.path}::{self.function}::{self.what}"


def sites(root: Path, path: Path) -> list[Site]:
    """Every site inside the functions of one file, in the order of the text."""
    source = path.read_text(encoding="utf-8")
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    data = source.encode()
    found = []
    for name, function in _functions(ast.parse(source), ""):
        body = function.body
        for part in body:
            for node in ast.walk(part):
                for first, last, new, what in _changes(node, data, starts):
                    found.append(
                        Site(
                            str(path.relative_to(root)), name, getattr(node, "lineno", 0), first,
                            last, new, what,
                        )
                    )
    return sorted(set(found), key=lambda site: (site.start, site.stop, site.new))


def mutated(root: Path, site: Site) -> str:
    """The whole text of the file with the change made."""
    data = (root / site.path).read_bytes()
    return (data[: site.start] + site.new.encode() + data[site.stop :]).decode()


def _functions(
    tree: ast.AST, before: str
) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Outermost functions and methods, with their qualified names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield before + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{before}{node.name}.")


_Change = tuple[int, int, str, str]


def _changes(node: ast.AST, data: bytes, starts: list[int]) -> Iterator[_Change]:
    def at(line: int, column: int) -> int:
        return starts[line - 1] + column

    def span(part: ast.expr | ast.stmt) -> tuple[int, int]:
        assert part.end_lineno is not None and part.end_col_offset is not None
        return at(part.lineno, part.col_offset), at(part.end_lineno, part.end_col_offset)

    def text(part: ast.expr | ast.stmt) -> str:
        first, last = span(part)
        return data[first:last].decode()

    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARE:
            new = _COMPARE[type(op)]
            first, last = span(node)
            yield first, last, f"({text(left)} {new} {text(right)})", f"{_short(text(node))}: {new}"
        case ast.BoolOp(op=op, values=values):
            word = "or" if isinstance(op, ast.And) else "and"
            first, last = span(node)
            joined = f" {word} ".join(f"({text(value)})" for value in values)
            yield first, last, f"({joined})", f"{_short(text(node))}: {word}"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            first, last = span(node)
            yield first, last, f"bool({text(operand)})", f"{_short(text(node))}: not dropped"
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) if not isinstance(
            test, (ast.Compare, ast.BoolOp, ast.UnaryOp)
        ):
            first, last = span(test)
            yield first, last, f"(not ({text(test)}))", f"if {_short(text(test))}: inverted"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC and not _words(
            node
        ):
            new = _ARITHMETIC[type(op)]
            first, last = span(node)
            yield first, last, f"({text(left)} {new} {text(right)})", f"{_short(text(node))}: {new}"
        case ast.Constant(value=bool(value)):
            first, last = span(node)
            yield first, last, str(not value), f"{value} flipped"
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            first, last = span(node)
            yield first, last, f"({value} + 1)", f"{value} one more"
        case ast.Expr(value=ast.Call()):
            first, last = span(node)
            yield first, last, "None", f"{_short(text(node))}: dropped"
        case ast.Continue():
            first, last = span(node)
            yield first, last, "break", "continue: break"


def _words(node: ast.BinOp) -> bool:
    """True where `+` or `*` plainly joins texts or lists: another operator only raises."""
    kinds = (ast.Constant, ast.JoinedStr, ast.List, ast.Tuple)
    return any(
        isinstance(side, kinds)
        and not (isinstance(side, ast.Constant) and isinstance(side.value, (int, float)))
        for side in (node.left, node.right)
    )


def _short(text: str) -> str:
    return " ".join(text.split())[:60]
