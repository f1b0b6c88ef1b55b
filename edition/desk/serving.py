"""The desk opened: a door on this machine alone, its files watched, until it is closed."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn
import watchfiles
from starlette.applications import Starlette

from edition.desk.copyroom import CopyRoom, Ordered
from edition.desk.doors import application
from edition.desk.guard import Guard
from edition.desk.newsdesk import Newsdesk, ViewChosen
from edition.errors import WrongUse
from edition.messages.system import system_reason
from edition.messages.texts import Lang

LOOPBACK = "127.0.0.1"
FIRST_PORT, PORTS = 20_000, 12_000
"""ports that belong to sources, one to each: below those that systems give to whoever asks"""
SETTLED = 60
"""milliseconds in which changes of files are taken together"""


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk that can be served, and its address."""

    app: Guard
    address: str
    farewell: Callable[[], None]
    """told before the server ends"""


def desk_at(port: int, ordered: Ordered, view: ViewChosen, lang: Lang) -> OpenDesk:
    """The desk of a source, guarded, for a port of this machine."""

    desk = Newsdesk(ordered, view)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await desk.open()
        watching = asyncio.create_task(_watch(desk))
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            desk.close()

    # Browsers leave the port of the web itself out of Host and Origin.
    ends = ("", ":80") if port == 80 else (f":{port}",)
    hosts = [f"{name}{end}" for name in (LOOPBACK, "localhost") for end in ends]
    guard = Guard(application(desk, lang, lifespan), hosts, lang)
    return OpenDesk(guard, f"http://{LOOPBACK}:{port}/?key={guard.key}", desk.farewell)


def serve(
    ordered: Ordered, view: ViewChosen, lang: Lang, port: int, opened: Callable[[str], None]
) -> None:
    """Serve a desk until it is interrupted; `opened` is told its address once it answers.

    Raises WrongUse where the port is taken, and as reading does.
    """
    door = _door(port) if port else _own_door(ordered)
    desk = desk_at(door.getsockname()[1], ordered, view, lang)
    server = _Server(
        uvicorn.Config(
            desk.app, log_level="error", access_log=False, server_header=False,
            timeout_graceful_shutdown=1, lifespan="on", h11_max_incomplete_event_size=65_536,
        ),
        lambda: opened(desk.address), desk.farewell,
    )
    server.run(sockets=[door])


class _Server(uvicorn.Server):
    """Says when it answers, and when it ends."""

    def __init__(
        self, config: uvicorn.Config, told: Callable[[], None], farewell: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._told = told
        self._farewell = farewell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._told()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._farewell()
        await super().shutdown(sockets)


def _own_door(ordered: Ordered) -> socket.socket:
    """A socket on the port that belongs to the source, else on any that is free.

    A browser keeps what was not saved by the address: the next desk on the same copy has it again.
    """
    try:
        return _door(FIRST_PORT + int(CopyRoom(ordered).name, 16) % PORTS)
    except WrongUse:
        return _door(0)


def _door(port: int) -> socket.socket:
    """A socket on the loopback; port 0 is any that is free."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # A desk that was killed is opened again at once, at its old address.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((LOOPBACK, port))
    except (OSError, OverflowError) as fault:
        door.close()
        reason = system_reason(fault) if isinstance(fault, OSError) else str(fault)
        raise WrongUse("desk_port_taken", port=port, reason=reason) from fault
    return door


async def _watch(desk: Newsdesk) -> None:
    """Follow what other programs write beside the copy; a watch that fails is set up anew."""
    while True:
        # A file whose name is no UTF-8 fails it, and so does a folder that is moved away.
        with suppress(Exception):
            await _follow(desk)
        await asyncio.sleep(SETTLED / 100)


async def _follow(desk: Newsdesk) -> None:
    is_new = True
    async for changes in watchfiles.awatch(
        desk.room.folder, recursive=False, debounce=SETTLED, step=20, watch_filter=None,
        yield_on_timeout=True, rust_timeout=SETTLED * 10,
    ):
        names = {Path(path).name for _, path in changes}
        if is_new or any(not name.startswith(".") and not name.endswith("~") for name in names):
            # What was written while the watch was set up is seen on its first look.
            await desk.changed_outside()
        is_new = False
