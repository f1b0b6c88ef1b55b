"""edition: Chinese copy in; a made-up newspaper (PDF) and its e-book (EPUB) out.

    import edition
    paper = edition.read("page.txt")                  # or a folder, or Source(name, bytes)
    pdf = edition.to_pdf(paper.edition)               # Built: pages, score; pdf.write("page.pdf")
    book = edition.to_epub(paper.edition, pages=pdf.pages)
    daily = edition.Edition.build("daily", [edition.Story.of("标题", ["第一段。"])])  # no file

Reading, turning  read, Source, Read, convert, Converted, merge, validate, clean, to_json, from_json
Making            to_pdf, to_epub, to_volume, Built (.write .images .worst .raise_for), BookForm,
                  PressForm, Session, Limits (sandbox=), alternatives, Alternative
Packs, looking    Pack (.load), PrintedPage; check, Report, Finding; explain, LineReading
Remarks, steps    Diagnostic, Severity, Confidence; Step, Progress, Cancel (on_progress=)
An edition        Edition, Imprint, Section, Story, Byline, Picture, Advertisement, HouseItem, Ear,
                  Furniture, HeadManner, Answer, Do, Planning, PictureSize
Blocks of a story Paragraph, Crosshead, PullQuote, Figure, ListBlock, ListItem, Table, Span, Verse,
                  Note, Closing, ClosingLine, Ranged, Entries, EntryRow, Footnote; Run, Mark
Errors            EditionError: WrongUse, UnreadableInput, InvalidEdition (.path), CannotSet,
                  CannotFit, MissingResource, CannotWrite, Rejected, Stopped, Cancelled
Every class of the model has `.of`, for plain values. Nothing prints, and only `Built.write` writes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition.answering import Answer as Answer
    from edition.answering import Do as Do
    from edition.blocks import Block as Block
    from edition.blocks import Closing as Closing
    from edition.blocks import ClosingLine as ClosingLine
    from edition.blocks import Crosshead as Crosshead
    from edition.blocks import Entries as Entries
    from edition.blocks import EntryRow as EntryRow
    from edition.blocks import Figure as Figure
    from edition.blocks import Footnote as Footnote
    from edition.blocks import ListBlock as ListBlock
    from edition.blocks import ListItem as ListItem
    from edition.blocks import Mark as Mark
    from edition.blocks import Note as Note
    from edition.blocks import Paragraph as Paragraph
    from edition.blocks import PictureSize as PictureSize
    from edition.blocks import PullQuote as PullQuote
    from edition.blocks import Ranged as Ranged
    from edition.blocks import Run as Run
    from edition.blocks import Runs as Runs
    from edition.blocks import Span as Span
    from edition.blocks import Table as Table
    from edition.blocks import Verse as Verse
    from edition.bookform import BookForm as BookForm
    from edition.build import alternatives as alternatives
    from edition.build import check as check
    from edition.build import convert as convert
    from edition.build import explain as explain
    from edition.build import read as read
    from edition.build import to_epub as to_epub
    from edition.build import to_pdf as to_pdf
    from edition.build import to_volume as to_volume
    from edition.checks import Finding as Finding
    from edition.checks import Report as Report
    from edition.copy.clean import clean as clean
    from edition.copy.reading import LineReading as LineReading
    from edition.copy.reading import Read as Read
    from edition.delivery.built import Built as Built
    from edition.delivery.built import Converted as Converted
    from edition.errors import Cancelled as Cancelled
    from edition.errors import CannotFit as CannotFit
    from edition.errors import CannotSet as CannotSet
    from edition.errors import CannotWrite as CannotWrite
    from edition.errors import Confidence as Confidence
    from edition.errors import Diagnostic as Diagnostic
    from edition.errors import EditionError as EditionError
    from edition.errors import InvalidEdition as InvalidEdition
    from edition.errors import MissingResource as MissingResource
    from edition.errors import Rejected as Rejected
    from edition.errors import Severity as Severity
    from edition.errors import Stopped as Stopped
    from edition.errors import UnreadableInput as UnreadableInput
    from edition.errors import WrongUse as WrongUse
    from edition.judging import validate as validate
    from edition.judging.joining import merge as merge
    from edition.model import Advertisement as Advertisement
    from edition.model import Byline as Byline
    from edition.model import Ear as Ear
    from edition.model import Edition as Edition
    from edition.model import Furniture as Furniture
    from edition.model import HeadManner as HeadManner
    from edition.model import HouseItem as HouseItem
    from edition.model import Imprint as Imprint
    from edition.model import Picture as Picture
    from edition.model import Section as Section
    from edition.model import Story as Story
    from edition.packs.pack import Pack as Pack
    from edition.planning import Planning as Planning
    from edition.pressroom.session import Session as Session
    from edition.printed import Alternative as Alternative
    from edition.printed import PressForm as PressForm
    from edition.printed import PrintedPage as PrintedPage
    from edition.readers.sources import Source as Source
    from edition.sandbox.childlimits import Limits as Limits
    from edition.steps import Cancel as Cancel
    from edition.steps import Progress as Progress
    from edition.steps import Step as Step
    from edition.storyjson.jsontext import from_json as from_json
    from edition.storyjson.jsontext import to_json as to_json

    __version__: str

_SHOWN = {
    "answering": ("Answer", "Do"),
    "blocks": (
        "Block", "Closing", "ClosingLine", "Crosshead", "Entries", "EntryRow", "Figure",
        "Footnote", "ListBlock", "ListItem", "Mark", "Note", "Paragraph", "PictureSize",
        "PullQuote", "Ranged", "Run", "Runs", "Span", "Table", "Verse",
    ),
    "build": (
        "alternatives", "check", "convert", "explain", "read", "to_epub", "to_pdf", "to_volume",
    ),
    "checks": ("Finding", "Report"),
    "copy.clean": ("clean",),
    "copy.reading": ("LineReading", "Read"),
    "delivery.built": ("Built", "Converted"),
    "errors": (
        "Cancelled", "CannotFit", "CannotSet", "CannotWrite", "Confidence", "Diagnostic",
        "EditionError", "InvalidEdition", "MissingResource", "Rejected", "Severity", "Stopped",
        "UnreadableInput", "WrongUse",
    ),
    "judging": ("validate",),
    "judging.joining": ("merge",),
    "model": (
        "Advertisement", "Byline", "Ear", "Edition", "Furniture", "HeadManner", "HouseItem",
        "Imprint", "Picture", "Section", "Story",
    ),
    "packs.pack": ("Pack",),
    "bookform": ("BookForm",),
    "planning": ("Planning",),
    "printed": ("Alternative", "PressForm", "PrintedPage"),
    "readers.sources": ("Source",),
    "release": ("__version__",),
    "sandbox.childlimits": ("Limits",),
    "pressroom.session": ("Session",),
    "steps": ("Cancel", "Progress", "Step"),
    "storyjson.jsontext": ("from_json", "to_json"),
}
"""A room is opened at its first use, so that the command line answers, and can be interrupted,
at once. Without `__all__` the built-in help shows this page and not every class on it."""
_ROOM_OF = {name: room for room, names in _SHOWN.items() for name in names}


def __getattr__(name: str) -> object:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module 'edition' has no attribute {name!r}")
    return getattr(import_module(f"edition.{room}"), name)


def __dir__() -> list[str]:
    return sorted([*_ROOM_OF, "__doc__", "__file__", "__name__", "__path__"])
