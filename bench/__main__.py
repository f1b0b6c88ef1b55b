"""Every measurement of the project, as tables; `make bench` runs typography and make-up.

`python -m bench editions …` prints random editions of all packs and holds them against the
preflight, `python -m bench pairs …` the score against eyes,
`python -m bench makeup …` measures make-up, `python -m bench reading …` reading,
`python -m bench copyfuzz …` whether made-up copy stands whole on page and in book,
`python -m bench folder` the reading of 100 MB, `python -m bench fuzz` damaged files,
`python -m bench books fuzz` random books through epubcheck, `python -m bench books pandoc` the
making of a book beside pandoc's, `python -m bench books screens FOLDER` what its readers see,
`python -m bench formats FOLDER` what real Word files and web pages lose,
`python -m bench script` the change of script on sets of its own,
`python -m bench bylines` the names in bylines and datelines, `python -m bench words` the parts of
Word files that no style names,
`python -m bench train CORPUS` fits the weights of the reader of pasted pages,
`python -m bench marked CORPUS [FOLDER]` tries it on pages it was not fitted to,
`python -m bench answers CORPUS [FOLDER]` counts the answers that bring such pages to their gold,
`python -m bench sitting [CORPUS]` counts the actions of one sitting at the desk,
`python -m bench deskpace` how soon the desk answers after a changed line,
`python -m bench pace OLD_CHECKOUT` the speed against another checkout, in pairs,
`python -m bench flat` against the drawing library alone, `python -m bench peers` against the
programs of others, `python -m bench planning` the time of make-up and of a session,
`python -m bench archive` the archive against one warm process, `python -m bench kills` the
archive and its children killed again and again, `python -m bench model plan` and
`compare` the same simulated,
`python -m bench bindings` compiles what the drawing library declares of Pango,
`python -m bench house` the house itself, `python -m bench [SET …]` the setting of text;
`python -m bench.mutants` puts small faults into the house and sees whether a test fails.
"""

from __future__ import annotations

import sys
from importlib import import_module

MEASURES = {
    **{name: f"bench.{name}" for name in (
        "makeup", "fuzz", "copyfuzz", "folder", "formats", "reading", "house", "bylines", "pace",
        "words", "flat", "script", "bindings", "sitting", "planning", "archive", "kills",
        "deskpace",
    )},
    "peers": "bench.rivals", "model": "bench.archive_model",
    "editions": "bench.editions.command", "pairs": "bench.pairs.command",
    "train": "bench.train.command", "marked": "bench.train.marked",
    "answers": "bench.train.answered", "books": "bench.books",
}

if __name__ == "__main__":
    given = sys.argv[1:]
    if given[:1] and given[0] in MEASURES:
        sys.exit(import_module(MEASURES[given[0]]).main(given[1:]))
    sys.exit(import_module("bench.typography").main(given))
