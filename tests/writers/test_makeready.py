"""The engine made ready: it draws what the library draws, and what was compiled before is right."""

from __future__ import annotations

from bench import bindings
from edition.writers import pangoabi


def test_the_declarations_are_those_of_the_engine() -> None:
    assert pangoabi.FILE.read_text(encoding="utf-8") == bindings.written(), \
        "python -m bench bindings"


def test_other_declarations_are_read() -> None:
    assert pangoabi.compiled("int abs(int);") is None
