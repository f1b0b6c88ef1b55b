"""What each fault costs: the one number at the head of a report."""

from __future__ import annotations

from collections.abc import Mapping

HARD = frozenset({
    "FILE", "TX1", "H1", "H2", "H3", "H4", "H5", "H6",
    "PX1", "PX2", "PX3", "PX4", "PX5", "PX6", "PX8",
})
"""a must among these that is broken makes a page not printable, whatever its score"""
PRINT_IT = 84.0
"""score from which a night editor prints a page: `bench/editions/threshold.py` tells how it was
found"""

WEIGHTS: Mapping[str, float] = {
    "H2": 2.5, "H4": 1.5, "H6": 2.0,
    "S1": 2.0, "S2": 0.25, "S3": 2.0, "S4": 0.5, "S5": 3.5, "S6": 4.0, "S7": 5.0, "S8": 1.0,
    "S9": 5.0, "S10": 3.0, "S11": 0.06, "S12": 0.5, "S13": 1.0, "S15": 0.5,
    "S17": 20.0, "S18": 38.0, "S19": 0.4, "S20": 2.0, "S21": 4.0, "S22": 6.0, "S23": 0.8,
    "S24": 0.25, "S25": 0.8, "S26": 2.5, "S27": 2.0, "S28": 0.5, "S29": 4.0, "S30": 4.0,
    "S31": 15.0, "S32": 15.0, "S33": 0.3, "S34": 2.0, "S35": 3.0, "S36": 6.0, "S37": 7.5,
    "S38": 4.0, "S39": 7.0, "S40": 9.0, "S41": 4.0,
}
"""Points for each unit of excess, a page on the mean: of % (S1, S4, S11, S15, S19, S20, S23, S24,
S28, S33), of rows (S2, S3, S25), of bumps, cuts, inversions, stories, pictures, lines (S5, S6,
S8, S13, S21, S22, S26, S27, S29 to S32, S34 to S41), of tau, share or times (S7, S9, S17, S18), of
faults (S10), of pairs of glyphs (H2), of lines per 100 legs (S12). H4 and H6 weigh where no must
is lost by them: where stories are guessed, and by how many. Fitted to votes on the pairs of
`bench pairs`, then frozen: a change makes old scores worthless, so it needs new votes.
"""
