"""`edition review SOURCE --to TAG`: the doubtful forms of a change of script, and their answers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli.explaining import asked_limits, house_at
from edition.cli.outputs import check_writable, finished_file
from edition.cli.standardstreams import put
from edition.cli.voice import Voice
from edition.delivery.onto_disk import write_file
from edition.errors import WrongUse
from edition.trade.regions import region_of

if TYPE_CHECKING:
    from edition.passes.script.formdoubts import ReviewedForm
    from edition.readers.sources import Source


def review_command(options: Namespace, sources: Sequence[str | Source], voice: Voice) -> int:
    """List the doubtful forms; with answers, keep them in house.toml. Returns the exit code."""
    from edition import build
    from edition.passes.script.formdoubts import reviewed
    from edition.render.editor.reviewed import review_sheet, review_text, review_tsv

    if options.to is None:
        raise WrongUse("review_without_to")
    region_of(options.to)
    if options.html:
        check_writable(Path(options.html), options.sources)
    read = build.read(
        *sources, encoding=options.encoding, sandbox=asked_limits(options), house=options.house
    )
    voice.hear(story.text for story in read.edition.stories)
    found = reviewed(read.edition, build.convert(read.edition, options.to).diagnostics)
    if options.html:
        sheet = review_sheet(found, read.edition.name, options.to, voice.lang)
        write_file(Path(options.html), sheet.encode())
        voice.say("wrote", target=options.html, size=len(sheet.encode()) / 1024)
    if options.accept or options.answers:
        left = _remember(options, sources, found, voice)
        return 1 if options.strict and left else 0
    size = sum(len(story.text) for story in read.edition.stories)
    put(review_tsv(found).rstrip("\n") if options.tsv else review_text(found, size, voice.lang))
    return 1 if options.strict and found else 0


def _remember(
    options: Namespace, sources: Sequence[str | Source], found: Sequence[ReviewedForm],
    voice: Voice,
) -> int:
    """Keep the answers in house.toml; returns how many doubts are left."""
    from edition.passes.script.formanswers import answer_entries, answered_house
    from edition.readers.sources import house_of
    from edition.render.editor.reviewed import answered

    chosen = {one.doubt.word: one.doubt.chosen for one in found} if options.accept else {}
    if options.answers:
        table = finished_file(Path(options.answers)).decode("utf-8", "replace")
        chosen.update(answered(found, table, options.answers))
    first, target = house_at(options, sources)
    known = house_of(first).glossary
    entries = answer_entries(found, chosen, options.to)
    new = tuple(entry for entry in entries if entry not in known)
    if not new:
        voice.say("review_nothing", file=str(target))
        return len(found) - len(entries)
    house = answered_house(first.house or b"", first.house_name or str(target), new)
    write_file(target, house.encode())
    voice.say("review_remembered", file=str(target), count=len(new), entries=new)
    return len(found) - len(entries)
