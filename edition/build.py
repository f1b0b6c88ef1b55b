"""The whole run: copy in, newspaper and book out. Read this first, then pressroom for a page.

Nothing here writes a file, prints or exits; the command line does. Every step returns a value
and what it has to say about it. What only pages need, or only a book, is imported where they are
made: who lists stories does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from edition import passes
from edition.bookform import BookForm
from edition.copy.numbering import number_parts
from edition.copy.reading import LineReading
from edition.delivery.built import Built, Converted
from edition.errors import Diagnostic, WrongUse, hold_type
from edition.judging import validate
from edition.judging.printable import printable
from edition.limits import LIMITS
from edition.messages.texts import Lang
from edition.model import Edition
from edition.packs import shelf
from edition.packs.pack import Pack
from edition.passes.settle_answers import settle_answers
from edition.printed import Alternative, PressForm, PrintedPage
from edition.readers import Read, explain_lines, read_whole
from edition.readers.remembering import remembered
from edition.readers.sources import Source, load
from edition.sandbox.childlimits import Limits
from edition.sandbox.parent import in_child
from edition.sidecar.housememory import HouseMemory
from edition.steps import Cancel, Progress, Step, untold, watched

if TYPE_CHECKING:
    from edition.checks import Report
    from edition.pressroom import Sheets

MOST_ALTERNATIVES = 20


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
    from edition.passes.change_script import convert as convert_text

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
    from edition.checks import Report, check_data
    from edition.storyjson.write import stories_json

    if edition is not None:
        validate(edition)
    if sandbox is not None:
        if not isinstance(data, bytes):
            raise WrongUse("data_type", found=type(data).__qualname__)
        return in_child(sandbox, "check", {"data": data, "edition": edition}, untold, Report)
    return check_data(data, None if edition is None else stories_json(edition))


def to_pdf(
    edition: Edition, layout: str | Path | Pack = "broadsheet", theme: str | None = None,
    on_progress: Progress | None = None, cancel: Cancel | None = None,
    sandbox: Limits | None = None, press: PressForm | None = None,
) -> Built:
    """The newspaper, in the colours of a theme of the pack if one is named.

    `layout` is the name of a pack, its folder, or a Pack. With `press` it is made for a printer,
    as PDF/X-4. With `sandbox` a child process makes
    the paper, and reads the pack, within its limits. Raises InvalidEdition, WrongUse,
    MissingResource, CannotSet, CannotFit or Cancelled; Stopped where a child did not finish.
    """
    from edition.pressroom import drawn

    tell = watched(on_progress, cancel)
    if sandbox is not None:
        asked = {"edition": printable(edition), "layout": _place(layout), "theme": theme,
                 "press": press}
        return in_child(sandbox, "to_pdf", asked, tell, Built)
    return drawn(to_sheets(edition, shelf.pack(layout), theme, tell, press), tell)


def to_sheets(
    edition: Edition, pack: Pack, theme: str | None, tell: Progress,
    press: PressForm | None = None,
) -> Sheets:
    """The newspaper as far as it is to be drawn, for a caller who has more to do meanwhile."""
    from edition.pressroom import fitted, made_ready

    edition = printable(edition)
    style = pack.style(theme)
    if press is None:
        return made_ready(edition, pack, style, fitted(edition, pack.layout, tell), tell)
    from edition.pressroom.platemaking import for_press, sheets_for_press

    plates = for_press(press, pack.layout)
    return sheets_for_press(edition, pack, style, plates, tell)


def alternatives(
    edition: Edition, k: int = 3, layout: str | Path | Pack = "broadsheet", page: int = 1,
    sandbox: Limits | None = None,
) -> tuple[Alternative, ...]:
    """Up to `k` whole plans other than the best, in which `page` has another lead or first cut.

    Cheapest first; fewer where the page has no more shapes. `Alternative.key` in
    `Edition.planning.pinned`, or in the sidecar, makes `to_pdf` take one. Raises as `to_pdf`.
    """
    from edition.pressroom import other_plans

    for name, value, most in (("k", k, MOST_ALTERNATIVES), ("page", page, LIMITS.pages)):
        hold_type(name, value, int)
        if not 1 <= value <= most:
            raise WrongUse("option_no_count", option=name, value=str(value)[:20], most=most)
    edition = printable(edition)
    if sandbox is not None:
        asked = {"edition": edition, "k": k, "layout": _place(layout), "page": page}
        found = in_child(sandbox, "alternatives", asked, untold, tuple)
        return cast("tuple[Alternative, ...]", found)
    return other_plans(edition, shelf.pack(layout).layout, page, k)


def to_pdfs(edition: Edition, pack: Pack, themes: Sequence[str | None]) -> Iterator[Built]:
    """The newspaper in each of some themes, None for none, made up once. Raises as `to_pdf`."""
    from edition.pressroom import dressed, fitted

    edition = printable(edition)
    styles = [pack.style(theme) for theme in themes]
    made = fitted(edition, pack.layout, untold)
    for style in styles:
        yield dressed(edition, pack, style, made, untold)


def to_epub(
    edition: Edition, pages: Sequence[PrintedPage] = (), modified: datetime | None = None,
    pack: str | Path | Pack | None = None,
    on_progress: Progress | None = None, cancel: Cancel | None = None,
    sandbox: Limits | None = None, form: BookForm | None = None,
) -> Built:
    """The book, with a page list when the printed `pages` are known.

    A `pack` gives the colours of the cover and adds its `book.css` to the style; `form` says how
    the book is bound. With `sandbox` a
    child process makes the book within its limits. Raises InvalidEdition, WrongUse,
    MissingResource, CannotSet or Cancelled; Stopped where a child did not finish.
    """
    from edition.bindery import bound

    tell = watched(on_progress, cancel)
    edition, pages = printable(edition), _printed(pages, modified)
    hold_type("form", form or BookForm(), BookForm)
    if sandbox is not None:
        asked = {"edition": edition, "pages": pages, "modified": modified,
                 "pack": None if pack is None else _place(pack), "form": form}
        return in_child(sandbox, "to_epub", asked, tell, Built)
    tell(Step.PACK, 0.0)
    dress = shelf.pack(pack) if pack is not None else None
    book = bound(edition, pages, modified, dress, form or BookForm())
    tell(Step.PACK, 1.0)
    return book


def to_volume(
    issues: Iterable[Edition], target: BinaryIO, modified: datetime | None = None,
    pack: str | Path | Pack | None = None, form: BookForm | None = None,
) -> tuple[Diagnostic, ...]:
    """Many issues as one book, written to a file opened for bytes; what there is to say of them.

    The issues are taken one after the other, and each is let go of when it is written. Raises as
    `to_epub`, and WrongUse where one stands in it twice or there is none, or where a `form` asks
    for vertical lines or faces.
    """
    from edition.bindery import bound_volume

    if modified is not None:
        hold_type("modified", modified, datetime)
    dress = shelf.pack(pack) if pack is not None else None
    hold_type("form", form or BookForm(), BookForm)
    return bound_volume(map(printable, issues), target, modified, dress, form or BookForm())


def to_proof(read: Read, edition: Edition | None = None, lang: Lang = "en") -> bytes:
    """The proof sheet: the copy beside the stories as read, or as `edition` in another script."""
    from edition.render.editor.proof import proof_sheet
    from edition.render.environment import environment

    templates = environment([shelf.template_root("proof")])
    return proof_sheet(edition or read.edition, read, templates, lang).encode()


def _place(pack: str | Path | Pack) -> str | Path:
    """Where another process finds a pack: its name, or its folder."""
    if isinstance(pack, Pack):
        return pack.own[0] if pack.own else pack.name
    return pack


def _printed(pages: Sequence[PrintedPage], modified: datetime | None) -> tuple[PrintedPage, ...]:
    """The pages of a PDF as they are. Raises WrongUse for what is none, and for another day."""
    if modified is not None:
        hold_type("modified", modified, datetime)
    hold_type("pages", pages, Sequence)
    for page in pages:
        hold_type("pages", page, PrintedPage)
    return tuple(pages)
