"""A child process for copy, pictures and packs of strangers, with bounds of time and memory.

`Limits` are its bounds; `in_child` has a task done there. What it sends back is text, numbers
and bytes of the house's own classes, checked field by field: never a program.
"""

from edition.sandbox.bounds import Limits
from edition.sandbox.parent import in_child

__all__ = ["Limits", "in_child"]
