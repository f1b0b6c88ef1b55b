"""What is being done (读稿、排版、拼版、输出), on a terminal; a bar where the length is known."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from edition.cli.voice import Loudness, Voice
from edition.steps import Progress, Step, untold


def is_watched(voice: Voice) -> bool:
    """True where somebody looks at a terminal and wants to see what is being done."""
    return (
        voice.loudness is not Loudness.QUIET and sys.stderr is not None and sys.stderr.isatty()
    )


@contextmanager
def shown(voice: Voice) -> Iterator[Progress]:
    """Show on a terminal that work goes on, and take it away at the end; a log file hears nothing.

    The progress it yields is handed to the steps of a build.
    """
    if voice.is_for_programs:
        yield voice.step
        return
    if not is_watched(voice):
        yield untold
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(bar_width=30),
        TimeElapsedColumn(),
    )
    console, begun = Console(stderr=True), False
    try:
        with Bars(*columns, console=console, transient=True) as bars:
            begun = True
            task = bars.add_task("", total=None)

            def tell(step: Step, share: float) -> None:
                # A share of 0 alone says nothing of the length: the bar only moves to and fro.
                total = 1.0 if share else None
                bars.update(
                    task, description=voice.phrase(f"step_{step}"), total=total, completed=share
                )

            yield tell
    finally:
        if not begun:  # an interrupt between the cursor's hiding and the first task
            console.show_cursor(True)
