"""Why a line was read so: features in words, the next best reading, steps, what decided."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

import edition
from edition.cli import main
from edition.errors import WrongUse
from edition.messages.telling import phrase
from edition.messages.texts import LANGS, Phrase, Value
from edition.readers.labelling.featurewords import feature_words
from edition.readers.labelling.surroundings import LabelLine, features

SEED = next((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))


def every_phrase(said: Phrase) -> list[Phrase]:
    found, values = [said], list(said.values.values())
    while values:
        value: Value = values.pop()
        if isinstance(value, tuple):
            values += value
        elif isinstance(value, Phrase):
            found += every_phrase(value)
    return found


def known_features() -> list[str]:
    table = files("edition.readers.labelling").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t")[0] for row in table.splitlines()]
    return [name for name in rows if name and name[0] not in "#>"]


def test_every_feature_with_a_weight_is_told_in_words() -> None:
    rows = (row.strip() for row in SEED.read_text("utf-8").split("\n"))
    lines = [LabelLine(row, manner="after") for row in rows if row]
    names = {*known_features(), *(name for of_line in features(lines) for name in of_line)}
    assert len(names) > 1000
    for name in sorted(names):
        said = feature_words(name)
        assert "feature_other" not in [part.key for part in every_phrase(said)], name
        for lang in LANGS:
            words = phrase(said.key, lang, said.values)
            assert "{" not in words and words, name
    assert feature_words("moon=full").key == "feature_other"


PAGE = """\
山城新闻

山里的新路

本报讯 清早的雾还没有散，村口已经站满了人，大家都在等第一辆班车开进山来，路边摆了三张桌子。

新路有十二公里长，翻过两道山梁，把六个村子同镇上的集市连在了一起，运菜的车再不用绕过河谷。

（方晴）

（下转第三版）
"""


def why(line: int, sidecar: str = "", page: str = PAGE) -> edition.LineReading:
    source = edition.Source("page.txt", page.encode(), sidecar.encode())
    (found,) = edition.explain(source, line)
    return found


def test_a_headline_is_weighed_against_the_next_best() -> None:
    found = why(3)
    assert (found.part, found.decided, found.lines) == ("headline", None, (3,))
    assert found.chance > found.other_chance and found.part != found.other
    assert 0 < len(found.speaking_for) <= 8 and 0 < len(found.speaking_against) <= 8
    for grounds in (found.speaking_for, found.speaking_against):
        sizes = [abs(ground.weight) for ground in grounds]
        assert sizes == sorted(sizes, reverse=True)
    assert all(ground.weight > 0 for ground in found.speaking_for)
    assert all(ground.weight < 0 for ground in found.speaking_against)


def test_the_weights_told_are_those_of_the_table_and_lose_nothing() -> None:
    from edition.readers.labelling.states import STATES
    from edition.readers.labelling.weighttable import weights

    found, known = why(3), weights()
    states = {state.name: at for at, state in enumerate(STATES)}
    head, other = states["HEADLINE"], states[found.other.upper()]
    for ground in (*found.speaking_for, *found.speaking_against):
        row = known.features[ground.feature]
        assert ground.weight == pytest.approx(known.sharpness * (row[head] - row[other]))


def test_neighbours_stand_beside_it_and_the_grammar_says_never() -> None:
    found = why(3)
    assert found.above and found.below
    assert (found.above.line, found.below.line, found.below.part) == (1, 5, "paragraph")
    assert found.below.weight is not None
    (top, foot) = (why(1).above, why(11).below)
    assert top and foot and top.line is foot.line is None


def test_an_answer_decides_and_the_next_best_is_what_was_weighed() -> None:
    free = why(3)
    told = why(3, '[[answers]]\nline = 3\ntext = "山里"\ndo = "crosshead"\n')
    assert told.part == "crosshead" and told.chance == pytest.approx(1.0)
    assert told.decided is not None and told.decided.key == "decided_answer"
    assert (told.other, told.other_chance) == (free.part, pytest.approx(free.chance))


def test_signs_sections_and_imprint_decide() -> None:
    jump = why(11)
    assert jump.part == "jump" and jump.decided is not None
    assert jump.decided.key == "decided_sign"
    section = why(1, 'sections = ["山城新闻"]')
    assert section.part == "section" and section.decided is not None
    assert section.decided.key == "decided_section"
    paper = why(1, 'paper = "山城新闻"')
    assert paper.part == "furniture" and paper.decided is not None
    assert paper.decided.key == "decided_imprint"


def test_a_line_inside_a_joined_paragraph_is_told_with_the_whole() -> None:
    width = 20
    body = 5 * ("清早的雾还没有散，村口已经站满了人，大家都在等第一辆班车开进山来，"
                "路边摆了三张桌子。")
    rows = [body[at : at + width] for at in range(0, len(body), width)]
    found = why(5, page="\n".join(["山里的新路", *rows, ""]))
    assert len(found.lines) > 1 and 5 in found.lines
    assert found.part == "paragraph" and found.line == 5


def test_what_a_mail_brought_along_is_told_as_set_aside() -> None:
    head = "From: a@b.cn\nTo: c@d.cn\nSubject: 稿件\nDate: Mon, 2 Nov 2026 08:00:00 +0800\n\n"
    found = why(1, 'copied_from = "mail"', head + PAGE)
    assert found.part == "furniture" and found.decided is not None
    assert found.decided.key == "decided_origin"


@pytest.mark.parametrize(("line", "kind"), [
    (0, "explain_no_line"), (99, "explain_no_line"), (2, "explain_blank"),
])
def test_a_line_that_is_not_there_is_one_clear_error(line: int, kind: str) -> None:
    with pytest.raises(WrongUse) as fault:
        why(line)
    assert fault.value.kind == kind


def test_other_copy_and_several_files_are_one_error(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as fault:
        edition.explain(edition.Source("page.md", b"# a\n\nb\n"), 1)
    assert fault.value.kind == "explain_no_lines"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    with pytest.raises(WrongUse) as fault:
        edition.explain(tmp_path, 1)
    assert fault.value.kind == "explain_several"


def test_the_sandbox_tells_the_same() -> None:
    source = edition.Source("page.txt", PAGE.encode())
    assert edition.explain(source, 3, 5, sandbox=edition.Limits()) == edition.explain(source, 3, 5)


@pytest.mark.parametrize("lang", LANGS)
def test_the_command_tells_it(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    asked = ["stories", str(page), "--explain", "3", "--explain", "11", "--lang", lang]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "山里的新路" in said and "（下转第三版）" in said and "{" not in said
    assert main([*asked, "--json"]) == 0
    one, two = json.loads(capsys.readouterr().out)
    assert one["part"] == "headline" and one["decided"] is None and one["for"][0]["feature"]
    assert two["part"] == "jump" and two["decided"]
    assert main(["stories", str(page), "--explain", "x", "--lang", lang]) == 2
    assert "x" in capsys.readouterr().err
