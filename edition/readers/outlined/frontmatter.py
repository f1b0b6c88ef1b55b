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
from edition.messages.texts import Phrase

_LARGEST = 100_000
"""characters of front matter"""
_YAML = re.compile(r"---[ ]*\n(.*?)(?:^(?:---|\.\.\.)[ ]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ ]*\n(.*?)(?:^\+\+\+[ ]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
_LINE_OF_TOML = re.compile(r"\(at line (\d+)")


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
            raise UnreadableInput("front_matter_large", where=name, limit=_LARGEST)
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
        mark = getattr(fault, "problem_mark", None)
        raise _broken(name, "YAML", fault, mark.line + 1 if mark else 0) from fault
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
            raise UnreadableInput("front_matter_alias", where=name)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > LIMITS.depth:
            raise UnreadableInput("front_matter_deep", where=name, limit=LIMITS.depth)


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
        at = _LINE_OF_TOML.search(str(fault))
        raise _broken(name, "TOML", fault, int(at.group(1)) if at else 0) from fault
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
            raise UnreadableInput("front_matter_twice", where=name, key=key)
        seen.add(key)
    return pairs


def _broken(name: str, language: str, fault: Exception, line: int) -> UnreadableInput:
    """The error for `line` of the front matter, which the fence stands above; 0 is not known."""
    return UnreadableInput(
        "front_matter_broken", where=name, language=language,
        place=Phrase("in_line", {"line": line + 1}) if line else Phrase("somewhere"),
        said=" ".join(str(fault).split()) or Phrase("json_nesting"),
    )
