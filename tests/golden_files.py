"""What each golden file holds: the reading, the plan, the drawn pages and the book as plain lines.

A golden holds data, never the wording of messages, and no name of a module or a class. Numbers are
rounded so that only a real change shows.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest import mock
from xml.etree import ElementTree
from zlib import crc32

import pypdfium2 as pdfium
import pypdfium2.raw as raw

import edition
import golden_copy
import proof_editions

# All that is taken from inside the package. When a room moves, change it here and nowhere else.
from edition import pressroom  # its `furnish` is called by `edition.to_pdf`
from edition.checks import check
from edition.storyjson.write import stories_json

ROOT = Path(__file__).resolve().parent.parent
GOLDENS = Path(__file__).resolve().parent / "goldens"
SEED = ROOT / "seeds" / "000_ff888278d800d57a.txt"
PAGES = ROOT / "bench" / "pages"
PACKS = ("broadsheet", "tabloid", "newsletter")
QUICK_PAGES = ("01", "05", "09", "11", "12", "16")
"""pages of the bench that are held at every `make test`: two for each pack"""
RANDOM = range(2401, 2413)
"""seeds of the copy drawn by lot: four for each pack"""
QUERY = ("kind", "severity", "confidence", "line", "story", "source", "text", "suggestion")
WORDED = ("message", "rule")
"""keys of story JSON and reports whose values are wording"""


@dataclass(frozen=True)
class Subject:
    """One edition and the layout packs it is made up in."""

    name: str
    packs: tuple[str, ...]
    make: Callable[[], tuple[Any, Sequence[Any]]]
    """reads or builds the edition; returns it with what the reading had to say"""
    quick: bool = False
    """True when it runs at every `make test`"""


def subjects() -> list[Subject]:
    """All subjects, the costly ones first so that two workers end together."""
    pages = [_page(path, PACKS[i % 3]) for i, path in enumerate(sorted(PAGES.glob("*.txt")))]
    proofs = [_proof(name) for name in reversed(proof_editions.EDITIONS) if name != "part"]
    drawn = [_random(seed, PACKS[seed % 3]) for seed in RANDOM]
    regions = [_converted(region) for region in ("TW", "HK")]
    seed = Subject("seed", PACKS, lambda: _read(SEED), True)
    return [*proofs[:1], seed, *proofs[1:], *drawn, *regions, *pages]


def _read(path: Path) -> tuple[Any, Sequence[Any]]:
    found = edition.read(path)
    return found.edition, found.diagnostics


def _page(path: Path, pack: str) -> Subject:
    return Subject(f"page{path.stem}", (pack,), lambda: _alone(path), path.stem in QUICK_PAGES)


def _alone(path: Path) -> tuple[Any, Sequence[Any]]:
    """A page of the bench read without the file beside it, which is no sidecar."""
    with tempfile.TemporaryDirectory() as folder:
        return _read(Path(shutil.copy(path, folder)))


def _proof(name: str) -> Subject:
    return Subject(f"proof_{name}", PACKS[:1], lambda: (proof_editions.EDITIONS[name](), ()))


def _random(seed: int, pack: str) -> Subject:
    def make() -> tuple[Any, Sequence[Any]]:
        with tempfile.TemporaryDirectory() as folder:
            return _read(golden_copy.write(seed, Path(folder)))

    return Subject(f"random{seed}", (pack,), make)


def _converted(region: str) -> Subject:
    """The seed in Traditional characters."""
    def make() -> tuple[Any, Sequence[Any]]:
        return edition.convert(_read(SEED)[0], f"zh-Hant-{region}").edition, ()

    return Subject(f"seed_{region}", PACKS[:1], make)


def made(subject: Subject) -> Iterator[tuple[str, str]]:
    """Name and text of every golden file of a subject, made from the code as it is."""
    paper, remarks = subject.make()
    stories = stories_json(paper, tuple(remarks))
    yield f"{subject.name}.read.txt", _joined(
        ("stories", stories_lines(stories)), ("queries", map(query_line, remarks)),
    )
    copy = json.dumps(stories).encode()
    for number, pack in enumerate(subject.packs):
        plan, built = planned_and_drawn(paper, pack)
        yield f"{subject.name}.{pack}.plan.txt", _joined(
            ("queries", map(query_line, built.diagnostics)), ("plan", plan_lines(plan)),
            ("check", report_lines(check(built.data, "paper.pdf", copy).as_dict())),
        )
        yield f"{subject.name}.{pack}.drawn.txt", _joined(("drawn", drawn_lines(built.data)))
        if number == 0:
            book = edition.to_epub(paper, built.pages)
            yield f"{subject.name}.book.txt", _joined(
                ("queries", map(query_line, book.diagnostics)),
                ("check", report_lines(check(book.data, "book.epub", copy).as_dict())),
                ("text", book_lines(book.data)),
            )


def planned_and_drawn(paper: Any, pack: str) -> tuple[Any, Any]:
    """The plan of an edition and its PDF, made up once: pages are caught when furnished."""
    furnish, kept = pressroom.furnish, []

    def catch(*given: Any, **named: Any) -> Any:
        kept.append(furnish(*given, **named))
        return kept[-1]

    with mock.patch.object(pressroom, "furnish", catch):
        built = edition.to_pdf(paper, pack)
    return kept[0][0], built


def _joined(*sections: tuple[str, Iterable[str]]) -> str:
    lines = [line for name, held in sections for line in (f"=== {name}", *held)]
    return "".join(f"{line}\n" for line in lines)


# The reading.


def stories_lines(found: dict[str, Any]) -> Iterator[str]:
    """Story JSON, a line for the edition, each section, each story and each block.

    Queries are held apart, so they are left out.
    """
    yield _json({k: v for k, v in found.items() if k not in ("sections", "queries")})
    for section in found["sections"]:
        yield "section " + _json({k: v for k, v in section.items() if k != "stories"})
        for story in section["stories"]:
            yield "story " + _json({k: v for k, v in story.items() if k != "body"})
            yield from ("  " + _json(block) for block in story["body"])


def query_line(item: Any) -> str:
    """A diagnostic without its message; what it does not say is left out."""
    values = {name: getattr(item, name) for name in QUERY}
    return _json({name: value for name, value in values.items() if value is not None})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# The plan.

BODY = {"size": 1, "face": "song", "leading": 1, "align": "justify"}


def plan_lines(paper: Any) -> Iterator[str]:
    """Where everything stands: em across, grid rows down, as the plan counts."""
    score = paper.score
    terms = " ".join(f"{name}={_number(value)}" for name, value in score.terms)
    yield f"score {_fields(score, 'cost proved gap')} {terms}"
    for page in paper.pages:
        yield f"page {_fields(page, 'number label first head_rows rows')}"
        for head in page.sections:
            yield f" section {_fields(head, 'section x row width rows title')}"
        for frame in page.frames:
            yield from _frame_lines(frame)
        for filler in page.fillers:
            yield f" filler {_fields(filler, 'item x row width rows column columns box')}"
            yield from _set_lines(filler)
        for advert in page.adverts:
            yield f" advert {_fields(advert, 'advertisement x row width rows column columns')}"
        for rule in page.rules:
            yield f" rule {_fields(rule, 'direction weight x row length')}"


def _frame_lines(frame: Any) -> Iterator[str]:
    names = "story x row width rows column columns box continued_from continued_on briefs"
    yield f" frame {_fields(frame, names)}"
    for plate in frame.plates:
        names = "block src x row width rows crop caption_row size face leading"
        yield f"  plate {_fields(plate, names)}"
        yield from (f"   {_number(line.start)} {line.text}" for line in plate.caption)
    yield from _set_lines(frame)


def _set_lines(piece: Any) -> Iterator[str]:
    """The headings and legs of a story or of house copy."""
    for placed in piece.headings:
        head = _fields(placed.heading, "block size face leading rows fill last_fill align")
        yield f"  {placed.heading.role} {_fields(placed, 'x row width')} {head}"
        yield from (f"   {_number(line.start)} {line.text}" for line in placed.heading.lines)
    for leg in piece.legs:
        yield f"  leg {_fields(leg, 'x row measure rows')}"
        for key, slugs in groupby(leg.slugs, _setting):
            yield f"   {_block_line(key, list(slugs), leg.measure)}"


def _setting(slug: Any) -> str:
    """How a slug is set, where that is not as body text is."""
    odd = [name for name, usual in BODY.items() if getattr(slug, name) != usual]
    return _fields(slug, " ".join(["block", *odd]))


def _block_line(key: str, slugs: list[Any], measure: float) -> str:
    """The part of a block in one leg: its rows, its lines, and a sum over what they are set with.

    A line is its characters, then start and width where it does not fill the measure, then the
    extra gap (~) and what it is short of (!).
    """
    lines = [line for slug in slugs for line in slug.lines]
    shown = " ".join(_line(line, measure / slug.size) for slug in slugs for line in slug.lines)
    kinds = ",".join(dict.fromkeys(slug.kind for slug in slugs))
    ends = f"{'[' if slugs[0].first else ''}{']' if slugs[-1].final else ''}"
    rows = sum(slug.rows for slug in slugs)
    return f"{kinds} {key} rows={rows} {ends} {shown} #{_sum(lines):08x}"


def _line(line: Any, measure: float) -> str:
    text = str(len(line.text))
    if abs(line.start) > 0.001 or abs(line.width - measure) > 0.001:
        text += f"@{_number(line.start)}-{_number(line.width)}"
    text += f"~{_number(line.extra)}" if abs(line.extra) > 0.0005 else ""
    return text + (f"!{_number(line.short)}" if abs(line.short) > 0.0005 else "")


def _sum(lines: Iterable[Any]) -> int:
    """A check sum over the segments of lines: their texts, spacing, marks and links."""
    found = [
        (s.text, _number(s.spacing), _number(s.lead), [str(mark) for mark in s.marks], s.href,
         s.lang, s.wide, s.narrow, s.added)
        for line in lines for s in line.segments
    ]
    return crc32(_json(found).encode())


def _fields(item: Any, names: str) -> str:
    """`name=value` of the fields named; those that hold nothing are left out."""
    values = ((name, getattr(item, name)) for name in names.split())
    return " ".join(
        f"{name}={_value(value)}" for name, value in values if value not in (None, "", ())
    )


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value)
    return ",".join(map(_value, value)) if isinstance(value, tuple) else str(value)


def _number(value: float) -> str:
    """To a thousandth; no zero has a sign."""
    return f"{round(value, 3) + 0.0:.10g}"


# The finished PDF.


def report_lines(report: dict[str, Any]) -> Iterator[str]:
    """The report of a check without its wording: of what it says of a place, only the numbers."""
    yield f"score={_number(report['score'])} passed={_value(report['passed'])}"
    yield from (f"{name}={_number(value)}" for name, value in report["figures"].items())
    for found in report["findings"]:
        held = {k: v for k, v in found.items() if k not in (*WORDED, "places") and v is not None}
        yield " ".join(f"{name}={_value(value)}" for name, value in held.items())
        for place in found["places"]:
            numbers = re.findall(r"-?[0-9]+(?:\.[0-9]+)?", place["text"])
            where = [_number(place[name]) for name in ("page", "x", "y")]
            yield "  " + " ".join([*where, *([":", *numbers] if numbers else [])])


def drawn_lines(data: bytes) -> Iterator[str]:
    """The finished PDF as a reader of PDFs finds it: pages, pictures, lines of text in order.

    A line of text is where its first character stands in pt, then its characters. What is the
    same as in the line before is not said again: x alone, or size and face.
    """
    document = pdfium.PdfDocument(data)
    try:
        about = document.get_metadata_dict()
        yield from (f"{key}: {about[key]}" for key in ("Title", "Author", "Subject") if about[key])
        for mark in document.get_toc():
            place = mark.get_dest()
            where = place.get_index() if place else None
            yield f"bookmark {mark.level} {where} {mark.get_title()}"
        for index in range(len(document)):
            yield from _sheet_lines(document, index)
    finally:
        document.close()


def _sheet_lines(document: pdfium.PdfDocument, index: int) -> Iterator[str]:
    page = document[index]
    width, height = page.get_size()
    yield f"page {document.get_page_label(index)} {width:.1f} {height:.1f}"
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=8):
        yield "picture " + " ".join(f"{side:.1f}" for side in item.get_bounds())
    text = page.get_textpage()
    first: int | None = None
    line = face = x = ""
    for at in range(raw.FPDFText_CountChars(text) + 1):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in (0, 10, 13):
            if first is not None:
                if face != (face := _face(text, first)):
                    yield f"face {face}"
                before, (x, y) = x, _origin(text, first)
                yield f"{'' if x == before else x + ','}{y} {_whole(line)}"
            first, line = None, ""
            continue
        first = at if first is None else first
        line += chr(code)
    text.close()
    page.close()


def _origin(text: pdfium.PdfTextPage, at: int) -> tuple[str, str]:
    """Where a character stands."""
    x, y = raw.c_double(), raw.c_double()
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    return f"{x.value + 0.0:.1f}", f"{y.value + 0.0:.1f}"


def _face(text: pdfium.PdfTextPage, at: int) -> str:
    """Size and face of a character; the tag of a subset is no part of the face's name."""
    buffer, flags = raw.create_string_buffer(128), raw.c_int()
    raw.FPDFText_GetFontInfo(text, at, buffer, 128, flags)
    name = re.sub(r"^[A-Z]{6}\+", "", buffer.value.decode())
    return f"{raw.FPDFText_GetFontSize(text, at):.2f} {name}"


def _whole(line: str) -> str:
    """Two halves of a character beyond the first plane made one."""
    return line.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


# The book.


def book_lines(data: bytes) -> Iterator[str]:
    """The texts of an EPUB, document by document, a line for every block of text."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            yield f"--- {name}"
            if name.endswith(".opf"):
                yield from _metadata(book.read(name))
            if name.endswith(".xhtml"):
                body = ElementTree.fromstring(book.read(name)).find("{*}body")
                assert body is not None, name
                yield from _text_lines(body)


def _metadata(package: bytes) -> Iterator[str]:
    """What a book says of itself in Dublin Core."""
    for element in ElementTree.fromstring(package).iter():
        space, _, name = element.tag.rpartition("}")
        if space == "{http://purl.org/dc/elements/1.1/":
            yield f"{name} {element.text}"


BLOCKS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "figcaption", "img",
    "hr",
}


def _text_lines(element: ElementTree.Element) -> Iterator[str]:
    """Every block of text in order: its tag, id and class, then its characters."""
    tag = element.tag.rpartition("}")[2]
    inner = any(child.tag.rpartition("}")[2] in BLOCKS for child in element.iter()
                if child is not element)
    if tag in BLOCKS and not inner:
        marks = [element.get(key) for key in ("id", "class", "src", "alt") if element.get(key)]
        said = re.sub(r"\s+", " ", "".join(element.itertext())).strip()
        yield " ".join([tag, *(f"[{mark}]" for mark in marks), said]).rstrip()
        return
    for child in element:
        yield from _text_lines(child)
