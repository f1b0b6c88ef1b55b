"""The sentences of the rules of the preflight, by family."""
