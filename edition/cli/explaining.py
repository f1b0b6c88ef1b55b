"""`edition stories FILE --explain LINE`: why a line was read so. `--remember`: what answers say of
the paper, written into its house.toml."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli.standardstreams import ascii_only, put
from edition.cli.voice import Voice
from edition.delivery.onto_disk import write_file
from edition.errors import WrongUse
from edition.sandbox.childlimits import Limits

if TYPE_CHECKING:
    from edition.readers.sources import Source


def explain_command(options: Namespace, sources: Sequence[str | Source], voice: Voice) -> int:
    """Print why the lines named by `--explain` were read so, and nothing else."""
    from edition import build
    from edition.render.editor.explained import explained_data, explained_text

    if len(sources) != 1:
        raise WrongUse("explain_several", count=len(sources))
    numbers = [_number(given) for given in options.explain]
    found = build.explain(
        sources[0], *numbers, encoding=options.encoding,
        sandbox=asked_limits(options), house=options.house,
    )
    voice.hear(reading.text for reading in found)
    if options.json:
        data = explained_data(found, voice.lang)
        put(json.dumps(data, ensure_ascii=ascii_only(), indent=1))
    else:
        put(explained_text(found, voice.lang))
    return 0


def remember_command(options: Namespace, sources: Sequence[str | Source], voice: Voice) -> int:
    """Write house.toml, and say which lines are new in it."""
    from edition import build
    from edition.readers.sources import house_of
    from edition.sidecar.housememory import written_house

    first, target = asked_house(options, sources)
    house = build.remember(
        *sources, encoding=options.encoding, house=first.house_name or None,
        sandbox=asked_limits(options),
    )
    before = house_of(first)
    new = [
        line for key in ("furniture", "sections", "columns")
        for line in getattr(house, key) if line not in getattr(before, key)
    ]
    if not new:
        voice.say("remembered_nothing", file=str(target))
        return 0
    old = (first.house or b"").decode("utf-8-sig")
    write_file(target, written_house(house, old).encode())
    voice.say("remembered", file=str(target), count=len(new), lines=tuple(new))
    return 0


def asked_limits(options: Namespace) -> Limits | None:
    return Limits() if options.sandbox else None


def asked_house(options: Namespace, sources: Sequence[str | Source]) -> tuple[Source, Path]:
    """The first source with its house memory, and where that is, or would be."""
    from edition.readers.sources import load

    given = Path(options.house) if options.house else None
    first = load(sources, given if given and given.exists() else None)[0]
    return first, given or _house_file(first)


def _house_file(source: Source) -> Path:
    if source.house_name:
        return Path(source.house_name)
    if not source.path.name:
        raise WrongUse("remember_nowhere", where=source.name)
    return source.path.parent / "house.toml"


def _number(given: str) -> int:
    if not given.isdecimal():
        raise WrongUse("explain_number", value=given)
    return int(given)
