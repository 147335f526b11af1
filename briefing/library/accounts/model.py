"""What a difference between accounts is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["words", "date", "number", "denial"]
"""The same quotation in other words; an event on another day; other numbers for it; a claim here
that is denied there."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """Words of one article that tell something.

    Attributes:
        fact_id: The fact, which leads to the words.
        article_id: The article.
        text: The words as the article has them.
        marks: What of them differs, as spans of `text`.
        who: The id, or words, of who says or denies it; None for nobody.
        value: What is told, where that is not the words: a date.
    """

    fact_id: str
    article_id: str
    text: str
    marks: tuple[Span, ...] = ()
    who: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two accounts of one thing that differ.

    Attributes:
        kind: In what they differ.
        about: The event's title, or who is quoted; as the rows name it.
        one: The one account.
        other: The other; of a denial the side that denies.
    """

    kind: Kind
    about: str
    one: Told
    other: Told


@dataclass(frozen=True, slots=True)
class Related:
    """A relation that an article tells: who acts, towards whom, in which way."""

    fact_id: str
    article_id: str
    source: str
    target: str
    quad: str


def of_articles(differences: Iterable[Difference], ids: Collection[str]) -> list[Difference]:
    """Return the differences that one of some articles is a side of; all where none is named."""
    return [
        one
        for one in differences
        if not ids or one.one.article_id in ids or one.other.article_id in ids
    ]


def holders(difference: Difference) -> set[str]:
    """Return the ids, or words, of who says either side."""
    return {told.who for told in (difference.one, difference.other) if told.who}
