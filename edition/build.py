"""The whole run on one screen: copy in, newspaper and book out. Read this first.

Nothing here writes a file, prints or exits; the command line does. Every step returns a value
and what it has to say about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from edition import passes
from edition.compose.furniture import FurnitureSetter
from edition.compose.metrics import Metrics
from edition.compose.room import Desk
from edition.copy.numbering import number_parts
from edition.copy.reading import LineReading
from edition.delivery.built import Built, Converted
from edition.errors import CannotSet, Diagnostic, Severity, WrongUse, hold_type
from edition.judging import ready, validate
from edition.makeup import make_up, standing
from edition.makeup.furnish import USUAL, furnish
from edition.makeup.paper import Paper
from edition.messages.texts import Lang
from edition.model import Edition
from edition.packs import shelf
from edition.packs.faces import every_chain, every_face
from edition.packs.layout import Layout
from edition.packs.pack import Pack
from edition.packs.themes import furniture_faces
from edition.passes.change_script import convert as convert_text
from edition.passes.settle_answers import settle_answers
from edition.printed import PrintedPage
from edition.readers import Read, explain_lines, read_whole
from edition.readers.remembering import remembered
from edition.readers.sources import Source, load
from edition.render.book.assemble import render_book, styled
from edition.render.book.package import identifier
from edition.render.editor.proof import proof_sheet
from edition.render.environment import environment
from edition.render.page.audit import face_characters, face_gaps, faces_asked, lines_at_odds
from edition.render.page.expecting import expected
from edition.render.page.html import render_paper
from edition.render.page.plateviews import picture_names
from edition.render.page.setter import FaceView
from edition.sandbox.childlimits import Limits
from edition.sandbox.parent import in_child
from edition.sidecar.housememory import HouseMemory
from edition.steps import Cancel, Progress, Step, untold, watched
from edition.storyjson.write import stories_json
from edition.trade.namelines import known_names
from edition.trade.regions import region_of
from edition.writers.cover import draw_cover
from edition.writers.epub import write_epub
from edition.writers.pdf import Stored, write_pdf
from edition.writers.typefaces import cut_faces, face_views, faces_in_use

if TYPE_CHECKING:
    from edition.checks import Report

_SHOWN = 5
"""headlines of held stories that an error names"""


def read(
    *sources: str | Path | Source, encoding: str | None = None, repair: bool = True,
    on_progress: Progress | None = None, cancel: Cancel | None = None,
    sandbox: Limits | None = None, house: str | Path | None = None,
) -> Read:
    """Read and repair files, a folder, or copy in memory, as one edition.

    `encoding` is that of every plain text among them; None to find it from the bytes. `house` is
    the house.toml of their paper, where it lies in none of their folders. Without `repair` the
    stories stay as the files have them. With `sandbox` a child process reads, within its limits.
    Raises UnreadableInput, WrongUse, Cancelled; Stopped where a child did not finish.
    """
    tell = watched(on_progress, cancel)
    if sandbox is not None:
        files = tuple(s if isinstance(s, Source) else str(s) for s in sources)
        asked = {"sources": files, "encoding": encoding, "repair": repair,
                 "house": None if house is None else str(house)}
        return in_child(sandbox, "read", asked, tell, Read)
    tell(Step.READ, 0.0)
    copy = [replace(found, encoding=encoding) for found in load(sources, house)]
    return read_whole(copy, partial(_settled, wanted=repair), partial(tell, Step.READ))


def explain(
    source: str | Path | Source, *lines: int, encoding: str | None = None,
    sandbox: Limits | None = None, house: str | Path | None = None,
) -> tuple[LineReading, ...]:
    """Why lines of plain text, by their numbers from 1, were read as they were.

    Raises WrongUse for a line that is not there and for copy of another kind; else as `read`.
    """
    if sandbox is not None:
        file = source if isinstance(source, Source) else str(source)
        asked = {"source": file, "lines": lines, "encoding": encoding,
                 "house": None if house is None else str(house)}
        return cast(tuple[LineReading, ...], in_child(sandbox, "explain", asked, untold, tuple))
    return explain_lines(load((source,), house), lines, encoding)


def remember(
    *sources: str | Path | Source, encoding: str | None = None, house: str | Path | None = None,
    sandbox: Limits | None = None,
) -> HouseMemory:
    """The house memory of the sources with what the answers of their sidecars add.

    Raises as `read`, and WrongUse where no source is plain text.
    """
    if sandbox is not None:
        files = tuple(s if isinstance(s, Source) else str(s) for s in sources)
        asked = {"sources": files, "encoding": encoding,
                 "house": None if house is None else str(house)}
        return in_child(sandbox, "remember", asked, untold, HouseMemory)
    return remembered(load(sources, house), encoding)


def _settled(found: Read, wanted: bool) -> Read:
    """One file's edition, repaired where that is wanted and it is not finished already."""
    return repair(found) if wanted and not found.finished else found


def repair(found: Read) -> Read:
    """One file's edition after the passes, with their queries."""
    edition, queries = passes.run(found.edition)
    settled, remarks = settle_answers(edition, (*found.diagnostics, *queries))
    if not settled.held:
        return replace(found, edition=settled, diagnostics=remarks)
    count, held = sum(1 for _ in settled.stories), len(settled.held)
    copy = tuple(replace(file, stories=count, held=held) for file in found.copy)
    return Read(number_parts(settled)[0], remarks, copy)


def convert(edition: Edition, tag: str) -> Converted:
    """The edition in another script, and the queries: from any of `zh-Hans`, `zh-Hant-TW`,
    `zh-Hant-HK` and `zh-Hant` to any other.

    Raises InvalidEdition, and WrongUse for an unknown tag.
    """
    validate(edition)
    return Converted(*convert_text(edition, tag))


def check(
    data: bytes, edition: Edition | None = None, sandbox: Limits | None = None
) -> Report:
    """What a finished PDF or EPUB is worth; with its `edition`, whether the copy is whole in it.

    With `sandbox` a child process opens the file, within its limits. Raises WrongUse for another
    kind of file, UnreadableInput for one that cannot be opened; Stopped where a child did not
    finish.
    """
    from edition.checks import Report, check_data  # A build has no need of the preflight.

    if edition is not None:
        validate(edition)
    if sandbox is not None:
        if not isinstance(data, bytes):
            raise WrongUse("data_type", found=type(data).__qualname__)
        return in_child(sandbox, "check", {"data": data, "edition": edition}, untold, Report)
    return check_data(data, None if edition is None else stories_json(edition))


def compose(edition: Edition, layout: Layout) -> Desk:
    """The composing desk for the edition's region: it sets what make-up asks for."""
    region = region_of(edition.language)
    own = layout.faces
    faces = {role: Metrics(face.path) for role, face in every_face(region, own).items()}
    desk = Desk(layout, region, faces, every_chain(region, own), known_names(edition))
    desk.standing.update(standing(edition) if layout.by_rank else {})
    return desk


def plan(
    edition: Edition, layout: Layout, faces: Mapping[str, str] = USUAL, tell: Progress = untold
) -> tuple[Paper, tuple[Diagnostic, ...]]:
    """Make up the pages, furniture and all, without drawing them.

    `faces` are those a theme gives to parts of the furniture.
    """
    paper, remarks, setter = _made_up(edition, layout, tell)
    paper, cuts = furnish(edition, paper, setter, layout, faces)
    return paper, (*remarks, *cuts)


_MadeUp = tuple[Paper, tuple[Diagnostic, ...], FurnitureSetter]
"""pages without furniture, what is to be said of them, and what sets their furniture"""


def _made_up(edition: Edition, layout: Layout, tell: Progress) -> _MadeUp:
    tell(Step.SET, 0.0)
    desk = compose(edition, layout)
    stories = tuple(edition.stories)
    for count, story in enumerate(stories, 1):
        desk.galley(story, float(layout.grid.measure))
        tell(Step.SET, count / len(stories))
    tell(Step.MAKE_UP, 0.0)
    paper, remarks = make_up(
        edition, desk, layout, edition.imprint.page, partial(tell, Step.MAKE_UP)
    )
    tell(Step.MAKE_UP, 1.0)
    return paper, remarks, desk.furniture


def to_pdf(
    edition: Edition, layout: str | Path | Pack = "broadsheet", theme: str | None = None,
    on_progress: Progress | None = None, cancel: Cancel | None = None,
    sandbox: Limits | None = None,
) -> Built:
    """The newspaper, in the colours of a theme of the pack if one is named.

    `layout` is the name of a pack, its folder, or a Pack. With `sandbox` a child process makes
    the paper, and reads the pack, within its limits. Raises InvalidEdition, WrongUse,
    MissingResource, CannotSet or Cancelled; Stopped where a child did not finish.
    """
    tell = watched(on_progress, cancel)
    edition = _printable(edition)
    if sandbox is not None:
        asked = {"edition": edition, "layout": _place(layout), "theme": theme}
        return in_child(sandbox, "to_pdf", asked, tell, Built)
    pack = shelf.pack(layout)
    style = pack.style(theme)
    return _dressed(edition, pack, style, _made_up(edition, pack.layout, tell), tell)


def to_pdfs(edition: Edition, pack: Pack, themes: Sequence[str | None]) -> Iterator[Built]:
    """The newspaper in each of some themes, None for none, made up once. Raises as `to_pdf`."""
    edition = _printable(edition)
    styles = [pack.style(theme) for theme in themes]
    made = _made_up(edition, pack.layout, untold)
    for style in styles:
        yield _dressed(edition, pack, style, made, untold)


def _dressed(
    edition: Edition, pack: Pack, style: str, made: _MadeUp, tell: Progress
) -> Built:
    """Pages that are made up given their furniture, and drawn in a style."""
    own, (paper, remarks, setter) = pack.layout.faces, made
    paper, cuts = furnish(
        edition, paper, setter, pack.layout, furniture_faces(style, tuple(own))
    )
    tell(Step.DRAW, 0.0)
    used = face_characters(paper)
    set_in = faces_asked(paper, pack.layout.body.face)
    faces = faces_in_use(region_of(edition.language), used, own, set_in)
    views = face_views(faces, used)
    html = draw(edition, paper, pack, views)
    fonts, gaps = cut_faces(faces, used, set(unescape(html)) | set(style))
    sheet = Stored("text/css", style.encode())
    done = write_pdf(
        html, {**fonts, **_pictures(edition, pack), "paper.css": sheet}, expected(edition, paper),
        identifier(edition, "pdf"),
        conforming=not any(gap.severity is Severity.ERROR for gap in gaps),
    )
    tell(Step.DRAW, 1.0)
    said = (
        *_nameless(edition), *pack.style_findings(), *remarks, *cuts, *lines_at_odds(paper),
        *gaps, *face_gaps(paper, own), *done.diagnostics,
    )
    return Built(done.data, said, done.pages, paper.score)


def _pictures(edition: Edition, pack: Pack) -> dict[str, Stored]:
    """The pictures of the copy and of the pack, under the names the page calls them by."""
    files = picture_names(edition)
    found = {files[p.name]: Stored(p.media, p.data) for p in edition.pictures}
    return found | {f"asset-{e.name}": Stored(e.media, e.data) for e in pack.layout.emblems}


def draw(
    edition: Edition, paper: Paper, layout: Layout | Pack, faces: Mapping[str, FaceView]
) -> str:
    """The HTML of a made-up paper."""
    pack = layout if isinstance(layout, Pack) else shelf.pack(layout.name)
    numbers = layout.layout if isinstance(layout, Pack) else layout
    return render_paper(edition, paper, numbers, faces, environment(pack.folders))


def to_epub(
    edition: Edition, pages: Sequence[PrintedPage] = (), modified: datetime | None = None,
    pack: str | Path | Pack | None = None,
    on_progress: Progress | None = None, cancel: Cancel | None = None,
    sandbox: Limits | None = None,
) -> Built:
    """The book, with a page list when the printed `pages` are known.

    A `pack` gives the colours of the cover and adds its `book.css` to the style. With `sandbox` a
    child process makes the book within its limits. Raises InvalidEdition, WrongUse,
    MissingResource, CannotSet or Cancelled; Stopped where a child did not finish.
    """
    tell = watched(on_progress, cancel)
    edition, pages = _printable(edition), _printed(pages, modified)
    if sandbox is not None:
        asked = {"edition": edition, "pages": pages, "modified": modified,
                 "pack": None if pack is None else _place(pack)}
        return in_child(sandbox, "to_epub", asked, tell, Built)
    tell(Step.PACK, 0.0)
    region = region_of(edition.language)
    dress = shelf.pack(pack) if pack is not None else None
    cover = draw_cover(
        edition, {r: face.path for r, face in every_face(region, {}).items()},
        every_chain(region, {}), dress.layout.cover if dress else {},
    )
    book = render_book(
        edition, environment([shelf.template_root("book")]), cover=cover, pages=pages,
        modified=modified,
    )
    data = write_epub(styled(book, dress.book) if dress else book)
    tell(Step.PACK, 1.0)
    return Built(data, book.diagnostics)


def to_proof(read: Read, edition: Edition | None = None, lang: Lang = "en") -> bytes:
    """The proof sheet: the copy beside the stories as read, or as `edition` in another script."""
    templates = environment([shelf.template_root("proof")])
    return proof_sheet(edition or read.edition, read, templates, lang).encode()


def _place(pack: str | Path | Pack) -> str | Path:
    """Where another process finds a pack: its name, or its folder."""
    if isinstance(pack, Pack):
        return pack.own[0] if pack.own else pack.name
    return pack


def _printable(edition: Edition) -> Edition:
    """The edition judged and numbered. Raises CannotSet where every story is held."""
    edition = ready(edition)
    if edition.held and next(edition.stories, None) is None:
        raise CannotSet("all_held", where=edition.name, count=len(edition.held),
                        headlines=tuple(story.headline for story in edition.held[:_SHOWN]))
    return edition


def _printed(pages: Sequence[PrintedPage], modified: datetime | None) -> tuple[PrintedPage, ...]:
    """The pages of a PDF as they are. Raises WrongUse for what is none, and for another day."""
    if modified is not None:
        hold_type("modified", modified, datetime)
    hold_type("pages", pages, Sequence)
    for page in pages:
        hold_type("pages", page, PrintedPage)
    return tuple(pages)


def _nameless(edition: Edition) -> tuple[Diagnostic, ...]:
    if edition.imprint.paper:
        return ()
    return (Diagnostic("no_paper_name"),)
