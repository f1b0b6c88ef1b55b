"""`edition pack new NAME` and `edition pack check PATH`: a pack begun, a pack judged."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from edition.cli.arguments import Parser
from edition.cli.outputs import check_writable
from edition.cli.voice import Voice
from edition.delivery.onto_disk import write_file
from edition.errors import Diagnostic, Severity
from edition.messages.telling import sentences
from edition.trade.regions import REGIONS

DOINGS = ("new", "check")


def pack_options(command: Parser, voice: Voice) -> None:
    """What `edition pack` takes: what to do, and with which pack."""
    command.add_argument(
        "doing", choices=DOINGS, metavar="|".join(DOINGS), help=voice.phrase("help_pack_doing")
    )
    command.add_argument(
        "target", metavar=voice.phrase("name_name"), help=voice.phrase("help_pack_target")
    )
    command.add_argument(
        "-o", "--out", metavar=voice.phrase("name_file"), help=voice.phrase("help_pack_out")
    )
    command.add_argument(
        "--to", metavar=voice.phrase("name_tag"),
        help=voice.phrase("help_pack_to", tags=tuple(REGIONS)),
    )
    command.add_argument(
        "--strict", action="store_true", help=voice.phrase("help_strict_check")
    )


def pack_command(options: Namespace, voice: Voice) -> int:
    """Begin or judge a pack and return the exit code."""
    return _new(options, voice) if options.doing == "new" else _check(options, voice)


def _new(options: Namespace, voice: Voice) -> int:
    from edition.packs.starter import free_folder, starter_files

    folder = free_folder(Path(options.target))
    for name, data in starter_files(folder.name).items():
        write_file(folder / name, data)
    voice.say("pack_begun", folder=str(folder))
    return 0


def _check(options: Namespace, voice: Voice) -> int:
    """Every finding on a line of its own, then a proof of dummy copy, judged in each theme."""
    from edition import build
    from edition.packs import shelf
    from edition.packs.dummy import dummy_edition
    from edition.packs.sizes.airing import shut

    pack = shelf.pack(options.target)
    found = list(pack.check())
    target = Path(options.out or f"build/{Path(pack.name).name}-proof.pdf")
    check_writable(target, ())
    copy = dummy_edition(options.to or pack.layout.language or "zh-Hans", pack.layout)
    themes = pack.layout.themes
    # The proof shows the pack's own grid, not one opened for the little copy it has.
    proof, *themed = build.to_pdfs(
        copy, replace(pack, layout=shut(pack.layout)), (None, *themes)
    )
    found += [one for one in proof.diagnostics if one not in found]
    lines = [_line(one, voice) for one in found]
    for theme, built in zip(themes, themed, strict=True):
        new = [one for one in built.diagnostics if one not in found]
        found += new
        lines += [voice.phrase("in_theme", theme=theme, said=_line(one, voice)) for one in new]
        if new and not (pack.folders[0] / "themes" / f"{theme}.css").is_file():
            kept = ", ".join(f'"{other}"' for other in themes if other != theme)
            lines.append(voice.phrase("theme_inherited", theme=theme, kept=kept))
    build.to_epub(copy, pack=pack)
    write_file(target, proof.data)
    for line in lines:
        voice.line(line)
    voice.say("pack_judged", count=_loud(found), target=str(target), pages=len(proof.pages))
    return 1 if any(one.severity is Severity.ERROR for one in found) or (
        options.strict and _loud(found)
    ) else 0


def _loud(found: list[Diagnostic]) -> int:
    return sum(one.severity is not Severity.INFO for one in found)


def _line(one: Diagnostic, voice: Voice) -> str:
    parts = [one.told(voice.lang), one.advice(voice.lang)]
    return sentences(parts, voice.lang) if parts[1] else parts[0]
