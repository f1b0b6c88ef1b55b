"""`edition archive`: options to values, and how the night ends."""

from __future__ import annotations

import gc
import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli.archiving.archiveoptions import MOST_MEMORY, MOST_SECONDS
from edition.cli.outputs import asked_form, modified
from edition.cli.planoptions import asked_count, asked_planning
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

MOST_WORKERS = 256
_MOST = 10**7
"""of seconds and of MB that may be asked for"""


def archive_command(options: Namespace, voice: Voice) -> int:
    """Build what is missing, and bind the volume that is asked for; without a folder bind alone."""
    if options.volume is None:
        return _build(options, voice)
    from edition.archive.volumes import hold_span
    from edition.cli.archiving.volumeorders import volume_command

    hold_span(options.volume)
    limits = _limits(options)
    _hold_out(options)
    ended = 0 if options.folder is None else _build(options, voice)
    return max(ended, volume_command(options, limits, voice))


def _build(options: Namespace, voice: Voice) -> int:
    """Build what is missing; 1 where an issue has failed, now or before."""
    from edition.archive.nightshift import archive
    from edition.cli.archiving.shownwork import ShownWork

    asked = _asked(options, voice)
    gc.enable()  # A night is long, though what it makes is made elsewhere.
    try:
        with ShownWork(voice) as shown:
            night = archive(asked, shown.told)
    except KeyboardInterrupt:
        voice.say("archive_broken_off")
        raise
    shown.over(night, asked.out)
    failed = any(row.state != "done" for row in night.rows)
    faulty = options.strict and any(row.end.faults for row in night.rows)
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
    _hold_reading(options)
    planning = asked_planning(options)
    kinds = ("proof", *(kind for kind in ("pdf", "epub") if options.only in (None, kind)))
    issue = IssueAsked(
        (), (*kinds, "stories") if options.stories else kinds, options.layout, options.theme,
        options.to, options.encoding, options.house, planning.effort, planning.pages, planning.fit,
        asked_form(options), modified(), voice.decided, not options.unchecked,
    )
    workers = asked_count(options, "workers", MOST_WORKERS) or _processors()
    return ArchiveAsked(
        Path(options.folder), Path(options.out), issue, workers, _limits(options),
        options.retry == "failed", options.dask, voice.lang,
    )


def _hold_reading(options: Namespace) -> None:
    """Raises our own errors for what every issue would be refused for, one after the other."""
    from edition.copy.decode import decode_as
    from edition.readers.sources import Source, house_of, load

    if options.encoding is not None:
        decode_as(b"", "", options.encoding)
    if options.house is not None:
        for one in load((Source("copy.txt", b"x"),), options.house):
            house_of(one)


def _hold_out(options: Namespace) -> None:
    if options.out in (None, "", STANDARD):
        raise WrongUse("archive_nowhere")


def _limits(options: Namespace) -> Limits:
    """The bounds of one issue."""
    return Limits(
        asked_count(options, "most_seconds", _MOST) or MOST_SECONDS,
        asked_count(options, "most_memory", _MOST) or MOST_MEMORY,
    )


def _processors() -> int:
    """Those this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - elsewhere than on Linux
