"""An article in pieces that the trained reader takes at once, with marks at its dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

LENGTH = 180
"""Tokens of a piece at most."""

MARKS = {"past": "[unused20]", "ahead": "[unused21]", "around": "[unused22]", "open": "[unused23]"}
"""The token that stands before a time expression, by where it lies from the article's day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression: its offsets, and where it lies (a key of MARKS)."""

    start: int
    end: int
    lies: str


@dataclass(slots=True)
class Window:
    """Some sentences as the reader takes them.

    Attributes:
        ids: Their tokens' numbers.
        words: Of each word that begins in it, offset of its first sign and place of its token.
        dates: Of each time expression in it, its number and the place of its mark.
    """

    ids: list[int]
    words: dict[int, int] = field(default_factory=dict)
    dates: dict[int, int] = field(default_factory=dict)


def lies(earliest: str | None, latest: str | None, day: str | None) -> str:
    """Return where a time lies from the article's day: a key of MARKS.

    Args:
        earliest: Its first day, ISO 8601.
        latest: Its last day.
        day: The article's day; None where it is not known.
    """
    if day is None or (earliest is None and latest is None):
        return "open"
    if latest is not None and latest < day:
        return "past"
    return "ahead" if earliest is not None and earliest > day else "around"


def windows(
    text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[Dated], words: Tokenizer
) -> list[Window]:
    """Return an article as windows of whole sentences, as many in each as there is room for.

    Args:
        text: The article.
        sentences: First and last offset of each sentence.
        dates: Its time expressions, in order.
        words: The reader's tokenizer, which does not cut.
    """
    numbers = {sign: _number(words, sign) for sign in ("[CLS]", "[SEP]", *MARKS.values())}
    encoded = words.encode_batch(
        [text[start:end] for start, end in sentences], add_special_tokens=False
    )
    found: list[Window] = []
    for (start, end), made in zip(sentences, encoded, strict=True):
        piece = Window([])
        waiting = [number for number, date in enumerate(dates) if start <= date.start < end]
        for token, (at, _) in zip(made.ids, made.offsets, strict=True):
            while waiting and dates[waiting[0]].start - start <= at:
                number = waiting.pop(0)
                piece.dates[number] = len(piece.ids)
                piece.ids.append(numbers[MARKS[dates[number].lies]])
            piece.words.setdefault(start + at, len(piece.ids))
            piece.ids.append(token)
        _add(found, piece, numbers["[CLS]"])
    for window in found:
        window.ids.append(numbers["[SEP]"])
    return found


def _number(words: Tokenizer, sign: str) -> int:
    number = words.token_to_id(sign)
    if number is None:
        raise ValueError(f"the tokenizer does not know {sign}")
    return number


def _add(found: list[Window], piece: Window, opening: int) -> None:
    """Add a sentence to the last window, or open one; what is too long is cut."""
    room = LENGTH - 2
    if not found or len(found[-1].ids) + len(piece.ids) > LENGTH - 1:
        found.append(Window([opening]))
    window = found[-1]
    shift = len(window.ids)
    window.ids += piece.ids[:room]
    window.words.update({at: shift + place for at, place in piece.words.items() if place < room})
    window.dates.update(
        {number: shift + place for number, place in piece.dates.items() if place < room}
    )
