"""`edition pack new NAME` and `edition pack check PATH`: a pack begun, a pack judged."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from edition.cli.arguments import Parser
from edition.cli.outputs import check_writable, write
from edition.cli.voice import Voice
from edition.errors import Diagnostic, Severity

DOINGS = ("new", "check")


def pack_options(command: Parser, voice: Voice) -> None:
    """What `edition pack` takes: what to do, and with which pack."""
    command.add_argument("doing", choices=DOINGS, help=voice.phrase("help_pack_doing"))
    command.add_argument(
        "target", metavar=voice.phrase("name_name"), help=voice.phrase("help_pack_target")
    )
    command.add_argument(
        "-o", "--out", metavar=voice.phrase("name_file"), help=voice.phrase("help_pack_out")
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
        write(folder / name, data)
    voice.say("pack_begun", folder=str(folder))
    return 0


def _check(options: Namespace, voice: Voice) -> int:
    """Every finding on a line of its own, then a proof page of dummy copy in each theme."""
    from edition import build
    from edition.packs import shelf
    from edition.packs.starter import dummy_edition

    pack = shelf.pack(options.target)
    found = list(pack.check())
    target = Path(options.out or f"build/{Path(pack.name).name}-proof.pdf")
    check_writable(target, ())
    proof = build.to_pdf(dummy_edition(), pack)
    found += [one for one in proof.diagnostics if one not in found]
    for theme in pack.layout.themes:
        themed = build.to_pdf(dummy_edition(), pack, theme).diagnostics
        found += [one for one in themed if one not in found]
    build.to_epub(dummy_edition(), pack=pack)
    write(target, proof.data)
    for one in found:
        voice.line(_line(one, voice))
    voice.say("pack_judged", count=_loud(found), target=str(target))
    return 1 if any(one.severity is Severity.ERROR for one in found) or (
        options.strict and _loud(found)
    ) else 0


def _loud(found: list[Diagnostic]) -> int:
    return sum(one.severity is not Severity.INFO for one in found)


def _line(one: Diagnostic, voice: Voice) -> str:
    said, todo = one.told(voice.lang), one.advice(voice.lang)
    stop = ". " if voice.lang == "en" else "。"
    return f"{said}{stop}{todo}" if todo else said
