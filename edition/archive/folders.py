"""What lies in the folder of an archive, by name."""

from __future__ import annotations

LEDGER = "ledger.sqlite"
ISSUES = "issues"
"""in which every issue has a folder of its own"""
VOLUMES = "volumes"
WORK = ".edition-work"
"""what hands keep for a while; it is cleared away without asking, and so is called as nobody would
call anything else"""
