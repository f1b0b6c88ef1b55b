"""`edition stories FILE --explain LINE`: why a line was read so."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from edition.cli.standardstreams import ascii_only, put
from edition.cli.voice import Voice
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
        sandbox=Limits() if options.sandbox else None,
    )
    voice.hear(reading.text for reading in found)
    if options.json:
        data = explained_data(found, voice.lang)
        put(json.dumps(data, ensure_ascii=ascii_only(), indent=1))
    else:
        put(explained_text(found, voice.lang))
    return 0


def _number(given: str) -> int:
    if not given.isdecimal():
        raise WrongUse("explain_number", value=given)
    return int(given)
