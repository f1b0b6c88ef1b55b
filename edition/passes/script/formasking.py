"""What one change of script asks of the editor, and what editors have answered before."""

from __future__ import annotations

from collections.abc import Callable

from edition.passes.script.formdoubts import FormDoubt, bearer_span, settling_span, words_over
from edition.passes.script.housewords import HouseWords
from edition.passes.script.mentions import Mention
from edition.passes.script.onetext import with_put
from edition.passes.script.wordborders import Ruling
from edition.trade.script.givennames import named
from edition.trade.script.surnames import DOUBTFUL

Asked = dict[str, tuple[FormDoubt, tuple[str, str]]]
"""what is asked about: the doubt, and the two forms that the remark names"""
Put = dict[int, str]
"""offset → the character that an answer puts there"""


class Asking:
    """The doubts of one edition, each answered or asked."""

    def __init__(
        self, house: HouseWords, form_of: Callable[[str], str],
        standing_for: Callable[[str, int], str], written_out: Callable[[str], str],
    ) -> None:
        self._persons, self._places = house.persons, house.places
        self._printed = house.printed
        self._form_of = form_of
        self._standing_for = standing_for
        self._written_out = written_out
        self._families: dict[str, set[str]] = {}
        """surname of two forms → how the persons of the edition who have it are printed"""
        self.names: Asked = {}
        self.words: Asked = {}

    def bears(self, surname: str, full: str) -> None:
        """Know how a person of the edition writes the surname."""
        if surname in DOUBTFUL:
            self._families.setdefault(surname, set()).add(full)

    def person(self, name: str, full: str) -> str:
        """The form of a person's name, `full` unless it is answered; one of two forms is asked."""
        answer = self._persons.get(name)
        if answer is None and name[0] in DOUBTFUL:
            self._ask(name, full, name, name[0])
        form = full if answer is None else self._standing_for(answer, len(name))
        self.bears(name[0], form[0])
        return form

    def bearer(self, text: str, at: int) -> str:
        """The form of a surname that stands alone: that of the person who has it, if one is named.
        """
        surname = text[at]
        full = named(surname, self._form_of)
        if surname not in DOUBTFUL:
            return full
        start, end = bearer_span(text, at)
        word = text[start:end]
        answer = self._places.get(word, "")
        if len(answer) == len(word):
            return answer[at - start]
        forms = self._families.get(surname, set())
        if len(forms) == 1:
            return next(iter(forms))
        before, behind = (self._form_of(part) if part else "" for part in (
            text[start:at], text[at + 1:end],
        ))
        self._ask(word, f"{before}{full}{behind}", "", surname, at - start)
        return full

    def _ask(self, word: str, full: str, person: str, surname: str, at: int = 0) -> None:
        forms = DOUBTFUL[surname]
        others = tuple(full[:at] + form + full[at + 1:] for form in forms if form != full[at])
        doubt = FormDoubt(word, full, others, "surname", person)
        self.names.setdefault(word, (doubt, forms))

    def border(self, text: str, changed: str, at: int, ruling: Ruling) -> Put:
        """Ask about a place in a text that was `changed`, or what the answer puts there."""
        start, end = settling_span(text, at)
        answer = self._places.get(text[start:end])
        if answer is not None:
            return self._put(changed, start, end, answer)
        other = with_put(changed[start:end], {at - start: ruling.other})
        doubt = FormDoubt(
            text[start:end], self._written_out(changed[start:end]),
            (self._written_out(self._printed(other)),),
            "alone" if ruling.alone else "two_words",
        )
        context = text[max(0, at - 3):at + 4]
        self.words.setdefault(context, (doubt, (ruling.form, ruling.other)))
        return {}

    def maybe_named(self, text: str, changed: str, one: Mention) -> Put | None:
        """Ask whether words in a text that was `changed` are a name, or what the answer puts.

        None where a name is printed alike.
        """
        name = named(one.name, self._form_of)
        if name == changed[one.start:one.end]:
            return None
        start, end = words_over(text, one.start, one.end)
        answer = self._places.get(text[start:end])
        if answer is not None:
            return self._put(changed, start, end, answer)
        given = self._written_out(changed[start:end])
        other = self._written_out(
            changed[start:one.start] + name + changed[one.end:end]
        )
        doubt = FormDoubt(text[start:end], given, (other,), "name_or_word", one.name)
        self.words.setdefault(text[start:end], (doubt, (given, other)))
        return {}

    def _put(self, changed: str, start: int, end: int, answer: str) -> Put:
        """What of an answer differs from what stands there."""
        full = self._standing_for(answer, end - start)
        return {at: c for at, c in enumerate(full, start) if c != changed[at]}
