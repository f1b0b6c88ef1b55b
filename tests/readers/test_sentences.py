"""What copy, sidecars and readers say stands in the catalogue, whole in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from edition.messages.catalogue import FAULTS, KINDS, PHRASES
from edition.messages.sentences import of_copy, of_readers, of_sidecar
from edition.messages.texts import LANGS, Text
from edition.model import Imprint
from edition.readers import read_bytes
from edition.sidecar.parse import parse_sidecar

PACKAGE = Path(__file__).resolve().parent.parent.parent / "edition"
ROOMS = ("copy", "sidecar", "readers/pasted")
FILES = sorted(f for room in ROOMS for f in (PACKAGE / room).glob("*.py"))
FILES += sorted((PACKAGE / "readers").glob("*.py"))
CALLED = {
    "Diagnostic": KINDS, "ask": KINDS, "ask_of_page": KINDS, "_say": KINDS, "_dropped": KINDS,
    "UnreadableInput": FAULTS, "WrongUse": FAULTS, "wrong": FAULTS, "_wrong": FAULTS,
    "_bounded": FAULTS, "Phrase": PHRASES,
}
CONSTANT = re.compile("[a-z][a-z_]+")
NAMES = re.compile(
    r"\bedition [a-z]+|--\w+|\[\[\w+\]\]|[\w/]+\.(?:md|toml)|[“「]\w+[”」]|\{[^}]*\}"
)
"""Names that stand in Chinese as they are: commands, options, keys, files, words of the sidecar."""
WORD = re.compile(r"\b[a-z]{3,}\b")
KEPT = {
    "do", "mailto", "http", "https", "true", "false", "toml", "line", "text", "sections",
    "headline", "crosshead", "paragraph", "kicker", "deck", "split", "keep", "replace",
    "furniture", "edition", "pdf", "down", "revision",
}


def test_every_kind_that_is_named_stands_in_the_catalogue() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for found in node.args:
                if name in CALLED and isinstance(found, ast.Constant) and isinstance(
                    found.value, str
                ) and CONSTANT.fullmatch(found.value) and "_" in found.value:
                    assert found.value in CALLED[name] or found is not node.args[0], (
                        path, found.value
                    )


def texts() -> Iterator[tuple[str, Text]]:
    for room in (of_copy, of_readers, of_sidecar):
        for name, kind in room.KINDS.items():
            yield name, kind.says
            if kind.todo:
                yield name, kind.todo
        for name, fault in room.FAULTS.items():
            yield from ((name, text) for text in (fault.what, fault.why, fault.todo) if text)
        yield from room.PHRASES.items()


@pytest.mark.parametrize(("name", "text"), list(texts()), ids=lambda value: str(value)[:20])
def test_a_sentence_has_the_same_places_in_every_language(name: str, text: Text) -> None:
    places = [
        {place for _, place, _, _ in Formatter().parse(text.pattern(lang)) if place}
        for lang in LANGS
    ]
    assert places[0] == places[1]
    assert places[0] - places[2] in (set(), {"place"}) and places[2] - places[0] <= {
        "said", "were"
    }
    for chinese in (text.hans, text.hant):
        assert set(WORD.findall(NAMES.sub("", chinese))) <= KEPT
    assert "“" not in re.sub("“\\w+”", "", text.hant.replace("“……”", ""))


def test_a_remark_reads_as_a_sentence_in_every_language() -> None:
    (found,) = [d for d in read_bytes("路\x00通了。\x00\n".encode(), "a.txt").diagnostics
                if d.kind == "nul_removed"]
    assert found.told("en") == "2 NUL characters were removed, the first in line 1."
    assert found.told("zh-Hans") == "删去了 2 个空字符（NUL），第一个在第 1 行。"
    assert found.told("zh-Hant") == "刪去了 2 個空字元（NUL），第一個在第 1 行。"
    (one,) = [d for d in read_bytes("路\x00通了。\n".encode(), "a.txt").diagnostics
              if d.kind == "nul_removed"]
    assert one.message == "1 NUL character was removed, the first in line 1."


def test_every_entry_of_the_imprint_is_a_key_of_the_sidecar() -> None:
    written = {"editors": '[[editors]]\nrole = "责编"\nname = "王"',
               "extra": '[[extra]]\nlabel = "刊号"\ntext = "1"', "date": "date = 2023-11-14",
               "revision": "revision = 2"}
    for entry in fields(Imprint):
        data = written.get(entry.name, f'{entry.name} = "山城"').encode()
        assert getattr(parse_sidecar(data, "a.toml").imprint, entry.name)
