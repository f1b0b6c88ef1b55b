"""The sentences themselves, a file for each room that speaks."""
