"""Copy in Latin letters: hyphenated in its language, ranged left, nothing lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from edition import build, pressroom
from edition.model import Edition, Imprint, Paragraph, Run, Section, Story
from edition.packs import shelf
from edition.trade.phrases import day, issue_title

LETTERS = Path(__file__).resolve().parents[2] / "layouts" / "examples" / "letters"
COPY = {
    "en": "“We had not expected so many,” said Margaret — internationally recognised and "
    "extraordinarily well-preserved charts, it’s said, cost €2.40 (children €1.20) … ",
    "de": "„So viele hatten wir nicht erwartet“, sagte Margarete – die außergewöhnlich gut "
    "erhaltene Sammlung der Nachbarschaftsvereine wird digitalisiert. ",
    "fr": "« Nous n’en attendions pas autant », dit Marguerite ; la bibliothèque, "
    "extraordinairement bien conservée, restera ouverte ! ",
}


AMOUNTS = " ".join(f"Die Karten {'x' * n} kosten 2,40 € (Kinder 1,20 €)." for n in range(1, 16))


def paper(tag: str, copy: str = "") -> Edition:
    story = Story("s01", "Harbour school opens its library", (
        Paragraph((Run(copy or COPY[tag] * 5),), id="s01b01"),
    ))
    return Edition("n", (Section(None, (story,), id="sec1"),), tag, Imprint(
        paper="The Harbour Letter", date=date(2026, 12, 1), issue="12", page="1",
    ))


def lines(tag: str, copy: str = "") -> list[tuple[str, float, float]]:
    desk = pressroom.compose(paper(tag, copy), shelf.layout(LETTERS))
    (story,) = paper(tag, copy).stories
    galley = desk.galley(story, 16.0)
    return [(line.text, line.width, line.extra) for slug in galley.slugs for line in slug.lines]


@pytest.mark.parametrize("tag", COPY)
def test_every_character_is_set_and_no_line_gapes(tag: str) -> None:
    found = lines(tag)
    whole = "".join(text for text, _, _ in found)
    assert whole.replace(" ", "") == (COPY[tag] * 5).replace(" ", "")
    assert all(width <= 16.0 + 1e-6 and extra == 0 for _, width, extra in found)
    assert sum(width for _, width, _ in found[:-1]) / len(found[:-1]) > 13


def test_words_are_parted_by_the_rules_of_their_language() -> None:
    english = pressroom.compose(paper("en"), shelf.layout(LETTERS))
    german = pressroom.compose(paper("de"), shelf.layout(LETTERS))
    word = (Run("Nachbarschaftsvereine"),)
    parts = [[u.text for u in d._typesetter.prepare(word, "song").units] for d in (english, german)]
    assert parts[1] == ["Nach", "bar", "schafts", "ver", "ei", "ne"] or parts[0] != parts[1]
    assert "".join(parts[1]) == word[0].text


@pytest.mark.parametrize("tag", COPY)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(tag: str) -> None:
    for text, _, _ in lines(tag):
        assert text.lstrip()[0] not in "»”,.;:!?)" and text.rstrip()[-1] not in "«„("


@pytest.mark.parametrize(
    ("tag", "told", "issue", "title"),
    [("en", "Tuesday, 1 December 2026", "No. 12", "1 December 2026"),
     ("de", "Dienstag, 1. Dezember 2026", "Nr. 12", "1. Dezember 2026"),
     ("fr", "mardi 1er décembre 2026", "N° 12", "1er décembre 2026")],
)
def test_the_furniture_speaks_the_language(tag: str, told: str, issue: str, title: str) -> None:
    assert day(date(2026, 12, 1), tag) == told
    assert title in issue_title(paper(tag)) and issue in issue_title(paper(tag))
    built = build.to_pdf(paper(tag), LETTERS)
    text = pdfium.PdfDocument(built.data)[0].get_textpage().get_text_range()
    assert told in text and issue in text
    assert {d.kind for d in built.diagnostics} <= {"copy_short"}
    assert build.to_epub(paper(tag), built.pages, pack=LETTERS).data


def test_an_amount_keeps_its_currency_sign() -> None:
    for tag in ("de", "fr"):
        assert not any(text.lstrip().startswith("€") for text, _, _ in lines(tag, AMOUNTS))
