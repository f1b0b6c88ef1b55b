"""The second door of Jinja2: templates of a pack read, never run.

A paper that does not extend the base, or fills blocks the base does not have, draws nothing of
the copy, or not what its designer meant; both are said before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from edition.errors import WrongUse
from edition.messages.nearest import nearest_word
from edition.messages.texts import Phrase, Value

PAPER, BASE_TEMPLATE = "paper.html.j2", "base.html.j2"
MOST_TEMPLATE = 200_000
"""bytes of one template"""


def check_templates(folders: Sequence[Path], base: Path) -> None:
    """Raise WrongUse, with file and line, for templates the shared `base` cannot carry.

    `folders` are those of the pack, its own first, without the base's.
    """
    shared = _parsed(base / BASE_TEMPLATE)
    known = tuple(sorted({block.name for block in shared.find_all(nodes.Block)}))
    for folder in folders:
        if (folder / BASE_TEMPLATE).is_file():
            raise _wrong(folder / BASE_TEMPLATE, 1, "template_base")
        for path in sorted(folder.glob("*.j2")):
            tree = _parsed(path)
            if path.name == PAPER:
                _check_paper(tree, path, known)


def _check_paper(tree: nodes.Template, path: Path, known: tuple[str, ...]) -> None:
    extends = [node for node in tree.body if isinstance(node, nodes.Extends)]
    named = extends[0].template if extends else None
    if not isinstance(named, nodes.Const) or named.value != BASE_TEMPLATE or len(extends) > 1:
        raise _wrong(path, extends[0].lineno if extends else 1, "template_extends")
    for block in tree.find_all(nodes.Block):
        if block.name not in known:
            near = nearest_word(block.name, known)
            raise _wrong(
                path, block.lineno, "template_block_near" if near else "template_block",
                name=block.name, nearest=near, known=known,
            )


def _parsed(path: Path) -> nodes.Template:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise WrongUse("template_file_missing", where=str(path), file=path.name) from error
    except UnicodeDecodeError as error:
        raise WrongUse(
            "style_not_text", where=str(path), error=str(error), number=error.start + 1
        ) from error
    if len(data) > MOST_TEMPLATE:
        raise WrongUse("pack_file_large", where=str(path), most=MOST_TEMPLATE // 1000)
    try:
        return _ENVIRONMENT.parse(text, path.name, str(path))
    except TemplateSyntaxError as error:
        reason = f"{type(error).__name__}: {error.message}"
        raise WrongUse(
            "template_wrong", where=f"{path}:{error.lineno}", reason=reason
        ) from error
    except RecursionError as error:
        raise WrongUse("template_wrong", where=str(path), reason="RecursionError") from error


_ENVIRONMENT = ImmutableSandboxedEnvironment(autoescape=True)


def classes_of(folders: Sequence[Path]) -> Iterator[str]:
    """Words of the templates of a pack that may name a class or an element of its pages."""
    for folder in folders:
        for path in sorted(folder.glob("*.j2")):
            for part in _parsed(path).find_all(nodes.TemplateData):
                yield from part.data.replace("<", " ").replace(">", " ").replace('"', " ") \
                    .replace("=", " ").replace("/", " ").split()
            for word in _parsed(path).find_all(nodes.Const):
                if isinstance(word.value, str):
                    yield from word.value.split()


def _wrong(path: Path, line: int, reason: str, **values: Value) -> WrongUse:
    return WrongUse("template_refused", where=f"{path}:{line}", reason=Phrase(reason, values))
