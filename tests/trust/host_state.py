"""What a host would notice of a library: run as a program, it prints what a whole use changed.

    python host_state.py COPY.txt

Loggers, finders and lazy tables that are new and do nothing are no change.
"""

from __future__ import annotations

import gc
import json
import locale
import logging
import os
import random
import signal
import sys
import tempfile
import threading
import warnings
from pathlib import Path
from xml.etree import ElementTree

import numpy
from PIL import Image, ImageFile

_REGISTERS = ("ID", "OPEN", "SAVE", "SAVE_ALL", "EXTENSION", "MIME", "DECODERS", "ENCODERS")
_UNTOUCHED = (logging.NOTSET, [], True, False, [])


def _logger(logger: logging.Logger) -> tuple[object, ...]:
    return (
        logger.level, [repr(h) for h in logger.handlers], logger.propagate, logger.disabled,
        [repr(f) for f in logger.filters],
    )


def _loggers() -> dict[str, object]:
    known = logging.root.manager.loggerDict.items()
    found = {n: _logger(g) for n, g in known if isinstance(g, logging.Logger)}
    found["root"] = _logger(logging.root)
    return {name: state for name, state in found.items() if state != _UNTOUCHED}


def _limits() -> object:
    try:
        import resource
    except ImportError:
        return None
    return [resource.getrlimit(kind) for kind in range(10)]


def state() -> dict[str, object]:
    """Everything of the process that a library could change for others."""
    mask = os.umask(0)
    os.umask(mask)
    return {
        "environment": dict(os.environ), "folder": os.getcwd(), "umask": mask,
        "loggers": _loggers(), "disabled": logging.root.manager.disable,
        "last resort": repr(logging.lastResort), "logger class": repr(logging.getLoggerClass()),
        "pillow": {
            f"{module.__name__}.{name}": repr(value) for module in (Image, ImageFile)
            for name, value in vars(module).items() if name.isupper() and name not in _REGISTERS
        },
        "locale": locale.setlocale(locale.LC_ALL),
        "signals": {s.name: repr(signal.getsignal(s)) for s in signal.Signals},
        "warnings": [repr(f) for f in warnings.filters], "shown": repr(warnings.showwarning),
        "collector": (gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.get_freeze_count(),
                      len(gc.callbacks)),
        "random": hash(random.getstate()), "numpy random": str(numpy.random.get_state()),
        "numpy errors": numpy.geterr(), "path": list(sys.path), "hooks": len(sys.path_hooks),
        "recursion": sys.getrecursionlimit(), "excepthook": repr(sys.excepthook),
        "streams": [repr(sys.stdin), repr(sys.stdout), repr(sys.stderr)],
        "switch": sys.getswitchinterval(), "threads": [t.name for t in threading.enumerate()],
        "prefixes": sorted(ElementTree._namespace_map.items()),
        "resources": _limits(), "left over": sorted(
            p.name for p in Path(tempfile.gettempdir()).glob("*") if p.name.startswith(
                ("edition-", "weasyprint-", "jieba"))
        ),
        "modules": sorted(n for n in ("weasyprint", "jieba", "pkg_resources") if n in sys.modules),
    }


def use(path: str) -> None:
    """Every door of the package once."""
    import edition
    from edition.checks import check

    read = edition.read(path)
    paper = edition.to_pdf(read.edition, "newsletter")
    book = edition.to_epub(read.edition, paper.pages)
    edition.convert(read.edition, "zh-Hant-TW")
    check(paper.data, "page.pdf")
    check(book.data, "book.epub")


def main() -> None:
    before = state()
    use(sys.argv[1])
    after = state()
    changed = {k: (before[k], after[k]) for k in before if before[k] != after[k]}
    print(json.dumps(changed, default=str, ensure_ascii=False))


if __name__ == "__main__":
    main()
