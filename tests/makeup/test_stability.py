"""The same copy makes the same paper anywhere, and a small change stays on its page."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import proof_editions as proof
from edition.build import plan
from edition.model import Block, Edition, Paragraph, Run, Story, plain
from edition.packs import shelf

# One worker makes up the large edition for all its tests (--dist loadgroup).
pytestmark = pytest.mark.xdist_group("proof")

ROOT = Path(__file__).resolve().parent.parent.parent
DIGEST = """
import hashlib, proof_editions as proof
for name in ("short", "briefs", "one_picture"):
    print(name, hashlib.sha256(repr(proof.planned(name)).encode()).hexdigest())
"""


def test_the_order_of_hashes_changes_nothing() -> None:
    first, second = (_digests(number) for number in ("0", "1"))
    assert first.count("\n") == 3
    assert first == second


def _digests(hash_seed: str) -> str:
    """What a new interpreter makes of some proof editions, as digests."""
    surroundings = {
        **os.environ, "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
    }
    done = subprocess.run(
        [sys.executable, "-c", DIGEST], env=surroundings, cwd=ROOT, check=True,
        capture_output=True, text=True,
    )
    return done.stdout


@pytest.mark.parametrize(("name", "place"), [
    ("part", 2), pytest.param("big", 5, marks=pytest.mark.check),
])
def test_one_character_on_a_page_changes_no_other_page(name: str, place: int) -> None:
    edition, paper = proof.EDITIONS[name](), proof.planned(name)[0]
    chosen = paper.pages[place - 1].frames[-1].story
    changed = with_another_character(edition, chosen)
    after, _ = plan(changed, shelf.layout("broadsheet"))
    assert len(after.pages) == len(paper.pages)
    differing = [
        page.number for page, before in zip(after.pages, paper.pages, strict=True)
        if repr(page) != repr(before)
    ]
    assert differing == [place]


def with_another_character(edition: Edition, story: str) -> Edition:
    """The edition with one Han character more in the last paragraph of `story`."""
    return replace(edition, sections=tuple(
        replace(section, stories=tuple(
            _longer(one) if one.id == story else one for one in section.stories
        ))
        for section in edition.sections
    ))


def _longer(story: Story) -> Story:
    place = max(i for i, block in enumerate(story.body) if isinstance(block, Paragraph))
    return replace(story, body=(*story.body[:place], _one_more(story.body[place]),
                                *story.body[place + 1 :]))


def _one_more(block: Block) -> Paragraph:
    assert isinstance(block, Paragraph)
    text = plain(block.runs)
    return replace(block, runs=(Run(f"又{text}"),))
