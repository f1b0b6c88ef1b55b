"""The small tree that markup becomes: elements, their attributes and their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

COMMENT = "!--"
"""The tag of a comment; its text is its only child."""
HIDDEN = "!hidden"
"""The tag of an element that its page does not show."""
STRUCK = "!struck"
"""The tag of an element that its page strikes out."""
NOTEREF = "!noteref"
"""The tag of a mark of a note; its attribute `note` names it."""
HEADMARK = "!headmark"
"""The tag of a mark of a note on a headline or a byline, which are texts without marks."""
FOOTNOTE = "!footnote"
"""The tag of a note, its label in front: attributes `note` and `label`."""
ITEM = "!item"
"""The tag of a paragraph Word numbered by hand: attributes `label` and `level`, from 1."""
BACK = "!back"
"""The tag of a link from a note back to its mark, which the book makes anew."""
TWICE = "!twice"
"""The tag of text whose entities were written twice over; it is read as it was meant."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element, its names without namespace, tag and attributes in lower case."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()
    line: int = 0
    """Line of the source it begins in, from 1."""

    def get(self, name: str) -> str:
        """The attribute `name` without white at its ends, or an empty text."""
        return self.attributes.get(name, "").strip()

    def iter(self, *tags: str) -> Iterator[Element]:
        """Itself and all below it that bear one of `tags`, in document order."""
        if not tags or self.tag in tags:
            yield self
        for child in self.elements:
            yield from child.iter(*tags)

    def first(self, *tags: str) -> Element | None:
        """The first element below it that bears one of `tags`."""
        return next((found for found in self.iter(*tags) if found is not self), None)

    @property
    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    @property
    def words(self) -> frozenset[str]:
        """The words of its classes, in lower case."""
        return frozenset(self.get("class").lower().split())


Node: TypeAlias = Element | str


def all_text(node: Node) -> str:
    """Every character below a node, whatever holds it."""
    return node if isinstance(node, str) else "".join(map(all_text, node.children))
