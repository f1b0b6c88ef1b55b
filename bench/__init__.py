"""Measurements, kept as commands."""
