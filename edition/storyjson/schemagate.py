"""A JSON Schema as one quick answer: kept or not; what is wrong, and where, jsonschema says.

A schema becomes functions, one for each of its rules, so that a thousand stories are held against
it in a tenth of a second. Only the rules that ours have are known: any other, and the gate is shut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Test = Callable[[Any], bool]
"""True for a value that keeps a rule"""
_Objects = Mapping[str, Any]


class UnknownRule(ValueError):
    """A rule of the schema that no function here stands for."""


def gate(schema: _Objects) -> Test:
    """The function that is true for a value which keeps the schema. Raises UnknownRule."""
    return _Gate(schema.get("$defs", {})).of(schema)


class _Gate:
    """The functions of one schema; those of its definitions are made once."""

    def __init__(self, defined: _Objects) -> None:
        self._defined = defined
        self._made: dict[str, Test] = {}

    def of(self, schema: object) -> Test:
        if not isinstance(schema, Mapping):
            raise UnknownRule(str(schema))
        rules = {key: value for key, value in schema.items() if key not in _SAYS_NOTHING}
        tests: list[Test] = []
        if _OF_OBJECTS & rules.keys():
            tests.append(self._object({key: rules.pop(key) for key in _OF_OBJECTS & rules.keys()}))
        if "if" in rules:
            tests.append(_where(self.of(rules.pop("if")), self.of(rules.pop("then"))))
        tests += [self._rule(key, value) for key, value in rules.items()]
        return tests[0] if len(tests) == 1 else _all_of(tests)

    def _rule(self, key: str, wanted: Any) -> Test:
        match key:
            case "$ref":
                return self._ref(wanted)
            case "items":
                return _items(self.of(wanted))
            case "propertyNames":
                return _items_of(dict, self.of(wanted))
            case "allOf":
                return _all_of([self.of(one) for one in wanted])
            case "anyOf":
                ways = [self.of(one) for one in wanted]
                return lambda value: any(way(value) for way in ways)
            case "not":
                barred = self.of(wanted)
                return lambda value: not barred(value)
        if key not in _PLAIN:
            raise UnknownRule(key)
        return _PLAIN[key](wanted)

    def _ref(self, place: str) -> Test:
        """The test of a definition, made when it is first asked: definitions may hold each other.
        """
        name = place.removeprefix("#/$defs/")
        if name not in self._defined:
            raise UnknownRule(place)
        if name not in self._made:
            self._made[name] = lambda value: self._made[name](value)
            self._made[name] = self.of(self._defined[name])
        return self._made[name]

    def _object(self, rules: _Objects) -> Test:
        if rules.get("additionalProperties", False) is not False:
            raise UnknownRule("additionalProperties")
        closed = "additionalProperties" in rules
        known = {key: self.of(one) for key, one in rules.get("properties", {}).items()}
        needed = tuple(rules.get("required", ()))

        def kept(value: Any) -> bool:
            if not isinstance(value, dict):
                return True
            for key in needed:
                if key not in value:
                    return False
            for key, part in value.items():
                test = known.get(key)
                if closed if test is None else not test(part):
                    return False
            return True

        return kept


def _all_of(tests: Sequence[Test]) -> Test:
    def kept(value: Any) -> bool:
        for test in tests:  # noqa: SIM110  # a generator for each value costs more
            if not test(value):
                return False
        return True

    return kept


def _where(asked: Test, then: Test) -> Test:
    return lambda value: not asked(value) or then(value)


def _items(test: Test) -> Test:
    return _items_of(list, test)


def _items_of(kind: type[Any], test: Test) -> Test:
    def kept(value: Any) -> bool:
        if isinstance(value, kind):
            for one in value:
                if not test(one):
                    return False
        return True

    return kept


def _type(wanted: str | list[str]) -> Test:
    tests = [_TYPES[one] for one in ([wanted] if isinstance(wanted, str) else wanted)]
    return tests[0] if len(tests) == 1 else lambda value: any(test(value) for test in tests)


def _enum(wanted: Sequence[object]) -> Test:
    if not all(one is None or isinstance(one, str) for one in wanted):
        raise UnknownRule("enum")
    known = frozenset(wanted)
    return lambda value: (value is None or isinstance(value, str)) and value in known


def _pattern(wanted: str) -> Test:
    found = re.compile(wanted).search
    return lambda value: not isinstance(value, str) or found(value) is not None


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _integer(value: Any) -> bool:
    return _number(value) and (isinstance(value, int) or value.is_integer())


_TYPES: Mapping[str, Test] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": _number,
    "integer": _integer,
}
_PLAIN: Mapping[str, Callable[[Any], Test]] = {
    "type": _type,
    "enum": _enum,
    "const": lambda wanted: _enum([wanted]),
    "pattern": _pattern,
    "minimum": lambda least: lambda value: not _number(value) or value >= least,
    "maximum": lambda most: lambda value: not _number(value) or value <= most,
    "minLength": lambda least: lambda value: not isinstance(value, str) or len(value) >= least,
    "minItems": lambda least: lambda value: not isinstance(value, list) or len(value) >= least,
    "maxItems": lambda most: lambda value: not isinstance(value, list) or len(value) <= most,
}
_OF_OBJECTS = frozenset({"properties", "required", "additionalProperties"})
_SAYS_NOTHING = frozenset({"$schema", "$defs", "title", "description"})
