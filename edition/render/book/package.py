"""What the package document says of the book: Dublin Core, series, accessibility.

EPUB 3.3 section 5.5 and EPUB Accessibility 1.1; every claim is derived from what the book
holds, none is a fixed list. Conformance is claimed only in the name of who answers for it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from edition.model import Edition, Imprint
from edition.trade.issuenumbers import issue_number
from edition.trade.phrases import issue_title, paper_name, words

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Time of an edition that has no date and was given none: the first a zip archive can hold."""

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One metadata element, in the order the package document lists them."""

    name: str
    """`dc:title` and the like, or `meta`."""
    value: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What the accessibility claims depend on."""

    page_marks: bool
    pictures_described: bool
    """True when every picture has an alternative text of its own or a caption."""
    readings: bool = False
    """True when characters have readings above them."""


def identifier(edition: Edition, form: str = "epub", direction: str = "ltr") -> str:
    """A `urn:uuid:` name of this issue in this language as `epub` or `pdf`; the same every time.

    It follows from paper, date, page label, language and direction, so that a corrected issue
    keeps its name. Without paper or date the digest of the copy (or the file name) stands in.
    """
    imprint = edition.imprint
    given = bool(imprint.paper and imprint.date)
    parts = (
        form,
        imprint.paper or "",
        imprint.date.isoformat() if imprint.date else "",
        imprint.page or "",
        edition.language,
        direction,
        "" if given else edition.digest or edition.name,
    )
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, chr(0x1F).join(parts))}"


def noon(when: date) -> datetime:
    """Noon UTC of a day, which no reader's time zone moves to another day."""
    return datetime.combine(when, time(12), tzinfo=UTC)


def changed_on(imprint: Imprint, page_marks: bool) -> datetime:
    """When the book was last changed: two seconds after noon UTC of the issue for each revision
    after the first, and one more with the printed pages marked.

    So the same copy gives the same time on every machine, and no two unlike books of one issue
    bear one identifier and one time.
    """
    first = noon(imprint.date) if imprint.date else EPOCH
    seconds = 2 * ((imprint.revision or 1) - 1) + int(page_marks)
    return first + timedelta(seconds=seconds)


def statements(edition: Edition, contents: Contents) -> tuple[Statement, ...]:
    """The metadata of the book, `dcterms:modified` apart."""
    return (
        *_dublin_core(edition, contents),
        *_series(edition),
        *_accessibility(edition, contents),
        *_conformance(edition, contents),
        Statement("meta", "", (("name", "cover"), ("content", "cover-image"))),
    )


def _property(name: str, value: str, refines: str = "", scheme: str = "") -> Statement:
    extra = [("refines", f"#{refines}")] if refines else []
    extra += [("scheme", scheme)] if scheme else []
    return Statement("meta", value, (("property", name), *extra))


def _dublin_core(edition: Edition, contents: Contents) -> list[Statement]:
    imprint = edition.imprint
    made = [
        Statement("dc:title", issue_title(edition), (("id", "title"),)),
        _property("title-type", "main", refines="title"),
    ]
    if imprint.paper:
        made += [
            Statement("dc:creator", imprint.paper, (("id", "creator"),)),
            _property("role", "edt", refines="creator", scheme="marc:relators"),
        ]
    publisher = imprint.publisher or imprint.paper
    if publisher:
        made.append(Statement("dc:publisher", publisher))
    if imprint.date:
        made += [
            Statement("dc:date", noon(imprint.date).strftime("%Y-%m-%dT%H:%M:%SZ")),
            _property("dcterms:issued", imprint.date.isoformat()),
            _property("schema:datePublished", imprint.date.isoformat()),
        ]
    made.append(Statement("dc:type", "newspaper"))
    if contents.page_marks:
        made.append(Statement("dc:source", identifier(edition, "pdf")))
    if imprint.rights:
        made.append(Statement("dc:rights", imprint.rights))
    if imprint.revision:
        made.append(_property("schema:version", str(imprint.revision)))
    return made


def _series(edition: Edition) -> list[Statement]:
    imprint = edition.imprint
    if not imprint.issue:
        return []
    number = issue_number(imprint.issue)
    place = [] if number is None else [_property("group-position", str(number), refines="series")]
    return [
        _property("schema:issueNumber", imprint.issue if number is None else str(number)),
        Statement(
            "meta",
            paper_name(edition),
            (("property", "belongs-to-collection"), ("id", "series")),
        ),
        _property("collection-type", "series", refines="series"),
        *place,
    ]


CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def _conformance(edition: Edition, contents: Contents) -> list[Statement]:
    """The claim of the certifier whom the publisher names, where every picture is described."""
    certifier = edition.imprint.certifier
    if not certifier or not contents.pictures_described:
        return []
    claim = (("property", "dcterms:conformsTo"), ("id", "conformance"))
    return [
        Statement("meta", CONFORMS, claim),
        _property("a11y:certifiedBy", certifier, refines="conformance"),
    ]


def _accessibility(edition: Edition, contents: Contents) -> list[Statement]:
    say = words(edition.language)
    features = [
        *(["alternativeText"] if contents.pictures_described else []),
        "displayTransformability",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
        "ARIA",
        *(["pageNavigation", "pageBreakMarkers"] if contents.page_marks else []),
        *(["rubyAnnotations"] if contents.readings else []),
        "unlocked",
    ]
    summary = say.summary + (say.summary_pages if contents.page_marks else "")
    return [
        _property("schema:accessMode", "textual"),
        _property("schema:accessMode", "visual"),
        *(
            [_property("schema:accessModeSufficient", "textual")]
            if contents.pictures_described
            else []
        ),
        *(_property("schema:accessibilityFeature", feature) for feature in features),
        _property("schema:accessibilityHazard", "none"),
        _property("schema:accessibilitySummary", summary),
        *(
            [_property("pageBreakSource", identifier(edition, "pdf"))]
            if contents.page_marks
            else []
        ),
    ]
