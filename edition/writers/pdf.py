"""The door of WeasyPrint: HTML of placed lines to a tagged, archival PDF.

The renderer sees the bytes it is handed and nothing else: no file, no network, no system font.
The result claims PDF/A-2a and PDF/UA-1 at once. Same input, same bytes.
"""

from __future__ import annotations

import gc
import logging
import os
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from edition.errors import CannotSet, Diagnostic, MissingResource
from edition.printed import PageCopy, PrintedPage
from edition.writers.text_layer import complete
from edition.writers.visible import unseen

_EMPTY_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir prefix="xdg">edition/fontconfig</cachedir></fontconfig>
"""


def _hide_system_fonts() -> None:
    """Point fontconfig at a file that knows no font, before the library is loaded."""
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    config = Path(root) / "edition" / "fontconfig.conf"
    try:
        if not config.is_file() or config.read_text(encoding="utf-8") != _EMPTY_FONTCONFIG:
            config.parent.mkdir(parents=True, exist_ok=True)
            beside = config.with_suffix(f".{os.getpid()}")
            beside.write_text(_EMPTY_FONTCONFIG, encoding="utf-8")
            os.replace(beside, config)
    except OSError:
        config = Path(tempfile.mkdtemp(prefix="edition-")) / "fontconfig.conf"
        config.write_text(_EMPTY_FONTCONFIG, encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


_hide_system_fonts()

try:
    with warnings.catch_warnings():
        # It warns that fontconfig knows no fonts, which is just what is wanted here.
        warnings.simplefilter("ignore", UserWarning)
        import pydyf
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
except OSError as error:  # pragma: no cover - needs a machine without Pango
    raise MissingResource("no_pango", reason=str(error).splitlines()[0]) from error

logging.getLogger("weasyprint").addHandler(logging.NullHandler())
logging.getLogger("weasyprint").propagate = False
logging.getLogger("fontTools").setLevel(logging.ERROR)

VARIANT = "pdf/a-2a"


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


class _Store(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Answers `edition:NAME` from a mapping and refuses every other address."""

    def __init__(self, stored: Mapping[str, Stored]) -> None:
        super().__init__()
        self._stored = dict(stored)
        self.denied: list[str] = []

    def fetch(self, url: str, headers: object = None) -> Any:
        name = url.removeprefix("edition:")
        found = self._stored.get(name) if url.startswith("edition:") else None
        if found is None:
            self.denied.append(url)
            raise ValueError("this address is not in the store")
        return URLFetcherResponse(url, found.data, {"Content-Type": found.mime})


def write_pdf(
    html: str, stored: Mapping[str, Stored], planned: Sequence[str | PageCopy], identifier: str,
    *, conforming: bool = True,
) -> Printed:
    """Draw `html` and return the PDF with the pages its ids stand on.

    `identifier` names the issue and goes into the file's /ID; `planned` are the printed page
    labels, or what each page must show: what of it cannot be seen is told. A page with a glyph
    missing is not `conforming`: it is tagged all the same, but the file claims no standard. Raises
    CannotSet when the renderer fails.
    """
    if not any(item.mime.startswith("font/") for item in stored.values()):
        # With no face at all the text engine below would end the whole process.
        raise CannotSet("no_face")
    labels = tuple(page if isinstance(page, str) else page.label for page in planned)
    copy = [page for page in planned if isinstance(page, PageCopy)]
    store = _Store(stored)
    claim: dict[str, Any] = {"pdf_variant": VARIANT} if conforming else {"pdf_tags": True}
    try:
        document = weasyprint.HTML(
            string=html, base_url="edition:", url_fetcher=store
        ).render(font_config=FontConfiguration(), **claim)
        pages, hidden = _printed(document, labels), unseen(document, copy)
        data = document.write_pdf(
            pdf_identifier=identifier.encode(), finisher=partial(_finish, labels, conforming),
            **claim,
        )
    except (Exception, FatalURLFetchingError) as error:
        raise CannotSet("not_drawn", reason=f"{type(error).__name__}: {error}") from error
    finally:
        gc.collect()
    return Printed(data, pages, (*hidden, *map(_denied, sorted(set(store.denied)))))


def _denied(url: str) -> Diagnostic:
    return Diagnostic("reference_refused", {"url": url}, text=url)


def _printed(document: Any, labels: tuple[str, ...]) -> tuple[PrintedPage, ...]:
    """Which ids begin on which page; an id is listed on every page its box touches."""
    seen: set[str] = set()
    found: list[PrintedPage] = []
    for number, page in enumerate(document.pages, start=1):
        fresh = [name for name in page.anchors if name not in seen]
        seen.update(fresh)
        label = labels[number - 1] if number <= len(labels) else str(number)
        found.append(PrintedPage(number, label, tuple(fresh)))
    return tuple(found)


_PDFA = "http://www.aiim.org/pdfa/ns"
_UA = f"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="{_PDFA}/extension/" \
xmlns:pdfaSchema="{_PDFA}/schema#" xmlns:pdfaProperty="{_PDFA}/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>""".encode()


def _finish(labels: tuple[str, ...], conforming: bool, document: Any, pdf: Any) -> None:
    """What the renderer leaves out: printed page labels, and the claim of PDF/UA."""
    entries = (
        f"{number} << /P <FEFF{label.encode('utf-16-be').hex().upper()}> >>"
        for number, label in enumerate(labels)
    )
    pdf.catalog["PageLabels"] = f"<< /Nums [{' '.join(entries)}] >>"
    meaning = {font.hash: font.to_unicode for font in document.fonts.values()}
    complete(pdf.objects, meaning, pydyf.String)
    if conforming:
        _claim_ua(document, pdf)


def _claim_ua(document: Any, pdf: Any) -> None:
    """Add the PDF/UA-1 claim, and the schema PDF/A asks for, to the XMP (ISO 19005-2 6.6.2.3)."""
    reference = pdf.catalog["Metadata"].split()[0]
    stream = pdf.objects[int(reference)]
    end = b"</rdf:RDF>"
    stream.stream = [
        part.replace(end, _UA + end, 1) if isinstance(part, bytes) else part
        for part in stream.stream
    ]
