"""What a line never parts: names, prices, figures with their signs, fractions, scores, formulas."""

from __future__ import annotations

from edition.patterns import late
from edition.trade.names import COMMON_SURNAMES

_HAN = "[\u4e00-\u9fff]"
WHOLE = (
    late(r"〔\d{4}〕(?:第)?\d+号?"),
    # A name of two characters with a space in it, 李　明: one side of it ends there, or it
    # begins with a surname.
    late(rf"(?<!{_HAN}){_HAN}\u3000{_HAN}"),
    late(rf"{_HAN}\u3000{_HAN}(?!{_HAN})"),
    late(rf"[{''.join(sorted(COMMON_SURNAMES))}]\u3000{_HAN}"),
    # A price by the measure: 元/㎡, 元／吨.
    late(rf"[元角分][/／](?:[㎡㎥]|{_HAN}|[A-Za-z]{{1,3}}[²³]?(?![A-Za-z]))"),
    late(r"[\d０-９][℃℉‰％%㎡㎥]"),
    # Fractions, ratios and scores: １／３, 3：2.
    late(r"[\d０-９]{1,4}[:：∶/／][\d０-９]{1,4}"),
    late(r"[－−+＋][０-９]"),
    # Degrees and minutes with the quarter of the sky: 28°41′N, 東經115°52′.
    late(r"[°′″](?:[NSEW]|\d)"),
    # Formulas and powers: H₂O, 10⁻³.
    late(r"[A-Za-z\d)）][₀-₉⁰¹²³⁴-⁹⁻⁺]+"),
)
"""Each is bounded, so that a search over a paragraph takes linear time."""
