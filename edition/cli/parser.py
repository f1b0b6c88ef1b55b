"""The commands and their options, as the help shows them."""

from __future__ import annotations

from edition.cli.archiving.archiveoptions import archive_options
from edition.cli.arguments import Parser
from edition.cli.desking import desk_options
from edition.cli.language import asked
from edition.cli.packing import pack_options
from edition.cli.voice import Voice
from edition.messages.texts import Phrase
from edition.packs.shipped import shelf_root, shipped_packs, themes_in
from edition.planning import EFFORTS
from edition.trade.regions import REGIONS

COMMANDS = (
    "new", "desk", "watch", "build", "pdf", "epub", "png", "archive", "stories", "review", "check",
    "schema", "pack", "setup", "doctor", "completion",
)
SHELLS = ("bash", "zsh", "fish")
BOOK_CHOICES = {"--images": ("fit", "keep"), "--writing": ("horizontal", "vertical")}
"""options of the book, the default first"""
_OF_COPY = ("build", "pdf", "epub", "stories", "review")
_OF_DESK = ("new", "desk", "watch", "png")


def parser_in(voice: Voice) -> Parser:
    """The parser of the whole command line, in the language of `voice`.

    What it makes of a command line names the command under `command`.
    """
    parser = Parser("edition", voice, "help_edition", "help_examples")
    parser.add_argument(
        "--version", action="store_true", help=voice.phrase("help_version")
    )
    _lang(parser, voice)
    made = parser.add_subparsers(
        dest="command", metavar=voice.phrase("name_command"), required=True, prog="edition"
    )
    for name in COMMANDS:
        purpose = f"help_{name}"
        command = made.add_parser(name, help=voice.phrase(purpose), voice=voice, purpose=purpose)
        _add_options(command, name, voice)
        _lang(command, voice)
    return parser


def _add_options(command: Parser, name: str, voice: Voice) -> None:
    if name in (*_OF_COPY, "check"):
        _flag(command, voice, "--timings")
    if name == "pack":
        pack_options(command, voice)
    if name in _OF_COPY:
        _sources(command, voice, "help_strict_review" if name == "review" else "help_strict")
    if name in _OF_DESK:
        if name != "new":
            _copy(command, voice, "help_source_one")
            _layout(command, voice)
        desk_options(command, name, voice)
    if name in ("build", "pdf"):
        _layout(command, voice)
        _planning(command, voice)
        _flag(command, voice, "--press")
        _value(command, voice, "--profile", "file")
        _value(command, voice, "--bleed", "length")
    if name in ("build", "pdf", "epub"):
        _made(command, name, voice)
    elif name == "archive":
        archive_options(command, voice)
        for part in (_layout, _fitted, _read, _bound, _loud):
            part(command, voice)
    elif name == "stories":
        _flag(command, voice, "--json")
        _flag(command, voice, "--all")
        _value(command, voice, "--proof", "file")
        _flag(command, voice, "--remember")
        command.add_argument("--explain", action="append", default=[],
                             metavar=voice.phrase("name_line"), help=voice.phrase("help_explain"))
    elif name == "review":
        _reviewed(command, voice)
    elif name == "check":
        _checked(command, voice)
    else:
        _of_outfit(command, name, voice)


def _of_outfit(command: Parser, name: str, voice: Voice) -> None:
    if name == "setup":
        _value(command, voice, "--fonts", "folder", "help_fonts")
        _flag(command, voice, "--offline")
        _flag(command, voice, "--once")
    elif name == "doctor":
        _flag(command, voice, "--json")
    elif name == "completion":
        command.add_argument("shell", choices=SHELLS, metavar=voice.phrase("name_shell"),
                             help=voice.phrase("help_shell", shells=SHELLS))


def _made(command: Parser, name: str, voice: Voice) -> None:
    """Where a file that is made goes, and what is said of it."""
    if name == "build":
        _value(command, voice, "--out", "folder")
        command.add_argument("--only", choices=("pdf", "epub"), help=voice.phrase("help_only"))
    else:
        _value(command, voice, "--out", "file", f"help_out_{name}")
    if name != "pdf":
        _flag(command, voice, "--revise")
        _bound(command, voice)
    if name == "epub":
        _flag(command, voice, "--volume")
        command.add_argument("--layout", metavar=voice.phrase("name_name"),
                             help=voice.phrase("help_layout_epub"))
    _loud(command, voice)


def _loud(command: Parser, voice: Voice) -> None:
    """How much is said, and to whom."""
    command.add_argument(
        "-q", "--quiet", action="store_true", help=voice.phrase("help_quiet")
    )
    command.add_argument(
        "-v", "--verbose", action="store_true", help=voice.phrase("help_verbose")
    )
    command.add_argument(
        "--json", dest="events", action="store_true", help=voice.phrase("help_events")
    )


def _bound(command: Parser, voice: Voice) -> None:
    """How the book is bound."""
    for option, choices in BOOK_CHOICES.items():
        command.add_argument(
            option, choices=choices, default=choices[0], help=voice.phrase(f"help_{option[2:]}")
        )
    _flag(command, voice, "--embed-fonts")


def _lang(command: Parser, voice: Voice) -> None:
    command.add_argument(
        "--lang", type=asked, metavar=voice.phrase("name_tag"), help=voice.phrase("help_lang")
    )


def _sources(command: Parser, voice: Voice, strict: str) -> None:
    _copy(command, voice)
    _flag(command, voice, "--strict", strict)
    _flag(command, voice, "--sandbox")


def _copy(command: Parser, voice: Voice, says: str = "help_source") -> None:
    """The copy, and how it is read."""
    command.add_argument(
        "sources", nargs="+", metavar=voice.phrase("name_source"),
        help=voice.phrase(says),
    )
    _read(command, voice)


def _read(command: Parser, voice: Voice) -> None:
    """How copy is read."""
    command.add_argument(
        "--to", metavar=voice.phrase("name_tag"),
        help=voice.phrase("help_to", tags=tuple(REGIONS)),
    )
    _value(command, voice, "--encoding", "name")
    _value(command, voice, "--house", "file")


def _layout(command: Parser, voice: Voice) -> None:
    command.add_argument(
        "--layout", default="broadsheet", metavar=voice.phrase("name_name"),
        help=voice.phrase("help_layout", packs=tuple(shipped_packs())),
    )
    command.add_argument(
        "--theme", metavar=voice.phrase("name_name"),
        help=voice.phrase("help_theme", themes=_themes()),
    )


def _planning(command: Parser, voice: Voice) -> None:
    """What is asked of the make-up, and other plans."""
    _fitted(command, voice)
    _value(command, voice, "--alternatives", "count")


def _fitted(command: Parser, voice: Voice) -> None:
    """What is asked of the make-up; each stands before the sidecar's `[plan]`."""
    command.add_argument(
        "--effort", metavar=voice.phrase("name_steps"),
        help=voice.phrase("help_effort", levels=tuple(EFFORTS)),
    )
    _value(command, voice, "--pages", "count")
    _flag(command, voice, "--fit")


def _checked(command: Parser, voice: Voice) -> None:
    command.add_argument(
        "file", metavar=voice.phrase("name_file"), help=voice.phrase("help_checked")
    )
    _value(command, voice, "--stories", "file", "help_stories_of_check")
    _flag(command, voice, "--json")
    _flag(command, voice, "--strict", "help_strict_check")
    _flag(command, voice, "--sandbox", "help_sandbox_check")


def _reviewed(command: Parser, voice: Voice) -> None:
    _flag(command, voice, "--tsv")
    _value(command, voice, "--html", "file")
    _flag(command, voice, "--accept")
    _value(command, voice, "--answers", "file")


def _value(command: Parser, voice: Voice, option: str, name: str, says: str = "") -> None:
    names = ("-o", option) if option == "--out" else (option,)
    command.add_argument(
        *names, metavar=voice.phrase(f"name_{name}"),
        help=voice.phrase(says or f"help_{option[2:]}"),
    )


def _flag(command: Parser, voice: Voice, option: str, says: str = "") -> None:
    command.add_argument(
        option, action="store_true", help=voice.phrase(says or f"help_{option[2:]}")
    )


def _themes() -> tuple[Phrase, ...]:
    packs = ((pack, themes_in((shelf_root() / pack,))) for pack in shipped_packs())
    return tuple(
        Phrase("help_theme_of", {"pack": pack, "names": names}) for pack, names in packs if names
    )
