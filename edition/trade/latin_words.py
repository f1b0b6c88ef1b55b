"""What a paper in Latin letters says of itself, and how it writes its dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from edition.trade.printed_words import PrintedWords


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language writes a date."""

    weekdays: tuple[str, ...]
    """Monday first"""
    months: tuple[str, ...]
    pattern: str
    """pattern of `{day}`, `{month}`, `{year}`"""
    whole: str
    """pattern of `{weekday}` and `{date}`"""
    first: str = "{}"
    """pattern of the first day of a month"""

    def short(self, when: date) -> str:
        """The date without its weekday."""
        number = self.first.format(when.day) if when.day == 1 else str(when.day)
        return self.pattern.format(day=number, month=self.months[when.month - 1], year=when.year)

    def long(self, when: date) -> str:
        """The date with its weekday."""
        return self.whole.format(weekday=self.weekdays[when.weekday()], date=self.short(when))


DATES: Mapping[str, DateWords] = MappingProxyType({
    "en": DateWords(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"),
        "{day} {month} {year}", "{weekday}, {date}",
    ),
    "de": DateWords(
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
         "Oktober", "November", "Dezember"),
        "{day}. {month} {year}", "{weekday}, {date}",
    ),
    "fr": DateWords(
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
         "octobre", "novembre", "décembre"),
        "{day} {month} {year}", "{weekday} {date}", "{}er",
    ),
})
"""By language tag."""

ENGLISH_WORDS = PrintedWords(
    contents="Contents", cover="Cover", text="Text", pages="Printed pages", landmarks="Guide",
    turning="Turn the page", before="Previous story", after="Next story", picture="Picture",
    advertisement="Advertisement", untitled="Untitled", colophon="Imprint", issue="No. {}",
    page="Page {}", jump_from="Continued from page {}", jump_on="Continued on page {}",
    index="Inside", briefs="In brief", series="Issue", publisher="Published by",
    length="{} words", original="Original", related="Related", sections="Sections",
    summary="This book is the electronic edition of a newspaper, arranged by section and story; "
    "headings have levels, reading follows the order of the paper, pictures have alternative "
    "text. It can be read aloud, and type and layout can be changed.",
    summary_pages="The pages of the printed paper are marked and can be looked up.",
)
GERMAN_WORDS = PrintedWords(
    contents="Inhalt", cover="Titelseite", text="Text", pages="Gedruckte Seiten",
    landmarks="Übersicht", turning="Blättern", before="Voriger Beitrag", after="Nächster Beitrag",
    picture="Bild", advertisement="Anzeige", untitled="Ohne Titel", colophon="Impressum",
    issue="Nr. {}", page="Seite {}", jump_from="Fortsetzung von Seite {}",
    jump_on="Fortsetzung auf Seite {}", index="In dieser Ausgabe", briefs="Kurz gemeldet",
    series="Ausgabe", publisher="Verlag", length="{} Wörter", original="Original",
    related="Zum Thema", sections="Ressorts",
    summary="Dieses Buch ist die elektronische Ausgabe einer Zeitung, geordnet nach Ressorts und "
    "Beiträgen; die Überschriften sind gestuft, die Lesefolge ist die der Zeitung, Bilder haben "
    "Alternativtexte. Es lässt sich vorlesen, Schrift und Satz lassen sich ändern.",
    summary_pages="Die Seiten der gedruckten Zeitung sind verzeichnet.",
)
FRENCH_WORDS = PrintedWords(
    contents="Sommaire", cover="Couverture", text="Texte", pages="Pages imprimées",
    landmarks="Repères", turning="Tourner la page", before="Article précédent",
    after="Article suivant", picture="Image", advertisement="Publicité", untitled="Sans titre",
    colophon="Mentions légales", issue="N° {}", page="Page {}", jump_from="Suite de la page {}",
    jump_on="Suite en page {}", index="À lire dans ce numéro", briefs="En bref",
    series="Numéro", publisher="Éditeur", length="{} mots", original="Article original",
    related="Sur le même sujet", sections="Rubriques",
    summary="Ce livre est l’édition électronique d’un journal, rangée par rubriques et par "
    "articles ; les titres sont hiérarchisés, la lecture suit l’ordre du journal, les images ont "
    "un texte de remplacement. Il peut être lu à voix haute ; corps et mise en page se règlent.",
    summary_pages="Les pages du journal imprimé sont repérées.",
)
