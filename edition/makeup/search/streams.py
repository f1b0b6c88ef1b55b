"""The ways to build a thing from its parts, cheapest first, made as they are asked for.

A stream is fed by edges in the order of their least price; the n-th way of the whole looks no
deeper than the n-th way of a part (lazy k-best derivations). Of equal prices the first edge wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
_Entry = tuple[float, int, int, int, "Edge[Any]"]
"""price, number, which value of either part, the edge"""


class Edge(NamedTuple, Generic[T]):
    """One way to end: a finished value, or one or two parts and how they join."""

    price: float
    """of the cheapest parts, `base` included"""
    value: T | None = None
    base: float = 0.0
    first: Callable[[], Stream[Any]] | None = None
    second: Callable[[], Stream[Any]] | None = None
    join: Callable[[Any, Any], T] | None = None


class Stream(Generic[T]):
    """Values by price; `edges` must come cheapest first.

    Nothing is asked of edges or parts before it is needed: the first value of all needs the first
    edge alone, and the first values of its parts.
    """

    __slots__ = ("_begun", "_count", "_edges", "_found", "_heap", "_last", "_next")

    def __init__(self, edges: Iterator[Edge[T]]) -> None:
        self._edges = edges
        self._next: Edge[T] | None = None
        self._begun = False
        self._found: list[tuple[float, Any]] = []
        self._heap: list[_Entry] = []
        self._last: _Entry | None = None
        self._count = 0

    def get(self, number: int) -> tuple[float, T] | None:
        """The way at `number` from 0, or None when there are fewer."""
        while len(self._found) <= number:
            if not self._more():
                return None
        return self._found[number]

    def _more(self) -> bool:
        if not self._begun:
            return self._begin()
        if self._last is not None:
            if len(self._found) == 1:
                self._next = next(self._edges, None)
                self._pull(self._found[0][0])
            self._follow(self._last)
            self._last = None
        while self._next is not None and (
            not self._heap or self._next.price <= self._heap[0][0]
        ):
            self._pull(self._next.price)
        if not self._heap:
            return False
        self._take(heappop(self._heap))
        return True

    def _begin(self) -> bool:
        """The first value, without a look at the second edge."""
        self._begun = True
        first = next(self._edges, None)
        if first is None:
            return False
        self._take((first.price, 0, 0, 0, first))
        return True

    def _pull(self, price: float) -> None:
        """Put the edges in the queue that cost no more."""
        while self._next is not None and self._next.price <= price:
            self._push(self._next.price, 0, 0, self._next)
            self._next = next(self._edges, None)

    def _take(self, entry: _Entry) -> None:
        """Note the value of an entry."""
        price, _, i, j, edge = entry
        self._last = entry
        if edge.second is None or edge.join is None:
            self._found.append((price, edge.value))
            return
        part = _at(edge.second(), j)[1]
        other = None if edge.first is None else _at(edge.first(), i)[1]
        self._found.append((price, edge.join(other, part)))

    def _follow(self, entry: _Entry) -> None:
        """Put the ways in the queue that follow a value: the next of either of its parts."""
        _, _, i, j, edge = entry
        if edge.second is None or edge.join is None:
            return
        second, base = edge.second(), edge.base
        if edge.first is not None:
            first = edge.first()
            base += _at(first, i)[0]
            after = first.get(i + 1) if j == 0 else None
            if after is not None:
                self._push(edge.base + after[0] + _at(second, j)[0], i + 1, 0, edge)
        later = second.get(j + 1)
        if later is not None:
            self._push(base + later[0], i, j + 1, edge)

    def _push(self, price: float, i: int, j: int, edge: Edge[T]) -> None:
        self._count += 1
        heappush(self._heap, (price, self._count, i, j, edge))


def _at(stream: Stream[Any], number: int) -> tuple[float, Any]:
    found = stream.get(number)
    if found is None:
        raise IndexError("an edge names a part that is not there")
    return found
