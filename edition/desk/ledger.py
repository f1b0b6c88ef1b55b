"""What a browser asks, judged, and written into a sidecar as a hand would write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from edition.answering import ROLES, Do
from edition.desk.storynames import NamedStory
from edition.errors import WrongUse
from edition.passes.script.formanswers import answer_entries, answered_house
from edition.passes.script.formdoubts import ReviewedForm
from edition.sidecar.housememory import parse_house, written_house
from edition.sidecar.rewriting import SidecarText
from edition.sidecar.wishes import head_breaks

Kinds = type | tuple[type, ...]
_SEAMS = (Do.JOIN, Do.SPLIT)
_WISHES: Mapping[str, Kinds] = {
    "rank": int, "brief": bool, "jump": bool, "page": int, "columns": int, "head": str,
    "box": bool, "headline_lines": list,
}
_OF_PICTURE: Mapping[str, Kinds] = {
    "caption": str, "credit": str, "alt": str, "focus": list, "optional": bool, "place": str,
    "width": (int, str), "leave_out": bool,
}
_OF_IMPRINT: Mapping[str, Kinds] = {
    "paper": str, "date": str, "issue": str, "page": str, "page_title": str,
}
_BEHIND = ("page", "issue", "date", "paper")
"""keys behind which a new one of the imprint stands"""
MOST_PARTS = 4
"""of a value that is a list: sides of a focus box, lines of a headline"""
MOST_WORDS = 20_000
"""characters of one value from a browser"""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """An answer as it came from a browser, judged."""

    file: str
    line: int
    text: str
    do: Do
    words: str | None = None
    query: str | None = None
    also: tuple[str, ...] = ()
    said: str = ""
    """the query, for the comment"""

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> AnswerGiven:
        """Raises WrongUse for what is no answer."""
        line, do = asked.get("line"), asked.get("do")
        also = asked.get("also") or []
        if type(line) is not int or do not in tuple(Do) or not isinstance(also, list):
            raise WrongUse("desk_no_answer")
        return cls(
            words_of(asked, "file"), line, words_of(asked, "text"), Do(do),
            words_of(asked, "with") if do == Do.REPLACE else None,
            words_of(asked, "query") or None if do == Do.KEEP else None,
            tuple(str(one)[:MOST_WORDS] for one in also[:2000]) if do in ROLES else (),
            words_of(asked, "said"),
        )


def words_of(asked: Mapping[str, Any], key: str) -> str:
    """A text of what was asked, one line. Raises WrongUse for anything else."""
    value = asked.get(key, "")
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > MOST_WORDS:
        raise WrongUse("desk_no_answer")
    return " ".join(value.split("\n"))


def answered(sidecar: SidecarText, given: AnswerGiven, file: str | None) -> SidecarText:
    """With the answer at the end; those to the same question that it replaces are taken out."""
    old = sidecar.table.get("answers", ())
    for number in reversed(range(len(old))):
        if _replaces(given, old[number], file):
            sidecar = sidecar.removed("answers", number)
    values: dict[str, object] = {"file": file} if file else {}
    values |= {"line": given.line, "text": given.text, "do": str(given.do)}
    if given.also:
        values["also"] = given.also
    if given.words is not None:
        values["with"] = given.words
    if given.query:
        values["query"] = given.query
    return sidecar.added("answers", values, given.said)


def _replaces(given: AnswerGiven, old: Mapping[str, Any], file: str | None) -> bool:
    if old.get("line") != given.line or old.get("file") != file:
        return False
    do = old.get("do")
    if given.do in ROLES:
        return do in ROLES
    if given.do in _SEAMS:
        return do in _SEAMS
    if given.do is Do.REPLACE:
        return do == given.do and old.get("text") == given.text
    return do == given.do and old.get("query") == given.query


def is_answer(sidecar: SidecarText, number: int, seen: Mapping[str, Any]) -> bool:
    """True where the answer of a number, from 0, is still the one that a browser saw."""
    found = sidecar.table.get("answers", ())
    own: Mapping[str, Any] = found[number] if 0 <= number < len(found) else {}
    return all(key not in seen or own.get(key) == seen[key] for key in ("line", "text", "do"))


def withdrawn(sidecar: SidecarText, number: int) -> SidecarText:
    """Without one of its answers, from 0. Raises WrongUse where there is none."""
    if not 0 <= number < len(sidecar.table.get("answers", ())):
        raise WrongUse("desk_no_answer")
    return sidecar.removed("answers", number)


def wished(
    sidecar: SidecarText, story: Sequence[str | int], wishes: Mapping[str, Any]
) -> SidecarText:
    """With wishes for a story set, None takes one back; `story` are its names, the first to write.

    An entry that wishes nothing more is taken out; one that names an older headline follows it.
    """
    _hold(wishes, _WISHES)
    found = sidecar.table.get("stories", [])
    number = _number_of(found, "headline", story)
    if number is None:
        values = {key: value for key, value in wishes.items() if value is not None}
        return sidecar.added("stories", {"headline": story[0], **values}) if values else sidecar
    follows = _renamed(found[number], "headline", story)
    sidecar = sidecar.changed("stories", number, {**follows, **wishes})
    if set(sidecar.table["stories"][number]) == {"headline"}:
        return sidecar.removed("stories", number)
    return sidecar


def hold_lines(headline: str, wishes: Mapping[str, Any]) -> None:
    """Raises WrongUse for lines that are not the very words of a headline."""
    lines = wishes.get("headline_lines")
    if lines is None:
        return
    known = isinstance(lines, list) and all(isinstance(one, str) and one for one in lines)
    if not known or head_breaks(headline.strip(), lines) is None:
        raise WrongUse("desk_no_answer")


def imprinted(sidecar: SidecarText, values: Mapping[str, Any]) -> SidecarText:
    """With what stands at the head of the paper changed; None or nothing takes a key out."""
    _hold(values, _OF_IMPRINT)
    return sidecar.top({key: words_of(values, key).strip() or None for key in values}, _BEHIND)


def form_chosen(
    house: tuple[bytes, str], doubts: Sequence[ReviewedForm], answer: tuple[str, str], tag: str
) -> str:
    """The text of a house.toml, which is given with its name, with a form chosen for a word."""
    word, form = answer
    known = next((one.doubt for one in doubts if one.doubt.word == word), None)
    if known is None or form not in (known.chosen, *known.others):
        raise WrongUse("desk_no_answer")
    entries = answer_entries(doubts, {word: form}, tag)
    return answered_house(*house, entries)


def form_withdrawn(house: bytes, name: str, entry: str) -> str:
    """The text of a house.toml without one of its choices."""
    memory = parse_house(house, name)
    if entry not in memory.glossary:
        raise WrongUse("desk_no_answer")
    kept = tuple(one for one in memory.glossary if one != entry)
    return written_house(replace(memory, glossary=kept), house.decode("utf-8-sig"))


def ranked(
    sidecar: SidecarText, file: str | None, ranks: Sequence[tuple[NamedStory, int | None]]
) -> SidecarText:
    """With the ranks of several stories."""
    for story, rank in ranks:
        names = story.known_by(sidecar.table.get("stories", ()), "headline")
        sidecar = wished(sidecar, names, {"rank": rank})
    return sidecar


def pictured(sidecar: SidecarText, story: str | int, file: str, caption: str) -> SidecarText:
    """With one more picture for a story."""
    values: dict[str, object] = {"file": file, "story": story, "caption": caption}
    return sidecar.added("pictures", values)


def picture_wished(
    sidecar: SidecarText, file: str, wishes: Mapping[str, Any], story: Sequence[str | int] = (),
    shown: bool = True,
) -> SidecarText:
    """With what is said of a picture changed; None takes it back. Raises WrongUse.

    `story` are the names of its story: another story's entry of the same file stays. Where its copy
    has `shown` the picture itself its entry is made with the first wish, and goes with the last.
    """
    _hold(wishes, _OF_PICTURE)
    number = _picture_number(sidecar, file, story)
    if number is None:
        if not (story and shown):
            raise WrongUse("desk_no_answer")
        values = {key: value for key, value in wishes.items() if value is not None}
        given = {"file": file, "story": story[0], **values}
        return sidecar.added("pictures", given) if values else sidecar
    follows = _renamed(sidecar.table["pictures"][number], "story", story)
    sidecar = sidecar.changed("pictures", number, {**follows, **wishes})
    if story and shown and set(sidecar.table["pictures"][number]) <= {"file", "story"}:
        return sidecar.removed("pictures", number)
    return sidecar


def picture_removed(
    sidecar: SidecarText, file: str, story: Sequence[str | int] = ()
) -> SidecarText:
    """Without a picture, of a story where its names are given; its file stays. Raises WrongUse."""
    number = _picture_number(sidecar, file, story)
    if number is None:
        raise WrongUse("desk_no_answer")
    return sidecar.removed("pictures", number)


def _picture_number(
    sidecar: SidecarText, file: str, story: Sequence[str | int]
) -> int | None:
    """Which of its pictures is of a file, and of a story where its names are given, from 0."""
    found = sidecar.table.get("pictures", [])
    own = [one if one.get("file") == file else {} for one in found]
    if story:
        return _number_of(own, "story", story)
    return next((at for at, one in enumerate(own) if one), None)


def _number_of(
    entries: Sequence[Mapping[str, Any]], key: str, names: Sequence[str | int]
) -> int | None:
    """The first entry that names a story under `key`, by the first of its names that is used."""
    for name in names:
        for at, one in enumerate(entries):
            if one.get(key) == name:
                return at
    return None


def _renamed(old: Mapping[str, Any], key: str, names: Sequence[str | int]) -> dict[str, Any]:
    """What makes an entry that names its story by other words name it as it is named now."""
    return {key: names[0]} if names and isinstance(old[key], str) and old[key] != names[0] else {}


def pinned(sidecar: SidecarText, page: int, key: str | None) -> SidecarText:
    """With a page pinned to a shape, or to none."""
    plan = sidecar.table.get("plan", {})
    old = plan.get("pinned", [])
    old = [old] if isinstance(old, str) else old
    kept = [one for one in old if not str(one).startswith(f"{page}-")]
    new = [*kept, key] if key else kept
    if not new and "plan" not in sidecar.table:
        return sidecar
    return sidecar.single("plan", {"pinned": new or None})


def _hold(wishes: Mapping[str, Any], known: Mapping[str, Kinds]) -> None:
    """Raises WrongUse for a wish that is not known, or of another kind."""
    for key, value in wishes.items():
        wanted = known.get(key)
        if wanted is None or not (value is None or _is_of(wanted, value)):
            raise WrongUse("desk_no_answer")


def _is_of(wanted: Any, value: Any) -> bool:
    if not isinstance(value, wanted) or (wanted is not bool and isinstance(value, bool)):
        return False
    if isinstance(value, list):
        return len(value) <= MOST_PARTS and all(
            type(one) in (int, float) or (isinstance(one, str) and len(one) <= MOST_WORDS)
            for one in value
        )
    return not isinstance(value, str) or len(value) <= MOST_WORDS
