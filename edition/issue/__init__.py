"""An issue whole: all the files that are made of one, as one task."""
