"""`make bench`: every measurement of the project, as tables.

`python -m bench makeup …` measures make-up, `python -m bench reading …` reading,
`python -m bench folder` the reading of 100 MB, `python -m bench fuzz` damaged files,
`python -m bench [SET …]` the setting of text.
"""

from __future__ import annotations

import sys

from bench import folder, fuzz, makeup, reading, typography

if __name__ == "__main__":
    given = sys.argv[1:]
    if given[:1] == ["makeup"]:
        sys.exit(makeup.main(given[1:]))
    if given[:1] == ["fuzz"]:
        sys.exit(fuzz.main(given[1:]))
    if given[:1] == ["folder"]:
        sys.exit(folder.main(given[1:]))
    if given[:1] == ["reading"]:
        sys.exit(reading.main(given[1:]))
    sys.exit(typography.main(given))
