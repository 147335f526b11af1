"""What the parts of this component hand to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from briefing.extraction.facts import Entity
from briefing.extraction.grammar_words import ARTICLES, DEMONSTRATIVES

_BEFORE_NAMES = ARTICLES | DEMONSTRATIVES | {"our", "their"}
"""Not "his": "His Holiness" is a name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with its entity, before they are put together."""

    start: int
    end: int
    entity: Entity
    form: str
    role: str | None = None
    literal: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """A person over the names in this article; `words` are those of the fullest."""

    entity: Entity
    words: tuple[str, ...]


class Taken:
    """The stretches of the text that already belong to a mention."""

    def __init__(self, found: Iterable[Found] = ()) -> None:
        self._characters: set[int] = set()
        for item in found:
            self.add(item.start, item.end)

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        self._characters.update(range(start, end))

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether any of a stretch is taken."""
        return any(position in self._characters for position in range(start, end))


def trimmed(span: Span) -> Span | None:
    """Return a span without articles, possessives, punctuation and line breaks at its ends."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (
        doc[start].is_space
        or doc[start].lower_ in _BEFORE_NAMES
        or (doc[start].is_punct and doc[start].text != "(")
    ):
        start += 1
    while start < end and (
        doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].lower_ in ("'s", "'", "s'")
    ):
        end -= 1
    for position in range(start, end):
        if doc[position].is_space and "\n" in doc[position].text:
            end = position
            break
    return doc[start:end] if start < end else None


def span_at(doc: Doc, start: int, end: int) -> Span:
    """Return the tokens that touch a stretch of text."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens at {start}:{end}")
    return span
