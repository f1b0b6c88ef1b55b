"""The sentences of packs from anywhere."""
