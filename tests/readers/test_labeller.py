"""The labeller: a grammar, a lattice held against brute force, and lines that are certain."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from bench.train.corpus import invented
from edition.readers.labelling.labeller import label
from edition.readers.labelling.lattice import Lattice
from edition.readers.labelling.states import STATES, LineState, may_end, may_follow
from edition.readers.labelling.surroundings import LabelLine, features
from edition.readers.labelling.weighttable import FORBIDDEN, read_weights, score, weights
from edition.readers.pasted.copylines import page_lines
from edition.readers.pasted.firmlines import labelled
from edition.readers.pasted.formsigns import signs

S = LineState
COPY = "昨天上午，石湾村的渡槽修好了，三百亩旱地重新浇上了水，村里的老人都来看。"
PAGE = tuple(LabelLine(text, gap) for text, gap in (
    ("渡槽修好了", 0), (COPY, 1), ("（方远）", 1), ("夜班公交进了新区", 2), (COPY, 1),
    ("本报记者 林向晴", 1),
))


# --- grammar

@pytest.mark.parametrize(("above", "below", "may"), [
    (S.HEADLINE, S.HEADLINE_MORE, True), (S.PARAGRAPH, S.HEADLINE_MORE, False),
    (S.CROSSHEAD, S.CROSSHEAD_MORE, True), (S.HEADLINE, S.CROSSHEAD_MORE, False),
    (S.HEADLINE, S.DECK, True), (S.PARAGRAPH, S.DECK, False), (S.FURNITURE, S.DECK, True),
    (S.KICKER, S.HEADLINE, True), (S.KICKER, S.PARAGRAPH, False), (S.KICKER, S.KICKER, True),
    (S.CROSSHEAD, S.HEADLINE, False), (S.CROSSHEAD, S.UNDER, True),
    (S.CROSSHEAD, S.PARAGRAPH, False), (S.HEADLINE, S.SECTION, False),
    (S.HEADLINE, S.BYLINE_UNDER, False), (S.HEADLINE, S.BYLINE_OVER, True),
    (S.OPENING, S.UNDER, False), (S.PARAGRAPH, S.HEADLINE, True),
])
def test_what_may_stand_under_what(above: LineState, below: LineState, may: bool) -> None:
    assert may_follow(above, below) is may


def test_nothing_that_stands_over_copy_ends_a_page() -> None:
    assert {state for state in S if not may_end(state)} == {
        S.KICKER, S.CROSSHEAD, S.CROSSHEAD_MORE, S.SECTION,
    }


def test_the_best_path_of_real_pages_keeps_the_grammar() -> None:
    for page in itertools.islice(invented(), 0, None, 9):
        lines, _ = page_lines("\n".join(line.text for line in page.lines), page.name)
        states = [found.state for found in labelled(lines, signs(lines), {})]
        assert all(may_follow(*two) for two in itertools.pairwise(states)), page.name


# --- lattice

@pytest.mark.parametrize("seed", range(12))
def test_best_path_and_chances_are_those_of_all_paths(seed: int) -> None:
    chance = np.random.default_rng(seed)
    lines, states = int(chance.integers(1, 6)), 4
    lattice = Lattice(
        chance.normal(0, 2, (lines, states)), chance.normal(0, 2, (states, states)),
        chance.normal(0, 2, states),
    )
    paths = list(itertools.product(range(states), repeat=lines))
    totals = np.array([
        sum(lattice.lines[at, state] for at, state in enumerate(path))
        + sum(lattice.steps[one, two] for one, two in itertools.pairwise(path))
        + lattice.last[path[-1]] for path in paths
    ])
    assert tuple(lattice.best()) == paths[int(totals.argmax())]
    share = np.exp(totals - totals.max())
    share /= share.sum()
    chances = np.zeros((lines, states))
    for path, part in zip(paths, share, strict=True):
        for at, state in enumerate(path):
            chances[at, state] += part
    assert np.allclose(lattice.chances(), chances)


# --- labels

def test_an_empty_page_has_no_labels_and_one_line_has_one() -> None:
    assert label(()) == []
    (found,) = label((LabelLine("渡槽修好了"),))
    assert 0 < found.chance <= 1 and found.other is not found.state


def test_the_same_page_has_the_same_labels() -> None:
    assert label(PAGE) == label(PAGE)


def test_chances_are_shares_and_the_other_state_is_less_likely_or_kept_out_by_the_path() -> None:
    for found in label(PAGE):
        assert 0 <= found.other_chance <= 1 and 0 <= found.chance <= 1
        assert found.chance + found.other_chance <= 1 + 1e-9


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("at", range(len(PAGE)))
def test_what_is_settled_is_never_overruled(at: int, state: LineState) -> None:
    assert label(PAGE, {at: frozenset({state})})[at].state is state


@pytest.mark.parametrize(("rows", "at", "states"), [
    (("渡槽修好了", COPY, "（下转第三版）"), 2, "J"),
    (("渡槽修好了", COPY, "图为渡槽放水。"), 2, "CR"),
    (("渡槽修好了", "——石湾村三年修渠记", COPY), 1, "D"),
    (("渡槽修好了", COPY, "本报记者 林向晴"), 2, "bB"),
    ((COPY, "夜班公交进了新区", f"本报讯 {COPY}"), 1, "HXKS"),
    (("关于冬季防火的通告", "清政发〔2023〕4号", COPY), 1, "D"),
    (("渡槽修好了", "本报讯", COPY), 1, "A"),
    (("渡槽修好了", "编者按", COPY, COPY), 2, "N"),
    (("渡槽修好了", COPY, "……", COPY), 2, "pPQ"),
])
def test_certain_signs_settle_a_line(rows: tuple[str, ...], at: int, states: str) -> None:
    lines, _ = page_lines("\n\n".join(rows), "a")
    assert labelled(lines, signs(lines), {})[at].state.value in states


def test_a_word_of_the_desk_inside_a_story_is_not_set_aside() -> None:
    rows = ("渡槽修好了", COPY, "编辑部的故事", COPY, "（方远）")
    lines, _ = page_lines("\n".join(rows), "a")
    assert labelled(lines, signs(lines), {})[2].state is not S.FURNITURE


# --- weights

def test_the_table_is_read_as_it_is_written() -> None:
    found = read_weights("# made by hand\n# sharpness 0.5\n>H\tp 1.25\nlen=4\tH 2.00\tX -1.50\n")
    assert found.sharpness == 0.5
    assert found.steps[STATES.index(S.HEADLINE), STATES.index(S.OPENING)] == 1.25
    assert found.steps[STATES.index(S.KICKER), STATES.index(S.PARAGRAPH)] == FORBIDDEN
    total = score(found, ("len=4", "len=4", "unheard-of"))
    assert total[STATES.index(S.HEADLINE)] == 4 and total[STATES.index(S.CROSSHEAD)] == -3


def test_the_packages_table_speaks_of_features_that_exist() -> None:
    seen = {name for page in itertools.islice(invented(), 0, None, 5)
            for names in features(PAGE + tuple(LabelLine(line.text) for line in page.lines))
            for name in names}
    assert len(seen & set(weights().features)) > 300


def test_pages_to_train_on_are_whole() -> None:
    folder = Path(__file__).resolve().parents[2] / "bench" / "train" / "pages"
    pages = list(invented())
    assert len(pages) == len(list(folder.glob("*.txt"))) > 100
    letters = {state.value for state in S} - set("bpQ") | {"+", "?"}
    assert {line.letter for page in pages for line in page.lines} <= letters
