"""The tags of a drawn file: what the engine does not say by itself."""
