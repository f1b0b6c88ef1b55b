"""What a browser may ask of the desk, a door each. Bodies are JSON, pictures their own bytes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from edition.delivery.pageimages import page_image
from edition.desk import ledger
from edition.desk.bookshelf import book_file, book_opening
from edition.desk.copyroom import CopyRoom
from edition.desk.guard import TooLarge
from edition.desk.named import first_file, moved_to, named_story, row_at
from edition.desk.newsdesk import Newsdesk, Outdated, ViewChosen
from edition.desk.screenwords import words_in
from edition.errors import EditionError, WrongUse
from edition.messages.telling import phrase
from edition.messages.texts import LANGS, Lang
from edition.packs import shelf
from edition.render.environment import environment

SCREEN = Path(__file__).with_name("screen")
_SHIPPED = {
    "desk.css": "text/css", "desk.js": "text/javascript", "copy.js": "text/javascript",
    "sheet.js": "text/javascript", "queries.js": "text/javascript", "asks.js": "text/javascript",
    "stories.js": "text/javascript", "icon.svg": "image/svg+xml",
}
LEAST_DPI, MOST_DPI = 30, 260
HEARTBEAT = 20
"""seconds between two signs of life to a browser"""
Door = Callable[[Request], Awaitable[Response]]


class _Told(JSONResponse):
    """Plain values as JSON, the name of a file too that is no UTF-8."""

    def render(self, content: Any) -> bytes:
        try:
            return super().render(content)
        except UnicodeEncodeError:
            return json.dumps(content, allow_nan=False).encode()


class Doors:
    """The routes of one desk."""

    def __init__(self, desk: Newsdesk, lang: Lang) -> None:
        self._desk = desk
        self._lang = lang
        self._known = tuple(dict.fromkeys((*shelf.layouts(), desk.view.layout)))
        self._image: dict[tuple[int, int, int], bytes] = {}
        self._templates = environment([SCREEN])

    def routes(self) -> list[Route]:
        """Every door, those that change something for POST and PUT alone."""
        looks: dict[str, Door] = {
            "/": self.screen, "/screen/{name}": self.shipped, "/words": self.words,
            "/state": self.state, "/shown": self.shown,
            "/page": self.page, "/news": self.news, "/image/{job}/{page}": self.image,
            "/other/{number}": self.other, "/export/{kind}": self.export,
            "/book/": self.book, "/book/{path:path}": self.book,
        }
        asks: dict[str, Door] = {
            "/answer": self.answer, "/withdraw": self.withdraw, "/undo": self.undo,
            "/edit": self.edit, "/save": self.save, "/wish": self.wish, "/order": self.order,
            "/pin": self.pin, "/others": self.others, "/view": self.view,
            "/picture": self.picture_wish,
        }
        return [
            *(Route(path, self._told(door)) for path, door in looks.items()),
            *(Route(path, self._told(door), methods=["POST"]) for path, door in asks.items()),
            Route("/picture", self._told(self.picture), methods=["PUT"]),
        ]

    def _told(self, door: Door) -> Door:
        """The door with every fault told in the language of the browser."""
        async def through(request: Request) -> Response:
            lang = self.lang_of(request)
            try:
                return await door(request)
            except Outdated:
                said = phrase("desk_outdated", lang)
                return _Told({"message": said, "state": self._desk.state(lang)}, 409)
            except EditionError as fault:
                return _Told({"message": fault.told(lang)}, 422)
            except TooLarge:
                return _Told({"message": phrase("desk_too_large", lang)}, 413)
            except TimeoutError:
                return _Told({"message": phrase("desk_bench_fell", lang)}, 503)

        return through

    def lang_of(self, request: Request) -> Lang:
        """The language a browser has chosen, else that of the desk."""
        chosen = request.cookies.get("edition-desk-lang")
        return next((lang for lang in LANGS if lang == chosen), self._lang)

    async def screen(self, request: Request) -> Response:
        chosen = request.query_params.get("lang")
        lang = next((one for one in LANGS if one == chosen), self.lang_of(request))
        html = self._templates.render(
            "desk.html.j2", lang=lang, words=words_in(lang), langs=LANGS,
            layouts=self._known, view=self._desk.view,
        )
        answer = Response(html, media_type="text/html")
        if chosen == lang:
            answer.set_cookie("edition-desk-lang", lang, httponly=True, samesite="strict")
        return answer

    async def shipped(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _SHIPPED:
            return Response(status_code=404)
        return Response((SCREEN / name).read_bytes(), media_type=_SHIPPED[name])

    async def words(self, request: Request) -> Response:
        return _Told(words_in(self.lang_of(request)))

    async def shown(self, request: Request) -> Response:
        """A picture that the copy shows, by its name."""
        name = request.query_params.get("name", "")
        pictures = self._desk.read.edition.pictures if self._desk.read else ()
        found = next((one for one in pictures if one.name == name), None)
        if found is None:
            return Response(status_code=404)
        return Response(found.data, media_type=found.media)

    async def state(self, request: Request) -> Response:
        return _Told(self._desk.state(self.lang_of(request)))

    async def page(self, request: Request) -> Response:
        return _Told(self._desk.page(self.lang_of(request)))

    async def news(self, request: Request) -> Response:
        async def told() -> AsyncIterator[str]:
            with self._desk.onlooker() as news:
                yield ": open\n\n"
                while self._desk.hears(news):
                    try:
                        one = await asyncio.wait_for(news.get(), HEARTBEAT)
                    except TimeoutError:
                        yield ": still here\n\n"
                        continue
                    yield f"data: {json.dumps(one)}\n\n"

        return StreamingResponse(told(), media_type="text/event-stream")

    async def image(self, request: Request) -> Response:
        job, page = (_count(request.path_params[key]) for key in ("job", "page"))
        size = _count(request.query_params.get("dpi", "96"))
        made = self._desk.made
        if job != made.job or not made.data or not LEAST_DPI <= size <= MOST_DPI:
            return Response(status_code=404)
        key = (job, page, size)
        if key not in self._image:
            try:
                drawn = await asyncio.to_thread(page_image, made.data["pdf"], page, size)
            except IndexError:
                return Response(status_code=404)
            if len(self._image) > 12:
                self._image.clear()
            self._image[key] = drawn
        return Response(self._image[key], media_type="image/png")

    async def other(self, request: Request) -> Response:
        number, others = _count(request.path_params["number"]), self._desk.made.others
        if not 0 <= number < len(others):
            return Response(status_code=404)
        return Response(others[number]["image"], media_type="image/png")

    async def answer(self, request: Request) -> Response:
        asked = await _asked(request)
        given = ledger.AnswerGiven.of(asked)
        row = row_at(self._desk, given.file, given.line)
        if not given.text or given.text not in row:
            raise WrongUse("desk_no_answer")
        return await self._changed(request, asked, lambda room: room.rewrite(
            given.file, lambda sidecar, file: ledger.answered(sidecar, given, file)
        ))

    async def withdraw(self, request: Request) -> Response:
        asked = await _asked(request)
        number = _number(asked, "number")
        return await self._changed(request, asked, lambda room: room.rewrite(
            ledger.words_of(asked, "source"), lambda sidecar, _: ledger.withdrawn(sidecar, number)
        ))

    async def undo(self, request: Request) -> Response:
        return await self._changed(request, await _asked(request), lambda room: room.undo())

    async def edit(self, request: Request) -> Response:
        asked = await _asked(request)
        text = asked.get("copy")
        if not isinstance(text, str):
            raise WrongUse("desk_no_answer")
        file = ledger.words_of(asked, "file")
        return await self._changed(request, asked, lambda room: room.edit(file, text))

    async def save(self, request: Request) -> Response:
        asked = await _asked(request)
        return await self._changed(
            request, asked, lambda room: room.save(ledger.words_of(asked, "file"))
        )

    async def wish(self, request: Request) -> Response:
        asked = await _asked(request)
        story, wishes = named_story(self._desk, _number(asked, "story")), _table(asked, "wishes")
        return await self._changed(request, asked, lambda room: room.rewrite(
            story.file, lambda sidecar, _: ledger.wished(sidecar, story.names, wishes)
        ))

    async def order(self, request: Request) -> Response:
        """A story moved to a place by rank, from 0; those before it get their ranks too."""
        asked = await _asked(request)
        moved = moved_to(self._desk, _number(asked, "story"), _number(asked, "place"))

        def change(room: CopyRoom) -> None:
            for file in moved:
                room.rewrite(file, partial(ledger.ranked, ranks=moved[file]))

        return await self._changed(request, asked, change)

    async def pin(self, request: Request) -> Response:
        asked = await _asked(request)
        key, page = asked.get("key"), _number(asked, "page")
        if key is not None and not isinstance(key, str):
            raise WrongUse("desk_no_answer")
        file = first_file(self._desk)
        return await self._changed(request, asked, lambda room: room.rewrite(
            file, lambda sidecar, _: ledger.pinned(sidecar, page, key)
        ))

    async def picture(self, request: Request) -> Response:
        """A picture dropped onto a story: its bytes as the body, all else in the address."""
        asked: dict[str, Any] = dict(request.query_params)
        story = named_story(self._desk, _count(asked.get("story", "")))
        data = await request.body()
        name = ledger.words_of(asked, "name")

        def change(room: CopyRoom) -> None:
            with room.keeping(name, data) as file:
                room.rewrite(story.file, lambda sidecar, _: ledger.pictured(
                    sidecar, story.names[0], file, ledger.words_of(asked, "caption")
                ))

        return await self._changed(request, asked, change)

    async def picture_wish(self, request: Request) -> Response:
        asked = await _asked(request)
        file, source = ledger.words_of(asked, "file"), ledger.words_of(asked, "source")
        if asked.get("remove") is True:
            return await self._changed(request, asked, lambda room: room.rewrite(
                source, lambda sidecar, _: ledger.picture_removed(sidecar, file)
            ))
        wishes = _table(asked, "wishes")
        return await self._changed(request, asked, lambda room: room.rewrite(
            source, lambda sidecar, _: ledger.picture_wished(sidecar, file, wishes)
        ))

    async def others(self, request: Request) -> Response:
        self._desk.want_others(_number(await _asked(request), "page"))
        return _Told({})

    async def view(self, request: Request) -> Response:
        asked = await _asked(request)
        layout = ledger.words_of(asked, "layout")
        if layout not in self._known or "to" not in asked:
            raise WrongUse("desk_no_answer")
        theme = self._desk.view.theme if layout == self._desk.view.layout else None
        await self._desk.look(ViewChosen(ledger.words_of(asked, "to"), layout, theme))
        return _Told({})

    async def export(self, request: Request) -> Response:
        """The page as PDF or one PNG, or the book, to be kept by the browser."""
        kind, made = request.path_params["kind"], self._desk.made
        if kind == "epub":
            book = await self._desk.bound_book()
            return _kept(book["epub"], f"{book['name']}.epub", "application/epub+zip")
        if not made.data or kind not in ("pdf", "png"):
            return Response(status_code=404)
        name = made.data["name"]
        if kind == "pdf":
            return _kept(made.data["pdf"], f"{name}.pdf", "application/pdf")
        page = _count(request.query_params.get("page", "1"))
        try:
            drawn = await asyncio.to_thread(page_image, made.data["pdf"], page, 150)
        except IndexError:
            return Response(status_code=404)
        return _kept(drawn, f"{name}-{page}.png", "image/png")

    async def book(self, request: Request) -> Response:
        """A file of the book; its opening where none is named."""
        path = request.path_params.get("path", "")
        if not path:
            made = await self._desk.bound_book()
            return _Told({"opening": f"/book/{book_opening(made['epub'])}"})
        found = book_file(self._desk.book.get("epub", b""), path)
        return Response(found[0], media_type=found[1]) if found else Response(status_code=404)

    async def _changed(
        self, request: Request, asked: dict[str, Any], change: Callable[[CopyRoom], None]
    ) -> Response:
        """The desk after a change, in the answer itself: the browser need not ask again."""
        await self._desk.change(ledger.words_of(asked, "revision"), change)
        return _Told(self._desk.state(self.lang_of(request)))


def application(desk: Newsdesk, lang: Lang, lifespan: Any = None) -> Starlette:
    """The doors as an application, without a guard."""
    return Starlette(routes=Doors(desk, lang).routes(), lifespan=lifespan)


async def _asked(request: Request) -> dict[str, Any]:
    """The body as a table. Raises WrongUse for anything else."""
    try:
        found = json.loads(await request.body())
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise WrongUse("desk_no_answer")
    return found


def _number(asked: dict[str, Any], key: str) -> int:
    value = asked.get(key)
    if type(value) is not int or not 0 <= value < 100_000:
        raise WrongUse("desk_no_answer")
    return value


def _count(written: str) -> int:
    """A number of an address; -1 for what is none."""
    return int(written) if written.isdecimal() and len(written) < 10 else -1


def _table(asked: dict[str, Any], key: str) -> dict[str, Any]:
    value = asked.get(key)
    if not isinstance(value, dict):
        raise WrongUse("desk_no_answer")
    return value


def _kept(data: bytes, name: str, media: str) -> Response:
    """A file that the browser keeps under a name."""
    return Response(data, media_type=media, headers={
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, errors='replace')}",
    })
