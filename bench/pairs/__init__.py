"""Pairs of pages, one sound and one spoiled, to hold the score of the preflight against eyes."""
