"""The command line: options to values, values to files. The only room that writes and prints.

The heavy rooms are imported inside the commands: an interrupt while they load ends cleanly too.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from edition.errors import (
    CannotWrite,
    Diagnostic,
    EditionError,
    Severity,
    UnreadableInput,
    WrongUse,
)
from edition.model import Edition
from edition.packs import shelf
from edition.printed import PrintedPage
from edition.trade.regions import REGIONS, region_of

if TYPE_CHECKING:
    from edition.makeup.paper import Score
    from edition.readers import Read

INTERRUPTED = 130
LARGEST_CHECKED = 500_000_000
"""bytes; the bound on what `edition check` opens"""

EXAMPLES = """\
examples:
  edition build seeds/page.txt                 newspaper, book and proof sheet into build/
  edition pdf page.txt --to zh-Hant-TW         a Traditional newspaper for Taiwan
  edition epub back-issue/ -o issue.epub       a folder of copy as one book
  edition stories page.txt                     what was read, and the editor's queries
  edition check build/page.pdf                 the quality of a finished page

Beside a source, NAME.toml gives what copy lacks: paper, date, page, editors (docs/sidecar.md).
exit codes: 0 done, 1 done with errors under --strict, 2 wrong use, 3 unreadable or unsafe input,
4 missing font or system library, 5 cannot write, 130 interrupted; a fault of edition itself is 1
(EDITION_DEBUG=1 shows where)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; never shows a traceback."""
    signal.signal(signal.SIGTERM, _interrupted)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options = _parser().parse_args(argv)
        code: int = options.run(options)
        return code
    except EditionError as error:
        _say(f"edition: error: {error.message}")
        return error.exit_code
    except KeyboardInterrupt:
        _say("edition: interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("EDITION_DEBUG"):
            raise
        _say(
            f"edition: error: This is a fault of edition itself ({type(error).__name__}: {error})."
            " Run again with EDITION_DEBUG=1 and report what it shows."
        )
        return 1


def run() -> NoReturn:
    """The command itself: `main`, and the end of the process with its exit code.

    An interrupt that reached Python code run by an extension while it loaded leaves a mark, by
    which the interpreter would kill itself at its end although the interrupt was answered.
    """
    code = main()
    if code == INTERRUPTED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _interrupted(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="edition",
        description="Raw copy in; a made-up Chinese newspaper (PDF) and its e-book (EPUB) out.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    command = commands.add_parser("build", help="newspaper, book and proof sheet in one run")
    _sources(command)
    command.add_argument("-o", "--out", metavar="DIR", default="build", help="folder (build)")
    _layout(command)
    command.add_argument("--only", choices=("pdf", "epub"), help="build one of the two")
    command.set_defaults(run=_build)
    command = commands.add_parser("pdf", help="the newspaper")
    _sources(command)
    command.add_argument("-o", "--out", metavar="FILE", help="output (build/NAME.pdf)")
    _layout(command)
    command.set_defaults(run=_pdf)
    command = commands.add_parser("epub", help="the book")
    _sources(command)
    command.add_argument("-o", "--out", metavar="FILE", help="output (build/NAME.epub)")
    command.set_defaults(run=_epub)
    command = commands.add_parser("stories", help="the stories as read, and the queries")
    _sources(command)
    command.add_argument("--json", action="store_true", help="as JSON")
    command.add_argument("--proof", metavar="FILE", help="write the proof sheet, an HTML file")
    command.set_defaults(run=_stories)
    command = commands.add_parser("schema", help="the JSON Schema of `stories --json`")
    command.set_defaults(run=_schema)
    command = commands.add_parser("check", help="preflight of a finished PDF or EPUB")
    command.add_argument("file", metavar="FILE", help="a .pdf or .epub, of anyone's making")
    command.add_argument("--stories", metavar="JSON", help="`edition stories --json` of its copy")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.add_argument("--strict", action="store_true", help="exit 1 when something is wrong")
    command.set_defaults(run=_check)
    return parser


def _sources(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", nargs="+", metavar="SOURCE", help="files of copy, or a folder")
    command.add_argument(
        "--to", default="zh-Hans", metavar="TAG",
        help=f"script and region: {', '.join(REGIONS)}; zh-Hans, as it came, if not given",
    )
    command.add_argument(
        "--encoding", metavar="NAME", help="encoding of plain text, such as gbk or big5 (found)"
    )
    command.add_argument("--strict", action="store_true", help="exit 1 when a query is an error")


def _layout(command: argparse.ArgumentParser) -> None:
    packs = ", ".join(shelf.layouts())
    command.add_argument(
        "--layout", default="broadsheet", metavar="NAME", help=f"layout pack: {packs} (broadsheet)"
    )
    command.add_argument("--theme", metavar="NAME", help=f"colours of the pack: {_themes()} (none)")


def _themes() -> str:
    packs = ((pack, shelf.themes(pack)) for pack in shelf.layouts())
    return "; ".join(f"{pack}: {', '.join(names)}" for pack, names in packs if names)


def _edition(options: argparse.Namespace) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Read the sources and convert them to the script asked for."""
    return _copy(options)[1:]


def _copy(options: argparse.Namespace) -> tuple[Read, Edition, tuple[Diagnostic, ...]]:
    """What was read, and the edition in the script asked for."""
    from edition import build
    from edition.passes.change_script import convert

    region_of(options.to)
    if not all(options.sources):
        raise WrongUse("A source has no name", todo="Name a file of copy or a folder")
    if hasattr(options, "layout"):
        shelf.stylesheet(shelf.layout(options.layout).name, options.theme)
    read = build.read(*options.sources, encoding=options.encoding)
    converted, remarks = convert(read.edition, options.to)
    return read, converted, (*read.diagnostics, *remarks)


def _target(out: str | None, edition: Edition, suffix: str) -> Path:
    if out:
        return Path(out)
    tag = "" if edition.language == "zh-Hans" else f".{edition.language}"
    return Path("build") / f"{edition.name}{tag}{suffix}"


def _build(options: argparse.Namespace) -> int:
    from edition import build

    read, edition, remarks = _copy(options)
    folder = Path(options.out)
    targets = {
        kind: folder / _target(None, edition, suffix).name
        for kind, suffix in (("proof", ".proof.html"), ("pdf", ".pdf"), ("epub", ".epub"))
        if options.only in (None, kind)
    }
    for target in targets.values():
        _writable(target, options.sources)
    modified = _modified()
    outputs: list[tuple[Path, bytes]] = []
    found = list(remarks)
    pages: tuple[PrintedPage, ...] = ()
    if "pdf" in targets:
        with _working("Making up and drawing the pages"):
            paper = build.to_pdf(edition, options.layout, options.theme)
        pages = paper.pages
        found.extend(paper.diagnostics)
        outputs.append((targets["pdf"], paper.data))
        if paper.score:
            _say(_planned(paper.score))
    if "epub" in targets:
        with _working("Packing the book"):
            book = build.to_epub(edition, pages, modified)
        found.extend(book.diagnostics)
        outputs.append((targets["epub"], book.data))
    if "proof" in targets:
        outputs.append((targets["proof"], build.to_proof(read, edition)))
    return _finish(outputs, found, options.strict)


def _pdf(options: argparse.Namespace) -> int:
    from edition import build

    edition, remarks = _edition(options)
    target = _target(options.out, edition, ".pdf")
    _writable(target, options.sources)
    with _working("Making up and drawing the pages"):
        paper = build.to_pdf(edition, options.layout, options.theme)
    return _finish([(target, paper.data)], [*remarks, *paper.diagnostics], options.strict)


def _epub(options: argparse.Namespace) -> int:
    from edition import build

    edition, remarks = _edition(options)
    target = _target(options.out, edition, ".epub")
    _writable(target, options.sources)
    modified = _modified()
    with _working("Packing the book"):
        book = build.to_epub(edition, (), modified)
    return _finish([(target, book.data)], [*remarks, *book.diagnostics], options.strict)


def _stories(options: argparse.Namespace) -> int:
    from edition import build
    from edition.render.editor.listing import stories_text
    from edition.storyjson.write import stories_json

    read, edition, remarks = _copy(options)
    if options.proof:
        _writable(Path(options.proof), options.sources)
        _write(Path(options.proof), build.to_proof(read, edition))
    if options.json:
        ascii_only = "utf" not in (sys.stdout.encoding or "").lower()
        found = stories_json(edition, remarks)
        print(json.dumps(found, ensure_ascii=ascii_only, indent=1))
    else:
        print(stories_text(edition, remarks))
    return _verdict(remarks, options.strict)


def _schema(options: argparse.Namespace) -> int:
    from edition.storyjson.read import schema

    sys.stdout.write(schema())
    return 0


def _check(options: argparse.Namespace) -> int:
    from edition import checks

    data = _bytes(Path(options.file))
    stories = _bytes(Path(options.stories)) if options.stories else None
    report = checks.check(data, options.file, stories)
    print(report.as_json() if options.json else report.as_text())
    return 1 if options.strict and not report.passed else 0


def _bytes(path: Path) -> bytes:
    """A finished file, whole. Raises UnreadableInput; a device or a giant is not read."""
    try:
        if path.exists() and not path.is_file():
            raise UnreadableInput(
                "This is not a file", where=str(path), todo="Give a finished PDF or EPUB"
            )
        if path.stat().st_size > LARGEST_CHECKED:
            raise UnreadableInput(
                "The file is too large to check", where=str(path),
                why=f"The limit is {LARGEST_CHECKED // 10**6} MB", todo="Check a single issue",
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            "The file cannot be read", where=str(path), why=error.strerror or str(error),
            todo="Check the path",
        ) from error


def _planned(score: Score) -> str:
    terms = ", ".join(f"{name} {value:g}" for name, value in score.terms)
    proof = "optimum proved" if score.proved else "optimum not proved"
    return f"edition: planned cost {score.cost:.1f} ({proof}); {terms}"


def _modified() -> datetime | None:
    """SOURCE_DATE_EPOCH as a time, or None: then the issue's own date serves."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise WrongUse(
            f"SOURCE_DATE_EPOCH is “{text}”", why="It must be seconds since 1970",
            todo="Unset it or give a whole number",
        ) from None


def _finish(
    outputs: list[tuple[Path, bytes]], remarks: Sequence[Diagnostic], strict: bool
) -> int:
    """Write all outputs, then speak and judge."""
    for target, data in outputs:
        _write(target, data)
    for line in _remarks(remarks):
        _say(line)
    for target, data in outputs:
        _say(f"edition: wrote {target} ({len(data) / 1024:.0f} KB)")
    return _verdict(remarks, strict)


def _verdict(remarks: Sequence[Diagnostic], strict: bool) -> int:
    return 1 if strict and any(r.severity is Severity.ERROR for r in remarks) else 0


def _remarks(remarks: Sequence[Diagnostic]) -> Iterator[str]:
    """Errors and warnings one a line; the rest is counted."""
    loud = [r for r in remarks if r.severity is not Severity.INFO]
    for remark in loud:
        where = f"{remark.source} " if remark.source and remark.line else ""
        place = f"{where}line {remark.line}: " if remark.line else ""
        text = f" 「{remark.text}」" if remark.text and remark.line else ""
        yield f"edition: query ({remark.severity}): {place}{remark.message}{text}"
    quiet = len(remarks) - len(loud)
    if quiet:
        yield f"edition: {quiet} further notes; “edition stories” shows them."


def _writable(target: Path, sources: Sequence[str]) -> None:
    """Raises CannotWrite, before any work is done, when `target` cannot be written as a file.

    A source of the run, its sidecar, a pipe or a device is never written over.
    """
    try:
        if target.is_dir():
            raise CannotWrite(
                "The output is a folder", where=str(target), why="A file is written there",
                todo="Give the name of a file with -o",
            )
        if target.exists():
            _replaceable(target, sources)
        ground = target.absolute().parent
        while not ground.exists():
            ground = ground.parent
        if not ground.is_dir():
            raise NotADirectoryError(20, "Not a folder", str(ground))
        if not os.access(ground, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(ground))
    except OSError as error:
        raise _unwritable(target, error) from error


def _replaceable(target: Path, sources: Sequence[str]) -> None:
    if not target.is_file():
        raise CannotWrite(
            "The output is a pipe or a device", where=str(target), why="It would be replaced",
            todo="Give the name of a file with -o",
        )
    for source in sources:
        for path in (Path(source), Path(source).with_suffix(".toml")):
            if path.exists() and path.samefile(target):
                raise CannotWrite(
                    "The output is a file of the copy", where=str(target),
                    why="It would be lost", todo="Choose another place with -o",
                )


def _write(target: Path, data: bytes) -> None:
    """Write beside the target, then rename: old output stays whole until the new one is."""
    partial = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(prefix=".edition-", dir=target.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(partial, 0o666 & ~umask)
        os.replace(partial, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        if partial and os.path.exists(partial):
            os.unlink(partial)


def _unwritable(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        "The output cannot be written", where=str(path), why=error.strerror or str(error),
        todo="Choose another place with -o",
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextmanager
def _working(what: str) -> Iterator[None]:
    """Show on a terminal that work goes on; say nothing to a log file."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task(what)
        yield


