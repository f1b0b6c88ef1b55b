"""Golden files: what the program makes of given copy is what it made before.

`python -m pytest tests/test_goldens.py --update-goldens` writes them anew; read the difference
before it is committed. The seed and some pages run always, the others under the mark `check`.
"""

from __future__ import annotations

import difflib
import json
import subprocess
import sys

import pytest

from golden_files import GOLDENS, PACKS, ROOT, SEED, Subject, made, stories_lines, subjects

SUBJECTS = subjects()
SHOWN = 60
"""lines of a difference that are shown"""


def _marked(subject: Subject) -> object:
    marks = () if subject.quick else (pytest.mark.check,)
    return pytest.param(subject, id=subject.name, marks=marks)


@pytest.mark.parametrize("subject", [_marked(subject) for subject in SUBJECTS])
def test_all_is_as_it_was(subject: Subject, update_goldens: bool) -> None:
    changed = []
    for name, text in made(subject):
        path = GOLDENS / name
        if update_goldens:
            path.write_text(text, encoding="utf-8")
        changed.extend(_difference(name, text))
    if changed:
        shown = "\n".join(changed[:SHOWN])
        pytest.fail(f"{subject.name}: {len(changed)} lines differ\n{shown}", pytrace=False)


def _difference(name: str, text: str) -> list[str]:
    path = GOLDENS / name
    held = path.read_text(encoding="utf-8") if path.exists() else ""
    if held == text:
        return []
    return list(difflib.unified_diff(
        held.split("\n"), text.split("\n"), f"held/{name}", f"made/{name}", n=1, lineterm=""
    ))


def test_the_command_line_says_what_the_golden_holds() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "edition", "stories", str(SEED), "--json"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    )
    found = json.loads(done.stdout)
    held = (GOLDENS / "seed.read.txt").read_text(encoding="utf-8").splitlines()
    queries = held.index("=== queries")
    assert list(stories_lines(found)) == held[1:queries]
    said = [{k: v for k, v in q.items() if k != "message" and v is not None}
            for q in found["queries"]]
    assert said == [q for q in map(json.loads, held[queries + 1:]) if "line" in q]


def test_no_golden_is_left_over() -> None:
    drawn = {pack: {f"{pack}.plan", f"{pack}.drawn"} for pack in PACKS}
    kinds = {s.name: {"read", "book"}.union(*map(drawn.get, s.packs)) for s in SUBJECTS}
    names = {f"{name}.{kind}.txt" for name, held in kinds.items() for kind in held}
    assert {path.name for path in GOLDENS.iterdir()} == names
