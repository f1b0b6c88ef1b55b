"""The table of threats in docs/trust.md names tests that exist, and every kind of threat."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
ROWS = [
    line for line in DOCS.partition("## Threats")[2].partition("\n## ")[0].splitlines()
    if line.startswith("| ") and not line.startswith("| Threat ")
]
TESTS = {
    name for file in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
}
KINDS = (
    "Copy", "Pictures", "Packs", "Themes", "templates", "Fonts", "File names", "Sidecars", "JSON",
    "Archives", "zip bombs", "XML", "Links", "Network", "Time", "Memory",
)


@pytest.mark.parametrize("row", ROWS)
def test_every_threat_has_a_test(row: str) -> None:
    _, threat, defence, named, _ = (part.strip() for part in row.split("|"))
    names = re.findall(r"`(test_\w+)`", named)
    assert threat and defence and names
    assert set(names) <= TESTS, set(names) - TESTS


def test_every_kind_of_threat_has_a_row() -> None:
    assert len(ROWS) >= 30
    assert [kind for kind in KINDS if not any(kind in row.split("|")[1] for row in ROWS)] == []


def test_every_test_the_page_names_exists() -> None:
    assert set(re.findall(r"`(test_\w+)`", DOCS)) <= TESTS
