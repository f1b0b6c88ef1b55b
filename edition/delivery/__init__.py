"""Finished files in the caller's hand: looked at, accepted or not, drawn as pictures, written."""
