"""An editor's answers to doubtful forms, and the house.toml that holds them.

An answer is kept as an entry of the glossary that holds for what was asked alone:
`tw:@钟建国=鐘建國` for the person of that name wherever he is named, `tw:?他折了=他折了` where
these words are in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from edition.passes.script.formdoubts import FormDoubt, ReviewedForm
from edition.passes.script.housewords import PERSON, PLACE, prefix_of
from edition.sidecar.housememory import parse_house, written_house

_BETWEEN = "="


def answer_entries(
    found: Iterable[ReviewedForm], answers: Mapping[str, str], tag: str
) -> tuple[str, ...]:
    """Entries of the glossary for answers: `word` of a doubt → the form chosen for it."""
    return tuple(_entries(found, answers, tag))


def _entries(
    found: Iterable[ReviewedForm], answers: Mapping[str, str], tag: str
) -> Iterator[str]:
    for one in found:
        form = answers.get(one.doubt.word)
        # The mark between the halves of an entry cannot stand in one of them.
        if form and _BETWEEN not in one.doubt.word + form:
            yield prefix_of(tag) + _BETWEEN.join(_entry(one.doubt, form))


def _entry(doubt: FormDoubt, form: str) -> tuple[str, str]:
    person = doubt.person
    if person and (doubt.reason == "surname" or form == doubt.others[0]):
        start = doubt.word.index(person)
        behind = len(doubt.word) - start - len(person)
        return PERSON + person, form[start:len(form) - behind]
    return PLACE + doubt.word, form


def answered_house(house: bytes, name: str, entries: Iterable[str]) -> str:
    """The text of a house.toml with these entries, each in place of one for the same words.

    `house` is the file as it is, empty where there is none, `name` what an error calls it. Raises
    WrongUse for a file that is none.
    """
    memory = parse_house(house, name)
    entries = tuple(entries)
    keys = {entry.partition(_BETWEEN)[0] for entry in entries}
    kept = (entry for entry in memory.glossary if entry.partition(_BETWEEN)[0].strip() not in keys)
    glossary = tuple(dict.fromkeys((*kept, *entries)))
    return written_house(replace(memory, glossary=glossary), house.decode("utf-8-sig"))
