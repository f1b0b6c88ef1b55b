"""The engine's module of addresses without a network: what asks for one is not even loaded.

A page sees what it is handed and nothing else (`pdf.py`); the clients of HTTP and FTP that the
module brings along, and their certificates, would be loaded for nothing.
"""

from __future__ import annotations

from types import ModuleType, SimpleNamespace
from typing import Any

from edition.libraries import seeing, shell, when_asked


class Nothing:
    """Stands for a client, a request or a handler: takes what it is given and does nothing."""

    def __init__(self, *given: Any, **named: Any) -> None:
        pass

    def add_handler(self, handler: object) -> None:
        """Take a handler, as an opener of addresses does."""

    def open(self, *given: Any, **named: Any) -> Any:
        """Raises: there is no address to open."""
        raise OSError("there is no network")


class _Clients(ModuleType):
    """Stands for `urllib.request`."""

    def __getattr__(self, name: str) -> Any:
        if name[:1].isupper():
            return Nothing
        raise AttributeError(name)

    def pathname2url(self, path: str) -> str:
        """The address of a file; the library's own, loaded for it."""
        from urllib.request import pathname2url

        return pathname2url(path)

    def url2pathname(self, url: str) -> str:
        """The place of a file; the library's own, loaded for it."""
        from urllib.request import url2pathname

        return url2pathname(url)


class Headers(dict[str, str]):
    """What is said of a thing that was fetched: its media type, and nothing else."""

    def get_content_type(self) -> str:
        """The media type, without what follows it."""
        return self.get("Content-Type", "text/plain").partition(";")[0].strip().lower()

    def get_param(self, name: str) -> str | None:
        """None: what the store holds says its media type alone."""
        return None

    def set_param(self, name: str, value: str) -> None:
        """Nothing is kept."""


_MESSAGE = SimpleNamespace(EmailMessage=Headers)


def cut_off(engine: str) -> None:
    """Let the engine's module of addresses load with clients that do nothing."""
    module = shell(f"{engine}.urls")
    clients = _Clients("urllib.request")
    seeing(module, {
        "urllib": SimpleNamespace(request=clients), "email.message": _MESSAGE,
    })
    when_asked(module)
