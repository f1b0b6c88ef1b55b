"""Lines made of the imprint in the words of the edition's region: name, date, title, folio."""

from __future__ import annotations

from datetime import date

from edition.model import Edition
from edition.trade.issuenumbers import issue_printed
from edition.trade.latin_words import DATES
from edition.trade.printed_words import PrintedWords
from edition.trade.regions import region_of

WEEKDAYS = "一二三四五六日"


def words(tag: str) -> PrintedWords:
    """The printed words for language `tag`. Raises WrongUse for an unknown tag."""
    return region_of(tag).words


def day(when: date, tag: str = "zh-Hans") -> str:
    """The date as a newspaper prints it: `2023年11月14日 星期二`, `Tuesday, 14 November 2023`."""
    if tag in DATES:
        return DATES[tag].long(when)
    return f"{when.year}年{when.month}月{when.day}日 星期{WEEKDAYS[when.weekday()]}"


def short_day(when: date, tag: str) -> str:
    """The date without its weekday."""
    return DATES[tag].short(when) if tag in DATES else day(when).split(" ")[0]


def paper_name(edition: Edition) -> str:
    """Name of the newspaper, else its page title, else the first headline, else the file name."""
    imprint = edition.imprint
    first = next((story.headline for story in edition.stories if story.headline), None)
    return imprint.paper or imprint.page_title or first or edition.name


def issue_title(edition: Edition) -> str:
    """Title of this very issue, as a library shows it: paper, date, issue number, and the page
    where it is of one."""
    imprint, say = edition.imprint, words(edition.language)
    return " ".join(
        part
        for part in (
            paper_name(edition),
            short_day(imprint.date, edition.language) if imprint.date else "",
            issue_printed(imprint.issue, say.issue),
            say.page.format(imprint.page) if imprint.page and _is_of_one_page(edition) else "",
        )
        if part
    )


def _is_of_one_page(edition: Edition) -> bool:
    """False for an edition known to be of several: by its copy, or by what the editor asks."""
    stories = list(edition.stories)
    asked = edition.planning.pages or max((story.page or 1 for story in stories), default=1)
    return asked == 1 and len({story.printed_on for story in stories}) <= 1


def folio(edition: Edition, label: str | None = None) -> tuple[str, ...]:
    """The parts of the folio line: paper, day, issue, page label, page title; only what is given.

    `label` is the printed page of a story when it is known better than from the imprint.
    """
    imprint, say = edition.imprint, words(edition.language)
    page = label or (imprint.page if _is_of_one_page(edition) else None)
    parts = (
        imprint.paper,
        day(imprint.date, edition.language) if imprint.date else None,
        issue_printed(imprint.issue, say.issue),
        say.page.format(page) if page else None,
        imprint.page_title if label in (None, imprint.page) else None,
    )
    return tuple(part for part in parts if part)
