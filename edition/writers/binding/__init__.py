"""Finished PDFs bound into one, issue after issue, in the memory of one issue."""
