"""What a machine must have for a page to be drawn: faces, system libraries, and how to get them.

Nothing here prints; the command line tells what is found.
"""
