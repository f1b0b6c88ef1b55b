"""The door of Jinja2: escaped always, strict always, sandboxed always."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.errors import WrongUse
from edition.render.environment import environment

ROOT = Path(__file__).resolve().parents[2]


def _render(folder: Path, template: str, /, **context: object) -> str:
    (folder / "t.j2").write_text(template, encoding="utf-8")
    return environment([folder]).render("t.j2", **context)


@pytest.mark.parametrize("text", ["a&b<c", "]]>", "<script>alert(1)</script>", "\"'"])
def test_every_value_is_escaped(tmp_path: Path, text: str) -> None:
    made = _render(tmp_path, "{{ text }}", text=text)
    assert "<" not in made and ">" not in made and '"' not in made
    assert made != text


def test_copy_is_never_a_template(tmp_path: Path) -> None:
    assert _render(tmp_path, "{{ text }}", text="{{7*7}}{% raw %}") == "{{7*7}}{% raw %}"


@pytest.mark.parametrize(
    "template",
    [
        "{{ missing }}",
        "{{ text.missing }}",
        "{% if %}",
        "{% include 'other.j2' %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ lipsum() }}",
        "{{ text / 0 }}",
        "{% set x = range(10000000) %}{{ x }}",
    ],
)
def test_what_a_template_may_not_do_is_wrong_use(tmp_path: Path, template: str) -> None:
    with pytest.raises(WrongUse) as caught:
        _render(tmp_path, template, text="x")
    assert caught.value.exit_code == 2
    assert "t.j2" in caught.value.message


def test_a_file_outside_the_roots_is_not_found(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    templates = environment([inner])
    for name in ("../secret.txt", str(tmp_path / "secret.txt"), "secret.txt"):
        with pytest.raises(WrongUse):
            templates.source(name)
        with pytest.raises(WrongUse):
            templates.render(name)


def test_the_first_folder_wins(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "t.css").write_text(name, encoding="utf-8")
    assert environment([tmp_path / "b", tmp_path / "a"]).source("t.css") == "b"


def test_nothing_marks_text_as_safe() -> None:
    """No filter, call or block that would let copy through as markup."""
    forbidden = re.compile(r"\|\s*safe\b|\bMarkup\(|autoescape\s+false")
    files = [*ROOT.glob("layouts/**/*"), *ROOT.glob("edition/**/*.py")]
    texts = [f for f in files if f.is_file() and f.suffix in {".j2", ".py", ".css", ".html"}]
    assert texts
    assert [f.name for f in texts if forbidden.search(f.read_text(encoding="utf-8"))] == []
