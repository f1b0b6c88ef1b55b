"""docs/api.md: every sample runs, every name of the window stands there, parameters are right."""

from __future__ import annotations

import dataclasses
import inspect
import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import edition

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
PARAMETERS = re.findall(r"`(read|explain|convert|merge|to_pdf|to_epub|alternatives|to_json"
                        r"|from_json|check|validate)\(([^`]*?)\)(?: ->[^`]*)?`", PAGE)


def test_every_sample_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "grey").save(out, "PNG")
    (tmp_path / "bridge.png").write_bytes(out.getvalue())
    monkeypatch.chdir(tmp_path)
    assert len(SAMPLES) >= 10
    names: dict[str, Any] = {}
    for number, sample in enumerate(SAMPLES, 1):
        exec(compile(sample, f"docs/api.md sample {number}", "exec"), names)
    assert (tmp_path / "daily.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "daily.epub").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", [n for n in dir(edition) if not n.startswith("__")])
def test_every_name_of_the_window_stands_on_the_page(name: str) -> None:
    assert re.search(rf"`[^`]*\b{name}\b[^`]*`", PAGE)


def test_parameters_are_written_as_they_are() -> None:
    assert {name for name, _ in PARAMETERS} >= {"read", "to_pdf", "to_epub", "to_json", "check"}
    for name, given in PARAMETERS:
        said = re.findall(r"\*?(\w+)(?:=[^,]*)?(?:, |$)", given)
        assert said == list(inspect.signature(getattr(edition, name)).parameters), name


CLASSES = re.findall(
    r"^\| `(\w+)` \| ((?:[^|]|(?<=\\)\|)*) \| [^|]* \|$",
    PAGE.partition("### The classes")[2].partition("\n## ")[0], re.MULTILINE,
)


@pytest.mark.parametrize(("name", "takes"), CLASSES)
def test_classes_take_what_the_table_says(name: str, takes: str) -> None:
    """Each name in the row is a field of the class, and those before the bar stand in order."""
    cls = getattr(edition, name)
    known = {field.name for field in dataclasses.fields(cls)}
    first, _, rest = takes.partition("\\|")
    said = [re.findall(r"`(\w+)`", part.partition(";")[0]) for part in (first, rest)]
    if "use `" not in takes:
        assert {*said[0], *said[1]} <= known
        given = list(inspect.signature(cls.of).parameters)
        if given[:1] == ["args"]:
            given = [field.name for field in dataclasses.fields(cls)]
        assert [name for name in given if name in said[0]] == said[0]
        assert next(name for name in given if name not in {"id", "lines"}) == said[0][0]


def test_the_table_has_every_class_of_the_model() -> None:
    model = {n for n in dir(edition) if inspect.isclass(found := getattr(edition, n))
             and found.__module__ in {
                 "edition.model", "edition.blocks", "edition.answering", "edition.planning",
             }
             and dataclasses.is_dataclass(found)}
    assert {name for name, _ in CLASSES} == model


def test_bounds_of_the_sandbox_are_those_on_the_page() -> None:
    assert "0.01 to 86,400 seconds and 256 to\n1,048,576 MB" in PAGE
    assert "`Limits(seconds=300, megabytes=4096)`" in PAGE
    for bounds in ((0.01, 256), (86_400, 1_048_576)):
        edition.Limits(*bounds)
    assert edition.Limits() == edition.Limits(300, 4096)


def test_exit_codes_are_those_of_the_errors() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (\d+) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 10
    for name, code in rows:
        assert getattr(edition, name).exit_code == int(code)
    errors = {n for n in dir(edition) if inspect.isclass(found := getattr(edition, n))
              and issubclass(found, edition.EditionError)} - {"EditionError"}
    assert errors == {name for name, _ in rows}


def test_limits_are_those_there_are() -> None:
    from edition.limits import LIMITS

    for value in (LIMITS.stories, LIMITS.edition_characters, LIMITS.story_characters,
                  LIMITS.paragraph_characters, LIMITS.cells, LIMITS.pictures):
        assert f"{value:,}" in PAGE
