"""The score from which a night editor prints a page, fixed before editions of `SEED` are drawn.

`verdicts.tsv` holds 57 pages of seed 61, scored by the weights that judge now: one page of each
of 40 random editions and 17 spoiled ones, shown in a mixed order without score or name to two
readers, who differed on one page. Of 16 pages both called `not`, eleven score 23.4 to 76.4, two
82.7 and 83.2, and three higher (88.1: no head leads; 90.5: text through the rule of a box;
97.3: a portrait larger than all of its page). Of 40 both called `print` four score 69.8 to
77.5, one 80.2, the others 85.9 to 100. At 84 three pages called `not` would pass and five
called `print` would fall; a point lower two more would pass.
"""

from edition.checks.weights import PRINT_IT

__all__ = ["PRINT_IT", "SEED"]
SEED = 401
"""whose hundred editions are drawn once the threshold stands, and are not developed on"""
