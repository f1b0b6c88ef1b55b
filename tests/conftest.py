"""Tests read English messages, whatever the locale of the machine, unless they ask otherwise."""

from __future__ import annotations

import os

if os.environ.pop("LC_ALL", ""):
    os.environ["LC_CTYPE"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ["LC_MESSAGES"] = "en_US.UTF-8"
