"""Papers in Latin letters are judged by the rules that hold for them, and only by those."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import edition
from checks.made_up import finding
from edition.checks import Report, check_data
from edition.checks.given_copy import copy_of
from edition.checks.report import lost
from edition.checks.rules.typography.type_rules import TYPE_RULES
from edition.checks.sight.beside_stories import is_sign
from edition.checks.sight.jump_lines import jump_lines
from edition.checks.sight.seen_lines import SeenLine, TextFrame
from edition.checks.sight.sheet import Glyph
from edition.checks.sight.tongues import language_of, tongue
from edition.checks.sight.type_lines import type_lines
from edition.model import Edition, Imprint, Paragraph, Run, Section, Story
from edition.storyjson.write import stories_json

LETTERS = Path(__file__).parents[2] / "layouts" / "examples" / "letters"
SENTENCES = {
    "en": ("“We had not expected so many,” said Margaret Ellis, who keeps the charts.",
           "They cost €2.40 to see (children €1.20), and the doors stay closed — for now.",
           "Nobody in the neighbourhood seems to mind the reconstruction."),
    "de": ("„So viele hatten wir nicht erwartet“, sagte Margarete Ellis, die sie betreut.",
           "Die Seekarten kosten 2,40 € Eintritt (Kinder 1,20 €); zu bleibt es – vorerst.",
           "Niemanden in der Nachbarschaft scheint die Wiederherstellung zu stören."),
    "fr": ("« Nous n’en attendions pas autant », dit Marguerite Ellis, qui les garde.",
           "Les cartes se visitent pour 2,40 € (enfants 1,20 €) ; la salle reste ouverte.",
           "Personne dans le quartier ne semble se plaindre de la reconstruction !"),
}


def newsletter(tag: str) -> Edition:
    one, two, three = SENTENCES[tag]
    stories = tuple(
        Story(f"s{n:02d}", f"{three.rstrip(' .!')} ({n})", tuple(
            Paragraph((Run(f"{n}.{at} {one} {two} {three} " * (2 + (at + n) % 2)),),
                      id=f"s{n:02d}b{at:02d}")
            for at in range(1, long)
        )) for n, long in ((1, 24), (2, 5), (3, 4))
    )
    return Edition("n", (Section(None, stories, id="sec1"),), tag, Imprint(
        paper="The Harbour Letter", date=date(2026, 12, 1), issue="12", page="1",
    ))


@pytest.fixture(scope="module", params=SENTENCES)
def reports(request: pytest.FixtureRequest) -> tuple[Report, Report]:
    """With the copy and without; the paper has a jump and, in its index, long heads."""
    paper = newsletter(request.param)
    built = edition.to_pdf(paper, LETTERS)
    assert built.score is not None and dict(built.score.terms)["jumps"] > 0
    copy = stories_json(paper, ())
    return check_data(built.data, copy), check_data(built.data)


def test_a_sound_newsletter_in_latin_letters_is_found_sound(
    reports: tuple[Report, Report],
) -> None:
    for report in reports:
        assert report.passed, [f.id for f in report.findings if f.level == "must" and not f.passed]
        dear = {f.id for f in report.findings if lost(f) > 5}
        assert dear <= {"S1", "S2", "S3", "S19"}, "the last page is short, the long story is grey"


def test_rules_of_han_copy_say_that_they_do_not_hold(reports: tuple[Report, Report]) -> None:
    for code in ("LB6", "PW1", "PW2", "PW3", "JU1", "JU5", "JU6", "PA1", "GR1"):
        found = finding(reports[0], code)
        assert found.unmeasured is not None and found.of == 0
        assert "Latin letters" in found.rule
    for code in ("TX1", "H1", "H2", "H3", "H4", "H6", "LB1", "LB2", "LB5", "JU2", "PA2", "GR2"):
        assert finding(reports[0], code).of > 0
    assert finding(reports[0], "H5").of >= 4, "both jump lines are seen"


# -- lines set by hand ----------------------------------------------------------------------------

EM, PITCH = 10.0, 15.0


def line(text: str, row: int, left: float = 0.0) -> SeenLine:
    """Letters half an em wide; a space is left out and leaves its white."""
    y = 700 - row * PITCH
    glyphs = [Glyph(char, left + 5.0 * n, y, EM, "f", left + 5.0 * n, left + 5.0 * n + 5, y, y + 7)
              for n, char in enumerate(text)]
    return SeenLine(1, tuple(g for g in glyphs if g.char != " "))


def broken(code: str, *rows: str | SeenLine, language: str = "en", copy: str = "") -> list[bool]:
    found = tuple(row if isinstance(row, SeenLine) else line(row, n) for n, row in enumerate(rows))
    frame = TextFrame(1, 0.0, 10, EM, found)
    return [case[0] for case in TYPE_RULES[code].cases(
        type_lines([frame], PITCH, copy=copy, language=language))]


@pytest.mark.parametrize(("language", "head", "found"), [
    ("en", "”said she", True), ("en", "“No”", False), ("de", "“, sagte", True),
    ("fr", "» dit", True),
    ("de", "» Nein «", False), ("en", ", and", True), ("en", ") and", True), ("fr", "; elle", True),
    ("en", "— for now", False), ("de", "– vorerst", False), ("en", "word", False),
])
def test_lb1_what_opens_a_latin_line(language: str, head: str, found: bool) -> None:
    assert broken("LB1", "some words", head, "more", language=language)[1] is found


@pytest.mark.parametrize(("language", "end", "found"), [
    ("en", "said “", True), ("de", "sagte „", True), ("de", "viele“", False), ("fr", "dit «", True),
    ("en", "see (", True), ("en", "see )", False), ("de", "viele «", False), ("en", "word", False),
])
def test_lb2_what_ends_a_latin_line(language: str, end: str, found: bool) -> None:
    assert broken("LB2", end, "more words", language=language)[0] is found


@pytest.mark.parametrize(("end", "head", "copy", "found"), [
    ("costs 2,40", "€ a day", "", True), ("costs €", "2.40 a day", "", True),
    ("costs 2,40 €", "1998 was", "", False), ("in 2024", "£200 was", "", False),
    ("about 35", "% of all", "", True), ("page 10", "12 rooms", "page 10 12 rooms", False),
    ("some 12", "50 came", "some 1250 came", True),
    ("went in", "to town", "went in to town, into it", False),
    ("went in", "to it", "into it", True),
])
def test_lb5_a_number_keeps_its_sign_and_two_words_are_two(
    end: str, head: str, copy: str, found: bool
) -> None:
    assert broken("LB5", end, head, copy=copy) == [found]


def test_ju2_latin_lines_reach_the_left_edge_only() -> None:
    assert broken("JU2", "short", "a longer line", "the end") == [False, False]
    askew = line("askew by two tenths", 1, 2.0)
    assert broken("JU2", "short", askew, "the end") == [False, True]


def test_pa2_a_runt_is_two_letters_not_marks() -> None:
    assert broken("PA2", "some words", "so.") == [False]
    assert broken("PA2", "some words", "a.”") == [True]


def test_a_leg_is_latin_by_its_letters_unless_the_paper_is_chinese() -> None:
    def of(*rows: str, language: str) -> str:
        return tongue(TextFrame(1, 0, 10, EM, tuple(map(line, rows, range(9)))), language)

    assert of("some words 12", language="de-AT") == "de"
    assert of("some words 12", language="") == "und"
    assert of("some words 12", language="zh-Hans") == ""
    assert of("汉字的一行", language="en-US") == "", "a desktop program leaves its own tag"
    assert of("12 35 2026", language="en") == "", "figures are no letters"
    assert of("some words of 汉字", language="en") == "en"


def test_the_copy_corrects_the_language_of_the_file() -> None:
    assert language_of("en-US", "de") == "de" and language_of("", "fr") == "fr"
    assert language_of("zh-Hant", "zh-Hans") == "zh-Hant" and language_of("de", "") == "de"
    given = copy_of({"language": "de", "sections": []})
    assert given.language == "de" and copy_of({"sections": []}).language == ""


def test_a_report_names_latin_words_with_their_spaces() -> None:
    assert line("Nobody seems to mind", 0).words == "Nobody seems to mind"
    assert line("汉字 汉字", 0).words == "汉字汉字"


@pytest.mark.parametrize(("text", "on"), [
    ("Continued on page 3", True), ("Fortsetzung von Seite B2", False),
    ("(Suite en page 12)", True),
    ("Suite de la page 1", False), ("Continued on page", None), ("See page 3", None),
])
def test_latin_jump_lines(text: str, on: bool | None) -> None:
    assert [jump.on for jump in jump_lines([line(text, 0)])] == ([] if on is None else [on])
    if on is not None:
        assert jump_lines([line(text, 0)])[0].label == text.rstrip(")").split()[-1]


def test_latin_signs_of_an_advertisement() -> None:
    told = [is_sign(line(text, 0)) for text in ("Anzeige", "Advertisement", "Publicité", "Ads")]
    assert told == [True, True, True, False]
