"""The score from which a night editor prints a page, fixed before editions of `SEED` are drawn.

`verdicts.tsv` holds 43 pages of seed 41: one page of each of 26 random editions and 17 spoiled
ones, shown in a mixed order without score or name. Each was called `print` or `not` with the
reason before the key was opened. Pages called `not` score 3.9 to 81.7, but for one at 88.0 whose
pictures are half as wide as their places; pages called `print` score from 80.1 up, but for one at
50.8 whose stories are of the reversed rank, which no one sees who does not know the copy. At 80
three pages called `not` would pass and one called `print` would fall; at 82 one passes and four
fall. The stricter is taken. All of it is of the
weights before S38 to S41; the pages were not scored again.
"""

PRINT_IT = 82.0
SEED = 315
"""whose hundred editions are drawn once the threshold stands, and are not developed on"""
