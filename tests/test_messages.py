"""The catalogue of messages: whole in three languages, used, and what the docs print of it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import opencc
import pytest

from bench.messages import DOCS, PAGES
from edition import errors
from edition.checks.rules.epub_rules import EPUB_RULES
from edition.checks.rules.pdf_rules import PDF_RULES
from edition.checks.rules.press_rules import PRESS_RULES
from edition.checks.targets import TARGETS
from edition.messages.catalogue import FAULTS, KINDS, PHRASES, RULES
from edition.messages.texts import Text
from edition.sidecar.wishes import TABLES

PACKAGE = Path(__file__).resolve().parent.parent / "edition"
BOTH_SCRIPTS = frozenset("台里后干于只面准")
"""characters Simplified has made serve for others, which are also right in Traditional"""
QUOTED = {"said", "error"}
"""what a library says, in English"""
ENGLISH_ONLY = QUOTED | {"were", "command"}
INSTEAD = {"number", "line", "place", "rule"}
ENDINGS = {"one_was", "many_were"}
"""phrases that are but English grammar"""
TRADITIONAL = opencc.OpenCC("s2t")
COMMANDS = re.compile(r"edition(?: [a-z]+)?(?: [A-Z]+)*(?: --?[a-z-]+)*")
WORD = r"[A-Za-z][A-Za-z'’-]*"
SENTENCE = re.compile(rf"(?<![-\w./]){WORD}(?:[ ,;:]+{WORD}){{2,}}")
"""a run of three Latin words or more"""


def texts() -> Iterator[tuple[str, Text]]:
    """Every text of the catalogue with where it stands."""
    for name, kind in KINDS.items():
        yield f"{name}.says", kind.says
        if kind.todo:
            yield f"{name}.todo", kind.todo
    for name, fault in FAULTS.items():
        parts = {"what": fault.what, "why": fault.why, "todo": fault.todo}
        yield from ((f"{name}.{part}", text) for part, text in parts.items() if text)
    yield from PHRASES.items()
    for name, rule in RULES.items():
        yield from ((f"{name}.name", rule.name), (f"{name}.demands", rule.demands),
                    (f"{name}.todo", rule.todo))


TEXTS = dict(texts())


def places(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_chinese_is_chinese(name: str) -> None:
    text = TEXTS[name]
    for pattern in (text.hans, text.hant):
        bare = COMMANDS.sub("", re.sub(r"\{[^}]*\}", "", pattern))
        assert not SENTENCE.search(bare), pattern


def trees() -> Iterator[ast.AST]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "sentences" not in path.parts:
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


NODES = list(trees())


def said(node: ast.expr) -> Iterator[str]:
    """The constants an argument may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*said(node.body), *said(node.orelse))


def first_arguments(names: set[str]) -> set[str]:
    """Constants given first to calls of these names."""
    return {
        value for node in NODES
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        and node.func.id in names and node.args
        for value in said(node.args[0])
    }


ERRORS = {name for name, value in vars(errors).items()
          if isinstance(value, type) and issubclass(value, errors.EditionError)}


def test_what_is_said_stands_in_the_catalogue() -> None:
    faults = first_arguments(ERRORS)
    assert first_arguments({"Diagnostic"}) - set(KINDS) == set()
    assert faults - set(FAULTS) == set()
    assert first_arguments({"Phrase", "phrase"}) - set(PHRASES) == set()
    assert faults >= {"pdf_unreadable", "kind_not_checked"}


def test_no_error_is_raised_with_a_sentence_of_its_own() -> None:
    """A kind is a name, never words put together where the error is raised."""
    calls = [node for node in NODES if isinstance(node, ast.Call) and node.args
             and isinstance(node.func, ast.Name) and node.func.id in {*ERRORS, "Diagnostic"}]
    assert [ast.unparse(c) for c in calls if isinstance(c.args[0], ast.JoinedStr)
            and any(" " in str(getattr(v, "value", "")) for v in c.args[0].values)] == []


def test_what_stands_in_the_catalogue_is_said() -> None:
    constants = {node.value for node in NODES
                 if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    stems = {
        first.value for node in NODES if isinstance(node, ast.JoinedStr) and node.values
        and isinstance(first := node.values[0], ast.Constant) and str(first.value).endswith("_")
    }
    named = {*KINDS, *FAULTS, *PHRASES}
    unsaid = {name for name in named - constants if not any(name.startswith(s) for s in stems)}
    assert unsaid == set()


def test_every_rule_of_the_preflight_has_its_words_and_no_other() -> None:
    assert {*PDF_RULES, *PRESS_RULES, *EPUB_RULES} == set(RULES)
    for code, rule in RULES.items():
        assert places(rule.demands.en) == set(TARGETS.get(code, {})), code
        assert not places(rule.name.en), code
        assert places(rule.todo.en) <= set(TARGETS.get(code, {})), code


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_docs_print_the_catalogue(name: str) -> None:
    """`python -m bench.messages` writes them anew."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()


def test_no_kind_and_no_error_is_left_out_of_the_docs() -> None:
    page = PAGES["messages.md"]()
    assert [name for name in (*KINDS, *FAULTS) if f"| `{name}` |" not in page] == []


def test_the_docs_a_kind_points_to_are_there() -> None:
    for name, kind in KINDS.items():
        page, _, anchor = kind.doc.partition("#")
        if kind.doc:
            text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
            heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
            assert not anchor or anchor in slugs, f"{name}: {kind.doc}"


def test_every_table_a_message_names_is_one_of_the_sidecar() -> None:
    known = {*TABLES, "answers", "glossary"}
    for name, text in TEXTS.items():
        for said in (text.hans, text.hant, text.en):
            assert set(re.findall(r"\[\[(\w+)\]\]", said)) <= known, name


def test_help_tells_every_exit_code() -> None:
    codes = {one.exit_code for one in vars(errors).values()
             if isinstance(one, type) and issubclass(one, errors.EditionError)}
    text = PHRASES["help_examples"]
    for said in (text.hans, text.hant, text.en):
        told = re.split("exit codes: |退出码：|結束代碼：", said)[1]
        assert codes <= {int(code) for code in re.findall(r"(?<![\w.])\d+", told)}
