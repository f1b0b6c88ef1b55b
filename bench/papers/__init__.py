"""Eight kinds of paper with invented copy, and the scenes drawn for their pictures."""
