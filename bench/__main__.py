"""`make bench`: every measurement of the project, as tables."""

from __future__ import annotations

from bench import composition

if __name__ == "__main__":
    composition.main()
