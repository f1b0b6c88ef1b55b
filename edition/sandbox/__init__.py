"""A child process for copy, pictures and packs of strangers, with bounds of time and memory.

`childlimits.Limits` are its bounds; `parent.in_child` has a task done there. What it sends back is
text, numbers and bytes of the house's own classes, checked field by field: never a program.
"""
