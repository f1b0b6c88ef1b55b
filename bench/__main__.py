"""`make bench`: every measurement of the project, as tables."""

from __future__ import annotations

import sys

from bench import typography

if __name__ == "__main__":
    sys.exit(typography.main())
