"""Copy in Latin letters."""
