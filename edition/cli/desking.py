"""`edition desk`, and its smaller brothers `new`, `watch` and `png`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from edition.cli.arguments import Parser
from edition.cli.outputs import check_writable, target_of
from edition.cli.standardstreams import STANDARD
from edition.cli.voice import Voice
from edition.delivery.onto_disk import file_name, write_file
from edition.errors import EditionError, MissingResource, Severity, UnreadableInput, WrongUse
from edition.trade.regions import region_of

if TYPE_CHECKING:
    from edition.model import Edition
    from edition.readers import Read

SAMPLE = Path(__file__).resolve().parents[1] / "desk" / "sample"
LEAST_DPI, USUAL_DPI, MOST_DPI = 20, 150, 600
MOST_PORT = 65_535


def desk_options(command: Parser, name: str, voice: Voice) -> None:
    """What the four commands take beside copy and layout."""
    if name == "desk":
        command.add_argument(
            "--port", metavar=voice.phrase("name_count"), help=voice.phrase("help_port")
        )
        command.add_argument(
            "--no-open", action="store_true", help=voice.phrase("help_no_open")
        )
    elif name == "new":
        command.add_argument(
            "target", metavar=voice.phrase("name_name"), help=voice.phrase("help_new_target")
        )
    elif name == "png":
        command.add_argument(
            "-o", "--out", metavar=voice.phrase("name_folder"), help=voice.phrase("help_out_png")
        )
        command.add_argument(
            "--dpi", metavar=voice.phrase("name_count"), help=voice.phrase("help_dpi")
        )
    else:
        command.add_argument(
            "-o", "--out", metavar=voice.phrase("name_file"), help=voice.phrase("help_out_watch")
        )


def desk_command(options: Namespace, voice: Voice) -> int:
    """Open the desk, and serve it until it is interrupted."""
    _hold_libraries("starlette", "uvicorn", "watchfiles")
    from edition.desk.copyroom import CopyRoom, Ordered
    from edition.desk.newsdesk import ViewChosen
    from edition.desk.serving import serve
    from edition.packs import shelf

    ordered = Ordered(_one_source(options), options.encoding, options.house)
    asked = bool(options.to or options.theme or options.layout != ViewChosen().layout)
    view = ViewChosen(_script(options), options.layout, options.theme, asked)
    shelf.pack(view.layout).style(view.theme)
    port = _number(options.port, 0, MOST_PORT, "--port") if options.port else 0
    voice.hear(one.data.decode("utf-8", "replace") for one in CopyRoom(ordered).saved())

    def opened(address: str) -> None:
        voice.aloud(voice.phrase("desk_open", address=address))
        if not options.no_open:
            import webbrowser

            with suppress(webbrowser.Error):
                webbrowser.open(address)

    serve(ordered, view, voice.lang, port, opened)
    return 0


def watch_command(options: Namespace, voice: Voice) -> int:
    """Make the newspaper now and after every change, a line each, until it is interrupted."""
    _hold_libraries("watchfiles")
    source = Path(_one_source(options))
    voice.say("watch_began", source=str(source))
    made = _Watched(options, voice)
    made.once()
    for _ in _looks(source if source.is_dir() else source.parent):
        made.once()
    return 0


class _Watched:
    """One session, and how often it has built."""

    def __init__(self, options: Namespace, voice: Voice) -> None:
        from edition.desk.copyroom import CopyRoom, Ordered
        from edition.packs import shelf
        from edition.pressroom.session import Session

        self._options, self._voice = options, voice
        self._room = CopyRoom(Ordered(options.sources[0], options.encoding, options.house))
        self._seen = ""
        self._session = Session()
        self._pack = shelf.pack(options.layout)
        self._count = 0

    def once(self) -> None:
        """Build, where something has changed, and say how it went; a fault of the copy is a line,
        and the next change mends it."""
        began = perf_counter()
        now = self._now()
        if now == self._seen:
            return
        self._seen = now
        self._count += 1
        try:
            target, pages, queries = self._built()
        except EditionError as fault:
            said = fault.told(self._voice.lang)
            self._voice.aloud(self._voice.phrase("watch_failed", number=self._count, said=said))
            return
        self._voice.say(
            "watch_built", number=self._count, target=str(target), pages=pages, queries=queries,
            seconds=perf_counter() - began,
        )

    def _now(self) -> str:
        """What copy, sidecars and pictures hold, or why they cannot be read."""
        try:
            return self._room.revision(self._room.saved())
        except EditionError as fault:
            return fault.message

    def _built(self) -> tuple[Path, int, int]:
        options = self._options
        read, edition = _copy(options, self._voice)
        paper = self._session.to_pdf(edition, self._pack, options.theme)
        target = target_of(options.out, edition, ".pdf")
        check_writable(target, options.sources)
        write_file(target, paper.data)
        queries = sum(one.severity >= Severity.WARNING for one in read.diagnostics)
        return target, len(paper.pages), queries


def _looks(folder: Path) -> Iterator[None]:
    """A look at the files, once when the watch stands and after every lot of changes."""
    import watchfiles

    is_new = True
    for lot in watchfiles.watch(
        folder, recursive=True, debounce=200, step=20, watch_filter=None, raise_interrupt=True,
        yield_on_timeout=True, rust_timeout=500,
    ):
        if lot or is_new:
            yield
        is_new = False


def png_command(options: Namespace, voice: Voice) -> int:
    """Every page as a PNG in a folder, named NAME-1.png and on."""
    from edition import build
    from edition.packs import shelf

    dpi = _number(options.dpi, LEAST_DPI, MOST_DPI) if options.dpi else USUAL_DPI
    _one_source(options)
    pack = shelf.pack(options.layout)
    _, edition = _copy(options, voice)
    folder = Path(options.out or "build")
    check_writable(folder / file_name(edition, "-1.png"), options.sources)
    paper = build.to_pdf(edition, pack, options.theme)
    for number, image in enumerate(paper.images(dpi), 1):
        target = folder / file_name(edition, f"-{number}.png")
        write_file(target, image)
        voice.say("wrote", target=str(target), size=len(image) / 1024)
    return 0


def new_command(options: Namespace, voice: Voice) -> int:
    """A folder with sample copy, its sidecar and a picture."""
    folder = Path(options.target)
    if not options.target.strip() or folder.name in ("", ".", ".."):
        raise WrongUse("new_name", name=options.target)
    if folder.exists() or folder.is_symlink():
        raise WrongUse("new_exists", where=str(folder))
    for path in sorted(p for p in SAMPLE.rglob("*") if p.is_file()):
        write_file(folder / path.relative_to(SAMPLE), path.read_bytes())
    voice.say("new_begun", folder=str(folder))
    return 0


def _copy(options: Namespace, voice: Voice) -> tuple[Read, Edition]:
    """What was read of the one source, and the edition in the script asked for."""
    from edition import build

    read = build.read(options.sources[0], encoding=options.encoding, house=options.house)
    voice.hear(story.text for story in read.edition.stories)
    edition = build.convert(read.edition, options.to).edition if options.to else read.edition
    return read, edition


def _one_source(options: Namespace) -> str:
    """The one source of these commands: a file that is there, or a folder."""
    if len(options.sources) != 1:
        names = tuple(options.sources)
        raise WrongUse("several_issues", count=len(names), names=names)
    source: str = options.sources[0]
    if not source:
        raise WrongUse("source_nameless")
    if source == STANDARD:
        raise WrongUse("stdin_not_here")
    if not Path(source).exists():
        raise UnreadableInput("file_missing", where=source)
    return source


def _script(options: Namespace) -> str:
    if options.to:
        region_of(options.to)
    return options.to or ""


def _number(given: str, least: int, most: int, option: str = "--dpi") -> int:
    found = int(given) if given.isdecimal() and len(given) < 7 else -1
    if least <= found <= most:
        return found
    if option == "--dpi":
        raise WrongUse("png_dpi", value=given, least=least, most=most)
    raise WrongUse("option_no_count", option=option, value=given, most=most)


def _hold_libraries(*names: str) -> None:
    """Raises MissingResource for a library of the extra `desk` that is not installed."""
    for name in names:
        try:
            _: Any = import_module(name)
        except ImportError as fault:
            raise MissingResource("desk_missing", name=name) from fault
