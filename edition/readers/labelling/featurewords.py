"""The names of the labeller's features in words an editor understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from edition.messages.catalogue import PHRASES
from edition.messages.texts import Phrase, Value
from edition.readers.labelling.storysigns import SINCE
from edition.readers.labelling.surroundings import SHARED, SHARES
from edition.readers.labelling.traits import LENGTHS

Decoder = Callable[[str], Value]
_BESIDE = re.compile(r"next([+-])1:(.+)")
_ASIDE_FORM = re.compile("aside-(.+)-(sure|maybe)")


def feature_words(name: str) -> Phrase:
    """What the feature `name` says of its line; its bare name where its family is not known."""
    beside = _BESIDE.fullmatch(name)
    if beside is not None:
        side = "above" if beside.group(1) == "-" else "below"
        return Phrase(f"feature_next_{side}", {"says": feature_words(beside.group(2))})
    family, _, held = _plain(name).partition("=")
    parts = re.split(r"[|&]", held) if held else []
    known = _FAMILIES.get(family)
    if known is None or len(known) != len(parts):
        return Phrase("feature_other", {"name": name})
    key = family.replace("+", "_plus").replace("-", "_")
    values = {
        place: decode(part) for (place, decode), part in zip(known, parts, strict=True)
    }
    return Phrase(f"feature_{key}", values)


def _plain(name: str) -> str:
    """A name whose family stands before its one `=`."""
    name = name.replace("white-above&", "white-above-")
    if name.startswith("sign=") and "&shape=" in name:
        return name.replace("sign=", "sign-shape=").replace("&shape=", "&")
    name = re.sub(r"^(site=)(.)(.)(.)&", r"\1\2|\3|\4&", name)
    return re.sub(r"^((?:own-words|counts-up)=)(.)(.)$", r"\1\2|\3", name)


def _one(prefix: str) -> Decoder:
    """Values with a phrase of their own, `prefix` before it."""
    def told(value: str) -> Value:
        key = f"word_{prefix}{value}"
        return Phrase(key) if key in PHRASES else value

    return told


def _most(most: int) -> Decoder:
    """Counts that are cut off at `most`."""
    return lambda value: f"≥{value}" if value == str(most) else value


def _shape(value: str) -> Value:
    bare = value.rstrip(",+")
    found = _one("shape_")(bare)
    if value.endswith(","):
        return Phrase("word_shape_marked", {"shape": found})
    return Phrase("word_shape_signed", {"shape": found}) if value.endswith("+") else found


def _form(value: str) -> Value:
    aside = _ASIDE_FORM.fullmatch(value)
    if aside is None:
        return _one("form_")(value)
    return Phrase(f"word_form_aside_{aside.group(2)}", {"sort": Phrase(f"aside_{aside.group(1)}")})


def _range(value: str) -> Value:
    at = int(value)
    if at >= len(LENGTHS):
        return f">{LENGTHS[-1]}"
    low = LENGTHS[at - 1] + 1 if at else 1
    return f"{low}" if low == LENGTHS[at] else f"{low}–{LENGTHS[at]}"


def _quarters(value: str) -> Value:
    """Percent, from the number of whole quarters; eight of them are eight or more."""
    quarters = int(value)
    return f"≥{25 * quarters}" if quarters == 8 else f"{25 * quarters}–{25 * (quarters + 1)}"


def _step(steps: tuple[float, ...]) -> Decoder:
    def told(value: str) -> Value:
        at = int(value)
        return f"≤{steps[at]:g}" if at < len(steps) else f">{steps[-1]:g}"

    return told


def _pattern(value: str) -> Value:
    if value == "long":
        return Phrase("word_speech_long")
    return tuple(_one("speech_")(letter) for letter in value)


def _opener(value: str) -> Value:
    return _one("speech_" if len(value) == 1 else "opening_")(value)


def _as_is(value: str) -> Value:
    return value


_WHITE, _SPEECH, _MUCH, _YES = _one("white_"), _one("speech_"), _one("much_"), _one("whether_")
_PART, _UNDER = _one("part_of_"), _one("beside_")
_SIDE: Mapping[str, tuple[tuple[str, Decoder], ...]] = MappingProxyType({
    "": (("edge", _as_is),), "-length": (("count", _most(5)),), "-pattern": (),
    "-forms": (("count", _most(2)),), "-words": (("count", _most(2)),),
    "-like": (("count", _most(3)), ("one", _YES), ("two", _YES)),
})
_FAMILIES: Mapping[str, tuple[tuple[str, Decoder], ...]] = MappingProxyType({
    "always": (), "dated": (), "long": (), "noverb": (), "repeated": (), "after-broken": (),
    "kin-opens-alike": (), "white-above-short": (), "white-above-long": (),
    "len": (("size", _range),), "end": (("mark", _one("end_")),), "shape": (("shape", _shape),),
    "is": (("form", _form),), "commas": (("count", _most(3)),), "stops": (("count", _most(3)),),
    "has": (("mark", _one("mark_")),), "halves": (("count", _most(3)),),
    "digits": (("digits", _one("digits_")),), "first": (("speech", _SPEECH),),
    "last": (("speech", _SPEECH),), "verbs": (("count", _most(4)),), "word": (("word", _as_is),),
    "pattern": (("speech", _pattern),), "style": (("style", _as_is),),
    "sign": (("sign", _one("sign_")),), "sign-shape": (("sign", _one("sign_")), ("shape", _shape)),
    "share": (("size", _quarters),), "length": (("size", _quarters),),
    "white-above": (("white", _WHITE),), "white-below": (("white", _WHITE),),
    "indent": (("indent", _one("indent_")), ("length", _one("size_"))),
    "top": (("count", _as_is),), "foot": (("count", _as_is),),
    "at-2": (("shape", _shape),), "at-1": (("shape", _shape),), "at+1": (("shape", _shape),),
    "at+2": (("shape", _shape),), "up": (("one", _shape), ("here", _shape)),
    "down": (("here", _shape), ("one", _shape)),
    "both": (("one", _shape), ("here", _shape), ("two", _shape)),
    "up2": (("two", _shape), ("one", _shape), ("here", _shape)),
    "down2": (("here", _shape), ("one", _shape), ("two", _shape)),
    "longer-1": (("count", _as_is),), "longer+1": (("count", _as_is),),
    "text-above": (("count", _most(4)),), "text-below": (("count", _most(5)),),
    "text": (("one", _most(3)), ("two", _most(3))),
    "blocks": (("one", _most(4)), ("two", _most(4))),
    "kin": (("count", _most(3)),), "twins": (("count", _most(2)),),
    "counts": (("number", _one("counting_")),), "counts-up": (("one", _YES), ("two", _YES)),
    "words-below": (("share", _PART),), "words-above": (("share", _PART),),
    "words-first": (("share", _PART),), "own-words": (("one", _YES), ("two", _YES)),
    "own-above": (("count", _most(3)),), "own-below": (("count", _most(3)),),
    "same-matter": (("count", _most(5)),), "nearness": (("count", _as_is),),
    "threads": (("count", _step(SHARED)),), "threads-share": (("count", _step(SHARES)),),
    "ends": (("one", _one("end_")), ("two", _one("end_")), ("length", _one("size_"))),
    "broken": (
        ("much", _MUCH), ("one", _one("end_")), ("two", _one("end_")),
        ("length", _one("size_")),
    ),
    "runs-on": (("one", _YES), ("two", _YES), ("length", _one("size_"))),
    "signed": (("much", _MUCH), ("one", _YES), ("two", _YES)), "signed-above": (("one", _YES),),
    "reports": (("much", _MUCH), ("one", _YES), ("two", _YES)),
    "like": (("count", _most(5)), ("length", _one("size_"))),
    "opens": (("opening", _one("opening_")),), "over": (("one", _YES),),
    "since": (("count", _step(SINCE)),), "named": (("count", _most(3)), ("one", _YES)),
    "named-share": (("share", _PART),), "echo": (("share", _PART),),
    "side": (), "agency": (), "scene": (), "under-picture": (("count", _as_is),),
    "single": (("one", _one("beside_")), ("two", _one("beside_"))),
    "site": (("here", _YES), ("one", _YES), ("two", _YES), ("length", _one("size_"))),
    "house-bylines": (("manner", _one("bylines_")),), "mates": (),
    "site-part": (("share", _PART), ("length", _one("size_"))), "latin": (("share", _PART),),
    "menu": (("count", _most(6)),), "label": (("count", _most(3)),),
    "related": (("count", _as_is),), "roled": (), "desk": (), "name-first": (),
    "vs-first": (("size", _one("ratio_")),), "as-first": (("one", _UNDER), ("two", _UNDER)),
    "opens-first": (("one", _one("opening_")), ("two", _one("opening_"))),
    "ends-as": (("one", _UNDER), ("two", _UNDER)),
    "echo-above": (("share", _PART),), "echo-below": (("share", _PART),),
    "echo-next": (("share", _PART),), "kin-start": (), "kin-end": (),
    "posed": (("length", _one("size_")),), "posture": (("length", _one("size_")),),
    "when": (("length", _one("size_")),),
    "between": (("one", _one("longer_")), ("two", _one("longer_")), ("mark", _one("end_")),
                ("length", _one("size_"))),
    "starts": (("opening", _opener), ("mark", _one("end_")), ("length", _one("size_"))),
    "scene-by": (("shape", _shape), ("length", _one("size_"))),
    "scene-over": (("shape", _shape), ("length", _one("size_"))),
    **{f"{side}{family}": parts for side in ("before", "after") for family, parts in _SIDE.items()},
})
"""family of features → the values its names hold, in their order"""
