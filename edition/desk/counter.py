"""What a browser asks to have changed, a door each. Bodies are JSON, pictures their own bytes."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from edition.desk import ledger
from edition.desk.copyroom import CopyRoom
from edition.desk.named import (
    first_file,
    moved_to,
    named_story,
    row_at,
    waiting_caption,
)
from edition.desk.newsdesk import Newsdesk, Outdated
from edition.desk.storynames import NamedStory
from edition.errors import WrongUse
from edition.messages.texts import Lang
from edition.sidecar.rewriting import SidecarText

Door = Callable[[Request], Awaitable[Response]]
MOST_AT_ONCE = 200
"""answers that one request may give"""
MOST_NOTED = 200
"""characters of what a browser says it has done"""


class PlainAnswer(JSONResponse):
    """Plain values as JSON, the name of a file too that is no UTF-8."""

    def render(self, content: Any) -> bytes:
        try:
            return super().render(content)
        except UnicodeEncodeError:
            return json.dumps(content, allow_nan=False).encode()


class ChangeCounter:
    """The doors of one desk at which something is changed."""

    def __init__(self, desk: Newsdesk, lang_of: Callable[[Request], Lang]) -> None:
        self._desk = desk
        self._lang_of = lang_of

    def doors(self) -> dict[str, Door]:
        """Each by its address; a picture that is sent has its own."""
        return {
            "/answer": self.answer, "/withdraw": self.withdraw, "/undo": self.undo,
            "/edit": self.edit, "/save": self.save, "/wish": self.wish, "/order": self.order,
            "/pin": self.pin, "/picture": self.picture_wish, "/imprint": self.imprint,
            "/form": self.form,
        }

    async def answer(self, request: Request) -> Response:
        asked = await asked_of(request)
        rest = asked.get("rest") or []
        if not isinstance(rest, list) or not all(isinstance(one, dict) for one in rest):
            raise WrongUse("desk_no_answer")
        given = [ledger.AnswerGiven.of(one) for one in (asked, *rest[:MOST_AT_ONCE])]
        for one in given:
            row = row_at(self._desk, one.file, one.line)
            if not one.text or one.text not in row or one.file != given[0].file:
                raise WrongUse("desk_no_answer")

        def change(sidecar: SidecarText, file: str | None) -> SidecarText:
            for one in given:
                sidecar = ledger.answered(sidecar, one, file)
            return sidecar

        return await self._changed(
            request, asked, lambda room: room.rewrite(given[0].file, change)
        )

    async def withdraw(self, request: Request) -> Response:
        asked = await asked_of(request)
        number = number_in(asked, "number")

        def change(sidecar: SidecarText, _: str | None) -> SidecarText:
            if not ledger.is_answer(sidecar, number, asked):
                raise Outdated
            return ledger.withdrawn(sidecar, number)

        return await self._changed(request, asked, lambda room: room.rewrite(
            ledger.words_of(asked, "source"), change
        ))

    async def undo(self, request: Request) -> Response:
        return await self._changed(request, await asked_of(request), lambda room: room.undo())

    async def edit(self, request: Request) -> Response:
        asked = await asked_of(request)
        text = asked.get("copy")
        if not isinstance(text, str):
            raise WrongUse("desk_no_answer")
        file = ledger.words_of(asked, "file")
        return await self._changed(request, asked, lambda room: room.edit(file, text))

    async def save(self, request: Request) -> Response:
        asked = await asked_of(request)
        return await self._changed(
            request, asked, lambda room: room.save(ledger.words_of(asked, "file"))
        )

    async def wish(self, request: Request) -> Response:
        asked = await asked_of(request)
        story = self._story(asked)
        wishes = table_in(asked, "wishes")
        ledger.hold_lines(story.story.headline, wishes)
        return await self._changed(request, asked, lambda room: room.rewrite(
            story.file, lambda sidecar, _: ledger.wished(
                sidecar, story.known_by(sidecar.table.get("stories", ()), "headline"), wishes
            )
        ))

    async def order(self, request: Request) -> Response:
        """A story moved to a place by rank, from 0; those before it get their ranks too."""
        asked = await asked_of(request)
        self._story(asked)
        moved = moved_to(self._desk, number_in(asked, "story"), number_in(asked, "place"))

        def change(room: CopyRoom) -> None:
            for file in moved:
                room.rewrite(file, partial(ledger.ranked, ranks=moved[file]))

        return await self._changed(request, asked, change)

    async def pin(self, request: Request) -> Response:
        asked = await asked_of(request)
        key, page = asked.get("key"), number_in(asked, "page")
        if key is not None and not isinstance(key, str):
            raise WrongUse("desk_no_answer")
        file = first_file(self._desk)
        return await self._changed(request, asked, lambda room: room.rewrite(
            file, lambda sidecar, _: ledger.pinned(sidecar, page, key)
        ))

    async def picture(self, request: Request) -> Response:
        """A picture dropped onto a story: its bytes as the body, all else in the address."""
        asked: dict[str, Any] = dict(request.query_params)
        story = named_story(
            self._desk, count_in(asked.get("story", "")), asked.get("called")
        )
        data = await request.body()
        name, caption = ledger.words_of(asked, "name"), ledger.words_of(asked, "caption")
        caption = caption or waiting_caption(story.story, count_in(asked.get("line", "")))

        def change(room: CopyRoom) -> None:
            with room.keeping(name, data) as file:
                room.rewrite(story.file, lambda sidecar, _: ledger.pictured(
                    sidecar, story.names[0], file, caption
                ))

        return await self._changed(request, asked, change)

    async def picture_wish(self, request: Request) -> Response:
        asked = await asked_of(request)
        file, source = ledger.words_of(asked, "file"), ledger.words_of(asked, "source")
        story = self._story(asked) if "story" in asked else None
        wishes = {} if asked.get("remove") is True else table_in(asked, "wishes")

        def put(sidecar: SidecarText, _: str | None) -> SidecarText:
            entries = sidecar.table.get("pictures", ())
            names = story.known_by(entries, "story") if story else ()
            if asked.get("remove") is True:
                return ledger.picture_removed(sidecar, file, names)
            shown = asked.get("own") is not False
            return ledger.picture_wished(sidecar, file, wishes, names, shown)

        return await self._changed(request, asked, lambda room: room.rewrite(source, put))

    async def imprint(self, request: Request) -> Response:
        """What stands at the head of the paper: its name, the day, the page."""
        asked = await asked_of(request)
        values, file = table_in(asked, "values"), first_file(self._desk)
        return await self._changed(request, asked, lambda room: room.rewrite(
            file, lambda sidecar, _: ledger.imprinted(sidecar, values)
        ))

    async def form(self, request: Request) -> Response:
        """A doubtful form of the other script chosen, or a choice taken back; kept in house.toml.
        """
        asked = await asked_of(request)
        word, form = ledger.words_of(asked, "word"), ledger.words_of(asked, "form")
        entry, made = ledger.words_of(asked, "entry"), self._desk.made.data
        doubts, tag = made.get("doubts", ()), made.get("language", "")
        return await self._changed(request, asked, lambda room: room.rewrite_house(
            (lambda house, name: ledger.form_withdrawn(house, name, entry)) if entry
            else lambda house, name: ledger.form_chosen((house, name), doubts, (word, form), tag)
        ))

    def _story(self, asked: dict[str, Any]) -> NamedStory:
        """The story that is meant, still the one that the browser saw."""
        return named_story(self._desk, number_in(asked, "story"), asked.get("called"))

    async def _changed(
        self, request: Request, asked: dict[str, Any], change: Callable[[CopyRoom], None]
    ) -> Response:
        """The desk after a change, in the answer itself: the browser need not ask again."""
        noted = ledger.words_of(asked, "noted")[:MOST_NOTED]
        await self._desk.change(ledger.words_of(asked, "revision"), change, noted)
        return PlainAnswer(self._desk.state(self._lang_of(request)))


async def asked_of(request: Request) -> dict[str, Any]:
    """The body as a table. Raises WrongUse for anything else."""
    try:
        found = json.loads(await request.body())
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise WrongUse("desk_no_answer")
    return found


def number_in(asked: dict[str, Any], key: str) -> int:
    value = asked.get(key)
    if type(value) is not int or not 0 <= value < 100_000:
        raise WrongUse("desk_no_answer")
    return value


def count_in(written: str) -> int:
    """A number of an address; -1 for what is none."""
    return int(written) if written.isdecimal() and len(written) < 10 else -1


def table_in(asked: dict[str, Any], key: str) -> dict[str, Any]:
    value = asked.get(key)
    if not isinstance(value, dict):
        raise WrongUse("desk_no_answer")
    return value
