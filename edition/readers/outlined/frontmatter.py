"""The door of PyYAML: front matter above a Markdown file, YAML or TOML, as plain strings.

YAML is only composed, never constructed: every scalar stays the string that was written, and
anchors, aliases and tags do nothing because they are refused.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

import yaml

from edition.errors import UnreadableInput
from edition.limits import LIMITS

_LARGEST = 100_000
"""characters of front matter"""
_YAML = re.compile(r"---[ ]*\n(.*?)(?:^(?:---|\.\.\.)[ ]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ ]*\n(.*?)(?:^\+\+\+[ ]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
_TODO = "Correct it; docs/reading.md names the keys"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    values: dict[str, str | list[str]] = field(default_factory=dict)
    """scalars and lists of scalars"""
    deeper: tuple[tuple[str, str], ...] = ()
    """keys that hold more than that, each with the words in it"""
    lines: int = 0
    """lines of the file it takes, fences included"""


def split_front_matter(text: str, name: str) -> tuple[FrontMatter, str]:
    """The front matter and the text below it. Raises UnreadableInput when it cannot be read."""
    for pattern, parse in ((_YAML, _yaml), (_TOML, _toml)):
        found = pattern.match(text)
        if found is None:
            continue
        if len(found.group(1)) > _LARGEST:
            raise _wrong(name, "the front matter is too large", f"The limit is {_LARGEST} signs")
        pairs = parse(found.group(1), name)
        if pairs is None:
            return FrontMatter(), text
        simple = {key: value for key, value in pairs if isinstance(value, str | list)}
        deeper = tuple((key, value[0]) for key, value in pairs if isinstance(value, tuple))
        lines = found.group().count("\n")
        return FrontMatter(simple, deeper, lines), text[found.end() :]
    return FrontMatter(), text


_Value = str | list[str] | tuple[str]


def _yaml(text: str, name: str) -> list[tuple[str, _Value]] | None:
    """The pairs of the mapping, or None: what is no mapping is text between two rules."""
    try:
        _bounded(text, name)
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as fault:
        why = " ".join(str(fault).split())
        raise _wrong(name, "the front matter is not valid YAML", why) from fault
    if root is None and not text.strip():
        return []
    if not isinstance(root, yaml.MappingNode):
        return None
    pairs = _once([(_words(key), _value(node)) for key, node in root.value], name)
    remarks = " ".join(row.strip() for row in text.split("\n") if row.lstrip().startswith("#"))
    return [*pairs, ("a comment", (remarks,))] if remarks else pairs


def _bounded(text: str, name: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _wrong(name, "the front matter uses an alias", "Aliases are not followed")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > LIMITS.depth:
            raise _wrong(
                name, "the front matter nests too deep", f"The limit is {LIMITS.depth} levels"
            )


def _value(node: yaml.Node) -> _Value:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode) and all(
        isinstance(part, yaml.ScalarNode) for part in node.value
    ):
        return [str(part.value) for part in node.value]
    return (_words(node),)


def _words(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return " ".join(_words(part) for part in node.value)
    return " ".join(f"{_words(key)} {_words(value)}" for key, value in node.value)


def _toml(text: str, name: str) -> list[tuple[str, _Value]]:
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        why = str(fault) or "It nests too deep"
        raise _wrong(name, "the front matter is not valid TOML", why) from fault
    found: list[tuple[str, _Value]] = []
    for key, value in table.items():
        if isinstance(value, dict) or (isinstance(value, list) and any(
            isinstance(part, dict | list) for part in value
        )):
            found.append((key, (str(value),)))
        elif isinstance(value, list):
            found.append((key, [_written(part) for part in value]))
        else:
            found.append((key, _written(value)))
    return found


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _once(pairs: list[tuple[str, _Value]], name: str) -> list[tuple[str, _Value]]:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise _wrong(name, f"the front matter gives “{key}” twice", "One would be lost")
        seen.add(key)
    return pairs


def _wrong(name: str, what: str, why: str) -> UnreadableInput:
    return UnreadableInput(what, where=name, why=why, todo=_TODO)
