"""What a browser may ask of the desk, a door each. Bodies are JSON, pictures their own bytes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from edition.delivery.pageimages import page_image
from edition.desk import ledger
from edition.desk.bookshelf import book_file, book_opening
from edition.desk.counter import ChangeCounter, Door, PlainAnswer, asked_of, count_in, number_in
from edition.desk.guard import TooLarge
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
    "stories.js": "text/javascript", "wishes.js": "text/javascript", "others.js": "text/javascript",
    "faults.js": "text/javascript", "drafts.js": "text/javascript", "imprint.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
LEAST_DPI, MOST_DPI = 30, 260
HEARTBEAT = 20
"""seconds between two signs of life to a browser"""


class Doors:
    """The routes of one desk."""

    def __init__(self, desk: Newsdesk, lang: Lang) -> None:
        self._desk = desk
        self._lang = lang
        self._known = tuple(dict.fromkeys((*shelf.layouts(), desk.view.layout)))
        self._image: dict[tuple[int, int, int], bytes] = {}
        self._templates = environment([SCREEN])
        self._counter = ChangeCounter(desk, self.lang_of)

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
            **self._counter.doors(), "/others": self.others, "/view": self.view,
        }
        return [
            *(Route(path, self._told(door)) for path, door in looks.items()),
            *(Route(path, self._told(door), methods=["POST"]) for path, door in asks.items()),
            Route("/picture", self._told(self._counter.picture), methods=["PUT"]),
        ]

    def _told(self, door: Door) -> Door:
        """The door with every fault told in the language of the browser."""
        async def through(request: Request) -> Response:
            lang = self.lang_of(request)
            try:
                return await door(request)
            except Outdated:
                said = phrase("desk_outdated", lang)
                return PlainAnswer({"message": said, "state": self._desk.state(lang)}, 409)
            except EditionError as fault:
                return PlainAnswer({"message": fault.told(lang)}, 422)
            except TooLarge:
                return PlainAnswer({"message": phrase("desk_too_large", lang)}, 413)
            except TimeoutError:
                return PlainAnswer({"message": phrase("desk_bench_fell", lang)}, 503)

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
        return PlainAnswer(words_in(self.lang_of(request)))

    async def shown(self, request: Request) -> Response:
        """A picture that the copy shows, by its name."""
        name = request.query_params.get("name", "")
        pictures = self._desk.read.edition.pictures if self._desk.read else ()
        found = next((one for one in pictures if one.name == name), None)
        if found is None:
            return Response(status_code=404)
        return Response(found.data, media_type=found.media)

    async def state(self, request: Request) -> Response:
        return PlainAnswer(self._desk.state(self.lang_of(request)))

    async def page(self, request: Request) -> Response:
        return PlainAnswer(self._desk.page(self.lang_of(request)))

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
        job, page = (count_in(request.path_params[key]) for key in ("job", "page"))
        size = count_in(request.query_params.get("dpi", "96"))
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
        number, others = count_in(request.path_params["number"]), self._desk.made.others
        if not 0 <= number < len(others):
            return Response(status_code=404)
        return Response(others[number]["image"], media_type="image/png")

    async def others(self, request: Request) -> Response:
        self._desk.want_others(number_in(await asked_of(request), "page"))
        return PlainAnswer({})

    async def view(self, request: Request) -> Response:
        asked = await asked_of(request)
        layout = ledger.words_of(asked, "layout")
        if layout not in self._known or "to" not in asked:
            raise WrongUse("desk_no_answer")
        theme = self._desk.view.theme if layout == self._desk.view.layout else None
        await self._desk.look(ViewChosen(ledger.words_of(asked, "to"), layout, theme, True))
        return PlainAnswer({})

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
        page = count_in(request.query_params.get("page", "1"))
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
            return PlainAnswer({"opening": f"book/{book_opening(made['epub'])}"})
        found = book_file(self._desk.book.get("epub", b""), path)
        return Response(found[0], media_type=found[1]) if found else Response(status_code=404)


def application(desk: Newsdesk, lang: Lang, lifespan: Any = None) -> Starlette:
    """The doors as an application, without a guard."""
    return Starlette(routes=Doors(desk, lang).routes(), lifespan=lifespan)


def _kept(data: bytes, name: str, media: str) -> Response:
    """A file that the browser keeps under a name."""
    return Response(data, media_type=media, headers={
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, errors='replace')}",
    })
