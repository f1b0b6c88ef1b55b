"""`edition archive --volume`: options to values, and what is said at the end."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from edition.cli.outputs import asked_form, modified
from edition.cli.planoptions import asked_planning
from edition.cli.summary import Summary
from edition.cli.voice import Voice
from edition.sandbox.childlimits import Limits

_NAMED = 8
"""issues that are named where some are in no volume"""


def volume_command(options: Namespace, limits: Limits, voice: Voice) -> int:
    """Bind a span of time of an archive."""
    from edition.archive.volumes import VolumeAsked, VolumeBegun, bind_volume

    def told(word: VolumeBegun) -> None:
        if voice.is_for_programs:
            voice.event("volume", **asdict(word))
            return
        voice.say("volume_begun", issues=word.issues)
        for key, names in (
            ("volume_without_day", word.undated), ("volume_without_done", word.missing),
        ):
            if names:
                more = "…" if len(names) > _NAMED else ""
                voice.say(key, count=len(names), names=(*names[:_NAMED], *more))

    bound = bind_volume(VolumeAsked(
        Path(options.out), options.volume, options.only, options.encoding, options.house,
        asked_planning(options).pages, options.layout, asked_form(options), modified(),
        limits,
    ), told)
    pdf = [path for path in bound.files if path.suffix == ".pdf"]
    if pdf and not bound.conforming and not voice.is_for_programs:
        voice.say("volume_unclaimed")
    done = Summary(voice, bound.remarks)
    for path in bound.files:
        done.made(path)
    return done.finish(options.strict)
