"""The ways to build a thing from its parts, cheapest first, made as they are asked for.

A stream is fed by edges in the order of their least price; the n-th way of the whole looks no
deeper than the n-th way of a part (lazy k-best derivations). Of equal prices the first edge wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edge(Generic[T]):
    """One way to end: a finished value, or one or two parts and how they join."""

    price: float
    """of the cheapest parts, `base` included"""
    value: T | None = None
    base: float = 0.0
    first: Callable[[], Stream[Any]] | None = None
    second: Callable[[], Stream[Any]] | None = None
    join: Callable[[Any, Any], T] | None = None


class Stream(Generic[T]):
    """Values by price; `edges` must come cheapest first."""

    def __init__(self, edges: Iterator[Edge[T]]) -> None:
        self._edges = edges
        self._next = next(edges, None)
        self._found: list[tuple[float, Any]] = []
        self._heap: list[tuple[float, int, int, int, Edge[T]]] = []
        self._count = 0

    def get(self, number: int) -> tuple[float, T] | None:
        """The way at `number` from 0, or None when there are fewer."""
        while len(self._found) <= number:
            if not self._more():
                return None
        return self._found[number]

    def _more(self) -> bool:
        while self._next is not None and (
            not self._heap or self._next.price <= self._heap[0][0]
        ):
            self._push(self._next.price, 0, 0, self._next)
            self._next = next(self._edges, None)
        if not self._heap:
            return False
        price, _, i, j, edge = heappop(self._heap)
        self._found.append((price, self._made(edge, i, j)))
        return True

    def _made(self, edge: Edge[T], i: int, j: int) -> Any:
        """The value of parts i and j; the ways that follow it are put in the queue."""
        if edge.second is None or edge.join is None:
            return edge.value
        second = edge.second()
        price, part = _at(second, j)
        base, other = edge.base, None
        if edge.first is not None:
            first = edge.first()
            before, other = _at(first, i)
            base += before
            after = first.get(i + 1) if j == 0 else None
            if after is not None:
                self._push(edge.base + after[0] + price, i + 1, 0, edge)
        later = second.get(j + 1)
        if later is not None:
            self._push(base + later[0], i, j + 1, edge)
        return edge.join(other, part)

    def _push(self, price: float, i: int, j: int, edge: Edge[T]) -> None:
        self._count += 1
        heappush(self._heap, (price, self._count, i, j, edge))


def _at(stream: Stream[Any], number: int) -> tuple[float, Any]:
    found = stream.get(number)
    if found is None:
        raise IndexError("an edge names a part that is not there")
    return found
