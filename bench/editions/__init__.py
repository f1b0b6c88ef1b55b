"""Random editions of every kind and pack, drawn and held against the preflight."""
