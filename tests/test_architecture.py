"""The rules of the house, read from the imports themselves."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import house

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "edition"
FLOORS: dict[str, int] = {
    "__init__": 18, "__main__": 18,
    "cli": 17,
    "desk": 16,
    "archive": 15,
    "worker": 14,
    "issue": 13,
    "build": 12,
    "pressroom": 11, "bindery": 11,
    "delivery": 10, "writers": 10, "checks": 10, "sandbox": 10,
    "render": 9,
    "makeup": 8,
    "compose": 7,
    "readers": 6, "passes": 6,
    "storyjson": 5,
    "outfit": 5, "sidecar": 4, "judging": 4,
    "packs": 4,
    "copy": 3,
    "trade": 2, "walk": 2,
    "limits": 1, "release": 1, "libraries": 1,
    "model": 0, "printed": 0, "bookform": 0, "steps": 0,
    "errors": -1, "blocks": -1, "answering": -1, "planning": -1,
    "messages": -2, "fitting": -2, "opening": -2, "patterns": -2,
}
DOORS: dict[str, set[str]] = {
    "weasyprint": {"writers/weasy.py"},
    "ebooklib": {"writers/epub.py"},
    # Two uses of one library: templates are run, those of strangers are read before.
    "jinja2": {"render/environment.py", "packs/templatecheck.py"},
    "opencc": {"passes/script/engines.py"},
    "jieba": {"trade/words.py"},
    "pyphen": {"compose/typesetter.py"},
    # One door; the others name its types, to be checked by.
    "PIL": {"copy/pillow.py", "copy/pictures.py", "copy/profiles.py", "writers/cover.py",
            "writers/bookpictures.py", "copy/inkprofiles.py", "pressroom/platemaking.py",
            "writers/press/inkedpictures.py"},
    # Two uses of one library: finished pages are read by the preflight, and drawn for a caller.
    "pypdfium2": {"checks/sight/glyphs.py", "delivery/pageimages.py"},
    # Two uses of one library: a theme is colours and faces, a pack's style rules and frames too.
    "tinycss2": {"packs/themes.py", "packs/stylecheck.py"},
    "jsonschema": {"storyjson/schema.py"},
    "jsonschema_rs": {"storyjson/schema.py"},
    "distributed": {"archive/cluster.py"},
    "pikepdf": {"writers/binding/gathering.py"},
    "sqlite3": {"archive/pressledger.py"},
    "markdown_it": {"readers/dialect/grammar.py"},
    "yaml": {"readers/outlined/frontmatter.py"},
    "lxml": {"readers/tree/markup.py"},
    "trafilatura": {"readers/wire/article.py"},
    "feedparser": {"readers/wire/feeds.py"},
    # Two uses of one library: advances for the composer, subsets for the writers.
    "uharfbuzz": {"compose/metrics.py", "writers/subset.py"},
    # Three uses of one library: boxes are drawn, a character is joined with its selectors, a font
    # that a pack brings is judged.
    "fontTools": {"writers/code_boxes.py", "writers/clusters.py", "packs/fontfiles.py"},
}
ABOUT_ITSELF = ("modules", "executable", "path", "platform")
"""What a room below the command line may ask the interpreter."""
STANDARD_ONLY = (
    "answering.py", "bookform.py", "fitting.py", "opening.py", "blocks.py", "model.py", "errors.py",
    "printed.py", "planning.py", "steps.py", "release.py",
)
FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room a file lies in: its top folder, or its own name."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "edition":
                yield from (f"edition.{alias.name}" for alias in node.names)
            elif node.module:
                yield node.module


def test_the_house_is_not_empty() -> None:
    assert len(FILES) > 40
    assert {room(path) for path in FILES} <= set(FLOORS)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down_the_floors(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        if not name.startswith("edition"):
            continue
        parts = name.split(".")
        assert len(parts) > 1, f"{path} imports the package root"
        there = parts[1]
        assert there in FLOORS, f"{path} imports {name}"
        if there == here:
            continue
        assert FLOORS[there] < FLOORS[here], f"{here} imports {there}: not down"


@pytest.mark.parametrize("library", sorted(DOORS))
def test_each_library_has_one_door(library: str) -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path in FILES
        if any(name.split(".")[0] == library for name in imports(path))
    }
    assert users <= DOORS[library]


def test_the_ground_floor_needs_only_the_standard_library() -> None:
    import sys

    for name in STANDARD_ONLY:
        for module in imports(PACKAGE / name):
            top = module.split(".")[0]
            assert top == "edition" or top in sys.stdlib_module_names, f"{name} imports {module}"


def test_only_the_command_line_prints_or_exits() -> None:
    for path in FILES:
        if room(path) in ("cli", "__main__", "worker"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("print", "exit", "input"), path
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert node.value.id != "sys" or node.attr in ABOUT_ITSELF, path
            assert not (isinstance(node, ast.ImportFrom) and node.module == "sys"), path


def test_nothing_reads_the_clock_or_draws_lots() -> None:
    banned = {"random", "secrets", "time"}
    # What these read goes to the terminal of who asks for it, is the key of a desk or stands in the
    # ledger of an archive, and goes into no page or book.
    apart = (
        "cli/timings.py", "cli/desking.py", "desk/guard.py", "archive/stopwatch.py",
    )
    for path in sorted({*FILES} - {PACKAGE / name for name in apart}):
        assert not banned & {n.split(".")[0] for n in imports(path)}, path
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"\.(now|today|utcnow)\(\)|uuid4", source), path


def test_copy_is_never_trusted_as_markup() -> None:
    texts = [*FILES, *(ROOT / "layouts").rglob("*.j2")]
    for path in texts:
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|Markup\(|autoescape\s+false", source), path


def test_no_room_is_a_lumber_room() -> None:
    for path in FILES:
        assert path.stem not in ("utils", "util", "helpers", "common", "misc"), path


def test_the_window_is_sorted_and_says_what_it_shows() -> None:
    import edition

    shown = dir(edition)
    assert shown == sorted(shown)
    assert all(hasattr(edition, name) for name in shown)


def test_every_module_says_what_it_is_for() -> None:
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        if source.strip():
            assert ast.get_docstring(ast.parse(source)), path


def test_the_top_level_is_the_one_agreed() -> None:
    done = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    tops = {line.split("/")[0] for line in done.stdout.splitlines()}
    assert tops <= {
        "pyproject.toml", "edition", "layouts", "fonts", "tests", "seeds", "Makefile",
        "README.md", "README.en.md", "Containerfile", "LICENSE", "CHANGELOG.md", ".ci", "docs",
        "bench", ".gitignore",
    }


def test_ignored_warnings_give_a_reason() -> None:
    """A reason stands behind the ignore or in a comment on the line above."""
    for path in FILES:
        before = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            match = re.search(r"# (?:type: ignore\[[\w-]+\]|noqa: \w+)(.*)", line)
            reasoned = match is None or "#" in match.group(1) or before.strip().startswith("#")
            assert reasoned, f"{path}: {line.strip()}"
            before = line


WIDE = 5
"""functions of more than five parameters, most of them the inner steps of setting a line,
and the three doors of the API, whose last ones are given by name"""


def test_no_room_and_no_file_and_no_function_outgrows_its_bounds() -> None:
    assert house.circles(house.imports()) == []
    assert [room for room, count in house.rooms().items() if count > house.MOST_FILES] == []
    assert house.long_files() == []
    every = list(house.functions())
    assert [where for where, lines, _ in every if lines > house.LONGEST] == []
    assert sum(count > house.MOST_PARAMETERS for _, _, count in every) <= WIDE


def test_one_thing_has_one_name() -> None:
    assert house.doubled_stems() == {}
    assert house.doubled_classes() == {}
