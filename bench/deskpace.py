"""`python -m bench deskpace [SOURCE [LAYOUT]]`: after a changed line, how soon the desk answers.

A desk as `edition desk` opens it, without a browser: the reading with its queries as the answer to
the change, then the page and its picture at the density of a screen. Time on the clock, which
other work on the machine makes longer, and of the processor, which it hardly does.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from edition.delivery.pageimages import page_image
from edition.desk.copyroom import CopyRoom, Ordered
from edition.desk.newsdesk import Newsdesk, ViewChosen

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_ff888278d800d57a.txt"
CHANGES, DPI, PATIENCE = 10, 110, 300.0
"""changes of one line; dots an inch; seconds a page is waited for"""


def main(given: Sequence[str]) -> int:
    """Print the median and the slowest of ten changes."""
    source = Path(given[0]) if given else SEED
    view = ViewChosen(layout=given[1] if len(given) > 1 else "broadsheet")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "page.txt"
        shutil.copy(source, copy)
        if source.with_suffix(".toml").exists():
            shutil.copy(source.with_suffix(".toml"), copy.with_suffix(".toml"))
        found = asyncio.run(_changes(copy, view))
    print(f"load of the machine {os.getloadavg()[0]:.1f}, processors {os.cpu_count()}")
    names = (
        "reading and queries", "page", "picture of it", "of the processor, reading", "page",
        "picture",
    )
    for name, times in zip(names, zip(*found, strict=True), strict=True):
        print(f"{name}: {statistics.median(times):.2f} s, the slowest {max(times):.2f}")
    return 0


async def _changes(copy: Path, view: ViewChosen) -> list[tuple[float, ...]]:
    desk = Newsdesk(Ordered(str(copy)), view)
    await desk.open()
    await _page(desk)
    text, found = copy.read_text(encoding="utf-8"), []
    for number in range(CHANGES):
        changed = text.replace("。", "啊。", number + 1)
        began, worked, read_for = time.perf_counter(), _worked(desk), time.process_time()

        def change(room: CopyRoom, changed: str = changed) -> None:
            room.edit("page.txt", changed)

        await desk.change(desk.revision, change)
        json.dumps(desk.state("zh-Hans"))
        read, read_for = time.perf_counter(), time.process_time() - read_for
        await _page(desk)
        made, used = time.perf_counter(), _worked(desk) - worked
        drew = time.process_time()
        page_image(desk.made.data["pdf"], 1, DPI)
        end, image = time.perf_counter(), time.process_time() - drew
        found.append((read - began, made - began, end - began, read_for, used, image))
        await _checked(desk)
    desk.close()
    return found


async def _page(desk: Newsdesk) -> None:
    """Wait for the page that is wanted."""
    end = time.perf_counter() + PATIENCE
    while desk.page("en")["waiting"]:
        if time.perf_counter() > end or desk.page_fault:
            raise TimeoutError(str(desk.page_fault))
        await asyncio.sleep(0.005)


async def _checked(desk: Newsdesk) -> None:
    """Wait until the bench has nothing to do."""
    while not desk.made.checked:
        await asyncio.sleep(0.05)


def _worked(desk: Newsdesk) -> float:
    """Seconds of the processor the bench has used; 0 where the system does not tell."""
    process = desk._foreman._process if desk._foreman else None
    stat = Path(f"/proc/{process.pid}/stat") if process else None
    if stat is None or not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    raise SystemExit(main([]))
