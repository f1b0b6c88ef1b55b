"""`edition archive`: options to values, and how the night ends."""

from __future__ import annotations

import gc
import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from edition.bookform import BookForm
from edition.cli.archiving.shownwork import ShownWork
from edition.cli.archiving.volumeorders import volume_command
from edition.cli.arguments import Parser
from edition.cli.outputs import modified
from edition.cli.planoptions import asked_planning
from edition.cli.standardstreams import STANDARD
from edition.cli.voice import Voice
from edition.errors import WrongUse
from edition.packs import shelf
from edition.packs.known import packs
from edition.packs.shipped import shipped_packs
from edition.sandbox.childlimits import Limits
from edition.trade.regions import region_of

if TYPE_CHECKING:
    from edition.archive.nightshift import ArchiveAsked

MOST_SECONDS, MOST_MEMORY = 300.0, 2_048
MOST_WORKERS = 256


def archive_options(command: Parser, voice: Voice) -> None:
    """What the command takes beside the options of a single issue."""
    command.add_argument(
        "folder", nargs="?", metavar=voice.phrase("name_archive"),
        help=voice.phrase("help_archive_given"),
    )
    for option, name, says in (
        ("--out", "folder", "help_out_archive"), ("--workers", "count", "help_workers"),
        ("--most-seconds", "seconds", "help_most-seconds"),
        ("--most-memory", "megabytes", "help_most-memory"), ("--dask", "address", "help_dask"),
        ("--volume", "span", "help_volume_archive"),
    ):
        names = ("-o", option) if option == "--out" else (option,)
        command.add_argument(
            *names, metavar=voice.phrase(f"name_{name}"),
            help=voice.phrase(says, seconds=MOST_SECONDS, megabytes=MOST_MEMORY),
        )
    command.add_argument("--retry", choices=("failed",), help=voice.phrase("help_retry"))
    command.add_argument("--only", choices=("pdf", "epub"), help=voice.phrase("help_only"))
    for flag, says in (
        ("--stories", "help_stories_archive"), ("--unchecked", "help_unchecked"),
        ("--strict", "help_strict_archive"),
    ):
        command.add_argument(flag, action="store_true", help=voice.phrase(says))


def archive_command(options: Namespace, voice: Voice) -> int:
    """Build what is missing, and bind the volume that is asked for; without a folder bind alone."""
    if options.volume is None:
        return _build(options, voice)
    limits = _limits(options)
    _hold_out(options)
    ended = 0 if options.folder is None else _build(options, voice)
    return max(ended, volume_command(options, limits, voice))


def _build(options: Namespace, voice: Voice) -> int:
    """Build what is missing; 1 where an issue has failed, now or before."""
    from edition.archive.accounts import write_accounts
    from edition.archive.nightshift import archive

    asked = _asked(options, voice)
    gc.enable()  # A night is long, though what it makes is made elsewhere.
    try:
        with ShownWork(voice) as shown:
            night = archive(asked, shown.told)
    except KeyboardInterrupt:
        voice.say("archive_broken_off")
        raise
    report = write_accounts(asked.out, night.rows, voice.lang)
    shown.over(night, asked.out, report)
    failed = any(row.state != "done" for row in night.rows)
    faulty = options.strict and any(row.faults for row in night.rows)
    return 1 if failed or faulty else 0


def _asked(options: Namespace, voice: Voice) -> ArchiveAsked:
    """The options as values. Raises WrongUse for what is none, before any copy is looked at."""
    from edition.archive.nightshift import ArchiveAsked
    from edition.issue.wholeissue import IssueAsked

    if not options.folder:
        raise WrongUse("archive_of_nothing")
    _hold_out(options)
    if options.to is not None:
        region_of(options.to)
    name = options.layout
    strange = name not in shipped_packs() and (name in packs() or Path(name).is_dir())
    if not strange:  # One from elsewhere is read in a child, when the archive is looked through.
        shelf.pack(name).style(options.theme)
    planning = asked_planning(options)
    kinds = ("proof", *(kind for kind in ("pdf", "epub") if options.only in (None, kind)))
    issue = IssueAsked(
        (), (*kinds, "stories") if options.stories else kinds, options.layout, options.theme,
        options.to, options.encoding, options.house, planning.effort, planning.pages, planning.fit,
        BookForm(options.writing == "vertical", options.embed_fonts, options.images == "keep"),
        modified(), voice.decided, not options.unchecked,
    )
    workers = int(_number(options.workers, "--workers", _processors(), MOST_WORKERS))
    return ArchiveAsked(
        Path(options.folder), Path(options.out), issue, workers, _limits(options),
        options.retry == "failed", options.dask, voice.lang,
    )


def _hold_out(options: Namespace) -> None:
    if options.out in (None, "", STANDARD):
        raise WrongUse("archive_nowhere")


def _limits(options: Namespace) -> Limits:
    """The bounds of one issue."""
    return Limits(
        _number(options.most_seconds, "--most-seconds", MOST_SECONDS),
        int(_number(options.most_memory, "--most-memory", MOST_MEMORY)),
    )


def _number(given: str | None, option: str, usual: float, most: int = 10**7) -> float:
    if given is None:
        return usual
    few = given.isdecimal() and len(given) < 9
    if not few or not 1 <= int(given) <= most:
        raise WrongUse("option_no_count", option=option, value=given, most=most)
    return int(given)


def _processors() -> int:
    """Those this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - elsewhere than on Linux
