"""A folder of 100 MB of copy, read file by file: speed and memory.

`python -m bench folder [--megabytes 100]`. Every file is within the limits; the peak of memory
after the first tenth is set against the peak at the end, so that growth would show.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from edition import build

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_ff888278d800d57a.txt"
PAGES_A_FILE = 20
"""copies of the sample page in one file, about half a megabyte"""


def peak() -> float:
    """MB that the process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write(folder: Path, megabytes: float) -> list[Path]:
    """Files of copy that together hold `megabytes`, each unlike the others in its headlines."""
    text = SEED.read_text(encoding="utf-8")
    files: list[Path] = []
    size = 0.0
    while size < megabytes * 1e6:
        number = len(files)
        pages = (text.replace("乡贤", f"乡贤{number}·{page}") for page in range(PAGES_A_FILE))
        path = folder / f"issue-{number:04}.txt"
        data = "\n\n".join(pages).encode()
        path.write_bytes(data)
        files.append(path)
        size += len(data)
    return files


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench folder")
    parser.add_argument("--megabytes", type=float, default=100.0)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        files = write(Path(place), wanted.megabytes)
        size = sum(path.stat().st_size for path in files) / 1e6
        began, stories, early = perf_counter(), 0, 0.0
        for number, path in enumerate(files):
            stories += sum(1 for _ in build.read(path).edition.stories)
            if number == len(files) // 10:
                early = peak()
        seconds = perf_counter() - began
    print(f"{len(files)} files, {size:.0f} MB, {stories} stories")
    print(f"read in {seconds:.0f} s: {size / seconds:.2f} MB/s")
    print(f"memory: {early:.0f} MB at most after a tenth, {peak():.0f} MB at the end")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
