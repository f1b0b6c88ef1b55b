"""The door of Jinja2: templates in, escaped text out.

Everything a template prints is escaped, in every file, and there is no way round it: copy is
text, never markup. A name the context lacks is an error, not an empty string. Packs may come
from strangers, so their templates run in Jinja2's sandbox without its text generators.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from edition.errors import EditionError, WrongUse

GENERATORS = ("lipsum", "cycler", "joiner", "namespace")
"""Globals of Jinja2 that a page has no use for and a hostile pack would have."""


_FAILURES = (
    TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RuntimeError,
    AttributeError,
)
"""what a template that does not fit may raise while it runs"""


class Templates:
    """The templates under one or more folders; the first folder that has a name wins."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([str(root) for root in roots], encoding="utf-8"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        for name in GENERATORS:
            self._environment.globals.pop(name, None)

    def render(self, name: str, /, **context: object) -> str:
        """The text of template `name` with `context`, all values escaped for XML.

        Raises WrongUse when the template is missing, does not parse, names a value that is not
        there, or does what the sandbox forbids.
        """
        try:
            return self._environment.get_template(name).render(**context)
        except EditionError:
            raise
        except _FAILURES as error:
            raise _wrong(name, error) from error

    def source(self, name: str) -> str:
        """The file `name` as it stands, for style sheets. Raises WrongUse when it is missing."""
        loader = self._environment.loader
        assert loader is not None
        try:
            return loader.get_source(self._environment, name)[0]
        except TemplateNotFound as error:
            raise _wrong(name, error) from error


def environment(roots: Sequence[Path]) -> Templates:
    """Templates of the folders `roots`, searched in that order."""
    return Templates(roots)


def _wrong(name: str, error: Exception) -> WrongUse:
    if isinstance(error, TemplateNotFound):
        return WrongUse("template_file_missing", where=name, file=str(error.name))
    reason = f"{type(error).__name__}: {error}"
    return WrongUse("template_wrong", where=_place(name, error), reason=reason)


def _place(name: str, error: Exception) -> str:
    """File and line of the template that failed, as far as it is known."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or name}:{error.lineno}"
    place, step = name, error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = f"{file}:{step.tb_lineno}"
        step = step.tb_next
    return place
