"""Who may ask: this machine alone, by the key of the address, from the desk's own pages.

A site elsewhere that makes a browser ask this desk has no cookie (SameSite=Strict), another
Origin, and, where its name was pointed here, another Host. Every answer forbids the browser to
load or run anything that is not the desk's own.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from edition.limits import LIMITS
from edition.messages.telling import phrase
from edition.messages.texts import Lang

MOST_BODY = 2 * LIMITS.source_bytes + 1_000_000
"""bytes of a request: copy as JSON, or a picture"""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
BOOK_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""Of the pages of the book, in a frame of the desk: they are the house's own HTML, without scripts.
"""
_HEADERS = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
SAFE_METHODS = ("GET", "HEAD")


class TooLarge(Exception):
    """The body of a request is beyond the bound."""


def drawn_name() -> str:
    """A name that no other desk has."""
    return secrets.token_hex(8)


class Guard:
    """Stands before the desk; what it lets through may ask anything of it."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], lang: Lang) -> None:
        """`hosts` are the names, with the port, by which the desk may be called."""
        self._app = app
        self._hosts = frozenset(hosts)
        self._lang = lang
        self.key = secrets.token_urlsafe(24)
        """what the address of the desk ends in"""
        self._pass = secrets.token_urlsafe(24)
        self.root = f"/{secrets.token_urlsafe(12)}"
        """what every address of the desk begins with: cookies know paths, but no ports"""
        self._cookie = "edition-desk-" + next(iter(sorted(self._hosts))).rpartition(":")[2]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        answer = self._refused(scope)
        if answer is not None:
            await answer(scope, receive, _sealed(send, POLICY))
            return
        inside = scope["path"].removeprefix(self.root)
        scope = {**scope, "path": inside, "raw_path": inside.encode("utf-8", "surrogateescape")}
        policy = BOOK_POLICY if inside.startswith("/book/") else POLICY
        try:
            await self._app(scope, _bounded(receive), _sealed(send, policy))
        except TooLarge:
            await self._said(413, "desk_too_large")(scope, receive, _sealed(send, POLICY))

    def _refused(self, scope: Scope) -> Response | None:
        """The answer to who may not ask, and to who comes with the key; None for all others."""
        headers = Headers(scope=scope)
        if headers.getlist("host") != [headers.get("host", "")] or \
                headers.get("host") not in self._hosts:
            return self._said(421, "desk_other_host")
        if scope["method"] in SAFE_METHODS and scope["path"] == "/":
            key = parse_qs(scope["query_string"].decode("latin-1")).get("key", [""])[0]
            if key and _same(key, self.key):
                return self._let_in()
        if not _same(scope["path"][: len(self.root) + 1], f"{self.root}/"):
            return self._said(403, "desk_no_key")
        if not any(_same(one, self._pass) for one in _cookies(headers, self._cookie)):
            return self._said(403, "desk_no_key")
        if self._is_foreign(scope, headers):
            return self._said(403, "desk_other_origin")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:12]) > MOST_BODY:
            return self._said(413, "desk_too_large")
        return None

    def _is_foreign(self, scope: Scope, headers: Headers) -> bool:
        """True where another site has the browser ask."""
        origin = headers.get("origin")
        own = f"http://{headers['host']}"
        if scope["method"] not in SAFE_METHODS:
            return headers.getlist("origin") != [own]
        site = headers.get("sec-fetch-site", "same-origin")
        return origin not in (None, own) or (site not in ("same-origin", "none"))

    def _let_in(self) -> Response:
        answer = RedirectResponse(f"{self.root}/", 303)
        answer.set_cookie(
            self._cookie, self._pass, httponly=True, samesite="strict", path=f"{self.root}/"
        )
        return answer

    def _said(self, status: int, key: str) -> Response:
        return PlainTextResponse(phrase(key, self._lang), status)


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _cookies(headers: Headers, name: str) -> Iterator[str]:
    """All that are called so: other programs of this machine, on other ports, may set some too."""
    for line in headers.getlist("cookie"):
        for one in line.split(";"):
            called, _, value = one.strip().partition("=")
            if called == name:
                yield value


def _bounded(receive: Receive) -> Receive:
    """Counts the bytes of the body as they come, whatever was announced."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BODY:
            raise TooLarge
        return message

    return counted


def _sealed(send: Send, policy: str) -> Send:
    """Every answer with the headers that bind the browser."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = policy
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sealed
