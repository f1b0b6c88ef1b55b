"""The desk (案头): a page made right in a browser, its copy, answers and wishes in files alone.

`newsdesk.py` holds what is on the desk now; `copyroom.py` reads and writes its files; a process
of its own, `pagebench.py`, makes the pages; `doors.py` is what a browser may ask, `guard.py` who
may ask. Told in docs/desk.md.
"""
