"""HTML of placed lines to a tagged, archival PDF.

The renderer sees the bytes it is handed and nothing else: no file, no network, no system font.
The result claims PDF/A-2a and PDF/UA-1 at once, or PDF/X-4 for a press. Same input, same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import pydyf

from edition.errors import CannotSet, Diagnostic
from edition.printed import PageCopy, PrintedPage
from edition.writers.fontroom import font_room
from edition.writers.makeready.keptbytes import keep_bytes
from edition.writers.tagged.claims import UA_PART, UA_SCHEMA
from edition.writers.tagged.drawnobjects import meant
from edition.writers.tagged.pagefurniture import mark_furniture
from edition.writers.text_layer import complete
from edition.writers.visible import unseen
from edition.writers.weasy import engine, part

if TYPE_CHECKING:
    from edition.writers.press import ForPress

VARIANT = "pdf/a-2a"


@dataclass(frozen=True, slots=True)
class Conformance:
    """The standards a file is made for."""

    variant: str = ""
    """what the engine calls the standard; empty for a tagged file that claims none"""
    press: ForPress | None = None

    @property
    def asked(self) -> dict[str, Any]:
        """What the engine is asked for."""
        return {"pdf_variant": self.variant} if self.variant else {"pdf_tags": True}


TAGGED_ONLY, ARCHIVAL = Conformance(), Conformance(VARIANT)


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes the page may use, with their media type."""

    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Printed:
    data: bytes
    pages: tuple[PrintedPage, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


_POSTSCRIPT = (b"%!PS", b"\xc5\xd0\xd3\xc6")
"""how a picture begins that would be drawn by running it as a program"""


@lru_cache(maxsize=1)
def _store() -> Any:
    """The class of the fetcher: its base belongs to the engine, which is loaded at first use."""
    urls = part("urls")
    base: Any = urls.URLFetcher

    class Store(base):  # type: ignore[misc]  # the library ships no types
        """Answers `edition:NAME` from a mapping and refuses every other address."""

        def __init__(self, stored: Mapping[str, Stored]) -> None:
            super().__init__()
            self._stored = dict(stored)
            self.denied: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:
            name = url.removeprefix("edition:")
            found = self._stored.get(name) if url.startswith("edition:") else None
            if found is None or found.data.startswith(_POSTSCRIPT):
                self.denied.append(url)
                raise ValueError("this address is not in the store")
            return urls.URLFetcherResponse(url, found.data, {"Content-Type": found.mime})

    return Store


def write_pdf(
    html: str, stored: Mapping[str, Stored], planned: Sequence[str | PageCopy], identifier: str,
    *, claim: Conformance = ARCHIVAL,
) -> Printed:
    """Draw `html` and return the PDF with the pages its ids stand on.

    `identifier` names the issue and goes into the file's /ID; `planned` are the printed page
    labels, or what each page must show: what of it cannot be seen is told. Raises CannotSet when
    the renderer fails.
    """
    if not any(item.mime.startswith("font/") for item in stored.values()):
        raise CannotSet("no_face")
    labels = tuple(page if isinstance(page, str) else page.label for page in planned)
    copy = [page for page in planned if isinstance(page, PageCopy)]
    weasyprint, store, room = engine(), _store()(stored), font_room()
    try:
        document = weasyprint.HTML(
            string=html, base_url="edition:", url_fetcher=store
        ).render(font_config=room, **claim.asked)
        pages, hidden = _printed(document, labels, copy), unseen(document, copy)
        data = document.write_pdf(
            pdf_identifier=identifier.encode(),
            finisher=partial(_finish, labels, claim, identifier), **claim.asked,
        )
    except (Exception, part("urls").FatalURLFetchingError) as error:
        raise CannotSet("not_drawn", reason=f"{type(error).__name__}: {error}") from error
    finally:
        room.close()
    return Printed(data, pages, (*hidden, *map(_denied, sorted(set(store.denied)))))


def _denied(url: str) -> Diagnostic:
    return Diagnostic("reference_refused", {"url": url}, text=url)


def _printed(
    document: Any, labels: tuple[str, ...], copy: Sequence[PageCopy]
) -> tuple[PrintedPage, ...]:
    """Which ids begin on which page; an id is listed on every page its box touches."""
    seen: set[str] = set()
    found: list[PrintedPage] = []
    for number, page in enumerate(document.pages, start=1):
        fresh = [name for name in page.anchors if name not in seen]
        seen.update(fresh)
        label = labels[number - 1] if number <= len(labels) else str(number)
        continued = copy[number - 1].continued if number <= len(copy) else ()
        found.append(PrintedPage(number, label, tuple(fresh), continued))
    return tuple(found)


_UA = (UA_PART + UA_SCHEMA).encode()


def _finish(
    labels: tuple[str, ...], claim: Conformance, identifier: str, document: Any, pdf: Any
) -> None:
    """What the renderer leaves out: printed page labels, and what the standards ask beside."""
    entries = (
        f"{number} << /P <FEFF{label.encode('utf-16-be').hex().upper()}> >>"
        for number, label in enumerate(labels)
    )
    pdf.catalog["PageLabels"] = f"<< /Nums [{' '.join(entries)}] >>"
    meaning = {font.hash: font.to_unicode for font in document.fonts.values()}
    complete(pdf.objects, meaning, pydyf.String)
    mark_furniture(pdf)
    if claim.press is not None:
        claim.press.finish(pdf, identifier)
    elif claim.variant:
        _claim_ua(document, pdf)
    keep_bytes(pdf.objects)


def _claim_ua(document: Any, pdf: Any) -> None:
    """Add the PDF/UA-1 claim, and the schema PDF/A asks for, to the XMP."""
    stream = meant(pdf, pdf.catalog["Metadata"])
    end = b"</rdf:RDF>"
    stream.stream = [
        part.replace(end, _UA + end, 1) if isinstance(part, bytes) else part
        for part in stream.stream
    ]
