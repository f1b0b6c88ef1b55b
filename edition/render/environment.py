"""The door of Jinja2: templates in, escaped text out.

Everything a template prints is escaped, in every file, and there is no way round it: copy is
text, never markup. A name the context lacks is an error, not an empty string. Packs may come
from strangers, so all but our own run in Jinja2's sandbox without its text generators.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.exceptions import TemplateNotFound, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing, object_type_repr

from edition.errors import EditionError, WrongUse
from edition.messages.nearest import nearest_word
from edition.messages.texts import Phrase

GENERATORS = ("lipsum", "cycler", "joiner", "namespace")
"""Globals of Jinja2 that a page has no use for and a hostile pack would have."""


MACROS = ("advert", "article", "block", "filler", "furniture", "image", "line", "part", "plate")
"""what body.html.j2 holds"""
MOST_NAMES = 40
"""a sentence lists"""
_NO_EXPORT = "does not export the requested name"
_BARE = re.compile(r"'(\w+)' is undefined$")
_ASKED = re.compile(r"'(.+)' has no (?:attribute|element) '?(\w+)'?$")
_FAILURES = (
    TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RuntimeError,
    AttributeError,
)
"""what a template that does not fit may raise while it runs"""


class Templates:
    """The templates under one or more folders; the first folder that has a name wins.

    Those that are `ours` and nobody else's, such as the book's, run without the sandbox, which
    asks of every value whether it may be seen.
    """

    def __init__(self, roots: Sequence[Path], ours: bool = False) -> None:
        kind: type[Environment] = Environment if ours else ImmutableSandboxedEnvironment
        self._environment = kind(
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


def environment(roots: Sequence[Path], ours: bool = False) -> Templates:
    """Templates of the folders `roots`, searched in that order; `ours` as in `Templates`."""
    return Templates(roots, ours)


def _wrong(name: str, error: Exception) -> WrongUse:
    unknown = _unknown(error)
    if unknown is not None:
        return WrongUse("template_wrong", where=_place(name, error), reason=unknown)
    if isinstance(error, TemplateNotFound):
        return WrongUse("template_file_missing", where=name, file=str(error.name))
    reason = f"{type(error).__name__}: {error}"
    return WrongUse("template_wrong", where=_place(name, error), reason=reason)


def _unknown(error: Exception) -> Phrase | None:
    """What is said of a name the template gives and nothing has; None for other faults.

    The value that stands for it is found where it was asked, in the innermost frame; a loop over
    it leaves no such frame, and its words are read.
    """
    if not isinstance(error, UndefinedError):
        return None
    names: Mapping[str, object] = {}
    step = error.__traceback__
    value: object = None
    while step is not None:
        frame = step.tb_frame
        if frame.f_code.co_filename.endswith(".j2"):
            names = frame.f_locals
        value = next((v for v in frame.f_locals.values() if isinstance(v, Undefined)), value)
        step = step.tb_next
    if isinstance(value, Undefined) and isinstance(value._undefined_name, str):
        name, holder = value._undefined_name, value._undefined_obj
    else:
        name, holder = _in_words(str(error), names)
    if not name:
        return None
    if _NO_EXPORT in str(error):
        known: tuple[str, ...] = MACROS
    elif holder is missing:
        known = tuple(sorted(
            n for n, held in names.items()
            if n.isidentifier() and not n.startswith("_") and n not in DEFAULT_NAMESPACE
            and not isinstance(held, Undefined)
        ))
    else:
        fields = getattr(type(holder), "__dataclass_fields__", None) or \
            (holder if isinstance(holder, dict) else ())
        known = tuple(sorted(map(str, fields)))
    return _said(name, known[:MOST_NAMES])


def _in_words(said: str, names: Mapping[str, object]) -> tuple[str, object]:
    """The name an error speaks of and what was to have it; `missing` where that is the template."""
    bare = _BARE.match(said)
    if bare is not None:
        return bare.group(1), missing
    asked = _ASKED.match(said)
    if asked is None:
        return "", None
    holders = (held for held in names.values() if object_type_repr(held) == asked.group(1))
    return asked.group(2), next(holders, None)


def _said(name: str, known: tuple[str, ...]) -> Phrase:
    near = nearest_word(name, known)
    if near:
        return Phrase(
            "template_no_name_near", {"name": name, "nearest": near, "known": known}
        )
    if known:
        return Phrase("template_no_name", {"name": name, "known": known})
    return Phrase("template_no_name_bare", {"name": name})


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
