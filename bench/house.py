"""`python -m bench house`: the house in figures, read from the code and from one run.

`docs/architecture.md` states these figures; `tests/test_architecture.py` holds them.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "edition"
MOST_FILES, MOST_LINES, LONGEST, MOST_PARAMETERS = 20, 400, 40, 5


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports() -> dict[str, set[str]]:
    """Module → the modules of the house it imports, wherever in it."""
    known = {module_of(path) for path in files()}
    found: dict[str, set[str]] = {}
    for path in files():
        here, taken = module_of(path), set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    taken.add(inner if inner in known else node.module)
            elif isinstance(node, ast.Import):
                taken |= {alias.name for alias in node.names}
        found[here] = (taken & known) - {here}
    return found


def circles(arrows: dict[str, set[str]]) -> list[tuple[str, ...]]:
    """Sets of modules that import each other in a ring (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[tuple[str, ...]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(arrows[node]):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            ring = []
            while not ring or ring[-1] != node:
                ring.append(stack.pop())
            if len(ring) > 1:
                found.append(tuple(sorted(ring)))

    for node in sorted(arrows):
        if node not in index:
            visit(node)
    return found


def rooms() -> dict[str, int]:
    """Folder → its files of code."""
    return dict(Counter(str(path.parent.relative_to(ROOT)) for path in files()))


def long_files() -> list[tuple[str, int]]:
    sizes = [(str(p.relative_to(ROOT)), len(p.read_text("utf-8").splitlines())) for p in files()]
    return [pair for pair in sizes if pair[1] > MOST_LINES]


def doubled_stems() -> dict[str, list[str]]:
    """File stem → its files, where two or more have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files():
        if path.stem not in ("__init__", "__main__"):
            found[path.stem].append(str(path.relative_to(ROOT)))
    return {stem: paths for stem, paths in found.items() if len(paths) > 1}


def doubled_classes() -> dict[str, list[str]]:
    """Name of a public class → its files, where two or more have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(str(path.relative_to(ROOT)))
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def functions() -> Iterator[tuple[str, int, int]]:
    """(where, lines, parameters) of every function; `self` and `cls` are not counted."""
    for path in files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                count = len([a for a in given if a.arg not in ("self", "cls")])
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines, count


def walk() -> list[str]:
    """The modules the seed's edition stays in on its way through `to_pdf`, one after another.

    A stay begins where a function of another module is handed the edition itself.
    """
    from edition import build

    edition = build.read(ROOT / "seeds" / "000_ff888278d800d57a.txt").edition
    stays: list[str] = []

    def watch(frame: FrameType, event: str, argument: object) -> None:
        code = frame.f_code
        if event != "call" or not code.co_filename.startswith(str(PACKAGE)):
            return
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        if any(frame.f_locals.get(name) is edition for name in names):
            module = module_of(Path(code.co_filename))
            if not stays or stays[-1] != module:
                stays.append(module)

    sys.setprofile(watch)
    try:
        build.to_pdf(edition)
    finally:
        sys.setprofile(None)
    return stays


def returns(stays: list[str]) -> int:
    """How often the edition comes back to a module it had left."""
    return len(stays) - len(set(stays))


def main(given: list[str] | None = None) -> int:
    arrows = imports()
    every = list(functions())
    stays = walk()
    print(f"modules {len(arrows)}, rooms {len(rooms())}, lines "
          f"{sum(len(p.read_text('utf-8').splitlines()) for p in files())}")
    print(f"circles {len(circles(arrows))}: {circles(arrows)}")
    print(f"rooms over {MOST_FILES} files: {[r for r, n in rooms().items() if n > MOST_FILES]}")
    print(f"files over {MOST_LINES} lines: {long_files()}")
    print(f"stems twice: {doubled_stems()}")
    print(f"public classes twice: {doubled_classes()}")
    long = [where for where, lines, _ in every if lines > LONGEST]
    print(f"functions over {LONGEST} lines: {len(long)} {long}")
    wide = [(where, count) for where, _, count in every if count > MOST_PARAMETERS]
    print(f"functions over {MOST_PARAMETERS} parameters: {len(wide)}")
    for where, count in wide:
        print(f"  {count} {where}")
    print(f"walk through to_pdf: {len(stays)} stays, {len(set(stays))} rooms, "
          f"{returns(stays)} returns")
    print("  " + " > ".join(stay.removeprefix("edition.") for stay in stays))
    return 0


if __name__ == "__main__":
    sys.exit(main())
